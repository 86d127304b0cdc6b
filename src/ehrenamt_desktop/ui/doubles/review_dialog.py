"""The list of people who may stand here twice: compare and merge, or say that they are two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.doubles import DoublePair, MergePreview
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.doubles.merge_dialog import MergeDialog
from ehrenamt_desktop.ui.doubles.pair_table import PairTable
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, label
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.telling import tell

SEARCHING = "Die Personen werden verglichen …"
NONE = "Keine Person steht doppelt."


class ReviewDialog(Dialog):
    """Searches when it opens; what is decided leaves the list at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            "Doppelte Personen", parent, name="doubles", accept="Vergleichen …",
            cancel="Schließen", width_em=72,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._pairs: list[DoublePair] = []
        self.table = PairTable()
        self.words = label(SEARCHING, "soft", wrap=True, name="doubles.words")
        self.apart_button = button("Sind verschieden", name="doubles.apart")
        self.apart_button.setAutoDefault(False)
        self.again_button = button("Neu suchen", name="doubles.again", flat=True)
        self.again_button.setAutoDefault(False)
        self.again_button.clicked.connect(self.load)
        self.buttons.insertWidget(0, self.apart_button)
        self.buttons.insertWidget(1, self.again_button)
        self.body.addWidget(self.words)
        self.body.addWidget(self.table, 1)
        self.table.itemSelectionChanged.connect(self._follow)
        self.table.cellDoubleClicked.connect(lambda _row, _column: self.confirm())
        self.table.entered_row.connect(self.confirm)
        self.apart_button.clicked.connect(self._tell_apart)
        self._follow()

    def load(self) -> None:
        """Search; the window goes on meanwhile."""
        self._desk.tasks.run_long("Doppelte suchen", self._search, self.show_pairs)

    def _search(self, progress: Progress) -> list[DoublePair]:
        return self._desk.office.doubles.pairs(progress)

    def show_pairs(self, pairs: list[DoublePair]) -> None:
        """Show what was found."""
        self._pairs = list(pairs)
        self._fill(0)
        self.table.setFocus()

    def confirm(self) -> None:
        """Compare the chosen pair field by field."""
        pair = self.chosen()
        if pair is not None:
            self._compare(pair.a.number, pair.b.number)

    def chosen(self) -> DoublePair | None:
        """The chosen pair."""
        row = self.table.currentRow()
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def _compare(self, keep: int, lose: int) -> None:
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: (
                self._desk.office.merging.preview(keep, lose),
                self._desk.office.lists.places(),
            ),
            lambda found: self._ask(*found),
            self._refused,
        )

    def _ask(self, preview: MergePreview, places: object) -> None:
        dialog = MergeDialog(self._desk, preview, places, self)  # type: ignore[arg-type]
        dialog.merged.connect(self._gone)
        dialog.turned.connect(self._compare)
        dialog.open()

    def _tell_apart(self) -> None:
        pair = self.chosen()
        if pair is None:
            return
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.doubles.tell_apart(pair.a.number, pair.b.number),
            lambda _: self._drop([pair], "Gemerkt: Das sind zwei verschiedene Personen."),
            self._refused,
        )

    def _gone(self, number: int) -> None:
        """A record went into another; no pair speaks of it any more."""
        pairs = [one for one in self._pairs if number in (one.a.number, one.b.number)]
        self._drop(pairs, "Die Personen sind zusammengeführt.")

    def _drop(self, pairs: list[DoublePair], said: str) -> None:
        row = max(0, self.table.currentRow())
        self._pairs = [one for one in self._pairs if one not in pairs]
        self._fill(row)
        tell(self._desk, said)

    def _fill(self, row: int) -> None:
        self.table.show_pairs(self._pairs, row)
        amount = count(len(self._pairs), "Paar", "Paare")
        self.words.setText(f"{amount}, die sichersten zuerst." if self._pairs else NONE)
        self._follow()

    def _follow(self) -> None:
        chosen = self.chosen() is not None
        self.accept_button.setEnabled(chosen)
        self.apart_button.setEnabled(chosen)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            self.words.setText(error.sentence)
        else:
            self._desk.notices.error(error)
