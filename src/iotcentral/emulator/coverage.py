"""Which operations of the contract the emulator serves: `python -m iotcentral.emulator.coverage`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iotcentral.emulator.documents import Document, load_documents
from iotcentral.emulator.handlers import HANDLERS

__all__ = ["coverage", "report"]


def coverage(documents: Iterable[Document] | None = None) -> dict[str, dict[str, bool]]:
    """Answer, by api-version and operation id, whether the emulator serves the operation."""
    chosen = load_documents() if documents is None else documents
    return {
        document.version: {id: id in HANDLERS for id in sorted(document.operations)} for document in chosen
    }


def report(table: dict[str, dict[str, bool]]) -> Iterator[str]:
    """Write the coverage as lines of text, a tag at a time, and a closing line of numbers."""
    for version, operations in table.items():
        yield version
        for tag in sorted({id.partition("_")[0] for id in operations}):
            own = [id for id in operations if id.partition("_")[0] == tag]
            yield f"  {tag}: {sum(operations[id] for id in own)} of {len(own)}"
            yield from (f"    {'served    ' if operations[id] else 'not served'}  {id}" for id in own)
    served = sum(sum(operations.values()) for operations in table.values())
    yield f"emulator: {served} of {sum(len(operations) for operations in table.values())} operations served"


def main() -> int:
    """Print the table."""
    print("\n".join(report(coverage())))  # noqa: T201 - the command's output
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
