"""The versions of the catalog against each other, and the differences known from elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral.contract.diff import RULES, Difference
from iotcentral.contract.pointers import follow
from tests.diff.backwards import signatures
from tests.diff.versions import CATALOG, COUNTS, NEIGHBOURS, Fact, document, facts, in_catalog, report

SEEN = [each for each in facts() if "rule" in each.entry]
ABSENT = [each for each in facts() if "absent" in each.entry]
KEYS = {"says", "rule", "operations", "schemas", "member", "keyword", "pointer", "before", "after", "all"}


def here(entries: list[Fact]) -> list[Any]:
    """The facts of pairs that the catalog holds; the last test says when that is all of them."""
    return [pytest.param(each, id=f"{n}-{each.name}") for n, each in enumerate(entries) if in_catalog(each)]


@pytest.mark.parametrize("name", CATALOG)
def test_a_version_does_not_differ_from_itself(name: str) -> None:
    assert report(name, name).differences == ()


@pytest.mark.parametrize(("old", "new"), NEIGHBOURS)
def test_backwards_everything_is_the_opposite(old: str, new: str) -> None:
    assert signatures(report(old, new)) == signatures(report(new, old), turned=True)


@pytest.mark.parametrize(("old", "new"), NEIGHBOURS)
def test_what_comes_is_what_goes_backwards(old: str, new: str) -> None:
    forward, backward = report(old, new), report(new, old)
    assert forward.operations.added == backward.operations.removed
    assert forward.schemas.added == backward.schemas.removed
    assert forward.own_schemas.removed == backward.own_schemas.added


@pytest.mark.parametrize(("old", "new"), NEIGHBOURS)
def test_every_pointer_leads_somewhere(old: str, new: str) -> None:
    for each in report(old, new).differences:
        for name, pointer in ((old, each.old_pointer), (new, each.new_pointer)):
            if pointer is not None:
                follow(document(name), pointer)


@pytest.mark.parametrize("fact", here(SEEN))
def test_a_known_difference_is_reported(fact: Fact) -> None:
    found = [each for each in report(fact.old, fact.new).differences if _fits(each, fact.entry)]
    operations = {name for each in found for name in each.operations}
    schemas = {name for each in found for name in each.schemas}
    for said, seen in (("operations", operations), ("schemas", schemas)):
        wanted = set(fact.entry.get(said, ()))
        assert wanted <= seen, fact.entry["says"]
        assert not fact.entry.get("all") or not wanted or wanted == seen, fact.entry["says"]


@pytest.mark.parametrize("fact", here(ABSENT))
def test_what_is_known_to_stay_is_not_reported(fact: Fact) -> None:
    operations = set(fact.entry.get("operations", ()))
    found = [
        each.sentence
        for each in report(fact.old, fact.new).differences
        if each.rule in fact.entry["absent"] and (not operations or operations & set(each.operations))
    ]
    assert found == [], fact.entry["says"]


def _fits(each: Difference, entry: dict[str, Any]) -> bool:
    if each.rule != entry["rule"] or entry.get("pointer", "") not in f"{each.old_pointer} {each.new_pointer}":
        return False
    schemas = entry.get("schemas")
    if schemas and not set(schemas) & set(each.schemas):
        return False
    told = (key for key in ("member", "keyword", "before", "after") if key in entry)
    return all(getattr(each, key) == entry[key] for key in told)


@pytest.mark.parametrize(
    "pair", [pytest.param(each, id="-".join(each)) for each in COUNTS if set(each) <= set(CATALOG)]
)
def test_the_numbers_of_operations_are_known(pair: tuple[str, str]) -> None:
    found = report(*pair).operations
    assert [found.before, found.after] == COUNTS[pair]


@pytest.mark.parametrize("fact", facts(), ids=[f"{n}-{each.name}" for n, each in enumerate(facts())])
def test_an_entry_of_the_table_is_well_formed(fact: Fact) -> None:
    kinds = {"rule", "absent", "unseen"} & set(fact.entry)
    assert len(kinds) == 1
    assert fact.entry["says"]
    assert {fact.entry["rule"]} <= set(RULES) if kinds == {"rule"} else True
    assert set(fact.entry.get("absent", ())) <= set(RULES)
    assert set(fact.entry) - {"absent", "unseen"} <= KEYS


@pytest.mark.skipif(
    not {"data-plane/2022-05-31", "data-plane/2022-07-31"} <= set(CATALOG), reason="not in the catalog yet"
)
def test_the_step_to_the_latest_version_adds_29_operations_and_32_schemas() -> None:
    found = report("data-plane/2022-05-31", "data-plane/2022-07-31")
    assert (len(found.operations.added), len(found.schemas.added)) == (29, 32)
    assert (found.operations.removed, found.schemas.removed) == ((), ())


def test_the_table_has_facts_on_every_neighbouring_pair_of_the_catalog_and_on_no_other() -> None:
    assert {(fact.old, fact.new) for fact in facts()} == set(NEIGHBOURS)
