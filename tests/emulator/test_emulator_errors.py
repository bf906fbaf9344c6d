"""Error bodies, routing and api-version (dossier 1.4, 2.1, 2.3, 14)."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

import pytest

from tests.emulator.harness import HOST, VERSION, Service

_TAIL = (
    " You can contact support at https://aka.ms/iotcentral-support."
    " Please include the following information. Request ID: {requestId}, Time: {time}."
)


def test_error_body_has_exactly_the_four_members(service: Service) -> None:
    error = service.call("GET", "/devices/none").json["error"]
    assert list(error) == ["code", "message", "requestId", "time"]


def test_message_ends_with_the_support_tail(service: Service) -> None:
    error = service.call("GET", "/devices/none").json["error"]
    assert error["message"].endswith(_TAIL.format_map(error))


def test_request_id_is_six_to_eight_lower_case_letters_and_digits(service: Service) -> None:
    error = service.call("GET", "/devices/none").json["error"]
    assert re.fullmatch("[0-9a-z]{6,8}", error["requestId"])


def test_time_is_the_date_header(service: Service) -> None:
    answer = service.call("GET", "/devices/none")
    assert answer.json["error"]["time"] == answer.response.header("Date")
    assert parsedate_to_datetime(answer.json["error"]["time"]).year == 2024


def test_error_code_header_repeats_the_code(service: Service) -> None:
    answer = service.call("GET", "/devices/none")
    assert answer.response.header("x-ms-error-code") == answer.code == "NotFound"


@pytest.mark.parametrize(("query", "named"), [("", "undefined"), ("api-version=2030-01-01", "2030-01-01")])
def test_missing_or_unknown_api_version_is_404(service: Service, query: str, named: str) -> None:
    answer = service.call("GET", "/devices", query=query)
    assert (answer.status, answer.code) == (404, "NotFound")
    assert answer.sentence == f'"{named}" is not a valid API version.'


def test_api_version_twice_with_the_same_value_is_taken(service: Service) -> None:
    service.ok("GET", "/devices", query=f"api-version={VERSION}&api-version={VERSION}")


def test_undeclared_query_parameters_are_ignored(service: Service) -> None:
    service.ok("GET", "/devices", query=f"api-version={VERSION}&$top=1&maxpagesize=x")


@pytest.mark.parametrize("path", ["/nothing", "", "/devices/", "/devices//properties", "/devices/a/b/c/d"])
def test_unknown_route_is_404(service: Service, path: str) -> None:
    answer = service.call("GET", path)
    assert (answer.status, answer.code) == (404, "NotFound")


@pytest.mark.parametrize("method", ["POST", "HEAD", "OPTIONS", "TRACE", "BREW"])
def test_known_route_with_another_method_is_404(service: Service, method: str) -> None:
    assert service.call(method, "/devices").status == 404


def test_operation_without_a_handler_is_501_and_named(service: Service) -> None:
    answer = service.call("GET", "/enrollmentGroups")
    assert (answer.status, answer.code) == (501, "NotImplemented")
    assert "EnrollmentGroups_List" in answer.sentence


@pytest.mark.parametrize(
    "host", [HOST, "demo.localhost:8080", "localhost", "127.0.0.1:1", "[::1]:80", "emulator"]
)
def test_host_names_the_application(service: Service, host: str) -> None:
    headers = [("Authorization", service.token), ("Host", host)]
    assert service.send("GET", f"http://x/api/roles?api-version={VERSION}", headers).status == 200


@pytest.mark.parametrize("host", ["other.azureiotcentral.com", "", "a b", "demo.example/../x"])
def test_unknown_subdomain_is_404(service: Service, host: str) -> None:
    headers = [("Authorization", service.token), ("Host", host)]
    answer = service.send("GET", f"http://other.example/api/roles?api-version={VERSION}", headers)
    assert (answer.status, answer.code) == (404, "NotFound")
