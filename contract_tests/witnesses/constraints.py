"""Every constraint of a facts file as a witness entry: of the operations, of the schemas, of the patches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from contract_tests.facts.upstream import Facts
from contract_tests.witnesses.building import Builder, Route
from contract_tests.witnesses.faults import faults
from contract_tests.witnesses.reading import ABSENT, found

__all__ = ["written"]

Entry = dict[str, Any]
_JSON = "application/json"
_UNDECLARED = (200, 201, 202, 203)


def _entry(constraint: str, exchange: str, at: str, breaks: Any, *holds: Any) -> Entry:
    kept = {"holds": holds[0]} if holds else {}
    return {"constraint": constraint, "exchange": exchange, "at": at, **kept, "breaks": breaks}


class _Writer:
    """Collects exchanges as witnesses ask for them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.builder = Builder(facts)
        self.operations = {str(operation["id"]): operation for operation in facts.operations}
        self.exchanges: dict[str, Any] = {}

    def exchange(self, route: Route) -> str:
        """The name of the exchange of a route; builds it the first time."""
        if route.exchange not in self.exchanges:
            operation = self.operations[route.operation]
            if route.error:
                made = self._error(operation)
            else:
                made = (self._request if route.side == "request" else self._answer)(operation, route.choices)
            self.exchanges[route.exchange] = made
        return route.exchange

    def _request(self, operation: Mapping[str, Any], choices: Mapping[str, str]) -> dict[str, Any]:
        path = {
            str(value["wire"]): _plain(self.builder, value) for value in operation["path_params"].values()
        }
        parts: dict[str, Any] = {"path": path, "query": {"api-version": self.facts.version}}
        if body := operation["body"]:
            free = not isinstance(body["schema"], str)
            name = _answered(operation) if free else body["schema"]
            parts |= {
                "media_type": _media_types(body)[0],
                "body": self.builder.whole(name, "request", choices),
            }
        return parts

    def _answer(self, operation: Mapping[str, Any], choices: Mapping[str, str]) -> dict[str, Any]:
        status, schema = next((s, n) for s, n in operation["responses"].items() if str(s) != "default")
        parts: dict[str, Any] = {"status": int(status)}
        if schema:
            parts |= {"media_type": _JSON, "body": self.builder.whole(schema, "answer", choices)}
        return parts

    def _error(self, operation: Mapping[str, Any]) -> dict[str, Any]:
        body = self.builder.whole(operation["responses"]["default"], "answer", {})
        return {"status": 404, "media_type": _JSON, "body": body}

    def entries(self) -> Iterator[Entry]:
        """Every witness, those of the operations first."""
        for operation in self.facts.operations:
            yield from self._of_request(operation)
            yield from self._of_answer(operation)
        yield from self._of_schemas()
        for operation in self.facts.operations:
            if operation["method"] == "PATCH" and not isinstance(operation["body"]["schema"], str):
                yield from self._of_patch(operation)

    def _of_request(self, operation: Mapping[str, Any]) -> Iterator[Entry]:
        key, name = f"operations/{operation['id']}", self.exchange(Route(str(operation["id"]), "request", ""))
        version = "/query/api-version"
        yield _entry(f"{key}/api-version/required", name, version, ABSENT)
        yield _entry(f"{key}/api-version/value", name, version, "1999-12-31")
        yield _entry(f"{key}/query/unknown", name, "/query/surprise", "1")
        for value in operation["path_params"].values():
            for keyword, holds, breaks in faults(value, _plain(self.builder, value)):
                if keyword != "type":
                    at = f"/path/{value['wire']}"
                    yield _entry(f"{key}/path/{value['wire']}/{keyword}", name, at, breaks, holds)
        if operation["body"]:
            yield from self._of_body(operation, key, name)

    def _of_body(self, operation: Mapping[str, Any], key: str, name: str) -> Iterator[Entry]:
        declared = _media_types(operation["body"])
        yield _entry(f"{key}/body/required", name, "/body", ABSENT)
        yield _entry(f"{key}/body/type", name, "/body", [])
        for media_type in declared:
            yield _entry(f"{key}/media types/{media_type}", name, "/media_type", "text/plain", media_type)
        for media_type in sorted({_JSON, "application/json-patch+json"} - set(declared)):
            yield _entry(f"{key}/media types/no {media_type}", name, "/media_type", media_type)

    def _of_answer(self, operation: Mapping[str, Any]) -> Iterator[Entry]:
        key, name = f"operations/{operation['id']}", self.exchange(Route(str(operation["id"]), "answer", ""))
        declared = [int(status) for status in operation["responses"] if str(status) != "default"]
        other = next(status for status in _UNDECLARED if status not in declared)
        yield _entry(f"{key}/responses/{declared[0]}", name, "/status", other)
        if "body" in self.exchanges[name]:
            yield _entry(f"{key}/responses/{declared[0]}/body", name, "/body", ABSENT)
            yield _entry(f"{key}/responses/{declared[0]}/media type", name, "/media_type", "text/html")
        if operation["responses"].get("default"):
            error = self.exchange(Route(str(operation["id"]), "answer", "/body", {}, error=True))
            yield _entry(f"{key}/responses/default/body", error, "/body", {})
            yield _entry(f"{key}/responses/default/media type", error, "/media_type", "text/html")

    def _of_schemas(self) -> Iterator[Entry]:
        routes = self.builder.routes()
        for name in self.facts.schemas:
            for side in ("request", "answer"):
                route = next((one for one in routes.get(name, ()) if one.side == side), None)
                if route is not None:
                    yield from self._of_schema(name, route)

    def _of_schema(self, name: str, route: Route) -> Iterator[Entry]:
        schema, exchange = self.facts.schemas[name], self.exchange(route)
        key = f"schemas/{name}/{route.side}"
        if tag := schema["discriminator"]:
            yield _entry(f"{key}/required/{tag}", exchange, f"{route.pointer}/{tag}", ABSENT)
            for value, child in self.facts.children(name):
                choices = {**route.choices, name: child}
                branch = self.exchange(replace(route, choices=choices))
                yield _entry(f"{key}/union/{value}", branch, f"{route.pointer}/{tag}", "something-else")
            return
        props = self.facts.props(name)
        for member in self.facts.required(name):
            if not (route.side == "request" and props[member].get("read_only")):
                yield _entry(f"{key}/required/{member}", exchange, f"{route.pointer}/{member}", ABSENT)
        for member, prop in props.items():
            yield from self._of_member(key, exchange, route, member, prop)

    def _of_member(
        self, key: str, exchange: str, route: Route, member: str, prop: Mapping[str, Any]
    ) -> Iterator[Entry]:
        at = f"{route.pointer}/{member}"
        if route.side == "request" and self.builder.said(prop).get("read_only"):
            value = self.builder.value(member, prop, "answer", route.choices)
            yield _entry(f"{key}/props/{member}/read_only", exchange, at, value)
            return
        for keyword, holds, breaks in faults(self.builder.said(prop), found(self.exchanges[exchange], at)):
            yield _entry(f"{key}/props/{member}/{keyword}", exchange, at, breaks, holds)

    def _of_patch(self, operation: Mapping[str, Any]) -> Iterator[Entry]:
        resource = _answered(operation)
        union = self.facts.schemas[resource]["discriminator"]
        for source in [child for _, child in self.facts.children(resource)] if union else [resource]:
            route = Route(str(operation["id"]), "request", "/body", {resource: source} if union else {})
            exchange, key = self.exchange(route), f"operations/{operation['id']}/body/{source}"
            for member, prop in self.facts.props(source).items():
                if not prop.get("read_only"):
                    yield _entry(
                        f"{key}/{member}/optional", exchange, "/body", [], _without(self, exchange, member)
                    )
                yield from self._of_member(key, exchange, route, member, prop)


def _without(writer: _Writer, exchange: str, member: str) -> dict[str, Any]:
    return {name: value for name, value in writer.exchanges[exchange]["body"].items() if name != member}


def _plain(builder: Builder, value: Mapping[str, Any]) -> Any:
    return builder.value("", value, "request", {})


def _answered(operation: Mapping[str, Any]) -> str:
    """The schema that a success of the operation answers."""
    return str(next(name for status, name in operation["responses"].items() if str(status) != "default"))


def _media_types(body: Mapping[str, Any]) -> list[str]:
    media = body["content_type"]
    return [media] if isinstance(media, str) else list(media)


def written(facts: Facts) -> dict[str, Any]:
    """The whole witness file of a version: exchanges by name, and the witnesses that change them."""
    writer = _Writer(facts)
    entries = list(writer.entries())
    return {"exchanges": writer.exchanges, "witnesses": entries}
