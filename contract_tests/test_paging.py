"""Lists: every item once, in order, and an end, whatever the service makes of its pages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import strategies as st

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import Arguments, arguments, async_client, client, method
from contract_tests.client.lists import Pages, identified, items_of
from contract_tests.client.surfaces import APPLICATION, surface_of
from contract_tests.client.transports import Answering, json_response
from contract_tests.client.wire import strayed
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target, each_operation, targets
from contract_tests.profiles import active, examine
from contract_tests.reading import Violation, demand
from contract_tests.strategies.minimal import plain_call
from iotcentral import PagingError, errors

Listing = Callable[[Target, Answering], list[Any]]


def plain_arguments(target: Target) -> Arguments:
    call = plain_call(target.document, target.operation)
    return arguments(Builder.of(target.document), target.operation, call)


def list_sync(target: Target, answering: Answering) -> list[Any]:
    app, _ = client(target.document, answering)
    return list(method(app, target.operation)(*plain_arguments(target).positional))


def list_async(target: Target, answering: Answering) -> list[Any]:
    given = plain_arguments(target)

    async def read() -> list[Any]:
        app, _ = async_client(target.document, answering)
        return [item async for item in method(app, target.operation)(*given.positional)]

    return asyncio.run(read())


both_clients = pytest.mark.parametrize("listing", [list_sync, list_async], ids=["sync", "async"])
lists = each_operation(lambda operation: operation.paging is not None)
pageable = each_operation(lambda operation: (operation.paging or {}).get("link") is not None)


def page_sizes(target: Target) -> st.SearchStrategy[list[int]]:
    """The sizes of a list's pages, empty ones among them; one page where the list has no link."""
    most = 1 if (target.operation.paging or {})["link"] is None else 6
    return st.lists(st.integers(0, 30), min_size=1, max_size=most)


def cut(items: list[Any], sizes: list[int]) -> list[list[Any]]:
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    return [items[start : start + size] for start, size in zip(starts, sizes, strict=True)]


