"""`app.bulk`: the operations, sync and async."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, Unpack

from iotcentral.bulk.bar import bar_on
from iotcentral.bulk.plan import Action, BulkResult, OnProgress, Run, checked_concurrency

if TYPE_CHECKING:
    from iotcentral import models as m
    from iotcentral_rest.data_plane.default import AsyncDataPlane, DataPlane

__all__ = ["AsyncBulk", "Bulk", "BulkOptions"]

_CONCURRENCY = 8


class _Place(NamedTuple):
    """What a run needs to know of its client."""

    application: str
    """Its URL: a journal is good for one application."""
    monotonic: Callable[[], float]


class BulkOptions(TypedDict, total=False):
    """What every bulk operation takes besides its items."""

    concurrency: int
    """Items under way at one time, 1 to 100. Default: 8."""
    journal: str | Path | None
    """File that makes an interrupted run resumable. Default: none."""
    progress: OnProgress | bool | None
    """Called after each item; `True` draws a bar if standard error is a terminal."""


def _plan(
    devices: Any, name: str, items: Any, at: _Place, options: BulkOptions
) -> tuple[Callable[[], Run], int]:
    """Check the options; returns how to start the run, which opens the journal, and the concurrency."""
    for option in options:
        if option not in BulkOptions.__optional_keys__:
            raise TypeError(f"there is no option {option!r}; there are concurrency, journal and progress")
    concurrency = checked_concurrency(options.get("concurrency", _CONCURRENCY))
    action, journal, progress = _actions(devices)[name], options.get("journal"), options.get("progress")

    def start() -> Run:
        if not isinstance(progress, bool):
            return Run(action, items, at.application, journal, progress)
        bar = bar_on(sys.stderr, at.monotonic) if progress else None
        return Run(action, items, at.application, journal, bar, None if bar is None else bar.close)

    return start, concurrency


def _actions(devices: Any) -> dict[str, Action]:
    """Return the operations over a client's `devices`; the same for both kinds of client."""
    return {
        "create_devices": Action(name="create_devices", call=devices.create, has_body=True),
        "update_devices": Action(name="update_devices", call=devices.update, has_body=True),
        "delete_devices": Action(
            name="delete_devices", call=lambda id, _: devices.delete(id), has_body=False, removes=True
        ),
        "get_properties": Action(
            name="get_properties", call=lambda id, _: devices.get_properties(id), has_body=False, reads=True
        ),
        "set_properties": Action(name="set_properties", call=devices.update_properties, has_body=True),
        "replace_properties": Action(
            name="replace_properties", call=devices.replace_properties, has_body=True
        ),
    }


class Bulk:
    """Many devices at once. Every method answers an iterator; nothing is sent before it is iterated.

    Results come as they are ready, each with its error if it has one; an error of one item does not end the
    run, a credential that is not taken does. Memory does not grow with the number of items, but for about
    100 bytes an item that a journal of an earlier run holds.
    """

    def __init__(self, plane: DataPlane, application: str, monotonic: Callable[[], float]) -> None:
        self._plane = plane
        self._place = _Place(application, monotonic)

    def _start(self, name: str, items: Iterable[Any], options: BulkOptions) -> Iterator[BulkResult[Any]]:
        from iotcentral.bulk.threads import run_threads

        start, concurrency = _plan(self._plane.devices, name, items, self._place, options)
        return run_threads(start, items, concurrency)

    def create_devices(
        self, items: Iterable[tuple[str, m.Device] | m.Device], **options: Unpack[BulkOptions]
    ) -> Iterator[BulkResult[m.Device]]:
        """Create or replace devices: pairs of id and device, or devices with an id.

        Operation: `Devices_Create`, PUT /devices/{deviceId}, for each.
        """
        return self._start("create_devices", items, options)

    def update_devices(
        self, items: Iterable[tuple[str, m.DevicePatch]], **options: Unpack[BulkOptions]
    ) -> Iterator[BulkResult[m.Device]]:
        """Change devices: pairs of id and patch.

        Operation: `Devices_Update`, PATCH /devices/{deviceId}, for each.
        """
        return self._start("update_devices", items, options)

    def delete_devices(
        self, items: Iterable[str | m.Device], **options: Unpack[BulkOptions]
    ) -> Iterator[BulkResult[None]]:
        """Delete devices. One that an interrupted run with the same journal may have deleted may be gone.

        Operation: `Devices_Remove`, DELETE /devices/{deviceId}, for each.
        """
        return self._start("delete_devices", items, options)

    def get_properties(
        self, items: Iterable[str | m.Device], **options: Unpack[BulkOptions]
    ) -> Iterator[BulkResult[dict[str, Any]]]:
        """Read the properties of devices. What a journal names was read, and taken, before.

        Operation: `Devices_GetProperties`, GET /devices/{deviceId}/properties, for each.
        """
        return self._start("get_properties", items, options)

    def set_properties(
        self, items: Iterable[tuple[str, dict[str, Any]]], **options: Unpack[BulkOptions]
    ) -> Iterator[BulkResult[dict[str, Any]]]:
        """Set properties, those that are not named stay: pairs of id and properties.

        Operation: `Devices_UpdateProperties`, PATCH /devices/{deviceId}/properties, for each.
        """
        return self._start("set_properties", items, options)

    def replace_properties(
        self, items: Iterable[tuple[str, dict[str, Any]]], **options: Unpack[BulkOptions]
    ) -> Iterator[BulkResult[dict[str, Any]]]:
        """Replace all properties, those that are not named vanish: pairs of id and properties.

        Operation: `Devices_ReplaceProperties`, PUT /devices/{deviceId}/properties, for each.
        """
        return self._start("replace_properties", items, options)


