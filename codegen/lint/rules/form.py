"""The form of a document: order, names, tags, server, and the extensions that may be used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Operation, Spec
from codegen.lint.walk import as_list, as_map, join

__all__ = ["RULES"]

_ORDER = ["openapi", "info", "servers", "security", "tags", "paths", "components"]
_OPERATION_ID = re.compile(r"[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*")
_SCHEMA_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_OFFICIAL = frozenset({"createdByType"})
"""Official schema names that are spelt unlike all others."""
_CLIENT_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_MUTABILITY = frozenset({"create", "read", "update"})
_ANYWHERE = {"x-iotc-note", "x-iotc-deviation"}
_EXTENSIONS: dict[str, set[str]] = {
    "operation": {
        "x-ms-pageable",
        "x-ms-long-running-operation",
        "x-ms-long-running-operation-options",
        "x-iotc-retry",
    },
    "schema": {"x-ms-enum", "x-ms-secret", "x-ms-mutability", "x-iotc-always", "x-iotc-evidence"},
    "property": {"x-ms-enum", "x-ms-secret", "x-ms-mutability", "x-iotc-evidence"},
    "response": {"x-iotc-evidence", "x-iotc-always"},
    "info": {"x-iotc-source"},
    "parameter": {"x-ms-client-name", "x-iotc-evidence"},
}
_KNOWN = _ANYWHERE.union(*_EXTENSIONS.values()) | {"x-iotc-todo"}


@rule("form/version", "the document is OpenAPI 3.1")
def version(spec: Spec) -> Iterator[Finding]:
    if not str(spec.document.get("openapi", "")).startswith("3.1."):
        yield "/openapi", f"is {spec.document.get('openapi')!r}, not 3.1"


@rule("form/order", f"top-level keys stand in the order {', '.join(_ORDER)}")
def order(spec: Spec) -> Iterator[Finding]:
    keys = list(spec.document)
    for key in keys:
        if key not in _ORDER:
            yield join("", key), "is not a top-level key of a spec"
    for key in _ORDER:
        if key not in keys:
            yield "", f"has no {key!r}"
    known = [key for key in keys if key in _ORDER]
    if known != sorted(known, key=_ORDER.index):
        yield "", f"top-level keys stand as {known}"


@rule("form/path-order", "the paths of a tag stand together, tags in the order of `tags`")
def path_order(spec: Spec) -> Iterator[Finding]:
    declared = [as_map(tag).get("name") for tag in as_list(spec.document.get("tags"))]
    last = 0
    for operation in spec.operations:
        at = declared.index(operation.tag) if operation.tag in declared else last
        if at < last:
            yield operation.pointer, f"{operation.tag} comes after {declared[last]}, which `tags` names later"
        last = max(last, at)


@rule("form/tags", "an operation has one declared tag, the first part of its id; every tag is used")
def tags(spec: Spec) -> Iterator[Finding]:
    declared = [str(as_map(tag).get("name")) for tag in as_list(spec.document.get("tags"))]
    for operation in spec.operations:
        yield from _tag_of(operation, declared)
    used = {operation.tag for operation in spec.operations}
    for at, name in enumerate(declared):
        if name not in used:
            yield join("/tags", at), f"no operation has the tag {name!r}"


def _tag_of(operation: Operation, declared: list[str]) -> Iterator[Finding]:
    if len(as_list(operation.value.get("tags"))) != 1:
        yield operation.pointer, "needs exactly one tag"
    elif operation.tag not in declared:
        yield operation.pointer, f"tag {operation.tag!r} is not declared in `tags`"
    elif operation.tag != operation.id.split("_")[0]:
        yield operation.pointer, f"tag {operation.tag!r} is not the first part of {operation.id!r}"


@rule("form/operation-id", "operation ids read `Tag_Verb` and are unique")
def operation_id(spec: Spec) -> Iterator[Finding]:
    count = Counter(operation.id for operation in spec.operations)
    for operation in spec.operations:
        if not _OPERATION_ID.fullmatch(operation.id):
            yield operation.pointer, f"operation id {operation.id!r} does not read `Tag_Verb`"
        elif count[operation.id] > 1:
            yield operation.pointer, f"operation id {operation.id!r} occurs {count[operation.id]} times"


@rule("form/schema-name", "schema names are official ones: letters and digits, capital first")
def schema_name(spec: Spec) -> Iterator[Finding]:
    for name in spec.schemas:
        if not _SCHEMA_NAME.fullmatch(name) and name not in _OFFICIAL:
            yield join("/components/schemas", name), f"{name!r} is not of the form of a schema name"


@rule("form/path", "a path starts with `/`, ends without one, and its placeholders are its path parameters")
def path(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        if not operation.path.startswith("/") or operation.path.endswith("/"):
            yield operation.pointer, f"path {operation.path!r} must start with `/` and not end with it"
        wanted = set(re.findall(r"\{([^}]*)\}", operation.path))
        given = {str(value.get("name")) for value in spec.parameters(operation) if value.get("in") == "path"}
        for name in sorted(wanted ^ given):
            yield operation.pointer, f"path parameter {name!r} is not both in the path and declared"


@rule("form/servers", "one server: the application's host and `/api`, or the control plane's host")
def servers(spec: Spec) -> Iterator[Finding]:
    listed = [as_map(server) for server in as_list(spec.document.get("servers"))]
    if len(listed) != 1:
        yield "/servers", f"{len(listed)} servers, not one"
    elif spec.plane == "data-plane":
        yield from _application_server(listed[0])
    elif not str(listed[0].get("url", "")).startswith("https://"):
        yield "/servers/0/url", "is not https"


def _application_server(server: dict[str, Any]) -> Iterator[Finding]:
    if server.get("url") != "https://{subdomain}.{baseDomain}/api":
        yield "/servers/0/url", "is not https://{subdomain}.{baseDomain}/api"
    variables = as_map(server.get("variables"))
    for name in ("subdomain", "baseDomain"):
        if name not in variables:
            yield "/servers/0/variables", f"has no {name!r}"
    if as_map(variables.get("baseDomain")).get("default") != "azureiotcentral.com":
        yield "/servers/0/variables/baseDomain", "default is not azureiotcentral.com"


@rule("form/security", "the document asks for credentials")
def security(spec: Spec) -> Iterator[Finding]:
    if not as_list(spec.document.get("security")):
        yield "/security", "names no credential"


@rule("extension/unknown", "only the extensions of the spec rules are used")
def unknown(spec: Spec) -> Iterator[Finding]:
    for node in spec.nodes:
        for key in node.value:
            if key.startswith("x-") and key not in _KNOWN and node.kind not in _NAMED:
                yield join(node.pointer, key), f"{key} is not an extension this project knows"


@rule("extension/place", "an extension stands where it has a meaning")
def place(spec: Spec) -> Iterator[Finding]:
    for node in spec.nodes:
        for key in node.value:
            allowed = key in _ANYWHERE or key in _EXTENSIONS.get(node.kind, set())
            if key in _KNOWN and not allowed and key != "x-iotc-todo":
                yield join(node.pointer, key), f"{key} has no meaning on a {node.kind}"


@rule("extension/text", "notes and deviations are sentences")
def text(spec: Spec) -> Iterator[Finding]:
    for node in spec.nodes:
        for key in sorted(_ANYWHERE & set(node.value)):
            value = node.value[key]
            if not isinstance(value, str) or len(value.split()) < 4:
                yield join(node.pointer, key), f"{key} must say in a sentence what and why"


@rule("extension/client-name", "x-ms-client-name is a Python name in snake case")
def client_name(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter"):
        name = node.value.get("x-ms-client-name")
        if name is not None and not _CLIENT_NAME.fullmatch(str(name)):
            yield join(node.pointer, "x-ms-client-name"), f"{name!r} is no name in snake case"


@rule("extension/mutability", "x-ms-mutability lists `create`, `read` or `update`, each once")
def mutability(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        if "x-ms-mutability" not in node.value:
            continue
        words = [str(word) for word in as_list(node.value["x-ms-mutability"])]
        if not words or len(set(words)) != len(words) or not _MUTABILITY.issuperset(words):
            yield join(node.pointer, "x-ms-mutability"), f"{words} is no list of create, read, update"


_NAMED = {"path"}
"""Kinds whose keys are not ours to judge."""

RULES = (
    version,
    order,
    path_order,
    tags,
    operation_id,
    schema_name,
    path,
    servers,
    security,
    unknown,
    place,
    text,
    client_name,
    mutability,
)
