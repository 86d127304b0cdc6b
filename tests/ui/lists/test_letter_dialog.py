"""Serienbrief-Liste: households joined by hand, one letter each only when wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog

HOME = {"street": "Am Graben 3", "postcode": "36205", "city": "Sontra", "birth_year": 1960}


@pytest.fixture
def pair(office):
    made = []
    for salutation, first in (("ms", "Marion"), ("mr", "Horst")):
        values = {"last_name": "Dietzel", "first_name": first, "salutation": salutation, **HOME}
        made.append(office.people.save(values))
        for scope in ("storage", "letters"):
            office.people.add_consent(made[-1], {"scope": scope, "given_on": "2026-11-01"})
    return tuple(made)


@pytest.fixture
def dialog(collaborators, pair, office, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    refused = office.people.save({"last_name": "Offen", **HOME})
    made = LetterDialog(Desk(*collaborators), pair, (*pair, refused), host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    yield made
    made.close()


def cells(dialog, part):
    dialog.parts.set_current(part)
    dialog.parts.changed.emit(part)
    model = dialog.table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_a_household_is_joined_and_gets_one_letter_when_wanted(dialog, office, pair, qtbot):
    assert dialog.counts.text() == "2 Briefe an 2 Personen"
    assert not dialog.shared.isChecked()
    assert cells(dialog, "households")[0][1] == "möglich"
    assert dialog.name.text() == "Marion und Horst Dietzel"
    qtbot.mouseClick(dialog.join_button, Qt.MouseButton.LeftButton)
    assert cells(dialog, "households")[0][1] == "verbunden"
    assert dialog.counts.text() == "2 Briefe an 2 Personen"
    dialog.shared.click()
    assert dialog.counts.text() == "1 Brief an 2 Personen"
    assert cells(dialog, "letters")[0][2] == (
        "Marion und Horst Dietzel: Sehr geehrte Frau Dietzel, sehr geehrter Herr Dietzel"
    )
    cells(dialog, "households")
    qtbot.mouseClick(dialog.join_button, Qt.MouseButton.LeftButton)
    assert dialog.counts.text() == "2 Briefe an 2 Personen"
    assert office.history.next_undo().action == "Haushalt getrennt"


def test_a_missing_name_is_said(dialog):
    cells(dialog, "households")
    dialog.name.clear()
    dialog.join_or_part()
    assert "Namen" in dialog.refusal.text()


def test_who_gets_none_is_named_with_the_reason(dialog, qtbot):
    dialog.extent.set_current("shown")
    dialog.extent.changed.emit("shown")
    assert dialog.counts.text() == "2 Briefe an 2 Personen, 1 außen vor"
    ((_, _, words),) = cells(dialog, "refused")
    assert words == "Offen: Die Rechtsgrundlage ist noch offen."


def test_the_list_is_written_and_remembered(dialog, files, notices, office, tmp_path):
    files.next_path = tmp_path / "briefe.xlsx"
    dialog.confirm()
    assert files.next_path.exists()
    assert notices.texts() == ["Die Serienbrief-Liste ist gespeichert (2 Briefe)."]
    assert not dialog.isVisible()


def test_nothing_leaves_behind_sichtschutz(dialog, files, tmp_path):
    privacy.mask(on=True)
    try:
        files.next_path = tmp_path / "briefe.xlsx"
        dialog.confirm()
        assert not files.asked
        assert "Sichtschutz" in dialog.refusal.text()
        shown = [*cells(dialog, "letters"), *cells(dialog, "households")]
        assert all("Dietzel" not in cell for row in shown for cell in row)
        assert dialog.household.isHidden()
    finally:
        privacy.mask(on=False)
