"""Whatever the parser would drop or get wrong is an error with the JSON pointer of the raw document."""

from __future__ import annotations

from typing import Any

import pytest
from minispec import found, parts, whole

from codegen.findings import SpecificationError
from codegen.inventory_check import check_inventory, findings
from codegen.naming import naming_rules
from codegen.parse import members_of
from codegen.project import read_parsed

Json = dict[str, Any]

THING = {"type": "object", "properties": {"id": {"type": "string"}}}
TEXT = {"type": "string"}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def operation(**more: Any) -> Json:
    return {"paths": {"/things": {"get": {"operationId": "Things_Get", **more}}}}


def schemas(**given: Json) -> Json:
    return {"components": {"schemas": given}}


def thing(**properties: Json) -> Json:
    return schemas(Thing={"type": "object", "properties": properties})


def content(schema: Json, media_type: str = "application/json") -> Json:
    return {"description": "It.", "content": {media_type: {"schema": schema}}}


def enum(*values: Any, name: str | None = "Kind") -> Json:
    return {"type": "string", "enum": list(values), **({"x-ms-enum": {"name": name}} if name else {})}


def union(**more: Json) -> Json:
    return {
        "oneOf": [ref("A"), ref("B")],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"a": "#/components/schemas/A", "b": "#/components/schemas/B"},
        },
        **more,
    }


def branch(tag: str, **more: Any) -> Json:
    return {"type": "object", "required": ["type"], "properties": {"type": {"const": tag}}, **more}


TWICE = {
    "paths": {
        "/a": {"get": {"operationId": "Things_Get"}},
        "/b": {"get": {"operationId": "Things_Get"}},
    }
}
PAGE = {"type": "object", "properties": {"value": {"type": "array", "items": TEXT}, "nextLink": TEXT}}
GET = "#/paths/~1things/get"
LONG = {"x-ms-long-running-operation": True}
MEMBERS = "#/components/schemas/Thing/properties"

