"""What is recorded can be recorded again, byte for byte, and every served operation is in it."""

from __future__ import annotations

import copy
from datetime import datetime
from pathlib import Path

import pytest

from contract_tests.matrix import Target
from contract_tests.reading import Exchange
from contract_tests.reading.document import Document, documents
from contract_tests.reading.exchanges import page_of
from contract_tests.reading.operations import operation_of, operations
from contract_tests.record import FOLDER, record_all, told
from contract_tests.record_operations import path_of, recorded_targets, stale
from contract_tests.recordings.cassette import exchanges, metadata
from contract_tests.recordings.scrubbing import Scrubber
from contract_tests.recordings.secrets import PLACEHOLDERS, found_secrets, scrubbed
from contract_tests.scenarios import SCENARIOS
from contract_tests.scenarios.attempts import refusals, unprovoked
from contract_tests.scenarios.lists import FIXED, form_of, sizes_of

MOST_INTERACTIONS = 50
"""vcrpy's replay is quadratic; beyond this a scenario is better cut in two."""
MOST_BYTES = 15 * 1024 * 1024
each_recorded = pytest.mark.parametrize("target", recorded_targets(), ids=str)


def recorded(target: Target) -> list[Exchange]:
    return exchanges(path_of(FOLDER, target))


def statuses(target: Target) -> list[int]:
    return [exchange.answer.status for exchange in recorded(target)]


def test_a_recording_comes_out_the_same_byte_for_byte(tmp_path: Path) -> None:
    again = {path.relative_to(tmp_path): path.read_bytes() for path in record_all(tmp_path)}
    kept = {path.relative_to(FOLDER): path.read_bytes() for path in FOLDER.rglob("*.yaml")}
    assert sorted(again) == sorted(kept), "run `make record`"
    changed = [name for name, content in again.items() if content != kept[name]]
    assert changed == [], "run `make record`"


@each_recorded
def test_every_served_operation_is_recorded_with_its_success(target: Target) -> None:
    assert recorded(target)[0].answer.status in target.operation.success
    for exchange in recorded(target):
        found = operation_of(target.document, exchange.request.method, exchange.request.path)
        assert found is not None
        assert found[0].id == target.operation.id


@each_recorded
def test_every_refusal_that_real_state_or_valid_data_provokes_is_recorded(target: Target) -> None:
    wanted = {
        attempt.status
        for attempt in refusals(target, {"viewer": "", "commandId": "1"})
        if attempt.status not in unprovoked(target) and not attempt.name.startswith("400 by")
    }
    assert wanted <= set(statuses(target))


@each_recorded
def test_a_cassette_tells_where_it_comes_from_and_is_not_stale(target: Target) -> None:
    provenance = metadata(path_of(FOLDER, target))
    assert provenance["target"] == "emulator"
    assert provenance["document"] == target.document.label
    assert provenance["operation"] == target.operation.id
    assert datetime.fromisoformat(provenance["recorded"])
    assert not stale(provenance, target), "the document says something else now: run `make record`"


def test_a_changed_document_makes_its_recordings_stale() -> None:
    target = recorded_targets()[0]
    raw = copy.deepcopy(dict(target.document.raw))
    raw["components"]["schemas"]["ApiToken"]["required"] = ["id"]
    changed = Document(target.document.plane, target.document.version, raw)
    provenance = metadata(path_of(FOLDER, target))
    assert stale(provenance, Target(changed, operations(changed)[target.operation.id]))


LISTS = [target for target in recorded_targets() if target.operation.paging]


@pytest.mark.parametrize("target", LISTS, ids=str)
def test_a_list_is_recorded_with_so_many_items_or_cannot_be_filled(target: Target) -> None:
    sizes = sizes_of(target, recorded_targets())
    fixed = target.operation.id in FIXED[target.document.plane]
    assert bool(sizes) is not fixed
    assert sizes == tuple(lengths(target)[-len(sizes) :] if sizes else ())


def lengths(target: Target) -> list[int]:
    """The items of each list that was read, over all its pages."""
    found: list[int] = []
    followed: set[str] = set()
    for exchange in recorded(target):
        page = page_of(target.document, exchange)
        if page is None:
            continue
        if exchange.request.url in followed:
            found[-1] += len(page[1])
        else:
            found.append(len(page[1]))
        followed.add(str(page[2]))
    return found


@pytest.mark.parametrize("label", [document.label for document in documents()])
def test_one_list_of_every_paging_form_is_recorded_with_up_to_250_items(label: str) -> None:
    own = [target for target in LISTS if target.document.label == label]
    fillable = [target for target in own if target.operation.id not in FIXED[target.document.plane]]
    full = [form_of(target) for target in fillable if sizes_of(target, recorded_targets())[-1] == 250]
    assert sorted(map(str, full)) == sorted({str(form_of(target)) for target in fillable})


def test_all_cassettes_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.yaml")) < MOST_BYTES


@each_recorded
def test_a_cassette_of_an_operation_stays_small(target: Target) -> None:
    assert len(recorded(target)) < MOST_INTERACTIONS


# --- what a recording may show


def scrubber() -> Scrubber:
    return Scrubber({"hall", "devices", "api"})


def test_what_is_not_allowed_is_replaced_by_a_reference_of_its_kind() -> None:
    shown = scrubber().value("device", {"id": "tstat-7", "displayName": "hall", "count": 7, "enabled": True})
    assert shown == {"id": "<device:1>", "displayName": "hall", "count": 7, "enabled": True}


def test_the_same_text_gets_the_same_reference_wherever_it_stands() -> None:
    one = scrubber()
    first = one.value("device", {"id": "a", "etag": "x"})
    second = one.value("device", [{"id": "b"}, {"id": "a"}])
    assert (first["id"], second) == ("<device:1>", [{"id": "<device:2>"}, {"id": "<device:1>"}])
    assert one.url("https://h/api/devices/b?$skiptoken=a") == (
        "https://h/api/devices/%3Cdevice%3A2%3E?$skiptoken=%3Cdevice%3A1%3E"
    )


def test_a_sentence_of_the_service_shows_nothing_that_is_replaced_elsewhere() -> None:
    shown = scrubber().value("device", {"message": "Request ID: abc.", "requestId": "abc"})
    assert shown == {"message": "Request ID: <requestId:1>.", "requestId": "<requestId:1>"}


def test_a_guid_stays_one_and_moments_stay() -> None:
    shown = scrubber().value(
        "app", {"id": "7176f79f-d68c-4ad3-ae2d-4843b8d7dd83", "at": "2024-01-01T00:00:00Z"}
    )
    assert shown == {"id": "00000000-0000-0000-0000-000000000001", "at": "2024-01-01T00:00:00Z"}


def test_callers_can_be_told_apart_and_their_credentials_not_seen() -> None:
    one = scrubber()
    seen = [one.authorization(f"Bearer {token}") for token in ("a", "b", "a")]
    assert seen == ["Bearer <caller:1>", "Bearer <caller:2>", "Bearer <caller:1>"]


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


def test_what_a_run_changed_is_told_and_nothing_else(tmp_path: Path) -> None:
    same, other, gone = (tmp_path / name for name in ("same.yaml", "other.yaml", "gone.yaml"))
    same.write_bytes(b"1")
    other.write_bytes(b"22")
    before = {same: b"1", other: b"2", gone: b"3"}
    *changes, closing = told(tmp_path, before, [same, other])
    assert changes == ["changed other.yaml", "removed gone.yaml"]
    assert closing == "record: 2 cassettes, 0.0 MB, 1 changed, 1 removed"
