import asyncio
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral import errors
from iotcentral._core.response import api_error
from iotcentral._core.transport import Response
from tests.core.fakes import AsyncFakeTransport, FakeTransport, answer, async_devices, devices
from tests.core.sample import Device, DevicePatch

CLASSES = {
    400: errors.BadRequest,
    401: errors.Unauthenticated,
    403: errors.Forbidden,
    404: errors.NotFound,
    409: errors.Conflict,
    412: errors.PreconditionFailed,
    418: errors.UnexpectedStatus,
    422: errors.Unprocessable,
    429: errors.Throttled,
    500: errors.InternalServerError,
    501: errors.ServerError,
    502: errors.ServerError,
    503: errors.ServiceUnavailable,
    520: errors.ServerError,
    599: errors.ServerError,
    201: errors.UnexpectedStatus,
    204: errors.UnexpectedStatus,
    301: errors.UnexpectedStatus,
    304: errors.UnexpectedStatus,
    600: errors.UnexpectedStatus,
}

TAIL = (
    " You can contact support at https://aka.ms/iotcentral-support. Please include the following information."
    " Request ID: 129yztvc, Time: Tue, 25 Apr 2023 11:24:53 GMT."
)
DETAILS = {
    "code": "Unauthenticated",
    "message": "The provided authentication token is invalid." + TAIL,
    "requestId": "129yztvc",
    "time": "Tue, 25 Apr 2023 11:24:53 GMT",
}


def raised(response: Response) -> errors.ApiError:
    with pytest.raises(errors.ApiError) as caught:
        devices(FakeTransport([response])).get("a")
    return caught.value


@pytest.mark.parametrize("status", CLASSES)
def test_each_status_has_its_error(status: int) -> None:
    error = raised(answer({"error": DETAILS}, status))
    assert type(error) is CLASSES[status]
    assert (error.status, error.operation_id) == (status, "Devices_Get")


def test_an_error_holds_what_the_service_said() -> None:
    error = raised(answer({"error": DETAILS}, 401, Retry_After="1"))
    assert (error.code, error.message) == ("Unauthenticated", "The provided authentication token is invalid.")
    assert (error.request_id, error.time) == ("129yztvc", "Tue, 25 Apr 2023 11:24:53 GMT")
    assert error.headers["retry-after"] == "1"
    assert b"support" in error.body


def test_the_text_of_an_error_names_operation_code_and_request() -> None:
    text = str(raised(answer({"error": DETAILS}, 401)))
    assert text.startswith("Devices_Get answered 401 Unauthenticated: The provided authentication token")
    assert text.endswith("is invalid. (request id: 129yztvc)")


def test_an_async_call_raises_the_same_error() -> None:
    with pytest.raises(errors.Throttled) as caught:
        asyncio.run(async_devices(AsyncFakeTransport([answer({"error": DETAILS}, 429)])).get("a"))
    assert caught.value.code == "Unauthenticated"


SECRETS = [
    "SharedAccessSignature sr=1&sig=sEcReT&skn=t&se=1 has expired",
    "the connection string DefaultEndpointsProtocol=https;AccountName=a;AccountKey=sEcReT== is not valid",
    "HostName=h;SharedAccessKeyName=n;SharedAccessKey=sEcReT=",
    'cannot read {"primaryKey": "sEcReT", "secondaryKey":"sEcReT"',
]


@pytest.mark.parametrize("secret", SECRETS)
def test_an_error_repeats_no_secret_that_the_answer_repeats(secret: str) -> None:
    location = "https://a.blob.core.windows.net/c?sig=sEcReT"
    error = raised(
        answer({"error": {"code": "a", "message": secret}, "token": "sEcReT"}, 400, Location=location)
    )
    assert (error.code, error.message is not None) == ("a", True)
    assert "sEcReT" not in f"{error} {error!r} {error.message} {error.headers}"
    assert b"sEcReT" not in pickle.dumps(error)


@pytest.mark.parametrize("body", [s.encode() for s in SECRETS] + [b"\xff <html>" + SECRETS[0].encode()])
def test_a_body_that_is_no_json_loses_its_secrets_too(body: bytes) -> None:
    error = raised(Response(502, (), body))
    assert b"sEcReT" not in error.body
    assert error.body[:4] == body[:4]


