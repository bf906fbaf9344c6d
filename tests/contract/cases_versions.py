"""Breaches only some versions of the data plane know, and the documented-only surface."""

from __future__ import annotations

from typing import Any

from iotcentral.contract.exchanges import Exchange
from tests.contract.examples import D1, device, devices, error, exchange

Case = tuple[str, list[Exchange], list[Exchange]]

OLD, NEW = "2022-06-30-preview", "2022-10-31-preview"
V1 = "https://contoso.azureiotcentral.com/api/v1"


def at(version: str, line: str, *answered: Any, **options: Any) -> Exchange:
    """`exchange` with a version of its own: `at(NEW, "GET /devices?maxpagesize=1", 200, {...})`."""
    path, _, query = line.partition("?")
    return exchange(f"{path}?api-version={version}{'&' if query else ''}{query}", *answered, **options)


BLOB = {
    "displayName": "Blob",
    "type": "blobstorage@v1",
    "authorization": {
        "type": "connectionString",
        "connectionString": "DefaultEndpointsProtocol=https;AccountKey=abc",
        "containerName": "data",
    },
}
STORED = {
    **BLOB,
    "id": "b1",
    "status": "waiting",
    "authorization": {
        **BLOB["authorization"],  # type: ignore[dict-item]
        "connectionString": "DefaultEndpointsProtocol=https;AccountKey=*****",
    },
}
HOOK = {"displayName": "Hook", "type": "webhook@v1", "url": "https://example.org"}
LINES = {
    "type": "lineChart",
    "group": "g",
    "devices": ["d1"],
    "capabilities": [{"capability": "t", "aggregateFunction": "avg"}],
    "queryRange": {"type": "time", "duration": "PT30M"},
}


def board(configuration: dict[str, Any]) -> dict[str, Any]:
    tile = {"displayName": "T", "configuration": configuration, "x": 0, "y": 0, "width": 1, "height": 1}
    return {"displayName": "D", "tiles": [tile]}


def shown(configuration: dict[str, Any]) -> dict[str, Any]:
    return {**board(configuration), "id": "dtmi:a:b", "personal": False, "favorite": False}


def refused(method: str, path: str, body: Any, version: str = NEW) -> Exchange:
    """A bad request that the service did not notice, with an answer that says nothing of it."""
    return at(version, f"{method} {path}", 500, error("InternalServerError"), body=body)


def put_blob(authorization: Any) -> Exchange:
    return refused("PUT", "/dataExport/destinations/b1", {**BLOB, "authorization": authorization})


def put_board(configuration: dict[str, Any]) -> Exchange:
    return refused("PUT", "/dashboards/dtmi:a:b", board(configuration))


def less(holder: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in holder.items() if key != name}


CONNECTION: dict[str, Any] = BLOB["authorization"]  # type: ignore[assignment]
BLOB_PUT = at(NEW, "PUT /dataExport/destinations/b1", 200, STORED, body=BLOB)
HOOK_PUT = at(OLD, "PUT /dataExport/destinations/h", 200, {**HOOK, "id": "h", "status": "waiting"}, body=HOOK)
BOARD_PUT = at(NEW, "PUT /dashboards/dtmi:a:b", 200, shown(LINES), body=board(LINES))
TAG = {"If-Match": '"1"'}


