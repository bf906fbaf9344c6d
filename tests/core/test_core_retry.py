import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec
import pytest

from iotcentral import InvalidRequest, IotCentral, RateLimiter, RetryPolicy, Throttled, TransportError
from iotcentral._core.retry import RetryBudget, is_repeatable
from iotcentral._core.retry_after import retry_after
from iotcentral._core.transport import Request, Response
from tests.core.fakes import TOKEN, FakeTransport, answer
from tests.core.sample import UPDATE
from tests.core.world import START, Faults, World, fault, generated_operations

OK = answer({})


def app(faults: Faults, world: World, **options: Any) -> IotCentral:
    return IotCentral("contoso", TOKEN, transport=FakeTransport(faults), sources=world.sources, **options)


def faults(*written: Any) -> Faults:
    return Faults(OK if one == "ok" else fault(one) for one in written)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "0"}, 0.0),
        ({"Retry-After": "12"}, 12.0),
        ({"Retry-After": "1.5"}, 1.5),
        ({"retry-after": " 3 "}, 3.0),
        ({"Retry-After": "Thu, 01 Jan 2026 00:01:00 GMT"}, 60.0),
        ({"Retry-After": "Thursday, 01-Jan-26 00:01:00 GMT"}, 60.0),
        ({"Retry-After": "Thu Jan  1 00:01:00 2026"}, 60.0),
        ({"Retry-After": "Thu, 01 Jan 2026 00:01:00 -0000"}, 60.0),
        ({"Retry-After": "Wed, 31 Dec 2025 00:00:00 GMT"}, 0.0),
        ({"Retry-After-Ms": "250"}, 0.25),
        ({"x-ms-retry-after-ms": "750"}, 0.75),
        ({"Retry-After": "9", "retry-after-ms": "8500"}, 8.5),
        ({"Retry-After": "9", "x-ms-retry-after-ms": "soon"}, 9.0),
        *(
            ({"Retry-After": text}, None)
            for text in ("", "-1", "soon", "1e3", "inf", "nan", "0x10", "٣", "Thu, 99 Jan")
        ),
    ],
)
def test_all_forms_of_retry_after_are_read(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(Response(429, tuple(headers.items())), START) == seconds


@pytest.mark.parametrize(
    ("randomness", "waits"),
    [(0.0, [0, 0, 0, 0]), (0.5, [0.25, 0.5, 1.0, 2.0]), (0.999, [0.4995, 0.999, 1.998, 3.996])],
)
def test_back_off_is_random_below_a_bound_that_doubles(randomness: float, waits: list[float]) -> None:
    world = World(randomness)
    app(faults(500, 500, 500, 500, "ok"), world, retries=RetryPolicy(attempts=5)).devices.get("a")
    assert world.waits == pytest.approx(waits)


def test_back_off_has_a_longest_wait() -> None:
    world = World()
    policy = RetryPolicy(attempts=6, max_delay=1.0)
    app(faults(500, 500, 500, 500, 500, "ok"), world, retries=policy).devices.get("a")
    assert world.waits == [0.25, 0.5, 0.5, 0.5, 0.5]


def test_a_wait_that_was_asked_for_is_never_cut_short() -> None:
    world = World()
    app(faults({"status": 429, "retry-after": "30"}, "ok"), world).devices.get("a")
    assert world.waits == [30.25]


def test_a_wait_longer_than_the_policy_allows_is_the_callers_business() -> None:
    world = World()
    with pytest.raises(Throttled) as caught:
        app(faults({"status": 429, "retry-after": "61"}), world).devices.get("a")
    assert (caught.value.retry_after, caught.value.attempts, world.waits) == (61.0, 1, [])


def test_nothing_is_sent_again_after_the_deadline() -> None:
    world = World()
    policy = RetryPolicy(attempts=10, deadline=45.0)
    held = [{"status": 429, "retry-after": "20"}] * 3
    with pytest.raises(Throttled) as caught:
        app(faults(*held), world, retries=policy).devices.get("a")
    assert (caught.value.attempts, world.waits) == (3, [20.25, 20.25])


def test_a_repeat_may_not_outlast_the_deadline() -> None:
    world, seen = World(), faults({"status": 503, "retry-after": "40"}, "ok")
    app(seen, world, timeout=50.0, retries=RetryPolicy(deadline=60.0)).devices.get("a")
    assert [request.timeout for request in seen.requests] == [50.0, 60.0 - 40.25]


def test_a_first_send_keeps_its_own_timeout() -> None:
    seen = faults("ok")
    app(seen, World(), retries=RetryPolicy(deadline=1.0)).devices.get("a", timeout=300.0)
    assert seen.requests[0].timeout == 300.0


def test_no_deadline_is_no_limit() -> None:
    world, seen = World(), faults({"status": 503, "retry-after": "40"}, "ok")
    app(seen, world, timeout=None, retries=RetryPolicy(deadline=None)).devices.get("a")
    assert [request.timeout for request in seen.requests] == [None, None]


def test_without_retries_every_fault_is_final() -> None:
    with pytest.raises(Throttled) as caught:
        app(faults(429), World(), retries=None).devices.get("a")
    assert caught.value.attempts == 1


def test_many_failures_use_the_budget_up() -> None:
    seen = Faults([Response(500)] * 40)
    client = app(seen, World(), retries=RetryPolicy(attempts=4, budget=25))
    for _ in range(4):
        with pytest.raises(Exception, match="500"):
            client.devices.get("a")
    assert len(seen.requests) == 4 + 5


def test_successes_fill_the_budget_again() -> None:
    budget = RetryBudget(10)
    assert [budget.take(), budget.take(), budget.take()] == [True, True, False]
    budget.give_back(repeated=True)
    budget.give_back(repeated=False)
    assert budget.left == 6
    for _ in range(20):
        budget.give_back(repeated=True)
    assert budget.left == 10


def test_threads_cannot_overdraw_a_budget() -> None:
    budget = RetryBudget(500)
    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(lambda _: budget.take(), range(1000))) == 100
    assert budget.left == 0


