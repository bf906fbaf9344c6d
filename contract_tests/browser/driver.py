"""A headless Chromium, driven over the WebDriver protocol: plain JSON over HTTP, so no library is needed."""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

__all__ = ["Browser", "browser"]

_ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class Browser:
    """One session."""

    def __init__(self, client: httpx2.Client, session: str) -> None:
        self._client, self._session = client, session

    def command(self, path: str, **body: Any) -> Any:
        answer = self._client.post(f"/session/{self._session}/{path}", json=body).json()["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise RuntimeError(answer["message"])
        return answer

    def open(self, page: Path, *, width: int, height: int = 900) -> None:
        """Open a file in a window whose inside has this size, a phone's as well."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.command("goog/cdp/execute", cmd="Emulation.setDeviceMetricsOverride", params=metrics)
        self.command("url", url=page.as_uri())

    def run(self, script: str, *arguments: Any) -> Any:
        return self.command("execute/sync", script=script, args=list(arguments))

    def type(self, selector: str, text: str) -> None:
        found = self.command("element", using="css selector", value=selector)
        self.command(f"element/{next(iter(found.values()))}/value", text=text)

    def errors(self) -> list[Any]:
        """What the page complained of, requests it may not make among them."""
        return [each["message"] for each in self.command("se/log", type="browser")]

    def picture(self) -> bytes:
        answer = self._client.get(f"/session/{self._session}/screenshot").json()["value"]
        return base64.b64decode(answer)


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with a new profile, closed after the block."""
    if shutil.which("chromedriver") is None:
        raise RuntimeError("there is no chromedriver: install Debian's chromium and chromium-driver")
    driver = subprocess.Popen(
        ["chromedriver", "--port=0"],  # noqa: S607 - wherever the system has it
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        lines = iter(driver.stdout or ())
        ready = next(line for line in lines if "started successfully on port" in line)
        port = ready.rstrip().rstrip(".").rpartition(" ")[2]
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client:
            options = {"args": [*_ARGUMENTS, f"--user-data-dir={profile}"]}
            wanted = {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}
            made = client.post("/session", json={"capabilities": wanted}).json()["value"]
            yield Browser(client, made["sessionId"])
            client.delete(f"/session/{made['sessionId']}")
    finally:
        driver.terminate()
        driver.wait()
        if driver.stdout:
            driver.stdout.close()
