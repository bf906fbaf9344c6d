"""Access tokens kept until shortly before they expire, and fetched once however many callers need one."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec

from iotcentral._core.shapes import is_awaitable
from iotcentral.errors import InvalidRequest

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["TokenCache", "require_plain"]

_AHEAD = 300.0
"""Seconds before expiry from which a token is renewed, for one that lives at least twice as long."""
_PAUSE = 30.0
"""Seconds until the next try, when renewing failed and the old token is still good."""


class _Kept(msgspec.Struct):
    token: Any
    expires: float
    renew: float


class _Abandoned(Exception):  # noqa: N818 - never leaves this module
    """Whoever was fetching went away; somebody else has to."""


def require_plain(fetched: Any) -> Any:
    """Return what a credential gave to a sync client; raises InvalidRequest if it has to be awaited."""
    if not is_awaitable(fetched):
        return fetched
    if isinstance(fetched, Coroutine):
        fetched.close()
    raise InvalidRequest("is async: use it with AsyncIotCentral", argument="credential", rule="type")


class TokenCache:
    """One token of a credential, shared by threads and tasks."""

    def __init__(self, ask: Callable[[], Any], now: Callable[[], float]) -> None:
        self._ask = ask
        self._now = now
        self._lock = Lock()
        self._kept: _Kept | None = None
        self._flight: Future[Any] | None = None

    def get(self) -> Any:
        """Return a good token; the first caller fetches it, the others wait for that."""
        while True:
            kept, flight, leads = self._claim()
            if flight is None:
                return kept
            if leads:
                return self._lead(flight)
            try:
                return flight.result()
            except _Abandoned:
                continue

    async def get_async(self) -> Any:
        """Return the same to a task."""
        from asyncio import wrap_future

        while True:
            kept, flight, leads = self._claim()
            if flight is None:
                return kept
            if leads:
                return await self._lead_async(flight)
            try:
                return await wrap_future(flight)
            except _Abandoned:
                continue

    def forget(self, text: str) -> None:
        """Drop a token that the service refused, unless it was replaced already."""
        with self._lock:
            if self._kept is not None and self._kept.token.token == text:
                self._kept = None

    def _claim(self) -> tuple[Any, Future[Any] | None, bool]:
        """Return a token to use, or the fetch under way and whether it is the caller's to make."""
        from concurrent.futures import Future

        now = self._now()
        with self._lock:
            kept = self._kept
            if kept is not None and now < kept.renew:
                return kept.token, None, False
            if self._flight is None:
                self._flight = Future()
                # A future that runs cannot be cancelled: a task that stops waiting must not stop the others.
                self._flight.set_running_or_notify_cancel()
                return None, self._flight, True
            if kept is not None and now < kept.expires:
                return kept.token, None, False
            return None, self._flight, False

    def _lead(self, flight: Future[Any]) -> Any:
        try:
            token = require_plain(self._ask())
        except BaseException as error:
            return self._failed(flight, error)
        return self._landed(flight, token)

    async def _lead_async(self, flight: Future[Any]) -> Any:
        try:
            asked = self._ask()
            token = await asked if is_awaitable(asked) else asked
        except BaseException as error:
            return self._failed(flight, error)
        return self._landed(flight, token)

    def _landed(self, flight: Future[Any], token: Any) -> Any:
        kept = _kept(token, self._now())
        with self._lock:
            self._kept, self._flight = kept, None
        flight.set_result(token)
        return token

    def _failed(self, flight: Future[Any], error: BaseException) -> Any:
        """Go on with the old token while that is good; else give the error to all who wait."""
        now = self._now()
        with self._lock:
            self._flight = None
            kept = self._kept
            still_good = isinstance(error, Exception) and kept is not None and now < kept.expires
            if kept is not None and still_good:
                kept.renew = min(kept.expires, now + _PAUSE)
        if kept is not None and still_good:
            flight.set_result(kept.token)
            return kept.token
        flight.set_exception(error if isinstance(error, Exception) else _Abandoned())
        raise error


def _kept(token: Any, now: float) -> _Kept | None:
    """Return how long to keep a token; `None` for one that does not say when it expires."""
    expires = getattr(token, "expires_on", None)
    if not isinstance(expires, (int, float)) or not isinstance(getattr(token, "token", None), str):
        return None
    renew = getattr(token, "refresh_on", None)
    if not isinstance(renew, (int, float)):
        renew = expires - min(_AHEAD, max(0.0, expires - now) / 2)
    return _Kept(token, float(expires), min(float(renew), float(expires)))
