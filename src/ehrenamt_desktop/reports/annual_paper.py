"""The annual report as PDF: a year on one page, a part for each block, definitions at the end.

Every part is a bookmark. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.figure_rows import (
    Block,
    FigureLine,
    FigureReport,
    Part,
    Split,
    grouped,
)
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import charts, paper, round_rows, tables
from ehrenamt_desktop.reports.council_page import telling
from ehrenamt_desktop.reports.figure_tables import (
    bare,
    figure_table,
    named,
    widths,
    without_unit,
)
from ehrenamt_desktop.reports.paper import Text, style
from ehrenamt_desktop.reports.round_rows import LEFT, WIDTH, Strip
from ehrenamt_desktop.reports.strip_paper import About, write_strips
from ehrenamt_desktop.reports.tables import Grid

_GOES_ON = "(Fortsetzung)"
_SHORT = 10  # rows of a table that no page end parts
_One = TypeVar("_One")


def annual_paper(
    path: Path,
    office: OfficeInfo,
    report: FigureReport,
    words: ReportWords,
    progress: Progress = QUIET,
) -> int:
    """Write the report as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who reports.
        report: the figures, protected.
        words: what the coordinator says, checked.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    grids: dict[str, Sequence[Strip]] = {}
    strips = _opening(office, report, words)
    for block in Block:
        strips += _part(report, block, grids)
    strips += _areas(report, grids) + _spending(report, grids) + _definitions(report)
    return write_pages(path, office, report, strips, grids, progress)


def write_pages(
    path: Path,
    office: OfficeInfo,
    report: FigureReport,
    strips: Sequence[Strip],
    grids: Mapping[str, Sequence[Strip]],
    progress: Progress,
) -> int:
    """Write strips as a report of several pages; returns their number.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who reports.
        report: gives title and number.
        strips: from top to bottom.
        grids: what stands above rows that go on, by the name they belong to.
        progress: told after each page.
    """
    author = office.carrier or office.name
    foot = f"{tidy(report.title)} · {report.stamp}"
    about = About(report.title, author, f"Zeitraum {report.period}", foot)
    return write_strips(path, about, strips, progress, lambda lead: grids.get(lead, ()))


def heading(text: str, *, size: float = 14) -> Strip:
    """A heading that stands in the outline of the document."""
    made = Text(tidy(text), style(size, bold=True, color=paper.GREEN), WIDTH)
    above = 7 * mm

    def draw(canvas: Canvas, top: float) -> None:
        key = f"part-{canvas.getPageNumber()}-{top:.0f}"
        canvas.bookmarkHorizontal(key, 0, top)
        canvas.addOutlineEntry(paper.clean(text), key, 0, closed=False)
        canvas.showOutline()
        made.draw(canvas, LEFT, top - above)

    return Strip(above + made.height + 1.5 * mm, draw, head=True)


def title(office: OfficeInfo, report: FigureReport) -> list[Strip]:
    """What it is, of whom, about when."""
    return [
        tables.block(office.carrier or office.name, 10, soft=True, below=1 * mm),
        round_rows.words(report.title, 24, bold=True),
        round_rows.gap(1 * mm),
        tables.block(
            f"{office.name} · Zeitraum {report.period}, verglichen mit "
            f"{day(report.before_start)} bis {day(report.before_end)} · {report.stamp}",
            10, soft=True, below=2 * mm,
        ),
    ]  # fmt: skip


def said(words: ReportWords) -> list[Strip]:
    """What the coordinator says, if she says something."""
    return [tables.block(text, 11, below=2 * mm) for text in words.sentences]


def continued(name: str, head: Strip) -> Sequence[Strip]:
    """What stands above a table that goes on."""
    return round_rows.words(f"{name} {_GOES_ON}", 11, bold=True), round_rows.gap(1.5 * mm), head


def _opening(office: OfficeInfo, report: FigureReport, words: ReportWords) -> list[Strip]:
    """The first page: title, words, and the most telling figures large."""
    strips = [*title(office, report), *said(words), heading("Auf einen Blick")]
    for row in _rows(telling(report), 4):
        strips += [_tiles(row), round_rows.gap(3 * mm)]
    drawn = [one for one in report.series if len(one.points) > 1]
    if drawn:
        strips.append(heading("Im Lauf der Jahre"))
    for pair in _rows(drawn, 2):
        width = (WIDTH - 8 * mm) / 2
        strips.append(charts.beside([charts.columns(one, width) for one in pair]))
    return strips


def _rows(things: Sequence[_One], width: int) -> Iterator[Sequence[_One]]:
    return (things[place : place + width] for place in range(0, len(things), width))


def _tiles(lines: Sequence[FigureLine]) -> Strip:
    """Figures in large type side by side, each with what it was before and was to be."""
    room = WIDTH / 4
    height = 24 * mm
    cells = []
    for line in lines:
        told = [f"Vorjahr {bare(line.before)}"]
        if line.target_text:
            told.append(f"Ziel {without_unit(line.target_text, line.unit)}")
        cells.append((
            paper.fitting(bare(line.now), 17, room - 4 * mm, bold=True),
            Text(named(line), style(9.5, 12.4, bold=True), room - 4 * mm),
            paper.fitting(" · ".join(told), 9, room - 4 * mm),
        ))  # fmt: skip

    def draw(canvas: Canvas, top: float) -> None:
        for place, (figure, name, before) in enumerate(cells):
            x = LEFT + place * room
            canvas.setStrokeColor(paper.GREEN)
            canvas.setLineWidth(1.2)
            canvas.line(x, top, x, top - height + 2 * mm)
            x += 2 * mm
            paper.draw_line(canvas, x, top - 17, figure, 17, bold=True)
            low = name.draw(canvas, x, top - 22)
            paper.draw_line(canvas, x, low - 10, before, 9, color=paper.SOFT)

    return Strip(height, draw)


