"""Each constraint of the facts holds: its witness passes, and with one change it is refused.

All witnesses of all versions run in every profile; those of one operation or schema are one test.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import arguments, call_sync, client
from contract_tests.facts import upstream
from contract_tests.reading import Violation, catalog, load
from contract_tests.reading.operations import operations
from contract_tests.strategies.breaking import MISSING, Break
from contract_tests.strategies.calls import ABSENT as NO_BODY
from contract_tests.strategies.calls import Call
from contract_tests.witnesses import Witness
from contract_tests.witnesses import load as load_witnesses
from contract_tests.witnesses.__main__ import main
from contract_tests.witnesses.building import Builder as Facts
from contract_tests.witnesses.faults import UNCHECKED
from contract_tests.witnesses.judging import judged
from contract_tests.witnesses.pointers import ABSENT, tokens
from contract_tests.witnesses.reading import by_hand
from iotcentral import InvalidRequest
from iotcentral.errors import NotFound

Version = tuple[str, str]
VERSIONS: list[Version] = [(entry.plane, entry.version) for entry in catalog()]


def _each(
    versions: list[Version], where: Callable[[Witness], bool] = lambda witness: True
) -> pytest.MarkDecorator:
    """Run the test for every operation and schema of some versions, with the witnesses that `where` takes."""
    chosen = []
    for version in versions:
        groups: dict[str, list[Witness]] = {}
        for witness in filter(where, load_witnesses(*version)):
            groups.setdefault("/".join(witness.constraint.split("/")[:2]), []).append(witness)
        name = "-".join(version)
        chosen += [pytest.param(version, group, id=f"{name}-{key}") for key, group in groups.items()]
    return pytest.mark.parametrize(("version", "witnesses"), chosen)


def _there(witness: Witness, violation: Violation) -> bool:
    """Whether a violation is of the place that the witness breaks, or of the object around it, naming it."""
    place = {"/status": "", "/media_type": "/header/content-type" if witness.side == "request" else ""}
    at = place.get(witness.at, witness.at.removeprefix("/body"))
    around, _, member = at.rpartition("/")
    return violation.pointer.startswith(at) or (violation.pointer == around and member in violation.message)


@_each(VERSIONS)
def test_what_keeps_a_constraint_passes(version: Version, witnesses: list[Witness]) -> None:
    document = load(*version)
    found = {witness.constraint: judged(document, witness.passes) for witness in witnesses}
    assert {constraint: wrong for constraint, wrong in found.items() if wrong} == {}


@_each(VERSIONS)
def test_what_breaks_a_constraint_fails_at_its_place(version: Version, witnesses: list[Witness]) -> None:
    document = load(*version)
    kept = [
        witness.constraint
        for witness in witnesses
        if not any(_there(witness, violation) for violation in judged(document, witness.fails))
    ]
    assert kept == []


def expressible(witness: Witness) -> bool:
    """Whether a caller of the typed client can make this mistake at all.

    Not: another api-version or media type, no body, a read-only or unknown member (it is left out), a doubled
    or unknown parameter, the tag of a union (its class pins it).
    """
    if witness.side != "request" or witness.entry.get("wire_only"):
        return False
    if witness.at.startswith("/query/"):
        return "/query/" in witness.constraint and not witness.constraint.endswith(("/unknown", "/once"))
    pinned = witness.at.endswith("/type") and "/props/type/enum" not in witness.constraint
    member = witness.at.rpartition("/")[2]
    typed = witness.constraint.endswith(("/read_only", f"/union/{member}"))
    return witness.at.startswith(("/path/", "/body/")) and not pinned and not typed


def _call(parts: Mapping[str, Any], operation: str) -> Call:
    query = {name: value for name, value in parts["query"].items() if name != "api-version"}
    return Call(operation, parts["path"], query, parts.get("headers", {}), parts.get("body", NO_BODY))


def _called(version: Version, witness: Witness) -> tuple[Any, list[Any]]:
    """Call the public client with what the witness breaks; its error, and what it sent."""
    document = load(*version)
    operation, builder = operations(document)[witness.given.operation], Builder.of(document)
    parts, wrong = copy.deepcopy(witness.passes.parts), witness.fails.parts
    given = arguments(builder, operation, _call(parts, operation.id))
    given.positional[: len(wrong["path"])] = list(wrong["path"].values())
    if witness.at.startswith("/query/"):
        given.keywords = arguments(builder, operation, _call(wrong, operation.id)).keywords
    if witness.at.startswith("/body/"):
        given.positional[-1] = builder.broken(given.positional[-1], _break(witness))
    app, transport = client(document)
    try:
        call_sync(app, operation, given)
    except Exception as error:
        return error, transport.sent
    return None, transport.sent


def _break(witness: Witness) -> Break:
    path = tuple(int(token) if token.isdecimal() else token for token in tokens(witness.at)[1:])
    return Break("witness", path, MISSING if witness.breaks == ABSENT else witness.breaks)


@_each(VERSIONS, expressible)
def test_the_client_refuses_what_breaks_a_constraint(version: Version, witnesses: list[Witness]) -> None:
    outcomes = {witness.constraint: _called(version, witness) for witness in witnesses}
    refused = {
        name for name, (error, sent) in outcomes.items() if isinstance(error, InvalidRequest) and not sent
    }
    assert {name: outcome for name, outcome in outcomes.items() if name not in refused} == {}


@_each(VERSIONS, expressible)
def test_the_client_sends_what_keeps_a_constraint(version: Version, witnesses: list[Witness]) -> None:
    document = load(*version)
    for witness in witnesses:
        operation = operations(document)[witness.given.operation]
        call = _call(witness.passes.parts, operation.id)
        app, transport = client(document)
        with pytest.raises(NotFound):
            call_sync(app, operation, arguments(Builder.of(document), operation, call))
        assert len(transport.sent) == 1, witness.constraint


_LIMITS = {"enum", "minimum", "maximum", "min_length", "max_length", "pattern", "min_items", "max_items"}
_LIMITS |= {"format", "read_only"}


def _limits(key: str, prop: Mapping[str, Any], facts: Facts) -> Iterator[str]:
    """What the facts demand of a value and of what is inside it, in the words of the witnesses."""
    said = facts.said(prop)
    seen = {word for word in _LIMITS & set(said) if said[word] not in (*UNCHECKED, False, None)}
    yield from (f"{key}/{word}" for word in seen if said.get("type") or "ref" in said)
    for inside in ("items", "additional_properties"):
        if isinstance(said.get(inside), Mapping):
            yield from _limits(f"{key}/{inside}", said[inside], facts)
    for member, inner in (said.get("props") or {}).items():
        yield from _limits(f"{key}/props/{member}", inner, facts)


def _of_operation(operation: Mapping[str, Any], facts: Facts) -> Iterator[str]:
    key = f"operations/{operation['id']}"
    yield f"{key}/api-version/required"
    yield from (f"{key}/responses/{status}" for status in operation["responses"] if str(status) != "default")
    if operation["body"]:
        yield f"{key}/body/{'required' if operation['body']['required'] else 'optional'}"
    for value in operation["path_params"].values():
        yield from _limits(f"{key}/path/{value['wire']}", value, facts)
    for wire, value in (operation["query"] or {}).items():
        yield from (f"{key}/query/{wire}/once", *_limits(f"{key}/query/{wire}", value, facts))


def _of_schema(name: str, facts: Facts) -> Iterator[str]:
    schema = facts.facts.schemas[name]
    if schema["discriminator"]:
        rivals = facts.facts.rivals(name)
        for value, child in facts.facts.children(name):
            yield f"schemas/{name}/union/{value}" + (f"/{child}" if value in rivals else "")
        return
    if schema.get("min_properties"):
        yield f"schemas/{name}/min_properties"
    yield from (f"schemas/{name}/required/{member}" for member in facts.facts.required(name))
    for member, prop in facts.facts.props(name).items():
        yield from _limits(f"schemas/{name}/props/{member}", prop, facts)


@pytest.mark.parametrize("version", VERSIONS, ids="-".join)
def test_every_constraint_of_the_facts_has_a_witness(version: Version) -> None:
    facts = Facts(upstream.load(*version))
    seen = {
        one.constraint.replace("/request/", "/").replace("/answer/", "/") for one in load_witnesses(*version)
    }
    asked = [one for operation in facts.facts.operations for one in _of_operation(operation, facts)]
    asked += [one for name in facts.routes() for one in _of_schema(name, facts)]
    missing = {one for one in asked if one not in seen and not _implied(one, seen)}
    assert missing == set(by_hand(*version)["seen_elsewhere"])


def _implied(constraint: str, seen: set[str]) -> bool:
    """A member that only answers hold is never sent; int32 beside a maximum is asked for by the maximum."""
    stem, _, word = constraint.rpartition("/")
    answer_only = word == "read_only" and f"{stem}/type" in seen
    return answer_only or (word == "format" and f"{stem}/maximum" in seen)


@pytest.mark.parametrize("version", VERSIONS, ids="-".join)
def test_the_schemas_that_no_operation_reaches_are_known(version: Version) -> None:
    facts = upstream.load(*version)
    reached = set(Facts(facts).routes())
    bases = {base for name in reached for base in facts.ancestors(name)}
    assert set(facts.schemas) - reached - bases == set(by_hand(*version)["unreached"])


@pytest.mark.parametrize("version", VERSIONS, ids="-".join)
def test_each_witness_has_a_name_of_its_own(version: Version) -> None:
    names = [witness.constraint for witness in load_witnesses(*version)]
    assert len(set(names)) == len(names)


def test_the_witnesses_of_a_version_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["data-plane/1.0"]) == 0
    shown = capsys.readouterr().out
    assert '"constraint": "operations/Devices_Get/api-version/required"' in shown
    assert '"constraint": "by hand/error/code"' in shown