class AsyncBulk:
    """The same for tasks; items may come from an async iterable."""

    def __init__(self, plane: AsyncDataPlane, application: str, monotonic: Callable[[], float]) -> None:
        self._plane = plane
        self._place = _Place(application, monotonic)

    def _start(
        self, name: str, items: Iterable[Any] | AsyncIterable[Any], options: BulkOptions
    ) -> AsyncIterator[BulkResult[Any]]:
        from iotcentral.bulk.tasks import run_tasks

        start, concurrency = _plan(self._plane.devices, name, items, self._place, options)
        return run_tasks(start, items, concurrency)

    def create_devices(
        self,
        items: Iterable[tuple[str, m.Device] | m.Device] | AsyncIterable[tuple[str, m.Device] | m.Device],
        **options: Unpack[BulkOptions],
    ) -> AsyncIterator[BulkResult[m.Device]]:
        """Create or replace devices: pairs of id and device, or devices with an id.

        Operation: `Devices_Create`, PUT /devices/{deviceId}, for each.
        """
        return self._start("create_devices", items, options)

    def update_devices(
        self,
        items: Iterable[tuple[str, m.DevicePatch]] | AsyncIterable[tuple[str, m.DevicePatch]],
        **options: Unpack[BulkOptions],
    ) -> AsyncIterator[BulkResult[m.Device]]:
        """Change devices: pairs of id and patch.

        Operation: `Devices_Update`, PATCH /devices/{deviceId}, for each.
        """
        return self._start("update_devices", items, options)

    def delete_devices(
        self, items: Iterable[str | m.Device] | AsyncIterable[str | m.Device], **options: Unpack[BulkOptions]
    ) -> AsyncIterator[BulkResult[None]]:
        """Delete devices. One that an interrupted run with the same journal may have deleted may be gone.

        Operation: `Devices_Remove`, DELETE /devices/{deviceId}, for each.
        """
        return self._start("delete_devices", items, options)

    def get_properties(
        self, items: Iterable[str | m.Device] | AsyncIterable[str | m.Device], **options: Unpack[BulkOptions]
    ) -> AsyncIterator[BulkResult[dict[str, Any]]]:
        """Read the properties of devices. What a journal names was read, and taken, before.

        Operation: `Devices_GetProperties`, GET /devices/{deviceId}/properties, for each.
        """
        return self._start("get_properties", items, options)

    def set_properties(
        self,
        items: Iterable[tuple[str, dict[str, Any]]] | AsyncIterable[tuple[str, dict[str, Any]]],
        **options: Unpack[BulkOptions],
    ) -> AsyncIterator[BulkResult[dict[str, Any]]]:
        """Set properties, those that are not named stay: pairs of id and properties.

        Operation: `Devices_UpdateProperties`, PATCH /devices/{deviceId}/properties, for each.
        """
        return self._start("set_properties", items, options)

    def replace_properties(
        self,
        items: Iterable[tuple[str, dict[str, Any]]] | AsyncIterable[tuple[str, dict[str, Any]]],
        **options: Unpack[BulkOptions],
    ) -> AsyncIterator[BulkResult[dict[str, Any]]]:
        """Replace all properties, those that are not named vanish: pairs of id and properties.

        Operation: `Devices_ReplaceProperties`, PUT /devices/{deviceId}/properties, for each.
        """
        return self._start("replace_properties", items, options)
