"""Operations that are more than one call with one answer: long-running, optional, paged without a link."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest
from minispec import AsyncRecordingCaller, Package, RecordingCaller, imported, rendered

Json = dict[str, Any]
Import = Callable[[Json], Package]

THING: Json = {"type": "object", "properties": {"id": {"type": "string"}}}
PAGE: Json = {
    "type": "object",
    "properties": {
        "value": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
        "nextLink": {"type": "string"},
    },
}
LONG: Json = {"x-ms-long-running-operation": True}
EMPTY: Json = {"description": "Nothing."}


def content(name: str, **more: Any) -> Json:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"description": "It.", "content": {"application/json": {"schema": schema}}, **more}


def spec(method: str = "put", **operation: Any) -> Json:
    return {
        "paths": {"/things": {method: {"operationId": "Things_Change", **operation}}},
        "components": {"schemas": {"Thing": THING, "Page": PAGE}},
    }


def long(responses: Json, **more: Any) -> Json:
    return spec(responses=responses, requestBody=content("Thing", required=True), **LONG, **more)


@pytest.fixture(name="load")
def _load(tmp_path: Path) -> Iterator[Import]:
    with ExitStack() as stack:
        yield lambda fragment: stack.enter_context(imported(fragment, tmp_path, "operations_of_a_mini_spec"))


def test_long_running_operation_begins_and_says_so(load: Import) -> None:
    module = load(long({"200": content("Thing")})).operations()
    caller = RecordingCaller("first answer")
    assert module.ThingsOperations(caller).begin_change("thing") == "first answer"
    assert caller.calls[0][:3] == (module.BEGIN_CHANGE, (), "thing")
    assert module.BEGIN_CHANGE.long_running.final_state_via is None


def test_asynchronous_twin_begins_too(load: Import) -> None:
    module = load(long({"200": content("Thing")})).operations()
    caller = AsyncRecordingCaller("first answer")
    assert asyncio.run(module.AsyncThingsOperations(caller).begin_change("thing")) == "first answer"


def test_final_state_stands_in_the_descriptor(load: Import) -> None:
    options = {"x-ms-long-running-operation-options": {"final-state-via": "original-uri"}}
    module = load(long({"200": content("Thing")}, **options)).operations()
    assert module.BEGIN_CHANGE.long_running.final_state_via == "original-uri"


def test_operation_that_is_not_long_running_has_no_word_of_it(load: Import) -> None:
    module = load(spec(responses={"200": content("Thing")})).operations()
    assert module.CHANGE.long_running is None
    assert not hasattr(module.ThingsOperations, "begin_change")


@pytest.mark.parametrize(
    ("responses", "answer"),
    [
        ({"200": content("Thing"), "201": content("Thing"), "202": EMPTY}, "Poller[m.Thing]"),
        ({"202": EMPTY, "204": EMPTY}, "Poller[None]"),
    ],
)
def test_long_running_operation_is_typed_by_what_it_ends_with(responses: Json, answer: str) -> None:
    assert f"-> {answer}:" in rendered(long(responses))["operations/things.py"]


def test_other_operation_is_typed_by_all_it_may_answer() -> None:
    text = rendered(spec(responses={"200": content("Thing"), "202": EMPTY}))["operations/things.py"]
    assert "-> m.Thing | None:" in text


def test_each_success_status_keeps_its_type(load: Import) -> None:
    package = load(long({"200": content("Thing"), "201": content("Thing"), "202": EMPTY}))
    thing = package.models.Thing
    assert package.operations().BEGIN_CHANGE.success == {200: thing, 201: thing, 202: None}


def test_success_headers_are_named_once_in_order(load: Import) -> None:
    text = {"schema": {"type": "string"}}
    responses = {
        "200": content("Thing", headers={"ETag": text}),
        "202": {**EMPTY, "headers": {"Location": text, "ETag": text}},
    }
    assert load(long(responses)).operations().BEGIN_CHANGE.success_headers == ("ETag", "Location")


@pytest.mark.parametrize("required", [True, False])
def test_body_that_may_be_left_out_is_named(load: Import, required: bool) -> None:
    module = load(spec("post", requestBody=content("Thing", required=required))).operations()
    kind = inspect.signature(module.ThingsOperations.change).parameters["body"].kind
    assert module.CHANGE.body.required is required
    assert (kind is inspect.Parameter.KEYWORD_ONLY) is not required


def test_body_that_was_left_out_is_unset(load: Import) -> None:
    module = load(spec("post", requestBody=content("Thing", required=False))).operations()
    caller = RecordingCaller()
    module.ThingsOperations(caller).change()
    assert caller.calls[0][2] is msgspec.UNSET


def test_list_without_a_link_is_a_list(load: Import) -> None:
    paging = {"x-ms-pageable": {"itemName": "value", "nextLinkName": None}}
    module = load(spec("get", responses={"200": content("Page")}, **paging)).operations()
    assert (module.CHANGE.paging.items, module.CHANGE.paging.next_link) == ("value", None)


def test_list_may_be_a_post(load: Import) -> None:
    paging = {"x-ms-pageable": {"itemName": "value", "nextLinkName": "nextLink"}}
    module = load(spec("post", responses={"200": content("Page")}, **paging)).operations()
    caller = RecordingCaller("pages")
    assert module.ThingsOperations(caller).change() == "pages"
    assert module.CHANGE.method == "POST"


def test_precondition_may_be_what_has_the_etag() -> None:
    parameter = {"name": "If-Match", "in": "header", "schema": {"type": "string"}}
    text = rendered(spec("patch", parameters=[parameter]))["operations/things.py"]
    assert "if_match: str | HasETag | UnsetType = UNSET" in text


def test_generated_classes_know_their_place(load: Import) -> None:
    module = load(spec()).operations()
    assert module.ThingsOperations.__place__ == ("data-plane", "2022-07-31", "things")
    assert module.AsyncThingsOperations.__place__ == module.ThingsOperations.__place__
