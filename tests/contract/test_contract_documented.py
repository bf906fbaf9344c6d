"""The published examples: accounted for, verbatim, and faulty exactly where the errata say so."""

from __future__ import annotations

import functools
import hashlib
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
import yaml

from iotcentral.contract.errata import Erratum, load_errata, load_sources, unexplained
from iotcentral.contract.exchanges import MISSING, Exchange
from iotcentral.contract.findings import Finding
from iotcentral.contract.policy import load_policy
from iotcentral.contract.readers.vcr import read_cassette
from iotcentral.contract.verify import recordings_in, verify_recordings
from tests.contract.examples import DOCUMENTED, ROOT, library

INDEX: dict[str, Any] = yaml.safe_load((DOCUMENTED / "index.yaml").read_text("utf-8"))
EXAMPLES: list[dict[str, Any]] = INDEX["examples"]
VALUES: dict[str, str] = INDEX["values"]
SPECS = ROOT / "specs"
ERRATA = load_errata(SPECS / "errata.yaml")
SOURCES = load_sources(SPECS / "errata.yaml")
UNANSWERED = {"request-only", "abbreviated"}
KINDS = {"pair": 24, "request-only": 13, "abbreviated": 4, "erratum": 4}
CLASSES = {
    *("source-conflict", "invented", "copy-error", "missing-member", "masked-secret", "inconsistent"),
    *("no-json", "wrong-url", "outdated", "prose"),
}
CREDENTIALS = {
    "data-plane": "<api-token>",
    "control-plane": "Bearer <entra-token>",
    "reference-v1": "Bearer YOUR_API_TOKEN",
}
each_example = pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda each: f"{each['document']}-{each['line']}"
)
each_erratum = pytest.mark.parametrize("erratum", ERRATA, ids=lambda each: each.id)
each_reported = pytest.mark.parametrize(
    "erratum", [each for each in ERRATA if each.rule], ids=lambda each: each.id
)


@functools.cache
def cassette(name: str) -> list[Exchange]:
    return list(read_cassette(DOCUMENTED / name))


def recorded(example: dict[str, Any]) -> Exchange:
    return cassette(str(example["cassette"]))[int(example["interaction"])]


def kept(example: dict[str, Any]) -> list[dict[str, Any]]:
    """The blocks a cassette holds: all but the answers shortened with `...`."""
    shortened = example["kind"] == "abbreviated"
    return [each for each in example["blocks"] if not (shortened and each["part"] == "answer")]


@functools.cache
def findings() -> list[Finding]:
    return verify_recordings([DOCUMENTED], target="own", library=library()).findings


@pytest.mark.parametrize(
    ("document", "blocks", "requests"),
    [("000", 13, 15), ("001", 11, 11), ("002", 0, 0), ("003", 12, 10), ("004", 10, 9)],
)
def test_every_example_of_a_document_is_accounted_for(document: str, blocks: int, requests: int) -> None:
    found = [each for each in EXAMPLES if each["document"] == document]
    assert (sum(len(each["blocks"]) for each in found), len(found)) == (blocks, requests)
    stated = INDEX["documents"][document]
    assert (stated["json_blocks"], stated["request_lines"]) == (blocks, requests)


def test_the_five_documents_hold_46_json_blocks_and_45_request_lines() -> None:
    assert (sum(len(each["blocks"]) for each in EXAMPLES), len(EXAMPLES)) == (46, 45)


def test_examples_are_counted_by_kind() -> None:
    assert Counter(each["kind"] for each in EXAMPLES) == KINDS


def test_every_interaction_of_every_cassette_is_one_example() -> None:
    held = [(each["cassette"], each["interaction"]) for each in EXAMPLES]
    there = [(p.name, n) for p in recordings_in([DOCUMENTED]) for n, _ in enumerate(read_cassette(p))]
    assert sorted(held) == sorted(there)


def test_a_cassette_holds_examples_of_one_contract_of_the_catalog() -> None:
    contracts: dict[str, set[str]] = {}
    for each in EXAMPLES:
        contracts.setdefault(each["cassette"], set()).add(f"{each['plane']}/{each['version']}")
    assert all(len(found) == 1 for found in contracts.values())
    assert {name for found in contracts.values() for name in found} <= set(library().names)