def test_a_body_without_secrets_stays_byte_for_byte() -> None:
    body = b' {"error" : {"code":"a"}}\n'
    assert raised(Response(400, (), body)).body == body


UNREADABLE = [
    b"",
    b"<html><body>502 Bad Gateway</body></html>",
    b'{"error":{"code":"Not',
    b"null",
    b"[]",
    b'"error"',
    b"{}",
    b'{"error":null}',
    b'{"error":"NotFound"}',
    b'{"error":[]}',
    b'{"error":{"code":404,"message":["a"],"requestId":{},"time":1}}',
    b'{"message":"x"}',
    b"\xff\xfe",
    b"[" * 100_000,
    b"1e400",
]


@pytest.mark.parametrize("status", [401, 404, 500, 503, 304])
@pytest.mark.parametrize("body", UNREADABLE, ids=range(len(UNREADABLE)))
def test_an_unreadable_error_body_is_still_the_right_error(status: int, body: bytes) -> None:
    error = raised(Response(status, (("Content-Type", "text/html"),), body))
    assert type(error) is CLASSES[status]
    assert (error.code, error.message, error.body) == (None, None, body)


@given(st.integers(100, 999), st.binary(max_size=40))
def test_any_answer_makes_an_error(status: int, body: bytes) -> None:
    assert isinstance(api_error("X", Response(status, (), body)), errors.ApiError)


def test_the_code_may_come_in_a_header() -> None:
    assert raised(Response(404, (("X-MS-Error-Code", "NotFound"),), b"")).code == "NotFound"


def test_a_message_without_the_support_tail_stays_as_it_is() -> None:
    assert raised(answer({"error": {"code": "a", "message": "b"}}, 400)).message == "b"


@pytest.mark.parametrize("body", [b"", b"<html></html>", b'{"id":', b'{"id":7}', b"[]", b"\xff"])
def test_a_successful_answer_that_cannot_be_read_is_a_decode_error(body: bytes) -> None:
    with pytest.raises(errors.DecodeError) as caught:
        devices(FakeTransport([answer(body)])).get("a")
    assert (caught.value.status, caught.value.operation_id) == (200, "Devices_Get")


def test_a_success_without_a_body_is_none() -> None:
    transport = FakeTransport([Response(204)])
    assert devices(transport).delete("a") is None  # type: ignore[func-returns-value]


def test_each_success_has_its_own_type() -> None:
    app = devices(FakeTransport([answer({"id": "a"}), answer({"id": "a"}, 202)]))
    assert app.update("a", DevicePatch()) == Device(id="a")
    assert app.update("a", DevicePatch()) == {"id": "a"}  # type: ignore[comparison-overlap]


EVERY_ERROR = [
    errors.IotCentralError("a"),
    errors.InvalidRequest("a", argument="b", rule="c", operation_id="d"),
    errors.TransportError("a", sent=True),
    errors.DecodeError("a", status=200, operation_id="b"),
    errors.PagingError("a", operation_id="b"),
    *(
        kind(
            status=status,
            operation_id="a",
            code="b",
            message="c",
            request_id="d",
            time="e",
            headers={"f": "g"},
            body=b"h",
        )
        for status, kind in CLASSES.items()
    ),
]


@pytest.mark.parametrize("error", EVERY_ERROR, ids=repr)
def test_errors_pickle(error: errors.IotCentralError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_has_the_one_base(name: str) -> None:
    kind: Any = getattr(errors, name)
    assert issubclass(kind, errors.IotCentralError)


def test_a_transport_error_says_what_may_have_happened() -> None:
    assert "nothing was sent" in str(errors.TransportError("a", sent=False))
    assert "may have arrived" in str(errors.TransportError("a", sent=True))


@pytest.mark.parametrize("sent", [True, False])
def test_a_transport_error_reaches_the_caller_as_it_is(sent: bool) -> None:
    error = errors.TransportError("a", sent=sent)
    with pytest.raises(errors.TransportError) as caught:
        devices(FakeTransport([error])).get("a")
    assert caught.value is error
