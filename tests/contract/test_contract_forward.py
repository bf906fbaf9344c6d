"""Answers of a later service, in every recorded version: additions are taken, breaking changes refused."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Callable
from typing import Any

import pytest

from iotcentral.contract.exchanges import Answer, Exchange
from iotcentral.contract.library import version_of
from iotcentral.contract.readers.recording import read_recording
from iotcentral.contract.verify import verify_exchanges
from tests.contract.examples import ROOT, library

PER_VERSION = 40
"""Answers of each version that are changed; each of another operation or shape."""

Change = Callable[[Answer], Answer]


@functools.cache
def answers() -> dict[str, list[Exchange]]:
    """Success answers with an object, by contract: the first of each operation in the recordings."""
    found: dict[str, dict[str, Exchange]] = {}
    for path in sorted((ROOT / "cassettes" / "emulator").rglob("*.yaml")):
        for each in read_recording(path) if path.name != "index.yaml" else ():
            is_object = (
                each.answer is not None and each.answer.status == 200 and isinstance(each.answer.json, dict)
            )
            plane, version = library().plane(each.request), version_of(each.request)
            if is_object and plane and version and library().kit(plane, version):
                line = f"{each.request.method} {each.request.split.path}"
                found.setdefault(f"{plane}/{version}", {}).setdefault(line, each)
    return {name: list(by_line.values())[:PER_VERSION] for name, by_line in found.items()}


def of_body(change: Callable[[dict[str, Any]], Any]) -> Change:
    return lambda answer: dataclasses.replace(answer, body=json.dumps(change(answer.json)).encode())


def reordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: reordered(value[name]) for name in reversed(value)}
    return [reordered(each) for each in value] if isinstance(value, list) else value


KEPT: dict[str, Change] = {
    "member added": of_body(lambda body: {**body, "addedLater": {"a": [1]}}),
    "large integer added": of_body(lambda body: {**body, "addedLater": 2**70}),
    "keys reordered": of_body(reordered),
}
REFUSED: dict[str, Change] = {
    "body is a list": of_body(lambda body: [body]),
    "body is null": of_body(lambda _: None),
    "body truncated": lambda answer: dataclasses.replace(answer, body=answer.body[:-1]),
    "body empty": lambda answer: dataclasses.replace(answer, body=b""),
    "status not named": lambda answer: dataclasses.replace(answer, status=299),
    "media type": lambda answer: dataclasses.replace(answer, headers=(("Content-Type", "text/html"),)),
}


def broken(exchange: Exchange) -> set[str]:
    report = verify_exchanges([exchange], library=library())
    return {each.rule for each in report.findings if each.verdict == "broken"}


def changed(exchange: Exchange, change: Change) -> Exchange:
    assert exchange.answer is not None
    return dataclasses.replace(exchange, answer=change(exchange.answer))


@pytest.mark.parametrize("change", KEPT)
@pytest.mark.parametrize("version", sorted(answers()))
def test_what_a_later_service_adds_breaks_no_recorded_version(version: str, change: str) -> None:
    for exchange in answers()[version]:
        assert broken(changed(exchange, KEPT[change])) <= broken(exchange), exchange.request.url


@pytest.mark.parametrize("change", REFUSED)
@pytest.mark.parametrize("version", sorted(answers()))
def test_what_breaks_callers_is_broken_in_every_recorded_version(version: str, change: str) -> None:
    for exchange in answers()[version]:
        assert broken(changed(exchange, REFUSED[change])) - broken(exchange), exchange.request.url