@each_example
def test_an_example_is_judged_by_its_own_contract(example: dict[str, Any]) -> None:
    kit = library().kit_of(recorded(example).request)
    assert kit is not None
    assert kit.contract.name == f"{example['plane']}/{example['version']}"


@each_example
def test_bodies_are_those_published_byte_for_byte(example: dict[str, Any]) -> None:
    exchange = recorded(example)
    bodies = {"request": exchange.request.body, "answer": exchange.answer.body if exchange.answer else b""}
    published = {block["part"]: block["sha256"] for block in kept(example)}
    assert {part: hashlib.sha256(body).hexdigest() for part, body in bodies.items() if body} == published


@each_example
def test_the_number_of_lines_is_that_of_the_published_block(example: dict[str, Any]) -> None:
    exchange = recorded(example)
    for block in kept(example):
        message = exchange.request if block["part"] == "request" else exchange.answer
        assert message is not None
        first, last = block["lines"]
        assert message.body.count(b"\n") == last - first


@each_example
def test_an_answer_is_recorded_where_one_is_published_and_nowhere_else(example: dict[str, Any]) -> None:
    parts = {block["part"] for block in kept(example)}
    published = "status" in example or "answer" in parts
    assert (recorded(example).answer is not None) == published
    assert published or example["kind"] in {*UNANSWERED, "erratum"}
    assert not (published and example["kind"] in UNANSWERED)


def test_the_one_block_that_is_no_json_is_an_erratum() -> None:
    answers = {f"{each['cassette']}": recorded(each).answer for each in EXAMPLES}
    broken = [name for name, answer in answers.items() if answer and answer.body and answer.json is MISSING]
    assert broken == ["destinations-list.yaml"]


def filled_in(example: dict[str, Any]) -> tuple[str, set[str]]:
    """The URL of a request line with its places filled in, and what was."""
    url = str(example["request"]).partition(" ")[2]
    names: set[str] = set()

    def value(match: re.Match[str]) -> str:
        names.add(match[1])
        return str(example.get("values", {}).get(match[1], VALUES.get(match[1])))

    if url.startswith("/"):  # document 001: the base stands apart
        url = VALUES["base"] + url.removeprefix("/api") + "?api-version=" + VALUES["query api-version"]
        names |= {"base", "query api-version"}
    elif "{" in url.split("/")[2]:
        url = "/".join([VALUES["host"], *url.split("/")[3:]])
        names.add("host")
    names |= {"query space"} if " " in url.partition("?")[2] else set()
    filled = re.sub(r"[{<]([^}>]*)[}>]", value, url)
    return filled.replace(" ", VALUES["query space"]), names


@each_example
def test_method_path_and_query_are_the_published_ones_with_the_places_filled_in(
    example: dict[str, Any],
) -> None:
    request = recorded(example).request
    assert (request.method, request.url) == (example["request"].split(" ")[0], filled_in(example)[0])


@each_example
def test_what_was_filled_in_is_named(example: dict[str, Any]) -> None:
    exchange = recorded(example)
    names = filled_in(example)[1] | {f"request header {name}" for name, _ in exchange.request.headers}
    if example["plane"] == "reference-v1":  # the document says what to send
        names.remove("request header Authorization")
    if exchange.answer is not None:
        names |= {f"answer header {name}" for name, _ in exchange.answer.headers}
        names |= set() if "status" in example else {"status"}
    assert set(example["filled_in"]) == names


@pytest.mark.parametrize("example", [each for each in EXAMPLES if "status" in each], ids=str)
def test_a_published_status_is_the_recorded_one(example: dict[str, Any]) -> None:
    answer = recorded(example).answer
    assert answer is not None
    assert answer.status == example["status"]


@each_example
def test_what_was_filled_in_has_a_value(example: dict[str, Any]) -> None:
    assert set(example["filled_in"]) <= set(VALUES)
    assert set(example.get("values", {})) <= set(example["filled_in"])


def test_the_notice_names_every_document() -> None:
    notice = (DOCUMENTED / "NOTICE").read_text("utf-8")
    assert all(f"{key}  {each['title']}" in notice for key, each in INDEX["documents"].items())


