"""Rate limits on the engine's clock: 20 calls a second of an application, of queries one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from iotcentral.emulator.limits import RateLimits
from iotcentral.emulator.replies import Problem
from tests.emulator.harness import HOST, VERSION, Service, documents, new_emulator

QUERIES = next(d for d in documents() if "Query_Run" in d.operations).operations["Query_Run"]
ROLES = documents()[0].operations["Roles_List"]


@pytest.fixture
def limited() -> Iterator[Service]:
    with new_emulator("demo", "other", rate_limits=True) as emulator:
        yield Service(emulator)


def spend(service: Service, calls: int = 20) -> list[int]:
    return [service.call("GET", "/roles").status for _ in range(calls)]


def test_twenty_calls_of_a_second_pass_and_the_next_is_refused(limited: Service) -> None:
    assert spend(limited, 21) == [200] * 20 + [429]


def test_refusal_has_the_services_form_and_says_when_to_come_again(limited: Service) -> None:
    spend(limited)
    answer = limited.call("GET", "/roles")
    assert (answer.status, answer.code) == (429, "TooManyRequests")
    assert answer.response.header("retry-after") == "1"
    assert answer.response.header("x-ms-error-code") == "TooManyRequests"


def test_after_retry_after_the_call_passes(limited: Service) -> None:
    spend(limited)
    limited.wait(0.999)
    assert limited.call("GET", "/roles").status == 429
    limited.wait(0.001)
    assert limited.call("GET", "/roles").status == 200


def test_refused_calls_do_not_count(limited: Service) -> None:
    spend(limited, 40)
    limited.wait(1)
    assert spend(limited, 21) == [200] * 20 + [429]


def test_all_callers_share_the_rate(limited: Service) -> None:
    spend(limited, 19)
    stranger = Service(limited.emulator, "SharedAccessSignature sr=nobody")
    assert [stranger.call("GET", "/roles").status for _ in range(2)] == [401, 429]
    assert limited.call("GET", "/roles").status == 429


def test_every_application_has_its_own_rate(limited: Service) -> None:
    spend(limited)
    url = f"https://{HOST.replace('demo', 'other')}/api/roles?api-version={VERSION}"
    token = limited.emulator.token_of("other")
    assert limited.send("GET", url, [("Authorization", token)]).status == 200


def test_nothing_is_limited_unless_asked_for(service: Service) -> None:
    assert set(spend(service, 60)) == {200}


def admitted(limits: RateLimits, operation: object, now: int) -> bool:
    try:
        limits.admit("demo", operation, now)  # type: ignore[arg-type]
    except Problem:
        return False
    return True


def test_one_query_a_second_passes() -> None:
    limits = RateLimits()
    assert [admitted(limits, QUERIES, now) for now in (0, 999, 1_000)] == [True, False, True]


def test_a_refused_query_leaves_room_for_other_calls() -> None:
    limits = RateLimits()
    admitted(limits, QUERIES, 0)
    assert not any(admitted(limits, QUERIES, 1) for _ in range(30))
    assert [admitted(limits, ROLES, 1) for _ in range(20)] == [True] * 19 + [False]


def test_a_clock_set_back_does_not_lock_callers_out() -> None:
    limits = RateLimits()
    for _ in range(20):
        admitted(limits, ROLES, 10_000)
    assert admitted(limits, ROLES, 5_000)
