"""The two tables: what a later service may answer without breaking anybody, and what it must not.

An addition is made at every place of a body at once. The verifier names each by its rule (drift, and broken
once the contract is sealed) or takes it as it is; the client reads it and loses nothing.

A breach is made at one place at a time. The verifier calls it broken under its rule whoever answers; the
client refuses what its types cannot hold, and hands on unchanged what they can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from contract_tests.forward.edits import ABSENT, Edit
from contract_tests.forward.nodes import Node

__all__ = ["ADDITIONS", "BREACHES", "WHOLE", "Addition", "Breach", "WholeBreach"]

NAME, VALUE = "addedLater", {"list": [1, 2**64 + 1, 0.1, None, "é"], "none": None, "@type": "text"}

_BITS = {"int32": 31, "int64": 63}
Edits = Callable[[Node], Iterator[Edit]]


class Addition(NamedTuple):
    """Something a later service may say."""

    name: str
    edits: Edits
    rule: str = ""
    """What the verifier calls it; nothing where it takes it without a word."""
    nested: bool = True
    """Whether it can be made inside of itself."""


class Breach(NamedTuple):
    """Something no service may ever say, in one place of a body."""

    name: str
    edits: Edits
    rule: str
    client: Callable[[Node], bool] | None
    """Whether the client refuses it; what it does not refuse comes back out of it as it was. None where
    it has no say."""


class WholeBreach(NamedTuple):
    """The same of an answer as a whole."""

    name: str
    body: Callable[[bytes], bytes]
    rule: str
    refused: bool = True
    """Whether the client refuses it."""
    status: int | None = None
    media_type: str = "application/json"


# --- places


def _member_added(node: Node) -> Iterator[Edit]:
    if isinstance(node.value, dict) and _takes_members(node):
        yield Edit((*node.path, NAME), VALUE)


def _takes_members(node: Node) -> bool:
    """Whether a name of a map would need a value of the map's own kind."""
    return bool(node.members) and not isinstance(node.schema.get("additionalProperties"), dict)


def _free_member_added(node: Node) -> Iterator[Edit]:
    others = node.schema.get("additionalProperties", True)
    if isinstance(node.value, dict) and not node.members and node.schema and others is True:
        yield Edit((*node.path, NAME), VALUE)


def _map_entry_added(node: Node) -> Iterator[Edit]:
    if isinstance(node.value, dict) and isinstance(node.schema.get("additionalProperties"), dict):
        yield from (Edit((*node.path, NAME), value) for value in list(node.value.values())[:1])


def _enum_value(node: Node) -> Iterator[Edit]:
    if "enum" in node.schema:
        yield Edit(node.path, NAME)


def _union_tag(node: Node) -> Iterator[Edit]:
    if node.tag is not None:
        yield Edit((*node.path, node.tag), NAME)


def _other_constant(node: Node) -> Iterator[Edit]:
    """The tag of a place that names one branch of a union alone."""
    if "const" in node.schema:
        yield Edit(node.path, NAME)


def _reordered(node: Node) -> Iterator[Edit]:
    if not node.path:
        yield Edit((), _turned(node.value))


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _turned(value[name]) for name in reversed(value)}
    return [_turned(each) for each in value] if isinstance(value, list) else value


def _is_number(node: Node) -> bool:
    return node.kind in ("integer", "number") and "enum" not in node.schema


def _allows(node: Node, number: int) -> bool:
    """Whether the document sets no limit below: 2^63 is beyond an `int64`, 2^53 + 1 is not."""
    bits = _BITS.get(str(node.schema.get("format")))
    return not {"minimum", "maximum"} & set(node.schema) and (bits is None or -(2**bits) <= number < 2**bits)


def _large(number: int) -> Edits:
    return lambda node: iter([Edit(node.path, number)] if _is_number(node) and _allows(node, number) else [])


def _written_with_a_point(node: Node) -> Iterator[Edit]:
    if _is_number(node) and isinstance(node.value, int):
        yield Edit(node.path, float(node.value))


def _null_for_a_member(node: Node) -> Iterator[Edit]:
    if node.nullable and node.path:
        yield Edit(node.path, None)


ADDITIONS = (
    Addition("a member the object does not name", _member_added, "answer.unknown-member"),
    Addition("a member of a free-form object", _free_member_added),
    Addition("an entry of a map", _map_entry_added, nested=False),
    Addition("a value the enumeration does not name", _enum_value, "answer.enum"),
    Addition("a tag the union does not name", _union_tag, "answer.union-tag", nested=False),
    Addition("a tag other than the only one named", _other_constant, "answer.enum", nested=False),
    Addition("members in another order", _reordered),
    Addition("an integer beyond 2^53", _large(2**53 + 1)),
    Addition("an integer beyond 2^63", _large(2**63 + 1)),
    Addition("an integer beyond 2^64", _large(2**64 + 1)),
    Addition("an integer below -2^63", _large(-(2**63) - 1)),
    Addition("a whole number written with a point", _written_with_a_point),
    Addition("null where the document allows it", _null_for_a_member, nested=False),
)

# --- breaches


def _always(_: Node) -> bool:
    return True


def _never(_: Node) -> bool:
    return False


def _needed(node: Node) -> bool:
    """Whether the client's models cannot do without it: what the service alone writes may be missing."""
    return node.required and not node.read_only


def _typed(kind: str, wrong: Any) -> Edits:
    def edits(node: Node) -> Iterator[Edit]:
        if node.path and node.kind == kind and not node.alternatives:
            yield Edit(node.path, wrong)

    return edits


def _neither(node: Node) -> Iterator[Edit]:
    if node.alternatives and node.kind in ("string", "object"):
        yield Edit(node.path, 7)


