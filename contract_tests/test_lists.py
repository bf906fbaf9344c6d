"""Lists of the emulator through the client: what condition, order and page size ask for, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import strategies as st

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import arguments, call_sync, run_async
from contract_tests.client.surfaces import speaking
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target, each_operation
from contract_tests.profiles import active, examine
from contract_tests.reading.operations import Operation
from contract_tests.strategies.calls import Call, calls
from contract_tests.strategies.conditions import Condition, conditions, orders
from iotcentral import BearerToken, IotCentral, IotCentralManagement, models
from iotcentral.emulator import Emulator
from iotcentral.emulator.coverage import coverage
from iotcentral.filters import Condition as BuiltCondition
from iotcentral.filters import device
from iotcentral.reference_v1 import AsyncIotCentralReference, IotCentralReference

Ask = Callable[[Emulator, Target, Call], list[Any]]

_SERVED = {id for table in coverage().values() for id, served in table.items() if served}
_NAMES = ("Hall", "hall", "Attic's", "Room Thermostat", "thermostat", "Zoë", "ẞ", "Hall 9", "O'Hall''s", "%_")
_PARTS = st.sampled_from(
    [*_NAMES, "", "aLL", "THERMO", "HALL", "zOË", "'", "ss", "d3", "dtmi:contoso:t1;1", "north", "\u0000"]
)
_TEXTS = _PARTS | st.text(st.characters(codec="utf-8"), max_size=3)
_CONDITIONS = ("filter", "$filter")
_ORDERS = ("orderby", "$orderby")
_SIZES = ("maxpagesize", "$top")


def fill(app: IotCentral) -> None:
    """Devices, templates and groups whose names are not in the order of their ids."""
    app.organizations.create("north", models.Organization(display_name="North"))
    for number, name in enumerate(_NAMES):
        template = f"dtmi:contoso:t{number};1"
        model = {"@id": f"dtmi:contoso:m{number % 3};1", "@type": "Interface", "contents": []}
        app.device_templates.create(
            template,
            models.DeviceTemplate(
                at_type=["ModelDefinition", "DeviceModel"],
                display_name=name if number % 3 else {"fr": name, "en": "Pump"},
                capability_model=model,
            ),
        )
        app.devices.create(
            f"d{number}",
            models.Device(
                display_name=name,
                enabled=number % 3 > 0,
                simulated=number == 4,
                **({"template": template} if number % 2 else {}),
                **({"organizations": ["north"]} if number > 6 else {}),
            ),
        )
        group = models.DeviceGroup(display_name=name, filter="SELECT * FROM devices")
        app.device_groups.create(f"g{number}", group)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(check_answers=True) as made:
        fill(made.client())
        yield made


def ask(emulator: Emulator, target: Target, call: Call) -> list[Any]:
    """The pages that the sync client is answered."""
    transport, bearer = emulator.transport(), BearerToken(emulator.bearer)
    clients: dict[str, Any] = {
        "data-plane": emulator.client,
        "control-plane": lambda: IotCentralManagement(bearer, transport=transport),
        "reference-v1": lambda: IotCentralReference(emulator.app, emulator.token, transport=transport),
    }
    app = speaking(clients[target.document.plane](), target.document)
    given = arguments(Builder.of(target.document), target.operation, call)
    return list(call_sync(app, target.operation, given))


def ask_async(emulator: Emulator, target: Target, call: Call) -> list[Any]:
    """The pages that the async client of an application is answered."""
    transport = emulator.async_transport()
    clients: dict[str, Any] = {
        "data-plane": emulator.async_client,
        "reference-v1": lambda: AsyncIotCentralReference(emulator.app, emulator.token, transport=transport),
    }
    app = speaking(clients[target.document.plane](), target.document)
    given = arguments(Builder.of(target.document), target.operation, call)
    return list(run_async(app, target.operation, given))


def one_of(operation: Operation, names: tuple[str, ...]) -> str | None:
    """The one of these parameters that the operation has."""
    return next((one.name for one in operation.of("query") if one.name in names), None)


def items_of(target: Target, pages: list[Any]) -> list[dict[str, Any]]:
    """The items of pages, under their wire names."""
    member = (target.operation.paging or {})["items"]
    return [item for page in pages for item in msgspec.to_builtins(page)[member]]


def key_of(item: Mapping[str, Any]) -> str:
    return str(item["@id"] if "@id" in item else item["id"])


def fields_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """What conditions may speak of, by its name there."""
    named = item["displayName"]
    return {
        **item,
        "displayName": named if isinstance(named, str) else next(iter(named.values())),
        "scopes": next(iter(item.get("organizations", ())), None),
        "capabilityModelId": item.get("capabilityModel", {}).get("@id"),
    }


def queries(target: Target) -> st.SearchStrategy[tuple[Condition, dict[str, Any]]]:
    """Conditions with the whole query that asks for them: at times in an order, at times page by page."""
    parameter = one_of(target.operation, _CONDITIONS) or ""
    order, size = (one_of(target.operation, names) for names in (_ORDERS, _SIZES))
    others = {} if order is None else {order: orders()}
    others |= {} if size is None or target.document.plane != "data-plane" else {size: st.integers(1, 7)}
    return st.tuples(
        conditions(target.document, target.operation, parameter, _TEXTS),
        st.fixed_dictionaries({}, optional=others),
    ).map(lambda drawn: (drawn[0], {parameter: drawn[0].text, **drawn[1]}))


def expected(items: list[dict[str, Any]], condition: Condition, order: str) -> list[str]:
    """The ids that a simple reading of the query answers."""
    chosen = [item for item in items if condition.holds(fields_of(item))]
    if order:
        chosen.sort(
            key=lambda item: (fields_of(item)["displayName"].casefold(), key_of(item)),
            reverse=order.endswith("desc"),
        )
    return [key_of(item) for item in chosen]


@pytest.mark.parametrize("asking", [ask, ask_async], ids=["sync", "async"])
@each_operation(lambda one: one.id in _SERVED and one_of(one, _CONDITIONS) is not None)
def test_filtered_pages_are_what_a_simple_reading_of_the_condition_says(
    target: Target, asking: Ask, emulator: Emulator, ledger: Ledger
) -> None:
    plain = Call(target.operation.id, {}, {}, {})
    items = items_of(target, asking(emulator, target, plain))
    assert len(items) >= len(_NAMES)

    def check(drawn: tuple[Condition, dict[str, Any]]) -> None:
        condition, query = drawn
        pages = asking(emulator, target, Call(target.operation.id, {}, query, {}))
        order = str(query.get(one_of(target.operation, _ORDERS), ""))
        answered = [key_of(item) for item in items_of(target, pages)]
        assert answered == expected(items, condition, order)
        size = query.get(one_of(target.operation, _SIZES), 25)
        assert [len(items_of(target, [page])) for page in pages[:-1]] == [size] * (len(pages) - 1)
        ledger.note("server", target, 200)
        ledger.note("server pages", target, 200)

    examine(queries(target), check, count=3 * active().paging)


@pytest.mark.parametrize("version", ["2022-06-30-preview", "2022-10-31-preview"])
@pytest.mark.parametrize(
    ("condition", "ids"),
    [
        (device.display_name.contains("HALL"), ["d8", "d7", "d1", "d0"]),
        (device.display_name.lacks("l") & device.enabled.eq(True), ["d5", "d4", "d2"]),
        (device.display_name.eq("O'Hall''s") | device.scopes.eq("north"), ["d8", "d7", "d9"]),
        (device.id.ge("d4") & (device.simulated.eq(True) | device.enabled.ne(True)), ["d4", "d6", "d9"]),
    ],
    ids=str,
)
def test_a_built_filter_means_the_same_in_both_previews(
    version: Literal["2022-06-30-preview", "2022-10-31-preview"],
    condition: BuiltCondition,
    ids: list[str],
    emulator: Emulator,
) -> None:
    devices: Any = emulator.client().at(version).devices
    asked = {"filter": condition.text(version), "order_by": device.display_name.descending(), "page_size": 2}
    pages = list(devices.list(**asked).pages())
    assert [each.id for page in pages for each in page.items] == ids
    assert [len(page.items) for page in pages[:-1]] == [2] * (len(pages) - 1)


@each_operation(lambda one: one.id in _SERVED and bool(one.paging) and not one.of("path"))
def test_a_list_that_is_asked_for_as_the_document_says_is_answered(
    target: Target, emulator: Emulator, ledger: Ledger
) -> None:
    def check(call: Call) -> None:
        assert ask(emulator, target, call)
        ledger.note("server", target, 200)

    examine(calls(target.document, target.operation), check, count=target.cases(active().requests))
