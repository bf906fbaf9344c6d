"""The generated package: the same bytes every time, drift found, everything of the document in it."""

from __future__ import annotations

import functools
import hashlib
import importlib
import inspect
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import msgspec
import pytest
import yaml
from minispec import GOLDEN, VERSION, golden, parts, rendered

from codegen.__main__ import ROOT, main
from codegen.catalog import read_catalog
from codegen.document import METHODS
from codegen.findings import CodegenError
from codegen.formatting import format_files
from codegen.generate import PACKAGE, compare, write
from codegen.naming import naming_rules
from codegen.parse import members_of
from codegen.pins import require_pins
from codegen.project import environment, render_parsed

GENERATED = ROOT / "generated"
CATALOG = read_catalog(ROOT / "specs")
MODULES = sorted(
    path.relative_to(GENERATED).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in (GENERATED / PACKAGE).rglob("*.py")
)


# The same bytes, and only those


@pytest.fixture(name="written", scope="module")
def _written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs in processes of their own, under different hash seeds."""
    runs = [_start(tmp_path_factory.getbasetemp() / f"seed{seed}", seed) for seed in ("1", "2")]
    for run in runs:
        printed, _ = run.communicate()
        assert run.returncode == 0, printed
    return tmp_path_factory.getbasetemp()


def _start(out: Path, seed: str) -> subprocess.Popen[bytes]:
    path = os.pathsep.join(str(ROOT / each) for each in (".", "src", "generated"))
    environ = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    command = [sys.executable, "-m", "codegen", "generate", "--no-cache", "--out", str(out)]
    return subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def _files(package: Path) -> dict[str, bytes]:
    return {
        path.relative_to(package).as_posix(): path.read_bytes()
        for path in sorted(package.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_two_runs_under_different_hash_seeds_give_the_same_bytes(written: Path) -> None:
    assert _files(written / "seed1" / PACKAGE) == _files(written / "seed2" / PACKAGE)


def test_generated_folder_is_what_the_specs_give(written: Path) -> None:
    assert compare(_files(written / "seed1" / PACKAGE), GENERATED / PACKAGE) == []


@pytest.fixture(name="copied")
def _copied(tmp_path: Path) -> Path:
    shutil.copytree(GENERATED / PACKAGE, tmp_path / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def _change(package: Path) -> None:
    models = package / "data_plane/v2022_07_31/models.py"
    models.write_text(models.read_text(encoding="utf-8").replace("Device", "Devise", 1), encoding="utf-8")


def _delete(package: Path) -> None:
    (package / "data_plane/v2022_07_31/models.py").unlink()


def _add(package: Path) -> None:
    (package / "data_plane/extra.py").write_text("", encoding="utf-8")


@pytest.mark.parametrize(
    ("drift", "says"),
    [
        (_change, "data_plane/v2022_07_31/models.py differs"),
        (_delete, "data_plane/v2022_07_31/models.py is missing"),
        (_add, "data_plane/extra.py is not generated"),
    ],
)
def test_check_names_the_file_that_drifted_and_writes_nothing(
    copied: Path, capsys: pytest.CaptureFixture[str], drift: Any, says: str
) -> None:
    drift(copied / PACKAGE)
    before = _files(copied / PACKAGE)
    assert main(["check", "--out", str(copied)]) == 1
    assert says in capsys.readouterr().err
    assert _files(copied / PACKAGE) == before


def test_check_passes_without_drift(copied: Path) -> None:
    assert main(["check", "--out", str(copied)]) == 0


def test_writing_repairs_changed_missing_and_stale_files(tmp_path: Path) -> None:
    files = {"a.py": b"1", "sub/b.py": b"2"}
    (tmp_path / "old").mkdir()
    (tmp_path / "old/c.py").write_bytes(b"3")
    (tmp_path / "a.py").write_bytes(b"0")
    result = write(files, tmp_path)
    assert (_files(tmp_path), result.changed, result.deleted) == (files, 2, 1)
    assert not (tmp_path / "old").exists()


def test_faulty_spec_ends_with_its_findings_and_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    spec = tmp_path / "specs/data-plane/2022-07-31.yaml"
    spec.write_text(
        spec.read_text(encoding="utf-8").replace("Devices_Get\n", "Devices_List\n", 1), encoding="utf-8"
    )
    assert main(["generate", "--specs", str(tmp_path / "specs"), "--out", str(tmp_path)]) == 1
    assert "#/paths/~1devices~1{deviceId}/get/operationId: Devices_List names 2" in capsys.readouterr().err
    assert not (tmp_path / PACKAGE).exists()


@pytest.mark.parametrize("tool", ["openapi-python-client", "ruff", "jinja2"])
def test_tool_at_another_version_than_its_pin_is_an_error(tool: str) -> None:
    pins = {"openapi-python-client": "0.29.1", "ruff": "0.17.5", "jinja2": "3.1.6"}
    with pytest.raises(CodegenError, match=f"{tool} is 0.0.1, the pin is"):
        require_pins(lambda name: "0.0.1" if name == tool else pins[name], pins)


def test_repeated_key_of_a_spec_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "catalog.yaml").write_text("default: a\ndefault: b\n", encoding="utf-8")
    assert main(["check", "--specs", str(tmp_path)]) == 1
    assert "'default' stands twice" in capsys.readouterr().err


# What the parser says is what is written


def test_renamed_parsed_property_renames_the_field() -> None:
    with naming_rules():
        document, view, parsed = parts(golden("small")["document"])
        member = next(one for one in members_of(parsed.by_schema["Thing"]) if one.python_name == "size")
        object.__setattr__(member, "python_name", "extent")
        models = render_parsed(environment(), document, VERSION, view, parsed).files["models.py"]
    assert "    extent: int | float | UnsetType = UNSET" in models
    assert "'extent': 'size'" in models


def test_changed_type_of_a_parsed_property_changes_the_annotation() -> None:
    with naming_rules():
        document, view, parsed = parts(golden("small")["document"])
        members = {one.python_name: one for one in members_of(parsed.by_schema["Thing"])}
        optional = parsed.by_schema["Thing"].optional_properties
        optional[optional.index(members["size"])] = _named_like(members["id"], members["size"])
        models = render_parsed(environment(), document, VERSION, view, parsed).files["models.py"]
    assert "    size: str | UnsetType = UNSET" in models


def _named_like(prop: Any, other: Any) -> Any:
    return attrs.evolve(prop, name=other.name, python_name=other.python_name)


def test_renamed_parsed_endpoint_renames_method_and_descriptor() -> None:
    with naming_rules():
        document, view, parsed = parts(golden("small")["document"])
        operation = next(one for one in parsed.operations if one.at.id == "Things_Create")
        operation.endpoint.name = type(operation.endpoint.name)("things_make", "")
        module = render_parsed(environment(), document, VERSION, view, parsed).files["operations/things.py"]
    assert "MAKE: Operation[m.Thing]" in module
    assert "def make(self, thing_id: str, body: m.Thing" in module


def test_small_spec_gives_the_golden_files() -> None:
    files = format_files(rendered(golden("small")["document"]))
    expected = GOLDEN / "expected"
    if os.environ.get("UPDATE_GOLDEN"):
        write({f"{path}.txt": data for path, data in files.items()}, expected)
    assert {f"{path}.txt": data for path, data in files.items()} == _files(expected)


# Everything of the document


@pytest.mark.parametrize("module", MODULES)
def test_generated_module_imports(module: str) -> None:
    assert importlib.import_module(module)


def _package(version: Any) -> str:
    return f"{PACKAGE}.{version.plane_package}.{version.package}"


@functools.cache
def _raw(version: Any) -> dict[str, Any]:
    text = (ROOT / "specs" / version.document).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return loaded


def _raw_operations(raw: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for path, item in raw["paths"].items():
        for method in METHODS:
            if method in item:
                entry = item[method]
                given = [
                    _follow(raw, one) for one in [*item.get("parameters", ()), *entry.get("parameters", ())]
                ]
                wires = {(one["name"], one["in"], one.get("required", False)) for one in given}
                wires.discard(("api-version", "query", True))
                answers = {code: _follow(raw, one) for code, one in entry["responses"].items()}
                codes = {int(code) for code in answers if code.isdecimal()}
                headers = {
                    name for code in answers if code[0] == "2" for name in answers[code].get("headers", ())
                }
                long = entry.get("x-ms-long-running-operation", False)
                found[entry["operationId"]] = (method.upper(), path, wires, codes, headers, long)
    return found


def _follow(raw: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        _, *keys = node["$ref"].split("/")
        node = raw
        for key in keys:
            node = node[key]
    return node


def _descriptors(version: Any) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    folder = GENERATED / PACKAGE / version.plane_package / version.package / "operations"
    for path in folder.glob("[!_]*.py"):
        module = importlib.import_module(f"{_package(version)}.operations.{path.stem}")
        for name in module.__all__:
            one = getattr(module, name)
            if not isinstance(one, type):
                wires = {(given.name, given.location, given.required) for given in one.parameters}
                codes = {*one.success, *one.errors}
                long = one.long_running is not None
                found[one.id] = (one.method, one.path, wires, codes, {*one.success_headers}, long)
    return found


@pytest.mark.parametrize("version", CATALOG.versions, ids=lambda version: version.id)
def test_descriptors_are_the_operations_of_the_document(version: Any) -> None:
    assert _descriptors(version) == _raw_operations(_raw(version))


@pytest.mark.parametrize("version", CATALOG.versions, ids=lambda version: version.id)
def test_every_schema_has_a_name_in_models(version: Any) -> None:
    models = importlib.import_module(f"{_package(version)}.models")
    names = {getattr(getattr(models, name), "__schema__", name) or name for name in models.__all__}
    assert {name[0].upper() + name[1:] for name in _raw(version)["components"]["schemas"]} <= names


@pytest.mark.parametrize("version", CATALOG.versions, ids=lambda version: version.id)
def test_every_model_can_be_decoded(version: Any) -> None:
    models = importlib.import_module(f"{_package(version)}.models")
    for name in models.__all__:
        assert msgspec.json.Decoder(getattr(models, name))


@pytest.mark.parametrize("version", CATALOG.versions, ids=lambda version: version.id)
def test_contract_is_the_whole_document(version: Any) -> None:
    contract = GENERATED / PACKAGE / version.plane_package / version.package / "contract.json"
    assert json.loads(contract.read_bytes()) == _raw(version)


@pytest.mark.parametrize("version", CATALOG.versions, ids=lambda version: version.id)
def test_sync_and_async_methods_take_the_same(version: Any) -> None:
    folder = GENERATED / PACKAGE / version.plane_package / version.package / "operations"
    for path in folder.glob("[!_]*.py"):
        module = importlib.import_module(f"{_package(version)}.operations.{path.stem}")
        classes = [getattr(module, name) for name in module.__all__ if name.endswith("Operations")]
        twin, plain = sorted(classes, key=lambda one: not one.__name__.startswith("Async"))
        methods = [name for name in vars(plain) if not name.startswith("_")]
        assert methods == [name for name in vars(twin) if not name.startswith("_")]
        for name in methods:
            given = [inspect.signature(vars(one)[name]).parameters for one in (plain, twin)]
            assert given[0] == given[1]


def test_manifest_holds_the_hash_of_every_file() -> None:
    manifest = json.loads((GENERATED / PACKAGE / "MANIFEST.json").read_bytes())
    files = _files(GENERATED / PACKAGE)
    del files["MANIFEST.json"]
    assert manifest["files"] == {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    assert set(manifest["specs"]) == {
        "specs/catalog.yaml",
        *(f"specs/{one.document}" for one in CATALOG.versions),
    }
    assert manifest["tools"]["openapi-python-client"] == "0.29.1"
