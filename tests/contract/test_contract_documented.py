"""The published examples: accounted for, verbatim, and faulty exactly where the errata say so."""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
import yaml

from iotcentral.contract.errata import Erratum, load_errata, unexplained
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.findings import Finding
from iotcentral.contract.policy import load_policy
from iotcentral.contract.readers.vcr import read_cassette
from iotcentral.contract.verify import recordings_in, verify_recordings
from tests.contract.examples import DOCUMENTED, ROOT, library

INDEX: dict[str, Any] = yaml.safe_load((DOCUMENTED / "index.yaml").read_text("utf-8"))
EXAMPLES: list[dict[str, Any]] = INDEX["examples"]
HELD = [each for each in EXAMPLES if "cassette" in each]
ERRATA = load_errata(ROOT / "specs" / "errata.yaml")
KINDS = {"pair", "request-only", "abbreviated", "other-version"}


def recorded(example: dict[str, Any]) -> Exchange:
    exchanges = list(read_cassette(DOCUMENTED / str(example["cassette"])))
    return exchanges[int(example["interaction"])]


@functools.cache
def findings() -> list[Finding]:
    return verify_recordings([DOCUMENTED], target="own", library=library()).findings


@pytest.mark.parametrize(("document", "blocks", "requests"), [("000", 13, 15), ("004", 10, 9)])
def test_every_example_of_a_document_is_accounted_for(document: str, blocks: int, requests: int) -> None:
    found = [each for each in EXAMPLES if each["document"] == document]
    assert (sum(len(each["blocks"]) for each in found), len(found)) == (blocks, requests)
    stated = INDEX["documents"][document]
    assert (stated["json_blocks"], stated["request_lines"]) == (blocks, requests)


def test_examples_are_counted_by_kind() -> None:
    assert Counter(each["kind"] for each in EXAMPLES) == {
        "pair": 7,
        "request-only": 2,
        "abbreviated": 4,
        "other-version": 11,
    }


def test_every_example_of_this_version_is_in_a_cassette_and_no_other() -> None:
    assert [each for each in EXAMPLES if each["version"] == "2022-07-31"] == HELD


def test_every_interaction_of_every_cassette_is_in_the_index() -> None:
    held = {(each["cassette"], each["interaction"]) for each in HELD}
    there = {(p.name, n) for p in recordings_in([DOCUMENTED]) for n, _ in enumerate(read_cassette(p))}
    assert held == there


@pytest.mark.parametrize("example", HELD, ids=lambda each: f"{each['document']}-{each['line']}")
def test_bodies_are_those_published_byte_for_byte(example: dict[str, Any]) -> None:
    exchange = recorded(example)
    bodies = {"request": exchange.request.body, "answer": exchange.answer.body if exchange.answer else b""}
    published = {block["part"]: block["sha256"] for block in example["blocks"]}
    assert {part: hashlib.sha256(body).hexdigest() for part, body in bodies.items() if body} == published


@pytest.mark.parametrize("example", HELD, ids=lambda each: f"{each['document']}-{each['line']}")
def test_the_number_of_lines_is_that_of_the_published_block(example: dict[str, Any]) -> None:
    exchange = recorded(example)
    for block in example["blocks"]:
        message = exchange.request if block["part"] == "request" else exchange.answer
        assert message is not None
        first, last = block["lines"]
        assert message.body.count(b"\n") == last - first


@pytest.mark.parametrize("example", HELD, ids=lambda each: f"{each['document']}-{each['line']}")
def test_a_request_only_example_has_no_answer(example: dict[str, Any]) -> None:
    assert (recorded(example).answer is None) == (example["kind"] == "request-only")


