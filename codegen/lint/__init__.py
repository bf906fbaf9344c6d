"""Lint for the curated specs: the rules they are written by, as code.

`python -m codegen.lint [SPEC...]` checks files (all of the catalog by default) and prints
`file:line: rule  message`; `lint` checks a document already read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.lint.problem import Problem, Rule
from codegen.lint.rules import FIRST, RULES
from codegen.lint.source import line_of, read
from codegen.lint.spec import Spec
from codegen.lint.walk import join

__all__ = ["FIRST", "RULES", "Problem", "Rule", "lint", "lint_file"]


def lint(document: dict[str, Any]) -> list[Problem]:
    """Every breach in `document`, in the order of the rules.

    References are checked first, then the document as OpenAPI; what fails there is reported alone, because
    the other rules could not follow it.
    """
    spec = Spec(document)
    return _run(spec, FIRST) or list(_openapi(document)) or _run(spec, RULES)


def _run(spec: Spec, rules: Iterable[Rule]) -> list[Problem]:
    return [problem for rule in rules for problem in rule.problems(spec)]


def _openapi(document: dict[str, Any]) -> Iterator[Problem]:
    try:
        for error in OpenAPIV31SpecValidator(document).iter_errors():
            message = " ".join(str(error.message).split())
            yield Problem(join("", *error.absolute_path), "openapi/invalid", message[:300])
    except (AttributeError, KeyError, LookupError, TypeError, ValueError) as error:
        # The validator follows what it has just found to be malformed, and stumbles.
        yield Problem("", "openapi/invalid", f"the validator cannot go on: {type(error).__name__}: {error}")


def lint_file(path: Path) -> list[Problem]:
    """Every breach in a spec file, with file and line, in the order of the lines."""
    source = read(path)
    found = source.problems or lint(source.document)
    placed = [replace(one, source=str(path), line=line_of(source.lines, one.pointer)) for one in found]
    return sorted(placed, key=lambda one: (one.line, one.rule, one.message))
