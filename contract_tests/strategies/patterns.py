"""Strings of a `pattern`, with the meaning ECMA-262 gives it and Python's `re` does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import strategies as st

__all__ = ["ecma_to_python", "matching"]

_LONG_ENOUGH_FOR_ANY_CLASS = "a0A-_."


def ecma_to_python(pattern: str) -> re.Pattern[str]:
    r"""`pattern` for Python: `$` means the very end (not before a newline), `\d` and `\w` are ASCII."""
    return re.compile("".join(_translated(pattern)), re.ASCII)


def _translated(pattern: str) -> Iterator[str]:
    in_class = False
    characters = iter(pattern)
    for character in characters:
        if character == "\\":
            yield character + next(characters, "")
            continue
        in_class = character == "[" or (in_class and character != "]")
        yield r"\Z" if character == "$" and not in_class else character


def matching(pattern: str, shortest: int, longest: int | None) -> st.SearchStrategy[str]:
    """Strings that match `pattern` between two lengths, the greatest length among them."""
    compiled = ecma_to_python(pattern)

    def fits(text: str) -> bool:
        return shortest <= len(text) and (longest is None or len(text) <= longest)

    drawn = st.from_regex(compiled).filter(fits)
    stretched = [c * longest for c in _LONG_ENOUGH_FOR_ANY_CLASS if longest and compiled.search(c * longest)]
    return st.one_of(drawn, st.sampled_from(stretched)) if stretched else drawn