def test_the_verifier_finds_exactly_the_listed_faults() -> None:
    difference = unexplained(findings(), ERRATA)
    assert (difference.extra, difference.missing) == ((), ())


@each_reported
def test_an_erratum_that_is_not_found_is_told(erratum: Erratum) -> None:
    place = (erratum.rule, erratum.operation or "", erratum.pointer)
    others = [each for each in findings() if (each.rule, each.operation, each.pointer) != place]
    assert unexplained(others, ERRATA).missing == (erratum,)


@each_reported
def test_a_finding_no_erratum_lists_is_told(erratum: Erratum) -> None:
    (extra,) = unexplained(findings(), [each for each in ERRATA if each is not erratum]).extra
    assert (extra.rule, extra.pointer) == (erratum.rule, erratum.pointer)


def test_one_erratum_explains_one_finding() -> None:
    twice = [*findings(), findings()[0]]
    assert unexplained(twice, ERRATA).extra == (findings()[0],)


def test_errata_have_ids_of_their_own() -> None:
    assert len({each.id for each in ERRATA}) == len(ERRATA)


@each_erratum
def test_an_erratum_names_a_known_document_rule_and_class(erratum: Erratum) -> None:
    assert erratum.document in INDEX["documents"]
    assert erratum.rule is None or erratum.rule in load_policy().rules
    assert erratum.fault_class in CLASSES
    assert erratum.grade in {"R", "C", "D", "S", "X"}


@each_erratum
def test_an_erratum_names_sources_of_the_list(erratum: Erratum) -> None:
    assert {source.partition(",")[0].split(" (")[0] for source in erratum.source.split("; ")} <= set(SOURCES)


def test_every_source_of_the_list_is_used() -> None:
    used = {source.partition(",")[0].split(" (")[0] for each in ERRATA for source in each.source.split("; ")}
    assert set(SOURCES) == used


@each_erratum
def test_an_erratum_the_verifier_does_not_report_names_no_interaction(erratum: Erratum) -> None:
    assert (erratum.rule is None) == (erratum.cassette is None) == (erratum.interaction is None)


@each_erratum
def test_an_erratum_of_an_example_has_the_version_of_that_example(erratum: Erratum) -> None:
    place = (erratum.document, erratum.place.heading)
    versions = {each["version"] for each in EXAMPLES if (each["document"], each["heading"]) == place}
    assert erratum.version in versions or not versions


@pytest.mark.parametrize("erratum", [each for each in ERRATA if each.place.pointer], ids=lambda each: each.id)
def test_the_place_of_an_erratum_in_an_example_is_a_published_block(erratum: Erratum) -> None:
    blocks = {
        (each["document"], each["heading"], block["lines"][0])
        for each in EXAMPLES
        for block in each["blocks"]
    }
    assert (erratum.document, erratum.place.heading, erratum.place.line) in blocks


@pytest.mark.parametrize(
    "example", [each for each in EXAMPLES if each["kind"] == "erratum"], ids=lambda each: each["line"]
)
def test_an_example_that_is_an_erratum_names_one_of_its_place(example: dict[str, Any]) -> None:
    (erratum,) = [each for each in ERRATA if each.id == example["erratum"]]
    assert (erratum.document, erratum.place.heading) == (example["document"], example["heading"])


@pytest.mark.parametrize("document", ["000", "001", "002", "003", "004"])
def test_every_document_has_errata(document: str) -> None:
    assert [each for each in ERRATA if each.document == document]


@each_example
def test_the_published_credentials_are_no_secrets(example: dict[str, Any]) -> None:
    assert recorded(example).request.header("authorization") == CREDENTIALS[example["plane"]]


def test_an_answer_that_differs_by_one_character_is_noticed() -> None:
    example = next(each for each in EXAMPLES if each["cassette"] == "file-uploads.yaml")
    answer = recorded(example).answer
    assert answer is not None
    changed = replace(answer, body=answer.body.replace(b"7502", b"7503"))
    hashes = {block["sha256"] for block in example["blocks"]}
    assert hashlib.sha256(answer.body).hexdigest() in hashes
    assert hashlib.sha256(changed.body).hexdigest() not in hashes
