"""From a file to a list whose columns are settled, with a preview of how it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import mapping as mappings
from ehrenamt_desktop.exchange.headers import Layout, guess, named, resolve
from ehrenamt_desktop.exchange.heading_words import wanted
from ehrenamt_desktop.exchange.known import FREINET_HEADINGS
from ehrenamt_desktop.exchange.reader import NoTable, Reader
from ehrenamt_desktop.exchange.table import Cell, ForeignTable
from ehrenamt_desktop.exchange.values import as_text
from ehrenamt_desktop.model.columns.fields import FIELDS
from ehrenamt_desktop.model.imports import LEFT, Form, Preview, WrongSheet
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import cut, tidy
from ehrenamt_desktop.services.imports import forms
from ehrenamt_desktop.store.engine import Store

_SAMPLES = 3  # cells of a column shown beside its heading
_LOOKED_AT = 50  # rows in which they are sought
_SHOWN = 60  # characters of a row or of the samples


@dataclass(frozen=True, slots=True)
class Read:
    """A list that was read and whose columns are settled."""

    noun: str
    path: Path
    table: ForeignTable
    layout: Layout
    preview: Preview


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be read, and how.

    Attributes:
        noun: `people`, `initiatives` or `offers`.
        path: the list.
        mapping_file: how its columns fill fields.
        sheet: name of the sheet of a workbook; "" for the likeliest.
        form: what is not left to the program.
    """

    noun: str
    path: Path
    mapping_file: Path | None = None
    sheet: str = ""
    form: Form = LEFT


def read(reader: Reader, store: Store, wish: Wish, progress: Progress) -> Read:
    """Read a list, or the named sheet of a workbook, and settle its columns.

    A form that was kept for a list with the same headings is used by itself.

    Raises:
        BadFile: the list or the mapping cannot be used.
        WrongSheet: the cells were read, but make no such list; it says how they were read.
    """
    noun, form = wish.noun, wish.form
    if noun not in FIELDS:
        raise BadFile(f"„{noun}“ lässt sich nicht einlesen.")
    mapping = mappings.load(wish.mapping_file, noun) if wish.mapping_file else None
    found = _table(reader, wish, mapping, form, progress)
    signature = form.signature or _signature(noun, found)
    if mapping is None and form.columns is None and form.kept:
        kept = forms.find(store, signature)
        if kept is not None:
            if kept.encoding or kept.separator or kept.header:
                found = _table(reader, wish, mapping, kept, progress)
            form = kept
    used = form.kept and form.columns is not None and wish.form.columns is None
    form = replace(form, signature=signature, kept=used)
    if isinstance(found, NoTable):
        head = tuple((number, _line(cells)) for number, cells in found.head)
        shown = Preview(
            form,
            is_text=not found.sheets,
            head=head,
            encoding=found.encoding or form.encoding,
            separator=found.separator or form.separator,
        )
        raise WrongSheet(found.sentence, found.sheets, found.name, shown) from None
    if found.cards and noun != "people":
        raise BadFile(
            f"„{wish.path.name}“ enthält Adresskarten. Sie werden nur als Personen gelesen."
        )
    try:
        layout = resolve(found, noun, mapping, form.columns)
    except BadFile as error:
        shown = _preview(found, noun, form, None)
        raise WrongSheet(error.sentence, found.sheets, found.name, shown) from None
    return Read(noun, wish.path, found, layout, _preview(found, noun, form, layout))


def _table(
    reader: Reader,
    wish: Wish,
    mapping: mappings.Mapping | None,
    form: Form,
    progress: Progress,
) -> ForeignTable | NoTable:
    more = (*mapping.columns, *FREINET_HEADINGS) if mapping else FREINET_HEADINGS
    try:
        return reader.read(
            wish.path,
            encoding=form.encoding or (mapping.encoding if mapping else ""),
            separator=form.separator or (mapping.separator if mapping else ""),
            sheet=wish.sheet,
            wanted=wanted(wish.noun, more),
            header=form.header,
            progress=progress,
        )
    except NoTable as error:
        return error


def _signature(noun: str, found: ForeignTable | NoTable) -> str:
    if isinstance(found, NoTable):
        return forms.sign(noun, found.head[0][1] if found.head else ())
    return forms.sign(noun, found.headers)


def _preview(table: ForeignTable, noun: str, form: Form, layout: Layout | None) -> Preview:
    places = range(len(table.headers))
    chosen = form.columns or guess(table, noun)
    if layout is not None:
        keys = {one.index: one.field.key for one in reversed(layout.columns)}
        chosen = tuple(keys.get(index, "") for index in places)
    return Preview(
        form=form,
        is_text=bool(table.encoding),
        head=tuple((number, _line(cells)) for number, cells in table.head),
        headings=tuple(named(table, index) for index in places),
        samples=tuple(_sample(table, index) for index in places),
        chosen=tuple(chosen[index] if index < len(chosen) else "" for index in places),
        encoding=table.encoding,
        separator=table.separator,
        header=table.header,
    )


def _sample(table: ForeignTable, index: int) -> str:
    cells = (row[index] for row in table.rows[:_LOOKED_AT] if index < len(row))
    words = list(dict.fromkeys(text for cell in cells if (text := _text(cell))))
    return cut(" · ".join(words[:_SAMPLES]), _SHOWN)


def _line(cells: Sequence[Cell]) -> str:
    return cut(" · ".join(text for cell in cells if (text := _text(cell))), _SHOWN)


def _text(cell: Cell) -> str:
    return cut(tidy(as_text(cell)), _SHOWN)
