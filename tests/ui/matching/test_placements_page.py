"""Placements in a real window: chain, hand-over, reminders, dates."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QWidget

from ehrenamt_desktop.model.enums import EndReason, Kind, PlacementState
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.weighing import Weighing
from ehrenamt_desktop.ui.kit.panels import PrivateLabel

ENTER = Qt.Key.Key_Return


@pytest.fixture
def proposed(tab, office, town):
    (number,) = office.placements.propose(town.person, town.offers[:1])
    QApplication.processEvents()
    tab.open_record(Kind.PLACEMENT, number)
    return number


def shown_dialog(tab):
    return next(one for one in tab.findChildren(QDialog) if one.isVisible())


def press(tab, name):
    QApplication.processEvents()
    found = [one for one in tab.findChildren(QPushButton, name) if one.isVisibleTo(tab)]
    found[-1].click()


def state(office, number):
    (row,) = office.lists.placements.rows([number])
    return row.state


def words(widget):
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def test_the_title_counts_open_placements(tab, proposed):
    assert tab.findChild(QPushButton, "matching.views.placements").text() == "Vermittlungen 1"


def test_the_pane_shows_person_offer_and_chain(tab, proposed):
    shown = words(tab.placements.pane)
    for text in ("Marion Dietzel", "Kindern vorlesen", "Vorgeschlagen", "23.11.2026", "noch offen"):
        assert text in shown


def test_the_panel_shows_recipient_data_and_consent_and_enter_passes_on(
    tab, office, proposed, notices, files
):
    press(tab, "placement.pass_on")
    dialog = shown_dialog(tab)
    shown = words(dialog)
    assert dialog.recipient.currentText() == "Förderverein Stadtbücherei"
    assert dialog.way.currentText() == "persönlich"
    assert "Marion Dietzel" in shown
    assert "Darf weitergegeben werden: Einwilligung vom 01.11.2026, schriftlich." in shown
    QTest.keyClick(dialog, ENTER)
    assert state(office, proposed) is PlacementState.PASSED_ON
    assert notices.texts() == ["Der Kontakt ist weitergegeben. Nachfragen am 07.12.2026."]
    assert files.mails == []
    shown = words(tab.placements.pane)
    assert "Kontakt weitergegeben an" in shown
    assert "23.11.2026 an Förderverein Stadtbücherei (persönlich): Name, Anschrift" in shown


def test_recipient_way_and_parts_are_chosen_and_the_draft_follows(
    tab, office, town, notices, files, tmp_path
):
    offer = office.lists.offer(town.offers[1])
    roth = {"last_name": "Roth", "first_name": "Anna", "email": "roth@example.org"}
    office.initiatives.save_contact(offer.row.initiative_id, roth)
    office.people.save({"phone": "05653 111", "mobile": "0170 2222"}, town.person)
    (number,) = office.placements.propose(town.person, [offer.id])
    QApplication.processEvents()
    tab.open_record(Kind.PLACEMENT, number)
    press(tab, "placement.pass_on")
    dialog = shown_dialog(tab)
    assert dialog.recipient.currentText() == "Anna Roth"
    assert dialog.way.currentText() == "E-Mail"
    assert "roth@example.org" in words(dialog)
    assert dialog.wish().parts == ("name", "phone")
    dialog.findChild(QCheckBox, "placement.pass_on_panel.part.mobile").click()
    QTest.keyClick(dialog, ENTER)
    (log,) = office.lists.placement(number).passed
    assert (log.recipient, log.parts) == (
        "Anna Roth, Förderverein Stadtbücherei", "Name, Telefon, Mobil"
    )  # fmt: skip
    assert files.mails[0].startswith("mailto:roth@example.org?subject=")
    files.next_path = tmp_path / "entwurf.eml"
    copy, save = notices.actions["Adresse kopieren"], notices.actions["E-Mail speichern …"]
    copy()
    assert QApplication.clipboard().text() == "roth@example.org"
    save()
    assert b"X-Unsent: 1" in files.next_path.read_bytes()
    assert "Dietzel" not in files.asked[-1][1]


def test_names_are_dots_in_the_panel_under_sichtschutz(tab, office, proposed):
    press(tab, "placement.pass_on")
    dialog = shown_dialog(tab)
    named = [one for one in dialog.findChildren(QLabel) if "Dietzel" in one.text()]
    assert named
    assert all(isinstance(one, PrivateLabel) for one in named)
    assert not any("Dietzel" in one.text() for one in dialog.findChildren(QCheckBox))


def test_without_consent_nothing_goes_out_and_the_way_leads_to_the_person(
    tab, office, proposed, navigator
):
    detail = office.lists.person(office.lists.placement(proposed).row.person_id)
    handover = next(one for one in detail.consents if one.scope == "handover")
    office.people.withdraw_consent(handover.id, dt.date(2026, 11, 20))
    QApplication.processEvents()
    opened = []
    navigator.open_requested.connect(lambda kind, number: opened.append((kind, number)))
    press(tab, "placement.pass_on")
    dialog = shown_dialog(tab)
    assert any("noch nicht zugestimmt" in text for text in words(dialog))
    assert not dialog.accept_button.isEnabled()
    assert "Am Anger 3" not in " ".join(words(dialog))
    QTest.keyClick(dialog, ENTER)
    assert state(office, proposed) is PlacementState.PROPOSED
    assert opened == [(Kind.PERSON, detail.id)]


def test_running_and_ending_ask_for_day_and_reason(tab, office, proposed):
    office.placements.move(proposed, PlacementState.PASSED_ON)
    QApplication.processEvents()
    press(tab, "placement.run")
    dialog = shown_dialog(tab)
    assert dialog.form.values()["on"] == dt.date(2026, 11, 23)
    QTest.keyClick(dialog, ENTER)
    assert state(office, proposed) is PlacementState.RUNNING
    QApplication.processEvents()
    press(tab, "placement.end")
    dialog = shown_dialog(tab)
    QTest.keyClick(dialog, ENTER)
    assert "reason" in dialog.form.errors()
    dialog.form.editor("reason").set_value(EndReason.MOVED)
    QTest.keyClick(dialog, ENTER)
    QApplication.processEvents()
    assert state(office, proposed) is PlacementState.ENDED
    assert "Umzug" in words(tab.placements.pane)
    assert not tab.findChildren(QPushButton, "placement.end") or not any(
        one.isVisibleTo(tab) for one in tab.findChildren(QPushButton, "placement.end")
    )


def test_a_refused_day_stands_in_the_dialog(tab, office, proposed):
    office.placements.move(proposed, PlacementState.PASSED_ON)
    QApplication.processEvents()
    press(tab, "placement.run")
    dialog = shown_dialog(tab)
    dialog.form.editor("on").set_value(dt.date(2026, 1, 1))
    QTest.keyClick(dialog, ENTER)
    assert dialog.isVisible()
    assert any("vor dem letzten Schritt" in text for text in words(dialog))


def test_dates_are_kept_by_the_save_key(tab, office, proposed):
    pane = tab.placements.pane
    assert not tab.is_dirty()
    QTest.keyClicks(pane.form.editor("meeting_on").line, "1.12.2026")
    assert tab.is_dirty()
    tab.save()
    QApplication.processEvents()
    assert office.lists.placement(proposed).values["meeting_on"] == dt.date(2026, 12, 1)
    assert not tab.is_dirty()


def test_hours_per_week_are_agreed_apart_from_those_of_the_offer(tab, office, proposed):
    pane = tab.placements.pane
    editor = pane.form.editor("hours_per_week")
    editor.set_value(99.0)
    pane.form.changed.emit()
    tab.save()
    QApplication.processEvents()
    assert office.lists.placement(proposed).values["hours_per_week"] is None
    assert "hours_per_week" in pane.form.errors()
    editor.set_value(4.5)
    pane.form.editor("note").set_value("Schlüssel liegt bei der Bücherei.")
    tab.save()
    QApplication.processEvents()
    kept = office.lists.placement(proposed).values
    assert (kept["hours_per_week"], kept["note"]) == (4.5, "Schlüssel liegt bei der Bücherei.")


def test_the_pane_says_where_the_offer_stood_and_what_was_weighed(tab, office, town):
    office.weights.keep(Weighing().moved(Side.PERSON, 3, 0), "Zeit zuerst")
    (number,) = office.placements.propose(town.person, town.offers[:1])
    tab.open_record(Kind.PLACEMENT, number)
    QApplication.processEvents()
    assert "Platz 1 der Liste · Wichtigkeit: Zeit zuerst" in words(tab.placements.pane)


def test_typed_dates_survive_a_change_of_the_record(tab, office, proposed):
    pane = tab.placements.pane
    QTest.keyClicks(pane.form.editor("meeting_on").line, "1.12.2026")
    office.placements.move(proposed, PlacementState.PASSED_ON)
    QApplication.processEvents()
    assert pane.form.values()["meeting_on"] == dt.date(2026, 12, 1)


def test_reminders_are_finished_and_postponed(tab, office, proposed):
    (reminder,) = office.lists.placement(proposed).follow_ups
    press(tab, f"follow_up.{reminder.id}.postpone")
    dialog = shown_dialog(tab)
    dialog.form.editor("due_on").set_value(dt.date(2026, 12, 24))
    QTest.keyClick(dialog, ENTER)
    QApplication.processEvents()
    assert office.lists.placement(proposed).follow_ups[0].due_on == dt.date(2026, 12, 24)
    press(tab, f"follow_up.{reminder.id}.finish")
    QTest.keyClick(shown_dialog(tab), ENTER)
    QApplication.processEvents()
    assert office.lists.placement(proposed).follow_ups == ()


def test_a_tile_leads_to_its_filter(tab, proposed):
    tab.show_list(Kind.PLACEMENT, {"state": ("running",)})
    assert tab.placements.list.table.count() == 0
    tab.show_list(Kind.PLACEMENT, {"state": ("proposed",)})
    assert tab.placements.list.table.ids_shown() == [proposed]


def test_the_changes_of_a_placement_are_shown_and_put_back(tab, office, proposed):
    office.placements.set_dates(proposed, {"trial_on": dt.date(2026, 12, 1)})
    press(tab, "placement.changes")
    history = shown_dialog(tab).history
    model = history.table.changes
    assert [model.data(model.index(0, one)) for one in (1, 2, 3)] == [
        "Schnuppertermin am", "–", "01.12.2026",
    ]  # fmt: skip
    history.table.selectRow(0)
    history.back.click()
    assert office.lists.placement(proposed).values["trial_on"] is None


def test_what_stops_the_hand_over_stands_beside_the_step(tab, office, proposed, navigator):
    pane = tab.placements.pane
    assert not pane.findChild(QWidget, "placement.missing").isVisibleTo(pane)
    detail = office.lists.person(office.lists.placement(proposed).row.person_id)
    handover = next(one for one in detail.consents if one.scope == "handover")
    office.people.withdraw_consent(handover.id, dt.date(2026, 11, 20))
    assert any("noch nicht zugestimmt" in text for text in words(pane))
    opened = []
    navigator.open_requested.connect(lambda kind, number: opened.append((kind, number)))
    press(tab, "placement.missing.open")
    assert opened == [(Kind.PERSON, detail.id)]


def test_a_jobseekers_hours_are_hinted_at_before_the_placement_runs(tab, office, proposed):
    pane = tab.placements.pane
    person = office.lists.person(office.lists.placement(proposed).row.person_id)
    office.people.save({"occupation": "job_seeker"}, person.id)
    assert not any("Agentur für Arbeit" in text for text in words(pane))
    offer = office.lists.offer(office.lists.placement(proposed).row.offer_id)
    office.offers.save({"hours_per_week": 14}, offer.id)
    assert any(
        "Zusammen 14 Stunden pro Woche. Ab 15 Stunden pro Woche" in text for text in words(pane)
    )
    assert any("§ 138 Abs. 2 SGB III, EhrBetätV, Stand 22.11.2026" in text for text in words(pane))
