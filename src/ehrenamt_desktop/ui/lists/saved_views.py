"""Named views of a list: chosen, saved, renamed, deleted; what a view no longer knows is said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.views import View, ViewRow
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.filter_bar import Filter
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.view_menu import ViewButton
from ehrenamt_desktop.ui.lists.seen_list import noun_of


class SavedViews(QObject):
    """The views of one list on screen."""

    def __init__(self, pane: ListPane, noun: str, desk: Desk) -> None:
        super().__init__(pane)
        self._pane = pane
        self._noun = noun
        self._desk = desk
        self._rows: tuple[ViewRow, ...] = ()
        self._current: int | None = None
        self._wanted: int | None = None
        self._base = View()
        button = self.button = ViewButton(pane.table, f"{pane.name}.views")
        pane.filter_bar.add_tool(button)
        button.chosen.connect(self.choose)
        button.save_wanted.connect(self.ask_save)
        button.rename_wanted.connect(self.ask_rename)
        button.delete_wanted.connect(self.delete)
        button.first_wanted.connect(self.show_first)
        pane.view_changed.connect(self._follow)
        desk.bus.changed.connect(self._refresh)
        self._load()

    @property
    def noun(self) -> str:
        """Which list it is."""
        return self._noun

    @property
    def rows(self) -> tuple[ViewRow, ...]:
        """The saved views by name."""
        return self._rows

    def choose(self, number: int) -> None:
        """Show the list as a view keeps it; one not read yet is shown when it is."""
        row = self._row(number)
        self._wanted = number if row is None else None
        if row is None:
            return
        view, told = fitting(row, self._pane.filter_bar.known())
        self._current = None
        self._pane.show_view(view)
        self._stay(number)
        if told:
            self._desk.notices.warning(told)

    def show_first(self) -> None:
        """Show the list as it is at first: all records, its own order, the first columns."""
        self._current = None
        self._pane.show_view(View())
        self._follow()

    def ask_save(self) -> None:
        """Ask for a name and keep what is shown under it."""
        from ehrenamt_desktop.ui.lists.view_dialog import ViewDialog

        view, noun = self._pane.view(), self._noun
        current = self._row(self._current)
        views = self._desk.office
        ViewDialog(
            "Ansicht speichern", current.name if current else "", self._desk,
            lambda name: views.views.save(noun, name, view), self._saved, self._pane.window(),
            taken=tuple(row.name for row in self._rows),
        ).open()  # fmt: skip

    def ask_rename(self) -> None:
        """Ask for another name of the shown view."""
        from ehrenamt_desktop.ui.lists.view_dialog import ViewDialog

        row = self._row(self._current)
        if row is not None:
            views = self._desk.office
            ViewDialog(
                "Ansicht umbenennen", row.name, self._desk,
                lambda name: views.views.rename(row.id, name), lambda _: None,
                self._pane.window(),
            ).open()  # fmt: skip

    def delete(self) -> None:
        """Remove the shown view; the list stays as it is."""
        row = self._row(self._current)
        if row is not None:
            said = f"Die Ansicht „{row.name}“ ist gelöscht. Strg+Z holt sie zurück."
            self._desk.tasks.run(
                Lane.WRITE,
                lambda: self._desk.office.views.delete(row.id),
                lambda _: self._desk.notices.success(said),
            )

    def _saved(self, number: object) -> None:
        self._desk.notices.success("Die Ansicht ist gespeichert.")
        self._stay(int(str(number)))

    def _stay(self, number: int) -> None:
        self._current = number
        self._base = self._pane.view()
        self._follow()

    def _load(self) -> None:
        office, noun = self._desk.office, self._noun
        self._desk.tasks.run(
            Lane.READ, lambda: office.views.all(noun), self._show, key=f"{self._pane.name}.views"
        )

    def _show(self, rows: tuple[ViewRow, ...]) -> None:
        self._rows = rows
        self.button.show_views(rows)
        self._follow()
        if self._wanted is not None:
            self.choose(self._wanted)
            self._wanted = None

    def _refresh(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, Kind.SAVED_VIEW):
            self._load()

    def _row(self, number: int | None) -> ViewRow | None:
        return next((row for row in self._rows if row.id == number), None)

    def _follow(self) -> None:
        row = self._row(self._current)
        changed = row is not None and not same(self._pane.view(), self._base)
        self._pane.view_name = row.name if row is not None and not changed else ""
        self.button.show_state(row, changed=changed)


def equip(tab: QWidget, desk: Desk) -> None:
    """Give each list of a tab its saved views; pages made later ask for themselves."""
    for pane in tab.findChildren(ListPane):
        noun = noun_of(pane, desk.office.lists)
        if noun and pane.findChild(SavedViews) is None:
            SavedViews(pane, noun, desk)


def same(one: View, other: View) -> bool:
    """Whether two views show the same; the order of a filter's values does not matter."""
    return one._replace(filters={}) == other._replace(filters={}) and (
        {key: frozenset(values) for key, values in one.filters.items()}
        == {key: frozenset(values) for key, values in other.filters.items()}
    )


def fitting(row: ViewRow, known: Sequence[Filter]) -> tuple[View, str]:
    """A view without filter values that are gone, and what to say about them."""
    offered = {one.key: one for one in known if one.options}
    filters: dict[str, tuple[str, ...]] = {}
    gone = ["Ein Filter"] if row.lost else []
    for key, values in row.view.filters.items():
        there = {one.value for one in offered[key].options} if key in offered else set(values)
        left = tuple(value for value in values if value in there)
        if left:
            filters[key] = left
        if left != values:
            gone.append(f"Der Filter „{offered[key].label}“")
    told = " ".join(
        f"{words} der Ansicht „{row.name}“ nennt etwas, das es nicht mehr gibt; das ist "
        "weggelassen."
        for words in gone
    )
    return row.view._replace(filters=filters), told
