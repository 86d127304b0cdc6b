"""The papers this program made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.rows import PostingRow
from ehrenamt_desktop.store.reads.cells import day, some_day
from ehrenamt_desktop.store.reads.listing import ListSpec, in_order, one_of
from ehrenamt_desktop.store.reads.stages import PLACE_LABEL

_HANGS = "r.take_down_on IS NOT NULL AND r.taken_down_on IS NULL"

SPEC = ListSpec(
    source="posting r LEFT JOIN place p ON p.id = r.place_id",
    order="r.printed_on DESC, r.id DESC",
    sorts={
        "printed": "r.printed_on",
        "kind": "r.kind",
        "title": "r.title",
        "place": "p.sort_key",
        "rows": "r.rows",
        "take_down": "r.take_down_on IS NULL | r.take_down_on",
        "file": "r.path",
        "taken_down": "r.taken_down_on IS NULL | r.taken_down_on",
    },
    filters={
        "kind": one_of("r.kind"),
        "hanging": lambda values: (
            f"{_HANGS} AND r.take_down_on <= :as_of" if "due" in values else _HANGS,
            [],
        ),
        "kept": lambda _: ("r.delete_on IS NOT NULL AND r.deleted_on IS NULL", []),
    },
    words="fold(r.title)",
)

_ROWS = (
    f"SELECT r.id, r.kind, r.title, {PLACE_LABEL}, r.rows, r.printed_on, r.take_down_on, "
    "r.taken_down_on, r.path, r.purpose, r.delete_on, r.deleted_on "
    "FROM posting r LEFT JOIN place p ON p.id = r.place_id "
    "WHERE r.id IN ({ids})"
)


def rows(connection: Any, ids: Sequence[int]) -> list[PostingRow]:
    """The list rows of the given papers, in that order."""
    statement = _ROWS.format(ids=",".join(str(int(one)) for one in ids))
    return in_order(ids, ((cells[0], _row(cells)) for cells in connection.execute(statement)))


def _row(cells: Sequence[Any]) -> PostingRow:
    return PostingRow(
        id=cells[0],
        kind=PaperKind(cells[1]),
        title=cells[2],
        place=cells[3],
        rows=cells[4],
        printed_on=some_day(cells[5]),
        take_down_on=day(cells[6]),
        taken_down_on=day(cells[7]),
        path=cells[8],
        purpose=cells[9],
        delete_on=day(cells[10]),
        deleted_on=day(cells[11]),
    )
