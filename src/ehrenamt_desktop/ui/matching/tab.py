"""The tab Vermittlung: four views behind one strip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind, PlacementState
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.matching.directions import OffersForPerson, PeopleForOffer
from ehrenamt_desktop.ui.matching.match_page import MatchPage
from ehrenamt_desktop.ui.matching.overview import Overview
from ehrenamt_desktop.ui.matching.placements_page import PlacementsPage

VIEWS = (
    ("offers", "Angebote für eine Person"),
    ("people", "Personen für ein Angebot"),
    ("overview", "Gesamtübersicht"),
    ("placements", "Vermittlungen"),
)


class MatchingTab(Tab):
    """Angebote für eine Person · Personen für ein Angebot · Gesamtübersicht · Vermittlungen."""

    kinds: ClassVar[tuple[Kind, ...]] = (Kind.PLACEMENT,)

    def build(self) -> None:
        """Make the four views."""
        desk = Desk(self.office, self.tasks, self.bus, self.notices, self.files, self.navigator)
        self.strip = SegmentStrip(VIEWS, name="matching.views")
        self.offers = MatchPage(OffersForPerson(), desk)
        self.people = MatchPage(PeopleForOffer(), desk)
        self.overview = Overview(desk)
        self.placements = PlacementsPage(desk)
        self._pages = {"offers": self.offers, "people": self.people}
        self._stack = QStackedWidget()
        for page in (self.offers, self.people, self.overview, self.placements):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(2 * theme.GRID,) * 4)
        outer.setSpacing(theme.GRID + 4)
        outer.addWidget(self.strip)
        outer.addWidget(self._stack, 1)
        self.strip.changed.connect(self._turn)
        self.placements.counted.connect(self._show_count)
        self.placements.count()

    def open_record(self, kind: Kind, number: int) -> None:  # noqa: ARG002 - one kind only
        """Show one placement."""
        self._show("placements")
        self.placements.show_placement(number)

    def show_list(
        self,
        kind: Kind,  # noqa: ARG002 - one kind only
        filters: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Show the placements with these filters."""
        self._show("placements")
        self.placements.show_list(filters)

    def match_for(self, kind: Kind, number: int) -> None:
        """Show the offers for a person or the people for an offer."""
        key = {Kind.PERSON: "offers", Kind.OFFER: "people"}[kind]
        self._show(key)
        self._pages[key].show_subject(number)

    def focus_search(self) -> None:
        """Go to the search field of the shown view."""
        page = self._pages.get(self.strip.current())
        if self.strip.current() == "overview":
            self.overview.focus_search()
        else:
            (page or self.placements).focus_search()

    def new(self) -> None:
        """Choose another person or offer to match: a placement begins with a proposal."""
        key = self.strip.current() if self.strip.current() in self._pages else "offers"
        self._show(key)
        self._pages[key].choose()

    def save(self) -> None:
        """Keep the typed dates of the shown placement."""
        self.placements.pane.submit_dates()

    def print_(self) -> None:
        """Propose what is ticked and print the letter; print what is compared."""
        page = self._pages.get(self.strip.current())
        if page is not None:
            page.print_shown()

    def is_dirty(self) -> bool:
        """Whether typed dates are not kept yet."""
        return self.placements.pane.is_dirty()

    def commands(self) -> Sequence[Command]:
        """The four views, and the pages of the overview that say what is amiss."""
        words = {
            "offers": "passende vermitteln vorschlagen Brief",
            "people": "passende vermitteln vorschlagen",
            "overview": "alle zuordnen verteilen Lücken Büro",
            "placements": "Liste zeigen laufende",
        }
        views = tuple(
            Command(title, (), partial(self._show, key), f"matching.{key}", words[key])
            for key, title in VIEWS
        )
        return (
            *views,
            Command("Wichtigkeit der Kriterien", (), self._open_weights, "matching.weights",
                    "Gewichte Gewichtung Reihenfolge Erweitert Fassung Abzug"),
            Command("Lücken", (), partial(self._show_page, "gaps"), "matching.gaps",
                    "Lückenbericht Bericht offene Wünsche fehlende Nachweise Schulung Excel PDF"),
            Command("Verteilung", (), partial(self._show_page, "fairness"), "matching.fairness",
                    "Alter Gemeinde Gerechtigkeit benachteiligt Statistik"),
        )  # fmt: skip

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """Ranked offers and people of the first placement, the placement, the hand-over."""
        numbers = self.office.lists.placements.ids(ListQuery(filters={"state": ("proposed",)}))
        for row in self.office.lists.placements.rows(numbers[:1]):
            self.match_for(Kind.PERSON, row.person_id)
            yield "angebote", self
            for scene in self.offers.expert.pictures(self.offers.list):
                yield scene, self
            self.match_for(Kind.OFFER, row.offer_id)
            yield "personen", self
            self.open_record(Kind.PLACEMENT, row.id)
            yield "vermittlung", self
            self.placements.pane.step_wanted.emit(PlacementState.PASSED_ON)
            yield "weitergeben", self.findChildren(QDialog)[-1]
            self.placements.show_board()
            yield "tafel", self
            self.placements.show_list({})
        self._show("overview")
        yield from self.overview.pictures()
        self._show("offers")

    def _open_weights(self) -> None:
        key = self.strip.current() if self.strip.current() in self._pages else "offers"
        self._show(key)
        self._pages[key].open_weights()

    def _show(self, key: str) -> None:
        self.strip.set_current(key)
        self._turn(key)

    def _show_page(self, key: str) -> None:
        """Show a page of the overview."""
        self._show("overview")
        self.overview.open_page(key)

    def _turn(self, key: str) -> None:
        keys = [name for name, _ in VIEWS]
        self._stack.setCurrentIndex(keys.index(key))

    def _show_count(self, amount: int) -> None:
        self.strip.set_title("placements", f"Vermittlungen {amount}")
