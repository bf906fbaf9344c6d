# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""Versions of reference-v1, one sub-package each: v2022_07_31."""
