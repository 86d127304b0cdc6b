"""Lücken in a real window: look for them, go to the records, found an initiative, print."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.model.enums import InitiativeStatus, Kind, TermKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.record_model import RecordModel

WEDNESDAY, MONDAY = time_grid.bit(2, 0), time_grid.bit(0, 0)


@pytest.fixture
def crowd(office, town):
    """Three who wish for sport and have no time on Wednesdays; an offer on Wednesdays only."""
    sport = term_id(office, TermKind.AREA, "SPORT")
    wish = [{"term_id": sport, "relation": "wish"}]
    people = [
        adult(office, first_name=name, last_name="Gliem", place_id=place_id(office, "Ulfen"),
              time_grid=MONDAY, terms=wish)
        for name in ("Horst", "Ida", "Karl")
    ]  # fmt: skip
    office.people.save({
        "last_name": "Offen", "birth_year": 1960, "place_id": place_id(office, "Ulfen"),
        "time_grid": MONDAY, "terms": wish,
    })  # fmt: skip
    return people


@pytest.fixture
def page(tab, crowd):
    tab.strip._choose("overview")
    tab.overview.show_page("gaps")
    return tab.overview.page("gaps")


def test_it_begins_with_a_sentence_and_one_button(page):
    assert page.found is None
    page.focus_search()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    assert page.summary.text() == "5 Personen suchen etwas, 4 Angebote haben einen freien Platz."
    assert page.parts["offers"].table.hasFocus()
    assert page.hint.isHidden()


def test_the_parts_say_how_many_and_rows_lead_to_the_records(page, office, navigator, town):
    lonely = offer(office, title="Mittwochs", time_grid=WEDNESDAY, max_age=30)
    for other in [*town.offers, town.near]:
        office.offers.pause(other)
    page.calculate()
    titles = [page.strip._buttons[key].text() for key in ("offers", "people", "wishes", "proofs")]
    assert titles == [
        "Angebote ohne Personen 1", "Personen ohne Angebot 5", "Offene Wünsche 1",
        "Fehlende Nachweise 0",
    ]  # fmt: skip
    opened, matched = [], []
    navigator.open_requested.connect(lambda *one: opened.append(one))
    navigator.match_requested.connect(lambda *one: matched.append(one))
    part = page.parts["offers"]
    part.table.select_first()
    assert (
        part.chosen().why == "Alter: 5 von 5 Personen sind nicht im gesuchten Alter (bis 30 Jahre)"
    )
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert opened == [(Kind.OFFER, lonely)]
    page.show_part("people")
    table = page.parts["people"].table
    table.select_first()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert matched == [(Kind.PERSON, table.selected_id())]


def test_a_wish_becomes_an_initiative_and_goes_back(page, office, crowd, notices, navigator):
    page.calculate()
    page.show_part("wishes")
    wishes = page.wishes
    wishes.table.select_first()
    assert wishes.people.title.text() == "Wer sich das wünscht (4)"
    wishes.found.click()
    (number,) = office.lists.initiatives.ids(_founding())
    found = office.lists.initiative(number)
    assert found.row.status is InitiativeStatus.FOUNDING
    assert [one.person_id for one in found.interests] == crowd
    assert notices.texts()[-1] == (
        "„Sport und Bewegung in Sontra (Idee)“ ist in Gründung. 3 Personen sind als interessiert "
        "vermerkt. 1 Person nicht: Die Rechtsgrundlage ist noch offen."
    )
    assert wishes.found.text() == "Initiative zeigen"
    opened = []
    navigator.open_requested.connect(lambda *one: opened.append(one))
    wishes.found.click()
    notices.actions["Zeigen"]()
    assert opened == [(Kind.INITIATIVE, number)] * 2
    notices.actions["Rückgängig"]()
    assert office.lists.initiatives.ids(_founding()) == []
    assert page.found.wishes[0].initiative_id is None


def test_proofs_name_whom_they_keep_from_what(page, navigator, town):
    page.calculate()
    page.show_part("proofs")
    part = page.parts["proofs"]
    part.table.select_first()
    row = part.chosen()
    assert (row.proof, len(row.people), row.unasked, row.pairs) == ("Führerschein B", 5, 4, 5)
    opened = []
    navigator.open_requested.connect(lambda *one: opened.append(one))
    part.offers.table.select_first()
    QTest.keyClick(part.offers.table, Qt.Key.Key_Return)
    assert opened == [(Kind.OFFER, town.near)]


def test_changes_elsewhere_make_it_stale(page, office, qtbot):
    page.calculate()
    adult(office, last_name="Neu")
    qtbot.waitUntil(lambda: not page.hint.isHidden())
    assert page.hint.text() == "Seit der Berechnung hat sich etwas geändert."
    page.again.click()
    assert page.hint.isHidden()
    assert page.summary.text().startswith("6 Personen")


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_the_report_is_written(page, files, notices, tmp_path, suffix):
    page.calculate()
    files.next_path = tmp_path / f"l{suffix}"
    (page.pdf if suffix == ".pdf" else page.book).click()
    assert files.next_path.stat().st_size > 1000
    assert notices.shown[-1][1] == "Der Lückenbericht ist fertig."
    assert files.asked[-1] == ("Lückenbericht speichern", "Lückenbericht 2026-11-23")
    files.next_path = None
    page.pdf.click()
    assert len(notices.shown) == 1


def test_names_vanish_under_privacy(page):
    page.calculate()
    page.wishes.table.select_first()
    model = page.wishes.people.table.model()
    assert isinstance(model, RecordModel)
    assert "Gliem" in model.data(model.index(0, 0))
    privacy.mask(True)
    assert "Gliem" not in model.data(model.index(0, 0))


def _founding():
    return ListQuery(filters={"status": ("founding",)})
