"""The independent reading names the rule that is broken, one example a rule; a sound exchange breaks none."""

from __future__ import annotations

import gc
import json
import weakref
from dataclasses import replace
from typing import Any

import pytest

from contract_tests.reading import (
    Answer,
    Exchange,
    Request,
    judge_answer,
    judge_request,
    judge_sequence,
    load,
)
from contract_tests.reading.document import Document
from contract_tests.reading.operations import operations
from contract_tests.reading.validators import schema_violations

DOCUMENT = load()
HOST = "https://contoso.azureiotcentral.com/api"
VERSION = f"api-version={DOCUMENT.version}"
AUTH = ("Authorization", "SharedAccessSignature sr=x")
JSON = ("Content-Type", "application/json")
MERGE_PATCH = ("content-type", "application/merge-patch+json; charset=utf-8")
USER = {"type": "email", "email": "a@example.com", "roles": [{"role": "r"}]}


def request(method: str, path: str, body: Any = None, query: str = VERSION, headers: Any = None) -> Request:
    raw = body if isinstance(body, bytes | None) else json.dumps(body).encode()
    return Request(method, f"{HOST}{path}?{query}", headers or ((AUTH, JSON) if raw else (AUTH,)), raw)


SOUND_REQUESTS = {
    "get": request("GET", "/devices/dtmi%3Acontoso%3Athermostat%3B1"),
    "slash in a value": request("GET", "/devices/a%2Fb"),
    "put": request("PUT", "/users/u1", USER),
    "merge-patch": request("PATCH", "/devices/d", b"{}", headers=(AUTH, MERGE_PATCH)),
    "null in a patch": request("PATCH", "/devices/d", {"template": None}),
}

NO_JSON = (b"{", b'{"a":1,"a":2}', b"\xef\xbb\xbf{}", b'{"a":NaN}', b'{"a":1e400}', b"\xff", b'"\\ud800"')

BROKEN_REQUESTS = {
    "request.path": [
        request("GET", "/Devices"),
        request("GET", "/devices/a/b"),
        request("POST", "/devices"),
        replace(request("GET", "/devices"), url=f"https://contoso.azureiotcentral.com/devices?{VERSION}"),
    ],
    "request.path-value": [
        request("GET", "/devices/"),
        request("GET", "/devices/%2e%2E"),
        request("GET", "/devices/%zz"),
        request("GET", "/devices/%ff"),
        request("GET", "/jobs/a%20b"),
        request("GET", f"/jobs/{'a' * 256}"),
    ],
    "request.version": [request("GET", "/devices", query="")],
    "request.query-value": [request("GET", "/devices", query="api-version=2020-01-01")],
    "request.query-duplicate": [request("GET", "/devices", query=f"{VERSION}&{VERSION}")],
    "request.query-unknown": [request("GET", "/devices", query=f"{VERSION}&maxpagesize=3")],
    "request.authorization": [
        request("GET", "/devices", headers=(("Accept", "*/*"),)),
        request("GET", "/devices", headers=(AUTH, AUTH)),
    ],
    "request.body-unexpected": [replace(request("GET", "/devices"), body=b"{}")],
    "request.body-missing": [request("PUT", "/devices/d")],
    "request.media-type": [
        request("PUT", "/devices/d", {}, headers=(AUTH,)),
        request("PUT", "/devices/d", {}, headers=(AUTH, MERGE_PATCH)),
    ],
    "request.body-json": [request("PUT", "/devices/d", body) for body in NO_JSON],
    "request.read-only": [
        request("PUT", "/devices/d", {"id": "d"}),
        request("PUT", "/users/u", {**USER, "id": "u"}),
    ],
    "request.unknown-member": [request("PUT", "/devices/d", {"displayname": "d"})],
    "request.body": [
        request("PUT", "/devices/d", {"enabled": "true"}),
        request("PUT", "/devices/d", "{}"),
        request("PUT", "/users/u", {**USER, "type": "owl"}),
        request("PUT", "/users/u", {**USER, "roles": []}),
        request("PUT", "/users/u", {"type": "email", "email": "a"}),
        request("PATCH", "/devices/d/properties", {"$metadata": {}}),
        request("PATCH", "/devices/d", {"displayName": None}),
    ],
}


