"""The comparison of operations: which there are, and how each is called, paged, waited for and repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from iotcentral.contract.diff.collect import Collector, Place
from iotcentral.contract.diff.source import At, SourceDocument, SourceOperation
from iotcentral.contract.values import is_object

__all__ = ["Matched", "compare_operation", "match_operations"]

_RETRY = {"once": 0, "conditional": 1, "safe": 2}
_PAGEABLE = "x-ms-pageable"
_LONG_RUNNING = "x-ms-long-running-operation"


class Matched(NamedTuple):
    """The operations of two documents, brought together."""

    both: tuple[tuple[SourceOperation, SourceOperation], ...]
    added: tuple[SourceOperation, ...]
    removed: tuple[SourceOperation, ...]


def match_operations(old: SourceDocument, new: SourceDocument) -> Matched:
    """Bring operations together by id; those left over by method and path."""
    both = [(each, new.operations[id]) for id, each in old.operations.items() if id in new.operations]
    gone = {each.shape: each for id, each in old.operations.items() if id not in new.operations}
    come = {each.shape: each for id, each in new.operations.items() if id not in old.operations}
    renamed = [(each, come[shape]) for shape, each in gone.items() if shape in come]
    return Matched(
        both=(*both, *renamed),
        added=tuple(each for shape, each in come.items() if shape not in gone),
        removed=tuple(each for shape, each in gone.items() if shape not in come),
    )


def compare_operation(collector: Collector, old: SourceOperation, new: SourceOperation) -> None:
    """Report what differs in an operation itself; its parameters, body and answers are compared elsewhere."""
    place = Place(operations=(new.id,))
    for rule, before, after in (*_address(old, new), *_marks(old, new)):
        collector.add(rule, place, old.at, new.at, before=before, after=after)
    _paging(collector, old, new, place)
    _long_running(collector, old, new, place)
    _retry(collector, old, new, place)


def _address(old: SourceOperation, new: SourceOperation) -> Iterator[tuple[str, str | None, str | None]]:
    if old.id != new.id:
        yield "operation-id-renamed", old.id, new.id
    if old.method != new.method:
        yield "operation-method-changed", old.method.upper(), new.method.upper()
    if old.shape[1] != new.shape[1]:
        yield "operation-path-changed", old.path, new.path


def _marks(old: SourceOperation, new: SourceOperation) -> Iterator[tuple[str, str | None, str | None]]:
    before, after = (list(each.at.value.get("tags", ())) for each in (old, new))
    if before != after:
        yield "operation-group-changed", ", ".join(before), ", ".join(after)
    was, now = (bool(each.at.value.get("deprecated")) for each in (old, new))
    if was != now:
        yield ("operation-deprecated" if now else "operation-deprecation-lifted"), None, None


def _ends(keyword: str, old: SourceOperation, new: SourceOperation) -> tuple[At | None, At | None]:
    return old.at.get(keyword), new.at.get(keyword)


def _paging(collector: Collector, old: SourceOperation, new: SourceOperation, place: Place) -> None:
    before, after = _ends(_PAGEABLE, old, new)
    was, now = before.value if before else None, after.value if after else None
    if was != now:
        rule = "paging-added" if not before else "paging-removed" if not after else "paging-changed"
        collector.add(rule, place, before, after, keyword=_PAGEABLE, before=was, after=now)


def _long_running(collector: Collector, old: SourceOperation, new: SourceOperation, place: Place) -> None:
    before, after = _ends(_LONG_RUNNING, old, new)
    was, now = (bool(each and each.value) for each in (before, after))
    if was != now:
        rule = "long-running-added" if now else "long-running-removed"
        collector.add(rule, place, before, after, keyword=_LONG_RUNNING)
    keyword = f"{_LONG_RUNNING}-options"
    before, after = _ends(keyword, old, new)
    options: dict[str, Any] = {
        "before": before.value if before else None,
        "after": after.value if after else None,
    }
    if options["before"] != options["after"]:
        collector.add("long-running-options-changed", place, before, after, keyword=keyword, **options)


def _retry(collector: Collector, old: SourceOperation, new: SourceOperation, place: Place) -> None:
    keyword = "x-iotc-retry"
    before, after = _ends(keyword, old, new)
    was, now = before.value if before else None, after.value if after else None
    if was != now:
        rank = (_RETRY.get(str(was), -1), _RETRY.get(str(now), -1))
        rule = "retry-loosened" if rank[1] > rank[0] else "retry-tightened"
        collector.add(rule, place, before, after, keyword=keyword, before=was, after=now)


def compare_document(collector: Collector, old: SourceDocument, new: SourceDocument) -> None:
    """Report other addresses of the API and other ways to sign in."""
    place = Place(title="the document")
    was, now = _addresses(old), _addresses(new)
    ends = At(None, "/servers"), At(None, "/servers")
    if was != now:
        collector.add("server-changed", place, *ends, before=", ".join(was), after=", ".join(now))
    before, after = _credentials(old), _credentials(new)
    for name, at in before.items():
        if name not in after:
            collector.add("security-removed", place, at, None, name=name)
    for name, at in after.items():
        if name not in before:
            collector.add("security-added", place, None, at, name=name)


def _addresses(document: SourceDocument) -> list[str]:
    found: list[str] = []
    for server in document.raw.get("servers", ()):
        defaults = {name: each.get("default") for name, each in server.get("variables", {}).items()}
        # The first label of the host is the user's own application: its default is only an example.
        defaults.pop("subdomain", None)
        tail = "".join(f"; {name}={value}" for name, value in defaults.items())
        found.append(f"{server['url']}{tail}")
    return found


def _credentials(document: SourceDocument) -> dict[str, At]:
    items = At(document.raw.get("security", []), "/security").items()
    found = ((_credential(document, at.value), at) for at in items)
    return {name: at for name, at in found if name}


def _credential(document: SourceDocument, requirement: object) -> str:
    if not is_object(requirement):
        return ""
    schemes = document.components("securitySchemes")
    kinds = ((name, schemes[name].value.get("type") if name in schemes else None) for name in requirement)
    return " and ".join(f"{name} ({kind})" if kind else name for name, kind in kinds)
