"""What other people's clients rely on: the CLI extension, the published Postman collection, SDKs, migrators.

The points are numbered as in our notes on those clients. Each is asked for over HTTP, in the way they ask.
Points 13 and 14 speak of what is not served: addresses outside the published API, and enrollment groups.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.emulator import test_emulator_other_clients_addresses as addresses
from tests.emulator.harness import (
    ADMINISTRATOR,
    CLOUD,
    OPERATOR,
    TEMPLATE,
    WRITABLE,
    every_document,
    group_filter,
    interface,
    template,
)
from tests.emulator.wire import Served

OLDER, NEWEST = "2022-06-30-preview", "2022-10-31-preview"
PROPERTY = {"type": "property", "target": TEMPLATE, "path": "target", "value": 4}
JOB = {"displayName": "J", "group": "g", "data": [PROPERTY]}
USER = {"type": "email", "email": "a@b.example", "roles": [{"role": OPERATOR}]}
UPLOAD = {"connectionString": "DefaultEndpointsProtocol=https;AccountKey=a", "container": "c"}
KEYS = {"type": "symmetricKey", "symmetricKey": {"primaryKey": "YQ==", "secondaryKey": "Yg=="}}


# 2: a PUT that creates answers 200 with the body; 201 belongs to commands, 204 to ends, stop and resume.

CREATED: dict[str, Any] = {
    "/api/apiTokens/t": {"roles": [{"role": ADMINISTRATOR}]},
    "/api/deviceGroups/n": {"displayName": "N", "filter": group_filter()},
    "/api/deviceTemplates/dtmi:a:b;1": template(WRITABLE),
    "/api/devices/n": {"displayName": "N"},
    "/api/devices/a/attestation": KEYS,
    "/api/devices/a/relationships/r": {"id": "r", "source": "a", "target": "b"},
    "/api/fileUploads": UPLOAD,
    "/api/jobs/j": JOB,
    "/api/organizations/north": {"displayName": "North"},
    "/api/scheduledJobs/s": JOB | {"schedule": {"start": "3022-01-01T00:00:00Z"}},
    "/api/users/u": USER,
}


@pytest.mark.parametrize("path", list(CREATED))
def test_point_2_creating_put_is_200_with_the_body(stocked: Served, path: str) -> None:
    heard = stocked.app.call("PUT", path, CREATED[path])
    assert heard.status == 200
    assert heard.json.keys() >= CREATED[path].keys() - {"source"}


@pytest.mark.parametrize("path", [path for path in CREATED if path != "/api/jobs/j"])
def test_point_2_delete_is_204_and_empty(stocked: Served, path: str) -> None:
    stocked.app.ok("PUT", path, CREATED[path])
    heard = stocked.app.call("DELETE", path)
    assert (heard.status, heard.body) == (204, b"")


def test_point_2_command_is_201_with_a_body(stocked: Served) -> None:
    heard = stocked.app.call("POST", "/api/devices/sim/commands/reboot", {"request": 1})
    assert (heard.status, heard.json["responseCode"]) == (201, 200)


@pytest.mark.parametrize("verb", ["stop", "resume"])
def test_point_2_job_stop_and_resume_are_204_and_empty(stocked: Served, verb: str) -> None:
    stocked.app.ok("PUT", "/api/jobs/j", JOB)
    heard = stocked.app.call("POST", f"/api/jobs/j/{verb}")
    assert (heard.status, heard.body) == (204, b"")


# 3: `error` at the top of a body tells an error, and `NotFound` is compared as it stands.


@pytest.mark.parametrize("document", every_document(), ids=lambda document: document.version)
def test_point_3_no_successful_answer_declares_error(document: Any) -> None:
    for operation in document.operations.values():
        for status, answer in operation.responses.items():
            for content in answer.get("content", {}).values() if status.startswith("2") else ():
                schema = document.resolve(content["schema"])
                assert "error" not in schema.get("properties", {}), operation.id


ERRORS: dict[str, tuple[str, str, bytes | None, int, str]] = {
    "nothing there": ("GET", "/api/devices/none?api-version=2022-07-31", None, 404, "NotFound"),
    "no such route": ("GET", "/api/widgets?api-version=2022-07-31", None, 404, "NotFound"),
    "no such api": ("GET", "/widgets?api-version=2022-07-31", None, 404, "NotFound"),
    "no such method": ("POST", "/api/devices?api-version=2022-07-31", None, 404, "NotFound"),
    "no version": ("GET", "/api/devices", None, 404, "NotFound"),
    "no JSON": ("PUT", "/api/devices/d?api-version=2022-07-31", b"{", 400, "InvalidBody"),
    "no object": ("PUT", "/api/devices/d?api-version=2022-07-31", b"[]", 400, "InvalidBody"),
}


@pytest.mark.parametrize("case", list(ERRORS))
def test_point_3_errors_have_the_four_members(served: Served, case: str) -> None:
    method, target, sent, status, code = ERRORS[case]
    heard = served.app.send(method, target, sent)
    assert (heard.status, heard.code) == (status, code)
    assert list(heard.json) == ["error"]
    assert set(heard.json["error"]) == {"code", "message", "requestId", "time"}


# 4: later pages, and lists of which only the first page is read.


def test_point_4_later_pages_take_the_version_a_second_time(stocked: Served) -> None:
    first = f"/api/devices?api-version={NEWEST}&maxpagesize=2&filter=enabled%20eq%20true"
    link = urlsplit(stocked.app.ok("GET", first)["nextLink"])
    asked = parse_qs(link.query)
    assert (asked["api-version"], asked["filter"], asked["maxpagesize"]) == (
        [NEWEST],
        ["enabled eq true"],
        ["2"],
    )
    last = stocked.app.ok("GET", f"{link.path}?{link.query}&api-version={NEWEST}")
    assert [device["id"] for device in last["value"]] == ["sim"]
    assert "nextLink" not in last


@pytest.mark.parametrize("kind", ["apiTokens", "users"])
def test_point_4_first_page_has_twenty_five(served: Served, kind: str) -> None:
    for number in range(24):
        user = {"type": "email", "email": f"{number}@b.example", "roles": [{"role": OPERATOR}]}
        sent = user if kind == "users" else {"roles": [{"role": OPERATOR}]}
        served.app.ok("PUT", f"/api/{kind}/n{number}", sent)
    assert len(served.app.ok("GET", f"/api/{kind}")["value"]) >= 24


def test_point_4_all_roles_are_on_the_first_page(served: Served) -> None:
    served.app.ok("PUT", "/api/organizations/north", {"displayName": "North"})
    page = served.app.ok("GET", "/api/roles")
    assert (len(page["value"]), "nextLink" in page) == (6, False)


# 5: filters of device lists in the older previews.


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("type eq 'GatewayDevice' or type eq 'EdgeDevice'", []),
        ("id eq 'a' or id eq 'b'", ["a", "b"]),
        ("id eq 'none'", []),
    ],
)
def test_point_5_device_filter_of_older_previews(stocked: Served, text: str, ids: list[str]) -> None:
    found = stocked.app.ok("GET", f"/api/devices?api-version={OLDER}&$filter={quote(text)}")
    assert [device["id"] for device in found["value"]] == ids


# 6: what is sent along and means nothing.


@pytest.mark.parametrize("media_type", ["application/json", "application/merge-patch+json"])
def test_point_6_patch_echoes_what_was_read(stocked: Served, media_type: str) -> None:
    read = stocked.app.ok("GET", "/api/devices/a")
    sent = json.dumps(read | {"displayName": "Hall", "provisioned": True, "id": "other"}).encode()
    heard = stocked.app.send("PATCH", "/api/devices/a?api-version=2022-07-31", sent, media_type)
    assert heard.status == 200
    assert (heard.json["id"], heard.json["displayName"], heard.json["provisioned"]) == ("a", "Hall", False)


def test_point_6_patch_echoes_the_kind_of_an_edge_device(stocked: Served) -> None:
    edge = f"/api/devices/edge?api-version={NEWEST}"
    made = stocked.app.ok("PUT", edge, {"type": ["iotEdge"]})
    assert stocked.app.ok("PATCH", edge, made | {"displayName": "E"})["type"] == ["iotEdge"]


ECHOED: dict[str, tuple[str, Any]] = {
    "relationship": (
        "/api/devices/a/relationships/r",
        {"id": "r", "source": "a", "target": "b", "name": "behind"},
    ),
    "user": ("/api/users/u", USER | {"id": "u"}),
}


@pytest.mark.parametrize("kind", list(ECHOED))
def test_point_6_put_carries_the_id(stocked: Served, kind: str) -> None:
    path, sent = ECHOED[kind]
    assert stocked.app.ok("PUT", path, sent)["id"] == sent["id"]


@pytest.mark.parametrize(("method", "status"), [("GET", 200), ("DELETE", 204)])
def test_point_6_get_and_delete_carry_a_body(stocked: Served, method: str, status: int) -> None:
    assert stocked.app.call(method, "/api/devices/b", {"any": ["thing"]}).status == status


def test_point_6_get_of_relationships_has_a_content_type_and_no_body(stocked: Served) -> None:
    heard = stocked.app.call("GET", "/api/devices/a/relationships", Content_Type="application/json")
    assert (heard.status, heard.json) == (200, {"value": []})


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/api/jobs/j/stop", 204),
        ("POST", "/api/jobs/j/resume", 204),
        ("PUT", "/api/jobs/j/rerun/again", 200),
    ],
)
def test_point_6_calls_without_a_body_have_content_length_0(
    stocked: Served, method: str, path: str, status: int
) -> None:
    stocked.app.ok("PUT", "/api/jobs/j", JOB)
    heard = stocked.app.call(method, path, Content_Length="0", Content_Type="application/json")
    assert heard.status == status


# 7: template ids and texts of every form.

IDS = ["dtmi:a:b;1", "dtmi:modelDefinition:spzeut3n:n2lteu39u6", "urn:modelDefinition:x:9", "urn:a:b:c:9"]


@pytest.mark.parametrize("id", IDS)
def test_point_7_template_ids_stand_raw_in_the_path(served: Served, id: str) -> None:
    assert served.app.ok("PUT", f"/api/deviceTemplates/{id}", template())["@id"] == id
    raw, encoded = (served.app.ok("GET", f"/api/deviceTemplates/{each}") for each in (id, quote(id, safe="")))
    assert raw == encoded


def test_point_7_names_by_language_contents_and_inline_extends_come_back_as_sent(served: Served) -> None:
    parent = interface(WRITABLE | {"name": "inherited"}) | {"@id": "urn:contoso:parent:9"}
    contents = [WRITABLE | {"displayName": {"en": "Target", "de": "Ziel"}, "@id": "urn:contoso:target:1"}]
    sent = template(displayName={"en": "Thermostat"})
    sent["capabilityModel"] |= {"contents": contents, "extends": [parent]}
    made = served.app.ok("PUT", f"/api/deviceTemplates/{TEMPLATE}", sent)
    assert {name: made[name] for name in sent} == sent


# 8: what is wished for of a device stands under `$metadata`.


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_point_8_property_answers_carry_the_desired_value(stocked: Served, method: str) -> None:
    path = "/api/devices/a/properties"
    answered = stocked.app.ok(method, path, {"target": 4})["$metadata"]["target"]
    read = stocked.app.ok("GET", path)["$metadata"]["target"]
    assert (answered["desiredValue"], read["desiredValue"]) == (4, 4)


def test_point_8_put_drops_what_it_does_not_name(stocked: Served) -> None:
    path = "/api/devices/a/properties"
    stocked.app.ok("PATCH", path, {"target": 4, CLOUD["name"]: "Contoso"})
    stocked.app.ok("PUT", path, {CLOUD["name"]: "Fabrikam"})
    assert stocked.app.ok("GET", path) == {"$metadata": {}, CLOUD["name"]: "Fabrikam"}


# 9: API tokens.


def test_point_9_items_of_the_token_list_have_three_members(served: Served) -> None:
    text = served.app.ok("PUT", "/api/apiTokens/t", {"roles": [{"role": ADMINISTRATOR}]})["token"]
    with served.app.holding(text) as caller:
        items = caller.ok("GET", "/api/apiTokens")["value"]
    assert [set(item) for item in items] == [{"id", "roles", "expiry"}] * len(items)
    assert "t" in [item["id"] for item in items]


# 10: the end of the file upload configuration.


def test_point_10_one_read_says_deleting_then_it_is_not_found(served: Served) -> None:
    served.app.ok("PUT", "/api/fileUploads", UPLOAD)
    served.app.ok("DELETE", "/api/fileUploads")
    assert served.app.ok("GET", "/api/fileUploads")["state"] == "deleting"
    gone = served.app.call("GET", "/api/fileUploads")
    assert (gone.status, gone.code) == (404, "NotFound")


def test_every_point_that_touches_what_is_served_has_a_test() -> None:
    tests = [name for name in (*globals(), *vars(addresses)) if name.startswith("test_point_")]
    named = {int(name.split("_")[2]) for name in tests}
    assert named == set(range(1, 13))
