"""Operations that go on after their answer: the headers that tell where to ask, and what is told there."""

from __future__ import annotations

from urllib.parse import quote

from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.lifecycle import SUCCEEDED
from iotcentral.emulator.replies import Reply, not_found
from iotcentral.emulator.store import Store

__all__ = ["DURATION", "begin", "in_background", "poll", "polled_operation"]

DURATION = 10_000
"""Milliseconds an operation takes; recorded ones took 2 to 40 seconds."""

_RETRY_AFTER = "10"
_HEADER = "Azure-AsyncOperation"
_INFO = "asyncinfo"
_PATH = ("subscriptions", None, "providers", "microsoft.iotcentral", "locations", None, "operationresults")
_ACCEPTED = 202

Headers = tuple[tuple[str, str], ...]


def in_background(call: ControlCall, status: int) -> bool:
    """Say whether this version goes on with the operation after answering that status."""
    return call.declares(status, _HEADER)


def begin(call: ControlCall, status: int, type: str, location: str, progress: str) -> Headers:
    """Start an operation and answer the headers of its answer: where and when to ask for it."""
    id, region, subscription = call.makers.guid(), quote(location, safe=""), call.path["subscriptionId"]
    call.store.add_operation(_key(subscription, id), progress, call.now + DURATION)
    path = f"/subscriptions/{quote(subscription, safe='')}/providers/Microsoft.IoTCentral"
    query = f"api-version={call.version}&type={type}&x-iot-region={region}"
    url = f"{call.base_url}{path}/locations/{region}/operationResults/{id}?{query}"
    headers = [(_HEADER, f"{url}&{_INFO}"), ("Retry-After", _RETRY_AFTER)]
    if call.declares(status, "Location"):
        headers.append(("Location", url))
    return tuple(headers)


def polled_operation(segments: list[str]) -> str | None:
    """Answer the operation that a path asks for; `None` for any other path."""
    *rest, id = segments
    if len(rest) != len(_PATH):
        return None
    fits = all(want in (None, part.lower()) for want, part in zip(_PATH, rest, strict=True))
    return _key(segments[1], id) if fits else None


def _key(subscription: str, id: str) -> str:
    """Name an operation, which only its subscription knows."""
    return f"{subscription.lower()}/{id}"


def poll(store: Store, operation: str, now: int, *, plain: bool) -> Reply:
    """Answer the state of an operation.

    At the address of `Location` (`plain`) the status code tells whether it is still under way.

    Raises:
        Problem: 404 for an operation that never was.

    """
    found = store.operation(operation)
    if found is None:
        raise not_found("The operation does not exist.")
    status, until = found
    is_running = now < until
    body = {"status": status if is_running else SUCCEEDED}
    return Reply(_ACCEPTED if is_running and plain else 200, body)
