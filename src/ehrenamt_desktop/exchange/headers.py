"""From the headings of a foreign list to fields: by a mapping, by recognition or by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, field

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.heading_words import names, squeeze
from ehrenamt_desktop.exchange.known import recognise
from ehrenamt_desktop.exchange.mapping import Mapping
from ehrenamt_desktop.exchange.spots import letters
from ehrenamt_desktop.exchange.table import ForeignTable, is_empty
from ehrenamt_desktop.model.columns.fields import FIELDS, Field, by_key

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_ADVICE = "Bitte benennen Sie die Spalte um oder geben Sie eine Zuordnungsdatei an."


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list that fills one field."""

    index: int
    heading: str
    field: Field


@dataclass(frozen=True, slots=True)
class Layout:
    """How the columns of a list fill fields.

    Attributes:
        noun: `people`, `initiatives` or `offers`.
        columns: in the order of the list; a column can fill several fields.
        constants: field → text for every row whose cell is empty.
        formats: field → date format.
        values: field → folded word of the list → word of the program.
        source: where the list came from.
        html: texts are HTML.
        warnings: German sentences on what is passed over.
    """

    noun: str
    columns: tuple[Column, ...]
    constants: Map[str, str] = field(default_factory=dict)
    formats: Map[str, str] = field(default_factory=dict)
    values: Map[str, Map[str, str]] = field(default_factory=dict)
    source: str = ""
    html: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The fields that some column fills."""
        return frozenset(column.field.key for column in self.columns)

    def shown(self) -> dict[str, str]:
        """Heading → field keys, for reports."""
        found: dict[str, list[str]] = {}
        for column in self.columns:
            found.setdefault(column.heading, []).append(column.field.key)
        return {heading: ", ".join(keys) for heading, keys in found.items()}


def resolve(
    table: ForeignTable,
    noun: str,
    mapping: Mapping | None = None,
    by_hand: Sequence[str] | None = None,
) -> Layout:
    """The layout of a list.

    Args:
        table: the list.
        noun: what it is to be imported as.
        mapping: a mapping file; without one, known lists are recognised, else headings matched.
        by_hand: field key of each column, "" for none; goes before all else.

    Raises:
        BadFile: a required column is missing, or two columns mean the same field.
    """
    used = mapping if mapping is not None else recognise(noun, table.headers)
    warnings: list[str] = []
    if by_hand is not None:
        columns = _by_hand(table, noun, by_hand)
    elif used is not None and used.columns:
        columns, warnings = _by_mapping(table, used)
    else:
        columns, warnings = _by_words(table, noun)
    constants = dict(used.constants) if used else {}
    _check_required(table, noun, {column.field.key for column in columns} | set(constants))
    return Layout(
        noun=noun,
        columns=tuple(columns),
        constants=constants,
        formats=dict(used.formats) if used else {},
        values=_folded(used) if used else {},
        source=used.source if used else "",
        html=used.html if used else False,
        warnings=tuple(warnings + _left_over(table, columns)),
    )


def named(table: ForeignTable, index: int) -> str:
    """The heading of a column, or its letter."""
    return table.headers[index] or f"Spalte {letters(index)}"


def guess(table: ForeignTable, noun: str) -> tuple[str, ...]:
    """For each column the field it names, as far as that is clear; "" for the others."""
    used = recognise(noun, table.headers)
    columns: list[Column] = []
    if used is not None:
        columns, _ = _by_mapping(table, used)
    else:
        words = names(noun)
        for index, header in enumerate(table.headers):
            hit = words.get(squeeze(header)) or words.get(squeeze(_BRACKETS.sub(" ", header)))
            if hit is not None and all(one.field is not hit[0] for one in columns):
                columns.append(Column(index, header, hit[0]))
        columns = _names_settled(columns, noun)
    keys = {column.index: column.field.key for column in reversed(columns)}
    return tuple(keys.get(index, "") for index in range(len(table.headers)))


def _by_hand(table: ForeignTable, noun: str, keys: Sequence[str]) -> list[Column]:
    known = by_key(noun)
    taken: set[str] = set()
    columns = []
    for index, key in enumerate(keys[: len(table.headers)]):
        if key in known and key not in taken:
            columns.append(Column(index, named(table, index), known[key]))
            taken.add(key)
    return columns


def _by_mapping(table: ForeignTable, mapping: Mapping) -> tuple[list[Column], list[str]]:
    known = by_key(mapping.noun)
    columns = []
    for heading, keys in mapping.columns.items():
        index = _find(table, heading)
        columns += [Column(index, table.headers[index], known[key]) for key in keys]
    return sorted(columns, key=lambda column: column.index), []


def _find(table: ForeignTable, heading: str) -> int:
    exact = [at for at, header in enumerate(table.headers) if header == heading.strip()]
    loose = [at for at, header in enumerate(table.headers) if squeeze(header) == squeeze(heading)]
    found = exact or loose
    if not found:
        raise BadFile(
            f"Die Spalte „{heading}“ aus der Zuordnungsdatei gibt es in „{table.name}“ nicht. "
            f"{_present(table)}"
        )
    if len(found) > 1:
        raise BadFile(
            f"In „{table.name}“ gibt es die Spalte „{heading}“ mehrfach. Bitte benennen Sie die "
            "Spalten verschieden."
        )
    return found[0]


def _by_words(table: ForeignTable, noun: str) -> tuple[list[Column], list[str]]:
    """Every heading to the field it names; a column without data gives way to one with data."""
    named = names(noun)
    filled = _filled(table)
    candidates: dict[str, list[tuple[int, int]]] = {}
    for index, header in enumerate(table.headers):
        hit = named.get(squeeze(header)) or named.get(squeeze(_BRACKETS.sub(" ", header)))
        if hit is not None:
            candidates.setdefault(hit[0].key, []).append((hit[1], index))
    known = by_key(noun)
    columns: list[Column] = []
    warnings: list[str] = []
    for key, found in candidates.items():
        index = _chosen(table, known[key], found, filled, warnings)
        columns.append(Column(index, table.headers[index], known[key]))
    return sorted(_names_settled(columns, noun), key=lambda column: column.index), warnings


def _chosen(
    table: ForeignTable,
    wanted: Field,
    found: list[tuple[int, int]],
    filled: frozenset[int],
    warnings: list[str],
) -> int:
    """The column for a field: with data before without, the field's own name before synonyms."""
    alive = [pair for pair in found if pair[1] in filled] or found[:1]
    best = min(rank for rank, _ in alive)
    first = [index for rank, index in alive if rank == best]
    if len(first) > 1:
        words = " und ".join(
            f"„{table.headers[index]}“ (Spalte {letters(index)})" for index in first
        )
        raise BadFile(
            f"In „{table.name}“ bedeuten die Spalten {words} beide „{wanted.label}“. {_ADVICE}"
        )
    for _, index in alive:
        if index != first[0]:
            warnings.append(
                f"Für „{wanted.label}“ gilt die Spalte „{table.headers[first[0]]}“; die Spalte "
                f"„{table.headers[index]}“ wird nicht übernommen."
            )
    return first[0]


