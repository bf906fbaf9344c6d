"""Commands end to end, against the emulator in process."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import Result, Shell, Stream
from tests.emulator.harness import ADMINISTRATOR, TEMPLATE

DEVICES = ("devices", "list")
NEW_TOKEN = ("api-tokens", "create", "t1", "--set", f'roles=[{{"role": "{ADMINISTRATOR}"}}]')


def ids(result: Result, form: str) -> list[str]:
    if form == "json":
        return [each["id"] for each in result.json]
    if form == "jsonl":
        return [json.loads(line)["id"] for line in result.out.splitlines()]
    if form == "csv":
        return [each["id"] for each in csv.DictReader(io.StringIO(result.out))]
    return [line.split()[0] for line in result.out.splitlines()[1:]]


COLUMNS = "id,etag,displayName,template,enabled,provisioned,simulated,organizations\n"


def clear(shell: Shell) -> None:
    for number in range(3):
        shell("devices", "delete", f"d{number}")


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_list_holds_the_items_of_all_pages_in_every_form(shell: Shell, form: str) -> None:
    result = shell(*DEVICES, "-o", form)
    assert (result.code, ids(result, form), result.err) == (0, ["d0", "d1", "d2"], "")


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_limit_stops_there_in_every_form(shell: Shell, form: str) -> None:
    assert ids(shell(*DEVICES, "-o", form, "--limit", "2"), form) == ["d0", "d1"]


def test_no_page_past_the_limit_is_asked_for(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    answer = shell.emulator.steering.answer
    monkeypatch.setattr(
        shell.emulator.steering, "answer", lambda request: (sent.append(request.url), answer(request))[1]
    )
    shell(*DEVICES, "--limit", "2")
    assert len(sent) == 1


def test_a_table_stops_after_a_hundred_and_says_so(shell: Shell) -> None:
    with shell.emulator.client() as app:
        from iotcentral.models import Device

        for number in range(100):
            app.devices.create(f"m{number:03}", Device())
    some, every = shell(*DEVICES, "-o", "table"), shell(*DEVICES, "-o", "table", "--all")
    assert (len(ids(some, "table")), len(ids(every, "table"))) == (100, 103)
    assert some.err == "iotcentral: stopped after 100 items; --all goes on, --limit N says how far\n"
    assert every.err == ""


@pytest.mark.parametrize(("terminal", "start"), [(True, "id "), (False, "[\n")])
def test_the_default_form_is_a_table_on_a_terminal_and_json_elsewhere(
    shell: Shell, terminal: bool, start: str
) -> None:
    assert shell(*DEVICES, terminal=terminal).text.startswith(start)


@pytest.mark.parametrize(("form", "out"), [("json", "[]\n"), ("jsonl", ""), ("table", "")])
def test_an_empty_list_is_empty_in_every_form(shell: Shell, form: str, out: str) -> None:
    clear(shell)
    result = shell(*DEVICES, "-o", form)
    assert (result.code, result.out) == (0, out)


def test_an_empty_list_as_csv_still_has_the_columns_of_the_contract(shell: Shell) -> None:
    clear(shell)
    assert shell(*DEVICES, "-o", "csv").out == COLUMNS


def test_one_resource_comes_as_an_object(shell: Shell) -> None:
    assert shell("devices", "get", "d1").json["displayName"] == "Device 1"


def test_one_resource_as_a_table_has_a_line_a_member(shell: Shell) -> None:
    lines = [line.split(maxsplit=1) for line in shell("devices", "get", "d1", "-o", "table").out.splitlines()]
    assert ["displayName", "Device 1"] in lines
    assert ["simulated", "false"] in lines


def test_one_resource_as_csv_has_the_columns_of_its_list(shell: Shell) -> None:
    one, many = shell("devices", "get", "d0", "-o", "csv"), shell(*DEVICES, "-o", "csv")
    assert one.out.splitlines()[0] == many.out.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (("--body", "-"), '{"displayName": "Hall", "simulated": true}'),
        (("--set", "displayName=Hall", "--set", "simulated=true"), ""),
        (("--body", "-", "--set", "simulated=true"), '{"displayName": "Hall", "simulated": false}'),
    ],
    ids=["standard input", "members", "both"],
)
def test_a_body_comes_from_standard_input_or_members(
    shell: Shell, arguments: tuple[str, ...], stdin: str
) -> None:
    made = shell("devices", "create", "new", *arguments, stdin=stdin).json
    assert (made["displayName"], made["simulated"]) == ("Hall", True)


def test_a_body_comes_from_a_file(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "body.json"
    path.write_text('{"displayName": "Höhe"}', "utf-8")
    assert shell("devices", "update", "d0", "--body", str(path)).json["displayName"] == "Höhe"


def test_what_was_read_can_be_changed_and_written_back(shell: Shell) -> None:
    read = shell("devices", "get", "d0").out
    assert (
        shell("devices", "update", "d0", "--body", "-", "--set", "enabled=false", stdin=read).json["enabled"]
        is False
    )


def test_a_text_member_stays_text_and_others_are_json(shell: Shell) -> None:
    assert shell("devices", "create", "new", "--set", "displayName=12").json["displayName"] == "12"


def test_free_form_members_are_json_if_they_read_as_json(shell: Shell) -> None:
    shell("devices", "update-properties", "d0", "--set", "target=21.5", "--set", "pump.speed=3")
    properties = shell("devices", "get-properties", "d0").json
    assert properties["$metadata"]["target"]["desiredValue"] == 21.5
    assert properties["pump"]["$metadata"]["speed"]["desiredValue"] == 3


def test_a_deletion_says_nothing(shell: Shell) -> None:
    assert shell("devices", "delete", "d0") == Result(0, "", "")
    assert shell("devices", "get", "d0").code == 1


def test_an_id_goes_into_the_path_as_it_is(shell: Shell) -> None:
    assert shell("device-templates", "get", TEMPLATE).json["@id"] == TEMPLATE
    shell("devices", "create", "a/b c%", "--set", "displayName=odd")
    assert shell("devices", "get", "a/b c%").json["id"] == "a/b c%"


def test_an_id_that_begins_with_a_dash_follows_two(shell: Shell) -> None:
    assert shell("devices", "create", "--set", "displayName=odd", "--", "-o").json["id"] == "-o"


def test_members_the_contract_does_not_name_are_sent_and_told(shell: Shell) -> None:
    result = shell("devices", "create", "new", "--body", "-", stdin='{"displyName": "x"}')
    assert result.code == 0
    assert result.err == "iotcentral: sent as they are, the contract does not name them: body/displyName\n"


def test_secrets_are_masked_until_asked_for(shell: Shell) -> None:
    masked, shown = (
        shell("devices", "get-credentials", "d0"),
        shell("devices", "get-credentials", "d0", "--show-secrets"),
    )
    assert masked.json["symmetricKey"] == {"primaryKey": "*****", "secondaryKey": "*****"}
    assert masked.err == "iotcentral: secrets are masked; --show-secrets shows them\n"
    assert "*" not in shown.out
    assert shown.err == ""


def test_a_secret_shown_only_once_is_not_made_to_be_hidden(shell: Shell) -> None:
    result = shell(*NEW_TOKEN)
    assert result.code == 2
    assert "--show-secrets" in result.err
    assert [each["id"] for each in shell("api-tokens", "list").json] == ["emulator-admin"]
    assert shell(*NEW_TOKEN, "--show-secrets").json["token"].startswith("SharedAccessSignature ")


def test_a_masked_secret_is_not_written_back(shell: Shell) -> None:
    masked = shell("devices", "get-credentials", "d0").json["symmetricKey"]
    body = json.dumps({"type": "symmetricKey", "symmetricKey": masked})
    result = shell("devices", "create-attestation", "d0", "--body", "-", stdin=body)
    assert result.code == 2
    assert "body/symmetricKey/primaryKey" in result.err
    assert "masked-secret" in result.err


def test_control_characters_of_names_do_not_reach_the_terminal(shell: Shell) -> None:
    name = "a\x1b[31m\x9b\u202e[b]"
    shell("devices", "create", "d0", "--body", "-", stdin=json.dumps({"displayName": name}))
    for form in ("table", "json", "jsonl"):
        out = shell("devices", "get", "d0", "-o", form, terminal=True).text
        assert not {"\x1b", "\x9b"} & set(out)
    assert "\\x1b[31m\\x9b\\u202e[b]" in shell(*DEVICES, "-o", "table", terminal=True, columns=200).text


def test_json_stays_json_where_the_encoding_lacks_a_character(shell: Shell) -> None:
    shell("devices", "create", "d0", "--set", "displayName=日本")
    result = shell("devices", "get", "d0", encoding="ascii")
    assert result.out.isascii()
    assert result.json["displayName"] == "日本"


@pytest.mark.parametrize("columns", [30, 44, 80, 120])
def test_a_table_fits_the_terminal(shell: Shell, columns: int) -> None:
    shell("devices", "create", "x" * 40, "--set", "displayName=" + "y" * 90)
    out = shell(*DEVICES, terminal=True, columns=columns).text
    assert max(len(line) for line in out.splitlines()) <= columns


def test_columns_that_find_no_room_are_named(shell: Shell) -> None:
    assert "not shown: " in shell(*DEVICES, terminal=True, columns=40).err


class Closed(Stream):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_reader_that_went_away_ends_it_quietly(shell: Shell) -> None:
    assert shell(*DEVICES, stdout=Closed()) == Result(141, "", "")


def interrupted(*_: Any) -> Any:
    raise KeyboardInterrupt


def test_an_interruption_is_one_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell.emulator.steering, "answer", interrupted)
    assert shell(*DEVICES) == Result(130, "", "iotcentral: interrupted\n")
