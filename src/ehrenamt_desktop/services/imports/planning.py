"""From a file to a plan, and from a plan to a report."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ehrenamt_desktop import clock
from ehrenamt_desktop.exchange.rows import ParsedRow, parse
from ehrenamt_desktop.exchange.spots import german_error
from ehrenamt_desktop.exchange.table import Cell, Fault
from ehrenamt_desktop.exchange.words import Words, gather
from ehrenamt_desktop.model.imports import (
    NOUNS,
    ImportPlan,
    ImportReport,
    ImportRow,
    Verdict,
)
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.services.imports import forms
from ehrenamt_desktop.services.imports.changes import Change
from ehrenamt_desktop.services.imports.judge import Judge
from ehrenamt_desktop.services.imports.kept import Kept, load
from ehrenamt_desktop.services.imports.nouns import InitiativesJudge, OffersJudge, PeopleJudge
from ehrenamt_desktop.services.imports.reading import Read
from ehrenamt_desktop.services.imports.sweeping import unswept
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue, whole

_STEP = 250  # rows between two reports of progress


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a plan needs to be carried out.

    Attributes:
        read: the list.
        as_of: the day of entry.
        step: the store's last step when the plan was made.
        changes: new and changed records.
        new_initiatives: initiatives that offers need.
    """

    read: Read
    as_of: dt.date
    step: int
    changes: Sequence[Change]
    new_initiatives: Sequence[Kept]


COPIED_ABOVE = 100
"""Changed rows above which the store is copied before a list is read in."""


def plan(store: Store, found: Read, as_of: dt.date, progress: Progress) -> ImportPlan:
    """Judge every row against the store."""
    with store.read() as connection:
        words = gather(catalogue.terms(connection, None), catalogue.places(connection))
        records = load(connection, found.noun)
        initiatives = load(connection, "initiatives") if found.noun == "offers" else []
        step = whole.last_step(connection)
    judge = _judge(found, records, initiatives, as_of)
    with unswept():
        rows, parsed = _verdicts(found, judge, words, progress)
    new = judge.new_initiatives if isinstance(judge, OffersJudge) else []
    return ImportPlan(
        noun=found.noun,
        name=found.table.name,
        rows=rows,
        mapping=found.layout.shown(),
        also=_also(judge.changes, new),
        warnings=(
            *_kept(found),
            *found.table.warnings,
            *found.layout.warnings,
            *_hints(found, rows, parsed),
        ),
        sheets=found.table.sheets,
        cards=found.table.cards,
        path=found.path,
        preview=found.preview,
        prepared=Prepared(found, as_of, step, judge.changes, new),
    )


def run(store: Store, made: ImportPlan, progress: Progress, *, keep: bool) -> ImportReport:
    """Carry a plan out in one step; before it, keep how its columns were mapped by hand."""
    from ehrenamt_desktop.services.imports import writing

    prepared = _prepared(made)
    with store.read() as connection:
        moved = whole.last_step(connection) != prepared.step
    if moved or _written(prepared):
        made = plan(store, prepared.read, prepared.as_of, progress)
        prepared = _prepared(made)
    form = prepared.read.preview.form
    if keep and form.columns is not None:
        forms.keep(store, form)
    if prepared.changes:
        number = made.counts.added + made.counts.updated
        _copy_before(store, number, progress)
        with unswept(), store.write(f"Einfuhr: {count(number, *NOUNS[made.noun])}") as unit:
            writing.write(
                unit,
                made.noun,
                prepared.changes,
                prepared.new_initiatives,
                prepared.as_of,
                progress,
            )
    return ImportReport(
        made.noun,
        made.name,
        made.rows,
        made.mapping,
        made.also,
        made.warnings,
        made.sheets,
        made.cards,
    )


def _copy_before(store: Store, amount: int, progress: Progress) -> None:
    """A safety copy before a large list; of an encrypted store, as all that are made unasked."""
    if amount > COPIED_ABOVE and store.encrypted:
        from ehrenamt_desktop.services.backups import Backups

        Backups(store).keep(progress=progress)


