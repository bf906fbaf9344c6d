# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""The client of the default version of control-plane, 2021-06-01."""

from .v2021_06_01 import API_VERSION as API_VERSION
from .v2021_06_01 import SERVER as SERVER
from .v2021_06_01.api import AsyncControlPlane as AsyncControlPlane
from .v2021_06_01.api import ControlPlane as ControlPlane

__all__ = ["API_VERSION", "AsyncControlPlane", "ControlPlane", "SERVER"]
