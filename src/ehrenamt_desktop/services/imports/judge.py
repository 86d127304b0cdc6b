"""Row by row: what is new, what changes, what stays, what is refused and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import SQLModel

from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.exchange.headers import Layout
from ehrenamt_desktop.exchange.rows import ParsedRow
from ehrenamt_desktop.model.columns.fields import Field, FieldKind, by_key
from ehrenamt_desktop.model.imports import ImportRow, Verdict
from ehrenamt_desktop.model.rules.restriction import RESTRICTED
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.imports.changes import Change, new_proofs, new_terms
from ehrenamt_desktop.services.imports.finder import Finder, Wanted
from ehrenamt_desktop.services.imports.kept import Kept, column, plain

MAX_KEY = 200
"""Characters of a source key."""

_UNNAMED = "Einfuhr"
"""Source of keys whose list names none."""


class Refused(Exception):
    """A row that is not taken over; carries the German sentence."""


def in_trash(kept: Kept) -> str:
    """Why a row that means a trashed record is refused."""
    return (
        f"Liegt im Papierkorb (Nr. {kept.id}): Bitte stellen Sie den Datensatz zuerst wieder her."
    )


class Judge:
    """Decides on rows one after another; later rows see what earlier ones make.

    One subclass per noun adds what is special there.
    """

    noun = ""
    draft: type[SQLModel]
    names: frozenset[str] = frozenset()
    """A record found by its name keeps its spelling: `SUESS` does not become the name of Süß."""
    apart: frozenset[str] = frozenset({"terms"})
    """Fields of the draft that are kept in tables of their own."""

    def __init__(self, layout: Layout, records: list[Kept]) -> None:
        self.changes: list[Change] = []
        self._by_record: dict[int, Change] = {}
        self._finder = Finder(self.noun, records)
        self._source = layout.source
        self._fields: Mapping[str, Field] = by_key(self.noun)
        self._columns = {one.key: column(one) for one in plain(self.noun)}
        self._columns["place_id"] = "place_id"
        self._labels = {column(one): one.label for one in plain(self.noun)}

    def judge(self, row: ParsedRow) -> ImportRow:
        """The verdict on a row; what it writes is kept in `changes`."""
        if row.problems:
            return ImportRow(row.number, Verdict.REFUSED, " ".join(row.problems))
        wanted = self._wanted(row)
        hit = self._finder.find(wanted)
        if hit.problem:
            return ImportRow(row.number, Verdict.REFUSED, hit.problem)
        if hit.kept is not None and hit.kept.trashed:
            return ImportRow(row.number, Verdict.REFUSED, in_trash(hit.kept))
        if hit.kept is not None and hit.kept.restricted:
            return ImportRow(row.number, Verdict.REFUSED, f"Nr. {hit.kept.id}: {RESTRICTED}")
        kept = hit.kept or Kept(None, {}, wanted.source, wanted.source_key, row.number)
        try:
            change = self._change(row, wanted, kept, keep_name=hit.by_name)
        except Refused as error:
            return ImportRow(row.number, Verdict.REFUSED, str(error))
        notes = " ".join(row.notes)
        if hit.kept is None:
            return self._added(row, change, notes, hit.doubles)
        return self._found(row, change, notes)

    def _added(
        self, row: ParsedRow, change: Change, notes: str, doubles: tuple[int, ...]
    ) -> ImportRow:
        self._remember(change)
        self._finder.add(change.kept)
        if doubles:
            numbers = ", ".join(f"Nr. {number}" for number in doubles)
            notes = f"{notes} Vielleicht schon vorhanden: {numbers}.".strip()
        return ImportRow(row.number, Verdict.ADDED, notes, doubles)

    def _found(self, row: ParsedRow, change: Change, notes: str) -> ImportRow:
        kept = change.kept
        where = f"Zeile {kept.row}" if kept.row else f"Nr. {kept.id}"
        if not change:
            said = f"Steht unverändert in {where}." if kept.row else f"{where} ist unverändert."
            return ImportRow(row.number, Verdict.SKIPPED, f"{said} {notes}".strip())
        self._remember(change)
        if self.names & set(change.columns):
            self._finder.add(kept)
        said = f"Ergänzt {where}." if kept.row else f"Ändert {where}."
        return ImportRow(row.number, Verdict.UPDATED, f"{said} {notes}".strip())

    def _remember(self, change: Change) -> None:
        """Keep what is written, and let the record look as it will."""
        kept = change.kept
        change.before = kept.values.get("status")
        kept.values.update(change.columns)
        if change.initiative is not None:
            kept.values["initiative_name"] = change.initiative.values["name"]
        kept.outlook.update(change.terms)
        kept.proofs.update(change.proofs)
        kept.consents += [(*one, True) for one in change.consents]
        earlier = self._by_record.get(id(kept))
        if earlier is None:
            self._by_record[id(kept)] = change
            self.changes.append(change)
        else:
            earlier.absorb(change)

    def _wanted(self, row: ParsedRow) -> Wanted:
        values: dict[str, Any] = {
            name: row.values[key] for key, name in self._columns.items() if key in row.values
        }
        number = row.values.get("number")
        key = row.values.get("source_key")
        source = str(row.values.get("source") or self._source or (_UNNAMED if key else ""))
        return Wanted(
            number if isinstance(number, int) else None,
            source[:MAX_KEY],
            str(key) if key else None,
            values,
        )

    def _change(self, row: ParsedRow, wanted: Wanted, kept: Kept, *, keep_name: bool) -> Change:
        if wanted.source_key and len(wanted.source_key) > MAX_KEY:
            raise Refused(f"Die Kennung ist länger als {MAX_KEY} Zeichen.")
        draft = self._draft({**self._defaults(kept), **kept.values, **wanted.values})
        self._settle(row, draft, kept)
        change = Change(kept)
        touched = self._touched(wanted)
        self._set_columns(change, draft, touched - self.names if keep_name else touched)
        for key, one in self._fields.items():
            value = row.values.get(key)
            if not isinstance(value, tuple):
                continue
            if one.kind is FieldKind.PROOFS:
                change.proofs = new_proofs(kept, value)
            else:
                after = new_terms(kept, key, value)
                if after is not None:
                    change.terms[key] = after
        self._add_parts(row, change)
        self._adopt(change, wanted)
        return change

    def _draft(self, values: Mapping[str, Any]) -> SQLModel:
        try:
            return validate(self.draft, values)
        except InvalidDraft as error:
            said = (
                f"{self._labels[one.key]}: {one.sentence}"
                if one.key in self._labels
                else one.sentence
                for one in error.fields
            )
            raise Refused(" ".join(said)) from None

    def _set_columns(self, change: Change, draft: SQLModel, touched: set[str]) -> None:
        """For a new record every column, for a kept one those that really change."""
        kept = change.kept
        stored = set(type(draft).model_fields) - self.apart
        fresh = kept.id is None and id(kept) not in self._by_record
        for name in sorted(stored if fresh else stored & touched):
            value = getattr(draft, name)
            if fresh or kept.values.get(name) != value:
                change.columns[name] = value

    def _adopt(self, change: Change, wanted: Wanted) -> None:
        """A record that was found otherwise takes the list's key, so that it is found by it."""
        kept = change.kept
        if kept.id is not None and wanted.source_key and not kept.source_key:
            kept.source, kept.source_key = wanted.source, wanted.source_key
            change.columns |= {"source": wanted.source, "source_key": wanted.source_key}
            self._finder.add(kept)

    def _touched(self, wanted: Wanted) -> set[str]:
        """The columns a row can change."""
        return set(wanted.values)

    def _defaults(self, _kept: Kept) -> dict[str, Any]:
        """Columns of a new record that the row may leave out."""
        return {}

    def _settle(self, row: ParsedRow, draft: SQLModel, kept: Kept) -> None:
        """Check and complete the draft, or refuse the row."""

    def _add_parts(self, row: ParsedRow, change: Change) -> None:
        """Add what is kept in tables of its own."""
