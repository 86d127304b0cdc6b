"""Somebody leaves the desk in the middle of a word, and comes back to it."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.errors import DomainError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.model.enums import Kind, Role
from ehrenamt_desktop.services import locking
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.ui.kit import boxes
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.kit.notices import DeskNotices
from ehrenamt_desktop.ui.kit.tasks import BackgroundTasks, Lane
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.safety import lock, lock_idle
from ehrenamt_desktop.ui.safety.keys_unlock import RecoverDialog

OWN = "Kirsche Amboss leise Dachrinne"
STAND_IN = "Zaunkönig-Weltraum-Gurke-Tuba"
READER = "Quitte Hammer wolkig Fagott"


@pytest.fixture
def sealed(tmp_path, monkeypatch, bus, frozen):
    """An encrypted office with one person and three passphrases."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    path = tmp_path / "buero.ehrenamt"
    create_office(path, passphrase=OWN)
    office = open_office(path, passphrase=OWN, on_changed=bus.publish)
    office.people.save({"last_name": "Dietzel", "first_name": "Marion", "phone": "05653 1"})
    office.keys.add(OWN, "Bürgerbüro", Role.STAND_IN, STAND_IN)
    office.keys.add(OWN, "Prüfung", Role.READER, READER)
    yield office
    office.close()


@pytest.fixture
def window(sealed, bus, desk, files, navigator, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(lock_idle, "system_minutes", lambda: None)
    monkeypatch.setattr(boxes, "ask", lambda *_: True)
    bar = NoticeBar()
    notices = DeskNotices(bar)
    tasks = BackgroundTasks(notices.error)
    device = Device(tmp_path / "device")
    made = MainWindow(Desk(sealed, tasks, bus, notices, files, navigator), bar, device)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "start" in made._tabs)
    made.equipment.complete()
    assert tasks.drain()
    yield made
    assert tasks.drain()


@pytest.fixture
def typing(window, qtbot):
    """The form of a person with a half-typed word."""
    window.open_record(Kind.PERSON, 1)
    assert window.desk.tasks.drain()
    tab = window.tab("people")
    tab.pane.turn("form")
    line = tab.pane.form_part.form.editor("hobbies").line
    line.setFocus()
    QTest.keyClicks(line, "Kegeln und Le")
    return line


def leave(window):
    window.findChild(object, "main.lock").trigger()
    return window.equipment.lock


def come_back(locked, passphrase, qtbot):
    qtbot.waitUntil(locked.cover.unlock_button.isEnabled)
    locked.cover.unlock_button.click()
    locked.dialog.passphrase.setText(passphrase)
    locked.dialog.confirm()


def test_locking_hides_closes_and_forgets_and_unlocking_leads_back(window, typing, qtbot):
    store = window.desk.office.store
    locked = leave(window)
    assert locked.cover.isVisible()
    assert not window.centralWidget().isVisible()
    qtbot.waitUntil(lambda: store.closed)
    assert store.key is None
    assert store._engine is None
    assert store._readers == {}
    with pytest.raises(StoreUnavailable):
        window.desk.office.lists.person(1)
    locked.cover.unlock_button.click()
    locked.dialog.passphrase.setText("daneben geraten")
    locked.dialog.confirm()
    assert "Kennwort stimmt nicht" in locked.dialog.problem.text()
    assert store.closed
    locked.dialog.reject()
    come_back(locked, OWN, qtbot)
    assert not locked.cover.isVisible()
    assert window.centralWidget().isVisible()
    tab = window.tab("people")
    assert window.current() is tab
    assert tab.is_dirty()
    assert typing.text() == "Kegeln und Le"
    tab.save()
    assert window.desk.tasks.drain()
    assert window.desk.office.lists.person(1).values["hobbies"] == "Kegeln und Le"


def test_nothing_in_the_program_holds_the_key_of_a_locked_store(window, typing, qtbot):
    office = window.desk.office
    office.people.save({"last_name": "Gliem", "first_name": "Horst"})
    sought = office.store.key.hex()
    assert sum(1 for _ in holders(sought)) > 0
    locked = leave(window)
    qtbot.waitUntil(lambda: office.store.closed)
    assert [type(one) for one in holders(sought)] == []
    come_back(locked, OWN, qtbot)


