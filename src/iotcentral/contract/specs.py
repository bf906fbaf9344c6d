"""A contract document of somebody else, held against the built-in one of its version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from iotcentral.contract.baseline import Baseline
from iotcentral.contract.compiled import compile_contract
from iotcentral.contract.diff import compare
from iotcentral.contract.diff.collect import Difference
from iotcentral.contract.diff.rules import BREAKING, DOCUMENTATION
from iotcentral.contract.findings import Finding, Where
from iotcentral.contract.library import Library, installed
from iotcentral.contract.outcome import Report
from iotcentral.contract.pointers import child, follow
from iotcentral.contract.report.words import SPEC
from iotcentral.contract.values import is_array, is_object

__all__ = ["SpecError", "verify_spec"]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NEEDED = ("openapi", "info", "paths", "servers")
_MOST = 10
"""Faults of a document that are named."""


class SpecError(Exception):
    """A contract document cannot be used; each of its faults says where and what."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def verify_spec(
    file: Path, against: str | None = None, *, sealed: bool = False, baseline: Baseline | None = None
) -> Report:
    """Compare a contract document with the built-in one: what breaks callers is broken, the rest drift.

    Args:
        file: an OpenAPI document, YAML or JSON.
        against: `VERSION` of the data plane or `PLANE/VERSION`; the version the document names by default.
        sealed: count drift as broken.
        baseline: findings that are accepted.

    Raises:
        SpecError: the file cannot be read, is broken, or there is no such version.

    """
    document = _read(file)
    name = _built_in(file, document, against, installed())
    plane, _, version = name.partition("/")
    known = installed().kit(plane, version)
    if known is None:
        raise SpecError([f"{file}: there is no built-in {name}"])
    try:
        compile_contract(document, plane)
        found = compare(known.contract.document, document, (name, str(file))).differences
    except (KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError) as error:
        raise SpecError([f"{file}: no usable contract document: {type(error).__name__}: {error}"]) from error
    report = Report("foreign", sealed, baseline=baseline, compared=name)
    report.add(_finding(each, name, str(file)) for each in found if each.caller != DOCUMENTATION)
    return report


def _finding(each: Difference, name: str, file: str) -> Finding:
    return Finding(
        rule=SPEC + each.rule,
        operation=each.operations[0] if each.operations else "",
        status=None,
        pointer=each.new_pointer or "",
        message=each.sentence,
        where=Where(file, 0),
        version=name,
        spec=each.old_pointer or "",
        verdict="broken" if each.caller == BREAKING else "drift",
    )


def _read(file: Path) -> dict[str, Any]:
    try:
        raw: Any = yaml.load(file.read_text("utf-8"), _Loader)  # noqa: S506 - a safe loader; JSON is YAML
    except OSError as error:
        raise SpecError([f"{file}: cannot be read: {error.strerror or error}"]) from error
    except yaml.YAMLError as error:
        raise SpecError([f"{file}: broken YAML: {' '.join(str(error).split())}"]) from error
    except (ValueError, RecursionError) as error:
        raise SpecError([f"{file}: no readable text: {error}"]) from error
    if not is_object(raw) or not is_object(raw.get("paths")):
        raise SpecError([f"{file}: no OpenAPI document: there are no `paths`"])
    missing = [f"{file}: `{name}` is missing" for name in _NEEDED if not raw.get(name)]
    faults = missing or list(_dangling(file, raw))
    if faults:
        more = [f"{file}: and {len(faults) - _MOST} more"] if len(faults) > _MOST else []
        raise SpecError([*faults[:_MOST], *more])
    return raw


def _dangling(file: Path, document: Mapping[str, Any]) -> Iterator[str]:
    """Yield a fault for each `$ref` that leads nowhere, or out of the document."""
    for pointer, target in _references(document, "", frozenset()):
        if not isinstance(target, str) or not target.startswith("#"):
            yield f"{file}: {pointer}: `$ref` {str(target)[:80]!r} leads out of the document"
            continue
        reason = _lost(document, target)
        if reason:
            yield f"{file}: {pointer}: `$ref` {target[:80]!r} {reason}"


def _lost(document: Mapping[str, Any], target: str) -> str:
    """Return why a reference has no end, or the empty text."""
    passed: set[str] = set()
    while target not in passed:
        passed.add(target)
        try:
            value = follow(document, target)
        except KeyError:
            return "leads nowhere"
        if not is_object(value) or not isinstance(value.get("$ref"), str):
            return ""
        target = value["$ref"]
    return "leads round in a circle"


def _references(node: Any, at: str, above: frozenset[int]) -> Iterator[tuple[str, Any]]:
    if id(node) in above:  # an alias of YAML round in a circle
        return
    inside = above | {id(node)}
    if is_object(node):
        for name, value in node.items():
            if name == "$ref" and not is_object(value):
                yield at, value
            elif name not in ("example", "examples"):
                yield from _references(value, child(at, name), inside)
    elif is_array(node):
        for index, value in enumerate(node):
            yield from _references(value, child(at, index), inside)


def _built_in(file: Path, document: Mapping[str, Any], against: str | None, library: Library) -> str:
    info = document["info"]
    version = str(info.get("version", "")) if is_object(info) else ""
    wanted = against or version
    named = [name for name in library.names if wanted in (name, name.partition("/")[2])]
    if not named:
        raise SpecError(
            [f"{file}: no built-in version {wanted!r}; --against takes {', '.join(library.names)}"]
        )
    return max(named, key=lambda name: _common(library, name, document))


def _common(library: Library, name: str, document: Mapping[str, Any]) -> int:
    """How many paths two documents share: planes have versions of the same name."""
    kit = library.kit(*name.split("/"))
    return len(set(document["paths"]) & set(kit.contract.document["paths"])) if kit else 0
