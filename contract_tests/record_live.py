"""Record a live application: `python -m contract_tests.record_live FOLDER URL --api-version V`.

What `iotcentral verify server` asks (with its arguments, its limits and its care) is written as one cassette
an operation below `FOLDER/<plane>/<version>/`. Host, ids, names and every other text of the application are
replaced by references; only the words of the contract are shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from contract_tests.matrix import Target
from contract_tests.reading.document import Document, load
from contract_tests.reading.operations import operations
from contract_tests.record_operations import ANSWER_HEADERS, REQUEST_HEADERS, allowed, digest, kind, path_of
from contract_tests.recordings.scrubbing import Scrubber
from contract_tests.recordings.shipped import library
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.verify import World
from iotcentral.cli.verify import main as verify
from iotcentral.contract.case import open_case
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.policy import load_policy

__all__ = ["main", "record_live"]

STAND_IN = "demo"
"""The subdomain that is shown instead of the application's own."""
SERVICE = "management.azure.com"
METADATA = {
    *("desiredValue", "desiredVersion", "lastUpdateTime", "lastUpdatedTime"),
    *("ackVersion", "ackCode", "ackDescription"),
}
"""Members of `$metadata` of properties, which no schema names."""


def record_live(folder: Path, arguments: Sequence[str], world: World) -> int:
    """Verify a live server and write what was said; the exit code is that of `iotcentral verify server`."""
    taken: list[Exchange] = []
    code = verify(["server", *arguments], replace(world, seen=taken.append))
    written = _written(folder, taken, datetime.now(UTC))
    world.around.say(f"record: {len(taken)} interactions in {len(written)} cassettes below {folder.name}/")
    return code


def _written(folder: Path, taken: Sequence[Exchange], moment: datetime) -> list[Path]:
    by_target: dict[Target, list[Exchange]] = {}
    for exchange in taken:
        target = _target(exchange)
        if target is not None and exchange.answer is not None:
            by_target.setdefault(target, []).append(exchange)
    scrubbers = {target.document: _scrubber(target.document, taken) for target in by_target}
    return [
        _write(path_of(folder, target), target, found, scrubbers[target.document], moment)
        for target, found in by_target.items()
    ]


def _target(exchange: Exchange) -> Target | None:
    """The operation that a request was for."""
    case = open_case(exchange, library(), load_policy())
    if case is None or case.operation is None:
        return None
    document = load(*case.kit.contract.name.split("/"))
    return Target(document, operations(document)[case.operation.id])


def _scrubber(document: Document, taken: Sequence[Exchange]) -> Scrubber:
    """One for a whole version, so that an id has the same reference in every cassette."""
    shown = SERVICE if document.plane == "control-plane" else f"{STAND_IN}.azureiotcentral.com"
    hosts = {urlsplit(each.request.url).netloc: shown for each in taken}
    members = {name for schema in document.schemas.values() for name in _members(schema)}
    return Scrubber({*allowed(document), *members, *METADATA}, hosts=hosts)


def _members(node: Any) -> set[str]:
    if isinstance(node, list):
        return {name for each in node for name in _members(each)}
    if not isinstance(node, Mapping):
        return set()
    named = set(node.get("properties", ()))
    return named.union(*(_members(each) for each in node.values()))


def _write(
    path: Path, target: Target, found: Sequence[Exchange], scrubber: Scrubber, moment: datetime
) -> Path:
    provenance = {
        "target": "live",
        "document": target.document.label,
        "operation": target.operation.id,
        "recorded": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "contract": digest(target),
    }
    interactions = [_interaction(target, each, scrubber) for each in found]
    cassette = {"interactions": interactions, "metadata": provenance, "version": 1}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(cassette, sort_keys=True, allow_unicode=True), "utf-8")
    return path


def _interaction(target: Target, exchange: Exchange, scrubber: Scrubber) -> dict[str, Any]:
    """An interaction as vcrpy writes it, without what must not be shown."""
    request, answer = exchange.request, exchange.answer
    assert answer is not None
    sent = {name.lower(): value for name, value in request.headers}
    kept = scrubber.headers(
        {name: sent[name] for name in REQUEST_HEADERS if name in sent and name != "authorization"}
    )
    shown = {name.lower(): value for name, value in answer.headers}
    answered = scrubber.headers({name: shown[name] for name in ANSWER_HEADERS if name in shown})
    return {
        "request": {
            "method": request.method,
            "uri": scrubber.url(request.url),
            "headers": {**kept, "authorization": scrubber.authorization(sent["authorization"])},
            "body": scrubber.body(kind(target), request.body).decode() if request.body else None,
        },
        "response": {
            "status": {"code": answer.status, "message": _phrase(answer.status)},
            "headers": answered,
            "body": {"string": _body(scrubber, kind(target), answer.body, answer.json)},
        },
    }


def _body(scrubber: Scrubber, named: str, body: bytes, value: Any) -> str:
    """A body's JSON without what must not be shown; of what is no JSON its length alone."""
    readable = not body or isinstance(value, dict | list)
    return scrubber.body(named, body).decode() if readable else f"({len(body)} bytes that are no JSON)"


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in set(HTTPStatus) else ""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m contract_tests.record_live", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the cassettes go")
    parser.add_argument("server", nargs=argparse.REMAINDER, help="arguments of `iotcentral verify server`")
    given = parser.parse_args(arguments)
    return record_live(given.folder, given.server, World(Surroundings.of_process()))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
