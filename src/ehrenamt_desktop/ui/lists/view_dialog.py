"""The name of a view, asked until it can be kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import label, label_of
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

KEEPS = (
    "Die Ansicht merkt sich Suche, Filter, Spalten, Breiten und Sortierung. Sie gilt für das "
    "ganze Büro und zeigt immer die Einträge von heute."
)
REPLACES = "Eine Ansicht dieses Namens gibt es schon. Sie wird ersetzt."


class ViewDialog(Dialog):
    """Keeps the name through `keep` on the write lane and closes when that worked."""

    def __init__(
        self,
        title: str,
        name: str,
        desk: Desk,
        keep: Callable[[str], object],
        kept: Callable[[object], None],
        parent: QWidget,
        *,
        taken: Sequence[str] = (),
    ) -> None:
        super().__init__(title, parent, name="view.dialog", width_em=32)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._keep = keep
        self._kept = kept
        self._taken = {one.casefold() for one in taken}
        self.input = LineInput()
        self.input.setObjectName("view.name")
        self.input.setMaxLength(80)
        self.input.setText(name)
        self.input.selectAll()
        self.note = label("", "soft", wrap=True, name="view.note")
        self.refusal = label("", "error", wrap=True, name="view.refusal")
        self.body.addWidget(label_of(self.input, "Name der Ansicht"))
        self.body.addWidget(self.input)
        self.body.addWidget(self.refusal)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.input.textChanged.connect(self._follow)
        self._follow()
        self.input.setFocus()

    def confirm(self) -> None:
        """Keep the name, or show why not."""
        name = self.input.text()
        self._desk.tasks.run(Lane.WRITE, lambda: self._keep(name), self._done, self._refused)

    def _follow(self) -> None:
        known = self.input.text().strip().casefold() in self._taken
        self.note.setText(REPLACES if known else KEEPS)
        self.refusal.hide()

    def _done(self, result: object) -> None:
        self.accept()
        self._kept(result)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, EhrenamtError):
            self._desk.notices.error(error)
            return
        self.refusal.setText(error.sentence)
        self.refusal.show()
        self.input.setAccessibleDescription(error.sentence)
        self.input.setFocus()
