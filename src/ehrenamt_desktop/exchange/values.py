"""From cells to values of fields, by the kind of the field, and back for exports."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from ehrenamt_desktop.exchange import dates, markup
from ehrenamt_desktop.exchange.table import Cell
from ehrenamt_desktop.exchange.words import Found, Words
from ehrenamt_desktop.model.columns.fields import Field, FieldKind
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.rules import time_grid, time_text
from ehrenamt_desktop.model.text import cut, day, fold, tidy, tidy_block

_YES = frozenset({"ja", "j", "x", "yes", "y", "true", "wahr", "1"})
_NO = frozenset({"nein", "n", "no", "false", "falsch", "0"})
_NOTHING = frozenset({"", "-", "–", "—", "?", "k. a.", "k.a.", "n/a", "unbekannt"})
_TICKS = frozenset({"✓", "✔", "☑"})
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")
_AMOUNT = re.compile(
    r"([+-]?[\d.,]+)\s*(?:h|std\.?|stunden?|km|€|eur|euro|jahre?|plätze|personen)?", re.I
)
_SHORT_YEAR = re.compile(r"\d{1,2}\.\s*\d{1,2}\.\s*\d{2}")
_QUOTED = re.compile(r"^\s*['`\u00b4\u2019]\s*([\d+])")
"""A number that an apostrophe made text."""

_SHOWN = 60  # characters of a wrong cell repeated in a sentence


class BadCell(Exception):
    """A cell that makes its row wrong; carries the German sentence."""


@dataclass(slots=True)
class Reading:
    """What reading the cells of one row needs, and the notes it leaves.

    Attributes:
        words: the office's terms and places.
        today: the day against which dates are checked.
        formats: field → date format.
        html: texts are HTML.
        notes: German sentences on cells that were left out.
    """

    words: Words
    today: dt.date
    formats: Mapping[str, str] = field(default_factory=dict)
    html: bool = False
    notes: list[str] = field(default_factory=list)


def read(one: Field, cell: Cell, reading: Reading) -> object:
    """The value of a cell; None for an empty one or one that is left out with a note.

    Raises:
        BadCell: the cell cannot be what its column says.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, float) and not math.isfinite(cell):
        cell = str(cell)
    if one.kind not in _TEXTS and isinstance(cell, str) and cell.strip().lower() in _NOTHING:
        return None
    if one.kind in _FIGURES and isinstance(cell, str):
        cell = _QUOTED.sub(r"\1", cell)
    return _READERS[one.kind](one, cell, reading)


def as_text(cell: Cell) -> str:
    """What a cell says in words: `3,5`, `01.02.2026`, `ja`."""
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, dt.datetime):
        return f"{day(cell.date())} {cell:%H:%M}"
    if isinstance(cell, dt.date):
        return day(cell)
    if isinstance(cell, float):
        return decimal_text(cell)
    return "" if cell is None else str(cell)


