# Written by `python -m codegen generate` from specs/data-plane/2022-06-30-preview.yaml. Do not edit: change the spec and run it again.
"""Operations of data-plane 2022-06-30-preview, one module a tag: api_tokens, dashboards, destinations, exports, device_groups, device_templates, devices, enrollment_groups, file_uploads, jobs, organizations, query, roles, scheduled_jobs, users."""
