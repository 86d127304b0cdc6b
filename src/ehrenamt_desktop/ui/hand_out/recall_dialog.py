"""Alte Ausgaben austauschen: who holds one, and the letters with the new edition."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.columns.hand_outs import HOLDER_COLUMNS
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.hand_out import HolderRow
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.lists.export_dialog import MASKED

NAME = "recall"
ABOUT = (
    "Wer eine Ausgabe hat, die inzwischen ersetzt ist. Oben steht, was ausgetauscht werden muss. "
    "Ein Brief mit der neuen Ausgabe genügt; danach verschwindet die Zeile."
)


class RecallDialog(Dialog):
    """The list of those who hold old editions; letters go to the chosen ones, or to all."""

    def __init__(
        self, desk: Desk, document: int | None = None, parent: QWidget | None = None
    ) -> None:
        """Read the list; `document` shows those of one paper alone."""
        super().__init__(
            "Alte Ausgaben austauschen", parent, name=NAME, accept="Briefe an alle …",
            cancel="Schließen", width_em=72,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._document = desk, document
        self._rows: dict[int, HolderRow] = {}
        self._source: RowsSource[HolderRow] = RowsSource(HOLDER_COLUMNS)
        self.table = RecordTable(
            self._source, HOLDER_COLUMNS, desk.tasks, name=f"{NAME}.table",
            label="Wer eine alte Ausgabe hat", private=frozenset({"name"}), many=True,
            empty="Niemand hat eine alte Ausgabe.",
        )  # fmt: skip
        self.table.setMinimumHeight(theme.em() * 16)
        self.open_button = button("Öffnen", name=f"{NAME}.open")
        row = hbox(self.open_button)
        row.addStretch(1)
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        self.body.addWidget(label(ABOUT, "soft", wrap=True))
        self.body.addWidget(self.table)
        self.body.addLayout(row)
        self.body.addWidget(self.problem)
        self.open_button.clicked.connect(self._open)
        self.table.opened.connect(lambda _: self._open())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        desk.bus.changed.connect(self._touched)
        self._enable()
        self._read()

    def confirm(self) -> None:
        """Write the letters as one PDF and one step; the list stays open."""
        if privacy.masked():
            self._say(MASKED)
            return
        rows = self._chosen() or list(self._rows.values())
        desk = self._desk
        path = desk.files.save("Briefe speichern", f"Austausch {clock.today():%Y-%m-%d}", ".pdf")
        if path is None or not rows:
            return
        items = [one.id for one in rows]

        def work(progress: Progress) -> tuple[int, tuple[str, ...]]:
            return desk.office.hand_outs.recall(items, path, progress)

        def done(made: tuple[int, tuple[str, ...]]) -> None:
            letters, refused = made
            self._say("\n".join(f"Kein Brief: {one}" for one in refused))
            desk.notices.success(
                f"{count(letters, 'Brief', 'Briefe')} mit der neuen Ausgabe.",
                *paper_actions(desk.files, path),
            )
            desk.files.show(path)

        desk.tasks.run_long("Briefe werden geschrieben", work, done, self._refuse)

    def _read(self) -> None:
        office, document = self._desk.office, self._document

        def held() -> tuple[HolderRow, ...]:
            return office.hand_outs.holders(document)

        self._desk.tasks.run(Lane.WRITE, held, self._show, key=NAME)

    def _show(self, rows: tuple[HolderRow, ...]) -> None:
        self._rows = {row.id: row for row in rows}
        self._source.put(rows)
        self.table.reload()
        self._enable()

    def _chosen(self) -> list[HolderRow]:
        return [self._rows[one] for one in self.table.selected_ids() if one in self._rows]

    def _open(self) -> None:
        for row in self._chosen()[:1]:
            self.reject()
            self._desk.navigator.open(row.whom.kind, row.whom.number)

    def _enable(self) -> None:
        chosen = self._chosen()
        self.open_button.setEnabled(len(chosen) == 1)
        self.accept_button.setEnabled(bool(self._rows))
        letters = f"an {len(chosen)}" if chosen else "an alle"
        self.accept_button.setText(f"Briefe {letters} …")

    def _touched(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, Kind.HAND_OUT_ITEM, Kind.DOCUMENT_EDITION):
            self._read()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self._say(error.sentence)
        else:
            self._desk.notices.error(error)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
