"""Examples: one for every request body and success answer, valid, and honest about who writes what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from codegen.lint.judge import faults, read_only_members
from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Operation, Spec
from codegen.lint.walk import as_list, as_map, join

__all__ = ["RULES"]


@dataclass(frozen=True)
class _Example:
    pointer: str
    schema: Any
    value: Any
    place: Literal["request", "answer"]
    always: tuple[str, ...] = ()


def _contents(
    spec: Spec, operation: Operation
) -> Iterator[tuple[str, Literal["request", "answer"], dict[str, Any]]]:
    """Give the objects that carry `content`: where, which side, what."""
    if body := spec.body(operation):
        yield join(operation.pointer, "requestBody"), "request", body
    for status, response in spec.successes(operation).items():
        if "content" in response:
            yield join(operation.pointer, "responses", status), "answer", response


def _examples(spec: Spec) -> Iterator[_Example]:
    for operation in spec.operations:
        for pointer, place, owner in _contents(spec, operation):
            always = tuple(as_list(owner.get("x-iotc-always")))
            for media_type, media in as_map(owner.get("content")).items():
                for where, value in _values(join(pointer, "content", media_type), as_map(media)):
                    yield _Example(where, as_map(media).get("schema"), value, place, always)


def _values(pointer: str, media: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if "example" in media:
        yield join(pointer, "example"), media["example"]
    for name, example in as_map(media.get("examples")).items():
        yield join(pointer, "examples", name, "value"), as_map(example).get("value")


@rule("example/missing", "every request body and every success answer with a body has an example")
def missing(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        for pointer, place, owner in _contents(spec, operation):
            media = as_map(owner.get("content")).values()
            if not any(list(_values("", as_map(entry))) for entry in media):
                yield pointer, f"{operation.id}: the {place} has no example"


@rule("example/invalid", "examples are valid against their schema, formats included")
def invalid(spec: Spec) -> Iterator[Finding]:
    for example in _examples(spec):
        for pointer, message in faults(spec, example.schema, example.value):
            yield example.pointer + pointer, message


@rule("example/read-only", "a request example holds nothing that only the service writes")
def read_only(spec: Spec) -> Iterator[Finding]:
    for example in _examples(spec):
        if example.place == "request":
            for pointer in read_only_members(spec, example.schema, example.value):
                yield example.pointer + pointer, "is read-only, a request must not send it"


@rule("example/always", "an answer example holds what the service always answers")
def always(spec: Spec) -> Iterator[Finding]:
    for example in _examples(spec):
        if example.place == "answer":
            for name in example.always:
                if name not in as_map(example.value):
                    yield example.pointer, f"lacks {name!r}, which this answer always holds"
            for pointer, name in _lacking(spec, example.schema, example.value):
                yield example.pointer + pointer, f"lacks {name!r}, which the service always answers"


def _lacking(spec: Spec, schema: Any, instance: Any, pointer: str = "") -> Iterator[Finding]:
    """Give the `x-iotc-always` members that `instance`, or an object inside it, lacks."""
    found = _chosen(spec, schema, instance)
    for at, item in enumerate(as_list(instance)):
        yield from _lacking(spec, found.get("items"), item, join(pointer, at))
    if not isinstance(instance, dict):
        return
    flat = spec.flat(found)
    yield from ((pointer, name) for name in flat.always if name not in as_map(instance))
    for name, value in as_map(instance).items():
        if name in flat.properties:
            yield from _lacking(spec, flat.properties[name], value, join(pointer, name))


def _chosen(spec: Spec, schema: Any, instance: Any) -> dict[str, Any]:
    found = spec.present(schema)
    discriminator = as_map(found.get("discriminator"))
    tag = as_map(instance).get(str(discriminator.get("propertyName")))
    target = as_map(discriminator.get("mapping")).get(str(tag))
    return spec.resolve({"$ref": target}) if target else found


RULES = (missing, invalid, read_only, always)
