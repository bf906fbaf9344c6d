"""A recording of any known format: vcrpy cassettes (YAML, JSON) and HAR files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.findings import Where
from iotcentral.contract.readers.errors import LARGEST, RecordingError, TooLargeError
from iotcentral.contract.readers.har import ENTRIES, har_exchange, is_preflight
from iotcentral.contract.readers.json_stream import array_items
from iotcentral.contract.readers.vcr import exchange_of, read_cassette

__all__ = ["SUFFIXES", "read_recording"]

_YAML = (".yaml", ".yml")
_JSON = (".json", ".har")
SUFFIXES = (*_YAML, *_JSON)
_INTERACTIONS = ("interactions",)


def read_recording(path: Path, notes: list[str] | None = None) -> Iterator[Exchange]:
    """Return the exchanges of a recording, in order, one at a time.

    Args:
        path: a `.yaml`, `.yml`, `.json` or `.har` file; what a JSON file holds is seen by its members.
        notes: takes a line about what the file leaves out.

    Raises:
        RecordingError: the file cannot be read, is broken, or of no known format.

    """
    if path.suffix.lower() in _JSON:
        yield from _from_json(path, [] if notes is None else notes)
    else:
        yield from read_cassette(path)


def _from_json(path: Path, notes: list[str]) -> Iterator[Exchange]:
    shown, left_out = str(path), 0
    for index, (kind, raw) in enumerate(_items(path, shown)):
        where = Where(shown, index)
        if kind == _INTERACTIONS:
            yield exchange_of(raw, where)
        elif not is_preflight(raw):
            exchange = _entry(raw, where)
            left_out += exchange.answer is None
            yield exchange
    if left_out:
        notes.append(
            f"{shown}: {left_out} of its answers are not in the file (aborted, or saved without content); "
            "their requests alone were judged"
        )


def _items(path: Path, shown: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    done = 0
    try:
        with path.open(encoding="utf-8-sig") as stream:
            for item in array_items(stream, (_INTERACTIONS, ENTRIES), LARGEST):
                yield item
                done += 1
    except UnicodeDecodeError as error:
        raise RecordingError(shown, f"no UTF-8 text: {error}") from error
    except ValueError as error:
        place = f", after {done:,} whole interactions" if done else ""
        raise RecordingError(shown, f"no readable recording: {error}{place}") from error
    except TooLargeError as error:
        raise RecordingError(shown, f"interaction {done}: {error}") from error
    except OSError as error:
        raise RecordingError(shown, f"cannot be read: {error.strerror or error}") from error


def _entry(raw: Any, where: Where) -> Exchange:
    try:
        return har_exchange(raw, where)
    except (ValueError, TooLargeError) as error:
        raise RecordingError(where.file, f"entry {where.interaction}: {error}") from error
