"""The raw documents: the catalog, one spec a version, and what a `$ref` in it points at."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import yaml

__all__ = ["Document", "Entry", "Schema", "catalog", "defaults", "documents", "kept_by_document", "load"]

SPECS = Path(__file__).resolve().parents[2] / "specs"

Schema = Mapping[str, Any]
Rest = ParamSpec("Rest")
Found = TypeVar("Found")


class _PlainLoader(yaml.CSafeLoader):
    """YAML as JSON means it: a date stays the text it is, and no member may stand twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        doubled = {key for key in keys if keys.count(key) > 1} if len(set(keys)) < len(keys) else set()
        if doubled:
            raise yaml.YAMLError(f"{sorted(doubled)} stand twice at line {node.start_mark.line + 1}")
        return cast("dict[Any, Any]", super().construct_mapping(node, deep))


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Entry:
    """One line of the catalog."""

    plane: str
    version: str
    status: str
    document: str


@dataclass(frozen=True)
class Document:
    """One version's spec as written, with `$ref` followed inside it."""

    plane: str
    version: str
    raw: Schema
    kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What `kept_by_document` keeps."""

    @property
    def label(self) -> str:
        """Plane and version as the catalog's default names them: `data-plane/2022-07-31`."""
        return f"{self.plane}/{self.version}"

    @property
    def schemas(self) -> Mapping[str, Schema]:
        return cast("Mapping[str, Schema]", self.raw["components"]["schemas"])

    @property
    def host(self) -> str:
        """The host of the server's URL; empty where every application has one of its own."""
        host = str(self.raw["servers"][0]["url"]).split("://", 1)[-1].split("/", 1)[0]
        return "" if "{" in host else host

    @property
    def base_path(self) -> str:
        """The path of the server's URL, in front of every path of the document."""
        without_scheme = str(self.raw["servers"][0]["url"]).split("://", 1)[-1]
        return "/" + without_scheme.split("/", 1)[1] if "/" in without_scheme else ""

    def pointed(self, reference: str) -> Any:
        """What the local reference `#/a/b` points at."""
        if not reference.startswith("#/"):
            raise LookupError(f"{reference} points outside its document")
        node: Any = self.raw
        for part in reference[2:].split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
        return node

    def resolved(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """`node`, or what its `$ref` points at with the reference's siblings laid over it."""
        while "$ref" in node:
            siblings = {key: value for key, value in node.items() if key != "$ref"}
            node = {**self.pointed(str(node["$ref"])), **siblings}
        return node

    def __hash__(self) -> int:
        return hash((self.plane, self.version))


def kept_by_document(
    function: Callable[Concatenate[Document, Rest], Found],
) -> Callable[Concatenate[Document, Rest], Found]:
    """Have what a function finds in a document kept with it, and gone when the document is gone.

    A cache of the function's own would hold every changed document that a mutant was ever judged by.
    """

    @functools.wraps(function)
    def kept(document: Document, /, *rest: Rest.args, **named: Rest.kwargs) -> Found:
        key = (function, rest, *named.items())
        if key not in document.kept:
            document.kept[key] = function(document, *rest, **named)
        return cast("Found", document.kept[key])

    return kept


def schema_name(reference: str) -> str:
    """The name of the schema that `#/components/schemas/Name` points at."""
    return reference.rsplit("/", 1)[-1]


@functools.cache
def catalog() -> tuple[Entry, ...]:
    """Every version the project knows, as `specs/catalog.yaml` lists it."""
    listed = read_yaml(SPECS / "catalog.yaml")["versions"]
    return tuple(Entry(v["plane"], v["version"], v["status"], v["document"]) for v in listed)


def load(plane: str = "data-plane", version: str = "2022-07-31") -> Document:
    """The document of one version, read once a process."""
    return _loaded(plane, version)


@functools.cache
def _loaded(plane: str, version: str) -> Document:
    entry = next(e for e in catalog() if (e.plane, e.version) == (plane, version))
    return Document(plane, version, read_yaml(SPECS / entry.document))


def documents() -> list[Document]:
    """Every document of the catalog, in its order."""
    return [load(entry.plane, entry.version) for entry in catalog()]


@functools.cache
def defaults() -> tuple[str, ...]:
    """The labels of the documents that each plane's client speaks unless it is told otherwise."""
    return tuple(str(label) for label in read_yaml(SPECS / "catalog.yaml")["default"])


def read_yaml(path: Path) -> Any:
    with path.open("rb") as stream:
        return yaml.load(stream, Loader=_PlainLoader)  # noqa: S506 - a subclass of the safe loader
