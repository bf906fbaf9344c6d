"""Reading a spec file: the document, and the line of every JSON pointer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from codegen.lint.problem import Problem
from codegen.lint.walk import as_map, join

__all__ = ["Source", "line_of", "read"]


@dataclass(frozen=True)
class Source:
    """A spec file, read."""

    path: Path
    document: dict[str, Any]
    lines: Mapping[str, int]
    problems: list[Problem] = field(default_factory=list[Problem])


def read(path: Path) -> Source:
    """Read one YAML spec; what YAML allows and JSON does not is a problem."""
    text = path.read_text(encoding="utf-8")
    root = yaml.compose(text, yaml.CSafeLoader)
    lines: dict[str, int] = {}
    problems = [] if root is None else list(_scan(root, "", lines))
    if not isinstance(root, yaml.MappingNode):
        return Source(path, {}, lines, [Problem("", "yaml/document", "is not a mapping")])
    return Source(path, as_map(yaml.load(text, yaml.CSafeLoader)), lines, problems)


def _scan(node: yaml.Node, pointer: str, lines: dict[str, int]) -> Iterator[Problem]:
    lines.setdefault(pointer, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        yield from _scan_mapping(node, pointer, lines)
    elif isinstance(node, yaml.SequenceNode):
        for at, child in enumerate(node.value):
            yield from _scan(child, join(pointer, at), lines)
    elif node.tag.rpartition(":")[2] not in {"str", "int", "float", "bool", "null"}:
        yield Problem(pointer, "yaml/value", f"{node.value!r} is not a JSON value; quote it")


def _scan_mapping(node: yaml.MappingNode, pointer: str, lines: dict[str, int]) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, child in node.value:
        where = join(pointer, str(key.value))
        if key.tag != "tag:yaml.org,2002:str":
            yield Problem(where, "yaml/key", f"key {key.value!r} is not a text; quote it")
        if key.value in seen:
            yield Problem(where, "yaml/duplicate-key", f"key {key.value!r} stands here a second time")
        seen.add(key.value)
        lines[where] = key.start_mark.line + 1
        yield from _scan(child, where, lines)


def line_of(lines: Mapping[str, int], pointer: str) -> int:
    """Give the line of `pointer`, or of its nearest parent that the file has."""
    while pointer and pointer not in lines:
        pointer = pointer.rpartition("/")[0]
    return lines.get(pointer, 1)
