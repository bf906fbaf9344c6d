"""How strong the suite is, as a number: faults put in on purpose, and how many of them a named rule finds.

Five families, each with its operators in a table of its own: answers (S), requests (C), specs (P), the
client (K), the emulator (E). `python -m contract_tests.mutants` makes the mutants, judges each and writes
the scores.
"""
