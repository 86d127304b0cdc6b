"""Lines complete themselves from what the office wrote before; nothing is taken unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter
from tests.make_office import make_office

from ehrenamt_desktop.ui.intake.own_words import OwnWords
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.people.person_form import profile_form


@pytest.fixture
def office(tmp_path, tmp_path_factory, frozen):
    opened = make_office(tmp_path, tmp_path_factory.getbasetemp())
    for street, profession in (
        ("Große Gasse 5", "Tischlerin"), ("Große Gasse 7 a", "Bäcker"), ("Am Großen Anger 2", ""),
        ("Hauptstr. 12-14", "Tischlerin"),
    ):  # fmt: skip
        opened.people.save({"last_name": "X", "street": street, "profession": profession})
    yield opened
    opened.close()


@pytest.fixture
def words(office, tasks, bus, notices, files, navigator, qapp):
    return OwnWords(Desk(office, tasks, bus, notices, files, navigator), qapp)


@pytest.fixture
def form(office, words, qtbot):
    made = profile_form(Vocabulary(office.lists.places(), office.lists.terms()))
    qtbot.addWidget(made)
    words.watch(made)
    made.load({})
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def test_streets_are_offered_once_without_their_numbers(words):
    assert words.answers("street", "gro") == ["Große Gasse", "Am Großen Anger"]
    assert words.answers("street", "grosse g") == ["Große Gasse"]
    assert words.answers("street", "haupt") == ["Hauptstr."]
    assert words.answers("street", "") == []
    assert words.answers("street", "xyz") == []
    assert words.answers("profession", "t") == ["Tischlerin"]


def test_what_is_whole_is_not_offered_and_new_words_are_learnt(words):
    assert words.answers("profession", "Tischlerin") == []
    words.learn("profession", "Tierärztin")
    assert words.answers("profession", "tier") == ["Tierärztin"]


def test_down_and_enter_take_what_is_offered(form):
    line = form.editor("street").line
    line.setFocus()
    QTest.keyClicks(line, "gro")
    (completer,) = form.editor("street").findChildren(QCompleter)
    shown = completer.popup()
    assert shown.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert line.text() == "Große Gasse"
    assert form.is_dirty()


def test_going_on_takes_nothing(form):
    line = form.editor("street").line
    line.setFocus()
    QTest.keyClicks(line, "gro")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "gro"


def test_only_harmless_fields_complete(office):
    with pytest.raises(KeyError):
        office.lists.own_words("last_name")
