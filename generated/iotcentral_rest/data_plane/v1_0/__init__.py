# Written by `python -m codegen generate` from specs/data-plane/1.0.yaml. Do not edit: change the spec and run it again.
"""data-plane 1.0 (deprecated)."""

from typing import Final

__all__ = ["API_VERSION", "PLANE", "SERVER"]

API_VERSION: Final = "1.0"
PLANE: Final = "data-plane"
SERVER: Final = "https://{subdomain}.{baseDomain}/api"
"""What all paths stand below, as the specification has it."""
