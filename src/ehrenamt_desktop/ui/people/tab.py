"""The tab Personen: the list left, the person right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.rows import CredentialRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.people.deeds import PersonDeeds
from ehrenamt_desktop.ui.people.entries import consent_dialog, proof_dialog, talk_dialog
from ehrenamt_desktop.ui.people.list_columns import COLUMNS
from ehrenamt_desktop.ui.people.person_pane import KEPT, NEW, OVERVIEW, PLACEMENTS, PersonPane
from ehrenamt_desktop.ui.people.person_specs import filters
from ehrenamt_desktop.ui.record.record_page import RecordPage, Sentences
from ehrenamt_desktop.ui.record.record_pane import FORM
from ehrenamt_desktop.ui.record.sight import bring_into_sight
from ehrenamt_desktop.ui.record.words import Words

LISTED = (Kind.PERSON, Kind.PLACEMENT, Kind.INTERACTION)
SHOWN = (*LISTED, Kind.CREDENTIAL, Kind.CONSENT, Kind.FOLLOW_UP, Kind.OFFER, Kind.STATUS_EVENT)
NOUNS = ("person", "consent", "credential", "interaction")
SENTENCES = Sentences(
    saved="Gespeichert.",
    created="Die Person ist eingetragen.",
    archived="Die Person liegt im Archiv.",
    reopened="Die Person ist wieder in der Liste.",
)


class PeopleTab(Tab):
    """Wires list, record and dialogs."""

    kinds: ClassVar[tuple[Kind, ...]] = (Kind.PERSON,)

    def build(self) -> None:
        """Put list and record together."""
        desk = self._desk = Desk(
            self.office, self.tasks, self.bus, self.notices, self.files, self.navigator
        )
        self._words = Words(desk, NOUNS, parent=self)
        self.list = ListPane(
            self.office.lists.people, COLUMNS, self.tasks, self.bus, name="people",
            label="Personen", search="Personen durchsuchen", kinds=LISTED, new="Neue Person",
            empty="Keine Person gefunden.", private=frozenset({"name"}),
        )  # fmt: skip
        self.pane = PersonPane(desk, self._words)
        self.page = RecordPage(
            desk, self.list, self.pane, PersonDeeds(self.office), kinds=SHOWN,
            sentences=SENTENCES, forms=(KEPT, NEW),
        )  # fmt: skip
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(2 * theme.GRID,) * 4)
        outer.addWidget(self.page)
        self._connect()
        self._words.when_ready(self._offer_filters)
        self._words.load()

    def open_record(self, kind: Kind, number: int) -> None:
        """Show one person."""
        if kind in self.kinds:
            self.page.open(number)

    def show_list(self, kind: Kind, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show the people with these filters."""
        if kind in self.kinds:
            self.list.set_filters(filters)

    def focus_search(self) -> None:
        """Go to the search box."""
        self.list.focus_search()
        bring_into_sight(self.list)

    def new(self) -> None:
        """Show the empty form."""
        self.page.new()

    def save(self) -> None:
        """Keep the reminder that is open on the overview, else what the form holds."""
        overview = self.pane.part() == OVERVIEW
        if not (overview and self.pane.follow_ups.save()):
            self.page.save()

    def is_dirty(self) -> bool:
        """Whether typed words would be lost."""
        return self.page.is_dirty()

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The parts of a person, the empty form, the dialogs."""
        for key, name in ((FORM, "profil"), (PLACEMENTS, "vermittlungen"), ("course", "verlauf")):
            self.pane.turn(key)
            yield name, self
        self._ask_consent()
        yield "einwilligung", self.findChildren(QDialog)[-1]
        self.new()
        yield "neu", self
        self.page.discard()

    def _connect(self) -> None:
        pane, page, papers = self.pane, self.page, self.pane.papers
        pane.match_wanted.connect(self._match)
        pane.save_and_match_wanted.connect(self._save_and_match)
        both = QShortcut(QKeySequence("Ctrl+Return"), pane)
        both.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        both.activated.connect(self._save_and_match)
        pane.archive_wanted.connect(page.archive)
        pane.reopen_wanted.connect(page.reopen)
        pane.talk_wanted.connect(self._ask_talk)
        pane.placements.wanted.connect(lambda one: self.navigator.open(Kind.PLACEMENT, one))
        papers.consent_wanted.connect(lambda: self._kept_first(self._ask_consent))
        papers.proof_wanted.connect(lambda row: self._kept_first(lambda: self._ask_proof(row)))
        papers.withdraw_wanted.connect(lambda one: self._kept_first(lambda: self._withdraw(one)))
        papers.remove_wanted.connect(lambda one: self._kept_first(lambda: self._remove(one)))

    def _offer_filters(self, words: Vocabulary) -> None:
        self.list.filter_bar.set_filters(filters(words.places))

    def _match(self) -> None:
        number = self.page.number
        if number is not None:
            self._kept_first(lambda: self.navigator.match(Kind.PERSON, number))

    def _save_and_match(self) -> None:
        self.page.save(lambda number: self.navigator.match(Kind.PERSON, number))

    def _kept_first(self, deed: Callable[[], None]) -> None:
        """Keep what was typed, so that a step beside the form never runs into it."""
        if self.page.is_dirty():
            self.page.save(lambda _: deed())
        else:
            deed()

    def _ask_consent(self) -> None:
        if self.page.detail is not None:
            consent_dialog(self._desk, self.page.detail, self).open()

    def _ask_proof(self, proof: CredentialRow | None) -> None:
        words = self._words.vocabulary
        if self.page.number is not None and words is not None:
            proof_dialog(self._desk, self.page.number, proof, words.terms, self).open()

    def _ask_talk(self) -> None:
        if self.page.number is not None:
            talk_dialog(self._desk, self.page.number, self).open()

    def _withdraw(self, consent: int) -> None:
        self.page.step(
            lambda _: self.office.people.withdraw_consent(consent),
            "Die Einwilligung ist widerrufen.",
        )

    def _remove(self, proof: int) -> None:
        self.page.step(
            lambda _: self.office.people.remove_credential(proof), "Der Nachweis ist entfernt."
        )
