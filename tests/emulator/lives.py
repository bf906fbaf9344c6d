"""What may happen to an emulator before it ends, step by step, and all that can be asked of one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from iotcentral._core.transport import Request
from iotcentral.emulator import Emulator
from iotcentral.emulator.documents import Document, Operation
from tests.emulator.arm import APP, BEARER, GROUP, PREVIEW, Arm, body
from tests.emulator.harness import (
    ADMINISTRATOR,
    EVERYTHING,
    OPERATOR,
    TEMPLATE,
    Service,
    group_filter,
    template,
)

_START = {"start": "2024-01-01T00:10:00Z", "recurrence": "daily"}
_WORK = {"displayName": "J", "group": "g", "batch": {"type": "number", "value": 1}}
_STEP = {"type": "property", "target": TEMPLATE, "path": "target"}
_UPLOAD = {"connectionString": "AccountName=a;AccountKey=c2VjcmV0", "container": "files"}
_KEYS = {"primaryKey": "QUJD" * 11, "secondaryKey": "REVG" * 11}

DATA_STEPS: tuple[tuple[str, str, Any], ...] = (
    ("PUT", "/deviceTemplates/" + TEMPLATE, template(*EVERYTHING)),
    ("PUT", "/devices/sim", {"template": TEMPLATE, "simulated": True}),
    (
        "PUT",
        "/devices/real",
        {"template": TEMPLATE, "displayName": "Größe \u0007 \U0001f321", "enabled": True},
    ),
    ("PATCH", "/devices/real", {"organizations": ["north"]}),
    ("DELETE", "/devices/real", None),
    ("PATCH", "/devices/sim/properties", {"target": 20.0, "customer": "2024-01-01"}),
    ("PUT", "/devices/real/properties", {"target": 1e300, "pump": {"speed": 2**53}}),
    ("PUT", "/devices/real/attestation", {"type": "symmetricKey", "symmetricKey": _KEYS}),
    ("PUT", "/devices/sim/relationships/r", {"source": "sim", "target": "real"}),
    ("POST", "/devices/sim/commands/reboot", {"request": 5}),
    ("PUT", "/organizations/north", {"displayName": "North"}),
    ("PUT", "/organizations/oslo", {"displayName": "Oslo", "parent": "north"}),
    ("PUT", "/users/u", {"type": "email", "email": "u@x.example", "roles": [{"role": OPERATOR}]}),
    ("PUT", "/apiTokens/t", {"roles": [{"role": ADMINISTRATOR}]}),
    ("DELETE", "/apiTokens/t", None),
    ("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()}),
    ("PUT", "/jobs/j", _WORK | {"data": [_STEP | {"value": 30.5}]}),
    ("POST", "/jobs/j/stop", None),
    ("POST", "/jobs/j/resume", None),
    ("PUT", "/jobs/j/rerun/k", None),
    ("PUT", "/scheduledJobs/s", _WORK | {"data": [_STEP | {"value": 1}], "schedule": _START}),
    ("PUT", "/fileUploads", _UPLOAD),
    ("DELETE", "/fileUploads", None),
)
CONTROL_STEPS: tuple[tuple[str, str, Any], ...] = (
    ("PUT", APP, body()),
    ("PATCH", APP, {"tags": {"a": "b"}}),
    ("PUT", f"{GROUP}/south-plant", body(properties={"displayName": "S", "subdomain": "south"})),
    ("DELETE", APP, None),
)
WAITS = (1.0, 6.0, 600.0, 90_000.0)

Step = tuple[str, str, Any] | float
"""A request, or so many seconds of the clock."""
BEGINNING: tuple[Step, ...] = (*DATA_STEPS[:3], 6.0, *DATA_STEPS[10:12], DATA_STEPS[15])
STEPS: tuple[Step, ...] = (*DATA_STEPS, *CONTROL_STEPS, *WAITS)

_NAMED = {
    "{subscriptionId}": APP.split("/")[2],
    "{resourceGroupName}": "factories",
    "{resourceName}": "north-plant",
    "{deviceTemplateId}": TEMPLATE,
    "{deviceGroupId}": "g",
    "{jobId}": "j",
    "{scheduledJobId}": "s",
    "{organizationId}": "oslo",
    "{userId}": "u",
    "{tokenId}": "t",
    "{relationshipId}": "r",
    "{roleId}": ADMINISTRATOR,
    "{componentName}": "pump",
    "{moduleName}": "filterModule",
    "{commandName}": "reboot",
    "{telemetryName}": "temperature",
    "{propertyName}": "target",
}
_FIRST_REFUSAL = 300


def live(emulator: Emulator, steps: list[Step] | tuple[Step, ...]) -> None:
    """Take the steps; one that is refused changes nothing, and that is well."""
    service, arm = Service(emulator), Arm(emulator, PREVIEW)
    for step in steps:
        if isinstance(step, float):
            emulator.steering.clock.advance(timedelta(seconds=step))
        elif step in CONTROL_STEPS:
            arm.call(*step)
        else:
            service.call(*step)


def seen(emulator: Emulator) -> dict[str, Any]:
    """Answer what every GET of every plane and version says, for both devices."""
    return {url: _answer(emulator, url) for url in _questions(emulator.engine.documents.values())}


def _questions(documents: Any) -> Iterator[str]:
    for document in documents:
        for operation in document.operations.values():
            if operation.method == "GET":
                yield from dict.fromkeys(_url(document, operation, device) for device in ("sim", "real"))


def _url(document: Document, operation: Operation, device: str) -> str:
    names: Mapping[str, str] = _NAMED | {"{deviceId}": device}
    path = "/".join((*document.base, *(names.get(part, part.strip("{}")) for part in operation.segments)))
    host = "management.azure.com" if document.plane == "control-plane" else "demo.azureiotcentral.com"
    return f"https://{host}/{path}?api-version={document.version}"


def _answer(emulator: Emulator, url: str) -> tuple[int, Any]:
    """Ask; of a refusal only the code counts, the rest is made up anew each time."""
    token = f"Bearer {BEARER}"
    if "/api/v1/" in url:
        token = f"Bearer {emulator.token}"
    response = emulator.engine.handle(Request("GET", url, (("Authorization", token),), None))
    answered = json.loads(response.body) if response.body else None
    return response.status, answered["error"]["code"] if response.status >= _FIRST_REFUSAL else answered
