"""A PDF of strips under one another: pages with foot and number, progress, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.reports import paper, round_rows
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.round_rows import Strip


class About(NamedTuple):
    """What the document says of itself, and what stands at the foot of each page."""

    title: str
    author: str
    subject: str
    foot: str


def write_strips(
    path: Path,
    about: About,
    strips: Sequence[Strip],
    progress: Progress,
    again: Callable[[str], Sequence[Strip]] = round_rows.continued,
) -> int:
    """Write the strips as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        about: title, author, subject and foot.
        strips: from top to bottom.
        progress: told after each page.
        again: what stands above a row with a `lead` that begins a page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    with replacing(path) as temporary:
        return draw_strips(temporary, about, lambda _: (strips, _nothing), progress, again)


def draw_strips(
    out: Path | BinaryIO,
    about: About,
    make: Callable[[Canvas], tuple[Sequence[Strip], Callable[[], None]]],
    progress: Progress = QUIET,
    again: Callable[[str], Sequence[Strip]] = round_rows.continued,
) -> int:
    """As `write_strips`, for strips that need the document; returns the number of pages.

    Args:
        out: where the PDF goes.
        about: title, author, subject and foot.
        make: gives the strips, and what is to be done before the document is saved.
        progress: told after each page.
        again: what stands above a row with a `lead` that begins a page.

    Raises:
        Cancelled: the user stopped.
    """
    canvas = paper.new_canvas(out, about.title, about.author, about.subject)
    strips, finish = make(canvas)
    pages = round_rows.pages(strips, again)
    for index, page in enumerate(pages):
        number = f"Seite {index + 1} von {len(pages)}"
        progress.step(index, len(pages), number)
        round_rows.draw_page(canvas, page, about.foot, number)
    finish()
    canvas.save()
    progress.step(len(pages), len(pages))
    return len(pages)


def _nothing() -> None:
    """Nothing is left to be done."""
