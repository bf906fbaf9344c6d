"""A baseline: findings a user accepts for a while, each with a reason and the day that ends it.

    accept:
    - rule: answer.unknown-member
      operation: Devices_Get
      pointer: /lastSeen
      reason: new member, our client ignores it
      expires: 2027-01-31

A `*` in the pointer stands for one member name or index; `version` narrows an entry to one contract.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from iotcentral.contract.findings import Finding
from iotcentral.contract.values import is_array, is_object

__all__ = ["Accepted", "Baseline", "BaselineError", "load_baseline"]


class BaselineError(Exception):
    """A baseline cannot be used; the text says where and why."""


class Accepted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry."""

    rule: str
    operation: str
    """Operation id; the empty text for requests that match no operation."""
    pointer: str
    reason: str
    expires: date
    """The last day on which it accepts."""
    version: str | None = None

    def __str__(self) -> str:
        return f"{self.rule} at {self.operation or '(no operation)'} {self.pointer or '(whole)'}"

    def fits(self, finding: Finding) -> bool:
        """Whether a finding is the one described."""
        return (
            (self.rule, self.operation) == (finding.rule, finding.operation)
            and self.version in (None, finding.version)
            and _pattern(self.pointer).fullmatch(finding.pointer) is not None
        )


@functools.cache
def _pattern(pointer: str) -> re.Pattern[str]:
    return re.compile("/".join("[^/]*" if part == "*" else re.escape(part) for part in pointer.split("/")))


class Baseline:
    """The entries of a file on one day, and what they accepted so far."""

    def __init__(self, entries: Iterable[Accepted], today: date) -> None:
        self.entries = list(entries)
        self.today = today
        self.used: Counter[Accepted] = Counter()
        self._by_rule: dict[str, list[Accepted]] = {}
        for entry in self.entries:
            self._by_rule.setdefault(entry.rule, []).append(entry)

    def accepts(self, finding: Finding) -> bool:
        """Whether a finding is accepted; an entry out of date counts as used and accepts no more."""
        fitting = [entry for entry in self._by_rule.get(finding.rule, ()) if entry.fits(finding)]
        valid = [entry for entry in fitting if entry.expires >= self.today]
        for entry in valid[:1] or fitting[:1]:
            self.used[entry] += 1
        return bool(valid)

    @property
    def accepted(self) -> int:
        """How many findings were accepted."""
        return sum(number for entry, number in self.used.items() if entry.expires >= self.today)

    @property
    def unused(self) -> list[Accepted]:
        """Entries that no finding fits; they can be removed."""
        return [entry for entry in self.entries if not self.used[entry]]

    @property
    def expired(self) -> list[Accepted]:
        """Entries out of date."""
        return [entry for entry in self.entries if entry.expires < self.today]

    def notes(self) -> list[str]:
        """Return what its owner should know, one line an entry."""
        over = [f"baseline: expired on {entry.expires}, accepts no more: {entry}" for entry in self.expired]
        idle = [f"baseline: unused, no such finding: {entry}" for entry in self.unused]
        return over + idle


def load_baseline(path: Path, today: date, is_rule: Callable[[str], bool]) -> Baseline:
    """Read a baseline (YAML); needs PyYAML.

    Raises:
        BaselineError: the file cannot be read, is no baseline, or names a rule there is not.

    """
    import yaml

    try:
        raw: Any = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise BaselineError(f"{path}: broken YAML: {' '.join(str(error).split())}") from error
    entries: Any = raw.get("accept") if is_object(raw) else None
    if not is_array(entries):
        raise BaselineError(f"{path}: no baseline: there is no list `accept`")
    return Baseline([_entry(path, index, each, is_rule) for index, each in enumerate(entries)], today)


def _entry(path: Path, index: int, raw: Any, is_rule: Callable[[str], bool]) -> Accepted:
    try:
        entry = msgspec.convert(raw, Accepted)
    except msgspec.ValidationError as error:
        raise BaselineError(f"{path}: entry {index}: {error}") from error
    if not is_rule(entry.rule):
        raise BaselineError(f"{path}: entry {index}: there is no rule {entry.rule!r}")
    if not entry.reason.strip():
        raise BaselineError(f"{path}: entry {index}: the reason is empty")
    return entry
