"""The emulator's check of its own answers against the contract, for tests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from iotcentral._core.transport import Response
from iotcentral.emulator.documents import Operation
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.views import Views
from iotcentral.emulator.wording import place

__all__ = ["AnswerChecker", "BrokenAnswer"]

# Statuses of the transport and of the emulator itself: only the error body is checked. 400 stands here for
# operations without a body, where only a continuation token can be wrong.
_ANYWHERE = frozenset({400, 404, 405, 413, 415, 501})
_ERROR_ANSWER = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}
_FIRST_ERROR = 400


class BrokenAnswer(AssertionError):  # noqa: N818 - says what it is, as the findings do
    """The emulator answered something its own contract does not allow."""


class AnswerChecker:
    """Checks answers: status named, body as its schema says, error header equal to the error code.

    `statuses` are further ones that are right anywhere.
    """

    def __init__(
        self,
        schemas: Mapping[str, Schemas],
        views: Mapping[str, Views],
        statuses: frozenset[int] = frozenset(),
    ) -> None:
        self._schemas = schemas
        self._views = views
        self._anywhere = _ANYWHERE | statuses

    def check(self, version: str | None, operation: Operation | None, response: Response) -> None:
        """Check one answer; without an operation only error answers are right.

        Raises:
            BrokenAnswer: naming operation, status and what is wrong.

        """
        faults = list(self._faults(version or next(iter(self._schemas)), operation, response))
        if faults:
            where = operation.id if operation else "no operation"
            raise BrokenAnswer(f"{where} {response.status}: {'; '.join(faults)}")

    def _faults(self, version: str, operation: Operation | None, response: Response) -> Iterable[str]:
        named: Mapping[str, Mapping[str, Any]] = operation.responses if operation else {}
        status = str(response.status)
        if status not in named and response.status not in self._anywhere:
            yield "status not named"
            return
        answer = named.get(status) or _ERROR_ANSWER
        content: Mapping[str, Any] = answer.get("content", {})
        if not content:
            yield from ["body where there is none"] if response.body else []
            return
        body = json.loads(response.body)
        key = f"answer {operation.id if operation else ''} {status}"
        schema = content["application/json"]["schema"]
        yield from self._schemas[version].answer_errors(key, schema, body)
        for path in self._views[version].undeclared(schema, body):
            yield f"{place(path)} is not declared"
        always: Iterable[str] = answer.get("x-iotc-always", ())
        yield from (f"'{member}' is missing" for member in always if member not in body)
        if response.status >= _FIRST_ERROR and response.header("x-ms-error-code") != body["error"]["code"]:
            yield "x-ms-error-code is not the code of the body"
