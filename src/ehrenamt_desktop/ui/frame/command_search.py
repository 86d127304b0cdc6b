"""Which commands a typed text means: by the beginnings of their words, slips forgiven."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.text import fold, search_words
from ehrenamt_desktop.services import near_words
from ehrenamt_desktop.ui.kit.commands import Command

SIGN = ">"
"""Typed first, it asks for commands only."""

TITLE, BEGUN, SYNONYM = 0, 1, 2
"""Ranks: the title begins so; words of the title begin so; other words do."""


class Meant(NamedTuple):
    """Commands in the order of their rank; `plain` if the best was called by its title as it is."""

    commands: tuple[Command, ...] = ()
    plain: bool = False


def meant(commands: Sequence[Command], text: str) -> Meant:
    """The commands that a text calls; all for an empty one."""
    typed = fold(text).split()
    if not typed:
        return Meant(tuple(commands), plain=True)
    found = _ranked(commands, typed)
    plain = bool(found) and found[0][0] < SYNONYM
    if not found:
        known = near_words.sort_words(word for one in commands for word in _all(one))
        nearest = [next(iter(near_words.near(word, known)), word) for word in typed]
        found = _ranked(commands, nearest) if nearest != typed else []
    return Meant(tuple(commands[place] for _, place in found), plain=plain)


def _ranked(commands: Sequence[Command], typed: Sequence[str]) -> list[tuple[int, int]]:
    ranks = ((_rank(one, typed), place) for place, one in enumerate(commands))
    return sorted((rank, place) for rank, place in ranks if rank is not None)


def _rank(command: Command, typed: Sequence[str]) -> int | None:
    if fold(command.title).startswith(" ".join(typed)):
        return TITLE
    if _begin(typed, search_words(command.title)):
        return BEGUN
    return SYNONYM if _begin(typed, _all(command)) else None


def _begin(typed: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in typed)


def _all(command: Command) -> list[str]:
    return search_words(f"{command.title} {command.words}")
