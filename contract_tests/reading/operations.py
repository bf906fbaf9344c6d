"""The operations of a document, and the one a method and an undecoded path mean."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from contract_tests.reading.document import Document, Schema, kept_by_document

__all__ = ["METHODS", "Operation", "Parameter", "Response", "operation_of", "operations"]

METHODS = ("get", "put", "post", "patch", "delete", "head", "options")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Parameter:
    name: str
    location: str
    required: bool
    schema: Schema
    spoken: str
    """What a client calls it where the wire name is no good name (`x-ms-client-name`), else the wire name."""


@dataclass(frozen=True)
class Response:
    content: Mapping[str, Schema]
    """Media type to body schema; empty where the answer has no body."""
    headers: Mapping[str, Schema]
    always: tuple[str, ...]
    """Members this answer always has, beyond those of its schema."""


@dataclass(frozen=True)
class Operation:
    id: str
    tag: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Mapping[str, Schema]
    """Media type to schema; empty where the operation takes no body."""
    body_required: bool
    responses: Mapping[int, Response]
    default: Response | None
    paging: Mapping[str, str | None] | None
    """The members of a page that hold its items and its link; None as link of a list that is always whole."""
    long_running: bool
    retry: str

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def success(self) -> dict[int, Response]:
        return {status: response for status, response in self.responses.items() if status < 300}

    @property
    def errors(self) -> dict[int, Response]:
        return {status: response for status, response in self.responses.items() if status >= 400}

    @functools.cached_property
    def segments(self) -> list[str]:
        return self.path.split("/")[1:]

    def of(self, location: str) -> list[Parameter]:
        return [parameter for parameter in self.parameters if parameter.location == location]


@kept_by_document
def operations(document: Document) -> Mapping[str, Operation]:
    """Operation id to operation, in the order of the document."""
    return {operation.id: operation for operation in _all(document)}


def _all(document: Document) -> Iterator[Operation]:
    for path, item in document.raw["paths"].items():
        for method in METHODS:
            if method in item:
                yield _operation(document, path, method, item[method], item.get("parameters", []))


def _operation(
    document: Document, path: str, method: str, node: Mapping[str, Any], shared: list[Any]
) -> Operation:
    body = document.resolved(node.get("requestBody", {}))
    responses = {status: _response(document, answer) for status, answer in node["responses"].items()}
    return Operation(
        id=node["operationId"],
        tag=node["tags"][0],
        method=method.upper(),
        path=path,
        parameters=tuple(_parameter(document, parameter) for parameter in [*shared, *node["parameters"]]),
        body={media: content["schema"] for media, content in body.get("content", {}).items()},
        body_required=bool(body.get("required", False)),
        responses={int(status): answer for status, answer in responses.items() if status.isdigit()},
        default=responses.get("default"),
        paging=_paging(node),
        long_running=bool(node.get("x-ms-long-running-operation", False)),
        retry=node.get("x-iotc-retry", "safe"),
    )


def _paging(node: Mapping[str, Any]) -> Mapping[str, str | None] | None:
    declared = node.get("x-ms-pageable")
    if declared is None:
        return None
    return {"items": declared.get("itemName", "value"), "link": declared.get("nextLinkName", "nextLink")}


def _parameter(document: Document, node: Mapping[str, Any]) -> Parameter:
    node = document.resolved(node)
    spoken = str(node.get("x-ms-client-name", node["name"]))
    return Parameter(node["name"], node["in"], bool(node.get("required", False)), node["schema"], spoken)


def _response(document: Document, node: Mapping[str, Any]) -> Response:
    node = document.resolved(node)
    return Response(
        content={media: content["schema"] for media, content in node.get("content", {}).items()},
        headers={name: document.resolved(header) for name, header in node.get("headers", {}).items()},
        always=always_of(node),
    )


def always_of(node: Mapping[str, Any]) -> tuple[str, ...]:
    """The members `x-iotc-always` names, whether it is a plain list or carries its evidence beside it."""
    declared = node.get("x-iotc-always", ())
    return tuple(declared["members"] if isinstance(declared, Mapping) else declared)


def operation_of(document: Document, method: str, raw_path: str) -> tuple[Operation, dict[str, str]] | None:
    """The operation and its undecoded path values; of several, the one with most literal segments."""
    if not raw_path.startswith(document.base_path + "/"):
        return None
    segments = raw_path[len(document.base_path) :].split("/")[1:]
    fitting = [
        (operation, values)
        for operation in _alike(document).get((method.upper(), len(segments)), ())
        if (values := _fit(operation, segments)) is not None
    ]
    return min(fitting, key=lambda found: len(found[1]), default=None)


@kept_by_document
def _alike(document: Document) -> Mapping[tuple[str, int], list[Operation]]:
    """The operations by their method and how many segments their paths have."""
    found: dict[tuple[str, int], list[Operation]] = {}
    for operation in operations(document).values():
        found.setdefault((operation.method, len(operation.segments)), []).append(operation)
    return found


def _fit(operation: Operation, segments: list[str]) -> dict[str, str] | None:
    values: dict[str, str] = {}
    for expected, given in zip(operation.segments, segments, strict=True):
        if expected.startswith("{"):
            values[expected[1:-1]] = given
        elif expected != given:
            return None
    return values


def decoded(raw: str) -> str | None:
    """A path or query value percent-decoded as UTF-8, or None if it is no such text."""
    if _BAD_ESCAPE.search(raw):
        return None
    try:
        return unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        return None
