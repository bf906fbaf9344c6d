"""What becomes of things when those around them go, come back or change hands."""

from __future__ import annotations

from typing import Any

from tests.emulator.arm import APP, GROUP, Arm, body
from tests.emulator.harness import ALIVE, CLOUD, TEMPLATE, WRITABLE, Service, group_filter, template

OTHER = "dtmi:contoso:other;1"


def group_of(service: Service, count: int) -> None:
    """A group of so many devices `d0`, `d1`, …"""
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(WRITABLE, CLOUD))
    for number in range(count):
        service.ok("PUT", f"/devices/d{number}", {"template": TEMPLATE})
    service.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()})


def one_by_one() -> dict[str, Any]:
    wish = {"type": "property", "target": TEMPLATE, "path": "target", "value": 4}
    return {"displayName": "J", "group": "g", "batch": {"type": "number", "value": 1}, "data": [wish]}


def progress(service: Service, id: str = "j") -> tuple[str, int, int]:
    job = service.ok("GET", f"/jobs/{id}")
    return job["status"], job["progress"]["completed"], job["progress"]["failed"]


def test_stopped_job_goes_on_without_its_group(service: Service) -> None:
    group_of(service, 4)
    service.ok("PUT", "/jobs/j", one_by_one())
    service.wait(3)
    service.ok("POST", "/jobs/j/stop")
    assert progress(service) == ("stopped", 2, 0)
    service.ok("DELETE", "/deviceGroups/g")
    service.ok("POST", "/jobs/j/resume")
    service.wait(10)
    assert progress(service) == ("complete", 4, 0)


def test_device_that_goes_while_a_job_runs_is_a_failure_the_rerun_is_for(service: Service) -> None:
    group_of(service, 4)
    service.ok("PUT", "/jobs/j", one_by_one())
    service.wait(2)
    service.ok("DELETE", "/devices/d3")
    service.wait(10)
    assert progress(service) == ("complete", 3, 1)
    service.ok("PUT", "/jobs/j/rerun/again")
    assert [each["id"] for each in service.ok("GET", "/jobs/again/devices")["value"]] == ["d3"]
    service.ok("PUT", "/devices/d3", {"template": TEMPLATE})
    service.wait(10)
    assert progress(service, "again") == ("complete", 1, 0)


def test_properties_of_a_former_template_come_back_with_it(service: Service) -> None:
    group_of(service, 1)
    service.ok("PUT", f"/deviceTemplates/{OTHER}", template(WRITABLE))
    service.ok("PATCH", "/devices/d0/properties", {"target": 4, "customer": "Contoso"})
    service.ok("PATCH", "/devices/d0", {"template": OTHER})
    assert "customer" not in service.ok("GET", "/devices/d0/properties")
    service.ok("PATCH", "/devices/d0", {"template": TEMPLATE})
    assert service.ok("GET", "/devices/d0/properties")["customer"] == "Contoso"


def test_device_of_an_earlier_ones_id_starts_anew(service: Service) -> None:
    group_of(service, 1)
    service.ok("PATCH", "/devices/d0", {"simulated": True})
    service.wait(ALIVE)
    service.ok("PATCH", "/devices/d0/properties", {"target": 4})
    service.ok("PUT", "/devices/d0/attestation", {"type": "tpm", "tpm": {"endorsementKey": "a"}})
    service.ok("DELETE", "/devices/d0")
    assert service.ok("PUT", "/devices/d0", {"template": TEMPLATE})["provisioned"] is False
    assert service.ok("GET", "/devices/d0/properties") == {"$metadata": {}}
    assert service.call("GET", "/devices/d0/attestation").status == 404


def test_token_of_an_application_is_none_of_the_one_that_takes_its_subdomain(arm: Arm) -> None:
    arm.ok("PUT", APP, body())
    token = arm.emulator.token_of("north")
    assert arm.application("north", token=token).status == 200
    arm.ok("PATCH", APP, {"properties": {"subdomain": "west"}})
    arm.ok("PUT", f"{GROUP}/second", body())
    assert arm.application("north", token=token).status == 401
    assert arm.application("west", token=token).status == 200
