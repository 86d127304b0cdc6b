"""One paper of the library: what it is for, how current it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.columns.documents import STATE_TONES, state_words
from ehrenamt_desktop.model.documents import DocumentRow
from ehrenamt_desktop.model.enums import DocumentState
from ehrenamt_desktop.model.hand_out import Used
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Badge, Card, KeyValues, button, clear_layout, label


class LibraryCard(Card):
    """Tells what is wanted with the shown paper."""

    change_wanted = Signal()
    edition_wanted = Signal()
    checked_wanted = Signal()
    away_wanted = Signal()
    source_wanted = Signal(str)
    recall_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("library.card")

    def show_paper(self, row: DocumentRow, values: dict[str, Any], used: Used) -> None:
        """Show a paper and where it is used."""
        clear_layout(self.body)
        facts = KeyValues()
        if row.excerpt is not None and row.excerpt.end:
            facts.add("Fundstelle", f"„{row.excerpt.text}“")
        facts.add("Wozu", row.why)
        facts.add("Art", f"{row.kind.label} für {row.audience.label}")
        facts.add("Ausgabe", row.edition)
        facts.add("Gilt bis", day(row.valid_until))
        facts.add("Geprüft am", day(row.checked_on))
        facts.add("Prüfen am", day(row.review_on))
        facts.add("Herausgeber", row.issuer)
        facts.add("Landkreis", row.county)
        facts.add("Internetadresse", row.source_url)
        facts.add("Sprache", "" if values["language"] == "Deutsch" else values["language"])
        facts.add("Stichwörter", row.keywords)
        facts.add("Neue Ausgabe", row.weight.label)
        facts.add("Vorgeschlagen", "\n".join(used.rules))
        facts.add("Ausgehändigt", _given(used))
        facts.add("Schulungen", ", ".join(used.trainings))
        facts.add("Notiz", values["note"])
        self.body.addWidget(facts)
        self.body.addLayout(self._buttons(row, used))
        self.body.addStretch(1)

    def _buttons(self, row: DocumentRow, used: Used) -> FlowLayout:
        flow = FlowLayout()
        away = row.state is DocumentState.ARCHIVED
        deeds: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            ("Ändern …", "change", self.change_wanted.emit, True),
            ("Neue Ausgabe …", "edition", self.edition_wanted.emit, True),
            ("Heute geprüft", "checked", self.checked_wanted.emit, row.edition_id is not None),
            ("Alte Ausgaben …", "recall", lambda: self.recall_wanted.emit(row.id),
             bool(used.hand_outs)),
            ("Seite öffnen", "source", lambda: self.source_wanted.emit(row.source_url),
             bool(row.source_url)),
            ("Wieder aufnehmen" if away else "Ablegen", "away", self.away_wanted.emit, True),
        )  # fmt: skip
        for words, name, deed, shown in deeds:
            if shown:
                made = button(words, name=f"library.{name}")
                made.clicked.connect(deed)
                flow.addWidget(made)
        return flow


def _given(used: Used) -> str:
    return f"{used.hand_outs}-mal, zuletzt am {day(used.last_on)}" if used.hand_outs else ""


def badges(row: DocumentRow) -> FlowLayout:
    """How current the paper is, and whether its text can be searched."""
    flow = FlowLayout()
    tone = STATE_TONES[row.state] if row.there else Tone.LATE
    flow.addWidget(Badge(state_words(row), tone))
    if row.edition_id is not None and not row.readable:
        flow.addWidget(Badge("Text nicht lesbar", Tone.SOFT))
    if row.county:
        flow.addWidget(Badge(row.county, Tone.PLAIN))
    return flow


def title(row: DocumentRow) -> QWidget:
    """The heading of the paper."""
    return label(row.title, "title", wrap=True)
