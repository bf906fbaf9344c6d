"""vcrpy cassettes (YAML or JSON) as exchanges, with the place of each."""

from __future__ import annotations

import base64
import functools
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from contract_tests.reading.document import Document, defaults, documents, load, read_yaml
from contract_tests.reading.exchange import Answer, Exchange, Headers, Request
from contract_tests.reading.requests import query_pairs

__all__ = ["CASSETTES", "cassette_files", "document_of", "exchanges", "lone_requests", "metadata", "parts_of"]

CASSETTES = "CONTRACT_CASSETTES"
"""Name of the variable with the folder or file to check; the project's own folder without it."""

_OWN = Path(__file__).resolve().parents[2] / "cassettes"


def cassette_files(root: Path | None = None) -> list[Path]:
    """Every cassette under `root`; an index beside cassettes is none."""
    root = root or Path(os.environ.get(CASSETTES) or _OWN)
    if root.is_file():
        return [root]
    found = [path for pattern in ("*.yaml", "*.yml", "*.json") for path in root.rglob(pattern)]
    return sorted(path for path in found if path.stem != "index")


def exchanges(path: Path) -> list[Exchange]:
    """The exchanges of one cassette, in their order; requests without an answer are left out."""
    return [
        Exchange(_request(item["request"]), _answer(item["response"]), where=_place(path, index))
        for index, item in enumerate(interactions(path))
        if item["response"] is not None
    ]


def lone_requests(path: Path) -> list[tuple[str, Request]]:
    """The requests that a document publishes without their answer, with their place."""
    return [
        (_place(path, index), _request(item["request"]))
        for index, item in enumerate(interactions(path))
        if item["response"] is None
    ]


def document_of(request: Request) -> Document:
    """The document a request is judged by: its plane by host and base path, its version by `api-version`.

    A version that nobody knows is judged by the default one of the plane, as the verifier users get does.
    """
    host = request.origin[1]
    known = [one for one in documents() if one.host in ("", host) and _below(request.path, one.base_path)]
    plane = max(known, key=lambda one: (bool(one.host), len(one.base_path)), default=load()).plane
    named = next((value for name, value in query_pairs(request.query) if name == "api-version"), None)
    own = {one.version: one for one in documents() if one.plane == plane}
    usual = next(one for one in own.values() if one.label in defaults())
    return own.get(named or "", usual)


def _below(path: str, base: str) -> bool:
    return path.startswith(f"{base}/")


def parts_of(path: Path) -> list[tuple[Document, list[Exchange]]]:
    """The exchanges of one cassette by the document they are judged by; mostly one."""
    found: dict[str, tuple[Document, list[Exchange]]] = {}
    for exchange in exchanges(path):
        document = document_of(exchange.request)
        found.setdefault(document.label, (document, []))[1].append(exchange)
    return list(found.values())


def _place(path: Path, index: int) -> str:
    return f"{path.name}#{index}"


def interactions(path: Path) -> list[Mapping[str, Any]]:
    """What the file says, untouched."""
    found: list[Mapping[str, Any]] = _content(path, path.stat().st_mtime_ns)["interactions"]
    return found


@functools.lru_cache(maxsize=512)
def _content(path: Path, changed: int) -> Mapping[str, Any]:
    """What a file says: read once for all the tests of a process, and again only when it was changed."""
    del changed
    content: Mapping[str, Any]
    content = json.loads(path.read_text("utf-8")) if path.suffix == ".json" else read_yaml(path)
    return content


def metadata(path: Path) -> Mapping[str, Any]:
    """Where a cassette says it comes from; empty if it does not say."""
    found: Mapping[str, Any] = _content(path, path.stat().st_mtime_ns).get("metadata") or {}
    return found


def _request(node: Mapping[str, Any]) -> Request:
    return Request(node["method"], node["uri"], _headers(node["headers"]), _bytes(node.get("body")) or None)


def _answer(node: Mapping[str, Any]) -> Answer:
    return Answer(node["status"]["code"], _headers(node["headers"]), _bytes(node.get("body")))


def _headers(node: Mapping[str, Any]) -> Headers:
    return tuple(
        (name, str(value))
        for name, values in node.items()
        for value in (values if isinstance(values, list) else [values])
    )


def _bytes(body: Any) -> bytes:
    """A body as vcrpy writes it: text, bytes, or either under `string` or `base64_string`."""
    if isinstance(body, Mapping):
        if "base64_string" in body:
            return base64.b64decode(body["base64_string"])
        body = body.get("string")
    return body.encode("utf-8") if isinstance(body, str) else body or b""
