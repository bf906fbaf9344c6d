"""Request bodies: JSON from a file or standard input, single members from `--set`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from iotcentral._core.codec import decode
from iotcentral._core.model import Model, unknown_members
from iotcentral._core.shapes import is_array, is_object
from iotcentral.cli.exits import CannotRun
from iotcentral.errors import DecodeError

__all__ = ["body_text", "strangers", "typed_body"]


def body_text(
    source: str | None, settings: Sequence[str], stdin: TextIO, members: Mapping[str, Any] | None
) -> str | None:
    """Return the JSON of a body, `None` when there is neither source nor setting; raises CannotRun.

    `members` are the schemas `--set` may name; `None` for a body whose members nobody declared.
    """
    text = None if source is None else _read(source, stdin)
    if not settings:
        return text
    body: Any = {} if text is None else _parsed(text)
    if not is_object(body):
        raise CannotRun("--set: the body is no object")
    for setting in settings:
        _set(body, setting, members)
    return json.dumps(body, ensure_ascii=False)


def _read(source: str, stdin: TextIO) -> str:
    try:
        return stdin.read() if source == "-" else Path(source).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"--body {source}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except ValueError as error:
        raise CannotRun(f"--body: not JSON: {error}") from None


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _set(body: dict[str, Any], setting: str, members: Mapping[str, Any] | None) -> None:
    path, equals, text = setting.partition("=")
    if not equals or not path:
        raise CannotRun(f"--set {setting}: must be NAME=VALUE")
    first, *rest = path.split(".")
    if members is not None and first not in members:
        raise CannotRun(f"--set {path}: no such member; there are {', '.join(members)}")
    schema: Mapping[str, Any] = {} if members is None or rest else members[first]
    holder = body
    for name in [first, *rest][:-1]:
        inner = holder.setdefault(name, {})
        if not is_object(inner):
            raise CannotRun(f"--set {path}: {name} is no object")
        holder = inner
    holder[[first, *rest][-1]] = _value(text, schema)


def _value(text: str, schema: Mapping[str, Any]) -> Any:
    """Read a value: text stays text where the contract says so, else JSON if it is JSON."""
    kinds = schema.get("type")
    if kinds == "string" or (is_array(kinds) and "string" in kinds and text != "null"):
        return text
    try:
        return json.loads(text, parse_constant=_no_constant)
    except ValueError:
        return text


def typed_body(kind: Any, text: str) -> Any:
    """Return a body as the operation takes it; raises CannotRun for JSON that is none of its kind."""
    try:
        return decode(kind, text)
    except DecodeError as error:
        raise CannotRun(f"--body: {error}") from None


def strangers(value: Any, path: str = "body") -> Iterator[str]:
    """Yield the places of members the contract does not name, as JSON pointers."""
    if isinstance(value, Model):
        yield from (f"{path}/{name}" for name in unknown_members(value))
        for name, wire in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            yield from strangers(getattr(value, name), f"{path}/{wire}")
    elif is_array(value):
        for number, item in enumerate(value):
            yield from strangers(item, f"{path}/{number}")
