"""Family C: what the client sends, changed on its way, judged by the request rules and by what was called."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from contract_tests.client.wire import differences, strayed
from contract_tests.mutants import request_operators
from contract_tests.mutants.model import Mutant, Operator, Place, Verdict
from contract_tests.mutants.sent import Sent, places
from contract_tests.mutants.stock import judged_request
from contract_tests.mutants.tapes import findings
from contract_tests.reading import Violation, judge_request
from contract_tests.reading.exchange import Request
from contract_tests.reading.operations import decoded, operation_of
from contract_tests.reading.requests import query_pairs
from iotcentral.contract import exchanges
from iotcentral.contract.findings import Where

__all__ = ["Requests", "shipped"]


class Requests:
    """Mutants of requests."""

    operators: Sequence[Operator] = request_operators.OPERATORS

    def places(self, operator: Operator) -> Sequence[Place]:
        """Every operation of every version, called with everything it takes."""
        del operator
        return places()

    def judge(self, place: Place, mutant: Mutant) -> Verdict:
        """The first rule of the suite that says something."""
        for violation in _judged(place.at, mutant.changed):
            return Verdict(violation.rule, violation.message)
        return Verdict()

    def outputs(self, place: Place, mutant: Mutant) -> tuple[str, str]:
        """What a server reads: operation, decoded path and query, headers, body."""
        sent: Sent = place.at
        if not isinstance(mutant.changed, Request):
            return str(list(sent.pages)), str(list(mutant.changed))
        return _read(sent, sent.request), _read(sent, mutant.changed)

    def stock(self, place: Place, mutant: Mutant) -> Mapping[str, bool]:
        """What other tools say of the changed request."""
        sent: Sent = place.at
        if isinstance(mutant.changed, Request):
            return judged_request(sent.target, mutant.changed)
        url = next(url for url, own in zip(mutant.changed, sent.pages, strict=True) if url != own)
        return judged_request(sent.target, Request("GET", url, sent.request.headers))


def _judged(sent: Sent, changed: Request | Sequence[str]) -> Iterator[Violation]:
    if not isinstance(changed, Request):
        yield from strayed(sent.target.operation.id, changed[1:], sent.links)
        return
    yield from judge_request(sent.target.document, changed)
    yield from shipped(changed)
    yield from differences(sent.target, sent.call, changed)


def shipped(request: Request) -> Iterator[Violation]:
    """What the verifier that users get says of a request alone."""
    asked = exchanges.Request(
        headers=request.headers, body=request.body or b"", method=request.method, url=request.url
    )
    for finding in findings([exchanges.Exchange(Where("request", 0), asked, None)]):
        yield Violation(finding.rule, finding.message)


def _read(sent: Sent, request: Request) -> str:
    found = operation_of(sent.target.document, request.method, request.path)
    operation = found[0].id if found is not None else None
    path = {name: decoded(raw) for name, raw in found[1].items()} if found is not None else request.path
    body = request.body.decode() if request.body else None
    seen = [operation, path, request.origin, query_pairs(request.query), sorted(request.headers), body]
    return json.dumps(seen, ensure_ascii=False, default=str)
