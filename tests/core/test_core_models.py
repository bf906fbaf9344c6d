import copy
import pickle
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral import UNSET, decode, encode, unknown_members
from iotcentral._core.extras import EXTRAS_NAME, UNKNOWN_TAG, Extras
from iotcentral.errors import DecodeError
from tests.core.sample import (
    Device,
    DeviceCollection,
    DevicePatch,
    DeviceProperties,
    EmailUser,
    GroupType,
    KeyPatch,
    Storage,
    UnknownUser,
    User,
)

COPIES = [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value)), msgspec.structs.replace]
NAMES = ["copy", "deepcopy", "pickle", "replace"]


def load(data: bytes) -> Any:
    return msgspec.json.decode(data)


@pytest.mark.parametrize("again", COPIES, ids=NAMES)
def test_an_unset_member_is_still_unset_in_a_copy(again: Any) -> None:
    assert again(Device(id="a")).display_name is UNSET


@pytest.mark.parametrize("again", COPIES, ids=NAMES)
def test_unknown_things_survive_a_copy(again: Any) -> None:
    data = b'{"id":"a","new":{"deep":[1]},"kind":"cloud","enabled":null,"owner":{"type":"robot","arm":2}}'
    device = again(Device.from_json(data))
    assert load(device.to_json()) == load(data)
    assert device.kind.is_known is False


@pytest.mark.parametrize("again", COPIES, ids=NAMES)
def test_a_copy_equals_what_it_was_made_of(again: Any) -> None:
    device = Device.from_json(b'{"id":"a","new":1,"kind":"cloud","owner":{"type":"robot"}}')
    assert again(device) == device


def test_absent_and_null_are_told_apart() -> None:
    absent, null = DevicePatch.from_json(b"{}"), DevicePatch.from_json(b'{"displayName":null}')
    assert (absent.display_name, null.display_name) == (UNSET, None)
    assert (absent.to_json(), null.to_json()) == (b"{}", b'{"displayName":null}')


def test_names_beside_each_other_map_both_ways() -> None:
    device = Device(id="a", at_id="b", at_type=["c"], display_name="d")
    assert device.to_dict() == {"id": "a", "@id": "b", "@type": ["c"], "displayName": "d"}
    assert Device.from_json(device.to_json()) == device


def test_date_times_keep_their_text() -> None:
    data = b'{"expiry":"2023-07-07T17:05:08.9600000Z"}'
    assert Device.from_json(data).to_json() == data


@pytest.mark.parametrize(
    "number", [b"0", b"0.0", b"80.0", b"80", b"1e30", b"-0.5", b"123456789012345678901234567890"]
)
def test_numbers_keep_their_value(number: bytes) -> None:
    data = b'{"share":' + number + b',"value":' + number + b"}"
    assert load(Device.from_json(data).to_json()) == load(data)


def test_a_member_set_after_an_undeclared_null_wins_over_it() -> None:
    device = Device.from_json(b'{"displayName":null,"new":1}')
    device.display_name = "lamp"
    assert device.to_dict() == {"displayName": "lamp", "new": 1}


def test_unknown_members_are_shown_and_read_only() -> None:
    members = unknown_members(Device.from_json(b'{"id":"a","new":1}'))
    assert dict(members) == {"new": 1}
    with pytest.raises(TypeError):
        members["more"] = 2  # type: ignore[index]


@pytest.mark.parametrize("change", [lambda e: e.update(a=1), lambda e: e.pop("a"), lambda e: e.clear()])
def test_members_kept_from_an_answer_cannot_be_changed(change: Any) -> None:
    with pytest.raises(TypeError, match="cannot be changed"):
        change(Extras(a=1))


def test_an_unknown_variant_shows_its_tag_and_all_it_held() -> None:
    user = decode(User, b'{"type":"robot","arm":2}')
    assert isinstance(user, UnknownUser)
    assert (user.type, dict(user.raw)) == ("robot", {"type": "robot", "arm": 2})


