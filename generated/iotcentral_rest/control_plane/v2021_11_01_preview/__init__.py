# Written by `python -m codegen generate` from specs/control-plane/2021-11-01-preview.yaml. Do not edit: change the spec and run it again.
"""control-plane 2021-11-01-preview (preview)."""

from typing import Final

__all__ = ["API_VERSION", "PLANE", "SERVER"]

API_VERSION: Final = "2021-11-01-preview"
PLANE: Final = "control-plane"
SERVER: Final = "https://management.azure.com"
"""What all paths stand below, as the specification has it."""
