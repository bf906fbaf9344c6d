"""The rest of the control plane: tokens, routes, names, templates, operations, private endpoints, denial."""

from __future__ import annotations

import pytest

from iotcentral import NotFound
from iotcentral._core.transport import Request
from iotcentral.emulator import Choices
from iotcentral.emulator.documents import load_documents
from iotcentral.emulator.gate import BODY_LIMIT
from tests.emulator.arm import (
    APP,
    BEARER,
    GA,
    GROUP,
    PREVIEW,
    PROVIDER,
    SUBSCRIPTION,
    VERSIONS,
    Arm,
    arm_emulator,
    body,
)

each_version = pytest.mark.parametrize("version", VERSIONS)
_TEMPLATES = f"{SUBSCRIPTION}{PROVIDER}/appTemplates"
_CONNECTION = f"{APP}/privateEndpointConnections/north-plant.00000000-0000-0000-0000-000000000009"


@pytest.mark.parametrize(
    ("token", "code"),
    [
        ("", "AuthenticationFailed"),
        ("Bearer ", "InvalidAuthenticationToken"),
        ("Bearer something else", "InvalidAuthenticationToken"),
        (BEARER, "InvalidAuthenticationToken"),
    ],
)
def test_only_the_administrators_entra_token_is_taken(arm: Arm, token: str, code: str) -> None:
    answer = Arm(arm.emulator, token=token).call("GET", APP)
    assert (answer.status, answer.code) == (401, code)


def test_api_token_of_an_application_is_no_use_here(arm: Arm) -> None:
    for token in (arm.emulator.token, f"Bearer {arm.emulator.token}"):
        assert Arm(arm.emulator, token=token).call("GET", APP).status == 401


def test_entra_token_is_an_administrator_of_every_application(arm: Arm) -> None:
    assert arm.application("demo", "/apiTokens").status == 200
    assert arm.application("demo", "/apiTokens", "Bearer other").status == 401


def test_entra_token_is_made_up_and_stays_when_none_is_given() -> None:
    with arm_emulator(admin_bearer=None) as emulator:
        assert Arm(emulator, token="Bearer ").call("GET", GROUP).status == 401
        caller = Arm(emulator, token=f"Bearer {emulator.bearer}")
        assert caller.call("GET", GROUP).status == 200
        assert caller.call("GET", GROUP).status == 200


@pytest.mark.parametrize(
    ("host", "path", "status"),
    [
        ("management.azure.com", GROUP, 200),
        ("MANAGEMENT.AZURE.COM:443", GROUP, 200),
        ("localhost:8080", GROUP, 200),
        ("127.0.0.1:8080", GROUP.upper(), 200),
        ("[::1]:8080", f"{PROVIDER}/operations", 200),
        ("emulator:80", f"{PROVIDER}/operations", 200),
        ("demo.azureiotcentral.com", GROUP, 404),
        ("127.0.0.1", "/subscriptionsX", 404),
        ("management.azure.com", "/api/devices", 404),
    ],
)
def test_plane_is_told_by_host_and_path(arm: Arm, host: str, path: str, status: int) -> None:
    assert arm.send("GET", f"https://{host}{path}?api-version={arm.version}").status == status


@pytest.mark.parametrize("query", ["", "api-version=2022-07-31", "api-version=2018-09-01"])
def test_version_that_is_not_served_is_404(arm: Arm, query: str) -> None:
    answer = arm.call("GET", GROUP, query=query)
    assert (answer.status, answer.code) == (404, "NotFound")
    named = query.rpartition("=")[2] or "undefined"
    assert answer.json["error"]["message"] == f'"{named}" is not a valid API version.'


@pytest.mark.parametrize("path", ["/subscriptions", f"{SUBSCRIPTION}{PROVIDER}/other", f"{APP}/other"])
def test_path_that_is_none_is_404_whoever_asks(arm: Arm, path: str) -> None:
    for token in (f"Bearer {BEARER}", ""):
        assert Arm(arm.emulator, token=token).call("GET", path).status == 404


@pytest.mark.parametrize(("requests", "status"), [("service", 200), ("strict", 400)])
def test_parameter_that_nobody_declares_is_ignored_unless_strict(requests: str, status: int) -> None:
    with arm_emulator(requests=requests) as emulator:
        answer = Arm(emulator).call("GET", GROUP, query=f"api-version={GA}&colour=red")
    assert answer.status == status


def test_body_over_the_limit_is_413(arm: Arm) -> None:
    url = f"https://management.azure.com{APP}?api-version={arm.version}"
    assert arm.send("PUT", url, b" " * (BODY_LIMIT + 1)).status == 413


@pytest.mark.parametrize("media_type", ["text/plain", "application/xml"])
def test_body_that_is_no_json_by_its_type_is_415(arm: Arm, media_type: str) -> None:
    url = f"https://management.azure.com{APP}?api-version={arm.version}"
    assert arm.send("PUT", url, b"{}", media_type).status == 415


