"""The view of a document that the parser of openapi-python-client reads; derived in memory, never written.

The parser serves this project well once it is spared what it cannot take (`sanitize` and the names aside, see
`naming`). The view therefore
- gives each operation its success answers, one media type (the first listed) and no `api-version`, security,
  or error answers, with all parameters, bodies and answers in place instead of referred to;
- drops the discriminator member from the branches of a union and from the bases they take over: the tag is
  not a field of the model;
- adds to each union a branch `Unknown<Union>`, for tags that this version does not name; by it the parsed
  union is recognised wherever it is used;
- replaces free-form objects in place by a reference to `FreeFormObject`, and lifts inline enums to components
  under their `x-ms-enum` name, so that one enum is one class;
- drops what only other readers need: examples, defaults, titles, `x-*`.
Whatever the view or the parser loses beyond this, `inventory_check` reports.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from codegen.document import METHODS, Document, Json, OperationAt, is_array, is_object
from codegen.findings import Finding, pointer
from codegen.naming import enum_members

__all__ = [
    "FREE_FORM",
    "HoistedEnum",
    "Union",
    "View",
    "derive",
    "is_free_form",
    "is_union",
    "success_statuses",
]

FREE_FORM = "FreeFormObject"

DROPPED = frozenset(
    {"default", "deprecated", "discriminator", "example", "examples", "externalDocs", "title", "xml"}
)
SCHEMA_LISTS = ("anyOf", "oneOf")


class Union(NamedTuple):
    """A tagged union: a component with `oneOf` and `discriminator`."""

    name: str
    tag_field: str
    branches: dict[str, str]
    """Branch schema to tag, in the order of `oneOf`."""
    unknown: str
    """Name of the variant for tags that this version does not name."""


class HoistedEnum(NamedTuple):
    """An inline enum that the view lifted to a component."""

    values: tuple[str, ...]
    raw: Json
    pointer: str


class View(NamedTuple):
    """The derived document and what its reader must know about it."""

    document: Json
    unions: dict[str, Union]
    enums: dict[str, HoistedEnum]
    maps: frozenset[str]
    """Components that are free-form objects or maps: aliases of `dict`, not models."""
    findings: tuple[Finding, ...]


def derive(document: Document) -> View:
    """Derive the parser's view; what cannot be put into it is among the view's findings."""
    return _Deriver(document).derive()


def is_union(schema: Json) -> bool:
    """Whether a schema is a tagged union."""
    return "oneOf" in schema and "discriminator" in schema


def is_free_form(schema: Json) -> bool:
    """Whether an object schema names no members at all and takes any."""
    shaping = {"properties", "allOf", "anyOf", "oneOf", "enum", "const", "patternProperties"}
    return (
        schema.get("type") == "object"
        and not shaping & schema.keys()
        and schema.get("additionalProperties", True) in (True, {})
    )


def success_statuses(operation: Json) -> list[str]:
    """Return the statuses of an operation that are not errors, as written."""
    return [code for code in operation.get("responses", {}) if code[:1] in {"1", "2", "3"}]


class _Deriver:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings: list[Finding] = []
        self.enums: dict[str, HoistedEnum] = {}
        self.unions = self._unions()

    def derive(self) -> View:
        schemas = {name: self._component(name, schema) for name, schema in self.document.schemas.items()}
        paths = {path: self._path(path, item) for path, item in self.document.raw.get("paths", {}).items()}
        schemas |= {
            name: self._enum_schema(enum.raw) for name, enum in self.enums.items() if name not in schemas
        }
        schemas |= {union.unknown: {"type": "object", "properties": {}} for union in self.unions.values()}
        schemas[FREE_FORM] = {"type": "object", "additionalProperties": True}
        version = self.document.raw.get("openapi") or self.document.raw.get("swagger")
        if not str(version).startswith("3.1."):
            self._find("#/openapi", f"OpenAPI 3.1 is generated, this is {version}")
        document = {
            "openapi": self.document.raw.get("openapi"),
            "info": {"title": self.document.name, "version": "0"},
            "paths": paths,
            "components": {"schemas": schemas},
        }
        return View(document, self.unions, self.enums, self._maps(), tuple(self.findings))

    def _find(self, at: str, message: str) -> None:
        self.findings.append(Finding(at, message))

    # Unions

    def _unions(self) -> dict[str, Union]:
        unions: dict[str, Union] = {}
        for name, schema in self.document.schemas.items():
            if is_union(schema) and (union := self._union(name, schema)) is not None:
                unions[name] = union
        taken = self.document.schemas.keys() & {FREE_FORM, *(union.unknown for union in unions.values())}
        for name in sorted(taken):
            self._find(
                pointer("components", "schemas", name),
                "the generated code has a type of this name of its own",
            )
        return unions

    def _union(self, name: str, schema: Json) -> Union | None:
        at = pointer("components", "schemas", name)
        mapping: dict[str, str] = schema["discriminator"].get("mapping", {})
        tags: dict[str, str] = {}
        for tag, ref in mapping.items():
            branch = self.document.schema_name({"$ref": ref})
            if branch is None or branch in tags:
                self._find(f"{at}/discriminator/mapping", f"{tag} does not lead to a schema of its own")
            else:
                tags[branch] = tag
        branches = [self.document.schema_name(part) for part in schema["oneOf"]]
        if set(branches) != tags.keys() or len(branches) != len(tags):
            self._find(f"{at}/discriminator/mapping", "must name each branch of oneOf once, and nothing else")
            return None
        field = schema["discriminator"]["propertyName"]
        ordered = {branch: tags[branch] for branch in branches if branch is not None}
        return Union(name, field, ordered, f"Unknown{name}")

    def _dropped_tags(self, name: str) -> set[str]:
        """Return the tag members that a component loses, being a branch or a base of one."""
        return {
            union.tag_field
            for union in self.unions.values()
            for branch in union.branches
            if name == branch or name in self.document.ancestors(branch)
        }

    # Schemas

    def _maps(self) -> frozenset[str]:
        return frozenset(name for name, schema in self.document.schemas.items() if _is_map(schema))

    def _component(self, name: str, schema: Json) -> Json:
        at = pointer("components", "schemas", name)
        if name in self.unions:
            branches = [
                {"$ref": ref} for ref in self._refs([*self.unions[name].branches, self.unions[name].unknown])
            ]
            return {"oneOf": branches}
        if "$ref" in schema:
            return {"allOf": [{"$ref": schema["$ref"]}]}
        if is_free_form(schema):
            return {"type": "object", "additionalProperties": True}
        if "enum" in schema and "type" in schema and schema["type"] == "string":
            self._check_members(schema, at)
            return self._enum_schema(schema)
        return _own_part(self._schema(schema, at, without=self._dropped_tags(name)))

    @staticmethod
    def _refs(names: list[str]) -> list[str]:
        return [pointer("components", "schemas", name) for name in names]

    def _schema(self, schema: Any, at: str, without: set[str] | None = None) -> Json:
        if not is_object(schema):
            return {} if schema is True else self._refuse_schema(at)
        if "$ref" in schema:
            return {"$ref": schema["$ref"]}
        if is_free_form(schema):
            return {"$ref": pointer("components", "schemas", FREE_FORM)}
        if is_array(schema.get("type")) and {"object", "null"} == set(schema["type"]):
            return {"anyOf": [self._schema({**schema, "type": "object"}, at), {"type": "null"}]}
        if "enum" in schema:
            return self._enum(schema, at)
        return self._keywords(schema, at, without or set())

    def _refuse_schema(self, at: str) -> Json:
        self._find(at, "a schema that refuses every value, or is none, cannot become a type")
        return {}

    def _keywords(self, schema: Json, at: str, without: set[str]) -> Json:
        """Return the schema keyword by keyword; `allOf` parts stay in place, for the parser merges them."""
        result: Json = {}
        for key, value in schema.items():
            if key == "properties":
                result[key] = {
                    wire: self._schema(member, f"{at}/properties/{pointer(wire)[2:]}")
                    for wire, member in value.items()
                    if wire not in without
                }
            elif key == "allOf":
                result[key] = [
                    self._part(part, f"{at}/allOf/{index}", without) for index, part in enumerate(value)
                ]
            elif key in SCHEMA_LISTS:
                result[key] = [self._schema(part, f"{at}/{key}/{index}") for index, part in enumerate(value)]
            elif key == "items" or (key == "additionalProperties" and isinstance(value, dict)):
                result[key] = self._schema(value, f"{at}/{key}")
            elif key == "required":
                result[key] = [wire for wire in value if wire not in without]
            elif key not in DROPPED and not key.startswith("x-"):
                result[key] = value
        return result

    def _part(self, part: Json, at: str, without: set[str]) -> Json:
        return {"$ref": part["$ref"]} if "$ref" in part else self._keywords(part, at, without)

    # Enums

    def _enum(self, schema: Json, at: str) -> Json:
        values = [value for value in schema["enum"] if value is not None]
        name = schema.get("x-ms-enum", {}).get("name")
        if not values or not all(isinstance(value, str) for value in values):
            self._find(f"{at}/enum", "an enum of anything but strings has no open Python type")
            return {}
        if name is None:
            self._check_members(schema, at)
            node = self._enum_schema(schema)
        else:
            self._hoist(name, schema, tuple(values), at)
            node = {"$ref": pointer("components", "schemas", name)}
        nullable = len(values) < len(schema["enum"]) or "null" in schema.get("type", ())
        return {"anyOf": [node, {"type": "null"}]} if nullable else node

    def _hoist(self, name: str, schema: Json, values: tuple[str, ...], at: str) -> None:
        known = self.enums.get(name)
        component = self.document.schemas.get(name)
        if known is None:
            self._check_members(schema, at)
            self.enums[name] = HoistedEnum(values, schema, at)
        if known is not None and known.values != values:
            self._find(at, f"x-ms-enum {name} has other values at {known.pointer}")
        if component is not None and tuple(component.get("enum", ())) != values:
            self._find(at, f"x-ms-enum {name} is also the name of a schema")

    def _check_members(self, schema: Json, at: str) -> None:
        values = [value for value in schema["enum"] if isinstance(value, str)]
        members = enum_members(values, _given_members(schema))
        if len(members) != len(values):
            self._find(f"{at}/x-ms-enum/values", "does not name each value of the enum once")
        for index, member in enumerate(members):
            if member in members[:index]:
                first = values[members.index(member)]
                message = (
                    f"{values[index]!r} and {first!r} would both be {member}; name them in x-ms-enum.values"
                )
                self._find(f"{at}/enum/{index}", message)

    @staticmethod
    def _enum_schema(schema: Json) -> Json:
        """Name the members for the parser; it raises when two clash, so those (found before) are numbered."""
        values = [value for value in schema["enum"] if isinstance(value, str)]
        names = enum_members(values, _given_members(schema))
        unique = [f"{name}_{index}" if name in names[:index] else name for index, name in enumerate(names)]
        return {"type": "string", "enum": values, "x-enum-varnames": unique}

    # Operations

    def _path(self, path: str, item: Json) -> Json:
        result: Json = {}
        if "parameters" in item:
            result["parameters"] = self._parameters(item["parameters"], pointer("paths", path, "parameters"))
        for operation in self.document.operations:
            if operation.path == path:
                result[operation.method] = self._operation(operation)
        return {key: result[key] for key in ("parameters", *METHODS) if key in result}

    def _operation(self, operation: OperationAt) -> Json:
        data, at = operation.data, operation.pointer
        result: Json = {
            key: data[key] for key in ("operationId", "tags", "summary", "description") if key in data
        }
        result["parameters"] = self._parameters(data.get("parameters", []), f"{at}/parameters")
        if "requestBody" in data:
            result["requestBody"] = self._content(data["requestBody"], f"{at}/requestBody")
        result["responses"] = {
            code: self._content(data["responses"][code], f"{at}/responses/{code}")
            for code in success_statuses(data)
        }
        return result

    def _parameters(self, parameters: list[Json], at: str) -> list[Json]:
        found = (self._parameter(parameter, f"{at}/{index}") for index, parameter in enumerate(parameters))
        return [parameter for parameter in found if parameter is not None]

    def _parameter(self, parameter: Json, at: str) -> Json | None:
        parameter, at = self._resolved(parameter, at)
        if not parameter or (parameter.get("in"), parameter.get("name")) == ("query", "api-version"):
            return None
        kept: Json = {
            key: parameter[key] for key in ("name", "in", "required", "description") if key in parameter
        }
        if "schema" in parameter:
            kept["schema"] = self._schema(parameter["schema"], f"{at}/schema")
        return kept

    def _content(self, node: Json, at: str) -> Json:
        """Return a request body or answer with the first of its media types."""
        node, at = self._resolved(node, at)
        kept: Json = {key: node[key] for key in ("description", "required") if key in node}
        for media_type, content in list(node.get("content", {}).items())[:1]:
            schema_at = f"{at}/content/{pointer(media_type)[2:]}/schema"
            media = {"schema": self._schema(content["schema"], schema_at)} if "schema" in content else {}
            kept["content"] = {media_type: media}
        return kept

    def _resolved(self, node: Json, at: str) -> tuple[Json, str]:
        try:
            return self.document.resolve(node, at)
        except LookupError as error:
            self._find(at, str(error.args[0]))
            return {}, at


def _is_map(schema: Json) -> bool:
    named = schema.get("properties") or "allOf" in schema
    extra = schema.get("additionalProperties", is_free_form(schema))
    return schema.get("type") == "object" and not named and extra is not False


def _own_part(schema: Json) -> Json:
    """Members beside a lone `allOf` reference become a part of it.

    The parser would take the reference alone.
    """
    own = {key: schema[key] for key in ("properties", "required") if key in schema}
    if not own or "allOf" not in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key not in own}
    return {**rest, "allOf": [*schema["allOf"], {"type": "object", **own}]}


def _given_members(schema: Json) -> list[str] | None:
    """Names of the members from Azure's `x-ms-enum.values`, or the older `x-enum-varnames`."""
    entries = schema.get("x-ms-enum", {}).get("values")
    if entries is not None:
        return [entry.get("name", entry.get("value")) for entry in entries]
    return schema.get("x-enum-varnames")
