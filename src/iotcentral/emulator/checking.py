"""The emulator's check of its own answers against the contract, for tests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from iotcentral._core.transport import Response
from iotcentral.emulator.documents import Document, Operation
from iotcentral.emulator.planes import DATA_PLANE
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.views import Views
from iotcentral.emulator.wording import place

__all__ = ["AnswerChecker", "BrokenAnswer"]

# Statuses of the transport and of the emulator itself: only the error body is checked. 400 stands here for
# operations without a body, where only a continuation token can be wrong.
_ANYWHERE = frozenset({400, 404, 405, 413, 415, 501})
# The address that tells how far an operation has come is in no document, yet it wants the token too.
_WITHOUT_OPERATION = frozenset({401})
_ERROR_SCHEMAS = ("Error", "ErrorResponse", "CloudError")
_FIRST_ERROR = 400


class BrokenAnswer(AssertionError):  # noqa: N818 - says what it is, as the findings do
    """The emulator answered something its own contract does not allow."""


class AnswerChecker:
    """Checks answers: status named, body as its schema says, error header equal to the error code.

    `statuses` are further ones that are right anywhere.
    """

    def __init__(
        self,
        schemas: Mapping[Document, Schemas],
        views: Mapping[Document, Views],
        statuses: frozenset[int] = frozenset(),
    ) -> None:
        self._schemas = schemas
        self._views = views
        self._anywhere = _ANYWHERE | statuses

    def check(self, document: Document, operation: Operation | None, response: Response) -> None:
        """Check one answer; without an operation only error answers are right.

        Raises:
            BrokenAnswer: naming operation, status and what is wrong.

        """
        faults = list(self._faults(document, operation, response))
        if faults:
            where = operation.id if operation else "no operation"
            raise BrokenAnswer(f"{where} {response.status}: {'; '.join(faults)}")

    def _faults(self, document: Document, operation: Operation | None, response: Response) -> Iterable[str]:
        named: Mapping[str, Mapping[str, Any]] = operation.responses if operation else {}
        status = str(response.status)
        anywhere = self._anywhere if operation else self._anywhere | _WITHOUT_OPERATION
        if status not in named and response.status not in anywhere:
            yield "status not named"
            return
        answer = named.get(status) or _error_answer(document)
        content: Mapping[str, Any] = answer.get("content", {})
        if not content:
            yield from ["body where there is none"] if response.body else []
            return
        body = json.loads(response.body)
        key = f"answer {operation.id if operation else ''} {status}"
        schema = content["application/json"]["schema"]
        yield from self._schemas[document].answer_errors(key, schema, body)
        for path in self._views[document].undeclared(schema, body):
            yield f"{place(path)} is not declared"
        always: Iterable[str] = answer.get("x-iotc-always", ())
        yield from (f"'{member}' is missing" for member in always if member not in body)
        if response.status < _FIRST_ERROR or document.plane != DATA_PLANE:
            return
        if response.header("x-ms-error-code") != body["error"]["code"]:
            yield "x-ms-error-code is not the code of the body"


def _error_answer(document: Document) -> Mapping[str, Any]:
    name = next(name for name in _ERROR_SCHEMAS if name in document.schemas)
    return {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
