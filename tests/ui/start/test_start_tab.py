"""Start in a real window on a real office: the day is seen and done."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.enums import FollowUpKind, FollowUpResult, Kind
from ehrenamt_desktop.model.rows import FollowUpRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.record.due_words import (
    ANSWERS,
    day_title,
    detail_words,
    due_words,
    target,
)
from ehrenamt_desktop.ui.record.finish_panel import FinishPanel
from ehrenamt_desktop.ui.record.postpone_panel import PostponePanel
from ehrenamt_desktop.ui.start.tab import STALE, StartTab

MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def tab(collaborators, office, qtbot):
    person = office.people.save({"last_name": "Gliem", "first_name": "Horst"})
    for days, kind in ((-60, FollowUpKind.ASK_PERSON), (-59, FollowUpKind.ASK_PERSON)):
        office.follow_ups.add({
            "kind": kind, "due_on": MONDAY + dt.timedelta(days=days), "person_id": person,
            "title": "Nachfragen: Horst Gliem – Bürgerbus Sontra",
        })  # fmt: skip
    QApplication.processEvents()
    made = StartTab(*collaborators)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    due = made.page.due
    made.wanted = [row.id for row in due.rows() if row.title.startswith("Nachfragen: Horst")]
    return made


def go_to(tab, number, qtbot):
    due = tab.page.due
    due._enter(next(one for one in due._rows if one.row.id == number))
    due.focus_current()
    qtbot.waitUntil(lambda: due.current().hasFocus())
    return due.current()


def test_the_day_is_named(tab):
    assert tab.findChild(QWidget, "start.title").text() == "Montag, 23. November 2026"
    assert "überfällig" in tab.findChild(QWidget, "start.counts").text()


def test_a_follow_up_takes_four_keys(tab, office, qtbot):
    """Monday A: Enter opens, L, 4, Strg+S keeps and goes on."""
    row = go_to(tab, tab.wanted[0], qtbot)
    place = tab.page.due._current
    qtbot.keyClick(row, Qt.Key.Key_Return)
    panel = row.panel()
    assert isinstance(panel, FinishPanel)
    qtbot.keyClick(panel, Qt.Key.Key_L)
    qtbot.keyClick(panel, Qt.Key.Key_4)
    assert (panel.result(), panel.satisfaction()) == (FollowUpResult.GOES_ON, 4)
    tab.save()
    qtbot.waitUntil(lambda: tab.wanted[0] not in [one.id for one in tab.page.due.rows()])
    assert tab.page.due._current == place
    qtbot.waitUntil(lambda: tab.page.due.current().hasFocus())


def test_it_can_be_undone_from_the_notice(tab, notices, qtbot):
    row = go_to(tab, tab.wanted[0], qtbot)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    row.panel().choose(FollowUpResult.ENDED)
    tab.save()
    assert notices.texts() == ["Erledigt: beendet."]
    qtbot.waitUntil(lambda: tab.wanted[0] not in [one.id for one in tab.page.due.rows()])
    notices.actions["Rückgängig"]()
    qtbot.waitUntil(lambda: tab.wanted[0] in [one.id for one in tab.page.due.rows()])


def test_the_notice_never_takes_back_what_was_done_since(tab, notices, office, qtbot):
    row = go_to(tab, tab.wanted[0], qtbot)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    row.panel().choose(FollowUpResult.ENDED)
    tab.save()
    undo = notices.actions["Rückgängig"]
    number = office.initiatives.save({"name": "Angelverein"})
    undo()
    assert "weitergearbeitet" in notices.errors[-1].sentence
    assert office.lists.initiative(number).row.name == "Angelverein"


def test_without_a_result_nothing_is_kept(tab, qtbot, notices):
    row = go_to(tab, tab.wanted[0], qtbot)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    tab.save()
    assert row.panel().problem.text() == "Bitte wählen Sie ein Ergebnis."
    assert notices.shown == []


def test_letters_in_the_note_stay_letters(tab, qtbot, type_text):
    row = go_to(tab, tab.wanted[0], qtbot)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    panel = row.panel()
    panel.note.setFocus()
    type_text(panel.note, "Läuft lange, grüßt 5")
    assert panel.note.text() == "Läuft lange, grüßt 5"
    assert panel.result() is None
    assert tab.is_dirty()


def test_escape_closes_the_panel(tab, qtbot):
    row = go_to(tab, tab.wanted[0], qtbot)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClick(row.panel(), Qt.Key.Key_Escape)
    assert row.panel() is None


def test_it_can_be_put_off(tab, qtbot, notices):
    row = go_to(tab, tab.wanted[0], qtbot)
    qtbot.keyClick(row, Qt.Key.Key_V)
    panel = row.panel()
    assert isinstance(panel, PostponePanel)
    panel.date.line.setText("35.1.")
    panel.confirm()
    assert "TT.MM.JJJJ" in panel.problem.text()
    panel.date.line.setText("24.11.2026")
    tab.save()
    assert notices.texts() == ["Verschoben auf 24.11.2026."]
    due = tab.page.due
    qtbot.waitUntil(
        lambda: {one.id: one.due_on for one in due.rows()}[tab.wanted[0]] == dt.date(2026, 11, 24)
    )


def test_a_day_in_the_past_is_refused(tab, qtbot, notices):
    row = go_to(tab, tab.wanted[0], qtbot)
    tab.page.due.open_postpone()
    row.panel().date.line.setText("1.1.2026")
    row.panel().confirm()
    assert "späteren Tag" in notices.errors[0].sentence


def test_arrows_go_through_the_list(tab, qtbot):
    due = tab.page.due
    due._current = 0
    due._mark()
    due.focus_current()
    qtbot.waitUntil(lambda: due.current().hasFocus())
    qtbot.keyClick(due.current(), Qt.Key.Key_Down)
    assert due._current == 1
    qtbot.keyClick(due.current(), Qt.Key.Key_Up)
    qtbot.keyClick(due.current(), Qt.Key.Key_Up)
    assert due._current == 0


def test_only_the_current_row_shows_its_buttons(tab):
    shown = [
        one.objectName()
        for one in tab.findChildren(QPushButton)
        if one.objectName().startswith("start.finish.") and one.isVisible()
    ]
    assert len(shown) == 1


def test_tiles_lead_to_their_lists(tab, navigator):
    asked = []
    navigator.list_requested.connect(lambda kind, filters: asked.append((kind, filters)))
    for name in ("people", "offers", "proposals", "running"):
        tab.page.tiles[name].click()
    tab.findChild(QPushButton, "start.ask_offers").setEnabled(True)
    tab.findChild(QPushButton, "start.ask_offers").click()
    assert asked == [
        (Kind.PERSON, {"stage": ("seeking",)}),
        (Kind.OFFER, STALE),
        (Kind.PLACEMENT, {"state": ("proposed",)}),
        (Kind.PLACEMENT, {"state": ("running",)}),
        (Kind.OFFER_ROUND, {}),
    ]


def test_figures_equal_the_lists_behind_them(tab, office):
    from ehrenamt_desktop.model.queries import ListQuery

    lists, tiles = office.lists, tab.page.tiles
    for name, source, filters in (
        ("people", lists.people, {"stage": ("seeking",)}),
        ("offers", lists.offers, STALE),
        ("proposals", lists.placements, {"state": ("proposed",)}),
        ("running", lists.placements, {"state": ("running",)}),
    ):
        assert tiles[name].figure() == str(len(source.ids(ListQuery(filters=filters)))), name


@pytest.mark.parametrize(("width", "beside"), [(81, 5), (70, 3), (50, 2)])
def test_tiles_stand_in_lines_of_the_same_length(tab, width, beside):
    tab.resize(width * theme.em(), 700)
    QApplication.processEvents()
    tops = [one.y() for one in tab.page.tiles.values()]
    assert tops.count(tops[0]) == beside


def test_of_a_neglected_list_only_the_first_rows_are_read(tab, office, qtbot):
    before = office.lists.overview(MONDAY)
    late = MONDAY - dt.timedelta(days=30)
    wanted = 60 - before.waiting
    for number in range(wanted):
        office.follow_ups.add({"title": f"Anruf {number}", "due_on": late})
    due = tab.page.due
    day = office.lists.overview(MONDAY)
    assert (len(day.follow_ups), day.waiting) == (25, 60)
    assert (day.overdue, day.due_today) == (before.overdue + wanted, before.due_today)
    counts = tab.findChild(QLabel, "start.counts")
    qtbot.waitUntil(lambda: f"{day.overdue} überfällig" in counts.text())
    assert len(due.rows()) == 25
    more = due.findChild(QPushButton, "start.due.more")
    assert more.text() == "Weitere 35 zeigen"
    more.setFocus()
    more.click()
    qtbot.waitUntil(lambda: len(due.rows()) == 50)
    assert [one.id for one in due.rows()] == [
        one.id for one in office.lists.follow_ups(MONDAY)[:50]
    ]
    assert due.current().row == due.rows()[25]


def test_a_reminder_opens_its_record(tab, navigator, qtbot):
    asked = []
    navigator.open_requested.connect(lambda kind, number: asked.append(kind))
    row = go_to(tab, tab.wanted[0], qtbot)
    tab.findChild(QPushButton, f"start.open.{row.row.id}").click()
    assert asked == [Kind.PERSON]


def test_a_new_reminder(tab, qtbot, notices, type_text):
    tab.new()
    dialog = tab.findChild(QWidget, "reminder")
    type_text(dialog.findChild(QWidget, "reminder.title"), "Brief an den Ortsbeirat")
    dialog.confirm()
    assert notices.texts() == ["Die Wiedervorlage ist eingetragen."]
    due = tab.page.due
    qtbot.waitUntil(lambda: "Brief an den Ortsbeirat" in [one.title for one in due.rows()])


def test_a_reminder_without_words_is_refused(tab, notices):
    tab.new()
    dialog = tab.findChild(QWidget, "reminder")
    dialog.confirm()
    assert dialog.form.errors() == {"title": "Bitte füllen Sie dieses Feld aus."}
    assert notices.shown == []
    dialog.reject()


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [(-1, "überfällig", Tone.LATE), (0, "heute", Tone.SOON), (1, "morgen", Tone.UNDER_WAY),
     (2, "Mi, 25.11.", Tone.UNDER_WAY)],
)  # fmt: skip
def test_words_of_a_day(days, words, tone):
    assert due_words(MONDAY + dt.timedelta(days=days), MONDAY) == (words, tone)


def row(**changes):
    values = {
        "id": 1, "kind": FollowUpKind.CALL, "due_on": dt.date(2026, 11, 17), "title": "Anrufen",
        "detail": "", "person_id": None, "initiative_id": None, "offer_id": None,
        "placement_id": None, "posting_id": None,
    }  # fmt: skip
    return FollowUpRow(**(values | changes))


def test_words_of_the_second_line():
    assert detail_words(row(detail="zweite Nachfrage"), MONDAY) == "seit 17.11. · zweite Nachfrage"
    assert detail_words(row(due_on=dt.date(2025, 11, 17)), MONDAY) == "seit 17.11.2025"
    assert detail_words(row(due_on=MONDAY), MONDAY) == ""
    assert day_title(MONDAY) == "Montag, 23. November 2026"


def test_the_record_of_a_reminder():
    assert target(row()) is None
    assert target(row(person_id=3, offer_id=4)) == (Kind.PERSON, 3)
    assert target(row(kind=FollowUpKind.CONFIRM_OFFER, person_id=3, offer_id=4)) == (Kind.OFFER, 4)
    assert target(row(kind=FollowUpKind.TAKE_DOWN, posting_id=5)) == (Kind.POSTING, 5)


def test_every_kind_has_answers_with_keys_of_their_own():
    assert set(ANSWERS) == set(FollowUpKind)
    for answers in ANSWERS.values():
        assert len({one.key for one in answers}) == len(answers)


def test_the_list_has_the_focus_as_soon_as_it_is_there(tab, qtbot):
    """Monday A: after unlocking no click to the list."""
    rows = tab.page.due.rows()
    tab.page.due.show_rows((), MONDAY, 0)
    tab.page.due.focus_current()
    tab.page.due.show_rows(rows, MONDAY, len(rows))
    assert tab.page.due.current().hasFocus()


@pytest.fixture
def appointments(tab, office):
    """Two of a person, one of a body, all today; the demonstration's own are gone."""
    for row in office.lists.overview(MONDAY).appointments:
        office.interactions.remove(row.id)
    person = office.people.save({"last_name": "Dietzel", "first_name": "Marion"})
    body = office.initiatives.save({"name": "Bürgerbus Sontra"})
    numbers = [
        office.interactions.add({
            "kind": "consultation", "state": "planned", "on": MONDAY, "at": dt.time(hour),
            "place": "Rathaus", **owner,
        })
        for hour, owner in (
            (9, {"person_id": person}), (11, {"person_id": person}), (14, {"initiative_id": body}),
        )
    ]  # fmt: skip
    QApplication.processEvents()
    return numbers


