"""Any bytes on any route of the control plane and of the documented surface: no request breaks the engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral._core.transport import Request
from iotcentral.emulator import Emulator
from iotcentral.emulator.documents import Document, Operation
from tests.emulator.arm import BEARER, PREVIEW, PROVIDER, Arm, arm_emulator, body
from tests.emulator.harness import ALIVE, EVERYTHING, HOST, TEMPLATE, Service, every_document, template

_ERRORS = {400, 401, 403, 404, 409, 413, 415}
_ONE_STATE = settings(
    max_examples=scaled(250),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
_JSON = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def _bodies(
    names: str, values: st.SearchStrategy[object], usual: dict[str, st.SearchStrategy[object]]
) -> st.SearchStrategy[bytes]:
    """Bytes, JSON of any kind, and objects whose members have names that mean something, two deep."""
    members = st.sampled_from(names.split())
    inner = st.dictionaries(members, values | _JSON, max_size=5)
    whole = st.dictionaries(members, inner | values | _JSON, max_size=6)
    others = sorted(set(names.split()) - set(usual))
    likely = st.fixed_dictionaries(usual, optional=dict.fromkeys(others, inner | values))
    return st.binary(max_size=40) | (likely | whole | _JSON).map(lambda value: json.dumps(value).encode())


def _operations(plane: str) -> list[tuple[Document, Operation]]:
    """All operations but those that would leave the rest nothing to act on."""
    documents = [document for document in every_document() if document.plane == plane]
    return [
        (document, operation)
        for document in documents
        for operation in document.operations.values()
        if operation.id not in ("Apps_Delete", "Devices_Remove")
    ]


def _send(target: Emulator, request: Request) -> None:
    """Send a request; an answer against the contract or an exception fails the test by itself."""
    response = target.engine.handle(request)
    if response.status >= 300:
        assert response.status in _ERRORS
        assert list(json.loads(response.body)["error"]) == ["code", "message"]


_SCOPE = "/subscriptions/abc"
_NAMED = f"{_SCOPE}/resourceGroups/abc{PROVIDER}/iotApps/abc"
_APPROVED = {"properties": {"privateLinkServiceConnectionState": {"status": "Approved"}}}
_ARM_VALUES = st.sampled_from(
    [
        "ST1",
        "S1",
        "eastus",
        "North",
        "SystemAssigned",
        "None",
        "Allow",
        [],
        {},
        [{"ipMask": "1"}],
        {"name": "ST2"},
    ]
)
_ARM_USUAL = {
    "location": st.just("eastus"),
    "sku": st.just({"name": "ST2"}),
    "properties": st.fixed_dictionaries(
        {}, optional={"subdomain": st.sampled_from(["north", "south", "abc"]), "networkRuleSets": _JSON}
    ),
}
_ARM_NAMES = """
    displayName identity ipRules location name networkRuleSets privateLinkServiceConnectionState properties
    publicNetworkAccess sku status subdomain tags template type
