"""Förderung in a real window: programmes, who may apply, applications, a letter to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.make_office import make_office

from ehrenamt_desktop.model.enums import GrantState, Kind
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.documents.tab import DocumentsTab
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog
from ehrenamt_desktop.ui.record.form_dialog import FormDialog


@pytest.fixture
def office(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, bus: Any) -> Iterator[Any]:
    path = make_office(tmp_path, tmp_path_factory.getbasetemp()).path
    opened = open_office(path, on_changed=bus.publish)
    yield opened
    opened.close()


@pytest.fixture
def club(office):
    return office.initiatives.save(
        {"name": "Heimatverein", "type": "association", "status": "active",
         "street": "Am Markt 1", "postcode": "36205", "city": "Sontra"}
    )  # fmt: skip


@pytest.fixture
def programme(office):
    return office.grants.save(
        {"name": "Dorfgeld", "for_nonprofits": True, "closes_on": dt.date(2099, 3, 1),
         "portal": "https://beispiel.de/dorfgeld"}
    )  # fmt: skip


@pytest.fixture
def tab(collaborators, club, programme) -> Iterator[DocumentsTab]:
    made = DocumentsTab(*collaborators)
    made.resize(1366, 700)
    made.show()
    made.open_record(Kind.GRANT_PROGRAMME, programme)
    yield made
    made.deleteLater()


def dialog(page) -> FormDialog:
    return next(one for one in page.findChildren(FormDialog) if one.isVisible())


def words(table) -> list[tuple[str, ...]]:
    rows = [table.row(number) for number in table.ids_shown()]
    return [tuple(column.text(row) for column in table.columns_shown()) for row in rows]


def test_a_reminder_leads_to_its_programme(tab, programme):
    page = tab.grants
    assert tab.strip.current() == "grants"
    assert page.table.selected_id() == programme
    assert ("Heimatverein", "passt", "Eingetragener Verein") in words(page.candidates)


def test_a_programme_is_entered_and_corrected(tab, office, qtbot):
    page = tab.grants
    tab.new()
    mask = dialog(page)
    mask.form.editor("name").set_value("Bürgerfonds")
    mask.form.editor("most").set_value("viel")
    mask.confirm()
    assert "zum Beispiel 5.000" in mask.form.errors()["most"]
    mask.form.editor("most").set_value("5.000")
    mask.confirm()
    found = {one.name: one.sums for one in office.grants.programmes()}
    assert found["Bürgerfonds"] == "bis 5.000 €"
    qtbot.waitUntil(lambda: "Bürgerfonds" in [row[0] for row in words(page.table)])


def test_an_application_runs_to_its_end(tab, office, programme, qtbot):
    page = tab.grants
    page.add_button.click()
    mask = dialog(page)
    mask.form.editor("title").set_value("Backhaus")
    mask.confirm()
    assert mask.form.errors() == {}
    (row,) = office.grants.applications(programme=programme)
    assert (row.title, row.state, row.who) == ("Backhaus", GrantState.PLANNED, "Ehrenamtsagentur")
    qtbot.waitUntil(lambda: page.applications.ids_shown() == [row.id])
    page.applications.select_id(row.id)
    page.remove_button.click()
    assert office.grants.applications() == ()
    office.history.undo()
    qtbot.waitUntil(lambda: page.applications.ids_shown() == [row.id])


def test_those_that_fit_get_a_letter(tab, office, club, programme, qtbot):
    page = tab.grants
    assert page.letter_button.isEnabled()
    page.letter_button.click()
    (letter,) = tab.findChildren(LetterDialog)
    assert letter.ids() == (club,)
    letter.reject()
    office.grants.save_application(
        {"programme_id": programme, "initiative_id": club, "title": "Backhaus"}
    )
    qtbot.waitUntil(lambda: not page.letter_button.isEnabled())


def test_after_the_deadline_nobody_is_written_to(tab, office, programme, qtbot):
    values = office.grants.programme(programme)
    office.grants.save({**values, "closes_on": dt.date(2020, 1, 1)}, programme)
    qtbot.waitUntil(lambda: not tab.grants.letter_button.isEnabled())
    assert tab.grants.letter_button.toolTip() == "Die Frist ist abgelaufen."


def test_the_page_of_the_funder_opens_outside(tab, files):
    tab.grants.card.portal_wanted.emit("https://beispiel.de/dorfgeld")
    assert files.pages == ["https://beispiel.de/dorfgeld"]


def test_checked_and_removed_can_be_undone(tab, office, programme, qtbot):
    page = tab.grants
    page.card.checked_wanted.emit()
    assert next(one for one in office.grants.programmes() if one.id == programme).doubt == ""
    page.card.remove_wanted.emit()
    assert programme not in [one.id for one in office.grants.programmes()]
    office.history.undo()
    qtbot.waitUntil(lambda: programme in page.table.ids_shown())