@pytest.mark.parametrize(
    "place",
    [
        b'{"owner":%s}',
        b'{"users":[{"type":"email","email":"e","roles":["r"]},%s]}',
        b'{"new":1,"users":[%s]}',
    ],
)
@pytest.mark.parametrize("user", [b'{"type":"robot","a":1}', b'{"a":1,"type":"robot"}', b'{"a":1}'])
def test_unknown_variants_survive_wherever_they_are(place: bytes, user: bytes) -> None:
    data = place % user
    assert load(Device.from_json(data).to_json()) == load(data)


def test_a_union_decodes_by_its_tag() -> None:
    assert decode(User, b'{"roles":["r"],"email":"e","type":"email"}') == EmailUser(email="e", roles=["r"])


def test_the_tag_is_an_attribute_of_each_branch() -> None:
    assert EmailUser(email="e", roles=["r"]).type == "email"


def test_new_members_of_a_known_variant_are_kept() -> None:
    data = b'{"type":"email","email":"e","roles":["r"],"new":null}'
    assert load(encode(decode(User, data))) == load(data)


def test_a_dict_alias_decodes_to_a_plain_dict() -> None:
    data = b'{"$metadata":{"a":null},"b":[1.5]}'
    properties: Any = decode(DeviceProperties, data)
    assert type(properties) is dict
    assert encode(properties) == data


@pytest.mark.parametrize("name", [EXTRAS_NAME, "_extras", "type", "__class__", "", "\x00"])
def test_no_name_of_a_member_confuses_the_hidden_field(name: str) -> None:
    data = msgspec.json.encode({"id": "a", name: {"b": 1}})
    assert load(Device.from_json(data).to_json()) == load(data)


@pytest.mark.parametrize("body", [{}, {"a": 1}, {EXTRAS_NAME: {"a": 1}}])
def test_no_tag_confuses_the_unknown_variant(body: Any) -> None:
    data = msgspec.json.encode({"type": UNKNOWN_TAG, **body})
    assert load(encode(decode(User, data))) == load(data)


WRONG = {
    "wrong type": b'{"enabled":"yes"}',
    "wrong item": b'{"tags":["a",1]}',
    "null item": b'{"tags":[null]}',
    "null in place of a union": b'{"users":[null]}',
    "number in place of a union": b'{"owner":1}',
    "list in place of an object": b"[]",
    "number as enum": b'{"kind":1}',
    "list as enum": b'{"kind":["iot"]}',
    "list as tag": b'{"owner":{"type":["email"]}}',
    "object as tag": b'{"owner":{"type":{}}}',
    "number as tag": b'{"owner":{"type":1}}',
    "null as tag": b'{"owner":{"type":null}}',
    "required member missing": b'{"owner":{"type":"adGroup"}}',
    "required member null": b'{"owner":{"type":"adGroup","objectId":null}}',
    "bad UTF-8": b'{"id":"\xff"}',
    "bad UTF-8 outside of text": b"\xff",
    "UTF-16": '{"id":"a"}'.encode("utf-16"),
    "too deep": b'{"value":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "too deep and unknown": b'{"new":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "lone surrogate": b'{"id":"\\ud800"}',
    "1e400": b'{"share":1e400}',
    "endless integer": b'{"value":' + b"9" * 5000 + b"}",
    "BOM": b'\xef\xbb\xbf{"id":"a"}',
    "NaN": b'{"share":NaN}',
    "Infinity": b'{"share":-Infinity}',
    "truncated": b'{"id":"a',
    "two values": b"{}{}",
    "HTML": b"<html><body>Bad gateway</body></html>",
    "empty": b"",
    "space": b" ",
    "null": b"null",
}


@pytest.mark.parametrize("data", WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_read_is_a_decode_error_and_nothing_else(data: bytes) -> None:
    with pytest.raises(DecodeError):
        Device.from_json(data)


NEARLY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["id", "type", "value", "owner", "x"]), inner)
    ),
)


