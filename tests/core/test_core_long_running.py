"""Long-running operations of the control plane, by the recorded traffic of both behaviours."""

import asyncio
from typing import Any, ClassVar

import pytest

from iotcentral import DecodeError, InvalidRequest, NotFound, OperationFailed, RetryPolicy, StillRunning
from iotcentral._core.descriptor import Operation
from iotcentral._core.endpoint import Endpoint, Origin
from iotcentral._core.long_running import begin
from iotcentral._core.model import UNSET, Model, UnsetType
from iotcentral._core.poll import AsyncPoller, Poller
from iotcentral._core.request import Settings
from iotcentral._core.transport import Request, Response
from tests.core.fakes import FakeTransport, answer, settings
from tests.core.world import Faults, World, async_driver, fault, sync_driver

ARM = "https://management.azure.com"
ENDPOINT = Endpoint(
    Origin("https", "management.azure.com", 443), Origin("https", "management.azure.com", 443), ""
)
RESOURCE = f"{ARM}/subscriptions/s/resourceGroups/g/providers/Microsoft.IoTCentral/iotApps/a?api-version=v"
OPERATION = (
    f"{ARM}/subscriptions/s/providers/Microsoft.IoTCentral/locations/westus/operationResults/7?api-version=v"
    "&type=createOrUpdateIotApplication&x-iot-region=westus&t=638&c=MII%2B&s=sig~-_&h=x&asyncinfo"
)
LOCATION = OPERATION.removesuffix("&asyncinfo")


class App(Model):
    __schema__: ClassVar[str] = "App"
    id: str
    properties: dict[str, Any] | UnsetType = UNSET


def operation(method: str) -> Operation[Any]:
    return Operation(
        id="Apps_Act",
        plane="control-plane",
        version="v",
        method=method,
        path="/iotApps/{name}",
        success={200: App, 201: App, 202: None, 204: None},
        retry="safe" if method == "DELETE" else "conditional",
    )


def app(state: str | None = None, status: int = 200, **headers: str) -> Response:
    members: dict[str, Any] = {"id": "a"}
    if state is not None:
        members["properties"] = {"provisioningState": state}
    return answer(members, status, **headers)


def state(word: str, **more: Any) -> Response:
    return answer({"status": word, **more})


def accepted(status: int = 202, body: Any = b"", **links: str) -> Response:
    named = {"operation": ("azure-asyncoperation", OPERATION), "location": ("Location", LOCATION)}
    found = answer(body, status)
    headers = (*found.headers, ("Retry-After", "10"), *(named[key] for key in links))
    return Response(status, headers, found.body)


BOTH = {"operation": "", "location": ""}


def arm_settings() -> Settings:
    found = settings()
    found.endpoint = ENDPOINT
    return found


def first_request(method: str) -> Request:
    return Request(method, RESOURCE, (("Content-Type", "application/json"), ("If-Match", "*")), b"{}")


class Sync:
    """Begins and waits with a sync driver; `requests` are those it sent."""

    def __init__(self, answers: Any, world: World) -> None:
        self.transport = FakeTransport(answers)
        self.driver = sync_driver(self.transport, world.session())
        self.driver.settings = arm_settings()

    def begin(self, method: str) -> Poller[Any]:
        flow = begin(operation(method), first_request(method), self.driver.session, ENDPOINT)
        return Poller(self.driver.run(flow), self.driver)

    def run(self, method: str, **options: Any) -> Any:
        return self.begin(method).wait(**options)

    @property
    def asked(self) -> list[str]:
        return [f"{request.method} {request.url}" for request in self.transport.requests]


class Async(Sync):
    def __init__(self, answers: Any, world: World) -> None:
        self.async_driver, self.transport = async_driver(answers, world.session())

    def run(self, method: str, **options: Any) -> Any:
        async def run() -> Any:
            session = self.async_driver.session
            flow = begin(operation(method), first_request(method), session, ENDPOINT)
            plan = await self.async_driver.run(flow)
            return await AsyncPoller(plan, self.async_driver).wait(**options)

        return asyncio.run(run())


both = pytest.mark.parametrize("kind", [Sync, Async], ids=["sync", "async"])


