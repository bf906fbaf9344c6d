"""What the template of an operations module is given: a record an operation, from the parser's objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.strings import pascal_case

from codegen.annotations import Annotations
from codegen.catalog import Version
from codegen.document import Document, Json
from codegen.inventory_schemas import member_named
from codegen.parse import Parsed, ParsedOperation, located_parameters, raw_parameters, wire_name
from codegen.shapes import enum_values
from codegen.texts import docstring, first_sentence, literal, section, wrapped
from codegen.view import View, success_statuses

__all__ = ["Argument", "OperationRecord", "Tag", "build_tags"]

WIDTH = 100
DESCRIBED = 5
"""How many members of an `Argument` its descriptor holds."""

ERRORS: Mapping[int, str] = {
    400: "BadRequest",
    401: "Unauthenticated",
    403: "Forbidden",
    404: "NotFound",
    409: "Conflict",
    412: "PreconditionFailed",
    422: "Unprocessable",
    429: "Throttled",
    500: "InternalServerError",
    503: "ServiceUnavailable",
}
"""The classes of `iotcentral.errors` by status."""

FILTERED = "data-plane"
"""The plane whose language `iotcentral.filters` writes."""

COMMON = (401, 403, 429, 500, 503)

ANNOTATING = frozenset({"description", "example", "examples", "title", "deprecated", "default"})


class Argument(NamedTuple):
    """One parameter of an operation as an argument of its method."""

    name: str
    wire: str
    location: str
    required: bool
    schema: str
    annotation: str
    text: str
    constant: str = ""
    """Name of the module's constant that holds the descriptor."""


class OperationRecord(NamedTuple):
    """One operation: its descriptor, signature and texts."""

    id: str
    method: str
    """Name of the Python method."""
    constant: str
    verb: str
    path: str
    arguments: list[Argument]
    body: str | None
    """Annotation of the body."""
    body_required: bool
    body_schema: str
    media_type: str
    success: list[tuple[str, str]]
    success_headers: list[str]
    errors: list[int]
    retry: str
    paging: tuple[str, str | None] | None
    long_running: bool
    final_state_via: str | None
    result: str
    """Annotation of what a call returns, or of one item of a list."""
    answer: str
    """Annotation of a success answer; the same as `result` unless pages are read."""
    performed_by: str
    """The method of the caller: `call`, `begin` or `pages`."""
    doc: str
    async_doc: str

    @property
    def keyword_only(self) -> bool:
        """Whether any argument must be named."""
        return any(one.location != "path" for one in self.arguments) or (
            self.body is not None and not self.body_required
        )


class Tag(NamedTuple):
    """One module of operations."""

    module: str
    attribute: str
    class_name: str
    doc: str
    summary: str
    operations: list[OperationRecord]
    parameters: dict[str, Argument]
    """Each distinct parameter of the module by the constant that holds it."""


def build_tags(document: Document, view: View, parsed: Parsed, version: Version) -> list[Tag]:
    """Return the records of one version by tag, in the order of the document.

    Call it inside `naming.naming_rules()`.
    """
    texts = {one["name"]: one.get("description", "") for one in document.raw.get("tags", ())}
    modules: dict[str, list[ParsedOperation]] = {}
    for operation in parsed.operations:
        modules.setdefault(str(operation.endpoint.tags[0]), []).append(operation)
    builder = _Builder(document, Annotations(view, parsed, prefix="m."), version)
    return [builder.tag(module, operations, texts) for module, operations in modules.items()]


