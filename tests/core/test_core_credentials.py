"""API tokens read before they are sent, cached Entra tokens, and clients from the environment."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest

from iotcentral import AsyncIotCentral, InvalidRequest, IotCentral
from iotcentral._core.auth import MANAGEMENT_SCOPE, SCOPE, Authorization, BearerToken
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer
from tests.core.world import START, World

PARTS = {"sr": "5b9b1c2d", "sig": "abc%3D", "skn": "ci", "se": str(int(START + 60) * 1000)}


def token(**changes: str | None) -> str:
    parts = {name: value for name, value in {**PARTS, **changes}.items() if value is not None}
    return "SharedAccessSignature " + "&".join(f"{name}={value}" for name, value in parts.items())


def client(credential: Any, world: World, answers: Any = None) -> tuple[IotCentral, FakeTransport]:
    transport = FakeTransport(answers or (lambda request: answer({})))
    return IotCentral("contoso", credential, transport=transport, sources=world.sources), transport


def test_a_token_is_sent_as_it_is() -> None:
    app, transport = client(token(), World())
    app.devices.get("a")
    assert dict(transport.requests[0].headers)["Authorization"] == token()


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("value", [None, ""])
def test_a_token_without_a_part_is_refused_by_its_name(name: str, value: str | None) -> None:
    with pytest.raises(InvalidRequest, match=f"`{name}=`") as caught:
        client(token(**{name: value}), World())
    assert (caught.value.argument, caught.value.rule) == ("credential", "token")


@pytest.mark.parametrize(
    "text", [token() + "&se=1", token(se="soon"), token(se="-5"), token(se="٣"), "abc.def.ghi"]
)
def test_text_that_is_no_api_token_is_refused(text: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        client(text, World())
    assert (caught.value.argument, caught.value.rule) == ("credential", "token")
    assert "abc" not in str(caught.value)


def test_the_order_of_the_parts_does_not_matter() -> None:
    client("SharedAccessSignature " + "&".join(reversed(token().split(" ")[1].split("&"))), World())


def test_an_expired_token_says_so_when_the_client_is_made() -> None:
    with pytest.raises(InvalidRequest, match="expired at 2023-07-07T17:05:08Z") as caught:
        client(token(se="1688749508407"), World())
    assert caught.value.rule == "expired"


def test_a_token_that_expires_while_the_client_lives_says_so_before_sending() -> None:
    world = World()
    app, transport = client(token(), world)
    world.time = 60.0
    with pytest.raises(InvalidRequest, match="expired"):
        app.devices.get("a")
    assert transport.requests == []


def test_an_expiry_in_seconds_is_named_as_such() -> None:
    with pytest.raises(InvalidRequest, match="in seconds: is it a token of IoT Hub"):
        client(token(se=str(int(START + 3600))), World())


def test_a_callable_may_give_an_expired_token_and_is_told() -> None:
    app, transport = client(lambda: token(se="1688749508407"), World())
    with pytest.raises(InvalidRequest, match="expired"):
        app.devices.get("a")
    assert transport.requests == []


def test_an_api_token_is_no_bearer_token() -> None:
    with pytest.raises(InvalidRequest, match="without BearerToken"):
        BearerToken(token())


@pytest.mark.parametrize("credential", [token(), lambda: token()])
def test_an_api_token_is_no_use_on_the_control_plane(credential: Any) -> None:
    def header() -> str:
        authorization = Authorization(credential, scope=MANAGEMENT_SCOPE, sources=World().sources)
        return authorization.header(authorization.fetch())

    with pytest.raises(InvalidRequest, match="control plane"):
        header()


class Azure:
    """A credential of azure-identity that counts its tokens; `method` is the one it has."""

    def __init__(
        self, world: World, method: str = "get_token", lifetime: float = 3600.0, **info: float
    ) -> None:
        self.world, self.lifetime, self.info = world, lifetime, info
        self.scopes: list[str] = []
        self.error: Exception | None = None
        setattr(self, method, self.make)

    def make(self, *scopes: str) -> Any:
        self.scopes.extend(scopes)
        if self.error:
            raise self.error
        expires_on = int(START + self.world.time + self.lifetime)
        return SimpleNamespace(token=f"t{len(self.scopes)}", expires_on=expires_on, **self.info)


class AsyncAzure(Azure):
    async def make(self, *scopes: str) -> Any:  # type: ignore[override]
        await asyncio.sleep(0)
        return super().make(*scopes)


def sent(transport: FakeTransport) -> list[str]:
    return [dict(request.headers)["Authorization"] for request in transport.requests]


@pytest.mark.parametrize("method", ["get_token", "get_token_info"])
def test_an_entra_token_is_fetched_once_while_it_is_good(method: str) -> None:
    world = World()
    azure = Azure(world, method)
    app, transport = client(azure, world)
    for world.time in (0.0, 1000.0, 3299.0):
        app.devices.get("a")
    assert (sent(transport), azure.scopes) == (["Bearer t1"] * 3, [SCOPE])


def test_the_newer_method_is_preferred() -> None:
    world = World()
    azure = Azure(world, "get_token_info")
    azure.get_token = None  # type: ignore[attr-defined]
    assert Authorization(azure, sources=world.sources).fetch().token == "t1"


def test_the_control_plane_has_its_own_scope() -> None:
    world = World()
    azure = Azure(world)
    Authorization(azure, scope=MANAGEMENT_SCOPE, sources=world.sources).fetch()
    assert azure.scopes == ["https://management.azure.com/.default"]


def test_a_token_is_renewed_ahead_of_its_expiry() -> None:
    world = World()
    app, transport = client(Azure(world), world)
    for world.time in (0.0, 3300.0):
        app.devices.get("a")
    assert sent(transport) == ["Bearer t1", "Bearer t2"]


def test_a_token_says_itself_when_to_renew() -> None:
    world = World()
    app, transport = client(Azure(world, "get_token_info", refresh_on=START + 100), world)
    for world.time in (0.0, 99.0, 100.0):
        app.devices.get("a")
    assert sent(transport) == ["Bearer t1", "Bearer t1", "Bearer t2"]


def test_a_short_lived_token_is_not_fetched_for_every_request() -> None:
    world = World()
    azure = Azure(world, lifetime=60.0)
    app, _ = client(azure, world)
    for world.time in (0.0, 29.0):
        app.devices.get("a")
    assert len(azure.scopes) == 1


def test_a_renewal_that_fails_leaves_the_old_token_in_use() -> None:
    world = World()
    azure = Azure(world)
    app, transport = client(azure, world)
    app.devices.get("a")
    azure.error = OSError("no network")
    for world.time in (3300.0, 3320.0, 3335.0):
        app.devices.get("a")
    assert sent(transport) == ["Bearer t1"] * 4
    assert len(azure.scopes) == 3


def test_a_renewal_that_fails_after_expiry_is_the_callers_error() -> None:
    world = World()
    azure = Azure(world)
    app, _ = client(azure, world)
    app.devices.get("a")
    azure.error, world.time = OSError("no network"), 3600.0
    with pytest.raises(OSError, match="no network"):
        app.devices.get("a")


def test_a_token_the_service_refuses_is_forgotten() -> None:
    world = World()
    app, transport = client(Azure(world), world, [answer({}, 401), answer({})])
    with pytest.raises(Exception, match="401"):
        app.devices.get("a")
    app.devices.get("a")
    assert sent(transport) == ["Bearer t1", "Bearer t2"]


class SlowAzure(Azure):
    """Holds its first answer back until all threads have asked."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.asked, self.go = threading.Event(), threading.Event()

    def make(self, *scopes: str) -> Any:
        self.asked.set()
        assert self.go.wait(10)
        return super().make(*scopes)


