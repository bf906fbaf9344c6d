"""The operation table of one contract document: what each operation takes, answers and how it pages.

Nothing here needs an extra: a document is a plain dict, from `contract.json` of the generated package or from
a spec of `specs/`. Schemas are named by their JSON pointer in that document; `validators` and `shapes` read
them from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from iotcentral.contract.pointers import child, resolve
from iotcentral.contract.values import is_object

__all__ = [
    "CompiledAnswer",
    "CompiledBody",
    "CompiledOperation",
    "CompiledParameter",
    "Contract",
    "Pages",
    "compile_contract",
]

_PROVIDER = re.compile(r"/providers/[^/{}]+/")
METHODS = ("get", "put", "patch", "post", "delete", "head", "options")
VERSION_PARAMETER = "api-version"


@dataclass(frozen=True, slots=True)
class CompiledParameter:
    """One path, query or header parameter."""

    name: str
    location: str
    required: bool
    schema: str
    """JSON pointer of the parameter's schema."""


@dataclass(frozen=True, slots=True)
class CompiledBody:
    """A request body: the media types it may have, each with the pointer of its schema."""

    required: bool
    media_types: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CompiledAnswer:
    """One documented answer; without media types it has no body."""

    pointer: str
    media_types: Mapping[str, str]
    always: tuple[str, ...] = ()
    """Members this answer always has, beyond those its schema names (`x-iotc-always` on the response)."""
    headers: tuple[CompiledParameter, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a list keeps its items and the link to its next page."""

    items: str
    next_link: str | None
    """`None` for a list that never has a second page."""


@dataclass(frozen=True, slots=True)
class CompiledOperation:
    """Everything the rules know of one operation."""

    id: str
    method: str
    path: str
    pointer: str
    parameters: tuple[CompiledParameter, ...] = ()
    body: CompiledBody | None = None
    answers: Mapping[int, CompiledAnswer] = field(default_factory=dict[int, CompiledAnswer])
    default: CompiledAnswer | None = None
    """The catch-all answer: 4xx and 5xx only."""
    pages: Pages | None = None

    def at(self, location: str) -> dict[str, CompiledParameter]:
        """Return the parameters of one place (`path`, `query`, `header`) by name."""
        return {each.name: each for each in self.parameters if each.location == location}

    def answer(self, status: int) -> CompiledAnswer | None:
        """Return the answer a status is judged by: its own, or the catch-all for 4xx and 5xx."""
        return self.answers.get(status) or (self.default if status >= 400 else None)


@dataclass(frozen=True, slots=True)
class Contract:
    """One plane and api-version: its document and its operations by id."""

    plane: str
    version: str
    document: Mapping[str, Any]
    base_path: str
    domain: str
    """The domain the service's hosts end with, for example `azureiotcentral.com`."""
    operations: Mapping[str, CompiledOperation]
    provider: str = ""
    """The path part all operations of an Azure resource provider share, such as `/providers/Microsoft.X/`."""

    @property
    def folds_case(self) -> bool:
        """Whether paths and ids compare without regard to case, as Azure Resource Manager compares them."""
        return bool(self.provider)

    def is_host(self, name: str) -> bool:
        """Whether a host name is the service's: the domain itself, or an application below it."""
        return name == self.domain or name.endswith("." + self.domain)

    def covers(self, raw_path: str) -> bool:
        """Whether a raw path has the form of this contract's paths, whatever the host."""
        if not raw_path.startswith(self.base_path + "/"):
            return False
        return not self.provider or self.provider.lower() in raw_path.lower()

    @property
    def name(self) -> str:
        """For example `data-plane/2022-07-31`."""
        return f"{self.plane}/{self.version}"


def compile_contract(document: Mapping[str, Any], plane: str = "data-plane") -> Contract:
    """Read a contract document into its operation table.

    Args:
        document: an OpenAPI 3.1 document of the project, whole.
        plane: the plane the document belongs to; the document itself does not say.

    Raises:
        KeyError: the document lacks a part every contract has, or a `$ref` leads nowhere.

    """
    operations = {each.id: each for each in _operations(document)}
    base_path, domain = _server(document)
    version = str(document["info"]["version"])
    return Contract(plane, version, document, base_path, domain, operations, _provider(document))


def _provider(document: Mapping[str, Any]) -> str:
    """Return the `/providers/<name>/` that every path has, or the empty text."""
    found = {match[0] if (match := _PROVIDER.search(path)) else "" for path in document["paths"]}
    return found.pop() if len(found) == 1 else ""


def _server(document: Mapping[str, Any]) -> tuple[str, str]:
    server = document["servers"][0]
    variables: Mapping[str, Any] = server.get("variables", {})
    domain = str(variables.get("baseDomain", {}).get("default", ""))
    path = str(server["url"]).split("://", 1)[-1].partition("/")[2]
    return ("/" + path if path else ""), domain or str(urlsplit(str(server["url"])).hostname)


def _operations(document: Mapping[str, Any]) -> Iterator[CompiledOperation]:
    for path, item in document["paths"].items():
        place = child("/paths", path)
        for method in METHODS:
            if method in item:
                yield _operation(document, path, method, place)


def _operation(document: Mapping[str, Any], path: str, method: str, place: str) -> CompiledOperation:
    where = child(place, method)
    item, raw = document["paths"][path], document["paths"][path][method]
    answers = {status: _answer(document, child(where + "/responses", status)) for status in raw["responses"]}
    pages = raw.get("x-ms-pageable")
    return CompiledOperation(
        id=raw["operationId"],
        method=method.upper(),
        path=path,
        pointer=where,
        parameters=(*_parameters(document, place, item), *_parameters(document, where, raw)),
        body=_body(document, where + "/requestBody") if "requestBody" in raw else None,
        answers={int(status): answer for status, answer in answers.items() if status.isdigit()},
        default=answers.get("default"),
        pages=Pages(pages.get("itemName") or "value", pages.get("nextLinkName", "nextLink"))
        if pages
        else None,
    )


def _parameters(
    document: Mapping[str, Any], where: str, holder: Mapping[str, Any]
) -> Iterator[CompiledParameter]:
    for index in range(len(holder.get("parameters", ()))):
        place, raw = resolve(document, f"{where}/parameters/{index}")
        schema, _ = resolve(document, place + "/schema")
        yield CompiledParameter(raw["name"], raw["in"], bool(raw.get("required")), schema)


def _media_types(document: Mapping[str, Any], where: str, content: Mapping[str, Any]) -> dict[str, str]:
    return {kind: resolve(document, child(where + "/content", kind) + "/schema")[0] for kind in content}


def _body(document: Mapping[str, Any], where: str) -> CompiledBody:
    place, raw = resolve(document, where)
    return CompiledBody(bool(raw.get("required")), _media_types(document, place, raw["content"]))


def _answer(document: Mapping[str, Any], where: str) -> CompiledAnswer:
    place, raw = resolve(document, where)
    media_types = _media_types(document, place, raw.get("content", {}))
    return CompiledAnswer(place, media_types, always_of(raw), tuple(_answer_headers(document, place, raw)))


def _answer_headers(
    document: Mapping[str, Any], where: str, answer: Mapping[str, Any]
) -> Iterator[CompiledParameter]:
    for name in answer.get("headers", {}):
        place, raw = resolve(document, child(where + "/headers", name))
        schema, _ = resolve(document, place + "/schema")
        yield CompiledParameter(name, "header", bool(raw.get("required")), schema)


def always_of(holder: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names `x-iotc-always` lists on a schema or response, as a bare list or under `members`."""
    value = holder.get("x-iotc-always", ())
    return tuple(value.get("members", ()) if is_object(value) else value)
