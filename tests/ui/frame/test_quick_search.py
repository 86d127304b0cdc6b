"""Strg+K without a mouse: records, commands, what was opened before, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.views import View
from ehrenamt_desktop.ui.frame.command_search import meant
from ehrenamt_desktop.ui.frame.elsewhere import ELSEWHERE
from ehrenamt_desktop.ui.frame.hit_lines import ALIKE, NOTHING
from ehrenamt_desktop.ui.frame.keys_dialog import KeysDialog
from ehrenamt_desktop.ui.frame.undo import NOTHING as NO_STEP
from ehrenamt_desktop.ui.frame.undo import UNSAVED
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow


@pytest.fixture
def window(collaborators, tmp_path, qtbot):
    made = MainWindow(Desk(*collaborators), NoticeBar(), Device(tmp_path / "device"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: "start" in made._tabs)
    made.equipment.complete()
    return made


@pytest.fixture
def hits(window):
    return window.equipment.hits


def press(window, qtbot, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, held)


def search(window, text):
    window.equipment.hits.call()
    window.bar.search.set_text(text)


def chosen(hits):
    return hits.currentItem().text()


def test_before_typing_stand_recent_records_and_useful_commands(window, hits, office, qtbot):
    numbers = [office.people.save({"last_name": name}) for name in ("Quaste", "Quendel")]
    for number in numbers:
        window.open_record(Kind.PERSON, number)
    press(window, qtbot, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.bar.search.hasFocus()
    shown = hits.hits()
    assert shown[0] == "Zuletzt geöffnet"
    assert shown[1].startswith("Quendel")
    assert shown[2].startswith("Quaste")
    assert "Befehle" in shown
    assert "Neue Person   Strg+Umschalt+N" in shown


def test_escape_closes_and_goes_back_to_where_it_was(window, hits, qtbot):
    window.show_tab("documents")
    qtbot.waitUntil(lambda: QApplication.focusWidget().isVisible())
    before = QApplication.focusWidget()
    assert before is not window.bar.search
    press(window, qtbot, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.bar.search.set_text("sontra")
    press(window, qtbot, Qt.Key.Key_Escape)
    assert not hits.isVisible()
    assert window.bar.search.text() == ""
    assert QApplication.focusWidget() is before


def test_arrows_pass_headings_and_go_round(window, hits, office, qtbot):
    for name in ("Quaste", "Quastel"):
        office.people.save({"last_name": name})
    search(window, "quast")
    assert hits.hits()[0] == "Personen"
    assert chosen(hits).startswith("Quaste ")
    press(window, qtbot, Qt.Key.Key_Down)
    assert chosen(hits).startswith("Quastel")
    seen = set()
    while chosen(hits) not in seen:
        seen.add(chosen(hits))
        press(window, qtbot, Qt.Key.Key_Up)
    assert not seen & {"Personen", "Befehle", "Initiativen"}


def test_a_slip_is_asked_back_quietly(window, hits, office, qtbot):
    number = office.people.save({"last_name": "Zwirnmüller", "first_name": "Ute"})
    search(window, "Zwirnmüler")
    assert hits.hits()[0] == "Meinten Sie „Zwirnmüller“?"
    assert hits.hits()[1].startswith("Zwirnmüller, Ute   Person · ")
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.current_name() == "people"
    assert window.current().page.number == number


def test_sichtschutz_blanks_names_here_too(window, hits, office):
    office.people.save({"last_name": "Zwirnmüller"})
    privacy.mask(True)
    search(window, "Zwirnmüler")
    assert hits.hits()[0] == ALIKE
    assert not [line for line in hits.hits() if "Zwirn" in line]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("aushang", "Aushang …"), ("dunkel", "Aussehen: dunkel"),
        ("Export", "Liste ausgeben …"), ("Sicherungskopie", "Sicherungen …"),
        ("neue pers", "Neue Person"), ("gremein", "Gremienvorlage …"), ("> handb", "Handbuch"),
        ("wiedervorlge", "Neue Wiedervorlage"), ("papierk", "Papierkorb …"),
    ],
)  # fmt: skip
def test_a_command_is_found_by_its_words_and_others(window, hits, typed, title):
    search(window, typed)
    commands = hits.hits()[hits.hits().index("Befehle") + 1 :]
    assert commands[0].startswith(title)


def test_a_saved_view_is_shown_by_its_name(window, hits, office, qtbot):
    view = View(filters={"stage": ("seeking",)})
    office.views.save("offers", "Für die Zeitung", view)
    search(window, "zeitung")
    assert "Ansicht: Für die Zeitung" in hits.hits()
    for _ in hits.hits():
        if chosen(hits).startswith("Ansicht"):
            break
        press(window, qtbot, Qt.Key.Key_Down)
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.current_name() == "initiatives"
    button = window.findChild(QWidget, "offers.views")
    qtbot.waitUntil(lambda: button.accessibleName().startswith("Ansicht: Für die Zeitung"))


def test_a_sign_first_asks_for_commands_only(window, hits):
    search(window, ">")
    assert hits.hits()[0] == "Befehle"
    assert len(hits.hits()) > 20
    search(window, "> gibtesnicht")
    assert hits.hits() == [NOTHING]


def test_a_command_leads_to_its_tab_and_does_it(window, qtbot):
    search(window, "neues angebot")
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.current_name() == "initiatives"
    assert window.current().strip.current() == "offers"
    search(window, "personen für ein angebot")
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.current().strip.current() == "people"


def test_commands_elsewhere_are_those_of_their_tabs(window):
    for one in ELSEWHERE:
        window.show_tab(one.tab)
        assert one.title in {
            own.title for own in window.current().commands() if own.name == one.name
        }


def test_the_shown_person_has_commands(window, office, hits):
    number = office.people.save({"last_name": "Quaste"})
    window.open_record(Kind.PERSON, number)
    search(window, "telefonat")
    assert hits.hits()[-1] == "Gespräch eintragen …"


def test_undo_stands_among_the_commands_with_its_step(window, office, hits, qtbot):
    office.people.save({"last_name": "Gliem"})
    qtbot.waitUntil(lambda: "angelegt" in window.equipment.undo.undo.text())
    search(window, "rück")
    assert hits.hits()[1] == "Rückgängig: Person angelegt   Strg+Z"


def test_the_mouse_does_the_same(window, office, hits, qtbot):
    number = office.people.save({"last_name": "Quaste"})
    search(window, "quaste")
    place = hits.visualItemRect(hits.item(1)).center()
    qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, place.y()))
    assert window.current().page.number == number


def test_a_click_into_the_box_opens_it(window, hits, qtbot):
    qtbot.mouseClick(window.bar.search, Qt.MouseButton.LeftButton)
    assert hits.isVisible()


def test_the_number_of_hits_is_said(window, hits, office):
    for name in ("Quaste", "Quastel"):
        office.people.save({"last_name": name})
    search(window, "quaste")
    assert hits.accessibleName() == "2 Treffer"


@pytest.mark.parametrize("look", [theme.Look.LIGHT, theme.Look.DARK])
def test_it_fits_into_the_window(window, hits, desk, look):
    theme.apply(desk, look, 2.0)
    search(window, "s")
    assert window.rect().contains(hits.geometry().translated(hits.parentWidget().pos()))
    theme.apply(desk, theme.Look.LIGHT)


def test_without_steps_undo_and_redo_say_so(window):
    window.equipment.undo._show((None, None))
    actions = [window.findChild(QAction, name) for name in ("main.undo", "main.redo")]
    assert [one.text() for one in actions] == list(NO_STEP)
    assert not any(one.isEnabled() for one in actions)


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_both_keys_redo(window, office, notices, qtbot, key, held):
    window.show_tab("documents")
    office.people.save({"last_name": "Gliem"})
    qtbot.waitUntil(lambda: "angelegt" in window.equipment.undo.undo.text())
    press(window, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "angelegt" in window.equipment.undo.redo.text())
    press(window, qtbot, key, held)
    qtbot.waitUntil(lambda: notices.texts()[-1:] == ["Wiederholt: Person angelegt"])


def test_in_a_dirty_form_only_typing_is_undone(window, office, notices, qtbot, type_text):
    number = office.people.save({"last_name": "Gliem"})
    window.open_record(Kind.PERSON, number)
    page = window.current().page
    page.pane.turn("form")
    qtbot.waitUntil(lambda: page.pane.form_part.form is not None)
    field = page.pane.form_part.form.findChild(QWidget, "person.last_name")
    field.setFocus()
    type_text(field, "er")
    assert page.is_dirty()
    press(window, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Gliem"
    type_text(field, "er")
    window.bar.search.setFocus()
    window.equipment.undo.undo.trigger()
    assert notices.texts()[-1] == UNSAVED
    assert office.lists.person(number).values["last_name"] == "Gliem"
    page.discard()


def test_the_list_of_keys_is_grouped_sought_and_printed(window, files, notices, tmp_path):
    window.findChild(QAction, "main.keys").trigger()
    dialog = window.findChild(KeysDialog)
    everywhere = dict(dialog.rows()[0][1])
    assert everywhere["Sichtschutz"] == "F8"
    assert everywhere["Wiederholen"] == "Strg+Y oder Strg+Umschalt+Z"
    assert [heading for heading, _ in dialog.rows("papierkorb")] == ["Listen"]
    assert dialog.rows("gibtesnicht") == []
    files.next_path = tmp_path / "tasten.pdf"
    dialog.findChild(QWidget, "keys.paper").click()
    assert files.next_path.read_bytes().startswith(b"%PDF")
    assert notices.texts() == ["Die Liste der Tasten ist fertig."]


def test_a_guessed_command_stands_behind_records(window, hits, office):
    office.people.save({"last_name": "Handbucha"})
    search(window, "handbucha")
    assert hits.hits()[0] == "Personen"
    assert "Handbuch   F1" in hits.hits()


def test_titles_come_before_other_words():
    one = Command("Sicherung …", (), print, "b", "sichern")
    two = Command("Sichtschutz", (), print, "m", "Namen")
    assert [found.name for found in meant([two, one], "sich").commands] == ["m", "b"]
    assert [found.name for found in meant([two, one], "sichern").commands] == ["b"]
    assert not meant([two, one], "sichern").plain
    assert meant([two, one], "Nammen").commands == (two,)
    assert meant([two, one], "qqqq").commands == ()
