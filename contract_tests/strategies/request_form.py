"""The request form of a body, by the raw document: what only answers carry is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contract_tests.reading.document import Document, Schema
from contract_tests.strategies.drawing import branch_of, merged

__all__ = ["request_form"]


def request_form(document: Document, schema: Schema, value: Any) -> Any:
    """`value` without its read-only members, at any depth."""
    whole = merged(document, schema)
    if "discriminator" in whole and isinstance(value, dict):
        branch = branch_of(document, whole["discriminator"], value)
        return value if branch is None else request_form(document, document.schemas[branch], value)
    if "anyOf" in whole:
        inner = next(branch for branch in whole["anyOf"] if branch.get("type") != "null")
        return value if value is None else request_form(document, inner, value)
    if isinstance(value, list):
        return [request_form(document, whole.get("items", {}), item) for item in value]
    members = whole.get("properties")
    others = whole.get("additionalProperties")
    if isinstance(value, dict) and not members and isinstance(others, Mapping):
        return {name: request_form(document, others, member) for name, member in value.items()}
    if not (isinstance(value, dict) and members):
        return value
    return {
        name: request_form(document, members[name], member) if name in members else member
        for name, member in value.items()
        if not document.resolved(members.get(name, {})).get("readOnly")
    }
