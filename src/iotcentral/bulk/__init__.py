"""The same operation on many devices: several at a time, results as they come, resumable.

    journal = Path("import.journal")
    for result in app.bulk.create_devices(rows, concurrency=8, journal=journal):
        if result.error is not None:
            print(result.id, result.error)

The same call with the same journal after an interruption does only what is left.
"""

from __future__ import annotations

from iotcentral.bulk.api import AsyncBulk, Bulk
from iotcentral.bulk.plan import BulkProgress, BulkResult

__all__ = ["AsyncBulk", "Bulk", "BulkProgress", "BulkResult"]
