"""A small package of the generated shape, and the contract it would have been made from."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Unpack

from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
from iotcentral._core.descriptor import Body, Operation, Paging, Parameter
from iotcentral._core.model import UNKNOWN_TAG, UNSET, Model, OpenStrEnum, UnknownVariant, UnsetType
from iotcentral._core.paging import AsyncPager, Pager
from iotcentral.times import Timestamp


class GroupType(OpenStrEnum):
    IOT = "iot"
    IOT_EDGE = "iotEdge"


class Device(Model, rename={"display_name": "displayName", "at_id": "@id", "at_type": "@type"}):
    """Names such as `@id` beside `id`, a read-only member, and a free-form one."""

    __schema__: ClassVar[str] = "Device"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "info"})
    id: str | UnsetType = UNSET
    at_id: str | UnsetType = UNSET
    at_type: list[str] | UnsetType = UNSET
    display_name: str | UnsetType = UNSET
    enabled: bool | UnsetType = UNSET
    kind: GroupType | UnsetType = UNSET
    expiry: Timestamp | UnsetType = UNSET
    day: str | UnsetType = UNSET
    timeout: int | UnsetType = UNSET
    share: int | float | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET
    properties: dict[str, Any] | UnsetType = UNSET
    value: Any = UNSET
    info: Info | UnsetType = UNSET
    owner: User | UnsetType = UNSET
    users: list[User] | UnsetType = UNSET


class Info(Model):
    __schema__: ClassVar[str] = "Info"
    thumbprint: str


class DevicePatch(Model, rename={"display_name": "displayName"}):
    __schema__: ClassVar[str] = "DevicePatch"
    display_name: str | UnsetType | None = UNSET
    enabled: bool | UnsetType = UNSET
    key: KeyPatch | UnsetType | None = UNSET


class KeyPatch(Model, rename={"primary_key": "primaryKey"}):
    __schema__: ClassVar[str] = "KeyPatch"
    __secret__: ClassVar[frozenset[str]] = frozenset({"primaryKey"})
    primary_key: str | UnsetType = UNSET


class Storage(Model, rename={"connection_string": "connectionString"}):
    __schema__: ClassVar[str] = "Storage"
    __secret__: ClassVar[frozenset[str]] = frozenset({"connectionString"})
    connection_string: str
    container: str


class EmailUser(Model, tag_field="type", tag="email"):
    __schema__: ClassVar[str] = "EmailUser"
    type: ClassVar[Literal["email"]] = "email"
    email: str
    roles: list[str]
    id: str | UnsetType = UNSET


class GroupUser(Model, tag_field="type", tag="adGroup", rename={"object_id": "objectId"}):
    __schema__: ClassVar[str] = "GroupUser"
    type: ClassVar[Literal["adGroup"]] = "adGroup"
    object_id: str


class UnknownUser(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    __union__: ClassVar[str] = "User"


User = EmailUser | GroupUser | UnknownUser
DeviceProperties = dict[str, Any]


class DeviceCollection(Model, rename={"next_link": "nextLink"}):
    __schema__: ClassVar[str] = "DeviceCollection"
    value: list[Device]
    next_link: str | UnsetType = UNSET


STRING = {"type": "string"}
SCHEMAS: dict[str, Any] = {
    "Device": {
        "type": "object",
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "@id": {"type": "string", "pattern": "^[a-z:;]+$"},
            "@type": {
                "type": "array",
                "items": {"type": "string", "minLength": 1},
                "minItems": 1,
                "maxItems": 2,
            },
            "displayName": {"type": "string", "minLength": 2, "maxLength": 8},
            "enabled": {"type": "boolean"},
            "kind": {"type": "string", "enum": ["iot", "iotEdge"]},
            "expiry": {"type": "string", "format": "date-time"},
            "day": {"type": "string", "format": "date"},
            "timeout": {"type": "integer", "format": "int32", "minimum": -(2**40), "maximum": 2**40},
            "share": {"type": "number", "minimum": 0, "maximum": 100},
            "tags": {"type": "array", "items": STRING, "uniqueItems": True},
            "properties": {"type": "object"},
            "value": {"$ref": "#/components/schemas/AnyValue"},
            "info": {"$ref": "#/components/schemas/Info", "readOnly": True},
            "owner": {"$ref": "#/components/schemas/User"},
            "users": {"type": "array", "items": {"$ref": "#/components/schemas/User"}},
        },
    },
    "Info": {"type": "object", "required": ["thumbprint"], "properties": {"thumbprint": STRING}},
    "DevicePatch": {
        "type": "object",
        "properties": {
            "displayName": {"type": ["string", "null"], "minLength": 2},
            "enabled": {"type": "boolean"},
            "key": {"anyOf": [{"$ref": "#/components/schemas/KeyPatch"}, {"type": "null"}]},
        },
    },
    "KeyPatch": {"type": "object", "properties": {"primaryKey": {"type": "string", "x-ms-secret": True}}},
    "Storage": {
        "type": "object",
        "required": ["connectionString", "container"],
        "properties": {"connectionString": {"type": "string", "x-ms-secret": True}, "container": STRING},
    },
    "UserBase": {
        "type": "object",
        "required": ["roles"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "roles": {"type": "array", "items": STRING, "minItems": 1},
        },
    },
    "EmailUser": {
        "allOf": [
            {"$ref": "#/components/schemas/UserBase"},
            {
                "type": "object",
                "required": ["type", "email"],
                "properties": {"type": {"type": "string", "const": "email"}, "email": STRING},
            },
        ]
    },
    "GroupUser": {
        "type": "object",
        "required": ["type", "objectId"],
        "properties": {"type": {"type": "string", "const": "adGroup"}, "objectId": STRING},
    },
    "User": {
        "oneOf": [{"$ref": "#/components/schemas/EmailUser"}, {"$ref": "#/components/schemas/GroupUser"}],
        "discriminator": {
            "propertyName": "type",
            "mapping": {
                "email": "#/components/schemas/EmailUser",
                "adGroup": "#/components/schemas/GroupUser",
            },
        },
    },
    "AnyValue": {"description": "Anything."},
    "DeviceProperties": {
        "type": "object",
        "additionalProperties": True,
        "propertyNames": {"not": {"const": "$metadata"}},
    },
}
DOCUMENT: dict[str, Any] = {"openapi": "3.1.0", "components": {"schemas": SCHEMAS}}

_ID = Parameter("deviceId", "device_id", "path", True, STRING)
_NAMED: dict[str, Any] = {"plane": "data-plane", "version": "2022-07-31", "path": "/devices/{deviceId}"}

GET: Operation[Device] = Operation(
    id="Devices_Get", method="GET", parameters=(_ID,), success={200: Device}, errors=(401, 404), **_NAMED
)
CREATE: Operation[Device] = Operation(
    id="Devices_Create",
    method="PUT",
    parameters=(_ID,),
    body=Body("Device", "application/json"),
    success={200: Device},
    **_NAMED,
)
UPDATE: Operation[Device] = Operation(
    id="Devices_Update",
    method="PATCH",
    parameters=(_ID, Parameter("If-Match", "if_match", "header", False, STRING)),
    body=Body("DevicePatch", "application/merge-patch+json"),
    success={200: Device, 202: DeviceProperties},
    **_NAMED,
)
DELETE: Operation[None] = Operation(
    id="Devices_Remove", method="DELETE", parameters=(_ID,), success={204: None}, **_NAMED
)
LIST: Operation[DeviceCollection] = Operation(
    id="Devices_List",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices",
    parameters=(
        Parameter("$filter", "filter", "query", False, STRING),
        Parameter(
            "maxpagesize", "page_size", "query", False, {"type": "integer", "minimum": 1, "maximum": 100}
        ),
        Parameter("simulated", "simulated", "query", False, {"type": "boolean"}),
    ),
    success={200: DeviceCollection},
    paging=Paging("value", "nextLink"),
)


class DevicesOperations:
    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(self, device_id: str, **options: Unpack[CallOptions]) -> Device:
        return self._caller.call(GET, (device_id,), **options)

    def create(self, device_id: str, body: Device, **options: Unpack[CallOptions]) -> Device:
        return self._caller.call(CREATE, (device_id,), body, **options)

    def update(
        self,
        device_id: str,
        body: DevicePatch,
        *,
        if_match: str | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> Device:
        return self._caller.call(UPDATE, (device_id, if_match), body, **options)

    def delete(self, device_id: str, **options: Unpack[CallOptions]) -> None:
        return self._caller.call(DELETE, (device_id,), **options)

    def list(
        self,
        *,
        filter: str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        simulated: bool | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pager[Device]:
        return self._caller.pages(LIST, (filter, page_size, simulated), **options)


class AsyncDevicesOperations:
    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(self, device_id: str, **options: Unpack[CallOptions]) -> Device:
        return await self._caller.call(GET, (device_id,), **options)

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[Device]:
        return self._caller.pages(LIST, (UNSET, UNSET, UNSET), **options)
