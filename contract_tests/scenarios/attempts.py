"""What is attempted of an operation: the call that succeeds, and those that real state or bad data refuse."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from contract_tests.matrix import Target
from contract_tests.reading.document import read_yaml
from contract_tests.reading.exchange import Request
from contract_tests.scenarios.world import APP
from contract_tests.strategies.calls import ABSENT, Call
from contract_tests.strategies.drawing import merged

FOLDER = Path(__file__).parent
__all__ = ["FOLDER", "Attempt", "refusals", "request_of", "success", "table", "unprovoked"]

_NOWHERE = "nothing"


@dataclass(frozen=True)
class Attempt:
    """One call of an operation and the status it ends with."""

    name: str
    status: int
    call: Call
    caller: str = "administrator"
    """Who calls: also a `viewer` of one organization, and `nobody`, whose token no application knows."""
    app: str = APP
    state: str = "usual"
    """What the call meets: `crowded` is as many calls before it as a second may have, `closed` a subscription
    that is not allowed to create applications."""


@functools.cache
def table(plane: str) -> Mapping[str, Any]:
    """The calls of a plane, as its file beside this one has them."""
    found: Mapping[str, Any] = read_yaml(FOLDER / f"{plane}.yaml")
    return found


def success(target: Target, known: Mapping[str, str] | None = None) -> Attempt:
    """The call that succeeds; `known` are values that the emulator made up."""
    lowest = min(target.operation.success)
    return Attempt("success", lowest, _call(target, _entry(target), known or {}))


def refusals(target: Target, known: Mapping[str, str] | None = None) -> Iterator[Attempt]:
    """Every call that may be refused with a documented status from 400 to 429.

    That it is refused is another matter: for some operations nothing provokes a status (`unprovoked`).
    """
    good = success(target, known)
    yield from (one for one in _all(target, good, known or {}) if one.status in target.operation.errors)


def _all(target: Target, good: Attempt, known: Mapping[str, str]) -> Iterator[Attempt]:
    for name, status, changes in _by_data(target):
        call = _call(target, {**_entry(target), **changes}, known)
        yield replace(good, name=name, status=status, call=call)
    yield from _malformed(target, good)
    yield replace(good, name="401 by a token that nobody issued", status=401, caller="nobody")
    if target.document.plane == "control-plane":
        yield replace(good, name="403 by a closed subscription", status=403, state="closed")
    else:
        yield replace(good, name="403 by a viewer", status=403, caller="viewer")
        yield replace(good, name="404 by an application that is not there", status=404, app="nowhere")
    yield from _unknown(target, good)
    if target.operation.of("header"):
        call = replace(good.call, header={"If-Match": '"other"'})
        yield replace(good, name="412 by another etag", status=412, call=call)
    yield replace(good, name="429 by the calls before it", status=429, state="crowded")


def _by_data(target: Target) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Name, status and what differs from the call that succeeds; a status may have several ways to it."""
    for status, written in _entry(target).get("errors", {}).items():
        ways = written if isinstance(written, list) else [written]
        for number, changes in enumerate(ways, 1):
            yield f"{status} by data" if number == 1 else f"{status} by data, way {number}", status, changes


def unprovoked(target: Target) -> frozenset[int]:
    """The documented statuses that nothing provokes, as `unprovoked.yaml` says."""
    listed = _listed()[target.document.plane]
    return frozenset(entry["status"] for entry in listed if target.operation.id in entry["operations"])


@functools.cache
def _listed() -> Mapping[str, Any]:
    found: Mapping[str, Any] = read_yaml(FOLDER / "unprovoked.yaml")
    return found


def _unknown(target: Target, good: Attempt) -> Iterator[Attempt]:
    """Something the path names is not there; a PUT that would create it says nothing of that."""
    named = [parameter.name for parameter in target.operation.of("path")]
    forgiven = {*table(target.document.plane).get("any", ()), *_entry(target).get("any", ())}
    forgiven |= {named[-1]} if named and _creates(target) else set()
    for name in [name for name in named if name not in forgiven]:
        call = replace(good.call, path={**good.call.path, name: _NOWHERE})
        yield replace(good, name=f"404 by an unknown {name}", status=404, call=call)


def _creates(target: Target) -> bool:
    return target.operation.method == "PUT" and "Replace" not in target.operation.id


def _malformed(target: Target, good: Attempt) -> Iterator[Attempt]:
    for parameter in target.operation.of("path"):
        if "pattern" in parameter.schema:
            call = replace(good.call, path={**good.call.path, parameter.name: "ä b!"})
            yield replace(good, name=f"400 by {parameter.name}", status=400, call=call)
    odd = table(target.document.plane).get("odd", {})
    for parameter in target.operation.of("query"):
        if parameter.name in odd:
            call = replace(good.call, query={parameter.name: odd[parameter.name]})
            yield replace(good, name=f"400 by {parameter.name}", status=400, call=call)
    if good.call.has_body:
        yield replace(good, name="400 by the body", status=400, call=replace(good.call, body=["x"]))


def _entry(target: Target) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table(target.document.plane)["operations"][target.operation.id]
    return found


def _call(target: Target, entry: Mapping[str, Any], known: Mapping[str, str]) -> Call:
    usual = {**table(target.document.plane)["usual"], **known, **entry.get("path", {})}
    named = {parameter.name: usual[parameter.name] for parameter in target.operation.of("path")}
    path = {name: known.get(value, value) for name, value in named.items()}
    body = _declared(target, entry["body"]) if "body" in entry else ABSENT
    return Call(target.operation.id, path, entry.get("query", {}), {}, body)


def _declared(target: Target, body: Any) -> Any:
    """The body without members that the version does not declare."""
    schema = merged(target.document, next(iter(target.operation.body.values())))
    known = schema.get("properties")
    if not known or "discriminator" in schema or "additionalProperties" in schema:
        return body
    return {name: value for name, value in body.items() if name in known}


def request_of(target: Target, attempt: Attempt, authorization: str) -> Request:
    """The request as it goes over the wire, whatever a client would say to it."""
    call, document = attempt.call, target.document
    host = document.host or f"{attempt.app}.azureiotcentral.com"
    path = target.operation.path
    for name, value in call.path.items():
        path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
    query = urlencode({"api-version": document.version, **{k: _spoken(v) for k, v in call.query.items()}})
    headers = [("Authorization", authorization), *call.header.items()]
    if call.has_body:
        headers.append(("Content-Type", next(iter(target.operation.body))))
    content = json.dumps(call.body).encode() if call.has_body else None
    url = f"https://{host}{document.base_path}{path}?{query}"
    return Request(target.operation.method, url, tuple(headers), content)


def _spoken(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
