"""What a scenario acts with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from iotcentral import ApiError, IotCentral, IotCentralManagement
from iotcentral.reference_v1 import IotCentralReference

__all__ = ["ADMINISTRATOR", "BUILDER", "OPERATOR", "Scenario", "Scenarios", "Stage", "refused"]

ADMINISTRATOR = "ca310b8d-2f4a-44e0-a36e-957c202cd8d4"
BUILDER = "344138e9-8de4-4497-8c54-5237e96d6aaf"
OPERATOR = "ae2c9854-393b-4f97-8c42-479d70ce626e"
"""The built-in roles, the same in every application."""


@dataclass(frozen=True)
class Stage:
    """A fresh application with nothing in it."""

    app: IotCentral
    """Its administrator."""
    as_caller: Callable[[str], IotCentral]
    """A client of the same application with another credential."""
    management: IotCentralManagement
    """The administrator on the control plane, which knows no application yet."""
    reference: IotCentralReference
    """The application's administrator on the documented-only surface."""


Scenario = Callable[[Stage], None]
Scenarios = Mapping[str, Scenario]


@contextmanager
def refused(error: type[ApiError]) -> Iterator[None]:
    """The block must end in this error; a scenario that provokes nothing is no scenario."""
    try:
        yield
    except error:
        return
    raise AssertionError(f"{error.__name__} was expected, nothing was raised")
