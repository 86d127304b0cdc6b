"""The tab Personen: seen, changed, guarded, archived, matched."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from tests.make_office import term_id

from ehrenamt_desktop.model.enums import ConsentScope, Kind, PersonStage, TermKind
from ehrenamt_desktop.ui.kit.panels import Badge, PrivateLabel, scroll
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.people.person_pane import COURSE, OVERVIEW, PLACEMENTS
from ehrenamt_desktop.ui.people.tab import PeopleTab
from ehrenamt_desktop.ui.record.record_pane import FORM

MONDAY = dt.date(2026, 11, 23)


def settle():
    """Answers arrive, then rows made of them are laid out."""
    for _ in range(3):
        QApplication.processEvents()


def open_person(tab, number):
    tab.open_record(Kind.PERSON, number)
    settle()


def words(widget):
    return [one.text() for one in widget.findChildren(QWidget) if hasattr(one, "text")
            and one.isVisibleTo(widget)]  # fmt: skip


def edit_person(tab, number):
    open_person(tab, number)
    tab.pane.turn(FORM)
    settle()
    return tab.pane.form_part.form


def button(tab, name):
    return next(
        one for one in tab.findChildren(QPushButton, name) if one.isVisibleTo(one.parentWidget())
    )


def dialog(tab):
    return next(one for one in tab.findChildren(QDialog) if one.isVisible())


def test_a_person_is_seen_at_a_glance(tab, town):
    open_person(tab, town.marion)
    shown = words(tab.pane)
    assert tab.pane.head.title.text() == "Marion Dietzel"
    assert tab.pane.head.second.text() == (
        f"Nr. {town.marion} · Wichmannshausen (Sontra), Werra\u2011Meißner\u2011Kreis"
    )
    assert "05658 4471 · bevorzugt" in shown
    assert "Leuchtbergstraße 12, 36205 Sontra" in shown
    assert "bis 6 Stunden pro Woche, bis 15 km" in shown
    badges = [one.text() for one in tab.pane.findChildren(Badge)]
    assert "Darf weitergegeben werden" in badges
    assert "Erste Hilfe läuft am 14.12.2026 ab" in badges


def test_why_a_contact_must_not_be_passed_on_is_said(tab, town):
    open_person(tab, town.oezlem)
    refusal = tab.findChild(QWidget, "person.refusal")
    assert refusal.isVisible()
    assert any("Rechtsgrundlage" in one for one in words(refusal))
    button(tab, "person.refusal.consent").click()
    assert dialog(tab).windowTitle() == "Einwilligung eintragen"
    dialog(tab).reject()
    assert "Noch nicht weitergeben" in [one.text() for one in tab.pane.findChildren(Badge)]
    open_person(tab, town.marion)
    assert not refusal.isVisible()


def test_the_list_hides_the_archive_until_it_is_asked_for(tab, town):
    assert tab.list.table.ids_shown() == [town.marion, town.oezlem]
    tab.show_list(Kind.PERSON, {"archived": ("yes",)})
    assert town.joerg in tab.list.table.ids_shown()
    tab.show_list(Kind.PERSON, {"stage": (PersonStage.SEEKING.value,)})
    assert tab.list.table.ids_shown() == [town.oezlem]
    assert tab.list.filter_bar.chips() == ["sucht"]


def test_a_village_stands_without_its_town(tab, town):
    index = tab.list.table.model().index(0, 1)
    assert index.data() == "Wichmannshausen"


def test_a_change_is_kept_and_the_list_follows(tab, town, office, notices):
    form = edit_person(tab, town.oezlem)
    form.editor("first_name").line.setFocus()
    form.editor("first_name").line.clear()
    form.editor("first_name").line.insert("Özlem Ayşe")
    form.editor("first_name").tell()
    assert tab.is_dirty()
    tab.save()
    assert not tab.is_dirty()
    assert office.lists.person(town.oezlem).row.first_name == "Özlem Ayşe"
    assert notices.shown[-1] == ("success", "Gespeichert.", ("Rückgängig",))
    notices.actions["Rückgängig"]()
    settle()
    assert office.lists.person(town.oezlem).row.first_name == "Özlem"
    assert tab.pane.head.title.text() == "Özlem Yıldız"


def test_a_missing_name_is_said_under_the_field(tab, town, office, notices):
    form = edit_person(tab, town.marion)
    form.editor("last_name").line.clear()
    form.editor("last_name").tell()
    tab.save()
    assert form.errors() == {"last_name": "Bitte füllen Sie dieses Feld aus."}
    assert tab.pane.part() == FORM
    assert office.lists.person(town.marion).row.last_name == "Dietzel"


def test_typed_words_are_never_lost(tab, town, qtbot, type_text):
    line = edit_person(tab, town.marion).editor("profession").line
    line.setFocus()
    type_text(line, "Bürokauffrau")
    tab.list.table.select_id(town.oezlem)
    assert tab.pane.guard.isVisible()
    assert tab.list.table.selected_id() == town.marion
    button(tab, "person.guard.stay").click()
    assert not tab.pane.guard.isVisible()
    assert line.text() == "Bürokauffrau"


@pytest.mark.parametrize(("answer", "kept"), [("save", "Bürokauffrau"), ("discard", "")])
def test_the_question_saves_or_drops(tab, town, office, type_text, answer, kept):
    line = edit_person(tab, town.marion).editor("profession").line
    type_text(line, "Bürokauffrau")
    tab.list.table.select_id(town.oezlem)
    button(tab, f"person.guard.{answer}").click()
    settle()
    assert office.lists.person(town.marion).values["profession"] == kept
    assert tab.page.number == town.oezlem
    assert tab.pane.head.title.text() == "Özlem Yıldız"
    assert not tab.is_dirty()


def test_another_person_is_shown_without_a_question(tab, town):
    open_person(tab, town.marion)
    tab.list.table.select_id(town.oezlem)
    assert not tab.pane.guard.isVisible()
    assert tab.pane.head.title.text() == "Özlem Yıldız"


def test_a_consent_settles_what_was_open(tab, town, office):
    office.people.save({"birth_year": 1970, "last_name": "Yıldız"}, town.oezlem)
    edit_person(tab, town.oezlem)
    for scope in (ConsentScope.STORAGE, ConsentScope.HANDOVER):
        button(tab, "person.consent.new").click()
        asked = dialog(tab)
        asked.form.editor("scope").set_value(scope)
        asked.confirm()
        settle()
    detail = office.lists.person(town.oezlem)
    assert [(one.scope, one.given_on) for one in detail.consents] == [
        (ConsentScope.STORAGE, MONDAY), (ConsentScope.HANDOVER, MONDAY),
    ]  # fmt: skip
    assert detail.handover_refusal is None
    assert not tab.findChild(QWidget, "person.refusal").isVisibleTo(tab.pane)
    button(tab, f"person.consent.{detail.consents[1].id}.withdraw").click()
    settle()
    assert office.lists.person(town.oezlem).consents[1].withdrawn_on == MONDAY
    assert "widerrufen am 23.11.2026" in words(tab.pane.papers)


def test_a_consent_keeps_what_was_typed_first(tab, town, office, type_text):
    type_text(edit_person(tab, town.marion).editor("profession").line, "Bürokauffrau")
    button(tab, "person.consent.new").click()
    assert office.lists.person(town.marion).values["profession"] == "Bürokauffrau"
    assert dialog(tab).windowTitle() == "Einwilligung eintragen"


def test_a_proof_is_entered_changed_and_removed(tab, town, office):
    licence = term_id(office, TermKind.PROOF, "LICENCE_B")
    edit_person(tab, town.marion)
    button(tab, "person.proof.new").click()
    asked = dialog(tab)
    asked.confirm()
    assert asked.form.errors() == {"term_id": "Bitte füllen Sie dieses Feld aus."}
    asked.form.editor("term_id").set_value(licence)
    asked.confirm()
    settle()
    proofs = {one.label: one for one in office.lists.person(town.marion).credentials}
    assert proofs["Führerschein B"].verified_on == MONDAY
    number = proofs["Führerschein B"].id
    button(tab, f"person.proof.{number}.change").click()
    asked = next(one for one in tab.findChildren(QDialog) if one.windowTitle() == "Nachweis ändern")
    asked.form.editor("valid_until").set_value("2026-11-01")
    asked.confirm()
    settle()
    assert "abgelaufen" in words(tab.pane.papers)
    button(tab, f"person.proof.{number}.remove").click()
    assert [one.id for one in office.lists.person(town.marion).credentials] == [town.proof]


def test_what_comes_next_is_finished_in_place(tab, town, office, notices, qtbot):
    open_person(tab, town.marion)
    assert tab.pane.part() == OVERVIEW
    button(tab, f"follow_up.{town.call}.finish").click()
    panel = tab.findChild(QWidget, "start.finish")
    qtbot.keyClick(panel, Qt.Key.Key_E)
    tab.save()
    settle()
    assert town.call not in [one.id for one in office.lists.person(town.marion).follow_ups]
    assert any("Anruf" in one.title for one in office.lists.person(town.marion).history)


def test_an_open_reminder_does_not_swallow_the_saving_of_a_form(tab, town, office):
    open_person(tab, town.marion)
    button(tab, f"follow_up.{town.call}.finish").click()
    tab.new()
    tab.pane.form_part.form.editor("last_name").line.setText("Groß")
    tab.save()
    assert office.lists.person(tab.page.number).row.last_name == "Groß"


def test_a_talk_is_entered(tab, town, office):
    open_person(tab, town.oezlem)
    tab.pane.turn(COURSE)
    button(tab, "person.talk").click()
    asked = dialog(tab)
    asked.form.editor("subject").set_value("Wünsche geklärt")
    asked.confirm()
    assert office.lists.person(town.oezlem).row.last_contact_on == MONDAY
    settle()
    assert "Anruf: Wünsche geklärt" in words(tab.pane.course)
    assert tab.pane.strip.findChild(QPushButton, "person.parts.course").text() == "Verlauf 2"


def test_a_placement_opens_in_its_tab(tab, town, navigator, qtbot):
    open_person(tab, town.marion)
    assert tab.pane.strip.findChild(QPushButton, "person.parts.placements").text() == (
        "Vermittlungen 1"
    )
    tab.pane.turn(PLACEMENTS)
    with qtbot.waitSignal(navigator.open_requested) as asked:
        button(tab, f"person.placement.{town.placement}").click()
    assert asked.args == [Kind.PLACEMENT, town.placement]


def test_the_main_button_leads_to_the_match(tab, town, navigator, qtbot):
    open_person(tab, town.marion)
    with qtbot.waitSignal(navigator.match_requested) as asked:
        button(tab, "person.match").click()
    assert asked.args == [Kind.PERSON, town.marion]


def test_a_person_goes_to_the_archive_and_comes_back(tab, town, office, notices):
    open_person(tab, town.oezlem)
    archive, back = (
        tab.pane.head.menu.findChild(QAction, f"person.{name}") for name in ("archive", "reopen")
    )
    assert archive.isVisible()
    assert not back.isVisible()
    archive.trigger()
    settle()
    assert tab.list.table.ids_shown() == [town.marion]
    assert notices.shown[-1][1:] == ("Die Person liegt im Archiv.", ("Rückgängig",))
    assert back.isVisible()
    assert not archive.isVisible()
    back.trigger()
    settle()
    assert town.oezlem in tab.list.table.ids_shown()


def test_another_window_changed_the_person(tab, town, office, notices, type_text):
    type_text(edit_person(tab, town.marion).editor("profession").line, "Bürokauffrau")
    office.people.save({"hobbies": "Wandern"}, town.marion)
    settle()
    assert tab.pane.form_part.form.editor("profession").value() == "Bürokauffrau"
    tab.save()
    assert notices.shown[-1][0] == "warning"
    notices.actions["Neu laden"]()
    settle()
    assert tab.pane.form_part.form.editor("hobbies").value() == "Wandern"


def test_everything_has_a_name(tab, town):
    edit_person(tab, town.marion)
    for one in tab.findChildren(QPushButton):
        assert one.accessibleName() or one.text(), one.objectName()
    for name in ("people.table", "people.search", "people.new", "person.last_name", "person.save"):
        assert tab.findChild(QWidget, name) is not None, name
    assert isinstance(tab.pane.form_part.form, RecordForm)


def test_a_hand_over_needs_the_day_it_was_agreed(tab, office):
    before = office.lists.people.total()
    tab.new()
    form = tab.pane.form_part.form
    form.editor("last_name").line.setText("Groß")
    form.editor("consent_handover").box.click()
    tab.save()
    assert form.errors() == {
        "consent_on": "Bitte tragen Sie ein, wann die Person eingewilligt hat."
    }
    assert office.lists.people.total() == before


def test_a_new_person_has_no_parts_yet(tab, town):
    tab.new()
    settle()
    assert not tab.pane.strip.isVisible()
    assert not tab.findChild(QWidget, "person.match").isVisible()
    assert tab.findChild(QWidget, "person.save_and_match").isVisible()
    assert not tab.pane.papers.isVisible()
    assert QApplication.focusWidget().objectName() == "person.salutation"
    tab.page.discard()
    open_person(tab, town.marion)
    assert tab.pane.strip.isVisible()
    assert tab.pane.part() == OVERVIEW


def test_names_vanish_from_sight(tab, town):
    open_person(tab, town.marion)
    shown = {one.text() for one in tab.pane.findChildren(PrivateLabel)}
    assert {"Marion Dietzel", "05658 4471 · bevorzugt", "m.dietzel@example.org"} <= shown


def test_the_pictures_show_every_part(tab, town):
    seen = []
    for name, widget in tab.pictures():
        settle()
        seen.append(name)
        assert widget.isVisible()
    assert seen == ["profil", "vermittlungen", "verlauf", "aenderungen", "einwilligung",
                    "einschraenken", "einschraenkung-aufheben", "neu"]  # fmt: skip
    dialog(tab).reject()


def test_with_large_text_the_record_comes_into_sight(tab, town, qtbot):
    """Where list and record stand below each other the page scrolls to what is worked on."""
    page = scroll(tab)
    qtbot.addWidget(page)
    page.resize(700, 420)
    page.show()
    settle()
    bar = page.verticalScrollBar()
    tab.new()
    settle()
    assert tab.pane.mapTo(page, QPoint(0, 0)).y() < page.height() // 2
    assert bar.value() > 0
    tab.focus_search()
    settle()
    assert tab.list.mapTo(page, QPoint(0, 0)).y() >= 0
    tab.open_record(Kind.PERSON, town.marion)
    settle()
    assert bar.value() > 0
    page.takeWidget()


def test_the_list_stands_before_the_record_and_keeps_words_and_focus(
    office, town, tasks, bus, notices, files, navigator, qtbot
):
    made = PeopleTab(office, tasks, bus, notices, files, navigator)
    qtbot.addWidget(made)
    assert "page" not in made.__dict__
    assert not made.is_dirty()
    made.resize(1366, 700)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.focus_search()
    made.list.search_box.setText("yil")
    made.list.table.select_id(town.oezlem)
    qtbot.waitUntil(lambda: "page" in made.__dict__)
    assert made.list.search_box.text() == "yil"
    assert made.list.search_box.hasFocus()
    qtbot.waitUntil(lambda: made.page.number == town.oezlem)
