"""Operators on specs: schemas, their members, and parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from contract_tests.mutants.model import Mutant, Operator
from contract_tests.mutants.spec_places import GONE, Changing, Part, only

__all__ = ["OPERATORS"]


def _types(schema: Any) -> list[str]:
    named = schema.get("type", []) if isinstance(schema, dict) else []
    return [named] if isinstance(named, str) else list(named)


def _swapped(schema: Any, old: str, new: str) -> Any:
    types = [new if one == old else one for one in _types(schema)]
    return types[0] if isinstance(schema["type"], str) else types


def required_dropped(part: Part) -> Iterator[Mutant]:
    for name in part.value.get("required", ()):
        rest = [one for one in part.value["required"] if one != name]
        yield part.become(rest or GONE, "required")


def required_added(part: Part) -> Iterator[Mutant]:
    required = part.value.get("required", [])
    for name, member in part.value.get("properties", {}).items():
        if name not in required and "x-iotc-deviation" not in part.value and "x-iotc-deviation" not in member:
            yield part.become([*required, name], "required")


def typed(old: str, new: str) -> Changing:
    def change(part: Part) -> Iterator[Mutant]:
        if old in _types(part.value):
            yield part.become(_swapped(part.value, old, new), "type")

    return change


def enum_changed(become: Callable[[list[Any]], list[Any]], least: int = 1) -> Changing:
    def change(part: Part) -> Iterator[Mutant]:
        enum = part.value.get("enum", [])
        if len(enum) >= least and all(isinstance(one, str) for one in enum):
            yield part.become(become(enum), "enum")

    return change


def member_enum_changed(become: Callable[[list[Any]], list[Any]], least: int = 1) -> Changing:
    """Enums stand on schemas of their own, on members, and on the items of lists."""
    plain = enum_changed(become, least)

    def change(part: Part) -> Iterator[Mutant]:
        if part.kind in ("schema", "member"):
            yield from plain(part)
            items = part.value.get("items", {})
            if isinstance(items, dict) and len(items.get("enum", [])) >= least:
                yield part.become(become(items["enum"]), "items", "enum")

    return change


def set_to(keyword: str, value: Any) -> Changing:
    def change(part: Part) -> Iterator[Mutant]:
        if keyword in part.value and part.value[keyword] != value:
            yield part.become(value, keyword)

    return change


def more(keyword: str, by: int) -> Changing:
    def change(part: Part) -> Iterator[Mutant]:
        for keys, schema in ((("schema",), part.value.get("schema", {})), ((), part.value)):
            if keyword in schema:
                yield part.become(schema[keyword] + by, *keys, keyword)

    return change


def format_is(old: str, new: str) -> Changing:
    def change(part: Part) -> Iterator[Mutant]:
        if part.value.get("format") == old:
            yield part.become(new, "format")

    return change


def everywhere(keyword: str, value: Any = GONE) -> Changing:
    """A keyword of a member or of a parameter's schema set to something else."""

    def change(part: Part) -> Iterator[Mutant]:
        for keys, schema in ((("schema",), part.value.get("schema", {})), ((), part.value)):
            if part.kind in ("member", "parameter") and keyword in schema and schema[keyword] != value:
                yield part.become(value, *keys, keyword)

    return change


def member_removed(part: Part) -> Iterator[Mutant]:
    yield part.become(GONE)


def member_renamed(part: Part) -> Iterator[Mutant]:
    holder = Part(part.document, "schema", part.keys[:-1])
    renamed = {(f"{name}Renamed" if name == part.name else name): one for name, one in holder.value.items()}
    yield Mutant(part.become(0).label, holder.become(renamed).changed)


def read_only_dropped(part: Part) -> Iterator[Mutant]:
    if part.value.get("readOnly") is True:
        yield part.become(GONE, "readOnly")


def read_only_added(part: Part) -> Iterator[Mutant]:
    if "readOnly" not in part.value and "$ref" not in part.value:
        yield part.become(True, "readOnly")


def link_removed(part: Part) -> Iterator[Mutant]:
    if part.name == "nextLink":
        yield part.become(GONE)


def branch_removed(part: Part) -> Iterator[Mutant]:
    mapping = part.value.get("discriminator", {}).get("mapping", {})
    for tag, target in mapping.items():
        if len(mapping) > 1:
            keyword = "oneOf" if "oneOf" in part.value else "anyOf"
            rest = {name: one for name, one in mapping.items() if name != tag}
            branches = [one for one in part.value.get(keyword, []) if one.get("$ref") != target]
            changed = {**part.value, "discriminator": {**part.value["discriminator"], "mapping": rest}}
            yield part.become({**changed, keyword: branches})


def tag_changed(part: Part) -> Iterator[Mutant]:
    if isinstance(part.value.get("const"), str):
        yield part.become(part.value["const"] + "V2", "const")


