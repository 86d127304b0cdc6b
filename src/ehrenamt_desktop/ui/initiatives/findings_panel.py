"""What the check before publishing found, each line with the way to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.rules.publishing import Finding
from ehrenamt_desktop.ui.initiatives.offer_specs import LABELS
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Card, button, label
from ehrenamt_desktop.ui.record.head import Mark
from ehrenamt_desktop.ui.record.line_list import Deed, Line, LineList

FIRM = Mark("bitte ändern", Tone.LATE)
DOUBT = Mark("bitte ansehen", Tone.SOON)


class FindingsPanel(Card):
    """Lists findings; `field_wanted` names the field to mend, `publish_wanted` says all is seen."""

    field_wanted = Signal(str)
    publish_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("Vor dem Veröffentlichen")
        self.setObjectName("offer.findings")
        self._say = label("", "soft", wrap=True)
        self._lines = LineList("Gefunden", "offer.findings.list", hide_empty=True)
        self.publish_button = button(
            "Angesehen, veröffentlichen", name="offer.findings.publish", primary=True
        )
        self.close_button = button("Schließen", name="offer.findings.close")
        self.publish_button.clicked.connect(self.publish_wanted)
        self.close_button.clicked.connect(self.closed)
        row = FlowLayout()
        row.addWidget(self.publish_button)
        row.addWidget(self.close_button)
        self.body.addWidget(self._say)
        self.body.addWidget(self._lines)
        self.body.addLayout(row)
        self.hide()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show what was found; only doubts can be overruled."""
        firm = any(one.firm for one in found)
        self._say.setText(
            "So kann das Angebot noch nicht veröffentlicht werden." if firm
            else "Bitte sehen Sie das an. Ist niemand gemeint, veröffentlichen Sie."
        )  # fmt: skip
        self._lines.show_lines([self._line(place, one) for place, one in enumerate(found)])
        self.publish_button.setVisible(not firm)
        self.show()
        first = self._lines.findChild(QPushButton, "offer.findings.0.mend") if firm else None
        (first or self.publish_button).setFocus()

    def _line(self, place: int, one: Finding) -> Line:
        deed = Deed(
            f"offer.findings.{place}.mend", "Ändern", lambda: self.field_wanted.emit(one.key)
        )
        words = f"{LABELS[one.key]}: „{one.words}“"
        mark = FIRM if one.firm else DOUBT
        return Line(words, f"{one.sentence} {one.advice}", mark, (deed,), private=True)
