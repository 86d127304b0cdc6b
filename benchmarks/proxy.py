"""The same rows in a plain table model behind QSortFilterProxyModel: how it is usually done.

Its sort takes many seconds, so one turn of it is enough; ours is a median. Both give the
same rows: the filter is changed in a sorted list, as it is in the window.
"""

from __future__ import annotations

import time
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from benchmarks.results import Result, medians_ms, result, say
from benchmarks.stock import open_stock
from ehrenamt_desktop import app
from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import Office

PEOPLE = 100_000
REPEATS = 5
SORTED = ("name", "last_contact")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
KEYS = ("last_contact",)
"""Columns whose texts do not sort as they are shown; the plain model has keys for them."""


class PlainModel(QAbstractTableModel):
    """All rows in memory, as texts."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = _NONE) -> int:
        """All rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """The columns, and the municipality to filter by."""
        return 0 if parent.isValid() else len(PERSON_COLUMNS) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A text."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]


def run() -> list[Result]:
    """Sort by two columns, then change the filter of the sorted list."""
    app.make_application()
    office = open_stock(PEOPLE)
    try:
        source = office.lists.people
        ours = medians_ms(
            [
                *(partial(source.ids, ListQuery(sort=key, descending=True)) for key in SORTED),
                partial(source.ids, _only("Sontra")),
                partial(source.ids, _only("Nentershausen")),
            ],
            REPEATS,
        )
        proxy = _proxy(office)
    finally:
        office.close()
    keys = [column.key for column in PERSON_COLUMNS]
    theirs = [_seconds(partial(_sort, proxy, keys.index(key))) * 1000 for key in SORTED]
    proxy.setFilterKeyColumn(len(keys))
    proxy.setFilterFixedString("Nentershausen")
    theirs.append(_seconds(partial(proxy.setFilterFixedString, "Sontra")) * 1000)
    for name, mine, other in zip((*SORTED, "filter"), ours, theirs, strict=False):
        say(f"{name:<14}ours {mine:>8.1f} ms   proxy {other:>9.0f} ms   {other / mine:>6.0f} ×")
    slow = min(range(len(SORTED)), key=lambda place: theirs[place] / ours[place])
    return [
        _result("sort", theirs[slow], ours[slow]),
        _result("filter", theirs[-1], ours[len(SORTED)]),
    ]


def _result(what: str, theirs: float, ours: float) -> Result:
    return result(
        f"{what} 100,000 people beside a proxy model",
        theirs / ours,
        f"QSortFilterProxyModel {theirs:,.0f} ms (once); ours {ours:.1f} ms",
        theirs / ours,
    )


def _only(municipality: str) -> ListQuery:
    return ListQuery(filters={"municipality": (municipality,)})


def _proxy(office: Office) -> QSortFilterProxyModel:
    source = office.lists.people
    ids = source.ids(ListQuery())
    rows = []
    for start in range(0, len(ids), 200):
        for row in source.rows(ids[start : start + 200]):
            texts = (
                str(column.value(row) or "") if column.key in KEYS and column.value
                else column.text(row)
                for column in PERSON_COLUMNS
            )  # fmt: skip
            rows.append((*texts, row.municipality))
    model = PlainModel(rows)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    model.setParent(proxy)
    return proxy


def _sort(proxy: QSortFilterProxyModel, column: int) -> None:
    proxy.sort(column, Qt.SortOrder.DescendingOrder)
    proxy.rowCount()


def _seconds(work: partial[Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
