"""The documented-only surface: its token, its application, and devices in its own envelope."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from tests.emulator.arm import APP, Arm, body
from tests.emulator.harness import (
    BUILDER,
    OPERATOR,
    ORG_ADMIN,
    ORG_OPERATOR,
    ORG_VIEWER,
    TEMPLATE,
    Service,
    template,
)
from tests.emulator.reference import Reference

_LISTED = {"displayName": "d1", "template": "", "simulated": False, "provisioned": False, "enabled": True}


def test_token_goes_after_bearer_and_no_other_way(reference: Reference) -> None:
    token = reference.service.token
    assert reference.call("GET", "/devices").status == 200
    assert reference.call("GET", "/devices", authorization=f"bearer {token}").status == 200
    for wrong in (token, f"Bearer Bearer {token}", "Bearer x"):
        answer = reference.call("GET", "/devices", authorization=wrong)
        assert (answer.status, answer.code) == (401, "Unauthenticated")


def test_entra_token_is_unknown_to_it(reference: Reference) -> None:
    bearer = reference.service.emulator.bearer
    assert reference.call("GET", "/devices", authorization=f"Bearer {bearer}").status == 401


def test_bearer_before_an_api_token_is_refused_by_the_data_plane(service: Service) -> None:
    other = Service(service.emulator, f"Bearer {service.token}")
    assert other.call("GET", "/devices").status == 401


def test_errors_are_a_code_and_a_sentence(reference: Reference) -> None:
    answer = reference.call("GET", "/devices/none")
    assert answer.status == 404
    assert set(answer.json) == {"error"}
    assert set(answer.json["error"]) == {"code", "message"}


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/v1"), ("GET", "/v1/roles"), ("DELETE", "/v1/devices"), ("GET", "/v1/apps/x")],
)
def test_what_the_text_does_not_name_is_404(service: Service, method: str, path: str) -> None:
    bearer = Service(service.emulator, f"Bearer {service.token}")
    assert bearer.call(method, path).status == 404


@pytest.mark.parametrize("query", ["", "api-version=1.0", "api-version=2022-10-31-preview"])
def test_only_the_one_version_is_served(service: Service, query: str) -> None:
    bearer = Service(service.emulator, f"Bearer {service.token}")
    answer = bearer.call("GET", "/v1/devices", query=query)
    assert answer.status == 404
    assert answer.json["error"]["message"].endswith("is not a valid API version.")


def test_unknown_application_is_404(reference: Reference) -> None:
    url = "https://nobody.azureiotcentral.com/api/v1/devices?api-version=2022-07-31"
    assert reference.service.send("GET", url, []).status == 404


def test_application_given_by_name_has_the_settings_it_was_made_with(reference: Reference) -> None:
    application = reference.ok("GET", "/apps/app")
    assert f"sr={application['id']}&" in reference.service.token
    assert application == {
        "id": application["id"],
        "displayName": "demo",
        "template": "iotc-pnp-preview@1.0.0",
        "location": "East US",
        "state": "Running",
        "createdTime": "2024-01-01T00:00:00.000Z",
        "lastUpdatedTime": "2024-01-01T00:00:00.000Z",
    }


def test_application_of_the_control_plane_is_the_same_here(arm: Arm) -> None:
    made = arm.ok("PUT", APP, body(location="westeurope"))
    arm.wait(60)
    arm.ok("PATCH", APP, {"properties": {"displayName": "South plant"}})
    token = arm.emulator.engine.administrator_token("north")
    shown = arm.application("north", "/v1/apps/app", f"Bearer {token}").json
    assert shown["id"] == made["properties"]["applicationId"]
    assert (shown["displayName"], shown["location"]) == ("South plant", "West Europe")
    assert shown["createdTime"] == "2024-01-01T00:00:00.000Z"
    assert shown["lastUpdatedTime"] == "2024-01-01T00:01:00.000Z"


def test_created_device_is_there_on_both_surfaces(reference: Reference) -> None:
    created = reference.ok("PUT", "/devices/d1", {"displayName": "Hall"})
    assert created == _LISTED | {"id": "d1", "displayName": "Hall"}
    assert reference.service.ok("GET", "/devices/d1")["displayName"] == "Hall"
    assert reference.ok("GET", "/devices/d1") == created


def test_device_of_the_data_plane_is_there_too(reference: Reference) -> None:
    reference.service.ok("PUT", "/devices/d1", {})
    assert reference.ok("GET", "/devices") == {"devices": [_LISTED | {"id": "d1"}]}


def test_create_never_replaces(reference: Reference) -> None:
    reference.ok("PUT", "/devices/d1", {"displayName": "Hall"})
    answer = reference.call("PUT", "/devices/d1", {"displayName": "Roof"})
    assert (answer.status, answer.code) == (409, "Conflict")
    assert reference.ok("GET", "/devices/d1")["displayName"] == "Hall"


@pytest.mark.parametrize(
    "sent", [{"template": "dtmi:none;1"}, {"displayName": 5}, {"simulated": "yes"}, [], None, "text"]
)
def test_body_that_is_no_device_is_400(reference: Reference, sent: Any) -> None:
    answer = reference.call("PUT", "/devices/d1", sent)
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert reference.call("GET", "/devices/d1").status == 404


@pytest.mark.parametrize(
    ("media_type", "status"), [("application/json", 200), ("text/plain", 415), ("application/xml", 415)]
)
def test_body_is_json(reference: Reference, media_type: str, status: int) -> None:
    assert reference.call("PUT", "/devices/d1", {}, media_type=media_type).status == status


def test_what_the_service_writes_is_ignored_in_a_body(reference: Reference) -> None:
    sent = {"id": "other", "provisioned": True, "lastSeen": "2023-10-26T15:00:00Z", "firmwareVersion": "9"}
    assert reference.ok("PUT", "/devices/d1", sent) == _LISTED | {"id": "d1"}


def test_update_changes_what_it_names(reference: Reference) -> None:
    reference.ok("PUT", "/devices/d1", {"displayName": "Hall"})
    changed = reference.ok("PATCH", "/devices/d1", {"enabled": False})
    assert changed == _LISTED | {"id": "d1", "displayName": "Hall", "enabled": False}
    assert reference.call("PATCH", "/devices/none", {}).status == 404


def test_empty_template_is_none_at_all(reference: Reference) -> None:
    service = reference.service
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    reference.ok("PUT", "/devices/d1", {"template": ""})
    assert reference.ok("PATCH", "/devices/d1", {"template": TEMPLATE})["template"] == TEMPLATE
    assert reference.ok("PATCH", "/devices/d1", {"template": ""})["template"] == ""
    assert "template" not in service.ok("GET", "/devices/d1")


def test_what_was_read_can_be_written_back(reference: Reference) -> None:
    reference.ok("PUT", "/devices/d1", {})
    read = reference.ok("GET", "/devices/d1")
    assert reference.ok("PATCH", "/devices/d1", read) == read


def test_removed_device_is_gone_on_both_surfaces(reference: Reference) -> None:
    reference.ok("PUT", "/devices/d1", {})
    assert reference.call("DELETE", "/devices/d1").status == 204
    assert reference.call("DELETE", "/devices/d1").status == 404
    assert reference.service.call("GET", "/devices/d1").status == 404


def _ids(reference: Reference, query: str) -> list[str]:
    return [device["id"] for device in reference.ok("GET", "/devices", query=query)["devices"]]


@pytest.fixture
def several(reference: Reference) -> Reference:
    """Thirty devices, `d00` to `d29`; every tenth is shut out."""
    for number in range(30):
        reference.ok("PUT", f"/devices/d{number:02}", {"enabled": number % 10 != 0})
    return reference


def test_list_is_whole_without_a_link(several: Reference) -> None:
    listed = several.ok("GET", "/devices")
    assert set(listed) == {"devices"}
    assert [device["id"] for device in listed["devices"]] == [f"d{number:02}" for number in range(30)]


@pytest.mark.parametrize(("top", "count"), [("0", 0), ("1", 1), ("29", 29), ("31", 30), ("9" * 30, 30)])
def test_top_is_how_many_at_most(several: Reference, top: str, count: int) -> None:
    assert len(_ids(several, f"$top={top}")) == count


@pytest.mark.parametrize("top", ["-1", "x", "1.5", "", "٣"])
def test_top_that_is_no_number_is_400(reference: Reference, top: str) -> None:
    answer = reference.call("GET", "/devices", query=f"$top={quote(top)}")
    assert answer.status == 400
    assert "'$top'" in answer.json["error"]["message"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("enabled eq false", ["d00", "d10", "d20"]),
        ("ENABLED EQ FALSE", ["d00", "d10", "d20"]),
        ("enabled ne True", ["d00", "d10", "d20"]),
        ("enabled ne true", ["d00", "d10", "d20"]),
        ("not (enabled eq true) and id gt 'd05'", ["d10", "d20"]),
        ("id eq 'd03' or id eq 'd04'", ["d03", "d04"]),
        ("id ge 'd28'", ["d28", "d29"]),
        ("id lt 'd01' or id le 'd01'", ["d00", "d01"]),
        ("id eq 'd01' or id eq 'd02' and enabled eq false", ["d01"]),
        ("(id eq 'd01' or id eq 'd00') and enabled eq false", ["d00"]),
        ("template eq '' and displayName eq 'd07'", ["d07"]),
        ("NOT enabled eq true AND (id eq 'd10' OR id eq 'd11')", ["d10"]),
        ("(" * 30 + "id eq 'd01'" + ")" * 30, ["d01"]),
        ("simulated eq true", []),
        ("displayName eq 5", []),
    ],
)
def test_filter_keeps_what_the_condition_takes(several: Reference, text: str, expected: list[str]) -> None:
    assert _ids(several, f"$filter={quote(text)}") == expected


def test_top_counts_what_the_filter_leaves(several: Reference) -> None:
    assert _ids(several, "$filter=enabled%20eq%20false&$top=2") == ["d00", "d10"]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 1),
        ("enabled", 8),
        ("enabled = true", 9),
        ("enabled eq", 11),
        ("colour eq 'red'", 1),
        ("enabled eq true or", 19),
        ("(enabled eq true", 17),
        ("enabled eq true)", 16),
        ("enabled eq 'x", 12),
        ("enabled eq eq", 12),
        ("(" * 40 + "enabled eq true" + ")" * 40, 33),
    ],
)
def test_filter_that_cannot_be_read_is_400_at_its_position(
    reference: Reference, text: str, position: int
) -> None:
    answer = reference.call("GET", "/devices", query=f"$filter={quote(text)}")
    assert answer.status == 400
    assert "'$filter'" in answer.json["error"]["message"]
    assert f"position {position}" in answer.json["error"]["message"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("enabled eq", "Expected a value, found the end"),
        ("enabled is true", "Expected a comparison (eq, ne, gt, ge, lt, le), found 'is'"),
        ("(enabled eq true", "Expected ), found the end"),
        ("enabled eq true id", "Expected and, or or the end, found 'id'"),
    ],
)
def test_error_of_a_filter_says_what_was_expected(reference: Reference, text: str, sentence: str) -> None:
    answer = reference.call("GET", "/devices", query=f"$filter={quote(text)}")
    assert sentence in answer.json["error"]["message"]


@pytest.mark.parametrize(
    ("role", "method", "path", "status"),
    [
        (OPERATOR, "GET", "/apps/app", 200),
        (OPERATOR, "DELETE", "/devices/d-root", 204),
        (BUILDER, "PATCH", "/devices/d-root", 200),
        (ORG_OPERATOR, "GET", "/devices/d-north", 200),
        (ORG_OPERATOR, "GET", "/devices/d-oslo", 200),
        (ORG_OPERATOR, "PUT", "/devices/new", 200),
        (ORG_OPERATOR, "PATCH", "/devices/d-north", 403),
        (ORG_ADMIN, "PATCH", "/devices/d-north", 200),
        (ORG_ADMIN, "PATCH", "/devices/d-south", 404),
        (ORG_OPERATOR, "PUT", "/devices/d-south", 404),
        (ORG_OPERATOR, "PUT", "/devices/d-oslo", 409),
        (ORG_VIEWER, "GET", "/devices/d-north", 200),
        (ORG_VIEWER, "GET", "/devices/d-root", 404),
        (ORG_VIEWER, "PUT", "/devices/new", 403),
        (ORG_VIEWER, "POST", "/devices/d-north/telemetry", 403),
        (ORG_VIEWER, "DELETE", "/devices/d-north", 403),
    ],
)
def test_roles_and_organizations_count_as_on_the_data_plane(
    tree: Service, role: str, method: str, path: str, status: int
) -> None:
    organization = None if role in (BUILDER, OPERATOR) else "north"
    caller = Reference(tree.with_role(role, organization))
    sent = {} if method in ("PUT", "PATCH", "POST") else None
    assert caller.call(method, path, sent).status == status


def test_list_holds_what_the_caller_sees(tree: Service) -> None:
    caller = Reference(tree.with_role(ORG_VIEWER, "north"))
    assert _ids(caller, "") == ["d-north", "d-oslo", "d-port"]


def test_own_client_reads_and_writes_it(reference: Reference) -> None:
    with reference.service.emulator.reference_client() as app:
        assert app.application.get().state == "Running"
