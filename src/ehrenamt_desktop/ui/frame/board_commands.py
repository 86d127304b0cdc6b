"""A notice board for each place as a command: `Aushang Ulfen` makes the sheet and prints it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.ui.kit.commands import Command

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow


def board_commands(window: MainWindow) -> list[Command]:
    """One command for each place with offers; reads the store, so call it on the read lane."""
    return [
        Command(f"Aushang {place.name}", (), partial(_go, window, place), f"board.{place.id}",
                f"drucken Schaukasten Brett {place.municipality}")
        for place in window.desk.office.lists.board_places()
    ]  # fmt: skip


def _go(window: MainWindow, place: PlaceRow) -> None:
    from ehrenamt_desktop.ui.documents.tab import DocumentsTab

    window.show_tab("documents")
    tab = window.current()
    if isinstance(tab, DocumentsTab):
        tab.make_board(place, at_once=True)
