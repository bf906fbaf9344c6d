"""The surface that a published "API Reference" documents, over the same state; nobody else answers it."""
