"""The boards, what hangs on them and what is to be done there."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ehrenamt_desktop.model.boards import BoardRow, RoundItem, RoundStop
from ehrenamt_desktop.model.enums import FollowUpKind
from ehrenamt_desktop.store.reads.stages import PLACE_LABEL

_DUE = (
    "SELECT f.id FROM follow_up f JOIN posting x ON x.id = f.posting_id WHERE x.board_id = r.id "
    "AND f.done_on IS NULL AND f.kind IN ('hang_up', 'take_down') AND f.due_on <= :as_of"
)
_WAITS = (
    "EXISTS (SELECT 1 FROM follow_up f WHERE f.posting_id = x.id AND f.done_on IS NULL "
    "AND f.kind = 'hang_up')"
)
_ROWS = (
    f"SELECT r.id, r.version, r.name, r.place_id, {PLACE_LABEL}, r.note, r.large, "
    "(SELECT count(*) FROM posting x WHERE x.board_id = r.id AND x.taken_down_on IS NULL "
    f"AND NOT {_WAITS}), (SELECT count(*) FROM ({_DUE})) "
    "FROM board r LEFT JOIN place p ON p.id = r.place_id WHERE r.active "
    "ORDER BY p.sort_key, r.name, r.id"
)
_ITEMS = (
    "SELECT f.id, x.title, f.kind FROM follow_up f JOIN posting x ON x.id = f.posting_id "
    "WHERE x.board_id = :board AND f.done_on IS NULL AND f.kind IN ('hang_up', 'take_down') "
    "AND f.due_on <= :as_of ORDER BY f.kind DESC, x.title, f.id"
)


def rows(connection: Any, as_of: dt.date) -> tuple[BoardRow, ...]:
    """The boards that are in use, by place."""
    found = connection.execute(_ROWS, {"as_of": as_of.isoformat()})
    return tuple(BoardRow(*cells)._replace(large=bool(cells[6])) for cells in found)


def stops(connection: Any, as_of: dt.date) -> tuple[RoundStop, ...]:
    """The boards where something is to be done on `as_of`, by place; taking down comes first."""
    made = []
    for board in rows(connection, as_of):
        if board.due:
            values = {"board": board.id, "as_of": as_of.isoformat()}
            items = tuple(
                RoundItem(cells[0], cells[1], FollowUpKind(cells[2]))
                for cells in connection.execute(_ITEMS, values)
            )
            made.append(RoundStop(board.name, board.place, board.note, items))
    return tuple(made)
