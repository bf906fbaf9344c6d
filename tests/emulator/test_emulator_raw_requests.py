"""Raw paths, and any bytes on any route: one segment stays one segment, no request breaks the engine."""

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
from iotcentral.emulator.documents import Operation
from iotcentral.emulator.handlers import HANDLERS
from iotcentral.emulator.targets import split_path
from tests.emulator.harness import ADMINISTRATOR, HOST, TEMPLATE, VERSION, Service, documents, new_emulator

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_ERRORS = {400, 401, 403, 404, 409, 413, 415, 501}
_ONE_STATE = settings(
    max_examples=scaled(150),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@given(st.lists(_TEXT, min_size=1, max_size=5))
def test_encoded_segments_come_back_as_they_were(segments: list[str]) -> None:
    assert split_path("/" + "/".join(quote(segment, safe="") for segment in segments)) == segments


@_ONE_STATE
@given(id=_TEXT)
def test_any_device_id_is_kept(service: Service, id: str) -> None:
    path = f"/devices/{quote(id, safe='')}"
    assert service.ok("PUT", path, {})["id"] == id
    assert service.ok("GET", path)["id"] == id


@pytest.mark.parametrize("id", ["a/b", "..", ".", "%2e", "%", "a?b#c", "a b", "é", "a;b=c", "'; DROP TABLE"])
def test_id_is_one_segment_whatever_it_looks_like(service: Service, id: str) -> None:
    service.ok("PUT", f"/devices/{quote(id, safe='')}", {})
    assert [device["id"] for device in service.ok("GET", "/devices")["value"]] == [id]


def test_template_id_in_the_path_needs_no_encoding(service: Service) -> None:
    assert service.call("GET", f"/deviceTemplates/{TEMPLATE};v=1").status == 404


@pytest.mark.parametrize("path", ["/devices/%ff", "/devices/%c3%28", "/%64evices/%80"])
def test_bytes_that_are_not_utf8_name_nothing(service: Service, path: str) -> None:
    assert service.call("GET", path).status == 404


@pytest.fixture(scope="module")
def target() -> Iterator[Emulator]:
    with new_emulator() as made:
        yield made


def _send(target: Emulator, request: Request) -> None:
    """Send a request; an answer against the contract or an exception fails the test by itself."""
    response = target.engine.handle(request)
    if response.status >= 300:
        assert response.status in _ERRORS
        assert list(json.loads(response.body)["error"]) == ["code", "message", "requestId", "time"]


_WORDS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["/api/devices", "://", "?", "&", "%", "..", "api-version=2022-07-31"]),
)


@_ONE_STATE
@given(
    method=st.one_of(st.sampled_from(["GET", "PUT", "PATCH", "DELETE"]), st.text(max_size=8)),
    start=st.sampled_from(["", f"https://{HOST}", f"https://{HOST}/api/devices?api-version={VERSION}"]),
    words=st.lists(_WORDS, max_size=8),
    headers=st.lists(st.tuples(st.sampled_from(["Authorization", "Host", "X-Forwarded-Host"]), _WORDS)),
    body=st.one_of(st.none(), st.binary(max_size=60)),
)
def test_any_text_is_answered(
    target: Emulator,
    method: str,
    start: str,
    words: list[str],
    headers: list[tuple[str, str]],
    body: bytes | None,
) -> None:
    _send(target, Request(method, start + "".join(words), tuple(headers), body))


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
_NAMES = """
    @id @type @context $metadata account capabilityModel connectionString container displayName email enabled
    etag expiry id objectId organizations roles sasTtl simulated template tenantId type value
"""
_MEMBERS = st.sampled_from(_NAMES.split())
_FEW_IDS = st.sampled_from(["a", "b"])
_VALUES = _JSON | _FEW_IDS | st.just([{"role": ADMINISTRATOR}]) | st.sampled_from(["email", "PT1H"])
_BODIES = st.one_of(
    st.dictionaries(_MEMBERS, _VALUES, max_size=6).map(lambda value: json.dumps(value).encode()),
    _JSON.map(lambda value: json.dumps(value).encode()),
    st.binary(max_size=40),
)
_SERVED = [each for document in documents() for each in document.operations.values() if each.id in HANDLERS]


@settings(_ONE_STATE, max_examples=scaled(400))
@given(
    operation=st.sampled_from(_SERVED),
    values=st.lists(_FEW_IDS | _TEXT, min_size=4, max_size=4),
    body=_BODIES,
    media_type=st.sampled_from([*["application/json"] * 5, "application/merge-patch+json", "text/plain"]),
    token=st.sampled_from(["", "&$skiptoken=AAAA", "&$skiptoken=%ff"]),
)
def test_any_body_on_any_operation_is_answered(
    target: Emulator, operation: Operation, values: list[str], body: bytes, media_type: str, token: str
) -> None:
    left = iter(values)
    parts = [quote(next(left), safe="") if part[0] == "{" else part for part in operation.segments]
    url = f"https://{HOST}/api/{'/'.join(parts)}?api-version={VERSION}{token}"
    headers = (("Authorization", target.token), ("Content-Type", media_type))
    _send(target, Request(operation.method, url, headers, body))


@pytest.mark.parametrize("path", ["/apiTokens", "/users", "/deviceTemplates", "/devices"])
def test_fuzzed_state_can_still_be_listed(target: Emulator, path: str) -> None:
    ids = [item.get("id", item.get("@id")) for page in Service(target).pages(path) for item in page]
    assert ids == sorted(ids, key=str.encode)
