"""Viele ändern: one field on the chosen records, shown record by record before anything is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.mass import FIELDS, LONGEST_LINE, Input, MassField, MassPlan, MassReport
from ehrenamt_desktop.model.rows import TermRow
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.editors import make_editor
from ehrenamt_desktop.ui.kit.field_box import FieldBox
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.kit.panels import label, label_of, vbox
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane, LongWork
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput
from ehrenamt_desktop.ui.kit.tips import tip
from ehrenamt_desktop.ui.lists import mass_edit_words as words
from ehrenamt_desktop.ui.lists.extent_strip import ExtentStrip
from ehrenamt_desktop.ui.lists.line_table import LineTable
from ehrenamt_desktop.ui.lists.work_bar import WorkBar
from ehrenamt_desktop.ui.record.telling import way_back

INTERESTS = (TermKind.AREA, TermKind.ACTIVITY, TermKind.TARGET_GROUP)
KINDS = {
    Input.CHOICE: FieldKind.CHOICE,
    Input.PLACE: FieldKind.PLACE,
    Input.TERM: FieldKind.RECORD,
    Input.LINE: FieldKind.LINE,
    Input.DATE: FieldKind.DATE,
}
PARTS = (("changed", "Wird geändert"), ("refused", "Bleibt"), ("same", "Schon so"))
REST = 250
"""Milliseconds after the last change of the value before the records are looked at."""


class Chosen(NamedTuple):
    """Which records: those marked in a list, and all that it shows."""

    noun: str
    marked: tuple[int, ...]
    shown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TermLookup:
    """Finds a word of the vocabulary."""

    terms: Sequence[TermRow]

    def search(self, text: str) -> list[tuple[int, str]]:
        """See `Lookup.search`."""
        wanted = fold(text)
        return [
            (one.id, one.label) for one in self.terms
            if any(wanted in fold(name) for name in (one.label, *one.synonyms))
        ][:20]  # fmt: skip

    def label(self, number: int) -> str:
        """See `Lookup.label`."""
        return next((one.label for one in self.terms if one.id == number), "")


class MassEditDialog(Dialog):
    """Records, field and value in; the plan on the screen; one click carries it out."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__("Viele ändern", parent, name="mass_edit", accept="Ändern", width_em=52)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._chosen = chosen
        self._plan: MassPlan | None = None
        self._work: LongWork | None = None
        self._vocabulary = Vocabulary()
        self._box: FieldBox | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.look)
        self._build_choices()
        self._build_page()
        self.accept_button.setObjectName("mass_edit.run")
        self._settle(None)
        desk.tasks.run(Lane.READ, self._read_words, self._take_words)

    def ids(self) -> tuple[int, ...]:
        """The records that are to be changed."""
        marked = self.extent.current() == "marked"
        return self._chosen.marked if marked else self._chosen.shown

    def field(self) -> MassField:
        """The field that is to be changed."""
        return FIELDS[self._chosen.noun][self.fields.currentIndex()]

    @property
    def box(self) -> FieldBox | None:
        """The field with the new value."""
        return self._box

    def look(self) -> None:
        """Look at the records as soon as there is a value."""
        self._rest.stop()
        box, one, noun, ids = self._box, self.field(), self._chosen.noun, self.ids()
        if box is None or self._work is not None:
            return
        self._settle(None)
        box.show_error("")
        try:
            value = box.editor.value()
        except InputError as error:
            box.show_error(error.sentence)
            return
        if value in (None, ""):
            return
        edit = self._desk.office.mass_edit
        self._desk.tasks.run(
            Lane.READ, lambda: edit.plan(noun, ids, one.key, value), self._settle, self._refuse,
            key="mass_edit",
        )  # fmt: skip

    def confirm(self) -> None:
        """Carry the plan out."""
        plan = self._plan
        if plan is None or not plan.changed or self._work is not None:
            return
        watched = self._work = LongWork("Die Einträge werden geändert …")
        self.accept_button.setEnabled(False)
        self.choices.setEnabled(False)
        self.bar.watch(watched)
        edit = self._desk.office.mass_edit
        self._desk.tasks.run(Lane.WRITE, lambda: edit.run(plan, watched), self._done, self._refuse)

    def reject(self) -> None:
        """Stop what is under way, or close."""
        if self._work is not None:
            self._work.cancel()
            return
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the rows from the start."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.width(), min(theme.em() * 42, room.height() - 6 * theme.GRID))

    def _build_choices(self) -> None:
        chosen = self._chosen
        self.extent = ExtentStrip(
            len(chosen.marked), len(chosen.shown), "Welche Einträge?", "mass_edit.extent"
        )
        self.extent.changed.connect(lambda _: self.look())
        self.fields = ChoiceInput()
        self.fields.setObjectName("mass_edit.field")
        self.fields.setAccessibleName("Was soll geändert werden?")
        self.fields.addItems([one.label for one in FIELDS[chosen.noun]])
        self.fields.currentIndexChanged.connect(lambda _: self._take_field())
        self._room = QVBoxLayout()
        self.choices = QWidget()
        column = vbox(
            label("Welche Einträge?", "soft"), self.extent,
            label_of(self.fields, "Was soll geändert werden?"), self.fields, self._room,
        )  # fmt: skip
        self.choices.setLayout(column)
        self.body.addWidget(self.choices)

    def _build_page(self) -> None:
        self.bar = WorkBar("mass_edit")
        self.counts = label("", "heading", wrap=True, name="mass_edit.counts")
        self.parts = TabStrip(PARTS, name="mass_edit.parts")
        self.parts.changed.connect(lambda _: self._show_part())
        self.table = LineTable("mass_edit.rows", "Was mit jedem Eintrag geschieht")
        self.table.setMinimumHeight(theme.line_height() * 7)
        self.reason = label("", "soft", wrap=True, name="mass_edit.reason")
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._tell(now.row()))
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self.page = QWidget()
        column = vbox(self.counts, self.parts, frame, self.reason)
        column.setStretch(2, 1)
        self.page.setLayout(column)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.page, 1)

    def _read_words(self) -> Vocabulary:
        lists = self._desk.office.lists
        terms = tuple(one for one in lists.terms() if one.active)
        wanted = TermLookup([one for one in terms if one.kind in INTERESTS])
        return Vocabulary(lists.places(), terms, {"terms": wanted})

    def _take_words(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._take_field()

    def _take_field(self) -> None:
        """Ask for the new value of another field."""
        one = self.field()
        if self._box is not None:
            self._room.removeWidget(self._box)
            self._box.hide()
            self._box.deleteLater()
        spec = FieldSpec("value", "Neuer Wert", KINDS[one.input], choices=one.choices,
                         source="terms")  # fmt: skip
        limit = Limit(max_length=LONGEST_LINE if one.input is Input.LINE else None)
        box = self._box = FieldBox(spec, make_editor(spec, limit, self._vocabulary), "mass_edit")
        box.editor.changed.connect(self._rest.start)
        self._room.addWidget(box)
        self._settle(None)

    def _settle(self, plan: MassPlan | None) -> None:
        """Show a plan, or that a value is missing."""
        self._plan = plan
        changes = plan is not None and bool(plan.changed)
        self.page.setVisible(plan is not None)
        self.accept_button.setText(words.run_words(plan))
        self.accept_button.setEnabled(changes)
        why = "" if changes else "Bitte wählen Sie, was geändert werden soll und wie."
        self.accept_button.setToolTip(tip(why))
        if plan is None:
            return
        self.counts.setText(words.counts_words(plan))
        for key, title in PARTS:
            self.parts.set_title(key, f"{title} {len(getattr(plan, key))}")
        self.parts.set_current("refused" if plan.refused and not changes else "changed")
        self._show_part()

    def _show_part(self) -> None:
        plan = self._plan
        if plan is not None:
            rows = getattr(plan, self.parts.current())
            self.table.show_lines(words.HEADINGS, words.lines(plan, rows, masked=privacy.masked()))
            self._tell(0)

    def _tell(self, row: int) -> None:
        """Say the whole line that is chosen; in the table it may be cut."""
        line = self.table.lines.line(row)
        self.reason.setText(line.cells[-1] if line is not None else "Hier steht kein Eintrag.")

    def _done(self, report: MassReport) -> None:
        plan, desk = self._plan, self._desk
        self._work = None
        self.accept()
        if plan is not None:
            said = words.done_words(plan, report)
            desk.notices.success(said, way_back(desk))

    def _refuse(self, error: Exception) -> None:
        """Say what is wrong here; nothing was changed."""
        self._work = None
        self.bar.hide()
        self.choices.setEnabled(True)
        self._settle(self._plan)
        if isinstance(error, EhrenamtError) and self._box is not None:
            self._box.show_error(error.sentence)
        else:
            self._desk.notices.error(error)
