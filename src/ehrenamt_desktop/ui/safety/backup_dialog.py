"""Sicherungen: how well the office is kept, all copies, and the way back to one of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.backups import BackupRow, BackupState, Difference, Verdict
from ehrenamt_desktop.model.columns.backups import BACKUP_COLUMNS, COMPARED
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import KeyValues, button, hbox, label
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.safety.backup_words import moment, rehearsal_words, second_words

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow

NAME = "backups"
QUESTION = (
    "Der Bestand vom {when} wird wiederhergestellt. Was Sie seitdem eingetragen haben, fehlt dann "
    "darin; der Bestand von heute bleibt daneben erhalten. Das Programm öffnet sich neu."
)


class _Read(NamedTuple):
    state: BackupState
    rows: tuple[BackupRow, ...]


class BackupDialog(Dialog):
    """Facts above, copies below, the difference to today under the chosen one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(
            "Sicherungen", window, name=NAME, accept="Wiederherstellen …", cancel="Schließen",
            width_em=56,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._desk = window, window.desk
        self._keeper = window.equipment.keeper
        self._rows: dict[int, BackupRow] = {}
        self._source: RowsSource[BackupRow] = RowsSource(BACKUP_COLUMNS)
        self.facts = KeyValues()
        self.now_button = button("Jetzt sichern", name=f"{NAME}.now", icon="shield")
        self.second_button = button("Zweiten Ort wählen …", name=f"{NAME}.second", icon="folder")
        self.rehearse_button = button("Jetzt proben", name=f"{NAME}.rehearse", icon="check")
        self.table = RecordTable(
            self._source, BACKUP_COLUMNS, self._desk.tasks, name=f"{NAME}.table",
            label="Sicherungen", empty="Es gibt noch keine Sicherung dieses Bestands.",
        )  # fmt: skip
        self.table.setMinimumHeight(theme.em() * 14)
        self.change = label("", "soft", wrap=True, name=f"{NAME}.change")
        self._lay_out()
        self._connect()
        self.load()

    def load(self) -> None:
        """Read state and copies anew."""
        office, second = self._desk.office, self._keeper.second

        def work() -> _Read:
            return _Read(office.backups.state(second), office.backups.listed(second))

        self._desk.tasks.run(Lane.CARE, work, self._show, key=NAME)

    def confirm(self) -> None:
        """Ask, then close the window and open the copy in place of the office of today."""
        row = self._chosen()
        if row is None:
            return
        question = QUESTION.format(when=moment(row.made_at))
        if self._desk.notices.ask(question, "Wiederherstellen", "Zurück"):
            self.accept()
            self._window.restore(row.folder)

    def _lay_out(self) -> None:
        for part in (
            self.facts,
            hbox(self.now_button, self.second_button, self.rehearse_button, 1),
            self.table,
            self.change,
        ):
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
        self.accept_button.setEnabled(False)

    def _connect(self) -> None:
        self.table.selected.connect(self._choose)
        self.now_button.clicked.connect(self._copy)
        self.second_button.clicked.connect(self._ask_second)
        self.rehearse_button.clicked.connect(self._rehearse)

    def _show(self, found: _Read) -> None:
        self._rows = {one.id: one for one in found.rows}
        self.facts.clear()
        last = moment(found.state.last) if found.state.last else "noch keine"
        self.facts.add("Letzte Sicherung", last)
        self.facts.add("Zweiter Ort", second_words(found.state))
        self.facts.add("Wiederherstellung geprobt", rehearsal_words(found.state.rehearsal))
        self.rehearse_button.setEnabled(found.state.last is not None)
        self._source.put(found.rows)
        self.table.reload()
        if found.rows and self.table.selected_id() not in self._rows:
            self.table.select_id(found.rows[0].id)

    def _chosen(self) -> BackupRow | None:
        return self._rows.get(self.table.selected_id() or 0)

    def _choose(self, _: int | None) -> None:
        row = self._chosen()
        self.accept_button.setEnabled(row is not None and not self._desk.office.read_only)
        self.change.setText("")
        if row is not None:
            office = self._desk.office
            self._desk.tasks.run(
                Lane.CARE, lambda: office.backups.difference(row.folder), self._compare,
                self._refuse, key=f"{NAME}.difference",
            )  # fmt: skip

    def _compare(self, found: tuple[Difference, ...]) -> None:
        amounts = {one.table: one for one in found}
        parts = [
            f"{words} {amounts[kind.value].then} (heute {amounts[kind.value].now})"
            for kind, words in COMPARED
            if kind.value in amounts
        ]
        self.change.setText("In dieser Sicherung: " + " · ".join(parts))

    def _copy(self) -> None:
        office = self._desk.office
        self._desk.tasks.run(Lane.CARE, office.backups.make, self._copied, self._refuse)

    def _copied(self, _: Path) -> None:
        self._keeper.refresh()
        self.load()

    def _ask_second(self) -> None:
        folder = self._desk.files.folder("Zweiten Ort für Sicherungen wählen")
        if folder is not None:
            self._keeper.choose_second(folder)
            self.load()

    def _rehearse(self) -> None:
        office = self._desk.office
        self._desk.tasks.run(
            Lane.CARE, office.backups.rehearse, lambda _: self._copied(Path()),
            self._refuse,
        )  # fmt: skip

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self.change.setText(error.sentence)
        else:
            self._desk.notices.error(error)


def check_store(window: MainWindow) -> None:
    """Check the whole store beside the work, and say what was found."""
    desk = window.desk
    desk.notices.info("Der Bestand wird geprüft. Sie können weiterarbeiten.")
    desk.tasks.run(Lane.CARE, desk.office.backups.verdict, partial(_tell_check, window))


def _tell_check(window: MainWindow, verdict: Verdict) -> None:
    notices = window.desk.notices
    (notices.success if verdict.sound else notices.warning)(verdict.sentence)
