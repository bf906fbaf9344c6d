"""Which answer of which operation was checked, and how: gathered from all tests, on any number of workers."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

import pytest

from contract_tests.reading.document import Document, documents
from contract_tests.reading.operations import Operation, operation_of
from contract_tests.reading.places import Place as DocumentPlace
from contract_tests.reading.places import universe
from contract_tests.reading.violations import ContractBrokenError, Violation

__all__ = ["Check", "Kind", "Ledger", "Outcome", "Place"]

Kind = Literal["request", "answer", "recording", "server", "client pages", "server pages", "sequence"]
"""What was judged: a request or answer of the client, a recording, an answer of the emulator, the pages of a
list as the client reads or the emulator cuts them, an answer of the emulator after others to a model."""
Check = tuple[str, str, str, int | None]
"""Kind, plane and version, operation id, and status where the check has one."""

CHECKS, FINDINGS, PLACES = "contract-checks", "contract-findings", "contract-places"
REPORT = "CONTRACT_REPORT"
"""Name of the variable with the file to write; nothing is written without it."""


class Place(Protocol):
    """An operation of a document, such as a `Target` or a `Cell`."""

    @property
    def document(self) -> Document: ...

    @property
    def operation(self) -> Operation: ...


@dataclass
class Ledger:
    """What one test checked; a test writes here only after the check held."""

    checks: Counter[Check] = field(default_factory=Counter)

    places: dict[str, int] = field(default_factory=dict)
    """Version to the numbers of the places that values came to, a bit each: small between processes."""

    def note(self, kind: Kind, place: Place, status: int | None = None, count: int = 1) -> None:
        self.checks[kind, place.document.label, place.operation.id, status] += count

    def saw(self, document: Document, places: Iterable[DocumentPlace]) -> None:
        """Note the places of a document that a checked value came to."""
        numbers = universe(document)
        for place in places:
            self.places[document.label] = self.places.get(document.label, 0) | 1 << numbers[place]


@dataclass
class Outcome:
    """What a whole run checked and found."""

    checks: Counter[Check] = field(default_factory=Counter)
    findings: list[Violation] = field(default_factory=list)
    tests: int = 0
    places: dict[str, int] = field(default_factory=dict)
    """As `Ledger.places`."""

    def saw(self, places: Mapping[str, int]) -> None:
        for label, bits in places.items():
            self.places[label] = self.places.get(label, 0) | bits

    def as_json(self) -> dict[str, Any]:
        return {
            "tests": self.tests,
            "checks": [[*check, count] for check, count in sorted(self.checks.items(), key=str)],
            "findings": [asdict(finding) for finding in sorted(self.findings, key=str)],
            "places": {label: f"{bits:x}" for label, bits in sorted(self.places.items())},
        }

    @staticmethod
    def read(path: Path) -> Outcome:
        data = json.loads(path.read_text("utf-8"))
        checks = Counter({(kind, label, id, status): n for kind, label, id, status, n in data["checks"]})
        found = [Violation(**finding) for finding in data["findings"]]
        places = {label: int(bits, 16) for label, bits in data["places"].items()}
        return Outcome(checks, found, data["tests"], places)


@pytest.fixture
def ledger(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    """Where a test notes what it checked."""
    book = Ledger()
    yield book
    entries = [[*check, count] for check, count in book.checks.items()]
    request.node.user_properties.append((CHECKS, json.dumps(entries)))
    if book.places:
        places = {label: f"{bits:x}" for label, bits in book.places.items()}
        request.node.user_properties.append((PLACES, json.dumps(places)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[Any]:
    """Carry the violations of a failed test in its report, which also crosses from worker to controller."""
    if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
        test = getattr(item, "originalname", None) or item.name
        found = [asdict(placed(item, violation)) for violation in violations_of(call.excinfo.value, test)]
        item.user_properties.append((FINDINGS, json.dumps(found)))
    return (yield)


def placed(item: pytest.Item, violation: Violation) -> Violation:
    """`violation` with the version, operation and status the test ran for, where it names none itself."""
    parameters = (
        item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    )
    for value in parameters.values():
        document = getattr(value, "document", value)
        if isinstance(document, Document) and not violation.document:
            violation = violation.at(document=document.label)
        if violation.operation is None and hasattr(value, "operation"):
            violation = violation.at(operation=value.operation.id, status=getattr(value, "status", None))
    return violation


def violations_of(error: BaseException, test: str) -> list[Violation]:
    """The rules an error says are broken; the test's own name where it says none."""
    if isinstance(error, ContractBrokenError):
        return list(error.violations)
    if isinstance(error, BaseExceptionGroup):
        return [violation for inner in error.exceptions for violation in violations_of(inner, test)]
    if hasattr(error, "title") and hasattr(error, "operation"):
        return [_of_schemathesis(error)]
    text = str(error).strip().splitlines()
    return [Violation(test, f"{type(error).__name__}: {text[0] if text else ''}"[:300])]


def _of_schemathesis(error: Any) -> Violation:
    """A failed check of schemathesis, under the operation's id."""
    method, _, path = str(error.operation).partition(" ")
    known = (operation_of(one, method, one.base_path + path) for one in documents())
    found = next(filter(None, known), None)
    rule = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(error).__name__).lower()
    message = " ".join(f"{error.title}: {error.message}".split())[:300]
    return Violation(f"server.{rule}", message, found[0].id if found else error.operation)


class Collector:
    """The controller's side: adds up the reports of all workers and writes them when the session ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.outcome = Outcome()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "teardown":
            return
        self.outcome.tests += 1
        for name, text in report.user_properties:
            if name == CHECKS:
                for kind, label, operation, status, count in json.loads(str(text)):
                    self.outcome.checks[kind, label, operation, status] += count
            elif name == PLACES:
                places = json.loads(str(text))
                self.outcome.saw({label: int(bits, 16) for label, bits in places.items()})
            elif name == FINDINGS:
                self.outcome.findings += [Violation(**finding) for finding in json.loads(str(text))]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.outcome.findings.append(
                Violation("collection", report.longreprtext[-300:], where=report.nodeid)
            )

    def pytest_sessionfinish(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.outcome.as_json(), indent=1), "utf-8")


def pytest_configure(config: pytest.Config) -> None:
    path = os.environ.get(REPORT)
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Collector(Path(path)), "contract-collector")
