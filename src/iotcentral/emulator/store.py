"""The state, in SQLite: one row a resource, in memory or in a file; all values are bound parameters."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from iotcentral.emulator.state_file import IN_MEMORY, finish, open_state
from iotcentral.emulator.stored import StoredApplication, StoredClock, StoredOperation, StoredTimer

__all__ = ["Application", "State", "Store", "Wanted"]

Wanted = Callable[[str, dict[str, Any]], bool]
"""Says of an id and its document whether a list is to have it."""

_PORTION = 200


class Application(msgspec.Struct, frozen=True):
    """One IoT Central application: what it was given when it was created."""

    name: str
    """The subdomain, for example `contoso`."""
    id: str
    """The application's GUID, the `sr` part of its API tokens."""
    id_scope: str
    primary_group_key: bytes
    """Key of the default group (SAS-IoT-Devices) that device keys derive from."""
    secondary_group_key: bytes
    link_key: bytes
    """Signs the continuation tokens of lists."""


class Store:
    """One SQLite database; a `State` is one application's share of it.

    With `check_same_thread` off the engine may be called from several threads; it lets in one at a time.
    """

    def __init__(self, path: str | Path = IN_MEMORY) -> None:
        """Open a state; raises StateError for a file that cannot be used."""
        self._connection, self.is_new = open_state(path)
        if self.is_new:  # something may be there of one that was not finished
            self.clear()
            self.keep_clock(StoredClock())

    def finish(self) -> None:
        """Say that all a new state begins with is there; one that was not finished begins anew."""
        if self.is_new:
            finish(self._connection)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def copy(self) -> sqlite3.Connection:
        """Answer a copy of the whole state, in memory."""
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.backup(copy)
        return copy

    def replace(self, copy: sqlite3.Connection) -> None:
        """Put a copy in place of the whole state."""
        copy.backup(self._connection)

    def clear(self) -> None:
        """Drop everything."""
        self._connection.execute("DELETE FROM applications")
        self._connection.execute("DELETE FROM operations")

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Keep everything written in the block, or nothing if it raises."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def application(self, name: str) -> Application | None:
        """Answer the application of that name, if there is one."""
        row = self._connection.execute(
            "SELECT name, id, id_scope, primary_group_key, secondary_group_key, link_key"
            " FROM applications WHERE name = ?",
            (name,),
        ).fetchone()
        return Application(*row) if row else None

    def add_application(self, application: Application) -> None:
        """Keep a new application."""
        self._connection.execute(
            "INSERT INTO applications VALUES (?, ?, ?, ?, ?, ?)", msgspec.structs.astuple(application)
        )

    def rename_application(self, name: str, to: str) -> None:
        """Give an application another subdomain; its resources and timers move along."""
        self._connection.execute("UPDATE applications SET name = ? WHERE name = ?", (to, name))

    def remove_application(self, name: str) -> None:
        """Drop an application and everything in it."""
        self._connection.execute("DELETE FROM applications WHERE name = ?", (name,))

    def everywhere(self, kind: str) -> list[tuple[str, str, dict[str, Any]]]:
        """Answer the documents of a kind in all applications: subdomain, id and body."""
        rows = self._connection.execute(
            "SELECT documents.application, documents.id, documents.body FROM applications"
            " JOIN documents ON documents.application = applications.name AND documents.kind = ?"
            " ORDER BY documents.application, documents.id",
            (kind,),
        )
        return [(application, id, json.loads(body)) for application, id, body in rows]

    def applications(self) -> list[Application]:
        """Answer all applications, in the order of their names."""
        rows = self._connection.execute(
            "SELECT name, id, id_scope, primary_group_key, secondary_group_key, link_key"
            " FROM applications ORDER BY name"
        )
        return [Application(*row) for row in rows]

    def stored(self, application: Application) -> StoredApplication:
        """Answer all there is of an application."""
        documents: dict[str, dict[str, dict[str, Any]]] = {}
        lookups: dict[str, dict[str, str]] = {}
        for kind, id, lookup, body in self._connection.execute(
            "SELECT kind, id, lookup, body FROM documents WHERE application = ? ORDER BY kind, id",
            (application.name,),
        ):
            documents.setdefault(kind, {})[id] = json.loads(body)
            if lookup is not None:
                lookups.setdefault(kind, {})[id] = lookup
        timers = self._connection.execute(
            "SELECT kind, id, due FROM timers WHERE application = ? ORDER BY kind, id", (application.name,)
        )
        return StoredApplication(
            id=application.id,
            id_scope=application.id_scope,
            primary_group_key=application.primary_group_key,
            secondary_group_key=application.secondary_group_key,
            link_key=application.link_key,
            documents=documents,
            lookups=lookups,
            timers=[StoredTimer(*row) for row in timers],
        )

    def keep(self, name: str, stored: StoredApplication) -> None:
        """Keep an application with all there is of it.

        Raises:
            ValueError: something of it cannot be kept.

        """
        keys = stored.id, stored.id_scope, stored.primary_group_key, stored.secondary_group_key
        application = Application(name, *keys, stored.link_key)
        try:
            self.add_application(application)
            state = self.state(application)
            for kind, documents in stored.documents.items():
                lookups = stored.lookups.get(kind, {})
                for id, body in documents.items():
                    state.put(kind, id, body, lookup=lookups.get(id))
            for timer in stored.timers:
                state.set_timer(timer.kind, timer.id, timer.due)
        except (sqlite3.Error, OverflowError) as error:
            raise ValueError(str(error)) from None

    def clock(self) -> StoredClock:
        """Answer how the clock was steered when that was last kept."""
        row = self._connection.execute("SELECT ahead, frozen FROM clock").fetchone()
        return StoredClock(*row) if row else StoredClock()

    def keep_clock(self, clock: StoredClock) -> None:
        """Keep how the clock is steered."""
        if clock == StoredClock():
            self._connection.execute("DELETE FROM clock")
            return
        self._connection.execute(
            "INSERT OR REPLACE INTO clock VALUES (1, ?, ?)", msgspec.structs.astuple(clock)
        )

    def operations(self) -> list[StoredOperation]:
        """Answer what the control plane is working on."""
        rows = self._connection.execute("SELECT id, status, until FROM operations ORDER BY id")
        return [StoredOperation(*row) for row in rows]

    def add_operation(self, id: str, status: str, until: int) -> None:
        """Keep an operation that is under way until a moment, in milliseconds since the epoch."""
        self._connection.execute("INSERT INTO operations VALUES (?, ?, ?)", (id, status, until))

    def operation(self, id: str) -> tuple[str, int] | None:
        """Answer the status of an operation while it lasts and the moment it ends, if there is one."""
        row: tuple[str, int] | None = self._connection.execute(
            "SELECT status, until FROM operations WHERE id = ?", (id,)
        ).fetchone()
        return row

    def state(self, application: Application) -> State:
        """Answer one application's resources."""
        return State(self._connection, application.name)


