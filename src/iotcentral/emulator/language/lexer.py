"""Cutting a text of the service's languages into tokens, each with its position."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

__all__ = ["LanguageError", "Token", "tokens_of"]

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
      | (?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
      | (?P<name>\$?[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)
      | (?P<sign><=|>=|!=|<>|==|=|<|>|\(|\)|,|\*)""",
    re.VERBOSE,
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


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, the last one being its end.

    Raises:
        LanguageError: at a character that begins no token.

    """
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise LanguageError(f"Unexpected character {text[at]!r}", at + 1)
        if found.lastgroup != "space":
            yield Token(found.lastgroup, _said(found.lastgroup, found.group()), at + 1)
        at = found.end()
    yield Token("end", "", len(text) + 1)


def _said(kind: str, text: str) -> str:
    return _ESCAPE.sub(r"\1", text[1:-1]) if kind == "string" else text