"""


@pytest.fixture(scope="module")
def management() -> Iterator[Emulator]:
    """An emulator with an application and its connection, at the ids that the tests mostly name."""
    with arm_emulator() as made:
        arm = Arm(made, PREVIEW)
        arm.ok("PUT", _NAMED, body())
        arm.ok("PUT", f"{_NAMED}/privateEndpointConnections/abc", _APPROVED)
        yield made


@settings(_ONE_STATE, max_examples=scaled(400))
@given(
    place=st.sampled_from(_operations("control-plane")),
    values=st.lists(st.one_of(*[st.just("abc")] * 4, _TEXT), min_size=4, max_size=4),
    content=_bodies(_ARM_NAMES, _ARM_VALUES, _ARM_USUAL),
    media_type=st.sampled_from([*["application/json"] * 5, "text/plain", ""]),
    query=st.sampled_from(["", "&$skiptoken=AAAA", "&asyncinfo", "&api-version=2"]),
)
def test_any_body_on_any_operation_of_the_control_plane_is_answered(
    management: Emulator,
    place: tuple[Document, Operation],
    values: list[str],
    content: bytes,
    media_type: str,
    query: str,
) -> None:
    document, operation = place
    url = f"https://management.azure.com/{_path(operation, values)}?api-version={document.version}{query}"
    headers = (("Authorization", f"Bearer {BEARER}"), ("Content-Type", media_type))
    _send(management, Request(operation.method, url, headers, content))


_WORDS = st.text(max_size=12) | st.sampled_from(
    [
        "/subscriptions",
        "/providers/Microsoft.IoTCentral",
        "/operationResults/",
        "/locations/",
        "?",
        "&",
        "%",
        "..",
    ]
)


@_ONE_STATE
@given(
    method=st.sampled_from(["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "X"]),
    host=st.sampled_from(["management.azure.com", "localhost:1", "[::1]"]),
    words=st.lists(_WORDS, max_size=6),
    token=st.sampled_from(["", BEARER, f"Bearer {BEARER}"]),
    content=st.none() | st.binary(max_size=30),
)
def test_any_text_is_answered_by_the_control_plane(
    management: Emulator, method: str, host: str, words: list[str], token: str, content: bytes | None
) -> None:
    url = f"https://{host}/subscriptions/{''.join(words)}?api-version={PREVIEW}"
    _send(management, Request(method, url, (("Authorization", token),), content))


_DEVICE_VALUES = st.sampled_from([TEMPLATE, "", 1, True, {"humidity": 1}, "2023-10-26T15:05:10Z", {"x": 1}])
_DEVICE_NAMES = """
    customer delay displayName enabled firmwareVersion id pump sensor simulated target temperature template
    timestamp value
"""


@pytest.fixture(scope="module")
def surface() -> Iterator[Emulator]:
    """An emulator with a living device `sim` whose template has everything."""
    with arm_emulator() as made:
        service = Service(made)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(*EVERYTHING))
        service.ok("PUT", "/devices/sim", {"template": TEMPLATE, "simulated": True})
        service.wait(ALIVE)
        yield made


@settings(_ONE_STATE, max_examples=scaled(400))
@given(
    place=st.sampled_from(_operations("reference-v1")),
    values=st.lists(st.sampled_from(["sim", "target", "reboot", "pump"]) | _TEXT, min_size=2, max_size=2),
    content=_bodies(_DEVICE_NAMES, _DEVICE_VALUES, {}),
    query=st.sampled_from(
        ["", "$filter=", "$filter=enabled eq 1", "$filter=id lt 'é'", "$top=1", "$top=%ff"]
    ),
)
def test_any_body_on_any_operation_of_the_surface_is_answered(
    surface: Emulator, place: tuple[Document, Operation], values: list[str], content: bytes, query: str
) -> None:
    document, operation = place
    path = _path(operation, ["sim", values[0]] if len(values[1]) % 2 else values)
    url = f"https://{HOST}/api/v1/{path}?api-version={document.version}&{quote(query, safe='$=&%')}"
    headers = (("Authorization", f"Bearer {surface.token}"), ("Content-Type", "application/json"))
    _send(surface, Request(operation.method, url, headers, content))
    Service(surface).wait(1)


def _path(operation: Operation, values: list[str]) -> str:
    left = iter(values)
    return "/".join(
        quote(next(left), safe="") if part.startswith("{") else part for part in operation.segments
    )


def test_fuzzed_applications_can_still_be_listed_and_reached(management: Emulator) -> None:
    arm = Arm(management, PREVIEW)
    for app in arm.ok("GET", f"{_SCOPE}{PROVIDER}/iotApps")["value"]:
        assert arm.application(app["properties"]["subdomain"]).status == 200


def test_fuzzed_devices_can_still_be_listed(surface: Emulator) -> None:
    found = Service(surface, f"Bearer {surface.token}").ok("GET", "/v1/devices")["devices"]
    ids = [device["id"] for device in found]
    assert ids == sorted(ids, key=str.encode)
