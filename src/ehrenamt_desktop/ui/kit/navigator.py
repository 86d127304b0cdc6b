"""The way from one tab to another: tabs ask, the window leads."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ehrenamt_desktop.model.enums import Kind


class Navigator(QObject):
    """One object all tabs share; no tab knows another."""

    open_requested = Signal(object, int)
    list_requested = Signal(object, object)
    match_requested = Signal(object, int)
    tab_requested = Signal(str)
    begin_requested = Signal(object, object)
    visited = Signal(object, int)
    """A record was shown; remembered for the search over everything."""

    def open(self, kind: Kind, number: int) -> None:
        """Show one record in the tab of its kind."""
        self.open_requested.emit(kind, number)

    def show_list(self, kind: Kind, filters: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Show the list of a kind with these filters, as `ListQuery.filters`."""
        self.list_requested.emit(kind, dict(filters or {}))

    def match(self, kind: Kind, number: int) -> None:
        """Show what fits a person or an offer."""
        self.match_requested.emit(kind, number)

    def begin(self, kind: Kind, values: Mapping[str, object]) -> None:
        """Show the empty form of a kind with these values in it."""
        self.begin_requested.emit(kind, dict(values))

    def visit(self, kind: Kind, number: int) -> None:
        """Tell that a record is shown."""
        self.visited.emit(kind, number)

    def show_tab(self, name: str) -> None:
        """Show a tab: `start`, `people`, `initiatives`, `matching`, `documents`."""
        self.tab_requested.emit(name)
