"""The council list: counts by municipality and field as Excel, with small counts protected.

Columns follow the domain brief 1.6. A count of 1 or 2 is printed as `< 3`; there are no totals,
because a total would give the protected count away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.paper_rows import CouncilRow, OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.reports.sheet import write_list

TITLE = "Ehrenamt in Zahlen"
SMALL = "< 3"

DEFINITIONS: Mapping[str, str] = {
    "Gemeinde": "Gemeinde des Einsatzortes; bei Suchenden und Gesprächen die Gemeinde des "
    "Wohnortes. Was außerhalb liegt oder keinen Ort nennt, steht in eigenen Zeilen.",
    "Bereich": "Engagementbereich nach der Gliederung des Freiwilligensurveys.",
    "Angebote": "Angebote, die am Ende des Zeitraums veröffentlicht und gültig sind.",
    "Plätze": "Freie Plätze dieser Angebote am Ende des Zeitraums; Angebote ohne Angabe einer "
    "Zahl zählen nicht mit.",
    "Suchende": "Personen, die am Ende des Zeitraums eine Aufgabe suchen und diesen Bereich "
    "wünschen. Wer mehrere Bereiche wünscht, zählt in jedem.",
    "Vorschläge": "Vorschläge, die im Zeitraum gemacht wurden.",
    "Vermittlungen": "Vermittlungen, bei denen das Engagement im Zeitraum begonnen hat.",
    "Gespräche": "Geführte Erst- und Beratungsgespräche mit Personen im Zeitraum. Ein Gespräch "
    "zählt in jedem Bereich, den die Person wünscht.",
    "Ende des Zeitraums": "Angebote, Plätze und Suchende werden mit dem Status gezählt, den sie am "
    "Tag der Ausgabe haben; ob ein Angebot gültig ist, entscheidet das Ende des Zeitraums.",
    "Kleine Zahlen": f"Die Zahlen 1 und 2 stehen als „{SMALL}“, damit niemand erkennbar wird. 0 "
    "bleibt 0. Summen stehen nicht in der Liste, weil sich sonst die kleinen Zahlen errechnen "
    "ließen.",
}


def council_list(
    path: Path,
    rows: Sequence[CouncilRow],
    office: OfficeInfo,
    first_day: dt.date,
    last_day: dt.date,
    filter_text: str,
    as_of: dt.date,
    progress: Progress = QUIET,
    edition: str = "",
) -> int:
    """Write the council workbook; returns the number of rows.

    Args:
        path: the file to make; it appears whole or not at all.
        rows: raw counts in the order of printing.
        office: who publishes.
        first_day: first day of the period.
        last_day: last day of the period, included.
        filter_text: what was chosen, in words; empty means everything.
        as_of: the day of "Stand".
        progress: told while rows are written.
        edition: number of this edition, if the office counts them.

    Raises:
        DomainError: no rows, or the period ends before it begins.
        Cancelled: the user stopped.
        StoreUnavailable: the file cannot be written.
    """
    _check(rows, first_day, last_day)
    facts = {
        "Zeitraum": f"{day(first_day)} bis {day(last_day)}",
        "Filter": filter_text or "alle Gemeinden, alle Bereiche",
        "Stand": day(as_of),
        "Herausgeber": office.carrier or office.name,
        "Auskunft": f"{office.name}, {office.phone}".strip(", "),
        **({"Ausgabe": edition} if edition else {}),
        "Hinweis": f"Die Zahlen 1 und 2 stehen als „{SMALL}“. Erklärungen: Blatt „Definitionen“.",
    }
    return write_list(
        path,
        TITLE,
        COLUMNS,
        rows,
        facts,
        DEFINITIONS,
        progress,
        legend_title="Definitionen",
        facts_above=True,
    )


def _check(rows: Sequence[CouncilRow], first_day: dt.date, last_day: dt.date) -> None:
    if last_day < first_day:
        raise DomainError("Der Zeitraum endet, bevor er beginnt. Bitte prüfen Sie „von“ und „bis“.")
    if not rows:
        raise DomainError(
            "Für diesen Zeitraum und Filter gibt es keine Zahlen. Bitte wählen Sie einen anderen "
            "Zeitraum oder Filter."
        )


def protected(count: int) -> str | int:
    """A count as it may be printed: `< 3` for 1 and 2."""
    return SMALL if count in (1, 2) else count


def _count(key: str, title: str, read: Callable[[CouncilRow], int]) -> Column[CouncilRow]:
    return Column(
        key,
        title,
        lambda row: str(protected(read(row))),
        value=lambda row: protected(read(row)),
        align="right",
        width=14,
    )


COLUMNS: tuple[Column[CouncilRow], ...] = (
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=22),
    Column("area", "Bereich", lambda row: row.area, width=44),
    _count("offers", "Angebote", lambda row: row.offers),
    _count("places", "Plätze", lambda row: row.places),
    _count("seekers", "Suchende", lambda row: row.seekers),
    _count("proposals", "Vorschläge", lambda row: row.proposals),
    _count("placements", "Vermittlungen", lambda row: row.placements),
    _count("talks", "Gespräche", lambda row: row.talks),
)
