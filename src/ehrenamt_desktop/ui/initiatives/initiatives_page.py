"""The list of initiatives and the record beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.hand_out import Whom
from ehrenamt_desktop.model.rows import ContactRow
from ehrenamt_desktop.ui.hand_out.hand_out_dialog import hand_out
from ehrenamt_desktop.ui.initiatives.deeds import InitiativeDeeds
from ehrenamt_desktop.ui.initiatives.founding_steps import FoundingSteps
from ehrenamt_desktop.ui.initiatives.initiative_pane import InitiativePane
from ehrenamt_desktop.ui.initiatives.initiative_specs import (
    CONTACT,
    DEFAULTS,
    FIELDS,
    GROUPS,
)
from ehrenamt_desktop.ui.initiatives.list_columns import INITIATIVES
from ehrenamt_desktop.ui.initiatives.list_filters import initiative_filters
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.letters.write_dialog import WriteDialog
from ehrenamt_desktop.ui.protection.disclosing import disclose
from ehrenamt_desktop.ui.protection.notice_dialog import notice_dialog
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog
from ehrenamt_desktop.ui.record.form_part import FormPart
from ehrenamt_desktop.ui.record.record_page import RecordPage, Sentences
from ehrenamt_desktop.ui.record.talk_dialog import new_talk
from ehrenamt_desktop.ui.record.words import Words

LISTED = (Kind.INITIATIVE, Kind.OFFER, Kind.PLACEMENT, Kind.INTERACTION, Kind.CONTACT)
SHOWN = (
    *LISTED, Kind.FOLLOW_UP, Kind.STATUS_EVENT, Kind.PERSON, Kind.FOUNDING_STEP, Kind.INTEREST,
)  # fmt: skip
SENTENCES = Sentences(
    saved="Die Initiative ist gespeichert.",
    created="Die Initiative ist angelegt.",
    archived="Die Initiative liegt im Archiv.",
    reopened="Die Initiative ist wieder in der Liste.",
)


class InitiativesPage(RecordPage):
    """Wires list, record and dialogs of initiatives."""

    offer_wanted = Signal(int)

    def __init__(self, desk: Desk, words: Words) -> None:
        self._words = words
        records = ListPane(
            desk.office.lists.initiatives, INITIATIVES, desk.tasks, desk.bus,
            name="initiatives", label="Initiativen", search="Initiativen durchsuchen",
            kinds=LISTED, new="Neue Initiative", empty="Keine Initiative gefunden.",
            many=True,
        )  # fmt: skip
        form = FormPart("initiative", words, {"initiative": _form})
        self.initiative = InitiativePane(desk, form)
        super().__init__(
            desk, records, self.initiative, InitiativeDeeds(desk.office), kinds=SHOWN,
            sentences=SENTENCES, forms=("initiative", "initiative"), defaults=DEFAULTS,
        )  # fmt: skip
        self.founding = FoundingSteps(self, self.initiative.founding)
        self._connect_pane()
        words.when_ready(
            lambda known: records.filter_bar.set_filters(
                initiative_filters(known.places, known.terms)
            )
        )

    def ask_contact(self, row: ContactRow | None) -> None:
        """Ask for a new contact, or change one."""
        initiative = self.shown()
        number, version = (row.id, row.version) if row is not None else (None, None)
        save = self.desk.office
        EntryDialog(
            "Ansprechperson ändern" if row else "Neue Ansprechperson", "contact", CONTACT,
            Vocabulary(), row.values if row is not None else {}, self.desk,
            lambda given: save.initiatives.save_contact(initiative, given, number, version),
            self, name="contact", said="Die Ansprechperson ist gespeichert.",
        ).open()  # fmt: skip

    def ask_talk(self) -> None:
        """Ask for a talk with the initiative."""
        new_talk(self.desk, {"initiative_id": self.shown()}, self).open()

    def write_letter(self) -> None:
        """Write a letter to the initiative; what was typed is kept first."""
        number = self.shown()
        if self.is_dirty():
            self.save(lambda _: WriteDialog(self.desk, Kind.INITIATIVE, number, self).load())
        else:
            WriteDialog(self.desk, Kind.INITIATIVE, number, self).load()

    def hand_out(self) -> None:
        """Choose papers for the initiative; what was typed is kept first."""
        whom = Whom(Kind.INITIATIVE, self.shown())
        if self.is_dirty():
            self.save(lambda _: hand_out(self.desk, whom, self))
        else:
            hand_out(self.desk, whom, self)

    def _connect_pane(self) -> None:
        pane, go = self.initiative, self.desk.navigator
        pane.archive_wanted.connect(self.archive)
        pane.reopen_wanted.connect(self.reopen)
        pane.contact_wanted.connect(self.ask_contact)
        pane.contact_told.connect(
            lambda one: notice_dialog(self.desk, Kind.CONTACT, one, self).open()
        )
        pane.contact_disclosed.connect(lambda one: disclose(self.desk, Kind.CONTACT, one))
        pane.contact_removed.connect(self._remove_contact)
        pane.talk_wanted.connect(self.ask_talk)
        pane.letter_wanted.connect(self.write_letter)
        pane.papers_wanted.connect(self.hand_out)
        pane.offer_wanted.connect(lambda: self.offer_wanted.emit(self.shown()))
        pane.offer_opened.connect(lambda one: go.open(Kind.OFFER, one))
        pane.placement_opened.connect(lambda one: go.open(Kind.PLACEMENT, one))

    def _remove_contact(self, contact_id: int) -> None:
        office = self.desk.office
        self.step(
            lambda _: office.initiatives.remove_contact(contact_id),
            "Die Ansprechperson ist entfernt.",
        )


def _form(vocabulary: Vocabulary) -> RecordForm:
    return RecordForm("initiative", FIELDS, vocabulary, name="initiative", groups=GROUPS)
