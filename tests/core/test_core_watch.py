"""Hooks, raw answers, the log and what is kept out of it."""

import asyncio
import logging
from typing import Any

import msgspec
import pytest

from iotcentral import AsyncIotCentral, InvalidRequest, IotCentral, NotFound, TransportError, models
from iotcentral._core.redact import redact_body, redact_headers, redact_text, redact_url
from iotcentral._core.transport import Request, Response
from tests.core.fakes import HOST, TOKEN, AsyncFakeTransport, FakeTransport, answer
from tests.core.world import Faults, World, fault

DEVICE = {"id": "a", "displayName": "Hall"}


def app(answers: Any, **options: Any) -> IotCentral:
    return IotCentral("contoso", TOKEN, transport=FakeTransport(answers), sources=World().sources, **options)


def test_a_raw_answer_has_the_value_beside_it() -> None:
    client = app([fault(429), answer(DEVICE, 200, x_ms_request_id="r1")])
    raw = client.raw(client.devices.get, "a", timeout=5.0)
    assert (raw.value.display_name, raw.status, raw.attempts) == ("Hall", 200, 2)
    assert (raw.header("X-MS-Request-Id"), raw.operation_id) == ("r1", "Devices_Get")
    assert msgspec.json.decode(raw.body) == DEVICE


def test_a_raw_answer_of_an_async_client() -> None:
    async def run() -> Any:
        transport = AsyncFakeTransport([answer(DEVICE)])
        async with AsyncIotCentral("contoso", TOKEN, transport=transport) as client:
            return await client.raw(client.devices.get, "a")

    assert asyncio.run(run()).value.id == "a"


def test_a_raw_answer_does_not_show_its_body() -> None:
    client = app([answer(DEVICE)])
    assert repr(client.raw(client.devices.get, "a")) == "RawResponse(Devices_Get 200, 34 bytes)"


def test_a_list_has_no_single_raw_answer() -> None:
    client = app([])
    with pytest.raises(InvalidRequest, match="on_response"):
        client.raw(client.devices.list)


def test_each_page_of_a_list_is_told() -> None:
    link = f"{HOST}/api/devices?api-version=2022-07-31&$skiptoken=2"
    seen: list[Any] = []
    client = app([answer({"value": [], "nextLink": link}), answer({"value": []})])
    list(client.devices.list(on_response=seen.append))
    assert [one.status for one in seen] == [200, 200]


def test_an_error_is_no_raw_answer() -> None:
    client, seen = app([answer({}, 404)]), []
    with pytest.raises(NotFound):
        client.devices.get("a", on_response=seen.append)
    assert seen == []


def test_hooks_see_every_send_and_no_credential() -> None:
    seen: list[Any] = []
    client = app(
        [fault(500), answer(DEVICE)],
        on_request=lambda request: seen.append(request.headers),
        on_response=lambda request, response: seen.append(response.status),
    )
    client.devices.get("a")
    assert [one for one in seen if isinstance(one, int)] == [500, 200]
    assert "Authorization" not in str(seen)


def test_a_request_hook_may_add_to_the_request() -> None:
    def add(request: Request) -> Request:
        return msgspec.structs.replace(request, headers=(*request.headers, ("X-Trace", "1")))

    transport = FakeTransport([answer(DEVICE)])
    IotCentral("contoso", TOKEN, transport=transport, on_request=add).devices.get("a")
    assert dict(transport.requests[0].headers)["X-Trace"] == "1"


@pytest.mark.parametrize("url", ["https://evil.example/", "http://contoso.azureiotcentral.com/", "/api"])
def test_a_request_hook_cannot_send_the_credential_elsewhere(url: str) -> None:
    transport = FakeTransport([])
    client = IotCentral(
        "contoso",
        TOKEN,
        transport=transport,
        on_request=lambda request: msgspec.structs.replace(request, url=url),
    )
    with pytest.raises(InvalidRequest) as caught:
        client.devices.get("a")
    assert (caught.value.argument, caught.value.rule, transport.requests) == ("on_request", "host", [])


def test_an_error_of_a_hook_is_the_callers_own() -> None:
    def fail(request: Request, response: Response) -> None:
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        app([answer(DEVICE)], on_response=fail).devices.get("a")


def test_an_option_that_does_not_exist_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="no option 'retry'"):
        IotCentral("contoso", TOKEN, retry=3)  # type: ignore[call-arg]


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, logger="iotcentral")
    return caplog


def test_the_log_has_a_line_a_send(log: pytest.LogCaptureFixture) -> None:
    log.set_level(logging.INFO, logger="iotcentral")
    app([fault(500), answer(DEVICE, 200, x_ms_request_id="r1")]).devices.get("a")
    assert log.messages == [
        "Devices_Get attempt 1: 500 in 0.000 s, request id -",
        "Devices_Get attempt 2: 200 in 0.000 s, request id r1",
    ]


