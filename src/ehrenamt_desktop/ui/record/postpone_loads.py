"""How full the days are that a reminder may be put off to."""

from __future__ import annotations

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.postpone_panel import PostponePanel
from ehrenamt_desktop.ui.record.talk_form import DayLoadLine


def tell_loads(desk: Desk, panel: PostponePanel) -> None:
    """Tell it on the usual days, and beside any other date that is typed."""
    DayLoadLine(desk, panel.date)
    days = tuple(panel.days)
    lists = desk.office.lists
    desk.tasks.run(
        Lane.READ,
        lambda: [lists.day_load(day) for day in days],
        panel.show_loads,
        key="postpone.loads",
    )