def reference_changed(part: Part) -> Iterator[Mutant]:
    target = part.value.get("$ref")
    schemas = part.document.raw["components"]["schemas"]
    other = next((name for name in schemas if f"#/components/schemas/{name}" != target), None)
    if target is not None and other is not None:
        yield part.become(f"#/components/schemas/{other}", "$ref")


def items_changed(part: Part) -> Iterator[Mutant]:
    items = part.value.get("items")
    if isinstance(items, dict) and "string" in _types(items) and "$ref" not in items:
        yield part.become({**items, "type": "integer"}, "items")


def query_required(part: Part) -> Iterator[Mutant]:
    if part.value.get("in") == "query" and not part.value.get("required"):
        yield part.become(True, "required")


def other_version(part: Part) -> Iterator[Mutant]:
    if part.value.get("name") == "api-version":
        yield part.become(["2020-01-01"], "schema", "enum")


def pattern_of_digits(part: Part) -> Iterator[Mutant]:
    if part.value.get("in") == "path":
        yield part.become({**part.value["schema"], "pattern": "^[0-9]+$"}, "schema")


def parameter_renamed(part: Part) -> Iterator[Mutant]:
    if part.value.get("in") == "query" and part.value["name"] != "api-version":
        yield part.become(part.value["name"] + "s", "name")


def error_member_optional(member: str) -> Changing:
    """The members of an error that a client relies on."""

    def change(part: Part) -> Iterator[Mutant]:
        required = part.value.get("required", [])
        if part.name.startswith(("Error", "CloudError")) and member in required:
            rest = [name for name in required if name != member]
            yield part.become(rest or GONE, "required")

    return change


def _either(*changes: Changing) -> Changing:
    def mutate(part: Part) -> Iterator[Mutant]:
        for change in changes:
            yield from change(part)

    return mutate


OPERATORS = (
    Operator("P01", "required member made optional", ("facts.required",), only("schema", required_dropped)),
    Operator("P02", "optional member made required", ("facts.required",), only("schema", required_added)),
    Operator("P03", "boolean made a text", ("facts.type",), only("member", typed("boolean", "string"))),
    Operator("P04", "text made a number", ("facts.type",), only("member", typed("string", "integer"))),
    Operator("P05", "enum value removed", ("facts.enum",), member_enum_changed(lambda enum: enum[1:], 2)),
    Operator(
        "P06",
        "enum value in another case",
        ("facts.enum",),
        member_enum_changed(lambda enum: [enum[0].swapcase(), *enum[1:]]),
    ),
    Operator(
        "P07", "enum value added", ("facts.enum",), member_enum_changed(lambda enum: [*enum, "surplus"])
    ),
    Operator("P08", "tag of a union's branch changed", ("facts.const",), only("member", tag_changed)),
    Operator(
        "P09", "date-time made a date", ("facts.format",), only("member", format_is("date-time", "date"))
    ),
    Operator("P10", "format dropped", ("facts.format",), everywhere("format")),
    Operator("P11", "member removed", ("facts.props",), only("member", member_removed)),
    Operator("P12", "member renamed", ("facts.props",), only("member", member_renamed)),
    Operator("P17", "query parameter made required", ("facts.required",), only("parameter", query_required)),
    Operator("P18", "query parameter renamed", ("facts.parameters",), only("parameter", parameter_renamed)),
    Operator("P19", "maximum raised", ("facts.maximum",), more("maximum", 1)),
    Operator("P20", "minimum dropped", ("facts.minimum",), everywhere("minimum")),
    Operator("P22", "pattern dropped", ("facts.pattern",), everywhere("pattern")),
    Operator("P23", "readOnly dropped", ("facts.readOnly",), only("member", read_only_dropped)),
    Operator("P24", "readOnly added", ("facts.readOnly",), only("member", read_only_added)),
    Operator("P25", "nextLink removed from a collection", ("facts.props",), only("member", link_removed)),
    Operator("P27", "branch of a union removed", ("facts.union",), only("schema", branch_removed)),
    Operator("P29", "api-version of another release", ("facts.enum",), only("parameter", other_version)),
    Operator(
        "P30",
        "length of a text dropped",
        ("facts.maxLength",),
        _either(everywhere("maxLength"), everywhere("minLength")),
    ),
    Operator("P31", "path value of digits only", ("facts.pattern",), only("parameter", pattern_of_digits)),
    Operator(
        "P33",
        "code of an error made optional",
        ("facts.required", "witness.required"),
        only("schema", error_member_optional("code")),
    ),
    Operator(
        "P34",
        "message of an error made optional",
        ("facts.required", "witness.required"),
        only("schema", error_member_optional("message")),
    ),
    Operator("P42", "items of a list made numbers", ("facts.type",), only("member", items_changed)),
    Operator(
        "P43",
        "fewest items dropped",
        ("facts.minItems",),
        _either(everywhere("minItems"), everywhere("maxItems")),
    ),
    Operator("P44", "member refers to another schema", ("facts.ref",), only("member", reference_changed)),
    Operator("P46", "secret mark dropped", ("facts.secret",), everywhere("x-ms-secret")),
)
