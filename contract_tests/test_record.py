"""What is recorded can be recorded again, byte for byte, and every served operation is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from contract_tests.reading.document import defaults
from contract_tests.reading.operations import operation_of
from contract_tests.record import FOLDER, record_all
from contract_tests.recordings.cassette import exchanges, parts_of
from contract_tests.recordings.secrets import PLACEHOLDERS, found_secrets, scrubbed
from contract_tests.scenarios import SCENARIOS
from iotcentral.emulator.coverage import coverage

UNRECORDED = yaml.safe_load(Path(__file__).with_name("unrecorded.yaml").read_text("utf-8"))
"""Plane and version to the operations, sorted."""
MOST_INTERACTIONS = 50
"""vcrpy's replay is quadratic; beyond this a scenario is better cut in two."""


def test_a_recording_comes_out_the_same_byte_for_byte(tmp_path: Path) -> None:
    again = {path.name: path.read_bytes() for path in record_all(tmp_path)}
    kept = {path.name: path.read_bytes() for path in FOLDER.glob("*.yaml")}
    assert sorted(again) == sorted(kept), "run `make record`"
    changed = [name for name, content in again.items() if content != kept[name]]
    assert changed == [], "run `make record`"


@pytest.mark.parametrize("label", [*defaults(), "control-plane/2021-11-01-preview"])
def test_every_served_operation_is_recorded_with_success_or_named_as_unrecorded(label: str) -> None:
    recorded = set()
    for path in FOLDER.glob("*.yaml"):
        for document, part in parts_of(path):
            for exchange in part if document.label == label else ():
                found = operation_of(document, exchange.request.method, exchange.request.path)
                if found is not None and exchange.answer.status < 300:
                    recorded.add(found[0].id)
    served = {id for id, is_served in coverage()[label].items() if is_served}
    assert sorted(served - recorded) == UNRECORDED.get(label, [])


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_cassette_stays_small(name: str) -> None:
    assert 0 < len(exchanges(FOLDER / f"{name}.yaml")) < MOST_INTERACTIONS


def test_secrets_are_replaced_by_what_is_obviously_none() -> None:
    key = "GWk7XEPvSVGBqzgKQxO4bTcYfCkl3xRMEd8Qw3TFyDo="
    value = {
        "symmetricKey": {"primaryKey": key, "secondaryKey": key},
        "list": [{"token": "SharedAccessSignature x"}],
    }
    assert key not in str(scrubbed(value))
    assert scrubbed(value)["list"] == [{"token": PLACEHOLDERS["token"]}]


def test_a_masked_secret_stays_as_the_service_masked_it() -> None:
    masked = {"connectionString": "AccountName=a;AccountKey=*****"}
    assert scrubbed(masked) == masked


@pytest.mark.parametrize("placeholder", PLACEHOLDERS.values(), ids=PLACEHOLDERS)
def test_a_placeholder_is_no_secret_to_the_scan(placeholder: str) -> None:
    assert list(found_secrets(placeholder)) == []
