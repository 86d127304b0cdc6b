"""Reports that are given out: numbered, with a fingerprint, and never changed again.

An edition keeps its definitions, its figures as they were shown, the tables behind them with what
was hidden, and the numbers of the counted records with generalised attributes; no names, no texts.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.model.figure_json import plain
from ehrenamt_desktop.model.figure_rows import CaseRow, ChangedWords, EditionRow, FigureReport
from ehrenamt_desktop.model.figures import BY_KEY, FIGURES, RATIOS
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.report import Edition, EditionCase
from ehrenamt_desktop.model.shield import Printed
from ehrenamt_desktop.services.figure_counts import Counted
from ehrenamt_desktop.services.figures import BACKWARDS, Made, make
from ehrenamt_desktop.store import bulk
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import cases as case_reads
from ehrenamt_desktop.store.reads import editions as reads

UNKNOWN = "Diese Ausgabe gibt es nicht. Bitte wählen Sie eine aus der Liste."


class Editions:
    """Use cases on editions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def freeze(
        self,
        kind: PaperKind,
        start: dt.date,
        end: dt.date,
        title: str,
        words: Mapping[str, str] | None = None,
        progress: Progress = QUIET,
        write: Callable[[FigureReport], object] | None = None,
        printed: Sequence[Printed] = (),
    ) -> FigureReport:
        """Count a period and keep it as the next edition; this cannot be undone.

        Args:
            kind: the paper it is made for.
            start: first day.
            end: last day, included.
            title: of the report.
            words: what the coordinator says in it, by name.
            progress: told while it is counted.
            write: makes the file; where it fails or is cancelled, no edition is kept.
            printed: further tables of people that the file shows (`services/figure_press`).

        Raises:
            DomainError: the period ends before it begins.
            Cancelled: the user stopped; nothing is kept.
        """
        if end < start:
            raise DomainError(BACKWARDS)
        with self._store.read() as connection:
            made = make(connection, start, end, title, reads.printed(connection), progress)
            number = reads.next_number(connection)
        definitions, figures = _contents(made, printed)
        mark = fingerprint(definitions, figures)
        with self._store.write("Bericht herausgegeben") as unit:
            unit.closed, unit.user_id = True, None
            edition = Edition(
                number=number, kind=kind, title=title[:200], start_on=start, end_on=end,
                on=clock.today(), hash=mark, definitions=definitions, figures=figures,
                words=json.dumps(dict(words or {}), ensure_ascii=False),
            )  # fmt: skip
            unit.add(edition)
            unit.flush()
            bulk.insert_rows(unit, EditionCase, _rows(int(edition.id or 0), made.counted))
            report = made.report._replace(number=number, hash=mark)
            if write is not None:
                write(report)
        return report

    def rows(self) -> tuple[EditionRow, ...]:
        """All editions, the latest first."""
        with self._store.read() as connection:
            return tuple(reads.rows(connection))

    def report(self, number: int) -> FigureReport:
        """The report of an edition, as it was given out.

        Raises:
            DomainError: there is none, or it was changed outside the program.
        """
        return self._kept(number).report

    def words(self, number: int) -> Mapping[str, str]:
        """What the coordinator said in an edition.

        Raises:
            DomainError: there is none, or it was changed outside the program.
        """
        return self._kept(number).words

    def cases(self, number: int, figure: str) -> tuple[CaseRow, ...]:
        """The records an edition counted under a figure, with what they are called today.

        Raises:
            DomainError: there is none, or it was changed outside the program.
        """
        edition = self._kept(number).row
        key = _kept_under(figure)
        with self._store.read() as connection:
            kept = reads.cases(connection, edition.id, key)
            kind = BY_KEY[key].kind
            labels = case_reads.labels(connection, kind, [one.record for one in kept])
        return tuple(
            CaseRow(
                at, one.kind, one.record, labels.get(one.record, case_reads.GONE),
                one.municipality, one.age_group, one.area, one.quarter, one.record not in labels,
            )
            for at, one in enumerate(kept, 1)
        )  # fmt: skip

    def changed(self, number: int) -> tuple[ChangedWords, ...]:
        """The figures that are counted in another way today than in an edition.

        Raises:
            DomainError: there is none, or it was changed outside the program.
        """
        then = {one.key: one for one in self._kept(number).report.definitions}
        return tuple(
            ChangedWords(one.key, one.name, then[one.key].words, one.words)
            for one in FIGURES
            if one.key in then and then[one.key].words != one.words
        )

    def _kept(self, number: int) -> reads.Kept:
        with self._store.read() as connection:
            kept = reads.kept(connection, number)
        if kept is None:
            raise DomainError(UNKNOWN)
        if fingerprint(kept.definitions, kept.figures) != kept.row.hash:
            raise DomainError(
                f"Ausgabe {number} wurde außerhalb des Programms verändert. Bitte stellen Sie eine "
                "Sicherung her, in der sie noch stimmt."
            )
        return kept


def fingerprint(definitions: str, figures: str) -> str:
    """SHA-256 over both texts as they are kept, 64 hexadecimal digits."""
    return hashlib.sha256(f"{definitions}\n{figures}".encode()).hexdigest()


def _contents(made: Made, more: Sequence[Printed]) -> tuple[str, str]:
    """Definitions and figures as text; number and fingerprint stand beside them."""
    report = plain(made.report)
    definitions = report.pop("definitions")
    for key in ("number", "hash"):
        del report[key]
    return _text(definitions), _text({"report": report, "printed": plain((*made.printed, *more))})


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _kept_under(figure: str) -> str:
    """The figure whose cases stand for another."""
    key = RATIOS.get(figure, (figure,))[0]
    return BY_KEY[key].key


def _rows(edition_id: int, counted: Counted) -> Iterator[Mapping[str, object]]:
    for figure in _with_cases():
        kind: Kind = BY_KEY[figure].kind
        for one in counted.of(figure):
            yield {
                "edition_id": edition_id, "figure": figure, "kind": kind, "record": one.record,
                "municipality": one.town, "age_group": one.age_group if BY_KEY[figure].people
                else "", "area": one.area[:80], "quarter": one.quarter,
            }  # fmt: skip


def _with_cases() -> Iterable[str]:
    return (one.key for one in FIGURES if one.key not in RATIOS)
