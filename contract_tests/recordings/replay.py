"""Play a cassette back through the public client: what is sent and what is answered must be recorded."""

from __future__ import annotations

import asyncio
import functools
import json
import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import vcr
import yaml

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import Arguments, arguments, call_async, call_sync
from contract_tests.client.outcome import lossless
from contract_tests.client.surfaces import speaking, surface_of
from contract_tests.reading.answers import json_of
from contract_tests.reading.document import Document
from contract_tests.reading.equality import first_difference
from contract_tests.reading.exchange import Exchange, Request
from contract_tests.reading.exchanges import page_of
from contract_tests.reading.operations import Operation, decoded, operation_of
from contract_tests.reading.requests import query_pairs, typed
from contract_tests.reading.strict_json import read
from contract_tests.reading.violations import Violation
from contract_tests.recordings.cassette import document_of, exchanges, interactions
from contract_tests.recordings.matching import register
from contract_tests.strategies.calls import ABSENT, Call
from contract_tests.strategies.request_form import request_form
from iotcentral import ApiError, DecodeError, InvalidRequest

__all__ = ["NOT_MADE", "Play", "plays", "replay_async", "replay_sync"]

Connect = Callable[[Document, str], Any]
"""Makes a client that speaks a document's plane to a URL."""

Perform = Callable[[Any, Operation, Arguments], Any]

REFUSED = "replay.refused"
UNSPEAKABLE = "replay.unspeakable"
NOT_MADE = (REFUSED, UNSPEAKABLE)
"""Rules of calls that are never sent: the client refuses them, or has no word for what they say."""
_MISSING = re.compile(r"missing required field `(\w+)`(?: - at `\$(.*)`)?")


@dataclass(frozen=True)
class Play:
    """One call of the client, and the exchanges it must go through: several where it follows links."""

    document: Document
    operation: Operation
    call: Call
    exchanges: tuple[Exchange, ...]

    @property
    def where(self) -> str:
        return self.exchanges[0].where


def plays(path: Path) -> list[Play]:
    """The calls that lead to the exchanges of a cassette; pages reached by a link belong to the first."""
    found: list[Play] = []
    open_lists: dict[str, int] = {}
    for exchange in exchanges(path):
        if not asks_an_operation(exchange.request):
            continue  # published with a path that is none: there is nothing to call
        earlier = open_lists.pop(exchange.request.url, None)
        if earlier is None:
            found.append(_play(exchange))
            earlier = len(found) - 1
        else:
            found[earlier] = replace(found[earlier], exchanges=(*found[earlier].exchanges, exchange))
        page = page_of(found[earlier].document, exchange)
        if page is not None and isinstance(page[2], str):
            open_lists[page[2]] = earlier
    return found


def asks_an_operation(request: Request) -> bool:
    return operation_of(document_of(request), request.method, request.path) is not None


def _play(exchange: Exchange) -> Play:
    document = document_of(exchange.request)
    matched = operation_of(document, exchange.request.method, exchange.request.path)
    if matched is None:
        raise LookupError(f"{exchange.where}: no operation of {document.label} is asked")
    operation, raw = matched
    path = {name: decoded(value) or "" for name, value in raw.items()}
    body = read(exchange.request.body) if exchange.request.body else ABSENT
    query, header = _parameters(operation, exchange.request)
    return Play(document, operation, Call(operation.id, path, query, header, body), (exchange,))


