"""Spans by the semantic conventions for HTTP, with the SDK of OpenTelemetry."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from iotcentral import IotCentral, NotFound
from tests.core.fakes import TOKEN, FakeTransport, answer
from tests.core.world import World, fault

trace = pytest.importorskip("opentelemetry.trace")
pytest.importorskip("opentelemetry.sdk.trace")


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    yield exporter.get_finished_spans
    provider.shutdown()


def app(answers: Any) -> tuple[IotCentral, FakeTransport]:
    transport = FakeTransport(answers)
    return IotCentral("contoso", TOKEN, transport=transport, sources=World().sources), transport


def test_a_send_is_a_client_span(spans: Any) -> None:
    app([answer({}, x_ms_request_id="r1")])[0].devices.get("tstat-7")
    (span,) = spans()
    assert (span.name, span.kind) == ("GET /devices/{deviceId}", trace.SpanKind.CLIENT)
    assert dict(span.attributes) == {
        "http.request.method": "GET",
        "server.address": "contoso.azureiotcentral.com",
        "server.port": 443,
        "url.full": "https://contoso.azureiotcentral.com/api/devices/tstat-7?api-version=2022-07-31",
        "url.template": "/devices/{deviceId}",
        "azure.resource_provider.namespace": "Microsoft.IoTCentral",
        "iotcentral.operation_id": "Devices_Get",
        "http.response.status_code": 200,
        "azure.service.request.id": "r1",
    }
    assert span.status.status_code == trace.StatusCode.UNSET


def test_a_repeat_is_a_span_of_its_own_with_its_number(spans: Any) -> None:
    app([fault(500), answer({})])[0].devices.get("a")
    first, second = spans()
    assert (first.attributes["error.type"], first.status.status_code) == ("500", trace.StatusCode.ERROR)
    assert "http.request.resend_count" not in first.attributes
    assert second.attributes["http.request.resend_count"] == 1


def test_an_error_answer_is_an_error(spans: Any) -> None:
    with pytest.raises(NotFound):
        app([answer({}, 404)])[0].devices.get("a")
    assert spans()[0].attributes["error.type"] == "404"


def test_no_answer_is_an_error_named_by_its_type(spans: Any) -> None:
    app([fault("not-sent"), answer({})])[0].devices.get("a")
    assert spans()[0].attributes["error.type"] == "TransportError"


def test_the_context_goes_along(spans: Any) -> None:
    client, transport = app([answer({})])
    client.devices.get("a")
    (span,) = spans()
    expected = f"00-{span.context.trace_id:032x}-{span.context.span_id:016x}-"
    assert dict(transport.requests[0].headers)["traceparent"].startswith(expected)


def test_a_span_is_a_child_of_the_callers(spans: Any) -> None:
    with trace.get_tracer("tests").start_as_current_span("mine") as mine:
        app([answer({})])[0].devices.get("a")
    assert spans()[0].parent.span_id == mine.get_span_context().span_id


def test_a_process_without_opentelemetry_does_not_load_it() -> None:
    code = (
        "import sys\nfrom iotcentral import IotCentral\n"
        "from tests.core.fakes import TOKEN, FakeTransport, answer\n"
        "IotCentral('contoso', TOKEN, transport=FakeTransport([answer({})])).devices.get('a')\n"
        "print([name for name in sys.modules if name.startswith('opentelemetry')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
