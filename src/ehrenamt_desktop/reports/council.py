"""The council list as Excel: counts by municipality and field, and the most telling figures.

Columns follow the domain brief 1.6. There are no sums by row or column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.council_rows import CouncilLine
from ehrenamt_desktop.model.figure_rows import FigureReport, Shown
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.rules.small_counts import HIDDEN
from ehrenamt_desktop.reports import figure_book
from ehrenamt_desktop.reports.council_page import telling
from ehrenamt_desktop.reports.sheet import Part, write_book

TITLE = "Gemeinden und Bereiche"

LEGEND: Mapping[str, str] = {
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
    HIDDEN: "Kleine Zahl von Personen, oder eine, aus der sich eine kleine errechnen ließe. 0 "
    "bleibt 0. Angebote und Plätze sind öffentlich und stehen, wie sie sind.",
}


def council_list(
    path: Path,
    office: OfficeInfo,
    report: FigureReport,
    lines: Sequence[CouncilLine],
    filter_text: str = "",
    progress: Progress = QUIET,
) -> int:
    """Write the council workbook; returns the number of rows of the list.

    Args:
        path: the file to make; it appears whole or not at all.
        office: who publishes.
        report: the figures of the period, protected.
        lines: municipalities and fields in the order of printing, protected.
        filter_text: what was chosen, in words; empty means everything.
        progress: told after each sheet.

    Raises:
        DomainError: no rows.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    if not lines:
        raise DomainError(
            "Für diesen Zeitraum und Filter gibt es keine Zahlen. Bitte wählen Sie einen anderen "
            "Zeitraum oder Filter."
        )
    above = {
        **figure_book.above(report),
        "Filter": filter_text or "alle Gemeinden, alle Bereiche",
        "Herausgeber": office.carrier or office.name,
    }
    parts = [
        Part(TITLE, COLUMNS, lines, above),
        figure_book.lines_part(report, "Die Zahlen im Ganzen", telling(report)),
        figure_book.definitions_part(report),
    ]
    facts = figure_book.facts(office, report)
    write_book(path, report.title, parts, facts, {**LEGEND, **figure_book.LEGEND}, progress)
    return len(lines)


def _count(key: str, title: str, read: Callable[[CouncilLine], Shown]) -> Column[CouncilLine]:
    return figure_book.figure_column(key, title, read, 15)


COLUMNS: tuple[Column[CouncilLine], ...] = (
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=22),
    Column("area", "Bereich", lambda row: row.area, width=44),
    _count("offers", "Angebote", lambda row: row.offers),
    _count("places", "Plätze", lambda row: row.places),
    _count("seekers", "Suchende", lambda row: row.seekers),
    _count("proposals", "Vorschläge", lambda row: row.proposals),
    _count("placements", "Vermittlungen", lambda row: row.placements),
    _count("talks", "Gespräche", lambda row: row.talks),
)