def test_an_appointment_is_settled_with_one_key(tab, appointments, office, qtbot):
    card = tab.page.appointments
    first = card.rows()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: len(card.rows()) == 2)
    assert office.lists.talk(appointments[0]).values["state"] == "held"
    assert [one.row.id for one in card.rows()] == appointments[1:]
    assert card.rows()[0].hasFocus()
    qtbot.keyClick(card.rows()[0], Qt.Key.Key_N)
    assert office.lists.talk(appointments[1]).values["state"] == "missed"


def test_an_appointment_is_opened(tab, appointments, navigator, qtbot):
    first, _, body = tab.page.appointments.rows()
    for row, kind in ((first, Kind.PERSON), (body, Kind.INITIATIVE)):
        with qtbot.waitSignal(navigator.open_requested) as asked:
            qtbot.keyClick(row, Qt.Key.Key_Return)
        assert asked.args[0] is kind


def test_only_the_current_appointment_shows_its_buttons(tab, appointments, qtbot):
    rows = tab.page.appointments.rows()

    def with_buttons():
        return [one for one in rows if one.findChild(QPushButton).isVisible()]

    assert with_buttons() == [rows[0]]
    qtbot.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    assert with_buttons() == [rows[2]]
    assert [one for one in rows if one.focusPolicy() & Qt.FocusPolicy.TabFocus] == [rows[2]]


