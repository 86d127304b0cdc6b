"""The list for a round of the boards: at each one, what comes down and what goes up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm

from ehrenamt_desktop.model.boards import RoundStop
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import count, cut, day, tidy
from ehrenamt_desktop.reports import round_rows
from ehrenamt_desktop.reports.round_rows import Strip
from ehrenamt_desktop.reports.strip_paper import About, write_strips

TITLE = "Rundgang: Aushänge"


def board_round(
    path: Path,
    office: OfficeInfo,
    stops: Sequence[RoundStop],
    today: dt.date,
    progress: Progress = QUIET,
) -> int:
    """Write the list as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: whose list it is.
        stops: the boards, in the order of the round.
        today: the day of the list.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    strips = [
        round_rows.words(TITLE, 16, bold=True),
        round_rows.words(f"Stand: {day(today)} · {_boards(len(stops))}", 10, soft=True),
    ]
    for stop in stops:
        strips += _block(stop)
    foot = f"{tidy(office.name)} · Rundgang · {day(today)}"
    about = About(TITLE, office.carrier or office.name, "Rundgang", foot)
    return write_strips(path, about, strips, progress, _again)


def _block(stop: RoundStop) -> list[Strip]:
    """Where it is and what is to be done there."""
    name = _name(stop)
    strips = [round_rows.gap(6 * mm), round_rows.words(name, 13, bold=True, marked=True)]
    if tidy(stop.note):
        strips.append(round_rows.words(cut(tidy(stop.note), 500), 10))
    strips += [round_rows.gap(1.5 * mm), _heading()]
    for item in stop.items:
        title = f"{item.deed.capitalize()}: {cut(tidy(item.title), 200)}"
        strips.append(round_rows.tick_row("", title, "", "Notiz:", name, 1))
    return strips


def _again(lead: str) -> Sequence[Strip]:
    return round_rows.words(f"{lead} (Fortsetzung)", 11, bold=True), _heading()


def _heading() -> Strip:
    return round_rows.heading("", "Blatt", ("erledigt",))


def _name(stop: RoundStop) -> str:
    place = tidy(stop.place)
    return cut(f"{place}: {tidy(stop.name)}" if place else tidy(stop.name), 160)


def _boards(amount: int) -> str:
    return count(amount, "Schaukasten", "Schaukästen")
