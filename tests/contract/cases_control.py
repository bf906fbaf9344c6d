"""Breaches on the control plane: Azure Resource Manager with its ids, its case, its long-running work."""

from __future__ import annotations

from typing import Any

from iotcentral.contract.exchanges import Exchange
from tests.contract.cases_versions import Case, at
from tests.contract.examples import error, exchange

ARM = "https://management.azure.com"
GROUP = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTCentral"
APP = f"{GROUP}/iotApps/app1"
POLL = f"{ARM}/subscriptions/s/providers/Microsoft.IoTCentral/locations/eastus/operationResults/1?a=b"
DOTTED = "400.200.006.026"
FAILED = {"error": {"code": "InternalServerError", "message": "m"}}
PREVIEW = "2021-11-01-preview"
WISH = {"location": "EastUS", "sku": {"name": "ST2"}, "properties": {"displayName": "App"}}


def arm(
    method: str, *answered: Any, path: str = APP, version: str = "2021-06-01", **options: Any
) -> Exchange:
    """An exchange with Azure Resource Manager; its PATCH takes plain JSON."""
    sent = {"Content-Type": "application/json"} if "body" in options else {}
    return at(version, f"{method} {ARM}{path}", *answered, sent=sent, **options)


def app(**members: Any) -> dict[str, Any]:
    """An application as Resource Manager answers it."""
    properties = {
        "applicationId": "g",
        "displayName": "App",
        "subdomain": "app-1",
        "state": "created",
        "template": "iotc-pnp-preview@1.0.0",
        **members.pop("properties", {}),
    }
    named = {"id": APP, "name": "app1", "type": "Microsoft.IoTCentral/IoTApps", "location": "eastus"}
    return {
        **named,
        "sku": {"name": "ST2"},
        "identity": {"type": "None"},
        "tags": {},
        "properties": properties,
        **members,
    }


def preview_app(state: str, **properties: Any) -> dict[str, Any]:
    rules = {"defaultAction": "Allow", "applyToDevices": False, "applyToIoTCentral": False, "ipRules": []}
    more = {"publicNetworkAccess": "Enabled", "networkRuleSets": rules, "privateEndpointConnections": []}
    return app(properties={"provisioningState": state, **more, **properties})


CREATING = arm(
    "PUT",
    201,
    preview_app("Creating"),
    version=PREVIEW,
    body=WISH,
    got={"Azure-AsyncOperation": POLL},
)

ASKED = exchange(f"GET {POLL}", 200, {"status": "Succeeded"})


def succeeded(**properties: Any) -> Exchange:
    return arm("GET", 200, preview_app("Succeeded", **properties), version=PREVIEW)


def patched(got: dict[str, str | None]) -> Exchange:
    return arm("PATCH", 202, preview_app("Updating"), version=PREVIEW, body={"sku": {"name": "ST2"}}, got=got)


def apps(*items: dict[str, Any]) -> Exchange:
    return arm("GET", 200, {"value": list(items)}, path=f"{GROUP}/iotApps")


def of_subscription(*items: dict[str, Any]) -> Exchange:
    path = "/subscriptions/s/providers/Microsoft.IoTCentral/iotApps"
    return arm("GET", 200, {"value": list(items)}, path=path)


CASES: dict[str, list[Case]] = {
    "request.path": [
        ("", [arm("GET", 200, app(), path=f"{GROUP}/apps/app1")], [arm("GET", 200, app())]),
    ],
    "request.body": [
        ("/sku/name", [arm("PUT", 500, FAILED, body={**WISH, "sku": {"name": "F1"}})], []),
    ],
    "request.read-only": [
        (
            "/properties/state",
            [arm("PUT", 500, FAILED, body={**WISH, "properties": {"state": "created"}})],
            [],
        ),
    ],
    "answer.header": [
        ("", [patched({})], [patched({"Azure-AsyncOperation": POLL})]),
        ("", [patched({"Location": "/relative"})], [patched({"Location": POLL})]),
        ("", [arm("DELETE", 202, version=PREVIEW)], [arm("DELETE", 202)]),
    ],
    "error.code": [
        (
            "/error/code",
            [exchange("PUT /devices/d1", 400, error(DOTTED), body={})],
            [arm("PUT", 400, {"error": {"code": DOTTED, "message": "m"}}, body=WISH)],
        ),
    ],
    "paging.item-twice": [
        ("/value/1", [apps(app(), app(id=APP.upper()))], [apps(app(), app(id=APP + "2"))]),
    ],
    "paging.item-lost": [
        ("/value", [arm("GET", 200, app()), apps()], [arm("GET", 200, app()), apps(app(id=APP.upper()))]),
        (
            "/value",
            [arm("GET", 200, app()), of_subscription()],
            [arm("GET", 200, app()), of_subscription(app())],
        ),
    ],
    "paging.page-size": [
        ("", [], [apps(*(app(id=f"{APP}{n}") for n in range(101)))]),
    ],
    "echo.id": [
        (
            "/id",
            [arm("GET", 200, app(id=APP + "2"))],
            [arm("GET", 200, app(), path=APP.replace("iotApps", "IoTApps").replace("rg", "RG"))],
        ),
        ("/name", [arm("GET", 200, app(name="app2"))], [arm("GET", 200, app(name="App1"))]),
    ],
    "echo.value": [
        (
            "/sku/name",
            [arm("PUT", 201, app(sku={"name": "ST1"}), body=WISH)],
            [arm("PUT", 201, app(), body=WISH)],
        ),
    ],
    "sequence.value": [
        (
            "/properties/displayName",
            [CREATING, ASKED, succeeded(displayName="Other")],
            [CREATING, ASKED, succeeded()],
        ),
    ],
    "sequence.deleted": [
        (
            "",
            [arm("DELETE", 200), arm("GET", 200, app())],
            [arm("DELETE", 202, version=PREVIEW, got={"Location": POLL}), succeeded()],
        ),
    ],
}
