"""Tests in a browser, run by `make nightly`: they need Chromium and ChromeDriver on the machine."""
