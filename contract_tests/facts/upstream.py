"""Read a facts file into places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from contract_tests.facts.places import Key, Places, frozen

__all__ = ["HERE", "Facts", "load"]

HERE = Path(__file__).parent

_LIMITS = {
    "min_length": "minLength",
    "max_length": "maxLength",
    "min_items": "minItems",
    "max_items": "maxItems",
    "min_properties": "minProperties",
    "minimum": "minimum",
    "maximum": "maximum",
    "pattern": "pattern",
    "format": "format",
    "default": "default",
    "ref": "ref",
    "nullable": "nullable",
    "secret": "secret",
    "enum_name": "enumName",
    "extensible_enum": "open",
}
_REMARKS = {
    *("note", "documented_default", "unit", "identifiers", "client_flatten", "azure_resource", "external"),
    *("location", "param_location", "wire", "in", "x_ms_parameter_location", "skip_url_encoding"),
    *("common_type", "source_file"),
}
_OWN = {"type", "enum", "items", "props", "additional_properties", "read_only", "required"}
_OWN |= {"mutability", "default_raw", "source_name"}
_STRUCTURE = {"extends", "discriminator", "discriminator_value", "required", "props"}


@dataclass(frozen=True)
class Facts:
    """One facts file."""

    data: Mapping[str, Any]

    @property
    def version(self) -> str:
        return str(self.data["api_version"])

    @property
    def schemas(self) -> Mapping[str, Any]:
        schemas: Mapping[str, Any] = self.data["schemas"]
        return schemas

    @property
    def operations(self) -> list[Mapping[str, Any]]:
        operations: list[Mapping[str, Any]] = self.data["operations"]
        return operations

    @cached_property
    def error_headers(self) -> Mapping[str, Any]:
        """The headers of the default response; the files spell their place in three ways."""
        stated = (
            self.data.get("default_response")
            or self.data.get("error_response")
            or self.data.get("error")
            or {}
        )
        headers: Mapping[str, Any] = stated.get("headers") or stated.get("response_headers") or {}
        return headers

    @cached_property
    def host(self) -> str:
        host = self.data["host"]
        return str(host["template"] if isinstance(host, Mapping) else host)

    @cached_property
    def names_errors(self) -> bool:
        """Whether any answer of the source that is an error has a schema."""
        answers = [answer for operation in self.operations for answer in operation["responses"].items()]
        return any(schema and not str(status).startswith("2") for status, schema in answers)

    def children(self, name: str) -> list[tuple[str, str]]:
        """Discriminator value and name of the schemas below a union base; two of them may share a value."""
        return [
            (str(schema["discriminator_value"]), child)
            for child, schema in self.schemas.items()
            if schema["discriminator_value"] is not None and name in self.ancestors(child)
        ]

    def rivals(self, name: str) -> dict[str, list[str]]:
        """The values of a union that several schemas share, with these schemas."""
        found: dict[str, list[str]] = {}
        for value, child in self.children(name):
            found.setdefault(value, []).append(child)
        return {value: children for value, children in found.items() if len(children) > 1}

    def ancestors(self, name: str) -> list[str]:
        """The schemas that `name` extends, directly or through others; nearest first."""
        found: list[str] = []
        for parent in self.schemas[name]["extends"]:
            found += [parent, *self.ancestors(parent)]
        return found

    def props(self, name: str) -> dict[str, Mapping[str, Any]]:
        """The members of a schema, inherited ones first."""
        merged: dict[str, Mapping[str, Any]] = {}
        for part in [*reversed(self.ancestors(name)), name]:
            merged.update(self.schemas[part]["props"])
        return merged

    def required(self, name: str) -> list[str]:
        """The required members of a schema, inherited ones included."""
        return [member for part in [*self.ancestors(name), name] for member in self.schemas[part]["required"]]

    def places(self) -> Places:
        """Every fact of the file under its key."""
        places: Places = {("document", "version"): self.version, ("document", "host"): self.host}
        places[("document", "base path")] = self.data["base_path"]
        for operation in self.operations:
            key = ("operations", str(operation["id"]))
            places.update({(*key, *facet): value for facet, value in self._operation(operation)})
        for name in self.schemas:
            places[("schemas", name)] = "present"
            places.update({("schemas", name, *facet): value for facet, value in self._schema(name)})
        return places

    def _operation(self, operation: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
        yield ("method",), operation["method"]
        yield ("path",), operation["path"]
        yield from self._parameters(operation)
        if operation["body"]:
            yield from _body(operation["body"])
        for status, schema in operation["responses"].items():
            yield from self._response(operation, str(status), schema)
        if operation["pageable"]:
            yield ("pageable", "items"), operation["pageable"]["items"]
            yield ("pageable", "next link"), operation["pageable"]["next_link"]
        if operation["long_running"]:
            yield ("long running",), True
            if operation["long_running"].get("options"):
                yield ("long running", "options"), frozen(operation["long_running"]["options"])

    def _parameters(self, operation: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
        groups = (("path", "path_params"), ("query", "query"), ("header", "headers"))
        listed = [
            (place, str(value.get("wire", name)), value)
            for place, group in groups
            for name, value in (operation[group] or {}).items()
        ]
        version = {**self.data["api_version_param"], "enum": None}
        for place, wire, value in [*listed, ("query", "api-version", version)]:
            key = ("parameters", f"{place} {wire}")
            yield (*key, "required"), bool(value.get("required"))
            yield from ((key + facet, content) for facet, content in _facets(value))

    def _response(self, operation: Mapping[str, Any], status: str, schema: Any) -> Iterator[tuple[Key, Any]]:
        yield ("responses", status, "schema"), schema
        if schema:
            yield ("responses", status, "media types"), frozenset(self.data["produces"])
        own = (operation.get("response_headers") or {}).get(status, {})
        headers = {**(self.error_headers if status == "default" else {}), **own}
        for name, header in headers.items():
            yield ("responses", status, "headers", name, "type"), header.get("type")

    def _schema(self, name: str) -> Iterator[tuple[Key, Any]]:
        schema = self.schemas[name]
        if schema["discriminator"]:
            yield ("union", "tag"), schema["discriminator"]
            children = self.children(name)
            for branch in sorted({branch for branch, _ in children}):
                named = sorted(child for other, child in children if other == branch)
                yield ("union", "value", branch), named[0] if len(named) == 1 else tuple(named)
            return
        yield from _facets({key: value for key, value in schema.items() if key not in _STRUCTURE})
        if any(self.schemas[part]["type"] == "object" for part in self.ancestors(name)):
            yield ("type",), "object"
        for member in self.required(name):
            yield ("required", member), True
        for member, prop in self.props(name).items():
            yield ("props", member), "present"
            yield from ((("props", member, *facet), content) for facet, content in _facets(prop))


def _body(body: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
    media = body["content_type"]
    schema = body["schema"]
    yield ("body", "schema"), schema if isinstance(schema, str) else frozen(schema)
    yield ("body", "required"), body["required"]
    yield ("body", "media types"), frozenset([media] if isinstance(media, str) else media)


def _facets(value: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
    """Everything a schema says in one place, without what it requires."""
    unknown = set(value) - _OWN - set(_LIMITS) - _REMARKS - {"applies_to"}
    if unknown:
        raise ValueError(f"facts use {sorted(unknown)}, which the reader does not know")
    if value.get("type") is not None:
        yield ("type",), value["type"]
    if value.get("read_only"):
        yield ("readOnly",), True
    for fact in ("enum", "mutability"):
        if value.get(fact) is not None:
            yield (fact,), frozenset(value[fact])
    for fact, keyword in _LIMITS.items():
        if value.get(fact) is not None:
            yield (keyword,), value[fact]
    if "default_raw" in value:
        yield ("default",), str(value["default_raw"]).partition(" ")[0]
    if "source_name" in value:
        yield ("source name",), value["source_name"]
    yield from _nested(value)


def _nested(value: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
    if isinstance(items := value.get("items"), Mapping):
        yield from _below("items", items)
    more = value.get("additional_properties")
    if isinstance(more, Mapping):
        yield from _below("additionalProperties", more)
    elif more is not None:
        yield ("additionalProperties",), more
    for name, member in (value.get("props") or {}).items():
        yield ("props", name), "present"
        yield from ((("props", name, *facet), content) for facet, content in _facets(member))


def _below(name: str, value: Mapping[str, Any]) -> Iterable[tuple[Key, Any]]:
    return [((name, *facet), content) for facet, content in _facets(value)]


def load(plane: str, version: str) -> Facts:
    """The facts of one version; raises FileNotFoundError where there are none."""
    path = HERE / plane / f"{version}.yaml"
    if not path.exists():
        raise FileNotFoundError(
            f"{path}: no facts of {plane}/{version}; facts/README.md says how to write them"
        )
    text = path.read_text(encoding="utf-8")
    return Facts(yaml.load(text, yaml.CSafeLoader))
