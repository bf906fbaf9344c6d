"""Calling an emulator in process, whose every answer is checked against the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from iotcentral._core.transport import Request, Response
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness
from iotcentral.emulator.documents import Document, load_documents
from iotcentral.emulator.steering import Outcome

VERSION = "2022-07-31"
HOST = "demo.azureiotcentral.com"
ADMINISTRATOR = "ca310b8d-2f4a-44e0-a36e-957c202cd8d4"
BUILDER = "344138e9-8de4-4497-8c54-5237e96d6aaf"
OPERATOR = "ae2c9854-393b-4f97-8c42-479d70ce626e"
ORG_ADMIN = "c495eb57-eb18-489e-9802-62c474e5645c"
ORG_OPERATOR = "b4935647-30e4-4ed3-9074-dcac66c2f8ef"
ORG_VIEWER = "84cc62c1-dabe-49d3-b16e-8b291232b285"
TEMPLATE = "dtmi:contoso:thermostatTemplate;1"

_SPEC = Path(__file__).parents[2] / "specs" / "data-plane" / f"{VERSION}.yaml"


@cache
def documents() -> tuple[Document, ...]:
    """The generated contract, or the spec itself while nothing is generated yet."""
    try:
        return load_documents("data-plane")
    except ImportError:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return (Document(yaml.load(_SPEC.read_text(encoding="utf-8"), loader)),)


@cache
def every_document() -> tuple[Document, ...]:
    """The contract of all planes; read once, so that emulators share what was made of it."""
    return load_documents()


def new_emulator(*apps: str, **options: Any) -> Emulator:
    settings: dict[str, Any] = {
        "clock": ManualClock(),
        "randomness": SeededRandomness(7),
    }
    return Emulator(*apps, **settings | {"documents": every_document(), "check_answers": True} | options)


@dataclass
class Answer:
    status: int
    response: Response

    @property
    def json(self) -> Any:
        return json.loads(self.response.body)

    @property
    def code(self) -> str:
        return str(self.json["error"]["code"])

    @property
    def sentence(self) -> str:
        """The error's own sentence, without the support tail."""
        message: str = self.json["error"]["message"]
        return message.partition(" You can contact support at ")[0]


class Service:
    """One caller of an emulator: a token and the shortest way to make a request."""

    def __init__(self, emulator: Emulator, token: str | None = None, version: str = VERSION) -> None:
        self.emulator = emulator
        self.token = emulator.token if token is None else token
        self.version = version

    def send(
        self, method: str, url: str, headers: list[tuple[str, str]], body: bytes | None = None
    ) -> Answer:
        response = self.emulator.engine.handle(Request(method, url, tuple(headers), body))
        return Answer(response.status, response)

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        raw: bytes | None = None,
        media_type: str = "application/json",
        headers: tuple[tuple[str, str], ...] = (),
        query: str | None = None,
    ) -> Answer:
        query = f"api-version={self.version}" if query is None else query
        content = json.dumps(body).encode() if raw is None and body is not None else raw
        sent = [("Authorization", self.token), *headers]
        if content is not None:
            sent.append(("Content-Type", media_type))
        return self.send(method, f"https://{HOST}/api{path}?{query}", sent, content)

    def ok(self, method: str, path: str, body: Any = None, **options: Any) -> Any:
        """Call and answer the body, expecting success."""
        answer = self.call(method, path, body, **options)
        assert answer.status < 300, answer.response.body
        return answer.json if answer.response.body else None

    def follow(self, link: str) -> Answer:
        return self.send("GET", link, [("Authorization", self.token)])

    def pages(self, path: str) -> Iterator[list[Any]]:
        page = self.ok("GET", path)
        yield page["value"]
        while "nextLink" in page:
            page = self.follow(page["nextLink"]).json
            yield page["value"]

    def with_role(self, role: str, organization: str | None = None) -> Service:
        """Another caller, holding one role."""
        grant = {"role": role} | ({"organization": organization} if organization else {})
        answer = self.ok("PUT", f"/apiTokens/for-{role[:8]}-{organization}", {"roles": [grant]})
        return Service(self.emulator, answer["token"], self.version)

    def at(self, version: str) -> Service:
        """The same caller, speaking another api-version."""
        return Service(self.emulator, self.token, version)

    def wait(self, seconds: float) -> None:
        """Let the engine's clock move on."""
        self.advance(timedelta(seconds=seconds))

    def advance(self, step: timedelta) -> None:
        self.emulator.steering.clock.advance(step)


def interface(*contents: Any, **members: Any) -> dict[str, Any]:
    return {"@id": "dtmi:contoso:Thermostat;1", "@type": "Interface", "contents": list(contents)} | members


def template(*contents: Any, **members: Any) -> dict[str, Any]:
    types = ["ModelDefinition", "DeviceModel"]
    return {"@type": types, "displayName": "Thermostat", "capabilityModel": interface(*contents)} | members


WRITABLE = {"@type": "Property", "name": "target", "schema": "double", "writable": True}
REPORTED = {"@type": "Property", "name": "highest", "schema": "double"}
CLOUD = {"@type": ["Property", "Cloud", "StringValue"], "name": "customer", "schema": "string"}
COMPONENT = {
    "@type": "Component",
    "name": "pump",
    "displayName": "Pump",
    "schema": interface({"@type": "Property", "name": "speed", "schema": "integer", "writable": True}),
}
TEMPERATURE = {"@type": ["Telemetry", "Temperature"], "name": "temperature", "schema": "double"}
REBOOT = {
    "@type": "Command",
    "name": "reboot",
    "request": {"name": "delay", "schema": "integer"},
    "response": {
        "name": "result",
        "schema": {"@type": "Object", "fields": [{"name": "ok", "schema": "boolean"}]},
    },
}
SENSOR = {
    "@type": "Component",
    "name": "sensor",
    "schema": interface(
        {"@type": "Property", "name": "interval", "schema": "integer", "writable": True},
        {"@type": "Telemetry", "name": "humidity", "schema": "double"},
        {"@type": "Command", "name": "calibrate"},
    ),
}
MODULE = {
    "@type": ["Relationship", "EdgeModule"],
    "name": "filterModule",
    "displayName": "Filter",
    "target": [interface(WRITABLE, TEMPERATURE, REBOOT, SENSOR)],
}
RUNTIME = {"@type": ["Relationship", "EdgeModule"], "name": "$edgeAgent", "target": [interface()]}
EVERYTHING = (WRITABLE, REPORTED, CLOUD, TEMPERATURE, REBOOT, COMPONENT, SENSOR, MODULE, RUNTIME)
NEW_YEAR = datetime(2030, 1, 1, tzinfo=UTC)
ALIVE = 6
"""Seconds after which a simulated device is provisioned."""


def group_filter(*conditions: str, template: str = TEMPLATE) -> str:
    return " AND ".join([f'SELECT * FROM devices WHERE $template = "{template}"', *conditions])


def ask(emulator: Emulator, method: str = "GET", path: str = "/devices/d1", sent: Any = None) -> Outcome:
    """Call through the steering, which is where faults are met."""
    content = None if sent is None else json.dumps(sent).encode()
    headers = (("Authorization", emulator.token), ("Content-Type", "application/json"))
    url = f"https://{HOST}/api{path}?api-version={VERSION}"
    return emulator.steering.answer(Request(method, url, headers, content))


def statuses(emulator: Emulator, calls: int, path: str = "/devices") -> list[int]:
    return [ask(emulator, path=path).response.status for _ in range(calls)]
