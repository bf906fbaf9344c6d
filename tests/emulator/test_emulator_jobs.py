"""Jobs as they run on the engine's clock (dossier 8.6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from iotcentral.emulator import ManualClock
from tests.emulator.harness import REBOOT, TEMPLATE, VERSION, Service, group_filter, new_emulator, template

OTHER = "dtmi:contoso:otherTemplate;1"


def step(kind: str = "property", path: str = "target", **members: Any) -> dict[str, Any]:
    value = {} if kind == "command" else {"value": "Contoso" if kind == "cloudProperty" else 21}
    return {"type": kind, "target": TEMPLATE, "path": path} | value | members


def job(*data: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"displayName": "J", "group": "g", "data": list(data) or [step()]} | members


@pytest.fixture
def works(fleet: Service) -> Service:
    """The fleet with a group `g` of all devices of its template."""
    fleet.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()})
    return fleet


def many(service: Service, count: int, **members: Any) -> None:
    """Add `d000`, `d001`, …, which are not connected."""
    for number in range(count):
        service.ok("PUT", f"/devices/d{number:03}", {"template": TEMPLATE} | members)


def status(service: Service, id: str = "j") -> str:
    return str(service.ok("GET", f"/jobs/{id}")["status"])


def progress(service: Service, id: str = "j") -> tuple[int, int, int, int]:
    found = service.ok("GET", f"/jobs/{id}")["progress"]
    return found["total"], found["pending"], found["completed"], found["failed"]


def devices(service: Service, id: str = "j") -> dict[str, str]:
    return {each["id"]: each["status"] for each in service.ok("GET", f"/jobs/{id}/devices")["value"]}


def test_job_goes_from_pending_over_running_to_complete(works: Service) -> None:
    created = works.ok("PUT", "/jobs/j", job(description="d"))
    assert {name: created[name] for name in ("id", "displayName", "description", "group", "status")} == {
        "id": "j",
        "displayName": "J",
        "description": "d",
        "group": "g",
        "status": "pending",
    }
    assert not {"start", "end"} & created.keys()
    assert (status(works), progress(works)) == ("pending", (2, 2, 0, 0))
    works.wait(1)
    assert (status(works), devices(works)) == ("running", {"real": "pending", "sim": "pending"})
    works.wait(1)
    done = works.ok("GET", "/jobs/j")
    assert (done["status"], progress(works)) == ("complete", (2, 0, 2, 0))
    assert (done["start"], done["end"]) == ("2024-01-01T00:00:07.000Z", "2024-01-01T00:00:08.000Z")
    assert devices(works) == {"real": "completed", "sim": "completed"}
    assert works.ok("GET", "/jobs") == {"value": [done]}


def test_job_over_an_empty_group_completes(works: Service) -> None:
    works.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter('$id = "none"')})
    works.ok("PUT", "/jobs/j", job())
    works.wait(2)
    assert (status(works), progress(works), devices(works)) == ("complete", (0, 0, 0, 0), {})


def test_devices_are_those_of_the_moment_of_creation(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job())
    works.ok("PUT", "/devices/late", {"template": TEMPLATE})
    works.ok("DELETE", "/devices/real")
    works.wait(2)
    assert devices(works) == {"real": "failed", "sim": "completed"}
    assert status(works) == "complete"


def test_property_job_writes_the_wish_and_does_not_wait_for_the_device(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job(step(), step(path="pump.speed", value=4)))
    works.wait(2)
    shown = works.ok("GET", "/devices/real/properties")
    assert shown["$metadata"]["target"]["desiredValue"] == 21
    assert shown["pump"]["$metadata"]["speed"]["desiredValue"] == 4
    works.wait(2)
    assert works.ok("GET", "/devices/sim/properties")["target"] == 21


def test_cloud_property_job_writes_the_value(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job(step("cloudProperty", "customer")))
    works.wait(2)
    assert works.ok("GET", "/devices/real/properties")["customer"] == "Contoso"


def test_command_job_fails_where_the_device_is_not_connected(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job(step("command", "reboot", value=5)))
    works.wait(2)
    assert devices(works) == {"real": "failed", "sim": "completed"}
    assert (status(works), progress(works)) == ("complete", (2, 0, 1, 1))
    [run] = works.ok("GET", "/devices/sim/commands/reboot")["value"]
    assert run["request"] == 5


def test_command_job_reaches_components(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job(step("command", "sensor.calibrate")))
    works.wait(2)
    assert len(works.ok("GET", "/devices/sim/components/sensor/commands/calibrate")["value"]) == 1


def test_migration_job_gives_devices_another_template(works: Service) -> None:
    works.ok("PUT", f"/deviceTemplates/{OTHER}", template())
    works.ok("PUT", "/jobs/j", job({"type": "deviceTemplateMigration", "template": OTHER}))
    works.wait(2)
    assert works.ok("GET", "/devices/real")["template"] == OTHER
    assert works.ok("GET", "/deviceGroups/g/devices") == {"value": []}
    assert works.call("DELETE", f"/deviceTemplates/{OTHER}").status == 409


def test_device_that_left_the_template_fails(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job())
    works.ok("PATCH", "/devices/real", {"template": None})
    works.wait(2)
    assert devices(works) == {"real": "failed", "sim": "completed"}


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (step(target="dtmi:none;1"), ".data[0].target"),
        (step(path="none"), ".data[0].path should be a writable property"),
        (step(path="highest"), ".data[0].path"),
        (step(path="customer"), ".data[0].path"),
        (step(path="none.speed"), ".data[0].path"),
        (step(path="pump.none"), ".data[0].path"),
        (step(path="pump.speed.x"), ".data[0].path"),
        (step(path=""), ".data[0].path"),
        (step(value="hot"), ".data[0].value should be double"),
        (step("cloudProperty", "target"), ".data[0].path should be a cloud property"),
        (step("command", "target"), ".data[0].path should be a command"),
        (step("command", "sensor.reboot"), ".data[0].path"),
        ({"type": "deviceTemplateMigration", "template": "dtmi:none;1"}, ".data[0].template"),
    ],
)
def test_what_the_template_does_not_have_is_422(works: Service, data: dict[str, Any], fault: str) -> None:
    answer = works.call("PUT", "/jobs/j", job(data))
    assert (answer.status, answer.code) == (422, "UnprocessableEntity")
    assert fault in answer.sentence
    assert works.call("GET", "/jobs/j").status == 404


@pytest.mark.parametrize(
    "body",
    [
        job(group="none"),
        job(batch={"type": "number", "value": 0}),
        job(batch={"type": "percentage", "value": 101}),
        job(cancellationThreshold={"type": "number", "value": -1}),
        job(cancellationThreshold={"type": "percentage", "value": 200}),
        job(organizations=["none"]),
        {"group": "g", "data": []},
        job({"type": "PropertyJobData", "target": TEMPLATE, "path": "target"}),
    ],
)
def test_wrong_definition_is_400(works: Service, body: object) -> None:
    answer = works.call("PUT", "/jobs/j", body)
    assert (answer.status, answer.code) == (400, "InvalidBody")


def test_job_is_not_changed_by_a_second_put(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job())
    assert works.call("PUT", "/jobs/j", job(displayName="K")).status == 400
    assert works.ok("GET", "/jobs/j")["displayName"] == "J"


def test_large_group_is_treated_in_portions(works: Service) -> None:
    many(works, 98)
    works.ok("PUT", "/jobs/j", job())
    works.wait(2)
    assert (status(works), progress(works)) == ("running", (100, 50, 50, 0))
    works.wait(1)
    assert (status(works), progress(works)) == ("complete", (100, 0, 100, 0))


@pytest.mark.parametrize(
    ("batch", "seen"),
    [
        ({"type": "number", "value": 2}, [2, 4, 6, 8, 10]),
        ({"type": "number", "value": 2.5}, [3, 6, 9, 10]),
        ({"type": "percentage", "value": 25}, [3, 6, 9, 10]),
        ({"type": "percentage", "value": 1}, list(range(1, 11))),
        ({"type": "number", "value": 1000}, [10]),
    ],
)
def test_batch_is_treated_at_a_time(works: Service, batch: dict[str, Any], seen: list[int]) -> None:
    many(works, 8)
    works.ok("PUT", "/jobs/j", job(batch=batch))
    works.wait(1)
    done = []
    while status(works) == "running":
        works.wait(1)
        done.append(progress(works)[2])
    assert done == seen


@pytest.mark.parametrize(
    ("threshold", "batch", "expected"),
    [
        ({"type": "number", "value": 0}, None, ("cancelled", (12, 10, 1, 1))),
        ({"type": "number", "value": 3}, None, ("cancelled", (12, 7, 1, 4))),
        ({"type": "percentage", "value": 50}, None, ("cancelled", (12, 4, 1, 7))),
        ({"type": "number", "value": 10}, None, ("cancelled", (12, 0, 1, 11))),
        ({"type": "number", "value": 11}, None, ("complete", (12, 0, 1, 11))),
        ({"type": "number", "value": 4, "batch": True}, 4, ("complete", (12, 0, 1, 11))),
        ({"type": "number", "value": 3, "batch": True}, 4, ("cancelled", (12, 4, 1, 7))),
        ({"type": "percentage", "value": 99, "batch": True}, 4, ("cancelled", (12, 4, 1, 7))),
        ({"type": "percentage", "value": 100, "batch": True}, 4, ("complete", (12, 0, 1, 11))),
    ],
)
def test_more_failures_than_the_threshold_cancel_the_job(
    works: Service, threshold: dict[str, Any], batch: int | None, expected: tuple[str, Any]
) -> None:
    many(works, 10)
    works.ok("PUT", "/devices/a-sim", {"template": TEMPLATE})
    works.ok("DELETE", "/devices/a-sim")
    works.ok("PUT", "/devices/a", {"template": TEMPLATE, "simulated": True})
    works.ok("DELETE", "/devices/sim")
    works.wait(6)
    limits = {"batch": {"type": "number", "value": batch}} if batch else {}
    body = job(step("command", "reboot"), cancellationThreshold=threshold, **limits)
    works.ok("PUT", "/jobs/j", body)
    works.wait(30)
    assert (status(works), progress(works)) == expected
    assert ("end" in works.ok("GET", "/jobs/j")) is True


def test_stopped_job_goes_on_where_it_was(works: Service) -> None:
    many(works, 4)
    works.ok("PUT", "/jobs/j", job(batch={"type": "number", "value": 2}))
    works.wait(2)
    assert works.call("POST", "/jobs/j/stop").status == 204
    works.wait(60)
    assert (status(works), progress(works)) == ("stopped", (6, 4, 2, 0))
    assert works.call("POST", "/jobs/j/resume").status == 204
    assert status(works) == "pending"
    works.wait(10)
    assert (status(works), progress(works)) == ("complete", (6, 0, 6, 0))
    assert works.ok("GET", "/jobs/j")["start"] == "2024-01-01T00:00:07.000Z"


def test_pending_job_can_be_stopped(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job())
    works.ok("POST", "/jobs/j/stop")
    works.wait(5)
    assert (status(works), progress(works)) == ("stopped", (2, 2, 0, 0))


@pytest.mark.parametrize("verb", ["stop", "resume"])
def test_ended_job_is_left_alone(works: Service, verb: str) -> None:
    works.ok("PUT", "/jobs/j", job())
    works.wait(2)
    before = works.ok("GET", "/jobs/j")
    works.ok("POST", f"/jobs/j/{verb}")
    works.wait(5)
    assert works.ok("GET", "/jobs/j") == before


def test_rerun_is_a_new_job_over_the_devices_that_failed(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job(step("command", "reboot"), description="d"))
    works.wait(2)
    works.ok("PATCH", "/devices/real", {"simulated": True})
    works.wait(6)
    again = works.ok("PUT", "/jobs/j/rerun/k")
    assert (again["id"], again["status"], again["description"]) == ("k", "pending", "d")
    assert not {"start", "end"} & again.keys()
    works.wait(2)
    assert devices(works, "k") == {"real": "completed"}
    assert devices(works)["real"] == "failed"


@pytest.mark.parametrize("id", ["j", "a.b", "x" * 256])
def test_rerun_needs_a_free_job_id(works: Service, id: str) -> None:
    works.ok("PUT", "/jobs/j", job())
    assert works.call("PUT", f"/jobs/j/rerun/{id}").status == 400


def test_five_jobs_run_at_once_and_the_oldest_goes_next(works: Service) -> None:
    many(works, 60)
    for number in range(8):
        works.ok("PUT", f"/jobs/j{number}", job())
        works.wait(0.001)
    works.wait(1)
    assert [status(works, f"j{n}") for n in range(8)] == ["running"] * 5 + ["pending"] * 3
    works.ok("POST", "/jobs/j2/stop")
    works.wait(0)
    assert [status(works, f"j{n}") for n in (5, 6, 7)] == ["running", "pending", "pending"]
    works.wait(20)
    assert {status(works, f"j{n}") for n in (0, 1, 3, 4, 5, 6, 7)} == {"complete"}
    works.ok("POST", "/jobs/j2/resume")
    works.wait(10)
    assert status(works, "j2") == "complete"


def test_job_is_forgotten_thirty_days_after_its_end(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job())
    works.wait(2)
    works.advance(timedelta(days=30) - timedelta(seconds=1))
    works.ok("GET", "/jobs/j")
    works.wait(1)
    assert works.call("GET", "/jobs/j").status == 404
    assert works.ok("GET", "/jobs") == {"value": []}
    works.ok("PUT", "/jobs/j", job())


def test_jobs_and_their_devices_come_in_pages() -> None:
    with new_emulator(page_size=2) as emulator:
        service = Service(emulator)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(REBOOT))
        service.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()})
        many(service, 5)
        for number in range(3):
            service.ok("PUT", f"/jobs/j{number}", job(step("command", "reboot")))
        listed = [[item["id"] for item in page] for page in service.pages("/jobs")]
        treated = [[item["id"] for item in page] for page in service.pages("/jobs/j0/devices")]
    assert listed == [["j0", "j1"], ["j2"]]
    assert treated == [["d000", "d001"], ["d002", "d003"], ["d004"]]


def test_state_of_a_job_survives_a_restart(tmp_path: Any) -> None:
    clock, path = ManualClock(), tmp_path / "state.db"
    with new_emulator(state=path, clock=clock) as first:
        service = Service(first)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(REBOOT))
        service.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()})
        service.ok("PUT", "/jobs/j", job(step("command", "reboot")))
        clock.advance(timedelta(seconds=1))
        assert status(service) == "running"
    with new_emulator(state=path, clock=clock) as second:
        service = Service(second)
        service.wait(1)
        assert status(service) == "complete"


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("GET", "/devices"), ("POST", "/stop"), ("POST", "/resume"), ("PUT", "/rerun/k")],
)
def test_unknown_job_is_404(service: Service, method: str, path: str) -> None:
    assert service.call(method, f"/jobs/none{path}").status == 404


def test_refused_request_does_not_take_back_what_the_clock_did(works: Service) -> None:
    works.ok("PUT", "/jobs/j", job())
    works.wait(2)
    assert works.call("GET", "/jobs/none").status == 404
    assert status(works) == "complete"
    assert VERSION in works.emulator.api_versions