CASES: dict[str, list[Case]] = {
    "request.query-unknown": [
        (
            "",
            [at(NEW, "GET /devices?$top=1", 200, {"value": []})],
            [
                at(NEW, "GET /devices?maxpagesize=1&filter=enabled eq true", 200, {"value": []}),
                at(NEW, "GET /devices?expand=deploymentManifest&orderby=displayName", 200, {"value": []}),
            ],
        ),
        (
            "",
            [at(OLD, "GET /devices?maxpagesize=1", 200, {"value": []})],
            [at(OLD, "GET /devices?$top=1&$filter=a&$orderby=b", 200, {"value": []})],
        ),
        (
            "",
            [at("2022-07-31", "GET /devices/d1/properties?unmodeled=true", 200, {})],
            [at(OLD, "GET /devices/d1/properties?unmodeled=true", 200, {})],
        ),
        (
            "",
            [at("2022-07-31", f"GET {V1}/devices?filter=a", 200, {"devices": []})],
            [at("2022-07-31", f"GET {V1}/devices?$filter=a", 200, {"devices": []})],
        ),
    ],
    "request.query-value": [
        (
            "",
            [at(NEW, f"GET /devices?maxpagesize={size}", 200, {"value": []})],
            [at(NEW, "GET /devices?maxpagesize=100", 200, {"value": []})],
        )
        for size in ("0", "101", "many")
    ],
    "request.media-type": [
        (
            "",
            [
                at(
                    NEW,
                    "PATCH /dashboards/dtmi:a:b",
                    200,
                    shown(LINES),
                    body={"favorite": False},
                    sent={"Content-Type": "application/json"},
                )
            ],
            [at(NEW, "PATCH /dashboards/dtmi:a:b", 200, shown(LINES), body={"favorite": False})],
        ),
        (
            "",
            [at("1.0", "PATCH /users/u1", 500, error("InternalServerError"), body={"type": "email"})],
            [],
        ),
    ],
    "request.body": [
        (
            "/authorization",
            [refused("PUT", "/dataExport/destinations/b1", less(BLOB, "authorization"))],
            [BLOB_PUT],
        ),
        ("/authorization/containerName", [put_blob(less(CONNECTION, "containerName"))], []),
        ("/authorization/type", [put_blob({**CONNECTION, "type": "key"})], []),
        (
            "/type",
            [refused("PUT", "/dataExport/destinations/b1", {**HOOK, "type": "webhook@v2"})],
            [HOOK_PUT],
        ),
        ("/url", [refused("PUT", "/dataExport/destinations/b1", less(HOOK, "url"), OLD)], []),
        ("/tiles/0/configuration/queryRange", [put_board(less(LINES, "queryRange"))], [BOARD_PUT]),
        (
            "/tiles/0/configuration/queryRange/duration",
            [put_board({**LINES, "queryRange": {"type": "time", "duration": "PT2H"}})],
            [],
        ),
        ("/tiles/0/configuration/type", [put_board({**LINES, "type": "areaChart"})], []),
    ],
    "request.unknown-member": [
        (
            "/containerName",
            [refused("PUT", "/dataExport/destinations/h", {**HOOK, "containerName": "a"})],
            [HOOK_PUT],
        ),
        ("/authorization/url", [put_blob({**CONNECTION, "url": "a"})], []),
        ("/tiles/0/configuration/zoomLevel", [put_board({**LINES, "zoomLevel": 1})], [BOARD_PUT]),
        (
            "/deploymentManifest",
            [refused("PUT", "/devices/d1", {"deploymentManifest": {}}, "2022-07-31")],
            [],
        ),
    ],
    "request.read-only": [
        (
            "/status",
            [refused("PUT", "/dataExport/destinations/h", {**HOOK, "status": "healthy"})],
            [HOOK_PUT],
        ),
        ("/id", [refused("PATCH", "/dataExport/destinations/h", {"id": "h", "type": "webhook@v1"})], []),
        ("/id", [refused("PATCH", "/dataExport/destinations/h", {"id": "h"})], []),
    ],
    "request.masked-secret": [
        ("/authorization/connectionString", [put_blob(STORED["authorization"])], [BLOB_PUT]),
    ],
    "answer.success-status": [
        (
            "",
            [
                exchange(
                    "POST /enrollmentGroups/g/certificates/primary/verify", 200, body={"certificate": "a"}
                )
            ],
            [at(OLD, "POST /enrollmentGroups/g/certificates/primary/verify", 200, body={"certificate": "a"})],
        ),
    ],
    "answer.union-tag": [
        (
            "/tiles/0/configuration/type",
            [at(NEW, "GET /dashboards/dtmi:a:b", 200, shown({**LINES, "type": "areaChart"}))],
            [at(NEW, "GET /dashboards/dtmi:a:b", 200, shown(LINES))],
        ),
        (
            "/authorization/type",
            [at(NEW, "GET /dataExport/destinations/b1", 200, {**STORED, "authorization": {"type": "key"}})],
            [at(NEW, "GET /dataExport/destinations/b1", 200, STORED)],
        ),
    ],
    "answer.unknown-member": [
        (
            "/deploymentManifest",
            [at("2022-07-31", "GET /devices/d1", 200, device(deploymentManifest={}))],
            [],
        ),
        ("/lastSeen", [at("2022-07-31", "GET /devices/d1", 200, device(lastSeen="x"))], []),
        (
            "/etag",
            [exchange(f"GET {V1}/devices/d1", 200, device(template="t"))],
            [
                exchange(
                    f"GET {V1}/devices/d1",
                    200,
                    less(device(template="t", lastSeen="2023-10-26T15:00:00Z"), "etag"),
                )
            ],
        ),
    ],
    "error.status": [
        (
            "",
            [exchange("PATCH /devices/d1", 412, error("PreconditionFailed"), body={}, sent=TAG)],
            [at(NEW, "PATCH /devices/d1", 412, error("PreconditionFailed"), body={}, sent=TAG)],
        ),
        (
            "",
            [at("1.0", "GET /devices/d1", 418, error("Teapot"))],
            [at("1.0", "GET /devices/d1", 404, error())],
        ),
        (
            "",
            [exchange("PUT /devices/d1", 409, error("Conflict"), body={})],
            [exchange(f"PUT {V1}/devices/d1", 409, {"error": {"code": "Conflict", "message": "m"}}, body={})],
        ),
    ],
    "paging.link-version": [
        (
            "/nextLink",
            [
                at(
                    NEW,
                    "GET /devices?maxpagesize=1",
                    200,
                    {
                        "value": devices("a"),
                        "nextLink": "https://contoso.azureiotcentral.com/api/devices?api-version=2022-07-31&$top=1",
                    },
                )
            ],
            [],
        )
    ],
    "paging.item-lost": [
        (
            "/value",
            [D1, exchange(f"GET /devices?api-version={NEW}&maxpagesize=1", 200, {"value": []})],
            [D1, exchange(f"GET /devices?api-version={NEW}&filter=a", 200, {"value": []})],
        ),
    ],
    "paging.page-size": [
        (
            "/value",
            [at(NEW, "GET /devices?maxpagesize=1", 200, {"value": devices("a", "b")})],
            [at("2022-07-31", "GET /devices", 200, {"value": devices("a", "b")})],
        ),
        (
            "/value",
            [at(OLD, "GET /devices?$top=1", 200, {"value": devices("a", "b")})],
            [at(OLD, "GET /devices?$top=2", 200, {"value": devices("a", "b")})],
        ),
    ],
    "echo.id": [
        (
            "/id",
            [at(NEW, "GET /dataExport/destinations/other", 200, STORED)],
            [at(NEW, "GET /dataExport/destinations/b1", 200, STORED)],
        ),
    ],
    "echo.value": [
        (
            "/authorization/containerName",
            [
                at(
                    NEW,
                    "PUT /dataExport/destinations/b1",
                    200,
                    {**STORED, "authorization": {**CONNECTION, "containerName": "other"}},
                    body=BLOB,
                )
            ],
            [BLOB_PUT],
        ),
    ],
}
