"""The ways into one engine: in process, ASGI, an HTTP server."""
