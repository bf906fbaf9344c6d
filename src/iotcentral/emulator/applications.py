"""The applications of an emulator: made once with their keys and first user, found by host name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from iotcentral.emulator import tokens
from iotcentral.emulator.lifecycle import RESOURCE, is_gone
from iotcentral.emulator.replies import not_found
from iotcentral.emulator.roles import ADMINISTRATOR
from iotcentral.emulator.sources import Makers, milliseconds
from iotcentral.emulator.store import Application, Store

__all__ = ["ADMINISTRATOR_TOKEN", "ORIGIN", "Applications"]

ORIGIN = "origin"
"""Kind of the one document that says when an application was made."""

ADMINISTRATOR_TOKEN = "emulator-admin"  # noqa: S105 - the token's id, not the token
"""Id of the API token every application is given, so that there is one to start with."""


class Applications:
    """The applications an engine answers for; those the store does not have yet are created."""

    def __init__(self, store: Store, makers: Makers, names: Iterable[str]) -> None:
        self._store = store
        self._makers = makers
        self._names = tuple(names)
        self.reopen()

    def reopen(self) -> None:
        """Read the applications given from the store; those it lacks are created."""
        with self._store.transaction():
            self._by_name = {name: self._open(name) for name in self._names}

    def reset(self) -> None:
        """Make the applications given what they were at first; ids, keys and administrator's token stay.

        Those that came into being through the control plane are gone.
        """
        with self._store.transaction():
            kept = [(each, self._administrator(each)) for each in self._by_name.values()]
            self._store.clear()
            for application, token in kept:
                self._furnish(application)
                if token:
                    self._store.state(application).put(tokens.KIND, ADMINISTRATOR_TOKEN, token)

    def _administrator(self, application: Application) -> dict[str, Any] | None:
        return self._store.state(application).get(tokens.KIND, ADMINISTRATOR_TOKEN)

    def at(self, name: str | None) -> Application:
        """Answer the application of a subdomain, or the only one given for a host without a subdomain.

        Raises:
            Problem: 404 for a subdomain nobody has.

        """
        if name is None and len(self._by_name) == 1:
            return next(iter(self._by_name.values()))
        application = self._by_name.get(name or "") or self._created(name or "")
        if application is None:
            raise not_found("The instance or device identity does not exist.")
        return application

    def has(self, name: str) -> bool:
        """Say whether there is an application of that subdomain."""
        return name in self._by_name or self._created(name) is not None

    def administrator_token(self, name: str) -> str:
        """Answer an administrator's token text, made anew when it was deleted or has expired."""
        application = self.at(name)
        state = self._store.state(application)
        document = self._administrator(application)
        if document and document["expires"] > milliseconds(self._makers.clock()):
            return tokens.token_text(application, ADMINISTRATOR_TOKEN, document)
        grants = [{"role": ADMINISTRATOR}]
        return tokens.issue(application, state, self._makers, ADMINISTRATOR_TOKEN, grants)[1]

    def _created(self, name: str) -> Application | None:
        """Answer an application that came into being through the control plane and is still there."""
        application = self._store.application(name)
        found = self._store.state(application).all(RESOURCE) if application else []
        now = milliseconds(self._makers.clock())
        return application if any(not is_gone(body, now) for _, body in found) else None

    def _open(self, name: str) -> Application:
        return self._store.application(name) or self.create(name)

    def create(self, name: str) -> Application:
        """Create an application with an id and keys of its own."""
        makers = self._makers
        application = Application(
            name=name,
            id=makers.guid(),
            id_scope=f"0ne{makers.randomness(4).hex().upper()}",
            primary_group_key=makers.randomness(64),
            secondary_group_key=makers.randomness(64),
            link_key=makers.randomness(32),
        )
        self._furnish(application)
        return application

    def _furnish(self, application: Application) -> None:
        """Keep an application as it is right after its creation: one user, an administrator."""
        makers = self._makers
        self._store.add_application(application)
        state = self._store.state(application)
        state.put(ORIGIN, "default", {"created": milliseconds(makers.clock())})
        email = f"admin@{application.name}.example"
        owner = {"type": "email", "roles": [{"role": ADMINISTRATOR}], "email": email}
        state.put("users", makers.guid(), owner, lookup=email)
