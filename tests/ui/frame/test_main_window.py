"""The frame in a real window: tabs, keys, search over everything, undo, looks, closing."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.backups import BackupState
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.frame import tab_specs
from ehrenamt_desktop.ui.frame.tab_specs import TABS, TabSpec, tab_of
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.commands import german_keys
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.main_window import TITLE, MainWindow
from ehrenamt_desktop.ui.safety.backup_words import state_words


class PlainTab(Tab):
    """Remembers what the window asked of it."""

    def build(self):
        self.asked = []
        self.dirty = False

    def open_record(self, kind, number):
        self.asked.append(("open", kind, number))

    def show_list(self, kind, filters):
        self.asked.append(("list", kind, filters))

    def match_for(self, kind, number):
        self.asked.append(("match", kind, number))

    def save(self):
        self.asked.append(("save",))

    def is_dirty(self):
        return self.dirty


@pytest.fixture
def window(collaborators, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(TabSpec, "make", lambda self, desk: PlainTab(*collaborators))
    made = MainWindow(Desk(*collaborators), NoticeBar(), Device(tmp_path / "device"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: "start" in made._tabs)
    made.equipment.complete()
    return made


def trigger(window, name):
    window.findChild(QAction, name).trigger()


def test_tabs_are_built_when_they_are_shown(window):
    assert set(window._tabs) == {"start"}
    trigger(window, "main.go.people")
    assert set(window._tabs) == {"start", "people"}
    assert window.current_name() == "people"
    assert window.findChild(QWidget, "main.tab.people").isChecked()


def test_every_kind_of_record_has_its_tab():
    assert tab_of(Kind.OFFER) == "initiatives"
    assert tab_of(Kind.PLACEMENT) == "matching"
    with pytest.raises(KeyError):
        tab_of(Kind.SETTING)
    assert [spec.title for spec in TABS] == [
        "Start", "Personen", "Initiativen", "Vermittlung", "Unterlagen", "Auswertung",
    ]  # fmt: skip


def test_the_navigator_leads(window, navigator):
    navigator.open(Kind.PERSON, 7)
    navigator.show_list(Kind.OFFER, {"freshness": ("stale",)})
    navigator.match(Kind.PERSON, 7)
    navigator.show_tab("documents")
    assert window.tab("people").asked == [("open", Kind.PERSON, 7)]
    assert window.tab("initiatives").asked == [("list", Kind.OFFER, {"freshness": ("stale",)})]
    assert window.tab("matching").asked == [("match", Kind.PERSON, 7)]
    assert window.current_name() == "documents"


def test_strg_k_finds_by_words_and_opens(window, office, type_text, qtbot):
    number = office.people.save({"last_name": "Müßiggang", "first_name": "Zoë"})
    trigger(window, "main.find")
    box = window.bar.search
    qtbot.waitUntil(box.hasFocus)
    type_text(box, "muess")
    hits = window.equipment.hits
    qtbot.waitUntil(lambda: [hit[:14] for hit in hits.hits()[:2]] == ["Personen", "Müßiggang, Zoë"])
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.tab("people").asked == [("open", Kind.PERSON, number)]
    assert box.text() == ""
    assert not window.equipment.hits.isVisible()


def test_strg_k_finds_by_number(window, office, type_text, qtbot):
    box = window.bar.search
    box.setFocus()
    type_text(box, "3")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    opened = [ask for tab in window._tabs.values() for ask in tab.asked]
    assert opened[0][2] == 3


def test_hits_go_by_arrows_and_close_by_escape(window, office, qtbot):
    for name in ("Quaste", "Quendel"):
        office.people.save({"last_name": name})
    box = window.bar.search
    box.setFocus()
    box.set_text("qu")
    assert window.equipment.hits.isVisible()
    first = window.equipment.hits.currentRow()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert window.equipment.hits.currentRow() == first + 1
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not window.equipment.hits.isVisible()
    box.set_text("gibtesnichtxyz")
    assert window.equipment.hits.hits() == ["Nichts gefunden."]


def test_undo_names_its_step(window, office, notices, qtbot):
    office.people.save({"last_name": "Gliem"})
    qtbot.waitUntil(lambda: window.equipment.undo.undo.text() == "Rückgängig: Person angelegt")
    trigger(window, "main.undo")
    assert notices.texts() == ["Rückgängig gemacht: Person angelegt"]
    qtbot.waitUntil(lambda: window.equipment.undo.redo.text() == "Wiederholen: Person angelegt")
    notices.actions["Wiederholen"]()
    qtbot.waitUntil(lambda: window.equipment.undo.undo.text() == "Rückgängig: Person angelegt")


def test_the_title_names_nobody(window):
    window.show_tab("people")
    assert window.windowTitle() == TITLE


def test_strg_s_goes_to_the_tab(window):
    trigger(window, "main.save")
    assert window.tab("start").asked == [("save",)]


def test_sichtschutz_by_one_key(window):
    trigger(window, "main.mask")
    assert privacy.masked()
    trigger(window, "main.mask")
    assert not privacy.masked()


@pytest.mark.parametrize(("answer", "closed"), [(True, True), (False, False)])
def test_closing_asks_only_when_something_would_be_lost(window, notices, answer, closed):
    window.tab("start").dirty = True
    notices.answers = answer
    assert window.close() is closed
    assert len(notices.questions) == 1
    window.tab("start").dirty = False


def test_closing_a_clean_window_asks_nothing_and_keeps_its_place(window, notices):
    window.close()
    assert notices.questions == []
    assert window.device.get("window")


def test_another_look_builds_the_tabs_anew(window, desk):
    before = window.tab("start")
    window.dress(theme.Look.DARK)
    assert theme.tokens() is theme.DARK
    assert window.tab("start") is not before
    assert window.device.get("look") == "dark"
    window.dress(theme.Look.LIGHT)


def test_a_look_waits_for_what_was_typed(window, notices):
    window.tab("start").dirty = True
    window.dress(theme.Look.DARK)
    assert theme.tokens() is theme.LIGHT
    assert notices.shown[0][0] == "warning"
    window.tab("start").dirty = False


def test_the_open_store_is_said(window):
    assert "unverschlüsselt" in window.findChild(QWidget, "main.open_store").text()


def test_words_of_the_last_backup():
    with clock.frozen(dt.date(2026, 11, 23)):
        assert state_words(BackupState()) == "Noch keine Sicherung"
        made = dt.datetime(2026, 11, 23, 12, 4, tzinfo=clock.berlin())
        assert state_words(BackupState(made)) == "Gesichert und geprüft: heute, 12:04 Uhr"
        assert "gestern" in state_words(BackupState(made - dt.timedelta(days=1)))
        assert "01.11.2026" in state_words(BackupState(made.replace(day=1)))


def test_a_backup_from_the_menu(window, files, notices, tmp_path):
    (tmp_path / "kopien").mkdir()
    files.next_path = tmp_path / "kopien"
    trigger(window, "main.backup")
    assert notices.texts() == ["Die Sicherung ist angelegt und geprüft."]
    assert list((tmp_path / "kopien").iterdir())


def test_all_keys_are_listed_in_german(window):
    trigger(window, "main.keys")
    assert window.findChild(QWidget, "keys").isVisible()
    assert german_keys("Ctrl+Shift+N") == "Strg+Umschalt+N"
    keys = [key for one in window.equipment.commands.commands() for key in one.keys]
    assert len(keys) == len(set(keys))


def test_it_fits_at_doubled_text(desk, collaborators, tmp_path, qtbot, monkeypatch):
    theme.apply(desk, theme.Look.LIGHT, 2.0)
    monkeypatch.setattr(TabSpec, "make", lambda self, desk: PlainTab(*collaborators))
    made = MainWindow(Desk(*collaborators), NoticeBar(), Device(tmp_path / "device"))
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() <= 1366
    assert made.minimumSizeHint().height() <= 768
    theme.apply(desk, theme.Look.LIGHT)


def test_tabs_are_found_where_their_specs_say():
    for spec in tab_specs.TABS:
        __import__(f"ehrenamt_desktop.ui.{spec.name}.tab")


def test_the_first_key_works_before_menu_and_keys_are_made(
    collaborators, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(TabSpec, "make", lambda self, desk: PlainTab(*collaborators))
    made = MainWindow(Desk(*collaborators), NoticeBar(), Device(tmp_path / "device"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert made.findChild(QAction, "main.go.people") is None
    qtbot.keyClick(made, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert made.current_name() == "people"
    assert not made.menu.isEmpty()
