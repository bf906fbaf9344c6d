"""What Azure's hosts offer their programs: a local address that gives tokens of the host's identity."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

RESOURCE = "https://apps.azureiotcentral.com"


@contextmanager
def managed_identity(token: str) -> Iterator[str]:
    """Serve `token` to azure-identity, for the data plane alone; yields the `IDENTITY_ENDPOINT` to set."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(token)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/msi/token"
        finally:
            server.shutdown()
            thread.join()


def _handler(token: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = parse_qs(urlsplit(self.path).query).get("resource", [""])[0]
            given = {
                "access_token": token,
                "expires_on": "4102444800",
                "resource": asked,
                "token_type": "Bearer",
            }
            self.send_response(200 if asked == RESOURCE else 400)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(
                json.dumps(given if asked == RESOURCE else {"error": "invalid_resource"}).encode()
            )

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a page's example prints what it says, and no more."""

    return Handler
