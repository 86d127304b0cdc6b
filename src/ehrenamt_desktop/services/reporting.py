"""Reports to council and funders: each freezes an edition and leaves as PDF or Excel."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ehrenamt_desktop.model.council_rows import Protect, protected_lines
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.figure_rows import FigureReport
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.rules.suppression import Table
from ehrenamt_desktop.model.shield import Printed
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.services.editions import Editions
from ehrenamt_desktop.services.figure_press import Press
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import Papers, expect_suffix
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import editions as edition_reads
from ehrenamt_desktop.store.reads import money
from ehrenamt_desktop.store.reads import papers as reads

NO_WORDS = ReportWords()


class Reporting:
    """Use cases on reports."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)
        self._papers = Papers(store)
        self._editions = Editions(store)

    def council_page(
        self,
        path: Path,
        start: dt.date,
        end: dt.date,
        words: ReportWords = NO_WORDS,
        progress: Progress = QUIET,
    ) -> int:
        """Write the paper for the council, one page PDF; returns the paper's number.

        Args:
            path: the file to make.
            start: first day of the period.
            end: last day, included.
            words: the coordinator's sentences and what is to be decided.
            progress: told while it is counted and written.

        Raises:
            InvalidDraft: the words are too long.
            DomainError: the period is none, has too few figures, or the words need a second page.
            Cancelled: the user stopped; nothing was made and no edition kept.
            StoreUnavailable: the file cannot be written; no edition is kept.
        """
        from ehrenamt_desktop.reports.council_page import council_page

        office = self._begin(path, ".pdf")
        said = words.checked()

        def write(report: FigureReport) -> int:
            return council_page(path, office, report, said, progress)

        title = f"Bericht der Ehrenamtsagentur {period_name(start, end)}"
        return self._freeze(
            PaperKind.COUNCIL_PAGE, path, start, end, title, said.kept(), write, progress
        )

    def council_list(
        self,
        path: Path,
        start: dt.date,
        end: dt.date,
        municipality: str = "",
        progress: Progress = QUIET,
    ) -> int:
        """Write the council list as Excel; returns the paper's number.

        Args:
            path: the file to make.
            start: first day of the period.
            end: last day, included.
            municipality: only this one; empty means all.
            progress: told while it is counted and written.

        Raises:
            DomainError: there is nothing to count, or the period is none.
            Cancelled: the user stopped; nothing was made and no edition kept.
            StoreUnavailable: the file cannot be written; no edition is kept.
        """
        from ehrenamt_desktop.reports.council import council_list

        office = self._begin(path, ".xlsx")
        with self._store.read() as connection:
            press = Press(edition_reads.printed(connection))
            rows = reads.council_rows(connection, start, end)
        found = protected_lines(rows, _pressed(press, start, end))
        lines = [one for one in found if municipality in ("", one.municipality)]
        told = f"Gemeinde {municipality}" if municipality else ""
        kept = [[one.municipality, one.area, *(cell.text for cell in one[2:])] for one in lines]

        def write(report: FigureReport) -> int:
            return council_list(path, office, report, lines, told, progress)

        title = f"Ehrenamt in Zahlen {period_name(start, end)}"
        words = {"rows": json.dumps(kept, ensure_ascii=False, separators=(",", ":"))}
        return self._freeze(PaperKind.COUNCIL_LIST, path, start, end, title, words, write, progress)

    def annual(
        self,
        path: Path,
        start: dt.date,
        end: dt.date,
        words: ReportWords = NO_WORDS,
        progress: Progress = QUIET,
    ) -> int:
        """Write the annual report as PDF or as workbook; returns the paper's number.

        Args:
            path: the file to make; its ending decides.
            start: first day of the period.
            end: last day, included.
            words: the coordinator's sentences.
            progress: told while it is counted and written.

        Raises:
            InvalidDraft: the words are too long.
            DomainError: the period is none.
            Cancelled: the user stopped; nothing was made and no edition kept.
            StoreUnavailable: the file cannot be written; no edition is kept.
        """
        from ehrenamt_desktop.reports.annual_book import annual_book
        from ehrenamt_desktop.reports.annual_paper import annual_paper

        office = self._begin(path, ".pdf", ".xlsx")
        said = words.checked()

        def write(report: FigureReport) -> int:
            if path.suffix.lower() == ".xlsx":
                return annual_book(path, office, report, progress)
            return annual_paper(path, office, report, said, progress)

        title = f"Jahresbericht {period_name(start, end)}"
        return self._freeze(
            PaperKind.ANNUAL_REPORT, path, start, end, title, said.kept(), write, progress
        )

    def funding(
        self,
        path: Path,
        start: dt.date,
        end: dt.date,
        words: ReportWords = NO_WORDS,
        progress: Progress = QUIET,
    ) -> int:
        """Write the report to a funder as PDF or as workbook; returns the paper's number.

        The single receipts stand in the file only, the edition keeps no texts.

        Args:
            path: the file to make; its ending decides.
            start: first day of the period.
            end: last day, included.
            words: the coordinator's report in a few sentences.
            progress: told while it is counted and written.

        Raises:
            InvalidDraft: the words are too long.
            DomainError: the period is none.
            Cancelled: the user stopped; nothing was made and no edition kept.
            StoreUnavailable: the file cannot be written; no edition is kept.
        """
        from ehrenamt_desktop.reports.funding_book import funding_book
        from ehrenamt_desktop.reports.funding_paper import funding_paper

        office = self._begin(path, ".pdf", ".xlsx")
        said = words.checked()

        with self._store.read() as connection:
            receipts = money.costs(connection, start, end)[::-1]

        def write(report: FigureReport) -> int:
            make = funding_book if path.suffix.lower() == ".xlsx" else funding_paper
            return make(path, office, report, said, receipts, progress)

        title = f"Verwendungsnachweis {period_name(start, end)}"
        return self._freeze(
            PaperKind.FUNDING_REPORT, path, start, end, title, said.kept(), write, progress
        )

    def _begin(self, path: Path, *suffixes: str) -> OfficeInfo:
        """Make sure that the report can be made and remembered, before anything is written."""
        expect_suffix(path, *suffixes)
        self._store.hold()
        return self._lists.office_info()

    def _freeze(
        self,
        kind: PaperKind,
        path: Path,
        start: dt.date,
        end: dt.date,
        title: str,
        words: Mapping[str, str],
        write: Callable[[FigureReport], int],
        progress: Progress,
        printed: Sequence[Printed] = (),
    ) -> int:
        """Keep an edition and write its file as one step, then remember the paper."""
        rows = 0

        def written(report: FigureReport) -> None:
            nonlocal rows
            rows = write(report)

        report = self._editions.freeze(kind, start, end, title, words, progress, written, printed)
        name = f"{title}, Ausgabe {report.number}"
        return self._papers.remember(kind, name, path, rows)


def _pressed(press: Press, start: dt.date, end: dt.date) -> Protect:
    """How the counts of the council list are protected; seekers hold for the last day."""

    def protect(key: str, counts: Sequence[Sequence[int]]) -> Table:
        shape = f"{len(counts)}x{len(counts[0])}"
        first = end if key == "seekers" else start
        return press.table(f"council:{key}:{shape}", first, end, counts)

    return protect


def period_name(start: dt.date, end: dt.date) -> str:
    """`2026`, `1. Halbjahr 2026`, or first and last day."""
    halves = {(1, 1, 12, 31): "", (1, 1, 6, 30): "1. Halbjahr ", (7, 1, 12, 31): "2. Halbjahr "}
    key = (start.month, start.day, end.month, end.day)
    if start.year == end.year and key in halves:
        return f"{halves[key]}{end.year}"
    return f"{day(start)} bis {day(end)}"
