"""What counts as the sent value, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral.contract.rules.compare import lost


@pytest.mark.parametrize(
    ("sent", "got"),
    [
        ({"a": 80}, {"a": 80.0}),
        ({"a": None}, {}),
        ({"a": ""}, {}),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": "x;AccountKey=abc;y"}, {"a": "x;AccountKey=*****;y"}),
        ({"a": "2023-07-07T17:05:08Z"}, {"a": "2023-07-07T17:05:08.000Z"}),
        ({"email": "A@B.c"}, {"email": "a@b.c"}),
        ({"l": [{"name": "a"}, {"name": "b"}]}, {"l": [{"name": "b"}, {"name": "a"}]}),
        ({"@type": ["Property", "StringValue"]}, {"@type": ["Property", "DateTimeValue"]}),
        ({"@type": ["Property"]}, {"@type": ["Property", "NumberValue"]}),
        ({"@type": "Property"}, {"@type": ["Property", "NumberValue"]}),
        ({"etag": "1"}, {"etag": "2"}),
    ],
)
def test_what_the_service_normalises_is_not_lost(sent: Any, got: Any) -> None:
    assert list(lost(sent, got, exempt={"etag"})) == []


@pytest.mark.parametrize(
    ("sent", "got", "pointer"),
    [
        ({"a": 1}, {"a": 2}, "/a"),
        ({"a": 1}, {}, "/a"),
        ({"a": True}, {"a": 1}, "/a"),
        ({"a": "1"}, {"a": 1}, "/a"),
        ({"a": {"b": 1}}, {"a": {"b": 2}}, "/a/b"),
        ({"l": [1, 2]}, {"l": [1]}, "/l"),
        ({"l": [1]}, {"l": [1, 2]}, "/l"),
        (
            {"l": [{"name": "a", "x": 1}, {"name": "b"}]},
            {"l": [{"name": "b"}, {"name": "a", "x": 2}]},
            "/l/1/x",
        ),
        ({"@type": ["Property"]}, {"@type": ["Telemetry"]}, "/@type/0"),
        ({"a": "x;AccountKey=abc"}, {"a": "y;AccountKey=*****"}, "/a"),
        ({"a": "x"}, {"a": "X"}, "/a"),
    ],
)
def test_a_value_that_is_not_answered_is_pointed_at(sent: Any, got: Any, pointer: str) -> None:
    assert [where for where, _ in lost(sent, got)] == [pointer]
