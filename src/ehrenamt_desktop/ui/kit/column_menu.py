"""What can be done with a heading: order by it, fit it, leave it out, choose columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.ui.kit.record_table import RecordTable

OPEN_COLUMNS = "Spalten …"
FIT = "Breite an den Inhalt anpassen"


def heading_menu(table: RecordTable, place: int) -> QMenu:
    """The menu of the heading of the column at `place`; shown by `popup`."""
    menu = QMenu(table)
    menu.setObjectName(f"{table.objectName()}.heading")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if 0 <= place < len(table.offered):
        _add_column(menu, table, place)
        menu.addSeparator()
    add_entry(menu, OPEN_COLUMNS, partial(choose_columns, table))
    return menu


def fill_order_menu(menu: QMenu, table: RecordTable) -> None:
    """Offer the keys of the order: the first one, then one that orders equal rows."""
    menu.clear()
    sorts = dict(table.sorts())
    for column in table.offered:
        words = _worded(column, sorts)
        action = add_entry(menu, words, partial(_order_by, table, column.key, more=False))
        action.setCheckable(True)
        action.setChecked(next(iter(sorts), "") == column.key)
    then = menu.addMenu("Danach nach")
    then.setEnabled(bool(sorts))
    for column in table.offered:
        if column.key != next(iter(sorts), ""):
            action = add_entry(then, _worded(column, sorts), partial(_order_by, table, column.key))
            action.setCheckable(True)
            action.setChecked(column.key in sorts)
    menu.addSeparator()
    own = add_entry(menu, "Ohne eigene Sortierung", partial(table.sort_by, ()))
    own.setEnabled(bool(sorts))


def choose_columns(table: RecordTable) -> None:
    """Ask which columns the table shows, and in which order."""
    from ehrenamt_desktop.ui.kit.column_dialog import ColumnDialog

    ColumnDialog(table, table.window()).open()


def _add_column(menu: QMenu, table: RecordTable, place: int) -> None:
    column = table.offered[place]
    add_entry(menu, "Aufsteigend sortieren", partial(table.sort_by, ((column.key, False),)))
    add_entry(menu, "Absteigend sortieren", partial(table.sort_by, ((column.key, True),)))
    first = next(iter(dict(table.sorts())), "")
    if first not in ("", column.key):
        add_entry(menu, "Danach hiernach sortieren", partial(_order_by, table, column.key))
    menu.addSeparator()
    add_entry(menu, FIT, partial(table.fit_columns, place))
    leave = add_entry(menu, f"„{column.title}“ ausblenden", partial(_leave_out, table, column.key))
    leave.setEnabled(place > 0)


def _order_by(table: RecordTable, key: str, *, more: bool = True) -> None:
    from ehrenamt_desktop.ui.kit.record_table import turned

    table.sort_by(turned(table.sorts(), key, more=more))


def _leave_out(table: RecordTable, key: str) -> None:
    columns = tuple(one.key for one in table.columns_shown() if one.key != key)
    table.arrange(table.arranged()._replace(columns=columns))


def _worded(column: Column[object], sorts: dict[str, bool]) -> str:
    if column.key not in sorts:
        return column.title
    return f"{column.title} ({'absteigend' if sorts[column.key] else 'aufsteigend'})"


def add_entry(menu: QMenu, words: str, deed: Callable[[], object]) -> QAction:
    """An entry of a menu that does something when it is chosen; `&` in the words stays."""
    action = QAction(words.replace("&", "&&"), menu)
    action.triggered.connect(lambda _=False: deed())
    menu.addAction(action)
    return action
