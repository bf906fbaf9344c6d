"""Mini-specs: small documents made whole, checked, and their generated code imported and run."""

from __future__ import annotations

import copy
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from codegen.catalog import Version
from codegen.document import Document, load_yaml
from codegen.findings import Finding, SpecificationError
from codegen.inventory_check import findings
from codegen.naming import naming_rules
from codegen.parse import parse
from codegen.project import environment, read_parsed, render_version
from codegen.view import derive

GOLDEN = Path(__file__).parent / "golden"
VERSION = Version("data-plane", "2022-07-31", "ga", "data-plane/2022-07-31.yaml", "A mini-spec.")

Json = dict[str, Any]


def golden(name: str) -> Json:
    """Read one golden mini-spec."""
    return load_yaml((GOLDEN / f"{name}.yaml").read_bytes(), name)


def whole(fragment: Json) -> Document:
    """Make a document of a fragment: what every document must have, and what operations mostly have."""
    raw = copy.deepcopy(fragment)
    raw.setdefault("openapi", "3.1.0")
    raw.setdefault("info", {"title": "Mini", "version": "1"})
    raw.setdefault("paths", {})
    for item in raw["paths"].values():
        for method, operation in item.items():
            if method in ("get", "put", "post", "patch", "delete"):
                operation.setdefault("tags", ["Things"])
                operation.setdefault("responses", {"204": {"description": "Done."}})
    return Document(raw, "mini.yaml")


def found(fragment: Json) -> list[Finding]:
    """List what is wrong with a fragment."""
    document = whole(fragment)
    with naming_rules():
        view = derive(document)
        try:
            parsed = parse(document, view)
        except SpecificationError as error:
            return list(error.findings)
        return findings(document, view, parsed)


def parts(fragment: Json) -> tuple[Any, Any, Any]:
    """Document, view and parser's objects of a faultless fragment; inside `naming_rules()`."""
    document = whole(fragment)
    return (document, *read_parsed(document))


def rendered(fragment: Json) -> dict[str, str]:
    """Render the files of a fragment's version, not formatted."""
    return render_version(environment(), whole(fragment), VERSION).files


class Package:
    """Generated code of a mini-spec, imported under a name of its own."""

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def models(self) -> Any:
        """The `models` module."""
        return self._module("models")

    def operations(self, tag: str = "things") -> Any:
        """One operations module."""
        return self._module(f"operations.{tag}")

    def _module(self, path: str) -> ModuleType:
        return importlib.import_module(f"{self.name}.{path}")


@contextmanager
def imported(fragment: Json, folder: Path, name: str) -> Iterator[Package]:
    """Generate a fragment into `folder` and import it as `name` within the block."""
    for path, text in rendered(fragment).items():
        target = folder / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    try:
        yield Package(name)
    finally:
        sys.path.remove(str(folder))
        for module in [one for one in sys.modules if one.split(".")[0] == name]:
            del sys.modules[module]


class RecordingCaller:
    """A caller that keeps what generated methods hand over and gives back one answer, or raises it."""

    def __init__(self, answer: object = None) -> None:
        self.answer = answer
        self.calls: list[tuple[Any, ...]] = []

    def call(self, operation: Any, arguments: tuple[Any, ...], body: Any = "no body", **options: Any) -> Any:
        """Record one call."""
        self.calls.append((operation, arguments, body, options))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def begin(self, operation: Any, arguments: tuple[Any, ...], body: Any = "no body", **options: Any) -> Any:
        """Record the start of a long-running operation."""
        return RecordingCaller.call(self, operation, arguments, body, **options)

    def pages(self, operation: Any, arguments: tuple[Any, ...], **options: Any) -> Any:
        """Record one list."""
        return RecordingCaller.call(self, operation, arguments, **options)


class AsyncRecordingCaller(RecordingCaller):
    """The same with an awaitable `call`."""

    async def call(self, *args: Any, **options: Any) -> Any:
        """Record one call."""
        return RecordingCaller.call(self, *args, **options)

    async def begin(self, *args: Any, **options: Any) -> Any:
        """Record the start of a long-running operation."""
        return RecordingCaller.call(self, *args, **options)
