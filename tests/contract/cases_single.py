"""Breaches that one exchange shows, and their nearest neighbours: requests, answers, errors."""

from __future__ import annotations

from iotcentral.contract.exchanges import Exchange
from tests.contract.examples import (
    D1,
    DELETE,
    GONE,
    HOST,
    SECRET,
    TOKEN,
    UPLOAD,
    USER,
    VERSION,
    device,
    error,
    exchange,
    get,
    page,
    put,
    without,
)

WORK = {"type": "property", "target": "t", "path": "p", "value": 1}
JOB = {"id": "j1", "status": "pending", "group": "g", "data": [WORK]}


MISSING_TOKEN = {"Authorization": ""}

# rule: pointer, exchanges that break it, exchanges that do not
CASES: dict[str, list[tuple[str, list[Exchange], list[Exchange]]]] = {
    "request.path": [
        ("", [exchange("GET /Devices/d1", 200, device())], [D1]),
        (
            "",
            [exchange("GET /devices//properties", 200, {})],
            [exchange("GET /devices/d1/properties", 200, {})],
        ),
        ("", [exchange(f"GET {HOST}/devices/d1", 200, device())], [D1]),
        ("", [exchange("GET /devices/a/b", 200, device())], [exchange("GET /devices/a%2Fb", 404, error())]),
    ],
    "request.method": [("", [exchange("POST /devices/d1", 200, device())], [D1])],
    "request.version": [
        ("", [exchange(f"GET {HOST}/api/devices/d1?api-version=1999-01-01", 200, device())], [D1]),
    ],
    "request.path-value": [
        ("", [exchange("DELETE /deviceGroups/a.b", 204)], [exchange("DELETE /deviceGroups/a-b", 204)]),
        (
            "",
            [exchange("DELETE /deviceTemplates/dtmi%253Aa%253Bb%253B1", 204)],
            [exchange("DELETE /deviceTemplates/dtmi%3Aa%3Bb%3B1", 204)],
        ),
    ],
    "request.query-unknown": [
        (
            "",
            [exchange(f"GET /devices{VERSION}&$top=1", 200, {"value": []})],
            [exchange(f"GET /devices{VERSION}&$top=1&$skiptoken=a", 200, {"value": []})],
        ),
    ],
    "request.query-duplicate": [
        (
            "",
            [exchange(f"GET /devices/d1{VERSION}&api-version=1.0", 200, device())],
            [exchange(f"GET /devices/d1{VERSION}&api-version=2022-07-31", 200, device())],
        ),
    ],
    "request.authorization": [
        (
            "",
            [exchange("GET /devices/d1", 200, device(), sent=MISSING_TOKEN)],
            [exchange("GET /devices/d1", 401, error("Unauthenticated"), sent=MISSING_TOKEN)],
        ),
    ],
    "request.scheme": [
        (
            "",
            [exchange(f"GET http://contoso.azureiotcentral.com/api/devices/d1{VERSION}", 200, device())],
            [exchange(f"GET http://127.0.0.1:8080/api/devices/d1{VERSION}", 200, device())],
        ),
    ],
    "request.media-type": [
        (
            "",
            [put({}, sent={"Content-Type": "application/merge-patch+json"})],
            [put({}, sent={"Content-Type": "application/json; charset=utf-8"})],
        ),
        ("", [put({}, sent={"Content-Type": ""})], [put({})]),
    ],
    "request.body-missing": [("", [exchange("PUT /devices/d1", 200, device())], [put({})])],
    "request.body-unexpected": [
        ("", [exchange("GET /devices/d1", 200, device(), body={})], [D1]),
        ("", [exchange("POST /jobs/j/stop", 204, body={})], [exchange("POST /jobs/j/stop", 204)]),
    ],
    "request.body-json": [("", [put(b'{"displayName": "One"')], [put(b'{"displayName": "One"}')])],
    "request.body": [
        (
            "/displayName",
            [exchange("PUT /devices/d1", 500, error("InternalServerError"), body={"displayName": 5})],
            [put({"displayName": "One"})],
        ),
        (
            "/type",
            [
                exchange(
                    "PUT /users/u1", 500, error("InternalServerError"), body={"type": "robot", "roles": []}
                )
            ],
            [
                exchange(
                    "PUT /users/u1",
                    200,
                    USER,
                    body={"type": "email", "email": "a@b.c", "roles": [{"role": "r"}]},
                )
            ],
        ),
        (
            "/email",
            [
                exchange(
                    "PUT /users/u1",
                    500,
                    error("InternalServerError"),
                    body={"type": "email", "roles": [{"role": "r"}]},
                )
            ],
            [],
        ),
        ("", [exchange("PUT /devices/d1", 500, error("InternalServerError"), body=b'"{}"')], []),
    ],
    "request.unknown-member": [
        (
            "/DisplayName",
            [exchange("PUT /devices/d1", 500, error("InternalServerError"), body={"DisplayName": "One"})],
            [put({"displayName": "One"})],
        ),
    ],
    "request.read-only": [
        ("/id", [put({"id": "d1"})], [put({"displayName": "One"})]),
        ("/provisioned", [exchange("PATCH /devices/d1", 200, device(), body={"provisioned": False})], []),
    ],
    "request.masked-secret": [
        (
            "/connectionString",
            [
                exchange(
                    "PUT /fileUploads",
                    200,
                    UPLOAD,
                    body={**SECRET, "connectionString": UPLOAD["connectionString"]},
                )
            ],
            [exchange("PUT /fileUploads", 200, UPLOAD, body=SECRET)],
        ),
    ],
    "answer.success-status": [
        ("", [exchange("GET /devices/d1", 206, device())], [D1]),
        ("", [exchange("DELETE /devices/d1", 200)], [DELETE]),
        ("", [exchange("GET /devices/d1", 304)], []),
    ],
    "answer.media-type": [
        (
            "",
            [exchange("GET /devices/d1", 200, device(), got={"Content-Type": "text/plain"})],
            [
                exchange(
                    "GET /devices/d1", 200, device(), got={"Content-Type": "application/json; charset=utf-8"}
                )
            ],
        ),
        ("", [exchange("GET /devices/d1", 200, device(), got={"Content-Type": None})], []),
        ("", [exchange("GET /devices/d1", 200, b"<html>", got={"Content-Type": "text/html"})], []),
        ("", [exchange("GET /devices/d1", 404, error(), got={"Content-Type": "text/html"})], [GONE]),
    ],
    "answer.empty": [
        ("", [exchange("GET /devices/d1", 200)], [D1]),
        ("", [exchange("GET /devices/d1", 404)], [GONE]),
    ],
    "answer.body-unexpected": [("", [exchange("DELETE /devices/d1", 204, {})], [DELETE])],
    "answer.json": [
        ("", [exchange("GET /devices/d1", 200, b'{"id": "d1"')], [D1]),
        ("", [exchange("GET /devices/d1", 200, b"\xef\xbb\xbf{}")], []),
        (
            "",
            [exchange("GET /devices/d1/properties", 200, b'{"a": NaN}')],
            [exchange("GET /devices/d1/properties", 200, b'{"a": null}')],
        ),
        ("", [exchange("GET /devices/d1/properties", 200, b"{} {}")], []),
        ("", [exchange("GET /devices/d1/properties", 200, b'{"a": "\xff"}')], []),
        ("", [exchange("GET /devices/d1/properties", 200, b"[" * 100_000)], []),
        (
            "",
            [exchange("GET /devices/d1/properties", 200, b'{"a": {"b": 1, "b": 2}}')],
            [exchange("GET /devices/d1/properties", 200, b'{"a": {"b": 1}, "b": 2}')],
        ),
    ],
    "answer.type": [
        ("/displayName", [get(displayName=5)], [D1]),
        ("/value/0/enabled", [page([device(enabled="true")])], [page([device(enabled=True)])]),
        ("/nextLink", [page([], {})], [page([])]),
        ("/nextLink", [exchange("GET /devices", 200, {"value": [], "nextLink": None})], []),
        ("/error", [exchange("GET /devices/d1", 404, {"error": "gone"})], [GONE]),
    ],
    "answer.required": [
        ("/value", [exchange("GET /devices", 200, {})], [page([])]),
        ("/value", [D1, exchange("GET /devices", 200, {})], []),
        ("/error", [exchange("GET /devices/d1", 404, {})], [GONE]),
        (
            "/type",
            [exchange("GET /users/u1", 200, {key: USER[key] for key in ("id", "email", "roles")})],
            [exchange("GET /users/u1", 200, USER)],
        ),
        ("/email", [exchange("GET /users/u1", 200, {key: USER[key] for key in ("id", "type", "roles")})], []),
    ],
    "answer.limit": [
        (
            "/organizations",
            [exchange("GET /jobs/j1", 200, {**JOB, "organizations": ["a", "b"]})],
            [exchange("GET /jobs/j1", 200, {**JOB, "organizations": ["a"]})],
        ),
        ("/data", [exchange("GET /jobs/j1", 200, {**JOB, "data": []})], []),
    ],
    "answer.format": [
        (
            "/expiry",
            [exchange("GET /apiTokens/t1", 200, {**TOKEN, "expiry": "2027-01-01T00:00:00"})],
            [exchange("GET /apiTokens/t1", 200, TOKEN)],
        ),
        (
            "/error/time",
            [exchange("GET /devices/d1", 404, error(time="Mon, 25 Apr 2023 11:24:53 GMT"))],
            [GONE],
        ),
    ],
    "answer.enum": [
        (
            "/state",
            [exchange("GET /fileUploads", 200, {**UPLOAD, "state": "lost"})],
            [exchange("GET /fileUploads", 200, UPLOAD)],
        )
    ],
    "answer.union-tag": [
        (
            "/type",
            [exchange("GET /users/u1", 200, {**USER, "type": "robot"})],
            [exchange("GET /users/u1", 200, USER)],
        )
    ],
    "answer.unknown-member": [
        ("/lastSeen", [get(lastSeen="x")], [D1]),
        ("/error/details", [exchange("GET /devices/d1", 404, error(details=[]))], [GONE]),
        (
            "/value/0/roles/0/x",
            [exchange("GET /users", 200, {"value": [{**USER, "roles": [{"role": "r", "x": 1}]}]})],
            [exchange("GET /users", 200, {"value": [USER]})],
        ),
    ],
    "error.status": [
        ("", [exchange("GET /devices/d1", 418, error("Teapot"))], [GONE]),
        (
            "",
            [exchange("GET /devices/d1", 409, error("Conflict"))],
            [exchange("DELETE /organizations/ab", 409, error("Conflict"))],
        ),
    ],
    "error.code": [("/error/code", [exchange("GET /devices/d1", 404, error("Conflict"))], [GONE])],
    "error.code-header": [
        (
            "/error/code",
            [exchange("GET /devices/d1", 404, error(), got={"x-ms-error-code": "Gone"})],
            [exchange("GET /devices/d1", 404, error(), got={"x-ms-error-code": "NotFound"})],
        )
    ],
    "error.under-success": [("/error", [exchange("GET /devices/d1", 200, error())], [GONE])],
    "always.missing": [
        ("/displayName", [exchange("GET /devices/d1", 200, without("displayName"))], [D1]),
        ("/value/1/enabled", [page([device(), {**without("enabled"), "id": "d2"}])], []),
        (
            "/token",
            [
                exchange(
                    "PUT /apiTokens/t1",
                    200,
                    {key: value for key, value in TOKEN.items() if key != "token"},
                    body={"roles": [{"role": "r"}]},
                )
            ],
            [exchange("PUT /apiTokens/t1", 200, TOKEN, body={"roles": [{"role": "r"}]})],
        ),
    ],
}
