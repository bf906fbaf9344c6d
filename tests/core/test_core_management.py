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
    NotInThisVersion,
)
from iotcentral_rest.control_plane.default_models import App, AppSkuInfo
from iotcentral_rest.control_plane.v2021_11_01_preview import models as preview_models
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer
from tests.core.world import World

BEARER = BearerToken("abc.def")
HOST = "https://management.azure.com"
APPS = f"{HOST}/subscriptions/s/resourceGroups/g/providers/Microsoft.IoTCentral/iotApps"
RESOURCE = {"name": "contoso", "location": "eastus", "sku": {"name": "ST2"}}
STATE = f"{HOST}/subscriptions/s/providers/Microsoft.IoTCentral/locations/eastus/operationResults/1?asyncinfo"


def client(*answers: Any) -> tuple[IotCentralManagement, FakeTransport]:
    """A client of answers, in the world that stands last among them, if one does."""
    *given, last = (*answers, World()) if not answers or not isinstance(answers[-1], World) else answers
    transport = FakeTransport(given)
    return IotCentralManagement(BEARER, transport=transport, sources=last.sources), transport


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


def state(word: str) -> Any:
    return answer({"status": word})


def begun() -> Any:
    return answer(RESOURCE, 201, Azure_AsyncOperation=STATE, Retry_After="10")


def test_what_goes_on_is_waited_for() -> None:
    world = World()
    management, transport = client(begun(), state("Creating"), state("Succeeded"), answer(RESOURCE), world)
    poller = management.apps.begin_create_or_update("s", "g", "contoso", wanted())
    assert (poller.wait(timeout=600).name, world.waits) == ("contoso", [10.0, 1.5])
    urls = [f"{request.method} {request.url}" for request in transport.requests]
    own = f"{APPS}/contoso?api-version=2021-06-01"
    assert urls == [f"PUT {own}", f"GET {STATE}", f"GET {STATE}", f"GET {own}"]
    assert json.loads(transport.requests[0].body or b"") == {"location": "eastus", "sku": {"name": "ST2"}}


def test_a_poller_tells_how_far_it_is() -> None:
    management, _ = client(begun(), state("Creating"), state("Succeeded"), answer(RESOURCE), World())
    poller = management.apps.begin_create_or_update("s", "g", "contoso", wanted())
    seen = [poller.status]
    poller.wait(progress=lambda progress: seen.append(progress.status))
    assert seen == ["Accepted", "Creating", "Succeeded"]
    assert poller.status == "Succeeded"


def test_a_poller_keeps_the_first_answer() -> None:
    management, _ = client(begun())
    first = management.apps.begin_create_or_update("s", "g", "contoso", wanted()).first_answer
    assert first is not None
    assert first.value is not None
    assert (first.status, first.value.name, first.operation_id) == (201, "contoso", "Apps_CreateOrUpdate")
    assert first.header("azure-asyncoperation") == STATE


@pytest.mark.parametrize("status", [200, 202, 204])
def test_a_first_answer_without_a_body_has_no_value(status: int) -> None:
    management, _ = client(answer(b"", status))
    first = management.apps.begin_delete("s", "g", "contoso").first_answer
    assert first is not None
    assert (first.status, first.value) == (status, None)


def test_who_listens_hears_the_first_answer() -> None:
    management, _ = client(begun())
    seen: list[Any] = []
    poller = management.apps.begin_create_or_update("s", "g", "n", wanted(), on_response=seen.append)
    assert seen == [poller.first_answer]


def test_the_raw_answer_of_a_beginning_holds_the_poller() -> None:
    management, _ = client(answer(b"", 204))
    found = management.raw(management.apps.begin_delete, "s", "g", "contoso")
    found.value.wait()
    assert found.status == 204


def test_a_poller_shows_neither_credential_nor_signature() -> None:
    management, _ = client(answer(RESOURCE, 201, Azure_AsyncOperation=f"{STATE}&s=signature"))
    poller = management.apps.begin_create_or_update("s", "g", "contoso", wanted())
    assert repr(poller) == "Poller(Apps_CreateOrUpdate, Accepted)"


def test_an_operation_that_cannot_begin_raises() -> None:
    management, _ = client(answer({"error": {"code": "409.1", "message": "Taken."}}, 409))
    with pytest.raises(Conflict, match="Taken"):
        management.apps.begin_create_or_update("s", "g", "contoso", wanted())


def test_an_async_client_begins_and_waits_too() -> None:
    transport = AsyncFakeTransport([answer(b"", 202, Location=STATE), answer(b""), answer(RESOURCE)])

    async def run() -> preview_models.App:
        options: Any = {"transport": transport, "sources": World().sources}
        async with AsyncIotCentralManagement(BEARER, **options) as management:
            preview = management.at("2021-11-01-preview")
            return await (await preview.apps.begin_update("s", "g", "c", preview_models.AppPatch())).wait()

    assert asyncio.run(run()).name == "contoso"


def test_a_resume_token_goes_on_in_another_process() -> None:
    token = client(begun())[0].apps.begin_create_or_update("s", "g", "contoso", wanted()).resume_token
    assert token is not None
    management, transport = client(state("Succeeded"), answer(RESOURCE))
    poller = management.resume(management.apps.begin_create_or_update, token)
    assert (poller.first_answer, poller.status) == (None, None)
    assert poller.wait().name == "contoso"
    assert transport.requests[0].url == STATE


def test_an_async_client_resumes_the_same_token() -> None:
    token = client(begun())[0].apps.begin_create_or_update("s", "g", "contoso", wanted()).resume_token

    async def run() -> str | Any:
        transport = AsyncFakeTransport([state("Succeeded"), answer(RESOURCE)])
        management = AsyncIotCentralManagement(BEARER, transport=transport)
        return (await management.resume(management.apps.begin_create_or_update, token or "").wait()).name

    assert asyncio.run(run()) == "contoso"


@pytest.mark.parametrize("version", ["2021-06-01", "2021-11-01-preview"])
def test_a_token_of_another_operation_or_version_is_refused(version: Any) -> None:
    token = client(begun())[0].apps.begin_create_or_update("s", "g", "contoso", wanted()).resume_token
    management, _ = client()
    method = (
        management.apps.begin_update
        if version == "2021-06-01"
        else management.at("2021-11-01-preview").apps.begin_create_or_update
    )
    with pytest.raises(InvalidRequest, match="another operation"):
        management.resume(method, token or "")  # type: ignore[arg-type]


@pytest.mark.parametrize("method", [print, "begin_delete", IotCentralManagement.close])
def test_only_what_begins_can_be_resumed(method: Any) -> None:
    with pytest.raises(InvalidRequest, match="must be a `begin_…` method"):
        client()[0].resume(method, "token")


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
