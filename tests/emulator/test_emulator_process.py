"""Every option of the command line does what it says, in a process of its own that is asked over HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from iotcentral.emulator.command_line import parse
from tests.emulator.arm import APP, PREVIEW, PROVIDER, SUBSCRIPTION, body
from tests.emulator.harness import TEMPLATE, template
from tests.emulator.wire import MANAGEMENT, Wire

TOKEN = "SharedAccessSignature sr=mine&sig=mine&skn=mine&se=1"
BEARER = "an Entra token of my own"
NORTH, SOUTH = "north.azureiotcentral.com", "south.azureiotcentral.com"
PUBLIC = "https://emulator.example:8443"
EVERYTHING = {
    "--host": "127.0.0.1",
    "--port": "0",
    "--app": "north",
    "--external-url": PUBLIC,
    "--admin-token": TOKEN,
    "--admin-bearer": BEARER,
    "--auth": "strict",
    "--requests": "strict",
    "--steering": "loopback",
    "--choose": "template_in_use=400",
}


@dataclass(frozen=True)
class Running:
    """A process that serves, what it said, and a way to ask it."""

    said: dict[str, Any]

    def call(self, method: str, path: str, sent: Any = None, *, host: str = NORTH, **headers: str) -> Any:
        given = {"Authorization": TOKEN} | headers
        with Wire(self.said["url"], host) as wire:
            return wire.call(method, path, sent, **given)

    def manage(self, method: str, path: str, sent: Any = None, *, host: str = MANAGEMENT) -> Any:
        target = path if "?" in path else f"{path}?api-version={PREVIEW}"
        return self.call(method, target, sent, host=host, Authorization=f"Bearer {BEARER}")

    def steer(self, method: str, path: str, sent: Any = None, host: str | None = None) -> Any:
        netloc = host or urlsplit(self.said["url"]).netloc
        return self.call(method, f"/_emulator{path}?", sent, host=netloc)


@contextmanager
def started(*arguments: str) -> Iterator[Running]:
    command = [sys.executable, "-m", "iotcentral.emulator", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield Running(json.loads(process.stdout.readline()))
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A process with every option there is."""
    options = [part for pair in EVERYTHING.items() for part in pair]
    state = str(tmp_path_factory.mktemp("process") / "state.db")
    more = ["--app", "south", "--state", state, "--rate-limits", "--deny-create"]
    with started(*options, *more) as process:
        yield process


@pytest.fixture(scope="module")
def plain() -> Iterator[Running]:
    """A process without options, except that it takes any credential."""
    with started("--auth", "lenient") as process:
        yield process


@pytest.fixture
def limited(running: Running) -> Running:
    """The process with its state, its clock and its rate as at first."""
    assert running.steer("POST", "/reset").status < 300
    return running


def test_the_tests_name_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"], "emulator")
    text = Path(__file__).read_text("utf-8")
    named = {word for word in capsys.readouterr().out.replace(",", " ").split() if word.startswith("--")}
    assert [option for option in sorted(named - {"--help"}) if f'"{option}"' not in text] == []


def test_app_names_the_applications_and_others_are_refused(limited: Running) -> None:
    asked = [limited.call("GET", "/api/roles", host=host).status for host in (NORTH, SOUTH)]
    assert asked == [200, 200]
    other = limited.call("GET", "/api/roles", host="west.azureiotcentral.com")
    assert (other.status, other.code) == (404, "NotFound")


def test_applications_have_a_state_each(limited: Running) -> None:
    assert limited.call("PUT", "/api/devices/d", {}, host=NORTH).status == 200
    assert limited.call("GET", "/api/devices/d", host=SOUTH).status == 404


def test_admin_token_and_admin_bearer_are_the_ones_told(limited: Running) -> None:
    assert (limited.said["token"], limited.said["bearer"]) == (TOKEN, BEARER)
    assert limited.call("GET", "/api/users", Authorization=f"Bearer {BEARER}").status == 200
    assert limited.manage("GET", f"{SUBSCRIPTION}{PROVIDER}/iotApps").status == 200


