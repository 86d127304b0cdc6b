"""A record with dozens of reminders shows the first, and the rest on wish."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QPushButton
from tests.make_office import adult

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.record.follow_up_list import FIRST, FollowUpList


def test_the_rest_comes_on_wish(office, collaborators, qtbot):
    number = adult(office)
    for day in range(1, FIRST + 4):
        due = dt.date(2026, 12, day)
        office.follow_ups.add({"person_id": number, "due_on": due, "title": f"Anruf {day}"})
    shown = FollowUpList(Desk(*collaborators))
    qtbot.addWidget(shown)
    shown.show_rows(office.lists.person(number).follow_ups)
    shown.show()

    def finishing() -> list[str]:
        buttons = [one for one in shown.findChildren(QPushButton) if one.isVisible()]
        return [one.accessibleName() for one in buttons if one.text() == "Erledigt …"]

    assert len(finishing()) == FIRST
    more = shown.findChild(QPushButton, "follow_up.more")
    assert more.text() == "3 weitere zeigen"
    more.click()
    qtbot.waitUntil(lambda: len(finishing()) == FIRST + 3)
    assert more.isHidden()
