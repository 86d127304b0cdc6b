"""The list to phone along: one block for each body, with three boxes for each of its offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm

from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.rounds import AskedBody
from ehrenamt_desktop.model.text import count, day, tidy
from ehrenamt_desktop.reports import round_rows
from ehrenamt_desktop.reports.round_rows import Strip
from ehrenamt_desktop.reports.strip_paper import About, write_strips

TITLE = "Telefonliste: Sind die Angebote noch aktuell?"


def phone_list(
    path: Path,
    office: OfficeInfo,
    bodies: Sequence[AskedBody],
    today: dt.date,
    progress: Progress = QUIET,
) -> int:
    """Write the list as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: whose list it is.
        bodies: whom to call; only what they have not answered stands on the list.
        today: the day of the list.
        progress: told once it is drawn.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    offers = sum(len(body.open) for body in bodies)
    amount = f"{_bodies(len(bodies))}, {count(offers, 'Angebot', 'Angebote')}"
    strips = [
        round_rows.words(TITLE, 16, bold=True),
        round_rows.words(f"Stand: {day(today)} · {amount}", 10, soft=True),
    ]
    for body in bodies:
        strips += _block(body)
    foot = f"{tidy(office.name)} · Telefonliste · {day(today)}"
    about = About(TITLE, office.carrier or office.name, "Abfrage", foot)
    return write_strips(path, about, strips, progress)


def _block(body: AskedBody) -> list[Strip]:
    """Who to call and what to ask."""
    person = f"{body.contact} ({body.function})" if body.function else body.contact
    reach = " · ".join(part for part in (person, body.email) if part)
    phone = f"Telefon {tidy(body.phone)}" if tidy(body.phone) else "keine Telefonnummer eingetragen"
    strips = [
        round_rows.gap(6 * mm),
        round_rows.words(body.name, 13, bold=True, marked=True),
        round_rows.words(phone, 12, bold=True),
    ]
    if reach:
        strips.append(round_rows.words(reach, 10))
    strips += [round_rows.gap(1.5 * mm), round_rows.heading()]
    return [*strips, *(round_rows.row(one, body.name) for one in body.open)]


def _bodies(amount: int) -> str:
    return count(amount, "Initiative", "Initiativen")
