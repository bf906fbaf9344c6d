"""The table of retries over every operation of every generated version."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from iotcentral import AsyncIotCentral, InvalidRequest, IotCentral, IotCentralError, RetryPolicy, models
from iotcentral._core.descriptor import Operation
from iotcentral._core.flow import call
from iotcentral._core.transport import Request, Response
from tests.core.fakes import HOST, TOKEN, AsyncFakeTransport, FakeTransport
from tests.core.world import Faults, World, async_driver, fault, generated_operations, sync_driver

TABLE = yaml.safe_load((Path(__file__).parent / "retry_conformance.yaml").read_text())
OPERATIONS = list(generated_operations())
POLICY = RetryPolicy(attempts=4)


def name(row: dict[str, Any]) -> str:
    parts = [
        row.get("operation") or "+".join(row["classes"]),
        *row.get("methods", ()),
        row.get("if-match", ""),
    ]
    return " ".join([*filter(None, parts), *(str(one) for one in row["faults"])])


def answered(operation: Operation[Any], written: Any) -> Response | Exception:
    if written != "ok":
        return fault(written)
    return Response(min(operation.success), (), b"{}")


def send_sync(operation: Operation[Any], request: Request, faults: Faults, world: World) -> None:
    driver = sync_driver(FakeTransport(faults), world.session(retries=POLICY))
    driver.run(call(operation, request, driver.session))


def send_async(operation: Operation[Any], request: Request, faults: Faults, world: World) -> None:
    driver, _ = async_driver(faults, world.session(retries=POLICY))
    asyncio.run(driver.run(call(operation, request, driver.session)))


def outcome(row: dict[str, Any], operation: Operation[Any], send: Any) -> dict[str, Any]:
    """What the call did, and what is wrong with its error."""
    kinds = {status: None if kind is None else Any for status, kind in operation.success.items()}
    operation = msgspec.structs.replace(operation, success=kinds)
    headers = (("If-Match", row["if-match"]),) if "if-match" in row else ()
    faults, world = Faults(answered(operation, one) for one in row["faults"]), World()
    found = {"outcome": "ok", "attempts": None}
    try:
        send(operation, Request(operation.method, f"{HOST}/api/x", headers), faults, world)
    except IotCentralError as error:
        found = {"outcome": type(error).__name__, "attempts": error.attempts}  # type: ignore[attr-defined]
    short = [
        (wait, least) for wait, least in zip(world.waits, row.get("waits", ()), strict=False) if wait < least
    ]
    return {**found, "sends": len(faults.requests), "unused": len(faults.left), "too short": short}


def expected(row: dict[str, Any]) -> dict[str, Any]:
    attempts = None if row["outcome"] == "ok" else row["sends"]
    return {
        "outcome": row["outcome"],
        "attempts": attempts,
        "sends": row["sends"],
        "unused": 0,
        "too short": [],
    }


def concerned(row: dict[str, Any]) -> list[Operation[Any]]:
    methods = row.get("methods", ("GET", "PUT", "PATCH", "POST", "DELETE"))
    return [one for one in OPERATIONS if one.retry in row["classes"] and one.method in methods]


@pytest.mark.parametrize("send", [send_sync, send_async], ids=["sync", "async"])
@pytest.mark.parametrize("row", TABLE["rows"], ids=name)
def test_every_operation_does_what_the_table_says(row: dict[str, Any], send: Any) -> None:
    found = {f"{one.id} {one.version}": outcome(row, one, send) for one in concerned(row)}
    assert found
    assert {key: value for key, value in found.items() if value != expected(row)} == {}


@pytest.mark.parametrize("retry", ["safe", "conditional", "once"])
def test_the_table_speaks_of_every_class(retry: str) -> None:
    assert any(one.retry == retry for one in OPERATIONS)
    assert sum(retry in row["classes"] for row in TABLE["rows"]) > 10


JOB = models.Job(
    group="g", data=[models.CommandJobData(target="dtmi:a:b;1", path="reboot", value=None)], display_name="j"
)
CALLS: dict[str, Any] = {
    "Jobs_Create": lambda app: app.jobs.create("j", JOB),
    "Jobs_Rerun": lambda app: app.jobs.rerun("j", "r"),
    "Devices_RunCommand": lambda app: app.devices.run_command("d", "reboot", models.DeviceCommand()),
    "Devices_RunComponentCommand": lambda app: app.devices.run_component_command(
        "d", "c", "reboot", models.DeviceCommand()
    ),
    "ApiTokens_Create": lambda app: app.api_tokens.create(
        "t", models.ApiToken(roles=[models.RoleAssignment(role="r")])
    ),
    "EnrollmentGroups_VerifyX509": lambda app: app.enrollment_groups.verify_x509(
        "g", models.CertificateEntry.PRIMARY, models.X509VerificationCertificate(certificate="MA==")
    ),
}


def call_sync(operation_id: str, faults: Faults) -> None:
    world = World()
    app = IotCentral("contoso", TOKEN, transport=FakeTransport(faults), sources=world.sources)
    CALLS[operation_id](app)


def call_async(operation_id: str, faults: Faults) -> None:
    async def run() -> None:
        transport, world = AsyncFakeTransport(faults), World()
        await CALLS[operation_id](
            AsyncIotCentral("contoso", TOKEN, transport=transport, sources=world.sources)
        )

    asyncio.run(run())


@pytest.mark.parametrize("send", [call_sync, call_async], ids=["sync", "async"])
@pytest.mark.parametrize("row", TABLE["operations"], ids=name)
def test_what_does_something_in_the_world_is_sent_once(row: dict[str, Any], send: Any) -> None:
    faults = Faults(fault(one) for one in row["faults"])
    with pytest.raises(IotCentralError) as caught:
        send(row["operation"], faults)
    assert not isinstance(caught.value, InvalidRequest)
    assert (type(caught.value).__name__, len(faults.requests)) == (row["outcome"], row["sends"])
    assert faults.left == []