@both
@pytest.mark.parametrize("status", [200, 201])
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_2021_06_01_answers_at_once(kind: Any, method: str, status: int) -> None:
    world = World()
    acting = kind([app(status=status)], world)
    assert (acting.run(method).id, acting.asked, world.waits) == ("a", [f"{method} {RESOURCE}"], [])


@both
@pytest.mark.parametrize("status", [200, 204])
def test_a_delete_that_is_over_at_once_gives_nothing(kind: Any, status: int) -> None:
    acting = kind([answer({"id": "a"}, status) if status == 200 else Response(status)], World())
    assert acting.run("DELETE") is None
    assert len(acting.asked) == 1


@both
def test_the_preview_creates_in_the_background(kind: Any) -> None:
    world = World()
    started = Response(
        201, (("azure-asyncoperation", OPERATION), ("Retry-After", "10")), app("Creating").body
    )
    acting = kind(
        [started, state("Creating"), state("Creating"), state("Succeeded"), app("Succeeded")], world
    )
    found = acting.run("PUT")
    assert found.properties == {"provisioningState": "Succeeded"}
    assert acting.asked == [f"PUT {RESOURCE}", *[f"GET {OPERATION}"] * 3, f"GET {RESOURCE}"]
    assert world.waits == [10.0, 1.5, 2.25]


@both
def test_the_preview_updates_in_the_background(kind: Any) -> None:
    acting = kind(
        [accepted(202, {"id": "a"}, **BOTH), state("Updating"), state("Succeeded"), app("Succeeded")], World()
    )
    assert acting.run("PATCH").id == "a"
    assert acting.asked == [f"PATCH {RESOURCE}", *[f"GET {OPERATION}"] * 2, f"GET {RESOURCE}"]


@both
def test_the_preview_deletes_in_the_background(kind: Any) -> None:
    acting = kind([accepted(**BOTH), state("Deleting"), state("succeeded")], World())
    assert acting.run("DELETE") is None
    assert acting.asked == [f"DELETE {RESOURCE}", *[f"GET {OPERATION}"] * 2]


@both
@pytest.mark.parametrize(("method", "result"), [("PATCH", True), ("DELETE", False)])
def test_a_location_is_followed_where_there_is_nothing_else(kind: Any, method: str, result: bool) -> None:
    acting = kind(
        [accepted(location=""), Response(202), Response(200), *([app()] if result else [])], World()
    )
    assert (acting.run(method) is not None) is result
    assert acting.asked[1:3] == [f"GET {LOCATION}"] * 2


@both
def test_a_resource_that_is_not_ready_is_read_until_it_is(kind: Any) -> None:
    acting = kind([app("Creating", 201), app("Creating"), app("Succeeded")], World())
    assert acting.run("PUT").properties == {"provisioningState": "Succeeded"}
    assert acting.asked == [f"PUT {RESOURCE}", *[f"GET {RESOURCE}"] * 2]


@both
def test_a_delete_without_a_link_is_over_when_the_resource_is_gone(kind: Any) -> None:
    acting = kind([Response(202), app("Deleting"), app(), fault(404)], World())
    assert acting.run("DELETE") is None


@both
@pytest.mark.parametrize("word", ["Failed", "failed", "Canceled", "Cancelled"])
def test_a_failure_raises_with_the_reason_of_the_service(kind: Any, word: str) -> None:
    error = {"code": "400.200.006.026", "message": "The sku S1 is invalid"}
    acting = kind([accepted(**BOTH), state(word, error=error)], World())
    with pytest.raises(OperationFailed, match="Apps_Act ended as") as caught:
        acting.run("PATCH")
    assert (caught.value.status, caught.value.code, caught.value.message) == (word, *error.values())


@both
def test_a_resource_that_failed_raises(kind: Any) -> None:
    with pytest.raises(OperationFailed):
        kind([app("Creating", 201), app("Failed")], World()).run("PUT")


@both
def test_a_failure_in_the_first_answer_raises(kind: Any) -> None:
    with pytest.raises(OperationFailed):
        kind([app("Failed"), app("Failed")], World()).run("PUT")


@both
def test_what_the_polls_ask_for_is_waited_for(kind: Any) -> None:
    world = World()
    kind([accepted(**BOTH), answer({"status": "Deleting"}, Retry_After="25"), state("Succeeded")], world).run(
        "DELETE"
    )
    assert world.waits == [10.0, 25.0]


