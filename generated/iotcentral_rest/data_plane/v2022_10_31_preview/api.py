# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""data-plane 2022-10-31-preview: one attribute a tag, its module loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from iotcentral._core.surface import Surface

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller

    from .operations.api_tokens import AsyncApiTokensOperations, ApiTokensOperations
    from .operations.dashboards import AsyncDashboardsOperations, DashboardsOperations
    from .operations.destinations import AsyncDestinationsOperations, DestinationsOperations
    from .operations.exports import AsyncExportsOperations, ExportsOperations
    from .operations.deployment_manifests import (
        AsyncDeploymentManifestsOperations,
        DeploymentManifestsOperations,
    )
    from .operations.device_groups import AsyncDeviceGroupsOperations, DeviceGroupsOperations
    from .operations.device_templates import AsyncDeviceTemplatesOperations, DeviceTemplatesOperations
    from .operations.devices import AsyncDevicesOperations, DevicesOperations
    from .operations.enrollment_groups import AsyncEnrollmentGroupsOperations, EnrollmentGroupsOperations
    from .operations.file_uploads import AsyncFileUploadsOperations, FileUploadsOperations
    from .operations.jobs import AsyncJobsOperations, JobsOperations
    from .operations.organizations import AsyncOrganizationsOperations, OrganizationsOperations
    from .operations.query import AsyncQueryOperations, QueryOperations
    from .operations.roles import AsyncRolesOperations, RolesOperations
    from .operations.scheduled_jobs import AsyncScheduledJobsOperations, ScheduledJobsOperations
    from .operations.users import AsyncUsersOperations, UsersOperations

__all__ = ["DataPlane", "AsyncDataPlane"]


class DataPlane(Surface):
    """The operations of data-plane 2022-10-31-preview, synchronous."""

    __place__ = ("data-plane", "2022-10-31-preview", "")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def api_tokens(self) -> ApiTokensOperations:
        """Keys for programs that call this API without an Entra sign-in."""
        from .operations.api_tokens import ApiTokensOperations

        return ApiTokensOperations(self._caller)

    @cached_property
    def dashboards(self) -> DashboardsOperations:
        """Pages of tiles that the web application shows: charts, latest values, maps, texts."""
        from .operations.dashboards import DashboardsOperations

        return DashboardsOperations(self._caller)

    @cached_property
    def destinations(self) -> DestinationsOperations:
        """Places outside the application to which data exports send: storage, event hubs, service bus, Data
        Explorer or a webhook.
        """
        from .operations.destinations import DestinationsOperations

        return DestinationsOperations(self._caller)

    @cached_property
    def exports(self) -> ExportsOperations:
        """Definitions of what is sent on, as it happens, to one or more destinations."""
        from .operations.exports import ExportsOperations

        return ExportsOperations(self._caller)

    @cached_property
    def deployment_manifests(self) -> DeploymentManifestsOperations:
        """What the runtime of an IoT Edge device shall download and run."""
        from .operations.deployment_manifests import DeploymentManifestsOperations

        return DeploymentManifestsOperations(self._caller)

    @cached_property
    def device_groups(self) -> DeviceGroupsOperations:
        """Saved queries over the devices of the application."""
        from .operations.device_groups import DeviceGroupsOperations

        return DeviceGroupsOperations(self._caller)

    @cached_property
    def device_templates(self) -> DeviceTemplatesOperations:
        """The published models of devices: a template wraps a DTDL v2 capability model and is what a device
        points to.
        """
        from .operations.device_templates import DeviceTemplatesOperations

        return DeviceTemplatesOperations(self._caller)

    @cached_property
    def devices(self) -> DevicesOperations:
        """Device records and everything below them: attestation and credentials, components, edge modules,
        properties, commands, the last telemetry value, and links between a gateway and its downstream
        devices.
        """
        from .operations.devices import DevicesOperations

        return DevicesOperations(self._caller)

    @cached_property
    def enrollment_groups(self) -> EnrollmentGroupsOperations:
        """Ways for many devices to enrol through the Device Provisioning Service with one secret: a pair of
        group keys or an X.509 signing certificate.
        """
        from .operations.enrollment_groups import EnrollmentGroupsOperations

        return EnrollmentGroupsOperations(self._caller)

    @cached_property
    def file_uploads(self) -> FileUploadsOperations:
        """The one storage account setting of the application that lets devices upload files."""
        from .operations.file_uploads import FileUploadsOperations

        return FileUploadsOperations(self._caller)

    @cached_property
    def jobs(self) -> JobsOperations:
        """Work done over all devices of a group: write properties, run a command, or move devices to another
        template or edge manifest.
        """
        from .operations.jobs import JobsOperations

        return JobsOperations(self._caller)

    @cached_property
    def organizations(self) -> OrganizationsOperations:
        """The tree that splits an application among tenants, sites or customers."""
        from .operations.organizations import OrganizationsOperations

        return OrganizationsOperations(self._caller)

    @cached_property
    def query(self) -> QueryOperations:
        """One question to the stored telemetry or property values of all devices of a template, in a language
        like SQL.
        """
        from .operations.query import QueryOperations

        return QueryOperations(self._caller)

    @cached_property
    def roles(self) -> RolesOperations:
        """Named sets of permissions that users and API tokens are given."""
        from .operations.roles import RolesOperations

        return RolesOperations(self._caller)

    @cached_property
    def scheduled_jobs(self) -> ScheduledJobsOperations:
        """Jobs that start at a set time, once or repeatedly."""
        from .operations.scheduled_jobs import ScheduledJobsOperations

        return ScheduledJobsOperations(self._caller)

    @cached_property
    def users(self) -> UsersOperations:
        """People, service principals and Entra groups admitted to the application, each with at least one
        role.
        """
        from .operations.users import UsersOperations

        return UsersOperations(self._caller)


