"""The tab Personen: the list left, the person right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.people.list_columns import COLUMNS, LATER
from ehrenamt_desktop.ui.record.sight import bring_into_sight

if TYPE_CHECKING:
    from ehrenamt_desktop.model.unsaved import Unsaved
    from ehrenamt_desktop.ui.people.person_page import PersonPage
    from ehrenamt_desktop.ui.people.person_pane import PersonPane

LISTED = (Kind.PERSON, Kind.PLACEMENT, Kind.INTERACTION)
SHARES = (46, 54)
"""How list and record share the width, in hundredths."""


class PeopleTab(Tab):
    """The list comes first; the record beside it is made when the first rows stand."""

    kinds: ClassVar[tuple[Kind, ...]] = (Kind.PERSON,)

    def build(self) -> None:
        """Show the list and room for the record."""
        self.list = ListPane(
            self.office.lists.people, COLUMNS, self.tasks, self.bus, name="people",
            label="Personen", search="Personen durchsuchen", kinds=LISTED, new="Neue Person",
            empty="Keine Person gefunden.", private=frozenset({"name"}),
            many=True,
        )  # fmt: skip
        self._shell = SideBySide(self.list, QWidget(), SHARES)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(2 * theme.GRID,) * 4)
        self._column.addWidget(self._shell)
        self.list.new_requested.connect(self._enter_first)
        self.list.table.filled.connect(self._furnish)

    @cached_property
    def page(self) -> PersonPage:
        """List and record; the list moves over from the room it stood in, with its focus."""
        from ehrenamt_desktop.ui.people.person_page import PersonPage

        self.list.new_requested.disconnect(self._enter_first)
        focus = QApplication.focusWidget()
        desk = Desk(self.office, self.tasks, self.bus, self.notices, self.files, self.navigator)
        made = PersonPage(desk, self.list)
        self._column.replaceWidget(self._shell, made)
        self._shell.hide()
        self._shell.deleteLater()
        if focus is not None and self.list.isAncestorOf(focus):
            focus.setFocus()
        return made

    @property
    def pane(self) -> PersonPane:
        """The record beside the list."""
        return self.page.pane

    def open_record(self, kind: Kind, number: int) -> None:
        """Show one person."""
        if kind in self.kinds:
            self.page.open(number)

    def show_list(self, kind: Kind, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show the people with these filters."""
        if kind in self.kinds:
            self.page.list.set_filters(filters)

    def begin(self, kind: Kind, values: Mapping[str, object]) -> None:
        """Show the quick form with these values."""
        if kind in self.kinds:
            self.page.new(values)

    def restore(self, unsaved: Unsaved) -> None:
        """Put back what was typed about a person."""
        self.page.autosaver.restore(unsaved)

    def focus_search(self) -> None:
        """Go to the search box."""
        self.list.focus_search()
        bring_into_sight(self.list)

    def new(self) -> None:
        """Show the empty form."""
        self.page.new()

    def save(self) -> None:
        """Keep what is open."""
        self.page.keep()

    def is_dirty(self) -> bool:
        """Whether typed words would be lost."""
        return "page" in self.__dict__ and self.page.is_dirty()

    def commands(self) -> Sequence[Command]:
        """What can be done with the list and the shown person."""
        later = Command("Später vervollständigen", (), self._show_later, "people.later",
                        "unvollständig fehlt fehlende Angaben ergänzen Lücken")  # fmt: skip
        return (later, *(self.page.commands() if "page" in self.__dict__ else ()))

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The parts of a person, the empty form, the dialogs."""
        yield from self.page.pictures()

    def _show_later(self) -> None:
        self.page.list.show_view(LATER)

    def _furnish(self) -> None:
        _ = self.page

    def _enter_first(self) -> None:
        self.page.new()
