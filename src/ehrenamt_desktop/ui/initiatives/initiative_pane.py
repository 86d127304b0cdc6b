"""The record of an initiative."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ehrenamt_desktop.model.enums import InitiativeStatus, Kind, PlacementState
from ehrenamt_desktop.model.rows import ContactRow, InitiativeDetail, OfferRow, PlacementRow
from ehrenamt_desktop.ui.doubles.hint import DoublesHint
from ehrenamt_desktop.ui.hand_out import HAND_OUT
from ehrenamt_desktop.ui.initiatives import initiative_facts as facts
from ehrenamt_desktop.ui.initiatives.founding_view import FoundingView
from ehrenamt_desktop.ui.initiatives.initiative_specs import FIELDS
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import KeyValues, button, clear_layout
from ehrenamt_desktop.ui.record.course_part import CoursePart
from ehrenamt_desktop.ui.record.follow_up_list import FollowUpList
from ehrenamt_desktop.ui.record.form_part import FormPart
from ehrenamt_desktop.ui.record.head import RecordHead
from ehrenamt_desktop.ui.record.history_view import labels_of
from ehrenamt_desktop.ui.record.line_list import Deed, Line, LineList
from ehrenamt_desktop.ui.record.record_pane import FORM, RecordPane
from ehrenamt_desktop.ui.record.talk_panel import TalkPanel

PARTS = (("overview", "Überblick"), (FORM, "Daten"), ("course", "Verlauf"))


class InitiativePane(RecordPane):
    """Überblick · Daten · Verlauf; tells what is wanted, keeps nothing."""

    offer_wanted = Signal()
    archive_wanted = Signal()
    reopen_wanted = Signal()
    contact_wanted = Signal(object)
    contact_told = Signal(int)
    contact_disclosed = Signal(int)
    contact_removed = Signal(int)
    offer_opened = Signal(int)
    placement_opened = Signal(int)
    talk_wanted = Signal()
    letter_wanted = Signal()
    papers_wanted = Signal()

    def __init__(self, desk: Desk, form: FormPart) -> None:
        head = RecordHead("initiative", "initiatives", private=False)
        super().__init__(
            "initiative", head, form, PARTS, empty="Wählen Sie links eine Initiative aus.",
            sign="initiatives", new_title="Neue Initiative",
        )  # fmt: skip
        self._new_offer = head.add_main(
            "new_offer", "Neues Angebot", "plus", self.offer_wanted.emit
        )
        head.add_command("papers", HAND_OUT, self.papers_wanted.emit)
        head.add_command("letter", "Brief schreiben …", self.letter_wanted.emit)
        head.add_command("archive", "Archivieren", self.archive_wanted.emit)
        head.add_command("reopen", "Aus dem Archiv zurückholen", self.reopen_wanted.emit)
        head.add_command("trash", "In den Papierkorb", self.trash_wanted.emit)
        self.doubles = DoublesHint(desk, Kind.INITIATIVE)
        self.form_part.built.connect(self.doubles.watch)
        self.form_part.add_note(self.doubles)
        self._build_overview(desk)
        self._build_course(desk)

    def show_detail(self, detail: InitiativeDetail) -> None:
        """Show a kept initiative."""
        self.open_up()
        self.doubles.begin(detail.id)
        self.head.show_words(detail.row.name, facts.belongs(detail), facts.marks(detail))
        ended = detail.row.status is InitiativeStatus.ENDED
        self.head.show_command("archive", shown=not ended)
        self.head.show_command("reopen", shown=ended)
        self._show_facts(detail)
        self.founding.show_detail(detail)
        self._place_founding(first=detail.row.status is InitiativeStatus.FOUNDING)
        running = [one for one in detail.placements if one.state is PlacementState.RUNNING]
        self.contacts.show_lines([self._contact(one) for one in detail.contacts])
        self.offers.show_lines([self._offer(one) for one in detail.offers])
        self.placements.show_lines([self._placement(one) for one in running])
        self.follow_ups.show_rows(detail.follow_ups)
        self.course.show_rows(detail.id, detail.history)
        self.strip.set_title("course", f"Verlauf {len(detail.history)}")

    def show_new(self) -> None:
        """Show the empty form."""
        super().show_new()
        self.doubles.begin(None)

    def entry(self) -> TalkPanel | None:
        """The talk that is being changed in the course."""
        return self.course.panel()

    def show_deeds(self, *, shown: bool) -> None:
        """Only a kept initiative can have offers."""
        self._new_offer.setVisible(shown)

    def _build_overview(self, desk: Desk) -> None:
        self._facts = QVBoxLayout()
        self.follow_ups = FollowUpList(desk)
        self.contacts = LineList(
            "Ansprechpersonen", "initiative.contacts", add="Ansprechperson", empty="Noch niemand.",
        )  # fmt: skip
        self.offers = LineList("Angebote", "initiative.offers", empty="Noch kein Angebot.")
        self.placements = LineList(
            "Laufende Vermittlungen", "initiative.placements", hide_empty=True
        )
        if self.contacts.add_button is not None:
            self.contacts.add_button.clicked.connect(lambda: self.contact_wanted.emit(None))
        column = self.columns["overview"]
        self.founding = FoundingView()
        column.addWidget(self.founding)
        column.addLayout(self._facts)
        for part in (self.contacts, self.offers, self.follow_ups, self.placements):
            column.addWidget(part)
        column.addStretch(1)

    def _build_course(self, desk: Desk) -> None:
        talk = button("Gespräch eintragen …", name="initiative.talk", icon="plus")
        talk.clicked.connect(self.talk_wanted)
        self.course = CoursePart(desk, Kind.INITIATIVE, labels_of(FIELDS), talk)
        self.columns["course"].addWidget(self.course)
        self.columns["course"].addStretch(1)

    def _show_facts(self, detail: InitiativeDetail) -> None:
        clear_layout(self._facts)
        shown = KeyValues()
        for key, words in facts.lines(detail):
            shown.add(key, words)
        self._facts.addWidget(shown)

    def _place_founding(self, *, first: bool) -> None:
        """What is being founded is worked on; what was founded is history."""
        column = self.columns["overview"]
        column.removeWidget(self.founding)
        column.insertWidget(0 if first else column.count() - 1, self.founding)

    def _contact(self, row: ContactRow) -> Line:
        words, second = facts.contact(row)
        name = f"contact.{row.id}"
        deeds = (
            Deed(f"{name}.edit", "Ändern …", lambda: self.contact_wanted.emit(row)),
            Deed(f"{name}.notice", "Hinweis …", lambda: self.contact_told.emit(row.id)),
            Deed(f"{name}.disclose", "Auskunft …", lambda: self.contact_disclosed.emit(row.id)),
            Deed(f"{name}.remove", "Entfernen", lambda: self.contact_removed.emit(row.id)),
        )
        return Line(words, second, deeds=deeds, private=True)

    def _offer(self, row: OfferRow) -> Line:
        words, second, mark = facts.offer(row)
        deed = Deed(f"offer.{row.id}.open", "Öffnen", lambda: self.offer_opened.emit(row.id))
        return Line(words, second, mark, (deed,))

    def _placement(self, row: PlacementRow) -> Line:
        words, second = facts.placement(row)
        open_it = Deed(
            f"placement.{row.id}.open", "Öffnen", lambda: self.placement_opened.emit(row.id)
        )
        return Line(words, second, deeds=(open_it,), private=True)
