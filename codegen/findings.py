"""What is wrong with a document, said with the JSON pointer at which a reader finds it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["CodegenError", "Finding", "SpecificationError", "pointer"]


class Finding(NamedTuple):
    """One construct that cannot be generated without losing something."""

    pointer: str
    """JSON pointer into the document as it stands on disk, for example `#/paths/~1devices/get`."""
    message: str


class CodegenError(Exception):
    """Generation cannot go on; the text is for the person at the terminal."""


class SpecificationError(CodegenError):
    """A document holds constructs that would be dropped or generated wrong; all of them are named."""

    def __init__(self, document: str, findings: Iterable[Finding]) -> None:
        self.document = document
        self.findings = tuple(dict.fromkeys(findings))
        super().__init__("\n".join(f"{document}{at}: {message}" for at, message in self.findings))


def pointer(*parts: object) -> str:
    """Return the JSON pointer, as a URI fragment, of the member reached by `parts`."""
    return "#" + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)
