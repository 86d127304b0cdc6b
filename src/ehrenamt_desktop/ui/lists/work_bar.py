"""The progress of work under way inside a dialog, with a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.kit.tasks import LongWork


class WorkBar(QWidget):
    """Hidden until work is watched."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work: LongWork | None = None
        self.text = label("", name=f"{name}.work")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setObjectName(f"{name}.progress")
        self.progress.setAccessibleName("Fortschritt")
        self.stop = button("Anhalten", name=f"{name}.stop")
        self.stop.clicked.connect(self._cancel)
        row = hbox(self.text, self.progress, self.stop)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.hide()

    def watch(self, work: LongWork) -> None:
        """Show how far this work is."""
        if self._work is not None:
            self._work.progressed.disconnect(self._advance)
        self._work = work
        self.text.setText(work.title)
        self.progress.setRange(0, 0)
        work.progressed.connect(self._advance)
        self.show()

    def _advance(self, done: int, total: int, text: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.text.setText(" · ".join(part for part in (text, f"{done} von {total}") if part))

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()
