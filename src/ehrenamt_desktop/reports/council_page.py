"""The paper for the council: one A4 page with three sentences, the figures, and what to decide.

It never becomes two pages: text shrinks a little, figures give way, then the run is refused with a
sentence. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.figure_rows import FigureLine, FigureReport
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.text import day, long_day, tidy
from ehrenamt_desktop.reports import paper, round_rows, tables
from ehrenamt_desktop.reports.figure_tables import figure_table
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style
from ehrenamt_desktop.reports.round_rows import LEFT, ROOM, WIDTH, Strip

TITLE = "Gremienvorlage"
WANTED = (
    "consult_all", "placements", "placed_persons", "retention_6m", "offers_active", "orgs_active",
    "founded", "hours", "youth_placed", "consult_first", "proposals", "reach",
)  # fmt: skip
"""Figures for a council, the most telling first."""

MOST = 8
LEAST = 6
_ATTEMPTS = ((11.0, MOST), (10.0, MOST), (9.2, MOST), (9.2, MOST - 1), (9.2, LEAST))
"""Sizes of the coordinator's words with the number of figures, until all of it fits."""


def council_page(
    path: Path,
    office: OfficeInfo,
    report: FigureReport,
    words: ReportWords,
    progress: Progress = QUIET,
) -> int:
    """Write the page as PDF; returns the number of figures on it.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who reports.
        report: the figures, protected.
        words: the three sentences and what to decide, checked.
        progress: told before and after.

    Raises:
        DomainError: there are too few figures, or the words do not fit on a page.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    if len(telling(report)) < LEAST:
        raise DomainError(
            "Für diesen Zeitraum gibt es zu wenige Zahlen für eine Gremienvorlage. Bitte wählen "
            "Sie einen längeren Zeitraum."
        )
    strips, shown = _fitting(office, report, words)
    progress.step(0, 1, "Seite 1 von 1")
    with replacing(path) as temporary:
        author = office.carrier or office.name
        title = f"{TITLE}: {report.title}"
        canvas = paper.new_canvas(temporary, title, author, f"Zeitraum {report.period}")
        ((page),) = round_rows.pages(strips)
        round_rows.draw_page(canvas, page, report.stamp)
        canvas.save()
        progress.step(1, 1)
    return shown


def telling(report: FigureReport, most: int = MOST) -> list[FigureLine]:
    """The most telling figures that can be shown, in the order of the report."""
    found = [one for key in WANTED if (one := report.line(key)) and one.now.amount is not None]
    kept = {one.key for one in found[:most]}
    return [one for one in report.lines if one.key in kept]


def _fitting(
    office: OfficeInfo, report: FigureReport, words: ReportWords
) -> tuple[list[Strip], int]:
    for size, most in _ATTEMPTS:
        lines = telling(report, most)
        strips = [
            *_head(office, report, words),
            *_sentences(words, size),
            *_figures(report, lines),
            *_decision(words, size),
            *_foot(office, report),
        ]
        if sum(one.height for one in strips) <= ROOM:
            return strips, len(lines)
    raise DomainError(
        "Die Sätze und der Beschlussvorschlag sind zusammen zu lang für eine Seite. Bitte kürzen "
        "Sie sie."
    )


def _head(office: OfficeInfo, report: FigureReport, words: ReportWords) -> list[Strip]:
    before = f"{day(report.before_start)} bis {day(report.before_end)}"
    return [
        tables.block(f"{office.carrier or office.name} · {TITLE}", 9.5, soft=True, below=1 * mm),
        _text(report.title, 19, bold=True),
        round_rows.gap(1.5 * mm),
        _pair(("Gremium", words.body), ("Sitzung", words.meeting or "Termin offen")),
        _pair(("Zeitraum", report.period), ("Vorjahr", before)),
        _rule(),
    ]


def _pair(*facts: tuple[str, str]) -> Strip:
    """Two facts side by side."""
    half, room = WIDTH / 2, 19 * mm
    texts = [Text(tidy(text), style(10, 13.6), half - room - 3 * mm) for _, text in facts]

    def draw(canvas: Canvas, top: float) -> None:
        for place, ((name, _), text) in enumerate(zip(facts, texts, strict=True)):
            x = LEFT + place * half
            paper.draw_line(canvas, x, top - 10, name, 10, color=paper.SOFT)
            text.draw(canvas, x + room, top)

    return Strip(max(one.height for one in texts) + 1 * mm, draw)


def _sentences(words: ReportWords, size: float) -> list[Strip]:
    if not words.sentences:
        return []
    made = [_heading("Kurz gesagt")]
    for text in words.sentences:
        made.append(_text(text, size))
        made.append(round_rows.gap(1.2 * mm))
    return made


def _figures(report: FigureReport, lines: Sequence[FigureLine]) -> list[Strip]:
    head, rows = figure_table(report, lines, "", 1.35 * mm)
    return [_heading("Die Zahlen"), head, *rows]


def _decision(words: ReportWords, size: float) -> list[Strip]:
    heading = "Beschlussvorschlag" if words.proposal else "Kenntnisnahme"
    made = Text(tidy(words.decision), style(size, bold=True), WIDTH - 8 * mm)
    height = made.height + 6 * mm

    def draw(canvas: Canvas, top: float) -> None:
        canvas.setStrokeColor(paper.INK)
        canvas.setLineWidth(0.8)
        canvas.rect(LEFT, top - height, WIDTH, height, stroke=1, fill=0)
        made.draw(canvas, LEFT + 4 * mm, top - 2.6 * mm)

    return [round_rows.gap(2 * mm), _heading(heading), Strip(height, draw)]


def _foot(office: OfficeInfo, report: FigureReport) -> list[Strip]:
    signed = f"{office.city}, {long_day(report.on)}" if office.city else long_day(report.on)
    by = " · ".join(part for part in (office.coordinator, office.phone, office.email) if part)
    notes = (
        "Menschen zählen an ihrem Wohnort, Angebote am Einsatzort, Initiativen an ihrem Sitz. "
        f"{report.notes[0] if report.notes else ''} Wie jede Zahl entsteht, steht im Jahresbericht "
        "unter „Definitionen“."
    )
    return [
        round_rows.gap(5 * mm),
        _text(signed, 10),
        _text(by, 10),
        round_rows.gap(3 * mm),
        tables.block(notes, 8.5, soft=True),
    ]


def _heading(text: str) -> Strip:
    made = Text(text, style(11.5, bold=True, color=paper.GREEN), WIDTH)
    room = 2.6 * mm
    return Strip(
        made.height + room + 0.8 * mm, lambda canvas, top: made.draw(canvas, LEFT, top - room)
    )


def _text(text: str, size: float, *, bold: bool = False) -> Strip:
    return tables.framed(Text(tidy(text), style(size, bold=bold), WIDTH))


def _rule() -> Strip:
    def draw(canvas: Canvas, top: float) -> None:
        canvas.setStrokeColor(paper.GREEN)
        canvas.setLineWidth(1.2)
        canvas.line(LEFT, top - 2 * mm, LEFT + WIDTH, top - 2 * mm)

    return Strip(3 * mm, draw)
