# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations of reference-v1 2022-07-31, one module a tag: application, devices, telemetry, commands, properties."""
