"""What the overview asks: another offer for a person, and what is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.assignment import Choice, PairRow, RefusedPairs
from ehrenamt_desktop.model.columns.assignment import CHOICE_COLUMNS
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource

ROWS = 8
"""Rows the list of a dialog has room for."""


class ChoiceDialog(Dialog):
    """The offers that fit a person; tells `chosen` with the offer's number."""

    chosen = Signal(int)

    def __init__(
        self, row: PairRow, choices: tuple[Choice, ...], desk: Desk, parent: QWidget
    ) -> None:
        super().__init__(
            "Anderes Angebot", parent, name="overview.choice", accept="Nehmen und neu berechnen",
            width_em=52,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        source = RowsSource(CHOICE_COLUMNS)
        source.put(choices)
        self.table = RecordTable(
            source, CHOICE_COLUMNS, desk.tasks, name="overview.choice.table",
            label="Angebote, die passen",
        )  # fmt: skip
        self.table.setMinimumHeight(ROWS * (theme.line_height() + 2 * theme.GRID))
        self.body.addWidget(label(row.person, "heading", private=True))
        text = "Das gewählte Angebot hält die Person fest; die anderen werden neu verteilt."
        self.body.addWidget(label(text, "soft", wrap=True))
        self.body.addWidget(self.table, 1)
        self.table.opened.connect(lambda _: self.confirm())
        self.table.select_id(row.offer_id)
        self.table.reload()

    def confirm(self) -> None:
        """Hand over what is chosen."""
        number = self.table.selected_id()
        if number is not None:
            self.chosen.emit(number)
            self.accept()


class RefusalDialog(Dialog):
    """Names each pair that cannot be proposed; the rest can be."""

    def __init__(self, error: RefusedPairs, rest: int, parent: QWidget) -> None:
        words = f"Die übrigen {rest} vorschlagen" if rest != 1 else "Das übrige vorschlagen"
        super().__init__(
            "Nicht alles kann vorgeschlagen werden", parent, name="overview.refused", accept=words,
            width_em=46,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.accept_button.setVisible(rest > 0)
        self.body.addWidget(label(error.sentence, wrap=True))
        for one in error.pairs:
            pair = f"{one.person} – {one.offer}"
            self.body.addWidget(label(pair, "strong", wrap=True, private=True))
            self.body.addWidget(label(one.sentence, "soft", wrap=True))
        self.body.addStretch(1)
