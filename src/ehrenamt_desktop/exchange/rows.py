"""From the rows of a foreign list to values by field, with the reasons where that fails."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ehrenamt_desktop.exchange.headers import Layout
from ehrenamt_desktop.exchange.heading_words import squeeze
from ehrenamt_desktop.exchange.spots import ERRORS
from ehrenamt_desktop.exchange.table import Cell, Fault, ForeignTable, is_empty
from ehrenamt_desktop.exchange.values import BadCell, Reading, as_text, read
from ehrenamt_desktop.exchange.words import Words
from ehrenamt_desktop.model.columns.fields import FieldKind, by_key
from ehrenamt_desktop.model.enums import Salutation
from ehrenamt_desktop.model.text import cut, tidy

TEASER = 160
"""Characters of a short text (domain brief 1.4)."""

_PARTICLES = frozenset(
    {"von", "van", "vom", "zu", "zur", "zum", "de", "der", "den", "di", "da", "el", "al"}
)
_TITLE = re.compile(r"((?:(?:Prof|Dr|Dipl)\.(?:[- ]?\w+\.)*\s*)+)(?=\S)")
_LONG_TIME = 120


@dataclass(slots=True)
class ParsedRow:
    """One row of a list as values.

    Attributes:
        number: row number in the file.
        cells: the cells as they stood there.
        values: field key → value; empty cells are absent. A place is its number under `place_id`.
        problems: German sentences; a row with any is refused.
        notes: German sentences on cells that were left out or derived.
        guessed_seat: the place was taken from the municipality alone.
    """

    number: int
    cells: tuple[Cell, ...]
    values: dict[str, object] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    guessed_seat: bool = False


def parse(table: ForeignTable, layout: Layout, words: Words, today: dt.date) -> Iterator[ParsedRow]:
    """The rows of a list, one after another.

    Args:
        table: the list.
        layout: how its columns fill fields.
        words: the office's terms and places.
        today: the day against which birth dates and consents are checked.
    """
    for number, cells in zip(table.row_numbers, table.rows, strict=True):
        row = ParsedRow(number, cells)
        reading = Reading(words, today, layout.formats, layout.html, row.notes)
        if not is_empty(cells[len(table.headers) :]):
            row.problems.append(
                "Die Zeile hat mehr Zellen als Überschriften; vermutlich steht ein Trennzeichen in "
                "einem Text ohne Anführungszeichen."
            )
        else:
            _fill(row, layout, reading)
            _join(row, layout, words)
        yield row


def _fill(row: ParsedRow, layout: Layout, reading: Reading) -> None:
    known = by_key(layout.noun)
    for column in layout.columns:
        cell = row.cells[column.index] if column.index < len(row.cells) else None
        _put(row, column.field.key, cell, layout, reading)
    for key, text in layout.constants.items():
        if key not in row.values and key in known:
            _put(row, key, text, layout, reading)


def _put(row: ParsedRow, key: str, cell: Cell, layout: Layout, reading: Reading) -> None:
    one = by_key(layout.noun)[key]
    if isinstance(cell, str) and cell.strip() in ERRORS:
        cell = Fault(cell.strip())
    if type(cell) is Fault:
        said = cell.sentence if cell.startswith("!") else f"{one.label}: {cell.sentence}"
        row.problems.append(said)
        return
    pairs = layout.values.get(key)
    if pairs and cell is not None:
        text = as_text(cell).strip()
        cell = pairs.get(squeeze(text) or text, cell)
    try:
        value = read(one, cell, reading)
    except BadCell as error:
        row.problems.append(str(error))
        return
    if value is not None:
        row.values[key] = value
    elif one.kind is FieldKind.GRID and layout.noun == "offers" and not is_empty((cell,)):
        row.notes.pop()
        row.values.setdefault("time_text", cut(tidy(as_text(cell)), _LONG_TIME))


def _join(row: ParsedRow, layout: Layout, words: Words) -> None:
    """Put together what a list keeps apart, and apart what it keeps together."""
    values = row.values
    house_number = values.pop("house_number", None)
    if house_number and values.get("street"):
        values["street"] = f"{values['street']} {house_number}"
    full_name = values.pop("full_name", None)
    if isinstance(full_name, str) and "last_name" not in values:
        values.update({key: part for key, part in split_name(full_name).items() if part})
    _settle_place(row, layout, words)
    if layout.noun == "offers":
        _settle_texts(values, layout)


def _settle_place(row: ParsedRow, layout: Layout, words: Words) -> None:
    """The place by name, else by coordinates, else by address; offers keep the address as text."""
    values = row.values
    name = _taken(values, "place")
    lat, lon = values.pop("latitude", None), values.pop("longitude", None)
    postcode, city = str(values.get("postcode", "")), str(values.get("city", ""))
    found = words.find_place(name, postcode=postcode, city=city) if name else None
    if found is None and isinstance(lat, int | float) and isinstance(lon, int | float):
        found = words.nearest(lat, lon)
    elif found is None and name:
        row.notes.append(f"Ortsteil: „{name}“ ist nicht bekannt und wurde nicht übernommen.")
    if found is None and city and "place" not in layout.keys:
        found = words.find_by_address(postcode, city)
        row.guessed_seat = found is not None and found.name == found.municipality
    if found is not None:
        values["place_id"] = found.id
    if layout.noun == "offers":
        values.pop("postcode", None)
        values.pop("city", None)
        parts = (f"{postcode} {city}".strip(), name if found is None else "")
        where = ", ".join(part for part in parts if part)
        if where and found is None:
            values.setdefault("location", where)


def _settle_texts(values: dict[str, object], layout: Layout) -> None:
    """A short text that is too long is cut at a word, and stays whole in the description."""
    teaser, description = values.get("teaser"), values.get("description")
    if isinstance(teaser, str) and len(teaser) > TEASER:
        if not description:
            values["description"] = teaser
        values["teaser"] = cut(teaser, TEASER)
    elif teaser is None and "teaser" not in layout.keys and isinstance(description, str):
        values["teaser"] = cut(tidy(description), TEASER)


def split_name(text: str) -> dict[str, object]:
    """`Dr. Karl von der Heide` or `von der Heide, Karl` in its parts."""
    parts: dict[str, object] = {}
    first, _, rest = text.partition(" ")
    if first in ("Frau", "Herr", "Herrn") and rest:
        parts["salutation"], text = Salutation.parse(first), rest
    if "," in text:
        last, _, given = (piece.strip() for piece in text.partition(","))
        return parts | _titled(given) | {"last_name": last}
    bare = _titled(text)
    words = str(bare.pop("first_name", "")).split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    at = max(at, 0)
    return parts | bare | {"first_name": " ".join(words[:at]), "last_name": " ".join(words[at:])}


def _titled(text: str) -> dict[str, object]:
    match = _TITLE.match(text)
    if match is None:
        return {"first_name": text}
    return {"title": match[1].strip(), "first_name": text[match.end() :].strip()}


def _taken(values: dict[str, object], key: str) -> str:
    value = values.pop(key, None)
    return value if isinstance(value, str) else ""
