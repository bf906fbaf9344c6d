"""A rule-based machine: many calls in an order nobody wrote down, each compared with a plain model."""

from contract_tests.stateful.machine import Fleet
from contract_tests.stateful.watching import Watched

__all__ = ["Fleet", "Watched"]
