"""Other api-versions over one client, and what a version does not have."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from iotcentral import AsyncIotCentral, InvalidRequest, IotCentral, IotCentralError, NotInThisVersion, models
from iotcentral_rest.availability import AVAILABLE
from iotcentral_rest.data_plane.v2022_10_31_preview import models as preview_models
from iotcentral_rest.versions import VERSIONS
from tests.core.fakes import HOST, TOKEN, AsyncFakeTransport, FakeTransport, answer

PREVIEW = "2022-10-31-preview"
DATA_PLANE = [version.version for version in VERSIONS if version.plane == "data-plane"]
RESULTS = {"results": [{"temperature": 21}]}


def client(*answers: Any) -> tuple[IotCentral, FakeTransport]:
    transport = FakeTransport(list(answers))
    return IotCentral("contoso", TOKEN, transport=transport), transport


def dynamic(app: Any) -> Any:
    """The client without what a checker knows of it."""
    return app


def test_another_version_speaks_over_the_same_connection_and_credential() -> None:
    app, transport = client(answer(RESULTS))
    found = app.at(PREVIEW).query.run(preview_models.QueryRequest(query="SELECT temperature FROM x"))
    assert found.results == [{"temperature": 21}]
    request = transport.requests[0]
    assert request.url == f"{HOST}/api/query?api-version={PREVIEW}"
    assert dict(request.headers)["Authorization"] == TOKEN


def test_an_async_client_speaks_another_version_too() -> None:
    transport = AsyncFakeTransport([answer(RESULTS)])

    async def run() -> preview_models.QueryResponse:
        app = AsyncIotCentral("contoso", TOKEN, transport=transport)
        return await app.at(PREVIEW).query.run(preview_models.QueryRequest(query="SELECT x FROM y"))

    assert asyncio.run(run()).results == [{"temperature": 21}]


@pytest.mark.parametrize("version", DATA_PLANE)
def test_each_version_is_spoken_by_its_name(version: str) -> None:
    app, transport = client(answer({"value": []}))
    assert list(dynamic(app).at(version).devices.list()) == []
    assert transport.requests[0].url == f"{HOST}/api/devices?api-version={version}"


@pytest.mark.parametrize("make", [IotCentral, AsyncIotCentral])
@pytest.mark.parametrize("version", ["2019-01-01", "2022_07_31", "v1.0", "", "2021-06-01"])
def test_an_unknown_version_is_refused_with_the_known_ones(make: Any, version: str) -> None:
    app = make("contoso", TOKEN, transport=FakeTransport([]))
    with pytest.raises(InvalidRequest) as caught:
        app.at(version)
    assert caught.value.argument == "version"
    assert all(known in str(caught.value) for known in DATA_PLANE)


@pytest.mark.parametrize("name", ["query", "exports", "destinations", "dashboards", "deployment_manifests"])
@pytest.mark.parametrize("make", [IotCentral, AsyncIotCentral])
def test_what_the_default_lacks_names_the_versions_that_have_it(make: Any, name: str) -> None:
    app = make("contoso", TOKEN, transport=FakeTransport([]))
    with pytest.raises(NotInThisVersion) as caught:
        getattr(app, name)
    error = caught.value
    assert (error.missing, error.plane, error.version) == (name, "data-plane", "2022-07-31")
    assert error.available_in == AVAILABLE["data-plane"][name]
    assert PREVIEW in str(error)
    assert not hasattr(app, name)


def test_a_missing_method_names_the_versions_that_have_it() -> None:
    app, _ = client()
    with pytest.raises(NotInThisVersion, match=r"2022-07-31 has no devices\.apply_manifest") as caught:
        dynamic(app).devices.apply_manifest("d")
    assert caught.value.available_in == (PREVIEW,)


def test_a_missing_argument_names_the_versions_that_have_it() -> None:
    app, transport = client()
    with pytest.raises(NotInThisVersion, match=r"has no Devices_List\.filter") as caught:
        dynamic(app).devices.list(filter="displayName eq 'a'")
    assert caught.value.available_in == ("2022-06-30-preview", PREVIEW)
    assert transport.requests == []


def test_an_argument_no_version_has_is_refused_as_ever() -> None:
    app, _ = client()
    with pytest.raises(InvalidRequest, match="is not an option of a call"):
        dynamic(app).devices.list(colour="red")


@pytest.mark.parametrize("name", ["devicez", "devices_", "_devices", "__len__"])
def test_a_name_no_version_has_is_a_plain_attribute_error(name: str) -> None:
    app, _ = client()
    with pytest.raises(AttributeError, match=name) as caught:
        getattr(app, name)
    assert not isinstance(caught.value, IotCentralError)
    assert (caught.value.name, caught.value.obj) == (name, app)


@pytest.mark.parametrize("name", sorted(name for name in AVAILABLE["data-plane"] if not name[0].isupper()))
def test_whatever_the_index_names_is_there_and_missing_as_it_says(name: str) -> None:
    app, _ = client()
    owner, _, last = name.rpartition(".")
    having = [one for one in DATA_PLANE if _has(dynamic(app).at(one), owner, last)]
    assert tuple(having) == AVAILABLE["data-plane"][name]


def _has(api: Any, owner: str, name: str) -> bool:
    return (not owner or hasattr(api, owner)) and hasattr(getattr(api, owner) if owner else api, name)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_the_error_survives_copies_and_pickles(again: Callable[[Any], Any]) -> None:
    error = NotInThisVersion("query", plane="data-plane", version="1.0", available_in=("a", "b"))
    copied = again(error)
    assert (str(copied), copied.missing, copied.available_in) == (str(error), "query", ("a", "b"))
    assert isinstance(copied, AttributeError)


def test_a_precondition_may_be_the_object_that_was_read() -> None:
    app, transport = client(answer({"id": "d", "etag": "abc"}), answer({"id": "d"}))
    devices = app.at(PREVIEW).devices
    device = devices.get("d")
    devices.update("d", preview_models.DevicePatch(display_name="Hall"), if_match=device)
    assert dict(transport.requests[1].headers)["If-Match"] == "abc"


@pytest.mark.parametrize(
    "given", [preview_models.Device(), models.Job(display_name="x", group="g", data=[]), 7]
)
def test_a_precondition_without_an_etag_is_refused(given: Any) -> None:
    app, transport = client()
    with pytest.raises(InvalidRequest, match="has no etag") as caught:
        app.at(PREVIEW).devices.update("d", preview_models.DevicePatch(), if_match=given)
    assert caught.value.argument == "if_match"
    assert transport.requests == []


def test_query_parameters_go_by_their_wire_names() -> None:
    app, transport = client(answer({"value": []}), answer({"value": []}))
    list(app.at(PREVIEW).devices.list(filter="a eq 'b'", page_size=2, order_by="displayName desc"))
    list(app.at("2022-06-30-preview").devices.list(filter="a", page_size=2))
    new, old = (request.url.partition("api-version=")[2] for request in transport.requests)
    assert set(new.split("&")[1:]) == {
        "filter=a%20eq%20%27b%27",
        "maxpagesize=2",
        "orderby=displayName%20desc",
    }
    assert set(old.split("&")[1:]) == {"$filter=a", "$top=2"}
