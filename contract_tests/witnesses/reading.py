"""Read witness files, and put a witness on the wire."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlencode

import yaml

from contract_tests.facts import upstream

__all__ = ["ABSENT", "Exchange", "Witness", "found", "load", "put"]

HERE = Path(__file__).parent
APPLICATION = "https://contoso.azureiotcentral.com"
TOKEN = "SharedAccessSignature sr=00000000-0000-0000-0000-000000000000&sig=FAKE&skn=fake&se=0"
ABSENT: Any = "(absent)"
"""In a witness file: the place is taken out instead of changed."""

Side = Literal["request", "answer"]


@dataclass(frozen=True)
class Exchange:
    """One side of an operation: `path`, `query` or `status`; `media_type` and `body` if it has one."""

    operation: str
    method: str
    template: str
    side: Side
    parts: Mapping[str, Any]

    @property
    def has_body(self) -> bool:
        return "body" in self.parts

    @property
    def body(self) -> bytes | None:
        """The body as bytes; None where there is none."""
        return json.dumps(self.parts["body"]).encode() if self.has_body else None

    @property
    def url(self) -> str:
        """The whole URL of a request, each value of the path one segment."""
        path = self.template
        for name, value in self.parts["path"].items():
            path = path.replace("{" + name + "}", quote(str(value), safe=""))
        query = urlencode(self.parts["query"])
        return f"{APPLICATION}/api{path}{'?' if query else ''}{query}"

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        sent = (("authorization", TOKEN),) if self.side == "request" else ()
        media_type = self.parts.get("media_type")
        return (*sent, ("content-type", media_type)) if media_type and self.has_body else sent


@dataclass(frozen=True)
class Witness:
    """One constraint, an exchange that keeps it, and the same with one place changed so that it breaks it."""

    constraint: str
    at: str
    passes: Exchange
    fails: Exchange
    breaks: Any

    def __str__(self) -> str:
        return self.constraint


def _unescaped(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def found(parts: Any, pointer: str) -> Any:
    """What stands at a JSON pointer."""
    for token in pointer.split("/")[1:]:
        parts = parts[int(token) if isinstance(parts, list) else _unescaped(token)]
    return parts


def put(parts: Mapping[str, Any], pointer: str, value: Any) -> dict[str, Any]:
    """`parts` with `value` at a JSON pointer, or with that place taken out."""
    changed = copy.deepcopy(dict(parts))
    parent, _, token = pointer.rpartition("/")
    place = found(changed, parent)
    key: Any = int(token) if isinstance(place, list) else _unescaped(token)
    if value == ABSENT:
        place.pop(key, None) if isinstance(place, dict) else place.pop(key)
    else:
        place[key] = value
    return changed


def _read(path: Path) -> Mapping[str, Any]:
    if not path.exists():
        return {"exchanges": {}, "witnesses": []}
    data: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return data


@functools.cache
def load(plane: str, version: str) -> tuple[Witness, ...]:
    """Every witness of a version, the written and those by hand."""
    facts = {str(one["id"]): one for one in upstream.load(plane, version).operations}
    files = [_read(HERE / plane / f"{version}{suffix}.yaml") for suffix in ("", "-by-hand")]
    exchanges = {name: parts for file in files for name, parts in file["exchanges"].items()}
    return tuple(_witness(facts, exchanges, entry) for file in files for entry in file["witnesses"])


def _witness(facts: Mapping[str, Any], exchanges: Mapping[str, Any], entry: Mapping[str, Any]) -> Witness:
    side, _, name = entry["exchange"].partition(" ")
    operation = facts[name.partition("/")[0]]
    parts = exchanges[entry["exchange"]]
    kept = put(parts, entry["at"], entry["holds"]) if "holds" in entry else parts
    made = functools.partial(Exchange, str(operation["id"]), operation["method"], operation["path"], side)
    broken = put(parts, entry["at"], entry["breaks"])
    return Witness(entry["constraint"], entry["at"], made(kept), made(broken), entry["breaks"])