@both
def test_a_service_that_asks_for_no_pause_gets_one(kind: Any) -> None:
    world = World()
    busy = [answer({"status": "Deleting"}, Retry_After="0")] * 3
    kind([accepted(**BOTH), *busy, state("Succeeded")], world).run("DELETE")
    assert world.waits == [10.0, 0.5, 0.5, 0.5]


@both
def test_polls_carry_no_body_and_no_precondition(kind: Any) -> None:
    acting = kind([accepted(**BOTH), state("Succeeded"), app()], World())
    acting.run("PATCH")
    for request in acting.transport.requests[1:]:
        assert request.body is None
        assert not {name for name, _ in request.headers} & {"Content-Type", "If-Match"}


@both
def test_a_poll_is_repeated_after_a_fault(kind: Any) -> None:
    faults = Faults([accepted(**BOTH), fault(429), fault("not-sent"), state("Succeeded")])
    world = World()
    acting = kind(faults, world)
    driver = acting.async_driver if kind is Async else acting.driver
    driver.session.retries = RetryPolicy()
    acting.run("DELETE")
    assert faults.left == []


@both
@pytest.mark.parametrize(
    "link", ["https://evil.example/x", "http://management.azure.com/x", "/relative", "a b"]
)
def test_a_link_to_another_host_is_not_followed(kind: Any, link: str) -> None:
    acting = kind([Response(202, (("Azure-AsyncOperation", link),))], World())
    with pytest.raises(DecodeError, match="link to the operation") as caught:
        acting.run("DELETE")
    assert (caught.value.operation_id, len(acting.asked)) == ("Apps_Act", 1)


@both
@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"status":5}', b"<html>"])
def test_a_poll_that_says_nothing_is_a_decode_error(kind: Any, body: bytes) -> None:
    with pytest.raises(DecodeError):
        kind([accepted(**BOTH), Response(200, (), body)], World()).run("DELETE")


@both
def test_an_operation_that_is_refused_raises_at_once(kind: Any) -> None:
    with pytest.raises(NotFound):
        kind([fault(404)], World()).run("PATCH")


@both
def test_a_poll_that_is_not_found_raises(kind: Any) -> None:
    with pytest.raises(NotFound):
        kind([accepted(**BOTH), fault(404)], World()).run("DELETE")


def token(method: str = "PUT") -> str:
    acting = Sync([accepted(**BOTH), state("Creating")], World())
    with pytest.raises(StillRunning) as caught:
        acting.run(method, timeout=10.0)
    assert caught.value.resume_token is not None
    return caught.value.resume_token


def resumed(text: str, answers: Any, method: str = "PUT", endpoint: Endpoint = ENDPOINT) -> tuple[Any, Sync]:
    acting = Sync(answers, World())
    acting.driver.settings.endpoint = endpoint
    return acting.driver.resume(operation(method), text), acting


def test_an_operation_goes_on_in_another_process() -> None:
    poller, acting = resumed(token(), [state("Creating"), state("Succeeded"), app("Succeeded")])
    assert poller.wait().id == "a"
    assert acting.asked == [*[f"GET {OPERATION}"] * 2, f"GET {RESOURCE}"]


def test_a_poller_can_be_asked_for_its_token_until_it_is_over() -> None:
    poller = Sync([accepted(**BOTH), state("Succeeded")], World()).begin("DELETE")
    assert poller.resume_token is not None
    poller.wait()
    assert poller.resume_token is None


def test_waiting_again_for_what_is_over_asks_nothing() -> None:
    acting = Sync([accepted(**BOTH), state("Succeeded"), app()], World())
    poller = acting.begin("PATCH")
    assert poller.wait() == poller.wait()
    assert len(acting.asked) == 3


ELSEWHERE = Endpoint(Origin("https", "elsewhere.example", 443), Origin("https", "elsewhere.example", 443), "")


@pytest.mark.parametrize("text", ["", "abc", "W10", "eyJhIjoxfQ"])
def test_text_that_is_no_token_is_refused(text: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        resumed(text, [])
    assert (caught.value.argument, caught.value.rule) == ("resume_token", "resume")


def test_a_token_is_good_for_its_own_place_only() -> None:
    with pytest.raises(InvalidRequest, match="another place"):
        resumed(token(), [], endpoint=ELSEWHERE)
