"""Schemas that this project adds to what the service publishes, told by their names and their use.

The published documents describe every PATCH body as a bare object and give unions no base of their own. The
bodies of PATCH (`…Patch`) and the bases of unions (`…Base`) are the project's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iotcentral.contract.diff.source import SourceDocument
from iotcentral.contract.values import is_array, is_object

__all__ = ["RULE", "own_schemas"]

RULE = "names that end in Base, or in Patch and are used by bodies of PATCH alone"
"""How own schemas are told, for reports."""


def own_schemas(document: SourceDocument) -> dict[str, None]:
    """Return the names of the project's own schemas, in the order of the document.

    A name that ends in `Patch` counts only if nothing but bodies of PATCH, and own schemas, refer to it.
    """
    patches = {name for name in document.schemas if name.endswith("Patch")}
    others = _used_elsewhere(document, patches)
    return dict.fromkeys(
        name for name in document.schemas if name.endswith("Base") or (name in patches and name not in others)
    )


def _used_elsewhere(document: SourceDocument, patches: set[str]) -> set[str]:
    found: set[str] = set()
    for name, at in document.schemas.items():
        if name not in patches:
            found.update(_references(document, at.value))
    for operation in document.operations.values():
        parts = [at.value for at in (*operation.parameters, *operation.responses.values())]
        if operation.body and operation.method != "patch":
            parts.append(operation.body.value)
        found.update(name for part in parts for name in _references(document, part))
    return found


def _references(document: SourceDocument, node: Any) -> Iterator[str]:
    name = document.schema_name(node)
    if name is not None:
        yield name
    if is_object(node):
        for value in node.values():
            yield from _references(document, value)
    elif is_array(node):
        for value in node:
            yield from _references(document, value)