def test_concurrent_threads_fetch_one_token() -> None:
    world = World()
    azure = SlowAzure(world)
    app, transport = client(azure, world)
    with ThreadPoolExecutor(20) as pool:
        calls = [pool.submit(app.devices.get, "a") for _ in range(20)]
        assert azure.asked.wait(10)
        azure.go.set()
        for call in calls:
            call.result()
    assert (len(azure.scopes), set(sent(transport))) == (1, {"Bearer t1"})


def test_threads_that_wait_for_one_fetch_share_its_error() -> None:
    world = World()
    azure = SlowAzure(world)
    azure.error = OSError("no network")
    authorization = Authorization(azure, sources=world.sources)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(authorization.fetch)
        assert azure.asked.wait(10)
        second = pool.submit(authorization.fetch)
        azure.go.set()
        for call in (first, second):
            with pytest.raises(OSError, match="no network"):
                call.result()


def async_client(credential: Any, world: World) -> tuple[AsyncIotCentral, FakeTransport]:
    transport = AsyncFakeTransport(lambda request: answer({}))
    app = AsyncIotCentral("contoso", credential, transport=transport, sources=world.sources)
    return app, transport.sync


@pytest.mark.parametrize("kind", [Azure, AsyncAzure])
def test_concurrent_tasks_fetch_one_token(kind: Any) -> None:
    world = World()
    azure = kind(world)
    app, transport = async_client(azure, world)

    async def run() -> None:
        await asyncio.gather(*(app.devices.get("a") for _ in range(50)))

    asyncio.run(run())
    assert (len(azure.scopes), sent(transport)) == (1, ["Bearer t1"] * 50)


