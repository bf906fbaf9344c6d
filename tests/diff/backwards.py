"""What a difference is called the other way round, and the check that two reports mirror each other."""

from __future__ import annotations

from collections import Counter

from iotcentral.contract.diff import Difference, Report

_OPPOSITES = (
    ("became-required", "became-optional"),
    ("deprecated", "deprecation-lifted"),
    ("tightened", "loosened"),
    ("widened", "narrowed"),
    ("opened", "closed"),
    ("introduced", "dropped"),
    ("added", "removed"),
)
_KINDS = ("-required-", "-optional-")
"""What came may be required or optional; what went has one rule."""


def opposite(rule: str) -> str:
    """Return the rule that reports the same change backwards, without what only an addition says."""
    rule = _plain(rule)
    for one, other in _OPPOSITES:
        for ends, turned in ((one, other), (other, one)):
            if rule.endswith(ends):
                return rule.removesuffix(ends) + turned
    return rule


def _plain(rule: str) -> str:
    if rule.endswith("-added"):
        for kind in _KINDS:
            rule = rule.replace(kind, "-")
    return rule


def signature(each: Difference, *, turned: bool) -> tuple[str, str | None, str | None, str, frozenset[str]]:
    """Return what identifies a difference, as it is seen from the other side if `turned`."""
    pointers = (each.new_pointer, each.old_pointer) if turned else (each.old_pointer, each.new_pointer)
    rule = opposite(each.rule) if turned else _plain(each.rule)
    return (rule, *pointers, each.keyword or "", frozenset(each.operations))


def signatures(
    report: Report, *, turned: bool = False
) -> Counter[tuple[str, str | None, str | None, str, frozenset[str]]]:
    return Counter(signature(each, turned=turned) for each in report.differences)
