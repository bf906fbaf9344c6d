"""Limits of the generator: names that would clash in Python, and constructs it drops or breaks on."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from openapi_python_client.strings import snake_case

from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Spec
from codegen.lint.walk import Node, as_list, as_map, join
from codegen.naming import MODEL_RESERVED, PARAMETER_RESERVED, enum_member, sanitize

__all__ = ["RULES", "python_name"]

_OWN_ARGUMENTS = PARAMETER_RESERVED | {"self"}
_OWN_MEMBERS = MODEL_RESERVED - {"copy", "replace"}
_OWN_CLASSES = {
    "Any",
    "Model",
    "OpenStrEnum",
    "UnknownVariant",
    "UnsetType",
    "UNSET",
    "Timestamp",
    "ClassVar",
    "Literal",
}
_SCHEMA_KEYS_TEXT = (
    "$ref type format description title default example enum const readOnly required properties "
    "items allOf oneOf anyOf not discriminator additionalProperties propertyNames minLength "
    "maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems "
    "maxItems uniqueItems minProperties maxProperties deprecated"
)
_SCHEMA_KEYS = frozenset(_SCHEMA_KEYS_TEXT.split())


def python_name(wire: str) -> str:
    """Give the Python name of a wire name, as generated code has it: `displayName` is `display_name`."""
    return snake_case(sanitize(wire))


def _clashes(names: Iterable[str], spelt: Callable[[str], str] = python_name) -> Iterator[tuple[str, str]]:
    """Pairs of different names that become one in Python."""
    seen: dict[str, str] = {}
    for name in names:
        first = seen.setdefault(spelt(name), name)
        if first != name:
            yield first, name


@rule("generator/property-clash", "the members of a schema have different Python names")
def property_clash(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        for first, second in _clashes(spec.flat(node.value).properties):
            yield node.pointer, f"{first!r} and {second!r} are both {python_name(first)!r} in Python"


@rule("generator/property-name", "a member is not called like a method of every model")
def property_name(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("property"):
        name = python_name(node.name)
        if name in _OWN_MEMBERS or not name.isidentifier():
            yield node.pointer, f"{node.name!r} cannot be a member ({name!r} in Python)"


@rule("generator/enum-clash", "the values of an enum have different Python names")
def enum_clash(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        for first, second in _clashes(map(str, as_list(node.value.get("enum"))), enum_member):
            yield node.pointer, f"values {first!r} and {second!r} have the same Python name"


@rule("generator/parameter-clash", "the parameters of an operation have different Python names, and not ours")
def parameter_clash(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        given = {str(value.get("name")): value for value in spec.parameters(operation)}
        names = {name: str(value.get("x-ms-client-name", name)) for name, value in given.items()}
        for first, second in _clashes(names, partial(_spelt, names)):
            yield operation.pointer, f"parameters {first!r} and {second!r} have the same Python name"
        for name, called in names.items():
            if python_name(called) in _OWN_ARGUMENTS:
                yield operation.pointer, f"parameter {name!r} clashes with an argument every method has"


def _spelt(names: Mapping[str, str], name: str) -> str:
    return python_name(names[name])


@rule("generator/method-clash", "the operations of a tag have different method names (`Remove` is `delete`)")
def method_clash(spec: Spec) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for operation in spec.operations:
        tag, _, verb = operation.id.partition("_")
        method = f"{python_name(tag)}.{re.sub('^remove', 'delete', python_name(verb))}"
        if seen.setdefault(method, operation.id) != operation.id:
            yield operation.pointer, f"{seen[method]} and {operation.id} are both {method!r}"


@rule(
    "generator/class-name",
    "a schema or enum is not called like something its module imports, nor like another",
)
def class_name(spec: Spec) -> Iterator[Finding]:
    reserved = _OWN_CLASSES | set(dir(builtins)) | set(keyword.kwlist)
    enums = {str(as_map(node.value.get("x-ms-enum")).get("name")) for node in spec.of("schema", "property")}
    for name, schema in spec.schemas.items():
        pointer = join("/components/schemas", name)
        itself = as_map(schema.get("x-ms-enum")).get("name") == name
        if name in reserved or (name in enums and not itself):
            yield pointer, f"{name!r} is already the name of something else"
    folded: dict[str, str] = {}
    for name in spec.schemas:
        if folded.setdefault(name.lower(), name) != name:
            yield join("/components/schemas", name), f"differs from {folded[name.lower()]!r} only by case"


@rule(
    "generator/all-of", "`allOf` joins objects by name, with at most one inline part, and never in a circle"
)
def all_of(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        parts = [as_map(part) for part in as_list(node.value.get("allOf"))]
        if sum("$ref" not in part for part in parts) > 1:
            yield join(node.pointer, "allOf"), "more than one part without a name"
        for part in parts:
            found = spec.resolve(part)
            if not (found.get("type") == "object" or "allOf" in found or "properties" in found):
                yield join(node.pointer, "allOf"), "a part is not an object"
        if parts and _circular(spec, node.value, node.value):
            yield join(node.pointer, "allOf"), "leads back to itself"


def _circular(spec: Spec, start: dict[str, Any], at: dict[str, Any], depth: int = 0) -> bool:
    parts = [spec.resolve(part) for part in as_list(at.get("allOf"))]
    return depth < 20 and any(part is start or _circular(spec, start, part, depth + 1) for part in parts)


_BY_LANGUAGE = [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]


@rule("generator/any-of", "`anyOf` is used for two things: a value or null, a text or a text by language")
def any_of(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        parts = [as_map(part) for part in as_list(node.value.get("anyOf"))]
        values = [part for part in parts if part.get("type") != "null"]
        is_nullable = len(parts) == 2 and len(values) == 1
        is_by_language = values == _BY_LANGUAGE and len(parts) - len(values) <= 1
        if parts and not is_nullable and not is_by_language:
            yield join(node.pointer, "anyOf"), "is neither `[something, {type: 'null'}]` nor text by language"


@rule("generator/type", "a type is one word, or one and null")
def one_type(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        kinds = as_list(node.value.get("type"))
        if kinds and (len(kinds) != 2 or kinds[1] != "null"):
            yield join(node.pointer, "type"), f"{kinds} is not one type, nor one and 'null'"
        if node.value.get("type") == "array" and "items" not in node.value:
            yield node.pointer, "an array that does not say what it holds"


@rule("generator/object-type", "a schema with members says `type: object`; without it any value would pass")
def object_type(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        members = {"properties", "required", "additionalProperties", "propertyNames"} & set(node.value)
        if members and node.value.get("type") != "object" and "object" not in as_list(node.value.get("type")):
            yield node.pointer, f"has {sorted(members)[0]!r} but not `type: object`"


@rule("generator/keyword", "only schema keywords that the generator, the client and the emulator all know")
def keywords(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        for key in node.value:
            if key not in _SCHEMA_KEYS and not key.startswith("x-"):
                yield join(node.pointer, key), f"`{key}` is not used in our specs"


@rule("generator/nesting", "an object with members has a name; inline it would get an invented one")
def nesting(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        if _inline(node) and as_map(node.value.get("properties")):
            yield node.pointer, "an inline object with members; give it a name"


def _inline(node: Node) -> bool:
    named = re.fullmatch(r"/components/schemas/[^/]+(/allOf/\d+)?", node.pointer)
    return named is None


@rule("generator/operation-key", "no callbacks, links, own servers or other parts that nothing reads")
def operation_key(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("operation"):
        for key in sorted({"callbacks", "servers", "security"} & set(node.value)):
            yield join(node.pointer, key), f"`{key}` of an operation is ignored by the generator"
    for node in spec.of("response"):
        if "links" in node.value:
            yield join(node.pointer, "links"), "`links` are not read by anything"


@rule("generator/pattern", "patterns are anchored and mean the same in Python and in JSON Schema")
def pattern(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        text = node.value.get("pattern")
        if text is None:
            continue
        where = join(node.pointer, "pattern")
        if not (str(text).startswith("^") and str(text).endswith("$")):
            yield where, f"{text!r} is not anchored with ^ and $"
        if re.search(r"\\[wdsWDSpPZAbB]", str(text)):
            yield where, f"{text!r} uses a class that engines read differently"


RULES = (
    property_clash,
    property_name,
    enum_clash,
    parameter_clash,
    method_clash,
    class_name,
    all_of,
    any_of,
    one_type,
    object_type,
    keywords,
    nesting,
    operation_key,
    pattern,
)
