"""Cutting a text of the service's languages into tokens, each with its position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

__all__ = ["LanguageError", "Quoting", "Token", "tokens_of"]

Quoting = Literal["escaped", "doubled"]
"""How a quote stands in a string: behind a backslash, or twice; doubled ones are single quotes only."""


def _pattern(strings: str) -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<space>\s+)
          | (?P<string>{strings})
          | (?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
          | (?P<name>\$?[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)
          | (?P<sign><=|>=|!=|<>|==|=|<|>|\(|\)|,|\*)""",
        re.VERBOSE,
    )


_TOKENS: Mapping[Quoting, re.Pattern[str]] = MappingProxyType(
    {
        "escaped": _pattern(r""" "(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*' """),
        "doubled": _pattern(r"'(?:[^']|'')*'"),
    }
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class LanguageError(Exception):
    """A text that is not of the language; `position` counts its characters from 1."""

    def __init__(self, sentence: str, position: int) -> None:
        super().__init__(sentence, position)
        self.sentence = sentence
        self.position = position

    def __str__(self) -> str:
        return f"{self.sentence} at position {self.position}"


class Token(msgspec.Struct, frozen=True):
    """One word of a text."""

    kind: str
    """`string`, `number`, `name`, `sign` or `end`."""
    text: str
    """As it was written; of a string what it says."""
    position: int
    """Of its first character, counted from 1."""


def tokens_of(text: str, quoting: Quoting) -> Iterator[Token]:
    """Yield the tokens of a text, the last one being its end.

    Raises:
        LanguageError: at a character that begins no token.

    """
    at, pattern = 0, _TOKENS[quoting]
    while at < len(text):
        found = pattern.match(text, at)
        if found is None or found.lastgroup is None:
            raise LanguageError(f"Unexpected character {text[at]!r}", at + 1)
        if found.lastgroup != "space":
            yield Token(found.lastgroup, _said(found.lastgroup, found.group(), quoting), at + 1)
        at = found.end()
    yield Token("end", "", len(text) + 1)


def _said(kind: str, text: str, quoting: Quoting) -> str:
    if kind != "string":
        return text
    inner = text[1:-1]
    return _ESCAPE.sub(r"\1", inner) if quoting == "escaped" else inner.replace("''", "'")
