"""Every dialog and what else stands around the tabs, opened one after the other for a picture.

Nothing is written: dialogs are shown and thrown away.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from ehrenamt_desktop import clock, paths
from ehrenamt_desktop.model.enums import FollowUpKind, Kind, LegalBasis, Purpose, TermKind
from ehrenamt_desktop.model.hand_out import Whom
from ehrenamt_desktop.model.privacy import PrivacyDetails
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.handbook import Handbook
from ehrenamt_desktop.ui.certificates.card_dialog import CardDialog
from ehrenamt_desktop.ui.certificates.certificate_dialog import CertificateDialog
from ehrenamt_desktop.ui.doubles import sample
from ehrenamt_desktop.ui.doubles.merge_dialog import MergeDialog
from ehrenamt_desktop.ui.doubles.review_dialog import ReviewDialog
from ehrenamt_desktop.ui.frame.about import AboutDialog
from ehrenamt_desktop.ui.frame.keys_dialog import KeysDialog
from ehrenamt_desktop.ui.hand_out.hand_out_dialog import HandOutDialog
from ehrenamt_desktop.ui.help.help_window import HelpWindow
from ehrenamt_desktop.ui.intake.call_dialog import CallDialog
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.column_dialog import ColumnDialog
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.letters.texts_dialog import TextsDialog
from ehrenamt_desktop.ui.letters.write_dialog import WriteDialog
from ehrenamt_desktop.ui.lists.export_dialog import ExportDialog
from ehrenamt_desktop.ui.lists.import_dialog import ImportDialog
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog
from ehrenamt_desktop.ui.lists.mail_dialog import MailDialog
from ehrenamt_desktop.ui.lists.mass_edit_dialog import Chosen, MassEditDialog
from ehrenamt_desktop.ui.lists.seen_list import seen_in
from ehrenamt_desktop.ui.lists.view_dialog import ViewDialog
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.matching import placement_specs
from ehrenamt_desktop.ui.matching.history_dialog import HistoryDialog
from ehrenamt_desktop.ui.matching.hours_dialog import HoursDialog
from ehrenamt_desktop.ui.office.asking_dialog import AskingPlanDialog
from ehrenamt_desktop.ui.office.details_dialog import OfficeDialog
from ehrenamt_desktop.ui.office.letterhead_dialog import LetterheadDialog
from ehrenamt_desktop.ui.people.entries import proof_dialog, talk_dialog
from ehrenamt_desktop.ui.people.recognition_dialog import RecognitionDialog
from ehrenamt_desktop.ui.people.statements_dialog import StatementsDialog
from ehrenamt_desktop.ui.preview.preview_window import PreviewWindow
from ehrenamt_desktop.ui.protection.erasure_dialog import ErasureDialog
from ehrenamt_desktop.ui.protection.privacy_details import privacy_dialog
from ehrenamt_desktop.ui.record.asking_dialog import AskingDialog
from ehrenamt_desktop.ui.record.asking_panel import AskingPanel
from ehrenamt_desktop.ui.record.form_dialog import FormDialog
from ehrenamt_desktop.ui.safety.pictures import safety_pictures
from ehrenamt_desktop.ui.start.reminder_dialog import ReminderDialog
from ehrenamt_desktop.ui.trash.trash_dialog import TrashDialog

LIST = (
    "Nachname;Vorname;Geburtsdatum;Ortsteil;Telefon;Lieblingsfarbe\n"
    "Gliem;Horst;31.02.1970;Ulfen;05653 12340;rot\n"
    "Ohnsorge;Ida;05.06.1955;Wichmannshausen;05653 12345;grün\n"
    "Rehbein;Karl;12.09.1961;Ulfen;05653 12346;blau\n"
)
"""Invented people; the first one's birthday does not exist."""
NAMED = PrivacyDetails(
    "Zweckverband Sontra – Herleshausen – Nentershausen, Marktplatz 6, 36205 Sontra",
    "Ines Beispiel, Rathaus Sontra, Telefon 05653 9777-0",
    dict.fromkeys(Purpose, LegalBasis.CONSENT),
)
"""An invented officer."""

Shot = tuple[str, QWidget]