class AsyncDataPlane(Surface):
    """The operations of data-plane 2022-10-31-preview, asynchronous."""

    __place__ = ("data-plane", "2022-10-31-preview", "")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def api_tokens(self) -> AsyncApiTokensOperations:
        """Keys for programs that call this API without an Entra sign-in."""
        from .operations.api_tokens import AsyncApiTokensOperations

        return AsyncApiTokensOperations(self._caller)

    @cached_property
    def dashboards(self) -> AsyncDashboardsOperations:
        """Pages of tiles that the web application shows: charts, latest values, maps, texts."""
        from .operations.dashboards import AsyncDashboardsOperations

        return AsyncDashboardsOperations(self._caller)

    @cached_property
    def destinations(self) -> AsyncDestinationsOperations:
        """Places outside the application to which data exports send: storage, event hubs, service bus, Data
        Explorer or a webhook.
        """
        from .operations.destinations import AsyncDestinationsOperations

        return AsyncDestinationsOperations(self._caller)

    @cached_property
    def exports(self) -> AsyncExportsOperations:
        """Definitions of what is sent on, as it happens, to one or more destinations."""
        from .operations.exports import AsyncExportsOperations

        return AsyncExportsOperations(self._caller)

    @cached_property
    def deployment_manifests(self) -> AsyncDeploymentManifestsOperations:
        """What the runtime of an IoT Edge device shall download and run."""
        from .operations.deployment_manifests import AsyncDeploymentManifestsOperations

        return AsyncDeploymentManifestsOperations(self._caller)

    @cached_property
    def device_groups(self) -> AsyncDeviceGroupsOperations:
        """Saved queries over the devices of the application."""
        from .operations.device_groups import AsyncDeviceGroupsOperations

        return AsyncDeviceGroupsOperations(self._caller)

    @cached_property
    def device_templates(self) -> AsyncDeviceTemplatesOperations:
        """The published models of devices: a template wraps a DTDL v2 capability model and is what a device
        points to.
        """
        from .operations.device_templates import AsyncDeviceTemplatesOperations

        return AsyncDeviceTemplatesOperations(self._caller)

    @cached_property
    def devices(self) -> AsyncDevicesOperations:
        """Device records and everything below them: attestation and credentials, components, edge modules,
        properties, commands, the last telemetry value, and links between a gateway and its downstream
        devices.
        """
        from .operations.devices import AsyncDevicesOperations

        return AsyncDevicesOperations(self._caller)

    @cached_property
    def enrollment_groups(self) -> AsyncEnrollmentGroupsOperations:
        """Ways for many devices to enrol through the Device Provisioning Service with one secret: a pair of
        group keys or an X.509 signing certificate.
        """
        from .operations.enrollment_groups import AsyncEnrollmentGroupsOperations

        return AsyncEnrollmentGroupsOperations(self._caller)

    @cached_property
    def file_uploads(self) -> AsyncFileUploadsOperations:
        """The one storage account setting of the application that lets devices upload files."""
        from .operations.file_uploads import AsyncFileUploadsOperations

        return AsyncFileUploadsOperations(self._caller)

    @cached_property
    def jobs(self) -> AsyncJobsOperations:
        """Work done over all devices of a group: write properties, run a command, or move devices to another
        template or edge manifest.
        """
        from .operations.jobs import AsyncJobsOperations

        return AsyncJobsOperations(self._caller)

    @cached_property
    def organizations(self) -> AsyncOrganizationsOperations:
        """The tree that splits an application among tenants, sites or customers."""
        from .operations.organizations import AsyncOrganizationsOperations

        return AsyncOrganizationsOperations(self._caller)

    @cached_property
    def query(self) -> AsyncQueryOperations:
        """One question to the stored telemetry or property values of all devices of a template, in a language
        like SQL.
        """
        from .operations.query import AsyncQueryOperations

        return AsyncQueryOperations(self._caller)

    @cached_property
    def roles(self) -> AsyncRolesOperations:
        """Named sets of permissions that users and API tokens are given."""
        from .operations.roles import AsyncRolesOperations

        return AsyncRolesOperations(self._caller)

    @cached_property
    def scheduled_jobs(self) -> AsyncScheduledJobsOperations:
        """Jobs that start at a set time, once or repeatedly."""
        from .operations.scheduled_jobs import AsyncScheduledJobsOperations

        return AsyncScheduledJobsOperations(self._caller)

    @cached_property
    def users(self) -> AsyncUsersOperations:
        """People, service principals and Entra groups admitted to the application, each with at least one
        role.
        """
        from .operations.users import AsyncUsersOperations

        return AsyncUsersOperations(self._caller)
