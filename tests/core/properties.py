"""Property-based tests run on the same examples each time, and against no clock."""

from hypothesis import settings

REPEATABLE = settings(deadline=None, derandomize=True, database=None)
