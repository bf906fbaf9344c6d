"""Lists of models as tables: columns from the contract, values without loss."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import iotcentral.models as m
from contract_tests.profiles import scaled
from contract_tests.reading.document import load
from contract_tests.strategies import Drawing
from iotcentral import IotCentral, decode, tables
from tests.core.fakes import TOKEN, FakeTransport, answer
from tests.emulator.harness import new_emulator
from tests.tables.reading import cells, seconds

VERSION = "2022-07-31"
ITEMS = {
    "ApiToken": m.ApiToken,
    "Device": m.Device,
    "DeviceCommand": m.DeviceCommand,
    "DeviceCredentials": m.DeviceCredentials,
    "DeviceGroup": m.DeviceGroup,
    "DeviceTelemetry": m.DeviceTelemetry,
    "DeviceTemplate": m.DeviceTemplate,
    "EnrollmentGroup": m.EnrollmentGroup,
    "FileUpload": m.FileUpload,
    "Job": m.Job,
    "Organization": m.Organization,
    "Role": m.Role,
    "ScheduledJob": m.ScheduledJob,
    "User": m.User,
}


def drawn(name: str) -> st.SearchStrategy[list[Any]]:
    drawing = Drawing(load("data-plane", VERSION), "answer", always=False)
    return st.lists(drawing.of({"$ref": f"#/components/schemas/{name}"}), max_size=3)


def rows(name: str, raw: list[Any]) -> list[Any]:
    return [decode(ITEMS[name], json.dumps(each)) for each in raw]


def nested(name: str, path: str, field: pa.Field, raw: Any) -> Any:
    """Return what a cell must hold for a row, `None` for nothing."""
    found = raw
    for part in path.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return expected(found, field)


def expected(value: Any, field: pa.Field) -> Any:
    kind = field.type
    if value is None or b"iotcentral.encoding" in (field.metadata or {}):
        return value
    if pa.types.is_floating(kind):
        return float(value)  # a declared number is a double
    if pa.types.is_timestamp(kind):
        exact = seconds(value) * (10**9 if kind.unit == "ns" else 10**6)
        return type(exact)(exact.__floor__()) / (10**9 if kind.unit == "ns" else 10**6)
    if pa.types.is_list(kind):
        return [expected(item, kind.value_field) for item in value]
    if pa.types.is_struct(kind):
        members = {member.name: expected(value.get(member.name), member) for member in kind}
        return {name: member for name, member in members.items() if member is not None}
    return value


@pytest.mark.parametrize("name", ITEMS)
def test_every_value_of_a_drawn_list_is_in_its_cell(name: str) -> None:
    @settings(max_examples=scaled(10))
    @given(drawn(name))
    def check(raw: list[Any]) -> None:
        table = tables.to_arrow(rows(name, raw), model=ITEMS[name])
        wanted = [
            {
                field.name: held
                for field in table.schema
                if (held := nested(name, field.name, field, each)) is not None
            }
            for each in raw
        ]
        assert cells(table) == wanted

    check()


@pytest.mark.parametrize("name", ITEMS)
def test_every_member_of_the_schema_has_a_column(name: str) -> None:
    names = tables.to_arrow([], model=ITEMS[name]).schema.names
    assert names
    assert len(names) == len(set(names))
    if name != "User":
        node = load("data-plane", VERSION).resolved({"$ref": f"#/components/schemas/{name}"})
        for member in node.get("properties", {}):
            assert [column for column in names if column == member or column.startswith(f"{member}.")]


@pytest.mark.parametrize("name", ITEMS)
def test_the_columns_do_not_depend_on_the_rows(name: str) -> None:
    @settings(max_examples=scaled(5))
    @given(drawn(name))
    def check(raw: list[Any]) -> None:
        empty = tables.to_arrow([], model=ITEMS[name], unit="us").schema
        assert tables.to_arrow(rows(name, raw), model=ITEMS[name], unit="us").schema.equals(
            empty, check_metadata=True
        )

    check()


@pytest.mark.parametrize("first", ["email", "adGroup"])
def test_the_columns_of_a_union_do_not_depend_on_its_first_item(first: str) -> None:
    users = {
        "email": m.EmailUser(email="a@b.c", roles=[m.RoleAssignment(role="r")]),
        "adGroup": m.ADGroupUser(tenant_id="t", object_id="o", roles=[m.RoleAssignment(role="r")]),
    }
    assert tables.to_arrow([users[first]]).schema.equals(tables.to_arrow([], model=m.User).schema)


def test_a_pager_is_read_to_its_end() -> None:
    with new_emulator(page_size=2) as emulator, emulator.client() as app:
        for number in range(5):
            app.devices.create(f"d{number}", m.Device(display_name=f"Device {number}"))
        table = tables.to_arrow(app.devices.list())
    assert table["id"].to_pylist() == ["d0", "d1", "d2", "d3", "d4"]
    assert table.schema.field("enabled").type == pa.bool_()
    assert table.schema.field("organizations").type == pa.list_(pa.string())


@pytest.mark.parametrize("name", ["devices", "users", "roles", "scheduled_jobs", "device_templates"])
def test_a_list_that_is_empty_has_the_columns_of_its_items(name: str) -> None:
    found = getattr(
        IotCentral("contoso", TOKEN, transport=FakeTransport([answer({"value": []})])), name
    ).list()
    table = tables.to_arrow(found)
    assert table.num_rows == 0
    assert table.schema.equals(tables.to_arrow([], model=found.item_type).schema)
    assert len(table.schema.names) > 1


def test_an_empty_list_of_nothing_known_has_no_columns() -> None:
    assert tables.to_arrow([]).schema.names == []


def test_a_single_model_is_a_single_row() -> None:
    assert tables.to_arrow(m.Device(id="a")).num_rows == 1


def test_objects_inside_are_flattened_under_dotted_names() -> None:
    names = tables.to_arrow([], model=m.ScheduledJob).schema.names
    assert [name for name in names if name.startswith("schedule.")] == [
        "schedule.start",
        "schedule.recurrence",
        "schedule.end.type",
        "schedule.end.date",
        "schedule.end.occurrences",
    ]


def test_unknown_members_become_columns_on_request_after_the_known_ones() -> None:
    device = decode(m.Device, '{"id": "a", "lastSeen": "x", "place": {"floor": 2, "rooms": ["b", "c"]}}')
    assert tables.to_arrow([device]).schema.names == tables.to_arrow([], model=m.Device).schema.names
    table = tables.to_arrow([device], unknown=True)
    assert table.schema.names[-3:] == ["lastSeen", "place.floor", "place.rooms"]
    assert cells(table) == [{"id": "a", "lastSeen": "x", "place.floor": 2, "place.rooms": ["b", "c"]}]


def test_an_unknown_variant_fills_the_columns_it_shares() -> None:
    robot = decode(m.User, '{"type": "robot", "id": "r", "serial": 7}')
    assert cells(tables.to_arrow([robot], model=m.User)) == [{"type": "robot", "id": "r"}]
    assert cells(tables.to_arrow([robot], model=m.User, unknown=True)) == [
        {"type": "robot", "id": "r", "serial": 7}
    ]


def test_an_async_list_is_refused_with_the_way_out() -> None:
    with new_emulator() as emulator:
        app = emulator.async_client()
        with pytest.raises(TypeError, match=r"\[item async for item in pager\]"):
            tables.to_arrow(app.devices.list())  # type: ignore[arg-type]


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"pip install 'iotcentral\[arrow\]'"):
        tables.to_arrow([])
