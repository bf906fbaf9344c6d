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
    """Write the coverage as lines of text: a line a version, what is left by tag, and the whole."""
    width = max(map(len, table))
    for label, operations in table.items():
        yield f"{label:{width}}  {sum(operations.values()):3} of {len(operations):3}"
    for (tag, versions), verbs in sorted(_left(table).items()):
        yield f"not served: {tag}, {len(verbs)} in {', '.join(versions)}"
        yield f"    {', '.join(verbs)}"
    served = sum(sum(operations.values()) for operations in table.values())
    yield f"emulator: {served} of {sum(len(operations) for operations in table.values())} operations served"


def _left(table: Mapping[str, Mapping[str, bool]]) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """Gather what is not served: tag and versions to the verbs that all of these versions lack."""
    versions: dict[str, list[str]] = {}
    for label, operations in table.items():
        for id in (id for id, served in operations.items() if not served):
            versions.setdefault(id, []).append(label)
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for id, labels in sorted(versions.items()):
        tag, _, verb = id.partition("_")
        found.setdefault((tag, tuple(labels)), []).append(verb)
    return found


def main() -> int:
    """Print the table."""
    print("\n".join(report(coverage())))  # noqa: T201 - the command's output
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
