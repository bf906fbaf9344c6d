"""vcrpy cassettes in YAML, read interaction by interaction; `recording` reads those in JSON.

An interaction whose `response` is an explicit null is a request of which no answer was recorded (the
request-only examples of the documents).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit

import yaml
from yaml.composer import ComposerError

from iotcentral.contract.exchanges import Answer, Exchange, Headers, Request
from iotcentral.contract.findings import Where
from iotcentral.contract.readers.bodies import body_bytes, decompressed
from iotcentral.contract.readers.errors import LARGEST, RecordingError, TooLargeError
from iotcentral.contract.readers.slices import Slice, cut
from iotcentral.contract.values import is_array, is_object

__all__ = ["exchange_of", "read_cassette"]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_cassette(path: Path, name: str | None = None) -> Iterator[Exchange]:
    """Return the exchanges of a cassette, in order.

    Args:
        path: a YAML file.
        name: what findings call the file; the path as given by default.

    Raises:
        RecordingError: the file cannot be read, is broken or no cassette.

    """
    shown = name or str(path)
    for index, raw in enumerate(_from_yaml(path, shown)):
        yield exchange_of(raw, Where(shown, index))


def _interactions(document: Any, shown: str) -> list[Any]:
    if not is_object(document) or "interactions" not in document:
        raise RecordingError(shown, "no vcrpy cassette: there is no `interactions`")
    interactions: Any = document["interactions"] or []
    if not is_array(interactions):
        raise RecordingError(shown, "`interactions` is no list")
    return interactions


def _from_yaml(path: Path, shown: str) -> Iterator[Any]:
    done = 0
    try:
        with path.open(encoding="utf-8") as lines:
            for each in cut(_bounded(lines), LARGEST):
                yield _load(each, shown)
                done += 1
    except (ValueError, _NeedsWholeError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise RecordingError(shown, f"no UTF-8 text: {error}") from error
        yield from _whole(path, shown)[done:]
    except TooLargeError as error:
        raise RecordingError(shown, f"interaction {done}: {error}") from error
    except OSError as error:
        raise RecordingError(shown, f"cannot be read: {error.strerror or error}") from error


def _bounded(lines: TextIO) -> Iterator[str]:
    """Yield lines; one without end comes in parts."""
    return iter(lambda: lines.readline(LARGEST), "")


class _NeedsWholeError(Exception):
    """A slice refers to an anchor of another one."""


def _load(each: Slice, shown: str) -> Any:
    try:
        loaded = yaml.load(each.text, _Loader)  # noqa: S506 - a safe loader
    except ComposerError as error:
        raise _NeedsWholeError from error
    except yaml.YAMLError as error:
        raise RecordingError(shown, _broken(error, each.line)) from error
    return loaded[0] if is_array(loaded) and loaded else loaded


def _whole(path: Path, shown: str) -> list[Any]:
    if path.stat().st_size > 2 * LARGEST:
        raise RecordingError(shown, "not laid out as vcrpy writes it, and too large to be read whole")
    try:
        return _interactions(yaml.load(path.read_text("utf-8"), _Loader), shown)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise RecordingError(shown, _broken(error, 1)) from error
    except (ValueError, RecursionError) as error:  # a date that is none, a mapping nested without end
        raise RecordingError(shown, f"broken YAML: {error}") from error


def _broken(error: yaml.YAMLError, first: int) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    place = f" in line {mark.line + first}, column {mark.column + 1}" if mark is not None else ""
    return f"broken YAML{place}: {problem}"


def exchange_of(raw: Any, where: Where) -> Exchange:
    """Return the exchange of one loaded interaction; raises RecordingError if it is none."""
    try:
        if not is_object(raw):
            raise ValueError("it is no mapping")
        for member in ("request", "response"):
            if member not in raw:
                raise ValueError(f"`{member}` is missing")
        answer = None if raw["response"] is None else _answer(_mapping(raw["response"], "response"))
        return Exchange(where, _request(_mapping(raw["request"], "request")), answer)
    except (ValueError, TooLargeError) as error:
        raise RecordingError(where.file, f"interaction {where.interaction}: {error}") from error


def _mapping(value: Any, name: str) -> Mapping[Any, Any]:
    if not is_object(value):
        raise ValueError(f"`{name}` is no mapping")
    return value


def _text(holder: Mapping[Any, Any], name: str) -> str:
    value = holder.get(name)
    if not isinstance(value, str):
        raise ValueError(f"`{name}` of the request is missing or no text")
    return value


def _url(text: str) -> str:
    try:
        urlsplit(text)
    except ValueError as error:
        raise ValueError(f"`uri` is no URL: {text[:80]!r}") from error
    return text


def _request(raw: Mapping[Any, Any]) -> Request:
    headers = _headers(raw.get("headers"))
    return Request(
        headers=headers,
        body=_body(raw.get("body"), headers),
        method=_text(raw, "method").upper(),
        url=_url(_text(raw, "uri")),
    )


def _answer(raw: Mapping[Any, Any]) -> Answer:
    headers = _headers(raw.get("headers"))
    status = raw.get("status", raw.get("status_code"))
    code = status.get("code") if is_object(status) else status
    if not isinstance(code, int) or isinstance(code, bool):
        raise ValueError("`status` of the response has no number")
    return Answer(headers=headers, body=_body(raw.get("body", raw.get("content")), headers), status=code)


def _headers(raw: Any) -> Headers:
    pairs: list[tuple[str, str]] = []
    for name, values in (raw or {}).items() if is_object(raw) or raw is None else ():
        for value in values if is_array(values) else [values]:
            pairs.append((str(name), value.decode("latin-1") if isinstance(value, bytes) else str(value)))
    return tuple(pairs)


def _body(stored: Any, headers: Headers) -> bytes:
    encoding = next((value for name, value in headers if name.lower() == "content-encoding"), None)
    return decompressed(body_bytes(stored), encoding)
