"""Microsoft's own client of the control plane, `azure-mgmt-iotcentral`, over HTTP against the emulator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from azure.core.credentials import AccessToken
from azure.core.exceptions import (
    ClientAuthenticationError,
    HttpResponseError,
    ResourceExistsError,
    ResourceNotFoundError,
)
from azure.core.pipeline.transport import RequestsTransport
from azure.mgmt.iotcentral import IotCentralClient
from azure.mgmt.iotcentral.models import (
    App,
    AppPatch,
    AppSkuInfo,
    OperationInputs,
    SystemAssignedServiceIdentity,
)

from iotcentral import BearerToken, IotCentral, models
from iotcentral.emulator import ManualClock
from tests.emulator.arm import BEARER, GA, PREVIEW, VERSIONS, arm_emulator
from tests.emulator.harness import ADMINISTRATOR

GROUP, NAME, SUBSCRIPTION = "factories", "north-plant", "00000000-0000-0000-0000-000000000001"
PLAIN = {"enforce_https": False}
"""Goes with every call: this client gives its token to no address without TLS unless told."""

each_version = pytest.mark.parametrize("version", VERSIONS)


class Administrator:
    """A credential that always has the same token."""

    def __init__(self, token: str = BEARER) -> None:
        self._token = token

    def get_token(self, *scopes: str, **options: Any) -> AccessToken:
        return AccessToken(self._token, 2**40)


class Waiting(RequestsTransport):
    """Real HTTP; what the client waits between two polls passes on the engine's clock alone."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__()
        self._clock = clock
        self.waited: list[float] = []

    def sleep(self, duration: float) -> None:
        self.waited.append(duration)
        self._clock.advance(timedelta(seconds=duration))


class Served:
    """An emulator behind a port, and clients of it."""

    def __init__(self, url: str, transport: Waiting) -> None:
        self.url = url
        self.transport = transport

    def client(self, version: str = GA, token: str = BEARER) -> IotCentralClient:
        return IotCentralClient(
            Administrator(token), SUBSCRIPTION, self.url, transport=self.transport, api_version=version
        )


@pytest.fixture
def served(request: pytest.FixtureRequest) -> Iterator[Served]:
    """An emulator over HTTP; options of the emulator are the indirect parameter."""
    options: dict[str, Any] = getattr(request, "param", {})
    clock = ManualClock()
    with (
        arm_emulator(clock=clock, page_size=4, **options) as emulator,
        emulator.serve() as url,
        Waiting(clock) as transport,
    ):
        yield Served(url, transport)


def app(subdomain: str = "north", **members: Any) -> App:
    settings = {"location": "westus", "sku": AppSkuInfo(name="ST1"), "display_name": "North plant"}
    return App(subdomain=subdomain, **settings | members)


def create(client: IotCentralClient, name: str = NAME, group: str = GROUP, **members: Any) -> App:
    return client.apps.begin_create_or_update(group, name, app(**members), **PLAIN).result()


@each_version
def test_create_ends_with_the_application(served: Served, version: str) -> None:
    made = create(served.client(version), tags={"site": "oslo"})
    assert (made.name, made.type, made.state) == (NAME, "Microsoft.IoTCentral/IoTApps", "created")
    assert (made.subdomain, made.sku.name, made.tags) == ("north", "ST1", {"site": "oslo"})
    assert made.template == "iotc-pnp-preview@1.0.0"
    assert served.client(version).apps.get(GROUP, NAME, **PLAIN).as_dict() == made.as_dict()


def test_preview_is_polled_until_it_has_succeeded(served: Served) -> None:
    client = served.client(PREVIEW)
    poller = client.apps.begin_create_or_update(GROUP, NAME, app(), polling_interval=4, **PLAIN)
    assert poller.result().name == NAME
    assert (poller.status(), served.transport.waited) == ("Succeeded", [4, 4, 4])


def test_created_application_has_a_data_plane(served: Served) -> None:
    made = create(served.client())
    with IotCentral("north", BearerToken(BEARER), connect_to=served.url) as data:
        token = data.api_tokens.create(
            "first", models.ApiToken(roles=[models.RoleAssignment(role=ADMINISTRATOR)])
        )
    assert f"sr={made.application_id}&" in str(token.token)


