# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""Versions of control-plane, one sub-package each: v2021_06_01, v2021_11_01_preview."""
