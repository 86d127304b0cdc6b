"""Every view of the program, one after the other, for the tests of accessibility.

A scene is a name and the window it stands in. Tabs show themselves through `Tab.pictures`, as for
`make screenshots`; every kind of dialog has its opener in `DIALOGS`, and a test holds that none
is missing.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ehrenamt_desktop import ui
from ehrenamt_desktop.model.asking import asks
from ehrenamt_desktop.model.enums import (
    CertificateKind,
    FollowUpResult,
    Kind,
    PlacementState,
    TermKind,
)
from ehrenamt_desktop.model.hand_out import Whom
from ehrenamt_desktop.model.mass import FIELDS
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rows import TrashRow
from ehrenamt_desktop.ui.certificates.card_dialog import CardDialog
from ehrenamt_desktop.ui.certificates.certificate_dialog import CertificateDialog
from ehrenamt_desktop.ui.documents.adding_dialog import AddingDialog
from ehrenamt_desktop.ui.documents.boards_dialog import BoardsDialog, board_form
from ehrenamt_desktop.ui.documents.bulletin_dialog import BulletinDialog
from ehrenamt_desktop.ui.documents.new_papers import BoardDialog, PosterDialog
from ehrenamt_desktop.ui.documents.sources_dialog import SourcesDialog
from ehrenamt_desktop.ui.doubles import sample
from ehrenamt_desktop.ui.doubles.merge_dialog import MergeDialog
from ehrenamt_desktop.ui.doubles.review_dialog import ReviewDialog
from ehrenamt_desktop.ui.frame.about import AboutDialog
from ehrenamt_desktop.ui.frame.keys_dialog import KeysDialog
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.hand_out.hand_out_dialog import HandOutDialog
from ehrenamt_desktop.ui.hand_out.recall_dialog import RecallDialog
from ehrenamt_desktop.ui.hand_out.rule_dialog import RuleDialog
from ehrenamt_desktop.ui.hand_out.rules_dialog import RulesDialog
from ehrenamt_desktop.ui.intake.call_dialog import CallDialog
from ehrenamt_desktop.ui.kit.column_dialog import ColumnDialog
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import SourceLookup
from ehrenamt_desktop.ui.letters.texts_dialog import TextsDialog
from ehrenamt_desktop.ui.letters.write_dialog import WriteDialog
from ehrenamt_desktop.ui.lists.export_dialog import ExportDialog
from ehrenamt_desktop.ui.lists.import_dialog import ImportDialog
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog
from ehrenamt_desktop.ui.lists.mail_dialog import MailDialog
from ehrenamt_desktop.ui.lists.mass_edit_dialog import Chosen, MassEditDialog
from ehrenamt_desktop.ui.lists.recipients_page import PARTS
from ehrenamt_desktop.ui.lists.seen_list import seen_in
from ehrenamt_desktop.ui.lists.view_dialog import ViewDialog
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.matching import placement_specs
from ehrenamt_desktop.ui.matching.history_dialog import HistoryDialog
from ehrenamt_desktop.ui.matching.hours_dialog import HoursDialog
from ehrenamt_desktop.ui.office.asking_dialog import AskingPlanDialog
from ehrenamt_desktop.ui.office.details_dialog import OfficeDialog
from ehrenamt_desktop.ui.office.letterhead_dialog import LetterheadDialog
from ehrenamt_desktop.ui.people.entries import consent_dialog, proof_dialog, talk_dialog
from ehrenamt_desktop.ui.people.recognition_dialog import RecognitionDialog
from ehrenamt_desktop.ui.people.statements_dialog import StatementsDialog
from ehrenamt_desktop.ui.preview.preview_window import PreviewWindow
from ehrenamt_desktop.ui.protection.erasure_dialog import ErasureDialog, request_dialog
from ehrenamt_desktop.ui.protection.notice_dialog import notice_dialog
from ehrenamt_desktop.ui.protection.privacy_details import privacy_dialog
from ehrenamt_desktop.ui.protection.restriction_dialogs import lift_dialog, restrict_dialog
from ehrenamt_desktop.ui.record.asking_dialog import AskingDialog
from ehrenamt_desktop.ui.record.asking_panel import AskingPanel
from ehrenamt_desktop.ui.record.form_dialog import FormDialog
from ehrenamt_desktop.ui.record.pass_on_dialog import PassOnDialog
from ehrenamt_desktop.ui.reports.report_dialog import ReportDialog
from ehrenamt_desktop.ui.safety.backup_dialog import BackupDialog
from ehrenamt_desktop.ui.safety.handing_back import TakeBackDialog
from ehrenamt_desktop.ui.safety.handing_over import HandOverDialog
from ehrenamt_desktop.ui.safety.keys_first_start import StartDialog
from ehrenamt_desktop.ui.safety.keys_new_office import NewOfficeDialog
from ehrenamt_desktop.ui.safety.keys_own import OwnDialog
from ehrenamt_desktop.ui.safety.keys_passphrase import PassphraseDialog
from ehrenamt_desktop.ui.safety.keys_sheet import SheetDialog
from ehrenamt_desktop.ui.safety.keys_slots import NEW_CODE, AddSlotDialog, Found, SlotsDialog
from ehrenamt_desktop.ui.safety.keys_unlock import RecoverDialog, UnlockDialog
from ehrenamt_desktop.ui.safety.lock_dialog import LockDialog
from ehrenamt_desktop.ui.safety.pictures import COMEBACK, GIVEN, SLOTS
from ehrenamt_desktop.ui.start.reminder_dialog import ReminderDialog
from ehrenamt_desktop.ui.trash.trash_dialog import TrashDialog

Scene = tuple[str, QWidget]
Open = Callable[[MainWindow, Path], Iterator[Scene]]
SIZE = (1366, 768)
CODE = "7K4M-Q2XH-9BTD-W5RA-3NVE-8JYC-6GPF-2SLU-4ZKM"
LIST = (
    "Nachname;Vorname;Geburtsdatum;Lieblingsfarbe\n"
    "Gliem;Horst;31.2.1970;rot\n"
    "Ohnsorge;Ida;5.6.1955;grün\n"
)


def settle() -> None:
    """Let layouts come to rest and let go of what was thrown away."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for _ in range(3):
        application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.processEvents()


