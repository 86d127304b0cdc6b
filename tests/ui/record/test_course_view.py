from __future__ import annotations

import datetime as dt

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.rows import HistoryRow
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import PrivateLabel
from ehrenamt_desktop.ui.record.course_view import CourseView


def test_notes_are_blanked_by_sichtschutz(collaborators, qtbot):
    view = CourseView(Desk(*collaborators))
    qtbot.addWidget(view)
    view.show()
    row = HistoryRow(dt.date(2026, 11, 1), Kind.INTERACTION, "Anruf", "Hat von Oma erzählt")
    view.show_rows([row])
    assert [one.text() for one in view.findChildren(PrivateLabel)] == ["Hat von Oma erzählt"]


def test_nothing_is_built_before_it_is_looked_at(collaborators, qtbot):
    view = CourseView(Desk(*collaborators))
    qtbot.addWidget(view)
    row = HistoryRow(dt.date(2026, 11, 1), Kind.INTERACTION, "Anruf", "Hat von Oma erzählt")
    view.show_rows([row])
    assert view.findChildren(PrivateLabel) == []
