"""The clients of the surface that is documented only."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest

from iotcentral import BearerToken, InvalidRequest
from iotcentral.reference_v1 import AsyncIotCentralReference, IotCentralReference
from iotcentral_rest.reference_v1.default_models import CommandStatus
from tests.core.fakes import HOST, TOKEN, AsyncFakeTransport, FakeTransport, answer

STATUS = {"commandId": "cmd-1", "status": "Pending"}


def client(*answers: Any, credential: Any = TOKEN) -> tuple[IotCentralReference, FakeTransport]:
    transport = FakeTransport(list(answers))
    return IotCentralReference("contoso", credential, transport=transport), transport


@pytest.mark.parametrize("credential", [TOKEN, lambda: TOKEN, "another form of token"])
def test_an_api_token_goes_after_the_word_bearer(credential: Any) -> None:
    app, transport = client(answer({"devices": []}), credential=credential)
    assert list(app.devices.list()) == []
    expected = credential() if callable(credential) else credential
    assert dict(transport.requests[0].headers)["Authorization"] == f"Bearer {expected}"


@pytest.mark.parametrize(
    "credential", [BearerToken("abc.def"), SimpleNamespace(get_token=lambda *scopes: None), None]
)
@pytest.mark.parametrize("make", [IotCentralReference, AsyncIotCentralReference])
def test_the_document_knows_no_other_credential(make: Any, credential: Any) -> None:
    with pytest.raises(InvalidRequest, match="must be an API token"):
        make("contoso", credential, transport=FakeTransport([]))


def test_paths_stand_below_the_base_of_the_document() -> None:
    app, transport = client(answer({"devices": [{"id": "a"}]}))
    assert [device.id for device in app.devices.list(filter="simulated eq true", page_size=3)] == ["a"]
    url = f"{HOST}/api/v1/devices?api-version=2022-07-31&$filter=simulated%20eq%20true&$top=3"
    assert transport.requests[0].url == url


def test_a_body_that_is_left_out_is_not_sent() -> None:
    app, transport = client(answer(STATUS), answer(STATUS))
    app.commands.trigger("tstat-7", "reboot")
    app.commands.trigger("tstat-7", "reboot", body={"delay": 5})
    bare, full = transport.requests
    assert (bare.body, "Content-Type" in dict(bare.headers)) == (None, False)
    assert json.loads(full.body or b"") == {"delay": 5}
    assert dict(full.headers)["Content-Type"] == "application/json"


def test_an_async_client_does_the_same() -> None:
    transport = AsyncFakeTransport([answer(STATUS)])

    async def run() -> CommandStatus:
        async with AsyncIotCentralReference("contoso", TOKEN, transport=transport) as app:
            return await app.commands.get_status("tstat-7", "cmd-1")

    assert asyncio.run(run()).status == "Pending"
