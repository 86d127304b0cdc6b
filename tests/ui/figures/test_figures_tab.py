"""Auswertung in a real window: figures to their records, costs, targets, editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.counted_store import END, START, fill
from tests.make_office import make_office

from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.figures.tab import FiguresTab
from ehrenamt_desktop.ui.reports.report_dialog import ReportDialog

YEAR = dt.date(2025, 1, 1), dt.date(2025, 12, 31)


@pytest.fixture
def office(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, frozen: Any, bus: Any
) -> Iterator[Any]:
    made = make_office(tmp_path, tmp_path_factory.getbasetemp())
    fill(made)
    made.close()
    opened = open_office(made.path, on_changed=bus.publish)
    yield opened
    opened.close()


@pytest.fixture
def tab(collaborators) -> Iterator[FiguresTab]:
    made = FiguresTab(*collaborators)
    made.resize(1366, 768)
    made.show()
    made.numbers.fields.set_period(START, END)
    made.numbers.look()
    yield made
    made.deleteLater()


def figures(browser) -> dict[str, tuple[str, str, str]]:
    table = browser.table
    rows = [table.row(number) for number in table.ids_shown()]
    return {one.line.key: (one.now.text, one.before.text, one.target_text) for one in rows}


def cases(browser) -> list[str]:
    table = browser.detail.cases
    return [table.row(number).label for number in table.ids_shown()]


def test_all_figures_of_the_period_stand_beside_last_year_and_target(tab):
    found = figures(tab.numbers.browser)
    assert found["placements"] == ("3", "0", "12")
    assert found["consult_first"] == ("4", "0", "")
    assert found["costs"] == ("300,50 €", "0,00 €", "")
    assert "nicht weitergeben" not in tab.numbers.notes.text()
    assert "Schulungen" in tab.numbers.notes.text()


def test_a_figure_tells_how_it_is_counted_and_leads_to_its_records(tab, navigator):
    opened = []
    navigator.open_requested.connect(lambda kind, number: opened.append((kind, number)))
    browser = tab.numbers.browser
    browser.select_key("consult_all")
    detail = browser.detail
    assert detail.title.text() == "Beratungen"
    assert detail.words.text().startswith("Alle geführten Beratungsgespräche")
    assert detail.counted.text() == "6 gezählte Datensätze; Enter öffnet den Datensatz"
    towns = [detail.towns.row(number) for number in detail.towns.ids_shown()]
    assert [(one.town, one.total.text) for one in towns][2] == ("Sontra", "4")
    assert (towns[-1].town, towns[-1].total.text) == ("Zusammen", "6")
    detail.cases.opened.emit(1)
    browser.select_key("placements")
    detail.cases.opened.emit(1)
    browser.select_key("founded")
    detail.cases.opened.emit(1)
    assert opened == [(Kind.PERSON, 1), (Kind.PLACEMENT, 1), (Kind.INITIATIVE, 2)]


def test_months_and_villages_are_marked_internal(tab):
    browser = tab.numbers.browser
    browser.select_key("consult_first")
    detail = browser.detail
    assert detail.internal.isHidden()
    detail.strip._choose("places")
    assert "Intern" in detail.internal.text()
    assert not detail.internal.isHidden()
    rows = [detail.finer.row(number).finer for number in detail.finer.ids_shown()]
    assert [one.label for one in rows] == ["Herleshausen", "Sontra", "Ulfen"]
    browser.select_key("placements")
    detail.strip._choose("months")
    rows = [detail.finer.row(number).finer for number in detail.finer.ids_shown()]
    assert [one.shown.amount for one in rows] == [1, 1, 0, 0, 1, 0]
    assert tab.editions.browser.detail.strip.isHidden()


def test_what_has_no_view_of_its_own_says_so(tab, notices):
    tab.numbers.browser.select_key("costs")
    tab.numbers.browser.detail.cases.opened.emit(1)
    assert "keine eigene Ansicht" in notices.texts()[-1]


def test_one_municipality_alone(tab):
    page = tab.numbers
    page.town.setCurrentIndex(3)
    page.town.activated.emit(3)
    assert page.town.currentText() == "Sontra"
    found = figures(page.browser)
    assert found["placements"] == ("3", "0", "6")
    assert found["consult_hours"] == ("–", "–", "")
    page.browser.select_key("consult_first")
    assert cases(page.browser) == ["Ida P1", "Ida P3"]


def test_a_period_the_wrong_way_round_is_said_below_the_fields(tab):
    tab.numbers.fields.set_period(END, START)
    tab.numbers.look()
    assert tab.numbers.fields.problem.text() == "Das Ende liegt vor dem Beginn."


def test_a_change_of_the_records_counts_anew(tab, office):
    office.interactions.add({"kind": "consultation", "on": dt.date(2025, 6, 3), "person_id": 6})
    QApplication.processEvents()
    assert figures(tab.numbers.browser)["consult_all"][0] == "7"


def test_costs_are_entered_changed_and_removed(tab, notices, office):
    tab.turn("costs")
    page = tab.costs
    page.fields.set_period(*YEAR)
    page.look()
    assert page.summary.text() == "Zusammen 350,50 €"
    page.add_button.click()
    dialog = page.findChild(object, "cost")
    dialog.form.editor("on").set_value(dt.date(2025, 5, 1))
    dialog.form.editor("euro").set_value("zehn")
    dialog.confirm()
    assert "120,50" in dialog.form.errors()["euro"]
    dialog.form.editor("euro").set_value("10")
    dialog.form.editor("municipality").set_value("Herleshausen")
    dialog.confirm()
    QApplication.processEvents()
    assert page.summary.text() == "Zusammen 360,50 €"
    (number,) = [one.id for one in office.money.costs(*YEAR) if one.cents == 1000]
    page.table.select_id(number)
    assert office.money.costs(*YEAR)[1].whose == "Herleshausen"
    page.change_button.click()
    again = [one for one in page.findChildren(object, "cost") if one.isVisible()][-1]
    assert again.form.editor("euro").value() == "10,00 €"
    again.form.editor("euro").set_value("20")
    again.confirm()
    QApplication.processEvents()
    assert page.summary.text() == "Zusammen 370,50 €"
    page.table.select_id(number)
    page.remove_button.click()
    QApplication.processEvents()
    assert page.summary.text() == "Zusammen 350,50 €"
    notices.actions["Rückgängig"]()
    QApplication.processEvents()
    assert page.summary.text() == "Zusammen 370,50 €"


def test_targets_are_kept_and_shares_are_per_cent(tab, office):
    tab.turn("targets")
    page = tab.targets
    page.year.setCurrentIndex(page.year.findText("2025"))
    page.year.activated.emit(0)
    form = page.form
    assert form.editor("placements").value() == 12
    form.editor("rate_cohort").set_value(60)
    form.editor("placements").set_value(None)
    page.save()
    kept = {(one.figure, one.municipality): one.value for one in office.money.targets(2025)}
    assert kept == {("rate_cohort", ""): 0.6, ("placements", "Sontra"): 6.0}
    assert not tab.is_dirty()
    page.town.setCurrentIndex(page.town.findText("Sontra"))
    page.town.activated.emit(0)
    assert form.editor("placements").value() == 6
    assert form.editor("rate_cohort").value() is None


def test_typed_targets_are_not_lost_without_asking(tab, notices, type_text):
    tab.turn("targets")
    page = tab.targets
    type_text(page.form.findChild(QLineEdit, "target.placements"), "5")
    assert tab.is_dirty()
    notices.answers = False
    page.year.setCurrentIndex(0)
    page.year.activated.emit(0)
    assert page.year.currentText() == "2026"
    assert page.form.editor("placements").value() == 5
    tab.save()
    assert not tab.is_dirty()


def test_editions_open_with_their_figures_and_records(tab, office, notices, navigator):
    opened = []
    navigator.open_requested.connect(lambda kind, number: opened.append((kind, number)))
    page = tab.editions
    tab.turn("editions")
    assert page.browser.isHidden()
    report = office.editions.freeze(PaperKind.COUNCIL_LIST, START, END, "Halbjahr")
    QApplication.processEvents()
    assert page.stamp.text() == report.stamp
    assert figures(page.browser)["contacts_people"][0] == "geschützt"
    page.browser.select_key("consult_first")
    assert cases(page.browser) == ["Ida P1", "Ida P3", "Ida P4", "Ida P5"]
    office.trash.put(Kind.PERSON, [3])
    page.browser.select_key("placements")
    page.browser.select_key("consult_first")
    assert cases(page.browser)[1] == "gelöscht"
    page.browser.detail.cases.opened.emit(2)
    assert "gelöscht" in notices.texts()[-1]
    page.browser.detail.cases.opened.emit(1)
    assert opened == [(Kind.PERSON, 1)]


def test_a_report_of_the_period_looked_at_becomes_an_edition(tab, files, tmp_path):
    files.next_path = tmp_path / "jahr.pdf"
    tab.turn("editions")
    tab.editions.report_button.click()
    dialog = tab.findChild(ReportDialog)
    assert dialog.period() == (START, END)
    dialog.choose("annual")
    dialog.confirm()
    QApplication.processEvents()
    assert files.next_path.exists()
    assert tab.editions.stamp.text().startswith("Ausgabe 1 vom 23.11.2026")


def test_a_definition_that_changed_since_is_shown(tab, office, monkeypatch):
    from ehrenamt_desktop.model.figures import BY_KEY, FIGURES

    office.editions.freeze(PaperKind.COUNCIL_LIST, START, END, "Halbjahr")
    new = BY_KEY["placements"]._replace(words="Etwas anderes.")
    listed = tuple(new if one.key == "placements" else one for one in FIGURES)
    monkeypatch.setattr("ehrenamt_desktop.services.editions.FIGURES", listed)
    tab.turn("editions")
    page = tab.editions
    assert "1 Kennzahl zählt das Programm heute anders" in page.stamp.text()
    page.browser.select_key("placements")
    assert page.browser.detail.changed.text().endswith("Etwas anderes.")


def test_a_record_elsewhere_leads_here(tab, office):
    (first, *_) = office.money.costs(*YEAR)
    tab.costs.fields.set_period(*YEAR)
    tab.open_record(Kind.COST, first.id)
    assert tab.strip.current() == "costs"
    assert tab.costs.table.selected_id() == first.id
    office.editions.freeze(PaperKind.COUNCIL_LIST, START, END, "Halbjahr")
    tab.open_record(Kind.EDITION, 1)
    assert tab.strip.current() == "editions"
