"""Lists taken up again, in another process, from where they were left."""

import asyncio
import base64
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from iotcentral import AsyncIotCentral, IotCentral, PagingError
from iotcentral._core.transport import Request, Response
from tests.core.fakes import HOST, TOKEN, AsyncFakeTransport, FakeTransport, answer


def pages(request: Request) -> Response:
    """Five pages of one device; the link is to the public name, whatever the address is."""
    query = parse_qs(urlsplit(request.url).query)
    number = int(query.get("$skiptoken", ["0"])[0])
    link = f"{HOST}/api/devices?api-version=2022-07-31&$skiptoken={number + 1}"
    return answer({"value": [{"id": f"d{number}"}], **({"nextLink": link} if number < 4 else {})})


def app(application: str = "contoso", **options: Any) -> IotCentral:
    return IotCentral(application, TOKEN, transport=FakeTransport(pages), **options)


def ids(found: Any) -> list[str]:
    return [device.id for page in found for device in page.items]


def token(number: int = 2) -> str:
    reading = app().devices.list().pages()
    for _ in range(number - 1):
        next(reading)
    found = next(reading).resume_token
    assert found is not None
    return found


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_list_goes_on_after_the_page_of_the_token(number: int) -> None:
    assert ids(app().devices.list().pages(resume=token(number))) == [f"d{n}" for n in range(number, 5)]


def test_a_list_goes_on_through_another_address() -> None:
    other = app(connect_to="http://127.0.0.1:8080")
    assert ids(other.devices.list().pages(resume=token())) == ["d2", "d3", "d4"]


def test_an_async_list_goes_on_from_the_same_token() -> None:
    async def run() -> list[str]:
        client = AsyncIotCentral("contoso", TOKEN, transport=AsyncFakeTransport(pages))
        found = client.devices.list().pages(resume=token())
        return [device.id async for page in found for device in page.items]  # type: ignore[misc]

    assert asyncio.run(run()) == ["d2", "d3", "d4"]


def test_the_last_page_has_no_token() -> None:
    assert [page.resume_token is None for page in app().devices.list().pages()] == [False] * 4 + [True]


def test_a_token_holds_no_credential() -> None:
    text = token()
    plain = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    assert msgspec.json.decode(plain) == {
        "list": "Devices_List 2022-07-31 /api/devices",
        "of": HOST,
        "next": "/api/devices?api-version=2022-07-31&$skiptoken=2",
    }


def refused(found: Any) -> str:
    with pytest.raises(PagingError) as caught:
        next(found)
    return str(caught.value)


def test_a_token_of_another_list_is_refused() -> None:
    assert "another list" in refused(app().users.list().pages(resume=token()))


def test_a_token_of_another_application_is_refused() -> None:
    assert "another application" in refused(app("fabrikam").devices.list().pages(resume=token()))


@pytest.mark.parametrize("text", ["", "abc", "é", "W10", "eyJhIjoxfQ", 7])
def test_text_that_is_no_token_is_refused(text: Any) -> None:
    assert "not a resume token" in refused(app().devices.list().pages(resume=text))


@pytest.mark.parametrize("target", ["@evil.example/", ".evil.example/", "/a b", "/\\evil"])
def test_a_forged_token_leads_nowhere_else(target: str) -> None:
    members = {"list": "Devices_List 2022-07-31 /api/devices", "of": HOST, "next": target}
    forged = base64.urlsafe_b64encode(msgspec.json.encode(members)).decode().rstrip("=")
    assert "resume token" in refused(app().devices.list().pages(resume=forged))
