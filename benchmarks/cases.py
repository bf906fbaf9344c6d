"""The comparisons, each a name and its sides; the first side is the one the others are compared with."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.checking import PLAIN, WITH_UNIONS, checking
from benchmarks.timing import cpu_seconds, wall_seconds
from iotcentral import IotCentral
from iotcentral._core.codec import decode
from iotcentral._core.transport import Request, Response
from iotcentral.models import DeviceCollection

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "specs" / "data-plane" / "2022-07-31.yaml"

Sides = Mapping[str, Callable[[], float]]


def device(number: int) -> dict[str, object]:
    return {
        "id": f"device-{number:05}",
        "etag": "eyJoZWFkZXIiOiJcIjI0MDAwYTdkLTAwMDAtMDMwMC0wMDAwLTYxYjgxZDIwMDAwMFwiIn0",
        "displayName": f"Thermostat {number}",
        "simulated": False,
        "provisioned": True,
        "template": "dtmi:contoso:mythermostattemplate;1",
        "enabled": True,
        "organizations": ["seattle"],
    }


PAGE = json.dumps({"value": [device(number) for number in range(100)]}).encode()
NEWER_PAGE = json.dumps({"value": [{**device(n), "newMember": n} for n in range(100)]}).encode()


class NullTransport:
    """Answers every request with one body."""

    def __init__(self, body: bytes) -> None:
        self._answer = Response(200, (("content-type", "application/json"),), body)

    def send(self, request: Request) -> Response:
        return self._answer

    def close(self) -> None:
        pass


def decoding() -> Sides:
    return {
        "json.loads, no types": partial(cpu_seconds, partial(json.loads, PAGE), 300),
        "msgspec, no types": partial(cpu_seconds, partial(msgspec.json.decode, PAGE), 300),
        "iotcentral": partial(cpu_seconds, partial(decode, DeviceCollection, PAGE), 300),
        "iotcentral, unknown members": partial(
            cpu_seconds, partial(decode, DeviceCollection, NEWER_PAGE), 300
        ),
    }


def calling() -> Sides:
    body = json.dumps(device(1)).encode()
    app = IotCentral(
        "contoso", "SharedAccessSignature sr=a&sig=b&skn=c&se=4102444800000", transport=NullTransport(body)
    )
    return {
        "json.loads of the answer": partial(cpu_seconds, partial(json.loads, body), 2000),
        "app.devices.get, no network": partial(cpu_seconds, partial(app.devices.get, "device-1"), 2000),
    }


def importing() -> Sides:
    lines = {
        "import httpx2": "import httpx2",
        "import iotcentral": "from iotcentral import IotCentral",
        "one tag's operations": "import iotcentral_rest.data_plane.v2022_07_31.operations.devices",
    }
    return {name: partial(wall_seconds, (sys.executable, "-c", line)) for name, line in lines.items()}


def constructing() -> Sides:
    """Import and make a client, with every version of the data plane there and with the default alone."""
    folder = tempfile.TemporaryDirectory()
    every, alone = ROOT / "generated", Path(folder.name)
    shutil.copytree(every / "iotcentral_rest", alone / "iotcentral_rest")
    for version in (alone / "iotcentral_rest" / "data_plane").glob("v*"):
        if version.name != "v2022_07_31":
            shutil.rmtree(version)
    token = "SharedAccessSignature sr=a&sig=b&skn=c&se=4102444800000"
    make = f"from iotcentral import IotCentral; IotCentral('contoso', {token!r})"

    def measured(path: Path, _: object = folder) -> float:
        line = f"import sys; sys.path.insert(0, {str(path)!r}); {make}"
        return wall_seconds((sys.executable, "-c", line))

    return {"one version": partial(measured, alone), "all versions": partial(measured, every)}


def generating() -> Sides:
    def stock() -> float:
        with tempfile.TemporaryDirectory() as folder:
            tool = str(Path(sys.executable).parent / "openapi-python-client")
            out = str(Path(folder) / "stock")
            return wall_seconds((tool, "generate", "--path", str(SPEC), "--output-path", out))

    def ours(command: str) -> float:
        return wall_seconds((sys.executable, "-m", "codegen", command))

    return {
        "stock openapi-python-client, one version": stock,
        "codegen generate, all versions": partial(ours, "generate"),
        "codegen check, all versions": partial(ours, "check"),
    }


def verifying() -> Sides:
    """Recordings as vcrpy writes them, of 1,000 and of 10,000 interactions: time grows as they do."""
    import yaml

    from iotcentral.contract.verify import verify_recordings

    folder = Path(tempfile.mkdtemp())
    paths = {count: folder / f"{count}.yaml" for count in (1_000, 10_000)}
    for count, path in paths.items():
        with path.open("w", encoding="utf-8") as stream:
            stream.write("interactions:\n")
            for number in range(count):
                yaml.dump([_interaction(number)], stream, Dumper=yaml.CSafeDumper)
            stream.write("version: 1\n")
    return {
        f"{count:,} interactions": partial(cpu_seconds, partial(verify_recordings, [path]), 1)
        for count, path in paths.items()
    }


def verifying_all() -> Sides:
    """The whole suite as `make verify` runs it, on two workers; the contract must be kept."""
    folder = tempfile.mkdtemp()
    command = (sys.executable, "-m", "contract_tests.verify", "--workers", "2", "--build", folder)
    return {"every version": partial(wall_seconds, command)}


def _interaction(number: int) -> dict[str, object]:
    uri = f"https://contoso.azureiotcentral.com/api/devices/device-{number:05}?api-version=2022-07-31"
    return {
        "request": {"method": "GET", "uri": uri, "body": None, "headers": {"Authorization": ["<api-token>"]}},
        "response": {
            "status": {"code": 200, "message": "OK"},
            "headers": {"Content-Type": ["application/json"]},
            "body": {"string": json.dumps(device(number))},
        },
    }


CASES: Mapping[str, tuple[Callable[[], Sides], int]] = {
    "decode a page of 100 devices": (decoding, 9),
    "one call": (calling, 9),
    "verify a recording": (verifying, 3),
    "import, whole process": (importing, 7),
    "import and construct, whole process": (constructing, 9),
    "generate, whole process": (generating, 3),
    "one case of a property, no unions": (partial(checking, PLAIN), 3),
    "one case of a property, with unions": (partial(checking, WITH_UNIONS), 3),
    "make verify, whole process": (verifying_all, 1),
}
