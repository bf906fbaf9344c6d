"""Typed client of the Azure IoT Central REST API.

    from iotcentral import IotCentral

    with IotCentral("contoso", "SharedAccessSignature sr=…") as app:
        for device in app.devices.list():
            print(device.id, device.display_name)

`import iotcentral` loads nothing but this file: each name is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iotcentral import bulk, device_keys, errors, filters, models, polling, times
    from iotcentral._core.auth import BearerToken
    from iotcentral._core.codec import decode, encode
    from iotcentral._core.limiter import RateLimiter
    from iotcentral._core.model import UNSET, OpenStrEnum, UnknownVariant, UnsetType, unknown_members
    from iotcentral._core.paging import AsyncPager, Page, Pager
    from iotcentral._core.poll import AsyncPoller, Poller
    from iotcentral._core.retry import RetryPolicy
    from iotcentral._core.sources import Sources
    from iotcentral._core.watch import RawResponse
    from iotcentral._version import VERSION as __version__  # noqa: N811 - the name everybody looks for
    from iotcentral.client import AsyncIotCentral, IotCentral
    from iotcentral.errors import (
        ApiError,
        BadRequest,
        Conflict,
        DecodeError,
        Forbidden,
        InternalServerError,
        InvalidRequest,
        IotCentralError,
        NotFound,
        NotInThisVersion,
        OperationFailed,
        PagingError,
        PreconditionFailed,
        ServerError,
        ServiceUnavailable,
        StillRunning,
        Throttled,
        TransportError,
        Unauthenticated,
        UnexpectedStatus,
        Unprocessable,
    )
    from iotcentral.management import AsyncIotCentralManagement, IotCentralManagement
    from iotcentral.times import Timestamp, format_time, parse_time

__all__ = [
    "UNSET",
    "ApiError",
    "AsyncIotCentral",
    "AsyncIotCentralManagement",
    "AsyncPager",
    "AsyncPoller",
    "BadRequest",
    "BearerToken",
    "Conflict",
    "DecodeError",
    "Forbidden",
    "InternalServerError",
    "InvalidRequest",
    "IotCentral",
    "IotCentralError",
    "IotCentralManagement",
    "NotFound",
    "NotInThisVersion",
    "OpenStrEnum",
    "OperationFailed",
    "Page",
    "Pager",
    "PagingError",
    "Poller",
    "PreconditionFailed",
    "RateLimiter",
    "RawResponse",
    "RetryPolicy",
    "ServerError",
    "ServiceUnavailable",
    "Sources",
    "StillRunning",
    "Throttled",
    "Timestamp",
    "TransportError",
    "Unauthenticated",
    "UnexpectedStatus",
    "UnknownVariant",
    "Unprocessable",
    "UnsetType",
    "__version__",
    "bulk",
    "decode",
    "device_keys",
    "encode",
    "errors",
    "filters",
    "format_time",
    "models",
    "parse_time",
    "polling",
    "times",
    "unknown_members",
]

_MODULES = ("bulk", "device_keys", "errors", "filters", "models", "polling", "times")
_ELSEWHERE = {
    "AsyncIotCentral": "iotcentral.client",
    "AsyncIotCentralManagement": "iotcentral.management",
    "AsyncPager": "iotcentral._core.paging",
    "AsyncPoller": "iotcentral._core.poll",
    "BearerToken": "iotcentral._core.auth",
    "IotCentral": "iotcentral.client",
    "IotCentralManagement": "iotcentral.management",
    "OpenStrEnum": "iotcentral._core.model",
    "Page": "iotcentral._core.paging",
    "Pager": "iotcentral._core.paging",
    "Poller": "iotcentral._core.poll",
    "RateLimiter": "iotcentral._core.limiter",
    "RawResponse": "iotcentral._core.watch",
    "RetryPolicy": "iotcentral._core.retry",
    "Sources": "iotcentral._core.sources",
    "Timestamp": "iotcentral.times",
    "UNSET": "iotcentral._core.model",
    "UnknownVariant": "iotcentral._core.model",
    "UnsetType": "iotcentral._core.model",
    "decode": "iotcentral._core.codec",
    "encode": "iotcentral._core.codec",
    "format_time": "iotcentral.times",
    "parse_time": "iotcentral.times",
    "unknown_members": "iotcentral._core.model",
}


if not TYPE_CHECKING:  # a checker must refuse names that are not there

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            return import_module(f"iotcentral.{name}")
        if name == "__version__":
            value: Any = import_module("iotcentral._version").VERSION
        elif name in __all__:
            value = getattr(import_module(_ELSEWHERE.get(name, "iotcentral.errors")), name)
        else:
            raise AttributeError(f"module 'iotcentral' has no attribute {name!r}")
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return __all__
