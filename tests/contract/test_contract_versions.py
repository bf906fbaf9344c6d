"""Which contract an exchange falls under: by host, path and api-version, for every plane and version."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from iotcentral._core import contract_document
from iotcentral.contract.exchanges import Exchange, Request
from iotcentral.contract.library import Library, installed
from iotcentral.contract.report.terminal import closing_line
from tests.contract.cases_control import (
    APP,
    ARM,
    CREATING,
    GROUP,
    POLL,
    PREVIEW,
    app,
    arm,
    patched,
    succeeded,
)
from tests.contract.cases_versions import NEW, OLD, V1, at
from tests.contract.examples import HOST, device, error, exchange, judged, kit, library, only, rules

NAMES = library().names
ELSEWHERE = "https://proxy.example"


def contract_of(url: str) -> str | None:
    found = library().kit_of(Request(headers=(), body=b"", method="GET", url=url))
    return found.contract.name if found else None


@pytest.mark.parametrize("name", NAMES)
def test_a_path_of_a_version_is_found_under_its_plane_and_version(name: str) -> None:
    contract = kit(name).contract
    for host in (f"app.{contract.domain}", contract.domain, "127.0.0.1:8080"):
        for operation in contract.operations.values():
            path = contract.base_path + operation.path.replace("{", "").replace("}", "")
            assert contract_of(f"https://{host}{path}?api-version={contract.version}") == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (f"{HOST}/api/devices", "data-plane/2022-07-31"),
        (f"{HOST}/api/devices?api-version=1.1-preview", "data-plane/2022-07-31"),
        (f"{HOST}/dataExport/exports/a?api-version={OLD}", f"data-plane/{OLD}"),
        (f"{HOST}/system/iothub/devices/a/get-twin", "data-plane/2022-07-31"),
        (f"{HOST}/api/v1", "data-plane/2022-07-31"),
        (f"{HOST}/api/v1/devices", "reference-v1/2022-07-31"),
        (f"{HOST}/api/v1/devices?api-version=1.0", "reference-v1/2022-07-31"),
        (f"{ELSEWHERE}/api/v1/devices?api-version=2022-07-31", "reference-v1/2022-07-31"),
        (f"{ARM}{APP}", "control-plane/2021-06-01"),
        (f"{ARM}{APP}?api-version=2018-09-01", "control-plane/2021-06-01"),
        (f"{ARM}{APP.lower()}?api-version={PREVIEW}", f"control-plane/{PREVIEW}"),
        (f"{ELSEWHERE}{APP}?api-version={PREVIEW}", f"control-plane/{PREVIEW}"),
        (f"{ELSEWHERE}{APP}", None),
        (f"{ELSEWHERE}/api/devices", None),
        (f"{ARM}/subscriptions/s/resourceGroups/rg?api-version=2021-04-01", None),
        (f"{ARM}/subscriptions/s/providers/Microsoft.Devices/IotHubs?api-version=2021-07-02", None),
        ("https://azureiotcentral.com.evil.example/devices", None),
    ],
)
def test_host_and_path_choose_the_plane_and_the_api_version_its_contract(url: str, name: str | None) -> None:
    assert contract_of(url) == name


def test_a_library_of_one_plane_takes_every_path_of_an_application_for_its_own() -> None:
    alone = Library.of([kit().contract])
    request = Request(headers=(), body=b"", method="GET", url=f"{V1}/devices?api-version=2022-07-31")
    assert alone.plane(request) == "data-plane"


def test_a_library_without_the_contract_of_its_default_says_so() -> None:
    with pytest.raises(KeyError):
        Library({}, {"data-plane": "2022-07-31"}).standard("data-plane")


def test_the_installed_library_knows_what_the_generated_package_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed = [tuple(name.split("/")) for name in NAMES]
    versions = SimpleNamespace(
        VERSIONS=[_Version((plane, version)) for plane, version in listed],
        DEFAULT={"data-plane": "2022-07-31", "control-plane": "2021-06-01"},
    )
    monkeypatch.setitem(sys.modules, "iotcentral_rest.versions", versions)
    loaded: list[tuple[str, str]] = []

    def load(plane: str, version: str) -> Any:
        loaded.append((plane, version))
        return kit(f"{plane}/{version}").contract.document

    monkeypatch.setattr(contract_document, "load", load)
    found = installed()
    assert found.names == NAMES
    assert [found.standard(plane).contract.version for plane in ("data-plane", "reference-v1")] == [
        "2022-07-31"
    ] * 2
    assert loaded == [("data-plane", "2022-07-31"), ("reference-v1", "2022-07-31")]


class _Version(tuple[str, str]):
    plane = property(lambda self: self[0])
    version = property(lambda self: self[1])


def test_an_unknown_version_is_judged_by_the_default_of_its_plane() -> None:
    asked = arm("GET", 200, app(), version="2018-09-01")
    assert (only(judged(asked)).rule, only(judged(asked)).operation) == ("request.version", "Apps_Get")


def test_a_report_names_the_contract_of_each_check() -> None:
    report = judged(
        arm("GET", 200, app()), exchange(f"GET {V1}/devices/d1", 404, GONE_V1), exchange("GET /devices/d1")
    )
    assert {check.version for check in report.requests} == {
        "control-plane/2021-06-01",
        "reference-v1/2022-07-31",
        "data-plane/2022-07-31",
    }


GONE_V1 = {"error": {"code": "NotFound", "message": "m"}}


def test_an_operation_of_two_versions_is_two_operations() -> None:
    both = (at("1.0", "GET /devices/d1", 200, device()), at(NEW, "GET /devices/d1", 200, device()))
    assert closing_line(judged(*both)).startswith("contract: 2 operations, 4 checks")


# --- 1.0: upstream declares no errors, its operations have no catch-all


def test_a_status_version_1_does_not_name_is_reported_and_its_body_not_judged() -> None:
    assert rules(judged(at("1.0", "GET /devices/d1", 418, {"what": 1}))) == ["error.status"]


def test_an_error_version_1_names_is_judged_with_its_body() -> None:
    assert rules(judged(at("1.0", "GET /devices/d1", 404, {"what": 1}))) == [
        "answer.required",
        "answer.unknown-member",
    ]


@pytest.mark.parametrize("version", ["1.0", "2022-05-31", OLD, "2022-07-31", NEW])
def test_an_error_without_the_code_header_keeps_the_contract_of_any_version(version: str) -> None:
    assert judged(at(version, "GET /devices/d1", 404, error())).findings == []


def test_an_answer_is_judged_by_the_version_asked_for() -> None:
    answered = device(type=["iotEdge"])
    assert judged(at(NEW, "GET /devices/d1", 200, answered)).findings == []
    assert rules(judged(at("2022-07-31", "GET /devices/d1", 200, answered))) == ["answer.unknown-member"]


# --- If-Match: declared in one version, ignored in the others


@pytest.mark.parametrize("version", ["1.0", "2022-05-31", OLD, "2022-07-31", NEW])
def test_if_match_is_no_fault_in_any_version(version: str) -> None:
    sent = {"If-Match": '"1"'}
    patch = at(version, "PATCH /devices/d1", 200, device(), body={"displayName": "One"}, sent=sent)
    assert judged(patch).findings == []


# --- the control plane


@pytest.mark.parametrize("path", [APP.replace("iotApps", "IoTApps"), APP.lower(), APP.upper()])
def test_resource_manager_reads_paths_without_regard_to_case(path: str) -> None:
    assert judged(arm("GET", 200, app(), path=path)).findings == []


def test_the_data_plane_reads_paths_with_regard_to_case() -> None:
    assert rules(judged(exchange("GET /Devices/d1", 200, device()))) == ["request.path"]


def test_asking_after_long_running_work_is_counted_and_not_judged() -> None:
    asked = exchange(f"GET {POLL}", 200, {"status": "Succeeded"})
    report = judged(CREATING, asked, asked, succeeded())
    assert (report.interactions, report.polls, report.judged, report.findings) == (4, 2, 2, [])
    assert "2 polls not judged (4 interactions in 1 recording)" in closing_line(report)


def test_a_public_name_in_the_url_to_ask_after_is_followed_behind_a_proxy() -> None:
    asked = exchange(f"GET {POLL.replace(ARM, ELSEWHERE)}", 200, {"status": "Succeeded"})
    assert judged(CREATING, asked).polls == 1


def test_an_operation_url_nobody_gave_is_a_path_of_no_operation() -> None:
    assert rules(judged(exchange(f"GET {POLL}&api-version={PREVIEW}", 200, {"status": "Succeeded"}))) == [
        "request.path"
    ]


@pytest.mark.parametrize("url", ["https://[::1/a", "relative", ""])
def test_a_broken_url_to_ask_after_is_none(url: str) -> None:
    assert rules(judged(patched({"Azure-AsyncOperation": url}))) == ["answer.header"]


def test_a_list_that_begins_with_a_post_goes_on_with_get() -> None:
    path = "/subscriptions/s/providers/Microsoft.IoTCentral/appTemplates"
    link = f"{ARM}{path}?api-version=2021-06-01&$skiptoken=a"
    first = arm("POST", 200, {"value": [], "nextLink": link}, path=path)
    second = exchange(f"GET {link}", 200, {"value": []})
    assert judged(first, second).findings == []
    assert rules(judged(second)) == ["request.method"]


def test_a_name_in_another_case_is_the_same_application() -> None:
    read = arm("GET", 200, app(), path=APP.replace("app1", "APP1"))
    listed = arm("GET", 200, {"value": [app()]}, path=f"{GROUP}/IoTApps")
    assert judged(read, listed).findings == []


# --- the documented-only surface


def test_a_list_without_links_is_whole_on_its_one_page() -> None:
    listed: Exchange = exchange(f"GET {V1}/devices", 200, {"devices": []})
    item = {key: value for key, value in device(template="t").items() if key != "etag"}
    assert rules(judged(exchange(f"GET {V1}/devices/d1", 200, item), listed)) == ["paging.item-lost"]
