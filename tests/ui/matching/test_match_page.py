"""Matching in a real window: ticking, asking, near misses, proposing, privacy."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.matching.match_model import LineKind

SPACE, DOWN, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return


def titles(view, kind=LineKind.MATCH):
    return [line.text for line in view.lines() if line.kind is kind]


def placements(office, **filters):
    query = ListQuery(filters={key: (str(value),) for key, value in filters.items()})
    return office.lists.placements.rows(office.lists.placements.ids(query))


def shown_dialog(tab):
    return next(one for one in tab.findChildren(QDialog) if one.isVisible())


def choose_kind(view, kind):
    row = next(at for at, line in enumerate(view.lines()) if line.kind is kind)
    view.setCurrentIndex(view.model().index(row, 0))


def test_the_person_stands_above_her_offers(tab):
    assert tab.offers.headline.text() == "Marion Dietzel"
    assert tab.offers.facts.text() == "Wichmannshausen (Sontra) · bis 6 Std. pro Woche · bis 15 km"
    assert set(titles(tab.offers.list)) == {
        "Kindern vorlesen", "Beim Einkauf begleiten", "Vereinsbüro führen",
    }  # fmt: skip
    assert tab.offers.list.hasFocus()


def test_the_first_card_is_chosen_and_shown(tab):
    line = tab.offers.list.line()
    assert tab.offers.detail.title.text() == line.text


def test_space_ticks_and_the_button_counts(tab):
    bar, view = tab.offers.bar, tab.offers.list
    assert not bar.main.isEnabled()
    assert bar.main.accessibleDescription() == "Wählen Sie zuerst mit der Leertaste aus."
    for key in (SPACE, DOWN, SPACE):
        QTest.keyClick(view, key)
    assert bar.main.text() == "2 Angebote vorschlagen und drucken"
    assert bar.main.isEnabled()
    QTest.keyClick(view, SPACE)
    assert bar.main.text() == "1 Angebot vorschlagen und drucken"


def test_a_click_on_the_box_ticks_and_elsewhere_only_chooses(tab):
    view = tab.offers.list
    box = view.visualRect(view.model().index(1, 0))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, pos=box.center())
    assert view.ticked_numbers() == []
    QTest.mouseClick(view.viewport(), left, pos=QPoint(box.left() + 18, box.top() + 20))
    assert view.ticked_numbers() == [view.lines()[1].number]


def test_every_row_tells_a_screen_reader_all_it_shows(tab):
    view = tab.offers.list
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    line = view.lines()[0]
    for words in (line.text, line.detail, line.match.word.label, "nicht ausgewählt"):
        assert words in spoken
    for part in line.match.reason:
        assert part.text in spoken
    QTest.keyClick(view, SPACE)
    again = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "nicht ausgewählt" not in again


def test_near_misses_unfold_with_what_would_open_them(tab):
    view = tab.offers.list
    assert titles(view, LineKind.FOLD) == ["Passt fast (1)"]
    choose_kind(view, LineKind.FOLD)
    QTest.keyClick(view, SPACE)
    assert titles(view, LineKind.NEAR) == ["Bürgerbus fahren"]
    QTest.keyClick(view, DOWN)
    assert view.line().detail == "mit Nachweis „Führerschein B“"
    assert tab.offers.detail.override.isVisible()
    assert tab.offers.detail.criteria.isHidden()
    choose_kind(view, LineKind.FOLD)
    QTest.keyClick(view, ENTER)
    assert titles(view, LineKind.NEAR) == []


def test_a_near_miss_is_proposed_with_a_reason_only(tab, office, town, notices):
    view = tab.offers.list
    choose_kind(view, LineKind.FOLD)
    QTest.keyClick(view, SPACE)
    QTest.keyClick(view, DOWN)
    tab.offers.detail.override.click()
    dialog = shown_dialog(tab)
    QTest.keyClick(dialog, ENTER)
    assert dialog.form.errors() == {"reason": "Bitte füllen Sie dieses Feld aus."}
    QTest.keyClicks(dialog.form.editor("reason").line, "Fahrschule beginnt")
    QTest.keyClick(dialog, ENTER)
    (row,) = placements(office, offer=town.near)
    assert office.lists.placement(row.id).values["override_reason"] == "Fahrschule beginnt"
    assert notices.texts() == ["1 Angebot vorgeschlagen."]


def test_an_answer_is_kept_and_orders_the_list_anew(tab, office, town):
    view, before = tab.offers, tab.offers._found.list.questions
    assert 0 < len(before) <= 3
    answers = [
        one for one in view.detail.questions.findChildren(QPushButton)
        if one.objectName() == "matching.offers.detail.question.0.0"
    ]  # fmt: skip
    answers[0].click()
    QApplication.processEvents()
    after = view._found.list.questions
    assert before[0].key not in [one.key for one in after]


def test_numbers_add_up_behind_advanced_only(tab):
    numbers = tab.offers.detail.numbers
    assert not numbers.findChild(object, "matching.offers.detail.numbers").isVisible()
    numbers.toggle.click()
    assert numbers.findChild(object, "matching.offers.detail.numbers").isVisible()
    match = tab.offers.list.line().match
    for side, value in (("person", match.sides.person), ("offer", match.sides.offer)):
        mine = [one.contribution for one in match.criteria if one.side == side]
        assert sum(mine) == pytest.approx(value)


def test_only_proposing_asks_for_no_file(tab, office, town, files, notices):
    QTest.keyClick(tab.offers.list, SPACE)
    tab.offers.bar.only.click()
    assert files.asked == []
    assert len(placements(office, person=town.person)) == 1
    assert notices.shown[-1][:2] == ("success", "1 Angebot vorgeschlagen.")
    assert tab.offers.list.ticked_numbers() == []


def test_a_second_proposal_is_refused_in_words(tab, office, notices):
    QTest.keyClick(tab.offers.list, SPACE)
    tab.offers.bar.only.click()
    QApplication.processEvents()
    QTest.keyClick(tab.offers.list, SPACE)
    tab.offers.bar.only.click()
    (error,) = notices.errors
    assert isinstance(error, DomainError)
    assert "schon vorgeschlagen" in error.sentence


def test_without_a_file_the_letter_can_still_be_printed(tab, files, notices, tmp_path):
    QTest.keyClick(tab.offers.list, SPACE)
    tab.print_()
    look, _text, labels = notices.shown[-1]
    assert (look, labels) == ("info", ("Brief drucken …", "Rückgängig"))
    files.next_path = tmp_path / "brief.pdf"
    notices.actions["Brief drucken …"]()
    assert files.next_path.read_bytes().startswith(b"%PDF")


def test_a_letter_that_cannot_be_written_says_so_beside_the_proposal(
    tab, office, town, files, notices, tmp_path
):
    office.people.save({"street": "", "postcode": "", "city": ""}, town.person)
    QApplication.processEvents()
    files.next_path = tmp_path / "brief.pdf"
    QTest.keyClick(tab.offers.list, SPACE)
    tab.print_()
    look, text, labels = notices.shown[-1]
    assert (look, labels) == ("warning", ("Rückgängig",))
    assert text.startswith("1 Angebot vorgeschlagen. Der Brief fehlt noch: ")
    assert not files.next_path.exists()


def test_undo_is_refused_after_more_work(tab, office, town, notices):
    QTest.keyClick(tab.offers.list, SPACE)
    tab.offers.bar.only.click()
    undo = notices.actions["Rückgängig"]
    office.people.save({"hobbies": "Lesen"}, town.person)
    undo()
    assert "weitergearbeitet" in notices.errors[0].sentence
    assert len(placements(office, person=town.person)) == 1


def test_no_personal_data_in_the_file_name(tab, files):
    QTest.keyClick(tab.offers.list, SPACE)
    tab.print_()
    ((_, suggested),) = files.asked
    assert "Dietzel" not in suggested
    assert suggested.startswith("Vorschlagsbrief Nr.")


def test_people_for_an_offer_are_proposed(tab, office, town, notices):
    tab.match_for(Kind.OFFER, town.offers[0])
    view = tab.people.list
    assert tab.people.headline.text() == "Kindern vorlesen"
    assert titles(view) == ["Marion Dietzel"]
    assert not tab.people.bar.only.isVisible()
    QTest.keyClick(view, SPACE)
    assert tab.people.bar.main.text() == "1 Person vorschlagen"
    tab.print_()
    (row,) = placements(office, offer=town.offers[0])
    assert row.person_id == town.person
    assert notices.texts()[-1] == "1 Person vorgeschlagen."


def test_age_and_working_status_stay_out_of_the_list(tab, office, town):
    office.people.save({"occupation": "basic_security"}, town.person)
    tab.match_for(Kind.OFFER, town.offers[0])
    shown = [tab.people.detail._meta.text(), tab.people.detail._facts.text()]
    spoken = tab.people.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in (*shown, spoken):
        assert "Grundsicherung" not in words
        assert "1961" not in words
        assert "65" not in words


def test_privacy_blanks_names_in_cards(tab, town):
    tab.match_for(Kind.OFFER, town.offers[0])
    QApplication.processEvents()
    plain = tab.people.list.viewport().grab().toImage()
    privacy.mask(True)
    assert tab.people.list.viewport().grab().toImage() != plain


def test_a_person_is_chosen_from_those_who_wait(tab, town):
    tab.new()
    table = tab.offers.chooser.table
    assert table.ids_shown() == [town.person]
    table.selectRow(0)
    QTest.keyClick(table, ENTER)
    assert tab.offers.headline.text() == "Marion Dietzel"
    assert tab.offers.list.hasFocus()


def test_another_person_is_found_while_typing(tab, office, type_text):
    number = office.people.save({"last_name": "Müßig", "first_name": "Jörg"})
    tab.focus_search()
    type_text(tab.offers.search, "müß")
    QTest.keyClick(tab.offers.search, ENTER)
    assert tab.offers.headline.text() == "Jörg Müßig"
    assert tab.offers._number == number


def test_three_hundred_cards_lay_out_and_paint_quickly(tab, town):
    import time
    from dataclasses import replace

    found = tab.offers._found.list
    many = tuple(replace(found.matches[0], number=1000 + at, title=f"Angebot {at}")
                 for at in range(300))  # fmt: skip
    start = time.perf_counter()
    tab.offers.list.show_list(replace(found, matches=many, total=300))
    tab.offers.list.grab()
    assert time.perf_counter() - start < 1.0
    assert len(titles(tab.offers.list)) == 300


def test_what_can_be_reached_by_keyboard_has_a_name(tab):
    unnamed = [
        one.objectName() or type(one).__name__
        for one in tab.findChildren(QPushButton)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and not (one.accessibleName() or one.text())
    ]
    assert unnamed == []


def test_double_text_needs_no_more_than_the_window(tab, desk):
    from ehrenamt_desktop.ui.kit import theme

    theme.apply(desk, theme.Look.LIGHT, 2.0)
    QApplication.processEvents()
    assert tab.minimumSizeHint().width() <= 1366
    theme.apply(desk, theme.Look.LIGHT)


def test_what_the_next_step_lacks_stands_beside_proposing(tab, office, town, qtbot):
    missing = tab.offers.bar.missing
    assert missing.isHidden()
    consent = office.lists.person(town.person).consents[-1]
    office.people.withdraw_consent(consent.id)
    qtbot.waitUntil(lambda: not missing.isHidden())
    assert missing.accessibleDescription() == office.lists.person(town.person).handover_refusal
    asked = []
    tab.navigator.open_requested.connect(lambda kind, number: asked.append((kind, number)))
    missing.click()
    assert asked == [(Kind.PERSON, town.person)]
