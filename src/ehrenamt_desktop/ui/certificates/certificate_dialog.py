"""Bescheinigung: choose kind and engagements, change the words, see the page, write the file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model import certificates
from ehrenamt_desktop.model.certificates import Certificate, Engagement, Proposal
from ehrenamt_desktop.model.enums import CertificateKind
from ehrenamt_desktop.model.rows import TermRow
from ehrenamt_desktop.ui.certificates import certificate_form
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import clear_layout, label, label_of, scroll
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput, ChoiceInput
from ehrenamt_desktop.ui.office.page_view import PageView

NAME = "certificate"
WAIT = 300
"""Milliseconds without a key until the page is drawn anew."""
HIGH_EM = 48
"""Height in heights of the base text."""
LOST = "Ihre Änderungen an dieser Bescheinigung gehen verloren."


class CertificateDialog(Dialog):
    """Reads what is recorded, opens, writes the paper as a file."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(
            "Bescheinigung", parent, name=NAME, accept="Speichern und ansehen …", width_em=76
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._person = desk, person_id
        self._terms: tuple[TermRow, ...] = ()
        self._proposal: Proposal | None = None
        self._ticks: dict[int, CheckInput] = {}
        self.form: RecordForm | None = None
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.draw)
        self._build()

    def load(self) -> None:
        """Read what is recorded, then open; without anything that began only say so."""
        office = self._desk.office

        def read() -> tuple[tuple[TermRow, ...], Proposal]:
            return office.lists.terms(), self._propose(CertificateKind.ENGAGEMENT, ())

        self._desk.tasks.run(Lane.READ, read, self._begin)

    def kind(self) -> CertificateKind:
        """The chosen kind."""
        return tuple(CertificateKind)[self.kinds.currentIndex()]

    def said(self) -> Certificate | None:
        """The certificate as it stands now."""
        if self._proposal is None or self.form is None:
            return None
        entered = self.form.values()
        return certificate_form.said_of(self._proposal.certificate, entered, self._terms)

    def draw(self) -> None:
        """Show the page, and say what is still open."""
        self._timer.stop()
        said, office = self.said(), self._desk.office
        if said is None:
            return
        open_points = list(certificates.questions(said))
        self.open_points.setText("\n".join(["Noch offen:", *(f"– {one}" for one in open_points)]))
        self.open_points.setVisible(bool(open_points))
        self._desk.tasks.run(
            Lane.READ, lambda: office.certificates.sample(said), self.sheet.show_pdf,
            self._refuse, key="certificate.sample",
        )  # fmt: skip

    def confirm(self) -> None:
        """Ask for a file, write it and show it."""
        said, desk, person = self.said(), self._desk, self._person
        if said is None:
            return
        name = f"{said.kind.label} Nr. {person} {clock.today():%Y-%m-%d}"
        path = desk.files.save("Bescheinigung speichern", name, ".pdf")
        if path is None:
            return

        def done(_: Any) -> None:
            self.accept()
            desk.notices.success("Die Bescheinigung ist geschrieben.",
                                 *paper_actions(desk.files, path))  # fmt: skip
            desk.files.show(path)

        desk.tasks.run(
            Lane.WRITE, lambda: desk.office.certificates.write(path, person, said), done,
            self._refuse,
        )  # fmt: skip

    def reject(self) -> None:
        """Close; ask first when something changed by hand would be lost."""
        changed = self.form is not None and self.form.is_dirty()
        if not changed or self._desk.notices.ask(LOST, "Verwerfen", "Zurück"):
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the whole page; the fields scroll beside it."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.width(), min(theme.em() * HIGH_EM, room.height() - 6 * theme.GRID))

    def _build(self) -> None:
        self.kinds = ChoiceInput()
        self.kinds.setObjectName(f"{NAME}.kind")
        for one in CertificateKind:
            self.kinds.addItem(one.label)
        self.kinds.activated.connect(lambda _: self._again(self._chosen()))
        self.open_points = label("", "soft", wrap=True, name=f"{NAME}.open")
        self.open_points.hide()
        self._choice = QVBoxLayout()
        self._room = QVBoxLayout()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(label_of(self.kinds, "Was wird gebraucht?"))
        column.addWidget(self.kinds)
        column.addLayout(self._choice)
        column.addWidget(self.open_points)
        column.addLayout(self._room)
        column.addStretch(1)
        self.sheet = PageView(f"{NAME}.sample", "So sieht die Bescheinigung aus")
        self.body.addWidget(SideBySide(scroll(left), self.sheet, (1, 1)), 1)

    def _begin(self, found: tuple[tuple[TermRow, ...], Proposal]) -> None:
        self._terms = found[0]
        for one in found[1].choice:
            self._choice.addWidget(self._tick(one))
        self._show(found[1])
        self.show()
        self.kinds.setFocus()

    def _tick(self, one: Engagement) -> CheckInput:
        made = CheckInput(f"{one.title}, {certificates.period(one)}")
        made.setObjectName(f"{NAME}.placement.{one.id}")
        made.setChecked(True)
        made.clicked.connect(lambda _: self._again(self._chosen()))
        self._ticks[one.id] = made
        return made

    def _chosen(self) -> tuple[int, ...]:
        return tuple(number for number, tick in self._ticks.items() if tick.isChecked())

    def _again(self, chosen: tuple[int, ...]) -> None:
        """Read anew for another kind or other engagements; what was typed stays."""
        kind = self.kind()
        if not chosen:
            self._tick_shown()
            return
        self._desk.tasks.run(
            Lane.READ, lambda: self._propose(kind, chosen), self._show, key="certificate.proposal"
        )

    def _propose(self, kind: CertificateKind, chosen: tuple[int, ...]) -> Proposal:
        return self._desk.office.certificates.proposal(self._person, kind, chosen)

    def _show(self, proposal: Proposal) -> None:
        typed = {}
        if self.form is not None:
            typed = {name: one.value() for name, one in self.form.changed_editors().items()}
        self._proposal = proposal
        said = proposal.certificate
        self._tick_shown()
        clear_layout(self._room)
        self.form = RecordForm(
            "", certificate_form.specs(said), Vocabulary(terms=self._terms), name=NAME,
            groups=certificate_form.groups(said),
        )  # fmt: skip
        self.form.load(
            certificate_form.values(said), certificate_form.skills(proposal, self._terms)
        )
        self._room.addWidget(self.form)
        names = {one.name for one in certificate_form.specs(said)}
        for name in names & typed.keys():
            self.form.editor(name).set_value(typed[name])
        self.form.changed.connect(self._timer.start)
        self.draw()

    def _tick_shown(self) -> None:
        """Tick what stands on the paper; at least one engagement stays on it."""
        if self._proposal is None:
            return
        mine = {one.placement_id for one in self._proposal.certificate.activities}
        for number, tick in self._ticks.items():
            tick.setChecked(number in mine)

    def _refuse(self, error: Exception) -> None:
        if self.form is not None:
            self.form.refuse(error, self._desk.notices)
