"""The versions of what the office holds to be important."""

from __future__ import annotations

import json
from typing import Any

from ehrenamt_desktop.model.matches import Criterion, Side
from ehrenamt_desktop.model.weighing import ALL_EQUAL, Place, Weighing, WeightVersion
from ehrenamt_desktop.store.reads.cells import day

_VERSIONS = (
    'SELECT w.id, w.name, w."on", w.ranking, w.balance, '
    "(SELECT count(*) FROM placement p WHERE p.weight_set_id = w.id) "
    "FROM weight_set w ORDER BY w.id DESC"
)


def versions(connection: Any) -> tuple[WeightVersion, ...]:
    """All versions, the newest first, at the end what counts before anything was kept."""
    before = connection.execute(
        "SELECT count(*) FROM placement WHERE weight_set_id IS NULL AND match_score IS NOT NULL"
    ).fetchone()
    kept = [
        WeightVersion(cells[0], cells[1], day(cells[2]), _weighing(cells[3], cells[4]), cells[5])
        for cells in connection.execute(_VERSIONS)
    ]
    return (*kept, WeightVersion(0, ALL_EQUAL, None, Weighing(), before[0]))


def weighing(connection: Any) -> Weighing:
    """What counts now."""
    cells = connection.execute(
        "SELECT ranking, balance FROM weight_set ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return _weighing(*cells) if cells else Weighing()


def _weighing(ranking: str, balance: float) -> Weighing:
    order: tuple[Place, ...] = tuple(
        (Side(side), Criterion(name)) for side, name in json.loads(ranking or "[]")
    )
    return Weighing(order, balance)
