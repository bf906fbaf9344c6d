"""Breaches that need the answer beside its request, or several exchanges: paging, echo, sequence."""

from __future__ import annotations

from iotcentral.contract.exchanges import Exchange
from tests.contract.examples import (
    D1,
    DELETE,
    GONE,
    HOST,
    NEXT,
    SECRET,
    UPLOAD,
    VERSION,
    device,
    devices,
    exchange,
    get,
    page,
    put,
)

TEMPLATE = "/deviceTemplates/dtmi%3Acontoso%3At%3B1"
MODEL = {"@type": ["ModelDefinition", "DeviceModel"], "capabilityModel": {"@id": "dtmi:contoso:m;1"}}
ANSWERED = {**MODEL, "@id": "dtmi:contoso:t;1", "etag": '"1"', "displayName": "T", "@context": []}
GROUP = {"id": "g1", "displayName": "G", "filter": "SELECT * FROM devices"}


GROWN = get(displayName="Grown")

SET_UP = exchange("PUT /fileUploads", 200, UPLOAD, body=SECRET)


def going(container: str) -> Exchange:
    """A file upload configuration that is being deleted."""
    answered = {**UPLOAD, "container": container, "state": "deleting"}
    return exchange("GET /fileUploads", 200, answered)


def _relationships(*sources: str) -> Exchange:
    """Answer the relationships of a device, all of one id, which each has from the device it starts at."""
    links = [{"id": "link", "source": source, "target": "d3"} for source in sources]
    return exchange("GET /devices/d3/relationships", 200, {"value": links})


# rule: pointer, exchanges that break it, exchanges that do not
CASES: dict[str, list[tuple[str, list[Exchange], list[Exchange]]]] = {
    "paging.link-host": [
        ("/nextLink", [page([], NEXT.replace("contoso.", "evil."))], [page([], NEXT)]),
        ("/nextLink", [page([], NEXT.replace("https:", "http:"))], []),
        ("/nextLink", [page([], f"https://evil.example/api/devices{VERSION}")], []),
        ("/nextLink", [page([], NEXT.replace(".com/", ".com:8443/"))], []),
    ],
    "paging.link-loop": [
        ("/nextLink", [page([], f"{HOST}/api/devices{VERSION}")], [page([], NEXT)]),
        (
            "/nextLink",
            [
                page([], NEXT),
                exchange(f"GET {NEXT}", 200, {"value": [], "nextLink": f"{HOST}/api/devices{VERSION}"}),
            ],
            [page([], NEXT), exchange(f"GET {NEXT}", 200, {"value": []})],
        ),
    ],
    "paging.link-relative": [("/nextLink", [page([], f"/api/devices{VERSION}&a=b")], [page([], NEXT)])],
    "paging.link-empty": [("/nextLink", [page([], "")], [page([])])],
    "paging.link-version": [
        ("/nextLink", [page([], f"{HOST}/api/devices?%24skiptoken=abc")], [page([], NEXT)]),
        ("/nextLink", [page([], NEXT.replace("2022-07-31", "1.0"))], []),
    ],
    "paging.item-twice": [
        ("/value/1", [page(devices("a", "a"))], [page(devices("a", "b"))]),
        (
            "/value/0",
            [page(devices("a"), NEXT), exchange(f"GET {NEXT}", 200, {"value": devices("a")})],
            [page(devices("a")), page(devices("a"))],
        ),
        ("/value/1", [_relationships("d1", "d1")], [_relationships("d1", "d2")]),
    ],
    "paging.item-lost": [
        ("/value", [D1, page(devices("d2"))], [D1, page(devices("d1", "d2"))]),
        (
            "/value",
            [D1, page(devices("d2"), NEXT), exchange(f"GET {NEXT}", 200, {"value": []})],
            [D1, page(devices("d2"), NEXT)],
        ),
        ("/value", [put({}), page([])], [put({}), DELETE, page([])]),
    ],
    "paging.page-size": [
        ("/value", [page(devices(*map(str, range(101))))], [page(devices(*map(str, range(100))))])
    ],
    "echo.id": [
        ("/id", [exchange("GET /devices/d1", 200, device(id="d2"))], [D1]),
        (
            "/@id",
            [exchange(f"GET {TEMPLATE}", 200, {**ANSWERED, "@id": "dtmi:a;1"})],
            [exchange(f"GET {TEMPLATE}", 200, ANSWERED)],
        ),
    ],
    "echo.value": [
        ("/displayName", [put({"displayName": "Two"})], [put({"displayName": "One"})]),
        (
            "/displayName",
            [exchange("PATCH /devices/d1", 200, device(), body={"displayName": "Two"})],
            [exchange("PATCH /deviceGroups/g1", 200, GROUP, body={"description": None})],
        ),
        ("/organizations", [put({"organizations": ["ab"]})], [put({"organizations": []})]),
        (
            "/target",
            [
                exchange(
                    "PATCH /devices/d1/properties",
                    202,
                    {"$metadata": {"target": {"desiredValue": 70}}},
                    body={"target": 80},
                )
            ],
            [
                exchange(
                    "PATCH /devices/d1/properties",
                    202,
                    {"target": 70, "$metadata": {"target": {"desiredValue": 80.0}}},
                    body={"target": 80},
                )
            ],
        ),
        (
            "/capabilityModel/displayName",
            [
                exchange(
                    f"PUT {TEMPLATE}",
                    200,
                    {**ANSWERED, "capabilityModel": {"displayName": "B"}},
                    body={**MODEL, "capabilityModel": {"displayName": "A"}},
                )
            ],
            [],
        ),
    ],
    "echo.etag": [
        (
            "/etag",
            [exchange("GET /devices/d1", 200, device(), got={"ETag": '"2"'})],
            [exchange("GET /devices/d1", 200, device(), got={"ETag": 'W/"1"'})],
        )
    ],
    "sequence.deleted": [
        (
            "",
            [put({"displayName": "One"}), DELETE, D1],
            [put({"displayName": "One"}), DELETE, put({}), GROWN],
        ),
        ("", [DELETE, D1], [DELETE, GONE]),
        ("", [DELETE, D1], [DELETE, put({}), D1]),
        ("", [DELETE, exchange("GET /devices/d1/properties", 200, {})], []),
        ("/value/0", [DELETE, page(devices("d1"))], [DELETE, page(devices("d2"))]),
        (
            "",
            [exchange("DELETE /fileUploads", 204), exchange("GET /fileUploads", 200, UPLOAD)],
            [
                exchange("DELETE /fileUploads", 204),
                exchange("GET /fileUploads", 200, {**UPLOAD, "state": "deleting"}),
            ],
        ),
    ],
    "sequence.value": [
        (
            "/container",
            [SET_UP, exchange("DELETE /fileUploads", 204), going("other")],
            [SET_UP, exchange("DELETE /fileUploads", 204), going("files")],
        ),
        (
            "/displayName",
            [put({"displayName": "One"}), get(displayName="Two")],
            [put({"displayName": "One"}), D1],
        ),
        (
            "/displayName",
            [
                put({"displayName": "One"}),
                exchange("PATCH /devices/d1", 200, device(displayName="Two"), body={"simulated": False}),
            ],
            [
                put({"displayName": "One"}),
                exchange("PATCH /devices/d1", 200, device(displayName="Two"), body={"displayName": "Two"}),
                get(displayName="Two"),
            ],
        ),
        ("", [put({"displayName": "One"}), GONE], [put({"displayName": "One"}), DELETE, GONE]),
    ],
}
