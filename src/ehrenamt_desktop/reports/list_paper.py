"""Any list on A4: its columns share the width by their content, nothing is cut, rows may split.

Upright where the columns fit, else landscape; long cells wrap. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import cut, tidy
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style

SIZE = 9.0
LEADING = 12.2
PAD = 4.0  # at the left and right of a cell
GAP = 3.0  # above and below a row
SIDE = 14 * mm
TOP = 13 * mm
FOOT = 17 * mm
WIDEST = 210.0  # a column asks for no more, longer text wraps
NARROWEST = 24.0
_SAMPLE = 400  # rows that are measured
_MOST = 0.95  # of the measured cells stand on one line
_STEP = 200  # rows between two reports of progress
_TOTAL = "pages"


def write_list_paper(
    path: Path,
    title: str,
    columns: Sequence[Column[Any]],
    rows: Iterable[Any],
    facts: Mapping[str, str],
    author: str,
    progress: Progress = QUIET,
    total: int = 0,
) -> int:
    """Write a list as PDF; returns the number of rows.

    Args:
        path: the PDF to make; it appears whole or not at all.
        title: name of the list.
        columns: what each row shows, from left to right.
        rows: read once, so a generator will do.
        facts: what the list is about (`Filter`, `Stand` …), in order, under the title.
        author: who publishes it.
        progress: told every few hundred rows.
        total: rows that are expected, for the progress.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    cells = (tuple(one.text(row) for one in columns) for row in rows)
    sample = list(islice(cells, _SAMPLE))
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, title, author, "Liste")
        sheet = _Sheet(canvas, columns, sample, f"{title} · {facts.get('Stand', '')}")
        sheet.open(title, facts)
        written = 0
        for row in chain(sample, cells):
            sheet.add(row)
            written += 1
            if written % _STEP == 0:
                progress.step(written, max(total, written), f"Seite {sheet.page}")
        sheet.close(empty=not written)
        canvas.save()
        progress.step(written, max(total, written))
    return written


class _Sheet:
    """The pages of one list, filled from top to bottom."""

    def __init__(
        self,
        canvas: Canvas,
        columns: Sequence[Column[Any]],
        sample: Sequence[Sequence[str]],
        foot: str,
    ) -> None:
        self._canvas = canvas
        self._columns = tuple(columns)
        self._foot = foot
        self.page = 0
        self._line = lru_cache(maxsize=20_000)(_on_one_line)
        titles = [one.title for one in columns]
        wanted, least = _wishes(titles, sample)
        upright = A4[0] - 2 * SIDE
        size = A4 if sum(wanted) <= upright else landscape(A4)
        canvas.setPageSize(size)
        self._width, self._height = float(size[0]), float(size[1])
        self._room = self._width - 2 * SIDE
        self._widths = _shared(wanted, least, self._room)
        self._titles = [
            Text(
                one.title,
                style(SIZE, LEADING, bold=True, right=one.align == "right"),
                width - 2 * PAD,
            )
            for one, width in zip(columns, self._widths, strict=True)
        ]
        self._heading = max(one.height for one in self._titles) + 2 * GAP + 2
        self._y = 0.0
        self._marked = 0

    def open(self, title: str, facts: Mapping[str, str]) -> None:
        """Begin the first page with the title and what the list is about."""
        self.page = 1
        y = self._height - TOP
        named = Text(tidy(title), style(16, bold=True, color=paper.GREEN), self._room)
        y = named.draw(self._canvas, SIDE, y) - 2
        words = " · ".join(f"{name}: {text}" for name, text in facts.items() if text)
        about = Text(words, style(SIZE, LEADING, color=paper.SOFT), self._room)
        lowest = FOOT + self._heading + 3 * LEADING
        while (rest := about.take_head(y - lowest)) is not None:
            rest.draw(self._canvas, SIDE, y)
            self._end_page()
            self.page += 1
            y = self._height - TOP
        self._y = about.draw(self._canvas, SIDE, y) - 8
        self._draw_heading()

    def add(self, row: Sequence[str]) -> None:
        """Add a row; one that is taller than the rest of the page goes on the next."""
        cells = [self._cell(place, text) for place, text in enumerate(row)]
        height = _height(cells)
        whole = self._height - TOP - FOOT - self._heading
        if self._y - height < FOOT and (height <= whole or self._y - FOOT < whole / 2):
            self._turn()
        while self._y - height < FOOT:
            pieces = [_split(one, self._y - FOOT - 2 * GAP) for one in cells]
            self._draw([here for here, _ in pieces])
            self._turn()
            cells = [later for _, later in pieces]
            height = _height(cells)
        self._draw(cells)
        self._mark(row)

    def close(self, *, empty: bool) -> None:
        """End the last page and say on all how many there are."""
        if empty:
            soft = style(SIZE, LEADING, color=paper.SOFT)
            Text("Keine Einträge.", soft, self._room).draw(self._canvas, SIDE, self._y - GAP)
        self._end_page()
        self._canvas.beginForm(_TOTAL, 0, 0, 200, 20)
        words = f"von {self.page}"
        paper.draw_line(self._canvas, 0, 4, words, SIZE, color=paper.SOFT)
        self._canvas.endForm()

    def _cell(self, place: int, text: str) -> str | Text:
        width = self._widths[place] - 2 * PAD
        line = self._line(text, width)
        if line is not None:
            return line
        right = self._columns[place].align == "right"
        return Text(text, style(SIZE, LEADING, right=right), width)

    def _draw(self, cells: Sequence[str | Text]) -> None:
        canvas = self._canvas
        height = _height(cells)
        x = SIDE
        for column, width, cell in zip(self._columns, self._widths, cells, strict=True):
            top = self._y - GAP
            if isinstance(cell, Text):
                cell.draw(canvas, x + PAD, top)
            elif cell:
                right = column.align == "right"
                edge = x + width - PAD if right else x + PAD
                paper.draw_line(canvas, edge, top - SIZE * paper.BASELINE, cell, SIZE, right=right)
            x += width
        self._y -= height
        canvas.setStrokeColor(paper.LINE)
        canvas.setLineWidth(0.4)
        canvas.line(SIDE, self._y, SIDE + self._room, self._y)

    def _draw_heading(self) -> None:
        canvas = self._canvas
        canvas.setFillColor(paper.GREEN_GROUND)
        low = self._y - self._heading
        canvas.rect(SIDE, low, self._room, self._heading, stroke=0, fill=1)
        x = SIDE
        for title, width in zip(self._titles, self._widths, strict=True):
            title.draw(canvas, x + PAD, self._y - GAP - 1)
            x += width
        canvas.setStrokeColor(paper.GREEN)
        canvas.setLineWidth(1.0)
        canvas.line(SIDE, low, SIDE + self._room, low)
        self._y = low

    def _mark(self, row: Sequence[str]) -> None:
        """The first row that ends on a page gives it its bookmark: its first words."""
        if self._marked < self.page:
            self._marked = self.page
            named = next((one for one in row if any(sign.isalpha() for sign in one)), "")
            paper.bookmark(self._canvas, f"Seite {self.page}: {cut(tidy(named), 60)}")

    def _turn(self) -> None:
        self._end_page()
        self.page += 1
        self._y = self._height - TOP
        self._draw_heading()

    def _end_page(self) -> None:
        canvas = self._canvas
        baseline = FOOT - 20
        page = f"Seite {self.page} "
        paper.draw_line(canvas, SIDE, baseline, page, SIZE, color=paper.SOFT)
        canvas.saveState()
        canvas.translate(SIDE + paper.line_width(page, SIZE), baseline - 4)
        canvas.doForm(_TOTAL)
        canvas.restoreState()
        foot = paper.fitting(self._foot, SIZE, self._room - 110)
        edge = SIDE + self._room
        paper.draw_line(canvas, edge, baseline, foot, SIZE, color=paper.SOFT, right=True)
        canvas.showPage()


