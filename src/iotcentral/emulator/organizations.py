"""The tree of organizations: a node and what lies below it, and what belongs to a node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from iotcentral.emulator.store import State

__all__ = [
    "DEPTH_LIMIT",
    "KIND",
    "LIMIT",
    "below",
    "depth_of",
    "grants_at",
    "height_of",
    "parents",
    "place_of",
]

KIND = "organizations"
LIMIT = 200
DEPTH_LIMIT = 5
"""Levels of the tree, the first being the one right below the root."""


def parents(state: State) -> dict[str, str | None]:
    """Answer every organization with its parent; `None` is the root."""
    return {id: organization.get("parent") for id, organization in state.all(KIND)}


def below(tree: Mapping[str, str | None], tops: Iterable[str]) -> frozenset[str]:
    """Answer the organizations given and all below them."""
    wanted = {id for id in tops if id in tree}
    children: dict[str | None, list[str]] = {}
    for id, parent in tree.items():
        children.setdefault(parent, []).append(id)
    waiting = list(wanted)
    while waiting:
        found = [id for id in children.get(waiting.pop(), ()) if id not in wanted]
        wanted.update(found)
        waiting += found
    return frozenset(wanted)


def depth_of(tree: Mapping[str, str | None], id: str | None) -> int:
    """Answer the level an organization stands on; the root is level 0."""
    depth = 0
    while id is not None:
        depth, id = depth + 1, tree[id]
    return depth


def height_of(tree: Mapping[str, str | None], id: str) -> int:
    """Answer the levels of the part of the tree that starts with an organization."""
    own = depth_of(tree, id)
    return max(depth_of(tree, each) for each in below(tree, [id])) - own + 1


def grants_at(body: Mapping[str, Any]) -> frozenset[str | None]:
    """Answer where a user or token holds a role; `None` is the whole application."""
    return frozenset(grant.get("organization") for grant in body["roles"])


def place_of(body: Mapping[str, Any] | None) -> str | None:
    """Answer the organization a resource belongs to; `None` is the root."""
    return next(iter((body or {}).get("organizations", ())), None)
