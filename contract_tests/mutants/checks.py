"""The suite's own tests as checks of one operation: found by what they are parametrised by, and called."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

from contract_tests import profiles
from contract_tests.coverage import Ledger
from contract_tests.mutants.model import Verdict
from contract_tests.reading.violations import ContractBrokenError
from iotcentral import IotCentralError

__all__ = ["Check", "checks_of", "first_kill"]

Check = Callable[[], None]
Named = tuple[str, Check]


def checks_of(modules: Sequence[ModuleType], wanted: Callable[[Mapping[str, Any]], bool]) -> Iterator[Named]:
    """Every test that takes nothing but parameters and a ledger, for the parameters that are wanted."""
    for module in modules:
        for name, function in vars(module).items():
            if name.startswith("test_") and hasattr(function, "pytestmark"):
                yield from _cases(name, function, wanted)


def _cases(name: str, function: Any, wanted: Callable[[Mapping[str, Any]], bool]) -> Iterator[Named]:
    marks = [mark.args for mark in function.pytestmark if mark.name == "parametrize"]
    axes = [list(_values(*arguments[:2])) for arguments in marks]
    for chosen in itertools.product(*axes):
        given: dict[str, Any] = {key: value for part in chosen for key, value in part.items()}
        if wanted(given) and _parameters(function) <= {*given, "ledger"}:
            extra = {"ledger": Ledger()} if "ledger" in _parameters(function) else {}
            yield name, _bound(function, {**given, **extra})


def _parameters(function: Any) -> set[str]:
    code = function.__code__
    return set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])


def _bound(function: Any, given: Mapping[str, Any]) -> Check:
    return lambda: function(**given)


def _values(names: Any, values: Any) -> Iterator[dict[str, Any]]:
    listed = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    for value in values:
        row = value.values if hasattr(value, "values") and hasattr(value, "marks") else None
        plain = list(row) if row is not None else [value] if len(listed) == 1 else list(value)
        yield dict(zip(listed, plain, strict=True))


def first_kill(checks: Iterator[Named], seed: str) -> Verdict:
    """What the first test that fails says; one that breaks is passed over if another fails.

    A failed test is a broken rule, an assertion, or an error that the client gives its callers where there is
    to be none; whatever else is raised is a tool that broke.
    """
    broke: Exception | None = None
    for name, check in checks:
        with _drawing(f"{name} {seed}"):
            try:
                check()
            except ContractBrokenError as error:
                return Verdict(error.violations[0].rule, f"{name}: {error}")
            except (AssertionError, pytest.fail.Exception, IotCentralError) as error:
                return Verdict(name, f"{type(error).__name__}: {error}"[:200])
            except Exception as error:
                broke = broke or error
    if broke is not None:
        raise broke
    return Verdict()


@contextmanager
def _drawing(seed: str) -> Iterator[None]:
    """Draw as the test of this name does, in the profile that is active, `quick` if none is."""
    before = os.environ.get("PYTEST_CURRENT_TEST")
    if settings.get_current_profile_name() not in profiles.PROFILES:
        profiles.register()
        settings.load_profile("quick")
    os.environ["PYTEST_CURRENT_TEST"] = f"{seed} (call)"
    try:
        yield
    finally:
        os.environ.pop("PYTEST_CURRENT_TEST")
        if before is not None:
            os.environ["PYTEST_CURRENT_TEST"] = before