@both_clients
@lists
def test_every_item_comes_once_in_order(target: Target, listing: Listing, ledger: Ledger) -> None:
    def check(sizes: list[int]) -> None:
        items = items_of(target, sum(sizes))
        service = Pages(target, cut(items, sizes))
        answered = identified(target, listing(target, service))
        wrong = Violation("paging.items", f"{answered} for pages of {sizes}", target.operation.id, 200)
        demand([wrong] if answered != identified(target, items) else [])
        assert len(service.asked) == len(sizes)
        ledger.note("answer", target, 200)
        ledger.note("client pages", target, 200)

    examine(page_sizes(target), check, count=target.cases(max(4, active().paging // 4)))


@both_clients
@pageable
def test_an_empty_page_with_a_link_is_a_page_like_any_other(target: Target, listing: Listing) -> None:
    items = items_of(target, 5)
    answered = identified(target, listing(target, Pages(target, cut(items, [2, 0, 3]))))
    wrong = Violation("paging.items", f"{answered} for pages of 2, 0 and 3", target.operation.id, 200)
    demand([wrong] if answered != identified(target, items) else [])


@lists
def test_nothing_is_sent_before_a_list_is_read(target: Target) -> None:
    app, transport = client(target.document)
    method(app, target.operation)(*plain_arguments(target).positional)
    assert transport.sent == []


@pageable
def test_every_page_is_asked_for_with_the_credential_and_the_link_as_it_stands(target: Target) -> None:
    app, transport = client(target.document, Pages(target, cut(items_of(target, 6), [2, 2, 2])))
    pages = list(method(app, target.operation)(*plain_arguments(target).positional).pages())
    assert len(transport.sent) == 3
    links = [page.next_link for page in pages[:-1]]
    demand(strayed(target.operation.id, [request.url for request in transport.sent[1:]], links))
    sent = {dict(request.headers)["Authorization"] for request in transport.sent}
    assert sent == {surface_of(target.document).authorization}


BAD_LINKS: dict[str, Callable[[str], str]] = {
    "another host": lambda link: link.replace("https://", "https://fabrikam."),
    "another scheme": lambda link: link.replace("https:", "http:"),
    "another port": lambda link: link.replace(".com/", ".com:8443/"),
    "user before the host": lambda link: link.replace(".com/", ".com@evil.example/"),
    "relative": lambda link: link[link.index(".com/") + 4 :],
    "without a scheme": lambda link: link[len("https:") :],
    "no URL": lambda _: "next page",
    "the page itself": lambda link: link.split("&%24skiptoken", 1)[0],
}


@both_clients
@pageable
def test_a_bad_link_is_not_followed(target: Target, listing: Listing, ledger: Ledger) -> None:
    for name, bad in BAD_LINKS.items():
        service = Pages(target, cut(items_of(target, 4), [2, 2]), link=bad)
        with pytest.raises(PagingError):
            listing(target, service)
        assert len(service.asked) == 1, name
        ledger.note("answer", target, 200)
        ledger.note("client pages", target, 200)


SCENARIOS = yaml.safe_load((Path(__file__).parent / "paging_scenarios.yaml").read_text("utf-8"))
APPLICABLE = {name: scenario for name, scenario in SCENARIOS.items() if "pages" in scenario}
NAMES = [
    "EmptyNextLink",
    "DuplicateParameters",
    "WithApiVersionAppend",
    "WithApiVersionReplace",
    "NoItemName",
    "NextLinkNameNull",
    "Single",
    "SingleWithBodyParams",
    "Multiple",
    "MultipleWithQueryParameters",
    "OdataMultiple",
    "MultiplePath",
    "MultipleRetryFirst",
    "MultipleRetrySecond",
    "SingleFailure",
    "MultipleFailure",
    "MultipleFailureUri",
    "Fragment",
    "MultipleLRO",
    "CustomUrlPartialNextLink",
    "CustomUrlPartialOperationNextLink",
    "ReturnModelWithXMSClientName",
    "FirstResponseEmpty",
]


def test_the_table_has_the_23_scenarios_of_the_autorest_test_server() -> None:
    assert list(SCENARIOS) == NAMES
    assert len(NAMES) == 23


@pytest.mark.parametrize("name", [name for name in NAMES if name not in APPLICABLE])
def test_a_scenario_that_does_not_apply_says_why(name: str) -> None:
    assert len(SCENARIOS[name]["not_applicable"]) > 30


DEVICES = [
    target
    for target in targets()
    if target.operation.id == "Devices_List" and target.document.plane == "data-plane"
]


def scripted(target: Target, scenario: dict[str, Any], asked: list[str]) -> Answering:
    """Answers the pages of a scenario one after the other; `{next}` is a link of the list."""
    pages = iter(scenario["pages"])
    items = iter(items_of(target, 100))
    version = target.document.version

    def answer(request: Any) -> Any:
        asked.append(request.url)
        page = next(pages, None)
        assert page is not None, "more pages are asked for than there are"
        if page.get("status", 200) != 200:
            return json_response(page["status"], {"error": {"code": "Scripted", "message": "As told."}})
        body: dict[str, Any] = {"value": [next(items) for _ in range(page["items"])]}
        if "link" in page:
            fresh = f"{APPLICATION}/api/devices?api-version={version}&%24skiptoken={len(asked)}"
            body["nextLink"] = page["link"].format(host=APPLICATION, next=fresh, version=version)
        return json_response(200, body)

    return answer


@both_clients
@pytest.mark.parametrize("target", DEVICES, ids=str)
@pytest.mark.parametrize("name", APPLICABLE)
def test_a_scenario_of_the_autorest_test_server_passes(name: str, target: Target, listing: Listing) -> None:
    scenario = APPLICABLE[name]
    asked: list[str] = []
    expected: Any = scenario["expected"]
    if "error" in expected:
        with pytest.raises(getattr(errors, expected["error"])):
            listing(target, scripted(target, scenario, asked))
    else:
        assert len(listing(target, scripted(target, scenario, asked))) == expected["items"]
    assert len(asked) == expected.get("requests", len(scenario["pages"]))
    version = target.document.version
    assert all(part.format(version=version) in asked[-1] for part in expected.get("last_url_has", ()))
