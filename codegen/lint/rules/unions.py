"""Unions, enums and secrets: what a schema must say so that unknown values stay readable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Spec
from codegen.lint.walk import Node, as_list, as_map, join

__all__ = ["RULES"]

_SECRETS = frozenset(
    {"token", "primaryKey", "secondaryKey", "connectionString", "endorsementKey", "clientSecret"}
)


def _unions(spec: Spec) -> Iterator[tuple[Node, str, dict[str, str]]]:
    """Every `oneOf` with its tag member and its mapping (value to schema name)."""
    for node in spec.of("schema", "property"):
        if "oneOf" in node.value:
            discriminator = as_map(node.value.get("discriminator"))
            mapping = as_map(discriminator.get("mapping"))
            names = {str(value): str(aim).rpartition("/")[2] for value, aim in mapping.items()}
            yield node, str(discriminator.get("propertyName", "")), names


@rule(
    "union/discriminator",
    "a union is a named schema: `oneOf`, `discriminator` and `mapping`, branches by name",
)
def discriminator(spec: Spec) -> Iterator[Finding]:
    for node, tag, mapping in _unions(spec):
        if not tag or not mapping:
            yield node.pointer, "`oneOf` without a discriminator and its mapping"
        if any("$ref" not in as_map(part) for part in as_list(node.value["oneOf"])):
            yield node.pointer, "a branch is not a named schema"
    for node in spec.of("schema", "property"):
        if "discriminator" in node.value and "oneOf" not in node.value:
            yield node.pointer, "`discriminator` without `oneOf`: the generator keeps the base only"


@rule("union/mapping", "the mapping of a union names its branches, each once, and nothing else")
def mapping(spec: Spec) -> Iterator[Finding]:
    for node, _, names in _unions(spec):
        branches = [
            str(as_map(part).get("$ref", "")).rpartition("/")[2] for part in as_list(node.value["oneOf"])
        ]
        if sorted(branches) != sorted(names.values()):
            yield (
                join(node.pointer, "discriminator"),
                f"maps to {sorted(names.values())}, branches {sorted(branches)}",
            )


def _pinned(spec: Spec, name: str, tag: str) -> Any:
    return spec.flat(spec.schemas.get(name)).properties.get(tag, {}).get("const")


@rule("union/pinned", "each branch pins its tag by `const`, as the mapping says, and requires it")
def pinned(spec: Spec) -> Iterator[Finding]:
    for _, tag, names in _unions(spec):
        for value, name in names.items():
            pointer = join("/components/schemas", name)
            if (const := _pinned(spec, name, tag)) != value:
                yield pointer, f"pins {tag!r} to {const!r}, the mapping says {value!r}"
            if tag not in spec.flat(spec.schemas.get(name)).required:
                yield pointer, f"does not require its tag {tag!r}"


@rule("union/distinct", "no two branches share a value")
def distinct(spec: Spec) -> Iterator[Finding]:
    for node, tag, names in _unions(spec):
        seen: dict[str, str] = {}
        for name in names.values():
            value = str(_pinned(spec, name, tag))
            if value in seen:
                yield node.pointer, f"{seen[value]} and {name} share the value {value!r}"
            seen[value] = name


@rule("union/read-only-tag", "the tag of a union is writable")
def read_only_tag(spec: Spec) -> Iterator[Finding]:
    for _, tag, names in _unions(spec):
        for name in names.values():
            if spec.flat(spec.schemas.get(name)).properties.get(tag, {}).get("readOnly"):
                yield (
                    join("/components/schemas", name),
                    f"{tag!r} is read-only: a request could choose no branch",
                )


@rule("enum/open", "enums are texts with `x-ms-enum: {name, modelAsString: true}`")
def enum_open(spec: Spec) -> Iterator[Finding]:
    for node in _enums(spec):
        extension = as_map(node.value.get("x-ms-enum"))
        if not extension.get("name") or extension.get("modelAsString") is not True:
            yield node.pointer, "enum without `x-ms-enum: {name: …, modelAsString: true}`"
        if not all(isinstance(value, str) for value in as_list(node.value["enum"])):
            yield node.pointer, "an enum value is not a text"
        if len(set(map(str, as_list(node.value["enum"])))) != len(as_list(node.value["enum"])):
            yield node.pointer, "an enum value occurs twice"


@rule("enum/name", "one enum name stands for one list of values")
def enum_name(spec: Spec) -> Iterator[Finding]:
    seen: dict[str, tuple[list[Any], str]] = {}
    for node in _enums(spec):
        name, values = str(as_map(node.value.get("x-ms-enum")).get("name")), as_list(node.value["enum"])
        first, where = seen.setdefault(name, (values, node.pointer))
        if values != first:
            yield node.pointer, f"{name} lists {values}, at {where} it lists {first}"


def _enums(spec: Spec) -> Iterator[Node]:
    version = {
        join(node.pointer, "schema")
        for node in spec.of("parameter")
        if node.value.get("name") == "api-version"
    }
    for node in spec.of("schema", "property"):
        if "enum" in node.value and node.pointer not in version:
            yield node


@rule("secret/missing", f"members called {', '.join(sorted(_SECRETS))} carry x-ms-secret")
def secret_missing(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("property"):
        if node.name in _SECRETS and _is_text(spec, node.value) and node.value.get("x-ms-secret") is not True:
            yield node.pointer, "is a secret but has no `x-ms-secret: true`"


@rule("secret/type", "x-ms-secret is `true`, on a text")
def secret_type(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("property", "schema"):
        mark = node.value.get("x-ms-secret")
        if mark is not None and not (mark is True and _is_text(spec, node.value)):
            yield node.pointer, "x-ms-secret must be `true` and stand on a text"


def _is_text(spec: Spec, schema: dict[str, Any]) -> bool:
    kind = spec.present(schema).get("type")
    return kind == "string" or "string" in as_list(kind)


RULES = (
    discriminator,
    mapping,
    pinned,
    distinct,
    read_only_tag,
    enum_open,
    enum_name,
    secret_missing,
    secret_type,
)
