"""Applications on the control plane, in both versions; nothing here waits for an operation to end."""

from __future__ import annotations

from contract_tests.scenarios.stage import Scenarios, Stage, refused
from iotcentral import BadRequest, Conflict, NotFound
from iotcentral_rest.control_plane.v2021_06_01 import models as ga
from iotcentral_rest.control_plane.v2021_11_01_preview import models as preview

__all__ = ["SCENARIOS"]

SUBSCRIPTION, GROUP = "00000000-0000-0000-0000-000000000001", "factories"
PREVIEW = "2021-11-01-preview"
CONNECTION = "north-plant.00000000-0000-0000-0000-000000000002"


def app(subdomain: str, sku: str = "ST2") -> ga.App:
    properties = ga.AppProperties(display_name=subdomain, subdomain=subdomain)
    return ga.App(location="westeurope", sku=ga.AppSkuInfo(name=sku), properties=properties)


def applications(stage: Stage) -> None:
    apps = stage.management.apps
    for name in ("north", "east", "south"):
        apps.begin_create_or_update(SUBSCRIPTION, GROUP, f"{name}-plant", app(name))
    apps.get(SUBSCRIPTION, GROUP, "north-plant")
    apps.begin_create_or_update(SUBSCRIPTION, GROUP, "north-plant", app("north", "ST1"))
    apps.begin_update(
        SUBSCRIPTION,
        GROUP,
        "north-plant",
        ga.AppPatch(
            tags={"site": "oslo"}, identity=ga.SystemAssignedServiceIdentityPatch(type="SystemAssigned")
        ),
    )
    list(apps.list_by_subscription(SUBSCRIPTION))
    list(apps.list_by_resource_group(SUBSCRIPTION, GROUP))
    apps.begin_delete(SUBSCRIPTION, GROUP, "north-plant")
    apps.begin_delete(SUBSCRIPTION, GROUP, "north-plant")


def refused_applications(stage: Stage) -> None:
    apps = stage.management.apps
    apps.begin_create_or_update(SUBSCRIPTION, GROUP, "north-plant", app("north"))
    with refused(BadRequest):
        apps.begin_create_or_update(SUBSCRIPTION, GROUP, "2024", app("south"))
    with refused(Conflict):
        apps.begin_create_or_update(SUBSCRIPTION, GROUP, "south-plant", app("north"))
    with refused(NotFound):
        apps.get(SUBSCRIPTION, GROUP, "nowhere")
    with refused(NotFound):
        apps.begin_update(SUBSCRIPTION, GROUP, "nowhere", ga.AppPatch(tags={}))


def provider(stage: Stage) -> None:
    for version in (stage.management, stage.management.at(PREVIEW)):
        list(version.apps.list_templates(SUBSCRIPTION))
        list(version.operations.list())
        for name in ("north-plant", "demo"):
            wanted = (
                ga.OperationInputs(name=name)
                if version is stage.management
                else preview.OperationInputs(name=name)
            )
            version.apps.check_name_availability(SUBSCRIPTION, wanted)
            version.apps.check_subdomain_availability(SUBSCRIPTION, wanted)


def applications_in_the_background(stage: Stage) -> None:
    management = stage.management.at(PREVIEW)
    apps, connections = management.apps, management.private_endpoint_connections
    properties = preview.AppProperties(display_name="North", subdomain="north")
    wanted = preview.App(location="westeurope", sku=preview.AppSkuInfo(name="ST2"), properties=properties)
    place = (SUBSCRIPTION, GROUP, "north-plant")
    apps.begin_create_or_update(*place, wanted)
    apps.begin_create_or_update(*place, wanted)
    apps.begin_update(*place, preview.AppPatch(tags={"site": "oslo"}))
    for status in ("Approved", "Rejected"):
        state = preview.PrivateLinkServiceConnectionState(status=status, description="As agreed")
        decided = preview.PrivateEndpointConnectionProperties(private_link_service_connection_state=state)
        connections.begin_create(*place, CONNECTION, preview.PrivateEndpointConnection(properties=decided))
    connections.get(*place, CONNECTION)
    list(connections.list(*place))
    list(management.private_links.list(*place))
    management.private_links.get(*place, "iotApp")
    apps.get(*place)
    list(apps.list_by_subscription(SUBSCRIPTION))
    list(apps.list_by_resource_group(SUBSCRIPTION, GROUP))
    connections.begin_delete(*place, CONNECTION)
    apps.begin_delete(*place)
    with refused(Conflict):
        apps.begin_update(*place, preview.AppPatch(tags={}))
    with refused(NotFound):
        connections.get(*place, "other")


SCENARIOS: Scenarios = {
    "applications": applications,
    "applications-refused": refused_applications,
    "applications-preview": applications_in_the_background,
    "provider": provider,
}
