import enum
import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from iotcentral import UNSET, decode
from iotcentral._core.request_form import RequestForm
from iotcentral._core.schemas import Schemas
from iotcentral.errors import InvalidRequest
from iotcentral.times import Timestamp
from tests.core.sample import (
    DOCUMENT,
    Device,
    DevicePatch,
    EmailUser,
    GroupType,
    GroupUser,
    Info,
    KeyPatch,
    Storage,
    UnknownUser,
    User,
)
from tests.core.test_core_models import JSON


class Colour(enum.StrEnum):
    RED = "red"


class Size(enum.IntEnum):
    BIG = 3


class Ratio(float):
    """Like the numbers of array libraries."""


def form(body: Any, schema: str | None = None) -> Any:
    name = schema or body.__schema__
    return json.loads(RequestForm(Schemas(DOCUMENT), "Devices_Create").encode(body, name))


def refusal(body: Any, schema: str | None = None) -> tuple[str, str]:
    with pytest.raises(InvalidRequest) as caught:
        form(body, schema)
    assert caught.value.operation_id == "Devices_Create"
    return caught.value.argument, caught.value.rule


def test_read_only_members_are_left_out() -> None:
    assert form(Device(id="a", info=Info(thumbprint="t"), display_name="lamp")) == {"displayName": "lamp"}


def test_read_only_members_are_left_out_of_a_branch_that_has_them_from_its_base() -> None:
    user = EmailUser(id="a", email="e", roles=["r"])
    assert form(Device(owner=user)) == {"owner": {"type": "email", "email": "e", "roles": ["r"]}}


def test_unset_is_left_out_and_null_is_kept() -> None:
    assert form(DevicePatch(display_name=None, key=None)) == {"displayName": None, "key": None}
    assert form(DevicePatch()) == {}


def test_unknown_things_that_came_out_of_an_answer_go_back() -> None:
    device = Device.from_json(
        b'{"id":"a","new":{"b":[null]},"kind":"cloud","users":[{"type":"robot","c":1}]}'
    )
    device.display_name = "lamp"
    expected = {
        "new": {"b": [None]},
        "kind": "cloud",
        "users": [{"type": "robot", "c": 1}],
        "displayName": "lamp",
    }
    assert form(device) == expected


def test_a_null_the_schema_forbids_is_not_sent_back() -> None:
    assert form(Device.from_json(b'{"id":null,"displayName":null,"enabled":true}')) == {"enabled": True}


@given(JSON)
def test_free_form_parts_go_as_they_are(value: Any) -> None:
    body = Device(value=value, properties={"a": value})
    assert form(body) == {"value": value, "properties": {"a": value}}


@pytest.mark.parametrize(("value", "sent"), [(Colour.RED, "red"), (Size.BIG, 3), (Ratio(0.5), 0.5)])
def test_subclasses_of_json_types_go_as_those(value: Any, sent: Any) -> None:
    assert form(Device(value=value)) == {"value": sent}
    assert form(Device(properties={"a": [value]})) == {"properties": {"a": [sent]}}


def test_a_known_enum_value_may_be_given_as_text() -> None:
    assert form(Device(kind="iot")) == {"kind": "iot"}  # type: ignore[arg-type]