@each_version
def test_update_changes_what_it_names(served: Served, version: str) -> None:
    client = served.client(version)
    create(client, tags={"site": "oslo"})
    patch = AppPatch(display_name="Plant", identity=SystemAssignedServiceIdentity(type="SystemAssigned"))
    client.apps.begin_update(GROUP, NAME, patch, **PLAIN).result()
    found = client.apps.get(GROUP, NAME, **PLAIN)
    assert (found.display_name, found.subdomain, found.tags) == ("Plant", "north", {"site": "oslo"})
    assert found.identity.principal_id


@each_version
def test_put_of_what_was_read_changes_nothing(served: Served, version: str) -> None:
    client = served.client(version)
    create(client, tags={"site": "oslo"})
    read = client.apps.get(GROUP, NAME, **PLAIN)
    client.apps.begin_create_or_update(GROUP, NAME, read, **PLAIN).result()
    assert client.apps.get(GROUP, NAME, **PLAIN).as_dict() == read.as_dict()


@each_version
def test_delete_is_waited_for(served: Served, version: str) -> None:
    client = served.client(version)
    create(client)
    assert client.apps.begin_delete(GROUP, NAME, **PLAIN).result() is None
    with pytest.raises(ResourceNotFoundError):
        client.apps.get(GROUP, NAME, **PLAIN)
    client.apps.begin_delete(GROUP, NAME, **PLAIN).result()


@each_version
def test_lists_go_over_their_pages(served: Served, version: str) -> None:
    client = served.client(version)
    for number in range(6):
        group = GROUP if number < 5 else "other"
        create(client, f"plant-{number}", group, subdomain=f"plant-{number}")
    by_group = [found.name for found in client.apps.list_by_resource_group(GROUP, **PLAIN)]
    assert by_group == [f"plant-{number}" for number in range(5)]
    assert len(list(client.apps.list_by_subscription(**PLAIN))) == 6


def test_name_checks_say_what_is_free(served: Served) -> None:
    client = served.client()
    create(client)
    checks = (client.apps.check_name_availability, client.apps.check_subdomain_availability)
    free = [check(OperationInputs(name="free"), **PLAIN) for check in checks]
    assert [(verdict.name_available, verdict.reason) for verdict in free] == [(True, None)] * 2
    taken = [
        check(OperationInputs(name=name), **PLAIN)
        for check, name in zip(checks, (NAME, "north"), strict=True)
    ]
    assert [(verdict.name_available, verdict.reason) for verdict in taken] == [
        (False, "The resource name is in use"),
        (False, "The subdomain is in use"),
    ]


def test_templates_and_operations_are_listed_over_their_pages(served: Served) -> None:
    client = served.client()
    templates = list(client.apps.list_templates(**PLAIN))
    assert len({template.manifest_id for template in templates}) == 15
    operations = [operation.name for operation in client.operations.list(**PLAIN)]
    assert "Microsoft.IoTCentral/IoTApps/write" in operations
    assert len(operations) == len(set(operations)) == 9


def test_what_is_not_there_is_a_resource_not_found_error(served: Served) -> None:
    with pytest.raises(ResourceNotFoundError) as raised:
        served.client().apps.get(GROUP, NAME, **PLAIN)
    assert raised.value.error is not None
    assert raised.value.error.code == "ResourceNotFound"
    assert raised.value.message.startswith("(ResourceNotFound) The resource 'Microsoft.IoTCentral/iotApps/")


def test_taken_subdomain_is_a_resource_exists_error(served: Served) -> None:
    create(served.client())
    with pytest.raises(ResourceExistsError, match="The subdomain is in use"):
        create(served.client(), "other-plant")


def test_wrong_plan_is_a_response_error_with_the_code_of_the_service(served: Served) -> None:
    with pytest.raises(HttpResponseError) as raised:
        create(served.client(), sku=AppSkuInfo(name="S1"))
    assert raised.value.status_code == 400
    assert raised.value.error is not None
    assert raised.value.error.code == "400.200.006.026"


def test_foreign_token_is_a_client_authentication_error(served: Served) -> None:
    with pytest.raises(ClientAuthenticationError, match="InvalidAuthenticationToken"):
        served.client(token="other").apps.get(GROUP, NAME, **PLAIN)


@pytest.mark.parametrize("served", [{"deny_create": True}], indirect=True)
def test_denied_creation_is_a_response_error_with_the_sentence_of_the_service(served: Served) -> None:
    with pytest.raises(HttpResponseError, match=f"Subscription {SUBSCRIPTION} is not allowed") as raised:
        create(served.client())
    assert raised.value.status_code == 403
