"""jsonschema, as a script of a few lines uses it: the body against the schema of its operation and status."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import jsonschema
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from contract_tests.mutants.stock.seen import Seen

__all__ = ["JsonSchema"]

URN = "urn:spec"
Steps = tuple[Any, ...]


class JsonSchema:
    """Validates bodies, and nothing else."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        resource = DRAFT202012.create_resource(dict(raw))
        self._raw, self._registry = raw, Registry().with_resource(URN, resource)
        self._made: dict[Steps, Any] = {}

    def finds(self, seen: Seen) -> Sequence[str]:
        """The errors of the body; a body that is no JSON is one."""
        body = seen.request.body if seen.answer is None else seen.answer.body
        schema = self._schema(seen)
        if schema is None or not body:
            return ()
        try:
            value = json.loads(body)
        except ValueError as error:
            return (str(error),)
        return [error.message for error in self._validator(schema).iter_errors(value)]

    def _schema(self, seen: Seen) -> Steps | None:
        """Where the schema of the body stands: of the first media type that there is."""
        steps: Steps = ("paths", seen.path, seen.method.lower())
        operation = self._at(steps)
        answered = seen.answer and str(seen.answer.status)
        part = operation.get("responses", {}).get(answered) if answered else operation.get("requestBody")
        if part is None:
            return None
        steps += ("responses", answered) if answered else ("requestBody",)
        if "$ref" in part:
            steps = tuple(part["$ref"].split("/")[1:])
        media = next(iter(self._at(steps).get("content", {})), None)
        return None if media is None else (*steps, "content", media, "schema")

    def _at(self, steps: Steps) -> Mapping[str, Any]:
        node: Any = self._raw
        for step in steps:
            node = node.get(step, {})
        found: Mapping[str, Any] = node
        return found

    def _validator(self, steps: Steps) -> Any:
        if steps not in self._made:
            pointer = "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in steps)
            self._made[steps] = jsonschema.Draft202012Validator(
                {"$ref": f"{URN}#/{pointer}"},
                registry=self._registry,
                format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
            )
        return self._made[steps]
