"""Bodies: media types, answers that would be valid as `{}`, and the members that are always answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.lint.judge import is_valid
from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Spec
from codegen.lint.walk import as_list, as_map, join

__all__ = ["RULES"]

_JSON, _MERGE = "application/json", "application/merge-patch+json"
_OPTIONAL = frozenset({("reference-v1", "Commands_Trigger")})
"""Where a body may be left out, by plane and operation."""


@rule("body/media-type", "bodies are JSON; merge-patch on PATCH only")
def media_type(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        allowed = {_JSON, _MERGE} if operation.method == "patch" else {_JSON}
        for name in as_map(spec.body(operation).get("content")):
            if name not in allowed:
                yield join(operation.pointer, "requestBody", "content", name), f"{name!r} is not taken here"
    for node in spec.of("response"):
        for name in as_map(node.value.get("content")):
            if name != _JSON:
                yield join(node.pointer, "content", name), f"answers are {_JSON}, not {name!r}"


@rule("body/one-schema", "all media types of a body share one schema")
def one_schema(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("body", "response"):
        schemas = [as_map(media).get("schema") for media in as_map(node.value.get("content")).values()]
        if any(schema != schemas[0] for schema in schemas):
            yield join(node.pointer, "content"), "media types with different schemas"
        if "content" in node.value and (not schemas or None in schemas):
            yield join(node.pointer, "content"), "a media type without a schema"


@rule("body/required", "a body is required, and only PUT, POST and PATCH have one")
def required(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        body = spec.body(operation)
        optional = (spec.plane, operation.id) in _OPTIONAL
        if body and body.get("required") is not True and not optional:
            yield join(operation.pointer, "requestBody"), "is not marked as required"
        if body and operation.method not in {"put", "post", "patch"}:
            yield join(operation.pointer, "requestBody"), f"a {operation.method.upper()} sends no body"


@rule("body/named", "the schema of a body is a named one")
def named(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("media"):
        if "$ref" not in as_map(node.value.get("schema")):
            yield join(node.pointer, "schema"), "is an inline schema; the generator would invent a name"


@rule("body/no-content", "204 has no body, and a success answer with another status says what it holds")
def no_content(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        successes = spec.successes(operation)
        if not successes:
            yield join(operation.pointer, "responses"), "names no success answer"
        for status, response in successes.items():
            if status == "204" and "content" in response:
                yield join(operation.pointer, "responses", status), "204 cannot have a body"


@rule(
    "body/empty-valid",
    "a success body for which `{}` is valid names what is always answered, or says why not",
)
def empty_valid(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        for status, response in spec.successes(operation).items():
            for media in as_map(response.get("content")).values():
                if not _says_enough(spec, response, as_map(media).get("schema")):
                    yield (
                        join(operation.pointer, "responses", status),
                        f"{operation.id}: `{{}}` is valid; needs x-iotc-always, or a reason in x-iotc-note",
                    )


def _says_enough(spec: Spec, response: dict[str, Any], schema: Any) -> bool:
    if as_list(response.get("x-iotc-always")) or "x-iotc-note" in response:
        return True
    if "x-iotc-note" in spec.resolve(schema) or not is_valid(spec, schema, {}):
        return True
    return all(branch.always or branch.noted for branch in map(spec.flat, spec.branches(schema)))


@rule("always/members", "x-iotc-always names members of its schema")
def always_members(spec: Spec) -> Iterator[Finding]:
    for pointer, names, schema in _always(spec):
        if not names or not all(isinstance(name, str) for name in names):
            yield join(pointer, "x-iotc-always"), "must be a list of member names"
        for branch in map(spec.flat, spec.branches(schema)):
            for name in names:
                if name not in branch.properties:
                    yield join(pointer, "x-iotc-always"), f"{name!r} is not a member"


@rule("always/evidence", "x-iotc-always stands beside its evidence")
def always_evidence(spec: Spec) -> Iterator[Finding]:
    for node in spec.nodes:
        if "x-iotc-always" in node.value and "x-iotc-evidence" not in node.value:
            yield join(node.pointer, "x-iotc-always"), "has no x-iotc-evidence beside it"


def _always(spec: Spec) -> Iterator[tuple[str, list[Any], Any]]:
    """Where `x-iotc-always` stands, its names, and the schema they must be members of."""
    for node in spec.of("schema", "response"):
        if "x-iotc-always" not in node.value:
            continue
        names = as_list(node.value["x-iotc-always"])
        media = as_map(as_map(node.value.get("content")).get(_JSON))
        yield node.pointer, names, media.get("schema") if node.kind == "response" else node.value


RULES = (
    media_type,
    one_schema,
    required,
    named,
    no_content,
    empty_valid,
    always_members,
    always_evidence,
)