class _Builder:
    def __init__(self, document: Document, annotations: Annotations, version: Version) -> None:
        self.document = document
        self.annotations = annotations
        self.version = version

    def tag(self, module: str, operations: list[ParsedOperation], texts: Mapping[str, str]) -> Tag:
        name = operations[0].at.data["tags"][0]
        class_name = f"{pascal_case(name)}Operations"
        text = texts.get(name, "") or f"Operations of {name}."
        named, constants = _with_constants(
            [self.operation(operation, class_name) for operation in operations]
        )
        return Tag(
            module,
            module,
            class_name,
            docstring(wrapped(text, WIDTH), 4),
            first_sentence(text),
            named,
            constants,
        )

    def operation(self, operation: ParsedOperation, class_name: str) -> OperationRecord:
        data, endpoint = operation.at.data, operation.endpoint
        method = operation.method
        arguments = list(self._arguments(operation))
        success = list(self._success(endpoint))
        paging = data.get("x-ms-pageable")
        answer = _answer(success, operation.long_running)
        body = endpoint.bodies[0] if endpoint.bodies else None
        record = OperationRecord(
            id=operation.at.id,
            method=method,
            constant=method.upper(),
            verb=endpoint.method.upper(),
            path=operation.at.path,
            arguments=arguments,
            body=self.annotations.of(body.prop) if body is not None else None,
            body_required=body is not None and body.prop.required,
            body_schema=self._body_schema(operation),
            media_type=body.content_type.get_untrusted_value() if body is not None else "",
            success=success,
            success_headers=self._success_headers(data),
            errors=self._errors(data),
            retry=data.get("x-iotc-retry") or ("safe" if endpoint.method == "get" else "once"),
            paging=(paging.get("itemName", "value"), paging["nextLinkName"]) if paging else None,
            long_running=operation.long_running,
            final_state_via=data.get("x-ms-long-running-operation-options", {}).get("final-state-via"),
            result=self._item(endpoint, paging) if paging else answer,
            answer=answer,
            performed_by="pages" if paging else "begin" if operation.long_running else "call",
            doc="",
            async_doc="",
        )
        return record._replace(
            doc=self._doc(operation, record), async_doc=_async_doc(data, class_name, method)
        )

    def _arguments(self, operation: ParsedOperation) -> Iterator[Argument]:
        raw = {(one["in"], one["name"]): one for one, _ in raw_parameters(self.document, operation.at)}
        for location, prop in located_parameters(operation.endpoint):
            data = raw.get((location, wire_name(prop)), {})
            yield Argument(
                name=str(prop.python_name),
                wire=wire_name(prop),
                location=location,
                required=prop.required,
                schema=literal(self._parameter_schema(data.get("schema", {}))),
                annotation=self._argument_type(prop, wire_name(prop)),
                text=data.get("description", ""),
            )

    def _parameter_schema(self, schema: Json) -> Json:
        """Return the type and limits of a parameter, its reference followed, without texts."""
        try:
            resolved, _ = self.document.resolve(schema, "")
        except LookupError:
            resolved = schema
        return {
            key: value
            for key, value in resolved.items()
            if key not in ANNOTATING and not key.startswith("x-")
        }

    def _argument_type(self, prop: Any, wire: str) -> str:
        """Let an enum be given by one of its values, too, an `If-Match` and a filter by an object."""
        annotation = self.annotations.of(prop)
        if wire == "If-Match":
            return f"{annotation} | HasETag"
        if wire.lstrip("$") == "filter" and self.version.plane == FILTERED:
            return f"{annotation} | HasFilterText"
        if isinstance(prop, EnumProperty):
            annotation += f" | Literal[{', '.join(literal(value) for value in enum_values(prop).values())}]"
        return annotation

    def _success(self, endpoint: Endpoint) -> Iterator[tuple[str, str]]:
        for response in endpoint.responses.patterns:
            empty = response.source["attribute"] == "None"
            yield response.status_code.pattern, "None" if empty else self.annotations.of(response.prop)

    def _success_headers(self, data: Json) -> list[str]:
        """Return the names of the headers that any success answer declares, as written."""
        codes = success_statuses(data)
        answers = [self.document.resolve(data["responses"][code], "")[0] for code in codes]
        return list(dict.fromkeys(name for answer in answers for name in answer.get("headers", ())))

    @staticmethod
    def _errors(data: Json) -> list[int]:
        return sorted(
            int(code) for code in data.get("responses", {}) if code.isdecimal() and int(code) >= 400
        )

    def _body_schema(self, operation: ParsedOperation) -> str:
        if not operation.endpoint.bodies:
            return ""
        body, _ = self.document.resolve(operation.at.data["requestBody"], "")
        media = next(iter(body["content"].values()))
        return self.document.schema_name(media["schema"]) or ""

    def _item(self, endpoint: Endpoint, paging: Json) -> str:
        page = endpoint.responses.patterns[0].prop
        items: Any = (
            member_named(page, paging.get("itemName", "value")) if isinstance(page, ModelProperty) else None
        )
        return self.annotations.of(items.inner_property)

    # Texts

    def _doc(self, operation: ParsedOperation, record: OperationRecord) -> str:
        data = operation.at.data
        summary = (
            " ".join(str(data.get("summary") or f"{record.verb} {record.path}").split()).rstrip(".") + "."
        )
        lines = [summary]
        description = data.get("description", "")
        for block in (
            wrapped(description, WIDTH) if description.strip().rstrip(".") + "." != summary else [],
            section("Args", list(self._argument_texts(operation, record)), WIDTH),
            section("Returns", [("", text)] if (text := self._returns(data, record)) else [], WIDTH),
            section("Raises", [_raises(record.errors)], WIDTH),
            [f"Operation: `{record.id}`, {record.verb} {record.path}"],
        ):
            lines += ["", *block] if block else []
        return docstring(lines, 8)

    def _argument_texts(
        self, operation: ParsedOperation, record: OperationRecord
    ) -> Iterator[tuple[str, str]]:
        path = [one for one in record.arguments if one.location == "path"]
        for argument in path:
            yield argument.name, argument.text or f"`{argument.wire}`."
        if record.body is not None:
            body, _ = self.document.resolve(operation.at.data["requestBody"], "")
            yield "body", body.get("description", "") or f"A `{record.body_schema}`."
        for argument in record.arguments:
            if argument not in path:
                yield argument.name, argument.text or f"`{argument.wire}`."
        yield "options", "`timeout`, `headers`, `client_request_id` and `on_response` of this call."

    def _returns(self, data: Json, record: OperationRecord) -> str:
        codes = success_statuses(data)
        answers = [self.document.resolve(data["responses"][code], "")[0] for code in codes]
        text = " ".join(str(answer.get("description", "")).strip() for answer in answers)
        if record.paging:
            return f"The items of all pages, read as they are needed. {text}".strip()
        if record.long_running:
            return (
                f"A poller: its `wait` returns what the operation ends with. The first answer: {text}".strip()
            )
        return text if record.result != "None" else ""


