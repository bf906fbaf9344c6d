"""A specification as it stands on disk: loading, references, and the members of its schemas."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeGuard

import yaml

from codegen.findings import Finding, SpecificationError, pointer

__all__ = [
    "METHODS",
    "Document",
    "Json",
    "Member",
    "OperationAt",
    "is_array",
    "is_object",
    "load_yaml",
    "walk",
]

Json = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
SCHEMAS = ("components", "schemas")


class Member(NamedTuple):
    """A property of a schema, its own or one that `allOf` brings."""

    wire: str
    schema: Json
    pointer: str
    required: bool


class OperationAt(NamedTuple):
    """An operation of the raw document and where it stands."""

    path: str
    method: str
    data: Json
    pointer: str

    @property
    def id(self) -> str:
        """The operation id; `<method> <path>` where the document gives none."""
        return str(self.data.get("operationId", f"{self.method} {self.path}"))


def is_object(value: object) -> TypeGuard[Json]:
    """Say whether a value read from YAML is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Say whether a value read from YAML is an array."""
    return isinstance(value, list)


class _Loader(yaml.CSafeLoader):
    """YAML with JSON's types only: dates stay text, a repeated key is an error and not the last one wins."""


def _construct_mapping(loader: Any, node: yaml.MappingNode) -> Json:
    loader.flatten_mapping(node)
    result: Json = {}
    for key_node, value_node in node.value:
        key: object = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise _refused(f"key {key!r} is not text: put it in quotes", key_node)
        if key in result:
            raise _refused(f"key {key!r} stands twice", key_node)
        result[key] = loader.construct_object(value_node, deep=True)
    return result


def _refused(reason: str, node: yaml.Node) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(None, None, reason, node.start_mark)


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct_mapping)
_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load_yaml(data: bytes, name: str) -> Json:
    """Return the mapping that a YAML file holds, with JSON's types.

    Raises `SpecificationError` naming line and column.
    """
    try:
        content: object = yaml.load(data, Loader=_Loader)  # noqa: S506 (a subclass of the safe loader)
    except yaml.YAMLError as error:
        raise SpecificationError(name, [Finding("#", str(error))]) from error
    if not is_object(content):
        raise SpecificationError(name, [Finding("#", "the file does not hold a mapping")])
    return content


class Document:
    """One specification, read once; `raw` is never changed."""

    def __init__(self, raw: Json, name: str, sha256: str = "") -> None:
        self.raw = raw
        self.name = name
        self.sha256 = sha256

    @classmethod
    def read(cls, path: Path, name: str) -> Document:
        """Read the YAML file at `path`; `name` stands before the pointers of its findings."""
        data = path.read_bytes()
        return cls(load_yaml(data, name), name, hashlib.sha256(data).hexdigest())

    @cached_property
    def schemas(self) -> dict[str, Json]:
        """`components.schemas` by name."""
        found: dict[str, Json] = self.raw.get("components", {}).get("schemas", {})
        return found

    @cached_property
    def operations(self) -> tuple[OperationAt, ...]:
        """Every operation, in the order of the document."""
        return tuple(
            OperationAt(path, method, data, pointer("paths", path, method))
            for path, item in self.raw.get("paths", {}).items()
            for method, data in item.items()
            if method in METHODS
        )

    @property
    def server(self) -> str:
        """The URL that all paths stand below; `{…}` are variables. Empty where the document has none."""
        servers: list[Json] = self.raw.get("servers", [])
        return str(servers[0].get("url", "")) if servers else ""

    def resolve(self, node: Json, at: str) -> tuple[Json, str]:
        """Follow `$ref` (through references to references) to what it means, and where that stands.

        Raises `LookupError`, with a text for the reader, if a reference leads nowhere or round in a circle.
        """
        seen: set[str] = set()
        while (ref := node.get("$ref")) is not None:
            if ref in seen:
                raise LookupError(f"the reference {ref} leads round in a circle")
            seen.add(ref)
            node, at = self._follow(ref), ref
        return node, at

    def _follow(self, ref: object) -> Json:
        if not isinstance(ref, str) or not ref.startswith("#/"):
            raise LookupError(f"the reference {ref!r} leaves the document: a specification is self-contained")
        node: Any = self.raw
        for part in ref[2:].split("/"):
            try:
                node = node[part.replace("~1", "/").replace("~0", "~")]
            except (KeyError, TypeError):
                raise LookupError(f"the reference {ref} leads nowhere") from None
        if not is_object(node):
            raise LookupError(f"the reference {ref} does not lead to an object")
        return node

    def schema_name(self, node: Json) -> str | None:
        """Return the component that a `$ref` to a schema names, if it names one."""
        ref = node.get("$ref")
        if not isinstance(ref, str) or not ref.startswith("#/components/schemas/"):
            return None
        name = ref.rsplit("/", 1)[-1].replace("~1", "/").replace("~0", "~")
        return name if name in self.schemas and ref.count("/") == 3 else None

    def members(self, name: str) -> dict[str, Member]:
        """Return the members of a component, those of its `allOf` parts first.

        Read-only text, texts and limits as written.
        """
        found: dict[str, Member] = {}
        required: set[str] = set()
        for schema, at in self._parts(self.schemas[name], pointer(*SCHEMAS, name), ()):
            required.update(schema.get("required", ()))
            for wire, member in schema.get("properties", {}).items():
                found[wire] = Member(wire, member, f"{at}/properties/{pointer(wire)[2:]}", required=False)
        return {wire: member._replace(required=wire in required) for wire, member in found.items()}

    def _parts(self, schema: Json, at: str, above: tuple[str, ...]) -> Iterator[tuple[Json, str]]:
        for index, part in enumerate(schema.get("allOf", ())):
            name = self.schema_name(part)
            if name is None:
                yield from self._parts(part, f"{at}/allOf/{index}", above)
            elif name not in above:
                yield from self._parts(self.schemas[name], pointer(*SCHEMAS, name), (*above, name))
        yield schema, at

    def ancestors(self, name: str) -> list[str]:
        """Return the components that a component takes over by `allOf`, near and far."""
        found: list[str] = []
        waiting = [name]
        while waiting:
            bases = (self.schema_name(part) for part in self.schemas[waiting.pop()].get("allOf", ()))
            new = [base for base in bases if base is not None and base not in found and base != name]
            found += new
            waiting += new
        return found


def walk(schema: Any, at: str) -> Iterator[tuple[Json, str]]:
    """Return a schema and every schema written inside it, each with its pointer.

    References are not followed.
    """
    if not is_object(schema):
        return
    node = schema
    yield node, at
    for key in ("allOf", "anyOf", "oneOf", "prefixItems"):
        for index, part in enumerate(node.get(key, ())):
            yield from walk(part, f"{at}/{key}/{index}")
    for key in ("items", "additionalProperties", "not"):
        yield from walk(node.get(key), f"{at}/{key}")
    for wire, member in node.get("properties", {}).items():
        yield from walk(member, f"{at}/properties/{pointer(wire)[2:]}")
