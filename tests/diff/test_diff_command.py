"""The command, its exit codes, and the pages of neighbouring versions."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from codegen.catalog import Version, read_catalog
from codegen.diff import check_pages, main, neighbours, pages, write_pages
from tests.diff.specimen import SENT, edited

VERSIONS = ("1.0", "2022-05-31", "2022-06-30-preview", "2022-07-31", "2022-10-31-preview")
PAGE = "things-1.0-to-2022-05-31.md"


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """Five versions, each with a looser limit than the one before, in no order."""
    folder = tmp_path / "specs"
    folder.mkdir()
    entries = [
        {
            "plane": "things",
            "version": version,
            "status": "ga",
            "document": f"{version}.yaml",
            "brings": "More.",
        }
        for version in reversed(VERSIONS)
    ]
    (folder / "catalog.yaml").write_text(yaml.safe_dump({"versions": entries}))
    for size, version in enumerate(VERSIONS, 1):
        document = edited({f"{SENT}/properties/value/maxLength": size, "/info/version": version})
        (folder / f"{version}.yaml").write_text(yaml.safe_dump(document))
    return folder


def run(specs: Path, *words: str) -> int:
    return main([*words, "--specs", str(specs), "--pages", str(specs.parent / "pages")])


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", "things/1.0 -> things/2022-05-31"), ("json", "{"), ("markdown", "# What changes")],
)
def test_the_report_is_written_in_each_form(
    specs: Path, capsys: pytest.CaptureFixture[str], form: str, start: str
) -> None:
    assert run(specs, "things/1.0", "things/2022-05-31", "--format", form) == 0
    assert capsys.readouterr().out.startswith(start)


def test_the_versions_are_named_as_they_were_given(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(specs, "things/1.0", "things/2022-07-31", "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert (found["old"], found["new"]) == ("things/1.0", "things/2022-07-31")


@pytest.mark.parametrize(
    "words", [("things/1.0", "things/3"), ("things/3", "things/1.0"), ("1.0", "2022-05-31")]
)
def test_an_unknown_version_is_2_and_names_the_known(
    specs: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    assert run(specs, *words) == 2
    error = capsys.readouterr().err
    assert all(f"things/{version}" in error for version in VERSIONS)


def test_one_version_alone_is_a_usage_error(specs: Path) -> None:
    with pytest.raises(SystemExit) as error:
        run(specs, "things/1.0")
    assert error.value.code == 2


def test_a_catalog_that_cannot_be_read_is_2(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (specs / "catalog.yaml").write_text("- no mapping")
    assert run(specs, "things/1.0", "things/2022-05-31") == 2
    assert "catalog.yaml" in capsys.readouterr().err


def test_a_document_that_cannot_be_read_is_2(specs: Path) -> None:
    (specs / "1.0.yaml").write_text("a: 1\na: 2\n")
    assert run(specs, "things/1.0", "things/2022-05-31") == 2


def test_neighbours_are_next_in_time_next_stable_and_next_preview(specs: Path) -> None:
    found = [(old.version, new.version) for old, new in neighbours(read_catalog(specs))]
    assert found == [
        ("1.0", "2022-05-31"),
        ("2022-05-31", "2022-06-30-preview"),
        ("2022-05-31", "2022-07-31"),
        ("2022-06-30-preview", "2022-07-31"),
        ("2022-06-30-preview", "2022-10-31-preview"),
        ("2022-07-31", "2022-10-31-preview"),
    ]


def test_every_neighbouring_pair_gets_a_page(specs: Path, tmp_path: Path) -> None:
    assert sorted(write_pages(specs, tmp_path)) == sorted(pages(specs))
    assert "limit-loosened" in (tmp_path / PAGE).read_text()


def test_pages_just_written_are_current(specs: Path, tmp_path: Path) -> None:
    write_pages(specs, tmp_path)
    assert check_pages(specs, tmp_path) == []
    assert write_pages(specs, tmp_path) == []


def test_a_page_that_is_missing_is_not_current(specs: Path, tmp_path: Path) -> None:
    write_pages(specs, tmp_path)
    (tmp_path / PAGE).unlink()
    assert check_pages(specs, tmp_path) == [PAGE]


def test_a_page_that_differs_by_a_byte_is_not_current(specs: Path, tmp_path: Path) -> None:
    write_pages(specs, tmp_path)
    (tmp_path / PAGE).write_bytes((tmp_path / PAGE).read_bytes().replace(b"\n", b"\r\n", 1))
    assert check_pages(specs, tmp_path) == [PAGE]


def test_a_page_of_a_pair_that_is_gone_is_deleted(specs: Path, tmp_path: Path) -> None:
    stray = tmp_path / "things-0.9-to-1.0.md"
    stray.touch()
    assert check_pages(specs, tmp_path)[0] == stray.name
    write_pages(specs, tmp_path)
    assert not stray.exists()


def test_other_pages_of_the_folder_are_left_alone(specs: Path, tmp_path: Path) -> None:
    (tmp_path / "index.md").touch()
    write_pages(specs, tmp_path)
    assert check_pages(specs, tmp_path) == []
    assert (tmp_path / "index.md").exists()


def test_documents_can_be_handed_over_instead_of_read(specs: Path) -> None:
    asked: list[str] = []

    def load(version: Version) -> dict[str, object]:
        asked.append(version.version)
        return edited({})

    assert all("limit-loosened" not in page for page in pages(specs, load).values())
    assert sorted(asked) == sorted(VERSIONS)


def test_the_check_of_pages_is_1_until_they_are_written(
    specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(specs, "--check-pages") == 1
    assert PAGE in capsys.readouterr().err
    assert run(specs, "--write-pages") == 0
    assert run(specs, "--check-pages") == 0


def test_a_document_that_is_not_there_is_2_and_named(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (specs / "1.0.yaml").unlink()
    assert run(specs, "things/1.0", "things/2022-05-31") == 2
    assert "1.0.yaml" in capsys.readouterr().err


def test_the_comparison_needs_nothing_but_the_base_install() -> None:
    code = (
        "import sys, iotcentral.contract.diff, iotcentral.contract.diff.render_text, "
        "iotcentral.contract.diff.render_json, iotcentral.contract.diff.render_markdown; "
        "print([name for name in ('rich', 'yaml', 'jsonschema_rs') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