def test_the_log_tells_of_a_send_without_an_answer(log: pytest.LogCaptureFixture) -> None:
    client = app(Faults([TransportError("refused", sent=True)]), retries=None)
    with pytest.raises(TransportError):
        client.devices.get("a")
    assert (
        "no answer after 0.000 s, TransportError: refused (the request may have arrived)" in log.messages[1]
    )


def test_the_log_shows_allowed_headers_only(log: pytest.LogCaptureFixture) -> None:
    client = app([answer(DEVICE, 200, Set_Cookie="secret1")])
    client.devices.get("a", headers={"X-Key": "secret2"}, client_request_id="c1")
    assert "'x-ms-client-request-id': 'c1'" in log.text
    assert "'X-Key': '***'" in log.text
    assert "secret" not in log.text


SECRETS = {
    "connectionString": "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=sEcReT==;EndpointSuffix=x",
    "container": "c",
}


def test_the_log_shows_no_secret_of_a_body(log: pytest.LogCaptureFixture) -> None:
    client = app([answer({**SECRETS, "state": "pending"})])
    client.file_uploads.create(
        models.FileUpload(connection_string=SECRETS["connectionString"], container="c")
    )
    assert '"container":"c"' in log.text
    assert "sEcReT" not in log.text


def test_the_log_never_has_the_credential(log: pytest.LogCaptureFixture) -> None:
    made = {"roles": [{"role": "r"}], "token": TOKEN, "id": "t"}
    client = app([answer(made)])
    client.api_tokens.create("t", models.ApiToken(roles=[models.RoleAssignment(role="r")]))
    assert "sig=" not in log.text


def test_a_log_that_is_off_costs_no_look_at_the_body(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, logger="iotcentral")
    app([answer(DEVICE)]).devices.get("a")
    assert caplog.messages == []


JWT = "eyJhbGciOi.eyJzdWIi.c2ln"


@pytest.mark.parametrize(
    "text",
    [
        "SharedAccessSignature sr=1&sig=sEcReT&skn=a&se=1",
        "Authorization: Bearer sEcReT.b.c",
        f"token {JWT.replace('c2ln', 'sEcReT')}",
        "HostName=h;SharedAccessKeyName=n;SharedAccessKey=sEcReT=",
        "AccountName=a;AccountKey=sEcReT==;x=y",
        "accountkey=sEcReT",
        "https://a.blob.core.windows.net/c?sv=1&sig=sEcReT%3D&se=2",
        "Server=s;Password=sEcReT;",
        "BlobEndpoint=b;SharedAccessSignature=sv=1&sig=sEcReT",
        '{"primaryKey":"sEcReT',
        "{'clientSecret': 'sEcReT'}",
        f"the key sEcReT{'a' * 37}= is known",
        f"sEcReT{'a' * 80}==",
    ],
)
def test_text_loses_what_is_a_key(text: str) -> None:
    assert "sEcReT" not in redact_text(text)
    assert "sEcReT" not in redact_body(text.encode())
    assert "sEcReT" not in redact_body(msgspec.json.encode({"description": [text]}))


@pytest.mark.parametrize(
    "body",
    [
        {"token": "sEcReT"},
        {"symmetricKey": {"primaryKey": "sEcReT", "secondaryKey": "sEcReT"}},
        {"tpm": {"endorsementKey": "sEcReT"}},
        {"authorization": {"type": "header", "value": "sEcReT"}},
        {"authorization": "sEcReT"},
        {"headerCustomizations": {"x-key": {"value": "sEcReT"}}},
        {"authorization": {"clientSecret": "sEcReT", "tenantId": "t"}},
        {"registryCredentials": {"r": {"username": "u", "password": "sEcReT"}}},
        [[{"PrimaryKey": "sEcReT"}]],
        {"token": 5, "a": {"connectionString": "sEcReT"}},
    ],
)
def test_bodies_lose_the_members_that_are_secret(body: Any) -> None:
    assert "sEcReT" not in redact_body(msgspec.json.encode(body))


def test_what_is_no_secret_stays() -> None:
    body = {"value": 5, "displayName": "Primary key", "token": None, "keys": ["a"], "idScope": "0ne"}
    assert msgspec.json.decode(redact_body(msgspec.json.encode(body))) == body


@pytest.mark.parametrize("body", [None, b"", b"\xff\xfe", b"[" * 2000, b'{"a":'])
def test_any_body_can_be_shown(body: bytes | None) -> None:
    assert isinstance(redact_body(body), str)


def test_a_long_body_is_cut() -> None:
    assert len(redact_body(b'"' + b"a" * 100_000 + b'"')) < 5000


def test_a_url_loses_the_values_that_may_be_anything() -> None:
    shown = redact_url(f"{HOST}/api/devices?api-version=1&$skiptoken=abc&filter=a&sig=x&flag#f")
    assert shown == f"{HOST}/api/devices?api-version=1&$skiptoken=***&filter=***&sig=***&flag"


def test_headers_keep_their_names() -> None:
    assert redact_headers((("Authorization", "x"), ("ETag", "e"))) == {"Authorization": "***", "ETag": "e"}
