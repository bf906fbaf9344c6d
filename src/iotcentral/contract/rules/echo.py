"""An answer against its own request: the id of the path, the values sent, header against body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from iotcentral.contract.case import Case
from iotcentral.contract.exchanges import Answer
from iotcentral.contract.findings import Finding
from iotcentral.contract.pointers import child
from iotcentral.contract.rules.compare import lost
from iotcentral.contract.shapes import Shape, writable
from iotcentral.contract.values import is_object

__all__ = ["ID_NAMES", "answered_shape", "judge_echo", "sent_members", "writes"]

ID_NAMES = ("id", "@id")
_RESOURCE_NAMES = (*ID_NAMES, "name")
"""In Azure Resource Manager `id` is the whole path and `name` its last segment."""


def judge_echo(case: Case) -> Iterator[Finding]:
    """Faults of a success answer beside its request."""
    answer = case.succeeded
    if answer is None or not is_object(answer.json):
        return
    yield from _etag(case, answer)
    yield from _identity(case, answer.json)
    if writes(case):
        yield from _values(case, answer)


def writes(case: Case) -> bool:
    """Whether the request writes a resource with its body."""
    return case.request.method.upper() in ("PUT", "PATCH") and is_object(case.request.json)


def answered_shape(case: Case) -> Shape | None:
    """Return the shape of the answer's body; for a union that of the branch the answer names."""
    documented, answer = case.documented, case.answer
    if answer is None or documented is None or not documented.media_types:
        return None
    shape = case.kit.shapes.at(next(iter(documented.media_types.values())))
    return shape.of(answer.json) or shape if is_object(answer.json) else shape


def sent_members(case: Case) -> dict[str, Any]:
    """Return the members a write sent that the server is to keep: none that only answers carry."""
    shape, sent = answered_shape(case), case.request.json
    return dict(writable(shape, sent)) if shape else dict(sent)


def _etag(case: Case, answer: Answer) -> Iterator[Finding]:
    header, body = answer.header("etag"), answer.json.get("etag")
    if header is not None and isinstance(body, str) and _bare(header) != _bare(body):
        yield case.finding("echo.etag", "/etag", f"ETag header {header}, etag in the body {body}")


def _bare(tag: str) -> str:
    return tag.removeprefix("W/").strip('"')


def _identity(case: Case, body: Mapping[str, Any]) -> Iterator[Finding]:
    operation, shape = case.operation, answered_shape(case)
    if operation is None or shape is None or not operation.path.endswith("}"):
        return
    if operation.method not in ("GET", "PUT", "PATCH") or operation.pages is not None:
        return
    for name in _RESOURCE_NAMES if case.kit.contract.folds_case else ID_NAMES:
        if name not in shape.members or not isinstance(body.get(name), str):
            continue
        if case.named(body[name], case.key[:-1]) != case.key:
            message = f"asked for {case.key[-1]!r}, answered {body[name]!r}"
            yield case.finding("echo.id", child("", name), message, shape.members[name].pointer)


def _values(case: Case, answer: Answer) -> Iterator[Finding]:
    got = answer.json
    if answer.status == 202:  # property writes answer the desired values under `$metadata`
        got = _desired(got)
    exempt = {"__t", *case.policy.echo_exempt}
    for pointer, message in lost(sent_members(case), got, exempt=exempt):
        yield case.finding("echo.value", pointer, message)


def _desired(body: Mapping[str, Any], *, components: bool = True) -> dict[str, Any]:
    """Return property values as a write leaves them: desired over reported ones, in components as well."""
    values = dict(body)
    if components:
        inner = {name: each for name, each in body.items() if is_object(each)}
        values.update({name: _desired(each, components=False) for name, each in inner.items()})
    metadata = body.get("$metadata")
    for name, about in metadata.items() if is_object(metadata) else ():
        if is_object(about) and "desiredValue" in about:
            values[name] = about["desiredValue"]
    return values
