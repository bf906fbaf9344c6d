"""Which operations are served: the table of all planes and versions, and what a person reads of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from iotcentral.emulator.control.handlers import CONTROL_HANDLERS
from iotcentral.emulator.coverage import coverage, report
from iotcentral.emulator.reference.handlers import REFERENCE_HANDLERS
from tests.emulator.harness import every_document

_LEFT = {"Dashboards", "DeploymentManifests", "Destinations", "EnrollmentGroups", "Exports", "Query"}
_CONTROL = {"control-plane/2021-06-01": 10, "control-plane/2021-11-01-preview": 16}


def test_what_is_left_is_five_families_and_what_applies_manifests() -> None:
    left = {id for table in coverage().values() for id, served in table.items() if not served}
    assert {id.partition("_")[0] for id in left - {"Devices_ApplyManifest"}} == _LEFT


@pytest.mark.parametrize(("label", "count"), (_CONTROL | {"reference-v1/2022-07-31": 11}).items())
def test_control_plane_and_reference_are_served_whole(label: str, count: int) -> None:
    table = coverage()[label]
    assert (len(table), set(table.values())) == (count, {True})


@pytest.mark.parametrize(
    ("handlers", "plane"), [(CONTROL_HANDLERS, "control-plane"), (REFERENCE_HANDLERS, "reference-v1")]
)
def test_every_handler_is_of_an_operation_of_its_plane(handlers: dict[str, object], plane: str) -> None:
    documents = [document for document in every_document() if document.plane == plane]
    assert {id for document in documents for id in document.operations} == set(handlers)


def test_report_names_what_is_left_once_with_its_versions() -> None:
    table = {
        "data-plane/1": {"A_Get": True, "B_Get": False, "B_List": False},
        "data-plane/2-preview": {"A_Get": True, "B_Get": False},
    }
    assert list(report(table)) == [
        "data-plane/1            1 of   3",
        "data-plane/2-preview    1 of   2",
        "not served: B, 1 in data-plane/1",
        "    List",
        "not served: B, 1 in data-plane/1, data-plane/2-preview",
        "    Get",
        "emulator: 2 of 5 operations served",
    ]


def test_command_closes_with_the_number_of_all_planes_and_versions() -> None:
    command = [sys.executable, "-m", "iotcentral.emulator.coverage"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "emulator: 415 of 487 operations served"
