import copy
import pickle
from typing import Any

import pytest

from iotcentral import decode, encode
from tests.core.sample import GroupType


@pytest.fixture
def unknown() -> GroupType:
    return decode(GroupType, b'"cloud"')


def test_a_caller_cannot_make_up_a_value() -> None:
    with pytest.raises(ValueError, match="'cloud' is not a GroupType: use one of 'iot', 'iotEdge'"):
        GroupType("cloud")


@pytest.mark.parametrize("value", [1, None, ["iot"]])
def test_a_caller_cannot_use_another_type(value: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        GroupType(value)


def test_known_values_are_the_one_member() -> None:
    assert GroupType("iot") is GroupType.IOT is decode(GroupType, b'"iot"')
    assert GroupType.IOT.is_known


def test_an_unknown_value_is_its_text(unknown: GroupType) -> None:
    assert isinstance(unknown, GroupType)
    assert (str(unknown), unknown.value, unknown == "cloud", hash(unknown)) == (
        "cloud",
        "cloud",
        True,
        hash("cloud"),
    )
    assert encode(unknown) == b'"cloud"'
    assert not unknown.is_known


def test_an_unknown_value_equals_another_of_the_same_text_only(unknown: GroupType) -> None:
    assert unknown == decode(GroupType, b'"cloud"')
    assert unknown != decode(GroupType, b'"fog"')
    assert unknown != GroupType.IOT


def test_an_unknown_value_that_is_called_like_a_member_is_not_it() -> None:
    assert not decode(GroupType, b'"IOT"').is_known


def test_an_unknown_value_is_not_among_the_members(unknown: GroupType) -> None:
    assert unknown not in list(GroupType)
    assert len(GroupType) == 2


def test_an_unknown_value_goes_through_the_constructor(unknown: GroupType) -> None:
    assert GroupType(unknown) == unknown


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
@pytest.mark.parametrize("text", [b'"iot"', b'"cloud"'])
def test_values_copy_and_pickle(again: Any, text: bytes) -> None:
    value = decode(GroupType, text)
    assert again(value) == value
    assert again(value).is_known is value.is_known
    assert type(again(value)) is GroupType
