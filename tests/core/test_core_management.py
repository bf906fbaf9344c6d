"""The control plane's clients."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest

from iotcentral import (
    AsyncIotCentralManagement,
    BearerToken,
    Conflict,
    InvalidRequest,
    IotCentralManagement,
    LongRunningAnswer,
    NotInThisVersion,
)
from iotcentral_rest.control_plane.default_models import App, AppSkuInfo
from iotcentral_rest.control_plane.v2021_11_01_preview import models as preview_models
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer

BEARER = BearerToken("abc.def")
HOST = "https://management.azure.com"
APPS = f"{HOST}/subscriptions/s/resourceGroups/g/providers/Microsoft.IoTCentral/iotApps"
RESOURCE = {"name": "contoso", "location": "eastus", "sku": {"name": "ST2"}}
STATE = f"{HOST}/subscriptions/s/providers/Microsoft.IoTCentral/locations/eastus/operationResults/1?asyncinfo"


def client(*answers: Any) -> tuple[IotCentralManagement, FakeTransport]:
    transport = FakeTransport(list(answers))
    return IotCentralManagement(BEARER, transport=transport), transport


def wanted() -> App:
    return App(location="eastus", sku=AppSkuInfo(name="ST2"))


def test_an_application_is_read_at_resource_manager() -> None:
    management, transport = client(answer(RESOURCE))
    assert management.apps.get("s", "g", "contoso").name == "contoso"
    request = transport.requests[0]
    assert request.url == f"{APPS}/contoso?api-version=2021-06-01"
    assert dict(request.headers)["Authorization"] == "Bearer abc.def"


def test_a_list_that_begins_with_post_goes_on_with_get() -> None:
    link = f"{HOST}/subscriptions/s/providers/Microsoft.IoTCentral/appTemplates?api-version=2021-06-01&page=2"
    management, transport = client(answer({"value": [{}], "nextLink": link}), answer({"value": [{}]}))
    assert len(list(management.apps.list_templates("s"))) == 2
    assert [(one.method, one.body) for one in transport.requests] == [("POST", None), ("GET", None)]
    assert transport.requests[1].url == link


def test_a_list_without_a_link_is_one_page() -> None:
    management, transport = client(answer({"value": [{}]}))
    pages = management.at("2021-11-01-preview").private_links.list("s", "g", "contoso").pages()
    assert [page.next_link for page in pages] == [None]
    assert len(transport.requests) == 1


def test_a_long_running_operation_gives_its_first_answer() -> None:
    headers = {"Azure_AsyncOperation": STATE, "Retry_After": "10"}
    management, transport = client(answer(RESOURCE, 201, **headers))
    first = management.apps.begin_create_or_update("s", "g", "contoso", wanted())
    assert isinstance(first, LongRunningAnswer)
    assert (first.status, first.operation_url, first.retry_after, first.location) == (201, STATE, "10", None)
    assert first.body is not None
    assert first.body.name == "contoso"
    assert (first.operation.id, first.request.url) == (
        "Apps_CreateOrUpdate",
        f"{APPS}/contoso?api-version=2021-06-01",
    )
    assert json.loads(transport.requests[0].body or b"") == {"location": "eastus", "sku": {"name": "ST2"}}


def test_a_first_answer_shows_neither_credential_nor_signature() -> None:
    management, _ = client(answer(RESOURCE, 201, Azure_AsyncOperation=f"{STATE}&s=signature"))
    first = management.apps.begin_create_or_update("s", "g", "contoso", wanted())
    assert repr(first) == "LongRunningAnswer(Apps_CreateOrUpdate answered 201)"
    assert "Authorization" not in dict(first.request.headers)


@pytest.mark.parametrize("status", [200, 202, 204])
def test_an_answer_without_a_body_has_none(status: int) -> None:
    management, _ = client(answer(b"", status))
    first = management.apps.begin_delete("s", "g", "contoso")
    assert (first.status, first.body) == (status, None)


def test_an_operation_that_cannot_begin_raises() -> None:
    management, _ = client(answer({"error": {"code": "409.1", "message": "Taken."}}, 409))
    with pytest.raises(Conflict, match="Taken"):
        management.apps.begin_create_or_update("s", "g", "contoso", wanted())


def test_an_async_client_begins_too() -> None:
    transport = AsyncFakeTransport([answer(RESOURCE, 202, Location=STATE)])

    async def run() -> LongRunningAnswer[preview_models.App]:
        async with AsyncIotCentralManagement(BEARER, transport=transport) as management:
            preview = management.at("2021-11-01-preview")
            return await preview.apps.begin_update("s", "g", "contoso", preview_models.AppPatch())

    first = asyncio.run(run())
    assert first.location == STATE
    assert first.operation.long_running is not None
    assert first.operation.long_running.final_state_via == "original-uri"
    assert first.operation.success_headers == ("Azure-AsyncOperation", "Location", "Retry-After")


@pytest.mark.parametrize("make", [IotCentralManagement, AsyncIotCentralManagement])
@pytest.mark.parametrize("credential", [TOKEN, "abc.def"])
def test_an_api_token_is_refused(make: Any, credential: str) -> None:
    with pytest.raises(InvalidRequest, match="is an API token of one application") as caught:
        make(credential, transport=FakeTransport([]))
    assert caught.value.argument == "credential"
    assert credential not in str(caught.value)


def test_an_api_token_that_a_callable_returns_is_refused() -> None:
    management = IotCentralManagement(lambda: TOKEN, transport=FakeTransport([]))
    with pytest.raises(InvalidRequest, match="is an API token of one application"):
        management.apps.get("s", "g", "contoso")


def test_a_token_is_asked_for_with_the_scope_of_resource_manager() -> None:
    scopes: list[str] = []

    def get_token(*given: str) -> Any:
        scopes.extend(given)
        return SimpleNamespace(token="abc.def", expires_on=4_000_000_000)

    transport = FakeTransport([answer(RESOURCE)])
    IotCentralManagement(SimpleNamespace(get_token=get_token), transport=transport).apps.get("s", "g", "n")
    assert scopes == ["https://management.azure.com/.default"]
    assert dict(transport.requests[0].headers)["Authorization"] == "Bearer abc.def"


def test_what_the_default_lacks_is_named() -> None:
    management, _ = client()
    with pytest.raises(NotInThisVersion, match="control-plane 2021-06-01 has no private_links"):
        getattr(management, "private_links")  # noqa: B009 - a checker refuses the name, as it should


@pytest.mark.parametrize("make", [IotCentralManagement, AsyncIotCentralManagement])
def test_no_repr_shows_the_credential(make: Any) -> None:
    management = make(BEARER, transport=FakeTransport([]))
    assert repr(management) == f"{make.__name__}('{HOST}')"
    assert "abc.def" not in repr(vars(management))


def test_an_address_may_stand_in_for_resource_manager() -> None:
    transport = FakeTransport([answer(RESOURCE)])
    management = IotCentralManagement(BEARER, connect_to="http://127.0.0.1:8080", transport=transport)
    management.apps.get("s", "g", "n")
    assert transport.requests[0].url.startswith("http://127.0.0.1:8080/subscriptions/s/")
    assert ("Host", "management.azure.com") in transport.requests[0].headers


def test_a_transport_that_was_given_stays_open() -> None:
    transport = FakeTransport([])
    with IotCentralManagement(BEARER, transport=transport):
        pass
    assert not transport.closed
