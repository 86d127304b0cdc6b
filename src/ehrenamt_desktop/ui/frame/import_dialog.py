"""Einlesen: shows what a foreign list will do, row by row, before anything is done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QWidget

from ehrenamt_desktop.model.imports import ImportPlan, ImportReport
from ehrenamt_desktop.ui.frame.undo import undo_step
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tasks import Lane

NOUNS = (("people", "Personen"), ("initiatives", "Initiativen"), ("offers", "Angebote"))
READ = (".xlsx", ".xls", ".ods", ".csv")
SHOWN = 500
"""Lines of the report on the screen; the rest is counted."""


class ImportDialog(Dialog):
    """Kind and file in, the plan on the screen, one click to carry it out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "Einlesen", parent, name="import", accept="Einlesen", cancel="Schließen", width_em=46
        )
        self._desk = desk
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self.nouns = SegmentStrip(NOUNS, name="import.noun")
        self.nouns.changed.connect(lambda _: self._look())
        self.choose = button("Datei wählen …", name="import.file", icon="folder")
        self.choose.clicked.connect(self._choose)
        self.file = label("Excel, OpenDocument oder CSV", "soft", name="import.name")
        self.summary = label("", "strong", wrap=True, name="import.summary")
        self.lines = QListWidget()
        self.lines.setObjectName("import.lines")
        self.lines.setAccessibleName("Was mit den Zeilen geschieht")
        self.lines.setWordWrap(True)
        self.lines.setMinimumHeight(theme.em() * 14)
        self.body.addWidget(label("Was steht in der Datei?", "soft"))
        self.body.addWidget(self.nouns)
        self.body.addLayout(hbox(self.choose, self.file, 1))
        self.body.addWidget(self.summary)
        self.body.addWidget(self.lines, 1)
        self.accept_button.setEnabled(False)

    def plan_file(self, path: Path) -> None:
        """Show what this file would do."""
        self._path = path
        self.file.setText(path.name)
        self._look()

    def confirm(self) -> None:
        """Carry the plan out."""
        plan = self._plan
        if plan is None:
            return
        desk = self._desk
        self.accept()
        desk.tasks.run_long(
            "Die Liste wird eingelesen …",
            lambda progress: desk.office.imports.run(plan, progress=progress),
            lambda report: _tell(desk, report),
        )

    def _choose(self) -> None:
        path = self._desk.files.open("Liste einlesen", READ)
        if path is not None:
            self.plan_file(path)

    def _look(self) -> None:
        path, noun = self._path, self.nouns.current()
        self._show(None)
        if path is None:
            return
        self.summary.setText("Die Datei wird geprüft …")
        self._desk.tasks.run(
            Lane.READ,
            lambda: self._desk.office.imports.plan(noun, path),
            self._show,
            self._refuse,
            key="import",
        )

    def _show(self, plan: ImportPlan | None) -> None:
        self._plan = plan
        self._show_lines(plan.lines() if plan is not None else ())
        self.accept_button.setEnabled(plan is not None and plan.changes)

    def _refuse(self, error: Exception) -> None:
        self._show(None)
        self.summary.setText("")
        self._desk.notices.error(error)
        self.summary.setText(str(getattr(error, "sentence", "")))

    def _show_lines(self, lines: Sequence[str]) -> None:
        self.lines.clear()
        self.summary.setText(lines[0] if lines else "")
        self.lines.addItems(list(lines[1 : SHOWN + 1]))
        if len(lines) > SHOWN + 1:
            self.lines.addItem(f"… und {len(lines) - SHOWN - 1} weitere Zeilen")


def _tell(desk: Desk, report: ImportReport) -> None:
    desk.notices.success(report.lines()[0], Action("Rückgängig", lambda: _undo(desk)))


def _undo(desk: Desk) -> None:
    desk.tasks.run(
        Lane.WRITE,
        lambda: undo_step(desk.office),
        lambda step: desk.notices.info(f"Rückgängig gemacht: {step.action}"),
    )
