"""Angaben zum Büro: shown, checked, kept, undone."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.office.details_dialog import NO_NAME, NO_PHONE, SPECS, OfficeDialog


@pytest.fixture
def host(desk, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(collaborators, host):
    made = OfficeDialog(Desk(*collaborators), host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.load()
    return made


def test_every_detail_has_its_field_and_says_where_it_is_printed():
    assert {spec.key for spec in SPECS} == set(OfficeInfo.__dataclass_fields__) - {"head"}
    assert all(spec.hint for spec in SPECS)


def test_what_is_kept_is_shown(dialog, office):
    assert dialog.isVisible()
    assert not dialog.form.is_dirty()
    kept = asdict(office.lists.office_info())
    kept.pop("head")  # has a dialog of its own
    assert dialog.form.values() == kept


def test_changes_are_kept_and_can_be_undone(dialog, office, notices, qtbot):
    before = office.lists.office_info()
    dialog.form.editor("hours").input.setText("Di 9–12 Uhr")
    dialog.form.editor("room").input.setText("  Zimmer 7 ")
    with qtbot.waitSignal(dialog.kept):
        dialog.accept_button.click()
    kept = office.lists.office_info()
    assert (kept.hours, kept.room, kept.phone) == ("Di 9–12 Uhr", "Zimmer 7", before.phone)
    assert not dialog.isVisible()
    assert notices.texts() == ["Die Angaben zum Büro sind gespeichert."]
    office.history.undo()
    assert office.lists.office_info() == before


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [("phone", "", NO_PHONE), ("phone", "folgt", NO_PHONE), ("name", "  ", NO_NAME)],
)
def test_papers_cannot_do_without(dialog, office, key, value, sentence):
    before = office.lists.office_info()
    dialog.form.editor(key).input.setText(value)
    dialog.accept_button.click()
    assert dialog.form.errors() == {key: sentence}
    assert dialog.isVisible()
    assert office.lists.office_info() == before


@pytest.mark.parametrize(("answer", "open_still"), [(True, False), (False, True)])
def test_leaving_asks_only_when_something_was_typed(dialog, notices, answer, open_still):
    dialog.form.editor("city").input.setText("Herleshausen")
    notices.answers = answer
    dialog.cancel_button.click()
    assert dialog.isVisible() is open_still
    assert len(notices.questions) == 1


def test_leaving_untouched_asks_nothing(dialog, notices):
    dialog.cancel_button.click()
    assert not dialog.isVisible()
    assert notices.questions == []
