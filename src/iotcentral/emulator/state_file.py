"""Opening the state: in memory, or a SQLite file that is one of ours and that nobody else has open."""

from __future__ import annotations

import os
import sqlite3
from importlib.resources import files
from pathlib import Path

__all__ = ["IN_MEMORY", "StateError", "finish", "open_state"]

IN_MEMORY = ":memory:"

_OURS = 1229935683
"""What SQLite keeps in the file's head to tell whose it is: `IOTC` as a number."""
_SCHEMA = 1
"""Counts the forms of the tables; a file of another one is left alone."""
_UNFINISHED = 0
"""In place of that count while what a state begins with is not all there: nobody has been answered yet."""


class StateError(Exception):
    """A state that cannot be used; names the file and why."""


def open_state(path: str | Path) -> tuple[sqlite3.Connection, bool]:
    """Open a state and say whether it is a new one.

    Only one process can have a file open: what two of them knew of it would differ.

    Raises:
        StateError: naming the file, and why it cannot be used; the file is as it was.

    """
    connection: sqlite3.Connection | None = None
    try:
        _check_access(Path(path))
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=0)
        return connection, _prepare(connection)
    except (sqlite3.Error, StateError) as error:
        if connection is not None:
            connection.close()
        raise StateError(f"{path}: {_said(error)}") from None


def _check_access(path: Path) -> None:
    """Refuse what SQLite has no clear word for; opening the file to see would let go of its locks."""
    if path.is_file() and not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise StateError("the file is read-only")


def finish(connection: sqlite3.Connection) -> None:
    """Say that a new state has all it begins with; until then it is a new one each time it is opened."""
    connection.execute("PRAGMA user_version = 1")


def _prepare(connection: sqlite3.Connection) -> bool:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    # The first transaction takes the lock, which then stays; without it two could find a file empty.
    connection.execute("BEGIN EXCLUSIVE")
    is_new = _is_new(connection)
    if not is_new and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise StateError("the file is damaged")
    connection.execute("COMMIT")
    # Write-ahead log with full synchronisation: an acknowledged write survives the process being killed.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if is_new:
        connection.execute("PRAGMA application_id = 1229935683")
        connection.executescript((files("iotcentral.emulator") / "schema.sql").read_text(encoding="utf-8"))
    return is_new


def _is_new(connection: sqlite3.Connection) -> bool:
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if owner == 0 and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None:
        return True
    if owner == _OURS and schema == _UNFINISHED:
        return True
    if owner != _OURS:
        raise StateError("this is a database of something else")
    if schema != _SCHEMA:
        raise StateError(f"its tables have form {schema}; this version of the emulator reads form {_SCHEMA}")
    return False


def _said(error: Exception) -> str:
    busy = isinstance(error, sqlite3.OperationalError) and error.sqlite_errorname.startswith("SQLITE_BUSY")
    return "another process has the file open" if busy else str(error)