@pytest.mark.parametrize(
    "options",
    [
        {"attempts": 0},
        {"attempts": True},
        {"base_delay": -1},
        {"max_delay": float("nan")},
        {"deadline": -0.1},
        {"budget": None},
        {"max_retry_after": "9"},
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest) as caught:
        RetryPolicy(**options)
    assert caught.value.argument == f"retries.{next(iter(options))}"


def test_a_delete_that_was_repeated_shows_its_attempts() -> None:
    client = app(faults(500, 404), World())
    raw = client.raw(client.devices.delete, "a")
    assert (raw.value, raw.status, raw.attempts) == (None, 404, 2)


def test_a_transport_error_of_a_repeat_does_not_hide_that_the_first_may_have_arrived() -> None:
    with pytest.raises(TransportError) as caught:
        app(faults("may-have-arrived", "not-sent"), World(), retries=RetryPolicy(attempts=2)).devices.get("a")
    assert (caught.value.sent, caught.value.attempts) == (True, 2)
    assert "may have arrived" in str(caught.value)
    assert "2 attempts" in str(caught.value)


@pytest.mark.parametrize("written", [429, "not-sent"])
def test_errors_pickle_with_their_attempts(written: Any) -> None:
    with pytest.raises(Exception, match="d") as caught:
        app(faults(*[written] * 4), World()).devices.get("a")
    error = caught.value
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
    assert copy.attempts == 4


def test_each_send_gets_a_fresh_credential() -> None:
    tokens, seen = iter(["one", "two"]), faults(500, "ok")
    world = World()
    client = IotCentral("contoso", lambda: next(tokens), transport=FakeTransport(seen), sources=world.sources)
    client.devices.get("a")
    assert [dict(one.headers)["Authorization"] for one in seen.requests] == ["Bearer one", "Bearer two"]


QUERY = next(generated_operations())


def test_no_second_sees_more_requests_than_the_rate() -> None:
    world, times = World(), []
    limiter = RateLimiter()

    def note(request: Request) -> Response:
        times.append(world.time)
        return OK

    client = IotCentral(
        "contoso", TOKEN, transport=FakeTransport(note), sources=world.sources, rate_limit=limiter
    )
    for _ in range(65):
        client.devices.get("a")
    assert max(sum(start <= time < start + 1 for time in times) for start in times) == 20
    assert times[-1] == pytest.approx(3.0)


def test_a_pause_gives_no_credit() -> None:
    limiter, operation = RateLimiter(requests=2), QUERY
    (window,) = limiter.windows(operation)
    assert [window.reserve(100.0) for _ in range(5)] == [0.0, 0.0, 1.0, 1.0, 2.0]
    assert [window.reserve(500.0) for _ in range(3)] == [0.0, 0.0, 1.0]


def test_a_query_takes_its_turn_among_queries_and_then_among_all() -> None:
    limiter = RateLimiter()
    query = msgspec.structs.replace(QUERY, path="/query", method="POST")
    queries, requests = limiter.windows(query)
    assert limiter.windows(QUERY) == (requests,)
    assert [queries.reserve(0.0), queries.reserve(0.0), requests.reserve(0.0)] == [0.0, 1.0, 0.0]


def test_threads_share_the_rate() -> None:
    (window,) = RateLimiter(requests=10).windows(QUERY)
    with ThreadPoolExecutor(16) as pool:
        waits = sorted(pool.map(lambda _: window.reserve(0.0), range(100)))
    assert waits == [float(number // 10) for number in range(100)]


@pytest.mark.parametrize("options", [{"requests": 0}, {"queries": 0}, {"requests": True}])
def test_a_rate_must_let_something_through(options: Any) -> None:
    with pytest.raises(InvalidRequest):
        RateLimiter(**options)


@pytest.mark.parametrize(
    ("retry", "etag", "repeated"),
    [
        ("safe", None, True),
        ("conditional", None, False),
        ("conditional", '"1"', True),
        ("conditional", "*", False),
        ("once", '"1"', False),
        ("once", None, False),
    ],
)
def test_the_class_and_the_precondition_say_whether_a_request_is_repeated(
    retry: Any, etag: str | None, repeated: bool
) -> None:
    headers = () if etag is None else (("If-Match", etag),)
    operation = msgspec.structs.replace(UPDATE, retry=retry)
    assert is_repeatable(operation, Request("PATCH", "https://h/", headers)) is repeated
