"""The lint as a whole: the specimen is clean, every rule has its tests, the command names lines."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from codegen.lint import FIRST, RULES, lint, lint_file
from codegen.lint.__main__ import main
from tests.lint import test_lint_exchanges, test_lint_form, test_lint_schemas
from tests.lint.specimen import REMOVED, broken, specimen

_ALL = (*FIRST, *RULES)


def test_the_specimen_keeps_every_rule() -> None:
    assert lint(specimen()) == []


@pytest.mark.parametrize("rule", _ALL, ids=lambda rule: rule.id)
def test_every_rule_has_a_case_that_breaks_it(rule: object) -> None:
    cases = [*test_lint_form.BROKEN, *test_lint_exchanges.BROKEN, *test_lint_schemas.BROKEN]
    assert getattr(rule, "id") in {case[0] for case in cases}  # noqa: B009


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in _ALL}) == len(_ALL)


def test_a_document_that_is_no_openapi_is_reported_alone() -> None:
    found = lint(broken(("paths /users/{userId} get responses", REMOVED), ("info title", REMOVED)))
    assert {problem.rule for problem in found} == {"openapi/invalid"}


@pytest.mark.parametrize(
    "place",
    ["paths /devices get parameters 0 $ref", "tags 0 name", "paths /devices get responses 200 description"],
)
def test_a_malformed_document_is_a_problem_and_no_crash(place: str) -> None:
    assert lint(broken((place, REMOVED)))


def test_a_media_type_without_a_schema_is_a_problem_and_no_crash() -> None:
    place = "paths /devices get responses 200 content application/json schema"
    assert "body/one-schema" in {problem.rule for problem in lint(broken((place, REMOVED)))}


def test_references_are_checked_before_anything_follows_them() -> None:
    found = lint(broken(("components schemas Device properties key $ref", "https://127.0.0.1:9/x.yaml")))
    assert [problem.rule for problem in found] == ["reference/external"]


def _file(folder: Path, text: str) -> Path:
    path = folder / "spec.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _text(*changes: tuple[str, object]) -> str:
    text: str = yaml.safe_dump(broken(*changes), sort_keys=False)
    return text


def test_a_problem_names_file_and_line(tmp_path: Path) -> None:
    text = _text(("components schemas Key description", "TODO"))
    path = _file(tmp_path, text)
    line = 1 + text.splitlines().index("      description: TODO")
    assert f"{path}:{line}: text/todo" in "\n".join(map(str, lint_file(path)))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("openapi: 3.1.0\nopenapi: 3.1.0\n", "yaml/duplicate-key"),
        ("paths: {a: {200: {}}}\n", "yaml/key"),
        ("info: {version: 2022-07-31}\n", "yaml/value"),
        ("- openapi\n", "yaml/document"),
        ("", "yaml/document"),
    ],
)
def test_yaml_that_is_not_json_is_named(tmp_path: Path, text: str, rule: str) -> None:
    assert rule in {problem.rule for problem in lint_file(_file(tmp_path, text))}


def test_the_command_fails_for_a_breach(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, _text(("components schemas Key description", REMOVED)))
    assert main([str(path)]) == 1
    assert "text/missing" in capsys.readouterr().out


def test_the_command_is_content_with_a_clean_spec(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(_file(tmp_path, _text()))]) == 0
    assert "no problems" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_another_status(tmp_path: Path) -> None:
    assert main([str(tmp_path / "absent.yaml")]) == 2


def test_the_rules_can_be_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rules"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(_ALL)


def test_the_specs_of_the_catalog_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out


def test_the_specs_of_the_catalog_are_named_as_the_reader_would(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    main([])
    assert all(line.startswith("specs/") for line in capsys.readouterr().out.splitlines())
