"""Reports of a verification, one module an output."""
