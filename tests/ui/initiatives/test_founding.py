"""An initiative in founding, in the real tab over a real store."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton

from ehrenamt_desktop.model.enums import InitiativeStatus, Kind
from ehrenamt_desktop.ui.initiatives.tab import InitiativesTab

DAY = dt.date(2026, 11, 23)


@pytest.fixture
def tab(collaborators):
    made = InitiativesTab(*collaborators)
    made.resize(1300, 900)
    made.show()
    yield made
    made.close()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(tab, name: str) -> None:
    settle()
    found = [one for one in tab.findChildren(QPushButton, name) if one.isVisibleTo(tab)]
    assert len(found) == 1, name
    found[0].click()
    settle()


def line(tab, name: str) -> QLineEdit:
    found = tab.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def words(tab) -> list[str]:
    return [one.text() for one in tab.findChildren(QLabel) if one.isVisibleTo(tab)]


def ticks(tab) -> dict[str, QCheckBox]:
    view = tab.initiatives.initiative.founding
    return {one.text(): one for one in view.findChildren(QCheckBox) if one.isVisibleTo(view)}


def begin(tab, office) -> int:
    number = office.initiatives.save({"name": "Dorfcafé Breitau", "status": "founding"})
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    settle()
    return number


def test_a_founding_grows_from_idea_to_active(tab, office, notices, type_text):
    person = office.people.save({"last_name": "Müßig", "first_name": "Ida"})
    number = begin(tab, office)
    assert "In Gründung: 0 von 7 erledigt" in words(tab)
    ticks(tab)["Raum"].click()
    settle()
    assert "In Gründung: 1 von 7 erledigt" in words(tab)
    assert ticks(tab)["Raum"].isChecked()
    press(tab, "initiative.founding.2.edit")
    type_text(line(tab, "founding_step.note"), "Altes Lehrerzimmer")
    press(tab, "founding_step.dialog.accept")
    assert "23.11.2026 · Altes Lehrerzimmer" in words(tab)
    own = line(tab, "initiative.founding.own")
    type_text(own, "Kaffeemaschine besorgen")
    QTest.keyClick(own, Qt.Key.Key_Return)
    settle()
    assert "In Gründung: 1 von 8 erledigt" in words(tab)
    press(tab, "initiative.interests.add")
    field = line(tab, "interest.person_id")
    field.setFocus()
    type_text(field, "Müßig")
    QTest.keyClick(field, Qt.Key.Key_Return)
    type_text(line(tab, "interest.note"), "backt gern")
    press(tab, "interest.dialog.accept")
    assert "Ida Müßig" in words(tab)
    (row,) = office.lists.person(person).interests
    assert row.note == "backt gern"
    press(tab, "initiative.founding.next")
    type_text(line(tab, "next_step.title"), "Schlüssel bei der Gemeinde holen")
    press(tab, "next_step.dialog.accept")
    (due,) = office.lists.initiative(number).follow_ups
    assert (due.title, due.due_on) == ("Schlüssel bei der Gemeinde holen", dt.date(2026, 12, 7))
    press(tab, "initiative.founding.start")
    found = office.lists.initiative(number)
    assert found.row.status is InitiativeStatus.ACTIVE
    assert ticks(tab) == {}
    assert "23.11.2026 · Raum · Altes Lehrerzimmer" in words(tab)
    assert "Ida Müßig" in words(tab)
    assert "Die Initiative ist gegründet und jetzt aktiv." in notices.texts()


def test_an_own_point_and_an_interest_are_taken_back(tab, office):
    number = begin(tab, office)
    person = office.people.save({"last_name": "Gliem"})
    office.founding.tick(number, "Stühle leihen", DAY)
    interest = office.founding.add_interest(number, {"person_id": person})
    settle()
    press(tab, "initiative.founding.7.remove")
    press(tab, f"interest.{interest}.remove")
    found = office.lists.initiative(number)
    assert len(found.founding) == 7
    assert found.interests == ()


def test_an_active_initiative_shows_no_founding(tab, office):
    number = office.initiatives.save({"name": "Heimatverein"})
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    settle()
    assert not tab.initiatives.initiative.founding.isVisibleTo(tab)


def test_a_founding_is_begun_from_the_search_over_everything(tab, office, type_text):
    command = next(one for one in tab.commands() if one.title == "Neue Gründung")
    command.run()
    type_text(line(tab, "initiative.name"), "Lesecafé")
    tab.save()
    settle()
    number = tab.initiatives.number
    assert office.lists.initiative(number).row.status is InitiativeStatus.FOUNDING


def test_the_bodys_papers_stand_in_the_overview(tab, office):
    number = office.initiatives.save(
        {
            "name": "Heimatverein", "legal_form": "e. V.", "nonprofit": True,
            "exemption_until": dt.date(2027, 12, 31), "accident_insurer": "VBG",
            "liability_cover": "SV", "protection_agreed_on": dt.date(2025, 5, 1),
            "cooperation_since": dt.date(2024, 2, 1),
        }
    )  # fmt: skip
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    settle()
    shown = set(words(tab))
    assert {
        "ja, Freistellungsbescheid gültig bis 31.12.2027", "Unfall: VBG · Haftpflicht: SV",
        "vom 01.05.2025", "seit 01.02.2024", f"Nr. {number} · e. V.",
    } <= shown  # fmt: skip