def _answer(success: list[tuple[str, str]], long_running: bool) -> str:
    """Return the annotation of what an operation answers, or ends with if it is long-running."""
    kinds = dict.fromkeys(annotation for _, annotation in success)
    if long_running and len(kinds) > 1:
        kinds.pop("None", None)
    return " | ".join(kinds) or "None"


def _with_constants(records: list[OperationRecord]) -> tuple[list[OperationRecord], dict[str, Argument]]:
    """One constant a distinct parameter; those that differ under one name are numbered."""
    constants: dict[str, Argument] = {}
    named: list[OperationRecord] = []
    for record in records:
        arguments = [one._replace(constant=_constant(one, constants)) for one in record.arguments]
        constants.update({one.constant: one for one in arguments})
        named.append(record._replace(arguments=arguments))
    return named, constants


def _constant(argument: Argument, taken: Mapping[str, Argument]) -> str:
    name = base = f"_{argument.name.upper()}"
    number = 1
    while name in taken and taken[name][:DESCRIBED] != argument[:DESCRIBED]:
        number += 1
        name = f"{base}_{number}"
    return name


def _raises(errors: list[int]) -> tuple[str, str]:
    """Return the errors that are this operation's own.

    The module says once which ones every call may raise.
    """
    own = [status for status in errors if status not in COMMON]
    names = dict.fromkeys(
        ERRORS.get(status, "ServerError" if status >= 500 else "UnexpectedStatus") for status in own
    )
    if not names:
        return "", "What every call may raise."
    return ", ".join(names), "by status; besides them what every call may raise."


def _async_doc(data: Json, class_name: str, method: str) -> str:
    summary = first_sentence(str(data.get("summary") or f"`{method}`"))
    return docstring(wrapped(f"{summary.rstrip('.')}. See `{class_name}.{method}`.", WIDTH), 8)
