# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""The client of the default version of reference-v1, 2022-07-31."""

from .v2022_07_31 import API_VERSION as API_VERSION
from .v2022_07_31 import SERVER as SERVER
from .v2022_07_31.api import AsyncReferenceV1 as AsyncReferenceV1
from .v2022_07_31.api import ReferenceV1 as ReferenceV1

__all__ = ["API_VERSION", "AsyncReferenceV1", "ReferenceV1", "SERVER"]
