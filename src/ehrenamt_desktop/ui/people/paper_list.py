"""Consents and proofs of a person, below the form: small lists, entered and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.rows import ConsentRow, CredentialRow, PersonDetail
from ehrenamt_desktop.model.rules.proofs import expired, runs_out
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Badge, button, clear_layout, hbox, label, vbox
from ehrenamt_desktop.ui.people.facts import joined


class PaperList(QWidget):
    """Tells what is wanted; keeps nothing itself."""

    consent_wanted = Signal()
    withdraw_wanted = Signal(int)
    proof_wanted = Signal(object)
    remove_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._consents, self._proofs = QVBoxLayout(), QVBoxLayout()
        for column in (self._consents, self._proofs):
            column.setSpacing(theme.GRID)
        consent = button("Einwilligung eintragen …", name="person.consent.new", icon="plus")
        proof = button("Nachweis eintragen …", name="person.proof.new", icon="plus")
        consent.clicked.connect(self.consent_wanted)
        proof.clicked.connect(lambda: self.proof_wanted.emit(None))
        column = vbox(
            label("Einwilligungen", "heading"), self._consents, hbox(consent, 1),
            label("Nachweise", "heading"), self._proofs, hbox(proof, 1),
            gap=theme.GRID,
        )  # fmt: skip
        column.insertSpacing(3, theme.GRID)
        self.setLayout(column)

    def show_person(self, detail: PersonDetail) -> None:
        """Show what a person agreed to and can prove."""
        self._fill(self._consents, [self._consent(one) for one in detail.consents],
                   "Noch keine Einwilligung eingetragen.")  # fmt: skip
        self._fill(self._proofs, [self._proof(one) for one in detail.credentials],
                   "Noch kein Nachweis eingetragen.")  # fmt: skip

    def _fill(self, column: QVBoxLayout, rows: Sequence[QWidget], none: str) -> None:
        clear_layout(column)
        for row in rows or [label(none, "soft")]:
            column.addWidget(row)

    def _consent(self, row: ConsentRow) -> QWidget:
        flow = FlowLayout()
        if row.withdrawn_on is None:
            back = button("Widerrufen", name=f"person.consent.{row.id}.withdraw", flat=True)
            back.setAccessibleName(f"{row.scope.label}: Einwilligung widerrufen")
            back.clicked.connect(lambda: self.withdraw_wanted.emit(row.id))
            flow.addWidget(back)
        else:
            flow.addWidget(Badge(f"widerrufen am {day(row.withdrawn_on)}", Tone.SOFT))
        by = row.guardian_name or "Sorgeberechtigte" if row.by_guardian else ""
        words = joined([day(row.given_on), row.form.label, by and f"durch {by}",
                        row.recipient and f"nur für {row.recipient}",
                        row.text_version and f"Fassung {row.text_version}"])  # fmt: skip
        return _line(row.scope.label, words, flow)

    def _proof(self, row: CredentialRow) -> QWidget:
        flow = FlowLayout()
        mark = _proof_mark(row)
        if mark is not None:
            flow.addWidget(mark)
        change = button("Ändern …", name=f"person.proof.{row.id}.change", flat=True)
        change.setAccessibleName(f"{row.label}: Nachweis ändern")
        change.clicked.connect(lambda: self.proof_wanted.emit(row))
        remove = button("Entfernen", name=f"person.proof.{row.id}.remove", flat=True)
        remove.setAccessibleName(f"{row.label}: Nachweis entfernen")
        remove.clicked.connect(lambda: self.remove_wanted.emit(row.id))
        flow.addWidget(change)
        flow.addWidget(remove)
        return _line(row.label, _proof_words(row), flow)


def _proof_words(row: CredentialRow) -> str:
    if not row.held:
        return "liegt nicht vor"
    return joined([
        f"vom {day(row.issued_on)}" if row.issued_on else "",
        f"gültig bis {day(row.valid_until)}" if row.valid_until else "",
        _seen(row),
    ])  # fmt: skip


def _seen(row: CredentialRow) -> str:
    if not row.verified_on:
        return "noch nicht gesehen"
    by = f" von {row.verified_by}" if row.verified_by else ""
    return f"gesehen am {day(row.verified_on)}{by}"


def _proof_mark(row: CredentialRow) -> Badge | None:
    today = clock.today()
    if row.held and expired(row.valid_until, today):
        return Badge("abgelaufen", Tone.LATE, "warning")
    if row.held and runs_out(row.valid_until, today):
        return Badge("läuft bald ab", Tone.SOON, "warning")
    return None


def _line(title: str, words: str, flow: FlowLayout) -> QWidget:
    made = QWidget()
    line = hbox(
        vbox(label(title, wrap=True), label(words, "small", wrap=True, private=True), gap=0), flow
    )
    line.setStretch(0, 1)
    made.setLayout(line)
    return made
