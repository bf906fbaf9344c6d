"""schemathesis' own command against the emulator as it is served: strict, all phases, every version."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from contract_tests.profiles import active
from contract_tests.reading import Document
from contract_tests.reading.closed import closed
from contract_tests.reading.document import defaults, documents
from contract_tests.stateful.links import linked
from contract_tests.test_server import settings_of
from iotcentral.emulator import Emulator

TOKEN = "SharedAccessSignature sr=x&sig=FAKE&skn=fake&se=4102444800000"
ENTRA_TOKEN = "FAKE"
AUTHORIZATION: Mapping[str, str] = {
    "data-plane": TOKEN,
    "control-plane": f"Bearer {ENTRA_TOKEN}",
    "reference-v1": f"Bearer {TOKEN}",
}
PHASES = "examples,coverage,fuzzing,stateful"
WAIT = 1500
"""Seconds after which a run that does not end is ended."""


def each_document(documents: list[Document]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("document", documents, ids=lambda document: document.label)


@contextmanager
def served() -> Iterator[str]:
    """An emulator that refuses all the contract forbids, behind its own HTTP server."""
    with (
        Emulator(
            requests="strict", admin_token=TOKEN, admin_bearer=ENTRA_TOKEN, check_answers=True
        ) as emulator,
        emulator.serve() as url,
    ):
        yield url


def toml(value: Any) -> str:
    """A value as TOML writes it in a line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(name)} = {toml(each)}' for name, each in value.items())}}}"
    return f"[{', '.join(map(toml, value))}]" if isinstance(value, list) else json.dumps(value)


def run(document: Document, folder: Path, examples: int) -> subprocess.CompletedProcess[str]:
    """Let the command test an emulator of its own."""
    settings = settings_of(document)
    config, schema = folder / "schemathesis.toml", folder / "openapi.json"
    config.write_text("".join(f"{name} = {toml(value)}\n" for name, value in settings.items()), "utf-8")
    schema.write_text(json.dumps(closed(linked(document))), "utf-8")
    base = "/".join(document.raw["servers"][0]["url"].split("/")[3:])
    with served() as url:
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "--no-color", "--config-file", str(config)),
            *("run", str(schema), "--url", f"{url}/{base}".rstrip("/"), "--phases", PHASES),
            *("-H", f"Authorization: {AUTHORIZATION[document.plane]}"),
            *("--max-examples", str(examples), "--seed", "1", "--warnings", "off"),
            *("--continue-on-failure", "--suppress-health-check", "all", "--request-timeout", "60"),
        ]
        return subprocess.run(  # noqa: S603 - our own words
            command, cwd=folder, env={**os.environ, "no_proxy": "*"}, capture_output=True, text=True,
            check=False, timeout=WAIT,
        )  # fmt: skip


def keeps_the_contract(document: Document, folder: Path, examples: int) -> None:
    done = run(document, folder, examples)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "No issues found" in done.stdout


@each_document([document for document in documents() if document.label in defaults()])
def test_the_command_finds_nothing_in_the_default_versions(document: Document, tmp_path: Path) -> None:
    keeps_the_contract(document, tmp_path, 1)


@pytest.mark.nightly
@each_document(list(documents()))
def test_the_command_finds_nothing_in_any_version(document: Document, tmp_path: Path) -> None:
    keeps_the_contract(document, tmp_path, active().server)