def tab_scenes(window: MainWindow, name: str) -> Iterator[Scene]:
    """A tab as it opens, then its other views and the dialogs it shows of itself."""
    window.show_tab(name)
    settle()
    yield name, window
    for view, widget in window.current().pictures():
        settle()
        inside = widget.window() is window
        yield f"{name}-{view}", window if inside else widget
        if not inside:
            widget.close()
    settle()


def frame_scenes(window: MainWindow, _folder: Path) -> Iterator[Scene]:
    """What stands around the tabs: notice, hits, an active filter, a wrong form, a question."""
    window.show_tab("start")
    window.current().page.due.open_postpone()
    settle()
    yield "postpone", window
    window.show_tab("people")
    tab = window.current()
    bar = window.findChild(QWidget, "notice.bar")
    bar.show_notice("success", "Die Person ist gespeichert.", [("Rückgängig", lambda: None)])
    window.bar.search.setFocus()
    window.bar.search.set_text("a")
    settle()
    yield "notice", window
    bar.clear()
    window.bar.search.set_text("")
    tab.show_list(Kind.PERSON, {"stage": ("seeking",)})
    tab.new()
    settle()
    tab.page.pane.form_part.form.editor("last_name").line.setText("")
    tab.page.pane.form_part.form.submit()
    settle()
    yield "errors", window
    tab.page.pane.guard.ask()
    settle()
    yield "guard", window
    tab.page.pane.guard.hide()
    tab.page.discard()
    settle()


def _show(dialog: QDialog) -> Iterator[Scene]:
    if not dialog.isVisible():
        dialog.open()
    settle()
    name = dialog.objectName()
    yield name, dialog
    dialog.blockSignals(True)
    dialog.hide()
    dialog.deleteLater()
    settle()


