"""The limits G1 to G16 of openapi-python-client: each is generated right, shown by running it, or refused."""

from __future__ import annotations

import asyncio
import copy
import inspect
import pickle
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest
from minispec import GOLDEN, AsyncRecordingCaller, Package, RecordingCaller, found, golden, imported, rendered

NAMES = sorted(path.stem for path in GOLDEN.glob("*.yaml"))
REFUSED = [name for name in NAMES if "refused" in golden(name)]

Import = Callable[[str], Package]


@pytest.fixture(name="load")
def _load(tmp_path: Path) -> Iterator[Import]:
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(imported(golden(name)["document"], tmp_path, f"golden_{name}"))


def test_every_limit_from_g1_to_g16_has_a_golden_spec() -> None:
    covered = {limit for name in NAMES for limit in golden(name)["limits"]}
    assert covered == {f"G{number}" for number in range(1, 17)}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_spec_names_the_pointer_and_the_reason(name: str) -> None:
    spec = golden(name)
    findings = found(spec["document"])
    for expected in spec["refused"]:
        at = [one.message for one in findings if one.pointer == expected["at"]]
        assert any(expected["says"] in message for message in at), findings


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(REFUSED)))
def test_other_specs_lose_nothing(name: str) -> None:
    assert found(golden(name)["document"]) == []


def test_names_with_signs_stand_beside_plain_ones_and_come_back(load: Import) -> None:
    thing = load("g01_signs_beside_plain_names").models.Thing
    wire = {
        "@id": "1",
        "id": "2",
        "@type": ["3"],
        "type": "4",
        "$metadata": {"5": 5},
        "metadata": "6",
        "filter": "7",
    }
    decoded = thing.from_json(msgspec.json.encode(wire))
    names = ["at_id", "id", "at_type", "type", "dollar_metadata", "metadata", "filter"]
    assert [getattr(decoded, name) for name in names] == list(wire.values())
    assert decoded.to_dict() == wire


def test_query_and_header_parameters_are_named_arguments_in_order(load: Import) -> None:
    module = load("g01_signs_beside_plain_names").operations()
    caller = RecordingCaller("thing")
    assert (
        module.ThingsOperations(caller).list(filter="plain", dollar_filter="signed", if_match="tag")
        == "thing"
    )
    operation, arguments, _, _ = caller.calls[0]
    wires = [(one.name, one.location) for one in operation.parameters]
    assert wires == [("$filter", "query"), ("filter", "query"), ("If-Match", "header")]
    assert arguments == ("signed", "plain", "tag")


def test_left_out_query_parameter_is_unset(load: Import) -> None:
    caller = RecordingCaller()
    load("g01_signs_beside_plain_names").operations().ThingsOperations(caller).list(filter="plain")
    assert caller.calls[0][1] == (msgspec.UNSET, "plain", msgspec.UNSET)


@pytest.mark.parametrize(
    "body", [b'{"state":"new"}', b'{"state":"idle","last":null}', b'{"state":"idle","last":"odd"}']
)
def test_unknown_enum_value_decodes_and_encodes(load: Import, body: bytes) -> None:
    thing = load("g02_open_enum").models.Thing
    assert thing.from_json(body).to_json() == body


def test_one_enum_named_twice_is_one_class(load: Import) -> None:
    models = load("g02_open_enum").models
    assert [name for name in models.__all__ if "State" in name or "Last" in name] == ["ThingState"]


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_absent_and_null_stay_apart_after_copy_and_pickle(load: Import, again: Callable[[Any], Any]) -> None:
    patch = again(load("g03_unset_survives_copies").models.ThingPatch(name=None))
    assert patch.to_json() == b'{"name":null}'
    assert patch.size is msgspec.UNSET


@pytest.mark.parametrize(
    ("tag", "kind"), [("square", "Square"), ("circle", "Circle"), ("oval", "UnknownShape")]
)
def test_union_is_chosen_by_its_tag(load: Import, tag: str, kind: str) -> None:
    models = load("g04_tagged_union").models
    shape = {"type": tag, "name": "n", "size": 2}
    drawing = models.Drawing.from_json(
        msgspec.json.encode({"main": shape, "all": [shape], "named": {"a": shape}, "lonely": {"kind": "dot"}})
    )
    assert {type(one).__name__ for one in (drawing.main, drawing.all[0], drawing.named["a"])} == {kind}
    assert type(drawing.lonely).__name__ == "Dot"
    assert drawing.to_dict()["all"] == [shape]


def test_tag_is_no_field_but_can_be_read(load: Import) -> None:
    square = load("g04_tagged_union").models.Square(name="n")
    assert (square.type, square.to_dict()) == ("square", {"type": "square", "name": "n"})


