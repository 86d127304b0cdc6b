"""The tab Initiativen: initiatives and offers behind one strip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import InitiativeStatus, Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rows import InitiativeRow
from ehrenamt_desktop.model.unsaved import Unsaved
from ehrenamt_desktop.ui.initiatives.initiatives_page import InitiativesPage
from ehrenamt_desktop.ui.initiatives.offer_form import ContactLookup
from ehrenamt_desktop.ui.initiatives.offers_page import OffersPage
from ehrenamt_desktop.ui.initiatives.round_page import RoundPage
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Lookup, SourceLookup
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.lists.saved_views import equip
from ehrenamt_desktop.ui.record.record_page import RecordPage
from ehrenamt_desktop.ui.record.record_pane import FORM
from ehrenamt_desktop.ui.record.words import Words

VIEWS = (("initiatives", "Initiativen"), ("offers", "Angebote"), ("round", "Abfrage"))
NOUNS = ("initiative", "contact", "offer", "interaction", "interest", "founding_step", "follow_up")
PAGES = {Kind.INITIATIVE: "initiatives", Kind.OFFER: "offers"}


class InitiativesTab(Tab):
    """Initiativen | Angebote | Abfrage."""

    kinds: ClassVar[tuple[Kind, ...]] = (Kind.INITIATIVE, Kind.OFFER, Kind.OFFER_ROUND)

    def build(self) -> None:
        """Make the strip and the page of initiatives; that of the offers follows on demand."""
        desk = Desk(self.office, self.tasks, self.bus, self.notices, self.files, self.navigator)
        self._desk, self._contacts = desk, ContactLookup()
        sources: dict[str, Lookup] = {
            "initiatives": SourceLookup(self.office.lists.initiatives, _name),
            "contacts": self._contacts,
        }
        self._words = Words(desk, NOUNS, sources, parent=self)
        self.strip = SegmentStrip(VIEWS, name="initiatives.views")
        self.initiatives = InitiativesPage(desk, self._words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.initiatives)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(2 * theme.GRID,) * 4)
        outer.setSpacing(theme.GRID + 4)
        outer.addWidget(self.strip)
        outer.addWidget(self._stack, 1)
        self.strip.changed.connect(self._turn)
        self.initiatives.offer_wanted.connect(self._new_offer)
        self._words.load()

    @cached_property
    def offers(self) -> OffersPage:
        """The page of the offers, made when it is first looked at."""
        made = OffersPage(self._desk, self._words, self._contacts)
        self._stack.addWidget(made)
        equip(made, self._desk)
        return made

    @cached_property
    def round(self) -> RoundPage:
        """The page of the round, made when it is first looked at."""
        made = RoundPage(self._desk)
        self._stack.addWidget(made)
        return made

    def page(self) -> RecordPage:
        """The shown list and record; beside the round that of the initiatives."""
        return self.offers if self.strip.current() == "offers" else self.initiatives

    def open_record(self, kind: Kind, number: int) -> None:
        """Show one record."""
        self.turn(PAGES[kind])
        self.page().open(number)

    def show_list(self, kind: Kind, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show a list with these filters, or the round."""
        if kind is Kind.OFFER_ROUND:
            self.turn("round")
            return
        self.turn(PAGES[kind])
        self.page().list.set_filters(filters)

    def begin(self, kind: Kind, values: Mapping[str, object]) -> None:
        """Show the form of a new initiative or offer with these values."""
        self.turn(PAGES[kind])
        self.page().new(values)

    def restore(self, unsaved: Unsaved) -> None:
        """Put back what was typed about an initiative or an offer."""
        self.turn(PAGES[unsaved.kind])
        self.page().autosaver.restore(unsaved)

    def focus_search(self) -> None:
        """Go to the search box of the shown list, or to the mask of the round."""
        if self.strip.current() == "round":
            self.round.focus()
            return
        self.page().list.focus_search()

    def new(self) -> None:
        """Enter a new initiative or offer."""
        if self.strip.current() == "round":
            self.turn("offers")
        self.page().new()

    def save(self) -> None:
        """Keep what an open panel or the form holds; the round keeps with Enter."""
        if self.strip.current() == "round":
            return
        shown = self.strip.current() == "offers"
        panel = self.offers.offer if shown else self.initiatives.initiative
        if not panel.follow_ups.save():
            self.page().save()

    def is_dirty(self) -> bool:
        """Whether a form holds something that is not kept."""
        made = [self.initiatives, *([self.offers] if "offers" in self.__dict__ else [])]
        keyed = "round" in self.__dict__ and self.round.keys.is_dirty()
        return keyed or any(page.is_dirty() for page in made)

    def turn(self, key: str) -> None:
        """Show one of the pages."""
        self.strip.set_current(key)
        self._turn(key)

    def commands(self) -> Sequence[Command]:
        """New records and the two lists."""
        return (
            Command("Neue Initiative", (), self._new_initiative, "initiatives.new_initiative",
                    "anlegen Verein Gruppe Organisation Träger"),
            Command("Neue Gründung", (), self._new_founding, "initiatives.new_founding",
                    "anlegen Initiative Gruppe Idee in Gründung"),
            Command("Neues Angebot", (), self._begin_offer, "initiatives.new_offer",
                    "anlegen Einsatz Aufgabe Ehrenamt"),
            Command("Angebote", (), lambda: self.turn("offers"), "initiatives.offers",
                    "Liste zeigen"),
            Command("Text der gewählten Angebote kopieren …", (), self._copy_text,
                    "initiatives.bulletin", "Mitteilungsblatt Gemeindeblatt markierte Word"),
            Command("Angebote abfragen …", (), lambda: self.show_list(Kind.OFFER_ROUND, {}),
                    "initiatives.round", "Abfrage Bestätigung bestätigen aktuell Telefonliste"),
        )  # fmt: skip

    def _copy_text(self) -> None:
        """Ask for the text of the marked offers, or of all that the list shows."""
        from ehrenamt_desktop.ui.documents.public_maker import PublicMaker

        self.turn("offers")
        table = self.offers.list.table
        marked = table.selected_ids()
        PublicMaker(self, lambda _: None).ask(marked if len(marked) > 1 else table.ids_shown())

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """Both records and their forms."""
        self.initiatives.pane.turn(FORM)
        yield "daten", self
        yield from self._founding_pictures()
        self.turn("offers")
        yield "angebote", self
        for view in self.offers.steps.pictures():
            yield view, self
        self.offers.pane.turn(FORM)
        yield "angebot-daten", self
        self.offers.new()
        yield "angebot-neu", self
        self.offers.discard()
        self.turn("round")
        yield "abfrage", self
        self.turn("initiatives")

    def _founding_pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The first initiative in founding, if there is one."""
        query = ListQuery(filters={"status": (InitiativeStatus.FOUNDING.value,)})
        for number in self.office.lists.initiatives.ids(query)[:1]:
            self.initiatives.open(number, "overview")
            self.initiatives.pane.focus()
            yield "gruendung", self

    def _turn(self, key: str) -> None:
        if key == "round":
            self._stack.setCurrentWidget(self.round)
            self.round.focus()
            return
        self._stack.setCurrentWidget(self.offers if key == "offers" else self.initiatives)

    def _new_initiative(self) -> None:
        self.turn("initiatives")
        self.initiatives.new()

    def _new_founding(self) -> None:
        self.turn("initiatives")
        self.initiatives.new({"status": InitiativeStatus.FOUNDING})

    def _begin_offer(self) -> None:
        self.turn("offers")
        self.offers.new()

    def _new_offer(self, initiative_id: int) -> None:
        self.turn("offers")
        self.offers.new({"initiative_id": initiative_id})


def _name(row: InitiativeRow) -> str:
    return f"{row.name} · {row.place}" if row.place else row.name
