"""Drives the parser of openapi-python-client over a view; its objects are what the templates render.

`GeneratorData.from_dict` would throw the typed tree away and leave errors without a place, so schemas are
built first and each operation is parsed on its own: what is lost has a JSON pointer by construction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openapi_python_client import schema as oai
from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties import (
    ModelProperty,
    Parameters,
    Property,
    Schemas,
    build_schemas,
)
from openapi_python_client.parser.properties.schemas import ReferencePath
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import ClassName
from pydantic import ValidationError

from codegen.document import METHODS, Document, Json, OperationAt
from codegen.findings import Finding, SpecificationError, pointer
from codegen.naming import PARAMETER_RESERVED, method_name
from codegen.view import View

__all__ = [
    "Parsed",
    "ParsedOperation",
    "located_parameters",
    "members_of",
    "parse",
    "raw_parameters",
    "wire_name",
]

CLIENT_NAME = "x-ms-client-name"
UNREADABLE = re.compile(r"<openapi_python_client[^>]*>")
SCHEMA_PATH = re.compile(r"/components/schemas/([^\s:]+)")


@dataclass
class ParsedOperation:
    """An operation as the parser understood it, and where it stands in the raw document."""

    at: OperationAt
    endpoint: Endpoint

    @property
    def method(self) -> str:
        """Name of the Python method: the document's own, or by rule from the parser's name."""
        name = str(self.at.data.get(CLIENT_NAME) or method_name(self.at.id, self.endpoint.name))
        return f"begin_{name}" if self.long_running else name

    @property
    def long_running(self) -> bool:
        """Whether the operation may go on after its answer."""
        return bool(self.at.data.get("x-ms-long-running-operation"))


@dataclass
class Parsed:
    """Everything the parser made of a view, and everything it complained about."""

    config: Config
    schemas: Schemas
    by_schema: dict[str, Property]
    """The parser's property by the name of its component."""
    names: dict[str, str]
    """The Python name of each component, whether or not the parser makes a class of it."""
    operations: list[ParsedOperation]
    findings: list[Finding]


def parse(document: Document, view: View) -> Parsed:
    """Parse a view, inside `naming.naming_rules()`.

    Raises `SpecificationError` if it is no OpenAPI at all.
    """
    config = _config(document)
    tree = _typed(document, view)
    components = (tree.components and tree.components.schemas) or {}
    schemas = build_schemas(components=components, schemas=Schemas(), config=config)
    findings = [_schema_finding(error) for error in schemas.errors]
    parsed = Parsed(config, schemas, _by_schema(view, schemas), _names(document, view), [], findings)
    for operation in document.operations:
        _parse_operation(parsed, operation, tree)
    _name_members(document, parsed)
    return parsed


def members_of(model: ModelProperty) -> list[Property]:
    """Return the properties of a parsed model, required ones first."""
    return [*(model.required_properties or ()), *(model.optional_properties or ())]


def located_parameters(endpoint: Endpoint) -> Iterator[tuple[str, Property]]:
    """Yield the parameters in the order of the arguments, each with `path`, `query`, `header` or `cookie`."""
    for location, parameter in endpoint.iter_all_parameters():
        yield location.value, parameter


def wire_name(prop: Any) -> str:
    """Return the name that a parsed property or parameter has on the wire."""
    name: UntrustedString = prop.name
    return name.get_untrusted_value()


def _config(document: Document) -> Config:
    overrides = {
        str(ClassName(name, "field_")): ClassOverride(class_name=schema[CLIENT_NAME])
        for name, schema in document.schemas.items()
        if CLIENT_NAME in schema
    }
    return Config.from_sources(
        config_file=ConfigFile(class_overrides=overrides),
        meta_type=MetaType.NONE,
        document_source=document.name,
        file_encoding="utf-8",
        overwrite=True,
        output_path=None,
    )


def _typed(document: Document, view: View) -> oai.OpenAPI:
    try:
        return oai.OpenAPI.model_validate(view.document)
    except ValidationError as error:
        findings = [Finding(_place(view.document, one["loc"]), one["msg"]) for one in error.errors()]
        raise SpecificationError(document.name, [*view.findings, *findings]) from error


