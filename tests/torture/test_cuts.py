"""The power fails at any moment of every writing deed; without full syncing the same cuts lose."""

from __future__ import annotations

import pytest
from tests.torture import cuts
from tests.torture.scene import DEEDS

CUTS = 300
LOSING = {"NORMAL": 5, "OFF": 10}
"""How many of the control's cuts must lose something, in hundredths."""


def test_power_cuts_lose_nothing_that_was_told_as_kept(tmp_path):
    tally = cuts.torture(tmp_path, CUTS, seed=20261123, modes=(cuts.PROGRAM,))
    assert tally.total(cuts.POWER_CUTS) == CUTS
    assert {to for _, to, _ in tally.ends} == {deed.name for deed in DEEDS}
    assert tally.harm() == []


@pytest.mark.parametrize("mode", cuts.CONTROLS)
def test_the_same_cuts_lose_without_full_syncing(tmp_path, mode):
    tally = cuts.torture(tmp_path, CUTS, seed=20261123, modes=(mode,))
    losing = sum(times for (_, _, end), times in tally.ends.items() if end != "ok")
    assert losing * 100 >= LOSING[mode] * CUTS
