"""Ehrenamts-Card: conditions in view, engagement elsewhere, a letter that keeps typed words."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from tests.make_office import adult, offer, place_id
from tests.printed import read

from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.ui.certificates.card_dialog import CardDialog
from ehrenamt_desktop.ui.certificates.condition_list import ConditionList
from ehrenamt_desktop.ui.kit.desk import Desk


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(collaborators, office, host):
    person = adult(office, place_id=place_id(office, "Sontra"))
    (one,) = office.placements.propose(person, [offer(office, hours_per_week=3, allowance_month=0)])
    office.placements.move(one, PlacementState.PASSED_ON)
    office.placements.move(one, PlacementState.RUNNING, dt.date(2026, 11, 23))
    made = CardDialog(Desk(*collaborators), person, host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.load()
    return made


def told(dialog):
    names = [one.accessibleName() for one in dialog.conditions.findChildren(QWidget)]
    return " ".join(one for one in names if one)


def declare(dialog):
    values = {"where": "Feuerwehr", "hours": 2.0, "since": dt.date(2015, 1, 1), "paid": False}
    for key, value in values.items():
        dialog.form.editor(key).set_value(value)
    dialog.follow()


def test_conditions_are_named_and_follow_what_is_declared(dialog):
    assert dialog.isVisible()
    assert isinstance(dialog.conditions, ConditionList)
    assert "Stunden pro Woche: nicht erfüllt. Zusammen 3 von 5" in told(dialog)
    declare(dialog)
    assert "Stunden pro Woche: erfüllt. Zusammen 5 von 5" in told(dialog)
    assert "Dauer: erfüllt" in told(dialog)
    assert "Feuerwehr" in dialog.letter().body


def test_words_changed_by_hand_stay(dialog):
    dialog.form.editor("body").set_value("Mein eigener Text.")
    declare(dialog)
    assert dialog.letter().body == "Mein eigener Text."


def test_the_address_is_asked_for_then_the_letter_is_written(dialog, files, tmp_path):
    files.next_path = tmp_path / "c.pdf"
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "Straße, PLZ und Ort" in str(dialog.form.errors())
    letter = dialog.letter()
    dialog.form.editor("to").set_value(f"{letter.to}\nSchlossplatz 1\n37269 Eschwege")
    dialog.accept_button.click()
    assert not dialog.isVisible()
    assert files.shown == [tmp_path / "c.pdf"]
    assert "Dietzel" not in files.asked[-1][1]
    assert "37269" in read(tmp_path / "c.pdf").pages[0]


def test_closing_asks_before_entries_are_lost(dialog, notices):
    dialog.form.editor("where").set_value("TSV")
    notices.answers = False
    dialog.reject()
    assert dialog.isVisible()
