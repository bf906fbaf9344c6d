"""JSON values of a schema, as one side of the wire may send them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from contract_tests.reading.document import Document, Schema, schema_name
from contract_tests.reading.operations import always_of
from contract_tests.reading.views import Direction
from contract_tests.strategies.scalars import any_json, characters, integers, names, numbers, strings

__all__ = ["Drawing"]

_MOST_ITEMS = 3


@dataclass(frozen=True)
class Drawing:
    """What to draw: a request's values leave read-only members out, an answer's have what is always there."""

    document: Document
    direction: Direction
    always: bool = True
    """Answers only: whether the members of `x-iotc-always` are always there."""
    unknown: bool = False
    """Whether members, enum values and union tags that no schema names may be there as well."""

    def of(self, schema: Schema) -> st.SearchStrategy[Any]:
        """Values that `schema` allows."""
        if "$ref" in schema:
            return st.deferred(lambda: self.of(self.document.resolved(schema)))
        if "const" in schema:
            return st.just(schema["const"])
        if "enum" in schema:
            return self._enumerated(schema)
        if "discriminator" in schema:
            return self._union(schema["discriminator"])
        for several in ("anyOf", "oneOf"):
            if several in schema:
                return st.one_of([self.of(branch) for branch in schema[several]])
        types = schema.get("type", "object" if "properties" in schema or "allOf" in schema else None)
        return (
            st.one_of([self._typed(t, schema) for t in types])
            if isinstance(types, list)
            else self._typed(types, schema)
        )

    def _typed(self, name: str | None, schema: Schema) -> st.SearchStrategy[Any]:
        match name:
            case "string":
                return strings(schema)
            case "boolean":
                return st.booleans()
            case "integer":
                return integers(schema)
            case "number":
                return numbers(schema)
            case "null":
                return st.none()
            case "array":
                return self._array(schema)
            case "object":
                return self._object(merged(self.document, schema))
            case _:
                return any_json()

    def _enumerated(self, schema: Schema) -> st.SearchStrategy[Any]:
        known = st.sampled_from(list(schema["enum"]))
        if not (self.unknown and schema.get("x-ms-enum", {}).get("modelAsString")):
            return known
        return st.one_of(
            known, st.text(characters, max_size=8).filter(lambda text: text not in schema["enum"])
        )

    def _union(self, discriminator: Mapping[str, Any]) -> st.SearchStrategy[Any]:
        tag = str(discriminator["propertyName"])
        mapping: Mapping[str, str] = discriminator["mapping"]
        branches = [self.of({"$ref": target}) for target in mapping.values()]
        if self.unknown:
            tags = st.text(characters, min_size=1, max_size=8).filter(lambda text: text not in mapping)
            branches.append(st.builds(lambda rest, value: {**rest, tag: value}, self._extras(set()), tags))
        return st.one_of(branches)

    def _array(self, schema: Schema) -> st.SearchStrategy[Any]:
        fewest = int(schema.get("minItems", 0))
        most = min(int(schema.get("maxItems", fewest + _MOST_ITEMS)), fewest + _MOST_ITEMS)
        return st.lists(self.of(schema.get("items", {})), min_size=fewest, max_size=most)

    def _object(self, schema: Schema) -> st.SearchStrategy[Any]:
        properties: Mapping[str, Schema] = schema.get("properties", {})
        if not properties:
            return self._free_form(schema)
        there = {name: member for name, member in properties.items() if self._may_be_there(member)}
        needed = set(schema.get("required", ())) | (set(always_of(schema)) if self._wants_always else set())
        members = st.fixed_dictionaries(
            {name: self.of(member) for name, member in there.items() if name in needed},
            optional={name: self.of(member) for name, member in there.items() if name not in needed},
        )
        fewest = int(schema.get("minProperties", 0))
        if fewest:
            members = members.filter(lambda drawn: len(drawn) >= fewest)
        if not self.unknown:
            return members
        return st.builds(lambda known, extra: {**extra, **known}, members, self._extras(set(properties)))

    @property
    def _wants_always(self) -> bool:
        return self.always and self.direction == "answer"

    def _may_be_there(self, member: Schema) -> bool:
        return self.direction == "answer" or not self.document.resolved(member).get("readOnly", False)

    def _free_form(self, schema: Schema) -> st.SearchStrategy[Any]:
        refused = schema.get("propertyNames", {}).get("not", {}).get("const")
        values = schema.get("additionalProperties", True)
        drawn = any_json() if isinstance(values, bool) else self.of(values)
        return st.dictionaries(names().filter(lambda name: name != refused), drawn, max_size=4)

    def _extras(self, known: set[str]) -> st.SearchStrategy[dict[str, Any]]:
        fresh = names().filter(lambda name: name not in known)
        return st.dictionaries(fresh, any_json(), max_size=2)


def merged(document: Document, schema: Schema) -> dict[str, Any]:
    """`schema` with its `allOf` bases folded in, its members and what is required in one place."""
    if "$ref" in schema:
        return merged(document, document.resolved(schema))
    whole = {key: value for key, value in schema.items() if key != "allOf"}
    for part in schema.get("allOf", []):
        folded = merged(document, part)
        for key, value in folded.items():
            whole[key] = _both(whole[key], value) if key in whole else value
    return whole


def _both(mine: Any, base: Any) -> Any:
    if isinstance(mine, Mapping) and isinstance(base, Mapping):
        return {**base, **mine}
    if isinstance(mine, list) and isinstance(base, list):
        return [*base, *(value for value in mine if value not in base)]
    return mine


def branch_of(document: Document, discriminator: Mapping[str, Any], value: Any) -> str | None:
    """The name of the branch schema `value` says it is; None for a tag the union does not know."""
    target = discriminator["mapping"].get(value.get(discriminator["propertyName"]))
    return None if target is None else schema_name(target)
