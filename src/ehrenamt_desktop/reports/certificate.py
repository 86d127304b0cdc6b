"""Certificates on A4 under the office's letterhead: what somebody did, since when, how much.

Labels stand left, what is said right of them; what does not fit goes on to a second page. Lengths
are points.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.certificates import Activity, Certificate
from ehrenamt_desktop.model.enums import CertificateKind
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, tidy, tidy_block
from ehrenamt_desktop.reports import letterhead, paper
from ehrenamt_desktop.reports.certificate_thanks import thanks
from ehrenamt_desktop.reports.letter_flow import from_top
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style

LEFT = 25 * mm
WIDTH = 165 * mm
RIGHT = LEFT + WIDTH
_LABEL = 40 * mm
_FIRST, _NEXT, _BOTTOM = 52.0, 24.0, 268.0  # mm from the upper edge
_SIZES = (10.5, 10.0, 9.5)
"""Of the text: the largest that needs one page, else the first."""
_SIGNING = 40 * mm
_PIECE = 80 * mm  # the highest block; higher ones are parted
_TITLES = {
    CertificateKind.ENGAGEMENT: ("Bescheinigung", "über ehrenamtliches Engagement"),
    CertificateKind.COMPETENCE: ("Kompetenznachweis", "Ehrenamt"),
    CertificateKind.AUTHORITY: (
        "Bescheinigung",
        "über Art und Umfang eines Ehrenamts, zur Vorlage bei Agentur für Arbeit oder Jobcenter",
    ),
    CertificateKind.SCHOOL: ("Beiblatt zum Zeugnis", "Würdigung des ehrenamtlichen Engagements"),
}
_BODY_SIGNS = (CertificateKind.COMPETENCE, CertificateKind.SCHOOL)
"""Kinds on which the place of the engagement signs beside the office."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a known height; `stays` keeps it on one page with the next."""

    height: float
    draw: Callable[[Canvas, float], object]
    stays: bool = False


