"""The cache saves the rendering and nothing else: what it holds is never believed over what is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import codegen.render
from codegen.__main__ import ROOT, main
from codegen.cache import Cache, Entry, Summary, digest, inputs
from codegen.generate import PACKAGE, build

ENTRY = Entry({"a.py": b"1"}, Summary(operations=1, names=("a",)))


def _keep(cache: Cache) -> None:
    cache.store("part", "key", ENTRY)


def test_entry_comes_back_whole(tmp_path: Path) -> None:
    _keep(Cache(tmp_path))
    assert Cache(tmp_path).load("part", "key") == ENTRY


def test_entry_of_other_inputs_is_not_used(tmp_path: Path) -> None:
    _keep(Cache(tmp_path))
    assert Cache(tmp_path).load("part", "another key") is None


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data.replace(b"a.py", b"b.py"),
        lambda data: data[:-1],
        lambda data: data + b"1",
        lambda data: b"0" * 64 + data[64:],
        lambda data: b"",
    ],
    ids=["changed", "cut", "longer", "another seal", "empty"],
)
def test_entry_that_somebody_touched_is_not_used(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    _keep(Cache(tmp_path))
    path = tmp_path / "part.part"
    path.write_bytes(harm(path.read_bytes()))
    assert Cache(tmp_path).load("part", "key") is None


def test_new_entry_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    _keep(Cache(tmp_path))
    Cache(tmp_path).store("part", "new key", Entry({}))
    assert [path.name for path in tmp_path.iterdir()] == ["part.part"]
    assert Cache(tmp_path).load("part", "new key") == Entry({})


def test_without_a_folder_nothing_is_kept() -> None:
    _keep(Cache(None))
    assert Cache(None).load("part", "key") is None


def test_pieces_of_a_key_do_not_run_into_each_other() -> None:
    assert digest([b"ab", b"c"]) != digest([b"a", b"bc"])


@pytest.mark.parametrize("path", ["naming.py", "templates/api.py.jinja"])
def test_key_depends_on_sources_and_templates(tmp_path: Path, path: str) -> None:
    shutil.copytree(
        ROOT / "codegen", tmp_path / "codegen", ignore=shutil.ignore_patterns("lint", "__pycache__")
    )
    before = inputs(tmp_path / "codegen")
    changed = tmp_path / "codegen" / path
    changed.write_bytes(changed.read_bytes() + b"#")
    assert inputs(tmp_path / "codegen") != before


@pytest.fixture(name="specs", scope="module")
def _specs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two small versions: what is tested here does not depend on their size."""
    folder = tmp_path_factory.mktemp("specs")
    for name in ("control-plane/2021-06-01.yaml", "control-plane/2021-11-01-preview.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "specs" / name, folder / name)
    (folder / "catalog.yaml").write_text(
        "default: control-plane/2021-06-01\nversions:\n"
        "- {plane: control-plane, version: '2021-06-01', status: ga, brings: It., "
        "document: control-plane/2021-06-01.yaml}\n"
        "- {plane: control-plane, version: 2021-11-01-preview, status: preview, brings: It., "
        "document: control-plane/2021-11-01-preview.yaml}\n"
    )
    return folder


@pytest.fixture(name="rendered")
def _rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name the parts that are rendered, as they are."""
    names: list[str] = []
    real = codegen.render.render_parts

    def watched(catalog, data, missing, known, report):
        names.extend(missing)
        return real(catalog, data, missing, known, report)

    monkeypatch.setattr(codegen.render, "render_parts", watched)
    return names


def _quiet(text: str) -> None:
    pass


def test_nothing_is_rendered_twice(specs: Path, tmp_path: Path, rendered: list[str]) -> None:
    first = build(specs, _quiet, tmp_path)
    assert len(rendered) == 3
    assert build(specs, _quiet, tmp_path) == first
    assert len(rendered) == 3


def test_changed_specification_is_rendered_alone(specs: Path, tmp_path: Path, rendered: list[str]) -> None:
    changed = tmp_path / "specs"
    shutil.copytree(specs, changed)
    before = build(changed, _quiet, tmp_path / "cache")
    rendered.clear()
    spec = changed / "control-plane/2021-06-01.yaml"
    spec.write_text(
        spec.read_text("utf-8").replace("List applications of a subscription", "List them"), "utf-8"
    )
    after = build(changed, _quiet, tmp_path / "cache")
    assert sorted(rendered) == ["common", "control-plane/2021-06-01"]
    assert after == build(changed, _quiet)
    assert after != before


def test_check_reads_the_package_whatever_the_cache_holds(
    specs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--specs", str(specs), "--out", str(tmp_path), "--cache", str(tmp_path / "cache")]
    assert main(["generate", *options]) == 0
    assert main(["check", *options]) == 0
    models = tmp_path / PACKAGE / "control_plane/v2021_06_01/models.py"
    models.write_bytes(models.read_bytes() + b"\n")
    assert main(["check", *options]) == 1
    assert "control_plane/v2021_06_01/models.py differs" in capsys.readouterr().err
