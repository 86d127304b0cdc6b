"""A command: what menu, keys, the search over everything and the list of keys share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Command(NamedTuple):
    """Something that can be done.

    Attributes:
        title: its words, as the menu shows them.
        keys: in Qt's spelling (`Ctrl+Shift+N`).
        run: the deed.
        name: of the action (`main.new_person`); the same command has one name everywhere.
        words: other words it is sought by (`Excel Export`).
    """

    title: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    name: str = ""
    words: str = ""


def german_keys(keys: str) -> str:
    """`Strg+Umschalt+N`."""
    return keys.replace("Ctrl", "Strg").replace("Shift", "Umschalt")