@pytest.mark.parametrize("example", HELD, ids=lambda each: f"{each['document']}-{each['line']}")
def test_method_path_and_query_are_the_published_ones_with_the_places_filled_in(
    example: dict[str, Any],
) -> None:
    method, _, url = example["request"].partition(" ")
    values = INDEX["values"]
    path = "/api/" + url.split("/api/")[1].replace("{deviceTemplateId}", values["deviceTemplateId"])
    request = recorded(example).request
    assert (request.method, request.url) == (method, values["host"] + path)


@pytest.mark.parametrize("example", HELD, ids=lambda each: f"{each['document']}-{each['line']}")
def test_what_was_filled_in_is_named(example: dict[str, Any]) -> None:
    exchange = recorded(example)
    names = {"host", *(f"request header {name}" for name, _ in exchange.request.headers)}
    if "{deviceTemplateId}" in example["request"]:
        names.add("deviceTemplateId")
    if exchange.answer is not None:
        names |= {"status", *(f"answer header {name}" for name, _ in exchange.answer.headers)}
    assert set(example["filled_in"]) == names


def test_the_notice_names_every_document() -> None:
    notice = (DOCUMENTED / "NOTICE").read_text("utf-8")
    assert all(each["title"] in notice for each in INDEX["documents"].values())


def test_the_verifier_finds_exactly_the_listed_faults() -> None:
    difference = unexplained(findings(), ERRATA)
    assert (difference.extra, difference.missing) == ((), ())


@pytest.mark.parametrize("erratum", [each for each in ERRATA if each.rule], ids=lambda each: each.id)
def test_an_erratum_that_is_not_found_is_told(erratum: Erratum) -> None:
    place = (erratum.rule, erratum.operation, erratum.pointer)
    kept = [each for each in findings() if (each.rule, each.operation, each.pointer) != place]
    assert unexplained(kept, ERRATA).missing == (erratum,)


@pytest.mark.parametrize("erratum", [each for each in ERRATA if each.rule], ids=lambda each: each.id)
def test_a_finding_no_erratum_lists_is_told(erratum: Erratum) -> None:
    (extra,) = unexplained(findings(), [each for each in ERRATA if each is not erratum]).extra
    assert (extra.rule, extra.pointer) == (erratum.rule, erratum.pointer)


def test_one_erratum_explains_one_finding() -> None:
    twice = [*findings(), findings()[0]]
    assert unexplained(twice, ERRATA).extra == (findings()[0],)


def test_errata_have_ids_of_their_own() -> None:
    assert len({each.id for each in ERRATA}) == len(ERRATA)


@pytest.mark.parametrize("erratum", ERRATA, ids=lambda each: each.id)
def test_an_erratum_names_a_known_document_and_rule(erratum: Erratum) -> None:
    assert erratum.document in INDEX["documents"]
    assert erratum.rule is None or erratum.rule in load_policy().rules
    assert erratum.grade in {"R", "C", "D", "S", "X"}


@pytest.mark.parametrize("erratum", [each for each in ERRATA if each.place.pointer], ids=lambda each: each.id)
def test_the_place_of_an_erratum_in_an_example_is_a_published_block(erratum: Erratum) -> None:
    blocks = [(each["heading"], block["lines"][0]) for each in EXAMPLES for block in each["blocks"]]
    assert (erratum.place.heading, erratum.place.line) in blocks


def test_kinds_are_the_known_ones() -> None:
    assert {each["kind"] for each in EXAMPLES} == KINDS


def test_the_published_credentials_are_masked() -> None:
    sent = [recorded(each).request for each in HELD]
    assert {request.header("authorization") for request in sent} == {"<api-token>"}


def test_an_answer_that_differs_by_one_character_is_noticed() -> None:
    example = next(each for each in HELD if each["kind"] == "pair")
    answer = recorded(example).answer
    assert answer is not None
    changed = replace(answer, body=answer.body.replace(b"7502", b"7503"))
    hashes = {block["sha256"] for block in example["blocks"]}
    assert hashlib.sha256(answer.body).hexdigest() in hashes
    assert hashlib.sha256(changed.body).hexdigest() not in hashes
