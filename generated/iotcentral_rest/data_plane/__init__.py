# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""Versions of data-plane, one sub-package each: v1_0, v2022_05_31, v2022_06_30_preview, v2022_07_31, v2022_10_31_preview."""
