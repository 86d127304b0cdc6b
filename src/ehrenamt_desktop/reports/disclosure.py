"""The disclosure a person asked for (Art. 15 GDPR), readable on A4. Lengths are points."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm

from ehrenamt_desktop.model.disclosure import Chapter, Disclosure, Fact
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.privacy import rights
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import round_rows, tables
from ehrenamt_desktop.reports.paper import Text, style
from ehrenamt_desktop.reports.round_rows import WIDTH, Strip
from ehrenamt_desktop.reports.strip_paper import About, write_strips
from ehrenamt_desktop.reports.tables import Grid

TITLE = "Auskunft über Ihre Daten"
OPEN = "Diese Angabe hat die verantwortliche Stelle noch nicht eingetragen."
_LINE = 700  # signs of a cell; a longer text goes on in the next row
_GRID = Grid((48, 120), (False, False), size=9, pad=1.0 * mm)
_FEW = 6
_AGAIN = "…"


def disclosure(
    path: Path, office: OfficeInfo, found: Disclosure, progress: Progress = QUIET
) -> int:
    """Write the disclosure as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who gives the disclosure.
        found: what is kept.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    strips = [*_begin(office, found), *_frame(found)]
    for chapter in found.chapters:
        strips += _chapter(chapter)
    strips += _edits(found.edits)
    foot = f"{TITLE} · Nr. {found.number} · Stand {day(found.on)}"
    about = About(TITLE, office.carrier or office.name, "Art. 15 DSGVO", foot)
    return write_strips(path, about, strips, progress, _continued)


def _begin(office: OfficeInfo, found: Disclosure) -> list[Strip]:
    where = (office.carrier or office.name, office.street, f"{office.postcode} {office.city}")
    sender = " · ".join(tidy(one) for one in where if one.strip())
    return [
        round_rows.words(sender, 9, soft=True),
        round_rows.gap(5 * mm),
        *(round_rows.words(line, 11) for line in found.lines),
        round_rows.gap(7 * mm),
        round_rows.words(TITLE, 18, bold=True),
        round_rows.words(
            f"nach Art. 15 DSGVO, Stand {day(found.on)}, Datensatz Nr. {found.number}", 10.5
        ),
        round_rows.gap(2 * mm),
        tables.block("Hier steht alles, was die Agentur über Sie gespeichert hat.", 10.5),
    ]


def _frame(found: Disclosure) -> list[Strip]:
    """What Art. 15(1) (a) to (h) asks for beside the data."""
    strips = _heading("Wer, wofür, wie lange")
    rows = [
        Fact("Verantwortlich", found.controller or OPEN),
        Fact("Datenschutzbeauftragte Person", found.officer or OPEN),
        *(Fact(one.label, one.value) for one in found.purposes),
        Fact("Woher die Daten sind", "; ".join(found.sources)),
        Fact("Wie lange", found.kept),
        *([Fact("Wie vorgeschlagen wird", found.matching)] if found.matching else []),
    ]
    strips += _rows(rows)
    strips += _heading("Wer etwas über Sie bekommen hat")
    if found.recipients:
        strips += _rows([
            Fact(day(one.on), f"{one.name}: {one.parts}") for one in found.recipients
        ])  # fmt: skip
    else:
        strips.append(tables.block(found.receivers, soft=True))
    strips += _heading("Ihre Rechte")
    return [*strips, *(tables.block(one, below=1.5 * mm) for one in rights(found.authority))]


def _chapter(chapter: Chapter) -> list[Strip]:
    """A table for one record; for many a row each: what it is, and the rest in a line."""
    facts = [one.facts for one in chapter.records if one.facts]
    if len(facts) == 1 and len(facts[0]) > _FEW:
        return [*_heading(chapter.title), *_rows(facts[0])]
    rows = [
        Fact(first.value, " · ".join(f"{one.label}: {one.value}" for one in rest))
        for first, *rest in facts
    ]
    return [*_heading(chapter.title), *_rows(rows)]


def _rows(facts: Sequence[Fact]) -> list[Strip]:
    made = []
    for fact in facts:
        first, *rest = textwrap.wrap(
            fact.value, _LINE, replace_whitespace=False, drop_whitespace=True
        ) or [""]
        made.append(_GRID.row([fact.label[:_LINE], first]))
        made += [_GRID.row([_AGAIN, one]) for one in rest]
    return made


def _edits(edits: Sequence[str]) -> list[Strip]:
    if not edits:
        return []
    look = style(8.5, 11.5)
    lines = [piece for one in edits for piece in textwrap.wrap(one, _LINE)]
    return [
        *_heading("Änderungen"),
        *(tables.framed(Text(tidy(one), look, WIDTH), 0.8 * mm) for one in lines),
    ]


def _heading(words: str) -> list[Strip]:
    return [
        round_rows.gap(7 * mm),
        round_rows.words(words, 13, bold=True, marked=True),
        round_rows.gap(1.5 * mm),
    ]


def _continued(_lead: str) -> Sequence[Strip]:
    return ()
