"""Exchanges to judge: short to write, complete, and kept by default."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import yaml

from iotcentral.contract.compiled import Contract, compile_contract
from iotcentral.contract.exchanges import Answer, Exchange, Request
from iotcentral.contract.findings import Finding, Where
from iotcentral.contract.library import Kit, Library
from iotcentral.contract.verify import Report, verify_exchanges

ROOT = Path(__file__).parents[2]
DOCUMENTED = ROOT / "cassettes" / "documented"
HOST = "https://contoso.azureiotcentral.com"
VERSION = "?api-version=2022-07-31"
DEVICE = {
    "id": "d1",
    "etag": '"1"',
    "displayName": "One",
    "enabled": True,
    "provisioned": False,
    "simulated": False,
}
ERROR = {
    "code": "NotFound",
    "message": "no",
    "requestId": "129yztvc",
    "time": "Tue, 25 Apr 2023 11:24:53 GMT",
}
TOKEN = {"id": "t1", "roles": [{"role": "r"}], "expiry": "2027-01-01T00:00:00Z", "token": "<api-token>"}
USER = {"id": "u1", "type": "email", "email": "a@b.c", "roles": [{"role": "r"}]}
UPLOAD = {
    "connectionString": "DefaultEndpointsProtocol=https;AccountKey=*****",
    "container": "files",
    "sasTtl": "PT1H",
    "state": "pending",
    "etag": '"1"',
}
SECRET = {"connectionString": "DefaultEndpointsProtocol=https;AccountKey=abc", "container": "files"}


def _read(name: str) -> Any:
    return yaml.load((ROOT / "specs" / name).read_text("utf-8"), yaml.CSafeLoader)


def _compile(entry: dict[str, Any]) -> Contract:
    return compile_contract(_read(entry["document"]), entry["plane"])


@functools.cache
def library() -> Library:
    """Every version of the catalog, each read from its spec when a request calls for it."""
    catalog = _read("catalog.yaml")
    names = {f"{each['plane']}/{each['version']}": each for each in catalog["versions"]}
    loaders = {name: functools.partial(_compile, entry) for name, entry in names.items()}
    return Library(loaders, dict(name.split("/") for name in catalog["default"]))


def kit(name: str = "data-plane/2022-07-31") -> Kit:
    """The kit of one contract, such as `control-plane/2021-06-01`."""
    found = library().kit(*name.split("/"))
    assert found is not None
    return found


def error(code: str = "NotFound", **members: Any) -> dict[str, Any]:
    return {"error": {**ERROR, "code": code, **members}}


def device(**members: Any) -> dict[str, Any]:
    return {**DEVICE, **members}


def _bytes(body: Any) -> bytes:
    if body is None or isinstance(body, bytes):
        return body or b""
    return json.dumps(body).encode()


def exchange(
    line: str,
    status: int | None = 200,
    answer: Any = None,
    *,
    body: Any = None,
    sent: dict[str, str] | None = None,
    got: dict[str, str | None] | None = None,
) -> Exchange:
    """`exchange("GET /devices/d1", 200, {...})`; a header of `None` is left out."""
    method, _, path = line.partition(" ")
    url = path if "://" in path else f"{HOST}/api{path}"
    url += "" if "?" in url else VERSION
    media = "application/merge-patch+json" if method == "PATCH" else "application/json"
    out = {
        "Authorization": "<api-token>",
        **({"Content-Type": media} if body is not None else {}),
        **(sent or {}),
    }
    back = {**({"Content-Type": "application/json"} if answer is not None else {}), **(got or {})}
    kept = tuple((name, value) for name, value in out.items() if value)
    request = Request(headers=kept, body=_bytes(body), method=method, url=url)
    if status is None:
        return Exchange(Where("memory", 0), request, None)
    headers = tuple((name, value) for name, value in back.items() if value is not None)
    return Exchange(Where("memory", 0), request, Answer(headers=headers, body=_bytes(answer), status=status))


def judged(*exchanges: Exchange, target: Any = "own", sealed: bool = False) -> Report:
    numbered = [Exchange(Where("memory", n), each.request, each.answer) for n, each in enumerate(exchanges)]
    return verify_exchanges(numbered, library=library(), target=target, sealed=sealed)


def rules(report: Report) -> list[str]:
    return [each.rule for each in report.findings]


def only(report: Report) -> Finding:
    (finding,) = report.findings
    return finding


NEXT = f"{HOST}/api/devices{VERSION}&%24skiptoken=abc"


def get(**members: Any) -> Exchange:
    return exchange("GET /devices/d1", 200, device(**members))


def put(body: Any, answer: Any = None, status: int = 200, **options: Any) -> Exchange:
    return exchange("PUT /devices/d1", status, device() if answer is None else answer, body=body, **options)


def page(items: list[Any], link: Any = None, query: str = VERSION) -> Exchange:
    body = {"value": items, **({} if link is None else {"nextLink": link})}
    return exchange(f"GET /devices{query}", 200, body)


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in device().items() if key != name}


def devices(*ids: str) -> list[dict[str, Any]]:
    return [device(id=each) for each in ids]


D1 = exchange("GET /devices/d1", 200, device())
GONE = exchange("GET /devices/d1", 404, error())
DELETE = exchange("DELETE /devices/d1", 204)
