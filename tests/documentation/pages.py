"""The examples of the documents, and the world they run in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iotcentral import IotCentral, models

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/client.md", "docs/emulator.md")

_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^```(\S.*)$", re.MULTILINE)
_SAID = "# > "


@dataclass(frozen=True)
class Example:
    """One block of Python."""

    page: str
    line: int
    code: str

    @property
    def name(self) -> str:
        """A name that leads to it, and may be a module's."""
        return f"{Path(self.page).stem.lower()}_line_{self.line}"

    @property
    def said(self) -> list[str]:
        """What it prints, as far as it says so."""
        return [line.removeprefix(_SAID) for line in self.code.splitlines() if line.startswith(_SAID)]

    @property
    def is_a_test(self) -> bool:
        return "def test_" in self.code


def examples(page: str) -> Iterator[Example]:
    text = (ROOT / page).read_text("utf-8")
    for block in _BLOCK.finditer(text):
        yield Example(page, text.count("\n", 0, block.start()) + 2, block[1])


def languages(page: str) -> set[str]:
    """What stands behind the opening fences of a page."""
    return set(_FENCE.findall((ROOT / page).read_text("utf-8")))


def furnish(app: IotCentral) -> None:
    """Put into an application what the examples speak of."""
    target = {"@type": "Property", "name": "targetTemperature", "schema": "double", "writable": True}
    model = {
        "@id": "dtmi:contoso:Thermostat;1",
        "@type": "Interface",
        "@context": "dtmi:dtdl:context;2",
        "contents": [target],
    }
    thermostat = models.DeviceTemplate(
        at_type=["ModelDefinition", "DeviceModel"], display_name="Thermostat", capability_model=model
    )
    app.device_templates.create("dtmi:contoso:thermostat;1", thermostat)
    for id, name in (("tstat-1", "Hall 1"), ("tstat-2", "Hall 2"), ("tstat-3", "Cellar 3")):
        app.devices.create(id, models.Device(display_name=name, template="dtmi:contoso:thermostat;1"))
    halls = 'SELECT * FROM devices WHERE $template = "dtmi:contoso:thermostat;1"'
    app.device_groups.create("halls", models.DeviceGroup(display_name="Halls", filter=halls))
