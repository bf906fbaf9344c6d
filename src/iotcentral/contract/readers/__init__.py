"""Readers of recordings, one module a format; each yields `Exchange`s one by one."""
