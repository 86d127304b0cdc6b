"""Einlesen: shows what a foreign list will do, row by row, before anything is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ehrenamt_desktop.errors import EhrenamtError, shown
from ehrenamt_desktop.model.imports import (
    LEFT,
    Form,
    ImportPlan,
    ImportReport,
    Preview,
    WrongSheet,
)
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import EmptyState, button, label, vbox
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tasks import Lane, LongWork
from ehrenamt_desktop.ui.kit.tips import tip
from ehrenamt_desktop.ui.lists import plan_words as words
from ehrenamt_desktop.ui.lists.plan_view import PlanView
from ehrenamt_desktop.ui.lists.reading_choice import ReadingChoice
from ehrenamt_desktop.ui.lists.sheet_choice import SheetChoice
from ehrenamt_desktop.ui.lists.work_bar import WorkBar
from ehrenamt_desktop.ui.record.telling import way_back

T = TypeVar("T")

NOUNS = (("people", "Personen"), ("initiatives", "Initiativen"), ("offers", "Angebote"))
READ = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".html", ".htm", ".vcf")
MAPPINGS = (".toml",)
START = (
    "Wählen Sie eine Datei. Dann sehen Sie Zeile für Zeile, was geschehen würde. "
    "Geändert wird erst, wenn Sie einlesen."
)
CHECK_FIRST = "Bitte prüfen Sie erst die Zuordnung der Spalten."


class ImportDialog(Dialog):
    """Kind and file in, the plan on the screen, one click to carry it out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Liste einlesen", parent, name="import", accept="Einlesen", width_em=66)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._path: Path | None = None
        self._mapping: Path | None = None
        self._sheet = ""  # until one is chosen, the likeliest is read
        self._form: Form = LEFT
        self._preview: Preview | None = None
        self._plan: ImportPlan | None = None
        self._work: LongWork | None = None
        self._then: Callable[[Any], None] = self._settle
        self._build_choices()
        self._build_page()
        self.errors_button = button("Abgewiesene Zeilen als Excel …", name="import.errors")
        self.errors_button.clicked.connect(self._save_refused)
        self.errors_button.hide()
        self.buttons.insertWidget(0, self.errors_button)
        self.accept_button.setObjectName("import.run")
        self._answer_enter()
        self._settle(None)
        self.choose.setFocus()

    def plan_file(self, path: Path) -> None:
        """Show what this file would do."""
        self._path, self._sheet, self._form = path, "", LEFT
        self.sheets.offer((), "")
        self.reading.offer(None)
        self.file.setText(shown(path.name))
        self._look()

    def map_by(self, path: Path | None) -> None:
        """Let a mapping file say which column fills which field; None: the headings tell."""
        self._mapping, self._form = path, LEFT
        self.mapping_name.setText(shown(path.name) if path is not None else "")
        self.no_mapping.setVisible(path is not None)
        self._look()

    def take_sheet(self, name: str) -> None:
        """Show what this sheet of the file would do."""
        self._sheet, self._form = name, LEFT
        self._look()

    def take_form(self, form: Form) -> None:
        """Show what the file would do, read like this."""
        self._form = form
        self._look()

    def confirm(self) -> None:
        """Carry the plan out."""
        plan = self._plan
        if plan is None or not plan.changes or self._work is not None:
            return
        if self.page.columns.check.isEnabled():
            return
        office, keep = self._desk.office, self.page.columns.keep.isChecked()
        self._begin(
            "Die Liste wird eingelesen …",
            lambda progress: office.imports.run(plan, progress=progress, keep=keep),
            self._done,
        )

    def reject(self) -> None:
        """Stop what is under way, or close."""
        if self._work is not None:
            self._work.cancel()
            if self._plan is not None:
                return
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the rows from the start."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.width(), min(theme.em() * 52, room.height() - 6 * theme.GRID))

    def _build_choices(self) -> None:
        self.nouns = SegmentStrip(NOUNS, name="import.noun")
        self.nouns.setAccessibleName("Was steht in der Datei?")
        self.nouns.changed.connect(lambda _: self.take_form(LEFT))
        self.choose = button("Datei wählen …", name="import.file", icon="folder")
        self.choose.clicked.connect(self._choose)
        self.file = label("Excel, OpenDocument, CSV, Text oder vCard", "soft", name="import.name")
        self.sheets = SheetChoice()
        self.sheets.chosen.connect(self.take_sheet)
        self.map_button = button("Zuordnung wählen …", name="import.mapping", flat=True)
        self.map_button.setToolTip("Eine Datei, die sagt, welche Spalte welches Feld füllt")
        self.map_button.clicked.connect(self._choose_mapping)
        self.mapping_name = label("", "soft", name="import.mapping_name")
        self.no_mapping = button("Ohne Zuordnung", name="import.no_mapping", flat=True)
        self.no_mapping.clicked.connect(lambda: self.map_by(None))
        self.no_mapping.hide()
        flow = FlowLayout()
        for part in (
            self.choose, self.file, self.sheets, self.map_button, self.mapping_name,
            self.no_mapping,
        ):  # fmt: skip
            flow.addWidget(part)
        self.reading = ReadingChoice()
        self.reading.chosen.connect(self.take_form)
        self.choices = QWidget()
        words_of = label("Was steht in der Datei?", "soft")
        self.choices.setLayout(vbox(words_of, self.nouns, flow, self.reading))
        self.body.addWidget(self.choices)

    def _build_page(self) -> None:
        self.problem = label("", "body", wrap=True, name="import.problem")
        self.problem.setProperty("tone", "late")
        self.problem.hide()
        self.bar = WorkBar("import")
        self.page = PlanView()
        self.page.columns.checked.connect(self._take_columns)
        self.page.columns.forgotten.connect(self._forget)
        self.page.columns.touched.connect(self._wait_for_check)
        self.stack = QStackedWidget()
        self.stack.addWidget(EmptyState(START, icon="documents"))
        self.stack.addWidget(self.page)
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.nothing = label("", "strong", wrap=True, name="import.nothing")
        self.nothing.hide()
        for part in (self.problem, self.bar):
            self.body.addWidget(part)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.nothing)

    def _answer_enter(self) -> None:
        """Enter presses the button that has the focus, never another one."""
        buttons = (self.choose, self.map_button, self.no_mapping, self.errors_button)
        for one in (*buttons, self.bar.stop, self.cancel_button, self.accept_button):
            one.setAutoDefault(True)

    def _choose(self) -> None:
        path = self._desk.files.open("Liste einlesen", READ)
        if path is not None:
            self.plan_file(path)

    def _choose_mapping(self) -> None:
        path = self._desk.files.open("Zuordnungsdatei wählen", MAPPINGS)
        if path is not None:
            self.map_by(path)

    def _look(self) -> None:
        path, mapping, sheet, noun = self._path, self._mapping, self._sheet, self.nouns.current()
        form = self._form
        if path is None:
            return
        self._settle(None)
        office = self._desk.office
        self._begin(
            "Die Datei wird geprüft …",
            lambda progress: office.imports.plan(
                noun, path, mapping, progress=progress, sheet=sheet, form=form
            ),
            self._planned,
        )

    def _begin(self, title: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Run work with its progress in this dialog; what ran before is stopped and forgotten."""
        if self._work is not None:
            self._work.cancel()
        watched = self._work = LongWork(title)
        self._then = done
        self.problem.hide()
        self.accept_button.setEnabled(False)
        self.choices.setEnabled(self._plan is None)
        self.bar.watch(watched)
        self._desk.tasks.run(
            Lane.WRITE, lambda: work(watched), self._finish, self._refuse, key="import"
        )

    def _finish(self, result: Any) -> None:
        self._rest()
        self._then(result)

    def _rest(self) -> None:
        self._work = None
        self.choices.setEnabled(True)
        self.bar.hide()

    def _planned(self, plan: ImportPlan) -> None:
        self.sheets.offer(plan.sheets, plan.name)
        self._show_reading(plan.preview)
        self._settle(plan)
        self.page.table.setFocus()

    def _settle(self, plan: ImportPlan | None) -> None:
        """Show a plan, or the empty page without one."""
        self._plan = plan
        self.stack.setCurrentIndex(0 if plan is None else 1)
        reason = words.nothing_words(plan) if plan is not None else ""
        if plan is not None:
            self.page.show_plan(plan)
        self.nothing.setText(reason)
        self.nothing.setVisible(bool(reason))
        self.errors_button.setVisible(plan is not None and bool(plan.refused))
        self.accept_button.setText(words.run_words(plan))
        self.accept_button.setEnabled(plan is not None and plan.changes)
        self.accept_button.setToolTip(
            tip(reason) or ("" if plan else "Bitte wählen Sie eine Datei.")
        )
        self.accept_button.setAccessibleDescription(self.accept_button.toolTip())

    def _refuse(self, error: Exception) -> None:
        """Say what is wrong here; another file can be chosen at once."""
        self._rest()
        self._settle(self._plan)
        if not isinstance(error, EhrenamtError):
            self._desk.notices.error(error)
            return
        if isinstance(error, WrongSheet):
            self.sheets.offer(error.sheets, error.name)
            self._show_reading(error.preview)
            if error.preview is not None and error.preview.headings:
                self.page.show_columns(self.nouns.current(), error.preview)
                self.stack.setCurrentIndex(1)
        self.problem.setText(error.sentence)
        self.problem.show()
        self.choose.setFocus()

    def _show_reading(self, preview: Preview | None) -> None:
        self._preview = preview
        self.reading.offer(preview)

    def _take_columns(self, columns: tuple[str, ...]) -> None:
        if self._preview is not None:
            self.take_form(replace(self._preview.form, columns=columns, kept=False))

    def _forget(self) -> None:
        """Let the headings tell again, now and for the next such list."""
        if self._preview is None:
            return
        imports, form = self._desk.office.imports, self._preview.form
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: imports.forget(form),
            lambda _: self.take_form(LEFT),
            self._refuse,
        )

    def _wait_for_check(self) -> None:
        self.accept_button.setEnabled(False)
        self.accept_button.setToolTip(CHECK_FIRST)
        self.accept_button.setAccessibleDescription(CHECK_FIRST)

    def _save_refused(self) -> None:
        plan, desk = self._plan, self._desk
        if plan is None:
            return
        name = f"{Path(plan.path).stem} abgewiesen"
        path = desk.files.save("Abgewiesene Zeilen speichern", name, ".xlsx")
        if path is None:
            return
        desk.tasks.run(
            Lane.WRITE,
            lambda: desk.office.imports.write_errors(plan, path),
            lambda _: desk.notices.success(
                "Die abgewiesenen Zeilen sind gespeichert. Sie können sie dort verbessern und "
                "die Datei wieder einlesen.",
                *paper_actions(desk.files, path),
            ),
            self._refuse,
        )

    def _done(self, report: ImportReport) -> None:
        desk = self._desk
        self.accept()
        sentence = f"Eingelesen. {words.counts_words(report)}."
        actions = [way_back(desk)]
        if self.nouns.current() == "people" and report.doubtful:
            window = self.parentWidget() or self
            actions.append(Action("Doppelte ansehen …", lambda: _show_doubles(desk, window)))
        desk.notices.success(sentence, *actions)


def _show_doubles(desk: Desk, window: QWidget) -> None:
    from ehrenamt_desktop.ui.doubles.review_dialog import ReviewDialog

    dialog = ReviewDialog(desk, window)
    dialog.show()
    dialog.load()
