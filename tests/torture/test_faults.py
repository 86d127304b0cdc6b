"""The disk fails at any call of every writing deed: a sentence, nothing lost, nothing half."""

from __future__ import annotations

from tests.torture import faults
from tests.torture.scene import DEEDS

MOMENTS = 1


def test_a_disk_that_fails_costs_nothing_that_was_told_as_kept(tmp_path):
    tally = faults.torture(tmp_path, MOMENTS, seed=20261123)
    assert {to for _, to, _ in tally.ends} == {deed.name for deed in DEEDS}
    assert sum(tally.ends.values()) >= len(faults.FAULTS) * len(DEEDS) * MOMENTS
    assert tally.harm() == []
