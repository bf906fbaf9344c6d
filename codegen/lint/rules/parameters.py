"""Parameters: the api-version above all, and shapes the generator and the wire can carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Operation, Spec
from codegen.lint.walk import as_list, as_map, join

__all__ = ["RULES", "constrained"]

_PLAIN = {"type", "description", "default", "title"}


def _version_parameter(spec: Spec, operation: Operation) -> dict[str, Any]:
    named = [value for value in spec.parameters(operation) if value.get("name") == "api-version"]
    return named[0] if named else {}


def constrained(parameter: dict[str, Any]) -> bool:
    """Whether a request can break this parameter by its value (api-version aside: that is a 404)."""
    schema = as_map(parameter.get("schema"))
    limits = {key for key in schema if not key.startswith("x-")} - _PLAIN
    return parameter.get("name") != "api-version" and (bool(limits) or schema.get("type") != "string")


@rule("parameter/api-version", "every operation takes the api-version: required, in the query")
def api_version(spec: Spec) -> Iterator[Finding]:
    if spec.plane == "reference-v1":
        return
    for operation in spec.operations:
        value = _version_parameter(spec, operation)
        if not value:
            yield operation.pointer, f"{operation.id} takes no `api-version`"
        elif value.get("in") != "query" or value.get("required") is not True:
            yield operation.pointer, "`api-version` is not a required query parameter"


@rule("parameter/api-version-value", "the api-version has one enum value, the document's, and no default")
def api_version_value(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter"):
        if node.value.get("name") != "api-version":
            continue
        schema = as_map(node.value.get("schema"))
        if schema.get("enum") != [spec.version]:
            yield node.pointer, f"`api-version` allows {schema.get('enum')}, not exactly {spec.version!r}"
        if "default" in schema:
            yield (
                join(node.pointer, "schema", "default"),
                "`api-version` has a default: a call without one would pass",
            )


@rule("parameter/required", "path parameters are required, others have `required` said or left out")
def required(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter"):
        if node.value.get("in") == "path" and node.value.get("required") is not True:
            yield node.pointer, "a path parameter must be required"


@rule("parameter/order", "path parameters come first, in the order of the path; the api-version comes last")
def order(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        names = [str(value.get("name")) for value in spec.parameters(operation) if value.get("in") == "path"]
        places = [operation.path.find("{" + name + "}") for name in names]
        if places != sorted(places):
            yield operation.pointer, f"path parameters stand as {names}, not as in the path"
        every = [value.get("name") for value in spec.parameters(operation)]
        if "api-version" in every[:-1]:
            yield operation.pointer, "`api-version` is not the last parameter"


@rule("parameter/twice", "an operation names a parameter once")
def twice(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        seen: set[tuple[Any, Any]] = set()
        for value in spec.parameters(operation):
            key = (value.get("in"), value.get("name"))
            if key in seen:
                yield operation.pointer, f"parameter {key[1]!r} occurs twice"
            seen.add(key)


@rule(
    "parameter/shape",
    "a parameter is a scalar with a schema: no `content`, `style`, `explode`, arrays, objects",
)
def shape(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter"):
        if "$ref" in node.value:
            continue
        for key in ("content", "style", "explode", "allowReserved"):
            if key in node.value:
                yield join(node.pointer, key), f"`{key}` is dropped by the generator without a word"
        kind = spec.resolve(node.value.get("schema")).get("type")
        if kind not in {"string", "integer", "number", "boolean"}:
            yield join(node.pointer, "schema"), f"a parameter of type {kind!r} cannot be sent"


@rule("parameter/header", "header parameters are plain strings, and none that the client sets itself")
def header(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter"):
        if node.value.get("in") == "cookie":
            yield node.pointer, "cookie parameters are not sent"
        if node.value.get("in") != "header":
            continue
        if as_map(node.value.get("schema")).get("format") in {"date-time", "date"}:
            yield node.pointer, "the generator cannot send a date in a header"
        if str(node.value.get("name", "")).lower() in {"authorization", "content-type", "accept"}:
            yield node.pointer, f"{node.value['name']!r} belongs to the security schemes or to the bodies"


@rule("parameter/path-shared", "parameters stand at the operation, not at the path")
def path_shared(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("path"):
        if as_list(node.value.get("parameters")):
            yield join(node.pointer, "parameters"), "parameters of a path hide what an operation takes"


RULES = (api_version, api_version_value, required, order, twice, shape, header, path_shared)
