"""What a request must pass before its handler sees it: path and query, media type, size, JSON, schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from iotcentral._core.transport import Request
from iotcentral.emulator.bodies import read_json
from iotcentral.emulator.documents import Operation
from iotcentral.emulator.manners import SERVICE, Manners, Rule
from iotcentral.emulator.replies import (
    bad_request,
    invalid_body,
    payload_too_large,
    unauthenticated,
    unsupported_media_type,
)
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.targets import SKIP_TOKEN, Target
from iotcentral.emulator.views import Views
from iotcentral.emulator.wording import place

__all__ = ["BODY_LIMIT", "check_path", "check_query", "if_match", "read_body", "single_header"]

BODY_LIMIT = 4 * 1024 * 1024
"""Bytes a request body may have."""

_JSON = "application/json"
_MERGE_PATCH = "application/merge-patch+json"
_JSON_PATCH = "application/json-patch+json"
_IF_MATCH = "if-match"
_EXTRA = "should NOT have additional properties"
_READ_ONLY = "should NOT have read-only properties"


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
    _refuse_parameters(faults)


def check_query(schemas: Schemas, operation: Operation, target: Target, manners: Manners) -> None:
    """Check the query as far as the manners ask for it: names, repetitions, values.

    Raises:
        Problem: 400 naming the parameters.

    """
    if manners.refused:
        _refuse_parameters(list(_query_faults(schemas, operation, target, manners)))


def read_body(
    schemas: Schemas,
    views: Views,
    operation: Operation,
    request: Request,
    manners: Manners = SERVICE,
) -> Any:
    """Read and validate the body of an operation that has one; the bodies of others are not looked at.

    Raises:
        Problem: 400 `InvalidBody`, 413 or 415.

    """
    if len(request.body or b"") > BODY_LIMIT:
        raise payload_too_large()
    if not operation.bodies:
        if request.body and manners.refuse(Rule.UNDECLARED_BODY):
            raise bad_request("The request should NOT have a body.")
        return None
    if not request.body:
        if not operation.body_required:
            return None
        raise invalid_body("should be object")
    schema = _schema_for(operation, _media_type(request, manners), manners)
    value = read_json(request.body, unique=manners.refuse(Rule.REPEATED_MEMBER))
    faults = schemas.request_errors(f"body {operation.id}", schema, value)
    if not faults:
        faults = list(_member_faults(views, schema, value, manners))
    if faults:
        raise invalid_body(*faults)
    return value


def if_match(request: Request, operation: Operation, *, everywhere: bool) -> str | None:
    """Answer the `If-Match` header where the operation declares it, or `everywhere` on writes."""
    if _IF_MATCH not in operation.header_parameters and not (everywhere and operation.method != "GET"):
        return None
    values = [value for header, value in request.headers if header.lower() == _IF_MATCH]
    return ", ".join(values) if values else None


def _refuse_parameters(faults: list[str]) -> None:
    if faults:
        listed = "; \n\n".join(faults)
        raise bad_request(f"The provided request parameters contain the following errors: \n\n{listed}.")


def _query_faults(schemas: Schemas, operation: Operation, target: Target, manners: Manners) -> Iterator[str]:
    for name, values in target.query.items():
        if len(values) > 1 and manners.refuse(Rule.REPEATED_QUERY):
            yield f"{place([name])} should NOT be given twice"
        known = operation.query_parameters.get(name)
        if known is not None and manners.refuse(Rule.QUERY_VALUE):
            key, value = f"query {operation.id} {name}", _read(known["schema"], target.first(name))
            found = schemas.request_errors(key, known["schema"], value)
            yield from (f"{place([name])} {fault}" for fault in found)
        is_link = name == SKIP_TOKEN and operation.paged
        if known is None and not is_link and manners.refuse(Rule.UNDECLARED_QUERY):
            yield f"{place([name])} is not a parameter of this operation"


def _read(schema: Mapping[str, Any], text: str) -> Any:
    """Read the text of a query parameter as the kind of value its schema wants, if it is one."""
    if schema.get("type") == "integer" and text.removeprefix("-").isdecimal() and text.isascii():
        return int(text) if len(text) < len(str(2**63)) else text
    if schema.get("type") == "boolean":
        return {"true": True, "false": False}.get(text, text)
    return text


def _member_faults(views: Views, schema: Any, value: Any, manners: Manners) -> Iterator[str]:
    if manners.refuse(Rule.UNDECLARED_MEMBER):
        for path in views.undeclared(schema, value):
            yield f"{place(path[:-1])} {_EXTRA}: '{path[-1]}'".strip()
    if manners.refuse(Rule.READ_ONLY_MEMBER):
        for path in views.read_only(schema, value):
            yield f"{place(path[:-1])} {_READ_ONLY}: '{path[-1]}'".strip()


def _media_type(request: Request, manners: Manners) -> str:
    for header, value in request.headers:
        if header.lower() == "content-type":
            return value.partition(";")[0].strip().lower()
    if manners.refuse(Rule.NO_MEDIA_TYPE):
        raise unsupported_media_type()
    return _JSON


def _schema_for(operation: Operation, media_type: str, manners: Manners) -> Any:
    """PATCH takes merge patches and plain JSON in every version, unless only what is declared is wanted."""
    schema = operation.bodies.get(media_type)
    is_patch = operation.method == "PATCH" and media_type in (_JSON, _MERGE_PATCH)
    if schema is None and is_patch and not manners.refuse(Rule.MEDIA_TYPE):
        schema = next(iter(operation.bodies.values()))
    if schema is None and media_type == _JSON_PATCH and not manners.refuse(Rule.JSON_PATCH):
        raise bad_request("The media type application/json-patch+json is not supported.")
    if schema is None:
        raise unsupported_media_type()
    return schema
