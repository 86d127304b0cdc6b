"""The pane of a placement: chain, next steps, dates, reminders, course."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import FollowUpKind, Kind, PlacementState
from ehrenamt_desktop.model.placement_detail import PlacementDetail
from ehrenamt_desktop.model.rows import FollowUpRow, HistoryRow
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.hand_out import HAND_OUT
from ehrenamt_desktop.ui.kit import icons, tab_order, theme
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import (
    Card,
    EmptyState,
    button,
    clear_layout,
    hbox,
    label,
    scroll,
)
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.matching.chain_view import ChainView, rule
from ehrenamt_desktop.ui.matching.placement_specs import DETAIL_GROUPS, DETAILS
from ehrenamt_desktop.ui.record.legal_hints import LegalHints
from ehrenamt_desktop.ui.record.passed_view import PassedView

STEPS = {
    PlacementState.PASSED_ON: ("Kontakt weitergeben …", "placement.pass_on"),
    PlacementState.RUNNING: ("Läuft seit …", "placement.run"),
    PlacementState.ENDED: ("Beenden …", "placement.end"),
}

TO_ASK = {
    FollowUpKind.ASK_PERSON: "bei der Person",
    FollowUpKind.ASK_INITIATIVE: "bei der Initiative",
    FollowUpKind.ASK_BOTH: "bei beiden",
}
"""Reminders under the heading „Nachfragen“, which need not say it again."""


class PlacementPane(Card):
    """Shows one placement; tells what is to be done, keeps nothing itself."""

    step_wanted = Signal(object)
    finish_wanted = Signal(object)
    postpone_wanted = Signal(object)
    dates_submitted = Signal(object)
    open_requested = Signal(object, int)
    history_wanted = Signal(int)
    hours_wanted = Signal()
    papers_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("placement.detail")
        self.setAccessibleName("Vermittlung")
        self.detail: PlacementDetail | None = None
        self.form: RecordForm | None = None
        self._empty = EmptyState("Wählen Sie links eine Vermittlung aus.", icon="matching")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, theme.GRID, 0)
        self._column.setSpacing(theme.GRID)
        self._parts()
        self._area = scroll(self._inside, name="placement.scroll")
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._area, 1)
        self.clear()

    def show_placement(self, detail: PlacementDetail) -> None:
        """Show a placement; dates typed at this one stay, those of another are dropped."""
        stays = self.detail is not None and self.detail.id == detail.id and self.is_dirty()
        self.detail = detail
        self._empty.hide()
        self._area.show()
        self._person.setText(detail.person)
        self._offer.setText(detail.row.offer)
        self._initiative.setText(detail.row.initiative)
        reason = detail.row.end_reason.label if detail.row.end_reason else ""
        notes = (detail.standing, str(detail.values["recipient"]), reason)
        self._chain.show_steps(detail.steps, *notes)
        self._show_steps(detail.next_states)
        self._show_missing(detail)
        told = [*_override(detail), *detail.warnings]
        self._warnings.setText("\n".join(told))
        self._warned.setVisible(bool(told))
        self._legal.show_hints(detail.legal_hints)
        self._show_follow_ups(detail.follow_ups)
        self._show_hours(detail)
        self._passed.show_rows(detail.passed)
        self._show_history(detail.history)
        if not stays:
            self._dates_form().load(detail.values)
        self._save.setEnabled(stays)

    def clear(self) -> None:
        """Show nothing."""
        self.detail = None
        self._area.hide()
        self._empty.show()

    def enter(self) -> None:
        """Go to the first thing that can be done."""
        for one in tab_order.stops(self._inside):
            one.setFocus()
            return

    def is_dirty(self) -> bool:
        """Whether typed dates are not kept yet."""
        return self.form is not None and self.form.is_dirty()

    def submit_dates(self) -> None:
        """Hand the dates over to be kept."""
        values = self.form.submit() if self.form is not None else None
        if values is not None and self.is_dirty():
            self.dates_submitted.emit(values)

    def sizeHint(self) -> QSize:
        """As wide as a page column."""
        return QSize(theme.em() * 31, theme.em() * 30)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(theme.em() * 19, theme.em() * 14)

    def _parts(self) -> None:
        self._person = label("", "title", wrap=True, private=True, name="placement.person")
        self._offer = label("", "strong", wrap=True, name="placement.offer")
        self._initiative = label("", "soft", wrap=True)
        self._chain = ChainView()
        self._steps = QWidget()
        self._step_row = FlowLayout(self._steps)
        self._missing_words = label("", "soft", wrap=True, name="placement.missing.words")
        self._missing = self._missing_line()
        self._warnings = label("", wrap=True, name="placement.warnings")
        self._warned = self._warned_line()
        self._legal = LegalHints("placement")
        self._dates = QWidget()
        self._dates_column = QVBoxLayout(self._dates)
        self._dates_column.setContentsMargins(0, 0, 0, 0)
        self._save = button("Angaben speichern", name="placement.save_dates")
        self._save.clicked.connect(self.submit_dates)
        self._dates_column.addLayout(hbox(self._save, 1))
        self._hours_words = label("", wrap=True, name="placement.hours.total")
        self._hours_row = self._hours_line()
        self._passed = PassedView("placement")
        self._follow_ups, self._history = QVBoxLayout(), QVBoxLayout()
        for column in (self._follow_ups, self._history):
            column.setSpacing(theme.GRID - 2)
        head = (self._person, self._offer, self._initiative, self._links(), rule(), self._chain,
                self._steps, self._missing, self._warned, self._legal)  # fmt: skip
        for part in head:
            self._column.addWidget(part)
        self._column.addLayout(self._follow_ups)
        self._column.addWidget(self._dates)
        self._column.addWidget(self._hours_row)
        self._column.addWidget(self._passed)
        self._column.addLayout(self._history)
        self._column.addStretch(1)

    def _missing_line(self) -> QWidget:
        """What still stops the hand-over, and the way there; beside the step it belongs to."""
        made = QWidget()
        made.setObjectName("placement.missing")
        way = button("Einwilligungen öffnen", name="placement.missing.open", icon="person")
        way.clicked.connect(lambda: self._open(Kind.PERSON))
        row = hbox(self._missing_words, way)
        row.setStretch(0, 1)
        made.setLayout(row)
        return made

    def _hours_line(self) -> QWidget:
        """The sum of the hours, and the sheet to enter them."""
        made = QWidget()
        made.setObjectName("placement.hours")
        enter = button("Stunden eintragen …", name="placement.hours.enter")
        enter.clicked.connect(self.hours_wanted)
        row = hbox(self._hours_words, enter)
        row.setStretch(0, 1)
        made.setLayout(row)
        return made

    def _show_hours(self, detail: PlacementDetail) -> None:
        self._hours_words.setText(detail.hours.words or "Noch keine Stunden eingetragen.")
        self._hours_row.setVisible(bool(detail.hours.months))

    def _warned_line(self) -> QWidget:
        """What to mind about the person's time; it bars nothing."""
        sign = QLabel()
        sign.setPixmap(icons.pixmap("warning", "amber", theme.em()))
        made = QWidget()
        row = hbox(sign, self._warnings)
        row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        made.setLayout(row)
        return made

    def _show_missing(self, detail: PlacementDetail) -> None:
        wanted = PlacementState.PASSED_ON in detail.next_states
        self._missing_words.setText(detail.passing.refusal or "")
        self._missing.setVisible(wanted and detail.passing.refusal is not None)

    def _links(self) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        person = button("Person öffnen", name="placement.open_person", icon="person", flat=True)
        offer = button("Angebot öffnen", name="placement.open_offer", icon="open", flat=True)
        person.clicked.connect(lambda: self._open(Kind.PERSON))
        offer.clicked.connect(lambda: self._open(Kind.OFFER))
        changes = button("Änderungen …", name="placement.changes", icon="clock", flat=True)
        changes.clicked.connect(self._ask_history)
        papers = button(HAND_OUT, name="placement.papers", icon="documents", flat=True)
        papers.clicked.connect(self._ask_papers)
        for one in (person, offer, papers, changes):
            flow.addWidget(one)
        return made

    def _ask_papers(self) -> None:
        if self.detail is not None:
            self.papers_wanted.emit(self.detail.id)

    def _ask_history(self) -> None:
        if self.detail is not None:
            self.history_wanted.emit(self.detail.id)

    def _open(self, kind: Kind) -> None:
        if self.detail is not None:
            row = self.detail.row
            numbers = {Kind.PERSON: row.person_id, Kind.OFFER: row.offer_id}
            self.open_requested.emit(kind, numbers[kind])

    def _dates_form(self) -> RecordForm:
        """The form of the dates, built when the first placement is shown."""
        if self.form is None:
            self.form = RecordForm(
                "placement", DETAILS, Vocabulary(), name="placement", groups=DETAIL_GROUPS
            )
            self.form.changed.connect(lambda: self._save.setEnabled(self.is_dirty()))
            self._dates_column.insertWidget(0, label("Termine und Stunden", "heading"))
            self._dates_column.insertWidget(1, self.form)
        return self.form

    def _show_steps(self, states: Sequence[PlacementState]) -> None:
        clear_layout(self._step_row)
        for place, state in enumerate(states):
            words, name = STEPS[state]
            step = button(words, name=name, primary=place == 0 and len(states) > 1)
            step.clicked.connect(lambda _=False, to=state: self.step_wanted.emit(to))
            self._step_row.addWidget(step)
        self._steps.setVisible(bool(states))

    def _show_follow_ups(self, rows: Sequence[FollowUpRow]) -> None:
        clear_layout(self._follow_ups)
        if rows:
            self._follow_ups.addWidget(label("Nachfragen", "heading"))
        for row in rows:
            self._follow_ups.addWidget(self._follow_up(row))

    def _follow_up(self, row: FollowUpRow) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        words = f"{day(row.due_on)} {TO_ASK.get(row.kind, row.kind.label)}"
        when = label(words)
        when.setMinimumWidth(13 * theme.em())
        flow.addWidget(when)
        done = button("Erledigt …", name=f"follow_up.{row.id}.finish")
        later = button("Verschieben …", name=f"follow_up.{row.id}.postpone", flat=True)
        done.setAccessibleName(f"{row.kind.label}, {day(row.due_on)}: erledigt")
        later.setAccessibleName(f"{row.kind.label}, {day(row.due_on)}: verschieben")
        done.clicked.connect(lambda: self.finish_wanted.emit(row))
        later.clicked.connect(lambda: self.postpone_wanted.emit(row))
        when.setFixedHeight(done.sizeHint().height())
        flow.addWidget(done)
        flow.addWidget(later)
        return made

    def _show_history(self, rows: Sequence[HistoryRow]) -> None:
        clear_layout(self._history)
        self._history.addWidget(label("Verlauf", "heading"))
        for row in rows:
            detail = f" ({row.detail})" if row.detail else ""
            self._history.addWidget(label(f"{day(row.on)} · {row.title}{detail}", wrap=True))


def _override(detail: PlacementDetail) -> list[str]:
    """The reason for which a rule was set aside."""
    reason = str(detail.values["override_reason"])
    return [f"Trotzdem vorgeschlagen, weil: {reason}"] if reason else []
