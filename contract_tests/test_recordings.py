"""Every exchange of every cassette keeps the contract, and plays back through the public client."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from contract_tests.client.surfaces import TOKEN
from contract_tests.client.transports import Listening, json_response
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target
from contract_tests.profiles import active
from contract_tests.reading import Violation, demand, judge_request, judge_sequence, load
from contract_tests.reading.document import defaults
from contract_tests.reading.exchange import Exchange
from contract_tests.reading.exchanges import page_of
from contract_tests.reading.operations import operation_of
from contract_tests.recordings.cassette import (
    cassette_files,
    document_of,
    exchanges,
    lone_requests,
    parts_of,
)
from contract_tests.recordings.errata import errata_of, explains, is_listed, unlisted
from contract_tests.recordings.replay import replay_async, replay_sync
from contract_tests.recordings.secrets import found_secrets
from contract_tests.recordings.shipped import library
from iotcentral import IotCentral
from iotcentral.contract.verify import verify_recordings

DOCUMENT = load()


def _is_own(path: Path) -> bool:
    """Whether it is the cassette of one operation, which lies below its plane and version."""
    return path.parent.parent.parent.name == "emulator"


def _name(path: Path) -> str:
    return "-".join(path.with_suffix("").parts[-4 if _is_own(path) else -2 :])


each_cassette = pytest.mark.parametrize("path", cassette_files(), ids=_name)
CASSETTES = Path(__file__).resolve().parents[1] / "cassettes"
OURS, DOCUMENTED = CASSETTES / "emulator", CASSETTES / "documented"


@pytest.fixture(autouse=True)
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A replay that reaches for the network fails; a socket pair of an event loop is none."""

    def refuse(*_: object) -> None:
        raise AssertionError("a replay must not open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def note(ledger: Ledger, path: Path) -> None:
    for document, part in parts_of(path):
        for exchange in part:
            matched = operation_of(document, exchange.request.method, exchange.request.path)
            if matched is not None:
                ledger.note("recording", Target(document, matched[0]), exchange.answer.status)


@each_cassette
def test_a_recording_keeps_the_contract(path: Path, ledger: Ledger) -> None:
    found: list[Violation] = []
    for document, part in parts_of(path):
        found += [violation.at(document=document.label) for violation in judge_sequence(document, part)]
    for where, request in lone_requests(path):
        document = document_of(request)
        judged = judge_request(document, request)
        found += [violation.at(where=where, document=document.label) for violation in judged]
    demand(unlisted(found, path))
    note(ledger, path)


@each_cassette
def test_the_shipped_verifier_says_the_same(path: Path, ledger: Ledger) -> None:
    found = as_violations(path)
    demand(unlisted(found, path))
    for erratum in errata_of(path):
        missed = Violation(
            "errata.not-found", erratum["id"], erratum["operation"], pointer=erratum["pointer"]
        )
        demand([] if any(is_listed(violation, erratum, path) for violation in found) else [missed])
    note(ledger, path)


def as_violations(path: Path) -> list[Violation]:
    """What the verifier that users get reports for a cassette of ours."""
    return [
        Violation(
            f.rule,
            f.message,
            f.operation or None,
            f.status,
            f.pointer,
            f"{path.name}#{f.where.interaction}",
            f.version,
        )
        for f in verify_recordings([path], target="own", sealed=True, library=library()).findings
    ]


@each_cassette
def test_a_recording_plays_back_through_the_client(path: Path, tmp_path: Path, ledger: Ledger) -> None:
    demand(unexpected(replay_sync(path, tmp_path), path))
    note(ledger, path)


def _plays_twice(path: Path) -> bool:
    """Versions share one async runtime: default ones, flows and examples play through it, at night all."""
    label = "/".join(path.parts[-3:-1])
    return active().everything or not _is_own(path) or label in defaults()


@pytest.mark.parametrize(
    "path", [path for path in cassette_files() if _plays_twice(path)], ids=lambda path: _name(path)
)
def test_a_recording_plays_back_through_the_async_client(path: Path, tmp_path: Path, ledger: Ledger) -> None:
    demand(unexpected(replay_async(path, tmp_path), path))
    note(ledger, path)


def unexpected(found: list[Violation], path: Path) -> list[Violation]:
    """Without what the listed faults of a published example lead to when the client meets them."""
    errata = errata_of(path)
    return [one for one in found if not any(explains(erratum, one, path) for erratum in errata)]


def test_a_replay_differs_only_as_the_errata_of_the_place_explain(tmp_path: Path) -> None:
    path = DOCUMENTED / "exports.yaml"
    found = replay_sync(path, tmp_path)
    assert [(one.rule, one.pointer) for one in found] == [("replay.undecodable", "/enabled")]
    assert unexpected(found, path) == []
    for other in (replace(found[0], pointer="/id"), replace(found[0], rule="replay.differs")):
        assert unexpected([other], path) == [other]


@each_cassette
def test_a_recording_holds_no_secret(path: Path) -> None:
    found = [
        Violation("recording.secret", text, where=path.name)
        for text in found_secrets(path.read_text("utf-8"))
    ]
    demand(found)


@pytest.mark.parametrize(
    "text",
    [
        "SharedAccessSignature sr=a&sig=4%2FyMZ3rLbYc8%3D&skn=a&se=1",
        "AccountKey=Zm9vYmFyYmF6cXV4;EndpointSuffix=x",
        "Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQi",
        "primaryKey: 'GWk7XEPvSVGBqzgKQxO4bTcYfCkl3xRMEd8Qw3TFyDo='",
        "-----BEGIN PRIVATE KEY-----",
    ],
)
def test_the_scan_finds_what_looks_like_a_secret(text: str) -> None:
    assert list(found_secrets(text))


# --- what the suite must notice in a cassette that was tampered with

Tampering = Callable[[list[dict[str, Any]]], None]


def tampered(tmp_path: Path, name: str, tamper: Tampering) -> Path:
    """A copy of one of our cassettes with one thing changed in it."""
    path = tmp_path / f"{name}.yaml"
    shutil.copy(OURS / f"{name}.yaml", path)
    content = yaml.safe_load(path.read_text("utf-8"))
    tamper(content["interactions"])
    path.write_text(yaml.safe_dump(content), "utf-8")
    return path


def answered(change: Callable[[dict[str, Any]], None]) -> Tampering:
    """Change the body of the first page or resource that was answered with 200."""

    def tamper(interactions: list[dict[str, Any]]) -> None:
        found = next(i for i in interactions if i["response"]["status"]["code"] == 200)
        body = yaml.safe_load(found["response"]["body"]["string"])
        change(body)
        found["response"]["body"]["string"] = json.dumps(body)

    return tamper


def other_status(interactions: list[dict[str, Any]]) -> None:
    interactions[0]["response"]["status"]["code"] = 206


def other_host(body: dict[str, Any]) -> None:
    body["nextLink"] = body["nextLink"].replace("demo.", "evil.")


TAMPERED: dict[str, tuple[str, Tampering, tuple[str, str, int, str]]] = {
    "a required member removed": (
        "users",
        answered(lambda body: body.pop("roles")),
        ("answer.required", "Users_Create", 200, "/roles"),
    ),
    "a status not named": ("roles", other_status, ("answer.success-status", "Roles_List", 206, "")),
    "value dropped from a page": (
        "roles",
        answered(lambda body: body.pop("value")),
        ("answer.required", "Roles_List", 200, "/value"),
    ),
    "a link to another host": (
        "roles",
        answered(other_host),
        ("paging.link-host", "Roles_List", 200, "/nextLink"),
    ),
}
each_tampering = pytest.mark.parametrize(("name", "tamper", "expected"), TAMPERED.values(), ids=TAMPERED)


def places(found: list[Violation]) -> set[tuple[str, str | None, int | None, str]]:
    return {(violation.rule, violation.operation, violation.status, violation.pointer) for violation in found}


@each_tampering
def test_a_tampered_recording_is_named_by_rule_operation_status_and_pointer(
    name: str, tamper: Tampering, expected: tuple[str, str, int, str], tmp_path: Path
) -> None:
    path = tampered(tmp_path, name, tamper)
    assert expected in places(judge_sequence(DOCUMENT, exchanges(path)))


@each_tampering
def test_the_shipped_verifier_names_it_too(
    name: str, tamper: Tampering, expected: tuple[str, str, int, str], tmp_path: Path
) -> None:
    rule, operation, status, _ = expected
    found = as_violations(tampered(tmp_path, name, tamper))
    assert (rule, operation, status) in {(v.rule, v.operation, v.status) for v in found}


# --- what a replay must notice


class HiddenFromVcr:
    """A transport of its own that vcrpy does not patch, answering as if it had been the cassette."""

    def __init__(self, recorded: list[Exchange]) -> None:
        self.answers = [exchange.answer for exchange in recorded]

    def __call__(self, _: object) -> Any:
        answer = self.answers.pop(0)
        return json_response(answer.status, yaml.safe_load(answer.body))


def test_a_cassette_that_plays_past_vcrpy_fails(tmp_path: Path) -> None:
    path = OURS / "roles.yaml"
    transport = Listening(HiddenFromVcr(exchanges(path)))
    found = replay_sync(path, tmp_path, lambda _, url: IotCentral(url, TOKEN, transport=transport))
    assert [violation.rule for violation in found] == ["replay.bypassed"]


def changed_request(interactions: list[dict[str, Any]]) -> None:
    sent = next(i["request"] for i in interactions if i["request"]["method"] == "PUT")
    sent["uri"] = sent["uri"].replace("/api/", "/api/other-")


def test_an_interaction_nobody_asks_for_is_left_over(tmp_path: Path) -> None:
    def unreachable(interactions: list[dict[str, Any]]) -> None:
        again = {**interactions[-1]["request"], "uri": interactions[-1]["request"]["uri"] + "&unknown=1"}
        interactions.append({**interactions[-1], "request": again})

    found = replay_sync(tampered(tmp_path, "roles", unreachable), tmp_path)
    assert {violation.rule for violation in found} == {"replay.differs", "replay.left-over"}


def test_pages_of_a_list_are_one_call() -> None:
    recorded = exchanges(OURS / "devices-paging.yaml")
    assert sum(page_of(DOCUMENT, exchange) is not None for exchange in recorded) > 2
