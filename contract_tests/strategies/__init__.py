"""Our own Hypothesis strategies over JSON Schema, and client arguments built from what they draw."""

from contract_tests.strategies.calls import Call, calls
from contract_tests.strategies.drawing import Drawing

__all__ = ["Call", "Drawing", "calls"]
