"""The tab Auswertung: four pages behind one strip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.figures.cost_page import CostPage
from ehrenamt_desktop.ui.figures.edition_page import EditionPage
from ehrenamt_desktop.ui.figures.figure_page import FigurePage
from ehrenamt_desktop.ui.figures.target_page import TargetPage
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import vbox
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.reports.maker import ReportMaker

VIEWS = (
    ("numbers", "Kennzahlen"),
    ("costs", "Kosten"),
    ("targets", "Jahresziele"),
    ("editions", "Berichte"),
)
_WORDS = {
    "numbers": "Auswertung Statistik zählen Vermittlungsquote Vorjahr",
    "costs": "Geld Euro Register Verwendungsnachweis",
    "targets": "Ziel Plan Soll",
    "editions": "Ausgabe Prüfsumme eingefroren herausgegeben Gremium Jahresbericht",
}


class FiguresTab(Tab):
    """Kennzahlen · Kosten · Jahresziele · Berichte."""

    kinds: ClassVar[tuple[Kind, ...]] = (Kind.COST, Kind.EDITION)

    def build(self) -> None:
        """Make the four pages."""
        desk = Desk(self.office, self.tasks, self.bus, self.notices, self.files, self.navigator)
        self.strip = SegmentStrip(VIEWS, name="figures.views")
        self.numbers = FigurePage(desk)
        self.costs = CostPage(desk)
        self.targets = TargetPage(desk)
        self.editions = EditionPage(desk)
        self._pages: dict[str, FigurePage | CostPage | TargetPage | EditionPage] = {
            "numbers": self.numbers,
            "costs": self.costs,
            "targets": self.targets,
            "editions": self.editions,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        outer = vbox(self.strip, self._stack, gap=theme.GRID + 4, margin=2 * theme.GRID)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self.reports = ReportMaker(self, lambda _: self.editions.look())
        self.editions.report_wanted.connect(self.print_)
        self.strip.changed.connect(self.turn)

    def turn(self, key: str) -> None:
        """Show a page."""
        self.strip.set_current(key)
        self._stack.setCurrentWidget(self._pages[key])

    def open_record(self, kind: Kind, number: int) -> None:
        """Show an entry of the costs, or an edition."""
        page = self.costs if kind is Kind.COST else self.editions
        self.turn("costs" if kind is Kind.COST else "editions")
        page.look()
        page.table.select_id(number)

    def focus_search(self) -> None:
        """Go to the list of the shown page."""
        self._pages[self.strip.current()].focus_search()

    def new(self) -> None:
        """Enter money spent: the only thing that is made here."""
        self.turn("costs")
        self.costs.new()

    def save(self) -> None:
        """Keep the targets that were typed."""
        if self.targets.is_dirty():
            self.targets.save()

    def print_(self) -> None:
        """Ask for a report of the period that is looked at."""
        self.reports.ask(period=self.numbers.fields.read())

    def is_dirty(self) -> bool:
        """Whether typed targets are not kept yet."""
        return self.targets.is_dirty()

    def commands(self) -> Sequence[Command]:
        """The four pages, and a new entry of the costs."""
        pages = tuple(
            Command(title, (), partial(self.turn, key), f"figures.{key}", _WORDS[key])
            for key, title in VIEWS
        )
        return (*pages, Command("Kosten eintragen …", (), self.new, "figures.new_cost", "Beleg"))

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """Each page with its views."""
        for key, page in self._pages.items():
            self.turn(key)
            for name, widget in page.pictures():
                yield name, self if widget is page else widget
        self.turn("numbers")
