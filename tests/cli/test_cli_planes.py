"""Planes beside the data plane, and versions beside the default, on a plane made up here."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from functools import cached_property
from types import ModuleType
from typing import Any

import pytest

from iotcentral._core.descriptor import Operation, Parameter
from iotcentral.cli import command, surfaces
from iotcentral.cli.app import run
from iotcentral.cli.exits import CannotRun
from iotcentral.cli.surfaces import Place, elsewhere, surface
from iotcentral_rest.versions import VERSIONS, Version
from tests.cli.harness import TOKEN, Result, Stream, around

PLANE = "moon-plane"
PATH = "/subscriptions/{subscriptionId}/apps/{appName}"
TEXT = {"type": "string"}
GET: Operation[Any] = Operation(
    id="Apps_Get",
    plane=PLANE,
    version="9",
    method="GET",
    path=PATH,
    parameters=(
        Parameter("subscriptionId", "subscription_id", "path", True, TEXT),
        Parameter("appName", "app_name", "path", True, TEXT),
        Parameter("maxpagesize", "page_size", "query", False, {"type": "integer"}),
    ),
    success={200: dict[str, Any]},
)
DOCUMENT = {
    "paths": {
        PATH: {"get": {"operationId": "Apps_Get", "summary": "Read an app", "description": "All of it."}}
    },
    "components": {"schemas": {}},
}


class MoonPlane:
    @cached_property
    def apps(self) -> None:
        """Apps on the moon."""


class Client:
    """Answers with what it was called with."""

    def __init__(self) -> None:
        self.apps = self

    def get(self, *path: str, **options: Any) -> dict[str, Any]:
        return {"path": list(path), **options}


@pytest.fixture(autouse=True)
def _moon(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [
        Version(PLANE, each, status, f"moon.v{each}", "") for each, status in (("9", "ga"), ("a", "preview"))
    ]
    monkeypatch.setattr(surfaces, "VERSIONS", (*VERSIONS, *entries))
    for version, operations in (("9", {"GET": GET}), ("a", {"GET": GET, "LAND": GET})):
        package = f"iotcentral_rest.moon.v{version}"
        for name, members in (("api", {"MoonPlane": MoonPlane}), ("operations.apps", operations)):
            module = ModuleType(name)
            vars(module).update(members)
            monkeypatch.setitem(sys.modules, f"{package}.{name}", module)
    monkeypatch.setattr(surfaces.contract_document, "load", lambda plane, version: DOCUMENT)


def typed(*arguments: str, **environment: str) -> Result:
    here = {"IOTC_SUBDOMAIN": "demo", "IOTC_API_TOKEN": TOKEN}
    streams = around(here | environment, None)
    code = run(arguments, streams)
    assert isinstance(streams.stdout, Stream)
    assert isinstance(streams.stderr, Stream)
    return Result(code, streams.stdout.getvalue(), streams.stderr.getvalue())


def test_a_plane_stands_under_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    typed("--help")
    assert "moon-plane" in capsys.readouterr().out
    typed(PLANE, "apps", "get", "--help")
    out = capsys.readouterr().out
    assert "Read an app." in out
    assert "APP_NAME" in out
    assert "--page-size" in out


def test_the_subscription_is_an_option_and_goes_where_the_path_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(command, "open_client", lambda at, to: nullcontext(Client()))
    result = typed(PLANE, "apps", "get", "hall", "--subscription-id", "s", "--page-size", "5")
    assert result.json == {"path": ["s", "hall"], "page_size": 5}


def test_a_plane_without_a_client_says_so() -> None:
    result = typed(PLANE, "apps", "get", "hall", "--subscription-id", "s")
    assert result == Result(2, "", "iotcentral: the client of moon-plane is not part of this installation\n")


def test_a_plane_without_a_default_speaks_its_newest_settled_version() -> None:
    assert surface(PLANE, None).version == "9"


def test_an_operation_of_another_version_names_it() -> None:
    assert elsewhere(PLANE, Place("apps", "land")) == ["a"]
    assert "moon-plane 9 has no `apps land`; add --api-version a" in typed(PLANE, "apps", "land").err


def test_a_version_belongs_to_its_plane() -> None:
    with pytest.raises(CannotRun, match="data-plane has no version '9'"):
        surface("data-plane", "9")
