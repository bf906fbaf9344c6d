"""The rules for the bodies of PATCH, which the sources leave bare and the specs curate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contract_tests.facts.places import Places, under
from contract_tests.facts.rule import ABSENT, Changes, Rule, deviates
from contract_tests.facts.upstream import Facts
from contract_tests.facts.written import Written

__all__ = ["PATCH_RULES"]


def _body(facts: Facts, written: Written, expected: Places) -> Changes:
    for operation in facts.operations:
        body = operation["body"]
        if operation["method"] == "PATCH" and body and body["schema"] == {"type": "object"}:
            resource = next(schema for status, schema in operation["responses"].items() if str(status) < "3")
            yield ("operations", str(operation["id"]), "body", "schema"), f"{resource}Patch"
            yield ("schemas", f"{resource}Patch"), "present"


def _patches(facts: Facts, written: Written) -> Iterator[tuple[str, str]]:
    """Name of each patch schema that the spec adds, and of the schema that it patches."""
    for name in written.schemas:
        resource = name.removesuffix("Patch")
        if name.endswith("Patch") and name not in facts.schemas and resource in facts.schemas:
            yield name, resource


def _published(facts: Facts) -> list[str]:
    """The patch schemas that the source has itself."""
    return [name for name in facts.schemas if name.endswith("Patch")]


def _sources(facts: Facts, resource: str) -> list[str]:
    children = [child for _, child in facts.children(resource)]
    return children if facts.schemas[resource]["discriminator"] else [resource]


def _members(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in _patches(facts, written):
        yield ("schemas", name), "present"
        yield ("schemas", name, "type"), "object"
        if facts.schemas[resource]["additional_properties"] is not None:
            yield ("schemas", name, "additionalProperties"), facts.schemas[resource]["additional_properties"]
        for source in _sources(facts, resource):
            for key, value in _writable(written, expected, source).items():
                if key[-1] not in ("const", "default", "mutability"):
                    yield ("schemas", name, "props", *key), value


def _writable(written: Written, expected: Places, source: str) -> Places:
    """The members of a schema that a request may send; what a deviation adds or locks is the spec's own."""
    known, ours = (under(places, "schemas", source, "props") for places in (expected, written.places))
    listed = {key[0] for key in known}
    stated = {
        key: value for key, value in ours.items() if deviates(written, "schemas", source, "props", key[0])
    }
    added = {key: value for key, value in stated.items() if key[0] not in listed}
    locked = {key[0] for key in [*known, *stated] if key[1:] == ("readOnly",)}
    return {key: value for key, value in {**known, **added}.items() if key[0] not in locked}


def _references(facts: Facts, written: Written, expected: Places) -> Changes:
    for name in [*_published(facts), *(patch for patch, _ in _patches(facts, written))]:
        for key, value in under(expected, "schemas", name, "props").items():
            if key[1:] in (("ref",), ("items", "ref")) and f"{value}Patch" in written.schemas:
                yield ("schemas", name, "props", *key), f"{value}Patch"


def _many_forms(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in _patches(facts, written):
        forms: dict[str, set[Any]] = {}
        for source in _sources(facts, resource):
            for member, value in facts.props(source).items():
                forms.setdefault(member, set()).add(value.get("ref"))
        for member, references in forms.items():
            if len(references) > 1:
                yield ("schemas", name, "props", member, "ref"), ABSENT
                yield ("schemas", name, "props", member, "type"), "object"


def _tag(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in _patches(facts, written):
        tag = facts.schemas[resource]["discriminator"]
        if tag:
            key = ("schemas", name, "props", tag)
            yield (*key, "enum"), frozenset(value for value, _ in facts.children(resource))
            yield (*key, "open"), True
            yield (*key, "enumName"), f"{resource}Type"


def _null(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in [*_patches(facts, written), *((name, name) for name in _published(facts))]:
        fixed = set() if facts.schemas[resource]["discriminator"] else set(facts.required(resource))
        for key in under(written.places, "schemas", name, "props"):
            if key[1:] == ("nullable",) and key[0] not in fixed:
                yield ("schemas", name, "props", *key), True


def _metadata(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in _patches(facts, written):
        if facts.schemas[resource]["additional_properties"] and not facts.props(resource):
            yield ("schemas", name, "propertyNames"), (("not", (("const", "$metadata"),)),)


PATCH_RULES: tuple[Rule, ...] = (
    Rule("patch-body", "a PATCH takes `<Name>Patch` instead of a bare object", _body),
    Rule(
        "patch-members",
        "`<Name>Patch` has the writable members of `<Name>`, none required, no defaults",
        _members,
    ),
    Rule(
        "patch-forms",
        "a member with another schema in each branch of a union is free in the patch",
        _many_forms,
    ),
    Rule("patch-references", "a patch refers to `<Name>Patch` where there is one", _references),
    Rule("patch-tag", "the tag of a patched union is an enum of the union's values", _tag),
    Rule("patch-null", "a patch may allow null for members that the resource does not require", _null),
    Rule("patch-metadata", "a free-form property patch refuses `$metadata`", _metadata),
)
"""In the order in which they apply."""
