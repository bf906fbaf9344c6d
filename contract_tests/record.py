"""Record the emulator: `python -m contract_tests.record [FOLDER]` drives the public client over real HTTP.

Below `<plane>/<version>/` lies one cassette an operation, which tells in its metadata where it comes from;
beside them lie flows, in which one call builds on another. Clock and randomness are fixed, what is written is
reduced to what matters: every run writes the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit, urlunsplit

import vcr

from contract_tests.front import Front
from contract_tests.record_operations import record_operations
from contract_tests.recordings.secrets import AUTHORIZATION, BEARER, scrubbed_json
from contract_tests.scenarios import SCENARIOS, Scenario, Stage
from iotcentral import BearerToken, IotCentral, IotCentralManagement
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness
from iotcentral.emulator.fronts.server import serve_in_thread
from iotcentral.reference_v1 import IotCentralReference

__all__ = ["FOLDER", "page_size", "record", "record_all", "told"]

FOLDER = Path(__file__).resolve().parents[1] / "cassettes" / "emulator"
PUBLIC = "https://demo.azureiotcentral.com"
PAGE_SIZE = 2
"""Small, so that a few items make several pages; every scenario starts with an application of its own."""
WHOLE = {"provider": 25}
"""Scenarios with larger pages: what begins with POST goes on with GET, which no operation declares."""

_REQUEST_HEADERS = ("accept", "authorization", "content-type", "if-match")
_ANSWER_HEADERS = (
    *("azure-asyncoperation", "content-type", "etag", "location", "retry-after"),
    *("x-ms-error-code", "x-ms-request-id"),
)


def record_all(folder: Path = FOLDER) -> list[Path]:
    """Write one cassette a flow and one an operation; files of earlier runs that have neither any more go."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in set(folder.glob("*.yaml")) - {folder / f"{name}.yaml" for name in SCENARIOS}:
        stale.unlink()
    front = Front()
    with serve_in_thread(cast("Any", front), "127.0.0.1", 0) as url:
        flows = [record(name, scenario, folder, front, url) for name, scenario in SCENARIOS.items()]
        return [*flows, *record_operations(folder, front, url)]


def record(name: str, scenario: Scenario, folder: Path, front: Front, url: str) -> Path:
    """Act one scenario on a fresh emulator and write what went over the wire."""
    path = folder / f"{name}.yaml"
    path.unlink(missing_ok=True)

    with _emulator(name) as emulator, ExitStack() as clients:
        front.emulator = emulator
        options: dict[str, Any] = {"connect_to": url, "retries": None, "sources": emulator.sources()}

        def as_caller(token: str) -> IotCentral:
            return clients.enter_context(IotCentral(PUBLIC, token, **options))

        stage = Stage(
            as_caller(emulator.token),
            as_caller,
            clients.enter_context(IotCentralManagement(BearerToken(emulator.bearer), **options)),
            clients.enter_context(IotCentralReference(PUBLIC, emulator.token, **options)),
        )
        with _recorder().use_cassette(str(path)):
            scenario(stage)
    front.emulator = None
    return path


def _emulator(seed: str) -> Emulator:
    return Emulator(
        clock=ManualClock(),
        randomness=SeededRandomness(seed),
        page_size=page_size(seed),
        admin_bearer=BEARER.removeprefix("Bearer "),
    )


def page_size(name: str) -> int:
    return WHOLE.get(name, PAGE_SIZE)


def _recorder() -> Any:
    return vcr.VCR(
        record_mode=vcr.mode.ALL,
        serializer="yaml",
        before_record_request=_clean_request,
        before_record_response=_clean_answer,
        decode_compressed_response=True,
    )


def _clean_request(request: Any) -> Any:
    parts, sent = urlsplit(request.uri), {name.lower(): value for name, value in request.headers.items()}
    # vcrpy cleans a request more than once; what is cleaned already has no header `Host` any more.
    request.uri = urlunsplit(("https", sent.get("host", parts.netloc), parts.path, parts.query, ""))
    request.headers = {name: sent[name] for name in _REQUEST_HEADERS if name in sent}
    if "authorization" in sent:
        bearer = sent["authorization"].startswith("Bearer ")
        request.headers["authorization"] = BEARER if bearer else AUTHORIZATION
    if request.body:
        request.body = scrubbed_json(request.body)
    return request


def _clean_answer(answer: Any) -> Any:
    kept = {name.lower(): value for name, value in answer["headers"].items()}
    headers = {name: kept[name] for name in _ANSWER_HEADERS if name in kept}
    body = {"string": scrubbed_json(answer["body"]["string"])}
    return {"status": answer["status"], "headers": headers, "body": body}


def told(folder: Path, before: Mapping[Path, bytes], made: Sequence[Path]) -> Iterator[str]:
    """What a run changed of the files there were before, and one closing line."""
    changed = [path for path in made if path.read_bytes() != before.get(path)]
    gone = sorted(path for path in before if not path.exists())
    for word, paths in (("changed", changed), ("removed", gone)):
        yield from (f"{word} {path.relative_to(folder)}" for path in paths)
    size = sum(path.stat().st_size for path in made) / 1_000_000
    yield f"record: {len(made)} cassettes, {size:.1f} MB, {len(changed)} changed, {len(gone)} removed"


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else FOLDER
    sys.stdout.write("record: every flow and every operation the emulator serves (about a minute)\n")
    sys.stdout.flush()
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    sys.stdout.writelines(f"{line}\n" for line in told(folder, before, record_all(folder)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
