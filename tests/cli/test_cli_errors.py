"""What goes wrong is one line on standard error and an exit code that says whose fault it is."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral._core.transport import Request, Response
from iotcentral.cli import app
from iotcentral.cli.app import chosen_version, run
from iotcentral.errors import TransportError
from tests.cli.harness import TOKEN, Result, Shell, Stream, around

HERE = {"IOTC_SUBDOMAIN": "demo", "IOTC_API_TOKEN": TOKEN}


def typed(*arguments: str, environment: dict[str, str] | None = None, transport: Any = None) -> Result:
    streams = around(HERE if environment is None else environment, transport)
    code = run(arguments, streams)
    assert isinstance(streams.stderr, Stream)
    return Result(code, "", streams.stderr.getvalue())


class Answering:
    def __init__(self, answer: Response | Exception) -> None:
        self._answer = answer

    def send(self, request: Request) -> Response:
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer

    def close(self) -> None:
        raise AssertionError("whoever made a transport closes it")


def test_a_refusal_names_operation_status_code_message_and_request_id(shell: Shell) -> None:
    result = shell("devices", "get", "nobody")
    assert result.code == 1
    assert result.err.startswith("iotcentral: Devices_Get answered 404 NotFound: ")
    assert result.err.count("\n") == 1
    assert "(request id: " in result.err


def test_a_message_of_several_lines_is_one(shell: Shell) -> None:
    body = b'{"error": {"code": "InvalidBody", "message": "errors: \\n\\na; \\n\\nb\\u001b[0m"}}'
    result = typed("roles", "list", transport=Answering(Response(400, (), body)))
    assert result == Result(1, "", "iotcentral: Roles_List answered 400 InvalidBody: errors: a; b\\x1b[0m\n")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (TransportError("refused", sent=False), 2),
        (TransportError("timed out", sent=True), 3),
        (Response(200, (("Content-Type", "application/json"),), b"no json"), 3),
    ],
    ids=["not sent", "may have arrived", "unreadable"],
)
def test_no_answer_is_told_from_nothing_sent(answer: Any, code: int) -> None:
    result = typed("devices", "delete" if code == 2 else "get", "d", transport=Answering(answer))
    assert (result.code, result.err.count("\n")) == (code, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("devices", "get"), "Missing argument 'DEVICE_ID'"),
        (("devices", "get", ""), "device_id"),
        (("devices", "get", ".."), "device_id"),
        (("devices", "lst"), "no command `devices lst`; did you mean `list`?"),
        (("device", "list"), "no command `device`; did you mean `devices`?"),
        (("devices", "list", "--fliter", "x"), "No such option"),
        (("devices", "list", "-o", "yaml"), "'yaml' is not one of"),
        (("devices", "list", "--limit", "0"), "0 is not in the range"),
        (("devices", "list", "--limit", "1", "--all"), "exclude each other"),
        (("devices", "list", "--api-version", "1999"), "data-plane has no version '1999'; it has "),
        (("--api-version=1999", "devices", "list"), "data-plane has no version '1999'; it has "),
        (("devices", "create", "x"), "Devices_Create needs a body"),
        (("devices", "create", "x", "--body", "/nowhere.json"), "/nowhere.json: No such file"),
        (("devices", "create", "x", "--set", "name"), "must be NAME=VALUE"),
        (("devices", "create", "x", "--set", "nme=1"), "no such member; there are etag, displayName"),
        (("devices", "create", "x", "--set", "enabled=maybe"), "Expected `bool`"),
        (("devices", "update-properties", "x", "--set", "a=1", "--set", "a.b=1"), "a is no object"),
        (("devices", "list", "--url", "ftp://x"), "application"),
        (("devices", "list", "--url", "http://example.org"), "unencrypted"),
        (("devices", "list", "--connect-to", "a/b"), "connect_to"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_refused_before_anything_is_sent(arguments: tuple[str, ...], said: str) -> None:
    result = typed(*arguments)
    assert result.code == 2
    assert said in result.err
    assert result.err.startswith("iotcentral: ")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("text", ["{", "[1]", '{"enabled": 1}', '{"displayName": NaN}'])
def test_a_body_that_is_none_of_its_kind_is_refused(text: str) -> None:
    streams = around(HERE, None, stdin=text)
    assert run(("devices", "create", "x", "--body", "-"), streams) == 2


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "Set IOTC_SUBDOMAIN, or give --url"),
        ({"IOTC_SUBDOMAIN": "demo"}, "set IOTC_API_TOKEN, or IOTC_BEARER_TOKEN for an Entra token"),
        ({**HERE, "IOTC_BEARER_TOKEN": "x"}, "set one of IOTC_API_TOKEN and IOTC_BEARER_TOKEN, not both"),
        ({**HERE, "IOTC_SUBDOMAIN": "https://demo.azureiotcentral.com/devices"}, "application"),
        ({**HERE, "IOTC_API_TOKEN": "Bearer x"}, "Bearer"),
    ],
)
def test_the_environment_is_checked(environment: dict[str, str], said: str) -> None:
    result = typed("devices", "list", environment=environment)
    assert result.code == 2
    assert said in result.err


def test_a_bearer_token_is_sent_as_one() -> None:
    sent: list[Request] = []

    class Noting(Answering):
        def send(self, request: Request) -> Response:
            sent.append(request)
            return super().send(request)

    answer = Response(200, (("Content-Type", "application/json"),), b'{"value": []}')
    environment = {"IOTC_SUBDOMAIN": "demo", "IOTC_BEARER_TOKEN": "abc"}
    typed("roles", "list", "--connect-to", "127.0.0.1:9", environment=environment, transport=Noting(answer))
    assert ("Authorization", "Bearer abc") in sent[0].headers
    assert sent[0].url.startswith("https://127.0.0.1:9/")
    assert ("Host", "demo.azureiotcentral.com") in sent[0].headers


@pytest.mark.parametrize("option", ["--token", "--api-token", "--bearer-token", "--password"])
def test_no_option_takes_a_secret(option: str) -> None:
    assert "No such option" in typed("devices", "list", option, "x").err


def test_a_command_of_another_version_names_that_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "elsewhere", lambda plane, place: ["2022-10-31-preview"])
    result = typed("dashboards", "list")
    assert result.code == 2
    assert "2022-07-31 has no `dashboards`; add --api-version 2022-10-31-preview" in result.err


@pytest.mark.parametrize(
    ("arguments", "version"),
    [
        (["devices", "list"], None),
        (["devices", "list", "--api-version", "1.0"], "1.0"),
        (["--api-version=1.0", "devices", "list"], "1.0"),
        (["--api-version", "1.0", "x", "--api-version", "2.0"], "2.0"),
        (["devices", "get", "--", "--api-version", "1.0"], None),
        (["--api-version"], None),
    ],
)
def test_the_version_is_known_before_commands_are(arguments: list[str], version: str | None) -> None:
    assert chosen_version(arguments) == version


def test_help_names_the_exit_codes_and_the_environment(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"], around({}, None)) == 0
    out = capsys.readouterr().out
    assert "Exit codes: 0 done" in out
    for name in ("IOTC_SUBDOMAIN", "IOTC_API_TOKEN", "IOTC_BEARER_TOKEN", "AZURE_SUBSCRIPTION_ID"):
        assert name in out
    for tool in ("emulator", "verify", "diff"):
        assert tool in out


def test_nothing_at_all_shows_the_help() -> None:
    result = typed()
    assert result.code == 2
    assert "Usage: iotcentral" in result.err
