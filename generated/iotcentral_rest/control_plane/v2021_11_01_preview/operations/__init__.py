# Written by `python -m codegen generate` from specs/control-plane/2021-11-01-preview.yaml. Do not edit: change the spec and run it again.
"""Operations of control-plane 2021-11-01-preview, one module a tag: apps, private_endpoint_connections, private_links, operations."""
