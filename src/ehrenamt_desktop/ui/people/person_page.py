"""One person beside the list: the record, its dialogs and its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.hand_out import Whom
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rows import CredentialRow
from ehrenamt_desktop.ui.certificates.card_dialog import CardDialog
from ehrenamt_desktop.ui.certificates.certificate_dialog import CertificateDialog
from ehrenamt_desktop.ui.hand_out import HAND_OUT
from ehrenamt_desktop.ui.hand_out.hand_out_dialog import hand_out
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.letters.write_dialog import WriteDialog
from ehrenamt_desktop.ui.people.deeds import PersonDeeds
from ehrenamt_desktop.ui.people.entries import consent_dialog, proof_dialog, talk_dialog
from ehrenamt_desktop.ui.people.facts import Fact
from ehrenamt_desktop.ui.people.person_filters import filters
from ehrenamt_desktop.ui.people.person_pane import (
    DISCLOSE,
    ERASE,
    KEPT,
    NEW,
    NOTICE,
    OVERVIEW,
    PLACEMENTS,
    RESTRICT,
    PersonPane,
)
from ehrenamt_desktop.ui.people.statements_dialog import StatementsDialog
from ehrenamt_desktop.ui.protection.disclosing import disclose
from ehrenamt_desktop.ui.protection.erasure_dialog import request_dialog
from ehrenamt_desktop.ui.protection.notice_dialog import notice_dialog
from ehrenamt_desktop.ui.protection.restriction_dialogs import lift_dialog, restrict_dialog
from ehrenamt_desktop.ui.record.passing_on import PassingOn
from ehrenamt_desktop.ui.record.record_page import RecordPage, Sentences
from ehrenamt_desktop.ui.record.record_pane import FORM
from ehrenamt_desktop.ui.record.words import Words

LISTED = (Kind.PERSON, Kind.PLACEMENT, Kind.INTERACTION)
SHOWN = (
    *LISTED, Kind.PERSON_TERM, Kind.CREDENTIAL, Kind.CONSENT, Kind.FOLLOW_UP, Kind.OFFER,
    Kind.STATUS_EVENT, Kind.PASSED_CONTACT,
)  # fmt: skip
NOUNS = ("person", "consent", "credential", "interaction")
SENTENCES = Sentences(
    saved="Gespeichert.",
    created="Die Person ist eingetragen.",
    archived="Die Person liegt im Archiv.",
    reopened="Die Person ist wieder in der Liste.",
)


class PersonPage(RecordPage):
    """Wires list, record and dialogs."""

    pane: PersonPane

    def __init__(self, desk: Desk, records: ListPane) -> None:
        self._words = Words(desk, NOUNS, parent=records)
        super().__init__(
            desk, records, PersonPane(desk, self._words), PersonDeeds(desk.office), kinds=SHOWN,
            sentences=SENTENCES, forms=(KEPT, NEW),
        )  # fmt: skip
        self._passing = PassingOn(desk, self)
        self._connect_deeds()
        self._words.when_ready(self._offer_filters)
        self._words.load()

    def keep(self) -> None:
        """Keep the reminder that is open on the overview, else what the form holds."""
        overview = self.pane.part() == OVERVIEW
        if not (overview and self.pane.follow_ups.save()):
            self.save()

    def commands(self) -> Sequence[Command]:
        """What can be done with the shown person."""
        if self.number is None:
            return ()
        return (
            Command("Passende Angebote", (), self._match, "person.match", "vermitteln suchen"),
            Command("Gespräch eintragen …", (), self._ask_talk, "person.talk",
                    "Telefonat Anruf Besuch Notiz Kontakt"),
            Command("Einwilligung eintragen …", (), lambda: self._kept_first(self._ask_consent),
                    "person.consent", "Datenschutz Zustimmung erlauben"),
            Command("Kontakt weitergeben …", (), self._pass_on, "person.pass_on",
                    "Weitergabe Initiative E-Mail melden"),
            Command("Brief schreiben …", (), self._write_letter, "person.letter",
                    "Anschreiben Einladung Dank Absage Post Word"),
            Command(HAND_OUT, (), self._hand_out, "person.papers",
                    "Formulare Merkblätter Vordrucke mitgeben Elternerklärung Mappe"),
            Command("Bescheinigung …", (), self._certify, "person.certificate",
                    "Kompetenznachweis Zeugnisbeiblatt Dankurkunde Jobcenter Arbeit Urkunde"),
            Command("Ehrenamts-Card …", (), self._ask_card, "person.card",
                    "Ehrenamtskarte Ecard E-Card Antrag Kreis Vergünstigung"),
            Command("Aussagen …", (), self._ask_statements, "person.statements",
                    "Jugendliche junge Leute Sätze Interessen herausfinden Gesprächseinstieg"),
            Command(NOTICE, (), self._note_notice, "person.notice",
                    "Datenschutz Art. 13 DSGVO Merkblatt Information erhalten"),
            Command(DISCLOSE, (), self._disclose, "person.disclose",
                    "Datenschutz Art. 15 DSGVO gespeicherte Daten Auskunft"),
            Command(RESTRICT, (), self._restrict, "person.restrict",
                    "Datenschutz Art. 18 sperren Widerspruch einschränken"),
            Command(ERASE, (), self._ask_erasure, "person.erase",
                    "Datenschutz Art. 17 DSGVO löschen vergessen werden"),
            Command("Person archivieren", (), self.archive, "person.archive",
                    "Archiv beenden"),
            Command("Person in den Papierkorb", (), self.pane.trash_wanted.emit, "person.trash",
                    "löschen entfernen weg"),
        )  # fmt: skip

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The parts of somebody who is at work, the empty form, the dialogs."""
        at_work = self.desk.office.lists.people.ids(ListQuery(filters={"stage": ("active",)}))
        for number in at_work[:1]:
            self.open(number)
        for key, name in ((FORM, "profil"), (PLACEMENTS, "vermittlungen"), ("course", "verlauf")):
            self.pane.turn(key)
            yield name, self
        self.pane.course.turn("changes")
        yield "aenderungen", self
        self.pane.course.turn("events")
        self._ask_consent()
        yield "einwilligung", self.findChildren(QDialog)[-1]
        self._restrict()
        yield "einschraenken", self.findChildren(QDialog)[-1]
        self._lift()
        yield "einschraenkung-aufheben", self.findChildren(QDialog)[-1]
        self.new()
        yield "neu", self
        self.discard()

    def _connect_deeds(self) -> None:
        pane, papers = self.pane, self.pane.papers
        pane.match_wanted.connect(self._match)
        pane.facts.wanted.connect(self._edit_fact)
        pane.save_and_match_wanted.connect(self._save_and_match)
        both = QShortcut(QKeySequence("Ctrl+Return"), pane)
        both.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        both.activated.connect(self._save_and_match)
        pane.pass_on_wanted.connect(self._pass_on)
        pass_on = QShortcut(QKeySequence("Ctrl+Shift+K"), self)
        pass_on.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pass_on.activated.connect(self._pass_on)
        pane.letter_wanted.connect(self._write_letter)
        pane.papers_wanted.connect(self._hand_out)
        pane.certificate_wanted.connect(self._certify)
        pane.card_wanted.connect(self._ask_card)
        pane.statements_wanted.connect(self._ask_statements)
        pane.notice_wanted.connect(self._note_notice)
        pane.disclosure_wanted.connect(self._disclose)
        pane.restrict_wanted.connect(self._restrict)
        pane.erasure_wanted.connect(self._ask_erasure)
        pane.lift_wanted.connect(self._lift)
        pane.archive_wanted.connect(self.archive)
        pane.reopen_wanted.connect(self.reopen)
        pane.talk_wanted.connect(self._ask_talk)
        pane.placements.wanted.connect(lambda one: self.desk.navigator.open(Kind.PLACEMENT, one))
        papers.consent_wanted.connect(lambda: self._kept_first(self._ask_consent))
        papers.proof_wanted.connect(lambda row: self._kept_first(lambda: self._ask_proof(row)))
        papers.withdraw_wanted.connect(lambda one: self._kept_first(lambda: self._withdraw(one)))
        papers.remove_wanted.connect(lambda one: self._kept_first(lambda: self._remove(one)))

    def _offer_filters(self, words: Vocabulary) -> None:
        self.list.filter_bar.set_filters(filters(words.places, words.terms))

    def _edit_fact(self, fact: Fact) -> None:
        """Change a value in its place; what is typed in the form comes first."""
        if self.pane.form_part.is_dirty():
            self.pane.turn(FORM)
        else:
            self.pane.facts.edit(fact)

    def _match(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: self.desk.navigator.match(Kind.PERSON, number))

    def _pass_on(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: self._passing.ask_for(number))

    def _certify(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: CertificateDialog(self.desk, number, self).load())

    def _ask_card(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: CardDialog(self.desk, number, self).load())

    def _ask_statements(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: StatementsDialog(self.desk, number, self).load())

    def _write_letter(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: WriteDialog(self.desk, Kind.PERSON, number, self).load())

    def _hand_out(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: hand_out(self.desk, Whom(Kind.PERSON, number), self))

    def _note_notice(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: notice_dialog(self.desk, Kind.PERSON, number, self).open())

    def _disclose(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: disclose(self.desk, Kind.PERSON, number))

    def _restrict(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: restrict_dialog(self.desk, number, self).open())

    def _ask_erasure(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: request_dialog(self.desk, number, self).open())

    def _lift(self) -> None:
        number = self.number
        if number is not None:
            self._kept_first(lambda: lift_dialog(self.desk, number, self).open())

    def _save_and_match(self) -> None:
        self.save(lambda number: self.desk.navigator.match(Kind.PERSON, number))

    def _kept_first(self, deed: Callable[[], None]) -> None:
        """Keep what was typed, so that a step beside the form never runs into it."""
        if self.is_dirty():
            self.save(lambda _: deed())
        else:
            deed()

    def _ask_consent(self) -> None:
        if self.detail is not None:
            consent_dialog(self.desk, self.detail, self).open()

    def _ask_proof(self, proof: CredentialRow | None) -> None:
        words = self._words.vocabulary
        if self.number is not None and words is not None:
            proof_dialog(self.desk, self.number, proof, words.terms, self).open()

    def _ask_talk(self) -> None:
        if self.number is not None:
            talk_dialog(self.desk, self.number, self).open()

    def _withdraw(self, consent: int) -> None:
        self.step(
            lambda _: self.desk.office.people.withdraw_consent(consent),
            "Die Einwilligung ist widerrufen.",
        )

    def _remove(self, proof: int) -> None:
        self.step(
            lambda _: self.desk.office.people.remove_credential(proof), "Der Nachweis ist entfernt."
        )
