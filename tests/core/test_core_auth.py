import asyncio
import copy
import pickle
from types import SimpleNamespace
from typing import Any

import pytest

from iotcentral import BearerToken
from iotcentral._core.auth import SCOPE, Authorization, require_privacy
from iotcentral._core.endpoint import locate
from iotcentral.errors import InvalidRequest
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer, async_devices, devices

SECRET = "abc.def.ghi"


class AzureCredential:
    def __init__(self) -> None:
        self.scopes: list[str] = []

    def get_token(self, *scopes: str) -> Any:
        self.scopes.extend(scopes)
        return SimpleNamespace(token=SECRET, expires_on=0)


class AsyncAzureCredential:
    async def get_token(self, *scopes: str) -> Any:
        assert scopes == (SCOPE,)
        return SimpleNamespace(token=SECRET, expires_on=0)


async def fetch() -> str:
    return SECRET


def header(credential: Any) -> str:
    transport = FakeTransport([answer({})])
    devices(transport, credential).get("a")
    return dict(transport.requests[0].headers)["Authorization"]


def async_header(credential: Any) -> str:
    transport = AsyncFakeTransport([answer({})])
    asyncio.run(async_devices(transport, credential).get("a"))
    return dict(transport.sync.requests[0].headers)["Authorization"]


SYNC = [
    (TOKEN, TOKEN),
    (BearerToken(SECRET), f"Bearer {SECRET}"),
    (lambda: SECRET, f"Bearer {SECRET}"),
    (lambda: BearerToken(SECRET), f"Bearer {SECRET}"),
    (lambda: TOKEN, TOKEN),
    (AzureCredential(), f"Bearer {SECRET}"),
]
IDS = [
    "API token",
    "BearerToken",
    "callable",
    "callable with BearerToken",
    "callable with API token",
    "azure",
]


@pytest.mark.parametrize(("credential", "expected"), SYNC, ids=IDS)
@pytest.mark.parametrize("send", [header, async_header], ids=["sync", "async"])
def test_each_credential_becomes_its_header(send: Any, credential: Any, expected: str) -> None:
    assert send(credential) == expected


@pytest.mark.parametrize("credential", [fetch, AsyncAzureCredential()], ids=["callable", "azure"])
def test_an_async_client_awaits_an_async_credential(credential: Any) -> None:
    assert async_header(credential) == f"Bearer {SECRET}"


@pytest.mark.parametrize("credential", [fetch, AsyncAzureCredential()], ids=["callable", "azure"])
def test_a_sync_client_refuses_an_async_credential(credential: Any) -> None:
    transport = FakeTransport([])
    with pytest.raises(InvalidRequest, match="AsyncIotCentral"):
        devices(transport, credential).get("a")
    assert transport.requests == []


def test_the_scope_is_that_of_the_data_plane() -> None:
    credential = AzureCredential()
    header(credential)
    assert credential.scopes == ["https://apps.azureiotcentral.com/.default"]


def test_a_callable_is_asked_for_each_request() -> None:
    tokens = iter(["one", "two"])
    transport = FakeTransport([answer({}), answer({})])
    app = devices(transport, lambda: next(tokens))
    app.get("a"), app.get("a")
    assert [dict(request.headers)["Authorization"] for request in transport.requests] == [
        "Bearer one",
        "Bearer two",
    ]


@pytest.mark.parametrize("make", [Authorization, BearerToken])
@pytest.mark.parametrize(
    "text", [f"Bearer {SECRET}", f"bearer {SECRET}", "Bearer SharedAccessSignature sr=1"]
)
def test_the_word_bearer_in_front_is_a_clear_error(make: Any, text: str) -> None:
    with pytest.raises(InvalidRequest, match="leave the word out") as caught:
        make(text)
    assert (caught.value.argument, caught.value.rule) == ("credential", "bearer")


@pytest.mark.parametrize("make", [Authorization, BearerToken])
@pytest.mark.parametrize(
    "text", ["", " ", SECRET + "\n", f" {SECRET}", f"{SECRET}\r\nX: y", "é" + SECRET, SECRET + "\0"]
)
def test_text_that_cannot_be_a_token_is_refused(make: Any, text: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        make(text)
    assert (caught.value.argument, caught.value.rule) == ("credential", "token")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("credential", [None, 7, b"abc", {"token": "a"}, SimpleNamespace(get_token="a")])
def test_what_is_no_credential_is_refused(credential: Any) -> None:
    with pytest.raises(InvalidRequest) as caught:
        Authorization(credential)
    assert (caught.value.argument, caught.value.rule) == ("credential", "type")


@pytest.mark.parametrize("result", [None, 7, b"abc", "", f"Bearer {SECRET}", SECRET + "\n"])
def test_what_a_callable_returns_is_checked_before_sending(result: Any) -> None:
    transport = FakeTransport([])
    with pytest.raises(InvalidRequest) as caught:
        devices(transport, lambda: result).get("a")
    assert (transport.requests, caught.value.argument) == ([], "credential")


def test_an_error_of_a_callable_is_the_callers_own() -> None:
    def fail() -> str:
        raise LookupError("no account")

    with pytest.raises(LookupError, match="no account"):
        devices(FakeTransport([]), fail).get("a")


@pytest.mark.parametrize(
    "value", [BearerToken(SECRET), Authorization(TOKEN), Authorization(BearerToken(SECRET))]
)
def test_no_repr_shows_a_credential(value: Any) -> None:
    assert SECRET not in f"{value!r} {value!s}"
    assert "sig=" not in f"{value!r} {value!s}"


def test_bearer_tokens_compare_and_copy() -> None:
    token = BearerToken(SECRET)
    assert copy.deepcopy(token) == pickle.loads(pickle.dumps(token)) == token
    assert token != BearerToken("other")
    assert len({token, BearerToken(SECRET)}) == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://contoso.azureiotcentral.com",
        "https://10.0.0.1:8443",
        "http://localhost",
        "http://localhost:8080",
        "http://127.0.0.1:8080",
        "http://127.9.9.9",
        "http://[::1]:8080",
    ],
)
def test_a_credential_goes_over_tls_or_stays_on_this_machine(url: str) -> None:
    require_privacy(locate(url))
    require_privacy(locate("contoso", url))


@pytest.mark.parametrize(
    "url",
    [
        "http://contoso.azureiotcentral.com",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://[fe80::1]",
        "http://127.1",
    ],
)
def test_a_credential_never_goes_elsewhere_in_clear(url: str) -> None:
    for endpoint in (locate(url), locate("contoso", url)):
        with pytest.raises(InvalidRequest, match="unencrypted") as caught:
            require_privacy(endpoint)
        assert caught.value.rule == "https"