def around(window: MainWindow) -> Iterator[Shot]:
    """Views of the window itself that no tab shows: a postponed reminder, hits, blanked names."""
    window.show_tab("start")
    start = window.current()
    start.page.due.open_postpone()  # type: ignore[attr-defined]
    yield "start-verschieben", window
    start.reload()  # type: ignore[attr-defined]
    window.show_tab("people")
    window.current().show_list(Kind.PERSON, {"stage": ("seeking",)})
    yield "people-filter", window
    window.current().show_list(Kind.PERSON, {})
    window.bar.search.setFocus()
    window.bar.search.set_text("ma")
    yield "suchen", window
    window.bar.search.set_text("")
    window.equipment.hide_hits()
    window.current().focus_search()
    privacy.mask(on=True)
    yield "people-sichtschutz", window
    privacy.mask(on=False)


def dialogs(window: MainWindow) -> Iterator[Shot]:
    """Each dialog, open; it is thrown away when the next one is asked for."""
    for name, one in _all(window):
        if not one.isVisible():
            one.open() if isinstance(one, QDialog) else one.show()
        yield name, one
        one.blockSignals(True)  # noqa: FBT003 - Qt's own
        one.hide()
        one.deleteLater()


def _all(window: MainWindow) -> Iterator[Shot]:
    desk = window.desk
    yield "keys", KeysDialog(window.equipment.commands.commands(), desk, window)
    yield "about", AboutDialog(window)
    book = HelpWindow(Handbook(paths.handbook()))
    book.resize(window.width() - 100, window.height() - 60)
    book.show()
    book.go(("hilfe", ""))
    yield "handbuch", book
    yield from safety_pictures(window)
    yield "wiedervorlage", ReminderDialog(window)
    yield (
        "vermittlung-beenden",
        FormDialog(
            "Vermittlung beenden",
            placement_specs.END,
            {"on": clock.today()},
            window,
            name="step.end",
        ),
    )
    for number in desk.office.lists.placements.ids(ListQuery())[:1]:
        yield "vermittlung-aenderungen", HistoryDialog(desk, number, window)
    running = ListQuery(filters={"state": ("running",)})
    for number in desk.office.lists.placements.ids(running)[:1]:
        yield "vermittlung-stunden", HoursDialog(desk.office.lists.placement(number).hours, window)
    yield from _of_a_person(window)
    yield from _of_letters(window)
    yield from _of_lists(window)
    office = OfficeDialog(desk, window)
    office.load()
    yield "buero", office
    yield "aufbewahrung", ErasureDialog(desk, window)
    yield "datenschutz-angaben", privacy_dialog(desk, NAMED, window)
    head = LetterheadDialog(desk, window)
    head.load()
    head.resize(window.width() - 40, window.height() - 40)
    yield "briefkopf", head
    yield from _preview(window)
    plan = AskingPlanDialog(desk, window)
    plan.load()
    yield "nachfragen-einstellen", plan
    for row in desk.office.lists.follow_ups(days=400):
        if row.kind is FollowUpKind.ASK_BOTH:
            panel = AskingPanel(desk.office.asking.asked(row.id), framed=False)
            yield "nachfragen", AskingDialog(panel, window)
            break
    yield from _of_doubles(window)
    trash = TrashDialog(desk, window)
    yield "papierkorb", trash


