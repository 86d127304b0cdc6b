"""The program is killed in every writing deed: nothing told as kept is lost, nothing is half."""

from __future__ import annotations

import os

import pytest
from tests.torture import kills
from tests.torture.scene import DEEDS

KILLS = 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_kills_lose_nothing_and_leave_nothing_half(tmp_path):
    tally = kills.torture(tmp_path, KILLS, seed=20261123)
    assert tally.total("kills") == KILLS
    assert {to for _, to, _ in tally.ends} == {deed.name for deed in DEEDS}
    assert tally.harm() == []