MASKED = "masked-secret"
MASK = "*****"
MASKED_KEY = "AccountKey=*****"
INFO = Info(thumbprint="t")
REFUSED: dict[str, tuple[Any, str, str]] = {
    "wrong type": (Device(display_name=7), "body/displayName", "type"),  # type: ignore[arg-type]
    "bool as integer": (Device(timeout=True), "body/timeout", "type"),
    "float as integer": (Device(timeout=1.5), "body/timeout", "type"),  # type: ignore[arg-type]
    "bool as number": (Device(share=True), "body/share", "type"),
    "text as list": (Device(tags="ab"), "body/tags", "type"),  # type: ignore[arg-type]
    "tuple as list": (Device(tags=("ab",)), "body/tags", "type"),  # type: ignore[arg-type]
    "text as object": (Device(properties="ab"), "body/properties", "type"),  # type: ignore[arg-type]
    "null where none is allowed": (Device(display_name=None), "body/displayName", "type"),  # type: ignore[arg-type]
    "datetime as date-time": (Device(expiry=datetime(2023, 1, 1)), "body/expiry", "type"),  # type: ignore[arg-type]
    "made-up enum value": (Device(kind="cloud"), "body/kind", "enum"),  # type: ignore[arg-type]
    "minLength": (Device(display_name="x"), "body/displayName", "minLength"),
    "maxLength": (Device(display_name="x" * 9), "body/displayName", "maxLength"),
    "minLength of an item": (Device(at_type=["a", ""]), "body/@type/1", "minLength"),
    "pattern": (Device(at_id="A"), "body/@id", "pattern"),
    "pattern and a newline at the end": (Device(at_id="a\n"), "body/@id", "pattern"),
    "minimum": (Device(share=-0.1), "body/share", "minimum"),
    "maximum": (Device(share=100.5), "body/share", "maximum"),
    "minItems": (Device(at_type=[]), "body/@type", "minItems"),
    "maxItems": (Device(at_type=["a", "b", "c"]), "body/@type", "maxItems"),
    "uniqueItems": (Device(tags=["a", "b", "a"]), "body/tags", "uniqueItems"),
    "int32": (Device(timeout=2**31), "body/timeout", "format"),
    "int32 below zero": (Device(timeout=-(2**31) - 1), "body/timeout", "format"),
    "date-time without offset": (Device(expiry=Timestamp("2023-01-01T00:00:00")), "body/expiry", "format"),
    "date-time that is a date": (Device(expiry=Timestamp("2023-01-01")), "body/expiry", "format"),
    "date that no calendar has": (Device(day="2023-02-29"), "body/day", "format"),
    "NaN": (Device(share=float("nan")), "body/share", "number"),
    "Infinity": (Device(share=float("inf")), "body/share", "number"),
    "NaN in a free-form part": (Device(properties={"a": [float("nan")]}), "body/properties/a/0", "number"),
    "NaN as any value": (Device(value=float("-inf")), "body/value", "number"),
    "Decimal": (Device(value=Decimal(1)), "body/value", "json"),
    "bytes": (Device(properties={"a": b"b"}), "body/properties/a", "json"),
    "set": (Device(properties={"a": {1}}), "body/properties/a", "json"),
    "tuple in a free-form part": (Device(properties={"a": (1,)}), "body/properties/a", "json"),
    "UNSET in a free-form part": (Device(properties={"a": UNSET}), "body/properties/a", "json"),
    "model in a free-form part": (Device(properties={"a": INFO}), "body/properties/a", "json"),
    "model as any value": (Device(value=INFO), "body/value", "type"),
    "integer without end": (Device(value=10**5000), "body", "json"),
    "name that is not text": (Device(properties={1: 2}), "body/properties", "json"),  # type: ignore[dict-item]
    "lone surrogate": (Device(display_name="ab\ud800"), "body/displayName", "unicode"),
    "lone surrogate in a free-form part": (Device(value=["\udfff"]), "body/value/0", "unicode"),
    "lone surrogate in a name": (Device(properties={"\ud800": 1}), "body/properties", "unicode"),
    "pointer with slash and tilde": (Device(properties={"a/b~c": b""}), "body/properties/a~1b~0c", "json"),
    "masked secret": (Storage(connection_string=MASK, container="c"), "body/connectionString", MASKED),
    "masked key in a secret": (
        Storage(connection_string="AccountName=a;AccountKey=*****;x=y", container="c"),
        "body/connectionString",
        MASKED,
    ),
    "masked key elsewhere": (Device(properties={"a": MASKED_KEY}), "body/properties/a", MASKED),
    "masked key of a patch": (DevicePatch(key=KeyPatch(primary_key=MASK)), "body/key/primaryKey", MASKED),
    "required member unset": (Storage(connection_string="a", container=UNSET), "body/container", "required"),  # type: ignore[arg-type]
    "minItems of a base": (Device(owner=EmailUser(email="e", roles=[])), "body/owner/roles", "minItems"),
    "another class": (Device(owner=INFO), "body/owner", "oneOf"),  # type: ignore[arg-type]
    "dict as a variant": (Device(users=[{"type": "email"}]), "body/users/0", "oneOf"),  # type: ignore[list-item]
    "made-up unknown variant": (Device(owner=UnknownUser()), "body/owner", "oneOf"),
    "dict as a model": (DevicePatch(key={"primaryKey": "a"}), "body/key", "type"),  # type: ignore[arg-type]
    "model of another schema": (DevicePatch(key=INFO), "body/key", "type"),  # type: ignore[arg-type]
    "model as text": (Device(display_name=INFO), "body/displayName", "type"),  # type: ignore[arg-type]
    "made-up unknown members": (Device(_extras={"a": 1}), "body", "additionalProperties"),  # type: ignore[arg-type]
    "body of another schema": (INFO, "body", "type"),
    "dict as a body": ({"displayName": "lamp"}, "body", "type"),
    "nothing as a body": (UNSET, "body", "required"),
    "null as a body": (None, "body", "type"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "argument", "rule"), REFUSED.values(), ids=REFUSED.keys())
