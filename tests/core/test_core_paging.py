import asyncio
from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral._core.descriptor import Operation
from iotcentral._core.model import Model
from iotcentral._core.paging import AsyncPager, Page, Pager, item_type_of
from iotcentral._core.transport import Request
from iotcentral.errors import DecodeError, NotFound, PagingError
from tests.core.fakes import HOST, TOKEN, AsyncFakeTransport, FakeTransport, answer, async_devices, devices
from tests.core.sample import Device
from tests.core.world import generated_operations

URL = f"{HOST}/api/devices?api-version=2022-07-31"
Ids = list[str]


def page(*ids: str, link: Any = None, **more: Any) -> Any:
    body: dict[str, Any] = {"value": [{"id": device_id} for device_id in ids], **more}
    return answer(body | ({} if link is None else {"nextLink": link}))


def walk(answers: Any, **options: Any) -> tuple[Ids, list[Request]]:
    transport = FakeTransport(answers)
    found = [str(device.id) for device in devices(transport, **options).list()]
    return found, transport.requests


def walk_async(answers: Any, **options: Any) -> tuple[Ids, list[Request]]:
    transport = AsyncFakeTransport(answers)

    async def collect() -> Ids:
        return [str(device.id) async for device in async_devices(transport, **options).list()]

    return asyncio.run(collect()), transport.sync.requests


Walk = Callable[..., tuple[Ids, list[Request]]]
both = pytest.mark.parametrize("walk", [walk, walk_async], ids=["sync", "async"])


@both
def test_one_page_is_one_request(walk: Walk) -> None:
    found, requests = walk([page("a", "b")])
    assert (found, [request.url for request in requests]) == (["a", "b"], [URL])


@both
@pytest.mark.parametrize(
    "target",
    [
        "/api/devices?api-version=2022-07-31&%24top=1&%24skiptoken=%7B%22token%22%3A%22%2BRID%3A…%22%7D",
        "/api/devices?api-version=2022-07-31&$skiptoken=a+b%20c&api-version=2022-07-31",
        "/elsewhere/~x;y?z",
        "?only=query",
    ],
)
def test_a_link_is_followed_as_it_stands(walk: Walk, target: str) -> None:
    found, requests = walk([page("a", link=HOST + target), page("b")])
    assert found == ["a", "b"]
    assert requests[1].url == HOST + (target if target[0] == "/" else "/" + target)


@both
def test_the_next_page_is_asked_for_with_credential_and_headers(walk: Walk) -> None:
    _, requests = walk([page("a", link=URL + "&$skiptoken=2"), page("b")])
    assert requests[1].headers == requests[0].headers
    assert ("Authorization", TOKEN) in requests[1].headers


@both
def test_an_empty_page_with_a_link_is_not_the_end(walk: Walk) -> None:
    found, _ = walk([page(link=URL + "&1"), page("a", link=URL + "&2"), page(link=URL + "&3"), page("b")])
    assert found == ["a", "b"]


@both
@pytest.mark.parametrize("last", [{}, {"nextLink": None}, {"nextLink": ""}])
def test_no_link_a_null_and_an_empty_one_end_the_list(walk: Walk, last: Any) -> None:
    found, _ = walk([page("a", **last)])
    assert found == ["a"]


SPELLINGS = [
    "https://contoso.azureiotcentral.com:443",
    "HTTPS://contoso.azureiotcentral.com",
    "https://CONTOSO.azureiotcentral.com",
]


@both
@pytest.mark.parametrize("origin", SPELLINGS)
def test_the_same_host_may_be_spelt_in_other_ways(walk: Walk, origin: str) -> None:
    found, requests = walk([page("a", link=origin + "/api/devices?2"), page("b")])
    assert (found, requests[1].url) == (["a", "b"], HOST + "/api/devices?2")


BAD_LINKS = {
    "another host": "https://evil.example/api/devices?2",
    "host that begins like ours": "https://contoso.azureiotcentral.com.evil.example/api/devices?2",
    "another application": "https://fabrikam.azureiotcentral.com/api/devices?2",
    "another scheme": "http://contoso.azureiotcentral.com/api/devices?2",
    "another port": "https://contoso.azureiotcentral.com:8443/api/devices?2",
    "no scheme": "//contoso.azureiotcentral.com/api/devices?2",
    "path": "/api/devices?2",
    "relative path": "devices?2",
    "query alone": "?2",
    "user before the host": "https://contoso.azureiotcentral.com@evil.example/",
    "our host after a user": "https://x:y@contoso.azureiotcentral.com/api/devices?2",
    "backslash": "https://contoso.azureiotcentral.com\\@evil.example/",
    "two lines": "https://contoso.azureiotcentral.com/api\r\nX: y",
    "space": "https://contoso.azureiotcentral.com/api /devices",
    "not a URL": "next",
    "port that is none": "https://contoso.azureiotcentral.com:x/api",
    "brackets": "https://[/api",
    "other kind": "file:///etc/passwd",
}


@both
@pytest.mark.parametrize("link", BAD_LINKS.values(), ids=BAD_LINKS.keys())
def test_a_link_that_leads_elsewhere_is_not_followed(walk: Walk, link: str) -> None:
    answers = iter([page("a", link=link), page("never")])
    with pytest.raises(PagingError, match="Devices_List"):
        walk(answers)
    assert len(list(answers)) == 1


