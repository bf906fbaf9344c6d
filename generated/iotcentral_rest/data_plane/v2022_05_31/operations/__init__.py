# Written by `python -m codegen generate` from specs/data-plane/2022-05-31.yaml. Do not edit: change the spec and run it again.
"""Operations of data-plane 2022-05-31, one module a tag: api_tokens, device_groups, device_templates, devices, file_uploads, organizations, roles, users."""
