"""Applications as Azure Resource Manager knows them, kept beside the resources of their own data plane.

An application that was given to the emulator by name has a subdomain and no such resource.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from iotcentral.emulator.applications import Applications
from iotcentral.emulator.lifecycle import RESOURCE, is_gone
from iotcentral.emulator.store import Application, State, Store

__all__ = ["Resource", "Resources", "key_of"]


class Resource(msgspec.Struct, frozen=True):
    """One application with what its control plane keeps of it."""

    key: str
    application: Application
    body: dict[str, Any]

    @property
    def name(self) -> str:
        """The resource name, as it was created."""
        name: str = self.body["name"]
        return name


def key_of(subscription: str, group: str, name: str) -> str:
    """Make the key of a resource: none of the three minds the case."""
    return json.dumps([part.lower() for part in (subscription, group, name)], ensure_ascii=False)


class Resources:
    """All applications that have come into being through the control plane."""

    def __init__(self, store: Store, applications: Applications) -> None:
        self._store = store
        self._applications = applications

    def all(self) -> list[Resource]:
        """List them in the order of their keys."""
        found: list[Resource] = []
        for subdomain, key, body in self._store.everywhere(RESOURCE):
            application = self._store.application(subdomain)
            if application is not None:
                found.append(Resource(key, application, body))
        return sorted(found, key=lambda resource: resource.key)

    def within(self, subscription: str, group: str | None = None) -> list[Resource]:
        """List those of a subscription or of one of its resource groups."""
        wanted = [part.lower() for part in (subscription, group) if part is not None]
        return [found for found in self.all() if json.loads(found.key)[: len(wanted)] == wanted]

    def get(self, key: str) -> Resource | None:
        """Answer the resource of a key, if there is one."""
        return next((found for found in self.all() if found.key == key), None)

    def is_named(self, name: str) -> bool:
        """Say whether a resource name is in use, in whichever subscription and group."""
        return any(found.name.lower() == name.lower() for found in self.all())

    def has_subdomain(self, subdomain: str) -> bool:
        """Say whether any application is at a subdomain, given by name or created."""
        return self._store.application(subdomain.lower()) is not None

    def create(self, key: str, subdomain: str, body: dict[str, Any]) -> Resource:
        """Make an application with a data plane that answers at once."""
        return self.keep(Resource(key, self._applications.create(subdomain.lower()), body))

    def keep(self, resource: Resource) -> Resource:
        """Keep what the resource says now."""
        self.state_of(resource).put(RESOURCE, resource.key, resource.body)
        return resource

    def move(self, resource: Resource, subdomain: str) -> Resource:
        """Give an application another subdomain; all it holds moves along."""
        self._store.rename_application(resource.application.name, subdomain.lower())
        application = msgspec.structs.replace(resource.application, name=subdomain.lower())
        return msgspec.structs.replace(resource, application=application)

    def remove(self, resource: Resource) -> None:
        """Drop an application and everything in it."""
        self._store.remove_application(resource.application.name)

    def sweep(self, now: int) -> None:
        """Drop the applications whose deletion has come to its end."""
        for resource in self.all():
            if is_gone(resource.body, now):
                self.remove(resource)

    def state_of(self, resource: Resource) -> State:
        """Answer the state of the application itself."""
        return self._store.state(resource.application)
