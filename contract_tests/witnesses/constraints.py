"""Every constraint of a facts file as a witness entry: of the operations, of the schemas, of the patches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from contract_tests.facts.upstream import Facts
from contract_tests.witnesses.building import Route
from contract_tests.witnesses.exchanges import JSON, Exchanges, answered, media_types
from contract_tests.witnesses.faults import faults
from contract_tests.witnesses.pointers import ABSENT, found

__all__ = ["written"]

Entry = dict[str, Any]
Object = Mapping[str, Any]
_OTHER_MEDIA = (JSON, "application/json-patch+json", "application/merge-patch+json")
_UNDECLARED = (200, 201, 202, 203, 206)
_NO_ERROR = 418
_CONDITIONAL = ("PUT", "PATCH", "DELETE")


def _entry(constraint: str, exchange: str, at: str, breaks: Any, *holds: Any) -> Entry:
    kept = {"holds": holds[0]} if holds else {}
    return {"constraint": constraint, "exchange": exchange, "at": at, **kept, "breaks": breaks}


class _Writer:
    """Collects the witnesses of one version."""

    def __init__(self, facts: Facts, hand: Object) -> None:
        self.facts = facts
        self.exchanges = Exchanges(facts, hand)
        self.builder = self.exchanges.builder

    def entries(self) -> Iterator[Entry]:
        """Every witness, those of the operations first."""
        for operation in self.facts.operations:
            yield from self._of_request(operation)
            yield from self._of_answers(operation)
            if operation["method"] in _CONDITIONAL:
                yield from self._of_precondition(operation)
        yield from self._of_schemas()
        for operation in self.facts.operations:
            if operation["method"] == "PATCH" and not isinstance(operation["body"]["schema"], str):
                yield from self._of_patch(operation)

    def _of_request(self, operation: Object) -> Iterator[Entry]:
        key = f"operations/{operation['id']}"
        name = self.exchanges.name(Route(str(operation["id"]), "request", ""))
        version = "/query/api-version"
        yield _entry(f"{key}/api-version/required", name, version, ABSENT)
        yield _entry(f"{key}/api-version/value", name, version, "1999-12-31")
        yield _entry(f"{key}/query/unknown", name, "/query/surprise", "1")
        for value in operation["path_params"].values():
            for keyword, holds, breaks in faults(value, self.builder.value(value, "request", {})):
                if keyword != "type":
                    at = f"/path/{value['wire']}"
                    yield _entry(f"{key}/path/{value['wire']}/{keyword}", name, at, breaks, holds)
        yield from self._of_query(operation, key, name)
        if operation["body"]:
            yield from self._of_body(operation, key, name)

    def _of_query(self, operation: Object, key: str, name: str) -> Iterator[Entry]:
        for wire, value in (operation["query"] or {}).items():
            usual, at = self.builder.value(value, "request", {}), f"/query/{wire}"
            yield _entry(f"{key}/query/{wire}/once", name, at, [usual, usual], usual)
            for keyword, holds, breaks in faults(value, usual):
                if (keyword, value["type"]) != ("type", "string"):
                    yield _entry(f"{key}/query/{wire}/{keyword}", name, at, breaks, holds)

    def _of_body(self, operation: Object, key: str, name: str) -> Iterator[Entry]:
        declared = media_types(operation["body"])
        if operation["body"]["required"]:
            yield _entry(f"{key}/body/required", name, "/body", ABSENT)
        else:
            yield _entry(f"{key}/body/optional", name, "/body", [], ABSENT)
        yield _entry(f"{key}/body/type", name, "/body", [])
        for media_type in declared:
            yield _entry(f"{key}/media types/{media_type}", name, "/media_type", "text/plain", media_type)
        for media_type in sorted(set(_OTHER_MEDIA) - set(declared)):
            yield _entry(f"{key}/media types/no {media_type}", name, "/media_type", media_type)

    def _of_answers(self, operation: Object) -> Iterator[Entry]:
        declared = [int(status) for status in operation["responses"] if str(status) != "default"]
        other = next(status for status in _UNDECLARED if status not in declared)
        for index, status in enumerate(operation["responses"]):
            route = Route(str(operation["id"]), "answer", "/body", {}, str(status) if index else "")
            name, key = self.exchanges.name(route), f"operations/{operation['id']}/responses/{status}"
            if str(status) != "default":
                yield _entry(key, name, "/status", other if int(status) < 400 else _NO_ERROR)
            if "body" in self.exchanges.made[name]:
                empty: Any = {} if str(status) == "default" else ABSENT
                yield _entry(f"{key}/body", name, "/body", empty)
                yield _entry(f"{key}/media type", name, "/media_type", "text/html")

    def _of_precondition(self, operation: Object) -> Iterator[Entry]:
        """412 is an answer where `If-Match` can be sent, and only there."""
        key, conditional = (
            f"operations/{operation['id']}/responses",
            "If-Match" in (operation["headers"] or {}),
        )
        status = "412" if conditional else "404"
        name = self.exchanges.name(Route(str(operation["id"]), "answer", "/body", {}, status))
        yield _entry(
            f"{key}/{'' if conditional else 'no '}412", name, "/status", _NO_ERROR if conditional else 412
        )

    def _of_schemas(self) -> Iterator[Entry]:
        routes = self.builder.routes()
        for name in self.facts.schemas:
            for word in ("request", "answer"):
                route = next((one for one in routes.get(name, ()) if one.word == word), None)
                if route is not None:
                    yield from self._of_schema(name, route)

    def _of_schema(self, name: str, route: Route) -> Iterator[Entry]:
        schema, exchange = self.facts.schemas[name], self.exchanges.name(route)
        key = f"schemas/{name}/{route.word}"
        if schema["discriminator"]:
            yield from self._of_union(name, route, key)
            return
        if schema.get("min_properties"):
            yield _entry(f"{key}/min_properties", exchange, route.pointer, {})
        held = self.builder.members(name, route.side)
        for member in self.facts.required(name):
            if member in held and self._agreed(name, self._asked(member)):
                yield _entry(f"{key}/required/{member}", exchange, f"{route.pointer}/{member}", ABSENT)
        for member, prop in self.facts.props(name).items():
            if self._agreed(name, self._same(member, prop)):
                at = f"{route.pointer}/{member}"
                yield from self._of_member(f"{key}/props/{member}", exchange, at, prop, route, member in held)

    def _of_union(self, name: str, route: Route, key: str) -> Iterator[Entry]:
        tag, rivals = self.facts.schemas[name]["discriminator"], self.facts.rivals(name)
        yield _entry(f"{key}/required/{tag}", self.exchanges.name(route), f"{route.pointer}/{tag}", ABSENT)
        for value, child in self.facts.children(name):
            branch = self.exchanges.name(replace(route, choices={**route.choices, name: child}))
            place = f"{key}/union/{value}" + (f"/{child}" if value in rivals else "")
            yield _entry(place, branch, f"{route.pointer}/{tag}", "something-else")

    def _agreed(self, name: str, holds: Callable[[str], bool]) -> bool:
        """Whether something holds for all schemas that share the value of a union with `name`."""
        unions = [base for base in self.facts.ancestors(name) if self.facts.schemas[base]["discriminator"]]
        shared = [rivals for base in unions for rivals in self.facts.rivals(base).values() if name in rivals]
        return all(holds(rival) for rivals in shared for rival in rivals)

    def _asked(self, member: str) -> Callable[[str], bool]:
        return lambda rival: member in self.facts.required(rival)

    def _same(self, member: str, prop: Object) -> Callable[[str], bool]:
        return lambda rival: self.facts.props(rival).get(member, prop) == prop

    def _of_member(
        self, key: str, exchange: str, at: str, prop: Object, route: Route, held: bool = True
    ) -> Iterator[Entry]:
        said = self.builder.said(prop)
        if not held:
            if said.get("read_only"):
                value = self.builder.value(prop, "answer", route.choices)
                yield _entry(f"{key}/read_only", exchange, at, value)
            return
        for keyword, holds, breaks in faults(said, found(self.exchanges.made[exchange], at)):
            yield _entry(f"{key}/{keyword}", exchange, at, breaks, holds)
        for member, inner in (prop.get("props") or {}).items():
            yield from self._of_member(f"{key}/props/{member}", exchange, f"{at}/{member}", inner, route)

    def _of_patch(self, operation: Object) -> Iterator[Entry]:
        resource = answered(operation)
        union = self.facts.schemas[resource]["discriminator"]
        for source in [child for _, child in self.facts.children(resource)] if union else [resource]:
            route = Route(str(operation["id"]), "patch", "/body", {resource: source} if union else {})
            exchange, key = self.exchanges.name(route), f"operations/{operation['id']}/body/{source}"
            body = self.exchanges.made[exchange]["body"]
            for member, prop in self.builder.members(source, "patch").items():
                left = {name: value for name, value in body.items() if name != member}
                yield _entry(f"{key}/{member}/optional", exchange, "/body", [], left)
                yield from self._of_member(f"{key}/{member}", exchange, f"/body/{member}", prop, route)
            for member, prop in self.facts.props(source).items():
                if self.builder.said(prop).get("read_only"):
                    yield from self._of_member(
                        f"{key}/{member}", exchange, f"/body/{member}", prop, route, False
                    )


def written(facts: Facts, hand: Object) -> dict[str, Any]:
    """The witnesses of a version: exchanges by name, and the entries that change them."""
    writer = _Writer(facts, hand)
    entries = list(writer.entries())
    return {"exchanges": writer.exchanges.made, "witnesses": entries}
