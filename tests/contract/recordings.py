"""Recordings to verify from the command line: a clean one, changed copies, other formats of the same."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.contract.examples import HOST, VERSION, device

LINK = f"{HOST}/api/devices{VERSION}&%24skiptoken=a"
LIST = {"value": [device()], "nextLink": LINK}
TEMPLATE = {
    "@id": "dtmi:a;1",
    "@type": ["ModelDefinition", "DeviceModel"],
    "etag": "1",
    "capabilityModel": {},
}

Interaction = dict[str, Any]


def pair(method: str, path: str, status: int, body: Any, sent: Any = None) -> Interaction:
    """One interaction, as vcrpy keeps it."""
    headers = {"Authorization": ["<api-token>"]}
    if sent is not None:
        headers["Content-Type"] = ["application/json"]
    return {
        "request": {
            "method": method,
            "uri": path if "://" in path else f"{HOST}/api{path}{VERSION}",
            "body": sent if sent is None or isinstance(sent, str) else json.dumps(sent),
            "headers": headers,
        },
        "response": {
            "status": {"code": status, "message": ""},
            "headers": {"Content-Type": ["application/json"]},
            "body": {"string": json.dumps(body)},
        },
    }


def clean() -> list[Interaction]:
    """A recording that keeps the contract: two pages of devices, then one of them, then a template."""
    return [
        pair("GET", "/devices", 200, LIST),
        pair("GET", LINK, 200, {"value": [device(id="d2")]}),
        pair("GET", "/devices/d1", 200, device()),
        pair("GET", "/deviceTemplates/dtmi:a;1", 200, TEMPLATE),
    ]


def write(path: Path, interactions: list[Interaction]) -> str:
    """Write a cassette and return its path."""
    path.write_text(yaml.dump({"interactions": interactions, "version": 1}))
    return str(path)


def change_body(index: int, change: Callable[[dict[str, Any]], Any]) -> list[Interaction]:
    """The clean recording with one answer's body changed."""
    interactions = clean()
    stored = interactions[index]["response"]["body"]
    body = json.loads(stored["string"])
    change(body)
    stored["string"] = json.dumps(body)
    return interactions


def change_status(index: int, status: int) -> list[Interaction]:
    """The clean recording with one answer's status changed."""
    interactions = clean()
    interactions[index]["response"]["status"]["code"] = status
    return interactions


def har_entry(interaction: Interaction, *, encoded: bool = False, **members: Any) -> dict[str, Any]:
    """The same interaction as browsers and proxies keep it."""
    sent, got = interaction["request"], interaction["response"]
    text = got["body"]["string"]
    stored = (
        {"text": base64.b64encode(text.encode()).decode(), "encoding": "base64"}
        if encoded
        else {"text": text}
    )
    post = (
        {} if sent["body"] is None else {"postData": {"mimeType": "application/json", "text": sent["body"]}}
    )
    return {
        "startedDateTime": "2026-11-01T10:00:00.000Z",
        "request": {
            "method": sent["method"],
            "url": sent["uri"],
            "httpVersion": "HTTP/2",
            "headers": [{"name": ":method", "value": sent["method"]}, *_pairs(sent["headers"])],
            **post,
        },
        "response": {
            "status": got["status"]["code"],
            "headers": _pairs(got["headers"]),
            "content": {"size": len(text), "mimeType": "application/json", **stored},
        },
        **members,
    }


def har(*entries: dict[str, Any]) -> dict[str, Any]:
    """A whole HAR file."""
    creator = {"name": "test", "version": "1"}
    return {"log": {"version": "1.2", "creator": creator, "pages": [], "entries": list(entries)}}


def _pairs(headers: Mapping[str, list[str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, values in headers.items() for value in values]
