"""The list that is on the screen now: which one, with which question and columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.columns.base import Column
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


class SeenList(NamedTuple):
    """A list as it is seen.

    Attributes:
        noun: which list.
        query: its search, filters and order.
        columns: its columns from left to right, as they stand on the screen.
        told: search and filters in words; empty when nothing is left out.
        shown: how many entries it has.
        view: the name of the saved view it shows; empty without one.
    """

    noun: str
    query: ListQuery
    columns: Sequence[Column[Any]]
    told: str
    shown: int
    view: str = ""

    @property
    def title(self) -> str:
        """`Personen`, or `Personen: Jugendliche in Ulfen`."""
        return f"{SEEN[self.noun]}: {self.view}" if self.view else SEEN[self.noun]

    def words(self) -> str:
        """`Personen, 23 Einträge (Gemeinde Sontra); Spalten: Name, Ortsteil.`."""
        of_what = f" ({self.told})" if self.told else ""
        columns = ", ".join(one.title for one in self.columns)
        entries = count(self.shown, "Eintrag", "Einträge")
        return f"{self.title}, {entries}{of_what}. Spalten: {columns}."


def noun_of(pane: ListPane, lists: Lists) -> str:
    """Which list a pane shows; empty for one of another kind."""
    return next((noun for noun in SEEN if getattr(lists, noun) is pane.table.source), "")


def seen_in(view: QWidget, lists: Lists) -> SeenList | None:
    """The list a tab shows now, or None when it shows none."""
    for pane in view.findChildren(ListPane):
        noun = noun_of(pane, lists) if pane.isVisible() else ""
        if noun:
            return _seen(noun, pane)
    return None


def chosen_in(view: QWidget, lists: Lists) -> tuple[str, list[int], list[int]]:
    """Which list a tab shows now, what is marked in it and all it shows; no name for no list."""
    for pane in view.findChildren(ListPane):
        noun = noun_of(pane, lists) if pane.isVisible() else ""
        if noun:
            return noun, pane.table.selected_ids(), pane.table.ids_shown()
    return "", [], []


def _seen(noun: str, pane: ListPane) -> SeenList:
    query = pane.table.query
    told = [f"Suche „{query.text}“"] if query.text else []
    told += pane.filter_bar.chips()
    return SeenList(
        noun, query, pane.table.columns_shown(), ", ".join(told), pane.table.count(),
        pane.view_name,
    )  # fmt: skip