def test_private_endpoints_are_not_in_the_ga_version(arm: Arm) -> None:
    arm.ok("PUT", APP, body())
    assert arm.call("GET", f"{APP}/privateEndpointConnections").status == 404


def test_errors_have_the_form_of_resource_manager(arm: Arm) -> None:
    answer = arm.call("GET", APP)
    assert set(answer.json["error"]) == {"code", "message"}
    assert answer.response.header("x-ms-error-code") is None
    assert "support" not in answer.json["error"]["message"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"sku": 1}', b'{"location": "x", "sku": {}}', b'{"a": ' * 99]
)
def test_body_that_is_no_application_is_400(arm: Arm, content: bytes) -> None:
    url = f"https://management.azure.com{APP}?api-version={arm.version}"
    assert arm.send("PUT", url, content).status == 400


@each_version
def test_free_names_have_no_reason(arm: Arm, version: str) -> None:
    for check in ("checkNameAvailability", "checkSubdomainAvailability"):
        found = arm.at(version).ok("POST", f"{SUBSCRIPTION}{PROVIDER}/{check}", {"name": "north"})
        assert found == {"nameAvailable": True}


@pytest.mark.parametrize(
    ("check", "name", "reason"),
    [
        ("checkNameAvailability", "North-Plant", "The resource name is in use"),
        ("checkSubdomainAvailability", "NORTH", "The subdomain is in use"),
        ("checkSubdomainAvailability", "demo", "The subdomain is in use"),
    ],
)
def test_taken_names_are_told_with_the_recorded_words(arm: Arm, check: str, name: str, reason: str) -> None:
    arm.ok("PUT", APP, body())
    sent = {"name": name, "type": "IoTApps"}
    assert arm.ok("POST", f"{SUBSCRIPTION}{PROVIDER}/{check}", sent) == {
        "nameAvailable": False,
        "reason": reason,
        "message": "Try other variations of the name",
    }


@each_version
def test_templates_are_fifteen_with_twelve_places_each(arm: Arm, version: str) -> None:
    page = arm.at(version).ok("POST", _TEMPLATES)
    assert len({template["manifestId"] for template in page["value"]}) == 15
    assert {len(template["locations"]) for template in page["value"]} == {12}
    assert {template["order"] for template in page["value"]} == {1, 99}
    assert [template["manifestId"] for template in page["value"] if template["order"] == 1] == [
        "iotc-pnp-preview"
    ]
    assert "nextLink" not in page


@pytest.mark.parametrize("requests", ["service", "strict"])
def test_later_pages_of_templates_come_by_get(requests: str) -> None:
    with arm_emulator(page_size=6, requests=requests) as emulator:
        arm = Arm(emulator)
        page, found = arm.ok("POST", _TEMPLATES), 0
        while "nextLink" in page:
            found += len(page["value"])
            page = arm.send("GET", page["nextLink"]).json
        assert found + len(page["value"]) == 15
        assert arm.call("GET", _TEMPLATES).status == (405 if requests == "strict" else 404)


@each_version
def test_operations_of_the_provider(arm: Arm, version: str) -> None:
    listed = arm.at(version).ok("GET", f"{PROVIDER}/operations")["value"]
    names = {operation["name"] for operation in listed}
    assert {"Microsoft.IoTCentral/IoTApps/write", "Microsoft.IoTCentral/appTemplates/action"} < names
    assert [operation["origin"] for operation in listed if "origin" in operation] == ["system"]


@pytest.fixture
def connected(arm: Arm) -> Arm:
    """A caller of the preview, with an application that has a private endpoint connection."""
    preview = arm.at(PREVIEW)
    preview.ok("PUT", APP, body())
    preview.ok("PUT", _CONNECTION, _decision("Approved", "Auto-approved"))
    return preview


def _decision(status: str, description: str) -> dict[str, object]:
    state = {"status": status, "description": description, "actionsRequired": "None"}
    return {"properties": {"privateEndpoint": {}, "privateLinkServiceConnectionState": state}}


def test_connection_is_rejected_in_the_answer_already(connected: Arm) -> None:
    answer = connected.call("PUT", _CONNECTION, _decision("Rejected", "No"))
    state = answer.json["properties"]["privateLinkServiceConnectionState"]
    assert (answer.status, state["status"], state["description"]) == (200, "Rejected", "No")
    place = answer.response.header("azure-asyncoperation")
    assert place is not None
    assert "type=updatePrivateEndpointConnection&" in place
    assert connected.send("GET", place).json == {"status": "Updating"}
    assert connected.ok("GET", _CONNECTION) == answer.json


def test_connection_is_found_in_any_spelling(connected: Arm) -> None:
    assert connected.ok("GET", _CONNECTION.upper()) == connected.ok("GET", _CONNECTION)
    for name in (_CONNECTION.upper(), f"{APP}/privateEndpointConnections/Other"):
        connected.ok("PUT", name, _decision("Rejected", "No"))
        assert connected.ok("GET", name.lower())["name"] in (_CONNECTION.rpartition("/")[2], "Other")
    assert len(connected.ok("GET", f"{APP}/privateEndpointConnections")["value"]) == 2


