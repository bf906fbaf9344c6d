"""The whole state as one document, in YAML or JSON: what `--seed` reads and an export writes.

    format: iotcentral-emulator 1
    applications:
      demo:
        requests:
        - put: /deviceTemplates/dtmi:contoso:thermostat;1
          body: {"@type": [ModelDefinition, DeviceModel], displayName: Thermostat, capabilityModel: …}
        - put: /devices/tstat-7
          body: {displayName: Hall, template: dtmi:contoso:thermostat;1}

An application has `requests`, which its administrator makes in their order, or `state`, which an export has
written and nobody should write by hand, or both: the state first.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta

from iotcentral._core.transport import Request
from iotcentral.emulator.planes import DATA_PLANE
from iotcentral.emulator.replies import Problem
from iotcentral.emulator.state_file import StateError
from iotcentral.emulator.stored import StoredApplication, StoredClock, StoredOperation
from iotcentral_rest.versions import DEFAULT

if TYPE_CHECKING:
    from iotcentral.emulator.engine import Engine
    from iotcentral.emulator.steering.steering import Steering

__all__ = ["Portable", "exported", "load", "read", "write"]

_FIRST_REFUSAL = 300
_NOT_JSON = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge")


class Asked(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One request to the application's data plane, by its administrator."""

    put: str | None = None
    patch: str | None = None
    post: str | None = None
    body: Any = None
    version: str = DEFAULT[DATA_PLANE]
    """The api-version."""

    def __post_init__(self) -> None:
        paths = [path for path in (self.put, self.patch, self.post) if path is not None]
        if len(paths) != 1 or not paths[0].startswith("/"):
            raise ValueError("a request has one of put, patch and post, with a path such as /devices/tstat-7")

    @property
    def line(self) -> tuple[str, str]:
        """Method and path."""
        method = "PUT" if self.put else "PATCH" if self.patch else "POST"
        return method, self.put or self.patch or self.post or ""


class Entry(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One application."""

    state: StoredApplication | None = None
    requests: list[Asked] = []


class Portable(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The form."""

    format: Literal["iotcentral-emulator 1"]
    applications: Annotated[dict[str, Entry], Meta(min_length=1)]
    operations: list[StoredOperation] = []
    """What the control plane is working on."""
    clock: StoredClock = StoredClock()
    """How the clock is steered; counts where there is a `state`."""


def read(text: str | bytes, name: str) -> Portable:
    """Read a document; `name` is what errors call it.

    Raises:
        StateError: naming the document, the place in it, and what is wrong there.

    """
    try:
        plain = _plain(text)
        if plain.lstrip()[:1] == "{":
            return msgspec.json.decode(plain, type=Portable)
        return msgspec.convert(_yaml(plain), Portable)
    except (RecursionError, ValueError) as error:
        raise StateError(f"{name}: {' '.join(str(error).split())}") from None


def _plain(text: str | bytes) -> str:
    return text.decode("utf-8-sig") if isinstance(text, bytes) else text


def _yaml(text: str) -> Any:
    """Read YAML as JSON has it: what looks like a date is text."""
    import yaml  # only those who seed in YAML need it

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {
            first: [pair for pair in pairs if pair[0] not in _NOT_JSON]
            for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    try:
        return yaml.load(text, Loader)  # noqa: S506 - a safe one
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def write(portable: Portable) -> str:
    """Write a document as JSON, which YAML takes as well, a member a line."""
    return json.dumps(msgspec.to_builtins(portable), ensure_ascii=False, indent=1) + "\n"


def exported(engine: Engine) -> Portable:
    """Answer the whole state, keys of devices and applications included."""
    with engine.at_rest() as store:
        applications = {each.name: Entry(state=store.stored(each)) for each in store.applications()}
        return Portable("iotcentral-emulator 1", applications, store.operations(), store.clock())


def load(steering: Steering, portable: Portable, name: str) -> None:
    """Put a document in place of the state; without any `state` in it, its requests come on top.

    Raises:
        StateError: naming the application and the request that is refused; the state is as it was.

    """
    before, clock = steering.snapshot(), steering.clock.setting
    try:
        _replace(steering, portable, name)
        for application, entry in portable.applications.items():
            if entry.requests or entry.state is None:  # asking makes a token, and an import adds nothing
                _ask(steering.engine, application, entry.requests, name)
    except StateError:
        steering.restore(before)
        steering.clock.set_to(clock)
        raise


def _replace(steering: Steering, portable: Portable, name: str) -> None:
    states = {app: entry.state for app, entry in portable.applications.items() if entry.state is not None}
    if not states:
        return
    with steering.engine.at_rest() as store, store.transaction():
        store.clear()
        for application, state in states.items():
            try:
                store.keep(application, state)
            except ValueError as error:
                raise StateError(f"{name}: applications.{application}.state: {error}") from None
        for operation in portable.operations:
            store.add_operation(operation.id, operation.status, operation.until)
    try:
        steering.clock.set_to(portable.clock)
    except ValueError as error:
        raise StateError(f"{name}: clock: {error}") from None


def _ask(engine: Engine, application: str, requests: list[Asked], name: str) -> None:
    where = f"{name}: applications.{application}"
    try:
        token = engine.administrator_token(application)
    except Problem:
        raise StateError(f"{where}: the emulator has no application of that name") from None
    for number, asked in enumerate(requests):
        method, path = asked.line
        response = engine.handle(_request(application, token, asked, f"{where}.requests[{number}]"))
        if response.status >= _FIRST_REFUSAL:
            answered = f"{response.status} {response.body.decode(errors='replace')}"
            raise StateError(f"{where}.requests[{number}] {method} {path}: {answered}")
        engine.forget_calls()


def _request(application: str, token: str, asked: Asked, where: str) -> Request:
    method, path = asked.line
    url = f"https://{application}.azureiotcentral.com/api{path}?api-version={asked.version}"
    headers = (("Authorization", token), ("Content-Type", "application/json"))
    try:
        body = None if asked.body is None else json.dumps(asked.body).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise StateError(f"{where}.body: {error}") from None
    return Request(method, url, headers, body)
