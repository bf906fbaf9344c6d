"""Operations of the preview that go on after their answer, on the engine's clock."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.arm import APP, GA, PREVIEW, SUBSCRIPTION, Arm, body
from tests.emulator.harness import Answer

_ASYNC = "azure-asyncoperation"


@pytest.fixture
def preview(arm: Arm) -> Arm:
    """A caller of the preview, with one application that is ready."""
    arm.ok("PUT", APP, body())
    return arm.at(PREVIEW)


def _poll(arm: Arm, answer: Answer, header: str = _ASYNC) -> Answer:
    url = answer.response.header(header)
    assert url is not None
    return arm.send("GET", url)


def _progress(arm: Arm) -> str:
    state: str = arm.ok("GET", APP)["properties"]["provisioningState"]
    return state


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_ga_version_ends_before_its_answer(arm: Arm, method: str) -> None:
    arm.ok("PUT", APP, body())
    answer = arm.call(method, APP, body() if method == "PUT" else {} if method == "PATCH" else None)
    assert answer.status == 200
    assert all(answer.response.header(name) is None for name in (_ASYNC, "Location", "Retry-After"))


def test_create_is_creating_until_it_has_succeeded(arm: Arm) -> None:
    caller = arm.at(PREVIEW)
    answer = caller.call("PUT", APP, body())
    assert (answer.status, answer.json["properties"]["provisioningState"]) == (201, "Creating")
    assert _poll(caller, answer).json == {"status": "Creating"}
    assert _progress(caller) == "Creating"
    arm.wait(10)
    assert _poll(caller, answer).json == {"status": "Succeeded"}
    assert _progress(caller) == "Succeeded"


@pytest.mark.parametrize(
    ("method", "sent", "status", "has_location"),
    [("PUT", body(), 200, False), ("PATCH", {"tags": {"a": "b"}}, 202, True)],
)
def test_change_is_updating_and_answers_the_application(
    preview: Arm, method: str, sent: Any, status: int, has_location: bool
) -> None:
    answer = preview.call(method, APP, sent)
    assert (answer.status, answer.json["properties"]["provisioningState"]) == (status, "Updating")
    assert (answer.response.header("Location") is not None) is has_location
    assert answer.response.header("ETag") is None
    assert _poll(preview, answer).json == {"status": "Updating"}
    preview.wait(10)
    assert _poll(preview, answer).json == {"status": "Succeeded"}


def test_delete_is_empty_and_the_application_stays_until_the_end(preview: Arm) -> None:
    answer = preview.call("DELETE", APP)
    assert (answer.status, answer.response.body) == (202, b"")
    assert _progress(preview) == "Deleting"
    assert preview.call("PATCH", APP, {}).status == 409
    assert preview.call("DELETE", APP).status == 202
    preview.wait(10)
    assert _poll(preview, answer).json == {"status": "Succeeded"}
    assert preview.call("GET", APP).status == 404


def test_data_plane_ends_with_the_deletion_even_if_nobody_polls(preview: Arm) -> None:
    preview.call("DELETE", APP)
    assert preview.application("north").status == 200
    preview.wait(10)
    assert preview.application("north").status == 404


def test_headers_are_those_of_the_recordings(preview: Arm) -> None:
    response = preview.call("DELETE", APP).response
    place, location = response.header(_ASYNC), response.header("location")
    assert (place, response.header("retry-after")) == (f"{location}&asyncinfo", "10")
    assert place is not None
    start, _, query = place.partition("?")
    assert start.rpartition("/")[0].endswith(
        "/providers/Microsoft.IoTCentral/locations/eastus/operationResults"
    )
    assert query == f"api-version={PREVIEW}&type=deleteIotApplication&x-iot-region=eastus&asyncinfo"


def test_location_tells_by_its_status(preview: Arm) -> None:
    answer = preview.call("PATCH", APP, {})
    assert _poll(preview, answer, "Location").status == 202
    preview.wait(10)
    assert _poll(preview, answer, "Location").status == 200


def test_operation_that_never_was_is_404(preview: Arm) -> None:
    url = preview.call("PATCH", APP, {}).response.header("Location")
    assert url is not None
    start, _, query = url.partition("?")
    assert preview.send("GET", f"{start}0?{query}").status == 404


def test_operation_is_known_to_its_subscription_alone(preview: Arm) -> None:
    url = preview.call("PATCH", APP, {}).response.header("Location") or ""
    other = SUBSCRIPTION.replace("0001", "0002")
    assert preview.send("GET", url.replace(SUBSCRIPTION, SUBSCRIPTION.upper())).status == 202
    assert preview.send("GET", url.replace(SUBSCRIPTION, other)).status == 404


def test_poll_wants_the_token_too(preview: Arm) -> None:
    answer = preview.call("PATCH", APP, {})
    assert _poll(Arm(preview.emulator, PREVIEW, "Bearer other"), answer).status == 401


def test_ga_version_says_nothing_of_an_operation_under_way(preview: Arm) -> None:
    preview.call("PATCH", APP, {})
    assert "provisioningState" not in preview.at(GA).ok("GET", APP)["properties"]