def test_what_is_typed_survives_a_locked_program_that_is_ended(window, typing, qtbot):
    office, path = window.desk.office, window.desk.office.path
    leave(window)
    qtbot.waitUntil(lambda: office.store.closed)
    assert window.close()
    again = open_office(path, passphrase=OWN)
    (kept,) = again.lists.unsaved()
    assert kept.number == 1
    assert kept.changes["hobbies"] == "Kegeln und Le"
    again.close()


def test_dialogs_vanish_and_come_back_and_questions_are_answered_with_no(window, qtbot):
    window.findChild(object, "main.passphrase").trigger()
    qtbot.waitUntil(lambda: window.findChild(object, "passphrase") is not None)
    dialog = window.findChild(object, "passphrase")
    dialog.old.setText("halb getippt")
    asked = QMessageBox(window)
    asked.show()
    locked = leave(window)
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [window]
    assert asked.result() == QMessageBox.DialogCode.Rejected
    come_back(locked, OWN, qtbot)
    assert dialog.isVisible()
    assert dialog.isModal()
    assert dialog.old.text() == "halb getippt"
    dialog.reject()


def test_answers_wait_until_it_is_unlocked(window, qtbot):
    got = []
    office, tasks = window.desk.office, window.desk.tasks
    tasks.run(Lane.READ, lambda: office.lists.person(1).values["last_name"], got.append)
    locked = leave(window)
    tasks.run(Lane.READ, lambda: office.lists.person(1).values["first_name"], got.append)
    qtbot.waitUntil(lambda: office.store.closed)
    assert got == []
    come_back(locked, OWN, qtbot)
    assert tasks.drain()
    assert got == ["Dietzel", "Marion"]


def test_what_somebody_else_did_meanwhile_is_shown(window, qtbot):
    window.show_tab("people")
    assert window.desk.tasks.drain()
    locked = leave(window)
    qtbot.waitUntil(locked.cover.unlock_button.isEnabled)
    other = open_office(window.desk.office.path, passphrase=OWN)
    other.people.save({"last_name": "Gliem", "first_name": "Horst"})
    other.close()
    come_back(locked, OWN, qtbot)
    table = window.current().page.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    assert "an anderer Stelle" in window.findChild(object, "notice.text").text()


def test_no_key_of_the_menu_works_while_locked(window, qtbot):
    locked = leave(window)
    qtbot.waitUntil(locked.cover.unlock_button.isEnabled)
    before = window.current_name()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.current_name() == before
    assert not window.centralWidget().isVisible()
    window.resize(900, 600)
    assert locked.cover.size() == window.size()
    QTest.keyClick(locked.cover.unlock_button, Qt.Key.Key_Return)
    assert locked.dialog.isVisible()
    locked.dialog.reject()
    come_back(locked, OWN, qtbot)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.current_name() == "people"


def test_whoever_may_write_unlocks_and_who_only_reads_does_not(sealed):
    locking.lock(sealed)
    with pytest.raises(DomainError, match="nur gelesen"):
        locking.unlock(sealed, READER)
    with pytest.raises(WrongPassphrase):
        locking.unlock(sealed, "")
    locking.unlock(sealed, STAND_IN)
    assert [one.user for one in sealed.keys.all() if one.own] == ["Bürgerbüro"]
    before = sealed.store.generation
    sealed.people.save({"last_name": "Gliem", "first_name": "Horst"})
    assert sealed.store.generation > before


def test_a_reader_locks_and_unlocks_her_own_window(sealed):
    office = open_office(sealed.path, passphrase=READER)
    locking.lock(office)
    locking.unlock(office, READER)
    assert office.read_only
    office.close()


def test_a_forgotten_passphrase_unlocks_by_the_code(window, qtbot):
    code = window.desk.office.keys.new_code(OWN)
    locked = leave(window)
    qtbot.waitUntil(locked.cover.unlock_button.isEnabled)
    locked.cover.unlock_button.click()
    locked.dialog.forgotten.click()
    recover = locked.dialog.findChild(RecoverDialog)
    recover.code.setText(code)
    for line in (recover.new.first, recover.new.again):
        line.setText("Ziegel-Quark-Ampel-Fjord")
    recover.confirm()
    assert not locked.locked
    assert window.desk.office.lists.person(1).values["last_name"] == "Dietzel"


