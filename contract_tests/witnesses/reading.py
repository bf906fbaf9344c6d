"""Put the witnesses of a version together, those from the facts and those by hand, and on the wire."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlencode

import yaml

from contract_tests.facts import upstream
from contract_tests.facts.upstream import Facts
from contract_tests.witnesses.constraints import written
from contract_tests.witnesses.pointers import put

__all__ = ["Exchange", "Witness", "by_hand", "content", "given_exchanges", "load"]

HERE = Path(__file__).parent
SUBDOMAIN = {"{subdomain}": "contoso", "{baseDomain}": "azureiotcentral.com"}
TOKEN = "SharedAccessSignature sr=00000000-0000-0000-0000-000000000000&sig=FAKE&skn=fake&se=0"
Side = Literal["request", "answer"]
Object = Mapping[str, Any]


@dataclass(frozen=True)
class Exchange:
    """One side of an operation: `path`, `query`, `headers`, or `status`; with a body its `media_type` too."""

    operation: str
    method: str
    template: str
    """The whole URL, with its placeholders."""
    side: Side
    credential: str
    parts: Object

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
        url = self.template
        for name, value in self.parts["path"].items():
            url = url.replace("{" + name + "}", quote(str(value), safe=""))
        query = urlencode({name: _texts(value) for name, value in self.parts["query"].items()}, doseq=True)
        return f"{url}{'?' if query else ''}{query}"

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        sent = {"authorization": self.credential} if self.side == "request" else {}
        media_type = self.parts.get("media_type")
        typed = {"content-type": media_type} if media_type and self.has_body else {}
        return tuple({**sent, **typed, **self.parts.get("headers", {})}.items())


def _texts(value: Any) -> list[str]:
    """The values of a query parameter as they are written; a list is the parameter more than once."""
    values = value if isinstance(value, list) else [value]
    return [one if isinstance(one, str) else json.dumps(one) for one in values]


@dataclass(frozen=True)
class Witness:
    """One constraint, an exchange that keeps it, and the same with one place changed so that it breaks it."""

    constraint: str
    at: str
    given: Exchange
    """The exchange as it stands, without what this witness holds at its place."""
    entry: Object

    @property
    def breaks(self) -> Any:
        return self.entry["breaks"]

    @property
    def side(self) -> Side:
        return self.given.side

    @functools.cached_property
    def passes(self) -> Exchange:
        return self._with(self.entry["holds"]) if "holds" in self.entry else self.given

    @functools.cached_property
    def fails(self) -> Exchange:
        return self._with(self.breaks)

    def _with(self, value: Any) -> Exchange:
        return replace(self.given, parts=put(self.given.parts, self.at, value))

    def __str__(self) -> str:
        return self.constraint


@functools.cache
def by_hand(plane: str, version: str) -> Object:
    """What stands by hand for a version: exchanges and witnesses, and what the script has to be told."""
    known = {str(operation["id"]) for operation in upstream.load(plane, version).operations}
    found = [_read(HERE / plane / f"{name}.yaml") for name in ("every", version)]
    exchanges = {name: parts for file in found for name, parts in file.get("exchanges", {}).items()}
    witnesses = [entry for file in found for entry in file.get("witnesses", [])]
    return {
        "not_sent": {},
        "recorded": {},
        "seen_elsewhere": {},
        "unreached": [],
        **found[-1],
        "exchanges": {name: parts for name, parts in exchanges.items() if _operation(name) in known},
        "witnesses": [entry for entry in witnesses if _operation(entry["exchange"]) in known],
    }


def _read(path: Path) -> Object:
    """A file by hand; empty where there is none."""
    stated: Object | None = None
    if path.exists():
        stated = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return stated or {}


def _operation(exchange: str) -> str:
    """The operation in the name of an exchange."""
    return exchange.partition(" ")[2].partition("/")[0]


def content(plane: str, version: str) -> Object:
    """Exchanges by name, and the entries that change them: from the facts first, then by hand."""
    hand = by_hand(plane, version)
    made = written(upstream.load(plane, version), hand)
    return {
        "exchanges": {**made["exchanges"], **hand["exchanges"]},
        "witnesses": [*made["witnesses"], *hand["witnesses"]],
    }


@functools.cache
def given_exchanges(plane: str, version: str) -> Mapping[str, Exchange]:
    """Every exchange that the witnesses of a version change, by name."""
    facts, made = upstream.load(plane, version), content(plane, version)
    return {name: _exchange(facts, name, parts) for name, parts in made["exchanges"].items()}


@functools.cache
def load(plane: str, version: str) -> tuple[Witness, ...]:
    """Every witness of a version."""
    made, given = content(plane, version), given_exchanges(plane, version)
    return tuple(
        Witness(entry["constraint"], entry["at"], given[entry["exchange"]], entry)
        for entry in made["witnesses"]
    )


def _exchange(facts: Facts, name: str, parts: Object) -> Exchange:
    side, named = name.partition(" ")[0], _operation(name)
    operation = next(one for one in facts.operations if str(one["id"]) == named)
    url = f"https://{facts.host}{facts.data['base_path']}{operation['path']}"
    for placeholder, value in SUBDOMAIN.items():
        url = url.replace(placeholder, value)
    stated: Side = "answer" if side == "answer" else "request"
    credential = TOKEN if facts.data["plane"] == "data" else f"Bearer {TOKEN}"
    if stated == "request":
        query = {"api-version": facts.version, **parts.get("query", {})}
        parts = {"path": {}, **parts, "query": query}
    return Exchange(named, operation["method"], url, stated, credential, parts)
