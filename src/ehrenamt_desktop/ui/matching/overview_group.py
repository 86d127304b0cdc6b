"""A group on one day: who goes where, exact, with pairs that must not be together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.assignment import EventDay, OfficePlan
from ehrenamt_desktop.model.columns.assignment import EVENT_COLUMNS, GROUP_COLUMNS, LEFT_COLUMNS
from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.enums import PersonStage
from ehrenamt_desktop.model.rows import PersonRow, PlaceRow
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.panels import label, label_of, vbox
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane, LongWork
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput
from ehrenamt_desktop.ui.lists.work_bar import WorkBar
from ehrenamt_desktop.ui.matching.overview_apart import ApartPairs, names_of

NAME = "overview.group"
STEPS = (
    ("offers", "Angebote"), ("people", "Personen"), ("apart", "Nicht zusammen"),
    ("result", "Ergebnis"),
)  # fmt: skip
ROWS = 9
"""Rows the lists have room for."""
NOT_SURE = "Die Rechenzeit ist um. Vielleicht gibt es eine noch bessere Einteilung."
EXTENT = "Mit Strg oder Umschalt markieren Sie, wenn nur einige dabei sind."


class GroupDialog(Dialog):
    """Offers and people in, pairs out; `wanted` hands over what is to be proposed."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Gruppe an einem Tag", parent, name=NAME, accept="Einteilen", width_em=70)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._days: tuple[EventDay, ...] = ()
        self._plan: OfficePlan | None = None
        self._work: LongWork | None = None
        self._make()
        self._lay_out()
        self._connect()
        desk.tasks.run(Lane.READ, partial(_event_days, desk), self._show_days, key=f"{NAME}.days")
        desk.tasks.run(Lane.READ, desk.office.lists.places, self._offer_places, key=f"{NAME}.towns")

    @property
    def plan(self) -> OfficePlan | None:
        """The result, as soon as there is one that fits what is chosen."""
        return self._plan

    def confirm(self) -> None:
        """Compute, or hand over the result."""
        if self._work is not None:
            return
        if self._plan is not None and self.steps.current() == "result":
            rows = [row for row in self._plan.rows if row.id in _extent(self.division)]
            self.wanted.emit(rows)
            self.accept()
        else:
            self.calculate()

    def reject(self) -> None:
        """Close; work under way is stopped."""
        if self._work is not None:
            self._work.cancel()
        super().reject()

    def calculate(self) -> None:
        """Send the chosen people to the chosen offers."""
        people, offers = _extent(self.people.table), _extent(self.offers)
        apart = self.apart.pairs()
        work = self._work = LongWork("Gruppe wird eingeteilt", self)
        service = self._desk.office

        def compute() -> OfficePlan:
            lists = service.assignments.group_lists(people, offers, work)
            return service.assignments.group_plan(lists, apart, work)

        self.bar.watch(work)
        self.problem.hide()
        self._settle()
        self._desk.tasks.run(Lane.WRITE, compute, self._show, self._refuse)

    def _make(self) -> None:
        tasks = self._desk.tasks
        self.steps = TabStrip(STEPS, name=f"{NAME}.steps")
        self.days = ChoiceInput()
        self.days.setObjectName(f"{NAME}.days")
        self.days.setAccessibleName("Tag")
        self._offers = RowsSource(EVENT_COLUMNS)
        self.offers = RecordTable(
            self._offers, EVENT_COLUMNS, tasks, name=f"{NAME}.offers", label="Angebote des Tages",
            empty="Zurzeit ist kein Platz frei.", many=True,
        )  # fmt: skip
        self.people = ListPane(
            self._desk.office.lists.people, PERSON_COLUMNS, tasks, self._desk.bus,
            name=f"{NAME}.people", label="Personen der Gruppe", search="Personen durchsuchen",
            kinds=(), filters=_filters(()), private=frozenset({"name"}), many=True,
        )  # fmt: skip
        self.people.set_filters({"stage": (PersonStage.SEEKING.value,)})
        self.apart = ApartPairs()
        self._pairs = RowsSource(GROUP_COLUMNS)
        self.division = RecordTable(
            self._pairs, GROUP_COLUMNS, tasks, name=f"{NAME}.result", label="Einteilung",
            empty="Niemand passt zu einem dieser Angebote.", many=True,
        )  # fmt: skip
        self._others = RowsSource(LEFT_COLUMNS)
        self.others = RecordTable(
            self._others, LEFT_COLUMNS, tasks, name=f"{NAME}.others", label="Ohne Angebot",
            empty="Alle bekommen ein Angebot.",
        )  # fmt: skip
        self.summary = label("", "strong", wrap=True, name=f"{NAME}.summary")
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        self.bar = WorkBar(NAME)
        self._offers_hint = label("", "soft", wrap=True)
        self._people_hint = label("", "soft", wrap=True)

    def _lay_out(self) -> None:
        line = theme.line_height() + 2 * theme.GRID
        for table in (self.offers, self.people.table):
            table.setMinimumHeight(ROWS * line)
        self.division.setMinimumHeight((ROWS - 4) * line)
        self.others.setMinimumHeight(3 * line)
        self._stack = QStackedWidget()
        for parts in (
            (label_of(self.days, "Tag"), self.days, self.offers, self._offers_hint),
            (self.people, self._people_hint),
            (self.apart,),
            (self.summary, self.division, label("Ohne Angebot", "heading"), self.others),
        ):
            page = QWidget()
            column = vbox(*parts)
            column.setStretchFactor(self.division, 3)
            column.setStretchFactor(self.others, 1)
            page.setLayout(column)
            self._stack.addWidget(page)
        self.above.addWidget(self.steps)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.bar)

    def _connect(self) -> None:
        self.steps.changed.connect(self.turn)
        self.days.currentIndexChanged.connect(self._show_offers)
        self.apart.changed.connect(self._forget)
        for table in (self.offers, self.people.table, self.division):
            table.counted.connect(lambda _amount: self._settle())
            table.selectionModel().selectionChanged.connect(lambda *_: self._settle())
        for table in (self.offers, self.people.table):
            table.counted.connect(lambda _amount: self._forget())
            table.selectionModel().selectionChanged.connect(lambda *_: self._forget())

    def turn(self, key: str) -> None:
        """Show a step."""
        self.steps.set_current(key)
        self._stack.setCurrentIndex([name for name, _ in STEPS].index(key))
        if key == "apart":
            source, numbers = self._desk.office.lists.people, _extent(self.people.table)
            self._desk.tasks.run(
                Lane.READ, lambda: source.rows(numbers), self._name_people, key=f"{NAME}.names"
            )
        self._settle()

    def _name_people(self, rows: Sequence[PersonRow]) -> None:
        self.apart.set_people(names_of(rows))

    def _show_days(self, days: tuple[EventDay, ...]) -> None:
        self._days = days
        self.days.clear()
        for one in days:
            self.days.addItem(one.words)

    def _show_offers(self, place: int) -> None:
        self._offers.put(self._days[place].offers if 0 <= place < len(self._days) else ())
        self.offers.select_id(None)
        self.offers.reload()

    def _offer_places(self, places: tuple[PlaceRow, ...]) -> None:
        self.people.filter_bar.set_filters(_filters(places))

    def _forget(self) -> None:
        """What is chosen has changed, so there is no result."""
        self._plan = None
        self._settle()

    def _show(self, plan: OfficePlan) -> None:
        self._work = None
        self.bar.hide()
        self._pairs.put(plan.rows)
        self._others.put(plan.left)
        self.division.select_id(None)
        self.division.reload()
        self.others.reload()
        self.summary.setText(plan.summary if plan.exact else f"{plan.summary} {NOT_SURE}")
        self._plan = plan
        self.turn("result")

    def _refuse(self, error: Exception) -> None:
        self._work = None
        self.bar.hide()
        self._settle()
        if isinstance(error, EhrenamtError):
            self.problem.setText(error.sentence)
            self.problem.show()
        else:
            self._desk.notices.error(error)

    def _settle(self) -> None:
        """Let titles and hints say who takes part, and the main action what it does."""
        offers, people = _extent(self.offers), _extent(self.people.table)
        self.steps.set_title("offers", f"Angebote {len(offers)}")
        self.steps.set_title("people", f"Personen {len(people)}")
        self.steps.set_title("apart", f"Nicht zusammen {len(self.apart.pairs())}")
        self._offers_hint.setText(f"Dabei: {count(len(offers), 'Angebot', 'Angebote')}. {EXTENT}")
        self._people_hint.setText(f"Dabei: {count(len(people), 'Person', 'Personen')}. {EXTENT}")
        words, ready = "Einteilen", bool(offers and people)
        if self._plan is not None and self.steps.current() == "result":
            rows = len(_extent(self.division))
            words, ready = f"{count(rows, 'Paar', 'Paare')} vorschlagen", rows > 0
        self.accept_button.setText(words)
        self.accept_button.setDefault(words != "Einteilen")
        self.accept_button.setEnabled(ready and self._work is None)


def _event_days(desk: Desk) -> tuple[EventDay, ...]:
    """Read on the task's thread, which also imports what is needed."""
    return desk.office.assignments.event_days()


def _extent(table: RecordTable) -> list[int]:
    """What is marked if that is more than one row, else all that the list shows."""
    marked = table.selected_ids()
    return marked if len(marked) > 1 else table.ids_shown()


def _filters(places: Sequence[PlaceRow]) -> tuple[Filter, ...]:
    names = dict.fromkeys(one.municipality for one in places if one.member)
    towns = tuple(Option(one, f"Gemeinde {one}") for one in names)
    return (
        Filter("municipality", "Gemeinde", towns),
        Filter("stage", "Status", options_of(PersonStage)),
    )
