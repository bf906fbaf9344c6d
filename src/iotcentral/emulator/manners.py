"""What the emulator forgives as the service does, and refuses when asked to be strict: one table.

`docs/emulator.md` is made from it, and each refusal in the code names its row.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

import msgspec

__all__ = ["SERVICE", "STRICT", "Difference", "Manners", "Requests", "Rule", "manners_of"]

Requests = Literal["service", "strict"]
"""The names of the two manners."""


class Difference(msgspec.Struct, frozen=True):
    """One row of the table: what a request has, and what becomes of it."""

    request: str
    service: str
    strict: str


class Rule(Enum):
    """Something the contract forbids and the service lets pass."""

    UNDECLARED_MEMBER = Difference(
        "a body member that the schema does not declare",
        "ignored (choice `undeclared_members`)",
        "400 `InvalidBody` naming it",
    )
    READ_ONLY_MEMBER = Difference(
        "a read-only member (`id`, `etag` where it is one, `provisioned`, …)",
        "ignored; a template's `@id` must be that of the path",
        "400 `InvalidBody` naming it",
    )
    REPEATED_MEMBER = Difference(
        "an object in the body that has a member twice", "the last one counts", "400 `InvalidBody`"
    )
    UNDECLARED_QUERY = Difference(
        "a query parameter that the operation does not declare (`$skiptoken` of a list's own links is one "
        "of it)",
        "ignored",
        "400 `BadRequest` naming it",
    )
    QUERY_VALUE = Difference(
        "a query parameter with a value that its schema refuses",
        "left to the operation: ignored, capped or refused",
        "400 `BadRequest` naming it",
    )
    REPEATED_QUERY = Difference(
        "a query parameter twice with the same value", "taken", "400 `BadRequest` naming it"
    )
    UNDECLARED_BODY = Difference(
        "a body where the operation has none (GET, DELETE, …)", "not looked at", "400 `BadRequest`"
    )
    MEDIA_TYPE = Difference(
        "a PATCH in the media type (`application/json`, `application/merge-patch+json`) that the version "
        "does not declare",
        "taken",
        "415 `UnsupportedMediaType`",
    )
    JSON_PATCH = Difference(
        "a body in `application/json-patch+json`", "400 `BadRequest`", "415 `UnsupportedMediaType`"
    )
    NO_MEDIA_TYPE = Difference("a body without `Content-Type`", "read as JSON", "415 `UnsupportedMediaType`")
    METHOD = Difference(
        "a method that the version does not declare for the path",
        "404 `NotFound`",
        "405 `MethodNotAllowed` with `Allow`",
    )


class Manners(msgspec.Struct, frozen=True):
    """Which rows of the table are refused in the strict way."""

    refused: frozenset[Rule]

    def refuse(self, rule: Rule) -> bool:
        """Say whether a request that breaks the rule is refused in the strict way."""
        return rule in self.refused


SERVICE = Manners(frozenset())
STRICT = Manners(frozenset(Rule))


def manners_of(requests: Requests) -> Manners:
    """Answer the manners of that name."""
    return STRICT if requests == "strict" else SERVICE