def test_items_of_a_page_come_before_the_error_of_its_link() -> None:
    items = iter(devices(FakeTransport([page("a", link="elsewhere")])).list())
    assert next(items).id == "a"
    with pytest.raises(PagingError):
        next(items)


@both
@pytest.mark.parametrize(
    "links",
    [[URL], [URL + "#x"], [URL + "&1", URL + "&1"], [URL + "&1", URL], [URL + "&1", URL + "&2", URL + "&1"]],
    ids=len,
)
def test_a_loop_is_an_error(walk: Walk, links: list[str]) -> None:
    with pytest.raises(PagingError, match="read already"):
        walk([page("a", link=link) for link in links])


@both
def test_a_loop_between_the_public_name_and_the_address_is_an_error(walk: Walk) -> None:
    links = [HOST + "/api/devices?2", "http://127.0.0.1:8080/api/devices?2"]
    with pytest.raises(PagingError, match="read already"):
        walk([page("a", link=link) for link in links], connect_to="http://127.0.0.1:8080")


@both
@pytest.mark.parametrize("origin", [HOST, "http://127.0.0.1:8080"])
def test_links_are_sent_to_the_address_under_the_public_name(walk: Walk, origin: str) -> None:
    _, requests = walk(
        [page("a", link=origin + "/api/devices?2"), page("b")], connect_to="http://127.0.0.1:8080"
    )
    assert requests[1].url == "http://127.0.0.1:8080/api/devices?2"
    assert ("Host", "contoso.azureiotcentral.com") in requests[1].headers


@both
def test_an_error_on_a_later_page_is_raised_there(walk: Walk) -> None:
    with pytest.raises(NotFound):
        walk([page("a", link=URL + "&2"), answer({}, 404)])


@both
@pytest.mark.parametrize("body", [{"value": None}, {}, {"value": [], "nextLink": 7}, {"value": {}}])
def test_a_page_that_is_none_is_a_decode_error(walk: Walk, body: Any) -> None:
    with pytest.raises(DecodeError):
        walk([answer(body)])


def served(items: Ids, sizes: list[int]) -> Any:
    """A service that answers `items` in pages of these sizes, and then the rest."""

    def give(request: Request) -> Any:
        number, start = (
            (int(part) for part in request.url.partition("&at=")[2].split(",") or ())
            if "&at=" in request.url
            else (0, 0)
        )
        size = sizes[number] if number < len(sizes) else len(items)
        end = start + size
        return page(*items[start:end], link=f"{URL}&at={number + 1},{end}" if end < len(items) else None)

    return give


@both
@given(st.lists(st.uuids().map(str), max_size=30), st.lists(st.integers(0, 7), max_size=12))
def test_each_item_comes_once_and_in_order_for_any_page_sizes(
    walk: Walk, items: Ids, sizes: list[int]
) -> None:
    found, _ = walk(served(items, sizes))
    assert found == items


def test_nothing_is_sent_before_the_list_is_iterated() -> None:
    transport = FakeTransport([])
    devices(transport).list()
    async_devices(transport).list()
    assert transport.requests == []


def test_a_page_is_asked_for_only_when_it_is_needed() -> None:
    transport = FakeTransport([page("a", "b", link=URL + "&2"), page("c")])
    items = iter(devices(transport).list())
    next(items), next(items)
    assert len(transport.requests) == 1


def test_every_iteration_starts_again() -> None:
    pager = devices(
        FakeTransport([page("a", link=URL + "&2"), page("b"), page("a", link=URL + "&2"), page("b")])
    ).list()
    assert [device.id for device in pager] == [device.id for device in pager] == ["a", "b"]


def test_pages_hold_items_link_and_the_whole_answer() -> None:
    pager: Pager[Device] = devices(FakeTransport([page("a", link=URL + "&2", new=1), page("b")])).list()
    first, last = pager.pages()
    assert ([device.id for device in first.items], first.next_link) == (["a"], URL + "&2")
    assert first.body.to_dict()["new"] == 1
    assert last.next_link is None


def test_async_pages_are_the_same() -> None:
    async def collect() -> list[Page[Device]]:
        pager: AsyncPager[Device] = async_devices(
            AsyncFakeTransport([page("a", link=URL + "&2"), page("b")])
        ).list()
        return [found async for found in pager.pages()]

    assert [len(found.items) for found in asyncio.run(collect())] == [1, 1]


LISTS = [one for one in generated_operations() if one.paging is not None]


FREE = {"Devices_ListComponents", "Devices_ListModules", "Devices_ListModuleComponents"}


@pytest.mark.parametrize("operation", LISTS, ids=lambda one: f"{one.id} {one.version}")
def test_every_list_knows_the_models_of_its_items(operation: Operation[Any]) -> None:
    kind = item_type_of(operation)
    assert (kind is None) == (operation.id in FREE and operation.plane == "data-plane")
    if kind is not None:
        assert all(issubclass(one, Model) for one in get_args(kind) or (kind,))


def test_the_items_of_a_list_are_of_the_type_it_names() -> None:
    found = devices(FakeTransport([page("a")])).list()
    assert found.item_type is Device is type(next(iter(found)))