def each(broken: dict[str, list[Any]]) -> pytest.MarkDecorator:
    cases = [(rule, case) for rule, made in broken.items() for case in made]
    return pytest.mark.parametrize(("rule", "case"), cases, ids=[rule for rule, _ in cases])


@pytest.mark.parametrize("sound", SOUND_REQUESTS.values(), ids=SOUND_REQUESTS)
def test_a_sound_request_breaks_no_rule(sound: Request) -> None:
    assert judge_request(DOCUMENT, sound) == []


@each(BROKEN_REQUESTS)
def test_a_broken_request_breaks_the_rule_and_no_other(rule: str, case: Request) -> None:
    assert {violation.rule for violation in judge_request(DOCUMENT, case)} == {rule}


def answer(value: Any, status: int = 200, media_type: str = "application/json", etag: str = "") -> Answer:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    headers = (("Content-Type", media_type),) if media_type else ()
    return Answer(status, (*headers, ("ETag", etag)) if etag else headers, raw)


DETAILS = {"code": "NotFound", "message": "m", "requestId": "r", "time": "Tue, 03 Jun 2008 11:05:30 GMT"}
ERROR = {"error": DETAILS}
ROLE = {"id": "r", "displayName": "Builder"}

BROKEN_ANSWERS = {
    "answer.success-status": [answer(ROLE, 206)],
    "error.status": [answer(ERROR, 418)],
    "answer.empty": [answer(b"")],
    "answer.media-type": [answer(b"<html>", media_type="text/html"), answer(ROLE, media_type="")],
    "answer.json": [answer(b'{"id":'), answer(b"\xef\xbb\xbf{}")],
    "answer.type": [answer({**ROLE, "displayName": 5}), answer([]), answer({"error": "text"}, 404)],
    "answer.unknown-member": [answer({**ROLE, "displayname": "x"})],
    "answer.required": [answer({"error": {"code": "x"}}, 404)],
    "answer.format": [answer({"error": {**DETAILS, "time": "Mon, 03 Jun 2008 11:05:30 GMT"}}, 404)],
}


def test_a_sound_answer_breaks_no_rule() -> None:
    assert judge_answer(DOCUMENT, operations(DOCUMENT)["Roles_Get"], answer(ROLE)) == []


@pytest.mark.parametrize("status", [405, 413, 415, 501])
def test_a_transport_status_is_never_broken_by_its_status(status: int) -> None:
    assert judge_answer(DOCUMENT, operations(DOCUMENT)["Roles_Get"], answer(ERROR, status)) == []


@each(BROKEN_ANSWERS)
def test_a_broken_answer_breaks_the_rule(rule: str, case: Answer) -> None:
    judged = judge_answer(DOCUMENT, operations(DOCUMENT)["Roles_Get"], case)
    assert rule in {violation.rule for violation in judged}


def test_an_unknown_error_status_is_only_drift_where_the_reading_is_not_sealed() -> None:
    assert judge_answer(DOCUMENT, operations(DOCUMENT)["Roles_Get"], answer(ERROR, 418), sealed=False) == []


def pages(*links: str | None, items: Any = ((), (), ())) -> list[Exchange]:
    """Pages of roles: the first asked for plainly, each further one by the link of the page before."""
    urls: list[str] = [f"{HOST}/roles?{VERSION}", *(link or "" for link in links)]
    return [
        Exchange(Request("GET", url, (AUTH,)), answer(page(ids, link)))
        for url, link, ids in zip(urls, links, items, strict=False)
    ]


