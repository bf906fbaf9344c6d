"""Witnesses: for each constraint of the facts, an exchange that must pass and one that must fail.

They are written from the facts, never from the specs: a constraint that a spec loses is still asked for here.
`constraints.py` writes them each time anew, which is quick; what a script cannot know stands by hand in
`<plane>/<version>.yaml`. `python -m contract_tests.witnesses` shows them all.
"""

from contract_tests.witnesses.reading import Exchange, Witness, load

__all__ = ["Exchange", "Witness", "load"]
