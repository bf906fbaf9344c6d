"""One emulator's steering: requests go through it, and meet what a test has told it."""

from __future__ import annotations

import itertools
import sqlite3
import weakref

import msgspec

from iotcentral._core.transport import Request, Response
from iotcentral.emulator.engine import Engine, Processed
from iotcentral.emulator.replies import Problem, Reply
from iotcentral.emulator.sources import millisecond_time, milliseconds
from iotcentral.emulator.steering.calls import Calls, SeenCall, shown_query
from iotcentral.emulator.steering.clock import SteeredClock
from iotcentral.emulator.steering.faults import Fault, Faults
from iotcentral.emulator.targets import parse_target

__all__ = ["Outcome", "Snapshot", "Steering"]


class Outcome(msgspec.Struct, frozen=True):
    """What becomes of a request: an answer, and what happens to it on its way."""

    response: Response
    delay: float = 0.0
    """Seconds the answer is held back."""
    is_lost: bool = False
    """The connection is dropped and the answer with it."""
    cut: int | None = None
    """The connection is dropped after that many bytes of the body."""


class Snapshot:
    """A copy of the whole state at one moment."""

    def __init__(self, copy: sqlite3.Connection) -> None:
        self._copy = copy
        # From Python 3.13 on a connection that nobody closes is warned of.
        weakref.finalize(self, copy.close)

    @property
    def copy(self) -> sqlite3.Connection:
        """The database."""
        return self._copy


class Steering:
    """Lets a test put an emulator's state back, move its clock, make calls fail, and see the calls.

        emulator.steering.faults.add(Fault(operation="Devices_Get", status=503, count=2))
        emulator.steering.clock.advance(timedelta(days=400))
        assert not emulator.steering.faults

    Bodies, headers and credentials are not among what is kept of `calls`.
    """

    def __init__(self, engine: Engine, clock: SteeredClock) -> None:
        self.engine = engine
        self.clock = clock
        clock.on_change = engine.keep_clock
        self.faults = Faults()
        self.calls = Calls()
        self._numbers = itertools.count(1)

    def answer(self, request: Request) -> Outcome:
        """Answer a request, with the fault it meets."""
        met: Fault | None = None

        def instead(operation: str) -> Reply | Problem | None:
            nonlocal met
            met = self.faults.take(operation)
            return met.answer() if met else None

        processed = self.engine.process(request, instead)
        outcome = Outcome(processed.response)
        if met is not None:
            lost = met.drop is not None
            outcome = Outcome(processed.response, met.delay, is_lost=lost, cut=met.truncate)
        self._keep(request, processed, met, outcome)
        return outcome

    def check(self, fault: Fault) -> None:
        """Refuse a fault for an operation that no version has.

        Raises:
            ValueError: naming the operation.

        """
        documents = self.engine.documents.values()
        if fault.operation and not any(fault.operation in document.operations for document in documents):
            raise ValueError(f"no version has an operation {fault.operation!r}")

    def reset(self) -> None:
        """Put everything back: empty applications with the ids, keys and token they had, no faults or calls.

        Applications made through the control plane are gone; the clock shows the time again.
        """
        self.clock.reset()
        self.faults.clear()
        self.calls.clear()
        self.engine.reset()

    def snapshot(self) -> Snapshot:
        """Copy the state."""
        with self.engine.at_rest() as store:
            return Snapshot(store.copy())

    def restore(self, snapshot: Snapshot) -> None:
        """Put the state back to a snapshot's, as often as wanted; clock, faults and calls stay."""
        with self.engine.at_rest() as store:
            store.replace(snapshot.copy)
            store.keep_clock(self.clock.setting)

    def _keep(self, request: Request, processed: Processed, met: Fault | None, outcome: Outcome) -> None:
        target = parse_target(request)
        call = SeenCall(
            number=next(self._numbers),
            at=millisecond_time(milliseconds(self.clock())),
            method=request.method,
            path=target.path,
            query=shown_query(target),
            application=processed.application,
            api_version=processed.version,
            operation=processed.operation,
            status=None if outcome.is_lost else processed.response.status,
            fault=met is not None,
        )
        self.calls.add(call)
