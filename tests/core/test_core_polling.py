"""Waiting for jobs and for the file upload configuration."""

import asyncio
import pickle
from typing import Any

import pytest

from iotcentral import (
    AsyncIotCentral,
    InvalidRequest,
    IotCentral,
    NotFound,
    OperationFailed,
    StillRunning,
    polling,
)
from iotcentral._core.poll import _failure
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer
from tests.core.world import Faults, World, fault


def job(status: str | None, **more: Any) -> Any:
    members = {"id": "j", "group": "g", "data": [], **more}
    return answer(members if status is None else {**members, "status": status})


def wait_sync(name: str, answers: Any, world: World, *arguments: str, **options: Any) -> Any:
    app = IotCentral("contoso", TOKEN, transport=FakeTransport(answers), sources=world.sources)
    return getattr(app.poll, name)(*arguments).wait(**options)


def wait_async(name: str, answers: Any, world: World, *arguments: str, **options: Any) -> Any:
    transport = AsyncFakeTransport(answers)
    app = AsyncIotCentral("contoso", TOKEN, transport=transport, sources=world.sources)
    return asyncio.run(getattr(app.poll, name)(*arguments).wait(**options))


both = pytest.mark.parametrize("wait", [wait_sync, wait_async], ids=["sync", "async"])


@both
def test_a_job_is_waited_for_with_growing_pauses(wait: Any) -> None:
    world = World()
    found = wait("job", [job("pending"), job("running"), job("running"), job("complete")], world, "j")
    assert (found.status, world.waits) == ("complete", [1.5, 2.25, 3.375])


@both
def test_pauses_stop_growing(wait: Any) -> None:
    world = World()
    wait("job", [*[job("running")] * 12, job("complete")], world, "j")
    assert max(world.waits) == world.waits[-1] == 30.0


@both
def test_a_job_that_is_done_needs_no_pause(wait: Any) -> None:
    world = World()
    wait("job", [job("complete")], world, "j")
    assert world.waits == []


@both
@pytest.mark.parametrize("status", ["failed", "cancelled", "stopped"])
def test_a_job_that_ends_badly_raises_with_what_is_known(wait: Any, status: str) -> None:
    ended = job(status, progress={"total": 10, "completed": 7, "failed": 3, "pending": 0})
    with pytest.raises(OperationFailed, match=f"job j ended as {status}: 3 of 10 devices failed") as caught:
        wait("job", [job("running"), ended], World(), "j")
    assert (caught.value.status, caught.value.value.status) == (status, status)


@both
@pytest.mark.parametrize("status", [None, "brandNew"])
def test_a_status_nobody_knows_means_that_it_goes_on(wait: Any, status: str | None) -> None:
    world = World()
    wait("job", [job(status), job("complete")], world, "j")
    assert len(world.waits) == 1


@both
def test_progress_is_told_after_each_look(wait: Any) -> None:
    seen: list[Any] = []
    counts = {"total": 4, "completed": 1, "failed": 0, "pending": 3}
    wait("job", [job("running", progress=counts), job("complete")], World(), "j", progress=seen.append)
    assert [(one.status, one.fraction, one.looks, one.waited) for one in seen] == [
        ("running", 0.25, 1, 0.0),
        ("complete", None, 2, 1.5),
    ]


@both
def test_waiting_ends_with_a_last_look_when_the_time_is_over(wait: Any) -> None:
    world = World()
    with pytest.raises(StillRunning, match="job j is still running after 4 seconds") as caught:
        wait("job", lambda request: job("running"), world, "j", timeout=4.0)
    assert (world.waits, caught.value.waited) == ([1.5, 2.25, 0.25], 4.0)


@both
def test_a_timeout_of_nothing_is_one_look(wait: Any) -> None:
    world = World()
    with pytest.raises(StillRunning):
        wait("job", [job("running")], world, "j", timeout=0)
    assert world.waits == []


@both
@pytest.mark.parametrize("timeout", [-1, float("nan"), True])
def test_a_timeout_that_makes_no_sense_is_refused(wait: Any, timeout: Any) -> None:
    with pytest.raises(InvalidRequest):
        wait("job", [], World(), "j", timeout=timeout)


@both
def test_a_job_that_does_not_exist_is_the_callers_error(wait: Any) -> None:
    with pytest.raises(NotFound):
        wait("job", [fault(404)], World(), "j")


@both
def test_a_fault_while_waiting_is_repeated_like_any_other(wait: Any) -> None:
    world, faults = World(), Faults([fault(503), job("complete")])
    wait("job", faults, world, "j")
    assert (faults.left, world.waits) == ([], [0.25])


def configuration(state: str | None) -> Any:
    members = {"connectionString": "AccountKey=*****", "container": "c"}
    return answer(members if state is None else {**members, "state": state})


def test_a_failure_repeats_no_secret_that_its_reason_repeats() -> None:
    reading = polling.Reading(
        state="failed", status="Failed", value=None, message="AccountKey=sEcReT== is not valid"
    )
    assert "sEcReT" not in str(_failure("the configuration", reading))


@both
@pytest.mark.parametrize("state", ["succeeded", None])
def test_the_file_upload_configuration_is_waited_for(wait: Any, state: str | None) -> None:
    world = World()
    answers = [configuration("pending"), configuration("updating"), configuration(state)]
    assert wait("file_upload", answers, world).container == "c"
    assert len(world.waits) == 2


@both
def test_a_configuration_that_failed_raises(wait: Any) -> None:
    with pytest.raises(OperationFailed, match="file upload configuration ended as failed"):
        wait("file_upload", [configuration("failed")], World())


@both
def test_a_removal_is_over_when_nothing_is_left(wait: Any) -> None:
    world = World()
    answers = [configuration("succeeded"), configuration("deleting"), fault(404)]
    assert wait("file_upload_removal", answers, world) is None
    assert len(world.waits) == 2


def test_the_pace_can_be_chosen_but_never_a_busy_loop() -> None:
    world = World()
    app = IotCentral(
        "contoso",
        TOKEN,
        transport=FakeTransport([job("running"), job("running"), job("complete")]),
        sources=world.sources,
    )
    app.poll.job("j", pace=polling.Pace(first=0.0, factor=0.0)).wait()
    assert world.waits == [0.5, 0.5]


@pytest.mark.parametrize(
    "error",
    [
        OperationFailed("job j", status="failed", code="c", message="m", value={"a": 1}),
        StillRunning("job j", status="running", waited=3.0, resume_token="t"),
    ],
)
def test_errors_of_waiting_pickle(error: Exception) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
