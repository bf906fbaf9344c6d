"""Turns `specs/` into `generated/`: `python -m codegen generate` and `python -m codegen check`."""
