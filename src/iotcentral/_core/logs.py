"""What goes to the logger `iotcentral`: a line a send at INFO, headers and bodies at DEBUG, no secrets."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from iotcentral._core.descriptor import Operation
from iotcentral._core.redact import redact_body, redact_headers, redact_text, redact_url
from iotcentral._core.transport import Request, Response
from iotcentral._core.watch import End, Watch

__all__ = ["is_wanted", "log_watch"]

_LOGGER = logging.getLogger("iotcentral")


def is_wanted() -> bool:
    """Whether the logger shows anything of this package."""
    return _LOGGER.isEnabledFor(logging.INFO)


def log_watch(monotonic: Callable[[], float]) -> Watch:
    """Return a watch that writes each send and its end to the log."""

    def watch(operation: Operation[Any], request: Request, number: int) -> tuple[Request, End]:
        started = monotonic()
        _log_request(operation, request, number)

        def end(response: Response | None, error: BaseException | None) -> None:
            _log_end(operation, number, monotonic() - started, response, error)

        return request, end

    return watch


def _log_request(operation: Operation[Any], request: Request, number: int) -> None:
    if _LOGGER.isEnabledFor(logging.DEBUG):
        _LOGGER.debug(
            "%s attempt %d: %s %s, headers %s, body %s",
            operation.id,
            number,
            request.method,
            redact_url(request.url),
            redact_headers(request.headers),
            redact_body(request.body),
        )


def _log_end(
    operation: Operation[Any],
    number: int,
    seconds: float,
    response: Response | None,
    error: BaseException | None,
) -> None:
    if response is None:
        reason = redact_text(f"{type(error).__name__}: {error}")
        _LOGGER.warning("%s attempt %d: no answer after %.3f s, %s", operation.id, number, seconds, reason)
        return
    level = logging.INFO if response.status < 400 else logging.WARNING
    request_id = response.header("x-ms-request-id") or "-"
    _LOGGER.log(
        level,
        "%s attempt %d: %d in %.3f s, request id %s",
        operation.id,
        number,
        response.status,
        seconds,
        request_id,
    )
    if _LOGGER.isEnabledFor(logging.DEBUG):
        headers, body = redact_headers(response.headers), redact_body(response.body)
        _LOGGER.debug("%s attempt %d: headers %s, body %s", operation.id, number, headers, body)
