"""The exchanges that witnesses change: for each operation, side and branch one that keeps everything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contract_tests.facts.upstream import Facts
from contract_tests.witnesses.building import Builder, Route, Side

__all__ = ["JSON", "Exchanges", "answered", "media_types"]

JSON = "application/json"

Operation = Mapping[str, Any]


class Exchanges:
    """Builds each exchange when it is first asked for; one given by hand takes the place of the built one."""

    def __init__(self, facts: Facts, hand: Mapping[str, Any]) -> None:
        self.builder = Builder(facts, hand["not_sent"], hand["recorded"])
        self.operations = {str(operation["id"]): operation for operation in facts.operations}
        self.made: dict[str, Any] = {}
        self._facts = facts
        self._hand = hand

    def name(self, route: Route) -> str:
        """The name of the exchange of a route."""
        if route.exchange not in self.made:
            operation = self.operations[route.operation]
            make = self._answer if route.side == "answer" else self._request
            self.made[route.exchange] = self._hand["exchanges"].get(route.exchange) or make(operation, route)
        return route.exchange

    def _request(self, operation: Operation, route: Route) -> dict[str, Any]:
        values = operation["path_params"].values()
        path = {str(value["wire"]): self.builder.value(value, "request", {}) for value in values}
        parts: dict[str, Any] = {"path": path, "query": {"api-version": self._facts.version}}
        if body := operation["body"]:
            name = body["schema"] if isinstance(body["schema"], str) else answered(operation)
            side: Side = "patch" if operation["method"] == "PATCH" else "request"
            whole = self.builder.whole(name, side, route.choices)
            parts |= {"media_type": media_types(body)[0], "body": whole}
        return parts

    def _answer(self, operation: Operation, route: Route) -> dict[str, Any]:
        status, declared = route.status or next(iter(operation["responses"])), operation["responses"]
        parts: dict[str, Any] = {"status": 404 if status == "default" else int(status)}
        schema = declared.get(status, declared.get("default"))
        if schema:
            parts |= {"media_type": JSON, "body": self.builder.whole(schema, "answer", route.choices)}
        elif parts["status"] >= 400:
            parts |= {"media_type": JSON, "body": self._hand["error"]}
        return parts


def answered(operation: Operation) -> str:
    """The schema that a success of the operation answers."""
    return str(next(name for status, name in operation["responses"].items() if str(status) != "default"))


def media_types(body: Mapping[str, Any]) -> list[str]:
    """The media types that a body may have; the first is the usual one."""
    media = body["content_type"]
    return [media] if isinstance(media, str) else list(media)
