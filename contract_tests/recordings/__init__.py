"""Cassettes as the suite reads, judges, replays and writes them."""
