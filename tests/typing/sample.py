"""What a checker must know of the clients: each `type: ignore` marks a line that it must refuse.

Both checkers read this file with unused ignores as errors, so a line that is no longer refused fails too.
Nothing here is run.
"""

# ruff: noqa: B018
# pyright: strict, reportUnnecessaryTypeIgnoreComment=error, reportUnusedExpression=none

from __future__ import annotations

from typing import assert_type

from iotcentral import (
    AsyncIotCentral,
    AsyncIotCentralManagement,
    AsyncPager,
    AsyncPoller,
    IotCentral,
    IotCentralManagement,
    Pager,
    Poller,
    models,
)
from iotcentral.reference_v1 import IotCentralReference
from iotcentral_rest.control_plane import default_models as apps
from iotcentral_rest.control_plane.v2021_11_01_preview import models as preview_apps
from iotcentral_rest.data_plane.at import DataPlaneVersion
from iotcentral_rest.data_plane.v1_0 import models as first
from iotcentral_rest.data_plane.v2022_10_31_preview import models as preview
from iotcentral_rest.reference_v1 import default_models as reference


def the_default_version(app: IotCentral) -> None:
    assert_type(app.devices.get("d"), models.Device)
    assert_type(app.devices.list(), Pager[models.Device])
    app.query  # type: ignore[attr-defined]
    app.exports  # type: ignore[attr-defined]
    app.destinations  # type: ignore[attr-defined]
    app.dashboards  # type: ignore[attr-defined]
    app.deployment_manifests  # type: ignore[attr-defined]
    app.devices.apply_manifest("d")  # type: ignore[attr-defined]
    app.devices.list(filter="a")  # type: ignore[call-arg]
    app.devices.list(page_size=5)  # type: ignore[call-arg]
    models.Dashboard  # type: ignore[attr-defined]


def another_version(app: IotCentral) -> None:
    answer = app.at("2022-10-31-preview").query.run(preview.QueryRequest(query="SELECT x FROM y"))
    assert_type(answer, preview.QueryResponse)
    assert_type(app.at("2022-10-31-preview").devices.list(filter="a", page_size=5), Pager[preview.Device])
    assert_type(app.at("2022-07-31").devices.get("d"), models.Device)
    assert_type(app.at("1.0").devices.get("d"), first.Device)
    app.at("1.0").jobs  # type: ignore[attr-defined]
    app.at("2022-06-30-preview").query
    app.at("2022-06-30-preview").deployment_manifests  # type: ignore[attr-defined]
    app.at("2022-10-31-preview").devices.list(expand="deploymentManifest")
    app.at("2022-10-31-preview").devices.list(top=5)  # type: ignore[call-arg]
    app.at("2022-10-31-preview").devices.list("a")  # type: ignore[call-arg]


def versions(app: IotCentral, version: DataPlaneVersion, text: str) -> None:
    app.at(version).devices
    app.at(version).query  # type: ignore[union-attr]
    app.at("2021-06-01")  # type: ignore[call-overload]
    app.at(text)  # type: ignore[call-overload]


def preconditions(app: IotCentral, device: preview.Device, job: preview.Job) -> None:
    devices = app.at("2022-10-31-preview").devices
    devices.update("d", preview.DevicePatch(), if_match=device)
    devices.update("d", preview.DevicePatch(), if_match="etag")
    devices.update("d", preview.DevicePatch(), if_match=job)  # type: ignore[arg-type]
    devices.update("d", preview.DevicePatch(), if_match=7)  # type: ignore[arg-type]
    app.devices.update("d", models.DevicePatch(), if_match="etag")  # type: ignore[call-arg]


def models_of_two_versions(app: IotCentral) -> None:
    app.at("2022-10-31-preview").devices.create("d", preview.Device())
    app.at("2022-10-31-preview").devices.create("d", models.Device())  # type: ignore[arg-type]


async def asynchronous(app: AsyncIotCentral) -> None:
    answer = await app.at("2022-10-31-preview").query.run(preview.QueryRequest(query="SELECT x FROM y"))
    assert_type(answer, preview.QueryResponse)
    assert_type(app.at("2022-10-31-preview").devices.list(filter="a"), AsyncPager[preview.Device])
    app.query  # type: ignore[attr-defined]
    app.at("2021-06-01")  # type: ignore[call-overload]


def control_plane(management: IotCentralManagement) -> None:
    assert_type(management.apps.get("s", "g", "n"), apps.App)
    assert_type(management.apps.begin_delete("s", "g", "n"), Poller[None])
    poller = management.apps.begin_update("s", "g", "n", apps.AppPatch())
    assert_type(poller, Poller[apps.App])
    assert_type(poller.wait(timeout=60), apps.App)
    management.apps.delete("s", "g", "n")  # type: ignore[attr-defined]
    management.private_links  # type: ignore[attr-defined]
    links = management.at("2021-11-01-preview").private_links.list("s", "g", "n")
    assert_type(links, Pager[preview_apps.PrivateLinkResource])
    management.at("2022-07-31")  # type: ignore[call-overload]


async def asynchronous_control_plane(management: AsyncIotCentralManagement) -> None:
    answer = await management.apps.begin_update("s", "g", "n", apps.AppPatch())
    assert_type(answer, AsyncPoller[apps.App])
    assert_type(await answer.wait(), apps.App)


def documented_only(app: IotCentralReference) -> None:
    assert_type(app.devices.list(filter="a", page_size=3), Pager[reference.Device])
    app.commands.trigger("d", "c")
    app.commands.trigger("d", "c", body={"delay": 5})
    app.at("2022-07-31")  # type: ignore[attr-defined]
    IotCentralReference("contoso", 7)  # type: ignore[arg-type]
