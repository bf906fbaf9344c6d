# Written by `python -m codegen generate` from specs/data-plane/2022-06-30-preview.yaml. Do not edit: change the spec and run it again.
"""data-plane 2022-06-30-preview (deprecated)."""

from typing import Final

__all__ = ["API_VERSION", "PLANE", "SERVER"]

API_VERSION: Final = "2022-06-30-preview"
PLANE: Final = "data-plane"
SERVER: Final = "https://{subdomain}.{baseDomain}/api"
"""What all paths stand below, as the specification has it."""
