"""OpenTelemetry: a client span for each send, by the semantic conventions for HTTP.

Loaded only in a process that has loaded `opentelemetry.trace`; without a tracer provider that costs next to
nothing and records nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import msgspec

from iotcentral._core.descriptor import Operation
from iotcentral._core.redact import redact_url
from iotcentral._core.transport import Request, Response
from iotcentral._core.watch import End
from iotcentral._version import VERSION

__all__ = ["span_watch"]

_PORTS = {"https": 443, "http": 80}


def span_watch(operation: Operation[Any], request: Request, number: int) -> tuple[Request, End | None]:
    """Start a span and send its context along; nothing but the context is added to the request."""
    trace: Any = import_module("opentelemetry.trace")
    span = trace.get_tracer("iotcentral", VERSION).start_span(
        f"{operation.method} {operation.path}",
        kind=trace.SpanKind.CLIENT,
        attributes=_attributes(operation, request, number),
    )
    carrier: dict[str, str] = {}
    import_module("opentelemetry.propagate").inject(carrier, context=trace.set_span_in_context(span))
    if carrier:
        known = {name.lower() for name in carrier}
        kept = tuple(pair for pair in request.headers if pair[0].lower() not in known)
        request = msgspec.structs.replace(request, headers=(*kept, *carrier.items()))
    return request, _ending(trace, span)


def _attributes(operation: Operation[Any], request: Request, number: int) -> dict[str, str | int]:
    parts = urlsplit(request.url)
    attributes: dict[str, str | int] = {
        "http.request.method": request.method,
        "server.address": parts.hostname or "",
        "server.port": parts.port or _PORTS.get(parts.scheme, 0),
        "url.full": redact_url(request.url),
        "url.template": operation.path,
        "azure.resource_provider.namespace": "Microsoft.IoTCentral",
        "iotcentral.operation_id": operation.id,
    }
    if number > 1:
        attributes["http.request.resend_count"] = number - 1
    return attributes


def _ending(trace: Any, span: Any) -> End:
    def end(response: Response | None, error: BaseException | None) -> None:
        if response is not None:
            span.set_attribute("http.response.status_code", response.status)
            request_id = response.header("x-ms-request-id")
            if request_id:
                span.set_attribute("azure.service.request.id", request_id)
        if response is None or response.status >= 400:
            span.set_attribute("error.type", _error_type(response, error))
            span.set_status(trace.Status(trace.StatusCode.ERROR))
        span.end()

    return end


def _error_type(response: Response | None, error: BaseException | None) -> str:
    return type(error).__qualname__ if response is None else str(response.status)
