# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""reference-v1 2022-07-31 (documented-only)."""

from typing import Final

__all__ = ["API_VERSION", "PLANE", "SERVER"]

API_VERSION: Final = "2022-07-31"
PLANE: Final = "reference-v1"
SERVER: Final = "https://{subdomain}.{baseDomain}/api/v1"
"""What all paths stand below, as the specification has it."""
