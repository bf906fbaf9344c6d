"""Each constraint of the facts holds: its witness passes, and with one change it is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import arguments, call_sync, client
from contract_tests.facts import upstream
from contract_tests.facts.compare import compare
from contract_tests.facts.written import Written
from contract_tests.reading import (
    Answer,
    Document,
    Request,
    Violation,
    catalog,
    judge_answer,
    judge_request,
    load,
)
from contract_tests.reading.operations import operations
from contract_tests.strategies.breaking import MISSING, Break
from contract_tests.strategies.calls import ABSENT as NO_BODY
from contract_tests.strategies.calls import Call
from contract_tests.witnesses import Exchange, Witness
from contract_tests.witnesses import load as load_witnesses
from contract_tests.witnesses.reading import ABSENT
from contract_tests.witnesses.write import main
from iotcentral import InvalidRequest
from iotcentral.errors import NotFound

VERSIONS = [(entry.plane, entry.version) for entry in catalog() if entry.status != "documented-only"]
GA = ("data-plane", "2022-07-31")


def _each(where: Callable[[Witness], bool] = lambda witness: True) -> pytest.MarkDecorator:
    """Run the test for every witness of every version that `where` holds for."""
    chosen = [
        pytest.param(version, witness, id=f"{version[1]}-{witness}")
        for version in VERSIONS
        for witness in load_witnesses(*version)
        if where(witness)
    ]
    return pytest.mark.parametrize(("version", "witness"), chosen)


def judged(document: Document, exchange: Exchange) -> list[Violation]:
    """What the independent reading finds wrong with one side of an exchange."""
    if exchange.side == "request":
        sent = Request(exchange.method, exchange.url, exchange.headers, exchange.body)
        return judge_request(document, sent)
    answer = Answer(exchange.parts["status"], exchange.headers, exchange.body or b"")
    return judge_answer(document, operations(document)[exchange.operation], answer)


@_each()
def test_what_keeps_a_constraint_passes_and_what_breaks_it_fails(
    version: tuple[str, str], witness: Witness
) -> None:
    document = load(*version)
    assert judged(document, witness.passes) == []
    assert judged(document, witness.fails) != []


def expressible(witness: Witness) -> bool:
    """Whether a caller of the typed client can make this mistake at all.

    Not: another api-version or media type, no body, a read-only member (it is left out), the tag of a union
    (its class pins it).
    """
    placed = witness.at.startswith(("/path/", "/body/"))
    pinned = witness.at.endswith("/type") and "/props/type/enum" not in witness.constraint
    member = witness.at.rpartition("/")[2]
    typed = witness.constraint.endswith(("/read_only", f"/union/{member}"))
    return witness.passes.side == "request" and placed and not pinned and not typed


def _called(version: tuple[str, str], witness: Witness) -> tuple[Any, list[Any]]:
    """Call the public client with what the witness breaks; its error, and what it sent."""
    document = load(*version)
    operation, builder = operations(document)[witness.passes.operation], Builder.of(document)
    parts, wrong = copy.deepcopy(witness.passes.parts), witness.fails.parts["path"]
    given = arguments(
        builder, operation, Call(operation.id, parts["path"], {}, {}, parts.get("body", NO_BODY))
    )
    given.positional[: len(wrong)] = list(wrong.values())
    if witness.at.startswith("/body/"):
        given.positional[-1] = builder.broken(given.positional[-1], _break(witness))
    app, transport = client(document)
    try:
        call_sync(app, operation, given)
    except Exception as error:
        return error, transport.sent
    return None, transport.sent


def _break(witness: Witness) -> Break:
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in witness.at.split("/")[2:]]
    path = tuple(int(token) if token.isdecimal() else token for token in tokens)
    return Break("witness", path, MISSING if witness.breaks == ABSENT else witness.breaks)


@_each(expressible)
def test_the_client_refuses_what_breaks_a_constraint(version: tuple[str, str], witness: Witness) -> None:
    error, sent = _called(version, witness)
    assert isinstance(error, InvalidRequest)
    assert sent == []


def _kept() -> list[Any]:
    """One witness for each different request that keeps the constraints."""
    different: dict[tuple[Any, ...], Any] = {}
    for version in VERSIONS:
        for one in filter(expressible, load_witnesses(*version)):
            key = (version, one.passes.operation, json.dumps(one.passes.parts))
            different.setdefault(key, pytest.param(version, one, id=f"{version[1]}-{one}"))
    return list(different.values())


@pytest.mark.parametrize(("version", "witness"), _kept())
def test_the_client_sends_what_keeps_the_constraints(version: tuple[str, str], witness: Witness) -> None:
    document = load(*version)
    operation, parts = operations(document)[witness.passes.operation], witness.passes.parts
    call = Call(operation.id, parts["path"], {}, {}, parts.get("body", NO_BODY))
    app, transport = client(document)
    with pytest.raises(NotFound):
        call_sync(app, operation, arguments(Builder.of(document), operation, call))
    assert len(transport.sent) == 1


_LIMITS = {"enum", "minimum", "maximum", "min_length", "max_length", "pattern", "min_items", "max_items"}
_NOT_SEEN_BY_A_WITNESS = {
    "schemas/CapabilityJobData/required/target": "seen in its three branches",
    "schemas/CapabilityJobData/required/path": "seen in its three branches",
    "schemas/CapabilityJobData/props/target/min_length": "seen in its three branches",
    "schemas/Permission/required/roles": "seen in users and tokens",
    "schemas/Permission/props/roles/min_items": "seen in users and tokens",
}


def _of_operations(facts: upstream.Facts) -> Iterator[str]:
    for operation in facts.operations:
        key = f"operations/{operation['id']}"
        yield f"{key}/api-version/required"
        yield from (f"{key}/responses/{status}" for status in operation["responses"] if status != "default")
        if operation["body"]:
            yield f"{key}/body/required"
        for value in operation["path_params"].values():
            yield from (f"{key}/path/{value['wire']}/{word}" for word in _LIMITS & set(value))


def _of_schemas(facts: upstream.Facts, sent: set[str]) -> Iterator[str]:
    for name, schema in facts.schemas.items():
        if schema["discriminator"]:
            yield from (f"schemas/{name}/union/{value}" for value, _ in facts.children(name))
            continue
        yield from (f"schemas/{name}/required/{member}" for member in facts.required(name))
        for member, prop in facts.props(name).items():
            words = _LIMITS & set(prop) | ({"read_only"} & set(prop) if name in sent else set())
            words |= {"format"} & set(prop) if "maximum" not in prop else set()
            yield from (f"schemas/{name}/props/{member}/{word}" for word in words)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version[1])
def test_every_constraint_of_the_facts_has_a_witness(version: tuple[str, str]) -> None:
    facts, named = upstream.load(*version), [one.constraint for one in load_witnesses(*version)]
    seen = {constraint.replace("/request/", "/").replace("/answer/", "/") for constraint in named}
    sent = {constraint.split("/")[1] for constraint in named if "/request/" in constraint}
    missing = {*_of_operations(facts), *_of_schemas(facts, sent)} - seen
    assert missing == set(_NOT_SEEN_BY_A_WITNESS)


def test_the_witness_files_are_what_the_facts_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().out


_SCHEMAS = ("components", "schemas")
_PARAMETERS = ("components", "parameters")
_PUT = ("paths", "/devices/{deviceId}", "put")
_TIMEOUT = (*_SCHEMAS, "DeviceCommand", "properties", "responseTimeout")
_OCCURRENCES = (*_SCHEMAS, "OccurrencesJobScheduleEnd", "properties", "occurrences")
_GROUP_TYPE = (*_SCHEMAS, "EnrollmentGroup", "properties", "type")
_TAG = (*_SCHEMAS, "SymmetricKeyAttestation", "properties", "type")
_MADE = {
    "description": "Made.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Device"}}},
}
_GONE: Any = object()
MUTANTS: dict[str, tuple[tuple[Any, ...], Any]] = {
    "required dropped": ((*_SCHEMAS, "DeviceGroup", "required"), ["displayName"]),
    "maximum dropped": ((*_TIMEOUT, "maximum"), _GONE),
    "minimum dropped": ((*_TIMEOUT, "minimum"), _GONE),
    "maximum raised": ((*_OCCURRENCES, "maximum"), 1000),
    "length dropped": ((*_SCHEMAS, "CapabilityJobData", "properties", "target", "minLength"), _GONE),
    "items dropped": ((*_SCHEMAS, "Job", "properties", "data", "minItems"), _GONE),
    "pattern dropped": ((*_PARAMETERS, "JobId", "schema", "pattern"), _GONE),
    "path length dropped": ((*_PARAMETERS, "UserId", "schema", "maxLength"), _GONE),
    "read-only dropped": ((*_SCHEMAS, "Device", "properties", "id", "readOnly"), _GONE),
    "enum value added": ((*_GROUP_TYPE, "enum"), ["iot", "iotEdge", "something-else"]),
    "type widened": ((*_SCHEMAS, "Device", "properties", "enabled", "type"), ["boolean", "string"]),
    "format dropped": ((*_SCHEMAS, "JobSchedule", "properties", "start", "format"), _GONE),
    "tag renamed": ((*_TAG, "const"), "symmetricKeys"),
    "body optional": ((*_PUT, "requestBody", "required"), False),
    "status added": ((*_PUT, "responses", "201"), _MADE),
    "version widened": ((*_PARAMETERS, "ApiVersion", "schema", "enum"), ["2022-07-31", "1999-12-31"]),
    "metadata allowed": ((*_SCHEMAS, "DevicePropertiesPatch", "propertyNames"), _GONE),
}
"""A place of the spec and what is put there; `_GONE` takes it out."""


def _mutated(name: str) -> dict[str, Any]:
    keys, value = MUTANTS[name]
    raw: dict[str, Any] = copy.deepcopy(dict(load(*GA).raw))
    place: Any = raw
    for key in keys[:-1]:
        place = place[key]
    if value is _GONE:
        del place[keys[-1]]
    else:
        place[keys[-1]] = value
    return raw


@pytest.mark.parametrize("name", MUTANTS)
def test_the_facts_notice_a_spec_that_was_loosened(name: str) -> None:
    assert not compare(upstream.load(*GA), Written(_mutated(name))).ok


@pytest.mark.parametrize("name", MUTANTS)
def test_a_witness_notices_a_spec_that_was_loosened(name: str) -> None:
    document = Document(GA[0], name, _mutated(name))
    assert any(
        judged(document, witness.passes) or not judged(document, witness.fails)
        for witness in load_witnesses(*GA)
    )
