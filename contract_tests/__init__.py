"""The property-based contract suite: client, emulator and recordings against the raw specs."""
