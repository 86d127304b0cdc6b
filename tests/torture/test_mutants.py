"""Mutated stores, key files and safety copies are refused, found by the check, or unharmed."""

from __future__ import annotations

from tests.torture import mutants

STORES, COPIES = 100, 100


def test_nothing_mutated_is_taken_for_sound(tmp_path):
    tally = mutants.torture(tmp_path, STORES, COPIES, seed=20261123)
    changed = (mutants.STORES, mutants.LOGS, mutants.KEYS)
    assert sum(tally.total(what) for what in changed) == STORES
    assert tally.total(mutants.BACKUPS) == COPIES
    assert tally.harm() == []
