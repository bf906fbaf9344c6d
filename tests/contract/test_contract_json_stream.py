"""Items of a JSON array read one by one: the same as reading the whole, and as strict."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral.contract.readers.errors import TooLargeError
from iotcentral.contract.readers.json_stream import array_items

PATH = ("log", "entries")
MANY = 10**9

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


class Dripping(io.StringIO):
    """A stream that gives a few characters at a time, as a slow disk or pipe may."""

    def __init__(self, text: str, step: int) -> None:
        super().__init__(text)
        self._step = step

    def read(self, size: int | None = -1, /) -> str:
        return super().read(self._step)


def items(text: str, step: int = 1 << 20, most: int = MANY) -> list[Any]:
    return [item for _, item in array_items(Dripping(text, step), [PATH], most)]


@given(
    entries=st.lists(values, max_size=5),
    before=st.dictionaries(st.text().filter(lambda name: name != "entries"), values, max_size=3),
    after=st.dictionaries(st.text().filter(lambda name: name != "log"), values, max_size=3),
    indent=st.sampled_from([None, 0, 2]),
    ascii_only=st.booleans(),
    step=st.integers(1, 40),
)
def test_the_items_are_those_of_the_whole_document_wherever_reads_end(
    entries: list[Any],
    before: dict[str, Any],
    after: dict[str, Any],
    indent: int | None,
    ascii_only: bool,
    step: int,
) -> None:
    document = {"log": {**before, "entries": entries}, **after}
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    assert items(text, step) == entries


@given(
    entries=st.lists(values, min_size=1, max_size=3),
    step=st.integers(1, 40),
    part=st.floats(0, 1, exclude_max=True),
)
def test_a_document_cut_anywhere_is_refused(entries: list[Any], step: int, part: float) -> None:
    text = json.dumps({"log": {"entries": entries}, "x": 1})
    with pytest.raises(ValueError, match=r"JSON|no list|there is no"):
        items(text[: int(len(text) * part)], step)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "5", "{", '{"log":}', '{"log": {"entries": [1,]}}', '{"log": {"entries": [1 2]}}'),
        *(
            '{"log": {"entries": [1]}} x',
            '{"log": {"entries": [1]}, }',
            "{'log': {}}",
            '{5: {"entries": []}}',
        ),
        *(
            '{"log": {"entries": {"a": 1}}}',
            '{"log": {"entries": "x"}}',
            '{"other": []}',
            '{"log": [], "x": 1',
        ),
    ],
)
def test_what_is_no_such_document_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"JSON|no list|there is no"):
        items(text)


def test_a_fault_says_at_which_character() -> None:
    with pytest.raises(ValueError, match="broken JSON at character 22"):
        items('{"log": {"entries": [}}', step=3)


def test_null_is_an_empty_array() -> None:
    assert items('{"log": {"entries": null}}') == []


def test_an_item_larger_than_any_is_refused() -> None:
    with pytest.raises(TooLargeError):
        items(json.dumps({"log": {"entries": ["x" * 5_000]}}), step=500, most=1_000)


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match=r"nested too deep|ends too early"):
        items('{"log": {"entries": [' + "[" * 100_000)
