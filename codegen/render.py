"""Renders and formats the parts of the package that no earlier run has left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jinja2 import Environment

from codegen.cache import Entry, Summary
from codegen.catalog import COMMON, Catalog, Version
from codegen.document import Document, load_yaml
from codegen.formatting import format_files
from codegen.manifest import sha256
from codegen.project import Rendered, environment, render_common, render_version

__all__ = ["render_parts"]


def render_parts(
    catalog: Catalog,
    data: Mapping[str, bytes],
    missing: Iterable[str],
    known: Mapping[str, Entry],
    report: Callable[[str], None],
) -> dict[str, Entry]:
    """Return the missing parts by name; `data` are the specifications by version id.

    Raises `SpecificationError` for the first faulty document.
    """
    env = environment()
    wanted = set(missing)
    parts: dict[str, Rendered] = {}
    summaries = {name: entry.summary for name, entry in known.items()}
    for version in catalog.versions:
        if version.id in wanted:
            parts[version.id] = _version(env, version, data[version.id])
            summaries[version.id] = parts[version.id].summary
    if COMMON in wanted:
        parts[COMMON] = Rendered(render_common(env, catalog, summaries), Summary())
    return _formatted(parts, report)


def _version(env: Environment, version: Version, data: bytes) -> Rendered:
    name = f"specs/{version.document}"
    rendered = render_version(env, Document(load_yaml(data, name), name, sha256(data)), version)
    prefix = f"{version.plane_package}/{version.package}/"
    return rendered._replace(files={prefix + path: text for path, text in rendered.files.items()})


def _formatted(parts: Mapping[str, Rendered], report: Callable[[str], None]) -> dict[str, Entry]:
    """Format all parts in one run of the formatter: starting it takes longer than what it does."""
    texts = {path: text for part in parts.values() for path, text in part.files.items()}
    report(f"formatting {len(texts)} files")
    files = format_files(texts)
    return {
        name: Entry({path: files[path] for path in part.files}, part.summary) for name, part in parts.items()
    }
