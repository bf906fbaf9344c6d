"""No text of a caller becomes part of a statement or a condition: values are bound, texts are quoted."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral.emulator import store
from iotcentral.emulator.language.filters import quoted
from tests.emulator.harness import TEMPLATE, Service, group_filter, template

PACKAGE = Path(store.__file__).parent
EXECUTING = ("execute", "executemany", "executescript")
ATTACKS = [
    "'; DROP TABLE documents; --",
    "x' OR '1'='1",
    'x" OR $id != "',
    '" OR CONTAINS($id, "") OR $id = "',
    "%",
    "_",
    "d\\",
    "\\' OR 1=1",
    "') UNION SELECT body FROM documents --",
    '$."a"',
    "\u2019; DELETE",
]
_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("'\"\\;%_()"), min_size=1, max_size=20
)
_ONE_STATE = settings(
    max_examples=scaled(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def statements() -> list[tuple[str, ast.expr]]:
    """Every statement that the emulator's code hands to SQLite, with its place."""
    found: list[tuple[str, ast.expr]] = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if is_call and node.func.attr in EXECUTING:  # type: ignore[attr-defined]
                found.append((f"{path.name}:{node.lineno}", node.args[0]))  # type: ignore[attr-defined]
    return found


def _is_written_out(statement: ast.expr) -> bool:
    """Say whether a statement is a literal, or the schema's file as it is."""
    if isinstance(statement, ast.Constant):
        return True
    return isinstance(statement, ast.Call) and "schema.sql" in ast.unparse(statement)


def test_every_statement_is_written_out_in_the_code() -> None:
    made_up = [place for place, statement in statements() if not _is_written_out(statement)]
    assert (len(statements()) > 20, made_up) == (True, [])


@pytest.fixture
def fleet_of_two(service: Service) -> Service:
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    for id in ("d1", "d2"):
        service.ok("PUT", f"/devices/{id}", {"template": TEMPLATE, "displayName": id})
    return service


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_id_is_only_an_id(fleet_of_two: Service, attack: str) -> None:
    path = f"/devices/{quote(attack, safe='')}"
    assert fleet_of_two.call("GET", path).status == 404
    fleet_of_two.ok("PUT", path, {})
    fleet_of_two.ok("DELETE", path)
    assert [each["id"] for each in fleet_of_two.ok("GET", "/devices")["value"]] == ["d1", "d2"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_relationships_end_is_only_an_id(fleet_of_two: Service, attack: str) -> None:
    source = quote(attack, safe="")
    for id in (source, "d1"):
        fleet_of_two.ok("PUT", f"/devices/{id}", {"template": TEMPLATE})
    sent = {"source": attack, "target": "d1"}
    fleet_of_two.ok("PUT", f"/devices/{source}/relationships/r", sent)
    listed = fleet_of_two.ok("GET", f"/devices/{source}/relationships")["value"]
    assert [each["id"] for each in listed] == ["r"]
    assert fleet_of_two.ok("GET", "/devices/d2/relationships")["value"] == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_continuation_token_is_not_taken_for_what_it_says(fleet_of_two: Service, attack: str) -> None:
    query = f"api-version=2022-07-31&%24skiptoken={quote(attack, safe='')}"
    assert fleet_of_two.call("GET", "/devices", query=query).status == 400


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_in_a_filter_is_only_a_text(fleet_of_two: Service, attack: str) -> None:
    condition = f"$displayName = {quoted(attack)}"
    fleet_of_two.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter(condition)})
    assert fleet_of_two.ok("GET", "/deviceGroups/g/devices")["value"] == []
    fleet_of_two.ok("PUT", "/devices/d2", {"template": TEMPLATE, "displayName": attack})
    assert [each["id"] for each in fleet_of_two.ok("GET", "/deviceGroups/g/devices")["value"]] == ["d2"]


@_ONE_STATE
@given(name=_TEXT)
def test_a_filter_finds_just_the_device_of_that_name(fleet_of_two: Service, name: str) -> None:
    kept = fleet_of_two.ok("PUT", "/devices/d2", {"template": TEMPLATE, "displayName": name})["displayName"]
    condition = f"$displayName = {quoted(kept)}"
    fleet_of_two.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter(condition)})
    found = [each["id"] for each in fleet_of_two.ok("GET", "/deviceGroups/g/devices")["value"]]
    assert found == (["d1", "d2"] if kept == "d1" else ["d2"])


@pytest.mark.parametrize("depth", [33, 50_000])
def test_a_filter_that_nests_too_deep_is_refused(service: Service, depth: int) -> None:
    text = "SELECT * FROM devices WHERE " + "(" * depth + "$id = 'a'" + ")" * depth
    answer = service.call("PUT", "/deviceGroups/g", {"displayName": "G", "filter": text})
    assert answer.status == 400


@pytest.mark.parametrize("name", ["displayName", "description", "filter"])
def test_a_body_that_nests_too_deep_is_refused_wherever_it_does(service: Service, name: str) -> None:
    raw = b'{"displayName":"G","%b":%b%b}' % (name.encode(), b"[" * 5_000, b"]" * 5_000)
    answer = service.call("PUT", "/deviceGroups/g", raw=raw)
    assert (answer.status, answer.code) == (400, "InvalidBody")


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_subdomain_is_only_a_name(service: Service, attack: str) -> None:
    url = f"https://{quote(attack, safe='')}.azureiotcentral.com/api/roles?api-version=2022-07-31"
    headers = [("Authorization", service.token), ("Host", f"{attack}.azureiotcentral.com")]
    assert json.loads(service.send("GET", url, headers).response.body)["error"]["code"] == "NotFound"
