"""Steering over HTTP, under `/_emulator/`: for the test of another language, on this machine unless told."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from iotcentral._core.transport import Request, Response
from iotcentral.emulator import portable
from iotcentral.emulator.gate import BODY_LIMIT
from iotcentral.emulator.replies import (
    Problem,
    Reply,
    bad_request,
    invalid_body,
    method_not_allowed,
    not_found,
    payload_too_large,
)
from iotcentral.emulator.sources import millisecond_time, milliseconds
from iotcentral.emulator.state_file import StateError
from iotcentral.emulator.steering.faults import Fault
from iotcentral.emulator.steering.steering import Snapshot, Steering
from iotcentral.emulator.targets import parse_target, split_path

__all__ = ["PREFIX", "Reach", "SteeringRoutes"]

PREFIX = "_emulator"

Reach = Literal["off", "loopback", "anywhere"]
"""From where steering over HTTP is answered; where it is not, nothing shows that it is there."""

_LOCAL_NAME = re.compile(r"(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]+)?\Z")
_RELAYED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "origin")

_Given = TypeVar("_Given")
_Route = Callable[[bytes, str], Reply]


class _Moment(msgspec.Struct, forbid_unknown_fields=True):
    at: datetime | None = None


class _Step(msgspec.Struct, forbid_unknown_fields=True):
    seconds: Annotated[float, Meta(ge=0)]


class SteeringRoutes:
    """Answers what is below `/_emulator/`, for one emulator."""

    def __init__(self, steering: Steering, reach: Reach) -> None:
        self._steering = steering
        self._reach = reach
        self._snapshots: dict[str, Snapshot] = {}
        self._taken = 0
        self.routes: Mapping[tuple[str, ...], Mapping[str, _Route]] = {
            (): {"GET": self._show},
            ("reset",): {"POST": self._reset},
            ("snapshots",): {"GET": self._list_snapshots, "POST": self._take_snapshot},
            ("snapshots", "{id}"): {"DELETE": self._drop_snapshot},
            ("snapshots", "{id}", "restore"): {"POST": self._restore},
            ("state",): {"GET": self._export, "PUT": self._import},
            ("clock",): {"GET": self._show_clock},
            ("clock", "freeze"): {"POST": self._freeze},
            ("clock", "advance"): {"POST": self._advance},
            ("clock", "resume"): {"POST": self._resume},
            ("faults",): {"GET": self._list_faults, "POST": self._add_faults, "DELETE": self._clear_faults},
            ("faults", "{id}"): {"DELETE": self._remove_fault},
            ("calls",): {"GET": self._list_calls, "DELETE": self._clear_calls},
        }

    def answer(self, request: Request, peer: str | None) -> Response | None:
        """Answer a request that is meant for steering and comes from where it may; `None` for any other.

        `peer` is the address at the other end of the connection.
        """
        if self._reach == "off" or not self._is_ours(request) or not self._may_come(request, peer):
            return None
        try:
            outcome: Reply | Problem = self._run(request)
        except Problem as problem:
            outcome = problem
        return self._steering.engine.write(outcome)

    def _is_ours(self, request: Request) -> bool:
        path = parse_target(request).path
        return path == f"/{PREFIX}" or path.startswith(f"/{PREFIX}/")

    def _may_come(self, request: Request, peer: str | None) -> bool:
        """Say whether a caller is near enough.

        A web page somewhere, opened in a browser of this machine, calls from this machine too: its calls
        have an origin, or a host name that is not this machine's. What a proxy passes on is from elsewhere.
        """
        if self._reach == "anywhere":
            return True
        headers = {name.lower(): value for name, value in request.headers}
        local = _LOCAL_NAME.match(headers.get("host", "localhost").lower())
        return _is_loopback(peer) and bool(local) and not any(name in headers for name in _RELAYED)

    def _run(self, request: Request) -> Reply:
        if len(request.body or b"") > BODY_LIMIT:
            raise payload_too_large()
        _, *parts = split_path(parse_target(request).path.removesuffix("/"))
        for template, by_method in self.routes.items():
            if len(template) == len(parts) and all(
                want in ("{id}", part) for want, part in zip(template, parts, strict=True)
            ):
                if request.method not in by_method:
                    raise method_not_allowed(by_method)
                return by_method[request.method](request.body or b"", parts[1] if len(parts) > 1 else "")
        raise not_found()

    def _show(self, _body: bytes, _id: str) -> Reply:
        steering = self._steering
        shown = {"clock": self._clock(), "faults": len(steering.faults), "calls": len(steering.calls.all())}
        return Reply(200, shown | {"snapshots": list(self._snapshots)})

    def _reset(self, _body: bytes, _id: str) -> Reply:
        self._steering.reset()
        self._snapshots.clear()
        return Reply(204)

    def _list_snapshots(self, _body: bytes, _id: str) -> Reply:
        return Reply(200, {"value": [{"id": id} for id in self._snapshots]})

    def _take_snapshot(self, _body: bytes, _id: str) -> Reply:
        self._taken += 1
        id = str(self._taken)
        self._snapshots[id] = self._steering.snapshot()
        return Reply(201, {"id": id})

    def _drop_snapshot(self, _body: bytes, id: str) -> Reply:
        if self._snapshots.pop(id, None) is None:
            raise not_found()
        return Reply(204)

    def _restore(self, _body: bytes, id: str) -> Reply:
        snapshot = self._snapshots.get(id)
        if snapshot is None:
            raise not_found()
        self._steering.restore(snapshot)
        return Reply(204)

    def _export(self, _body: bytes, _id: str) -> Reply:
        return Reply(200, msgspec.to_builtins(portable.exported(self._steering.engine)))

    def _import(self, body: bytes, _id: str) -> Reply:
        try:
            portable.load(self._steering, portable.read(body, "state"), "state")
        except StateError as error:
            raise invalid_body(str(error)) from None
        return Reply(204)

    def _clock(self) -> dict[str, Any]:
        clock = self._steering.clock
        return {"now": millisecond_time(milliseconds(clock())), "frozen": clock.is_frozen}

    def _show_clock(self, _body: bytes, _id: str) -> Reply:
        return Reply(200, self._clock())

    def _freeze(self, body: bytes, _id: str) -> Reply:
        at = _read(body, _Moment).at
        _checked(self._steering.clock.freeze, at)
        return Reply(200, self._clock())

    def _advance(self, body: bytes, _id: str) -> Reply:
        _checked(self._move_on, _read(body, _Step).seconds)
        return Reply(200, self._clock())

    def _move_on(self, seconds: float) -> None:
        self._steering.clock.advance(timedelta(seconds=seconds))

    def _resume(self, _body: bytes, _id: str) -> Reply:
        self._steering.clock.resume()
        return Reply(200, self._clock())

    def _list_faults(self, _body: bytes, _id: str) -> Reply:
        return Reply(200, {"value": msgspec.to_builtins(self._steering.faults.pending())})

    def _add_faults(self, body: bytes, _id: str) -> Reply:
        faults: list[Fault] = _read(
            body if body.lstrip()[:1] == b"[" else b"[%b]" % (body or b"{}"), list[Fault]
        )
        for fault in faults:
            _checked(self._steering.check, fault)
        return Reply(201, {"value": [{"id": self._steering.faults.add(fault)} for fault in faults]})

    def _clear_faults(self, _body: bytes, _id: str) -> Reply:
        self._steering.faults.clear()
        return Reply(204)

    def _remove_fault(self, _body: bytes, id: str) -> Reply:
        if not self._steering.faults.remove(id):
            raise not_found()
        return Reply(204)

    def _list_calls(self, _body: bytes, _id: str) -> Reply:
        return Reply(200, {"value": msgspec.to_builtins(self._steering.calls.all())})

    def _clear_calls(self, _body: bytes, _id: str) -> Reply:
        self._steering.calls.clear()
        return Reply(204)


def _is_loopback(peer: str | None) -> bool:
    try:
        address = ipaddress.ip_address((peer or "").partition("%")[0])
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


def _read(body: bytes, wanted: Any) -> Any:
    try:
        return msgspec.json.decode(body or b"{}", type=wanted)
    except (msgspec.DecodeError, RecursionError) as error:
        raise invalid_body(str(error)) from None


def _checked(act: Callable[[_Given], None], given: _Given) -> None:
    try:
        act(given)
    except (ValueError, OverflowError) as error:
        raise bad_request(f"{error}.") from None
