"""Ehrenamts-Card: which conditions are met, engagement elsewhere, and the covering letter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.card_letter import CardCheck, CardLetter
from ehrenamt_desktop.model.rules.card import Declared
from ehrenamt_desktop.ui.certificates.condition_list import ConditionList
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import label, scroll
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.office.page_view import PageView

NAME = "card"
WAIT = 300
"""Milliseconds without a key until it is looked at anew."""
HIGH_EM = 48
ELSEWHERE, LETTER = "Engagement anderswo (nach eigener Angabe)", "Begleitschreiben"
SPECS = (
    FieldSpec("where", "Wo", group=ELSEWHERE, wide=True),
    FieldSpec("hours", "Wie viel", FieldKind.NUMBER, group=ELSEWHERE, unit="Std. pro Woche"),
    FieldSpec("since", "Seit", FieldKind.DATE, group=ELSEWHERE),
    FieldSpec("paid", "Pauschale über die Auslagen hinaus", FieldKind.YES_NO, group=ELSEWHERE),
    FieldSpec("to", "Anschrift des Kreises", FieldKind.BLOCK, group=LETTER, wide=True,
              hint="Bitte Straße, PLZ und Ort ergänzen."),
    FieldSpec("subject", "Betreff", group=LETTER, wide=True),
    FieldSpec("body", "Text", FieldKind.BLOCK, group=LETTER, wide=True),
)  # fmt: skip
GROUPS = (FieldGroup(ELSEWHERE), FieldGroup(LETTER))
WRITTEN = ("to", "subject", "body")
LOST = "Ihre Eingaben zur Ehrenamts-Card gehen verloren."
Found = tuple[CardCheck, CardLetter]


class CardDialog(Dialog):
    """Reads what is recorded, opens, writes the letter as a file."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(
            "Ehrenamts-Card", parent, name=NAME, accept="Speichern und ansehen …", width_em=76
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._person = desk, person_id
        self._declared = Declared()
        self._proposed: CardLetter | None = None
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.follow)
        self.conditions = ConditionList(f"{NAME}.conditions")
        self.form = RecordForm("", SPECS, Vocabulary(), name=NAME, groups=GROUPS)
        self.sheet = PageView(f"{NAME}.sample", "So sieht das Begleitschreiben aus")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(label("Bedingungen", "heading"))
        column.addWidget(self.conditions)
        column.addWidget(self.form)
        column.addStretch(1)
        self.body.addWidget(SideBySide(scroll(left), self.sheet, (1, 1)), 1)
        self.form.changed.connect(self._timer.start)

    def load(self) -> None:
        """Read what is recorded, then open."""
        self._desk.tasks.run(Lane.READ, lambda: self._read(Declared()), self._begin)

    def letter(self) -> CardLetter:
        """The letter as it stands now.

        Raises:
            InvalidDraft: an entry is no number or no day.
        """
        values = self.form.values()
        return CardLetter(*(str(values[key] or "") for key in WRITTEN))

    def follow(self) -> None:
        """Look anew at the conditions when something else was declared, then at the letter."""
        self._timer.stop()
        try:
            values = self.form.values()
        except InvalidDraft as error:
            self.form.show_errors(error.fields)
            return
        declared = Declared(
            str(values["where"] or ""), values["hours"], values["since"], values["paid"]
        )
        if declared == self._declared:
            self.draw()
            return
        self._declared = declared
        self._desk.tasks.run(Lane.READ, lambda: self._read(declared), self._take, key="card")

    def draw(self) -> None:
        """Show the page."""
        letter, office, person = self.letter(), self._desk.office, self._person
        self._desk.tasks.run(
            Lane.READ, lambda: office.cards.sample(person, letter), self.sheet.show_pdf,
            self._refuse, key="card.sample",
        )  # fmt: skip

    def confirm(self) -> None:
        """Ask for a file, write the letter and show it."""
        desk, person = self._desk, self._person
        try:
            letter = self.letter()
        except InvalidDraft as error:
            self.form.show_errors(error.fields)
            return
        name = f"Ehrenamts-Card Nr. {person} {clock.today():%Y-%m-%d}"
        path = desk.files.save("Begleitschreiben speichern", name, ".pdf")
        if path is None:
            return

        def done(_: Any) -> None:
            self.accept()
            desk.notices.success("Das Begleitschreiben ist geschrieben.",
                                 *paper_actions(desk.files, path))  # fmt: skip
            desk.files.show(path)

        desk.tasks.run(
            Lane.WRITE, lambda: desk.office.cards.write(path, person, letter), done, self._refuse
        )

    def reject(self) -> None:
        """Close; ask first when something typed would be lost."""
        if not self.form.is_dirty() or self._desk.notices.ask(LOST, "Verwerfen", "Zurück"):
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the whole page; the fields scroll beside it."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.width(), min(theme.em() * HIGH_EM, room.height() - 6 * theme.GRID))

    def _read(self, declared: Declared) -> Found:
        cards = self._desk.office.cards
        return cards.check(self._person, declared), cards.letter(self._person, declared)

    def _begin(self, found: Found) -> None:
        self.form.load(found[1]._asdict())
        self._proposed = found[1]
        self.conditions.show_conditions(found[0].conditions)
        self.show()
        self.form.focus_first()
        self.draw()

    def _take(self, found: Found) -> None:
        """Show what follows from the entries; words changed by hand stay."""
        self.conditions.show_conditions(found[0].conditions)
        before, self._proposed = self._proposed, found[1]
        for key in WRITTEN:
            editor = self.form.editor(key)
            if before is not None and editor.value() == getattr(before, key):
                editor.set_value(getattr(found[1], key))
        self._timer.stop()
        self.draw()

    def _refuse(self, error: Exception) -> None:
        self.form.refuse(error, self._desk.notices)
