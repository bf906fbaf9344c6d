"""Seeds, exports and imports: one form, of the whole state."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral.emulator import StateError
from iotcentral.emulator.__main__ import main
from tests.emulator.harness import (
    Service,
    new_emulator,
)

_HEAD = "format: iotcentral-emulator 1\napplications: "
_SEED = """\
format: iotcentral-emulator 1
applications:
  demo:
    requests:
    - put: /deviceTemplates/dtmi:contoso:thermostat;1
      body:
        "@type": [ModelDefinition, DeviceModel]
        displayName: Thermostat
        capabilityModel:
          "@id": dtmi:contoso:Thermostat;1
          "@type": Interface
          contents:
          - {"@type": Property, name: target, schema: double, writable: true}
    - put: /devices/t1
      version: 2022-05-31
      body: {displayName: 2022-07-31, template: dtmi:contoso:thermostat;1}
    - patch: /devices/t1/properties
      body: {target: 21.5}
"""


def _seed(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "seed.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_seed_makes_its_requests(tmp_path: Path) -> None:
    with new_emulator(seed=_seed(tmp_path, _SEED)) as emulator:
        service = Service(emulator)
        assert service.ok("GET", "/devices/t1")["displayName"] == "2022-07-31"
        assert service.ok("GET", "/devices/t1/properties")["$metadata"]["target"]["desiredValue"] == 21.5


def test_seed_is_not_held_up_by_rate_limits(tmp_path: Path) -> None:
    requests = [{"put": f"/devices/d{number}", "body": {}} for number in range(60)]
    seed = {"format": "iotcentral-emulator 1", "applications": {"demo": {"requests": requests}}}
    with new_emulator(seed=_seed(tmp_path, json.dumps(seed)), rate_limits=True) as emulator:
        assert len([1 for page in Service(emulator).pages("/devices") for _ in page]) == 60


def test_seed_fills_a_new_state_only(tmp_path: Path) -> None:
    options: dict[str, Any] = {"state": tmp_path / "state.db", "seed": _seed(tmp_path, _SEED)}
    with new_emulator(**options) as emulator:
        Service(emulator).ok("DELETE", "/devices/t1")
    with new_emulator(**options) as emulator:
        assert Service(emulator).call("GET", "/devices/t1").status == 404


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Expected `object`, got `null`"),
        ("{", "Input data was truncated"),
        ("a: [", "line 1|line 2"),
        ("format: iotcentral-emulator 2\napplications: {demo: {}}", r"\$.format"),
        (_HEAD + "{}", r"\$.applications"),
        (_HEAD + "{demo: {devices: []}}", "unknown field `devices`"),
        (
            _HEAD + "{demo: {requests: [{put: a, body: {}}]}}",
            r"path such as /devices/tstat-7.*requests\[0\]",
        ),
        (_HEAD + "{none: {}}", "applications.none: .*no application"),
        (
            _HEAD + "{demo: {requests: [{put: /devices/a%20b/c}]}}",
            r"applications.demo.requests\[0\] PUT /devices/a%20b/c: 404",
        ),
        (
            _HEAD
            + "{demo: {requests: [{put: /devices/a, body: {}}, {put: /devices/b, body: {enabled: x}}]}}",
            r"requests\[1\] PUT /devices/b: 400 .*enabled",
        ),
        (
            _HEAD + "{demo: {requests: [{put: /devices/a, body: {x: !!binary YQ==}}]}}",
            r"requests\[0\].body: ",
        ),
        ("\ud800", "surrogates"),
    ],
)
def test_seed_that_cannot_be_used_is_refused_with_its_place(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "seed.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(StateError, match=why if "surrogates" not in why else "utf-8") as refused:
        new_emulator(seed=path)
    assert str(refused.value).startswith(f"{path}: ")


def test_seed_that_is_not_there_is_refused_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--seed", str(tmp_path / "none.yaml")]) == 2
    assert (
        capsys.readouterr().err == f"iotcentral.emulator: {tmp_path}/none.yaml: No such file or directory\n"
    )


def test_seed_that_is_refused_leaves_the_state_as_it_was() -> None:
    with new_emulator() as emulator:
        Service(emulator).ok("PUT", "/devices/before", {})
        before = emulator.export()
        with pytest.raises(StateError):
            emulator.load(_SEED.replace("target: 21.5", "unknown: 1"))
        assert emulator.export() == before


def test_import_takes_the_place_of_all_there_is() -> None:
    with new_emulator() as first, new_emulator() as second:
        Service(second).ok("PUT", "/devices/other", {})
        second.load(first.export())
        assert Service(second).ok("GET", "/devices")["value"] == []


def test_applications_of_the_control_plane_are_exported_too(tmp_path: Path) -> None:
    from iotcentral_rest.control_plane.default_models import App, AppProperties, AppSkuInfo

    with new_emulator() as first, first.management_client() as management, new_emulator() as second:
        properties = AppProperties(subdomain="north")
        wanted = App(location="westeurope", sku=AppSkuInfo(name="ST2"), properties=properties)
        management.apps.begin_create_or_update("s", "g", "north", wanted).wait()
        second.load(first.export())
        with second.management_client() as there:
            assert [app.name for app in there.apps.list_by_subscription("s")] == ["north"]


_TEXT = st.text(max_size=8)


@settings(max_examples=scaled(20))
@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True), _TEXT, max_size=5))
def test_any_names_come_through_an_export(names: dict[str, str]) -> None:
    with new_emulator() as first, new_emulator() as second:
        token = first.token
        for id, name in names.items():
            Service(first).ok("PUT", f"/devices/{id}", {"displayName": name})
        second.load(first.export())
        there = Service(second, token)
        listed = {device["id"]: device["displayName"] for page in there.pages("/devices") for device in page}
        assert listed == names
        assert second.export() == first.export()


def test_state_goes_over_http_where_steering_does() -> None:
    with new_emulator(http_steering="loopback") as emulator:
        Service(emulator).ok("PUT", "/devices/d1", {})
        with emulator.serve() as url:
            import httpx2

            state = httpx2.get(f"{url}/_emulator/state").json()
            Service(emulator).ok("DELETE", "/devices/d1")
            assert httpx2.put(f"{url}/_emulator/state", json=state).status_code == 204
            refused = httpx2.put(f"{url}/_emulator/state", json={"format": "x"})
        assert (refused.status_code, refused.json()["error"]["code"]) == (400, "InvalidBody")
        assert Service(emulator).ok("GET", "/devices/d1")["id"] == "d1"


def test_command_line_exports_what_state_and_seed_give(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seeded = ["--state", str(tmp_path / "s.db"), "--seed", str(_seed(tmp_path, _SEED)), "--export"]
    assert main([*seeded, "-"]) == 0
    printed = capsys.readouterr().out
    assert main([*seeded, str(tmp_path / "e.json")]) == 0
    assert (tmp_path / "e.json").read_text("utf-8") == printed
    with new_emulator() as emulator:
        emulator.load(printed)
        assert Service(emulator).ok("GET", "/devices/t1")["displayName"] == "2022-07-31"


def test_export_that_cannot_be_written_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--export", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"iotcentral.emulator: {tmp_path}: Is a directory\n"
