"""Writes devices into a state file until it is killed; says each id once the answer is there."""

from __future__ import annotations

import sys

from iotcentral.emulator import Emulator
from iotcentral.models import Device


def main(path: str, writes: int) -> None:
    with Emulator(state=path) as emulator, emulator.client(retries=None) as app:
        for number in range(writes):
            app.devices.create(f"d{number:04}", Device(display_name=f"Device {number}"))
            sys.stdout.write(f"d{number:04}\n")
            sys.stdout.flush()
        sys.stdin.read()  # stays until it is killed


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
