"""Reading for the search over everything: numbers by words, names in order, all kept words.

A question is a sequence of groups; each group holds folded words of which one must begin a kept
word, and every group must be met.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.store.reads.listing import ListSpec

Groups = Sequence[Sequence[str]]

FEW = 3000
"""Found records up to which they are put in order one by one; more are met on a walk by name."""

TABLES = ("person_search", "initiative_search", "offer_search")


def question(groups: Groups) -> str:
    """The FTS5 query; only folded words reach the query language."""
    either = (" OR ".join(f'"{word}"*' for word in group) for group in groups)
    return " AND ".join(f"({one})" for one in either)


def matches(connection: Any, table: str, groups: Groups) -> list[int]:
    """The numbers of the records that answer a question, rising."""
    statement = f"SELECT json_group_array(rowid) FROM {table} WHERE {table} MATCH ?"
    found = connection.execute(statement, (question(groups),)).fetchone()[0]
    numbers: list[int] = json.loads(found)
    return numbers


def in_order(
    connection: Any, spec: ListSpec, extent: str, numbers: Sequence[int], limit: int
) -> list[tuple[int, str]]:
    """The first of the given records in the order of their list, each with its folded name."""
    statement = f"SELECT r.id, {spec.order} FROM {spec.source} WHERE {spec.extents[extent]}"
    if len(numbers) <= FEW:
        marks = ",".join(str(int(one)) for one in numbers)
        rows = connection.execute(
            f"{statement} AND r.id IN ({marks}) ORDER BY {spec.order}, r.id LIMIT ?", (limit,)
        )
        return [(row[0], row[1]) for row in rows]
    wanted = set(numbers)
    first: list[tuple[int, str]] = []
    for row in connection.execute(f"{statement} ORDER BY {spec.order}, r.id"):
        if row[0] in wanted:
            first.append((row[0], row[1]))
            if len(first) == limit:
                break
    return first


def named(
    connection: Any, spec: ListSpec, extent: str, beginning: str, limit: int
) -> list[tuple[int, str]]:
    """Records whose folded name begins so, in the order of their list."""
    statement = (
        f"SELECT r.id, {spec.order} FROM {spec.source} WHERE {spec.extents[extent]} "
        f"AND {spec.order} >= ? AND {spec.order} < ? ORDER BY {spec.order}, r.id LIMIT ?"
    )
    return [
        (row[0], row[1])
        for row in connection.execute(statement, (beginning, f"{beginning}\x7f", limit))
    ]


def is_open(connection: Any, spec: ListSpec, number: int) -> bool:
    """Whether a record of that number is in the list or in its archive, not in the trash."""
    statement = f"SELECT 1 FROM {spec.source} WHERE r.id = ?"
    if spec.extents:
        statement += f" AND NOT ({spec.extents['trash']})"
    return connection.execute(statement, (number,)).fetchone() is not None


def contacts(connection: Any, initiatives: Sequence[int]) -> list[tuple[Any, ...]]:
    """Contacts of initiatives, by name.

    Returns:
        number, the initiative's number, first and last name, function, the initiative's name,
        phone, e-mail.
    """
    marks = ",".join(str(int(one)) for one in initiatives)
    statement = (
        "SELECT c.id, c.initiative_id, c.first_name, c.last_name, c.function, i.name, c.phone, "
        "c.email FROM contact_person c JOIN initiative i ON i.id = c.initiative_id "
        f"WHERE c.initiative_id IN ({marks}) ORDER BY fold(c.last_name), fold(c.first_name), c.id"
    )
    return list(connection.execute(statement))


def placements_of(
    connection: Any, people: Sequence[int], offers: Sequence[int], limit: int
) -> list[int]:
    """Placements of any of these people or offers, running and open ones first, then the newest."""
    person, offer = (",".join(str(int(one)) for one in some) for some in (people, offers))
    statement = (
        "SELECT r.id FROM (SELECT id FROM placement WHERE person_id IN "
        f"({person}) UNION SELECT id FROM placement WHERE offer_id IN ({offer})) f "
        "JOIN placement r ON r.id = f.id ORDER BY r.state = 'ended', r.proposed_on DESC, r.id DESC "
        "LIMIT ?"
    )
    return [row[0] for row in connection.execute(statement, (limit,))]


def placements_across(connection: Any, groups: Groups, limit: int) -> list[int]:
    """Placements where the words stand partly on the person, partly on the offer."""
    both = (
        "(r.person_id IN (SELECT rowid FROM person_search WHERE person_search MATCH ?) OR "
        "r.offer_id IN (SELECT rowid FROM offer_search WHERE offer_search MATCH ?))"
    )
    statement = (
        f"SELECT r.id FROM placement r WHERE {' AND '.join(both for _ in groups)} "
        "ORDER BY r.state = 'ended', r.proposed_on DESC, r.id DESC LIMIT ?"
    )
    values = [text for group in groups for text in (question([group]),) * 2]
    return [row[0] for row in connection.execute(statement, (*values, limit))]


def all_words(connection: Any) -> list[str]:
    """Every word the search tables hold.

    The table that lists them is a temporary one without content: it goes with the open read.
    """
    words: list[str] = []
    connection.execute("PRAGMA query_only=OFF").fetchall()
    try:
        for table in TABLES:
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab('main', '{table}', 'row')"
            )
            found = connection.execute(
                f"SELECT group_concat(term, ' ') FROM temp.{table}_words"
            ).fetchone()[0]
            words += (found or "").split(" ")
    finally:
        connection.execute("PRAGMA query_only=ON").fetchall()
    return words
