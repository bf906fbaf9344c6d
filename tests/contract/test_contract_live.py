"""`iotcentral verify server`: what stays when it is broken off, how fast it asks, who sees the token."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import StringIO

import pytest
from msgspec.structs import replace

from iotcentral import Sources
from iotcentral.emulator import Emulator, Fault, ManualClock
from tests.contract.test_contract_verify_server import GA, TOKEN, run, serving

WRITES = (*GA, "--emulator", "--allow-writes")


@pytest.fixture
def emulator() -> Iterator[tuple[Emulator, str]]:
    with Emulator() as started, started.serve() as url:
        with started.client() as app:
            list(app.roles.list())  # the application is set up when it is first asked for
        started.steering.calls.clear()
        yield started, url


def written(emulator: Emulator) -> list[tuple[str, str]]:
    calls = emulator.steering.calls.all()
    return [(call.method, call.path) for call in calls if call.method not in ("GET", "POST")]


def remaining(emulator: Emulator) -> list[str]:
    """Paths of what was made and not removed."""
    made = {path for method, path in written(emulator) if method == "PUT" and "/properties" not in path}
    removed = {path for method, path in written(emulator) if method == "DELETE"}
    return sorted(made - removed)


def interrupt() -> None:
    raise KeyboardInterrupt


def terminate() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def fall_over() -> None:
    raise RuntimeError("a bug")


@pytest.mark.parametrize(
    ("blow", "error"),
    [(interrupt, KeyboardInterrupt), (terminate, KeyboardInterrupt), (fall_over, RuntimeError)],
    ids=["Ctrl-C", "SIGTERM", "bug"],
)
@pytest.mark.parametrize(
    "operation", ["DeviceTemplates_Create", "Devices_CreateRelationship", "Devices_Remove"]
)
def test_what_was_made_is_removed_when_it_is_broken_off(
    emulator: tuple[Emulator, str], operation: str, blow: Callable[[], None], error: type[BaseException]
) -> None:
    started, url = emulator
    before = started.export()
    struck: list[str] = []

    def monotonic() -> float:
        asked = [call.operation for call in started.steering.calls.all()]
        if operation in asked and not struck:
            struck.append(operation)
            blow()
        return 0.0

    sources = replace(Sources(), monotonic=monotonic, sleep=lambda _: None)
    with pytest.raises(error):
        run(url, *WRITES, token=started.token, sources=sources)
    assert (struck, remaining(started)) == ([operation], [])
    assert started.export() == before


@pytest.mark.parametrize(
    "fault",
    [
        Fault(operation="Devices_Create", drop="after"),
        Fault(operation="Devices_Create", drop="before"),
        Fault(operation="Devices_Update", truncate=3),
        Fault(operation="DeviceGroups_Create", status=302, headers={"Location": "https://evil.example/"}),
        Fault(operation="Devices_GetRelationship", status=401),
    ],
    ids=["lost-answer", "lost-request", "half-an-answer", "redirect", "401"],
)
def test_what_was_made_is_removed_when_the_server_breaks(
    emulator: tuple[Emulator, str], fault: Fault
) -> None:
    started, url = emulator
    before = started.export()
    started.steering.faults.add(fault)
    code, _, err = run(url, *WRITES, token=started.token)
    assert (code, "left behind" in err) == (2, False), err
    assert started.export() == before


def test_what_cannot_be_removed_is_named(emulator: tuple[Emulator, str]) -> None:
    started, url = emulator
    started.steering.faults.add(Fault(operation="Devices_Remove", status=500, count=None))
    code, _, err = run(url, *WRITES, token=started.token)
    assert code == 2
    assert "left behind, to be removed by hand: /devices/verify-abc-below, /devices/verify-abc" in err


def test_a_second_interruption_names_what_is_left(emulator: tuple[Emulator, str]) -> None:
    started, url = emulator

    def monotonic() -> float:
        if [call for call in started.steering.calls.all() if call.operation == "Devices_Create"]:
            raise KeyboardInterrupt
        return 0.0

    said = StringIO()
    sources = replace(Sources(), monotonic=monotonic, sleep=lambda _: None)
    with pytest.raises(KeyboardInterrupt):
        run(url, *WRITES, token=started.token, sources=sources, err=said)
    assert "interrupted; left behind, to be removed by hand: /devices/verify-abc" in said.getvalue()


def test_what_the_token_may_not_make_is_left_out_and_noted(emulator: tuple[Emulator, str]) -> None:
    started, url = emulator
    started.steering.faults.add(Fault(operation="DeviceTemplates_Create", status=403))
    code, out, err = run(url, *WRITES, token=started.token)
    assert (code, err) == (0, ""), out
    assert "/deviceTemplates/dtmi:iotcentral:verifyabc;1: not made, the server answers 403" in out
    assert "/deviceGroups/verify-abc: not made, since what it needs is not there" in out


def busy(emulator: Emulator, retry_after: str | None, count: int | None = 1) -> None:
    headers = {"Retry-After": retry_after} if retry_after else {}
    body = {"error": {"code": "TooManyRequests", "message": "Later."}}
    emulator.steering.faults.add(
        Fault(operation="Devices_List", status=429, headers=headers, body=body, count=count)
    )


NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "count", "waited"),
    [
        ("3", 1, [3.0]),
        ("7", 2, [7.0, 7.0]),
        (format_datetime(NOW.replace(second=12), usegmt=True), 1, [12.0]),
        (None, 5, [1.0, 2.0, 4.0, 8.0, 8.0]),
    ],
    ids=["seconds", "twice", "date", "unsaid"],
)
def test_a_busy_server_is_waited_for_as_long_as_it_says(
    emulator: tuple[Emulator, str], said: str | None, count: int, waited: list[float]
) -> None:
    started, url = emulator
    busy(started, said, count)
    slept: list[float] = []
    moments = iter(range(1_000_000))  # never two requests in a second, so that none waits for its turn
    sources = replace(
        Sources(), now=NOW.timestamp, monotonic=lambda: float(next(moments)), sleep=slept.append
    )
    code, out, err = run(url, *GA, "--emulator", "--patience", "1000", token=started.token, sources=sources)
    assert (code, err, slept) == (0, "", waited), out


@pytest.mark.parametrize(("said", "count"), [("61", 1), ("20", None), (None, None)])
def test_a_server_that_stays_busy_is_given_up(
    emulator: tuple[Emulator, str], said: str | None, count: int | None
) -> None:
    started, url = emulator
    busy(started, said, count)
    passed = [0.0]
    sources = replace(
        Sources(),
        monotonic=lambda: passed[0],
        sleep=lambda seconds: passed.append(passed.pop() + seconds),
    )
    code, _, err = run(url, *GA, "--emulator", token=started.token, sources=sources)
    assert (code, "GET" in err, "too many requests (429)" in err) == (2, True, True)
    assert passed[0] <= 60.0


def test_a_server_that_counts_is_never_asked_too_fast() -> None:
    with Emulator(clock=ManualClock(), rate_limits=True) as emulator, emulator.serve() as url:
        clock, slept = emulator.steering.clock, list[float]()

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            clock.advance(timedelta(seconds=seconds))

        sources = replace(Sources(), monotonic=lambda: clock().timestamp(), sleep=sleep)
        code, out, err = run(url, *WRITES, token=emulator.token, sources=sources)
        statuses = [call.status for call in emulator.steering.calls.all()]
    assert (code, err, 429 in statuses) == (0, "", False), out
    assert (len(statuses) > 40, sum(slept) >= 2.0) == (True, True)


def test_reading_stops_at_its_limit_and_says_so(emulator: tuple[Emulator, str]) -> None:
    started, url = emulator
    code, out, _ = run(url, *GA, "--emulator", "--max-requests", "5", token=started.token)
    assert code == 0
    assert "stopped reading after 5 requests (--max-requests)" in out
    assert len(started.steering.calls.all()) == 5


@pytest.mark.parametrize("name", ["items", "pages", "max-requests", "timeout", "patience"])
@pytest.mark.parametrize("value", ["0", "-1", "many", "nan"])
def test_a_limit_that_is_none_is_refused(name: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("https://contoso.example", *GA, f"--{name}={value}")
    assert (stopped.value.code, f"--{name}" in capsys.readouterr().err) == (2, True)


CONTROL, REFERENCE = (
    ("--api-version", "control-plane/2021-06-01"),
    ("--api-version", "reference-v1/2022-07-31"),
)
PLACE = ("--subscription", "s")


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (CONTROL, {"IOTC_BEARER_TOKEN": "t"}, "needs --subscription"),
        ((*CONTROL, *PLACE), {"IOTC_API_TOKEN": TOKEN}, "takes Entra tokens only"),
        ((*CONTROL, *PLACE, "--allow-writes"), {"IOTC_BEARER_TOKEN": "t"}, "applications cost"),
        ((*GA, *PLACE), {"IOTC_API_TOKEN": TOKEN}, "are of the control-plane"),
        ((*GA, "--resource-group", "g"), {"IOTC_API_TOKEN": TOKEN}, "are of the control-plane"),
        (("--api-version", "control-plane/2022-07-31"), {}, "there is no 'control-plane/2022-07-31'"),
        (("--api-version", "plane"), {}, "control-plane/2021-06-01"),
    ],
)
def test_a_plane_says_what_it_needs(
    arguments: tuple[str, ...], environment: dict[str, str], said: str
) -> None:
    code, _, err = run("https://contoso.example", *arguments, environment=environment)
    assert (code, said in err) == (2, True), err


@pytest.mark.parametrize(
    ("arguments", "environment", "path", "authorization"),
    [
        (GA, {"IOTC_API_TOKEN": TOKEN}, "/api/", TOKEN),
        (GA, {"IOTC_BEARER_TOKEN": "t"}, "/api/", "Bearer t"),
        (REFERENCE, {"IOTC_API_TOKEN": TOKEN}, "/api/v1/", f"Bearer {TOKEN}"),
        (
            (*CONTROL, *PLACE),
            {"IOTC_BEARER_TOKEN": "t", "IOTC_API_TOKEN": TOKEN},
            "/subscriptions/s/",
            "Bearer t",
        ),
        (
            ("--api-version", "2021-06-01"),
            {"IOTC_BEARER_TOKEN": "t", "AZURE_SUBSCRIPTION_ID": "s"},
            "/subscriptions/s/",
            "Bearer t",
        ),
    ],
    ids=["api-token", "entra", "reference", "control", "version-alone"],
)
def test_each_plane_is_asked_where_it_is_and_with_its_own_credential(
    arguments: tuple[str, ...], environment: dict[str, str], path: str, authorization: str
) -> None:
    with serving(
        lambda connection: connection.sendall(b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n")
    ) as server:
        run(server.url, *arguments, environment=environment)
    head = server.received[0].decode()
    assert head.startswith(f"GET {path}")
    assert f"\r\nAuthorization: {authorization}\r\n" in head
