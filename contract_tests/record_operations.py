"""One cassette an operation of a version: its success, its refusals that a client can provoke, its lists."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import vcr
from vcr.persisters.filesystem import CassetteNotFoundError
from vcr.serialize import serialize

from contract_tests import shapes
from contract_tests.client.arguments import Builder
from contract_tests.client.calling import arguments, call_sync
from contract_tests.client.surfaces import speaking
from contract_tests.front import Front
from contract_tests.matrix import Target, targets
from contract_tests.reading import judge_request
from contract_tests.reading.document import Document
from contract_tests.recordings.scrubbing import Scrubber, texts_of, words_of
from contract_tests.scenarios import things
from contract_tests.scenarios.attempts import Attempt, refusals, request_of, success, table, unprovoked
from contract_tests.scenarios.callers import Stages
from contract_tests.scenarios.lists import FILLED, sizes_of
from contract_tests.scenarios.world import APP, World
from iotcentral import ApiError, BearerToken, IotCentral, IotCentralManagement
from iotcentral.emulator.coverage import coverage
from iotcentral.reference_v1 import IotCentralReference

__all__ = [
    "ANSWER_HEADERS",
    "REQUEST_HEADERS",
    "allowed",
    "digest",
    "kind",
    "path_of",
    "record_operations",
    "recorded_targets",
    "stale",
]

REQUEST_HEADERS = ("accept", "authorization", "content-type", "if-match")
ANSWER_HEADERS = (
    *("azure-asyncoperation", "content-type", "etag", "location", "retry-after"),
    *("x-ms-error-code", "x-ms-request-id"),
)


def recorded_targets() -> list[Target]:
    """Every operation of every version that is served."""
    served = coverage()
    return [one for one in targets() if served[one.document.label][one.operation.id]]


def path_of(folder: Path, target: Target) -> Path:
    """Where the cassette of an operation lies."""
    return folder / target.document.label / f"{target.operation.id}.yaml"


def digest(target: Target) -> str:
    """A text that changes when the document says something else of the operation, its answers included."""
    said = [shapes.of_request(target.document, target.operation)]
    said += [
        shapes.of_answer(target.document, target.operation, status)
        for status in sorted(target.operation.responses)
    ]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def stale(provenance: Mapping[str, Any], target: Target) -> bool:
    """Whether what was recorded was recorded under another contract than the document has now."""
    return bool(provenance.get("contract") != digest(target))


class _Clients:
    """Clients of the served emulators, each made once: what takes long in one is to get ready for TLS."""

    def __init__(self, stages: Stages, url: str) -> None:
        sources = stages.usual.emulator.sources()
        self._options: dict[str, Any] = {"connect_to": url, "retries": None, "sources": sources}
        self._made: dict[tuple[str, str, str], Any] = {}
        self._open = ExitStack()

    def of(self, plane: str, app: str, credential: str) -> Any:
        key = (plane, app, credential)
        if key not in self._made:
            self._made[key] = self._open.enter_context(self._new(*key))
        return self._made[key]

    def _new(self, plane: str, app: str, credential: str) -> Any:
        if plane == "control-plane":
            return IotCentralManagement(BearerToken(credential), **self._options)
        make = IotCentralReference if plane == "reference-v1" else IotCentral
        return make(f"https://{app}.azureiotcentral.com", credential, **self._options)

    def close(self) -> None:
        self._open.close()


def record_operations(folder: Path, front: Front, url: str) -> list[Path]:
    """Write the cassettes of all that is served; those of operations that are no more go."""
    stages, wanted = Stages(), recorded_targets()
    clients = _Clients(stages, url)
    paths = [_Recording(stages, clients, front, target).write(folder, wanted) for target in wanted]
    clients.close()
    for path in set(folder.glob("*/*/*.yaml")) - set(paths):
        path.unlink()
    stages.close()
    return paths


class _Recording:
    """Everything that is recorded of one operation."""

    def __init__(self, stages: Stages, clients: _Clients, front: Front, target: Target) -> None:
        self.stages, self.clients, self.front, self.target = stages, clients, front, target
        self.moment = stages.usual.emulator.steering.clock()
        self.scrubber = Scrubber(allowed(target.document))

    def write(self, folder: Path, wanted: list[Target]) -> Path:
        path = path_of(folder, self.target)
        path.unlink(missing_ok=True)
        recorder = vcr.VCR(record_mode=vcr.mode.ALL, decode_compressed_response=True)
        recorder.register_persister(self)
        with recorder.use_cassette(str(path)):
            self._act(wanted)
        return path

    def _act(self, wanted: list[Target]) -> None:
        good = success(self.target, self.stages.known)
        for attempt in (good, *self._refusals()):
            self._call(self.stages.set(self.target, attempt), attempt)
        for count in sizes_of(self.target, wanted):
            filling = FILLED[self.target.document.plane][self.target.operation.id]
            world = World.of(*filling.steps(count))
            call = success(self.target, {**self.stages.known, **filling.path}).call
            self._call(world, Attempt(f"{count} items", 200, replace(call, query={})))
            world.close()

    def _refusals(self) -> Iterator[Attempt]:
        """The attempts that a client of the contract can make: their requests are right."""
        for attempt in refusals(self.target, self.stages.known):
            request = request_of(self.target, attempt, self._authorization(attempt))
            right = not judge_request(self.target.document, request)
            if right and attempt.status not in unprovoked(self.target):
                yield attempt

    def _authorization(self, attempt: Attempt) -> str:
        return self.stages.authorization(attempt, self.target.document.plane)

    def _call(self, world: World, attempt: Attempt) -> None:
        self.front.emulator = world.emulator
        given = arguments(Builder.of(self.target.document), self.target.operation, attempt.call)
        app = self._client(world, attempt)
        try:
            call_sync(speaking(app, self.target.document), self.target.operation, given)
            status = None
        except ApiError as error:
            status = error.status
        if (status or attempt.status) != attempt.status or (status is None and attempt.status >= 400):
            raise AssertionError(f"{self.target} {attempt.name}: {status} was answered")

    def _client(self, world: World, attempt: Attempt) -> Any:
        plane = self.target.document.plane
        own = world not in self.stages and plane != "control-plane"
        credential = world.emulator.token if own else self.stages.credential(attempt, plane)
        return self.clients.of(plane, attempt.app, credential)

    # --- what vcrpy asks of a persister

    def load_cassette(self, _path: str, serializer: Any) -> Any:
        raise CassetteNotFoundError  # what is recorded is recorded anew

    def save_cassette(self, cassette_path: str, cassette_dict: Mapping[str, Any], serializer: Any) -> None:
        """Write what was recorded, without what must not be shown and with where it comes from."""
        for request, answer in zip(cassette_dict["requests"], cassette_dict["responses"], strict=True):
            self._clean_request(request)
            self._clean_answer(answer)
        provenance = {
            "target": "emulator",
            "document": self.target.document.label,
            "operation": self.target.operation.id,
            "recorded": self.moment.isoformat().replace("+00:00", "Z"),
            "contract": digest(self.target),
        }
        Path(cassette_path).parent.mkdir(parents=True, exist_ok=True)
        Path(cassette_path).write_text(
            serialize({**cassette_dict, "metadata": provenance}, serializer), "utf-8"
        )

    def _clean_request(self, request: Any) -> None:
        sent = {name.lower(): value for name, value in request.headers.items()}
        parts = urlsplit(request.uri)
        request.uri = self.scrubber.url(urlunsplit(("https", sent["host"], parts.path, parts.query, "")))
        kept = {name: sent[name] for name in REQUEST_HEADERS if name in sent}
        kept["authorization"] = self.scrubber.authorization(kept["authorization"])
        request.headers = kept
        if request.body:
            request.body = self.scrubber.body(kind(self.target), request.body)

    def _clean_answer(self, answer: dict[str, Any]) -> None:
        sent = {name.lower(): value for name, value in answer["headers"].items()}
        body = self.scrubber.body(kind(self.target), answer["body"]["string"])
        answer["headers"] = self.scrubber.headers(
            {name: sent[name] for name in ANSWER_HEADERS if name in sent}
        )
        answer["body"] = {"string": body}


def kind(target: Target) -> str:
    """What an `id` in the bodies of an operation is of: `Devices_Get` is of a device."""
    if "Command" in target.operation.id:
        return "command"
    tag = target.operation.tag
    return tag[0].lower() + tag[1:].removesuffix("s")


@functools.cache
def allowed(document: Document) -> frozenset[str]:
    """What may be shown: what the scenarios send, and the words of the document."""
    sent = [table(plane) for plane in FILLED]
    steps = [*things.DATA_PLANE, *things.MANAGEMENT]
    for fillings in FILLED.values():
        for filling in fillings.values():
            steps += filling.steps(min(filling.most, 250))
    written = [(step.path, step.body) for step in steps if isinstance(step, things.Put)]
    pieces = {piece for path, _ in written for piece in path.split("/")}
    media = {"application/json", "application/merge-patch+json", "application/json; charset=utf-8"}
    return frozenset(
        {
            *texts_of(sent),
            *texts_of(written),
            *pieces,
            *words_of(document),
            *media,
            APP,
            document.version,
            "1",
            "10",
        }
    )
