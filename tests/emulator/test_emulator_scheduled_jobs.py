"""Scheduled jobs (dossier 8.7)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral.emulator.jobs import schedules
from iotcentral.emulator.sources import moment_of
from tests.emulator.harness import TEMPLATE, Service, group_filter
from tests.emulator.test_emulator_jobs import job, step

_PATH = "/scheduledJobs/s"


def _body(start: str = "2024-01-02T00:00:00Z", **members: Any) -> dict[str, Any]:
    schedule = {"start": start} | {
        name: members.pop(name) for name in ("recurrence", "end") if name in members
    }
    return job(schedule=schedule, **members)


@pytest.fixture
def works(fleet: Service) -> Service:
    fleet.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()})
    return fleet


def _runs(service: Service) -> list[str]:
    return [run["displayName"] for page in service.pages(f"{_PATH}/jobs") for run in page]


def _completed(service: Service) -> bool:
    return bool(service.ok("GET", _PATH)["completed"])


def test_scheduled_job_is_created_with_defaults_and_a_quoted_etag(works: Service) -> None:
    created = works.ok("PUT", _PATH, _body())
    etag = created.pop("etag")
    assert etag.startswith('"')
    assert created == {"id": "s", "description": "", "enabled": True, "completed": False} | _body()
    assert works.ok("GET", _PATH) == created | {"etag": etag}
    assert works.ok("GET", "/scheduledJobs") == {"value": [created | {"etag": etag}]}
    assert works.ok("GET", f"{_PATH}/jobs") == {"value": []}


def test_start_may_lie_in_the_year_3022(works: Service) -> None:
    works.ok("PUT", _PATH, _body("3022-06-01T00:00:00.000Z"))
    works.advance(timedelta(days=300))
    assert (_runs(works), _completed(works)) == ([], False)


def test_single_run_starts_at_its_time_and_completes_the_schedule(works: Service) -> None:
    works.ok("PUT", _PATH, _body())
    works.advance(timedelta(hours=23))
    assert _runs(works) == []
    works.advance(timedelta(hours=1))
    [run] = works.ok("GET", f"{_PATH}/jobs")["value"]
    assert (run["displayName"], run["scheduledJobId"], run["group"]) == ("J - 1", "s", "g")
    assert run["start"] == "2024-01-02T00:00:01.000Z"
    assert run == works.ok("GET", f"/jobs/{run['id']}")
    assert run["status"] == "complete"
    assert _completed(works)
    assert works.ok("GET", "/devices/real/properties")["$metadata"]["target"]["desiredValue"] == 21


def test_single_run_whose_time_has_passed_starts_at_once(works: Service) -> None:
    works.ok("PUT", _PATH, _body("2023-05-01T00:00:00Z"))
    works.wait(0)
    assert _runs(works) == ["J - 1"]


@pytest.mark.parametrize(
    ("recurrence", "days", "last", "kept"),
    [("daily", 3, 4, 4), ("weekly", 21, 4, 4), ("monthly", 60, 3, 2), ("daily", 300, 301, 30)],
)
def test_recurring_job_runs_in_its_rhythm_newest_first(
    works: Service, recurrence: str, days: int, last: int, kept: int
) -> None:
    """Runs that are over for thirty days have gone; their numbers are not used again."""
    works.ok("PUT", _PATH, _body(recurrence=recurrence))
    works.advance(timedelta(days=days + 1))
    assert _runs(works) == [f"J - {number}" for number in range(last, last - kept, -1)]


def test_recurring_start_in_the_past_waits_for_the_next_time(works: Service) -> None:
    works.ok("PUT", _PATH, _body("2023-12-01T12:00:00Z", recurrence="daily"))
    works.wait(0)
    assert _runs(works) == []
    works.advance(timedelta(hours=12))
    [run] = works.ok("GET", f"{_PATH}/jobs")["value"]
    assert run["start"] == "2024-01-01T12:00:01.000Z"


def test_occurrences_end_the_schedule(works: Service) -> None:
    works.ok("PUT", _PATH, _body(recurrence="daily", end={"type": "occurrences", "occurrences": 2}))
    works.advance(timedelta(days=2))
    assert (_runs(works), _completed(works)) == (["J - 2", "J - 1"], True)
    works.advance(timedelta(days=10))
    assert (_runs(works), _completed(works)) == (["J - 2", "J - 1"], True)


def test_end_date_is_the_last_day_with_a_run(works: Service) -> None:
    works.ok("PUT", _PATH, _body(recurrence="daily", end={"type": "date", "date": "2024-01-04"}))
    works.advance(timedelta(days=20))
    assert (_runs(works), _completed(works)) == (["J - 3", "J - 2", "J - 1"], True)


def test_end_before_the_start_completes_at_once(works: Service) -> None:
    created = works.ok("PUT", _PATH, _body(recurrence="daily", end={"type": "date", "date": "2023-01-04"}))
    assert created["completed"] is True


def test_disabled_schedule_starts_nothing_until_it_is_enabled(works: Service) -> None:
    works.ok("PUT", _PATH, _body(recurrence="daily", enabled=False))
    works.advance(timedelta(days=5))
    assert _runs(works) == []
    works.ok("PATCH", _PATH, {"enabled": True})
    works.advance(timedelta(days=1))
    assert _runs(works) == ["J - 1"]


def test_change_is_refused_while_a_run_is_going_on(works: Service) -> None:
    works.ok("PUT", _PATH, _body("2024-01-01T00:00:10Z"))
    works.wait(5)
    assert _runs(works) == ["J - 1"]
    for method, body in (("PATCH", {"enabled": False}), ("PUT", _body())):
        answer = works.call(method, _PATH, body)
        assert answer.status == 400
        assert "while one of its jobs is running" in answer.sentence
    works.wait(5)
    works.ok("PATCH", _PATH, {"enabled": False})


def test_patch_merges_the_schedule_and_replaces_the_data(works: Service) -> None:
    before = works.ok("PUT", _PATH, _body(recurrence="daily", description="d"))
    patch = {"schedule": {"start": "2024-02-01T00:00:00Z", "recurrence": None}, "description": None}
    after = works.ok("PATCH", _PATH, patch | {"data": [step(value=5)]})
    assert after["schedule"] == {"start": "2024-02-01T00:00:00Z"}
    assert (after["description"], after["data"]) == ("", [step(value=5)])
    assert after["etag"] != before["etag"]


def test_new_start_makes_an_ended_schedule_run_again(works: Service) -> None:
    works.ok("PUT", _PATH, _body())
    works.advance(timedelta(days=2))
    assert works.ok("PATCH", _PATH, {"enabled": True})["completed"] is True
    assert works.ok("PATCH", _PATH, {"schedule": {"start": "2024-02-01T00:00:00Z"}})["completed"] is False
    works.advance(timedelta(days=40))
    assert _runs(works) == ["J - 2"]


def test_runs_stay_readable_when_the_schedule_is_deleted(works: Service) -> None:
    works.ok("PUT", _PATH, _body(recurrence="daily"))
    works.advance(timedelta(days=1, hours=1))
    [run] = works.ok("GET", f"{_PATH}/jobs")["value"]
    works.ok("DELETE", _PATH)
    works.advance(timedelta(days=3))
    assert works.ok("GET", "/jobs")["value"] == [run]
    assert works.call("GET", f"{_PATH}/jobs").status == 404


def test_run_without_its_group_fails(works: Service) -> None:
    works.ok("PUT", _PATH, _body())
    works.ok("DELETE", "/deviceGroups/g")
    works.advance(timedelta(days=1))
    [run] = works.ok("GET", f"{_PATH}/jobs")["value"]
    assert (run["status"], run["progress"]["total"]) == ("failed", 0)


def test_members_are_those_of_the_moment_of_each_run(works: Service) -> None:
    works.ok("PUT", _PATH, _body(recurrence="daily"))
    works.advance(timedelta(days=1, hours=1))
    works.ok("PUT", "/devices/late", {"template": TEMPLATE})
    works.advance(timedelta(days=1))
    totals = [run["progress"]["total"] for run in works.ok("GET", f"{_PATH}/jobs")["value"]]
    assert totals == [3, 2]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({"data": [step(path="none")]}, 422),
        ({"group": "none"}, 400),
        ({"schedule": {"start": "0000-01-01T00:00:00Z"}}, 400),
        ({"schedule": {"start": "2024-01-01T00:00:00Z", "recurrence": "yearly"}}, 400),
        ({"batch": {"type": "number", "value": 0}}, 400),
    ],
)
def test_wrong_definition_is_refused(
    works: Service, method: str, members: dict[str, Any], status: int
) -> None:
    works.ok("PUT", _PATH, _body())
    assert works.call(method, _PATH, _body() | members).status == status


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "", None), ("PATCH", "", {}), ("DELETE", "", None), ("GET", "/jobs", None)],
)
def test_unknown_scheduled_job_is_404(service: Service, method: str, path: str, body: object) -> None:
    assert service.call(method, f"{_PATH}{path}", body).status == 404


_STARTS = st.datetimes(datetime(1970, 1, 2), datetime(9000, 1, 1), timezones=st.just(UTC))


@given(_STARTS, st.sampled_from(["daily", "weekly", "monthly"]), st.integers(0, 500))
def test_occurrences_follow_each_other_in_their_rhythm(start: datetime, rhythm: str, number: int) -> None:
    schedule = {"start": start.isoformat(timespec="seconds"), "recurrence": rhythm}
    first, second = (schedules.occurrence(schedule, each) for each in (number, number + 1))
    assert first is not None
    assert second is not None
    step_ = moment_of(second) - moment_of(first)
    if rhythm == "monthly":
        assert timedelta(days=28) <= step_ <= timedelta(days=31)
        assert moment_of(first).day <= start.day
        assert moment_of(first).time() == start.replace(microsecond=0).time()
    else:
        assert step_ == timedelta(days={"daily": 1, "weekly": 7}[rhythm])