def _left_out(node: Node) -> Iterator[Edit]:
    if node.required and "const" not in node.schema:
        yield Edit(node.path, ABSENT)


def _constant_left_out(node: Node) -> Iterator[Edit]:
    if node.required and "const" in node.schema:
        yield Edit(node.path, ABSENT)


def _tag_left_out(node: Node) -> Iterator[Edit]:
    if node.tag is not None:
        yield Edit((*node.path, node.tag), ABSENT)


def _null(node: Node) -> Iterator[Edit]:
    if node.required and not node.nullable and node.kind:
        yield Edit(node.path, None)


def _null_item(node: Node) -> Iterator[Edit]:
    if node.path and isinstance(node.path[-1], int) and not node.nullable and node.kind:
        yield Edit(node.path, None)


def _text(keyword: str, value: str, wrong: str) -> Edits:
    def edits(node: Node) -> Iterator[Edit]:
        if node.kind == "string" and node.schema.get(keyword) == value:
            yield Edit(node.path, wrong)

    return edits


def _too_short(node: Node) -> Iterator[Edit]:
    if node.kind == "string" and node.schema.get("minLength", 0) and not node.alternatives:
        yield Edit(node.path, "")


def _against_pattern(node: Node) -> Iterator[Edit]:
    if node.kind == "string" and "pattern" in node.schema:
        yield Edit(node.path, "no id is like this!")


def _too_few_items(node: Node) -> Iterator[Edit]:
    if node.kind == "array" and node.schema.get("minItems", 0):
        yield Edit(node.path, [])


def _too_many_items(node: Node) -> Iterator[Edit]:
    if node.kind == "array" and node.value and "maxItems" in node.schema:
        yield Edit(node.path, node.value[:1] * (node.schema["maxItems"] + 1))


def _too_large(node: Node) -> Iterator[Edit]:
    if _is_number(node) and "maximum" in node.schema:
        yield Edit(node.path, node.schema["maximum"] + 1)


def _too_small(node: Node) -> Iterator[Edit]:
    if _is_number(node) and "minimum" in node.schema:
        yield Edit(node.path, node.schema["minimum"] - 1)


def _beyond_its_bits(node: Node) -> Iterator[Edit]:
    bits = _BITS.get(str(node.schema.get("format")))
    if bits is not None:
        yield Edit(node.path, 2**bits)


def _fraction(node: Node) -> Iterator[Edit]:
    if node.kind == "integer":
        yield Edit(node.path, 1.5)


def _not_a_number(node: Node) -> Iterator[Edit]:
    if _is_number(node):
        yield Edit(node.path, float("nan"))


BREACHES = (
    Breach("a number for a text", _typed("string", 7), "answer.type", _always),
    Breach("a text for a number", _typed("number", "7"), "answer.type", _always),
    Breach("a text for an integer", _typed("integer", "7"), "answer.type", _always),
    Breach("a fraction for an integer", _fraction, "answer.type", _always),
    Breach("a text for a boolean", _typed("boolean", "true"), "answer.type", _always),
    Breach("a number for a boolean", _typed("boolean", 1), "answer.type", _always),
    Breach("an array for an object", _typed("object", []), "answer.type", _always),
    Breach("an object for an array", _typed("array", {}), "answer.type", _always),
    Breach("a text for an array", _typed("array", "text"), "answer.type", _always),
    Breach("a number for a text or an object", _neither, "answer.schema", _always),
    Breach("a required member left out", _left_out, "answer.required", _needed),
    Breach("a required constant left out", _constant_left_out, "answer.required", None),
    Breach("the tag of a union left out", _tag_left_out, "answer.required", _never),
    Breach("null for a required member", _null, "answer.type", _needed),
    Breach("null for an item", _null_item, "answer.type", _always),
    Breach("NaN for a number", _not_a_number, "answer.json", _always),
    Breach(
        "a date-time without an offset",
        _text("format", "date-time", "2024-01-01T00:00:00"),
        "answer.format",
        _never,
    ),
    Breach("a day the calendar has not", _text("format", "date", "2024-02-30"), "answer.format", _never),
    Breach("a text that is too short", _too_short, "answer.limit", _never),
    Breach("a text against its pattern", _against_pattern, "answer.limit", _never),
    Breach("too few items", _too_few_items, "answer.limit", _never),
    Breach("too many items", _too_many_items, "answer.limit", _never),
    Breach("a number over its maximum", _too_large, "answer.limit", _never),
    Breach("a number under its minimum", _too_small, "answer.limit", _never),
    Breach("an integer beyond its bits", _beyond_its_bits, "answer.limit", _never),
)

WHOLE = (
    WholeBreach("an array for the body", lambda body: b"[" + body + b"]", "answer.type"),
    WholeBreach("null for the body", lambda _: b"null", "answer.type"),
    WholeBreach("no body", lambda _: b"", "answer.empty"),
    WholeBreach("half a body", lambda body: body[: len(body) // 2], "answer.json"),
    WholeBreach("two values", lambda body: body + b"{}", "answer.json"),
    WholeBreach("a byte order mark", lambda body: b"\xef\xbb\xbf" + body, "answer.json"),
    WholeBreach("text that is not UTF-8", lambda body: body[:-1] + b', "x": "\xff"}', "answer.json"),
    WholeBreach("a web page", lambda _: b"<html></html>", "answer.json"),
    WholeBreach("a success nobody names", lambda body: body, "answer.success-status", status=299),
    WholeBreach("a redirect", lambda _: b"", "answer.success-status", status=307),
    WholeBreach(
        "another media type", lambda body: body, "answer.media-type", refused=False, media_type="text/html"
    ),
)
