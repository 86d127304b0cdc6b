"""Förderung: the programmes, who may apply, and the applications that are accompanied."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ehrenamt_desktop.model.columns.grants import (
    APPLICATION_COLUMNS,
    CANDIDATE_COLUMNS,
    PROGRAMME_COLUMNS,
)
from ehrenamt_desktop.model.enums import GrantFit, GrantWindow, Kind
from ehrenamt_desktop.model.grants import ApplicationRow, Candidate, ProgrammeRow
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.documents.grant_forms import application_form, programme_form
from ehrenamt_desktop.ui.documents.programme_card import ProgrammeCard
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import SourceLookup, Vocabulary
from ehrenamt_desktop.ui.kit.panels import EmptyState, button, hbox, label, scroll, vbox
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.form_dialog import FormDialog
from ehrenamt_desktop.ui.record.telling import tell

NAME = "grants"
PARTS = (("facts", "Programm"), ("candidates", "Wer passt"), ("applications", "Anträge"))
INTRODUCTION = "Förderprogramme mit Fristen, die passenden Initiativen und ihre Anträge."
TOUCHING = (Kind.GRANT_PROGRAMME, Kind.GRANT_APPLICATION, Kind.INITIATIVE)


class _Opened(NamedTuple):
    """What is read of a programme."""

    values: dict[str, Any]
    candidates: tuple[Candidate, ...]
    applications: tuple[ApplicationRow, ...]


class GrantsPage(QWidget):
    """Programmes left; facts, candidates and applications of the chosen one right."""

    letter_wanted = Signal(object)
    """Initiatives that are to be written to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened: _Opened | None = None
        self._rows: dict[int, ProgrammeRow] = {}
        self._filled = False
        self._programmes: RowsSource[ProgrammeRow] = RowsSource(PROGRAMME_COLUMNS)
        self._candidates: RowsSource[Candidate] = RowsSource(CANDIDATE_COLUMNS)
        self._applications: RowsSource[ApplicationRow] = RowsSource(APPLICATION_COLUMNS)
        self.table = self._table(self._programmes, PROGRAMME_COLUMNS, "table", "Förderprogramme",
                                 "Noch ist kein Förderprogramm eingetragen.")  # fmt: skip
        self.candidates = self._table(
            self._candidates, CANDIDATE_COLUMNS, "candidates", "Initiativen",
            "Noch ist keine Initiative eingetragen.",
        )  # fmt: skip
        self.applications = self._table(
            self._applications, APPLICATION_COLUMNS, "applications", "Anträge",
            "Zu diesem Programm ist kein Antrag eingetragen.",
        )  # fmt: skip
        self.card = ProgrammeCard()
        self.strip = TabStrip(PARTS, name=f"{NAME}.parts")
        self.new_button = button("Neues Programm …", name=f"{NAME}.new", icon="plus")
        self.letter_button = button("Passende anschreiben …", name=f"{NAME}.letter")
        self.add_button = button("Antrag eintragen …", name=f"{NAME}.add", primary=True)
        self.change_button = button("Ändern …", name=f"{NAME}.application.change")
        self.remove_button = button("Löschen", name=f"{NAME}.application.remove")
        self._lay_out()
        self._connect()

    def look(self) -> None:
        """Read the programmes anew."""
        self._desk.tasks.run(Lane.READ, self._read, self._show, key=NAME)

    def open(self, number: int) -> None:
        """Show a programme."""
        self.table.select_id(number)
        if not self._filled:
            self.look()

    def new(self) -> None:
        """Ask for a new programme."""
        self._ask_programme(None)

    def focus_search(self) -> None:
        """Go to the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The three parts of a programme, and both masks."""
        for key, name in (("facts", "foerderung"), ("candidates", "foerderung-passt"),
                          ("applications", "foerderung-antraege")):  # fmt: skip
            self._turn(key)
            yield name, self
        self._turn("facts")
        dialog = programme_form(self._opened.values if self._opened else {}, self)
        dialog.open()
        yield "foerderprogramm", dialog
        dialog.close()
        mask = application_form(None, self._vocabulary(), self)
        mask.open()
        yield "foerderantrag", mask

    def showEvent(self, event: QShowEvent) -> None:
        """Read the programmes when the page is first looked at."""
        super().showEvent(event)
        if not self._filled:
            self.look()

    def _table(
        self, source: RowsSource[Any], columns: Sequence[Any], name: str, words: str, empty: str
    ) -> RecordTable:
        return RecordTable(
            source, columns, self._desk.tasks, name=f"{NAME}.{name}", label=words, empty=empty
        )

    def _lay_out(self) -> None:
        head = hbox(label(INTRODUCTION, "soft", wrap=True), self.new_button)
        head.setStretch(0, 1)
        left = QWidget()
        column = vbox(head, self.table)
        column.setStretch(1, 1)
        left.setLayout(column)
        inside = QWidget()
        inside.setLayout(vbox(self.card))
        self._parts = {
            "facts": scroll(inside, name=f"{NAME}.facts"),
            "candidates": _part((self.letter_button,), self.candidates),
            "applications": _part(
                (self.change_button, self.remove_button, self.add_button), self.applications
            ),
        }
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        self._empty = EmptyState("Wählen Sie links ein Programm, oder tragen Sie ein neues ein.",
                                 icon="documents")  # fmt: skip
        right = QWidget()
        right.setMinimumWidth(theme.em() * 22)
        side = vbox(self._empty, self.strip, self._stack)
        side.setStretch(2, 1)
        right.setLayout(side)
        outer = vbox(SideBySide(left, right, (46, 54)))
        self.setLayout(outer)
        self._put(None)

    def _connect(self) -> None:
        self.table.selected.connect(self._choose)
        self.table.opened.connect(lambda _: self._ask_programme(self._opened))
        self.strip.changed.connect(self._turn)
        self.new_button.clicked.connect(self.new)
        self.card.change_wanted.connect(lambda: self._ask_programme(self._opened))
        self.card.checked_wanted.connect(
            lambda: self._step(self._desk.office.grants.checked, "Das Programm ist geprüft.")
        )
        self.card.remove_wanted.connect(
            lambda: self._step(self._desk.office.grants.remove, "Das Programm ist entfernt.")
        )
        self.card.portal_wanted.connect(self._desk.files.web)
        self.letter_button.clicked.connect(self._write)
        self.add_button.clicked.connect(lambda: self._ask_application(None))
        self.change_button.clicked.connect(lambda: self._ask_application(self._application()))
        self.applications.opened.connect(
            lambda number: self._ask_application(self.applications.row(number))
        )
        self.remove_button.clicked.connect(self._remove_application)
        self.applications.selected.connect(self._enable)
        self.candidates.opened.connect(
            lambda number: self._desk.navigator.open(Kind.INITIATIVE, number)
        )
        self._desk.bus.changed.connect(self._touched)

    def _read(self) -> tuple[ProgrammeRow, ...]:
        return self._desk.office.grants.programmes()

    def _turn(self, key: str) -> None:
        self.strip.set_current(key)
        self._stack.setCurrentWidget(self._parts[key])

    def _show(self, rows: tuple[ProgrammeRow, ...]) -> None:
        self._filled = True
        self._rows = {one.id: one for one in rows}
        self._programmes.put(rows)
        self.table.reload()
        chosen = self.table.selected_id()
        if rows and chosen not in self._rows:
            self.table.select_id(rows[0].id)
        elif chosen is not None:
            self._choose(chosen)
        else:
            self._put(None)

    def _choose(self, number: int | None) -> None:
        if number is None:
            return

        def work() -> _Opened:
            office = self._desk.office.grants
            found = office.programme(number)
            return _Opened(found, office.candidates(number), office.applications(programme=number))

        self._desk.tasks.run(Lane.READ, work, self._put, key=f"{NAME}.open")

    def _put(self, opened: _Opened | None) -> None:
        self._opened = opened
        self._empty.setVisible(opened is None)
        self.strip.setVisible(opened is not None)
        self._stack.setVisible(opened is not None)
        if opened is None:
            return
        row = self._rows.get(opened.values["id"])
        if row is not None:
            self.card.show_programme(row, opened.values)
        self._candidates.put(opened.candidates)
        self._applications.put(opened.applications)
        self.candidates.reload()
        self.applications.reload()
        self._enable(self.applications.selected_id())
        closed = row is not None and row.window is GrantWindow.CLOSED
        fitting = self._fitting()
        self.letter_button.setEnabled(bool(fitting) and not closed)
        words = count(len(fitting), "Initiative", "Initiativen")
        self.letter_button.setToolTip(
            "Die Frist ist abgelaufen." if closed else f"{words} darf oder dürfen Anträge stellen."
        )

    def _fitting(self) -> tuple[int, ...]:
        """The initiatives that may apply and have no application under way."""
        if self._opened is None:
            return ()
        busy = {one.initiative_id for one in self._opened.applications}
        return tuple(
            one.id
            for one in self._opened.candidates
            if one.fit is GrantFit.FITS and one.id not in busy
        )

    def _write(self) -> None:
        self.letter_wanted.emit(self._fitting())

    def _enable(self, number: int | None) -> None:
        for one in (self.change_button, self.remove_button):
            one.setEnabled(number is not None)

    def _application(self) -> ApplicationRow | None:
        number = self.applications.selected_id()
        row: ApplicationRow | None = None if number is None else self.applications.row(number)
        return row

    def _vocabulary(self) -> Vocabulary:
        initiatives = SourceLookup(self._desk.office.lists.initiatives, lambda row: row.name)
        return Vocabulary(records={"initiatives": initiatives})

    def _ask_programme(self, opened: _Opened | None) -> None:
        values = opened.values if opened is not None else {}
        dialog = programme_form(values, self)
        number, version = values.get("id"), values.get("version")
        dialog.submitted.connect(
            partial(
                self._keep, dialog, "Das Förderprogramm ist gespeichert.",
                lambda typed: self._desk.office.grants.save(typed, number, version),
            )
        )  # fmt: skip
        dialog.open()

    def _ask_application(self, row: ApplicationRow | None) -> None:
        if self._opened is None:
            return
        programme = self._opened.values["id"]
        dialog = application_form(row, self._vocabulary(), self)
        number, version = (row.id, row.version) if row is not None else (None, None)
        dialog.submitted.connect(
            partial(
                self._keep, dialog, "Der Förderantrag ist gespeichert.",
                lambda typed: self._desk.office.grants.save_application(
                    {**typed, "programme_id": programme}, number, version
                ),
            )
        )  # fmt: skip
        dialog.open()

    def _keep(
        self, dialog: FormDialog, sentence: str, work: Callable[[dict[str, object]], int],
        values: dict[str, object],
    ) -> None:  # fmt: skip
        def kept(_: int) -> None:
            dialog.accept()
            tell(self._desk, sentence)

        self._desk.tasks.run(
            Lane.WRITE, lambda: work(values), kept,
            lambda error: dialog.refuse(error, self._desk.notices),
        )  # fmt: skip

    def _step(self, work: Callable[[int], object], sentence: str) -> None:
        number = self.table.selected_id()
        if number is not None:
            self._desk.tasks.run(
                Lane.WRITE, lambda: work(number), lambda _: tell(self._desk, sentence)
            )

    def _remove_application(self) -> None:
        row = self._application()
        if row is not None:
            self._desk.tasks.run(
                Lane.WRITE,
                lambda: self._desk.office.grants.remove_application(row.id),
                lambda _: tell(self._desk, "Der Förderantrag ist gelöscht."),
            )

    def _touched(self, changes: tuple[Change, ...]) -> None:
        if self._filled and touches(changes, *TOUCHING):
            self.look()


def _part(deeds: Sequence[QWidget], table: RecordTable) -> QWidget:
    made = QWidget()
    row = hbox(*deeds)
    row.insertStretch(0, 1)
    column = vbox(row, table)
    column.setStretch(1, 1)
    made.setLayout(column)
    return made
