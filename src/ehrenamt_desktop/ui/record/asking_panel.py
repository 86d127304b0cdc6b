"""Nachfragen in one mask: both sides of a placement, and what else the same body is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.asking import Answered, Asked
from ehrenamt_desktop.model.enums import EndReason, FollowUpResult
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.text_inputs import LineInput
from ehrenamt_desktop.ui.record.asking_line import AskingLine
from ehrenamt_desktop.ui.record.finish_panel import NOTE_LENGTH

NOTE = "Notiz (nur für das Büro)"
NOTHING = "Bitte wählen Sie ein Ergebnis."
NO_REASON = "Bitte nennen Sie den Grund, aus dem die Vermittlung endet."
ALSO = "Bei derselben Initiative ist auch fällig:"
SLIPS = {Side.PERSON: "Brief an die Person …", Side.OFFER: "Brief an die Initiative …"}
REASON = FieldSpec("end_reason", "Warum beendet?", FieldKind.CHOICE, choices=EndReason)


class AskingBlock(QWidget):
    """One placement: its lines, a note, and the reason once somebody said that it is over."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.setObjectName(f"asking.{asked.number}")
        self.lines = [
            AskingLine(party, f"asking.{asked.number}.{party.side.value}")
            for party in asked.parties
        ]
        self.note = LineInput()
        self.note.setObjectName(f"asking.{asked.number}.note")
        self.note.setAccessibleName(f"{NOTE}: {asked.person} – {asked.offer}")
        self.note.setPlaceholderText(NOTE)
        self.note.setMaxLength(NOTE_LENGTH)
        self.reason = RecordForm("", (REASON,), Vocabulary(), name=f"asking.{asked.number}")
        self.reason.load({})
        self.reason.hide()
        self.problem = label("", "error", wrap=True, name=f"asking.{asked.number}.problem")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        for line in self.lines:
            column.addWidget(line)
            line.changed.connect(self._follow)
        column.addWidget(self.reason)
        column.addWidget(self.note)
        column.addWidget(self.problem)

    def heading(self) -> str:
        """`Horst Gliem – Bürgerbus fahren · läuft seit 03.10.2026`."""
        asked = self.asked
        since = f"{asked.state.label.lower()} seit {day(asked.since)}" if asked.since else ""
        return " · ".join(part for part in (f"{asked.person} – {asked.offer}", since) if part)

    def answered(self) -> Answered:
        """What was chosen so far."""
        said = {line.party.side: line.answer() for line in self.lines}
        reason = self.reason.values().get("end_reason")
        return Answered(
            self.asked.number,
            said.get(Side.PERSON),
            said.get(Side.OFFER),
            reason if isinstance(reason, EndReason) and self._over() else None,
            self.note.text().strip(),
        )

    def missing(self) -> str:
        """What is still to be said, as a sentence; empty when nothing is."""
        return NO_REASON if self.answered().ended and self.answered().end_reason is None else ""

    def is_dirty(self) -> bool:
        """Whether something was chosen or typed."""
        return bool(self.note.text()) or any(line.answer() for line in self.lines)

    def tell(self, sentence: str) -> None:
        """Show what is missing under the block."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _over(self) -> bool:
        said = (line.answer() for line in self.lines)
        return any(one is not None and one.result is FollowUpResult.ENDED for one in said)

    def _follow(self) -> None:
        self.reason.setVisible(self._over())
        self.tell("")


class AskingPanel(QFrame):
    """Gives away what was said; blocks without an answer stay due.

    `settled` tells that it was kept. Without a frame a dialog around it brings the buttons.
    """

    answered = Signal(object)
    settled = Signal()
    slip_wanted = Signal(int, object)
    closed = Signal()

    def __init__(self, asked: Sequence[Asked], *, framed: bool = True) -> None:
        super().__init__()
        self.setObjectName("start.asking")
        self.setAccessibleName("Nachfragen")
        self.blocks = [AskingBlock(one) for one in asked]
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GRID // 2,) * 4)
        column.setSpacing(theme.GRID)
        for place, block in enumerate(self.blocks):
            if place == 1:
                column.addWidget(label(ALSO, "soft", wrap=True))
            if len(self.blocks) > 1:
                column.addWidget(label(block.heading(), "strong", wrap=True, private=True))
            column.addWidget(block)
        column.addLayout(self._buttons(framed=framed))
        for line in self.lines():
            line.done.connect(lambda at=line: self._walk(at, 1, wraps=False))
            line.walked.connect(lambda step, at=line: self._walk(at, step))
        self.setFocusProxy(self.lines()[0])

    def lines(self) -> list[AskingLine]:
        """All sides that are asked, from top to bottom."""
        return [line for block in self.blocks for line in block.lines]

    def is_dirty(self) -> bool:
        """Whether something was chosen or typed."""
        return any(block.is_dirty() for block in self.blocks)

    def confirm(self) -> None:
        """Give the answers away, or say what is missing."""
        said = [one for one in (block.answered() for block in self.blocks)
                if one.person or one.initiative]  # fmt: skip
        if not said:
            self.blocks[0].tell(NOTHING)
            return
        wrong = [block for block in self.blocks if block.missing()]
        for block in wrong:
            block.tell(block.missing())
        if wrong:
            wrong[0].reason.focus_first()
            return
        self.answered.emit(said)

    def refuse(self, error: Exception) -> bool:
        """Show a refusal under the first block; False if it is none."""
        if not isinstance(error, EhrenamtError):
            return False
        self.blocks[0].tell(error.sentence)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)

    def _walk(self, line: AskingLine, step: int, *, wraps: bool = True) -> None:
        lines = self.lines()
        place = lines.index(line) + step
        if wraps:
            place = min(max(place, 0), len(lines) - 1)
        if place < len(lines):
            lines[place].setFocus()

    def _buttons(self, *, framed: bool) -> FlowLayout:
        save = button("Speichern", name="start.asking.save", primary=True)
        save.setToolTip("Strg+S")
        save.clicked.connect(self.confirm)
        back = button("Abbrechen", name="start.asking.cancel", flat=True)
        back.clicked.connect(self.closed)
        first = self.blocks[0].asked
        if not framed:
            save.hide()
            back.hide()
        flow = FlowLayout()
        flow.addWidget(save)
        flow.addWidget(back)
        for party in first.parties:
            slip = button(
                SLIPS[party.side], name=f"start.asking.slip.{party.side.value}", flat=True
            )
            slip.setToolTip("Mit Rückmeldezettel und Code")
            slip.clicked.connect(
                lambda _=False, side=party.side: self.slip_wanted.emit(first.number, side)
            )
            flow.addWidget(slip)
        return flow
