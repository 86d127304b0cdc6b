"""Columns, order and widths of each list outlive the program; its search and filters do not.

They lie in the file of this computer, hold no personal data, and are there before a list asks for
its first rows.
"""

from __future__ import annotations

import json
from typing import Protocol

from ehrenamt_desktop.model.views import Layout


class Keeper(Protocol):
    """Who keeps texts for this computer (`device.Device`)."""

    def get(self, key: str, default: str = "") -> str:
        """A kept text."""

    def set(self, key: str, value: str) -> None:
        """Keep a text."""


_keepers: list[Keeper] = []


def keep_in(keeper: Keeper | None) -> None:
    """Keep the layouts of all lists there from now on; None keeps nothing."""
    _keepers[:] = [keeper] if keeper is not None else []


def kept(name: str) -> Layout:
    """The layout of a list when it was last seen."""
    for keeper in _keepers:
        try:
            return Layout.read(json.loads(keeper.get(_key(name)) or "{}"))
        except (ValueError, RecursionError):
            return Layout()
    return Layout()


def keep(name: str, layout: Layout) -> None:
    """Remember the layout of a list."""
    for keeper in _keepers:
        keeper.set(_key(name), json.dumps(layout.plain(), ensure_ascii=False))


def kept_text(key: str) -> str:
    """A text that this computer remembers, such as the size of a window; or nothing."""
    return next((keeper.get(key) for keeper in _keepers), "")


def keep_text(key: str, text: str) -> None:
    """Remember a text without personal data."""
    for keeper in _keepers:
        keeper.set(key, text)


def _key(name: str) -> str:
    return f"list.{name}"
