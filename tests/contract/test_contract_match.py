"""Routing on the raw path."""

from __future__ import annotations

import re

import pytest

from iotcentral.contract.library import installed
from tests.contract.examples import kit

ROUTER = kit().router
LIBRARY = installed()


@pytest.mark.parametrize(
    ("path", "operation", "values"),
    [
        ("/api/devices", "Devices_List", {}),
        ("/api/devices/a%2Fb", "Devices_Get", {"deviceId": "a/b"}),
        ("/api/devices/..", "Devices_Get", {"deviceId": ".."}),
        ("/api/devices/%252e", "Devices_Get", {"deviceId": "%2e"}),
        ("/api/deviceTemplates/dtmi:a;1", "DeviceTemplates_Get", {"deviceTemplateId": "dtmi:a;1"}),
        ("/api/devices/devices/modules", "Devices_ListModules", {"deviceId": "devices"}),
        ("/api/jobs/stop/devices", "Jobs_GetDevices", {"jobId": "stop"}),
    ],
)
def test_a_path_finds_its_operation_and_decodes_its_values(path: str, operation: str, values: object) -> None:
    match = ROUTER.match(path)
    assert match is not None
    found = match.methods["GET"]
    assert (found.id, match.named(found)) == (operation, values)


@pytest.mark.parametrize(
    "path", ["/devices", "/api", "/api/", "/api/devices/", "/api/Devices", "/api/devices/a/b", "/apidevices"]
)
def test_a_path_no_operation_has_is_not_matched(path: str) -> None:
    assert ROUTER.match(path) is None


@pytest.mark.parametrize("name", LIBRARY.names)
def test_every_operation_is_found_by_its_own_template_under_its_own_names(name: str) -> None:
    own = LIBRARY.kit(*name.split("/"))
    assert own is not None
    contract, router = own.contract, own.router
    for operation in contract.operations.values():
        match = router.match(contract.base_path + operation.path.replace("{", "").replace("}", ""))
        assert match is not None
        assert match.methods[operation.method] is operation
        names = re.findall(r"\{([^{}]+)\}", operation.path)
        assert match.named(operation) == {name: name for name in names}
