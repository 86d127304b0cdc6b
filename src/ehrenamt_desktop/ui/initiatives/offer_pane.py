"""The record of an offer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind, OfferKind, OfferStatus
from ehrenamt_desktop.model.rows import OfferDetail, OfferRow, PlacementRow
from ehrenamt_desktop.model.rules.stages import awake
from ehrenamt_desktop.ui.hand_out import HAND_OUT
from ehrenamt_desktop.ui.initiatives import offer_facts as facts
from ehrenamt_desktop.ui.initiatives.board_preview import BoardPreview
from ehrenamt_desktop.ui.initiatives.findings_panel import FindingsPanel
from ehrenamt_desktop.ui.initiatives.offer_form import ContactLookup
from ehrenamt_desktop.ui.initiatives.offer_specs import FIELDS
from ehrenamt_desktop.ui.initiatives.pause_panel import PausePanel
from ehrenamt_desktop.ui.initiatives.villages_panel import VillagesPanel
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import KeyValues, clear_layout
from ehrenamt_desktop.ui.kit.time_grid import TimeGridView
from ehrenamt_desktop.ui.record.course_part import CoursePart
from ehrenamt_desktop.ui.record.follow_up_list import FollowUpList
from ehrenamt_desktop.ui.record.form_part import FormPart
from ehrenamt_desktop.ui.record.head import RecordHead
from ehrenamt_desktop.ui.record.history_view import labels_of
from ehrenamt_desktop.ui.record.line_list import Deed, Line, LineList
from ehrenamt_desktop.ui.record.record_pane import FORM, RecordPane

PARTS = (
    ("overview", "Überblick"),
    (FORM, "Daten"),
    ("placements", "Vermittlungen"),
    ("course", "Verlauf"),
)
_OFFERED = {
    "confirm": (OfferStatus.DRAFT, OfferStatus.PUBLISHED, OfferStatus.PAUSED),
    "publish": (OfferStatus.DRAFT, OfferStatus.PAUSED),
    "pause": (OfferStatus.PUBLISHED,),
}
"""In which states a button is of use."""


class OfferPane(RecordPane):
    """Überblick · Daten · Vermittlungen · Verlauf; tells what is wanted, keeps nothing."""

    match_wanted = Signal()
    confirm_wanted = Signal()
    publish_wanted = Signal()
    pause_wanted = Signal()
    copy_wanted = Signal()
    sheet_wanted = Signal()
    papers_wanted = Signal()
    villages_wanted = Signal()
    forget_wanted = Signal()
    archive_wanted = Signal()
    reopen_wanted = Signal()
    initiative_wanted = Signal()
    placement_opened = Signal(int)
    elsewhere_opened = Signal(int)

    def __init__(self, desk: Desk, form: FormPart, contacts: ContactLookup) -> None:
        head = RecordHead("offer", "star", private=False)
        super().__init__(
            "offer", head, form, PARTS, empty="Wählen Sie links ein Angebot aus.", sign="star",
            new_title="Neues Angebot",
        )  # fmt: skip
        self._match = head.add_main(
            "match", "Passende Personen", "matching", self.match_wanted.emit
        )
        self._contacts = contacts
        self._status = OfferStatus.DRAFT
        self._shown = (0, 0)
        self.findings, self.pause, self.villages = FindingsPanel(), PausePanel(), VillagesPanel()
        self.panels = (self.findings, self.pause, self.villages)
        add = head.add_action
        self._buttons = {
            "confirm": add("confirm", "Noch aktuell", "check", self.confirm_wanted.emit),
            "publish": add("publish", "Veröffentlichen", "documents", self.publish_wanted.emit),
            "pause": add("pause", "Pausieren", "clock", self.pause_wanted.emit),
        }
        self._way = add("initiative", "Zur Initiative", "initiatives", self.initiative_wanted.emit)
        head.add_command("copy", "Als Vorlage kopieren", self.copy_wanted.emit)
        head.add_command("sheet", "Angebotsblatt drucken …", self.sheet_wanted.emit)
        head.add_command("papers", HAND_OUT, self.papers_wanted.emit)
        head.add_command("villages", "In weiteren Ortsteilen anbieten …", self.villages_wanted.emit)
        head.add_command("forget", "Angaben zur Person löschen …", self.forget_wanted.emit)
        head.add_command("archive", "Archivieren", self.archive_wanted.emit)
        head.add_command("reopen", "Aus dem Archiv zurückholen", self.reopen_wanted.emit)
        head.add_command("trash", "In den Papierkorb", self.trash_wanted.emit)
        self._build(desk)

    def show_detail(self, detail: OfferDetail) -> None:
        """Show a kept offer."""
        self.open_up()
        self._contacts.show(detail.contacts)
        if (detail.id, detail.version) != self._shown:  # what was found may be mended
            self.close_panels()
        self._shown = (detail.id, detail.version)
        self.head.show_words(detail.row.title, facts.belongs(detail), facts.marks(detail))
        until = detail.values["paused_until"]
        kept = OfferStatus(str(detail.values["status"]))
        self._status = awake(kept, until, clock.today())  # type: ignore[arg-type]
        archived = self._status is OfferStatus.ARCHIVED
        self.head.show_command("archive", shown=not archived)
        self.head.show_command("reopen", shown=archived)
        helped = detail.values["helped_name"] or detail.values["helped_phone"]
        self.head.show_command("forget", shown=bool(helped))
        self.head.show_command("villages", shown=detail.row.kind is OfferKind.OFFER)
        self._show_facts(detail)
        words = facts.board_words(detail.values, detail.place)
        self.preview.show_words(words)
        self.live.show_words(words)
        self.follow_ups.show_rows(detail.follow_ups)
        self.elsewhere.show_lines([self._village(one) for one in detail.elsewhere])
        self.placements.show_lines([self._placement(one) for one in detail.placements])
        self.course.show_rows(detail.id, detail.history)
        self.strip.set_title("placements", f"Vermittlungen {len(detail.placements)}")
        self.strip.set_title("course", f"Verlauf {len(detail.history)}")

    def show_deeds(self, *, shown: bool) -> None:
        """Show the buttons that are of use in the offer's state."""
        self._match.setVisible(shown)
        self._way.setVisible(shown)
        for key, states in _OFFERED.items():
            self._buttons[key].setVisible(shown and self._status in states)

    def close_panels(self) -> None:
        """Ask nothing any more."""
        for panel in self.panels:
            panel.hide()

    def land(self) -> None:
        """A club that calls says whether the offer is current: one key."""
        confirm = self._buttons["confirm"]
        if confirm.isHidden():
            self.focus()
        else:
            confirm.setFocus()

    def _build(self, desk: Desk) -> None:
        self._facts = QVBoxLayout()
        self.preview = BoardPreview()
        self.follow_ups = FollowUpList(desk)
        overview = self.columns["overview"]
        for panel in self.panels:
            overview.addWidget(panel)
        overview.addWidget(self.preview)
        overview.addLayout(self._facts)
        self.elsewhere = LineList(
            "Dasselbe Angebot in anderen Ortsteilen", "offer.elsewhere", hide_empty=True
        )
        overview.addWidget(self.follow_ups)
        overview.addWidget(self.elsewhere)
        overview.addStretch(1)
        self.live = BoardPreview()
        self.form_part.add_extras(self.live)
        self.placements = LineList(
            "Vermittlungen", "offer.placements",
            empty="Noch niemand vorgeschlagen. „Passende Personen“ zeigt, wer passt.",
        )  # fmt: skip
        self.course = CoursePart(desk, Kind.OFFER, labels_of(FIELDS))
        for key, part in (("placements", self.placements), ("course", self.course)):
            self.columns[key].addWidget(part)
            self.columns[key].addStretch(1)

    def _show_facts(self, detail: OfferDetail) -> None:
        clear_layout(self._facts)
        shown = KeyValues()
        for key, words, private in facts.lines(detail):
            shown.add(key, words, private=private)
        grid = int(str(detail.values["time_grid"] or 0))
        shown.add("Zeiten", TimeGridView(grid) if grid else "")
        self._facts.addWidget(shown)

    def _village(self, row: OfferRow) -> Line:
        words, second, mark = facts.village(row)
        deed = Deed(f"offer.{row.id}.open", "Öffnen", lambda: self.elsewhere_opened.emit(row.id))
        return Line(words, second, mark, (deed,))

    def _placement(self, row: PlacementRow) -> Line:
        words, second, mark = facts.placement(row)
        name = f"placement.{row.id}.open"
        deed = Deed(name, "Öffnen", lambda: self.placement_opened.emit(row.id))
        return Line(words, second, mark, (deed,), private=True)
