"""Zuordnung: who could get which offer all at once; she decides, then proposes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ehrenamt_desktop.model.assignment import (
    Choice,
    Decisions,
    OfficePlan,
    PairRefusal,
    PairRow,
    RefusedPairs,
)
from ehrenamt_desktop.model.columns.assignment import LEFT_COLUMNS, PAIR_COLUMNS
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import FitWord
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.panels import EmptyState, button, hbox, label, scroll, vbox
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.matching.overview_detail import ChosenPair
from ehrenamt_desktop.ui.matching.overview_dialogs import ChoiceDialog, RefusalDialog
from ehrenamt_desktop.ui.matching.overview_proposals import PairProposals

if TYPE_CHECKING:
    from ehrenamt_desktop.services.assignment import Basis

NAME = "matching.overview.pairs"
LINES = 9
"""Lines of text the chosen pair has room for."""
SHARES = (70, 30)
"""How pairs and people without an offer share the width at first."""
WEIGHED = (
    Kind.PERSON, Kind.PERSON_TERM, Kind.CREDENTIAL, Kind.CONSENT, Kind.OFFER, Kind.OFFER_TERM,
    Kind.PLACEMENT, Kind.TERM, Kind.WEIGHT_SET,
)  # fmt: skip
"""Records whose change makes the assignment stale."""
INTRODUCTION = (
    "Alle, die suchen, und alle freien Plätze auf einmal: Das Programm schlägt vor, wer welches "
    "Angebot bekommen könnte, damit möglichst viele etwas finden. Sie ändern es und bestätigen."
)
STALE = "Seit der Berechnung hat sich etwas geändert."


@dataclass(frozen=True, slots=True)
class _Made:
    """An assignment and what it was made from."""

    lists: Basis
    plan: OfficePlan


class OverviewPairs(QWidget):
    """The proposal for the whole office."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._made: _Made | None = None
        self._arriving = True
        self._pairs = RowsSource(PAIR_COLUMNS, {"municipality": lambda row: row.municipality,
                                                "word": lambda row: row.word.value})  # fmt: skip
        self._others = RowsSource(LEFT_COLUMNS)
        self._proposals = PairProposals(desk, self)
        self._make()
        self._lay_out()
        self._connect()

    @property
    def plan(self) -> OfficePlan | None:
        """The assignment that is shown."""
        return self._made.plan if self._made else None

    def calculate(self) -> None:
        """Look at the whole office anew; what she decided stays as far as it still can."""
        decisions = self._made.plan.decisions if self._made else Decisions()

        def work(progress: Progress) -> _Made:
            service = self._desk.office.assignments
            lists = service.office_lists(progress)
            return _Made(lists, service.plan(lists, decisions, progress))

        self._desk.tasks.run_long("Zuordnung wird berechnet", work, self._show)

    def choose_other(self) -> None:
        """Let another offer of the chosen person's list be taken."""
        made, row = self._made, self._chosen()
        if made is None or row is None:
            return
        self._desk.tasks.run(
            Lane.READ,
            lambda: self._desk.office.assignments.choices(made.lists, made.plan, row.id),
            partial(self._open_choices, row),
            key=f"{NAME}.choices",
        )

    def refuse(self) -> None:
        """Take the chosen pair out and compute again."""
        row = self._chosen()
        if row is not None and self._made is not None:
            self._again(self._made.plan.decisions.refuse(row.id, row.offer_id))

    def toggle_fixed(self) -> None:
        """Hold on to the chosen pair, or let go of it."""
        row = self._chosen()
        if row is None or self._made is None:
            return
        made = self._made.plan.decisions
        self._again(made.loosen(row.id) if row.fixed else made.fix(row.id, row.offer_id))

    def propose(self, numbers: list[int]) -> None:
        """Propose the pairs of these people as one step."""
        self._proposals.propose(self._pairs.rows(numbers), self.calculate)

    def focus_search(self) -> None:
        """Go to the search field, or to the button that comes first."""
        begin = self._start.findChild(QPushButton)
        if self._made is None and begin is not None:
            begin.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list.focus_search()

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """Before and after computing, another offer, and what cannot be proposed."""
        yield "beginn", self
        self.calculate()
        yield "zuordnung", self
        for row in self._pairs.rows(self.list.table.ids_shown()[:1]):
            self.list.table.select_id(row.id)
            self.choose_other()
            yield "anderes", self.findChildren(ChoiceDialog)[-1]
            sentence = f"„{row.offer}“ kann nicht vorgeschlagen werden: Das Angebot ist pausiert."
            refusal = PairRefusal(row.id, row.offer_id, row.person, row.offer, sentence)
            refused = RefusalDialog(RefusedPairs((refusal,)), 30, self)
            refused.open()
            yield "abgelehnt", refused

    def _make(self) -> None:
        self.summary = label("", "strong", wrap=True, name=f"{NAME}.summary")
        self.hint = label("", "soft", wrap=True, name=f"{NAME}.hint")
        self.list = ListPane(
            self._pairs, PAIR_COLUMNS, self._desk.tasks, self._desk.bus, name=NAME,
            label="Vorgeschlagene Paare", search="Person, Angebot oder Grund …", kinds=(),
            filters=(Filter("word", "Passung", options_of(FitWord)),),
            empty="Kein Paar gefunden.", many=True,
        )  # fmt: skip
        self.others = RecordTable(
            self._others, LEFT_COLUMNS, self._desk.tasks, name=f"{NAME}.others",
            label="Ohne Angebot", empty="Alle bekommen ein Angebot.",
        )  # fmt: skip
        self.again = button("Neu berechnen", name=f"{NAME}.again")
        self.all = button("", name=f"{NAME}.propose_all", primary=True)
        self.some = button("", name=f"{NAME}.propose_some")
        self.other = button("Anderes Angebot …", name=f"{NAME}.other")
        self.fix = button("Festhalten", name=f"{NAME}.fix")
        self.drop = button("Dieses Paar nicht", name=f"{NAME}.drop")
        self._start = EmptyState(INTRODUCTION, "Vorschlag berechnen", icon="matching")

    def _lay_out(self) -> None:
        head = QWidget()
        row = hbox(vbox(self.summary, self.hint), self.again)
        row.setStretch(0, 1)
        head.setLayout(row)
        bar = QWidget()
        flow = FlowLayout(bar)
        for one in (self.all, self.some, self.other, self.fix, self.drop):
            flow.addWidget(one)
        left, right = QWidget(), QWidget()
        column = vbox(self.list, bar)
        column.setStretch(0, 1)
        left.setLayout(column)
        self._left_title = label("", "heading", name=f"{NAME}.others_title")
        self.detail = ChosenPair()
        self._why = label("Enter zeigt, was bei der Person fast passt.", "soft", wrap=True)
        self._detail_area = scroll(self.detail, name=f"{NAME}.detail")
        self._detail_area.setFixedHeight(LINES * theme.line_height())
        side = vbox(self._detail_area, self._left_title, self.others, self._why)
        side.setStretch(2, 1)
        right.setLayout(side)
        self._result = QWidget()
        whole = vbox(head, SideBySide(left, right, SHARES))
        whole.setStretch(1, 1)
        self._result.setLayout(whole)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start)
        self._stack.addWidget(self._result)
        self.setLayout(vbox(self._stack))

    def _connect(self) -> None:
        self._start.clicked.connect(self.calculate)
        self.again.clicked.connect(self.calculate)
        self.all.clicked.connect(lambda: self.propose(self.list.table.ids_shown()))
        self.some.clicked.connect(lambda: self.propose(self.list.table.selected_ids()))
        self.other.clicked.connect(self.choose_other)
        self.fix.clicked.connect(self.toggle_fixed)
        self.drop.clicked.connect(self.refuse)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.refuse)
        self.list.table.counted.connect(self._arrive)
        self.list.table.selectionModel().selectionChanged.connect(lambda *_: self._settle())
        for table in (self.list.table, self.others):
            table.opened.connect(partial(self._desk.navigator.match, Kind.PERSON))
        self._desk.bus.changed.connect(self._tell_stale)

    def _again(self, decisions: Decisions) -> None:
        """Compute from the same lists with other decisions."""
        made = self._made
        if made is None:
            return
        self._desk.tasks.run_long(
            "Zuordnung wird berechnet",
            lambda progress: _Made(
                made.lists, self._desk.office.assignments.plan(made.lists, decisions, progress)
            ),
            self._show,
        )

    def _show(self, made: _Made) -> None:
        first = self._made is None
        fresh = first or self._made is None or made.lists is not self._made.lists
        self._made = made
        plan = made.plan
        self._pairs.put(plan.rows)
        self._others.put(plan.left)
        self.summary.setText(plan.summary)
        if fresh:
            self.hint.setText("")
            self.hint.hide()
        self._left_title.setText(f"Ohne Angebot ({len(plan.left)})")
        towns = sorted({row.municipality for row in plan.rows if row.municipality})
        municipalities = tuple(Option(one, f"Gemeinde {one}") for one in towns)
        words = Filter("word", "Passung", options_of(FitWord))
        self.list.filter_bar.set_filters(
            (Filter("municipality", "Gemeinde", municipalities), words)
        )
        self.list.table.reload()
        self.others.reload()
        self._stack.setCurrentWidget(self._result)
        if first:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrive(self, shown: int) -> None:
        """The first list begins with its first pair."""
        if self._arriving and shown:
            self._arriving = False
            self.list.table.select_first()
        self._settle()

    def _settle(self) -> None:
        """Let the buttons name how many they concern, and rest where they concern nobody."""
        shown, chosen = self.list.table.count(), len(self.list.table.selected_ids())
        filtered = shown < self._pairs.total()
        which = "gezeigten " if filtered else ""
        self.all.setText(f"Alle {shown} {which}vorschlagen" if shown != 1 else "Vorschlagen")
        some = count(chosen, "ausgewähltes", "ausgewählte") if chosen else "Ausgewählte"
        self.some.setText(f"{some} vorschlagen")
        self.all.setEnabled(shown > 0)
        self.some.setEnabled(chosen > 0)
        row = self._chosen()
        self.detail.show_row(row)
        self._detail_area.setVisible(row is not None)
        for one in (self.other, self.fix, self.drop):
            one.setEnabled(row is not None)
        self.fix.setText("Nicht mehr festhalten" if row and row.fixed else "Festhalten")

    def _chosen(self) -> PairRow | None:
        numbers = self.list.table.selected_ids()
        return next(iter(self._pairs.rows(numbers)), None) if len(numbers) == 1 else None

    def _open_choices(self, row: PairRow, found: tuple[Choice, ...]) -> None:
        dialog = ChoiceDialog(row, found, self._desk, self)
        dialog.chosen.connect(lambda offer: self._take(row.id, offer))
        dialog.open()

    def _take(self, person: int, offer: int) -> None:
        if self._made is not None:
            self._again(self._made.plan.decisions.fix(person, offer))

    def _tell_stale(self, changes: tuple[Change, ...]) -> None:
        if self._made is not None and touches(changes, *WEIGHED):
            self.hint.setText(STALE)
            self.hint.show()
