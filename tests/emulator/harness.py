"""Calling an emulator in process, whose every answer is checked against the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from iotcentral._core.transport import Request, Response
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness
from iotcentral.emulator.documents import Document, load_documents

VERSION = "2022-07-31"
HOST = "demo.azureiotcentral.com"
ADMINISTRATOR = "ca310b8d-2f4a-44e0-a36e-957c202cd8d4"
BUILDER = "344138e9-8de4-4497-8c54-5237e96d6aaf"
OPERATOR = "ae2c9854-393b-4f97-8c42-479d70ce626e"
ORG_ADMIN = "c495eb57-eb18-489e-9802-62c474e5645c"
TEMPLATE = "dtmi:contoso:thermostatTemplate;1"

_SPEC = Path(__file__).parents[2] / "specs" / "data-plane" / f"{VERSION}.yaml"


@cache
def documents() -> tuple[Document, ...]:
    """The generated contract, or the spec itself while nothing is generated yet."""
    try:
        return load_documents()
    except ImportError:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return (Document(yaml.load(_SPEC.read_text(encoding="utf-8"), loader)),)


def new_emulator(**options: Any) -> Emulator:
    settings: dict[str, Any] = {
        "clock": ManualClock(),
        "randomness": SeededRandomness(7),
    }
    return Emulator(**settings | {"documents": documents(), "check_answers": True} | options)


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

    def __init__(self, emulator: Emulator, token: str | None = None) -> None:
        self.emulator = emulator
        self.token = emulator.token if token is None else token

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
        query: str = f"api-version={VERSION}",
    ) -> Answer:
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

    def with_role(self, role: str) -> Service:
        """Another caller, holding one role."""
        answer = self.ok("PUT", f"/apiTokens/for-{role[:8]}", {"roles": [{"role": role}]})
        return Service(self.emulator, answer["token"])

    def advance(self, step: timedelta) -> None:
        clock = self.emulator.engine._makers.clock
        assert isinstance(clock, ManualClock)
        clock.advance(step)


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
