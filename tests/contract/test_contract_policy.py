"""The policy table: what breaks the contract for whom."""

from __future__ import annotations

import pytest

from iotcentral._core import transport
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.findings import Where
from iotcentral.contract.policy import load_policy
from tests.contract.examples import (
    D1,
    DELETE,
    HOST,
    VERSION,
    device,
    error,
    exchange,
    get,
    judged,
    only,
    put,
    rules,
    without,
)

ENUM = exchange(
    "GET /fileUploads",
    200,
    {"connectionString": "a", "container": "b", "sasTtl": "PT1H", "state": "lost", "etag": "1"},
)
NOT_SERVED = exchange("GET /devices/d1", 501, error("NotImplemented"))
BAD_PUT = {"displayName": 5}


@pytest.mark.parametrize(
    ("broken", "verdict"),
    [
        (get(displayName=5), "broken"),
        (exchange("GET /devices/d1", 206, device()), "broken"),
        (exchange("GET /devices", 200, {"value": [], "nextLink": ""}), "broken"),
        (get(extra=1), "drift"),
        (ENUM, "drift"),
        (exchange("GET /devices/d1", 418, error("Teapot")), "drift"),
        (exchange("GET /devices/d1", 404, error("Gone")), "drift"),
        (exchange("GET /devices/d1", 200, without("enabled")), "drift"),
        (exchange("GET /devices/d1", 200, device(id="d2")), "drift"),
        (exchange("POST /devices/d1", 404, error()), "drift"),
    ],
)
def test_others_recordings_break_the_contract_or_drift_by_the_table(broken: object, verdict: str) -> None:
    assert only(judged(broken, target="foreign")).verdict == verdict  # type: ignore[arg-type]


def test_drift_leaves_the_contract_kept() -> None:
    report = judged(get(extra=1), target="foreign")
    assert (len(report.broken), len(report.drift)) == (0, 1)


def test_drift_is_broken_when_sealed() -> None:
    report = judged(get(extra=1), target="foreign", sealed=True)
    assert (len(report.broken), len(report.drift)) == (1, 0)


def test_our_own_recordings_know_no_drift() -> None:
    assert all(rule.own == "broken" for rule in load_policy().rules.values())


def test_a_request_of_our_client_breaks_the_contract_in_anybody_s_recording() -> None:
    request = exchange(
        "POST /devices/d1", 404, error(), sent={"User-Agent": "iotcentral/0.1.0 python/3.11.7"}
    )
    assert only(judged(request, target="foreign")).verdict == "broken"


@pytest.mark.parametrize("status", [405, 413, 415, 501])
def test_a_transport_status_is_no_finding(status: int) -> None:
    assert judged(exchange("GET /devices/d1", status, error("Whatever"))).findings == []


@pytest.mark.parametrize("status", [405, 413, 415, 501])
def test_the_error_body_of_a_transport_status_is_checked(status: int) -> None:
    assert (
        rules(judged(exchange("GET /devices/d1", status, {"error": {"code": "x"}})))[0] == "answer.required"
    )


def test_an_operation_not_served_is_counted_and_not_shown_as_checked() -> None:
    report = judged(NOT_SERVED, D1)
    assert report.not_served == {"data-plane/2022-07-31 Devices_Get": 1}
    assert [check.status for check in report.answers] == [200]


def test_a_bad_request_of_ours_that_was_refused_is_no_finding() -> None:
    assert judged(put(BAD_PUT, error("InvalidBody"), 400)).findings == []


def test_a_bad_request_of_ours_that_was_taken_is_one() -> None:
    assert "request.body" in rules(judged(put(BAD_PUT)))


def test_a_bad_request_of_ours_refused_for_another_reason_is_one() -> None:
    assert rules(judged(put(BAD_PUT, error("Forbidden"), 403))) == ["request.body"]


def test_a_bad_request_of_others_is_told_although_it_was_refused() -> None:
    assert rules(judged(put(BAD_PUT, error("InvalidBody"), 400), target="foreign")) == ["request.body"]


def test_a_recording_without_any_authorization_is_taken_as_scrubbed_and_noted() -> None:
    bare = exchange("GET /devices/d1", 200, device(), sent={"Authorization": ""})
    report = judged(bare, bare, target="foreign")
    assert report.findings == []
    assert "no request has an Authorization header" in report.notes[0]


def test_a_request_without_authorization_among_others_with_it_is_a_finding() -> None:
    bare = exchange("GET /devices/d1", 200, device(), sent={"Authorization": ""})
    assert only(judged(bare, D1, target="foreign")).rule == "request.authorization"


def test_interactions_with_other_hosts_are_counted_and_not_judged() -> None:
    login = exchange("POST https://login.microsoftonline.com/t/oauth2/token?x=1", 200, {"access_token": "x"})
    report = judged(login, D1, target="foreign")
    assert (report.interactions, report.elsewhere, report.findings) == (2, 1, [])


def test_a_request_without_an_answer_is_judged_as_a_request() -> None:
    report = judged(exchange("DELETE /devices/d1", None))
    assert (report.findings, report.answers.total(), report.requests.total()) == ([], 0, 1)


def test_a_request_without_api_version_is_judged_by_the_default_version() -> None:
    bare = exchange("GET https://contoso.azureiotcentral.com/api/devices/d1?", 404, error())
    assert only(judged(bare, target="foreign")).operation == "Devices_Get"


def test_reads_after_a_deletion_may_lag_where_the_service_is_eventually_consistent() -> None:
    gone = exchange("DELETE /devices/d1/relationships/r1", 204)
    link = {"id": "r1", "source": "d1", "target": "d2"}
    listed = exchange("GET /devices/d1/relationships", 200, {"value": [link]})
    assert judged(gone, listed).findings == []


@pytest.mark.parametrize("depth", [300, 900, 5000])
def test_a_body_nested_without_end_stops_nothing(depth: int) -> None:
    deep = b'{"a":' * depth + b"1" + b"}" * depth
    judged(exchange("PATCH /devices/d1/properties", 202, deep, body=deep))


@pytest.mark.parametrize("link", ["https://[::1/api", "http://[bad]/x", "//x/y"])
def test_a_link_that_is_no_url_is_reported_as_not_absolute(link: str) -> None:
    assert rules(judged(exchange("GET /devices", 200, {"value": [], "nextLink": link}))) == [
        "paging.link-relative"
    ]


def test_deleting_one_device_says_nothing_of_another_whose_id_begins_alike() -> None:
    other = exchange("GET /devices/d10", 200, device(id="d10"))
    assert judged(DELETE, other).findings == []


def test_an_exchange_of_the_client_s_transport_is_judged_as_it_is() -> None:
    request = transport.Request(
        "GET", f"{HOST}/api/devices/d1{VERSION}", (("Authorization", "x"),), None, None
    )
    response = transport.Response(200, (("Content-Type", "application/json"),), b"{")
    assert rules(judged(Exchange.of(Where("memory", 0), request, response))) == ["answer.json"]
