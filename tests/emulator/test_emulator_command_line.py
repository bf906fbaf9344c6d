"""The command line: what it takes, what it refuses in clear words, what it says when it is ready."""

from __future__ import annotations

import json
import shlex
from typing import Any

import pytest

from iotcentral._core.transport import Request
from iotcentral.emulator import Choices, Emulator
from iotcentral.emulator.__main__ import main
from iotcentral.emulator.command_line import announcement, parse
from tests.emulator.harness import new_emulator


def options(line: str = "") -> dict[str, Any]:
    return parse(shlex.split(line), "emulator")[2]


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("", "apps", ("demo",)),
        ("--app a --app b --app a", "apps", ("a", "b")),
        ("--requests strict", "requests", "strict"),
        ("--auth lenient", "auth", "lenient"),
        ("--rate-limits", "rate_limits", True),
        ("--deny-create", "deny_create", True),
        ("--admin-token 'SharedAccessSignature sr=1'", "admin_token", "SharedAccessSignature sr=1"),
        ("--admin-bearer abc", "admin_bearer", "abc"),
        ("--external-url https://demo.example:8443/", "external_url", "https://demo.example:8443"),
        ("--choose body_etag=true", "choices", Choices(body_etag=True)),
        ("--state /tmp/s.db", "state", "/tmp/s.db"),
        ("--seed s.yaml", "seed", "s.yaml"),
    ],
)
def test_an_option_is_read(line: str, name: str, value: object) -> None:
    assert options(line)[name] == value


def test_every_option_is_one_of_the_emulators() -> None:
    given = options()
    with Emulator(*given.pop("apps"), **given) as emulator:
        assert emulator.app == "demo"


def test_host_and_port_are_read() -> None:
    assert parse(["--host", "::1", "--port", "65535"], "emulator")[:2] == ("::1", 65535)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--port 65536", "argument --port: '65536' is no port: 0 to 65535"),
        ("--port -1", "argument --port: '-1' is no port"),
        ("--port http", "argument --port: 'http' is no port"),
        ("--app A.b", "argument --app: 'A.b' is no subdomain"),
        ("--external-url demo", "argument --external-url: 'demo' is no URL of a server"),
        ("--requests kind", "argument --requests: invalid choice: 'kind'"),
        ("--auth none", "argument --auth: invalid choice: 'none'"),
        ("--choose a=b", "argument --choose: there is no choice 'a'"),
        ("--choose template_in_use=1", "argument --choose: template_in_use is one of 409, 400, not '1'"),
        ("--stat x", "unrecognized arguments: --stat x"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_started(
    capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(shlex.split(line), "emulator")
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert said in told.err.splitlines()[-1]
    assert told.out == ""


def test_a_state_file_that_cannot_be_opened_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    assert main(["--state", str(tmp_path / "none" / "s.db")]) == 2
    assert capsys.readouterr().err == (
        f"iotcentral.emulator: {tmp_path}/none/s.db: unable to open database file\n"
    )


def test_programs_read_one_line_of_json() -> None:
    with new_emulator("a", "b") as emulator:
        line = announcement(emulator, "http://x", for_people=False)
        facts = json.loads(line)
        assert [each["app"] for each in facts["apps"]] == ["a", "b"]
        assert facts["token"] == emulator.token == facts["apps"][0]["token"]
    assert "\n" not in line


def test_people_read_where_it_is_and_what_to_try() -> None:
    with new_emulator() as emulator:
        text = announcement(emulator, "http://127.0.0.1:1", for_people=True)
        assert f"  demo: {emulator.token}" in text.splitlines()
        assert f"  Bearer {emulator.bearer}" in text.splitlines()
    assert "'http://127.0.0.1:1/api/devices?api-version=2022-07-31'" in text


def test_with_several_applications_the_line_to_try_names_one() -> None:
    with new_emulator("a", "b") as emulator:
        assert "-H 'Host: a.azureiotcentral.com'" in announcement(emulator, "http://x", for_people=True)


def test_an_administrators_own_token_is_the_one_that_is_told() -> None:
    with new_emulator(admin_token="SharedAccessSignature mine") as emulator:
        assert emulator.token == "SharedAccessSignature mine"


def test_other_subdomains_are_refused() -> None:
    with new_emulator("a", "b") as emulator:
        url = "https://c.azureiotcentral.com/api/roles?api-version=2022-07-31"
        asked = Request("GET", url, (("Authorization", emulator.token),))
        assert emulator.engine.handle(asked).status == 404
