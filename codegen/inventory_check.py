"""Is all of the raw document in what the parser made of it? What is not is an error with its JSON pointer.

The parser drops much with a warning (a schema, and every operation that uses it) and some in silence (a
duplicate operation id, `2XX`, a parameter with `content`). So the raw document is counted against the parsed
result: operations, parameters, statuses and media types here; schemas, members, types and enum values in
`inventory_schemas`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty, Property
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.responses import Response
from openapi_python_client.strings import PythonIdentifier

from codegen.document import METHODS, Document, Json, OperationAt
from codegen.findings import Finding, SpecificationError, pointer
from codegen.inventory_schemas import SchemaInventory, member_named
from codegen.parse import Parsed, ParsedOperation, located_parameters, raw_parameters, wire_name
from codegen.view import View, success_statuses

__all__ = ["check_inventory", "findings"]

ITEM_KEYS = frozenset({*METHODS, "parameters", "summary", "description"})
UNSERVED_KEYS = ("callbacks", "servers", "security")
RETRIES = ("safe", "conditional", "once")
FINAL_STATES = ("azure-async-operation", "location", "original-uri")
LOCATIONS = ("path", "query", "header")
STATUS = re.compile(r"[1-5][0-9][0-9]|default")


def check_inventory(document: Document, view: View, parsed: Parsed) -> None:
    """Raise `SpecificationError` naming everything that generation would lose or get wrong."""
    found = findings(document, view, parsed)
    if found:
        raise SpecificationError(document.name, found)


def findings(document: Document, view: View, parsed: Parsed) -> list[Finding]:
    """Everything that generation would lose or get wrong; call it inside `naming.naming_rules()`."""
    schemas = SchemaInventory(document, view, parsed)
    found = [*view.findings, *parsed.findings, *_document(document), *schemas.findings()]
    by_pointer = {operation.at.pointer: operation for operation in parsed.operations}
    for operation in document.operations:
        found += _raw_operation(document, operation)
        if operation.pointer in by_pointer:
            found += _Operation(document, schemas, by_pointer[operation.pointer]).findings()
        elif not any(one.pointer == operation.pointer for one in found):
            found.append(Finding(operation.pointer, "the parser dropped this operation without a word"))
    return [*found, *_unique(document, parsed)]


def _document(document: Document) -> Iterator[Finding]:
    if "webhooks" in document.raw:
        yield Finding("#/webhooks", "webhooks are not generated")
    for path, item in document.raw.get("paths", {}).items():
        for key in item:
            if key not in ITEM_KEYS and not key.startswith("x-"):
                yield Finding(pointer("paths", path, key), "is not generated")


def _unique(document: Document, parsed: Parsed) -> Iterator[Finding]:
    ids = Counter(operation.id for operation in document.operations)
    for operation in document.operations:
        if ids[operation.id] > 1:
            message = f"{operation.id} names {ids[operation.id]} operations"
            yield Finding(f"{operation.pointer}/operationId", message)
    yield from _unique_methods(parsed)


def _unique_methods(parsed: Parsed) -> Iterator[Finding]:
    methods: defaultdict[tuple[str, str], list[ParsedOperation]] = defaultdict(list)
    for operation in parsed.operations:
        methods[operation.endpoint.tags[0], operation.method].append(operation)
    for (tag, name), operations in methods.items():
        for operation in operations if len(operations) > 1 else ():
            others = ", ".join(one.at.id for one in operations if one is not operation)
            yield Finding(operation.at.pointer, f"the method {tag}.{name} is also that of {others}")


def _raw_operation(document: Document, operation: OperationAt) -> Iterator[Finding]:
    """Yield what an operation says that neither parser nor templates have a place for."""
    data, at = operation.data, operation.pointer
    if "operationId" not in data:
        yield Finding(at, "has no operationId, so no official name")
    if len(data.get("tags", ())) != 1:
        yield Finding(at, "needs exactly one tag: it becomes the attribute that holds the operation")
    yield from (Finding(f"{at}/{key}", "is not generated") for key in UNSERVED_KEYS if key in data)
    if not str(data.get("x-ms-client-name", "usable")).isidentifier():
        yield Finding(f"{at}/x-ms-client-name", "is no Python name")
    yield from _long_running(data, at)
    if data.get("x-iotc-retry", "once") not in RETRIES:
        yield Finding(f"{at}/x-iotc-retry", f"is one of {', '.join(RETRIES)}")
    for code in data.get("responses", {}):
        if STATUS.fullmatch(code) is None:
            yield Finding(
                pointer("paths", operation.path, operation.method, "responses", code), "is not one status"
            )
    for raw, place in raw_parameters(document, operation):
        yield from _raw_parameter(raw, place)


def _long_running(data: Json, at: str) -> Iterator[Finding]:
    options = data.get("x-ms-long-running-operation-options", {})
    place = f"{at}/x-ms-long-running-operation-options"
    if options and not data.get("x-ms-long-running-operation"):
        yield Finding(place, "would be ignored in silence: the operation is not marked as long-running")
    if options.get("final-state-via", FINAL_STATES[0]) not in FINAL_STATES:
        yield Finding(f"{place}/final-state-via", f"is one of {', '.join(FINAL_STATES)}")
    for key in options.keys() - {"final-state-via"}:
        yield Finding(f"{place}/{key}", "would be ignored in silence")
    if data.get("x-ms-long-running-operation") and "x-ms-pageable" in data:
        yield Finding(f"{at}/x-ms-pageable", "a list that is long-running is not generated")


def _raw_parameter(raw: Json, at: str) -> Iterator[Finding]:
    if raw.get("in") not in LOCATIONS:
        yield Finding(at, f"parameters in {raw.get('in')} are not generated")
    if "content" in raw:
        yield Finding(
            f"{at}/content", "the parser drops a parameter with content in silence: give it a schema"
        )
    default = {"path": "simple", "header": "simple", "query": "form"}.get(str(raw.get("in")))
    for key, usual in (("style", default), ("explode", default == "form"), ("allowReserved", False)):
        if raw.get(key, usual) != usual:
            yield Finding(f"{at}/{key}", "would be ignored in silence: values are sent in the default style")


class _Operation:
    """The raw operation beside the parsed one."""

    def __init__(self, document: Document, schemas: SchemaInventory, operation: ParsedOperation) -> None:
        self.document = document
        self.schemas = schemas
        self.at = operation.at
        self.endpoint: Endpoint = operation.endpoint

    def findings(self) -> Iterator[Finding]:
        yield from self._parameters()
        yield from self._body()
        yield from self._answers()
        yield from self._paging()

    def _parameters(self) -> Iterator[Finding]:
        raw = {
            (str(one.get("in")), str(one.get("name"))): (one, at)
            for one, at in raw_parameters(self.document, self.at)
        }
        parsed = {(location, wire_name(one)): one for location, one in located_parameters(self.endpoint)}
        for key, (data, at) in raw.items():
            if key not in parsed:
                yield Finding(at, f"the parser dropped the {key[0]} parameter {key[1]}")
            elif "schema" in data:
                yield from self.schemas.compare(data["schema"], parsed[key], f"{at}/schema")
                yield from self._scalar(parsed[key], f"{at}/schema")
        yield from self._parameter_names(raw, parsed)

    @staticmethod
    def _scalar(prop: Property, at: str) -> Iterator[Finding]:
        if isinstance(prop, (ListProperty, ModelProperty)):
            yield Finding(at, "a parameter that is an array or object is not generated")

    def _parameter_names(
        self, raw: dict[tuple[str, str], tuple[Json, str]], parsed: dict[tuple[str, str], Property]
    ) -> Iterator[Finding]:
        """Neither the names in use nor those by rule may meet.

        The parser gets out of its way by `displayName`.
        """
        for by_rule in (False, True):
            names: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
            for key, prop in parsed.items():
                given = "x-ms-client-name" in raw.get(key, ({}, ""))[0]
                rule = PythonIdentifier(key[1], "field_") if by_rule and not given else prop.python_name
                names[key[0] if by_rule else "", rule].append(key)
            for (_, name), keys in names.items():
                for key in keys if len(keys) > 1 else ():
                    yield Finding(raw[key][1], f"two parameters would be called {name}; set x-ms-client-name")

    def _body(self) -> Iterator[Finding]:
        if "requestBody" not in self.at.data:
            return
        try:
            body, at = self.document.resolve(self.at.data["requestBody"], f"{self.at.pointer}/requestBody")
        except LookupError:
            return
        content = list(body.get("content", {}).items())
        if len(self.endpoint.bodies) != 1 or not content:
            yield Finding(at, "the parser dropped the request body")
            return
        schema = content[0][1].get("schema", {})
        place = f"{at}/content/{pointer(content[0][0])[2:]}/schema"
        if self.document.schema_name(schema) is None:
            yield Finding(
                place, "a body must be a schema of its own, referred to by $ref: limits go by its name"
            )
        yield from self.schemas.compare(schema, self.endpoint.bodies[0].prop, place)
        for media_type, media in content[1:]:
            if media.get("schema") != schema:
                other = f"{at}/content/{pointer(media_type)[2:]}/schema"
                yield Finding(other, f"differs from that of {content[0][0]}, which is the one that is sent")

    def _answers(self) -> Iterator[Finding]:
        parsed: dict[str, Response] = {
            one.status_code.pattern: one for one in self.endpoint.responses.patterns
        }
        for code in success_statuses(self.at.data):
            try:
                raw, at = self.document.resolve(
                    self.at.data["responses"][code], f"{self.at.pointer}/responses/{code}"
                )
            except LookupError:
                continue
            if code not in parsed:
                yield Finding(at, f"the parser dropped the answer {code}")
            else:
                yield from self._answer(raw, parsed[code], at)

    def _answer(self, raw: Json, parsed: Response, at: str) -> Iterator[Finding]:
        content = list(raw.get("content", {}).items())
        if len(content) > 1:
            yield Finding(f"{at}/content", "only the first media type would be read")
        if content and parsed.source["attribute"] != "response.json()":
            yield Finding(f"{at}/content", "only JSON answers are generated")
        elif content:
            place = f"{at}/content/{pointer(content[0][0])[2:]}/schema"
            yield from self.schemas.compare(content[0][1].get("schema", {}), parsed.prop, place)

    def _paging(self) -> Iterator[Finding]:
        paging = self.at.data.get("x-ms-pageable")
        if paging is None:
            return
        at = f"{self.at.pointer}/x-ms-pageable"
        items = [
            member_named(one.prop, paging.get("itemName", "value"))
            for one in self.endpoint.responses.patterns
        ]
        link = paging.get("nextLinkName")
        links = [member_named(one.prop, link) for one in self.endpoint.responses.patterns]
        if len(items) != 1 or not isinstance(items[0], ListProperty):
            yield Finding(f"{at}/itemName", "names no array of the one success answer")
        if "nextLinkName" not in paging:
            yield Finding(f"{at}/nextLinkName", "must be said: null for a list that is always whole")
        elif len(links) != 1 or (links[0] is None and link is not None):
            yield Finding(f"{at}/nextLinkName", "names no member of the one success answer")
        if self.endpoint.bodies:
            yield Finding(at, "a list that takes a body is not generated")
