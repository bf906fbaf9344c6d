"""What other people's clients rely on in addresses: links, subdomains, and Azure Resource Manager's names.

The points are numbered as in `test_emulator_other_clients`, where the others are.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.emulator.arm import APP, BEARER, GA, GROUP, PREVIEW, PROVIDER, SUBSCRIPTION, arm_emulator, body
from tests.emulator.harness import HOST
from tests.emulator.wire import MANAGEMENT, Served, Wire

# 1: links are absolute and reachable, with https in front and http behind.

SEEN: dict[str, tuple[dict[str, str], str]] = {
    "Host": ({"Host": "demo.example:8443"}, "http://demo.example:8443/"),
    "X-Forwarded-Host": ({"X_Forwarded_Host": "demo.example"}, "http://demo.example/"),
    "X-Forwarded-Proto": ({"X_Forwarded_Proto": "https"}, f"https://{HOST}/"),
    "both": ({"X_Forwarded_Proto": "https", "X_Forwarded_Host": "demo.example"}, "https://demo.example/"),
    "several proxies": (
        {"X_Forwarded_Proto": "https, http", "X_Forwarded_Host": "demo.example, inner"},
        "https://demo.example/",
    ),
}


@pytest.mark.parametrize("way", list(SEEN))
def test_point_1_next_link_starts_with_what_the_caller_sees(served: Served, way: str) -> None:
    headers, start = SEEN[way]
    for number in range(26):
        served.app.ok("PUT", f"/api/devices/d{number}", {})
    assert served.app.ok("GET", "/api/devices", **headers)["nextLink"].startswith(f"{start}api/devices?")


@pytest.mark.parametrize("header", ["Azure-AsyncOperation", "Location"])
def test_point_1_polling_links_start_with_what_the_caller_sees(served: Served, header: str) -> None:
    served.management.ok("PUT", APP, body())
    target = f"{APP}?api-version={PREVIEW}"
    heard = served.management.call(
        "PATCH", target, {"tags": {}}, X_Forwarded_Proto="https", X_Forwarded_Host="localhost:8443"
    )
    assert heard.headers[header].startswith("https://localhost:8443/subscriptions/")


def test_point_1_an_address_of_your_own_comes_before_all_headers() -> None:
    with (
        arm_emulator(external_url="https://mine.example:1", page_size=1) as emulator,
        emulator.serve() as url,
        Wire(url, HOST, emulator.token) as app,
    ):
        link = app.ok("GET", "/api/roles", X_Forwarded_Host="demo.example")["nextLink"]
    assert link.startswith("https://mine.example:1/api/roles?")


# 11: applications and their subdomains.


@pytest.mark.parametrize(
    "host", ["other.azureiotcentral.com", "other.localhost", "demo2.azureiotcentral.com"]
)
def test_point_11_unknown_subdomains_are_refused(served: Served, host: str) -> None:
    assert served.app.call("GET", "/api/roles", Host=host).status == 404


def test_point_11_application_made_there_answers_at_once(served: Served) -> None:
    served.management.ok("PUT", APP, body())
    with Wire(served.app.url, "north.azureiotcentral.com", f"Bearer {BEARER}") as north:
        assert len(north.ok("GET", "/api/roles")["value"]) == 3


# 12: Azure Resource Manager.


def test_point_12_first_page_of_templates_is_a_post_and_the_next_a_get() -> None:
    with (
        arm_emulator(page_size=10) as emulator,
        emulator.serve() as url,
        Wire(url, MANAGEMENT, f"Bearer {BEARER}", GA) as management,
    ):
        page = management.ok("POST", f"{SUBSCRIPTION}{PROVIDER}/appTemplates")
        link = urlsplit(page["nextLink"])
        # The SDK drops members of the query that have no value when it follows a link.
        kept = "&".join(part for part in link.query.split("&") if part.partition("=")[2])
        rest = management.ok("GET", f"{link.path}?{kept}")
    assert (len(page["value"]), len(rest["value"]), "nextLink" in rest) == (10, 5, False)


def test_point_12_group_and_resource_names_compare_without_case(served: Served) -> None:
    served.management.ok("PUT", APP, body())
    shouted = APP.replace("factories", "FACTORIES").replace("north-plant", "North-Plant")
    assert served.management.ok("GET", shouted)["name"] == "north-plant"
    assert len(served.management.ok("GET", GROUP.replace("factories", "Factories"))["value"]) == 1


def test_point_12_taken_subdomain_is_409(served: Served) -> None:
    served.management.ok("PUT", APP, body())
    assert served.management.call("PUT", f"{GROUP}/other", body()).status == 409


def test_point_12_type_identity_and_etag(served: Served) -> None:
    served.management.ok("PUT", APP, body())
    heard = served.management.call("GET", APP)
    assert heard.json["type"] == "Microsoft.IoTCentral/IoTApps"
    assert heard.json["identity"] == {"type": "None"}
    assert heard.headers["ETag"].startswith('W/"')
