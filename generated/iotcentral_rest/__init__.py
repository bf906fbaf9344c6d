# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""Generated clients of the Azure IoT Central REST API; `versions` lists them, importing one loads no other."""
