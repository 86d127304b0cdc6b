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
from ehrenamt_desktop.model.enums import Kind, PlacementState, TermKind
from ehrenamt_desktop.model.mass import FIELDS
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rows import TrashRow
from ehrenamt_desktop.ui.documents.new_papers import BoardDialog, PeriodDialog
from ehrenamt_desktop.ui.doubles import sample
from ehrenamt_desktop.ui.doubles.merge_dialog import MergeDialog
from ehrenamt_desktop.ui.doubles.review_dialog import ReviewDialog
from ehrenamt_desktop.ui.frame.about import AboutDialog
from ehrenamt_desktop.ui.frame.keys_dialog import KeysDialog
from ehrenamt_desktop.ui.frame.opening import CodeDialog, StartDialog, UnlockDialog
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.intake.call_dialog import CallDialog
from ehrenamt_desktop.ui.kit.column_dialog import ColumnDialog
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.lists.export_dialog import ExportDialog
from ehrenamt_desktop.ui.lists.import_dialog import ImportDialog
from ehrenamt_desktop.ui.lists.letter_dialog import PARTS, LetterDialog
from ehrenamt_desktop.ui.lists.mass_edit_dialog import Chosen, MassEditDialog
from ehrenamt_desktop.ui.lists.seen_list import seen_in
from ehrenamt_desktop.ui.lists.view_dialog import ViewDialog
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.matching import placement_specs
from ehrenamt_desktop.ui.matching.form_dialog import FormDialog
from ehrenamt_desktop.ui.matching.history_dialog import HistoryDialog
from ehrenamt_desktop.ui.matching.pass_on_dialog import PassOnDialog
from ehrenamt_desktop.ui.office.details_dialog import OfficeDialog
from ehrenamt_desktop.ui.people.entries import consent_dialog, proof_dialog, talk_dialog
from ehrenamt_desktop.ui.start.reminder_dialog import ReminderDialog
from ehrenamt_desktop.ui.trash.trash_dialog import TrashDialog

Scene = tuple[str, QWidget]
Open = Callable[[MainWindow, Path], Iterator[Scene]]
SIZE = (1366, 768)
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
    yield from _show(StartDialog(window.desk.files, lambda *_: None, problem, window))
    yield from _show(CodeDialog("ABCDE-FGHJK-MNPQR-STUVW-XYZ23-45678", window))


def _entries(window: MainWindow, _: Path) -> Iterator[Scene]:
    desk, lists = window.desk, window.desk.office.lists
    person = lists.person(lists.people.ids(ListQuery())[0])
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
        yield from _show(PassOnDialog(lists.placement(number), window))


def _papers(window: MainWindow, _: Path) -> Iterator[Scene]:
    lists = window.desk.office.lists
    yield from _show(BoardDialog(lists.board_places(), window))
    period = PeriodDialog(dt.date(2026, 11, 23), lists.municipalities(), window)
    period.problem.setText("Das Ende liegt vor dem Beginn.")
    period.problem.show()
    yield from _show(period)


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
        dialog = LetterDialog(window.desk, shown[:2], shown, window)
        dialog.parts.set_current(part)
        dialog.parts.changed.emit(part)
        for scene, one in _show(dialog):
            yield f"{scene}.{part}", one


DIALOGS: dict[str, Open] = {
    "keys": _keys, "about": _about, "opening": _opening, "entries": _entries,
    "columns": _columns, "view": _view, "reminder": _reminder, "steps": _steps,
    "history": _history,
    "pass_on": _pass_on, "papers": _papers, "export": _export, "import": _import,
    "office": _office, "trash": _trash, "doubles": _doubles, "mass_edit": _mass_edit,
    "letters": _letters,
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
    settle()
    return window
