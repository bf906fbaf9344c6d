# Written by `python -m codegen generate` from specs/data-plane/1.0.yaml. Do not edit: change the spec and run it again.
"""Operations of data-plane 1.0, one module a tag: api_tokens, device_templates, devices, roles, users."""
