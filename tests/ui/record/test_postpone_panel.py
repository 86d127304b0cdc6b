"""The usual days a reminder is put off to."""

from __future__ import annotations

import datetime as dt

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.rows import DayLoad
from ehrenamt_desktop.ui.record.postpone_panel import PostponePanel


def words(panel):
    return [one.text() for one in panel.days.values()]


def test_on_a_monday_the_usual_words(qtbot, frozen):
    panel = PostponePanel()
    qtbot.addWidget(panel)
    assert words(panel) == ["morgen", "in 3 Tagen", "in einer Woche", "in vier Wochen"]


def test_on_a_friday_no_day_is_offered_twice_or_called_tomorrow(qtbot):
    with clock.frozen(dt.date(2026, 11, 27)):
        panel = PostponePanel()
        qtbot.addWidget(panel)
        assert words(panel) == ["Mo, 30.11.", "in einer Woche", "in vier Wochen"]
        panel.show_loads([DayLoad(day, 1, 2) for day in panel.days])
    assert words(panel)[0] == "Mo, 30.11. · 3 geplant"
