"""Where a client's time and randomness come from; all of it can be passed in, so that no test waits."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

import msgspec

__all__ = ["Sources"]


def _random() -> float:
    from random import random  # loads much, and only a repeated request needs it

    return random()  # noqa: S311 - spreads callers over time, keeps no secret


async def _sleep(seconds: float) -> None:
    from asyncio import sleep

    await sleep(seconds)


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """Clock, sleep and randomness of a client."""

    now: Callable[[], float] = time.time
    """Seconds since 1970, UTC: the expiry of credentials and `Retry-After` dates are held against it."""
    monotonic: Callable[[], float] = time.monotonic
    """Seconds of a clock that never jumps: durations and deadlines."""
    random: Callable[[], float] = _random
    """A number in [0, 1)."""
    sleep: Callable[[float], None] = time.sleep
    async_sleep: Callable[[float], Awaitable[None]] = _sleep