CASES: dict[str, tuple[Json, str, str]] = {
    "an operation id that stands twice": (TWICE, "#/paths/~1b/get/operationId", "names 2 operations"),
    "an operation without id": ({"paths": {"/a": {"get": {}}}}, "#/paths/~1a/get", "no operationId"),
    "an operation with two tags": (operation(tags=["A", "B"]), GET, "exactly one tag"),
    "two operations with one method name": (
        {
            "paths": {
                "/a": {"delete": {"operationId": "Things_Remove"}},
                "/b": {"delete": {"operationId": "Things_Delete"}},
            }
        },
        "#/paths/~1a/delete",
        "things.delete is also that of Things_Delete",
    ),
    "a range of statuses": (
        operation(responses={"2XX": {"description": "Done."}}),
        f"{GET}/responses/2XX",
        "not one status",
    ),
    "a range of error statuses": (
        operation(responses={"204": {"description": "Done."}, "4XX": {"description": "No."}}),
        f"{GET}/responses/4XX",
        "not one status",
    ),
    "a parameter with content": (
        operation(
            parameters=[{"name": "q", "in": "query", "content": {"application/json": {"schema": TEXT}}}]
        ),
        f"{GET}/parameters/0/content",
        "in silence",
    ),
    "a cookie": (
        operation(parameters=[{"name": "q", "in": "cookie", "schema": TEXT}]),
        f"{GET}/parameters/0",
        "in cookie",
    ),
    "an array in the query": (
        operation(parameters=[{"name": "q", "in": "query", "schema": {"type": "array", "items": TEXT}}]),
        f"{GET}/parameters/0/schema",
        "array or object",
    ),
    "parameters with one Python name": (
        operation(
            parameters=[{"name": name, "in": "query", "schema": TEXT} for name in ("orderBy", "order_by")]
        ),
        f"{GET}/parameters/1",
        "two parameters would be called order_by",
    ),
    "a reference that leads nowhere": (
        operation(parameters=[{"$ref": "#/components/parameters/None"}]),
        f"{GET}/parameters/0",
        "leads nowhere",
    ),
    "a path that is not what its parameters say": (
        {"paths": {"/things/{id}": {"get": {"operationId": "Things_Get"}}}},
        "#/paths/~1things~1{id}/get",
        "Path parameters do not match",
    ),
    "callbacks": (operation(callbacks={}), f"{GET}/callbacks", "not generated"),
    "a method name that is none": (
        operation(**{"x-ms-client-name": "a b"}),
        f"{GET}/x-ms-client-name",
        "no Python name",
    ),
    "long-running options without the mark": (
        operation(**{"x-ms-long-running-operation-options": {"final-state-via": "location"}}),
        f"{GET}/x-ms-long-running-operation-options",
        "not marked as long-running",
    ),
    "an unknown final state": (
        operation(**{**LONG, "x-ms-long-running-operation-options": {"final-state-via": "elsewhere"}}),
        f"{GET}/x-ms-long-running-operation-options/final-state-via",
        "is one of azure-async-operation",
    ),
    "a further long-running option": (
        operation(**{**LONG, "x-ms-long-running-operation-options": {"final-state-schema": "Thing"}}),
        f"{GET}/x-ms-long-running-operation-options/final-state-schema",
        "ignored in silence",
    ),
    "a list that is long-running": (
        {
            **operation(
                responses={"200": content(ref("Page"))},
                **{**LONG, "x-ms-pageable": {"itemName": "value", "nextLinkName": None}},
            ),
            **schemas(Page=PAGE),
        },
        f"{GET}/x-ms-pageable",
        "not generated",
    ),
    "a list that does not say if it has a link": (
        {
            **operation(responses={"200": content(ref("Page"))}, **{"x-ms-pageable": {"itemName": "value"}}),
            **schemas(Page=PAGE),
        },
        f"{GET}/x-ms-pageable/nextLinkName",
        "must be said",
    ),
    "an unknown retry class": (
        operation(**{"x-iotc-retry": "often"}),
        f"{GET}/x-iotc-retry",
        "is one of safe",
    ),
    "a body without a schema of its own": (
        operation(requestBody=content({"type": "string"})),
        f"{GET}/requestBody/content/application~1json/schema",
        "schema of its own",
    ),
    "two media types in an answer": (
        operation(
            responses={"200": {"description": "", "content": {"application/json": {}, "text/csv": {}}}}
        ),
        f"{GET}/responses/200/content",
        "only the first media type",
    ),
    "a page without the array it names": (
        {
            **operation(
                responses={"200": content(ref("Page"))},
                **{"x-ms-pageable": {"itemName": "items", "nextLinkName": "nextLink"}},
            ),
            **schemas(Page=PAGE),
        },
        f"{GET}/x-ms-pageable/itemName",
        "names no array",
    ),
    "a page without the link it names": (
        {
            **operation(
                responses={"200": content(ref("Page"))},
                **{"x-ms-pageable": {"itemName": "value", "nextLinkName": "next"}},
            ),
            **schemas(Page=PAGE),
        },
        f"{GET}/x-ms-pageable/nextLinkName",
        "names no member",
    ),
    "members with one Python name": (
        thing(display_name=TEXT, displayName=TEXT),
        f"{MEMBERS}/display_name",
        "would be called display_name like displayName",
    ),
    "clashing enum members": (thing(a=enum("a-b", "a_b")), f"{MEMBERS}/a/enum/1", "would both be A_B"),
    "an enum of numbers": (
        thing(a={"type": "integer", "enum": [1, 2]}),
        f"{MEMBERS}/a/enum",
        "open Python type",
    ),
    "one enum name with two sets of values": (
        thing(a=enum("a"), b=enum("b")),
        f"{MEMBERS}/b",
        "has other values",
    ),
    "an enum named like a schema": (
        schemas(Kind=THING, Thing={"type": "object", "properties": {"a": enum("a")}}),
        f"{MEMBERS}/a",
        "also the name of a schema",
    ),
    "a schema that the parser drops": (
        thing(a={"type": "array"}),
        "#/components/schemas/Thing",
        "must have items",
    ),
    "schemas with one class name": (
        schemas(my_thing=THING, MyThing=THING),
        "#/components/schemas/MyThing",
        "duplicate models",
    ),
    "an object with members in place": (thing(a=THING), f"{MEMBERS}/a", "schema of its own"),
    "objects that nothing tells apart": (
        schemas(
            A=THING, B=THING, Thing={"type": "object", "properties": {"a": {"anyOf": [ref("A"), ref("B")]}}}
        ),
        f"{MEMBERS}/a",
        "nothing tells these objects",
    ),
    "texts that nothing tells apart": (
        thing(a={"anyOf": [TEXT, enum("a")]}),
        f"{MEMBERS}/a",
        "nothing tells these strings",
    ),
    "binary content": (thing(a={"type": "string", "format": "binary"}), f"{MEMBERS}/a", "binary"),
    "an array without its type": (thing(a={"items": TEXT}), f"{MEMBERS}/a", "is array without type"),
    "typed members beside named ones": (
        schemas(Thing={**THING, "additionalProperties": TEXT}),
        "#/components/schemas/Thing/additionalProperties",
        "beside named ones",
    ),
    "patternProperties": (
        schemas(Thing={**THING, "patternProperties": {}}),
        "#/components/schemas/Thing/patternProperties",
        "not generated",
    ),
    "nullable of OpenAPI 3.0": (
        thing(a={**TEXT, "nullable": True}),
        f"{MEMBERS}/a/nullable",
        "not generated",
    ),
    "a required member that is not there": (
        schemas(Thing={**THING, "required": ["id", "name"]}),
        "#/components/schemas/Thing/required/1",
        "name is required",
    ),
    "a mapping that misses a branch": (
        schemas(
            Thing=union(discriminator={"propertyName": "type", "mapping": {"a": "#/components/schemas/A"}}),
            A=branch("a"),
            B=branch("b"),
        ),
        "#/components/schemas/Thing/discriminator/mapping",
        "each branch",
    ),
    "a branch that does not pin its tag": (
        schemas(Thing=union(), A=branch("a"), B=branch("c")),
        "#/components/schemas/B",
        "const b",
    ),
    "a tag that its base would lose": (
        schemas(
            Thing=union(),
            A=branch("a"),
            B={"allOf": [ref("Base"), branch("b")]},
            Base={"type": "object", "properties": {"type": TEXT}},
            Other={"type": "object", "properties": {"base": ref("Base")}},
        ),
        "#/components/schemas/Base/properties/type",
        "would be lost",
    ),
    "the name of an unknown variant": (
        schemas(Thing=union(), A=branch("a"), B=branch("b"), UnknownThing=THING),
        "#/components/schemas/UnknownThing",
        "of its own",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_would_be_lost_is_named_by_its_pointer(case: str) -> None:
    fragment, pointer, message = CASES[case]
    assert any(one.pointer == pointer and message in one.message for one in found(fragment)), found(fragment)


def test_all_faults_are_reported_at_once() -> None:
    fragment = {**TWICE, **thing(a=THING, b={"type": "array"}, c=enum("a-b", "a_b"))}
    places = {one.pointer for one in found(fragment)}
    assert {"#/paths/~1b/get/operationId", f"{MEMBERS}/c/enum/1", "#/components/schemas/Thing"} <= places


def test_error_text_names_document_pointer_and_reason() -> None:
    document = whole(TWICE)
    with naming_rules(), pytest.raises(SpecificationError) as caught:
        read_parsed(document)
    assert (
        "mini.yaml#/paths/~1a/get/operationId: Things_Get names 2 operations"
        in str(caught.value).splitlines()
    )


def test_names_of_the_parser_do_not_show_as_addresses() -> None:
    assert not any("object at 0x" in one.message for one in found(thing(a={"anyOf": [{"type": "array"}]})))


def test_client_name_settles_a_clash() -> None:
    assert found(thing(display_name={**TEXT, "x-ms-client-name": "label"}, displayName=TEXT)) == []


@pytest.mark.parametrize("lost", ["operation", "schema", "member", "enum value"])
def test_whatever_vanishes_from_the_parsed_result_is_found(lost: str) -> None:
    fragment = {**operation(), **thing(id=TEXT, kind=enum("a", "b"))}
    with naming_rules():
        document, view, parsed = parts(fragment)
        if lost == "operation":
            parsed.operations.clear()
        elif lost == "schema":
            del parsed.by_schema["Thing"]
        elif lost == "member":
            parsed.by_schema["Thing"].optional_properties.pop()
        else:
            kind = next(one for one in members_of(parsed.by_schema["Thing"]) if one.python_name == "kind")
            kind.values.popitem()
        assert len(findings(document, view, parsed)) == 1
        with pytest.raises(SpecificationError):
            check_inventory(document, view, parsed)
