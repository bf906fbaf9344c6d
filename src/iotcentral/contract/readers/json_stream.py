"""The items of one array of a large JSON file, one by one, in the memory of the largest of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any, TextIO

from iotcentral.contract.readers.errors import TooLargeError

__all__ = ["Path", "array_items"]

_CHUNK = 1 << 16
_SLACK = 16
"""Characters before the end within which a decoder's complaint may be about text not yet read."""
_AHEAD = len("e+1")
"""Characters behind a number that show whether it goes on."""
_SPACE = " \t\n\r"

Path = tuple[str, ...]


def array_items(stream: TextIO, arrays: Collection[Path], most: int) -> Iterator[tuple[Path, Any]]:
    """Yield each item of the arrays at the given paths of member names, with the array's path.

    `null` counts as an empty array. The rest of the document is read and must be sound as well.

    Raises:
        ValueError: the text is no JSON, an array is something else, or there is none of them.
        TooLargeError: one item is longer than `most` characters.

    """
    source = _Source(stream, most)
    if source.peek() != "{":
        raise ValueError("there is no object")
    found = False
    for path, item in _members(source, (), arrays):
        found = True
        if item is not _NOTHING:
            yield path, item
    if source.peek():
        raise source.fault("text after the end")
    if not found:
        raise ValueError("there is no " + " and no ".join(f"`{'.'.join(each)}`" for each in arrays))


_NOTHING = object()


def _members(source: _Source, at: Path, arrays: Collection[Path]) -> Iterator[tuple[Path, Any]]:
    source.take("{")
    if source.peek() == "}":
        source.take("}")
        return
    while True:
        name: Any = source.value()
        if not isinstance(name, str):
            raise source.fault("the name of a member is no text")
        source.take(":")
        yield from _member(source, (*at, name), arrays)
        if source.take(",}") == "}":
            return


def _member(source: _Source, here: Path, arrays: Collection[Path]) -> Iterator[tuple[Path, Any]]:
    if here in arrays:
        yield here, _NOTHING
        yield from ((here, item) for item in _items(source, here))
    elif source.peek() == "{" and any(each[: len(here)] == here for each in arrays):
        yield from _members(source, here, arrays)
    else:
        source.value()


def _items(source: _Source, here: Path) -> Iterator[Any]:
    if source.peek() != "[":
        if source.value() is not None:
            raise ValueError(f"`{'.'.join(here)}` is no list")
        return
    source.take("[")
    if source.peek() == "]":
        source.take("]")
        return
    while True:
        yield source.value()
        if source.take(",]") == "]":
            return


class _Source:
    """The text not yet consumed, filled up from a stream as values ask for it."""

    def __init__(self, stream: TextIO, most: int) -> None:
        self._stream = stream
        self._most = most
        self._text = ""
        self._at = 0
        self._before = 0
        """Characters of the stream before the text held."""
        self._ended = False
        self._decode = json.JSONDecoder().raw_decode

    def peek(self) -> str:
        """Return the next character that is no space, or the empty text at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, expected: str) -> str:
        """Consume one of the characters expected."""
        char = self.peek()
        if not char or char not in expected:
            raise self.fault("the file ends too early" if not char else f"`{char}` is not expected")
        self._at += 1
        return char

    def value(self) -> Any:
        """Consume one JSON value."""
        self.peek()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                is_cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _SLACK
                if not is_cut:
                    self._at = error.pos
                    raise self.fault(error.msg) from error
                if not self._more():
                    raise self.fault("the file ends too early, inside a value") from error
            except RecursionError as error:
                raise self.fault("nested too deep") from error
            else:
                size = end - self._at
                if end + _AHEAD <= len(self._text) or not self._more():
                    self._at += size
                    return value

    def _more(self) -> bool:
        """Read on; twice as much as is held, so that a long value is not decoded over and over."""
        if self._ended:
            return False
        held = len(self._text) - self._at
        if held > self._most:
            raise TooLargeError(held)
        self._before += self._at
        read = self._stream.read(max(_CHUNK, held))
        self._ended = not read
        self._text, self._at = self._text[self._at :] + read, 0
        return not self._ended

    def fault(self, reason: str) -> ValueError:
        """Return an error that says where."""
        return ValueError(f"broken JSON at character {self._before + self._at + 1:,}: {reason}")
