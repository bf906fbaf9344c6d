"""What is recorded of a live application shows nothing of it, and is judged as it was."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from contract_tests.reading import Document
from contract_tests.reading.document import documents
from contract_tests.record_live import record_live
from contract_tests.recordings.cassette import cassette_files, interactions, metadata
from contract_tests.recordings.secrets import found_secrets
from contract_tests.scenarios.things import Put, Wait
from contract_tests.scenarios.world import BEARER, World
from iotcentral import Sources
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.verify import World as Command
from iotcentral.contract.verify import verify_recordings

SUBSCRIPTION = "00000000-0000-0000-0000-000000000001"
NAMES = ("contoso-plant-9", "Line seven, Turin", "ovenOfTurin", "hook.turin.example", "dtmi:turin:oven;1")
"""An id, a name, the name of a property, a host and a template: of the customer alone."""
DEVICE, LABEL, PROPERTY, HOST, TEMPLATE = NAMES
MODEL = {
    "@id": TEMPLATE,
    "@type": "Interface",
    "@context": "dtmi:dtdl:context;2",
    "contents": [{"@type": "Property", "name": PROPERTY, "schema": "string", "writable": True}],
}
OWN = (
    Put(
        f"/deviceTemplates/{TEMPLATE}",
        {"@type": ["ModelDefinition", "DeviceModel"], "displayName": LABEL, "capabilityModel": MODEL},
    ),
    Put(f"/devices/{DEVICE}", {"displayName": LABEL, "template": TEMPLATE}),
    Put(f"/devices/{DEVICE}/properties", {PROPERTY: f"https://{HOST}/x"}, method="PATCH"),
)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    made = World.rich()
    made.put([Wait(600), Put("/devices", method="GET"), *OWN])
    yield made
    made.close()


@pytest.fixture(scope="module", params=documents(), ids=lambda document: document.label)
def recorded(request: pytest.FixtureRequest, world: World, tmp_path_factory: Any) -> tuple[Path, Document]:
    document: Document = request.param
    folder: Path = tmp_path_factory.mktemp("live")
    bearer = {"IOTC_BEARER_TOKEN": BEARER, "AZURE_SUBSCRIPTION_ID": SUBSCRIPTION}
    environment = bearer if document.plane == "control-plane" else {"IOTC_API_TOKEN": world.emulator.token}
    sources = replace(Sources(), sleep=lambda _: None)
    around = Surroundings(environment, StringIO(), StringIO(), StringIO(), sources, lambda: 80)
    writes = () if document.plane == "control-plane" else ("--allow-writes",)
    with world.emulator.serve() as url:
        given = [url, "--api-version", document.label, "--emulator", *writes]
        assert record_live(folder, given, Command(around, unique=lambda: "abc")) == 0
    return folder, document


Recorded = tuple[Path, Document]


def test_every_cassette_says_that_it_is_live_and_of_which_operation(recorded: Recorded) -> None:
    folder, document = recorded
    said = {path: metadata(path) for path in cassette_files(folder)}
    assert len(said) > 2
    for path, about in said.items():
        assert (about["target"], about["document"]) == ("live", document.label)
        assert path == folder / document.label / f"{about['operation']}.yaml"


def test_nothing_of_the_application_is_shown(recorded: Recorded, world: World) -> None:
    folder, _ = recorded
    text = "\n".join(path.read_text("utf-8") for path in cassette_files(folder))
    own = (*NAMES, world.emulator.token, BEARER, "127.0.0.1", "localhost")
    assert [name for name in own if name in text] == []
    assert list(found_secrets(text)) == []


def test_a_recording_is_judged_like_what_was_recorded(recorded: Recorded) -> None:
    folder, _ = recorded
    report = verify_recordings([folder], target="own")
    assert [str(finding) for finding in report.findings] == []
    assert report.judged > 2


def test_who_is_who_can_still_be_seen(recorded: Recorded) -> None:
    """An id read in a list leads to the cassette of the single one."""
    folder, document = recorded
    verbs = (
        ("Apps_ListBySubscription", "Apps_Get")
        if document.plane == "control-plane"
        else ("Devices_List", "Devices_Get")
    )
    listed, single = (interactions(folder / document.label / f"{verb}.yaml") for verb in verbs)
    named = {unquote(one["request"]["uri"].partition("?")[0].rpartition("/")[2]) for one in single}
    assert any(f'"{name}"' in one["response"]["body"]["string"] for name in named for one in listed)