def test_only_what_ends_later_answers_a_location(connected: Arm) -> None:
    decided = connected.call("PUT", _CONNECTION, _decision("Rejected", "No"))
    assert decided.response.header("Location") is None
    assert connected.call("DELETE", _CONNECTION).response.header("Location") is not None


def test_connections_show_in_their_list_and_in_the_application(connected: Arm) -> None:
    listed = connected.ok("GET", f"{APP}/privateEndpointConnections")["value"]
    assert listed == [connected.ok("GET", _CONNECTION)]
    assert connected.ok("GET", APP)["properties"]["privateEndpointConnections"] == listed
    assert listed[0]["properties"]["groupIds"] == ["iotApp"]
    assert listed[0]["id"] == _CONNECTION


def test_connection_goes_when_its_deletion_has_ended(connected: Arm) -> None:
    answer = connected.call("DELETE", _CONNECTION)
    assert (answer.status, answer.response.body) == (202, b"")
    assert connected.call("GET", _CONNECTION).status == 200
    connected.wait(10)
    assert connected.call("GET", _CONNECTION).status == 404
    assert connected.call("DELETE", _CONNECTION).status == 204
    assert connected.ok("GET", f"{APP}/privateEndpointConnections") == {"value": []}


def test_private_link_names_the_one_group_and_its_zones(connected: Arm) -> None:
    [link] = connected.ok("GET", f"{APP}/privateLinkResources")["value"]
    assert link == connected.ok("GET", f"{APP}/privateLinkResources/iotApp")
    assert link["properties"]["requiredMembers"][0] == "north"
    assert "privatelink.azureiotcentral.com" in link["properties"]["requiredZoneNames"]
    assert connected.call("GET", f"{APP}/privateLinkResources/other").status == 404


@pytest.mark.parametrize(
    "path", ["privateEndpointConnections", "privateLinkResources", "privateLinkResources/iotApp"]
)
def test_parts_of_an_application_that_is_not_there_are_404(arm: Arm, path: str) -> None:
    assert arm.at(PREVIEW).call("GET", f"{APP}/{path}").status == 404


@each_version
@pytest.mark.parametrize("status", [403, 409])
def test_creation_can_be_denied_as_by_the_service_of_today(version: str, status: int) -> None:
    choices = Choices(denied_create=403 if status == 403 else 409)
    with arm_emulator(deny_create=True, choices=choices) as emulator:
        answer = Arm(emulator, version).call("PUT", APP, body())
        assert answer.status == status
        subscription = SUBSCRIPTION.rpartition("/")[2]
        sentence = f"Subscription {subscription} is not allowed to create new applications"
        assert answer.json["error"]["message"] == sentence


def test_denial_leaves_existing_applications_alone(tmp_path: object) -> None:
    with arm_emulator(state=f"{tmp_path}/state.db") as emulator:
        Arm(emulator).ok("PUT", APP, body())
    with arm_emulator(state=f"{tmp_path}/state.db", deny_create=True) as emulator:
        assert Arm(emulator).call("PUT", APP, body(sku={"name": "ST0"})).status == 200
        assert Arm(emulator).application("north").status == 200
        assert Arm(emulator).call("DELETE", APP).status == 200


def test_only_given_application_is_that_of_a_host_without_a_subdomain(arm: Arm) -> None:
    arm.ok("PUT", APP, body())
    token = arm.emulator.token
    url = "http://127.0.0.1/api/roles?api-version=2022-07-31"
    assert arm.emulator.engine.handle(Request("GET", url, (("Authorization", token),), None)).status == 200


def test_links_follow_the_external_url() -> None:
    with arm_emulator(external_url="https://cloud.example/") as emulator:
        answer = Arm(emulator, PREVIEW).call("PUT", APP, body())
        place = answer.response.header("azure-asyncoperation")
        assert place is not None
        assert place.startswith("https://cloud.example/subscriptions/")


def test_every_answer_has_an_id_of_its_own(arm: Arm) -> None:
    answers = [arm.call("GET", GROUP), arm.call("GET", APP), arm.call("GET", APP, query="")]
    assert len({answer.response.header("x-ms-request-id") for answer in answers} - {None}) == 3


def test_own_clients_error_carries_the_id_of_the_request(arm: Arm) -> None:
    with arm.emulator.management_client() as management, pytest.raises(NotFound) as raised:
        management.apps.get("subscription", "group", "nowhere")
    assert raised.value.request_id


def test_own_client_reaches_the_control_plane(arm: Arm) -> None:
    arm.ok("PUT", APP, body())
    with arm.emulator.management_client() as management:
        [app] = management.apps.list_by_subscription(SUBSCRIPTION.rpartition("/")[2])
        assert app.name == "north-plant"


def test_emulator_without_the_documents_has_no_control_plane() -> None:
    with arm_emulator(documents=load_documents("data-plane")) as emulator:
        answer = Arm(emulator).call("GET", GROUP)
    assert (answer.status, answer.code) == (404, "NotFound")