def decimal_text(value: float) -> str:
    """A number with a decimal comma that reads back as the same number."""
    text = format(Decimal(repr(value)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def show(one: Field, value: object, words: Words) -> str:
    """How an export writes a value so that an import reads it back unchanged."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(words.term_label(term) for term in value if isinstance(term, Found))
    if one.kind is FieldKind.GRID and isinstance(value, int):
        return time_grid.text(value)
    if one.kind is FieldKind.PLACE:
        return next((place.label for place in words.places if place.id == value), "")
    if isinstance(value, Labelled):
        return value.label
    return as_text(value) if isinstance(value, str | int | float | dt.date) else str(value)


def wrong(one: Field, cell: Cell, what: str) -> str:
    """The German sentence for a cell that is not what its column says."""
    return f"{one.label}: „{cut(tidy(as_text(cell)), _SHOWN)}“ {what}."


def _line(_one: Field, cell: Cell, reading: Reading) -> object:
    text = as_text(cell)
    if reading.html:
        text = markup.plain(text)
    return tidy(markup.address(text)) or None


def _block(_one: Field, cell: Cell, reading: Reading) -> object:
    text = as_text(cell)
    return tidy_block(markup.plain(text) if reading.html else text) or None


def _phone(_one: Field, cell: Cell, _reading: Reading) -> object:
    """A number cell has lost its leading zero or plus."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        text = str(int(cell))
        return f"+{text}" if text.startswith("49") and len(text) > 10 else f"0{text}"
    return tidy(as_text(cell)) or None


def _postcode(_one: Field, cell: Cell, _reading: Reading) -> object:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{int(cell):05d}"
    text = tidy(as_text(cell))
    return re.sub(r"^D[- ]?(?=\d{5}$)", "", text) or None


def _date(one: Field, cell: Cell, reading: Reading) -> object:
    found = dates.read(cell, reading.formats.get(one.key, ""))
    if found is None:
        raise BadCell(wrong(one, cell, "ist kein Datum"))
    if one.key != "birth_date" or found <= reading.today:
        return found
    if isinstance(cell, str) and _SHORT_YEAR.fullmatch(cell.strip()):
        with suppress(ValueError):
            return found.replace(year=found.year - 100)
    raise BadCell(wrong(one, cell, "liegt in der Zukunft"))


def _consent(one: Field, cell: Cell, reading: Reading) -> object:
    """A consent without its date cannot be proved, so it is not recorded."""
    found = dates.read(cell, reading.formats.get(one.key, ""))
    if found is None:
        if as_text(cell).strip().lower() in _NO:
            return None
        reading.notes.append(
            wrong(one, cell, "ist kein Datum; die Einwilligung wurde nicht übernommen")
        )
        return None
    if found > reading.today:
        raise BadCell(wrong(one, cell, "liegt in der Zukunft"))
    return found


def _integer(one: Field, cell: Cell, reading: Reading) -> object:
    value = _amount(one, cell, reading)
    if not float(value).is_integer():
        raise BadCell(wrong(one, cell, "ist keine ganze Zahl"))
    return int(value)


def _amount(one: Field, cell: Cell, _reading: Reading) -> float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    text = cell.strip() if isinstance(cell, str) else ""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise BadCell(wrong(one, cell, "ist keine Zahl"))
    figure = match[1]
    if "," in figure:
        figure = figure.replace(".", "").replace(",", ".")
    elif one.kind is FieldKind.INTEGER and _THOUSANDS.fullmatch(figure):
        figure = figure.replace(".", "")
    try:
        return float(figure)
    except ValueError:
        raise BadCell(wrong(one, cell, "ist keine Zahl")) from None


def _number(one: Field, cell: Cell, reading: Reading) -> object:
    text = as_text(cell).strip()
    if re.fullmatch(r"0*[1-9]\d{0,14}", text):
        return int(text)
    reading.notes.append(wrong(one, cell, "ist keine Nummer dieses Programms"))
    return None


def _yes_no(one: Field, cell: Cell, _reading: Reading) -> object:
    if isinstance(cell, bool):
        return cell
    text = as_text(cell).strip()
    if fold(text) in _YES or text in _TICKS:
        return True
    if fold(text) in _NO:
        return False
    raise BadCell(wrong(one, cell, "ist weder Ja noch Nein"))


def _choice(one: Field, cell: Cell, reading: Reading) -> object:
    found = _member(one.choices, as_text(cell)) if one.choices else None
    if found is None:
        reading.notes.append(wrong(one, cell, "ist nicht bekannt und wurde nicht übernommen"))
    return found


@lru_cache(maxsize=1024)
def _member(choices: type[Labelled], text: str) -> Labelled | None:
    return choices.parse(text)


def _grid(one: Field, cell: Cell, reading: Reading) -> object:
    found = time_text.grid_of(as_text(cell))
    if not found:
        reading.notes.append(
            wrong(one, cell, "ließ sich nicht als Zeitraster lesen und wurde nicht übernommen")
        )
    return found or None


def _place(_one: Field, cell: Cell, _reading: Reading) -> object:
    """The name only: which place it is depends on the rest of the row."""
    return tidy(as_text(cell)) or None


def _terms(one: Field, cell: Cell, reading: Reading) -> object:
    if one.term_kind is None:
        return None
    found, unknown = reading.words.find_terms(one.term_kind, as_text(cell))
    for word in unknown:
        reading.notes.append(wrong(one, word, "ist nicht bekannt und wurde nicht übernommen"))
    return tuple(found) or None


_TEXTS = frozenset({FieldKind.LINE, FieldKind.BLOCK, FieldKind.POSTCODE})
_FIGURES = frozenset(
    {FieldKind.NUMBER, FieldKind.PHONE, FieldKind.POSTCODE, FieldKind.DATE, FieldKind.CONSENT,
     FieldKind.INTEGER, FieldKind.DECIMAL}
)  # fmt: skip
_READERS: Mapping[FieldKind, Callable[[Field, Cell, Reading], object]] = {
    FieldKind.NUMBER: _number,
    FieldKind.LINE: _line,
    FieldKind.BLOCK: _block,
    FieldKind.PHONE: _phone,
    FieldKind.POSTCODE: _postcode,
    FieldKind.DATE: _date,
    FieldKind.INTEGER: _integer,
    FieldKind.DECIMAL: _amount,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: _choice,
    FieldKind.GRID: _grid,
    FieldKind.PLACE: _place,
    FieldKind.TERMS: _terms,
    FieldKind.PROOFS: _terms,
    FieldKind.CONSENT: _consent,
}
