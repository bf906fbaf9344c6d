"""The clients over the generated package."""

import asyncio
import json
from typing import Any

import pytest

from iotcentral import AsyncIotCentral, BearerToken, InvalidRequest, IotCentral, models
from iotcentral._core import contract_document
from iotcentral._core.transport import Request, Response
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer

DEVICE = {"id": "tstat-7", "etag": "e", "displayName": "Thermostat", "provisioned": True}


def test_a_client_calls_an_operation() -> None:
    transport = FakeTransport([answer(DEVICE)])
    with IotCentral("contoso", TOKEN, transport=transport) as app:
        assert app.devices.get("tstat-7").display_name == "Thermostat"
    assert (
        transport.requests[0].url
        == "https://contoso.azureiotcentral.com/api/devices/tstat-7?api-version=2022-07-31"
    )


def test_an_async_client_calls_an_operation() -> None:
    transport = AsyncFakeTransport([answer(DEVICE)])

    async def run() -> models.Device:
        async with AsyncIotCentral("contoso", TOKEN, transport=transport) as app:
            return await app.devices.get("tstat-7")

    assert asyncio.run(run()).display_name == "Thermostat"


def test_a_list_goes_over_all_its_pages() -> None:
    link = "https://contoso.azureiotcentral.com/api/devices?api-version=2022-07-31&$skiptoken=2"
    pages = [answer({"value": [{"id": "a"}], "nextLink": link}), answer({"value": [{"id": "b"}]})]
    app = IotCentral("contoso", TOKEN, transport=FakeTransport(pages))
    assert [device.id for device in app.devices.list()] == ["a", "b"]


def test_what_was_read_can_be_changed_and_written_back() -> None:
    transport = FakeTransport([answer({**DEVICE, "new": 1}), answer(DEVICE)])
    app = IotCentral("contoso", TOKEN, transport=transport)
    device = app.devices.get("tstat-7")
    device.display_name = "Hall"
    app.devices.create("tstat-7", device)
    assert json.loads(transport.requests[1].body or b"") == {"etag": "e", "displayName": "Hall", "new": 1}


def test_a_masked_secret_that_was_read_cannot_be_written_back() -> None:
    storage = {
        "connectionString": "AccountName=a;AccountKey=*****;EndpointSuffix=core.windows.net",
        "container": "c",
    }
    app = IotCentral("contoso", TOKEN, transport=FakeTransport([answer(storage)]))
    configuration = app.file_uploads.get()
    with pytest.raises(InvalidRequest) as caught:
        app.file_uploads.create(configuration)
    assert (caught.value.argument, caught.value.rule) == ("body/connectionString", "masked-secret")
    assert caught.value.operation_id == "FileUploads_Create"


def test_a_body_may_be_any_branch_of_its_union() -> None:
    transport = FakeTransport([answer({"type": "robot", "roles": []}), answer({"type": "robot"})])
    app = IotCentral("contoso", TOKEN, transport=transport)
    user = app.users.create("u", models.EmailUser(email="e", roles=[models.RoleAssignment(role="r")]))
    first = json.loads(transport.requests[0].body or b"")
    assert first == {"type": "email", "email": "e", "roles": [{"role": "r"}]}
    app.users.create("u", user)
    assert json.loads(transport.requests[1].body or b"") == {"type": "robot", "roles": []}


def test_a_body_of_another_union_is_refused() -> None:
    app = IotCentral("contoso", TOKEN, transport=FakeTransport([]))
    with pytest.raises(InvalidRequest) as caught:
        app.users.create("u", models.Device())  # type: ignore[arg-type]
    assert (caught.value.argument, caught.value.rule) == ("body", "oneOf")


@pytest.mark.parametrize("make", [IotCentral, AsyncIotCentral])
@pytest.mark.parametrize(
    ("arguments", "options", "argument"),
    [
        (("https://contoso.azureiotcentral.com/api", TOKEN), {}, "application"),
        (("con toso", TOKEN), {}, "application"),
        (("contoso", "Bearer abc"), {}, "credential"),
        (("contoso", None), {}, "credential"),
        (("http://contoso.azureiotcentral.com", TOKEN), {}, "credential"),
        (("contoso", TOKEN), {"connect_to": "http://10.0.0.1"}, "credential"),
        (("contoso", TOKEN), {"connect_to": "/x"}, "connect_to"),
        (("contoso", TOKEN), {"timeout": 0}, "timeout"),
    ],
)
def test_a_client_that_cannot_work_is_not_made(
    make: Any, arguments: Any, options: Any, argument: str
) -> None:
    with pytest.raises(InvalidRequest) as caught:
        make(*arguments, **options)
    assert caught.value.argument == argument


@pytest.mark.parametrize("make", [IotCentral, AsyncIotCentral])
def test_no_repr_of_a_client_shows_its_credential(make: Any) -> None:
    app = make("contoso", BearerToken("abc.def"), transport=FakeTransport([]))
    assert repr(app) == f"{make.__name__}('https://contoso.azureiotcentral.com')"
    assert "abc.def" not in repr(vars(app))


def test_a_transport_that_was_given_stays_open() -> None:
    transport = FakeTransport([])
    with IotCentral("contoso", TOKEN, transport=transport):
        pass
    assert not transport.closed


def test_an_address_gets_the_public_name() -> None:
    transport = FakeTransport([answer(DEVICE)])
    IotCentral("contoso", TOKEN, connect_to="http://127.0.0.1:8080", transport=transport).devices.get("a")
    request = transport.requests[0]
    assert request.url.startswith("http://127.0.0.1:8080/api/devices/a?")
    assert ("Host", "contoso.azureiotcentral.com") in request.headers


def test_the_user_agent_names_package_and_python() -> None:
    transport = FakeTransport([answer(DEVICE)])
    IotCentral("contoso", TOKEN, transport=transport).devices.get("a")
    assert dict(transport.requests[0].headers)["User-Agent"].startswith("iotcentral/0.1.0 python/3.")


def test_a_version_that_is_not_generated_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="data-plane 1999-01-01"):
        contract_document.load("data-plane", "1999-01-01")


def test_a_request_goes_through_the_whole_client_unchanged() -> None:
    seen: list[Request] = []

    def give(request: Request) -> Response:
        seen.append(request)
        return answer({"roles": [{"role": "r"}], "id": "t", "token": "secret"})

    app = IotCentral("contoso", TOKEN, transport=FakeTransport(give))
    token = app.api_tokens.create("t", models.ApiToken(roles=[models.RoleAssignment(role="r")]))
    assert (seen[0].method, seen[0].body) == ("PUT", b'{"roles":[{"role":"r"}]}')
    assert "secret" not in repr(token)
