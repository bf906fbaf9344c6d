"""Read a spec into places, remembering which object of the document each came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import yaml

from contract_tests.facts.places import Key, Places, frozen

__all__ = ["METHODS", "SPECS", "Written", "load"]

SPECS = Path(__file__).resolve().parents[2] / "specs"
METHODS = ("get", "put", "post", "patch", "delete")
_TEXTS = {
    "description",
    "title",
    "summary",
    "example",
    "examples",
    "discriminator",
    "oneOf",
    "allOf",
    "required",
}
_HANDLED = {"$ref", "type", "enum", "anyOf", "items", "properties", "additionalProperties", "readOnly"}
_EXTENSIONS = {"x-ms-secret": "secret"}

Object = Mapping[str, Any]


class Written:
    """One spec, with references followed and `allOf` laid flat."""

    def __init__(self, document: Object) -> None:
        self.document = document
        self.origins: dict[Key, list[Object]] = {}
        self.places = self._read()

    @property
    def schemas(self) -> Object:
        return cast("Object", self.document["components"]["schemas"])

    def resolve(self, value: Object) -> Object:
        """What a reference leads to."""
        while isinstance(target := value.get("$ref"), str):
            found: Any = self.document
            for token in target.split("/")[1:]:
                found = found[token.replace("~1", "/").replace("~0", "~")]
            value = found
        return value

    def origin(self, key: Key) -> list[Object]:
        """The objects of the document that a place belongs to; a deviation on one of them explains it."""
        for end in range(len(key), 1, -1):
            if key[:end] in self.origins:
                return self.origins[key[:end]]
        return []

    def _read(self) -> Places:
        places: Places = dict(self._document())
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    places.update(self._operation(path, method, item[method]))
        for name, schema in self.schemas.items():
            self.origins[("schemas", name)] = [schema]
            places[("schemas", name)] = "present"
            places.update(self._schema(name, schema))
        return places

    def _document(self) -> Iterator[tuple[Key, Any]]:
        scheme, _, rest = str(self.document["servers"][0]["url"]).partition("://")
        host, slash, base = rest.partition("/")
        yield ("document", "version"), self.document["info"]["version"]
        yield ("document", "host"), host if scheme == "https" else f"{scheme}://{host}"
        yield ("document", "base path"), slash + base

    def _operation(self, path: str, method: str, operation: Object) -> Iterator[tuple[Key, Any]]:
        key = ("operations", str(operation["operationId"]))
        self.origins[(*key, "pageable")] = self.origins[(*key, "long running")] = [operation]
        yield (*key, "method"), method.upper()
        yield (*key, "path"), path
        for parameter in operation.get("parameters", []):
            yield from self._parameter(key, self.resolve(parameter))
        if "requestBody" in operation:
            yield from self._body(key, self.resolve(operation["requestBody"]))
        for status, response in operation["responses"].items():
            yield from self._response((*key, "responses", str(status)), self.resolve(response))
        if paging := operation.get("x-ms-pageable"):
            yield (*key, "pageable", "items"), paging.get("itemName", "value")
            yield (*key, "pageable", "next link"), paging.get("nextLinkName")
        if operation.get("x-ms-long-running-operation"):
            yield (*key, "long running"), True
        if options := operation.get("x-ms-long-running-operation-options"):
            yield (*key, "long running", "options"), frozen(options)

    def _parameter(self, key: Key, parameter: Object) -> Iterator[tuple[Key, Any]]:
        place = (*key, "parameters", f"{parameter['in']} {parameter['name']}")
        self.origins[place] = [parameter, parameter["schema"]]
        yield (*place, "required"), bool(parameter.get("required"))
        yield from ((place + facet, value) for facet, value in self.facets(parameter["schema"]))

    def _body(self, key: Key, body: Object) -> Iterator[tuple[Key, Any]]:
        self.origins[(*key, "body")] = [body]
        yield (*key, "body", "required"), bool(body.get("required"))
        yield from (((*key, "body", *facet), value) for facet, value in _content(body["content"]))

    def _response(self, key: Key, response: Object) -> Iterator[tuple[Key, Any]]:
        self.origins[key] = [response]
        yield (*key, "schema"), None
        yield from (((*key, *facet), value) for facet, value in _content(response.get("content", {})))
        for name, header in response.get("headers", {}).items():
            stated = self.resolve(header)
            self.origins[(*key, "headers", name)] = [stated, response]
            yield (*key, "headers", name, "type"), stated["schema"].get("type")

    def _schema(self, name: str, schema: Object) -> Iterator[tuple[Key, Any]]:
        key = ("schemas", name)
        if "oneOf" in schema:
            yield (*key, "union", "tag"), schema["discriminator"]["propertyName"]
            for value, target in schema["discriminator"]["mapping"].items():
                yield (*key, "union", "value", value), target.rpartition("/")[2]
            return
        properties, required, rest = self.flat(schema)
        yield from ((key + facet, value) for facet, value in self.facets(rest))
        if properties:
            yield (*key, "type"), "object"
        for member in required:
            self.origins[(*key, "required", member)] = [schema, properties.get(member, {})]
            yield (*key, "required", member), True
        for member, value in properties.items():
            self.origins[(*key, "props", member)] = [value]
            yield (*key, "props", member), "present"
            yield from (((*key, "props", member, *facet), content) for facet, content in self.facets(value))

    def flat(self, schema: Object) -> tuple[dict[str, Object], list[str], dict[str, Any]]:
        """Members, required members and the rest of a schema, its `allOf` parts merged."""
        properties: dict[str, Object] = {}
        required: list[str] = []
        rest: dict[str, Any] = {}
        for part in schema.get("allOf", []):
            inner = self.flat(self.resolve(part))
            properties.update(inner[0])
            required += inner[1]
            rest.update(inner[2])
        properties.update(schema.get("properties", {}))
        required += schema.get("required", [])
        rest.update(
            {key: value for key, value in schema.items() if key not in {"properties", "allOf", "required"}}
        )
        return properties, required, rest

    def facets(self, schema: Object) -> Iterator[tuple[Key, Any]]:
        """Everything a schema says in one place; keywords nobody foresaw come out under their own name."""
        if "anyOf" in schema:
            yield from self._nullable(schema)
        if "$ref" in schema:
            yield ("ref",), str(schema["$ref"]).rpartition("/")[2]
        yield from _type(schema.get("type"))
        if schema.get("readOnly"):
            yield ("readOnly",), True
        if "enum" in schema:
            yield ("enum",), frozenset(schema["enum"])
        if "items" in schema:
            yield from ((("items", *facet), value) for facet, value in self.facets(schema["items"]))
        yield from self._members(schema)
        yield from _other(schema)

    def _nullable(self, schema: Object) -> Iterator[tuple[Key, Any]]:
        parts = [part for part in schema["anyOf"] if part.get("type") != "null"]
        if len(parts) == 1 and len(schema["anyOf"]) == 2:
            yield ("nullable",), True
            yield from self.facets(parts[0])
        else:
            yield ("anyOf",), frozen(schema["anyOf"])

    def _members(self, schema: Object) -> Iterator[tuple[Key, Any]]:
        more = schema.get("additionalProperties")
        if isinstance(more, Mapping) and more:
            yield from ((("additionalProperties", *facet), value) for facet, value in self.facets(more))
        elif more is not None:
            yield ("additionalProperties",), more if isinstance(more, bool) else True
        for name, member in schema.get("properties", {}).items():
            yield ("props", name), "present"
            yield from ((("props", name, *facet), value) for facet, value in self.facets(member))


def _content(content: Object) -> Iterator[tuple[Key, Any]]:
    if content:
        schemas = {_schema_name(media) for media in content.values()}
        yield ("schema",), schemas.pop() if len(schemas) == 1 else frozen(sorted(map(str, schemas)))
        yield ("media types",), frozenset(content)


def _schema_name(media: Object) -> Any:
    schema = media["schema"]
    return str(schema["$ref"]).rpartition("/")[2] if "$ref" in schema else frozen(schema)


def _type(kind: Any) -> Iterator[tuple[Key, Any]]:
    names = [name for name in (kind if isinstance(kind, list) else [kind]) if name is not None]
    if "null" in names:
        yield ("nullable",), True
    kept = [name for name in names if name != "null"]
    if kept:
        yield ("type",), kept[0] if len(kept) == 1 else tuple(kept)


def _other(schema: Object) -> Iterator[tuple[Key, Any]]:
    """Limits and everything else that is no text and not read above."""
    if named := schema.get("x-ms-enum"):
        yield ("enumName",), named.get("name")
        yield ("open",), named.get("modelAsString")
    for key, value in schema.items():
        if key in _EXTENSIONS:
            yield (_EXTENSIONS[key],), value
        elif key == "x-ms-mutability":
            yield ("mutability",), frozenset(value)
        elif key not in _TEXTS | _HANDLED and not key.startswith("x-"):
            yield (key,), frozen(value)


def load(document: str) -> Written:
    """A spec of the catalog, by the path the catalog gives."""
    text = (SPECS / document).read_text(encoding="utf-8")
    return Written(yaml.load(text, yaml.CSafeLoader))