@pytest.mark.parametrize("kind", [Device, User, DeviceProperties, DeviceCollection, GroupType, list[User]])
@given(data=st.binary() | st.text().map(str.encode) | NEARLY.map(msgspec.json.encode))
def test_any_bytes_decode_without_loss_or_raise_a_decode_error(kind: Any, data: bytes) -> None:
    try:
        value = decode(kind, data)
    except DecodeError:
        return
    assert load(encode(value)) == load(data)


SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text()
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    SCALARS | FLOATS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NEW = st.dictionaries(st.text(max_size=6).map("new".__add__), JSON, max_size=3)
USERS = st.one_of(
    st.fixed_dictionaries({"type": st.just("email"), "email": st.text(), "roles": st.lists(st.text())}),
    st.fixed_dictionaries({"type": st.text().filter(lambda tag: tag not in ("email", "adGroup"))}),
)
DEVICES = st.fixed_dictionaries(
    {},
    optional={
        "id": st.text() | st.none(),
        "@id": st.text(),
        "@type": st.lists(st.text(), max_size=3) | st.none(),
        "kind": st.text() | st.sampled_from(["iot", "iotEdge"]) | st.none(),
        "share": st.integers(0, 10) | FLOATS,
        "value": JSON,
        "properties": st.dictionaries(st.text(max_size=5), JSON, max_size=3),
        "owner": st.builds(dict.__or__, NEW, USERS) | st.none(),
        "users": st.lists(st.builds(dict.__or__, NEW, USERS), max_size=3),
    },
)


@given(st.builds(dict.__or__, NEW, DEVICES))
def test_decode_then_encode_is_the_same_json(device: dict[str, Any]) -> None:
    decoded = Device.from_json(msgspec.json.encode(device))
    assert load(decoded.to_json()) == device
    assert decoded.to_dict() == device


@given(st.builds(dict.__or__, NEW, DEVICES), st.text())
def test_a_change_between_decode_and_encode_changes_nothing_else(device: dict[str, Any], name: str) -> None:
    decoded = Device.from_json(msgspec.json.encode(device))
    decoded.display_name = name
    assert decoded.to_dict() == {**device, "displayName": name}


def test_a_decode_error_holds_nothing_of_the_payload() -> None:
    with pytest.raises(DecodeError) as caught:
        Storage.from_json(b'{"connectionString":"AccountKey=abc","container":"\xff"}')
    assert "abc" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_repr_shows_what_is_set_and_masks_secrets() -> None:
    storage = Storage(connection_string="AccountKey=abc", container="c")
    assert repr(storage) == "Storage(connection_string='***', container='c')"
    assert (
        repr(DevicePatch(key=KeyPatch(primary_key="abc"))) == "DevicePatch(key=KeyPatch(primary_key='***'))"
    )


def test_repr_hides_what_the_contract_does_not_name() -> None:
    device = Device.from_json(b'{"id":"a","new":"abc","owner":{"type":"robot","key":"abc"}}')
    assert repr(device) == "Device(id='a', owner=UnknownUser(type='robot'))"


def test_rich_shows_no_more_than_repr() -> None:
    rows = Storage(connection_string="AccountKey=abc", container="c").__rich_repr__()
    assert [(name, repr(value)) for name, value in rows] == [
        ("connection_string", "'***'"),
        ("container", "'c'"),
    ]


def test_to_dict_shares_nothing_with_the_model() -> None:
    device = Device(properties={"a": [1]})
    device.to_dict()["properties"]["a"].append(2)
    assert device.properties == {"a": [1]}


def test_members_are_given_by_name_and_required_ones_must_be() -> None:
    with pytest.raises(TypeError):
        Storage("a", "b")  # type: ignore[call-arg, arg-type]
    with pytest.raises(TypeError):
        Storage(container="b")  # type: ignore[call-arg]
