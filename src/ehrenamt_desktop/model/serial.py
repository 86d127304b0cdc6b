"""A letter to everybody in a list: which one, and what a run came to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class SerialWish(NamedTuple):
    """Which letter goes to everybody.

    Attributes:
        text: name of the letter text.
        answers: what was typed for the placeholders that begin with `?`.
        per_household: one letter for those who share a household.
        single: each letter as a file of its own.
    """

    text: str
    answers: Mapping[str, str] = MappingProxyType({})
    per_household: bool = False
    single: bool = False


class SerialRun(NamedTuple):
    """What a run came to: the file or folder, its letters and the people they went to."""

    path: Path
    letters: int
    reached: int
