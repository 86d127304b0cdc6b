"""Foreign lists: planned first, then taken over in one step that can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.imports import LEFT, Form, ImportPlan, ImportReport
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import count, day

if TYPE_CHECKING:
    from ehrenamt_desktop.exchange.reader import Reader
    from ehrenamt_desktop.store.engine import Store

ErrorWriter = Callable[
    [Path, Sequence[str], Iterable[tuple[int, Sequence[object], str]], Mapping[str, str], Progress],
    int,
]
"""Writes a workbook of refused rows: path, headings, (row, cells, reason), facts, progress."""


def serve_child() -> int:
    """Be the child process that reads foreign files; returns the exit code."""
    from ehrenamt_desktop.exchange.child import serve

    return serve()


class Imports:
    """Use cases on foreign lists; one reading child serves all files until `close`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reader: Reader | None = None

    def plan(
        self,
        noun: str,
        path: Path,
        mapping_file: Path | None = None,
        as_of: dt.date | None = None,
        progress: Progress = QUIET,
        sheet: str = "",
        form: Form = LEFT,
    ) -> ImportPlan:
        """What an import would do; nothing is changed.

        Args:
            noun: `people`, `initiatives` or `offers`.
            path: the list.
            mapping_file: how its columns fill fields; without one the headings tell.
            as_of: the day of entry of new offers and of changes of state; default today.
            progress: told while the file is read and while rows are judged.
            sheet: name of the sheet of a workbook; "" for the one that looks most like the list.
            form: encoding, separator, header and columns where they are not left to the program.

        Raises:
            BadFile: the list or the mapping cannot be used; the sentence says why.
            WrongSheet: its cells were read and make no such list; it says how they were read.
            Cancelled: the user stopped.
        """
        from ehrenamt_desktop.services.imports import planning, reading

        if self._reader is None:
            from ehrenamt_desktop.exchange.reader import Reader

            self._reader = Reader()
        wish = reading.Wish(noun, path, mapping_file, sheet, form)
        read = reading.read(self._reader, self._store, wish, progress)
        return planning.plan(self._store, read, as_of or clock.today(), progress)

    def run(
        self, plan: ImportPlan, progress: Progress = QUIET, *, keep: bool = False
    ) -> ImportReport:
        """Carry a plan out in one step; if the store moved on since, it is planned anew first.

        Args:
            plan: what to do.
            progress: told between the parts.
            keep: whether columns mapped by hand are kept for lists with the same headings.

        Raises:
            Cancelled: the user stopped; nothing was changed.
            StoreUnavailable: the environment fails; nothing was changed.
        """
        from ehrenamt_desktop.services.imports import planning

        return planning.run(self._store, plan, progress, keep=keep)

    def forget(self, form: Form) -> None:
        """Let the headings tell again in lists for which this form was kept.

        Raises:
            StoreUnavailable: the environment fails; nothing was changed.
        """
        from ehrenamt_desktop.services.imports import forms

        forms.forget(self._store, form.signature)

    def write_errors(
        self,
        plan: ImportPlan,
        path: Path,
        progress: Progress = QUIET,
        writer: ErrorWriter | None = None,
    ) -> int:
        """Write the refused rows with their reasons as a workbook; returns how many there are.

        Args:
            plan: a plan; its workbook can be corrected and imported again.
            path: the file to make.
            progress: told every few hundred rows.
            writer: makes the file; default the office's Excel writer.

        Raises:
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports import sheet
        from ehrenamt_desktop.services.imports import planning

        headings, rows = planning.refused_cells(plan)
        facts = {
            "Datei": plan.path.name,
            "Stand": day(clock.today()),
            "Zeilen": count(len(rows), "abgewiesene Zeile", "abgewiesene Zeilen"),
        }
        return (writer or sheet.write_errors)(path, headings, rows, facts, progress)

    def close(self) -> None:
        """End the reading child."""
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()


def refuse_any(plan: ImportReport) -> None:
    """Make sure no row is refused, for imports that take all or nothing.

    Raises:
        DomainError: some row is.
    """
    refused = plan.counts.refused
    if refused:
        raise DomainError(
            f"{count(refused, 'Zeile würde', 'Zeilen würden')} abgewiesen, die erste ist Zeile "
            f"{plan.refused[0].row}: {plan.refused[0].reason} Es wurde nichts geändert."
        )


__all__ = ["ImportPlan", "ImportReport", "Imports", "refuse_any", "serve_child"]
