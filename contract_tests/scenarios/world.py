"""One emulator with something of everything in it, put back before each call: what is answered depends on
the call alone, so a recording does not change because another call was added.
"""

from __future__ import annotations

import functools
import json
import operator
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from contract_tests.scenarios import things
from contract_tests.scenarios.things import Put, Step
from iotcentral._core.transport import Request, Response
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness
from iotcentral.emulator.documents import Document, load_documents

__all__ = ["APP", "BEARER", "Reseeded", "World", "new_emulator"]

APP = "demo"
BEARER = "FAKE-ENTRA-TOKEN"
VERSIONS = {"data": "2022-07-31", "control": "2021-06-01"}


class Reseeded:
    """Random bytes that begin anew, the same for the same seed."""

    def __init__(self) -> None:
        self.begin("")

    def begin(self, seed: str) -> None:
        self._bytes = SeededRandomness(seed)

    def __call__(self, count: int) -> bytes:
        return self._bytes(count)


@functools.cache
def _documents() -> tuple[Document, ...]:
    return load_documents()


def new_emulator(randomness: Reseeded | None = None, **options: Any) -> Emulator:
    """An emulator with nothing in it; it checks its own answers, and refuses all the contract forbids.

    `options` go over that.
    """
    return Emulator(
        APP,
        clock=ManualClock(),
        randomness=randomness or Reseeded(),
        documents=_documents(),
        admin_bearer=BEARER,
        check_answers=True,
        **{"requests": "strict", **options},
    )


@dataclass
class World:
    """An emulator, what was put in it, and the way back to that."""

    emulator: Emulator
    randomness: Reseeded
    known: dict[str, str] = field(default_factory=dict)
    """What the emulator made up while things were put there."""

    @staticmethod
    def of(*steps: Step, **options: Any) -> World:
        randomness = Reseeded()
        world = World(new_emulator(randomness, **options), randomness)
        world.put(steps)
        world.keep()
        return world

    @staticmethod
    def rich(**options: Any) -> World:
        """Something of everything, on both planes."""
        return World.of(*things.MANAGEMENT, *things.DATA_PLANE, **options)

    def keep(self) -> None:
        self._snapshot = self.emulator.steering.snapshot()
        self._moment = self.emulator.steering.clock()
        self.emulator.steering.clock.freeze(self._moment)

    def back(self, seed: str) -> None:
        """As it was kept; what is made up from here on depends on the seed alone."""
        self.emulator.steering.clock.freeze(self._moment)
        self.emulator.steering.restore(self._snapshot)
        self.randomness.begin(seed)

    def put(self, steps: Iterable[Step]) -> None:
        for step in steps:
            if isinstance(step, Put):
                self._one(step)
            else:
                self.emulator.steering.clock.advance(timedelta(seconds=step.seconds))

    def _one(self, step: Put) -> None:
        content = None if step.body is None else json.dumps(step.body).encode()
        control = step.path.startswith("/subscriptions")
        host = "https://management.azure.com" if control else f"https://{APP}.azureiotcentral.com/api"
        version = step.version or VERSIONS["control" if control else "data"]
        if step.path.startswith("/v1/"):
            credential = f"Bearer {self.emulator.token}"
        else:
            credential = f"Bearer {BEARER}" if control else self.emulator.token
        headers = [("Authorization", credential)]
        headers += [("Content-Type", "application/json")] if content else []
        url = f"{host}{quote(step.path, safe='/')}?api-version={version}"
        answer = self.send(Request(step.method, url, tuple(headers), content))
        if answer.status >= 300:
            raise AssertionError(f"{step.method} {step.path}: {answer.status} {answer.body!r}")
        if step.learns:
            *place, name = step.learns
            self.known[str(name)] = functools.reduce(operator.getitem, place, json.loads(answer.body))

    def send(self, request: Request) -> Response:
        return self.emulator.steering.answer(request).response

    def close(self) -> None:
        self.emulator.close()