def _place(node: Any, location: tuple[int | str, ...]) -> str:
    """Return the pointer of a validation error.

    Its location without the names of the validator's own types.
    """
    parts: list[object] = []
    for part in location:
        try:
            node = node[part]
        except (KeyError, IndexError, TypeError):
            continue
        parts.append(part)
    return pointer(*parts)


def _by_schema(view: View, schemas: Schemas) -> dict[str, Property]:
    found: dict[str, Property] = {}
    for name in view.document["components"]["schemas"]:
        prop = schemas.classes_by_reference.get(ReferencePath(UntrustedString(f"/components/schemas/{name}")))
        if prop is not None:
            found[name] = prop
    return found


def _names(document: Document, view: View) -> dict[str, str]:
    given = {name: schema.get(CLIENT_NAME, name) for name, schema in document.schemas.items()}
    return {
        name: ClassName(given.get(name, name), "field_") for name in view.document["components"]["schemas"]
    }


def _schema_finding(error: GeneratorError) -> Finding:
    match = SCHEMA_PATH.search(error.header)
    return Finding(
        pointer("components", "schemas", match[1]) if match else "#/components/schemas", _text(error)
    )


def _text(error: GeneratorError) -> str:
    """Return what the parser says, on one line and without the addresses that it prints for names."""
    text = f"{error.header} {error.detail or ''}".replace("Endpoint will not be generated.", "")
    return "the parser drops this: " + " ".join(UNREADABLE.sub("…", text).split())


def _parse_operation(parsed: Parsed, operation: OperationAt, tree: oai.OpenAPI) -> None:
    item = (tree.paths or {})[UntrustedString(operation.path)]
    others: Json = {method: None for method in METHODS if method != operation.method}
    collections, parsed.schemas, _ = EndpointCollection.from_data(
        data={UntrustedString(operation.path): item.model_copy(update=others)},
        schemas=parsed.schemas,
        parameters=Parameters(),
        request_bodies={},
        responses={},
        config=parsed.config,
    )
    for collection in collections.values():
        parsed.findings += [Finding(operation.pointer, _text(error)) for error in collection.parse_errors]
        for endpoint in collection.endpoints:
            parsed.operations.append(ParsedOperation(operation, endpoint))


def _name_members(document: Document, parsed: Parsed) -> None:
    """Names by rule, or by `x-ms-client-name`.

    The parser's own way out of a clash (`displayName`) is undone.
    """
    for name, prop in parsed.by_schema.items():
        if isinstance(prop, ModelProperty) and name in document.schemas:
            raw = document.members(name)
            for member in members_of(prop):
                _rename(member, raw[wire_name(member)].schema, parsed.config)
    for operation in parsed.operations:
        _name_parameters(document, operation, parsed.config)


def _rename(prop: Property, raw: Json, config: Config) -> None:
    given = raw.get(CLIENT_NAME)
    prop.set_python_name(UntrustedString(given or wire_name(prop)), config, skip_snake_case=given is not None)


def _name_parameters(document: Document, operation: ParsedOperation, config: Config) -> None:
    raw = {(one["in"], one["name"]): one for one, _ in raw_parameters(document, operation.at)}
    for location, parameter in located_parameters(operation.endpoint):
        data = raw.get((location, wire_name(parameter)), {})
        if CLIENT_NAME in data:
            _rename(parameter, data, config)
        if parameter.python_name in PARAMETER_RESERVED:
            parameter.set_python_name(UntrustedString(f"{parameter.python_name}_{location}"), config)


def raw_parameters(document: Document, operation: OperationAt) -> list[tuple[Json, str]]:
    """Return the raw parameters of an operation, those of its path too, each with its place.

    `api-version` is left out.
    """
    found: dict[tuple[str, str], tuple[Json, str]] = {}
    item = document.raw["paths"][operation.path]
    lists = (
        (operation.data.get("parameters", []), operation.pointer),
        (item.get("parameters", []), pointer("paths", operation.path)),
    )
    for parameters, at in lists:
        for index, parameter in enumerate(parameters):
            try:
                raw, place = document.resolve(parameter, f"{at}/parameters/{index}")
            except LookupError:
                continue
            key = (str(raw.get("in")), str(raw.get("name")))
            if key != ("query", "api-version"):
                found.setdefault(key, (raw, place))
    return list(found.values())
