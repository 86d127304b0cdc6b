"""Frozen rows of the boards: what hangs where, and what the next round has to do."""

from __future__ import annotations

from typing import NamedTuple

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.enums import FollowUpKind

HANG_UP, TAKE_DOWN = "aufhängen", "abnehmen"


class BoardRow(NamedTuple):
    """A board: `hanging` sheets hang there, `due` deeds wait for the next round."""

    id: int
    version: int
    name: str
    place_id: int | None
    place: str
    note: str
    large: bool
    hanging: int
    due: int

    @property
    def label(self) -> str:
        """`Ulfen (Sontra): Kirche`."""
        return f"{self.place}: {self.name}" if self.place else self.name


class RoundItem(NamedTuple):
    """Something to do at a board: the reminder's number, the sheet, its kind."""

    reminder: int
    title: str
    kind: FollowUpKind

    @property
    def deed(self) -> str:
        """`aufhängen` or `abnehmen`."""
        return HANG_UP if self.kind is FollowUpKind.HANG_UP else TAKE_DOWN


class RoundStop(NamedTuple):
    """A board with what is to be done there, taking down first."""

    name: str
    place: str
    note: str
    items: tuple[RoundItem, ...]


BOARD_COLUMNS: tuple[Column[BoardRow], ...] = (
    Column("name", "Schaukasten", lambda row: row.name, width=26),
    Column("place", "Ortsteil", lambda row: row.place, width=22),
    Column("size", "Papier", lambda row: "A3" if row.large else "A4", width=8),
    Column("hanging", "Hängt", lambda row: str(row.hanging), value=lambda row: row.hanging,
           align="right", width=8),
    Column("due", "Zu tun", lambda row: str(row.due), value=lambda row: row.due,
           align="right", width=8),
    Column("note", "Notiz", lambda row: row.note, width=30),
)  # fmt: skip
