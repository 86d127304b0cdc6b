"""The list that is on the screen now: which one, with which question and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.list_pane import ListPane

if TYPE_CHECKING:
    from ehrenamt_desktop.services.lists import Lists

LISTS = (
    ("people", "Personen"),
    ("initiatives", "Initiativen"),
    ("offers", "Angebote"),
    ("placements", "Vermittlungen"),
)
SEEN = dict((*LISTS, ("postings", "Unterlagen")))


@dataclass(frozen=True, slots=True)
class SeenList:
    """A list as it is seen.

    Attributes:
        noun: which list.
        query: its search, filters and order.
        keys: its columns.
        told: search and filters in words; empty when nothing is left out.
        shown: how many entries it has.
    """

    noun: str
    query: ListQuery
    keys: Sequence[str]
    told: str
    shown: int

    def words(self) -> str:
        """`Personen, 23 Einträge (Gemeinde Sontra)`."""
        of_what = f" ({self.told})" if self.told else ""
        return f"{SEEN[self.noun]}, {count(self.shown, 'Eintrag', 'Einträge')}{of_what}"


def seen_in(view: QWidget, lists: Lists) -> SeenList | None:
    """The list a tab shows now, or None when it shows none."""
    for pane in view.findChildren(ListPane):
        if not pane.isVisible():
            continue
        for noun in SEEN:
            if getattr(lists, noun) is pane.table.source:
                return _seen(noun, pane)
    return None


def _seen(noun: str, pane: ListPane) -> SeenList:
    query = pane.table.query
    told = [f"Suche „{query.text}“"] if query.text else []
    told += pane.filter_bar.chips()
    return SeenList(noun, query, pane.table.column_keys(), ", ".join(told), pane.table.count())
