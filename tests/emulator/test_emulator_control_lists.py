"""Lists of the control plane, in both versions: whole, in order, nothing twice, whatever comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from tests.emulator.arm import GROUP, PROVIDER, SUBSCRIPTION, VERSIONS, Arm, arm_emulator, body

_WHOLE = f"{SUBSCRIPTION}{PROVIDER}/iotApps"
_NAMES = [f"plant-{letter}" for letter in "abcdef"]
_CHANGES = st.lists(st.lists(st.tuples(st.booleans(), st.sampled_from(_NAMES)), max_size=2), max_size=6)
_LONG_ENOUGH = 60
"""Seconds after which what the preview does in the background is done."""


def _make(arm: Arm, name: str) -> None:
    arm.ok("PUT", f"{GROUP}/{name}", body(properties={"displayName": name, "subdomain": name}))
    arm.wait(_LONG_ENOUGH)


def _drop(arm: Arm, name: str) -> None:
    arm.call("DELETE", f"{GROUP}/{name}")
    arm.wait(_LONG_ENOUGH)


def _pages(arm: Arm, path: str) -> Iterator[list[str]]:
    page: Any = arm.ok("GET", path)
    for _ in _NAMES * 3:
        yield [app["name"] for app in page["value"]]
        if "nextLink" not in page:
            return
        page = arm.send("GET", page["nextLink"]).json
    raise AssertionError("the list does not end")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("path", [GROUP, _WHOLE])
def test_applications_that_stay_come_once_and_in_order(version: str, path: str) -> None:
    @settings(max_examples=scaled(15))
    @given(st.sets(st.sampled_from(_NAMES)), st.integers(1, 3), _CHANGES)
    def holds(present: set[str], size: int, changes: list[list[tuple[bool, str]]]) -> None:
        with arm_emulator(page_size=size) as emulator:
            arm = Arm(emulator, version)
            for name in sorted(present):
                _make(arm, name)
            stayed, seen, between = set(present), list[str](), iter(changes)
            for names in _pages(arm, path):
                assert len(names) <= size
                seen += names
                for comes, name in next(between, []):
                    (_make if comes else _drop)(arm, name)
                    stayed -= set() if comes else {name}
            assert seen == sorted(set(seen))
            assert stayed <= set(seen)

    holds()


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("path", "other"), [(GROUP, _WHOLE), (_WHOLE, GROUP)])
def test_token_is_good_for_its_own_list_and_version_alone(version: str, path: str, other: str) -> None:
    with arm_emulator(page_size=1) as emulator:
        arm = Arm(emulator, version)
        for name in _NAMES[:2]:
            _make(arm, name)
        token = arm.ok("GET", path)["nextLink"].partition("skiptoken=")[2]
        asked = {
            (place, each): arm.call(
                "GET", place, query=f"api-version={each}&{quote('$skiptoken')}={token}"
            ).status
            for place in (path, other)
            for each in VERSIONS
        }
    assert {where for where, status in asked.items() if status == 200} == {(path, version)}
    assert set(asked.values()) == {200, 400}