def refused_cells(
    made: ImportPlan,
) -> tuple[tuple[str, ...], list[tuple[int, Sequence[Cell], str]]]:
    """The headings of the list, and its refused rows with their reasons."""
    table = _prepared(made).read.table
    cells = dict(zip(table.row_numbers, table.rows, strict=True))
    return table.headers, [
        (one.row, [_shown(cell) for cell in cells[one.row]], one.reason) for one in made.refused
    ]


def _shown(cell: Cell) -> Cell:
    """A cell without a value as an error: read again as it is, it refuses its row again."""
    if not isinstance(cell, Fault):
        return cell
    if cell.startswith("!"):
        return ""
    return "#NV" if cell.startswith("=") else german_error(cell)


def _prepared(made: ImportPlan) -> Prepared:
    if not isinstance(made.prepared, Prepared):
        raise TypeError("not a plan of this service")
    return made.prepared


def _written(prepared: Prepared) -> bool:
    """Whether an attempt that failed has left its numbers in the plan."""
    return any(kept.id is not None for kept in prepared.new_initiatives) or any(
        change.kept.row and change.kept.id is not None for change in prepared.changes
    )


def _judge(found: Read, records: list[Kept], initiatives: list[Kept], as_of: dt.date) -> Judge:
    if found.noun == "people":
        return PeopleJudge(found.layout, records)
    if found.noun == "initiatives":
        return InitiativesJudge(found.layout, records)
    return OffersJudge(found.layout, records, initiatives, as_of)


def _verdicts(
    found: Read, judge: Judge, words: Words, progress: Progress
) -> tuple[tuple[ImportRow, ...], list[ParsedRow]]:
    rows: list[ImportRow] = []
    parsed: list[ParsedRow] = []
    total = len(found.table.rows)
    for row in parse(found.table, found.layout, words, clock.today()):
        if len(rows) % _STEP == 0:
            progress.step(len(rows), total, "Wird geprüft")
        rows.append(judge.judge(row))
        parsed.append(row)
    progress.step(total, total, "Wird geprüft")
    return tuple(rows), parsed


def _also(changes: Sequence[Change], new_initiatives: Sequence[Kept]) -> dict[str, int]:
    """Records made beside the rows."""
    also: Counter[str] = Counter(initiatives=len(new_initiatives))
    for change in changes:
        also["contacts"] += change.contact is not None
        also["consents"] += len(change.consents)
        also["credentials"] += len(set(change.proofs))
    return {kind: number for kind, number in also.items() if number}


def _kept(found: Read) -> list[str]:
    """Whether columns are mapped as they were kept for such lists."""
    if not found.preview.form.kept:
        return []
    return ["Die Spalten sind so zugeordnet, wie Sie es für Listen wie diese gemerkt haben."]


def _hints(found: Read, rows: Sequence[ImportRow], parsed: Sequence[ParsedRow]) -> list[str]:
    """What is worth saying once of the whole list."""
    hints = []
    taken = [one for one, row in zip(parsed, rows, strict=True) if row.verdict is Verdict.ADDED]
    seats = sum(one.guessed_seat for one in taken)
    if seats:
        hints.append(
            f"Bei {count(seats, 'Zeile', 'Zeilen')} steht nur die Gemeinde; als Ortsteil wurde der "
            "Kernort eingetragen."
        )
    keys = found.layout.keys | set(found.layout.constants)
    if found.noun == "offers" and taken and "status" not in keys:
        hints.append(
            "Die Liste hat keine Spalte „Status“: Neue Angebote werden Entwürfe. Bitte prüfen und "
            "veröffentlichen Sie sie."
        )
    if found.noun == "people" and taken and "storage_consent_on" not in keys:
        hints.append(
            "Die Liste nennt keine Einwilligungen: Bei neuen Personen bleibt die Rechtsgrundlage "
            "offen, ihr Kontakt wird nicht weitergegeben."
        )
    return hints
