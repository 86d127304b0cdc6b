"""The call sheet: whom to phone, boxes for what came of it, a line for each note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm

from ehrenamt_desktop.model.desk_sheets import CallEntry
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import count, cut, day, tidy
from ehrenamt_desktop.reports import paper, round_rows
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.round_rows import Strip

TITLE = "Anrufliste"
RESULTS = ("erreicht", "nicht erreicht", "ruft zurück")
NO_PHONE = "keine Telefonnummer eingetragen"


def call_sheet(
    path: Path,
    office: OfficeInfo,
    reason: str,
    entries: Sequence[CallEntry],
    today: dt.date,
    progress: Progress = QUIET,
) -> int:
    """Write the sheet as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: whose sheet it is.
        reason: why they are called.
        entries: whom to call, in their order.
        today: the day of the sheet.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    reach = f" · {tidy(office.phone)}" if tidy(office.phone) else ""
    strips = [
        round_rows.words(f"{TITLE}: {cut(tidy(reason), 160)}", 16, bold=True),
        round_rows.words(f"Stand: {day(today)} · {count(len(entries), 'Anruf', 'Anrufe')}", 10,
                         soft=True),
        round_rows.gap(3 * mm),
        _heading(),
        *(_row(one) for one in entries),
    ]  # fmt: skip
    made = round_rows.pages(strips, lambda _lead: (_heading(),))
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, TITLE, office.carrier or office.name, "Anrufe")
        for index, page in enumerate(made):
            progress.step(index, len(made), f"Seite {index + 1} von {len(made)}")
            number = f"Seite {index + 1} von {len(made)}"
            if len(made) > 3:
                paper.bookmark(canvas, f"{TITLE}, {number}")
            round_rows.draw_page(canvas, page, f"{tidy(office.name)}{reach}", number)
        canvas.save()
        progress.step(len(made), len(made))
    return len(made)


def _heading() -> Strip:
    return round_rows.heading("Nr.", "Wen", RESULTS)


def _row(one: CallEntry) -> Strip:
    name = cut(tidy(one.name), 120) or f"Nr. {one.number}"
    title = f"{name}\n{cut(tidy(one.phone), 40)}" if tidy(one.phone) else name
    missing = "" if tidy(one.phone) else NO_PHONE
    about = " · ".join(part for part in (missing, cut(tidy(one.about), 120)) if part)
    return round_rows.tick_row(str(one.number), title, about, "Notiz:", TITLE, len(RESULTS))
