"""What the verifier that users get says of exchanges of the suite."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from contract_tests.reading import Exchange, Violation
from iotcentral.contract import exchanges as shipped
from iotcentral.contract.findings import Where
from iotcentral.contract.library import Library, installed
from iotcentral.contract.verify import verify_exchanges

__all__ = ["judged_as_shipped", "library"]


@functools.cache
def library() -> Library:
    """The contracts it judges by, compiled once a process."""
    return installed()


def judged_as_shipped(found: Iterable[Exchange]) -> list[Violation]:
    """Every finding in exchanges of one recording, in their order: echo and sequence are among its rules."""
    read = [_read(exchange, number) for number, exchange in enumerate(found)]
    report = verify_exchanges(read, library=library(), target="own", sealed=True)
    return [
        Violation(one.rule, one.message, one.operation or None, one.status, one.pointer, str(one.where))
        for one in report.findings
    ]


def _read(exchange: Exchange, number: int) -> shipped.Exchange:
    asked, got = exchange.request, exchange.answer
    request = shipped.Request(
        headers=asked.headers, body=asked.body or b"", method=asked.method, url=asked.url
    )
    answer = shipped.Answer(headers=got.headers, body=got.body, status=got.status)
    return shipped.Exchange(Where(exchange.where.partition("#")[0], number), request, answer)
