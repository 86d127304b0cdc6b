"""What is typed about a person is kept every few seconds and comes back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.record.record_pane import FORM


@pytest.fixture
def form(tab, town):
    tab.open_record(Kind.PERSON, town.marion)
    tab.pane.turn(FORM)
    QApplication.processEvents()
    return tab.pane.form_part.form


@pytest.fixture
def edit(type_text):
    def into(form, key, words):
        form.editor(key).line.clear()
        type_text(form.editor(key).line, words)

    return into


def test_typing_is_kept_and_saving_removes_it(tab, form, edit, office, town):
    edit(form, "phone", "05653 2222")
    assert tab.page.autosaver._timer.isActive()
    tab.page.autosaver.keep()
    (one,) = office.lists.unsaved()
    assert (one.number, one.changes) == (town.marion, {"phone": "05653 2222"})
    tab.save()
    assert office.lists.person(town.marion).values["phone"] == "05653 2222"
    assert office.lists.unsaved() == ()
    assert not tab.page.autosaver._timer.isActive()


def test_dropping_removes_it_too(tab, form, edit, office):
    edit(form, "phone", "05653 2222")
    tab.page.autosaver.keep()
    tab.page.discard()
    assert office.lists.unsaved() == ()


def test_what_is_typed_back_is_no_change(tab, form, edit, office):
    before = form.editor("phone").line.text()
    edit(form, "phone", "1")
    tab.page.autosaver.keep()
    edit(form, "phone", before)
    assert not tab.is_dirty()
    assert office.lists.unsaved() == ()


def test_the_same_words_are_written_once(tab, form, edit, office, monkeypatch):
    edit(form, "phone", "05653 2222")
    written = []
    keep = office.autosaves.keep
    monkeypatch.setattr(office.autosaves, "keep", lambda *given: written.append(keep(*given)))
    tab.page.autosaver.keep()
    tab.page.autosaver.keep()
    assert len(written) == 1


def test_a_disk_that_fails_disturbs_nobody(tab, form, edit, office, notices, monkeypatch):
    def fail(*_):
        raise OSError

    monkeypatch.setattr(office.autosaves, "keep", fail)
    edit(form, "phone", "05653 2222")
    tab.page.autosaver.keep()
    assert notices.errors == []
    assert form.editor("phone").value() == "05653 2222"


def test_a_kept_person_comes_back_as_it_was_typed(tab, form, edit, office, town, notices):
    edit(form, "phone", "05653 2222")
    edit(form, "birth_year", "neunzehn")
    form.editor("adviser_note").set_value("Viel Text\nin zwei Zeilen")
    form.editor("occupation").set_value("retired")
    form.editor("terms.wish.area").set_value([])
    tab.page.autosaver.keep()
    (one,) = office.lists.unsaved()
    tab.page.pane.form_part.settle()
    office.autosaves.keep("früher", one.kind, one.number, one.values, one.changes)
    tab.open_record(Kind.PERSON, town.oezlem)
    (one,) = office.lists.unsaved()
    tab.restore(one)
    QApplication.processEvents()
    assert tab.page.number == town.marion
    assert tab.is_dirty()
    back = tab.pane.form_part.form
    assert back.editor("phone").value() == "05653 2222"
    assert back.editor("birth_year").line.text() == "neunzehn"
    assert back.editor("adviser_note").value() == "Viel Text\nin zwei Zeilen"
    assert back.editor("occupation").value().value == "retired"
    assert back.editor("terms.wish.area").value() == []
    assert [one.key for one in office.lists.unsaved()] != ["früher"]
    edit(back, "birth_year", "1961")
    tab.save()
    assert office.lists.person(town.marion).values["phone"] == "05653 2222"
    assert office.lists.unsaved() == ()


def test_a_new_person_comes_back(tab, office, edit, type_text):
    tab.new()
    QApplication.processEvents()
    fresh = tab.pane.form_part.form
    edit(fresh, "last_name", "Löffler")
    tab.page.autosaver.keep()
    (one,) = office.lists.unsaved()
    assert one.words == "Person (neu)"
    tab.page.pane.form_part.settle()
    office.autosaves.keep("früher", one.kind, one.number, one.values, one.changes)
    tab.page.discard()
    tab.restore(office.lists.unsaved()[0])
    QApplication.processEvents()
    assert tab.pane.form_part.form.editor("last_name").value() == "Löffler"
    tab.save()
    assert "Löffler" in [row.last_name for row in office.lists.people.rows(range(1, 20))]
    assert office.lists.unsaved() == ()


def test_looking_at_forms_asks_nothing(tab, form, town, office):
    """The question comes only when something really changed."""
    for number in (town.oezlem, town.joerg, town.marion):
        tab.open_record(Kind.PERSON, number)
        tab.pane.turn(FORM)
        QApplication.processEvents()
        assert not tab.is_dirty()
        assert not tab.pane.guard.isVisible()
    assert office.lists.unsaved() == ()
