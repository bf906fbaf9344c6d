"""Azure IoT Central on this machine, driven by the contract documents; needs `iotcentral[emulator]`.

    from iotcentral.emulator import Emulator

    with Emulator() as emulator, emulator.client() as app:
        print([role.display_name for role in app.roles.list()])

`python -m iotcentral.emulator --port 0` serves it over HTTP; `python -m iotcentral.emulator.coverage` lists
which operations are served.
"""

from __future__ import annotations

from iotcentral.emulator.choices import Choices
from iotcentral.emulator.emulator import Emulator
from iotcentral.emulator.engine import Engine
from iotcentral.emulator.fronts.transport import AsyncEmulatorTransport, EmulatorTransport
from iotcentral.emulator.sources import ManualClock, SeededRandomness
from iotcentral.emulator.state_file import StateError
from iotcentral.emulator.steering import Fault, Steering

__all__ = [
    "AsyncEmulatorTransport",
    "Choices",
    "Emulator",
    "EmulatorTransport",
    "Engine",
    "Fault",
    "ManualClock",
    "SeededRandomness",
    "StateError",
    "Steering",
]
