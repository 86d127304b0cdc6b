"""Behind „Erweitert“, by keyboard: weights tried out and kept, versions, the comparison."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import Criterion, Side
from ehrenamt_desktop.model.weighing import Balance, Weighing
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.kept_layouts import keep_in
from ehrenamt_desktop.ui.matching.expert_compare import CELL, ROW
from ehrenamt_desktop.ui.matching.expert_mode import ExpertMode

SPACE, DOWN, UP = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(tab):
    tab.offers.detail.numbers.toggle.click()
    return tab.offers


@pytest.fixture
def weights(page):
    page.detail.numbers.weights.click()
    return page.expert.weights


def names(view):
    return [view.item(row).text() for row in range(view.count())]


def titles(page):
    return [line.text for line in page.list.lines() if line.match]


def tick(page, amount, first=0):
    page.list.setCurrentIndex(page.list.model().index(first, 0))
    for _ in range(amount):
        QTest.keyClick(page.list, SPACE)
        QTest.keyClick(page.list, DOWN)


def test_the_first_view_is_simple(tab):
    numbers = tab.offers.detail.numbers
    assert numbers.toggle.isVisible()
    assert not any(one.isVisible() for one in (numbers.weights, numbers.compare))
    assert all(line.match.stable is None for line in tab.offers.list.lines() if line.match)


def test_opening_says_what_is_open_and_how_firm_the_order_is(page):
    match = page.list.line().match
    shown = page.detail.numbers.findChildren(object)
    texts = {one.text() for one in shown if hasattr(one, "text")}
    for words in (match.range_sentence, match.coverage_sentence, match.stable_sentence):
        assert words
        assert words in texts


def test_each_row_says_how_firm_its_place_is(page):
    for at, line in enumerate(page.list.lines()):
        if line.match:
            words = "Reihenfolge sicher" if line.match.stable else "Reihenfolge knapp"
            assert line.reason[-1].text == words
            spoken = page.list.model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
            assert words in spoken
    page.detail.numbers.toggle.click()
    assert all("Reihenfolge" not in part.text for part in page.list.lines()[0].reason)


def test_both_ways_and_the_next_start_open_alike(tab, tmp_path, bus):
    keeper = Device(tmp_path)
    keep_in(keeper)
    try:
        tab.offers.detail.numbers.toggle.click()
        tab.match_for(Kind.OFFER, tab.offers.list.line().number)
        assert tab.people.detail.numbers.toggle.isChecked()
        assert tab.people.list.line().match.stable is not None
        assert ExpertMode(bus).is_open
        tab.people.detail.numbers.toggle.click()
        assert not tab.offers.detail.numbers.toggle.isChecked()
        assert not ExpertMode(bus).is_open
    finally:
        keep_in(None)


def test_a_near_miss_has_no_numbers_to_look_behind(page):
    fold = next(at for at, line in enumerate(page.list.lines()) if "fast" in line.text)
    page.list.setCurrentIndex(page.list.model().index(fold, 0))
    QTest.keyClick(page.list, SPACE)
    QTest.keyClick(page.list, DOWN)
    numbers = page.detail.numbers
    assert not any(one.isVisible() for one in numbers.tools)


def test_alt_and_arrows_order_and_the_list_follows_at_once(weights, page, office):
    mine = weights.lists[Side.PERSON]
    assert mine.hasFocus()
    assert names(mine)[:3] == ["Bereich", "Tätigkeit", "Zielgruppe"]
    for _ in range(5):
        QTest.keyClick(mine, DOWN)
    assert mine.currentItem().text() == "Wie oft"
    for _ in range(5):
        QTest.keyClick(mine, UP, ALT)
    assert names(mine)[0] == mine.currentItem().text() == "Wie oft"
    assert office.weights.current().number == 0
    heaviest = max(page.list.line().match.criteria[:7], key=lambda one: one.weight)
    assert heaviest.name is Criterion.RHYTHM
    QTest.keyClick(mine, UP, ALT)
    assert names(mine)[0] == "Wie oft"


def test_taking_over_is_a_version_that_can_be_undone(weights, page, office, notices):
    mine = weights.lists[Side.PERSON]
    assert not weights.keep.isEnabled()
    QTest.keyClick(mine, DOWN, ALT)
    weights.name.setText("Zeit zuerst")
    QTest.keyClick(weights.keep, SPACE)
    now = office.weights.current()
    assert (now.name, now.weighing) == ("Zeit zuerst", Weighing().moved(Side.PERSON, 0, 1))
    assert not weights.keep.isEnabled()
    assert weights.name.text() == ""
    assert "23.11.2026 · Zeit zuerst" in weights.versions.rows.item(0).text()
    assert weights.versions.rows.item(0).text().endswith("gilt jetzt")
    notices.actions["Rückgängig"]()
    QApplication.processEvents()
    assert office.weights.current().number == 0
    assert weights.versions.rows.count() == 1
    assert page.list.line().match.criteria[0].weight == pytest.approx(1 / 7)


def test_the_focus_stays_in_the_panel_when_its_buttons_are_switched_off(weights):
    mine = weights.lists[Side.PERSON]
    for deed in (weights.keep, weights.drop):
        QTest.keyClick(mine, DOWN, ALT)
        deed.setFocus()
        QTest.keyClick(deed, SPACE)
        QApplication.processEvents()
        assert mine.hasFocus()


def test_undo_from_elsewhere_does_not_take_back_other_work(weights, office, notices, town):
    QTest.keyClick(weights.lists[Side.PERSON], DOWN, ALT)
    weights.keep.click()
    undo = notices.actions["Rückgängig"]
    office.people.save({"profession": "Schreinerin"}, town.person)
    undo()
    assert office.weights.current().number == 1
    assert "Fassung von vorher" in notices.errors[-1].sentence


def test_escape_leaves_and_forgets_what_was_tried(weights, page, office):
    before = titles(page)
    QTest.keyClick(weights.lists[Side.OFFER], DOWN, ALT)
    QTest.keyClick(weights.lists[Side.OFFER], ESCAPE)
    assert not weights.isVisible()
    assert page.detail.title.isVisible()
    assert page.detail.numbers.weights.hasFocus()
    assert titles(page) == before
    assert page.list.line().match.criteria[0].weight == pytest.approx(1 / 7)
    assert office.weights.current().number == 0


def test_dropping_stays_in_the_panel(weights):
    QTest.keyClick(weights.lists[Side.PERSON], DOWN, ALT)
    assert weights.way.current() == "ranked"
    QTest.keyClick(weights.drop, SPACE)
    assert weights.way.current() == "equal"
    assert names(weights.lists[Side.PERSON])[0] == "Bereich"


def test_ranking_is_on_wish_and_equal_weights_come_back(weights, page):
    buttons = {one.text(): one for one in weights.way.findChildren(object) if hasattr(one, "text")}
    buttons["Nach Reihenfolge"].click()
    assert page.list.line().match.criteria[0].weight == pytest.approx(0.370, abs=0.001)
    buttons["Alle gleich wichtig"].click()
    assert page.list.line().match.criteria[0].weight == pytest.approx(1 / 7)
    assert not weights.keep.isEnabled()


def test_the_mouse_drags_and_buttons_move(weights, qtbot):
    mine = weights.lists[Side.PERSON]
    mine.setCurrentRow(6)
    assert mine.model().moveRow(QModelIndex(), 6, QModelIndex(), 0)
    qtbot.waitUntil(lambda: weights.draft is not None)
    assert weights.draft.of_side(Side.PERSON)[0] is Criterion.MOTIVE
    down = weights.findChild(object, "matching.offers.weights.person.down")
    down.click()
    assert names(mine)[:2] == ["Bereich", "Motivation"]


def test_the_deduction_has_words_and_an_exact_number(weights):
    field = weights.balance
    assert field.choice.currentText() == "schwach"
    assert field.exact.line.text() == "0,05"
    field.choice.setCurrentIndex(field.choice.findData(Balance.OFF))
    field.choice.activated.emit(field.choice.currentIndex())
    assert weights.draft.balance == 0.0
    field.exact.line.setFocus()
    field.exact.line.selectAll()
    QTest.keyClicks(field.exact.line, "0,125")
    assert weights.draft.balance == 0.125
    assert field.choice.currentText() == "eigener Wert"
    field.exact.line.selectAll()
    QTest.keyClicks(field.exact.line, "7")
    assert weights.draft.balance == 0.125
    assert field.exact.input.property("wrong") == "true"
    field.exact.line.selectAll()
    QTest.keyClicks(field.exact.line, "0,05")
    assert weights.draft is None


def test_an_older_version_comes_back_with_enter(weights, office):
    QTest.keyClick(weights.lists[Side.PERSON], DOWN, ALT)
    weights.keep.click()
    rows = weights.versions.rows
    assert not weights.versions.back.isEnabled()
    QTest.keyClick(rows, ENTER)
    assert len(office.weights.versions()) == 2
    QTest.keyClick(rows, DOWN)
    assert weights.versions.back.isEnabled()
    QTest.keyClick(rows, ENTER)
    assert office.weights.current().weighing == Weighing()
    assert [one.number for one in office.weights.versions()] == [2, 1, 0]
    assert weights.way.current() == "equal"


def test_a_version_kept_elsewhere_is_shown(weights, office):
    office.weights.keep(Weighing().moved(Side.OFFER, 4, 0), "Beginn zuerst")
    QApplication.processEvents()
    assert "Beginn zuerst" in weights.versions.rows.item(0).text()
    assert names(weights.lists[Side.OFFER])[0] == "Beginn"


def test_answers_and_changes_keep_what_is_tried_out(weights, page, office, town):
    QTest.keyClick(weights.lists[Side.PERSON], DOWN, ALT)
    office.people.save({"max_km": 40.0}, town.person)
    QApplication.processEvents()
    assert weights.keep.isEnabled()
    assert page.list.line().match.criteria[1].weight > 0.3


def test_the_comparison_takes_two_to_four(page):
    compare = page.detail.numbers.compare
    assert not compare.isEnabled()
    tick(page, 1)
    assert not compare.isEnabled()
    assert "zwei bis vier" in compare.toolTip()
    tick(page, 1, first=1)
    assert compare.isEnabled()
    assert compare.text() == "2 vergleichen …"


def test_the_comparison_is_printed_as_it_is_shown(tab, page, files, notices, tmp_path, office):
    files.next_path = tmp_path / "vergleich.pdf"
    tick(page, 3)
    page.detail.numbers.compare.click()
    tab.print_()
    assert files.asked == [("Vergleich speichern", "Vergleich 2026-11-23")]
    pages = PdfReader(files.next_path).pages
    text = " ".join(" ".join(one.extract_text() for one in pages).split())
    for words in ("Für: Marion Dietzel", "Kindern vorlesen", "Einkauf begleiten", "Entfernung"):
        assert words in text
    assert notices.shown[-1][:2] == ("success", "Der Vergleich ist gespeichert.")
    assert "Drucken" in notices.shown[-1][2]
    assert office.lists.placements.total() == 0


def test_the_comparison_by_keyboard_and_back(page):
    tick(page, 3)
    QTest.keyClick(page.detail.numbers.compare, SPACE)
    view = page.expert.comparison
    assert view.isVisible()
    assert not page.splitter.isVisible()
    assert view.table.hasFocus()
    shown = [view.table.matches.index(0, at).data() for at in (1, 2, 3)]
    assert shown == titles(page)
    QTest.keyClick(view.table, DOWN)
    spoken = view.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{shown[0]}, Ergebnis: ")
    QTest.keyClick(view.table, ESCAPE)
    assert not view.isVisible()
    assert page.list.hasFocus()
    assert len(page.list.ticked_numbers()) == 3


def test_what_differs_stands_out_and_can_stand_alone(page, office, town):
    office.people.save({"rhythm": "monthly"}, town.person)
    QApplication.processEvents()
    tick(page, 3)
    page.detail.numbers.compare.click()
    table = page.expert.comparison.table
    rows = table.matches.rows()
    marked = {row.title for row in rows if row.differs}
    cells = [
        table.matches.index(at, column).data(CELL)
        for at in range(1, len(rows) + 1)
        for column in (1, 2, 3)
        if table.matches.index(at, 0).data(ROW).differs
    ]
    assert any(cell.best for cell in cells)
    page.expert.comparison.only.click()
    left = table.matches.rows()
    assert {row.title for row in left if row.cells} == marked
    page.expert.comparison.only.click()
    assert table.matches.rows() == rows


def test_names_of_people_are_dots_in_the_comparison(tab, office, town):
    tab.offers.detail.numbers.toggle.click()
    for name in ("Gliem", "Ohnsorge"):
        office.people.save({"last_name": name, "first_name": "Horst", "birth_year": 1960})
    tab.match_for(Kind.OFFER, town.offers[0])
    page = tab.people
    tick(page, 2)
    page.detail.numbers.compare.click()
    model = page.expert.comparison.table.matches
    assert model.index(0, 1).data() != privacy.DOTS
    privacy.mask(True)
    try:
        assert model.index(0, 1).data() == privacy.DOTS
        spoken = model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith(privacy.DOTS)
    finally:
        privacy.mask(False)


def test_another_person_closes_the_comparison(tab, page, office):
    tick(page, 2)
    page.detail.numbers.compare.click()
    tab.match_for(Kind.PERSON, office.people.save({"last_name": "Gliem", "birth_year": 1960}))
    assert page.splitter.isVisible()
    assert not page.expert.comparison.isVisible()


def test_all_of_it_is_reached_by_tab(weights):
    weights.keep.setEnabled(True)
    seen, widget = set(), weights.lists[Side.PERSON]
    for _ in range(25):
        QTest.keyClick(widget, TAB)
        widget = QApplication.focusWidget()
        seen.add(widget.objectName())
    wanted = {"matching.offers.weights.person", "matching.offers.weights.offer",
              "matching.offers.weights.balance", "matching.offers.weights.balance_number",
              "matching.offers.weights.versions", "matching.offers.weights.keep",
              "matching.offers.weights.close"}  # fmt: skip
    assert wanted <= seen


def test_a_command_leads_to_the_weights(tab, notices):
    command = next(one for one in tab.commands() if one.name == "matching.weights")
    command.run()
    assert tab.offers.expert.weights.lists[Side.PERSON].hasFocus()
    assert tab.offers.detail.numbers.toggle.isChecked()
    tab.new()
    command.run()
    assert notices.texts()[-1] == "Für wen suchen Sie ein Angebot?"
