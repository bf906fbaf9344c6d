"""A contract document as the engine reads it: routes, parameters, bodies and answers of one api-version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

import msgspec

from iotcentral.emulator.planes import DATA_PLANE

__all__ = ["Document", "Match", "Operation", "load_documents"]

_METHODS = ("get", "put", "post", "patch", "delete")


class Operation(msgspec.Struct, frozen=True):
    """One operation of a document, its references resolved."""

    id: str
    tag: str
    method: str
    segments: tuple[str, ...]
    """The path template below the base path, split at `/`; a parameter stands as `{name}`."""
    path_parameters: tuple[Mapping[str, Any], ...]
    query_parameters: Mapping[str, Mapping[str, Any]]
    """Query parameters by name."""
    header_parameters: frozenset[str]
    """Names of the headers the operation declares, in lower case."""
    bodies: Mapping[str, Any]
    """Media type to the body's schema; empty for an operation without a body."""
    body_required: bool
    responses: Mapping[str, Mapping[str, Any]]
    paged: bool = False
    """Whether the answer is a list that may come in pages."""


class Match(msgspec.Struct, frozen=True):
    """A route that a request's path matches: its operations by method and the decoded path values."""

    operations: Mapping[str, Operation]
    arguments: Mapping[str, str]


class Document:
    """The routes and schemas of one plane's api-version; read when something is first asked of it."""

    def __init__(self, raw: Mapping[str, Any], plane: str = DATA_PLANE) -> None:
        self._source: Callable[[], Mapping[str, Any]] = lambda: raw
        self.version: str = raw["info"]["version"]
        self.plane = plane

    @classmethod
    def unread(
        cls, version: str, source: Callable[[], Mapping[str, Any]], plane: str = DATA_PLANE
    ) -> Document:
        """Return the document that `source` reads when it is needed."""
        document = cls.__new__(cls)
        document._source, document.version, document.plane = source, version, plane
        return document

    @cached_property
    def raw(self) -> Mapping[str, Any]:
        """The document as it is written."""
        return self._source()

    @cached_property
    def schemas(self) -> Mapping[str, Any]:
        """The named schemas."""
        found: Mapping[str, Any] = self.raw["components"]["schemas"]
        return found

    @cached_property
    def operations(self) -> dict[str, Operation]:
        """The operations by id."""
        return {operation.id: operation for _, by_method in self._routes for operation in by_method.values()}

    @cached_property
    def _base(self) -> tuple[str, ...]:
        path = _base_path(self.raw["servers"][0]["url"]).removesuffix("/")
        return tuple(_split(path)) if path else ()

    @cached_property
    def _routes(self) -> list[tuple[tuple[str, ...], dict[str, Operation]]]:
        return list(self._read_routes())

    @cached_property
    def validators(self) -> dict[tuple[str, str], Any]:
        """What `Schemas` has compiled so far; engines over one document share it."""
        return {}

    def match(self, segments: Sequence[str], *, any_case: bool = False) -> Match | None:
        """Find the route of decoded path segments; a literal segment wins over a parameter.

        With `any_case` literal segments compare without case, as Azure Resource Manager has it.
        """
        base = len(self._base)
        if tuple(segments[:base]) != self._base or "" in segments:
            return None
        rest = tuple(segments[base:])
        for template, by_method in self._routes:
            arguments = _bind(template, rest, any_case=any_case)
            if arguments is not None:
                return Match(by_method, arguments)
        return None

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Follow a local `$ref`, if the node is one."""
        while "$ref" in node:
            target: Any = self.raw
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def writable_members(self, schema: str) -> frozenset[str]:
        """Answer the members of an object schema (its bases included) that are not read-only."""
        return frozenset(self._writable(self.schemas[schema]))

    def _writable(self, node: Mapping[str, Any]) -> Iterator[str]:
        node = self.resolve(node)
        for name, member in node.get("properties", {}).items():
            if not member.get("readOnly"):
                yield name
        for part in (*node.get("allOf", ()), *node.get("oneOf", ())):
            yield from self._writable(part)

    def _read_routes(self) -> Iterator[tuple[tuple[str, ...], dict[str, Operation]]]:
        paths: Mapping[str, Any] = self.raw["paths"]
        for path in sorted(paths, key=lambda path: [part.startswith("{") for part in _split(path)]):
            item = paths[path]
            shared = item.get("parameters", ())
            yield (
                tuple(_split(path)),
                {
                    method.upper(): self._read_operation(path, method, item[method], shared)
                    for method in _METHODS
                    if method in item
                },
            )

    def _read_operation(
        self, path: str, method: str, node: Mapping[str, Any], shared: Iterable[Mapping[str, Any]]
    ) -> Operation:
        parameters = [self.resolve(parameter) for parameter in (*shared, *node.get("parameters", ()))]
        body = self.resolve(node.get("requestBody", {}))
        return Operation(
            id=node["operationId"],
            tag=node["tags"][0],
            method=method.upper(),
            segments=tuple(_split(path)),
            path_parameters=tuple(found for found in parameters if found["in"] == "path"),
            query_parameters={found["name"]: found for found in parameters if found["in"] == "query"},
            header_parameters=frozenset(
                found["name"].lower() for found in parameters if found["in"] == "header"
            ),
            bodies={media: content["schema"] for media, content in body.get("content", {}).items()},
            body_required=bool(body.get("required")),
            responses={status: self.resolve(answer) for status, answer in node["responses"].items()},
            paged="x-ms-pageable" in node,
        )


def load_documents(plane: str | None = None) -> tuple[Document, ...]:
    """Answer the documents of every plane, or of one, in every api-version; none of them is read yet."""
    from iotcentral._core.contract_document import load
    from iotcentral_rest.versions import VERSIONS

    return tuple(
        Document.unread(entry.version, partial(load, entry.plane, entry.version), entry.plane)
        for entry in VERSIONS
        if plane in (None, entry.plane)
    )


def _base_path(url: str) -> str:
    """Answer the path of a server's URL, whose host part is a template."""
    _, _, rest = url.partition("://")
    return f"/{rest.partition('/')[2]}"


def _split(path: str) -> list[str]:
    return path.removeprefix("/").split("/")


def _bind(template: tuple[str, ...], segments: tuple[str, ...], *, any_case: bool) -> dict[str, str] | None:
    if len(template) != len(segments):
        return None
    arguments: dict[str, str] = {}
    for part, segment in zip(template, segments, strict=True):
        if part.startswith("{"):
            arguments[part[1:-1]] = segment
        elif part != segment and not (any_case and part.lower() == segment.lower()):
            return None
    return arguments
