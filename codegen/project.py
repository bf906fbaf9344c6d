"""Renders `iotcentral_rest`: the files of a version, and those that speak of several, as text by path."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.schema.untrusted_string import UntrustedString

from codegen.availability import available, surface
from codegen.cache import Summary
from codegen.catalog import Catalog, Version
from codegen.document import Document
from codegen.findings import Finding, SpecificationError
from codegen.inventory_check import check_inventory
from codegen.models import build_models
from codegen.naming import naming_rules, plane_class
from codegen.operations import build_tags
from codegen.parse import Parsed, parse
from codegen.texts import docstring, literal, wrapped
from codegen.view import View, derive

__all__ = ["TEMPLATES", "Rendered", "environment", "read_parsed", "render_common", "render_version"]

TEMPLATES = Path(__file__).parent / "templates"
CATALOG = "specs/catalog.yaml"


class Rendered(NamedTuple):
    """The files of one version, below its own sub-package, and what others must know of it."""

    files: dict[str, str]
    summary: Summary


def environment() -> Environment:
    """Return the Jinja environment of openapi-python-client over our templates, with a few filters more.

    Its globals speak of the one document a stock project is made of; our templates are given what they need.
    """
    config = Config.from_sources(ConfigFile(), MetaType.NONE, "", "utf-8", overwrite=True, output_path=Path())
    empty = GeneratorData(UntrustedString(""), None, UntrustedString(""), [], [], {}, [])
    env = Project(openapi=empty, config=config, custom_template_path=TEMPLATES).env
    filters: dict[str, Callable[..., object]] = {
        "braces": _braces,
        "line": _line,
        "lines": _lines,
        "literal": literal,
        "tuple_of": _tuple_of,
    }
    env.filters.update(filters)
    return env


def render_common(env: Environment, catalog: Catalog, summaries: Mapping[str, Summary]) -> dict[str, str]:
    """Every file that speaks of more than one version, but for the manifest; `summaries` go by version id.

    Raises `SpecificationError` if the versions of a plane are not at one address.
    """
    files = {"py.typed": "", "__init__.py": _render(env, "package_init", CATALOG)}
    files["versions.py"] = _render(env, "versions", CATALOG, catalog=catalog)
    planes = dict.fromkeys(version.plane for version in catalog.versions)
    index: dict[str, dict[str, tuple[str, ...]]] = {}
    for plane in planes:
        versions = [version for version in catalog.versions if version.plane == plane]
        _require_one_server(versions, summaries)
        index[plane] = available({one.version: summaries[one.id].names for one in versions})
        files |= _plane(env, versions)
    files["availability.py"] = _render(env, "availability", CATALOG, available=index)
    for version in catalog.defaults.values():
        files |= _default(env, version, list(summaries[version.id].models))
    return files


def _require_one_server(versions: list[Version], summaries: Mapping[str, Summary]) -> None:
    """One client speaks all versions of a plane, so they must be found at one address."""
    first = summaries[versions[0].id].server
    for version in versions:
        if (server := summaries[version.id].server) != first:
            message = f"is {server}, that of {versions[0].id} is {first}: one client cannot speak both"
            raise SpecificationError(f"specs/{version.document}", [Finding("#/servers/0/url", message)])


def _plane(env: Environment, versions: list[Version]) -> dict[str, str]:
    plane, folder = versions[0].plane, versions[0].plane_package
    context: dict[str, Any] = {"plane": plane, "versions": versions, "class_name": plane_class(plane)}
    files = {f"{folder}/__init__.py": _render(env, "plane_init", CATALOG, **context)}
    if len(versions) > 1:
        files[f"{folder}/at.py"] = _render(env, "at", CATALOG, **context)
    return files


def read_parsed(document: Document) -> tuple[View, Parsed]:
    """View and parser's objects of a document that nothing is missing from.

    Inside `naming.naming_rules()`.
    """
    view = derive(document)
    parsed = parse(document, view)
    check_inventory(document, view, parsed)
    return view, parsed


def render_version(env: Environment, document: Document, version: Version) -> Rendered:
    """Return the files of one version; raises `SpecificationError` naming all that cannot be generated."""
    with naming_rules():
        view, parsed = read_parsed(document)
        return render_parsed(env, document, version, view, parsed)


def render_parsed(
    env: Environment, document: Document, version: Version, view: View, parsed: Parsed
) -> Rendered:
    """Return the files that the parser's objects give, as they are now; inside `naming.naming_rules()`."""
    source = f"specs/{version.document}"
    models = build_models(document, view, parsed)
    tags = build_tags(document, view, parsed, version)
    context: dict[str, Any] = {
        "version": version,
        "tags": tags,
        "plane": plane_class(version.plane),
        "server": document.server,
    }
    files = {
        "__init__.py": _render(env, "version_init", source, **context),
        "api.py": _render(env, "api", source, **context),
        "contract.json": json.dumps(document.raw, ensure_ascii=False, separators=(",", ":")) + "\n",
        "models.py": _render(env, "models", source, models=models, **context),
        "operations/__init__.py": _render(env, "operations_init", source, **context),
    }
    for tag in tags:
        names = sorted([tag.class_name, f"Async{tag.class_name}", *(one.constant for one in tag.operations)])
        files[f"operations/{tag.module}.py"] = _render(
            env, "operations", source, tag=tag, names=names, **context
        )
    summary = Summary(
        operations=len(document.operations),
        schemas=len(document.schemas),
        server=document.server,
        models=tuple(map(str, models.names)),
        names=surface(tags),
    )
    return Rendered(files, summary)


def _default(env: Environment, version: Version, names: list[str]) -> dict[str, str]:
    plane = plane_class(version.plane)
    return {
        f"{version.plane_package}/{name}.py": _render(
            env, name, CATALOG, version=version, plane=plane, names=names
        )
        for name in ("default", "default_models")
    }


def _render(env: Environment, name: str, source: str, **context: Any) -> str:
    return env.get_template(f"{name}.py.jinja").render(source=source, **context)


def _braces(values: Iterable[str]) -> str:
    return "{" + ", ".join(literal(value) for value in values) + "}"


def _line(text: str, indent: int) -> str:
    return docstring(wrapped(text, 100), indent)


def _tuple_of(sources: Iterable[object]) -> str:
    """Return a tuple of pieces of source.

    Without the last comma, which would make the formatter take a line for each.
    """
    parts = [str(source) for source in sources]
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"


def _lines(text: str) -> Iterable[str]:
    """Cut a text into literals that stand below each other."""
    lines = textwrap.wrap(" ".join(text.split()), 90) or [""]
    return [f"{line} " for line in lines[:-1]] + lines[-1:]
