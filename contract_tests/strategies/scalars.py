"""Strings, numbers and free-form JSON."""

from __future__ import annotations

import math
import struct
from typing import Any

from hypothesis import strategies as st

from contract_tests.reading.document import Schema
from contract_tests.strategies.choices import Choices, Make
from contract_tests.strategies.formats import FORMATS
from contract_tests.strategies.patterns import matching_texts

__all__ = [
    "any_json",
    "booleans",
    "characters",
    "header_text",
    "integers",
    "name",
    "numbers",
    "strings",
    "text",
]

_USUAL_LENGTH = 16
_JSON_INTEGERS = (-(2**63), 2**63 - 1)
_POWERS = [2**bits + by for bits in (7, 8, 15, 16, 31, 32, 53, 63) for by in (-1, 0, 1)]
_EDGES = (-1, *_POWERS, *(-power for power in _POWERS))
_BOUNDS = {"int32": (-(2**31), 2**31 - 1), "int64": _JSON_INTEGERS}
_LONGEST_ANYWHERE = 250
"""The choice of a byte from which on a text is as long as it may be."""

characters = st.characters(codec="utf-8")

_PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -_.~!*'();:@&=+$,/?#[]%\"\\<>^`{|}"
_CONTROLS = "".join(map(chr, [*range(32), *range(127, 161)]))
_AWKWARD = (
    "ßéİıǅΣςאش१देक漢字ﬁＡ\u0301\u0345\u200b\u200d\u200e\u202e\u2028\u2029"
    "\ufeff\ufffd\ufffe\uffff\ue000\U0001f600\U0001f469\U000e0001\U0010ffff"
)
_WIDE = _PLAIN + _CONTROLS + _AWKWARD

_FLOATS = (
    *(0.0, 0.5, -0.5, 1.5, -0.0, 0.1, 1e-7, 1e16, 1e21, 1e22, 123456789.12345679, 1e100),
    *(5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -1.7976931348623157e308),
)
_NAMES = ("@id", "@type", "$metadata", "id", "type", "value", "a/b", "a~b", "", " ", "é", "nextLink")
_DEEPEST = 3


def strings(schema: Schema) -> Make:
    """Makes strings of a schema with `type: string`."""
    shortest, longest = int(schema.get("minLength", 0)), schema.get("maxLength")
    if "format" in schema:
        return FORMATS[schema["format"]]
    if "pattern" in schema:
        return matching_texts(schema["pattern"], shortest, longest)
    usual = shortest + _USUAL_LENGTH
    most = usual if longest is None else min(usual, longest)

    def make(choices: Choices) -> Any:
        if longest is not None and choices.below(256) >= _LONGEST_ANYWHERE:
            return "x" * longest
        return text(choices, shortest, most)

    return make


def text(choices: Choices, shortest: int, longest: int) -> str:
    """Any text that UTF-8 can say: plain ASCII half of the time, else what is awkward, or anything.

    A short text takes as many bytes as a long one: shrinking it changes nothing that comes after it.
    """
    kind, length = choices.below(8), shortest + choices.below(longest - shortest + 1)
    if kind < 7:
        table = _PLAIN if kind < 4 else _WIDE
        size = len(table)
        return "".join([table[byte * size >> 8] for byte in choices.take(longest)[:length]])
    return "".join([_any_character(choices.take(3)) for _ in range(length)])


def _any_character(raw: bytes) -> str:
    """One of all characters, surrogates apart, which stand for none."""
    number = int.from_bytes(raw, "big") * (0x110000 - 0x800) >> 24
    return chr(number if number < 0xD800 else number + 0x800)


def header_text(choices: Choices) -> str:
    """A text that a header can carry: printable ASCII on one line, no space around it."""
    inner = "".join([chr(32 + (byte * 95 >> 8)) for byte in choices.take(1 + choices.below(_USUAL_LENGTH))])
    return inner.strip() or "!"


def name(choices: Choices) -> str:
    """A member's name of a free-form object, those that need care among them."""
    return choices.one_of(_NAMES) if choices.below(2) else text(choices, 0, 8)


def booleans(choices: Choices) -> bool:
    """True or false."""
    return choices.below(2) == 1


def integers(schema: Schema) -> Make:
    """Makes integers of a schema with `type: integer`: small ones, those at the limits, any."""
    lowest, highest = _BOUNDS.get(str(schema.get("format")), _JSON_INTEGERS)
    low = max(lowest, math.ceil(schema.get("minimum", lowest)))
    high = min(highest, math.floor(schema.get("maximum", highest)))
    least = min(max(0, low), high)
    edges = [least, low, high, *(edge for edge in _EDGES if low <= edge <= high)]

    def make(choices: Choices) -> Any:
        kind = choices.below(4)
        if kind < 2:
            return min(least + choices.below(256), high)
        return choices.one_of(edges) if kind == 2 else low + choices.below(high - low + 1)

    return make


def numbers(schema: Schema) -> Make:
    """Makes integers and finite floats of a schema with `type: number`."""
    low, high = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    whole = integers(schema)
    edges = [edge for edge in (*_FLOATS, low, high, low + 0.5, high - 0.5) if low <= edge <= high]
    floats = [float(edge) for edge in edges if math.isfinite(edge)]

    def make(choices: Choices) -> Any:
        kind = choices.below(4)
        if kind < 2:
            return whole(choices)
        if kind == 2:
            return choices.one_of(floats)
        (number,) = struct.unpack(">d", choices.take(8))
        return number if math.isfinite(number) and low <= number <= high else floats[0]

    return make


def any_json(choices: Choices, depth: int = 0) -> Any:
    """Any JSON value, a few members deep."""
    kind = choices.below(len(_SCALARS) + (2 if depth < _DEEPEST else 0))
    if kind < len(_SCALARS):
        return _SCALARS[kind](choices)
    inner = [any_json(choices, depth + 1) for _ in range(choices.below(4))]
    return inner if kind == len(_SCALARS) else {name(choices): value for value in inner}


_SCALARS: tuple[Make, ...] = (
    lambda _: None,
    booleans,
    integers({}),
    numbers({}),
    lambda choices: text(choices, 0, _USUAL_LENGTH),
)