def _part(report: FigureReport, block: Block, grids: dict[str, Sequence[Strip]]) -> list[Strip]:
    """The figures of a block as a table, then its splits as bars."""
    lines = [one for one in report.lines if one.block is block]
    if not lines:
        return []
    head, rows = figure_table(report, lines, block.label)
    grids[block.label] = continued(block.label, head)
    strips = [heading(block.label), head]
    strips += together(rows) if len(rows) <= _SHORT else rows
    for line in lines:
        strips += _ages(report, line)
    for split in report.splits:
        if split.block is block:
            strips += _split(split)
    return strips


def together(strips: Sequence[Strip]) -> list[Strip]:
    """Strips that stand on one page."""
    return [*(replace(one, head=True) for one in strips[:-1]), *strips[-1:]]


def _ages(report: FigureReport, line: FigureLine) -> list[Strip]:
    """The age groups of the figure for which they tell most."""
    if line.key not in ("consult_first", "placed_persons") or not line.ages:
        return []
    parts = [Part(name, one) for name, one in zip(report.ages, line.ages, strict=True)]
    return [*_title(f"{line.name} nach Altersgruppe"), charts.bars(parts)]


def _split(split: Split) -> list[Strip]:
    if not split.parts:
        return []
    return [*_title(f"{split.title} ({split.total.text})"), charts.bars(split.parts)]


def _title(text: str) -> list[Strip]:
    return [
        round_rows.gap(4 * mm),
        round_rows.words(text, 10.5, bold=True),
        round_rows.gap(1.5 * mm),
    ]


def _areas(report: FigureReport, grids: dict[str, Sequence[Strip]]) -> list[Strip]:
    if not report.areas:
        return []
    name = "Bereiche: Angebot und Nachfrage"
    about = "Wer mehrere Bereiche wünscht, zählt in jedem; darum gibt es keine Summen."
    grids[name] = (round_rows.words(f"{name} {_GOES_ON}", 11, bold=True),)
    strips = [heading(name), round_rows.words(about, 10, soft=True), round_rows.gap(2 * mm)]
    return [*strips, *(replace(one, lead=name) for one in charts.areas(report.areas))]


def _spending(report: FigureReport, grids: dict[str, Sequence[Strip]]) -> list[Strip]:
    return spending(report, grids, "Ausgaben nach Art") if report.spending else []


def spending(report: FigureReport, grids: dict[str, Sequence[Strip]], name: str) -> list[Strip]:
    """What was spent on what, for whom; `grids` learns how the table goes on."""
    towns = len(report.towns)
    titles = [*report.towns, "gemeinsam", "gesamt", "Vorjahr"]
    columns = widths(titles)
    shares = (WIDTH - sum(columns), *columns)
    grid = Grid(shares, (False, *(True for _ in titles)), name, size=9)
    head = grid.head(["Art (in Euro)", *titles])
    grids[name] = continued(name, head)
    strips = [heading(name), head]
    for line in report.spending:
        amounts = (*line.towns, line.common, line.total, line.before)
        strips.append(grid.row([line.kind, *(euro(one) for one in amounts)]))
    sums = [
        *(sum(line.towns[place] for line in report.spending) for place in range(towns)),
        *(sum(getattr(line, key) for line in report.spending)
          for key in ("common", "total", "before")),
    ]  # fmt: skip
    strips.append(grid.row(["Summe", *(euro(one) for one in sums)], bold=True))
    return strips


def euro(amount: float) -> str:
    """`1.250,00`; the heading says that it is money."""
    return grouped(amount, 2)


def _definitions(report: FigureReport) -> list[Strip]:
    """How each figure is counted, and what must be said beside them."""
    return [heading("Definitionen"), *definitions(report)]


def definitions(report: FigureReport) -> list[Strip]:
    """A paragraph for each figure and each note; sources are numbered."""
    look = style(9, 12.4)
    sources = list(dict.fromkeys(one.source for one in report.definitions))
    strips = []
    for one in report.definitions:
        number = sources.index(one.source) + 1
        told = f"{one.cut[:1].upper()}{one.cut[1:]}. "
        runs = [(f"{one.name}: ", True),
                (f"{one.words} {told}[{number}]", False)]  # fmt: skip
        if one.changed:
            runs.append((f" Geändert seit der letzten Ausgabe: {one.changed}", True))
        strips.append(tables.framed(Text(runs, look, WIDTH), 1.4 * mm))
    listed = "; ".join(f"[{place + 1}] {one}" for place, one in enumerate(sources))
    texts = [*report.notes, f"Quellen: {listed}.", f"{report.stamp}."]
    return [*strips, *(tables.framed(Text(tidy(one), look, WIDTH), 1.4 * mm) for one in texts)]
