"""The trash as a dialog: what lies there, to be looked at and restored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.rows import TrashRow
from ehrenamt_desktop.model.text import count, fold
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, label
from ehrenamt_desktop.ui.kit.search_box import SearchBox
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.tips import tip

KINDS = (Kind.PERSON, Kind.INITIATIVE, Kind.OFFER)
HEADINGS = ("Art", "Name", "Ortsteil", "Seit", "Nr.")
EMPTY = "Der Papierkorb ist leer."
NOTHING_FOUND = "Im Papierkorb ist nichts gefunden."


class TrashDialog(Dialog):
    """Search, choose one or several, restore in one step; Enter opens the record."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            "Papierkorb", parent, name="trash.dialog", accept="Wiederherstellen",
            cancel="Schließen", width_em=60,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._rows: Sequence[TrashRow] = ()
        self._shown: list[TrashRow] = []
        self.search = SearchBox("Papierkorb durchsuchen", "trash.search")
        self.table = TrashTable()
        self.words = label("", "soft", wrap=True, name="trash.words")
        self.open_button = button("Öffnen", name="trash.open")
        self.open_button.setAutoDefault(False)
        self.buttons.insertWidget(0, self.open_button)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.words)
        self.search.searched.connect(lambda _: self._fill())
        self.search.going_down.connect(self.table.enter)
        self.table.itemSelectionChanged.connect(self._follow)
        self.table.cellDoubleClicked.connect(lambda _row, _column: self._open())
        self.table.entered_row.connect(self._open)
        self.open_button.clicked.connect(self._open)
        desk.bus.changed.connect(self._refresh)
        self._follow()
        self.load()

    def load(self) -> None:
        """Read what lies in the trash."""
        self._desk.tasks.run(Lane.READ, self._read, self.show_contents, key="trash.contents")

    def confirm(self) -> None:
        """Restore the chosen records in one step; the dialog stays for the others."""
        chosen = [(row.kind, row.id) for row in self.chosen()]
        if chosen:
            self._desk.tasks.run(
                Lane.WRITE,
                lambda: self._desk.office.trash.restore_all(chosen),
                lambda _: self._tell(len(chosen)),
                self._refused,
            )

    def chosen(self) -> list[TrashRow]:
        """The chosen records."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self._shown[row] for row in rows]

    def _read(self) -> tuple[TrashRow, ...]:
        return self._desk.office.trash.contents()

    def _tell(self, amount: int) -> None:
        words = count(amount, "Datensatz ist", "Datensätze sind")
        self._desk.notices.success(f"{words} wiederhergestellt.")

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            self.words.setText(error.sentence)
        else:
            self._desk.notices.error(error)

    def show_contents(self, rows: tuple[TrashRow, ...]) -> None:
        """Show what was read."""
        self._rows = rows
        self._fill()

    def _fill(self) -> None:
        before = {(row.kind, row.id) for row in self.chosen()}
        wanted = fold(self.search.text()).split()
        self._shown = [row for row in self._rows if _answers(row, wanted)]
        places = [at for at, row in enumerate(self._shown) if (row.kind, row.id) in before]
        self.table.show_rows(self._shown, places or [0])
        empty = "" if self._shown else (NOTHING_FOUND if self._rows else EMPTY)
        self.words.setText(empty)
        self._follow()

    def _follow(self) -> None:
        chosen = self.chosen()
        self.accept_button.setEnabled(bool(chosen))
        self.open_button.setEnabled(len(chosen) == 1)

    def _open(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.accept()
            self._desk.navigator.open(chosen[0].kind, chosen[0].id)

    def _refresh(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, *KINDS):
            self.load()


class TrashTable(QTableWidget):
    """Rows of the trash; Enter tells, Tab leaves, Sichtschutz blanks names of people."""

    entered_row = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(HEADINGS))
        self.setObjectName("trash.table")
        self.setAccessibleName("Papierkorb")
        self.setHorizontalHeaderLabels(list(HEADINGS))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.line_height() + 2 * theme.GRID - 1)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[TrashRow], chosen: Sequence[int]) -> None:
        """Show other rows, those at `chosen` places marked."""
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            cells = (row.kind.label, _name(row), row.place, f"{row.since:%d.%m.%Y}", str(row.id))
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(tip(words))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{HEADINGS[column]}: {words}")
                self.setItem(place, column, item)
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for place in chosen if rows else ():
            marked = self.model().index(place, 0)
            self.selectionModel().setCurrentIndex(marked, flags.Select | flags.Rows)

    def enter(self) -> None:
        """Go into the rows."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for a dozen rows."""
        return QSize(theme.em() * 48, theme.em() * 24)

    def minimumSizeHint(self) -> QSize:
        """Some rows stay in view."""
        return QSize(theme.em() * 16, theme.em() * 9)


def _name(row: TrashRow) -> str:
    if row.kind is Kind.PERSON and privacy.masked():
        return privacy.DOTS
    return f"{row.name} · {row.body}" if row.body else row.name


def _answers(row: TrashRow, words: Sequence[str]) -> bool:
    text = fold(f"{row.kind.label} {row.name} {row.body} {row.place} {row.id}")
    return all(word in text for word in words)
