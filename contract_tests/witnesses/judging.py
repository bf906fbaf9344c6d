"""Hold one side of an exchange against a spec, by the independent reading."""

from __future__ import annotations

from contract_tests.reading import Answer, Document, Request, Violation, judge_answer, judge_request
from contract_tests.reading.operations import operations
from contract_tests.witnesses.reading import Exchange

__all__ = ["judged"]


def judged(document: Document, exchange: Exchange) -> list[Violation]:
    """What is wrong with an exchange; empty where the document allows it."""
    if exchange.side == "request":
        sent = Request(exchange.method, exchange.url, exchange.headers, exchange.body)
        return judge_request(document, sent)
    answer = Answer(exchange.parts["status"], exchange.headers, exchange.body or b"")
    return judge_answer(document, operations(document)[exchange.operation], answer)
