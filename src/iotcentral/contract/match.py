"""From a request line to its operation, on the raw path: an encoded `/` never splits a segment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from iotcentral.contract.compiled import CompiledOperation, Contract

__all__ = ["Match", "Router"]

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Match:
    """The operations of a matched path, and what stands at its placeholders, decoded."""

    methods: Mapping[str, CompiledOperation]
    values: tuple[str, ...]

    def named(self, operation: CompiledOperation) -> dict[str, str]:
        """Return the values by the names that one operation gives its placeholders."""
        return dict(zip(_PLACEHOLDER.findall(operation.path), self.values, strict=True))

    @property
    def allowed(self) -> list[str]:
        """The methods the path has, in the order of the spec."""
        return list(self.methods)


class _Node:
    """One segment of the tree of paths: literal children first, then the one placeholder."""

    __slots__ = ("literals", "methods", "variable")

    def __init__(self) -> None:
        self.literals: dict[str, _Node] = {}
        self.variable: _Node | None = None
        self.methods: dict[str, CompiledOperation] = {}

    def child(self, segment: str) -> _Node:
        if _PLACEHOLDER.fullmatch(segment) is None:
            return self.literals.setdefault(segment, _Node())
        self.variable = self.variable or _Node()
        return self.variable


class Router:
    """Finds the operations of a raw path below the contract's base path."""

    def __init__(self, contract: Contract) -> None:
        self._base = contract.base_path
        self._folds = contract.folds_case
        self._root = _Node()
        for operation in contract.operations.values():
            node = self._root
            for segment in operation.path.split("/")[1:]:
                node = node.child(segment.lower() if self._folds and "{" not in segment else segment)
            node.methods[operation.method] = operation

    def match(self, raw_path: str) -> Match | None:
        """Return the operations a raw (still percent-encoded) path has, or `None`."""
        if not raw_path.startswith(self._base + "/"):
            return None
        segments = raw_path[len(self._base) :].split("/")[1:]
        return _search(self._root, segments, (), folds=self._folds)


def _search(node: _Node, segments: list[str], values: tuple[str, ...], *, folds: bool) -> Match | None:
    if not segments:
        return Match(node.methods, values) if node.methods else None
    segment, rest = segments[0], segments[1:]
    literal = node.literals.get(segment.lower() if folds else segment)
    if literal is not None:
        found = _search(literal, rest, values, folds=folds)
        if found is not None:
            return found
    if node.variable is None or segment == "":
        return None
    return _search(node.variable, rest, (*values, unquote(segment)), folds=folds)