def test_what_the_contract_refuses_is_refused_by_name(body: Any, argument: str, rule: str) -> None:
    schema = body.__schema__ if isinstance(body, (Storage, DevicePatch)) else "Device"
    assert refusal(body, schema) == (argument, rule)


BOUNDARIES = [
    Device(display_name="xx"),
    Device(display_name="x" * 8),
    Device(display_name="𝄞" * 8),
    Device(share=0),
    Device(share=100.0),
    Device(timeout=2**31 - 1),
    Device(timeout=-(2**31)),
    Device(at_type=["a", "b"]),
    Device(day="2024-02-29"),
    Device(expiry=Timestamp("2016-12-31T23:59:60Z")),
    Device(expiry=Timestamp("2023-01-01t00:00:00.1234567+05:30")),
    Device(properties={"a": "\U0010ffff"}),
    Device(owner=GroupUser(object_id="o")),
    Storage(connection_string="AccountKey=a*b", container="*****"),
]


@pytest.mark.parametrize("body", BOUNDARIES)
def test_what_lies_on_a_limit_is_sent(body: Any) -> None:
    assert form(body) == body.to_dict()


def test_an_object_that_holds_itself_is_refused() -> None:
    ring: dict[str, Any] = {}
    ring["self"] = ring
    assert refusal(Device(properties=ring)) == ("body", "json")


def test_names_of_free_form_members_are_checked() -> None:
    assert form({"a": {"$metadata": 1}}, "DeviceProperties") == {"a": {"$metadata": 1}}
    assert refusal({"$metadata": {}}, "DeviceProperties") == ("body/$metadata", "propertyNames")


def test_an_unknown_variant_of_another_union_is_refused() -> None:
    class UnknownThing(UnknownUser, tag="\uf8ffother"):
        __union__ = "Thing"

    user = decode(User, b'{"type":"robot"}')
    other = UnknownThing(_extras=user._extras)
    assert refusal(Device(owner=other)) == ("body/owner", "oneOf")


def test_a_member_this_version_does_not_have_is_refused() -> None:
    class NewDevice(Device):
        colour: str

    assert refusal(NewDevice(colour="red")) == ("body/colour", "additionalProperties")


def test_a_refusal_does_not_repeat_the_value() -> None:
    with pytest.raises(InvalidRequest) as caught:
        form(Storage(connection_string="AccountKey=*****;SharedAccessKey=abc", container="c"))
    assert "abc" not in str(caught.value)


def test_an_unknown_enum_value_of_an_answer_may_be_sent() -> None:
    kind = decode(GroupType, b'"cloud"')
    assert form(Device(kind=kind)) == {"kind": "cloud"}