def test_a_store_that_vanished_meanwhile_stays_locked_and_says_why(sealed):
    locking.lock(sealed)
    away = sealed.path.rename(sealed.path.with_name("weg.ehrenamt"))
    with pytest.raises(StoreUnavailable):
        locking.unlock(sealed, OWN)
    assert sealed.store.closed
    assert sealed.store.key is None
    away.rename(sealed.path)
    locking.unlock(sealed, OWN)
    assert sealed.lists.person(1).values["last_name"] == "Dietzel"


def holders(sought):
    """Objects that hold bytes or text with this key; text is what SQLCipher is given."""
    for one in gc.get_objects():
        for held in gc.get_referents(one):
            if isinstance(held, bytes | bytearray) and len(held) == 32 and held.hex() == sought:
                yield one
            if isinstance(held, str) and sought in held and held is not sought:
                yield one


class Clipboard:
    """Two clipboards, as X11 has them; the platform of the tests cannot say whose they are."""

    def __init__(self, *own):
        self.own = own
        self.full = [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection]

    def ownsClipboard(self):
        return QClipboard.Mode.Clipboard in self.own

    def supportsSelection(self):
        return True

    def ownsSelection(self):
        return QClipboard.Mode.Selection in self.own

    def clear(self, mode):
        self.full.remove(mode)


def test_a_store_that_cannot_be_read_is_closed_all_the_same(window, qtbot, monkeypatch):
    def gone(_):
        raise StoreUnavailable("Der Datenträger ist weg.")

    with monkeypatch.context() as patch:
        patch.setattr(locking, "mark_of", gone)
        locked = leave(window)
        qtbot.waitUntil(locked.cover.unlock_button.isEnabled)
        assert window.desk.office.store.key is None
    come_back(locked, OWN, qtbot)


@pytest.mark.parametrize("own", [(), (QClipboard.Mode.Clipboard,), tuple(Clipboard().full)])
def test_locking_empties_what_the_program_put_into_the_clipboard(window, own, monkeypatch):
    clipboard = Clipboard(*own)
    monkeypatch.setattr(lock.QApplication, "clipboard", lambda: clipboard)
    leave(window)
    assert not set(clipboard.full) & set(own)
    assert len(clipboard.full) == 2 - len(own)


def test_the_system_and_the_own_clock_lock(window, qtbot, monkeypatch):
    desk_lock = window.equipment.lock
    desk_lock._system.active_changed(False)
    assert not desk_lock.locked
    desk_lock._system.active_changed(True)
    assert desk_lock.locked
    come_back(desk_lock, OWN, qtbot)
    moment = [lock_idle.now()]
    monkeypatch.setattr(lock_idle, "now", lambda: moment[0])
    idle = desk_lock.idle
    idle.choose(5)
    moment[0] += 299
    idle.look()
    assert not desk_lock.locked
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(5, 5), QPointF(QPoint(5, 5)), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    idle.eventFilter(window, event)
    moment[0] += 299
    idle.look()
    assert not desk_lock.locked
    idle.eventFilter(
        window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    )
    moment[0] += 300
    idle.system = 10
    idle.look()
    assert not desk_lock.locked  # the computer does it itself
    idle.system = 15
    idle.look()
    assert desk_lock.locked
    come_back(desk_lock, OWN, qtbot)
    idle.look()
    assert not desk_lock.locked


def test_an_open_office_says_why_it_is_not_locked(office, bus, files, navigator, notices, tasks,
                                                  tmp_path, qtbot):  # fmt: skip
    made = MainWindow(
        Desk(office, tasks, bus, notices, files, navigator), NoticeBar(), Device(tmp_path / "d")
    )
    qtbot.addWidget(made)
    lock.lock_now(made)
    assert "hat kein Kennwort" in notices.errors[0].sentence
    made.equipment.lock.lock()
    assert not made.equipment.locked


def test_a_key_or_the_mouse_in_the_window_counts_as_somebody(window, qtbot):
    idle = window.equipment.lock.idle
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    for stir in (
        lambda: QTest.keyClick(window.windowHandle(), "x"),
        lambda: QTest.keyClick(
            window.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier
        ),
        lambda: QTest.mouseMove(window.windowHandle(), QPoint(40, 40)),
    ):
        idle._last = 0.0
        stir()
        qtbot.waitUntil(lambda: idle._last > 0.0)