def _on_one_line(text: str, width: float) -> str | None:
    """The text as it is drawn, if it fits on one line."""
    if len(text) > 400 or "\n" in text or "\r" in text:
        return None
    line = tidy(text)
    return line if paper.line_width(line, SIZE) <= width else None


def _height(cells: Sequence[str | Text]) -> float:
    tallest = max((one.height for one in cells if isinstance(one, Text)), default=0.0)
    return max(tallest, LEADING) + 2 * GAP


def _split(cell: str | Text, room: float) -> tuple[str | Text, str | Text]:
    """What of a cell stands on this page, and what on the next."""
    if isinstance(cell, str) or cell.height <= room:
        return cell, ""
    return cell.take_head(room) or "", cell


def _wishes(
    titles: Sequence[str], sample: Sequence[Sequence[str]]
) -> tuple[list[float], list[float]]:
    """Per column the width it wants, and the least in which no word breaks."""
    wanted, least = [], []
    for place, title in enumerate(titles):
        texts = [tidy(row[place][:400]) for row in sample]
        lines = sorted(paper.line_width(text, SIZE) for text in texts)
        words = sorted(
            max((paper.line_width(word, SIZE) for word in text.split()), default=0.0)
            for text in texts
        )
        heading = paper.line_width(title, SIZE, bold=True)
        longest = max(paper.line_width(word, SIZE, bold=True) for word in title.split() or [""])
        pads = 2 * PAD + 1
        wanted.append(min(WIDEST, max(heading, _nearly_all(lines), NARROWEST)) + pads)
        least.append(min(wanted[-1], max(longest, _nearly_all(words), NARROWEST) + pads))
    return wanted, least


def _nearly_all(widths: Sequence[float]) -> float:
    """The width in which most fit; of few rows, all."""
    return widths[min(len(widths) - 1, round(len(widths) * _MOST))] if widths else 0.0


def _shared(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room.

    As wanted; else columns that lack little get it and none falls below its least; else all are
    narrower.
    """
    if sum(wanted) <= room:
        return [one * room / sum(wanted) for one in wanted]
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    widths = list(least)
    spare = room - sum(least)
    short = sorted(range(len(widths)), key=lambda place: wanted[place] - least[place])
    for done, place in enumerate(short):
        more = min(wanted[place] - least[place], spare / (len(short) - done))
        widths[place] += more
        spare -= more
    return widths
