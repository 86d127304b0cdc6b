"""What shall be reported, about when, and what does the coordinator say about it?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.report_words import (
    COUNCIL,
    LONGEST_BODY,
    LONGEST_PROPOSAL,
    LONGEST_SENTENCE,
    SENTENCES,
    ReportWords,
)
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_box import FieldBox
from ehrenamt_desktop.ui.kit.field_specs import FieldSpec
from ehrenamt_desktop.ui.kit.fields import BlockEditor, LineEditor
from ehrenamt_desktop.ui.kit.panels import hbox, label, label_of, vbox
from ehrenamt_desktop.ui.kit.period_fields import PeriodFields
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput
from ehrenamt_desktop.ui.reports.kinds import KINDS, ReportKind

ALL_MUNICIPALITIES = "Alle Gemeinden"


class ReportDialog(Dialog):
    """Kind, period, and what this kind asks for; it gives values and makes nothing."""

    def __init__(
        self, today: dt.date, municipalities: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("Bericht", parent, name="report", accept="Weiter …", width_em=44)
        self.kinds = ChoiceInput()
        self.kinds.setObjectName("report.kind")
        for kind in KINDS:
            self.kinds.addItem(kind.label)
        self.about = label("", "small", wrap=True, name="report.about")
        self.period_fields = PeriodFields(today, "report")
        self.towns = ChoiceInput()
        self.towns.setObjectName("report.municipality")
        for name in (ALL_MUNICIPALITIES, *municipalities):
            self.towns.addItem(name)
        self._town_label = label_of(self.towns, "Gemeinde")
        self._boxes = {
            **{f"sentence_{n + 1}": _block(f"sentence_{n + 1}", f"{n + 1}. Satz")
               for n in range(SENTENCES)},
            "body": _line("body", "Gremium"),
            "meeting": _line("meeting", "Sitzung (Tag, Uhrzeit, Ort)"),
            "proposal": _block("proposal", f"Beschlussvorschlag (bis {LONGEST_PROPOSAL} Zeichen)",
                               "Leer lassen, wenn das Gremium nur Kenntnis nimmt."),
        }  # fmt: skip
        self._boxes["body"].editor.set_value(COUNCIL)
        self._sentences = label("", "heading")
        self._words = self._framed("sentence_1", "sentence_2", "sentence_3")
        self._decision = QWidget()
        pair = hbox(self._boxes["body"], self._boxes["meeting"])
        self._decision.setLayout(vbox(pair, self._boxes["proposal"]))
        for part in (
            label_of(self.kinds, "Welcher Bericht?"), self.kinds, self.about, self.period_fields,
            self._town_label, self.towns, self._sentences, self._words, self._decision,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.kinds.currentIndexChanged.connect(self._show_kind)
        self._show_kind()
        self.kinds.setFocus()

    def kind(self) -> ReportKind:
        """The chosen report."""
        return KINDS[self.kinds.currentIndex()]

    def choose(self, key: str) -> None:
        """Choose a report by its key."""
        self.kinds.setCurrentIndex([one.key for one in KINDS].index(key))

    def period(self) -> tuple[dt.date, dt.date]:
        """First and last day.

        Raises:
            InputError: a date is missing or wrong, or the end lies before the start.
        """
        return self.period_fields.period()

    def set_period(self, start: dt.date, end: dt.date) -> None:
        """Begin with this period."""
        self.period_fields.start.set_value(start)
        self.period_fields.end.set_value(end)

    def municipality(self) -> str:
        """The chosen municipality; empty means all, or that the report is not cut so."""
        chosen = self.towns.currentIndex() > 0 and self.kind().cut
        return self.towns.currentText() if chosen else ""

    def words(self) -> ReportWords:
        """What the coordinator says, as far as this report asks for it."""
        kind = self.kind()
        typed = {key: str(box.editor.value() or "") for key, box in self._boxes.items()}
        said = tuple(typed[f"sentence_{n + 1}"] for n in range(SENTENCES)) if kind.sentences else ()
        if not kind.decides:
            return ReportWords(said)
        return ReportWords(said, typed["body"], typed["meeting"], typed["proposal"])

    def confirm(self) -> None:
        """Close when the period is one and no text is too long."""
        wrong = self._wrong()
        for key, box in self._boxes.items():
            box.show_error(wrong.get(key, ""))
        if self.period_fields.read() is not None and not wrong:
            self.accept()

    def _wrong(self) -> dict[str, str]:
        try:
            self.words().checked()
        except InvalidDraft as error:
            return {one.key: one.sentence for one in error.fields}
        return {}

    def _framed(self, *keys: str) -> QWidget:
        frame = QWidget()
        frame.setLayout(vbox(*(self._boxes[key] for key in keys)))
        return frame

    def _show_kind(self) -> None:
        kind = self.kind()
        self.about.setText(kind.about)
        self._sentences.setText(f"{kind.sentences}, je bis {LONGEST_SENTENCE} Zeichen")
        for part, wanted in (
            (self._town_label, kind.cut), (self.towns, kind.cut),
            (self._sentences, bool(kind.sentences)), (self._words, bool(kind.sentences)),
            (self._decision, kind.decides),
        ):  # fmt: skip
            part.setVisible(wanted)
        self.grow()


def _line(key: str, words: str) -> FieldBox:
    return FieldBox(FieldSpec(key, words), LineEditor(_limit(LONGEST_BODY)), "report")


def _block(key: str, words: str, hint: str = "") -> FieldBox:
    """The limit is judged with all the rest, so that every text is told at once."""
    editor = BlockEditor(_limit(None), 2)
    editor.block.setMaximumHeight(editor.block.minimumHeight())
    return FieldBox(FieldSpec(key, words, hint=hint), editor, "report")


def _limit(longest: int | None) -> Limit:
    return Limit(optional=False, max_length=longest)
