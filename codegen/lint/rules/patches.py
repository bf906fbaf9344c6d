"""PATCH bodies: `<Name>Patch` schemas that hold the resource's writable members, all of them optional."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Spec
from codegen.lint.walk import as_list, as_map, join

__all__ = ["RULES"]

_SUFFIX = "Patch"


def _patches(spec: Spec) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Pointer and schema of every `<Name>Patch`, and the name it patches."""
    for name, schema in spec.schemas.items():
        if name.endswith(_SUFFIX):
            yield join("/components/schemas", name), schema, name.removesuffix(_SUFFIX)


def _read_only(spec: Spec, schema: dict[str, Any]) -> bool:
    return bool(schema.get("readOnly") or spec.resolve(schema).get("readOnly"))


@rule("patch/named", "the body of a PATCH is the `<Name>Patch` of the schema that it answers")
def named(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        if operation.method != "patch":
            continue
        for media_type, media in as_map(spec.body(operation).get("content")).items():
            name = str(as_map(as_map(media).get("schema")).get("$ref", "")).rpartition("/")[2]
            where = join(operation.pointer, "requestBody", "content", media_type, "schema")
            answered = _answered(spec, operation.value)
            if not name.endswith(_SUFFIX):
                yield where, f"{operation.id} does not take a `<Name>{_SUFFIX}` schema"
            elif answered and name.removesuffix(_SUFFIX) not in answered:
                yield where, f"{operation.id} takes {name} but answers {answered[0]}"


def _answered(spec: Spec, operation: dict[str, Any]) -> list[str]:
    """Give the names of the schemas that a PATCH answers."""
    names: list[str] = []
    for status, response in as_map(operation.get("responses")).items():
        media = as_map(as_map(spec.resolve(response).get("content")).get("application/json"))
        if str(status).startswith("2") and (target := as_map(media.get("schema")).get("$ref")):
            names.append(str(target).rpartition("/")[2])
    return names


@rule("patch/required", "a patch schema requires nothing")
def required(spec: Spec) -> Iterator[Finding]:
    for pointer, schema, _ in _patches(spec):
        for name in sorted(spec.flat(schema).required):
            yield pointer, f"requires {name!r}; a patch may leave out anything"


@rule("patch/read-only", "a patch schema holds nothing that only the service writes")
def read_only(spec: Spec) -> Iterator[Finding]:
    for pointer, schema, resource in _patches(spec):
        theirs = spec.members(spec.schemas.get(resource))
        for name, member in spec.flat(schema).properties.items():
            if _read_only(spec, member) or (name in theirs and _read_only(spec, theirs[name])):
                yield join(pointer, "properties", name), f"{name!r} is read-only"


@rule("patch/members", "the members of `<Name>Patch` are members of `<Name>`")
def members(spec: Spec) -> Iterator[Finding]:
    for pointer, schema, resource in _patches(spec):
        if resource not in spec.schemas:
            yield pointer, f"there is no {resource!r} that it could patch"
            continue
        theirs = spec.members(spec.schemas[resource])
        for name in spec.flat(schema).properties:
            if name not in theirs:
                yield join(pointer, "properties", name), f"{name!r} is not a member of {resource}"


@rule("patch/complete", "every writable member of `<Name>` can be patched, or a deviation says why not")
def complete(spec: Spec) -> Iterator[Finding]:
    for pointer, schema, resource in _patches(spec):
        ours = spec.flat(schema).properties
        for name, member in spec.members(spec.schemas.get(resource)).items():
            if name not in ours and not _read_only(spec, member) and "x-iotc-deviation" not in schema:
                yield pointer, f"lacks {name!r}, which {resource} lets a request write"


@rule("patch/default", "members of a patch have no default: left out means unchanged")
def default(spec: Spec) -> Iterator[Finding]:
    for pointer, schema, _ in _patches(spec):
        for name, member in spec.flat(schema).properties.items():
            if "default" in member:
                yield (
                    join(pointer, "properties", name, "default"),
                    "a patch that leaves it out changes nothing",
                )


@rule("patch/null", "a patch that allows null says in a note on what grounds")
def null(spec: Spec) -> Iterator[Finding]:
    for pointer, schema, _ in _patches(spec):
        for name, member in spec.flat(schema).properties.items():
            if _nullable(member) and "x-iotc-note" not in schema and "x-iotc-note" not in member:
                yield join(pointer, "properties", name), "null is allowed; an x-iotc-note must give the grade"


def _nullable(schema: dict[str, Any]) -> bool:
    kinds = [schema.get("type"), *(as_map(part).get("type") for part in as_list(schema.get("anyOf")))]
    return any(kind == "null" or "null" in as_list(kind) for kind in kinds)


@rule("patch/metadata", "a free-form property patch refuses `$metadata`")
def metadata(spec: Spec) -> Iterator[Finding]:
    for pointer, schema, _ in _patches(spec):
        free = not spec.flat(schema).properties
        if free and as_map(as_map(schema.get("propertyNames")).get("not")).get("const") != "$metadata":
            yield pointer, "is free-form, so propertyNames must refuse `$metadata`"


RULES = (named, required, read_only, members, complete, default, null, metadata)
