"""The saved views of all lists as commands: they lead to their list and show it so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.lists.saved_views import SavedViews, equip
from ehrenamt_desktop.ui.lists.seen_list import SEEN

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow

KINDS = {
    "people": Kind.PERSON, "initiatives": Kind.INITIATIVE, "offers": Kind.OFFER,
    "placements": Kind.PLACEMENT, "postings": Kind.POSTING,
}  # fmt: skip


def view_commands(window: MainWindow) -> list[Command]:
    """One command for each view; reads the store, so call it on the read lane."""
    views = window.desk.office.views
    return [
        Command(f"Ansicht: {row.name}", (), partial(_go, window, noun, row.id), f"view.{row.id}",
                f"{title} Liste gespeichert gefiltert")
        for noun, title in SEEN.items()
        for row in views.all(noun)
    ]  # fmt: skip


def _go(window: MainWindow, noun: str, number: int) -> None:
    window.show_list(KINDS[noun], {})
    tab = window.current()
    equip(tab, window.desk)
    for one in tab.findChildren(SavedViews):
        if one.noun == noun:
            one.choose(number)
