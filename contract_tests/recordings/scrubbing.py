"""What a recording may show: what we wrote ourselves and the words of the contract, by an allow-list.

Every other text is replaced by a reference, `<device:1>`: the same text by the same reference, so that who is
who can still be seen. A GUID and an email stay in their form, as the contract wants it; moments and
numbers stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from contract_tests.reading.document import Document

__all__ = ["Scrubber", "texts_of", "words_of"]

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?|\w{3}, \d\d \w{3} \d{4} .* GMT"
)
_DURATION = re.compile(r"P(T?\d+[A-Z])+")
_PLAIN = re.compile(r"-?\d{1,9}|true|false")
_KEY = re.compile(r"AccountKey=[^;]+")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_PROSE = frozenset({"message", "code", "x-ms-error-code"})
"""Where the service speaks itself; what is replaced elsewhere is replaced there too."""
_OPEN = (_MOMENT, _DURATION, _PLAIN)
_VOCABULARY = frozenset({"enum", "const", "default", "mapping", "x-ms-enum"})


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a value, names of members among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, member in value.items():
            yield str(name)
            yield from texts_of(member)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_of(item)


def words_of(document: Document) -> frozenset[str]:
    """The words of a document: segments of its paths and values its enumerations name."""
    segments = {part for path in document.raw["paths"] for part in path.split("/")}
    segments |= set(document.base_path.split("/"))
    return frozenset({*segments, *_enumerated(document.raw)})


def _enumerated(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for name, child in node.items():
            yield from texts_of(child) if name in _VOCABULARY else _enumerated(child)
    elif isinstance(node, list):
        for child in node:
            yield from _enumerated(child)


class Scrubber:
    """Replaces what is not allowed in the interactions of one cassette."""

    def __init__(self, allowed: Iterable[str], *, hosts: Mapping[str, str] | None = None) -> None:
        """Take what may be shown; where `hosts` are given, what to show for each, and for members as well.

        Those are asked by `https` then, a host that is not among them becomes a reference, and so does the
        name of a member that may not be shown; references keep the form of ids, so that the contract holds.
        Without them hosts and names of members stay.
        """
        self._hosts = hosts
        shown = frozenset(allowed)
        # A key is answered masked; what stands around it is what was sent.
        self._allowed = shown | {_KEY.sub("AccountKey=*****", text) for text in shown}
        self._known: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def text(self, kind: str, value: str) -> str:
        """`value` itself if it may be shown, else its reference."""
        if kind in _PROSE:
            return self._prose(value)
        if value in self._allowed or not value or any(form.fullmatch(value) for form in _OPEN):
            return value
        if value in self._known:
            return self._known[value]
        if "://" in value:
            return self.url(value)
        if value.startswith("/"):
            return self._path(value, lambda text: text)
        return self._refer(kind, value)

    def _refer(self, kind: str, value: str) -> str:
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        shown = f"<{kind}:{number}>"
        if self._hosts is not None:
            shown = _in_form(value, kind, number)
        if _GUID.fullmatch(value):
            shown = f"00000000-0000-0000-0000-{number:012d}"
        elif kind == "email":
            shown = f"email-{number}@example.invalid"
        self._known[value] = shown
        return self._known[value]

    def _prose(self, value: str) -> str:
        for secret in sorted(self._known, key=len, reverse=True):
            value = value.replace(secret, self._known[secret])
        return value

    def url(self, value: str) -> str:
        """An address: its host, its path and its query are replaced part by part."""
        parts = urlsplit(value)
        scheme = "https" if parts.netloc in (self._hosts or ()) else parts.scheme
        host = f"{scheme}://{self._host(parts.netloc)}"
        if not parts.query:
            return f"{host}{self._path(parts.path, unquote)}"
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        kept = [
            pair
            if self.text(name.strip("$"), text) == text
            else f"{pair.partition('=')[0]}={self._quoted(name, text)}"
            for (name, text), pair in zip(pairs, parts.query.split("&"), strict=True)
        ]
        return f"{host}{self._path(parts.path, unquote)}?{'&'.join(kept)}"

    def _host(self, host: str) -> str:
        if self._hosts is None or host in self._hosts.values():
            return host
        if host not in self._hosts and host not in self._known:
            number = self._counts["host"] = self._counts.get("host", 0) + 1
            self._known[host] = f"host-{number}.example.invalid"
        return self._hosts.get(host) or self._known[host]

    def _member(self, name: str) -> str:
        """The name of a member: those of a customer's devices are the customer's."""
        free = self._hosts is None or name.startswith(("$", "@"))
        return name if free else self.text("member", name)

    def _quoted(self, name: str, text: str) -> str:
        return quote(self.text(name.strip("$"), text), safe="")

    def _path(self, value: str, decode: Callable[[str], str]) -> str:
        """The segments, each named by the one before it."""
        segments = value.split("/")
        for index, segment in enumerate(segments[1:], 1):
            plain = decode(segment)
            shown = self.text(_singular(segments[index - 1]), plain)
            if shown != plain:
                segments[index] = quote(shown, safe="") if decode is unquote else shown
        return "/".join(segments)

    def value(self, kind: str, value: Any) -> Any:
        """A JSON value whose texts may all be shown; `kind` is the name of the member it stands in."""
        if isinstance(value, str):
            return self.text(kind, value)
        if isinstance(value, Mapping):
            members = sorted(value.items(), key=lambda pair: pair[0] in _PROSE)
            shown = {name: self.value(self._kind(kind, self._member(name)), each) for name, each in members}
            return {self._member(name): shown[name] for name in value}
        return [self.value(kind, item) for item in value] if isinstance(value, list) else value

    @staticmethod
    def _kind(outer: str, name: str) -> str:
        return outer if name in ("id", "value") else name

    def body(self, kind: str, content: bytes) -> bytes:
        """A JSON body without what may not be shown."""
        if not content:
            return content
        shown = self.value(kind, json.loads(content))
        return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    def headers(self, kept: Mapping[str, Any]) -> dict[str, Any]:
        """Headers by name, one value or several each."""
        return {name: self.value(name, value) for name, value in kept.items()}

    def authorization(self, value: str) -> str:
        """A credential: who shows it can be told, and nothing else."""
        word = value.partition(" ")[0]
        return f"{word} {self._known.get(value) or self._refer('caller', value)}"


def _in_form(value: str, kind: str, number: int) -> str:
    """A reference that may stand where `value` does: an id of a template, any other id, or a text."""
    if value.startswith("dtmi:"):
        return f"dtmi:{re.sub(r'[^A-Za-z0-9]', '', kind) or 'id'}:shown{number};1"
    return f"{kind.lower()}-{number}" if _ID.fullmatch(value) else f"<{kind}:{number}>"


def _singular(name: str) -> str:
    plain = re.sub(r"\W", "", name)
    return plain[:-1] if plain.endswith("s") else plain or "part"
