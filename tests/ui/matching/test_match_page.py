"""Matching in a real window: ticking, asking, near misses, proposing, privacy."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
)
from tests.make_office import offer, place_id, term_id

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import EndReason, Kind, PlacementState, TermKind
from ehrenamt_desktop.model.matches import ReasonKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.panels import MeterBar
from ehrenamt_desktop.ui.matching.match_model import LineKind

SPACE, DOWN, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return


def titles(view, kind=LineKind.MATCH):
    return [line.text for line in view.lines() if line.kind is kind]


def placements(office, **filters):
    query = ListQuery(filters={key: (str(value),) for key, value in filters.items()})
    return office.lists.placements.rows(office.lists.placements.ids(query))


def settle():
    for _ in range(3):
        QApplication.processEvents()


def shown_dialog(tab):
    return next(one for one in tab.findChildren(QDialog) if one.isVisible())


def choose_kind(view, kind):
    row = next(at for at, line in enumerate(view.lines()) if line.kind is kind)
    view.setCurrentIndex(view.model().index(row, 0))


def test_the_person_stands_above_her_offers(tab):
    assert tab.offers.head.headline.text() == "Marion Dietzel"
    assert tab.offers.head.facts() == "Wichmannshausen (Sontra) · bis 6 Std. pro Woche · bis 15 km"
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
    assert [(part.kind, part.text) for part in view.line().reason[:1]] == [
        (ReasonKind.OPENS, "mit Nachweis „Führerschein B“")
    ]
    assert tab.offers.detail.override.isVisible()
    assert tab.offers.detail.criteria.isVisible()
    choose_kind(view, LineKind.FOLD)
    QTest.keyClick(view, ENTER)
    assert titles(view, LineKind.NEAR) == []


def test_a_near_miss_shows_what_fits_besides_with_bars(tab, town):
    view, detail = tab.offers.list, tab.offers.detail
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, ENTER)
    view.setCurrentIndex(view.model().index(view._lines.row_of(town.near), 0))
    settle()
    assert len([one for one in detail.criteria.findChildren(MeterBar) if one.isVisible()]) == 12
    said = [one.text() for one in detail.gates.findChildren(QLabel) if one.isVisible()]
    assert any("Führerschein B" in one for one in said)
    assert not detail.numbers.toggle.isVisible()


def test_beside_a_fold_stands_what_it_does_and_not_an_empty_card(tab):
    view, detail = tab.offers.list, tab.offers.detail
    QTest.keyClick(view, Qt.Key.Key_End)
    area = detail.findChild(QScrollArea, "matching.offers.detail.scroll")
    resting = detail.findChild(QLabel, "matching.offers.detail.resting")
    assert not area.isVisible()
    assert resting.isVisible()
    assert "klappt" in resting.text()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert area.isVisible()
    assert not resting.isVisible()


def test_what_is_unfolded_comes_into_sight(tab):
    view = tab.offers.list
    tab.resize(1366, 420)
    QApplication.processEvents()
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, ENTER)
    QApplication.processEvents()
    below = view.visualRect(view.model().index(view.currentIndex().row() + 1, 0))
    assert view.viewport().rect().contains(below)


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


def test_the_dialog_makes_room_for_what_it_says(tab, town, qtbot):
    tab.offers._ask_reason(town.near)
    dialog = shown_dialog(tab)
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.area.verticalScrollBar().maximum() == 0)
    (words,) = dialog.form.errors().values()
    assert words == "Bitte füllen Sie dieses Feld aus."
    dialog.reject()


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


def test_a_typed_answer_is_kept_and_the_keyboard_goes_on_to_the_next(tab, office, town):
    office.people.save({"birth_year": None, "place_id": None}, town.person)
    herleshausen = place_id(office, "Herleshausen")
    office.offers.save({"min_age": 18, "place_id": herleshausen}, town.offers[0])
    for field, typed in (("birth_year", "1961"), ("place_id", "wichm")):
        settle()
        asked = {one.field: at for at, one in enumerate(tab.offers._found.list.questions)}
        questions = tab.offers.detail.questions
        name = f"matching.offers.detail.question.{asked[field]}.line"
        lines = [one for one in questions.findChildren(QLineEdit, name) if one.isVisible()]
        lines[0].setFocus()
        QTest.keyClicks(lines[0], typed)
        QTest.keyClick(lines[0], ENTER)
        tab.activateWindow()  # offscreen, a closed popup leaves none active
        settle()
        assert field not in [one.field for one in tab.offers._found.list.questions]
        assert questions.isAncestorOf(QApplication.focusWidget())
    kept = office.lists.person(town.person)
    assert (kept.values["birth_year"], kept.place.name) == (1961, "Wichmannshausen")


def test_the_questions_stay_in_sight_in_a_high_pane(tab):
    detail = tab.offers.detail
    area = detail.findChild(QScrollArea, "matching.offers.detail.scroll")
    assert not area.isAncestorOf(detail.questions)
    tab.resize(1366, 480)
    QApplication.processEvents()
    assert area.isAncestorOf(detail.questions)


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
    assert (look, labels) == ("info", ("Drucken …", "Rückgängig"))
    files.next_path = tmp_path / "brief.pdf"
    notices.actions["Drucken …"]()
    assert files.next_path.read_bytes().startswith(b"%PDF")
    notices.actions["Drucken"]()
    (letter, sheet) = files.printed
    assert (letter.name, sheet.name) == ("brief.pdf", "Gesprächszettel Nr. 1 2026-11-23.pdf")
    assert sheet.read_bytes().startswith(b"%PDF")


def test_a_letter_that_cannot_be_written_says_so_beside_the_proposal(
    tab, office, town, files, notices, tmp_path
):
    office.people.save({"street": "", "postcode": "", "city": ""}, town.person)
    QApplication.processEvents()
    files.next_path = tmp_path / "brief.pdf"
    QTest.keyClick(tab.offers.list, SPACE)
    tab.print_()
    look, text, labels = notices.shown[-1]
    assert (look, labels) == ("warning", ("Ansehen", "Drucken", "Ordner", "Rückgängig"))
    said = "1 Angebot vorgeschlagen. Der Gesprächszettel ist gespeichert. Der Brief fehlt noch: "
    assert text.startswith(said)
    assert not files.next_path.exists()
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    notices.actions["Rückgängig"]()
    assert placements(office, person=town.person) == []


def test_the_sheet_alone_proposes_nothing(tab, office, town, files, notices, tmp_path):
    sheet = tab.offers.bar.sheet
    assert not sheet.isEnabled()
    QTest.keyClick(tab.offers.list, SPACE)
    files.next_path = tmp_path / "zettel.pdf"
    sheet.click()
    assert files.next_path.read_bytes().startswith(b"%PDF")
    assert notices.shown[-1][:2] == ("success", "Der Gesprächszettel ist gespeichert.")
    assert placements(office, person=town.person) == []
    assert tab.offers.list.ticked_numbers() != []


def test_the_bar_says_quietly_how_many_are_usual(tab, office, town):
    for title in ("Kaffee kochen", "Rasen mähen", "Plakate kleben"):
        offer(office, title=title)
    settle()
    said = [tab.offers.bar.hint()]
    for _ in range(6):
        QTest.keyClick(tab.offers.list, SPACE)
        QTest.keyClick(tab.offers.list, DOWN)
        said.append(tab.offers.bar.hint())
    usual, keys = "Üblich sind 3 bis 5 je Gespräch.", "Strg+P schlägt vor und druckt."
    assert said == ["Leertaste wählt aus", usual, usual, keys, keys, keys, usual]


def test_who_has_unanswered_proposals_rests_with_a_sentence_and_a_way_round(tab, office, town):
    earlier = dt.date(2026, 11, 20)
    office.placements.propose(town.person, town.offers, earlier)
    settle()
    page = tab.offers
    assert page.away.words.text().startswith(
        "Frau Dietzel hat noch 3 Vorschläge ohne Antwort und bekommt bis zum 04.12.2026 keine"
    )
    assert not page.away.isHidden()
    assert titles(page.list, LineKind.FOLD)[0] == "Passt fast (3)"
    assert len(titles(page.list, LineKind.NEAR)) == 3
    opened = []
    tab.navigator.open_requested.connect(lambda kind, number: opened.append((kind, number)))
    page.away.way.click()
    assert opened == [(Kind.PERSON, town.person)]
    proposed = placements(office, person=town.person)
    office.placements.move(proposed[0].id, PlacementState.ENDED, reason=EndReason.DECLINED)
    settle()
    assert page.away.isHidden()


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
    assert tab.people.head.headline.text() == "Kindern vorlesen"
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


def test_where_nothing_fits_one_button_leads_to_the_person(tab, town, navigator, qtbot):
    page = tab.offers
    nothing = replace(page._found.list, matches=(), total=0, near=(), near_total=0, blocked=0,
                      blocked_rows=())  # fmt: skip
    page._show(replace(page._found, list=nothing))
    way = next(one for one in tab.findChildren(QPushButton, "empty.action") if one.isVisible())
    assert way.text() == "Person öffnen"
    with qtbot.waitSignal(navigator.open_requested) as asked:
        way.click()
    assert asked.args == [Kind.PERSON, town.person]


def test_a_person_is_chosen_from_those_who_wait(tab, town):
    tab.new()
    table = tab.offers.chooser.table
    assert table.ids_shown() == [town.person]
    table.selectRow(0)
    QTest.keyClick(table, ENTER)
    assert tab.offers.head.headline.text() == "Marion Dietzel"
    assert tab.offers.list.hasFocus()


def test_another_person_is_found_while_typing(tab, office, type_text):
    number = office.people.save({"last_name": "Müßig", "first_name": "Jörg"})
    tab.offers.search.setFocus()
    type_text(tab.offers.search, "müß")
    QTest.keyClick(tab.offers.search, ENTER)
    assert tab.offers.head.headline.text() == "Jörg Müßig"
    assert tab.offers._number == number


def test_the_list_is_searched_with_near_misses_and_esc_takes_it_away(tab, type_text, qtbot):
    view, find = tab.offers.list, tab.offers.list_find
    QTest.keyClick(view, SPACE)
    ticked = view.ticked_numbers()
    assert find.isHidden()
    tab.focus_search()
    assert find.box.hasFocus()
    type_text(find.box, "fahren")
    qtbot.waitUntil(lambda: not find.chip.isHidden())
    assert find.chip.text() == "„fahren“: 1 von 4"
    assert (titles(view), titles(view, LineKind.FOLD)) == ([], ["Passt fast (1)"])
    assert view.ticked_numbers() == ticked
    find.box.set_text("mit Kindern arbeiten")
    QApplication.processEvents()
    assert titles(view) == ["Kindern vorlesen"]
    find.box.set_text("Feuerwehr")
    QApplication.processEvents()
    assert view.isHidden() or not view.isVisible()
    QTest.keyClick(find.box, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert (find.box.text(), find.chip.isHidden()) == ("", True)
    assert len(titles(view)) == 3
    QTest.keyClick(find.box, Qt.Key.Key_Escape)
    assert find.isHidden()
    assert view.hasFocus()
    assert view.ticked_numbers() == ticked


def test_what_does_not_fit_unfolds_with_all_that_is_in_the_way(tab, office, town):
    far = place_id(office, "Herleshausen")
    needs = [{"term_id": term_id(office, TermKind.PROOF, "LICENCE_B"), "role": "required"}]
    offer(office, title="Rikscha fahren", place_id=far, terms=needs, max_km=1)
    QApplication.processEvents()
    view = tab.offers.list
    assert titles(view, LineKind.FOLD) == ["Passt fast (1)", "Passt nicht (1)"]
    row = len(view.lines()) - 1
    view.setCurrentIndex(view.model().index(row, 0))
    QTest.keyClick(view, ENTER)
    assert titles(view, LineKind.BLOCKED) == ["Rikscha fahren"]
    QTest.keyClick(view, DOWN)
    said = [part.text for part in view.line().reason]
    assert [words.split(":")[0] for words in said][:1] == ["Nachweis „Führerschein B“"]
    assert len(said) == 2
    spoken = view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Passt nicht (1), aufgeklappt"


def test_three_hundred_cards_lay_out_and_paint(tab, town):
    from dataclasses import replace

    found = tab.offers._found.list
    many = tuple(replace(found.matches[0], number=1000 + at, title=f"Angebot {at}")
                 for at in range(300))  # fmt: skip
    tab.offers.list.show_list(replace(found, matches=many, total=300))
    tab.offers.list.grab()
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
