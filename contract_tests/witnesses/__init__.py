"""Witnesses: for each constraint of the facts, an exchange that must pass and one that must fail.

They are written from the facts, never from the specs: a constraint that a spec loses is still asked for here.
`write.py` writes `<plane>/<version>.yaml`; what a script cannot know is in `<plane>/<version>-by-hand.yaml`.
"""

from contract_tests.witnesses.reading import Exchange, Witness, load

__all__ = ["Exchange", "Witness", "load"]
