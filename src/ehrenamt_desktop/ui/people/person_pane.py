"""The record of a person: Überblick, Profil, Vermittlungen, Verlauf."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind, PersonStatus, PlacementState
from ehrenamt_desktop.model.rows import PersonDetail
from ehrenamt_desktop.ui.doubles.hint import DoublesHint
from ehrenamt_desktop.ui.hand_out import HAND_OUT
from ehrenamt_desktop.ui.intake.own_words import OwnWords
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.people.fact_board import FactBoard
from ehrenamt_desktop.ui.people.fact_panel import FactPanel
from ehrenamt_desktop.ui.people.facts import marks, name_of, second_line
from ehrenamt_desktop.ui.people.paper_list import PaperList
from ehrenamt_desktop.ui.people.person_form import profile_form, quick_form
from ehrenamt_desktop.ui.people.person_specs import PROFILE, QUICK
from ehrenamt_desktop.ui.people.placement_list import PlacementList
from ehrenamt_desktop.ui.protection.restriction_bar import RestrictionBar
from ehrenamt_desktop.ui.record.course_part import CoursePart
from ehrenamt_desktop.ui.record.follow_up_list import FollowUpList
from ehrenamt_desktop.ui.record.form_part import FormPart
from ehrenamt_desktop.ui.record.head import RecordHead
from ehrenamt_desktop.ui.record.history_view import labels_of
from ehrenamt_desktop.ui.record.legal_hints import LegalHints
from ehrenamt_desktop.ui.record.passed_view import PassedView
from ehrenamt_desktop.ui.record.record_pane import FORM, RecordPane
from ehrenamt_desktop.ui.record.talk_panel import TalkPanel
from ehrenamt_desktop.ui.record.words import Words

DISCLOSE = "Auskunft geben …"
NOTICE = "Datenschutzhinweis ausgehändigt …"
ERASE = "Löschung vormerken …"
RESTRICT = "Verarbeitung einschränken …"
KEPT, NEW = "profile", "quick"
OVERVIEW, PLACEMENTS, COURSE = "overview", "placements", "course"
PARTS = (
    (OVERVIEW, "Überblick"), (FORM, "Profil"), (PLACEMENTS, "Vermittlungen"), (COURSE, "Verlauf"),
)  # fmt: skip


class PersonPane(RecordPane):
    """Shows one person; tells what is wanted with it."""

    match_wanted = Signal()
    save_and_match_wanted = Signal()
    archive_wanted = Signal()
    reopen_wanted = Signal()
    talk_wanted = Signal()
    pass_on_wanted = Signal()
    letter_wanted = Signal()
    papers_wanted = Signal()
    certificate_wanted = Signal()
    card_wanted = Signal()
    statements_wanted = Signal()
    notice_wanted = Signal()
    disclosure_wanted = Signal()
    restrict_wanted = Signal()
    erasure_wanted = Signal()
    lift_wanted = Signal()

    def __init__(self, desk: Desk, words: Words) -> None:
        super().__init__(
            "person",
            RecordHead("person", "person", private=True),
            FormPart("person", words, {KEPT: profile_form, NEW: quick_form}),
            PARTS,
            empty="Wählen Sie links eine Person aus.",
            sign="person",
            new_title="Neue Person",
        )
        self._entered = False
        self._main = self.head.add_main(
            "match", "Passende Angebote", "matching", self.match_wanted.emit
        )
        self._pass_on = self.head.add_action(
            "pass_on", "Kontakt weitergeben …", "forward", self.pass_on_wanted.emit
        )
        self._pass_on.setToolTip("Strg+Umschalt+K")
        self._pass_on.hide()
        self._add_commands()
        self._both = button("Speichern und Angebote suchen", name="person.save_and_match")
        self._both.setToolTip("Strg+Eingabe")
        self._both.clicked.connect(self.save_and_match_wanted)
        self.form_part.add_action(self._both)
        self.form_part.edited.connect(self._offer_both)
        self.papers = PaperList()
        self.form_part.add_extras(self.papers)
        self.doubles = DoublesHint(desk)
        self.form_part.built.connect(self.doubles.watch)
        self.form_part.built.connect(OwnWords(desk, self).watch)
        self.form_part.add_note(self.doubles)
        self.follow_ups = FollowUpList(desk)
        self.placements = PlacementList()
        self.passed = PassedView("person")
        talk = button("Gespräch eintragen …", name="person.talk", icon="phone")
        talk.clicked.connect(self.talk_wanted)
        self.course = CoursePart(desk, Kind.PERSON, labels_of((*PROFILE, *QUICK)), talk)
        self._refusal = label("", "soft", wrap=True)
        self.legal = LegalHints("person")
        self._hint = QWidget()
        self._hint.setObjectName("person.refusal")
        self.facts = FactBoard(desk, words, self)
        self.restriction = RestrictionBar()
        self.restriction.lift_wanted.connect(self.lift_wanted)
        self.add_bar(self.restriction)
        self._fill_parts()

    def show_new(self) -> None:
        """Show the empty form; the next kept person begins with its overview again."""
        super().show_new()
        self.restriction.hide()
        self.doubles.begin(None)
        self._entered = True

    def show_detail(self, detail: PersonDetail) -> None:
        """Show a person."""
        self.open_up()
        self.doubles.begin(detail.id)
        if self._entered:
            self._entered = False
            self.turn(OVERVIEW)
        self.head.show_words(name_of(detail), second_line(detail), marks(detail, clock.today()))
        ended = detail.values["status"] == PersonStatus.ENDED
        self.head.show_command("archive", shown=not ended)
        self.head.show_command("reopen", shown=ended)
        self.head.show_command("restrict", shown=detail.values["restricted_on"] is None)
        self.restriction.show_person(detail.values)
        self._refusal.setText(detail.handover_refusal or "")
        hinted = detail.handover_refusal is not None and self.restriction.isHidden()
        self._hint.setVisible(hinted)
        self.legal.show_hints(detail.legal_hints)
        self.facts.show_person(detail)
        self.follow_ups.show_rows(detail.follow_ups)
        self.papers.show_person(detail)
        self.placements.show_rows(detail.placements)
        self.passed.show_rows(detail.passed)
        states = {one.state for one in detail.placements}
        self._pass_on.setVisible(PlacementState.PROPOSED in states)
        self.course.show_rows(detail.id, detail.history)
        self._count(PLACEMENTS, "Vermittlungen", len(detail.placements))
        self._count(COURSE, "Verlauf", len(detail.history))

    def entry(self) -> TalkPanel | FactPanel | None:
        """What is being changed in place: a fact of the overview, or a talk in the course."""
        return self.facts.panel() or self.course.panel()

    def turn(self, key: str) -> None:
        """Show one part; what was typed on the overview is kept."""
        if key != OVERVIEW:
            self.facts.leave()
        super().turn(key)

    def show_deeds(self, *, shown: bool) -> None:
        """Show or hide the main action; a new person is kept and matched in one step."""
        self._main.setVisible(shown)
        self._both.setVisible(not shown)
        if not shown:
            self._pass_on.hide()

    def _offer_both(self) -> None:
        self._both.setEnabled(self.form_part.is_dirty())

    def _add_commands(self) -> None:
        """What is done now and then, behind „Weitere Befehle“."""
        self.head.add_command("papers", HAND_OUT, self.papers_wanted.emit)
        self.head.add_command("letter", "Brief schreiben …", self.letter_wanted.emit)
        self.head.add_command("certificate", "Bescheinigung …", self.certificate_wanted.emit)
        self.head.add_command("card", "Ehrenamts-Card …", self.card_wanted.emit)
        self.head.add_command("statements", "Aussagen …", self.statements_wanted.emit)
        self.head.add_command("notice", NOTICE, self.notice_wanted.emit)
        self.head.add_command("disclose", DISCLOSE, self.disclosure_wanted.emit)
        self.head.add_command("restrict", RESTRICT, self.restrict_wanted.emit)
        self.head.add_command("erase", ERASE, self.erasure_wanted.emit)
        self.head.add_command("archive", "Archivieren", self.archive_wanted.emit)
        self.head.add_command("reopen", "Aus dem Archiv zurückholen", self.reopen_wanted.emit)
        self.head.add_command("trash", "In den Papierkorb", self.trash_wanted.emit)

    def _fill_parts(self) -> None:
        overview = self.columns[OVERVIEW]
        consent = button("Einwilligung eintragen …", name="person.refusal.consent")
        consent.clicked.connect(self.papers.consent_wanted)
        hint = hbox(self._refusal, consent)
        hint.setStretch(0, 1)
        self._hint.setLayout(hint)
        overview.addWidget(self._hint)
        overview.addWidget(self.legal)
        overview.addWidget(self.facts.main)
        overview.addWidget(self.follow_ups)
        overview.addWidget(self.facts.more)
        overview.addStretch(1)
        self.columns[PLACEMENTS].addWidget(self.placements, 1)
        self.columns[PLACEMENTS].addWidget(self.passed)
        self.columns[COURSE].addWidget(self.course)
        self.columns[COURSE].addStretch(1)

    def _count(self, key: str, words: str, amount: int) -> None:
        self.strip.set_title(key, f"{words} {amount}" if amount else words)
