"""The console script `iotcentral`."""
