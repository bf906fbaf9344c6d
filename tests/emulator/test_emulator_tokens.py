"""API tokens and what their roles allow (dossier 1.1, 1.2, 1.4)."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest

from tests.emulator.harness import (
    ADMINISTRATOR,
    BUILDER,
    OPERATOR,
    ORG_ADMIN,
    TEMPLATE,
    Service,
    new_emulator,
    template,
)

_GRANT = {"roles": [{"role": ADMINISTRATOR}]}


def _parts(token: str) -> dict[str, str]:
    pairs = token.removeprefix("SharedAccessSignature ").split("&")
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs)}


def test_token_text_has_the_services_parts(service: Service) -> None:
    answer = service.ok("PUT", "/apiTokens/t1", _GRANT | {"expiry": "2024-07-07T17:05:08.407Z"})
    parts = _parts(answer["token"])
    assert list(parts) == ["sr", "sig", "skn", "se"]
    assert re.fullmatch("[0-9a-f-]{36}", parts["sr"])
    assert (parts["skn"], parts["se"]) == ("t1", "1720371908407")
    assert parts["sig"].endswith("%3D")


def test_expiry_equals_the_milliseconds_in_the_text(service: Service) -> None:
    answer = service.ok("PUT", "/apiTokens/t1", _GRANT | {"expiry": "2024-07-07T19:05:08.4071+02:00"})
    assert answer["expiry"] == "2024-07-07T17:05:08.407Z"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
        ("9999-12-31t23:59:59.999999999z", "9999-12-31T23:59:59.999Z"),
    ],
)
def test_expiry_may_lie_anywhere_in_the_calendar(service: Service, sent: str, shown: str) -> None:
    assert service.ok("PUT", "/apiTokens/t1", _GRANT | {"expiry": sent})["expiry"] == shown


def test_expiry_that_no_calendar_has_is_refused(service: Service) -> None:
    assert service.call("PUT", "/apiTokens/t1", _GRANT | {"expiry": "0000-01-01T00:00:00Z"}).status == 400


def test_token_lasts_a_year_by_default(service: Service) -> None:
    assert service.ok("PUT", "/apiTokens/t1", _GRANT)["expiry"] == "2024-12-31T00:00:00.000Z"


@pytest.mark.parametrize("path", ["/apiTokens/t1", "/apiTokens"])
def test_token_text_is_answered_by_the_creation_alone(service: Service, path: str) -> None:
    created = service.ok("PUT", "/apiTokens/t1", _GRANT)
    read = service.ok("GET", path)
    shown = read["value"][-1] if "value" in read else read
    assert shown == {name: created[name] for name in ("id", "roles", "expiry")}


@pytest.mark.parametrize("id", ["t1", "with space & = é", "a/b"])
def test_token_text_is_usable_at_once(service: Service, id: str) -> None:
    path = f"/apiTokens/{id.replace('/', '%2F')}"
    token = service.ok("PUT", path, _GRANT)["token"]
    Service(service.emulator, token).ok("GET", "/devices")


def test_deleted_token_is_refused_even_when_made_again(service: Service) -> None:
    old = Service(service.emulator, service.ok("PUT", "/apiTokens/t1", _GRANT)["token"])
    service.ok("DELETE", "/apiTokens/t1")
    assert old.call("GET", "/devices").status == 401
    service.ok("PUT", "/apiTokens/t1", _GRANT)
    assert old.call("GET", "/devices").status == 401


def test_expired_token_is_refused(service: Service) -> None:
    expiry = {"expiry": "2024-01-01T00:00:10Z"}
    short = Service(service.emulator, service.ok("PUT", "/apiTokens/t1", _GRANT | expiry)["token"])
    service.advance(timedelta(seconds=9))
    assert short.call("GET", "/devices").status == 200
    service.advance(timedelta(seconds=1))
    assert short.call("GET", "/devices").status == 401


def _broken(token: str) -> dict[str, str]:
    parts = _parts(token)
    return {
        "empty": "",
        "bearer in front": f"Bearer {token}",
        "unknown bearer": "Bearer abc",
        "other signature": token.replace(parts["sig"], "AAAA"),
        "signature not ASCII": token.replace(parts["sig"], "é"),
        "other expiry": token.replace(parts["se"], "9999999999999"),
        "other application": token.replace(parts["sr"], "00000000-0000-4000-8000-000000000000"),
        "other token": token.replace("emulator-admin", "nobody"),
        "scheme only": "SharedAccessSignature",
        "no signature": token.replace(f"&sig={parts['sig']}", ""),
    }


@pytest.mark.parametrize("fault", list(_broken("SharedAccessSignature sr=a&sig=b&skn=c&se=1")))
def test_broken_token_is_401(service: Service, fault: str) -> None:
    answer = Service(service.emulator, _broken(service.token)[fault]).call("GET", "/devices")
    assert (answer.status, answer.code) == (401, "Unauthenticated")
    assert answer.sentence == "The provided authentication token is invalid."


def test_no_authorization_is_401(service: Service) -> None:
    url = "https://demo.azureiotcentral.com/api/devices?api-version=2022-07-31"
    assert service.send("GET", url, []).status == 401


def test_two_authorizations_are_401(service: Service) -> None:
    answer = service.call("GET", "/devices", headers=(("authorization", service.token),))
    assert answer.status == 401


def test_token_of_another_emulator_is_401(service: Service) -> None:
    with new_emulator(randomness=lambda count: b"x" * count) as other:
        assert Service(service.emulator, other.token).call("GET", "/devices").status == 401


@pytest.mark.parametrize(
    "grant", [{"role": "nobody"}, {"role": ORG_ADMIN}, {"role": ADMINISTRATOR, "organization": "none"}]
)
def test_roles_and_organizations_of_a_grant_must_exist(service: Service, grant: object) -> None:
    answer = service.call("PUT", "/apiTokens/t1", {"roles": [grant]})
    assert (answer.status, answer.code) == (400, "InvalidBody")


def test_unknown_token_is_404(service: Service) -> None:
    assert service.call("GET", "/apiTokens/none").status == 404
    assert service.call("DELETE", "/apiTokens/none").status == 404


def test_only_the_three_application_roles_exist_without_organizations(service: Service) -> None:
    roles = {role["displayName"]: role["id"] for role in service.ok("GET", "/roles")["value"]}
    assert roles == {"Administrator": ADMINISTRATOR, "Builder": BUILDER, "Operator": OPERATOR}


def test_role_is_read_by_id(service: Service) -> None:
    assert service.ok("GET", f"/roles/{BUILDER}") == {"id": BUILDER, "displayName": "Builder"}
    assert service.call("GET", f"/roles/{ORG_ADMIN}").status == 404


_ALL, _NONE = {ADMINISTRATOR, BUILDER, OPERATOR}, {ADMINISTRATOR}


@pytest.mark.parametrize(
    "role", [ADMINISTRATOR, BUILDER, OPERATOR], ids=["administrator", "builder", "operator"]
)
@pytest.mark.parametrize(
    ("method", "path", "body", "holders"),
    [
        ("GET", "/apiTokens", None, _NONE),
        ("PUT", "/apiTokens/x", _GRANT, _NONE),
        ("GET", "/users", None, _NONE),
        ("GET", "/roles", None, _NONE),
        ("GET", "/fileUploads", None, _NONE),
        ("GET", "/deviceTemplates", None, _ALL),
        ("PUT", f"/deviceTemplates/{TEMPLATE}", template(), {ADMINISTRATOR, BUILDER}),
        ("DELETE", f"/deviceTemplates/{TEMPLATE}", None, {ADMINISTRATOR, BUILDER}),
        ("GET", "/devices", None, _ALL),
        ("PUT", "/devices/d", {}, _ALL),
        ("DELETE", "/devices/d", None, _ALL),
    ],
)
def test_operation_is_open_to_its_roles_alone(
    service: Service, role: str, method: str, path: str, body: object, holders: set[str]
) -> None:
    answer = service.with_role(role).call(method, path, body)
    assert (answer.status == 403) is (role not in holders)
    if role not in holders:
        assert answer.code == "Forbidden"


def test_roles_of_a_token_add_up(service: Service) -> None:
    grants = {"roles": [{"role": OPERATOR}, {"role": BUILDER}]}
    token = service.ok("PUT", "/apiTokens/both", grants)["token"]
    Service(service.emulator, token).ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())


def test_application_id_is_the_sr_of_every_token(service: Service) -> None:
    made = service.ok("PUT", "/apiTokens/t1", _GRANT)["token"]
    assert _parts(made)["sr"] == _parts(service.token)["sr"]
    assert unquote(_parts(made)["sig"]) != unquote(_parts(service.token)["sig"])