def _names_settled(columns: list[Column], noun: str) -> list[Column]:
    """Beside a first name, a column `Name` is the surname; beside a surname it says nothing."""
    keys = {column.field.key for column in columns}
    if noun != "people" or "full_name" not in keys:
        return columns
    if "last_name" in keys:
        return [column for column in columns if column.field.key != "full_name"]
    if "first_name" not in keys:
        return columns
    surname = by_key(noun)["last_name"]
    return [
        Column(one.index, one.heading, surname) if one.field.key == "full_name" else one
        for one in columns
    ]


def _filled(table: ForeignTable) -> frozenset[int]:
    """The columns that hold data in any row."""
    return frozenset(
        index
        for index in range(len(table.headers))
        if any(not is_empty(row[index : index + 1]) for row in table.rows)
    )


def _check_required(table: ForeignTable, noun: str, given: set[str]) -> None:
    missing = [one.label for one in FIELDS[noun] if one.required and one.key not in given]
    if noun == "people" and not given & {"last_name", "full_name"}:
        missing = ["Nachname"]
    if missing:
        words = " und ".join(f"„{label}“" for label in missing)
        verb = "fehlt die Spalte" if len(missing) == 1 else "fehlen die Spalten"
        raise BadFile(
            f"In „{table.name}“ {verb} {words}. {_present(table)} Bitte ergänzen Sie sie, "
            "ordnen Sie die Spalten selbst zu oder geben Sie eine Zuordnungsdatei an."
        )


def _left_over(table: ForeignTable, columns: Sequence[Column]) -> list[str]:
    used = {column.index for column in columns}
    filled = _filled(table)
    left = [
        header or f"ohne Überschrift (Spalte {letters(index)})"
        for index, header in enumerate(table.headers)
        if index in filled and index not in used
    ]
    if not left:
        return []
    words = ", ".join(f"„{heading}“" for heading in left)
    return [f"Nicht übernommen werden die Spalten {words}."]


def _present(table: ForeignTable) -> str:
    names = [f"„{header}“" for header in table.headers if header]
    shown = ", ".join(names[:15]) + (" …" if len(names) > 15 else "")
    return f"Gefunden wurden {shown}."


def _folded(mapping: Mapping) -> dict[str, dict[str, str]]:
    return {
        key: {squeeze(word) or word.strip(): value for word, value in pairs.items()}
        for key, pairs in mapping.values.items()
    }