def _keys(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(KeysDialog(window.equipment.commands.commands(), window.desk, window))


def _about(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(AboutDialog(window))


def _opening(window: MainWindow, folder: Path) -> Iterator[Scene]:
    unlock = UnlockDialog(folder / "buero.ehrenamt", lambda _: None, window)
    unlock.problem.setText("Das Kennwort ist falsch. Bitte versuchen Sie es noch einmal.")
    yield from _show(unlock)
    problem = "Der zuletzt benutzte Bestand ist nicht mehr da. Liegt er auf einem anderen Gerät?"
    yield from _show(StartDialog(window.desk.files, problem, window))
    recover = RecoverDialog(folder / "buero.ehrenamt", window)
    recover.confirm()
    yield from _show(recover)
    founding = NewOfficeDialog(window.desk.files, window)
    founding.confirm()
    yield from _show(founding)
    founding = NewOfficeDialog(window.desk.files, window)
    founding.show_page(first=False)
    founding.confirm()
    for scene, dialog in _show(founding):
        yield f"{scene}.passphrase", dialog
    sheet = SheetDialog(CODE, b"", window.desk.files, lambda: None, window)
    sheet.confirm()
    yield from _show(sheet)


def _backups(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(BackupDialog(window))
    yield from _show(LockDialog(window))
    over = HandOverDialog(window)
    over.confirm()
    yield from _show(over)
    back = TakeBackDialog(window, GIVEN)
    back.tell(COMEBACK)
    yield from _show(back)


def _keys_of_the_store(window: MainWindow, _: Path) -> Iterator[Scene]:
    passphrase = PassphraseDialog(window.desk, window)
    passphrase.confirm()
    yield from _show(passphrase)
    slots = SlotsDialog(window.desk, window)
    slots.show_slots(Found(SLOTS, kept=False, can_keep=True))
    yield from _show(slots)
    added = AddSlotDialog(window.desk, window)
    added.confirm()
    yield from _show(added)
    yield from _show(
        OwnDialog(window.desk, "Neuer Wiederherstellungscode", NEW_CODE, "Neuen Code machen")
    )


def _entries(window: MainWindow, _: Path) -> Iterator[Scene]:
    desk, lists = window.desk, window.desk.office.lists
    person = lists.person(lists.people.ids(ListQuery())[0])
    yield from _show(restrict_dialog(desk, person.id, window))
    yield from _show(lift_dialog(desk, person.id, window))
    yield from _show(request_dialog(desk, person.id, window))
    yield from _show(ErasureDialog(desk, window))
    yield from _show(notice_dialog(desk, Kind.PERSON, person.id, window))
    yield from _show(privacy_dialog(desk, desk.office.privacy_papers.details(), window))
    yield from _show(consent_dialog(desk, person, window))
    terms = lists.terms(TermKind.PROOF)
    yield from _show(proof_dialog(desk, person.id, None, terms, window))
    yield from _show(talk_dialog(desk, person.id, window))
    call = CallDialog(desk, None, window)
    call.form.editor("caller").set_value(person.row.last_name)
    call.form.changed.emit()
    yield from _show(call)


def _reminder(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(ReminderDialog(window))


def _steps(window: MainWindow, _: Path) -> Iterator[Scene]:
    for name in ("START", "END", "POSTPONE", "FINISH"):
        specs = getattr(placement_specs, name)
        text = "Diese Angaben stehen danach in der Vermittlung und lassen sich dort ändern."
        yield from _show(
            FormDialog(name.title(), specs, {}, window, name=f"step.{name.lower()}", text=text)
        )


def _history(window: MainWindow, _: Path) -> Iterator[Scene]:
    for number in window.desk.office.lists.placements.ids(ListQuery())[:1]:
        yield from _show(HistoryDialog(window.desk, number, window))


def _overview(window: MainWindow, _: Path) -> Iterator[Scene]:
    window.show_tab("matching")
    window.current()._show("overview")
    for name, one in window.current().overview.pictures():
        settle()
        if isinstance(one, QDialog):
            yield f"overview-{name}", one


def _columns(window: MainWindow, _: Path) -> Iterator[Scene]:
    window.show_tab("people")
    yield from _show(ColumnDialog(window.current().page.list.table, window))
    given = ("Ansicht speichern", "Jugendliche", window.desk, lambda _: None, lambda _: None)
    yield from _show(ViewDialog(*given, window))


def _view(window: MainWindow, _: Path) -> Iterator[Scene]:
    dialog = ViewDialog(
        "Ansicht merken", "Alle", window.desk, lambda _: None, lambda _: None, window,
        taken=("alle",),
    )  # fmt: skip
    yield from _show(dialog)


def _pass_on(window: MainWindow, _: Path) -> Iterator[Scene]:
    lists = window.desk.office.lists
    query = ListQuery(filters={"state": (PlacementState.PROPOSED.value,)})
    for number in lists.placements.ids(query)[:2]:
        yield from _show(PassOnDialog([lists.placement(number).passing], window))
    running = ListQuery(filters={"state": (PlacementState.RUNNING.value,)})
    for number in lists.placements.ids(running)[:1]:
        yield from _show(HoursDialog(lists.placement(number).hours, window))


def _papers(window: MainWindow, _: Path) -> Iterator[Scene]:
    lists = window.desk.office.lists
    yield from _show(BoardDialog(lists.board_cuts(), window))
    poster = PosterDialog(SourceLookup(lists.offers, lambda row: row.title), parent=window)
    poster.confirm()
    yield from _show(poster)
    boards = BoardsDialog(window.desk, window)
    boards.look()
    yield from _show(boards)
    yield from _show(board_form(lists.places(), {}, window))
    yield from _show(BulletinDialog(lists.board_cuts(), window))
    bulletin = BulletinDialog(lists.board_cuts(), window)
    bulletin.show_problem("So kurz passt kein Angebot hinein. Bitte geben Sie mehr Platz frei.")
    yield from _show(bulletin)
    report = ReportDialog(dt.date(2026, 11, 23), lists.municipalities(), window)
    report.period_fields.problem.setText("Das Ende liegt vor dem Beginn.")
    report.period_fields.problem.show()
    yield from _show(report)


def _export(window: MainWindow, _: Path) -> Iterator[Scene]:
    window.show_tab("people")
    seen = seen_in(window.current(), window.desk.office.lists)
    dialog = ExportDialog(window.desk, seen, window)
    yield from _show(dialog)
    yield from _show(ExportDialog(window.desk, None, window))


def _import(window: MainWindow, folder: Path) -> Iterator[Scene]:
    yield from _show(ImportDialog(window.desk, window))
    path = folder / "leute.csv"
    path.write_text(LIST, encoding="utf-8")
    planned = ImportDialog(window.desk, window)
    planned.show()
    planned.plan_file(path)
    for scene, dialog in _show(planned):
        yield f"{scene}.plan", dialog


def _office(window: MainWindow, _: Path) -> Iterator[Scene]:
    dialog = OfficeDialog(window.desk, window)
    dialog.load()
    dialog.form.load({})
    dialog.confirm()
    yield from _show(dialog)


def _letterhead(window: MainWindow, _: Path) -> Iterator[Scene]:
    dialog = LetterheadDialog(window.desk, window)
    dialog.load()
    dialog.form.editor("accent").set_value("#ffff00")
    dialog.draw()
    yield from _show(dialog)


def _letter(window: MainWindow, _: Path) -> Iterator[Scene]:
    for kind, noun in ((Kind.PERSON, "people"), (Kind.INITIATIVE, "initiatives")):
        number = getattr(window.desk.office.lists, noun).ids(ListQuery())[0]
        dialog = WriteDialog(window.desk, kind, number, window)
        dialog.load()
        dialog.texts.setCurrentIndex(dialog.texts.count() - 1)
        dialog.texts.activated.emit(dialog.texts.count() - 1)
        for scene, one in _show(dialog):
            yield f"{scene}.{noun}", one


def _certificate(window: MainWindow, _: Path) -> Iterator[Scene]:
    active = ListQuery(filters={"stage": ("active",)})
    number = window.desk.office.lists.people.ids(active)[0]
    for place in range(len(CertificateKind)):
        dialog = CertificateDialog(window.desk, number, window)
        dialog.load()
        dialog.kinds.setCurrentIndex(place)
        dialog.kinds.activated.emit(place)
        for scene, one in _show(dialog):
            yield f"{scene}.{place}", one


def _card(window: MainWindow, _: Path) -> Iterator[Scene]:
    active = ListQuery(filters={"stage": ("active",)})
    dialog = CardDialog(window.desk, window.desk.office.lists.people.ids(active)[0], window)
    dialog.load()
    dialog.form.editor("where").set_value("Feuerwehr")
    dialog.follow()
    yield from _show(dialog)


def _statements(window: MainWindow, _: Path) -> Iterator[Scene]:
    dialog = StatementsDialog(window.desk, window.desk.office.lists.people.ids(ListQuery())[0],
                              window)  # fmt: skip
    dialog.load()
    dialog.rows[0].answer.set_current("agree")
    dialog.rows[0].answer.changed.emit("agree")
    yield from _show(dialog)


def _recognition(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(RecognitionDialog(window.desk, window))


def _adding(window: MainWindow, folder: Path) -> Iterator[Scene]:
    note = folder / "Hinweise für den Garten.txt"
    note.write_text("Bitte Gummistiefel mitbringen.", encoding="utf-8")
    window.show_tab("documents")
    library = window.current().library
    dialog = AddingDialog(window.desk, library._source, None, window)
    dialog.look([note, folder / "weg.pdf"])
    yield from _show(dialog)


def _sources(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(SourcesDialog(window.desk, window))


def _hand_out(window: MainWindow, _: Path) -> Iterator[Scene]:
    number = window.desk.office.lists.people.ids(ListQuery())[0]
    dialog = HandOutDialog(window.desk, Whom(Kind.PERSON, number), window)
    dialog.load()
    yield from _show(dialog)


def _recall(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(RecallDialog(window.desk, None, window))


def _rules(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(RulesDialog(window.desk, window))


def _rule(window: MainWindow, _: Path) -> Iterator[Scene]:
    row = window.desk.office.document_rules.rows()[0]
    yield from _show(RuleDialog(window.desk, row, window))


def _sheets(name: str) -> Callable[[MainWindow, Path], Iterator[Scene]]:
    def walk(window: MainWindow, _: Path) -> Iterator[Scene]:
        window.show_tab("documents")
        for _name, dialog in window.current().sheets.pictures():
            if dialog.objectName() == name:
                dialog.confirm()
                yield from _show(dialog)
            else:
                dialog.reject()

    return walk


def _letter_texts(window: MainWindow, _: Path) -> Iterator[Scene]:
    dialog = TextsDialog(window.desk, window)
    dialog.load()
    dialog.form.editor("body").set_value("{unbekannt}")
    dialog.confirm()
    yield from _show(dialog)


def _preview(window: MainWindow, folder: Path) -> Iterator[Scene]:
    path = folder / "Musterbrief.pdf"
    window.desk.office.letterheads.sample_paper(path)
    shown = PreviewWindow(path, window.desk.files, window)
    shown.show()
    shown.activateWindow()
    settle()
    yield "preview", shown
    shown.deleteLater()
    settle()


def _asking_plan(window: MainWindow, _: Path) -> Iterator[Scene]:
    dialog = AskingPlanDialog(window.desk, window)
    dialog.load()
    dialog.form.load({})
    dialog.confirm()
    yield from _show(dialog)


def _asking(window: MainWindow, _: Path) -> Iterator[Scene]:
    office = window.desk.office
    for row in office.lists.follow_ups(days=400):
        if asks(row.kind, row.placement_id):
            panel = AskingPanel(office.asking.asked(row.id), framed=False)
            panel.lines()[0].choose(FollowUpResult.ENDED)
            panel.confirm()
            yield from _show(AskingDialog(panel, window))
            return


def _trash(window: MainWindow, _: Path) -> Iterator[Scene]:
    yield from _show(TrashDialog(window.desk, window))
    full = TrashDialog(window.desk, window)
    since = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
    full.show_contents((
        TrashRow(Kind.OFFER, 7, "Kindern vorlesen", "Stadtbücherei", "Ulfen (Sontra)", since),
        TrashRow(Kind.PERSON, 12, "Gliem, Horst", "", "Nentershausen (Kernort)", since),
    ))  # fmt: skip
    yield from _show(full)


def _doubles(window: MainWindow, _: Path) -> Iterator[Scene]:
    review = ReviewDialog(window.desk, window)
    review.show_pairs(list(sample.PAIRS))
    yield from _show(review)
    places = window.desk.office.lists.places()
    merge = MergeDialog(window.desk, sample.PREVIEW, places, window)
    merge.problem.setText("Der Datensatz wurde inzwischen geändert. Bitte öffnen Sie ihn neu.")
    merge.problem.show()
    yield from _show(merge)


def _mass_edit(window: MainWindow, _: Path) -> Iterator[Scene]:
    lists = window.desk.office.lists
    for noun in FIELDS:
        shown = tuple(getattr(lists, noun).ids(ListQuery()))
        dialog = MassEditDialog(window.desk, Chosen(noun, shown[:2], shown), window)
        if dialog.box is not None:
            dialog.box.editor.set_value("paused" if noun != "offers" else "01.11.2026")
        dialog.look()
        for scene, one in _show(dialog):
            yield f"{scene}.{noun}", one


def _letters(window: MainWindow, _: Path) -> Iterator[Scene]:
    shown = tuple(window.desk.office.lists.people.ids(ListQuery()))
    for part, _title in PARTS:
        dialog = LetterDialog(window.desk, "people", shown[:2], shown, window)
        dialog.page.parts.set_current(part)
        dialog.page.parts.changed.emit(part)
        for scene, one in _show(dialog):
            yield f"{scene}.{part}", one
    for kind in ("labels", ".xlsx"):
        dialog = LetterDialog(window.desk, "people", shown[:2], shown, window)
        dialog.kinds.set_current(kind)
        dialog.follow()
        for scene, one in _show(dialog):
            yield f"{scene}.{kind}", one


def _mail(window: MainWindow, _: Path) -> Iterator[Scene]:
    shown = tuple(window.desk.office.lists.people.ids(ListQuery()))
    yield from _show(MailDialog(window.desk, "people", shown[:2], shown, window))


DIALOGS: dict[str, Open] = {
    "keys": _keys, "about": _about, "opening": _opening,
    "backups": _backups, "keys_of_the_store": _keys_of_the_store, "entries": _entries,
    "columns": _columns, "view": _view, "reminder": _reminder, "steps": _steps,
    "history": _history, "overview": _overview,
    "pass_on": _pass_on, "papers": _papers, "export": _export, "import": _import,
    "office": _office, "trash": _trash, "doubles": _doubles, "mass_edit": _mass_edit,
    "letters": _letters, "mail": _mail, "asking_plan": _asking_plan, "letterhead": _letterhead,
    "letter": _letter, "letter_texts": _letter_texts, "certificate": _certificate,
    "card": _card, "offer_sheet": _sheets("offer_sheet"), "attendance": _sheets("attendance"),
    "call_sheet": _sheets("call_sheet"), "adding": _adding, "sources": _sources,
    "hand_out": _hand_out, "recall": _recall, "rules": _rules, "rule": _rule,
    "statements": _statements, "recognition": _recognition, "preview": _preview, "asking": _asking,
    "frame": frame_scenes,
}  # fmt: skip


def dialog_classes() -> set[type[Dialog]]:
    """Every kind of dialog the program has, found by importing all of `ui`."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    found: set[type[Dialog]] = set()
    left = [Dialog]
    while left:
        for kind in left.pop().__subclasses__():
            if kind.__module__.startswith(ui.__name__) and kind not in found:
                found.add(kind)
                left.append(kind)
    return found


def tabs_scenes(window: MainWindow, _folder: Path) -> Iterator[Scene]:
    """Every tab with its views."""
    for spec in TABS:
        yield from tab_scenes(window, spec.name)


def dialogs_scenes(window: MainWindow, folder: Path) -> Iterator[Scene]:
    """Every dialog, and what stands around the tabs."""
    for opener in DIALOGS.values():
        yield from opener(window, folder)


SCENES: dict[str, Open] = {"tabs": tabs_scenes, "dialogs": dialogs_scenes}


def clear_away() -> None:
    """Let go of every window and of forms set aside: each later dressing would restyle them."""
    for one in QApplication.topLevelWidgets():
        if type(one).__module__.startswith("ehrenamt_desktop"):
            one.deleteLater()
    settle()


def make_window(desk: Desk, folder: Path) -> MainWindow:
    """The main window at the size of the smallest screen, with its first tab built."""
    from ehrenamt_desktop.device import Device
    from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar

    window = MainWindow(desk, NoticeBar(), Device(folder / "device"))
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    window.refresh_facts()
    window.equipment.complete()  # with what a new day deletes, which paints the start page anew
    settle()
    return window
