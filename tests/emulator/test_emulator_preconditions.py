"""If-Match and the emulator's choices (dossier 13; the versions that declare the header enforce it)."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from iotcentral.emulator import Choices
from tests.emulator.harness import (
    BUILDER,
    OPERATOR,
    TEMPLATE,
    WRITABLE,
    Service,
    documents,
    new_emulator,
    template,
)

_DECLARING = [
    document.version
    for document in documents()
    if "if-match" in document.operations["Devices_Update"].header_parameters
]
_IGNORING = [document.version for document in documents() if document.version not in _DECLARING]
_RESOURCES: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "device": ("/devices/d", {}, {"displayName": "x"}),
    "group": (
        "/deviceGroups/g",
        {"displayName": "g", "filter": "SELECT * FROM devices"},
        {"displayName": "x"},
    ),
    "template": (f"/deviceTemplates/{TEMPLATE}", template(WRITABLE), {"displayName": "x"}),
}


@pytest.fixture
def strict() -> Iterator[Service]:
    with new_emulator(choices=Choices(if_match_everywhere=True, body_etag=True)) as emulator:
        yield Service(emulator)


def _with(value: str) -> dict[str, Any]:
    return {"headers": (("If-Match", value),)}


@pytest.mark.parametrize("resource", list(_RESOURCES))
@pytest.mark.parametrize("version", _IGNORING)
def test_header_is_ignored_where_it_is_not_declared(service: Service, version: str, resource: str) -> None:
    path, body, patch = _RESOURCES[resource]
    caller = service.at(version)
    if caller.call("PUT", path, body).status == 404:
        return
    caller.ok("PATCH", path, patch, **_with('"other"'))
    caller.ok("DELETE", path, **_with('"other"'))


@pytest.mark.parametrize("resource", list(_RESOURCES))
@pytest.mark.parametrize("version", _DECLARING)
def test_patch_holds_for_the_state_that_was_read(service: Service, version: str, resource: str) -> None:
    path, body, patch = _RESOURCES[resource]
    caller = service.at(version)
    etag = caller.ok("PUT", path, body)["etag"]
    refused = caller.call("PATCH", path, patch, **_with('"other"'))
    assert (refused.status, refused.code) == (412, "PreconditionFailed")
    changed = caller.ok("PATCH", path, patch, **_with(etag))
    assert caller.call("PATCH", path, patch, **_with(etag)).status == 412
    caller.ok("PATCH", path, patch, **_with("*"))
    assert changed["displayName"] == "x"
    caller.ok("DELETE", path, **_with('"other"'))


_WITHOUT_ETAG: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "organization": ("/organizations/north", {"displayName": "N"}, {"displayName": "x"}),
    "user": (
        "/users/u",
        {"type": "email", "email": "a@b.example", "roles": [{"role": OPERATOR}]},
        {"roles": [{"role": BUILDER}]},
    ),
}


@pytest.mark.parametrize("resource", list(_WITHOUT_ETAG))
@pytest.mark.parametrize("version", _DECLARING)
@pytest.mark.parametrize(("header", "status"), [("*", 200), ('"any"', 412), ("", 412)])
def test_what_has_no_etag_matches_a_star_alone(
    service: Service, version: str, resource: str, header: str, status: int
) -> None:
    path, body, patch = _WITHOUT_ETAG[resource]
    caller = service.at(version)
    made = caller.ok("PUT", path, body)
    assert caller.call("PATCH", path, patch, **_with(header)).status == status
    assert "etag" not in made
    assert (caller.ok("GET", path) == made) is (status == 412)


@pytest.mark.parametrize("resource", list(_WITHOUT_ETAG))
def test_a_star_matches_only_what_is_there(service: Service, resource: str) -> None:
    path, _, patch = _WITHOUT_ETAG[resource]
    assert service.at(_DECLARING[-1]).call("PATCH", path, patch, **_with("*")).status == 404


def _write(strict: Service, method: str, path: str, patch: Any, body: Any, header: str) -> int:
    content = {"PUT": body, "PATCH": patch, "DELETE": None}[method]
    return strict.call(method, path, content, **_with(header)).status


@pytest.mark.parametrize("resource", list(_RESOURCES))
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_choice_enforces_the_header_on_every_write(strict: Service, method: str, resource: str) -> None:
    path, body, patch = _RESOURCES[resource]
    etag = strict.ok("PUT", path, body)["etag"]
    for wrong in ('"other"', 'W/"x"', "", "x, y"):
        assert _write(strict, method, path, patch, body, wrong) == 412
    assert _write(strict, method, path, patch, body, f'"other", {_quoted(etag)}') < 300


def _quoted(etag: str) -> str:
    return etag if etag.startswith('"') else f'"{etag}"'


def test_etag_of_a_device_matches_bare_or_quoted(strict: Service) -> None:
    for form in ("{}", '"{}"'):
        etag = strict.ok("PUT", "/devices/d", {})["etag"]
        assert json.loads(base64.urlsafe_b64decode(etag + "=="))
        strict.ok("PATCH", "/devices/d", {"enabled": True}, **_with(form.format(etag)))


def test_put_of_something_new_matches_nothing(strict: Service) -> None:
    assert strict.call("PUT", "/devices/d", {}, **_with("*")).status == 412
    assert strict.call("PATCH", "/devices/d", {}, **_with("*")).status == 404


def test_resource_out_of_sight_is_404_whatever_the_header_says(strict: Service) -> None:
    from tests.emulator.harness import ORG_ADMIN

    strict.ok("PUT", "/organizations/north", {})
    strict.ok("PUT", "/devices/root", {})
    caller = strict.with_role(ORG_ADMIN, "north")
    assert caller.call("PATCH", "/devices/root", {}, **_with('"other"')).status == 404


def test_choice_enforces_the_etag_of_the_body(strict: Service, service: Service) -> None:
    read = strict.ok("PUT", "/devices/d", {})
    assert strict.call("PUT", "/devices/d", read | {"etag": "other"}).status == 412
    strict.ok("PUT", "/devices/d", read)
    service.ok("PUT", "/devices/d", read)
    service.ok("PUT", "/devices/d", read | {"etag": "other"})


@pytest.mark.parametrize("status", [400, 409])
def test_choice_of_the_status_for_a_template_in_use(status: Any) -> None:
    with new_emulator(choices=Choices(template_in_use=status, conflict_code="InUse")) as emulator:
        service = Service(emulator)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
        service.ok("PUT", "/devices/d", {"template": TEMPLATE})
        answer = service.call("DELETE", f"/deviceTemplates/{TEMPLATE}")
    assert (answer.status, answer.code) == (status, {400: "BadRequest", 409: "InUse"}[status])


@pytest.mark.parametrize(
    ("status", "code"), [(404, "NotFound"), (408, "RequestTimeout"), (504, "GatewayTimeout")]
)
def test_choice_of_the_status_for_a_device_out_of_reach(status: Any, code: str) -> None:
    with new_emulator(choices=Choices(unreachable_device=status)) as emulator:
        service = Service(emulator)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template({"@type": "Command", "name": "c"}))
        service.ok("PUT", "/devices/d", {"template": TEMPLATE})
        answer = service.call("POST", "/devices/d/commands/c", {})
    assert (answer.status, answer.code) == (status, code)


def test_choice_refuses_members_that_are_not_declared() -> None:
    with new_emulator(choices=Choices(undeclared_members="refuse")) as emulator:
        service = Service(emulator)
        answer = service.call("PUT", "/devices/d", {"displayName": "x", "other": 1})
        assert (answer.status, answer.code) == (400, "InvalidBody")
        assert "should NOT have additional properties: 'other'" in answer.sentence
        nested = {"roles": [{"role": "r", "why": 1}]}
        assert ".roles[0] should NOT have" in service.call("PUT", "/apiTokens/t", nested).sentence
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(WRITABLE))


def test_members_that_are_not_declared_are_ignored_by_default(service: Service) -> None:
    assert "other" not in service.ok("PUT", "/devices/d", {"other": 1})
