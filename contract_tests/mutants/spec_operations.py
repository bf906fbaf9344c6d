"""Operators on specs: operations, their bodies, answers, and what clients are told of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contract_tests.mutants.model import Mutant, Operator
from contract_tests.mutants.spec_places import GONE, Changing, Part, only

__all__ = ["OPERATORS"]


def status_removed(test: Any) -> Changing:
    def change(part: Part) -> Iterator[Mutant]:
        own = [status for status in part.value["responses"] if test(status)]
        for status in own:
            yield part.become(GONE, "responses", status)

    return change


def one_of_two(part: Part) -> Iterator[Mutant]:
    """A documented success removed where there is another one."""
    success = [status for status in part.value["responses"] if status.startswith("2")]
    for status in success if len(success) > 1 else ():
        yield part.become(GONE, "responses", status)


def status_added(part: Part) -> Iterator[Mutant]:
    if "206" not in part.value["responses"]:
        yield part.become({**part.value["responses"], "206": {"description": "Part of it."}}, "responses")


def success_changed(part: Part) -> Iterator[Mutant]:
    responses = part.value["responses"]
    for status in responses:
        other = {"200": "201", "201": "200", "202": "200", "204": "200"}.get(status)
        if other is not None and other not in responses:
            renamed = {(other if name == status else name): one for name, one in responses.items()}
            yield part.become(renamed, "responses")


def _media_types(part: Part) -> dict[str, Any]:
    body = part.value.get("requestBody", {})
    content: dict[str, Any] = body.get("content", {})
    return content


def media_type_changed(part: Part) -> Iterator[Mutant]:
    content = _media_types(part)
    for old, new in (("application/merge-patch+json", "application/json"), ("application/json", "text/json")):
        if part.keys[-1] == "patch" and old in content and new not in content:
            renamed = {(new if name == old else name): one for name, one in content.items()}
            yield part.become(renamed, "requestBody", "content")


def media_type_added(part: Part) -> Iterator[Mutant]:
    content = _media_types(part)
    if content:
        first = next(iter(content.values()))
        yield part.become({**content, "application/json-patch+json": first}, "requestBody", "content")


def body_optional(part: Part) -> Iterator[Mutant]:
    if part.value.get("requestBody", {}).get("required"):
        yield part.become(GONE, "requestBody", "required")


def body_removed(part: Part) -> Iterator[Mutant]:
    if "requestBody" in part.value:
        yield part.become(GONE, "requestBody")


def method_changed(part: Part) -> Iterator[Mutant]:
    path = Part(part.document, "path", part.keys[:-1])
    for old, new in (("put", "post"), ("patch", "put"), ("post", "put")):
        if part.name == old and new not in path.value:
            renamed = {(new if name == old else name): one for name, one in path.value.items()}
            yield Mutant(f"{part.become(0).label} -> {new}", path.become(renamed).changed)


def path_renamed(part: Part) -> Iterator[Mutant]:
    paths = Part(part.document, "paths", ("paths",))
    path = part.keys[1]
    if part.name == next(iter(paths.value[path])):
        renamed = {(f"{path}s" if name == path else name): one for name, one in paths.value.items()}
        yield Mutant(f"{path}s", paths.become(renamed).changed)


def operation_removed(part: Part) -> Iterator[Mutant]:
    yield part.become(GONE)


def parameter_dropped(name: str) -> Changing:
    def change(part: Part) -> Iterator[Mutant]:
        for index, parameter in enumerate(part.value["parameters"]):
            if part.document.resolved(parameter)["name"].lower() == name:
                yield part.become(GONE, "parameters", index)

    return change


def query_dropped(part: Part) -> Iterator[Mutant]:
    for index, parameter in enumerate(part.value["parameters"]):
        found = part.document.resolved(parameter)
        if found["in"] == "query" and found["name"] != "api-version":
            yield part.become(GONE, "parameters", index)


def retried(part: Part) -> Iterator[Mutant]:
    """An operation with an effect called safe to repeat."""
    if part.value.get("x-iotc-retry") in ("once", "conditional"):
        yield part.become("safe", "x-iotc-retry")


def extension_dropped(name: str) -> Changing:
    def change(part: Part) -> Iterator[Mutant]:
        if name in part.value:
            yield part.become(GONE, name)

    return change


def link_name_changed(part: Part) -> Iterator[Mutant]:
    if "x-ms-pageable" in part.value:
        yield part.become({**part.value["x-ms-pageable"], "nextLinkName": "next"}, "x-ms-pageable")


def security_removed(part: Part) -> Iterator[Mutant]:
    yield part.become([], "security")


def id_changed(part: Part) -> Iterator[Mutant]:
    yield part.become(part.value["operationId"] + "All", "operationId")


def answer_without_body(part: Part) -> Iterator[Mutant]:
    if part.value.get("content"):
        yield part.become(GONE, "content")


def header_dropped(part: Part) -> Iterator[Mutant]:
    for name in part.value.get("headers", {}):
        yield part.become(GONE, "headers", name)


def answer_schema_changed(part: Part) -> Iterator[Mutant]:
    for media, content in part.value.get("content", {}).items():
        schemas = part.document.raw["components"]["schemas"]
        other = next(name for name in schemas if not content["schema"].get("$ref", "").endswith(f"/{name}"))
        reference = {"$ref": f"#/components/schemas/{other}"}
        yield part.become(reference, "content", media, "schema")


OPERATORS = (
    Operator(
        "P13",
        "one of several documented successes removed",
        ("facts.responses",),
        only("operation", one_of_two),
    ),
    Operator(
        "P14",
        "documented error removed",
        ("facts.responses",),
        only("operation", status_removed(lambda status: status[0] in "45")),
    ),
    Operator(
        "P15", "media type of a PATCH changed", ("facts.media types",), only("operation", media_type_changed)
    ),
    Operator(
        "P16", "media type of a body added", ("facts.media types",), only("operation", media_type_added)
    ),
    Operator("P21", "method changed", ("facts.operations",), only("operation", method_changed)),
    Operator(
        "P26", "name of the link of a list changed", ("facts.pageable",), only("operation", link_name_changed)
    ),
    Operator(
        "P28",
        "list no longer in pages",
        ("facts.pageable",),
        only("operation", extension_dropped("x-ms-pageable")),
    ),
    Operator("P32", "required body made optional", ("facts.required",), only("operation", body_optional)),
    Operator("P35", "success status changed", ("facts.responses",), only("operation", success_changed)),
    Operator("P36", "undocumented success added", ("facts.responses",), only("operation", status_added)),
    Operator("P37", "operation removed", ("facts.operations",), only("operation", operation_removed)),
    Operator("P38", "path renamed", ("facts.path",), only("operation", path_renamed)),
    Operator(
        "P39", "If-Match removed", ("facts.parameters",), only("operation", parameter_dropped("if-match"))
    ),
    Operator(
        "P40", "operation with an effect called safe to repeat", ("facts.retry",), only("operation", retried)
    ),
    Operator(
        "P41",
        "credentials no longer needed",
        ("facts.security", "witness.authorization"),
        only("document", security_removed),
    ),
    Operator("P45", "operation id changed", ("facts.operations",), only("operation", id_changed)),
    Operator(
        "P47",
        "always-answered members no longer named",
        ("facts.always",),
        only("answer", extension_dropped("x-iotc-always")),
    ),
    Operator(
        "P48",
        "long-running work no longer marked",
        ("facts.long running",),
        only("operation", extension_dropped("x-ms-long-running-operation")),
    ),
    Operator("P49", "body of an answer removed", ("facts.schema",), only("answer", answer_without_body)),
    Operator("P50", "header of an answer removed", ("facts.headers",), only("answer", header_dropped)),
    Operator("P51", "body of an operation removed", ("facts.body",), only("operation", body_removed)),
    Operator("P52", "answer with another schema", ("facts.schema",), only("answer", answer_schema_changed)),
    Operator("P53", "query parameter removed", ("facts.parameters",), only("operation", query_dropped)),
)
