# Written by `python -m codegen generate` from specs/data-plane/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations of data-plane 2022-07-31, one module a tag: api_tokens, device_groups, device_templates, devices, enrollment_groups, file_uploads, jobs, organizations, roles, scheduled_jobs, users."""
