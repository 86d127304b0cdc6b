"""Anerkennung: whom to thank and for what, a list for the reception, letters of thanks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.recognition import HONOUR_COLUMNS, HonourRow
from ehrenamt_desktop.model.rules.recognition import Honour
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.certificates.card_dialog import CardDialog
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.lists.export_dialog import MASKED
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog
from ehrenamt_desktop.ui.lists.reason_fields import ReasonFields

NAME = "recognition"
ABOUT = (
    "Wer sich engagiert, darf es auch zurückbekommen. Das Programm sieht nach, was eingetragen "
    "ist; es entscheidet der Kreis, und vor jeder Ehrung fragen Sie die Person."
)
KINDS = {
    "all": tuple(Honour),
    "card": (Honour.CARD, Honour.CARD_SOON, Honour.CARD_OPEN),
    "round": (Honour.ROUND,),
    "juleica": (Honour.JULEICA,),
}
VIEWS = (
    ("all", "Alle"), ("card", "Ehrenamts-Card"), ("round", "Runde Jahre"), ("juleica", "Juleica"),
)  # fmt: skip


class RecognitionDialog(Dialog):
    """The list, what is done with the chosen people, and why a file is made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "Anerkennung", parent, name=NAME, accept="Liste für den Empfang …",
            cancel="Schließen", width_em=88,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._all: tuple[HonourRow, ...] = ()
        self._rows: dict[int, HonourRow] = {}
        self._source: RowsSource[HonourRow] = RowsSource(HONOUR_COLUMNS)
        self.views = SegmentStrip(VIEWS, name=f"{NAME}.views")
        self.views.setAccessibleName("Anlass")
        self.table = RecordTable(
            self._source, HONOUR_COLUMNS, desk.tasks, name=f"{NAME}.table",
            label="Wem zu danken ist", private=frozenset({"name"}), many=True,
            empty="Zurzeit steht hier niemand.",
        )  # fmt: skip
        self.table.setMinimumHeight(theme.em() * 14)
        self.open_button = button("Person öffnen", name=f"{NAME}.open")
        self.card_button = button("Ehrenamts-Card …", name=f"{NAME}.card")
        self.thank_button = button("Dank schreiben …", name=f"{NAME}.thank", icon="mail")
        self.reason = ReasonFields(NAME)
        self.reason.purpose.setText("Empfang des Bürgermeisters")
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        ways = QWidget()
        row = FlowLayout(ways)
        for one in (self.open_button, self.card_button, self.thank_button):
            row.addWidget(one)
        for part in (label(ABOUT, "soft", wrap=True), self.views, self.table, ways, self.reason,
                     self.problem):  # fmt: skip
            self.body.addWidget(part)
        self._connect()
        self.load()

    def load(self) -> None:
        """Read the list anew, on the write lane, which imports the service."""
        office = self._desk.office

        def listed() -> tuple[HonourRow, ...]:
            return office.recognition.listed()

        self._desk.tasks.run(Lane.WRITE, listed, self._take)

    def confirm(self) -> None:
        """Write the chosen rows, or all that are shown, as a list."""
        if privacy.masked():
            self._tell(MASKED)
            return
        rows = self._chosen() or [*self._rows.values()]
        reason = self.reason.read()
        if reason is None:
            return
        desk = self._desk
        name = f"Anerkennung {clock.today():%Y-%m-%d}"
        path = desk.files.save("Liste speichern", name, ".xlsx")
        if path is None:
            return

        def work(progress: Progress) -> int:
            return desk.office.recognition.write(path, rows, reason, progress)

        def done(_: int) -> None:
            self.accept()
            entries = count(len(rows), "Eintrag", "Einträge")
            desk.notices.success(f"Die Liste ist gespeichert ({entries}).",
                                 *paper_actions(desk.files, path))  # fmt: skip

        desk.tasks.run_long("Die Liste wird geschrieben …", work, done, self._refuse)

    def _connect(self) -> None:
        self.views.changed.connect(lambda _: self._show())
        self.open_button.clicked.connect(self._open)
        self.card_button.clicked.connect(self._ask_card)
        self.thank_button.clicked.connect(self._thank)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choose())

    def _take(self, rows: tuple[HonourRow, ...]) -> None:
        self._all = rows
        for key, title in VIEWS:
            amount = sum(one.honour in KINDS[key] for one in rows)
            self.views.set_title(key, f"{title} {amount}" if amount else title)
        self._show()

    def _show(self) -> None:
        """Show the rows of the chosen view."""
        wanted = KINDS[self.views.current()]
        self._rows = {one.id: one for one in self._all if one.honour in wanted}
        self._source.put(tuple(self._rows.values()))
        self.table.reload()
        self.table.select_first()
        self._choose()

    def _chosen(self) -> list[HonourRow]:
        return [self._rows[one] for one in self.table.selected_ids() if one in self._rows]

    def _choose(self) -> None:
        rows = self._chosen()
        self.open_button.setEnabled(len(rows) == 1)
        self.card_button.setEnabled(len(rows) == 1)
        self.thank_button.setEnabled(bool(rows) and not self._desk.office.read_only)
        self.accept_button.setEnabled(bool(self._rows))

    def _open(self) -> None:
        (row,) = self._chosen()
        self.accept()
        self._desk.navigator.open(Kind.PERSON, row.person_id)

    def _ask_card(self) -> None:
        (row,) = self._chosen()
        CardDialog(self._desk, row.person_id, self).load()

    def _thank(self) -> None:
        """Open the serial letters with the chosen people, each once."""
        people = tuple(dict.fromkeys(one.person_id for one in self._chosen()))
        shown = tuple(dict.fromkeys(one.person_id for one in self._rows.values()))
        LetterDialog(self._desk, "people", people, shown, self).open()

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self._tell(error.sentence)
        else:
            self._desk.notices.error(error)
