from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral._core.transport import Request
from iotcentral.errors import InvalidRequest
from tests.core.fakes import FakeTransport, answer, devices
from tests.core.sample import Device, DevicePatch


def sent(call: Any, **options: Any) -> Request:
    transport = FakeTransport([answer({})])
    call(devices(transport), **options)
    return transport.requests[0]


def refusal(call: Any) -> tuple[str, str, str]:
    transport = FakeTransport([])
    with pytest.raises(InvalidRequest) as caught:
        call(devices(transport))
    assert transport.requests == []
    return caught.value.operation_id, caught.value.argument, caught.value.rule


@pytest.mark.parametrize(
    ("device_id", "segment"),
    [
        ("tstat-7", "tstat-7"),
        ("dtmi:contoso:thermostat;1", "dtmi%3Acontoso%3Athermostat%3B1"),
        ("a/b", "a%2Fb"),
        ("%2e", "%252e"),
        ("%2e%2e", "%252e%252e"),
        ("...", "..."),
        ("?a=b#c&d", "%3Fa%3Db%23c%26d"),
        (" ", "%20"),
        ("a\\b", "a%5Cb"),
        ("../x", "..%2Fx"),
        ("é", "%C3%A9"),
        ("\n", "%0A"),
    ],
)
def test_an_id_reaches_the_server_as_one_segment(device_id: str, segment: str) -> None:
    request = sent(lambda app: app.get(device_id))
    assert request.url == f"https://contoso.azureiotcentral.com/api/devices/{segment}?api-version=2022-07-31"


@given(st.text())
def test_no_id_changes_the_path(device_id: str) -> None:
    transport = FakeTransport([answer({})])
    if device_id in ("", ".", ".."):
        with pytest.raises(InvalidRequest):
            devices(transport).get(device_id)
        assert transport.requests == []
        return
    devices(transport).get(device_id)
    before, after = urlsplit(transport.requests[0].url).path.rsplit("/", 1)
    assert before == "/api/devices"
    assert unquote(after) == device_id


@pytest.mark.parametrize("device_id", ["", ".", ".."])
def test_an_id_that_would_change_the_path_is_refused(device_id: str) -> None:
    assert refusal(lambda app: app.delete(device_id)) == ("Devices_Remove", "device_id", "segment")


@pytest.mark.parametrize("device_id", [None, 7, b"a", ["a"], Device(id="a")])
def test_an_id_of_another_type_is_refused(device_id: Any) -> None:
    assert refusal(lambda app: app.get(device_id)) == ("Devices_Get", "device_id", "type")


def test_a_lone_surrogate_in_an_id_is_refused() -> None:
    assert refusal(lambda app: app.get("\ud800")) == ("Devices_Get", "device_id", "unicode")


def first_page(app: Any, **options: Any) -> None:
    next(app.list(**options).pages())


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({}, ""),
        ({"filter": "id eq 'a&b' + 1"}, "&$filter=id%20eq%20%27a%26b%27%20%2B%201"),
        ({"page_size": 100}, "&maxpagesize=100"),
        ({"simulated": True}, "&simulated=true"),
        ({"simulated": False, "filter": ""}, "&$filter=&simulated=false"),
    ],
)
def test_query_values_are_sent_once_and_encoded(arguments: Any, query: str) -> None:
    transport = FakeTransport([answer({"value": []})])
    first_page(devices(transport), **arguments)
    assert (
        transport.requests[0].url
        == f"https://contoso.azureiotcentral.com/api/devices?api-version=2022-07-31{query}"
    )


@pytest.mark.parametrize(
    ("arguments", "argument", "rule"),
    [
        ({"page_size": 0}, "page_size", "minimum"),
        ({"page_size": 101}, "page_size", "maximum"),
        ({"page_size": "10"}, "page_size", "type"),
        ({"page_size": True}, "page_size", "type"),
        ({"filter": None}, "filter", "type"),
        ({"simulated": "true"}, "simulated", "type"),
    ],
)
def test_query_values_are_checked_before_anything_is_iterated(
    arguments: Any, argument: str, rule: str
) -> None:
    assert refusal(lambda app: app.list(**arguments)) == ("Devices_List", argument, rule)


def test_a_body_has_the_media_type_of_its_operation() -> None:
    request = sent(lambda app: app.update("a", DevicePatch(display_name=None)))
    assert (request.method, request.body) == ("PATCH", b'{"displayName":null}')
    assert ("Content-Type", "application/merge-patch+json") in request.headers


def test_a_request_without_a_body_has_no_media_type() -> None:
    request = sent(lambda app: app.get("a"))
    assert request.body is None
    assert [name for name, _ in request.headers] == ["Accept", "User-Agent", "Authorization"]


def test_a_header_parameter_is_sent_when_it_is_set() -> None:
    request = sent(lambda app: app.update("a", DevicePatch(), if_match='"7"'))
    assert ("If-Match", '"7"') in request.headers


def test_a_client_request_id_is_sent_only_when_it_is_given() -> None:
    request = sent(lambda app: app.get("a", client_request_id="b0e5"))
    assert ("x-ms-client-request-id", "b0e5") in request.headers


def test_headers_of_a_call_replace_the_clients() -> None:
    request = sent(lambda app: app.get("a", headers={"accept": "text/plain", "X-A": "b"}))
    assert [pair for pair in request.headers if pair[0].lower() in ("accept", "x-a")] == [
        ("accept", "text/plain"),
        ("X-A", "b"),
    ]


@pytest.mark.parametrize(
    "name", ["Authorization", "HOST", "content-type", "Content-Length", "Transfer-Encoding"]
)
def test_headers_that_are_the_clients_own_cannot_be_set(name: str) -> None:
    assert refusal(lambda app: app.get("a", headers={name: "x"})) == ("Devices_Get", "headers", "header")


@pytest.mark.parametrize(
    "headers", [{"a b": "c"}, {"": "c"}, {"a": "b\r\nc: d"}, {"a": "é"}, {"a": 1}, {1: "a"}]
)
def test_headers_http_does_not_allow_are_refused(headers: Any) -> None:
    assert refusal(lambda app: app.get("a", headers=headers)) == ("Devices_Get", "headers", "header")


def test_a_client_request_id_of_two_lines_is_refused() -> None:
    assert refusal(lambda app: app.get("a", client_request_id="a\nb")) == (
        "Devices_Get",
        "client_request_id",
        "header",
    )


@pytest.mark.parametrize(("timeout", "expected"), [(5, 5), (0.1, 0.1), (None, None)])
def test_a_call_may_have_its_own_timeout(timeout: float | None, expected: float | None) -> None:
    assert sent(lambda app: app.get("a", timeout=timeout)).timeout == expected


def test_a_call_has_the_clients_timeout_by_default() -> None:
    assert sent(lambda app: app.get("a")).timeout == 60.0


@pytest.mark.parametrize("timeout", [0, -1, "5", True, float("nan")])
def test_a_timeout_that_is_none_is_refused(timeout: Any) -> None:
    assert refusal(lambda app: app.get("a", timeout=timeout)) == ("Devices_Get", "timeout", "type")


def test_an_option_that_does_not_exist_is_refused() -> None:
    assert refusal(lambda app: app.get("a", time_out=5)) == ("Devices_Get", "time_out", "option")


def test_a_body_that_is_refused_is_not_sent() -> None:
    assert refusal(lambda app: app.create("a", Device(display_name="x"))) == (
        "Devices_Create",
        "body/displayName",
        "minLength",
    )


def test_requests_show_no_credential() -> None:
    assert "Shared" not in repr(sent(lambda app: app.get("a")))
