"""The rules, in the order in which they are checked."""

from __future__ import annotations

from codegen.lint.problem import Rule
from codegen.lint.rules import (
    bodies,
    errors,
    examples,
    form,
    generator,
    operations,
    parameters,
    patches,
    references,
    texts,
    unions,
)

__all__ = ["FIRST", "RULES"]

FIRST: tuple[Rule, ...] = references.FIRST
"""Checked first: what breaks these cannot be read on."""

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *form.RULES,
    *parameters.RULES,
    *bodies.RULES,
    *patches.RULES,
    *errors.RULES,
    *operations.RULES,
    *unions.RULES,
    *generator.RULES,
    *texts.RULES,
    *examples.RULES,
)