def test_one_client_serves_several_loops() -> None:
    world = World()
    azure = AsyncAzure(world)
    app, transport = async_client(azure, world)
    for world.time in (0.0, 10.0, 3400.0):
        asyncio.run(app.devices.get("a"))
    assert sent(transport) == ["Bearer t1", "Bearer t1", "Bearer t2"]


def test_a_task_that_is_cancelled_while_it_fetches_leaves_the_fetch_to_another() -> None:
    world = World()
    azure = AsyncAzure(world)
    app, transport = async_client(azure, world)

    async def run() -> None:
        first, second = (asyncio.ensure_future(app.devices.get("a")) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await second
        assert first.cancelled()

    asyncio.run(run())
    assert sent(transport) == ["Bearer t1"]


class HeldAzure(Azure):
    """Holds its answers back until `go` is set."""

    go: asyncio.Event

    async def make(self, *scopes: str) -> Any:  # type: ignore[override]
        await self.go.wait()
        return super().make(*scopes)


def test_a_task_that_is_cancelled_while_it_waits_stops_nobody() -> None:
    world = World()
    azure = HeldAzure(world)
    app, transport = async_client(azure, world)

    async def run() -> None:
        azure.go = asyncio.Event()
        first, second, third = (asyncio.ensure_future(app.devices.get("a")) for _ in range(3))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.wait([second])
        azure.go.set()
        await asyncio.gather(first, third)
        assert second.cancelled()

    asyncio.run(run())
    assert (len(azure.scopes), sent(transport)) == (1, ["Bearer t1"] * 2)


ENVIRONMENT = {"IOTC_SUBDOMAIN": "contoso", "IOTC_API_TOKEN": TOKEN}


@pytest.mark.parametrize("kind", [IotCentral, AsyncIotCentral])
def test_a_client_comes_from_the_environment(kind: Any) -> None:
    app = kind.from_env(ENVIRONMENT, transport=FakeTransport([]))
    assert repr(app) == f"{kind.__name__}('https://contoso.azureiotcentral.com')"


@pytest.mark.parametrize(
    ("variables", "header"),
    [
        ({"IOTC_API_TOKEN": TOKEN}, TOKEN),
        ({"IOTC_BEARER_TOKEN": "abc"}, "Bearer abc"),
        ({"IOTC_BEARER_TOKEN": "abc", "IOTC_API_TOKEN": ""}, "Bearer abc"),
    ],
)
def test_the_environment_gives_the_credential(variables: dict[str, str], header: str) -> None:
    transport = FakeTransport([answer({})])
    IotCentral.from_env({"IOTC_SUBDOMAIN": "contoso", **variables}, transport=transport).devices.get("a")
    assert sent(transport) == [header]


@pytest.mark.parametrize(
    ("variables", "missing"),
    [
        ({}, "IOTC_SUBDOMAIN"),
        ({"IOTC_SUBDOMAIN": "", "IOTC_API_TOKEN": TOKEN}, "IOTC_SUBDOMAIN"),
        ({"IOTC_SUBDOMAIN": "contoso"}, "IOTC_API_TOKEN"),
        ({**ENVIRONMENT, "IOTC_BEARER_TOKEN": "abc"}, "IOTC_BEARER_TOKEN"),
    ],
)
def test_what_the_environment_lacks_is_named(variables: dict[str, str], missing: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        IotCentral.from_env(variables, transport=FakeTransport([]))
    assert (caught.value.argument, caught.value.rule) == (missing, "environment")


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IOTC_BEARER_TOKEN", raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    assert "contoso" in repr(IotCentral.from_env(transport=FakeTransport([])))