def test_auth_strict_takes_no_other_credential(limited: Running) -> None:
    assert limited.call("GET", "/api/users", Authorization="Bearer other").status == 401


def test_auth_lenient_takes_any(plain: Running) -> None:
    host = urlsplit(plain.said["url"]).netloc
    assert plain.call("GET", "/api/users", host=host, Authorization="Bearer other").status == 200
    assert plain.call("GET", "/api/users", host=host, Authorization="").status == 401


def test_requests_strict_answers_405_with_allow(limited: Running, plain: Running) -> None:
    strict = limited.call("POST", "/api/devices")
    assert (strict.status, strict.headers["allow"]) == (405, "GET")
    assert plain.call("POST", "/api/devices", host="demo.localhost").status == 404


def test_choose_decides_an_open_question(limited: Running) -> None:
    limited.call("PUT", f"/api/deviceTemplates/{TEMPLATE}", template())
    limited.call("PUT", "/api/devices/d", {"template": TEMPLATE})
    assert limited.call("DELETE", f"/api/deviceTemplates/{TEMPLATE}").status == 400


def test_deny_create_refuses_new_applications(limited: Running) -> None:
    denied = limited.manage("PUT", APP, body())
    assert (denied.status, denied.code) == (403, "Forbidden")


def test_rate_limits_answer_429(limited: Running) -> None:
    limited.steer("POST", "/clock/freeze", {})
    heard = [limited.call("GET", "/api/roles") for _ in range(21)]
    assert [answer.status for answer in heard] == [200] * 20 + [429]
    assert heard[-1].headers["retry-after"] == "1"


def test_without_rate_limits_there_are_none(plain: Running) -> None:
    heard = [plain.call("GET", "/api/roles", host="demo.localhost").status for _ in range(40)]
    assert heard == [200] * 40


def test_steering_answers_this_machine_alone(limited: Running, plain: Running) -> None:
    assert limited.steer("GET", "/clock").status == 200
    assert limited.steer("GET", "/clock", host="emulator.example").status == 404
    assert plain.steer("GET", "/clock").status == 404


def test_external_url_begins_links_whatever_the_headers_say(limited: Running) -> None:
    for id in ("a", "b"):
        limited.call("PUT", f"/api/devices/{id}", {})
    first = "/api/devices?api-version=2022-10-31-preview&maxpagesize=1"
    page = limited.call("GET", first, X_Forwarded_Proto="http").json
    assert page["nextLink"].startswith(f"{PUBLIC}/api/devices?")


def test_state_is_there_after_a_restart(tmp_path: Path) -> None:
    options = ("--state", str(tmp_path / "state.db"), "--admin-token", TOKEN, "--admin-bearer", BEARER)
    with started(*options) as first:
        first.call("PUT", "/api/devices/d", {"displayName": "Hall"}, host="demo.localhost")
        created = first.manage("PUT", APP, body()).status
    with started(*options) as second:
        device = second.call("GET", "/api/devices/d", host="demo.localhost").json
        north = second.call("GET", "/api/roles", host="north.localhost", Authorization=f"Bearer {BEARER}")
    assert (created, device["displayName"], north.status) == (201, "Hall", 200)


def test_seed_and_export_are_one_form(tmp_path: Path) -> None:
    seed, exported = tmp_path / "seed.yaml", tmp_path / "state.json"
    request = "{put: /devices/d1, body: {displayName: Hall}}"
    seed.write_text(
        f"format: iotcentral-emulator 1\napplications: {{demo: {{requests: [{request}]}}}}", "utf-8"
    )
    command = [sys.executable, "-m", "iotcentral.emulator"]
    subprocess.run([*command, "--seed", str(seed), "--export", str(exported)], check=True)
    with started("--seed", str(exported), "--admin-token", TOKEN) as process:
        assert process.call("GET", "/api/devices/d1", host="demo.localhost").json["displayName"] == "Hall"
