"""The systematic differences between what was published and what is curated, one rule each.

A rule turns what the facts say into what the spec must say. It never loosens: where a rule applies, the spec
has to say exactly what the rule says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from contract_tests.facts.places import Key, Places, under
from contract_tests.facts.upstream import Facts
from contract_tests.facts.written import Written

__all__ = ["ABSENT", "RULES", "SECRETS", "Rule"]

ABSENT: Any = "(absent)"
"""What a rule expects where the spec must say nothing."""

SECRETS = frozenset(
    {"token", "primaryKey", "secondaryKey", "connectionString", "endorsementKey", "clientSecret"}
)

Changes = Iterator[tuple[Key, Any]]


@dataclass(frozen=True)
class Rule:
    """One systematic difference."""

    id: str
    says: str
    changes: Callable[[Facts, Written, Places], Changes]


def _api_version(facts: Facts, written: Written, expected: Places) -> Changes:
    for key in [key for key in expected if key[2:] == ("parameters", "query api-version", "required")]:
        yield (*key[:-1], "enum"), frozenset([facts.version])
        yield (*key[:-1], "default"), ABSENT


def _union_base(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, schema in facts.schemas.items():
        base, tag = f"{name}Base", schema["discriminator"]
        if not tag or base not in written.schemas:
            continue
        yield ("schemas", base), "present"
        yield ("schemas", base, "type"), "object"
        child = facts.children(name)[0][1]
        members = set(facts.props(name)) - {tag}
        yield from _members(expected, child, base, members)
        yield from (
            (("schemas", base, "required", member), True) for member in facts.required(name) if member != tag
        )


def _members(expected: Places, source: str, target: str, members: set[str]) -> Changes:
    for key, value in under(expected, "schemas", source, "props").items():
        if key[0] in members:
            yield ("schemas", target, "props", *key), value


def _pinned_tag(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, schema in facts.schemas.items():
        if tag := schema["discriminator"]:
            for value, child in facts.children(name):
                yield ("schemas", child, "props", tag, "const"), value


def _open_enum(facts: Facts, written: Written, expected: Places) -> Changes:
    for key in expected:
        if key[-1] == "enum" and "query api-version" not in key:
            yield (*key[:-1], "open"), True


def _secret_mark(facts: Facts, written: Written, expected: Places) -> Changes:
    for key, value in expected.items():
        if (
            key[0] == "schemas"
            and key[-1] == "type"
            and value == "string"
            and len(key) == 5
            and key[3] in SECRETS
        ):
            yield (*key[:-1], "secret"), True


def _error_status(facts: Facts, written: Written, expected: Places) -> Changes:
    for key in written.origins:
        if len(key) == 4 and key[2] == "responses" and key[3].startswith(("4", "5")):
            stated = "x-iotc-evidence" in written.origins[key][0]
            default = under(expected, *key[:3], "default") or under(written.places, *key)
            if stated and (*key, "schema") not in expected:
                yield from (((*key, *facet), value) for facet, value in default.items())


def _patch_body(facts: Facts, written: Written, expected: Places) -> Changes:
    for operation in facts.operations:
        body = operation["body"]
        if operation["method"] == "PATCH" and body and body["schema"] == {"type": "object"}:
            resource = next(schema for status, schema in operation["responses"].items() if str(status) < "3")
            yield ("operations", str(operation["id"]), "body", "schema"), f"{resource}Patch"
            yield ("schemas", f"{resource}Patch"), "present"


def _patches(facts: Facts, written: Written) -> Iterator[tuple[str, str]]:
    """Name of each patch schema of the spec, and of the schema that it patches."""
    for name in written.schemas:
        resource = name.removesuffix("Patch")
        if name.endswith("Patch") and name not in facts.schemas and resource in facts.schemas:
            yield name, resource


def _sources(facts: Facts, resource: str) -> list[str]:
    children = [child for _, child in facts.children(resource)]
    return children if facts.schemas[resource]["discriminator"] else [resource]


def _patch_members(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in _patches(facts, written):
        yield ("schemas", name), "present"
        yield ("schemas", name, "type"), "object"
        if facts.schemas[resource]["additional_properties"] is not None:
            yield ("schemas", name, "additionalProperties"), facts.schemas[resource]["additional_properties"]
        for source in _sources(facts, resource):
            for key, value in _writable(written, expected, source).items():
                yield from _patched(written, ("schemas", name, "props", *key), value)


def _writable(written: Written, expected: Places, source: str) -> Places:
    """The members of a schema that a request may send; those that a deviation adds are the spec's own."""
    known, ours = (under(places, "schemas", source, "props") for places in (expected, written.places))
    listed = {key[0] for key in known}
    added = {
        key: value
        for key, value in ours.items()
        if key[0] not in listed and _deviates(written, source, key[0])
    }
    merged = {**known, **added}
    locked = {key[0] for key in merged if key[1:] == ("readOnly",)}
    return {key: value for key, value in merged.items() if key[0] not in locked and key[1:] != ("default",)}


def _deviates(written: Written, schema: str, member: str) -> bool:
    return any(
        "x-iotc-deviation" in origin for origin in written.origin(("schemas", schema, "props", member))
    )


def _patched(written: Written, key: Key, value: Any) -> Changes:
    if key[-1] == "const":
        return
    nested = f"{value}Patch"
    yield key, nested if key[-1] == "ref" and len(key) == 5 and nested in written.schemas else value


def _patch_tag(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in _patches(facts, written):
        tag = facts.schemas[resource]["discriminator"]
        if tag:
            key = ("schemas", name, "props", tag)
            yield (*key, "enum"), frozenset(value for value, _ in facts.children(resource))
            yield (*key, "open"), True
            yield (*key, "enumName"), f"{resource}Type"


def _patch_null(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in _patches(facts, written):
        fixed = set() if facts.schemas[resource]["discriminator"] else set(facts.required(resource))
        for key in under(written.places, "schemas", name, "props"):
            if key[1:] == ("nullable",) and key[0] not in fixed:
                yield ("schemas", name, "props", *key), True


def _patch_metadata(facts: Facts, written: Written, expected: Places) -> Changes:
    for name, resource in _patches(facts, written):
        if facts.schemas[resource]["additional_properties"] and not facts.props(resource):
            yield ("schemas", name, "propertyNames"), (("not", (("const", "$metadata"),)),)


RULES: tuple[Rule, ...] = (
    Rule(
        "api-version-enum",
        "`api-version` allows the document's own version only, without a default",
        _api_version,
    ),
    Rule("pinned-tag", "each branch of a union pins its tag by `const`", _pinned_tag),
    Rule(
        "union-base",
        "the base of a union is the union; what the branches share may stand in `<Name>Base`",
        _union_base,
    ),
    Rule("open-enum", "enums are open: `modelAsString: true`", _open_enum),
    Rule("secret-mark", "members that hold secrets are marked", _secret_mark),
    Rule(
        "error-status",
        "error statuses with evidence stand beside `default`, with its body and headers",
        _error_status,
    ),
    Rule("patch-body", "a PATCH takes `<Name>Patch` instead of a bare object", _patch_body),
    Rule(
        "patch-members",
        "`<Name>Patch` has the writable members of `<Name>`, none required, no defaults",
        _patch_members,
    ),
    Rule("patch-tag", "the tag of a patched union is an enum of the union's values", _patch_tag),
    Rule("patch-null", "a patch may allow null for members that the resource does not require", _patch_null),
    Rule("patch-metadata", "a free-form property patch refuses `$metadata`", _patch_metadata),
)
"""In the order in which they apply; later rules see what earlier ones expect."""
