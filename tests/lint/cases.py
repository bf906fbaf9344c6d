"""How a test runs one rule, and the shape of a case that breaks it."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.lint import FIRST, RULES, Rule
from codegen.lint.spec import Spec
from tests.lint.specimen import broken

__all__ = ["Case", "breaches", "each", "rule_named"]

Case = tuple[str, str, tuple[tuple[str, Any], ...]]
"""Rule id, the pointer it must name, and the changes to the specimen that break it."""


def rule_named(id: str) -> Rule:
    return next(rule for rule in (*FIRST, *RULES) if rule.id == id)


def breaches(id: str, *changes: tuple[str, Any]) -> list[str]:
    """The pointers that one rule names in the changed specimen."""
    return [problem.pointer for problem in rule_named(id).problems(Spec(broken(*changes)))]


def each(cases: list[Case]) -> pytest.MarkDecorator:
    named = [pytest.param(*case, id=f"{case[0]}-{number}") for number, case in enumerate(cases)]
    return pytest.mark.parametrize(("id", "pointer", "changes"), named)
