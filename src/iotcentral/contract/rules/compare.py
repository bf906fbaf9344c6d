"""Whether a value that was sent is in what was answered, allowing what the service is known to normalise.

Known: numbers compare as JSON numbers (80 = 80.0), a secret comes back masked, a date-time may be written
otherwise, empty members may be left out, lists of objects may come in another order (CLI tests compare
templates unordered), and `@type` gains the value types of IoT Central (`NumberValue`, `StringValue`, …).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from iotcentral.contract.pointers import child
from iotcentral.contract.values import is_array, is_object

__all__ = ["lost", "same_text"]

_MASK = "*****"
_FOLDED = ("email", "location")  # Azure answers `eastus` to `EastUS` (grade R, notes on the control plane)
_NAMES = ("name", "@id", "id")


def lost(
    sent: Any, got: Any, where: str = "", *, exempt: Container[str] = (), name: str = ""
) -> list[tuple[str, str]]:
    """Return pointer (into what was answered) and description of every sent value that is not there."""
    try:
        return list(_lost(sent, got, where, exempt, name))
    except RecursionError:
        return [(where, "nested too deep to be compared")]


def _lost(
    sent: Any, got: Any, where: str, exempt: Container[str], name: str = ""
) -> Iterator[tuple[str, str]]:
    if name == "@type":
        sent, got = _semantic(sent), _semantic(got)
    if is_object(sent) and is_object(got):
        yield from _lost_members(sent, got, where, exempt)
    elif is_array(sent) and is_array(got):
        yield from _lost_items(sent, got, where, exempt)
    elif not _same(sent, got, name):
        yield where, f"sent {_short(sent)}, answered {_short(got)}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _lost_members(
    sent: Mapping[str, Any], got: Mapping[str, Any], where: str, exempt: Container[str]
) -> Iterator[tuple[str, str]]:
    for name, value in sent.items():
        if name in exempt or value is None:  # a null asks for the member to be cleared or reset
            continue
        if name in got:
            yield from _lost(value, got[name], child(where, name), exempt, name)
        elif value not in ("", [], {}):
            yield child(where, name), f"sent {_short(value)}, not answered"


def _lost_items(
    sent: Sequence[Any], got: Sequence[Any], where: str, exempt: Container[str]
) -> Iterator[tuple[str, str]]:
    if len(sent) != len(got):
        yield where, f"sent {len(sent)} items, answered {len(got)}"
        return
    rest = list(range(len(got)))
    for index, item in enumerate(sent):
        found = _partner(item, index, got, rest, exempt)
        rest.remove(found)
        yield from _lost(item, got[found], f"{where}/{found}", exempt)


def _semantic(types: Any) -> Any:
    """Return `@type` as a list, without the value types the service adds."""
    listed = types if is_array(types) else [types]
    return [each for each in listed if not (isinstance(each, str) and each.endswith("Value"))]


def _partner(item: Any, index: int, got: Sequence[Any], rest: Sequence[int], exempt: Container[str]) -> int:
    """Return the index of the answered item to compare with: same place, else equal, else same name."""
    if index in rest and not any(_lost(item, got[index], "", exempt)):
        return index
    equal = next((each for each in rest if not any(_lost(item, got[each], "", exempt))), None)
    if equal is not None:
        return equal
    named = next((each for each in rest if _same_name(item, got[each])), None)
    if named is not None:
        return named
    return index if index in rest else rest[0]


def _same_name(left: Any, right: Any) -> bool:
    if not (is_object(left) and is_object(right)):
        return False
    return any(name in left and left[name] == right.get(name) for name in _NAMES)


def _same(sent: Any, got: Any, name: str) -> bool:
    if isinstance(sent, bool) or isinstance(got, bool):
        return sent is got
    if isinstance(sent, str) and isinstance(got, str):
        return same_text(sent.lower(), got.lower()) if name in _FOLDED else same_text(sent, got)
    return bool(sent == got)


def same_text(sent: str, got: str) -> bool:
    """Whether two texts are equal, a mask in the answer standing for anything, date-times as moments."""
    if sent == got:
        return True
    if _MASK in got:
        pattern = ".*".join(re.escape(part) for part in got.split(_MASK))
        return re.fullmatch(pattern, sent, re.DOTALL) is not None
    left, right = _moment(sent), _moment(got)
    return left is not None and left == right


def _moment(text: str) -> datetime | None:
    if len(text) < 20 or "T" not in text:  # a date-time with offset has at least 20 characters
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