def certificate(
    path: Path,
    office: OfficeInfo,
    said: Certificate,
    on: dt.date,
    progress: Progress = QUIET,
) -> int:
    """Write the paper as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who certifies it.
        said: all words.
        on: the day of the signature.
        progress: told once it is drawn.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    with replacing(path) as temporary:
        pages = draw_certificate(temporary, office, said, on)
        progress.step(1, 1)
    return pages


def draw_certificate(
    out: Path | BinaryIO, office: OfficeInfo, said: Certificate, on: dt.date
) -> int:
    """As `certificate`, into a file or a stream."""
    author = office.carrier or office.name
    canvas = paper.new_canvas(out, said.kind.label, author, "Engagement")
    if said.kind is CertificateKind.THANKS:
        thanks(canvas, office, said, on)
        pages = 1
    else:
        pages = _draw(canvas, office, said, on)
    canvas.save()
    return pages


def _draw(canvas: Canvas, office: OfficeInfo, said: Certificate, on: dt.date) -> int:
    signing = _signing(office, said, on)
    tried = [_paged(list(_Words(office, said, size).blocks()), signing) for size in _SIZES]
    pages = next((one for one in tried if len(one) == 1), tried[0])
    for index, page in enumerate(pages):
        if index == 0:
            letterhead.draw(canvas, office)
        letterhead.draw_foot(canvas, office)
        for top, block in page:
            block.draw(canvas, top)
        if len(pages) > 1:
            number = f"Seite {index + 1} von {len(pages)}"
            base = from_top(letterhead.foot_baseline(office))
            paper.draw_line(canvas, RIGHT, base, number, 9, color=paper.SOFT, right=True)
        canvas.showPage()
    return len(pages)


def _paged(blocks: Sequence[Block], signing: Block) -> list[list[tuple[float, Block]]]:
    """The blocks with their upper edges, page by page; the signatures close the last one.

    They never stand alone: the block before them comes along.
    """
    pages: list[list[tuple[float, Block]]] = [[]]
    y = from_top(_FIRST)
    for place, block in enumerate(blocks):
        needed = block.height if place + 1 < len(blocks) else block.height + signing.height
        for one, after in zip(blocks[place:], blocks[place + 1 :], strict=False):
            if not one.stays:
                break
            needed += after.height
        if pages[-1] and y - needed < from_top(_BOTTOM):
            pages.append([])
            y = from_top(_NEXT)
        pages[-1].append((y, block))
        y -= block.height
    pages[-1].append((from_top(_BOTTOM) + signing.height, signing))
    return pages


_OPENINGS = {
    CertificateKind.ENGAGEMENT: "hat sich freiwillig und ehrenamtlich engagiert:",
    CertificateKind.COMPETENCE: (
        "hat sich freiwillig und ehrenamtlich engagiert und dabei die unten genannten Kompetenzen "
        "gezeigt:"
    ),
    CertificateKind.AUTHORITY: "engagiert sich freiwillig und ehrenamtlich wie folgt:",
    CertificateKind.SCHOOL: "hat sich neben der Schule freiwillig und ehrenamtlich engagiert:",
}


class _Words:
    """What is said, in blocks of one size of text."""

    def __init__(self, office: OfficeInfo, said: Certificate, size: float) -> None:
        self._said = said
        self._size = size
        self._accent = HexColor(office.head.accent)
        self._tight = size < _SIZES[0]

    def blocks(self) -> Iterator[Block]:
        """From the title to the last sentence."""
        said = self._said
        yield from self._heading(*_TITLES[said.kind])
        yield from self._person()
        several = len(said.activities) > 1
        for number, one in enumerate(said.activities, start=1):
            yield from self._activity(one, number if several else 0)
        yield from self._list("Kompetenzen", said.competences)
        yield from self._list("Fortbildungen und Nachweise", said.proofs)
        if tidy(said.words):
            yield _gap(4 * mm)
            words = Text(tidy_block(said.words), style(self._size, self._size * 1.42), WIDTH)
            for part in _pieces(words):
                yield Block(part.height, partial(_draw_left, part))
        rules = [tidy(one) for one in said.rules if tidy(one)]
        if rules:
            yield from self._section("Zur Einordnung")
            for rule in rules:
                yield self._text(rule, 9.5)
            about = "Das sind Hinweise mit ihrem Stand, keine Rechtsberatung."
            yield self._text(about, 9, soft=True)

    def _heading(self, title: str, about: str) -> Iterator[Block]:
        made = Text(title, style(24, 30, bold=True, color=self._accent), WIDTH)
        yield Block(made.height, lambda canvas, top: made.draw(canvas, LEFT, top))
        yield self._text(about, 12, soft=True)
        yield _gap(5 * mm)

    def _person(self) -> Iterator[Block]:
        said = self._said
        yield self._text(tidy(said.name), 17, bold=True)
        born = f"geboren am {tidy(said.born)}" if tidy(said.born) else ""
        about = " · ".join(one for one in (born, tidy(said.address)) if one)
        for line in (about, tidy(said.school)):
            if line:
                yield self._text(line, self._size, soft=True)
        yield _gap(2 * mm)
        yield self._text(_OPENINGS[said.kind], self._size)

    def _activity(self, one: Activity, number: int) -> Iterator[Block]:
        """One engagement: a rule with its name, then what is known of it."""
        head = f"{number}. {tidy(one.title)}" if number else tidy(one.title)
        title = Text(head, style(self._size + 2, (self._size + 2) * 1.36, bold=True), WIDTH)
        above = (2.4 if self._tight else 4) * mm

        def draw(canvas: Canvas, top: float) -> None:
            canvas.setStrokeColor(self._accent)
            canvas.setLineWidth(1.2)
            canvas.line(LEFT, top - above, RIGHT, top - above)
            title.draw(canvas, LEFT, top - above - 2 * mm)

        yield Block(title.height + above + 3.6 * mm, draw, stays=True)
        rows = (
            ("Einsatzstelle", one.body),
            ("Zeitraum", one.period),
            ("Umfang", one.extent),
            ("Zeiten", one.times),
            ("Vergütung", one.payment),
            ("Aufgaben", one.tasks),
        )
        shown = [(label, tidy_block(value)) for label, value in rows if tidy(value)]
        for place, (label, value) in enumerate(shown):
            look = style(self._size, self._size * 1.36)
            parts = _pieces(Text(value, look, WIDTH - _LABEL))
            stays = place + 1 < min(3, len(shown)) and len(parts) == 1
            for part in parts:
                yield self._row(label if part is parts[0] else "", part, stays=stays)

    def _row(self, label: str, value: Text, *, stays: bool) -> Block:
        def draw(canvas: Canvas, top: float) -> None:
            base = top - paper.BASELINE * self._size
            paper.draw_line(canvas, LEFT, base, label, 9.5, color=paper.SOFT)
            value.draw(canvas, LEFT + _LABEL, top)

        return Block(value.height + (0.6 if self._tight else 1.2) * mm, draw, stays=stays)

    def _section(self, title: str) -> Iterator[Block]:
        yield _gap((2.5 if self._tight else 4) * mm)
        made = Text(title, style(11.5, 17, bold=True, color=self._accent), WIDTH)
        yield Block(made.height, lambda canvas, top: made.draw(canvas, LEFT, top), stays=True)

    def _list(self, title: str, entries: Sequence[str]) -> Iterator[Block]:
        """A heading and dashes; many short ones stand in two columns."""
        filled = [tidy(one) for one in entries if tidy(one)]
        if not filled:
            return
        yield from self._section(title)
        room = WIDTH / 2 - 8 * mm
        short = all(paper.line_width(one, self._size) <= room for one in filled)
        step = 2 if short and len(filled) > 2 else 1
        for place in range(0, len(filled), step):
            yield self._dashes(filled[place : place + step], step)

    def _dashes(self, entries: Sequence[str], columns: int) -> Block:
        look = style(self._size, self._size * 1.42)
        texts = [Text(one, look, WIDTH / columns - 4 * mm) for one in entries]

        def draw(canvas: Canvas, top: float) -> None:
            for place, text in enumerate(texts):
                x = LEFT + place * WIDTH / columns
                base = top - paper.BASELINE * self._size
                paper.draw_line(canvas, x, base, "–", self._size, color=paper.SOFT)
                text.draw(canvas, x + 4 * mm, top)

        return Block(max(text.height for text in texts), draw)

    def _text(self, words: str, size: float, *, bold: bool = False, soft: bool = False) -> Block:
        color = paper.SOFT if soft else paper.INK
        made = Text(words, style(size, size * 1.42, bold=bold, color=color), WIDTH)
        return Block(made.height, lambda canvas, top: made.draw(canvas, LEFT, top), stays=bold)


def _pieces(text: Text) -> list[Text]:
    """A text in pieces that find room on a page."""
    found = []
    while (head := text.take_head(_PIECE)) is not None:
        found.append(head)
    return [*found, text]


def _draw_left(text: Text, canvas: Canvas, top: float) -> None:
    text.draw(canvas, LEFT, top)


def _gap(height: float) -> Block:
    return Block(height, lambda _canvas, _top: None, stays=True)


def _signing(office: OfficeInfo, said: Certificate, on: dt.date) -> Block:
    """Place and day, and a line for each signature."""
    column = WIDTH / 2 - 6 * mm
    city = tidy(office.city)
    where = paper.fitting(f"{city}, {day(on)}" if city else day(on), 10.5, WIDTH)
    signs = [(tidy(said.signer), tidy(office.name))]
    if said.kind in _BODY_SIGNS:
        bodies = {tidy(one.body) for one in said.activities}
        signs.append(("Einsatzstelle", bodies.pop() if len(bodies) == 1 else ""))

    def draw(canvas: Canvas, top: float) -> None:
        paper.draw_line(canvas, LEFT, top - 6 * mm, where, 10.5)
        line = top - 22 * mm
        for place, (name, under) in enumerate(signs):
            x = LEFT + place * (column + 12 * mm)
            canvas.setStrokeColor(paper.INK)
            canvas.setLineWidth(0.6)
            canvas.line(x, line, x + column, line)
            y = line - 5 * mm
            if name:
                paper.draw_line(canvas, x, y, paper.fitting(name, 9.5, column), 9.5)
                y -= 4.6 * mm
            for words in _two_lines(under, column):
                paper.draw_line(canvas, x, y, words, 9, color=paper.SOFT)
                y -= 4.4 * mm

    return Block(_SIGNING, draw)


def _two_lines(words: str, width: float) -> list[str]:
    """Words on one line, or parted where a dot or a blank lies near the end of the first."""
    if paper.line_width(words, 9) <= width:
        return [words] if words else []
    parts = words.split(" ")
    taken = len(parts)
    while taken > 1 and paper.line_width(" ".join(parts[:taken]), 9) > width:
        taken -= 1
    first, rest = " ".join(parts[:taken]), " ".join(parts[taken:])
    lines = [first.removesuffix(" ·"), rest.removeprefix("· ")]
    return [paper.fitting(one, 9, width) for one in lines if one]