def test_arrows_go_from_one_appointment_to_the_next(tab, appointments, qtbot):
    first, second, _ = tab.page.appointments.rows()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()


def test_the_day_goes_into_a_calendar_file(tab, appointments, files, notices, tmp_path):
    files.next_path = tmp_path / "tag.ics"
    tab.findChild(QPushButton, "start.calendar").click()
    assert files.asked[-1] == ("Kalenderdatei speichern", "Termine 2026-11-23")
    text = files.next_path.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 3
    assert "M. D." in text
    assert "Dietzel" not in text
    assert notices.shown[-1] == ("success", "Die Kalenderdatei ist gespeichert.", ("Ordner",))
    notices.actions["Ordner"]()
    assert files.revealed == [files.next_path]


def test_without_appointments_there_is_no_calendar_file(tab, appointments, office):
    for number in appointments:
        office.interactions.remove(number)
    QApplication.processEvents()
    assert tab.findChild(QPushButton, "start.calendar").isHidden()


def test_rows_that_come_late_do_not_take_the_focus_from_elsewhere(tab, office, qtbot):
    """Strg+K pressed while Start still reads: the typed name belongs to the search."""
    due, found = tab.page.due, office.lists.overview(MONDAY)
    due.show_rows((), MONDAY, 0)
    due.focus_current()
    tab.page.new_button.setFocus()
    due.show_rows(found.follow_ups, MONDAY, found.waiting)
    assert tab.page.new_button.hasFocus()
    due.show_rows((), MONDAY, 0)
    due.focus_current()
    due.show_rows(found.follow_ups, MONDAY, found.waiting)
    qtbot.waitUntil(lambda: due.current().hasFocus())


def test_putting_off_says_how_full_the_days_are(tab, office, qtbot):
    tomorrow = MONDAY + dt.timedelta(days=1)
    for title in ("Eins", "Zwei"):
        office.follow_ups.add({"title": title, "due_on": tomorrow})
    planned = office.lists.day_load(tomorrow)
    row = go_to(tab, tab.wanted[0], qtbot)
    qtbot.keyClick(row, Qt.Key.Key_V)
    panel = row.panel()
    one = panel.days[tomorrow]
    words = f"morgen · {planned.talks + planned.follow_ups} geplant"
    qtbot.waitUntil(lambda: one.text() == words)
    assert planned.sentence in one.toolTip()
    panel.date.set_value(tomorrow)
    panel.date.changed.emit()
    line = panel.findChild(QWidget, "start.postpone.date.load")
    qtbot.waitUntil(lambda: line.text() == planned.sentence)
