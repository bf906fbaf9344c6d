"""What tools anyone can install find in the same mutants: jsonschema; schemathesis with openapi-core."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from contract_tests.matrix import Target
from contract_tests.mutants.stock.of_jsonschema import JsonSchema
from contract_tests.mutants.stock.of_openapi_core import OpenapiCore
from contract_tests.mutants.stock.of_schemathesis import Schemathesis
from contract_tests.mutants.stock.seen import Asked, Got, Seen, Tool
from contract_tests.reading import exchange as wire
from contract_tests.reading import load
from contract_tests.recordings.shipped import library
from iotcentral.contract.case import Case, open_case
from iotcentral.contract.exchanges import Answer, Exchange, Request
from iotcentral.contract.findings import Where
from iotcentral.contract.policy import load_policy

__all__ = [
    "TOOLS",
    "Kit",
    "judged_answer",
    "judged_exchange",
    "judged_request",
    "seen_answer",
    "seen_request",
]

TOOLS: Mapping[str, tuple[Callable[[Mapping[str, Any]], Tool], ...]] = {
    "jsonschema": (JsonSchema,),
    "schemathesis + openapi-core": (Schemathesis, OpenapiCore),
}


class Kit:
    """The tools, set up for one document; each when it is first needed."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._raw = raw
        self._made: dict[Any, Tool] = {}

    def judged(self, seen: Iterable[Seen]) -> Mapping[str, bool]:
        """Whether each tool says anything of any of these exchanges."""
        shown = list(seen)
        return {name: any(self._finds(make, one) for one in shown for make in TOOLS[name]) for name in TOOLS}

    def _finds(self, make: Callable[[Mapping[str, Any]], Tool], seen: Seen) -> bool:
        try:
            if make not in self._made:
                self._made[make] = make(self._raw)
            return bool(self._made[make].finds(seen))
        except Exception:  # a tool that breaks has found nothing
            return False


def judged_answer(case: Case, request: Request, answer: Answer) -> Mapping[str, bool]:
    """Whether each tool says anything of an answer, knowing its request."""
    seen = seen_answer(case, request, answer)
    contract = case.kit.contract
    return _kit(contract.plane, contract.version).judged([] if seen is None else [seen])


def judged_exchange(exchange: wire.Exchange) -> Mapping[str, bool]:
    """Whether each tool says anything of an answer in an exchange of the suite's own."""
    asked, answer = exchange.request, exchange.answer
    request = Request(headers=asked.headers, body=asked.body or b"", method=asked.method, url=asked.url)
    got = Answer(headers=answer.headers, body=answer.body, status=answer.status)
    case = open_case(Exchange(Where("", 0), request, got), library(), load_policy())
    return dict.fromkeys(TOOLS, False) if case is None else judged_answer(case, request, got)


def judged_request(target: Target, request: wire.Request) -> Mapping[str, bool]:
    """Whether each tool says anything of a request that was meant for an operation."""
    return _kit(target.document.plane, target.document.version).judged([seen_request(target, request)])


def seen_answer(case: Case, request: Asked, answer: Got) -> Seen | None:
    """An answer to a request of a case, if that was for an operation."""
    operation = case.operation
    if operation is None:
        return None
    return Seen(operation.path, operation.method, case.values, request, answer)


def seen_request(target: Target, request: Asked) -> Seen:
    """A request that was meant for an operation."""
    return Seen(target.operation.path, target.operation.method, {}, request)


@functools.cache
def _kit(plane: str, version: str) -> Kit:
    return Kit(load(plane, version).raw)