def page(ids: Any, link: str | None) -> dict[str, Any]:
    items = [{"id": i, "displayName": i} for i in ids]
    return {"value": items} if link is None else {"value": items, "nextLink": link}


NEXT = f"{HOST}/roles?{VERSION}&%24skiptoken=2"

BROKEN_PAGES = {
    "paging.link-empty": [pages("")],
    "paging.link-relative": [pages("/api/roles?page=2")],
    "paging.link-host": [pages(NEXT.replace("contoso", "fabrikam")), pages(NEXT.replace("https:", "http:"))],
    "paging.link-version": [pages(f"{HOST}/roles?%24skiptoken=2")],
    "paging.link-loop": [pages(f"{HOST}/roles?{VERSION}")],
    "paging.item-twice": [pages(NEXT, None, items=(("a", "b"), ("b",))), pages(None, items=(("a", "a"),))],
    "echo.id": [
        [Exchange(request("GET", "/roles/other"), answer(ROLE))],
    ],
    "echo.etag": [[Exchange(request("GET", "/deviceGroups/g"), answer({"id": "g", "etag": "1"}, etag="2"))]],
}


@each(BROKEN_PAGES)
def test_a_broken_sequence_breaks_the_rule(rule: str, case: list[Exchange]) -> None:
    assert rule in {violation.rule for violation in judge_sequence(DOCUMENT, case)}


def test_a_sound_sequence_of_pages_breaks_no_rule() -> None:
    assert judge_sequence(DOCUMENT, pages(NEXT, None, items=(("a",), ("b",)))) == []


@pytest.mark.parametrize(("name", "rules"), [("plant", set()), ("Plant", set()), ("other", {"echo.id"})])
def test_the_id_of_an_azure_resource_is_its_path_in_any_case(name: str, rules: set[str]) -> None:
    path = "/subscriptions/s/resourceGroups/g/providers/Microsoft.IoTCentral/iotApps/"
    url = f"https://management.azure.com{path}plant?api-version=2021-06-01"
    body = {"id": path + name, "location": "eastus", "sku": {"name": "ST2"}}
    read = Exchange(Request("GET", url, (("Authorization", "Bearer x"),)), answer(body))
    found = judge_sequence(load("control-plane", "2021-06-01"), [read], sealed=False)
    assert {violation.rule for violation in found if violation.rule.startswith("echo.")} == rules


def test_a_faulty_recording_is_named_with_rule_operation_status_and_pointer() -> None:
    case = Exchange(request("GET", "/roles/r"), answer({"id": "r", "displayName": 5}), where="roles.yaml#3")
    (found,) = judge_sequence(DOCUMENT, [case])
    assert (found.rule, found.operation, found.status, found.pointer, found.where) == (
        "answer.type",
        "Roles_Get",
        200,
        "/displayName",
        "roles.yaml#3",
    )


@pytest.mark.parametrize(("source", "rules"), [("a", {"paging.item-twice"}), ("b", set())])
def test_a_relationship_is_told_by_its_source_and_its_id(source: str, rules: set[str]) -> None:
    links = [{"id": "link", "source": start, "target": "c"} for start in ("a", source)]
    listed = Exchange(
        Request("GET", f"{HOST}/devices/c/relationships?{VERSION}", (AUTH,)), answer({"value": links})
    )
    assert {violation.rule for violation in judge_sequence(DOCUMENT, [listed])} == rules


def judged_by_a_changed_document() -> weakref.ref[Document]:
    changed = Document("data-plane", "changed", DOCUMENT.raw)
    list(schema_violations(changed, changed.schemas["Device"], {}, "answer"))
    return weakref.ref(changed)


def test_nothing_holds_a_document_that_values_were_judged_by() -> None:
    """Each mutant of a spec is a document of its own; hundreds are judged in one process."""
    held = judged_by_a_changed_document()
    gc.collect()
    assert held() is None
