"""What a request must pass before its handler sees it: path values, media type, size, JSON, schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iotcentral._core.transport import Request
from iotcentral.emulator.bodies import read_json
from iotcentral.emulator.documents import Operation
from iotcentral.emulator.replies import (
    bad_request,
    invalid_body,
    payload_too_large,
    unauthenticated,
    unsupported_media_type,
)
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.views import Views
from iotcentral.emulator.wording import place

__all__ = ["BODY_LIMIT", "check_path", "if_match", "read_body", "single_header"]

BODY_LIMIT = 4 * 1024 * 1024
"""Bytes a request body may have."""

_JSON = "application/json"
_MERGE_PATCH = "application/merge-patch+json"
_JSON_PATCH = "application/json-patch+json"
_IF_MATCH = "if-match"
_EXTRA = "should NOT have additional properties"


def single_header(request: Request, name: str) -> str | None:
    """Answer a header that must not be repeated.

    Raises:
        Problem: 401 when it is; of two credentials none is taken.

    """
    values = [value for header, value in request.headers if header.lower() == name]
    if len(values) > 1:
        raise unauthenticated()
    return values[0] if values else None


def check_path(schemas: Schemas, operation: Operation, arguments: Mapping[str, str]) -> None:
    """Check the decoded path values against the limits of their parameters.

    Raises:
        Problem: 400 naming the parameter.

    """
    faults: list[str] = []
    for parameter in operation.path_parameters:
        name: str = parameter["name"]
        key = f"path {operation.id} {name}"
        found = schemas.request_errors(key, parameter["schema"], arguments[name])
        faults += [f"{place([name])} {fault}" for fault in found]
    if faults:
        listed = "; \n\n".join(faults)
        raise bad_request(f"The provided request parameters contain the following errors: \n\n{listed}.")


def read_body(schemas: Schemas, operation: Operation, request: Request, strict: Views | None = None) -> Any:
    """Read and validate the body of an operation that has one; the bodies of others are not looked at.

    With `strict` members that the schema does not declare are refused, otherwise they are let through.

    Raises:
        Problem: 400 `InvalidBody`, 413 or 415.

    """
    if len(request.body or b"") > BODY_LIMIT:
        raise payload_too_large()
    if not operation.bodies:
        return None
    if not request.body:
        if not operation.body_required:
            return None
        raise invalid_body("should be object")
    schema = _schema_for(operation, _media_type(request))
    value = read_json(request.body)
    if faults := schemas.request_errors(f"body {operation.id}", schema, value):
        raise invalid_body(*faults)
    extra = list(strict.undeclared(schema, value)) if strict else []
    if extra:
        raise invalid_body(*(f"{place(path[:-1])} {_EXTRA}: '{path[-1]}'".strip() for path in extra))
    return value


def if_match(request: Request, operation: Operation, *, everywhere: bool) -> str | None:
    """Answer the `If-Match` header where the operation declares it, or `everywhere` on writes."""
    if _IF_MATCH not in operation.header_parameters and not (everywhere and operation.method != "GET"):
        return None
    values = [value for header, value in request.headers if header.lower() == _IF_MATCH]
    return ", ".join(values) if values else None


def _media_type(request: Request) -> str:
    for header, value in request.headers:
        if header.lower() == "content-type":
            return value.partition(";")[0].strip().lower()
    return _JSON


def _schema_for(operation: Operation, media_type: str) -> Any:
    """PATCH takes merge patches and plain JSON in every version, whichever the document declares."""
    schema = operation.bodies.get(media_type)
    if schema is None and operation.method == "PATCH" and media_type in (_JSON, _MERGE_PATCH):
        schema = next(iter(operation.bodies.values()))
    if schema is None and media_type == _JSON_PATCH:
        raise bad_request("The media type application/json-patch+json is not supported.")
    if schema is None:
        raise unsupported_media_type()
    return schema
