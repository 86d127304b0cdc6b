"""What the rules on changing many records need to know of each of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ehrenamt_desktop.model.mass import ADD_WISH, REMOVE_WISH, Value
from ehrenamt_desktop.store.reads.cells import day


class MassFacts(NamedTuple):
    """One record; those of people only for people.

    Attributes:
        id: its number.
        version: its version.
        name: as the list names it.
        trashed: whether it lies in the trash.
        status: its stored status.
        current: the stored value of the field; of a wish, the number of its row.
        birth: date and year of birth.
        guardian: whether a guardian agreed to the data being kept.
        agreed: whether the person did.
        under_way: whether a placement is under way.
        unwanted: whether the person does not want the term.
    """

    id: int
    version: int
    name: str
    trashed: bool
    status: str
    current: Any
    birth: tuple[dt.date | None, int | None] = (None, None)
    guardian: bool = False
    agreed: bool = False
    under_way: bool = False
    unwanted: bool = False
    restricted: bool = False


_STORAGE = (
    "EXISTS (SELECT 1 FROM consent c WHERE c.person_id = r.id AND c.scope = 'storage' "
    "AND c.withdrawn_on IS NULL AND c.by_guardian = {})"
)
_RELATED = "FROM person_term x WHERE x.person_id = r.id AND x.term_id = :value AND x.relation = "
_PEOPLE = (
    "r.last_name || CASE r.first_name WHEN '' THEN '' ELSE ', ' || r.first_name END, "
    "r.trashed_at IS NOT NULL, r.status, {current}, r.birth_date, r.birth_year, "
    f"{_STORAGE.format(1)}, {_STORAGE.format(0)}, "
    "EXISTS (SELECT 1 FROM placement x WHERE x.person_id = r.id AND x.state <> 'ended'), "
    f"EXISTS (SELECT 1 {_RELATED}'no'), r.restricted_on IS NOT NULL FROM person r"
)
_NAMED = "r.{name}, r.trashed_at IS NOT NULL, r.status, {current} FROM {table} r"
_SELECTS = {
    "people": _PEOPLE,
    "initiatives": _NAMED.replace("{name}", "name").replace("{table}", "initiative"),
    "offers": _NAMED.replace("{name}", "title").replace("{table}", "offer"),
}


def facts(
    connection: Any, noun: str, ids: Sequence[int], key: str, value: Value
) -> Iterator[MassFacts]:
    """The facts of the given records; `key` is one of `model.mass.FIELDS`."""
    current = f"(SELECT x.id {_RELATED}'wish')" if key in (ADD_WISH, REMOVE_WISH) else f"r.{key}"
    chosen = ",".join(str(int(one)) for one in ids)
    statement = (
        f"SELECT r.id, r.version, {_SELECTS[noun].replace('{current}', current)} "
        f"WHERE r.id IN ({chosen})"
    )
    for cells in connection.execute(statement, {"value": value if type(value) is int else 0}):
        head = MassFacts(cells[0], cells[1] or 0, cells[2], bool(cells[3]), cells[4], cells[5])
        if noun != "people":
            yield head
        else:
            yield head._replace(
                birth=(day(cells[6]), cells[7]), guardian=bool(cells[8]), agreed=bool(cells[9]),
                under_way=bool(cells[10]), unwanted=bool(cells[11]),
                restricted=bool(cells[12]),
            )  # fmt: skip


def parts(connection: Any, question: str, ids: Sequence[int]) -> list[int]:
    """Numbers of records that hang on the given ones; `question` ends before its list."""
    chosen = ",".join(str(int(one)) for one in ids)
    return [int(row[0]) for row in connection.execute(f"{question} ({chosen})")]
