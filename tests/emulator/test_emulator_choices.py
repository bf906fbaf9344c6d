"""Open points of the service, as switches: the table, how it is written, and what each one does."""

from __future__ import annotations

import re

import pytest

from iotcentral.emulator import Choices
from iotcentral.emulator.choices import choices_of, table
from tests.emulator.arm import APP, Arm, arm_emulator, body
from tests.emulator.harness import EVERYTHING, TEMPLATE, Service, new_emulator, template

SETTINGS = [f"{choice.name}={value}" for choice in table() for value in choice.values]


def test_the_defaults_stand_first() -> None:
    assert choices_of(f"{choice.name}={choice.values[0]}" for choice in table()) == Choices()


@pytest.mark.parametrize("setting", SETTINGS)
def test_what_the_table_lists_can_be_chosen(setting: str) -> None:
    name, _, value = setting.partition("=")
    assert str(getattr(choices_of([setting]), name)).lower() == value.lower()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("template_in_use=500", "template_in_use is one of 409, 400, not '500'"),
        ("body_etag", "body_etag is one of false, true, not ''"),
        ("conflict_code=", "conflict_code needs a text"),
        ("weather=fine", "there is no choice 'weather'; there are conflict_code,"),
    ],
)
def test_what_cannot_be_chosen_is_said(setting: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        choices_of([setting])


@pytest.mark.parametrize("status", [400, 409])
def test_deleting_a_template_in_use_answers_as_chosen(status: int) -> None:
    with new_emulator(choices=choices_of([f"template_in_use={status}"])) as emulator:
        service = Service(emulator)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
        service.ok("PUT", "/devices/d", {"template": TEMPLATE})
        assert service.call("DELETE", f"/deviceTemplates/{TEMPLATE}").status == status


@pytest.mark.parametrize("status", [404, 408, 504])
def test_a_command_to_a_device_that_is_away_answers_as_chosen(status: int) -> None:
    with new_emulator(choices=choices_of([f"unreachable_device={status}"])) as emulator:
        service = Service(emulator)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(*EVERYTHING))
        service.ok("PUT", "/devices/d", {"template": TEMPLATE})
        assert service.call("POST", "/devices/d/commands/reboot", {"request": 1}).status == status


@pytest.mark.parametrize("status", [403, 409])
def test_a_denied_application_answers_as_chosen(status: int) -> None:
    chosen = choices_of([f"denied_create={status}"])
    with arm_emulator(choices=chosen, deny_create=True) as emulator:
        assert Arm(emulator).call("PUT", APP, body()).status == status


def test_the_error_code_of_a_conflict_is_as_chosen() -> None:
    with new_emulator(choices=Choices(conflict_code="AlreadyThere")) as emulator:
        service = Service(emulator)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
        service.ok("PUT", "/devices/d", {"template": TEMPLATE})
        assert service.call("DELETE", f"/deviceTemplates/{TEMPLATE}").code == "AlreadyThere"


def test_the_error_code_of_a_failed_precondition_is_as_chosen() -> None:
    with new_emulator(choices=Choices(precondition_code="Stale", if_match_everywhere=True)) as emulator:
        answer = Service(emulator).call("PUT", "/devices/d", {}, headers=(("If-Match", '"old"'),))
        assert (answer.status, answer.code) == (412, "Stale")


@pytest.mark.parametrize(("chosen", "status"), [("ignore", 200), ("refuse", 400)])
def test_undeclared_members_are_taken_as_chosen(chosen: str, status: int) -> None:
    with new_emulator(choices=choices_of([f"undeclared_members={chosen}"])) as emulator:
        assert Service(emulator).call("PUT", "/devices/d", {"color": "red"}).status == status


@pytest.mark.parametrize(("chosen", "status"), [("false", 200), ("true", 412)])
def test_a_stale_if_match_on_a_put_is_taken_as_chosen(chosen: str, status: int) -> None:
    with new_emulator(choices=choices_of([f"if_match_everywhere={chosen}"])) as emulator:
        service = Service(emulator)
        service.ok("PUT", "/devices/d", {})
        answer = service.call("PUT", "/devices/d", {}, headers=(("If-Match", '"old"'),))
        assert answer.status == status


@pytest.mark.parametrize(("chosen", "status"), [("false", 200), ("true", 412)])
def test_a_stale_etag_in_a_body_is_taken_as_chosen(chosen: str, status: int) -> None:
    with new_emulator(choices=choices_of([f"body_etag={chosen}"])) as emulator:
        service = Service(emulator)
        service.ok("PUT", "/devices/d", {})
        assert service.call("PUT", "/devices/d", {"etag": "old"}).status == status
