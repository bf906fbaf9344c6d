"""Which operations of the contract the emulator serves: `python -m iotcentral.emulator.coverage`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from iotcentral.emulator.control.handlers import CONTROL_HANDLERS
from iotcentral.emulator.documents import Document, load_documents
from iotcentral.emulator.handlers import HANDLERS
from iotcentral.emulator.planes import CONTROL_PLANE, DATA_PLANE, REFERENCE
from iotcentral.emulator.reference.handlers import REFERENCE_HANDLERS

__all__ = ["coverage", "report"]

_SERVED: Mapping[str, Collection[str]] = MappingProxyType(
    {DATA_PLANE: HANDLERS, CONTROL_PLANE: CONTROL_HANDLERS, REFERENCE: REFERENCE_HANDLERS}
)


def coverage(documents: Iterable[Document] | None = None) -> dict[str, dict[str, bool]]:
    """Answer, by `plane/api-version` and operation id, whether the emulator serves the operation."""
    chosen = load_documents() if documents is None else documents
    return {
        f"{document.plane}/{document.version}": {
            id: id in _SERVED[document.plane] for id in sorted(document.operations)
        }
        for document in chosen
    }


def report(table: Mapping[str, Mapping[str, bool]]) -> Iterator[str]:
    """Write the coverage as lines of text, a tag at a time, and a closing line of numbers."""
    for version, operations in table.items():
        yield f"{version}: {_count(operations)}"
        for tag in sorted({id.partition("_")[0] for id in operations}):
            own = {id: served for id, served in operations.items() if id.partition("_")[0] == tag}
            yield f"  {tag}: {_count(own)}"
            yield from (f"    {'served    ' if served else 'not served'}  {id}" for id, served in own.items())
    served = sum(sum(operations.values()) for operations in table.values())
    yield f"emulator: {served} of {sum(len(operations) for operations in table.values())} operations served"


def _count(operations: Mapping[str, bool]) -> str:
    return f"{sum(operations.values())} of {len(operations)}"


def main() -> int:
    """Print the table."""
    print("\n".join(report(coverage())))  # noqa: T201 - the command's output
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
