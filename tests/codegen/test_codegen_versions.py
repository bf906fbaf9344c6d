"""Versions beside each other: none loads another, what one lacks is known, one address a plane."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import typing
from typing import Any

import pytest
from minispec import VERSION, golden, whole

from codegen.__main__ import ROOT
from codegen.availability import available
from codegen.cache import Summary
from codegen.catalog import Catalog, read_catalog
from codegen.findings import SpecificationError
from codegen.generate import PACKAGE
from codegen.naming import plane_class
from codegen.project import environment, render_common, render_version

CATALOG = read_catalog(ROOT / "specs")
GENERATED = ROOT / "generated"
EACH_VERSION = pytest.mark.parametrize("version", CATALOG.versions, ids=lambda version: version.id)
NUMBERS = ("1.0", "2022-07-31", "2022-10-31-preview")
MINI = tuple(VERSION._replace(version=number) for number in NUMBERS)


def _loaded(code: str) -> list[str]:
    """Modules of the generated package that some code loads, in a process of its own."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(GENERATED), str(ROOT / "src")])}
    code += "\nimport sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    return [name for name in done.stdout.split() if name.startswith(PACKAGE) or "msgspec" in name]


def test_importing_the_package_loads_no_version() -> None:
    found = _loaded(f"import {PACKAGE}.versions, {PACKAGE}.availability")
    assert found == [PACKAGE, f"{PACKAGE}.versions", f"{PACKAGE}.availability"]


@EACH_VERSION
def test_importing_a_version_never_imports_another(version: Any) -> None:
    package = f"{PACKAGE}.{version.plane_package}.{version.package}"
    folder = GENERATED / package.replace(".", "/") / "operations"
    modules = ["models", "api", *(f"operations.{path.stem}" for path in folder.glob("[!_]*.py"))]
    found = _loaded("\n".join(f"import {package}.{module}" for module in modules))
    assert {f"{package}.{module}" for module in modules} <= set(found)
    foreign = [name for name in found if ".v" in name and not name.startswith((f"{package}.", package))]
    assert foreign == []


def test_default_client_loads_no_operations_and_no_models_before_they_are_used() -> None:
    found = _loaded("import iotcentral.client")
    assert not [name for name in found if ".operations" in name or name.endswith(".models")]
    assert len([name for name in found if name.endswith(".api")]) == 1


@EACH_VERSION
def test_each_plane_has_classes_of_its_own_name(version: Any) -> None:
    api = importlib.import_module(f"{PACKAGE}.{version.plane_package}.{version.package}.api")
    name = plane_class(version.plane)
    assert api.__all__ == [name, f"Async{name}"]
    assert getattr(api, name).__place__ == (version.plane, version.version, "")


def test_versions_and_defaults_are_those_of_the_catalog() -> None:
    versions = importlib.import_module(f"{PACKAGE}.versions")
    assert [(one.plane, one.version, one.status) for one in versions.VERSIONS] == [
        one[:3] for one in CATALOG.versions
    ]
    assert {plane: one.version for plane, one in CATALOG.defaults.items()} == versions.DEFAULT


@pytest.mark.parametrize("plane", ["data-plane", "control-plane"])
def test_at_knows_the_versions_of_the_catalog(plane: str) -> None:
    module = importlib.import_module(f"{PACKAGE}.{plane.replace('-', '_')}.at")
    known = typing.get_args(getattr(module, f"{plane_class(plane)}Version"))
    assert known == tuple(one.version for one in CATALOG.versions if one.plane == plane)


@pytest.fixture(name="summary", scope="module")
def _summary() -> Summary:
    return render_version(environment(), whole(golden("small")["document"]), VERSION).summary


def _common(summaries: dict[str, Summary], versions: tuple[Any, ...] = MINI) -> dict[str, str]:
    return render_common(environment(), Catalog(versions, {"data-plane": versions[-1]}, ""), summaries)


def test_files_of_a_version_know_no_other(summary: Summary) -> None:
    packages = ["v1_0", "v2022_07_31", "v2022_10_31_preview"]
    for version in MINI:
        files = render_version(environment(), whole(golden("small")["document"]), version).files
        assert not any(
            other in text for text in files.values() for other in packages if other != version.package
        )
    assert (
        "from .v2022_10_31_preview.api import DataPlane"
        in _common(dict.fromkeys((one.id for one in MINI), summary))["data_plane/default.py"]
    )


def test_plane_with_one_version_has_nothing_to_choose(summary: Summary) -> None:
    assert "data_plane/at.py" not in _common({VERSION.id: summary}, (VERSION,))


def test_versions_of_a_plane_stand_at_one_address(summary: Summary) -> None:
    moved = Summary(server="https://elsewhere.example/api")
    with pytest.raises(SpecificationError, match=r"servers/0/url: is https://elsewhere\.example/api"):
        _common({MINI[0].id: summary, MINI[1].id: moved, MINI[2].id: summary})


def test_what_a_version_can_be_asked_for_is_counted(summary: Summary) -> None:
    assert summary.names == (
        *("things", "things.list", "Things_List", "Things_List.page_size", "things.create", "Things_Create"),
        *("things.delete", "Things_Remove", "Things_Remove.if_match"),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"a"}, {"a"}, {}),
        ({"a"}, {"a", "b", "b.get", "B_Get", "B_Get.top"}, {"b": ("new",)}),
        ({"a"}, {"a", "a.get"}, {"a.get": ("new",)}),
        ({"a", "a.get"}, {"a"}, {"a.get": ("old",)}),
        ({"a", "A_Get"}, {"a", "A_Get", "A_Get.top"}, {"A_Get.top": ("new",)}),
    ],
)
def test_index_names_what_is_missed_where_its_owner_is_there(old: Any, new: Any, expected: Any) -> None:
    assert available({"old": old, "new": new}) == expected
