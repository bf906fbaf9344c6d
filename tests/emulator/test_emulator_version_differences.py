"""What one version has and another has not: media types of PATCH, If-Match, members."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral.emulator.coverage import coverage
from iotcentral.emulator.documents import Operation
from tests.emulator.harness import Service, documents, new_emulator, template

_OLD, _GA, _NEW = "2022-06-30-preview", "2022-07-31", "2022-10-31-preview"
_VERSIONS = [document.version for document in documents()]
_JSON, _MERGE, _JSON_PATCH = (
    f"application/{name}" for name in ("json", "merge-patch+json", "json-patch+json")
)
_MERGE_ONLY = {
    "1.0": set[str](),
    "2022-05-31": set[str](),
    _OLD: {"EnrollmentGroups_Update", "ScheduledJobs_Update"},
    _GA: {"Devices_UpdateRelationship", "EnrollmentGroups_Update", "ScheduledJobs_Update"},
    _NEW: {
        "Dashboards_Update",
        "DeploymentManifests_Update",
        "EnrollmentGroups_Update",
        "ScheduledJobs_Update",
    },
}
_PLAIN_ONLY = {"1.0": {"DeviceTemplates_Update", "Users_Update"}}
_GUARDED = (
    "Dashboards DeploymentManifests Destinations DeviceGroups DeviceTemplates Devices EnrollmentGroups"
    " Exports FileUploads Organizations ScheduledJobs Users"
)
_PATCHES = pytest.mark.parametrize(
    ("version", "operation"),
    [
        pytest.param(document.version, operation, id=f"{document.version}-{operation.id}")
        for document in documents()
        for operation in document.operations.values()
        if operation.method == "PATCH" and coverage()[f"data-plane/{document.version}"][operation.id]
    ],
)
_CONFIGURATION = {"connectionString": "AccountName=a;AccountKey=b", "container": "c"}
_EDGE = template() | {"@type": ["ModelDefinition", "EdgeModel"]}
_MANIFEST = {"deploymentManifest": {"modulesContent": {"$edgeAgent": {}}}}


def _status(service: Service, operation: Operation, media_type: str) -> int:
    """Change something that is not there: the media type is looked at before that."""
    path = "/".join("nothing" if part.startswith("{") else part for part in operation.segments)
    return service.call("PATCH", f"/{path}", {}, media_type=media_type).status


@_PATCHES
def test_service_takes_both_forms_of_a_merge_patch_and_never_a_json_patch(
    version: str, operation: Operation
) -> None:
    with new_emulator() as emulator:
        service = Service(emulator, version=version)
        taken = [_status(service, operation, media_type) for media_type in (_JSON, _MERGE)]
        assert taken == [404, 404]
        assert _status(service, operation, _JSON_PATCH) == 400


@_PATCHES
def test_strict_manners_take_the_media_types_of_the_version_alone(version: str, operation: Operation) -> None:
    with new_emulator(requests="strict") as emulator:
        service = Service(emulator, version=version)
        plain = 415 if operation.id in _MERGE_ONLY[version] else 404
        found = [_status(service, operation, media_type) for media_type in (_JSON, _MERGE, _JSON_PATCH)]
        merging = 415 if operation.id in _PLAIN_ONLY.get(version, ()) else 404
        assert found == [plain, merging, 415]


@pytest.mark.parametrize("version", _VERSIONS)
def test_if_match_stands_on_twelve_patches_of_the_newest_preview_alone(version: str) -> None:
    document = next(document for document in documents() if document.version == version)
    guarded = {id for id, each in document.operations.items() if "if-match" in each.header_parameters}
    assert guarded == ({f"{tag}_Update" for tag in _GUARDED.split()} if version == _NEW else set())


@pytest.mark.parametrize("version", _VERSIONS[1:])
def test_read_access_of_uploads_is_off_unless_sent_and_in_the_newest_preview_alone(
    service: Service, version: str
) -> None:
    caller = service.at(version)
    made = caller.ok("PUT", "/fileUploads", _CONFIGURATION)
    assert made.get("readAccess") is (False if version == _NEW else None)
    service.at(_NEW).ok("PATCH", "/fileUploads", {"readAccess": True})
    caller.ok("PATCH", "/fileUploads", {"container": "d"})
    assert service.at(_NEW).ok("GET", "/fileUploads")["readAccess"] is True


@pytest.mark.parametrize("version", _VERSIONS)
def test_manifest_of_a_template_shows_in_the_older_preview_alone_and_outlives_other_versions(
    service: Service, version: str
) -> None:
    path, old = "/deviceTemplates/dtmi:contoso:edge;1", service.at(_OLD)
    old.ok("PUT", path, _EDGE | _MANIFEST)
    rewritten = service.at(version).ok("PUT", path, _EDGE | (_MANIFEST if version == _OLD else {}))
    assert ("deploymentManifest" in rewritten) is (version == _OLD)
    assert old.ok("GET", path)["deploymentManifest"] == _MANIFEST["deploymentManifest"]


@pytest.mark.parametrize("change", [{}, {"deploymentManifest": {"modulesContent": {"x": {}}}}])
def test_manifest_of_a_published_template_cannot_be_changed(service: Service, change: dict[str, Any]) -> None:
    path, old = "/deviceTemplates/dtmi:contoso:edge;1", service.at(_OLD)
    made = old.ok("PUT", path, _EDGE | _MANIFEST)
    answer = old.call("PUT", path, _EDGE | change)
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert old.ok("GET", path) == made
