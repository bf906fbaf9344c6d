"""schemathesis: its five checks of an answer, on a recorded one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import requests
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from contract_tests.mutants.stock.seen import Got, Seen

__all__ = ["Schemathesis"]

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


class Schemathesis:
    """Judges answers; requests it only makes."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._schema: Any = schemathesis.openapi.from_dict(dict(raw))

    def finds(self, seen: Seen) -> Sequence[str]:
        """The titles of the checks that fail."""
        if seen.answer is None:
            return ()
        case = self._schema[seen.path][seen.method].Case(path_parameters=dict(seen.values))
        asked = requests.Request(seen.method, seen.request.url).prepare()
        try:
            case.validate_response(_response(seen.answer, asked), checks=CHECKS)
        except FailureGroup as failed:
            return [str(getattr(one, "title", one)) for one in failed.exceptions]
        return ()


def _response(answer: Got, asked: requests.PreparedRequest) -> Response:
    headers: dict[str, list[str]] = {}
    for name, value in answer.headers:
        headers.setdefault(name.lower(), []).append(value)
    return Response(
        status_code=answer.status,
        headers=headers,
        content=answer.body,
        request=asked,
        elapsed=0.0,
        verify=False,
    )
