"""The list of records that the archive is offered (HArchivG), on A4. Lengths are points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm

from ehrenamt_desktop.model.erasures import ErasureRow
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import count, day, tidy
from ehrenamt_desktop.reports import round_rows, tables
from ehrenamt_desktop.reports.round_rows import Strip
from ehrenamt_desktop.reports.strip_paper import About, write_strips
from ehrenamt_desktop.reports.tables import Grid

TITLE = "Anbietung von Unterlagen"
ABOUT = (
    "Nach dem Hessischen Archivgesetz bieten wir die Akten dieser Personen an. Wir brauchen sie "
    "für unsere Arbeit nicht mehr; bis zu Ihrer Antwort sind sie gesperrt. Bitte teilen Sie uns "
    "innerhalb von sechs Monaten mit, welche Sie übernehmen. Was Sie übernehmen, übergeben wir als "
    "PDF und als Tabelle (CSV); den Rest löschen wir."
)
_GRID = Grid((16, 62, 34, 56, 24), (True, False, False, False, False), TITLE, size=9)
_HEAD = ("Nr.", "Name", "Ortsteil", "Anlass", "Seit")


def archive_list(
    path: Path,
    office: OfficeInfo,
    archive: str,
    rows: Sequence[ErasureRow],
    on: dt.date,
    progress: Progress = QUIET,
) -> int:
    """Write the list as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who offers.
        archive: who is asked; may be empty.
        rows: the people.
        on: the day.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    where = (office.carrier or office.name, office.street, f"{office.postcode} {office.city}")
    sender = " · ".join(tidy(one) for one in where if one.strip())
    strips = [
        round_rows.words(sender, 9, soft=True),
        round_rows.gap(6 * mm),
        round_rows.words(TITLE, 18, bold=True),
        round_rows.words(
            f"{f'An: {tidy(archive)}. ' if archive else ''}Stand: {day(on)}. "
            f"{count(len(rows), 'Person', 'Personen')}.", 10.5,
        ),
        round_rows.gap(2 * mm),
        tables.block(ABOUT, below=4 * mm),
        _GRID.head(_HEAD),
    ]  # fmt: skip
    strips += [
        _GRID.row([str(one.id), one.name, one.place, one.why, day(one.since)]) for one in rows
    ]
    foot = f"{tidy(office.name)} · {TITLE} · {day(on)}"
    about = About(TITLE, office.carrier or office.name, "Archiv", foot)
    return write_strips(path, about, strips, progress, _again)


def _again(lead: str) -> Sequence[Strip]:
    named = round_rows.words(f"{lead} (Fortsetzung)", 11, bold=True)
    return named, round_rows.gap(1.5 * mm), _GRID.head(_HEAD)
