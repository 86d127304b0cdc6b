"""The list of offers and the record beside it."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.hand_out import Whom
from ehrenamt_desktop.model.rows import OfferDetail
from ehrenamt_desktop.ui.hand_out.hand_out_dialog import hand_out
from ehrenamt_desktop.ui.initiatives.deeds import OfferDeeds
from ehrenamt_desktop.ui.initiatives.list_columns import OFFERS
from ehrenamt_desktop.ui.initiatives.list_filters import offer_filters
from ehrenamt_desktop.ui.initiatives.offer_form import ContactLookup, OfferForm
from ehrenamt_desktop.ui.initiatives.offer_pane import OfferPane
from ehrenamt_desktop.ui.initiatives.offer_steps import OfferSteps
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.record.form_part import FormPart
from ehrenamt_desktop.ui.record.record_page import RecordPage, Sentences
from ehrenamt_desktop.ui.record.words import Words

LISTED = (Kind.OFFER, Kind.OFFER_TERM, Kind.PLACEMENT, Kind.INITIATIVE)
SHOWN = (*LISTED, Kind.CONTACT, Kind.FOLLOW_UP, Kind.STATUS_EVENT, Kind.PERSON)
SENTENCES = Sentences(
    saved="Das Angebot ist gespeichert.",
    created="Das Angebot ist als Entwurf angelegt.",
    archived="Das Angebot liegt im Archiv.",
    reopened="Das Angebot ist als Entwurf zurückgeholt.",
)


class OffersPage(RecordPage):
    """Wires list and record of offers."""

    def __init__(self, desk: Desk, words: Words, lookup: ContactLookup) -> None:
        self._words = words
        records = ListPane(
            desk.office.lists.offers, OFFERS, desk.tasks, desk.bus, name="offers",
            label="Angebote", search="Angebote durchsuchen", kinds=LISTED, new="Neues Angebot",
            empty="Kein Angebot gefunden.", many=True,
        )  # fmt: skip

        def make(vocabulary: Vocabulary) -> OfferForm:
            return OfferForm(vocabulary, desk, lookup)

        self._form = FormPart("offer", words, {"offer": make})
        self.offer = OfferPane(desk, self._form, lookup)
        self._offers = OfferDeeds(desk.office)
        super().__init__(
            desk, records, self.offer, self._offers, kinds=SHOWN, sentences=SENTENCES,
            forms=("offer", "offer"),
        )  # fmt: skip
        self.steps = OfferSteps(self, self.offer, self._offers, words)
        self._connect_pane()
        words.when_ready(
            lambda known: records.filter_bar.set_filters(offer_filters(known.places, known.terms))
        )

    def _connect_pane(self) -> None:
        pane = self.offer
        pane.match_wanted.connect(self._match)
        pane.sheet_wanted.connect(self._sheet)
        pane.papers_wanted.connect(self._hand_out)
        pane.archive_wanted.connect(self.archive)
        pane.reopen_wanted.connect(self.reopen)
        pane.confirm_wanted.connect(
            lambda: self.step(self._offers.confirm, "Das Angebot ist heute bestätigt.")
        )
        pane.elsewhere_opened.connect(lambda one: self.desk.navigator.open(Kind.OFFER, one))
        pane.initiative_wanted.connect(self._to_initiative)
        pane.placement_opened.connect(lambda one: self.desk.navigator.open(Kind.PLACEMENT, one))
        self._form.edited.connect(self._follow)

    def _match(self) -> None:
        number = self.number
        if number is not None:
            self.guarded(lambda: self.desk.navigator.match(Kind.OFFER, number))

    def _hand_out(self) -> None:
        if self.number is not None:
            hand_out(self.desk, Whom(Kind.OFFER, self.number), self)

    def _sheet(self) -> None:
        """Print the offer on a page to take along."""
        number, desk = self.number, self.desk
        if number is None:
            return
        path = desk.files.save("Angebotsblatt speichern", f"Angebot {number}", ".pdf")
        if path is None:
            return
        desk.tasks.run_long(
            "Das Angebotsblatt wird erstellt …",
            lambda progress: self._offers.sheet(path, number, progress),
            lambda _: desk.notices.success(
                "Das Angebotsblatt ist fertig.", *paper_actions(desk.files, path)
            ),
        )

    def _to_initiative(self) -> None:
        if isinstance(self.detail, OfferDetail):
            self.desk.navigator.open(Kind.INITIATIVE, self.detail.row.initiative_id)

    def _follow(self) -> None:
        """The preview and the fields of a helped person follow what is typed."""
        form = self._form.form
        if isinstance(form, OfferForm):
            form.show_helped()
            words = form.board_words(self._words)
            if words is not None:
                self.offer.live.show_words(words)
