"""Jobs that give devices a deployment manifest; no operation that makes manifests is served yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from iotcentral.emulator.store import State
from tests.emulator.harness import VERSION, Service, group_filter
from tests.emulator.test_emulator_jobs import devices, job

_MANIFEST_STEP = {"type": "deviceManifestMigration", "manifest": "m"}


@pytest.fixture
def edge(fleet: Service) -> Service:
    """A caller of the version with manifests, with a group `g` of two devices."""
    caller = fleet.at("2022-10-31-preview")
    caller.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()})
    return caller


@contextmanager
def _kept_manifests(service: Service) -> Iterator[State]:
    with service.emulator.engine.at_rest() as store:
        application = store.application("demo")
        assert application is not None
        yield store.state(application)


@pytest.fixture
def manifest(edge: Service) -> dict[str, Any]:
    """A deployment manifest `m` as it is kept."""
    kept = {"displayName": "M", "data": {"modulesContent": {}}, "etag": "e"}
    with _kept_manifests(edge) as state:
        state.put("deploymentManifests", "m", kept)
    return kept


def test_migration_job_gives_devices_a_manifest(edge: Service, manifest: dict[str, Any]) -> None:
    edge.ok("PUT", "/jobs/j", job(_MANIFEST_STEP))
    edge.wait(2)
    assert devices(edge) == {"real": "completed", "sim": "completed"}
    assert "deploymentManifest" not in edge.ok("GET", "/devices/real")
    query = f"api-version={edge.version}&expand=deploymentManifest"
    shown = edge.call("GET", "/devices/real", query=query).json["deploymentManifest"]
    assert shown == {"id": "m"} | manifest


def test_manifest_that_has_gone_fails_the_devices(edge: Service, manifest: dict[str, Any]) -> None:
    edge.ok("PUT", "/jobs/j", job(_MANIFEST_STEP))
    with _kept_manifests(edge) as state:
        state.remove("deploymentManifests", "m")
    edge.wait(2)
    assert devices(edge) == {"real": "failed", "sim": "failed"}


def test_manifest_that_is_not_there_is_422(edge: Service) -> None:
    answer = edge.call("PUT", "/jobs/j", job(_MANIFEST_STEP))
    assert (answer.status, answer.code) == (422, "UnprocessableEntity")
    assert ".data[0].manifest should exist" in answer.sentence


def test_manifest_job_is_unknown_to_versions_without_manifests(edge: Service) -> None:
    assert edge.at(VERSION).call("PUT", "/jobs/j", job(_MANIFEST_STEP)).status == 400
