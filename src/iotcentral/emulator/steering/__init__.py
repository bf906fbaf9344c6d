"""Steering an emulator from a test: its state, its clock, faults it is to have, and the calls it saw."""

from __future__ import annotations

from iotcentral.emulator.steering.calls import SeenCall
from iotcentral.emulator.steering.clock import SteeredClock
from iotcentral.emulator.steering.faults import Fault, Faults
from iotcentral.emulator.steering.steering import Outcome, Snapshot, Steering

__all__ = ["Fault", "Faults", "Outcome", "SeenCall", "Snapshot", "SteeredClock", "Steering"]
