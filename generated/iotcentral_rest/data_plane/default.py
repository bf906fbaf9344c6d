# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""The client of the default version of data-plane, 2022-07-31."""

from .v2022_07_31 import API_VERSION as API_VERSION
from .v2022_07_31 import SERVER as SERVER
from .v2022_07_31.api import AsyncDataPlane as AsyncDataPlane
from .v2022_07_31.api import DataPlane as DataPlane

__all__ = ["API_VERSION", "AsyncDataPlane", "DataPlane", "SERVER"]