def test_union_is_called_by_its_name_wherever_it_is_used() -> None:
    models = rendered(golden("g04_tagged_union")["document"])["models.py"]
    for line in (
        "main: Shape | None | UnsetType",
        "all: list[Shape] | U",
        "named: dict[str, Shape] | U",
        "lonely: Lonely | U",
    ):
        assert line in models


def test_error_answers_are_statuses_and_never_a_result(load: Import) -> None:
    module = load("g06_error_answers").operations()
    assert list(module.GET.success) == [200]
    assert module.GET.errors == (404, 499)


def test_errors_of_the_caller_are_raised(load: Import) -> None:
    operations = load("g06_error_answers").operations().ThingsOperations(RecordingCaller(LookupError("404")))
    with pytest.raises(LookupError, match="404"):
        operations.get("a")


def test_required_read_only_member_is_no_constructor_argument(load: Import) -> None:
    thing = load("g08_read_only").models.Thing
    assert thing(name="n").id is msgspec.UNSET
    assert thing.__read_only__ == {"id", "info"}
    assert thing.__secret__ == {"key"}


def test_call_options_reach_the_caller_sync_and_async(load: Import) -> None:
    module = load("g09_options").operations()
    caller, twin = RecordingCaller(), AsyncRecordingCaller()
    module.ThingsOperations(caller).ping(timeout=3.0)
    asyncio.run(module.AsyncThingsOperations(twin).ping(timeout=3.0))
    assert caller.calls[0][3] == twin.calls[0][3] == {"timeout": 3.0}


def test_first_of_two_media_types_is_sent(load: Import) -> None:
    body = load("g10_two_media_types").operations().UPDATE.body
    assert (body.schema, body.media_type) == ("ThingPatch", "application/merge-patch+json")


def test_names_that_would_hide_others_are_changed_in_python_only(load: Import) -> None:
    models = load("g11_names_that_hide_others").models
    names = ["additionalProperties", "toDict", "fromJson", "field_dict", "class", "404"]
    wire = {**dict.fromkeys(names, "x"), "list": ["y"], "str": ["z"]}
    thing = models.Any_.from_json(msgspec.json.encode(wire))
    assert (thing.list_, thing.str_, thing.class_, thing.to_dict_, thing.from_json_) == (
        ["y"],
        ["z"],
        "x",
        "x",
        "x",
    )
    assert models.Model_(any=thing).to_dict() == {"any": wire}
    assert models.Any_.__schema__ == "Any"


def test_parameter_names_that_a_method_needs_itself_get_their_place(load: Import) -> None:
    operations = load("g11_names_that_hide_others").operations().ThingsOperations
    assert list(inspect.signature(operations.list).parameters) == [
        *("self", "self_", "body_query", "timeout_query", "class_", "options")
    ]


def test_enum_members_take_the_names_of_x_ms_enum(load: Import) -> None:
    kind = load("g12_enum_members_named").models.Kind
    members = {"DASHED": "blob-storage", "UNDERSCORED": "blob_storage", "VALUE_1H": "1h", "VALUE": ""}
    assert {one.name: one.value for one in kind} == members


def test_chained_reference_to_an_answer_is_followed(load: Import) -> None:
    package = load("g13_chained_answer")
    assert package.operations().GET.success == {200: package.models.Thing}


def test_headers_of_success_answers_are_kept_by_name(load: Import) -> None:
    assert load("g13_answer_headers").operations().GET.success_headers == ("Location",)


def test_api_version_is_no_argument_and_no_type(load: Import) -> None:
    package = load("g14_api_version")
    assert package.models.__all__ == []
    assert [package.operations().GET.parameters, package.operations().DELETE.parameters] == [(), ()]


@pytest.mark.parametrize("value", ["..", ".", "", "a/b", "%2e", "dtmi:a:b;1"])
def test_ids_reach_the_caller_untouched_in_path_order(load: Import, value: str) -> None:
    caller = RecordingCaller()
    load("g15_ids_in_paths").operations().ThingsOperations(caller).get_part("thing", value)
    operation, arguments, _, _ = caller.calls[0]
    assert operation.path == "/things/{thingId}/parts/{partId}"
    assert [one.name for one in operation.parameters] == ["thingId", "partId"]
    assert arguments == ("thing", value)


def test_parameter_limits_stand_in_the_descriptor(load: Import) -> None:
    schema = load("g15_ids_in_paths").operations().GET_PART.parameters[1].schema
    assert schema == {"type": "string", "maxLength": 9, "pattern": "^[a-zA-Z0-9-_.]*$"}


@pytest.mark.parametrize(
    "start", ["2022-07-31T10:00:00.1234567Z", "2022-07-31T10:00:00", "2016-12-31T23:59:60Z", "2022-07-31"]
)
def test_times_keep_their_text(load: Import, start: str) -> None:
    wire = {"start": start, "day": "2022-07-31", "every": "PT1H", "key": "A-b"}
    assert load("g16_date_times").models.Thing.from_json(msgspec.json.encode(wire)).to_dict() == wire
