"""State in a file, determinism, several applications, the engine's own check."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from iotcentral._core.transport import Request, Response
from iotcentral.emulator import Emulator, Engine, ManualClock, SeededRandomness
from iotcentral.emulator.calls import Call
from iotcentral.emulator.checking import BrokenAnswer
from iotcentral.emulator.documents import Document
from iotcentral.emulator.handlers import HANDLERS
from iotcentral.emulator.replies import Reply
from iotcentral.emulator.sources import Makers
from iotcentral.emulator.store import Store
from tests.emulator.harness import VERSION, Service, documents, new_emulator


@contextmanager
def _engine(**options: Any) -> Iterator[Engine]:
    makers = Makers(ManualClock(), SeededRandomness(1))
    settings: dict[str, Any] = {"applications": ("one", "two"), "check_answers": True}
    with closing(Engine(documents(), Store(), makers, **settings | options)) as engine:
        yield engine


def _send(
    engine: Engine, method: str, host: str, path: str, token: str, body: bytes | None = None
) -> Response:
    url = f"https://{host}/api{path}?api-version={VERSION}"
    return engine.handle(Request(method, url, (("Authorization", token),), body))


def test_state_in_a_file_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with new_emulator(state=path) as first:
        token = first.token
        Service(first).ok("PUT", "/devices/d1", {"displayName": "Hall"})
    with new_emulator(state=path, randomness=SeededRandomness(2)) as second:
        assert second.token == token
        assert Service(second).ok("GET", "/devices/d1")["displayName"] == "Hall"
        assert len(Service(second).ok("GET", "/users")["value"]) == 1


def test_same_seed_and_clock_give_the_same_bytes() -> None:
    def run() -> list[Response]:
        with new_emulator() as emulator:
            calls = [("PUT", "/devices/d"), ("GET", "/devices/d/credentials"), ("GET", "/nothing")]
            return [Service(emulator).call(method, path, {}).response for method, path in calls]

    assert run() == run()


def test_applications_of_one_engine_do_not_see_each_other() -> None:
    with _engine() as engine:
        tokens = {name: engine.administrator_token(name) for name in ("one", "two")}
        _send(engine, "PUT", "one.example", "/devices/d", tokens["one"], b"{}")
        assert _send(engine, "GET", "one.example", "/devices/d", tokens["one"]).status == 200
        assert _send(engine, "GET", "two.example", "/devices/d", tokens["two"]).status == 404
        assert _send(engine, "GET", "two.example", "/devices/d", tokens["one"]).status == 401


def test_address_without_a_name_fits_only_a_single_application() -> None:
    with _engine() as engine:
        token = engine.administrator_token("one")
        assert _send(engine, "GET", "127.0.0.1", "/devices", token).status == 404


def test_administrator_token_is_made_again_when_deleted() -> None:
    with new_emulator() as emulator:
        old = emulator.token
        Service(emulator).ok("DELETE", "/apiTokens/emulator-admin")
        assert emulator.token != old
        Service(emulator).ok("GET", "/devices")


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (Reply(200, {"id": 5}), "should be string"),
        (Reply(200, {"id": "d"}), "should have required property 'enabled'"),
        (Reply(201, {"id": "d"}), "status not named"),
    ],
)
def test_answer_against_the_contract_fails_the_check(reply: Reply, fault: str) -> None:
    with (
        _engine(handlers={"Devices_Get": lambda call: reply}) as engine,
        pytest.raises(BrokenAnswer, match=fault),
    ):
        _send(engine, "GET", "one.example", "/devices/d", engine.administrator_token("one"))


def test_emulators_of_tests_check_their_answers_unasked() -> None:
    assert inspect.signature(Emulator).parameters["check_answers"].default is True


def test_fault_of_a_handler_is_500_and_takes_its_writes_back(caplog: pytest.LogCaptureFixture) -> None:
    def fail(call: Call) -> Reply:
        HANDLERS["Devices_Create"](call)
        raise KeyError("fault")

    with _engine(handlers={**HANDLERS, "Devices_Create": fail}, check_answers=False) as engine:
        token = engine.administrator_token("one")
        answer = _send(engine, "PUT", "one.example", "/devices/d", token, b"{}")
        after = _send(engine, "GET", "one.example", "/devices/d", token)
    assert (answer.status, after.status) == (500, 404)
    assert b'{"code":"InternalServerError","message":"Something went wrong on our end. ' in answer.body
    assert token not in caplog.text


def _snake(id: str) -> str:
    words = re.findall("[A-Z][a-z]*", id)
    return "_".join(words).lower()


@pytest.mark.parametrize("id", list(HANDLERS))
def test_handler_is_named_after_an_operation_of_the_contract(id: str) -> None:
    assert any(id in document.operations for document in documents())
    assert HANDLERS[id].__name__ == _snake(id)


def test_version_that_nobody_asks_for_is_not_read() -> None:
    def never() -> dict[str, object]:
        raise AssertionError("read")

    read = [document for document in documents() if document.version == VERSION]
    with Emulator(documents=[Document.unread("1.0", never), *read]) as emulator, emulator.client() as app:
        assert list(app.devices.list()) == []
