"""`iotcentral verify server` against an emulator with something of everything: all of it is read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any, Literal

import pytest
from msgspec.structs import replace

from contract_tests.reading import Document
from contract_tests.reading.document import documents
from contract_tests.reading.operations import operations
from contract_tests.scenarios.things import Put, Wait
from contract_tests.scenarios.world import BEARER, World
from iotcentral import Sources
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.verify import World as Command
from iotcentral.cli.verify import main

SUBSCRIPTION = "00000000-0000-0000-0000-000000000001"
UNREAD: Mapping[str, str] = {
    "Commands_GetStatus": "the id of a command is answered to its caller alone",
    "Properties_Get": "the reference lists no names of properties",
}
"""Reads that nothing leads to, with the reason."""
WRITTEN = {
    *("Organizations_Create", "Organizations_Update", "Organizations_Remove"),
    *("DeviceTemplates_Create", "DeviceTemplates_Update", "DeviceTemplates_Remove"),
    *("Devices_Create", "Devices_Update", "Devices_Remove"),
    *("Devices_UpdateProperties", "Devices_ReplaceProperties"),
    *("Devices_CreateRelationship", "Devices_UpdateRelationship", "Devices_RemoveRelationship"),
    *("DeviceGroups_Create", "DeviceGroups_Update", "DeviceGroups_Remove"),
    *("ApiTokens_Create", "ApiTokens_Remove"),
}
"""Writes of the data plane and the reference, where a version has them."""
QUESTIONS = {"Apps_ListTemplates", "Apps_CheckNameAvailability", "Apps_CheckSubdomainAvailability"}
"""Posts that change nothing."""


def each_version(*planes: str) -> pytest.MarkDecorator:
    found = [document for document in documents() if not planes or document.plane in planes]
    return pytest.mark.parametrize("document", found, ids=lambda document: document.label)


each_manner = pytest.mark.parametrize("manner", ["service", "strict"])


@pytest.fixture
def world(manner: Literal["service", "strict"]) -> Iterator[World]:
    made = World.rich(requests=manner)
    # What goes on of itself has come to its end, and is taken in.
    made.put([Wait(600), *(Put(path, method="GET") for path in ("/devices", "/fileUploads"))])
    yield made
    made.close()


def verify(world: World, document: Document, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Run the command against the served emulator; answer its exit code and its report."""
    bearer = {"IOTC_BEARER_TOKEN": BEARER, "AZURE_SUBSCRIPTION_ID": SUBSCRIPTION}
    environment = bearer if document.plane == "control-plane" else {"IOTC_API_TOKEN": world.emulator.token}
    out, err = StringIO(), StringIO()
    sources = replace(Sources(), sleep=lambda _: None)
    command = Command(
        Surroundings(environment, StringIO(), out, err, sources, lambda: 80), unique=lambda: "abc"
    )
    world.emulator.steering.calls.clear()
    with world.emulator.serve() as url:
        given = ("server", url, "--api-version", document.label, "--emulator", "--json", *arguments)
        code = main(given, command)
    assert err.getvalue() == ""
    return code, json.loads(out.getvalue())


def asked(world: World) -> set[str]:
    return {str(call.operation) for call in world.emulator.steering.calls.all()}


def not_served(report: Mapping[str, Any]) -> set[str]:
    return {name.rpartition(" ")[2] for name in report["not_served"]}


def gets(document: Document) -> set[str]:
    return {one.id for one in operations(document).values() if one.method.upper() == "GET"}


def below(lists: set[str], document: Document) -> set[str]:
    """The operations whose path begins with that of one of `lists`."""
    known = operations(document)
    paths = {known[name].path for name in lists}
    return {one.id for one in known.values() if any(one.path.startswith(f"{path}/") for path in paths)}


@each_version()
@each_manner
def test_all_that_can_be_read_is_read_and_keeps_the_contract(world: World, document: Document) -> None:
    before = world.emulator.export()
    code, report = verify(world, document)
    assert (code, report["findings"], report["notes"]) == (0, [], [])
    unserved = not_served(report)
    assert asked(world) - QUESTIONS - unserved == gets(document) - set(UNREAD) - unserved - below(
        unserved, document
    )
    assert world.emulator.export() == before


@each_version("data-plane", "reference-v1")
@each_manner
def test_what_is_written_keeps_the_contract_and_is_gone_afterwards(world: World, document: Document) -> None:
    before = world.emulator.export()
    code, report = verify(world, document, "--allow-writes")
    assert (code, report["findings"], report["notes"]) == (0, [], [])
    assert asked(world) - gets(document) == WRITTEN & set(operations(document))
    assert world.emulator.export() == before


@each_manner
def test_only_ids_of_its_own_are_written(world: World, manner: str) -> None:
    verify(world, next(one for one in documents() if one.version == "2022-07-31"), "--allow-writes")
    calls = world.emulator.steering.calls.all()
    assert [call.path for call in calls if call.method != "GET" and "verify" not in call.path] == []


@each_manner
def test_a_resource_group_is_not_left(world: World, manner: str) -> None:
    document = next(one for one in documents() if one.plane == "control-plane")
    verify(world, document, "--resource-group", "offices")
    paths = [call.path for call in world.emulator.steering.calls.all()]
    assert any("/resourceGroups/offices/" in path for path in paths)
    assert not any("factories" in path for path in paths)
