"""The systematic differences between what was published and what is curated, one rule each.

A rule turns what the facts say into what the spec must say. It never loosens: where a rule applies, the spec
has to say exactly what the rule says.
"""

from __future__ import annotations

from collections.abc import Iterator

from contract_tests.facts.patches import PATCH_RULES
from contract_tests.facts.places import Key, Places, under
from contract_tests.facts.rule import ABSENT, Changes, Rule
from contract_tests.facts.upstream import Facts
from contract_tests.facts.written import Written

__all__ = ["RULES", "SECRETS"]

SECRETS = frozenset(
    {
        *("token", "primaryKey", "secondaryKey", "connectionString", "endorsementKey", "clientSecret"),
        "WebhookV1DestinationHeaderAuth.value",
    }
)
"""Members by name; by schema too where the name alone says nothing."""


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
        text = key[0] == "schemas" and key[2:3] == ("props",) and key[4:] == ("type",) and value == "string"
        if text and {key[3], f"{key[1]}.{key[3]}"} & SECRETS:
            yield (*key[:-1], "secret"), True


def _stated_errors(written: Written) -> Iterator[Key]:
    """The error statuses of the spec that carry evidence."""
    for key, origins in written.origins.items():
        error = len(key) == 4 and key[2] == "responses" and key[3].startswith(("4", "5"))
        if error and "x-iotc-evidence" in origins[0]:
            yield key


def _error_status(facts: Facts, written: Written, expected: Places) -> Changes:
    defaults: dict[Key, Places] = {}
    for key, value in expected.items():
        if key[2:4] == ("responses", "default"):
            defaults.setdefault(key[:3], {})[key[4:]] = value
    for key in _stated_errors(written):
        if (*key, "schema") not in expected:
            yield from (((*key, *facet), value) for facet, value in defaults.get(key[:3], {}).items())


def _own_error(facts: Facts, written: Written, expected: Places) -> Changes:
    for key in [] if facts.names_errors else _stated_errors(written):
        yield (*key, "schema"), "Error"
        yield (*key, "media types"), frozenset(facts.data["produces"])


def _locked_enum(facts: Facts, written: Written, expected: Places) -> Changes:
    locked = {
        name for name, schema in facts.schemas.items() if schema.get("enum") and schema.get("read_only")
    }
    for key, value in expected.items():
        if key[0] == "schemas" and key[-1] == "ref" and len(key) == 5 and value in locked:
            yield (*key[:-1], "readOnly"), True


def _named_object(facts: Facts, written: Written, expected: Places) -> Changes:
    for name in facts.schemas:
        for member, value in facts.props(name).items():
            place = ("schemas", name, "props", member)
            named = written.places.get((*place, "ref"))
            if value.get("props") and named and named not in facts.schemas:
                yield (*place, "ref"), named
                for facet, content in under(expected, *place).items():
                    if facet not in ((), ("readOnly",)):
                        yield (*place, *facet), ABSENT
                        yield ("schemas", named, *facet), content


def _shared_value(facts: Facts, written: Written, expected: Places) -> Changes:
    for name in [name for name, schema in facts.schemas.items() if schema["discriminator"]]:
        for value, rivals in facts.rivals(name).items():
            kept = [rival for rival in rivals if rival in written.schemas]
            if len(kept) == 1:
                yield ("schemas", name, "union", "value", value), kept[0]
                yield from _merged(expected, rivals, kept[0])


def _merged(expected: Places, rivals: list[str], kept: str) -> Changes:
    """One schema for several: the members of all, of each what those that have it agree on."""
    said = {rival: under(expected, "schemas", rival) for rival in rivals}
    for facet in sorted({facet for places in said.values() for facet in places}):
        holders = [places for places in said.values() if facet[:1] != ("props",) or facet[:2] in places]
        contents = [places.get(facet, ABSENT) for places in holders]
        agreed = contents.count(contents[0]) == len(contents)
        yield ("schemas", kept, *facet), contents[0] if agreed else ABSENT
    for rival in [rival for rival in rivals if rival != kept]:
        yield from ((("schemas", rival, *facet), ABSENT) for facet in said[rival])


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
    Rule("own-error", "a source without an error schema gets `Error`, for every error status", _own_error),
    Rule(
        "shared-value",
        "schemas that share a value of a union are one: all members, required what all require",
        _shared_value,
    ),
    Rule("named-object", "an object written inside a member may have a schema of its own", _named_object),
    Rule("locked-enum", "what refers to a read-only enum is read-only itself", _locked_enum),
    *PATCH_RULES,
)
"""In the order in which they apply; later rules see what earlier ones expect."""
