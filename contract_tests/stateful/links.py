"""Links for schemathesis: a call that goes by an id leads to the others that go by it.

Published documents declare none, and on the control plane nothing an answer holds names the next call's path.
What leads on are the values of the path itself: who created, read or changed a resource may ask for it, for
what is under it, change it, delete it, and ask once more.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from contract_tests.reading.document import Document
from contract_tests.reading.operations import Operation, operations

__all__ = ["Link", "linked", "links"]


@dataclass(frozen=True)
class Link:
    """From a success of one operation to another whose path begins with the same values."""

    source: str
    status: int
    target: str
    values: tuple[str, ...]


def links(document: Document) -> Iterator[Link]:
    """Every link between two operations of a document."""
    every = operations(document).values()
    for source in every:
        for target in every:
            if _leads_to(source, target):
                for status in source.success:
                    yield Link(source.id, status, target.id, tuple(p.name for p in source.of("path")))


def _leads_to(source: Operation, target: Operation) -> bool:
    """Only from what goes by an id, and only to where no further id is to be guessed."""
    by_id = source.path.endswith("}") and source is not target
    more = target.path.removeprefix(source.path)
    below = target.path.startswith(source.path) and (not more or more.startswith("/"))
    return by_id and below and "{" not in more


def linked(document: Document) -> dict[str, Any]:
    """The document as written, with its links in the answers they start from."""
    raw = copy.deepcopy(dict(document.raw))
    at = {operation.id: operation for operation in operations(document).values()}
    for link in links(document):
        source = at[link.source]
        responses = raw["paths"][source.path][source.method.lower()]["responses"]
        answer = responses[str(link.status)] = dict(document.resolved(responses[str(link.status)]))
        answer.setdefault("links", {})[link.target] = {
            "operationId": link.target,
            "parameters": {f"path.{name}": f"$request.path.{name}" for name in link.values},
        }
    return raw
