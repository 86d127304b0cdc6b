"""Words of the data are shown as they are: no widget, tooltip or list reads them as markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QTextEdit, QWidget
from tests.walk_desk import SCENES, clear_away, make_window

from ehrenamt_desktop.store.erasing import raw
from ehrenamt_desktop.store.records import METADATA
from ehrenamt_desktop.ui.kit.desk import Desk

EVIL = "<b>Ulk</b><img src='file:///x.png'>"
SPOILT = {
    "person": ("first_name", "last_name", "title", "street", "city", "adviser_note", "profession",
               "hobbies", "reachable_note", "guardian_name", "restriction"),
    "initiative": ("name", "purpose", "street", "city", "note", "parent_body"),
    "contact_person": ("first_name", "last_name", "function"),
    "offer": ("title", "teaser", "description", "location", "requirements", "time_text"),
    "interaction": ("subject", "note", "place", "caller"),
    "follow_up": ("title", "note"),
    "placement": ("recipient", "note", "override_reason"),
    "posting": ("title", "purpose"),
    "place": ("name",),
    "term": ("label",),
    "board": ("name", "note"),
    "grant_programme": ("name", "funder", "purpose", "note"),
    "grant_application": ("title", "note"),
    "household": ("name",),
    "saved_view": ("name",),
    "letter_text": ("title",),
    "status_event": ("reason",),
}  # fmt: skip
"""Columns whose words are shown somewhere."""

ROWS = 12
"""Of a list are looked at."""


@pytest.fixture
def window(collaborators, tmp_path, qtbot):
    office = collaborators[0]
    with office.store.write("Verdorben") as unit:
        connection = raw(unit.connection())
        for table, columns in SPOILT.items():
            known = {column.name for column in METADATA.tables[table].columns}
            assert set(columns) <= known, table
            words = ", ".join(
                f"\"{one}\" = '{EVIL.replace(chr(39), chr(39) * 2)}' || id" for one in columns
            )
            connection.execute(f'UPDATE "{table}" SET {words}')
    made = make_window(Desk(*collaborators), tmp_path)
    qtbot.addWidget(made)
    yield made
    clear_away()


def rich(words: str) -> bool:
    """Whether Qt would read words as markup; what is escaped as a whole shows itself."""
    shown = words.removeprefix("<p>").removesuffix("</p>")  # as `kit.tips` escapes it
    return "<" in shown and GuiQt.mightBeRichText(words)


def told(view: QAbstractItemView) -> list[str]:
    """What the tooltips of a list say."""
    model = view.model()
    if model is None:
        return []
    return [
        str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
        for row in range(min(ROWS, model.rowCount()))
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    ]


def faults(view: QWidget) -> list[str]:
    found = []
    for one in (view, *view.findChildren(QWidget)):
        name = one.objectName() or type(one).__name__
        tips = (one.toolTip(), one.statusTip(), one.whatsThis())
        found += [f"{name}: tooltip {words[:80]!r}" for words in tips if rich(words)]
        if isinstance(one, QLabel) and one.text() and one.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"{name}: label {one.text()[:80]!r}")
        if isinstance(one, QMessageBox) and one.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"{name}: message {one.text()[:80]!r}")
        if (
            isinstance(one, QTextEdit)
            and EVIL[:6] not in one.toPlainText()
            and "Ulk" in one.toPlainText()
        ):
            found.append(f"{name}: text")
        if isinstance(one, QAbstractItemView):
            found += [f"{name}: row {words[:80]!r}" for words in told(one) if rich(words)]
    return found


@pytest.mark.parametrize("key", SCENES)
def test_no_words_are_read_as_markup(window, key, tmp_path):
    found = dict.fromkeys(
        f"{name}: {fault}" for name, view in SCENES[key](window, tmp_path) for fault in faults(view)
    )
    assert list(found) == []