def _parameters(operation: Operation, request: Request) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of the query and of the headers that the operation names, without api-version."""
    sent = dict(query_pairs(request.query))
    query = {p.name: typed(p.schema, sent[p.name]) for p in operation.of("query") if p.name in sent}
    query.pop("api-version", None)
    headers = {p.name: request.header(p.name) for p in operation.of("header")}
    return query, {name: value for name, value in headers.items() if value is not None}


@functools.cache
def _trust() -> ssl.SSLContext:
    """Whom the clients trust. Nothing is connected to; to read the certificates costs more than a replay."""
    return ssl.create_default_context()


def replay_sync(path: Path, tmp: Path, connect: Connect | None = None) -> list[Violation]:
    """What differs when the sync client plays the cassette; `connect` makes another client than the usual."""
    with ExitStack() as clients:

        @functools.cache
        def once(document: Document, url: str) -> Any:
            return clients.enter_context(surface_of(document).sync(url, None, verify=_trust()))

        return list(_Player(path, tmp).play(connect or once, call_sync))


def replay_async(path: Path, tmp: Path) -> list[Violation]:
    """The same through the async client."""
    with asyncio.Runner() as runner:
        clients = AsyncExitStack()

        @functools.cache
        def once(document: Document, url: str) -> Any:
            made = surface_of(document).awaited(url, None, verify=_trust())
            return runner.run(clients.enter_async_context(made))

        def call(app: Any, operation: Operation, given: Arguments) -> Any:
            return runner.run(call_async(app, operation, given))

        found = list(_Player(path, tmp).play(once, call))
        runner.run(clients.aclose())
        return found


class _Player:
    """Plays a copy of the cassette in which request bodies stand in the client's request form."""

    def __init__(self, path: Path, tmp: Path) -> None:
        self.plays = plays(path)
        self.name = path.name
        self.tape = tmp / f"{path.stem}.playable.yaml"
        playable = {"version": 1, "interactions": list(self._playable(path))}
        self.tape.write_text(yaml.dump(playable, Dumper=yaml.CSafeDumper), "utf-8")

    def _playable(self, path: Path) -> Iterator[dict[str, Any]]:
        for item in interactions(path):
            if item["response"] is None:
                continue  # published without an answer: there is nothing to play
            request = dict(item["request"])
            if not asks_an_operation(Request(request["method"], request["uri"])):
                continue
            document = document_of(Request(request["method"], request["uri"]))
            matched = operation_of(document, request["method"], _path(request["uri"]))
            if matched is not None and matched[0].body and request.get("body"):
                schema = next(iter(matched[0].body.values()))
                request["body"] = json.dumps(request_form(document, schema, json.loads(request["body"])))
            yield {**item, "request": request}

    def play(self, connect: Connect, perform: Perform) -> Iterator[Violation]:
        player = vcr.VCR(record_mode=vcr.mode.NONE)
        names = register(player)
        with player.use_cassette(str(self.tape), match_on=names, allow_playback_repeats=False) as cassette:
            found = [difference for play in self.plays for difference in self._one(play, connect, perform)]
            yield from found
            not_made = sum(difference.rule in NOT_MADE for difference in found)
            yield from (violation.at(where=self.name) for violation in _all_played(cassette, not_made))

    def _one(self, play: Play, connect: Connect, perform: Perform) -> Iterator[Violation]:
        last = play.exchanges[-1].answer
        try:
            given = _arguments(play)
        except KeyError as error:
            yield _differs(play, "no argument says it", rule=UNSPEAKABLE, pointer=f"/{error.args[0]}")
            return
        try:
            answered = perform(_client(play, connect), play.operation, given)
        except ApiError as error:
            if (error.status, error.code) != (last.status, _code(last)):
                yield _differs(play, f"{error.status} {error.code} is raised, {last.status} was recorded")
        except InvalidRequest as error:
            place = f"/{error.argument.partition('/')[2]}"
            yield _differs(play, f"the client refuses it: {error}", rule=REFUSED, pointer=place)
        except DecodeError as error:
            yield _differs(play, str(error), rule="replay.undecodable", pointer=_undecodable(error))
        except Exception as error:
            said = str(error).replace(str(self.tape), self.tape.name)  # vcrpy names its file
            yield _differs(play, f"{type(error).__name__}: {said}")
        else:
            yield from _compared(play, answered)


def _arguments(play: Play) -> Arguments:
    return arguments(Builder.of(play.document), play.operation, play.call)


def _client(play: Play, connect: Connect) -> Any:
    scheme, host = play.exchanges[0].request.origin
    return speaking(connect(play.document, f"{scheme}://{host}"), play.document)


def _compared(play: Play, answered: Any) -> Iterator[Violation]:
    recorded = [json_of(exchange.answer) for exchange in play.exchanges]
    bodies = answered if play.operation.paging else [answered]
    got = [None if body is None else lossless(body) for body in bodies]
    place = first_difference(recorded, got)
    if place is not None:
        yield _differs(play, f"{got} is answered", pointer=place)


def _undecodable(error: DecodeError) -> str:
    """The pointer to the member that an answer lacks; empty where it is not that."""
    found = _MISSING.search(error.message)
    return f"{(found[2] or '').replace('.', '/')}/{found[1]}" if found else ""


def _path(uri: str) -> str:
    return "/" + uri.split("://", 1)[-1].split("?", 1)[0].partition("/")[2]


def _code(answer: Any) -> Any:
    return ((json_of(answer) or {}).get("error") or {}).get("code")


def _differs(play: Play, message: str, *, rule: str = "replay.differs", pointer: str = "") -> Violation:
    status = play.exchanges[-1].answer.status
    said = message.partition("\n")[0][:400]
    return Violation(rule, said, play.operation.id, status, pointer, play.where, play.document.label)


def _all_played(cassette: Any, not_made: int) -> Iterator[Violation]:
    """vcrpy itself says neither that nothing went through it nor that something is left over."""
    expected = len(cassette) - not_made
    if cassette.play_count == 0 and expected:
        yield Violation("replay.bypassed", "nothing went through vcrpy: the transport hides from it")
    elif cassette.play_count != expected or (cassette.all_played != (not_made == 0)):
        yield Violation(
            "replay.left-over", f"{expected - cassette.play_count} interactions are never asked for"
        )
