"""Self-contained: references lead to components of the same file, and every component is used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Spec
from codegen.lint.walk import Node, as_list, as_map, join

__all__ = ["FIRST", "RULES"]

_LOCAL = re.compile(r"#/components/[A-Za-z]+/[^/]+")
_WHY_UNUSED = re.compile(r"\bnothing (refers to|uses) it\b", re.IGNORECASE)


def _references(spec: Spec) -> Iterator[tuple[Node, str]]:
    for node in spec.nodes:
        if isinstance(target := node.value.get("$ref"), str):
            yield node, target


@rule("reference/external", "a spec is one file: no reference leaves it")
def external(spec: Spec) -> Iterator[Finding]:
    for node, target in _references(spec):
        if not target.startswith("#"):
            yield node.pointer, f"refers to {target!r}, outside this file"


@rule("reference/target", "references lead to named components only, not into them")
def target(spec: Spec) -> Iterator[Finding]:
    for node, aim in _references(spec):
        if aim.startswith("#") and not _LOCAL.fullmatch(aim):
            yield node.pointer, f"refers to {aim!r}, which is not a named component"


@rule("reference/dangling", "every reference leads somewhere")
def dangling(spec: Spec) -> Iterator[Finding]:
    for node, aim in _references(spec):
        if aim.startswith("#") and spec.at(aim.removeprefix("#")) is None:
            yield node.pointer, f"refers to {aim!r}, which does not exist"


@rule("reference/chain", "a component is not itself a reference (the generator drops such responses)")
def chain(spec: Spec) -> Iterator[Finding]:
    for node, aim in _references(spec):
        if re.fullmatch(r"/components/(?!schemas/)[A-Za-z]+/[^/]+", node.pointer):
            yield node.pointer, f"is only a reference to {aim!r}"


@rule("reference/mapping", "discriminator mappings lead to schemas of this file")
def mapping(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema", "property"):
        for value, aim in as_map(as_map(node.value.get("discriminator")).get("mapping")).items():
            if not str(aim).startswith("#/components/schemas/") or spec.at(str(aim)[1:]) is None:
                yield (
                    join(node.pointer, "discriminator", "mapping", value),
                    f"{aim!r} is no schema of this file",
                )


@rule("reference/unused", "no component without a use, but for a schema that says in a note that it has none")
def unused(spec: Spec) -> Iterator[Finding]:
    reached = _reached(spec)
    for kind, named in as_map(spec.document.get("components")).items():
        for name in as_map(named):
            pointer = join("/components", kind, name)
            if kind != "securitySchemes" and pointer not in reached:
                yield pointer, "nothing uses it"


def _reached(spec: Spec) -> set[str]:
    """Give the pointers of the components that the paths lead to, directly or through others."""
    uses: dict[str, set[str]] = {}
    for node in spec.nodes:
        owner = "/".join(node.pointer.split("/")[:4]) if node.pointer.startswith("/components/") else ""
        uses.setdefault(owner, set()).update(_targets(node))
    reached, open_ends = _kept(spec), ["", *_kept(spec)]
    while open_ends:
        fresh = uses.get(open_ends.pop(), set()) - reached
        reached |= fresh
        open_ends += fresh
    return reached


def _kept(spec: Spec) -> set[str]:
    """Find the schemas that say themselves that upstream declares them for no use."""
    texts = {
        name: f"{schema.get('x-iotc-note', '')} {schema.get('x-iotc-deviation', '')}"
        for name, schema in spec.schemas.items()
    }
    return {join("/components/schemas", name) for name, text in texts.items() if _WHY_UNUSED.search(text)}


def _targets(node: Node) -> set[str]:
    mapped = as_map(as_map(node.value.get("discriminator")).get("mapping")).values()
    return {str(aim)[1:] for aim in (node.value.get("$ref"), *mapped) if aim}


@rule(
    "reference/security", "every security scheme asked for is declared, and every one declared is asked for"
)
def security(spec: Spec) -> Iterator[Finding]:
    declared = set(as_map(as_map(spec.document.get("components")).get("securitySchemes")))
    asked = {name for entry in as_list(spec.document.get("security")) for name in as_map(entry)}
    for name in sorted(asked - declared):
        yield "/security", f"{name!r} is not declared in components.securitySchemes"
    for name in sorted(declared - asked):
        yield join("/components/securitySchemes", name), "no security requirement names it"


FIRST = (external, target, dangling, mapping)
"""Checked before anything follows a reference."""
RULES = (chain, unused, security)
