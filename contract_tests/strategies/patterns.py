"""Strings of a `pattern`, with the meaning ECMA-262 gives it and Python's `re` does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from contract_tests.strategies.choices import Choices, Make, drawn

__all__ = ["ecma_to_python", "matching", "matching_texts"]

_LONG_ENOUGH_FOR_ANY_CLASS = "a0A-_."
_USUAL_LENGTH = 16
_STRETCHED = 240
"""The choice of a byte from which on a text has its greatest length."""
_ANCHORED = re.compile(r"\^(?:\(\?![^()]*\))*((?:\[[^\]\\]+\](?:\*|\+|\{\d+,\d+\})?)+)\$")
_RUN = re.compile(r"(\[[^\]\\]+\])(?:(\*)|(\+)|\{(\d+),(\d+)\})?")


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
    texts: st.SearchStrategy[str] = drawn(matching_texts(pattern, shortest, longest))
    return texts


def matching_texts(pattern: str, shortest: int, longest: int | None) -> Make:
    """Makes such strings."""
    compiled = ecma_to_python(pattern)

    def fits(text: str) -> bool:
        known = shortest <= len(text) and (longest is None or len(text) <= longest)
        return known and compiled.search(text) is not None

    seldom = st.from_regex(compiled).filter(fits)
    stretched = [c * longest for c in _LONG_ENOUGH_FOR_ANY_CLASS if longest and fits(c * longest)]
    runs = _runs(pattern)

    def make(choices: Choices) -> str:
        if stretched and choices.below(256) >= _STRETCHED:
            return choices.one_of(stretched)
        text = "".join([run.text(choices, shortest) for run in runs])
        return text if runs and fits(text) else choices.draw(seldom)

    return make


@dataclass(frozen=True)
class _Run:
    """Characters of one class, so many of them."""

    alphabet: str
    fewest: int
    most: int | None

    def text(self, choices: Choices, shortest: int) -> str:
        fewest = self.fewest if self.most is not None else max(self.fewest, shortest)
        most = fewest + _USUAL_LENGTH if self.most is None else self.most
        usual = min(most, fewest + _USUAL_LENGTH)
        length = most if choices.below(16) == 15 else fewest + choices.below(usual - fewest + 1)
        size = len(self.alphabet)
        raw = choices.take(max(length, usual))
        return "".join([self.alphabet[byte * size >> 8] for byte in raw[:length]])


def _runs(pattern: str) -> list[_Run]:
    """The runs of a pattern that is nothing but classes one after the other; none of any other."""
    whole = _ANCHORED.fullmatch(pattern)
    return [] if whole is None else [_run(found) for found in _RUN.finditer(whole[1])]


def _run(found: re.Match[str]) -> _Run:
    characters, any_number, some, fewest, most = found.groups()
    known = re.compile(characters)
    alphabet = "".join(sorted(filter(known.match, map(chr, range(128))), key=_plain_first))
    if any_number or some:
        return _Run(alphabet, 1 if some else 0, None)
    return _Run(alphabet, int(fewest or 1), int(most or 1))


def _plain_first(character: str) -> tuple[bool, bool, str]:
    return not character.islower(), not character.isalnum(), character
