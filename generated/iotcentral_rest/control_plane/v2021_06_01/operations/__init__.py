# Written by `python -m codegen generate` from specs/control-plane/2021-06-01.yaml. Do not edit: change the spec and run it again.
"""Operations of control-plane 2021-06-01, one module a tag: apps, operations."""
