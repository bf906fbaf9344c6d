"""Texts: every object has one, it says more than the name, and few are the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Spec
from codegen.lint.walk import Node, as_map, join

__all__ = ["RULES", "repeated_share", "texts"]

_EMPTY_TEXT = (
    "a an and any are as at by for from has have if in is it its of on or that the this to was which "
    "with be one you your given value values field property parameter response request body object"
)
_EMPTY = frozenset(_EMPTY_TEXT.split())
_SHARE = 0.1


def texts(spec: Spec) -> dict[str, str]:
    """Pointer to text, of everything a reader reads."""
    found: dict[str, str] = {}
    for node in spec.nodes:
        for key in ("summary", "description"):
            if _reads(node) and isinstance(text := node.value.get(key), str):
                found[join(node.pointer, key)] = text
    return found


def _reads(node: Node) -> bool:
    return node.kind not in {"path", "media", "names"}


def _must_have(spec: Spec) -> Iterator[tuple[Node, str]]:
    """Every object that needs a text, with the key it stands under."""
    for node in spec.nodes:
        if node.kind == "operation":
            yield node, "summary"
        if _needs_description(node):
            yield node, "description"
    for node in spec.of("info"):
        yield node, "description"


def _needs_description(node: Node) -> bool:
    if node.kind in {"operation", "property", "tag", "variable", "security"}:
        return True
    if node.kind == "schema":
        return re.fullmatch(r"/components/schemas/[^/]+", node.pointer) is not None
    return node.kind in {"parameter", "header", "response", "body"} and "$ref" not in node.value


@rule("text/missing", "operations, parameters, bodies, answers, schemas and properties have a text")
def missing(spec: Spec) -> Iterator[Finding]:
    for node, key in _must_have(spec):
        if not str(node.value.get(key) or "").strip():
            yield node.pointer, f"has no {key}"


@rule("text/todo", "nothing is left to write")
def todo(spec: Spec) -> Iterator[Finding]:
    for node in spec.nodes:
        if "x-iotc-todo" in node.value:
            yield join(node.pointer, "x-iotc-todo"), "a person still has to write this"
    for pointer, text in [*texts(spec).items(), *_sentences(spec)]:
        if re.search(r"\b(TODO|FIXME|TBD|XXX)\b", text):
            yield pointer, f"still to be written: {text!r}"


def _sentences(spec: Spec) -> Iterator[tuple[str, str]]:
    for node in spec.nodes:
        for key in ("x-iotc-note", "x-iotc-deviation", "x-iotc-evidence"):
            if key in node.value:
                yield join(node.pointer, key), str(node.value[key])


@rule("text/name-only", "a text says more than the name it stands under")
def name_only(spec: Spec) -> Iterator[Finding]:
    for node in spec.nodes:
        text = node.value.get("description")
        if isinstance(text, str) and _reads(node) and not _words(text) - _names(node):
            yield join(node.pointer, "description"), f"{text!r} only repeats the name"


def _names(node: Node) -> frozenset[str]:
    """Give the words a reader has already read: the object's own name and those of its owners."""
    owners = node.pointer.split("/")[1:]
    wire = as_map(node.value).get("name", "")
    operation = as_map(node.value).get("operationId", "")
    return _words(" ".join([*owners, str(wire), str(operation)]))


def _words(text: str) -> frozenset[str]:
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", text)
    return frozenset(_stem(part.lower()) for part in parts) - _EMPTY


def _stem(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


@rule("text/summary", "the description of an operation is not its summary again")
def summary(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("operation"):
        first, second = (str(node.value.get(key, "")) for key in ("summary", "description"))
        if first and _normal(first) == _normal(second):
            yield join(node.pointer, "description"), "is the summary again"


@rule("text/repeated", "at most a tenth of the texts occur more than once")
def repeated(spec: Spec) -> Iterator[Finding]:
    share, groups = repeated_share(spec)
    if share > _SHARE:
        worst = sorted(groups.items(), key=lambda entry: (-len(entry[1]), entry[0]))
        for text, pointers in worst:
            yield pointers[0], f"{share:.0%} of the texts repeat; this one {len(pointers)} times: {text!r}"


def repeated_share(spec: Spec) -> tuple[float, dict[str, list[str]]]:
    """Give the share of texts that have a twin, and the pointers of each repeated text."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for pointer, text in texts(spec).items():
        places[_normal(text)].append(pointer)
    groups = {text: pointers for text, pointers in places.items() if len(pointers) > 1}
    total = sum(map(len, places.values()))
    return sum(map(len, groups.values())) / (total or 1), groups


def _normal(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


RULES = (missing, todo, name_only, summary, repeated)
