"""Papers offered while somebody types a title."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from ehrenamt_desktop.model.text import fold

OFFERED = 20
"""Papers offered at once."""


def fitting(titles: Mapping[int, str], typed: str) -> list[tuple[int, str]]:
    """The papers whose titles hold words that begin like those typed."""
    words = fold(typed).split()
    found = (
        (number, title)
        for number, title in titles.items()
        if all(f" {word}" in f" {fold(title)}" for word in words)
    )
    return list(islice(found, OFFERED))
