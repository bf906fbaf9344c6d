"""Answers as tables, JSON, JSON lines and CSV."""