def _preview(window: MainWindow) -> Iterator[Shot]:
    """The sample letter in the preview."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Musterbrief.pdf"
        desk = window.desk
        desk.office.letterheads.sample_paper(path)
        shown = PreviewWindow(path, desk.files, window)
        shown.show()
        yield "vorschau", shown


def _of_letters(window: MainWindow) -> Iterator[Shot]:
    """A letter to somebody with an address, the words of all letters, a certificate."""
    desk = window.desk
    for number in desk.office.lists.people.ids(ListQuery(filters={"stage": ("active",)})):
        values = desk.office.lists.person(number).values
        if values["street"] and values["legal_basis"] != LegalBasis.OPEN:
            letter = WriteDialog(desk, Kind.PERSON, number, window)
            letter.load()
            letter.resize(window.width() - 40, window.height() - 40)
            yield "brief", letter
            break
    texts = TextsDialog(desk, window)
    texts.load()
    yield "brieftexte", texts
    for number in desk.office.lists.people.ids(ListQuery(filters={"stage": ("active",)}))[:1]:
        certificate = CertificateDialog(desk, number, window)
        certificate.load()
        certificate.resize(window.width() - 40, window.height() - 40)
        yield "bescheinigung", certificate
        card = CardDialog(desk, number, window)
        card.load()
        card.resize(window.width() - 40, window.height() - 40)
        yield "ehrenamts-card", card
        statements = StatementsDialog(desk, number, window)
        statements.load()
        for row in statements.rows[1:4]:
            row.answer.set_current("agree")
            row.answer.changed.emit("agree")
        yield "aussagen", statements
    yield "anerkennung", RecognitionDialog(desk, window)
    papers = HandOutDialog(desk, _placement_of_a_minor(desk), window)
    papers.load()
    yield "unterlagen-aushaendigen", papers


def _placement_of_a_minor(desk: Desk) -> Whom:
    """The one that asks for the most papers; any other if there is none."""
    lists = desk.office.lists
    placements = lists.placements.rows(lists.placements.ids(ListQuery()))
    for row in placements:
        year = lists.person(row.person_id).values["birth_year"]
        if isinstance(year, int) and year > clock.today().year - 18:
            return Whom(Kind.PLACEMENT, row.id)
    return Whom(Kind.PLACEMENT, placements[0].id)


def _of_a_person(window: MainWindow) -> Iterator[Shot]:
    desk, lists = window.desk, window.desk.office.lists
    for number in lists.people.ids(ListQuery())[:1]:
        noted = CallDialog(desk, None, window)
        noted.show()
        row = lists.people.rows([number])[0]
        asked = "Fragt, wann der Bürgerbus wieder jemanden braucht."
        said = {"caller": row.last_name, "caller_phone": row.phone, "note": asked}
        for key, value in said.items():
            noted.form.editor(key).set_value(value)
        noted.form.changed.emit()
        yield "anrufnotiz", noted
        yield "nachweis", proof_dialog(desk, number, None, lists.terms(TermKind.PROOF), window)
        yield "gespraech", talk_dialog(desk, number, window)


def _of_doubles(window: MainWindow) -> Iterator[Shot]:
    """An invented pair; nothing is merged."""
    desk = window.desk
    review = ReviewDialog(desk, window)
    review.show_pairs(list(sample.PAIRS))
    yield "doppelte", review
    yield "zusammenfuehren", MergeDialog(desk, sample.PREVIEW, desk.office.lists.places(), window)


def _of_lists(window: MainWindow) -> Iterator[Shot]:
    desk = window.desk
    window.show_tab("people")
    tab = window.current()
    yield "spalten", ColumnDialog(tab.list.table, window)  # type: ignore[attr-defined]
    yield (
        "ansicht-speichern",
        ViewDialog("Ansicht speichern", "Jugendliche in Ulfen", desk, _refuse, _refuse, window),
    )
    yield "ausgeben", ExportDialog(desk, seen_in(tab, desk.office.lists), window)
    yield "viele-aendern", _mass_edit(window)
    everybody = tuple(desk.office.lists.people.ids(ListQuery()))
    yield "serienbriefe", LetterDialog(desk, "people", (), everybody, window)
    yield "e-mail-an-mehrere", MailDialog(desk, "people", (), everybody, window)
    yield "einlesen", ImportDialog(desk, window)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "liste.csv"
        path.write_text(LIST, encoding="utf-8")
        planned = ImportDialog(desk, window)
        planned.show()
        planned.plan_file(path)
        yield "einlesen-plan", planned


def _mass_edit(window: MainWindow) -> QWidget:
    """A place for everybody: who may be a minor without consent stays as she is."""
    lists = window.desk.office.lists
    dialog = MassEditDialog(
        window.desk, Chosen("people", (), tuple(lists.people.ids(ListQuery()))), window
    )
    window.desk.tasks.drain()
    dialog.fields.setCurrentIndex(1)
    if dialog.box is not None:
        place = next(one.id for one in lists.places() if one.name == "Ulfen")
        dialog.box.editor.set_value(place)
        dialog.box.editor.changed.emit()
    dialog.look()
    return dialog


def _refuse(_: object) -> None:
    """Nothing is kept from a picture."""
