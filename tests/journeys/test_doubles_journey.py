"""A caller who is here already is noticed while she is typed; two records become one, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.make_office import adult, make_office, offer

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.doubles.merge_dialog import MergeDialog
from ehrenamt_desktop.ui.doubles.review_dialog import ReviewDialog


@pytest.fixture
def office(tmp_path, tmp_path_factory, frozen, bus):
    made = make_office(tmp_path, tmp_path_factory.getbasetemp())
    path = made.path
    made.close()
    opened = open_office(path, on_changed=bus.publish)
    yield opened
    opened.close()


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def test_she_is_noticed_while_typing_merged_later_and_parted_again(
    window, office, qtbot, type_text, bar
):
    known = adult(
        office, last_name="Mayer", first_name="Johannes", birth_year=1956,
        phone="05653 4471", adviser_note="Liest gern vor.",
    )  # fmt: skip
    office.placements.propose(known, [offer(office)])

    window.show_tab("people")
    tab = window.current()
    tab.new()
    qtbot.waitUntil(lambda: tab.page.pane.form_part.form is not None)
    form, hint = tab.page.pane.form_part.form, tab.page.pane.doubles
    type_text(form.editor("first_name").line, "Hans")
    type_text(form.editor("last_name").line, "Meier")
    type_text(form.editor("phone").line, "0565344 71")
    qtbot.waitUntil(hint.isVisible)
    assert hint.words.text().startswith("Schon da? Mayer, Johannes · 1956 · 05653 4471")
    tab.save()
    qtbot.waitUntil(lambda: office.lists.people.total() == 2)

    entry = next(one for one in window.equipment.commands.commands() if one.name == "main.doubles")
    assert entry.title == "Doppelte Personen …"
    entry.run()
    review = window.findChild(ReviewDialog)
    qtbot.waitUntil(lambda: review.table.rowCount() == 1)
    press(review.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: review.findChild(MergeDialog) is not None)
    merge = review.findChild(MergeDialog)
    merge.findChild(QPushButton, "merge.last_name.lose").setChecked(True)
    merge.accept_button.click()
    qtbot.waitUntil(lambda: office.lists.people.total() == 1)
    qtbot.waitUntil(lambda: review.table.rowCount() == 0)
    detail = office.lists.person(known)
    assert (detail.values["last_name"], detail.values["first_name"]) == ("Meier", "Johannes")
    assert len(detail.placements) == 1
    assert "Mayer" in detail.values["adviser_note"]
    qtbot.waitUntil(lambda: tab.list.table.count() == 1)

    review.reject()
    window.equipment.undo.undo_last()
    qtbot.waitUntil(lambda: office.lists.people.total() == 2)
    assert {office.lists.person(one).row.last_name
            for one in office.lists.people.ids(ListQuery())} == {"Mayer", "Meier"}  # fmt: skip
