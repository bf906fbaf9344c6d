"""Faults as instructions: each is met by so many calls and is used up then, one a call, in their order."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from http import HTTPStatus
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from iotcentral.emulator.replies import Problem, Reply, internal_error, too_many_requests

__all__ = ["Fault", "Faults", "PendingFault"]

_FIRST_ERROR = 400
_KNOWN = {429: too_many_requests, 500: internal_error}
_TOKEN = Annotated[str, Meta(pattern=r"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")]
_FIELD = Annotated[str, Meta(pattern=r"^[\t\x20-\x7e]*$")]


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is to go wrong, at which calls.

    Raises:
        ValueError: it does nothing, or things that exclude each other.

    """

    operation: str | None = None
    """Operation id, such as `Devices_Get`, of the calls it is for; `None` for every operation."""
    count: Annotated[int, Meta(ge=1)] | None = 1
    """How many calls it meets; without end if `None`."""
    probability: Annotated[float, Meta(gt=0, le=1)] = 1.0
    """The chance that a call it is for meets it."""
    seed: int = 0
    """Where the chances come from: the same seed meets the same calls."""
    status: Annotated[int, Meta(ge=200, le=599)] | None = None
    """Answered in place of the operation, which is not carried out."""
    body: Any | UnsetType = UNSET
    """JSON answered with `status`; an error status without one answers a body in the service's form."""
    headers: dict[_TOKEN, _FIELD] = {}
    """Answered with `status`."""
    delay: Annotated[float, Meta(ge=0, le=3600)] = 0.0
    """Seconds the answer is held back."""
    drop: Literal["before", "after"] | None = None
    """The connection is dropped, before the operation is carried out or after it."""
    truncate: Annotated[int, Meta(ge=0)] | None = None
    """The connection is dropped after that many bytes of the answer's body."""

    def __post_init__(self) -> None:
        if self.status is None and not self.delay and self.drop is None and self.truncate is None:
            raise ValueError("a fault has a status, a delay, a drop or a truncate")
        if self.status is None and (self.body is not UNSET or self.headers):
            raise ValueError("body and headers of a fault go with a status")
        if self.drop and (self.status is not None or self.truncate is not None):
            raise ValueError("a dropped connection has neither status nor a truncated body")

    def answer(self) -> Reply | Problem | None:
        """Answer what comes in place of the operation; `None` if it is carried out."""
        if self.drop == "before":
            return Reply(204)
        if self.status is None:
            return None
        headers = tuple(self.headers.items())
        if self.body is not UNSET or self.status < _FIRST_ERROR:
            return Reply(self.status, None if self.body is UNSET else self.body, headers)
        return _error(self.status, headers)


class PendingFault(msgspec.Struct, frozen=True):
    """A fault with how far it is used up."""

    id: str
    fault: Fault
    met: int
    """Calls it has met so far."""
    left: int | None
    """Calls it is still to meet; `None` if there is no end."""


class Faults:
    """The faults that calls are still to meet."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: dict[str, _Entry] = {}
        self._added = 0

    def add(self, fault: Fault) -> str:
        """Have a fault met after those that are there; answers its id."""
        with self._lock:
            self._added += 1
            id = str(self._added)
            self._entries[id] = _Entry(fault)
        return id

    def pending(self) -> list[PendingFault]:
        """Answer the faults that are not used up, in the order they are met."""
        with self._lock:
            return [
                PendingFault(id, entry.fault, entry.met, entry.left) for id, entry in self._entries.items()
            ]

    def remove(self, id: str) -> bool:
        """Take a fault back; false when there is none or it is used up."""
        with self._lock:
            return self._entries.pop(id, None) is not None

    def clear(self) -> None:
        """Take all faults back."""
        with self._lock:
            self._entries.clear()

    def take(self, operation: str) -> Fault | None:
        """Answer the fault that a call of an operation meets, and count it."""
        with self._lock:
            for id, entry in self._entries.items():
                if entry.meets(operation):
                    if entry.left == 0:
                        del self._entries[id]
                    return entry.fault
        return None

    def __iter__(self) -> Iterator[PendingFault]:
        """Go through the faults that are not used up."""
        return iter(self.pending())

    def __len__(self) -> int:
        """Count the faults that are not used up: 0 says that everything planned has happened."""
        return len(self._entries)


class _Entry:
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.met = 0
        self._chance = random.Random(fault.seed)  # noqa: S311 - to be the same again, not to be guessed

    @property
    def left(self) -> int | None:
        return None if self.fault.count is None else self.fault.count - self.met

    def meets(self, operation: str) -> bool:
        fault = self.fault
        if fault.operation not in (None, operation):
            return False
        # The chance is drawn for every call it is for, so that other faults do not change which it meets.
        met = fault.probability >= 1 or self._chance.random() < fault.probability
        self.met += met
        return met


def _error(status: int, headers: tuple[tuple[str, str], ...]) -> Problem:
    known = _KNOWN.get(status)
    if known is not None:
        problem = known()
        return Problem(problem.status, problem.code, problem.sentence, (*problem.headers, *headers))
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Fault"
    return Problem(status, phrase.title().replace(" ", "").replace("-", ""), f"{phrase}.", headers)