class State:
    """The resources of one application, as JSON documents by kind and id."""

    def __init__(self, connection: sqlite3.Connection, application: str) -> None:
        self._connection = connection
        self._application = application

    def get(self, kind: str, id: str) -> dict[str, Any] | None:
        """Answer a document, if there is one."""
        row = self._connection.execute(
            "SELECT body FROM documents WHERE application = ? AND kind = ? AND id = ?",
            (self._application, kind, id),
        ).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, kind: str, id: str, body: dict[str, Any], *, lookup: str | None = None) -> None:
        """Keep a document, in place of an earlier one of the same id."""
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        self._connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET lookup = excluded.lookup, body = excluded.body",
            (self._application, kind, id, lookup, text),
        )

    def remove(self, kind: str, id: str) -> bool:
        """Drop a document; false when there is none."""
        cursor = self._connection.execute(
            "DELETE FROM documents WHERE application = ? AND kind = ? AND id = ?",
            (self._application, kind, id),
        )
        return cursor.rowcount > 0

    def after(
        self,
        kind: str,
        id: str | None,
        limit: int,
        *,
        within: frozenset[str] | None = None,
        lookup: str | None = None,
    ) -> list[tuple[str, dict[str, Any]]]:
        """Answer up to `limit` documents in the order of their ids, from the first one after `id`.

        With `within` only those that belong to one of these organizations, with `lookup` only those that
        are kept under that value.
        """
        organizations = None if within is None else json.dumps(sorted(within))
        rows = self._connection.execute(
            "SELECT id, body FROM documents WHERE application = ? AND kind = ? AND (? IS NULL OR id > ?)"
            " AND (? IS NULL OR organization IN (SELECT value FROM json_each(?)))"
            " AND (? IS NULL OR lookup = ?) ORDER BY id LIMIT ?",
            (self._application, kind, id, id, organizations, organizations, lookup, lookup, limit),
        )
        return [(found, json.loads(body)) for found, body in rows]

    def matching(
        self,
        kind: str,
        id: str | None,
        limit: int,
        wanted: Wanted,
        *,
        within: frozenset[str] | None = None,
        lookup: str | None = None,
    ) -> list[tuple[str, dict[str, Any]]]:
        """Answer up to `limit` documents after `id` that `wanted` takes, in the order of their ids."""
        found: list[tuple[str, dict[str, Any]]] = []
        while len(found) < limit:
            portion = self.after(kind, id, _PORTION, within=within, lookup=lookup)
            found += [row for row in portion if wanted(*row)]
            if len(portion) < _PORTION:
                break
            id = portion[-1][0]
        return found[:limit]

    def all(self, kind: str) -> list[tuple[str, dict[str, Any]]]:
        """Answer every document of a kind, in the order of their ids."""
        return self.after(kind, None, -1)

    def found_by(self, kind: str, lookup: str) -> list[str]:
        """Answer the ids of the documents kept under that lookup value."""
        rows = self._connection.execute(
            "SELECT id FROM documents WHERE application = ? AND kind = ? AND lookup = ? ORDER BY id",
            (self._application, kind, lookup),
        )
        return [row[0] for row in rows]

    def found_documents(self, kind: str, lookup: str) -> list[dict[str, Any]]:
        """Answer the documents kept under that lookup value."""
        rows = self._connection.execute(
            "SELECT body FROM documents WHERE application = ? AND kind = ? AND lookup = ? ORDER BY id",
            (self._application, kind, lookup),
        )
        return [json.loads(row[0]) for row in rows]

    def where(self, kind: str, member: str, value: str) -> list[tuple[str, dict[str, Any]]]:
        """Answer the documents of a kind with that text in a top-level member, in the order of their ids."""
        rows = self._connection.execute(
            "SELECT id, body FROM documents WHERE application = ? AND kind = ? AND json_extract(body, ?) = ?"
            " ORDER BY id",
            (self._application, kind, f'$."{member}"', value),
        )
        return [(id, json.loads(body)) for id, body in rows]

    def remove_found_by(self, kind: str, lookup: str) -> None:
        """Drop the documents kept under that lookup value."""
        self._connection.execute(
            "DELETE FROM documents WHERE application = ? AND kind = ? AND lookup = ?",
            (self._application, kind, lookup),
        )

    def remove_all(self, kind: str) -> None:
        """Drop every document of a kind."""
        self._connection.execute(
            "DELETE FROM documents WHERE application = ? AND kind = ?", (self._application, kind)
        )

    def belongs_to(self, organization: str) -> bool:
        """Say whether any document belongs to the organization."""
        row = self._connection.execute(
            "SELECT 1 FROM documents WHERE application = ? AND organization = ? LIMIT 1",
            (self._application, organization),
        ).fetchone()
        return row is not None

    def set_timer(self, kind: str, id: str, due: int) -> None:
        """Have something happen at `due`, in milliseconds since the epoch; an earlier timer is replaced."""
        self._connection.execute(
            "INSERT INTO timers VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET due = excluded.due",
            (self._application, kind, id, due),
        )

    def has_timer(self, kind: str, id: str) -> bool:
        """Say whether something is to happen."""
        row = self._connection.execute(
            "SELECT 1 FROM timers WHERE application = ? AND kind = ? AND id = ?",
            (self._application, kind, id),
        ).fetchone()
        return row is not None

    def clear_timer(self, kind: str, id: str) -> None:
        """Have something not happen after all."""
        self._connection.execute(
            "DELETE FROM timers WHERE application = ? AND kind = ? AND id = ?", (self._application, kind, id)
        )

    def next_timer(self, until: int) -> tuple[str, str, int] | None:
        """Answer kind, id and moment of the first thing that is due by `until`."""
        row: tuple[str, str, int] | None = self._connection.execute(
            "SELECT kind, id, due FROM timers WHERE application = ? AND due <= ?"
            " ORDER BY due, kind, id LIMIT 1",
            (self._application, until),
        ).fetchone()
        return row
