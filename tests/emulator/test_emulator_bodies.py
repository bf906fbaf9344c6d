"""Reading request bodies: media types, JSON, validation in the service's wording (dossier 2.3, 2.4, 14)."""

from __future__ import annotations

import pytest

from iotcentral.emulator.gate import BODY_LIMIT
from tests.emulator.harness import ADMINISTRATOR, TEMPLATE, Service, template

_LISTED = "The provided request body contains the following errors: \n\n"


def test_bare_interface_is_refused_in_the_recorded_wording(service: Service) -> None:
    body = {"@type": "Interface", "@id": TEMPLATE, "contents": []}
    answer = service.call("PUT", f"/deviceTemplates/{TEMPLATE}", body)
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert answer.sentence == (
        f"{_LISTED}should have required property 'capabilityModel'; \n\n['@type'] should be array."
    )


@pytest.mark.parametrize(
    ("path", "body", "fault"),
    [
        ("/devices/d", [], "should be object"),
        ("/devices/d", {"enabled": "yes"}, ".enabled should be boolean"),
        ("/apiTokens/t", {}, "should have required property 'roles'"),
        ("/apiTokens/t", {"roles": []}, ".roles should NOT have fewer than 1 items"),
        ("/apiTokens/t", {"roles": [{}]}, ".roles[0] should have required property 'role'"),
        (
            "/apiTokens/t",
            {"roles": [{"role": ADMINISTRATOR}], "expiry": "soon"},
            '.expiry should match format "date-time"',
        ),
        ("/users/u", {"type": "cat"}, ".type should be equal to one of the allowed values"),
        ("/users/u", {"roles": []}, "should have required property 'type'"),
    ],
)
def test_faults_are_worded_like_the_services_validator(
    service: Service, path: str, body: object, fault: str
) -> None:
    answer = service.call("PUT", path, body)
    assert (answer.status, answer.code, answer.sentence) == (400, "InvalidBody", f"{_LISTED}{fault}.")


def test_union_is_dispatched_on_its_tag_before_validating(service: Service) -> None:
    answer = service.call("PUT", "/users/u", {"type": "email", "roles": [{"role": ADMINISTRATOR}]})
    assert answer.sentence == f"{_LISTED}should have required property 'email'."


def test_metadata_in_a_property_patch_is_refused_by_name(device: Service) -> None:
    answer = device.call("PATCH", "/devices/t1/properties", {"$metadata": {}})
    assert answer.sentence == f'{_LISTED}property name "$metadata" is invalid.'


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"",
        b'{"displayName": NaN}',
        b'{"displayName": 1e999}',
        b'{"displayName": "\\ud800"}',
        b'"\xff"',
        b"\xef\xbb\xbf{}",
        b"{} x",
        b'{"a": ' + b"9" * 5000 + b"}",
    ],
)
def test_unparsable_body_is_400(service: Service, raw: bytes) -> None:
    assert service.call("PUT", "/devices/d", raw=raw).status == 400


@pytest.mark.parametrize("raw", [b"[" * 100_000, b'{"a":' * 65 + b"1" + b"}" * 65])
def test_deep_nesting_is_400(service: Service, raw: bytes) -> None:
    answer = service.call("PUT", "/devices/d", raw=raw)
    assert (answer.status, answer.code) == (400, "InvalidBody")


def test_brackets_in_strings_are_no_nesting(service: Service) -> None:
    name = '[{"\\' * 200
    assert service.ok("PUT", "/devices/d", {"displayName": name})["displayName"] == name


def test_body_over_the_limit_is_413(service: Service) -> None:
    answer = service.call("PUT", "/devices/d", raw=b" " * (BODY_LIMIT + 1))
    assert (answer.status, answer.code) == (413, "PayloadTooLarge")


@pytest.mark.parametrize("media_type", ["application/json", "application/merge-patch+json; charset=utf-8"])
def test_patch_takes_merge_patch_and_plain_json(device: Service, media_type: str) -> None:
    device.ok("PATCH", "/devices/t1", {"enabled": False}, media_type=media_type)


def test_json_patch_is_400(device: Service) -> None:
    assert device.call("PATCH", "/devices/t1", [], media_type="application/json-patch+json").status == 400


def test_other_media_types_are_415(device: Service) -> None:
    assert device.call("PUT", "/devices/t1", {}, media_type="text/plain").status == 415


def test_get_and_delete_may_carry_a_body(device: Service) -> None:
    device.ok("GET", "/devices/t1", raw=b"{not json")
    device.ok("DELETE", "/devices/t1", {"any": "thing"})


def test_read_only_and_undeclared_members_are_ignored(service: Service) -> None:
    sent = {"id": 5, "provisioned": "no", "etag": "x", "color": "red", "displayName": "D"}
    answer = service.ok("PUT", "/devices/d", sent)
    assert (answer["id"], answer["provisioned"], "color" in answer) == ("d", False, False)


@pytest.mark.parametrize("id", ["a.b", "x" * 49, "a%20b"])
def test_path_value_outside_its_limits_is_400_naming_the_parameter(service: Service, id: str) -> None:
    answer = service.call("GET", f"/users/{id}")
    assert answer.status == 400
    assert ".userId should " in answer.sentence


def test_whole_numbers_written_as_fractions_come_back_whole(service: Service) -> None:
    model = b'{"maxValue": 80.0, "x": 1.5, "y": 1e300}'
    raw = b'{"@type": ["ModelDefinition", "DeviceModel"], "capabilityModel": ' + model + b"}"
    answer = service.call("PUT", f"/deviceTemplates/{TEMPLATE}", raw=raw)
    assert b'{"maxValue":80,"x":1.5,"y":1e+300}' in answer.response.body


def test_refused_request_changes_nothing(service: Service) -> None:
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    before = service.ok("GET", f"/deviceTemplates/{TEMPLATE}")
    service.call("PUT", f"/deviceTemplates/{TEMPLATE}", template(**{"@id": "dtmi:other;1"}))
    assert service.ok("GET", f"/deviceTemplates/{TEMPLATE}") == before
