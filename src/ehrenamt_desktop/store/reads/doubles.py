"""People as doubles are judged by: all of them, or the few who share a key with one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

COLUMNS = (
    "id", "salutation", "title", "first_name", "last_name", "birth_date", "birth_year", "street",
    "postcode", "city", "place_id", "phone", "mobile", "email",
)  # fmt: skip
MOST = 300
"""People that are looked at while somebody types; the rest shares only a common name."""

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM person WHERE trashed_at IS NULL"


def people(connection: Any) -> list[Mapping[str, Any]]:
    """Everybody who is not in the trash, archived people too."""
    return [_row(cells) for cells in connection.execute(f"{_SELECT} ORDER BY id")]


def sharing(connection: Any, words: Sequence[str]) -> list[Mapping[str, Any]]:
    """The people whose traces hold one of the words (`store/traces.py`)."""
    if not words:
        return []
    question = " OR ".join(f'"{word}"' for word in words)
    found = connection.execute(
        "SELECT rowid FROM person_trace_search WHERE person_trace_search MATCH ? LIMIT ?",
        (question, MOST),
    )
    return by_numbers(connection, (int(row[0]) for row in found))


def by_numbers(connection: Any, numbers: Iterable[int]) -> list[Mapping[str, Any]]:
    """The people of these numbers, as far as they are there."""
    marks = ",".join(str(number) for number in numbers)
    return [_row(cells) for cells in connection.execute(f"{_SELECT} AND id IN ({marks})")]


def bodies(connection: Any, beginnings: Sequence[str]) -> list[Mapping[str, Any]]:
    """Number, name and village of the initiatives with a word that begins like one of these."""
    if not beginnings:
        return []
    question = " OR ".join(f'"{one}"*' for one in beginnings)
    rows = connection.execute(
        "SELECT r.id, r.name, coalesce(p.name, r.city) FROM initiative r "
        "LEFT JOIN place p ON p.id = r.place_id WHERE r.trashed_at IS NULL AND r.id IN (SELECT "
        "rowid FROM initiative_search WHERE initiative_search MATCH ? LIMIT ?)",
        (question, MOST),
    )
    return [{"id": int(one), "name": name, "place": place or ""} for one, name, place in rows]


def amount(connection: Any) -> int:
    """How many people there are, archived ones and those in the trash too."""
    return int(connection.execute("SELECT count(*) FROM person_line").fetchone()[0])


def bearers(connection: Any, word: str) -> int:
    """How many people have a folded word in their record, as a rule in their name."""
    query = "SELECT count(*) FROM person_search WHERE person_search MATCH ?"
    return int(connection.execute(query, (f'"{word}"',)).fetchone()[0])


def told_apart(connection: Any) -> set[tuple[int, int]]:
    """The pairs that somebody said are two people, the lower number first."""
    rows = connection.execute("SELECT person_id, other_id FROM not_a_double")
    return {(int(one), int(other)) for one, other in rows}


def _row(cells: Sequence[Any]) -> Mapping[str, Any]:
    return dict(zip(COLUMNS, cells, strict=True))
