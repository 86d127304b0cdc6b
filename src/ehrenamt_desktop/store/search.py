"""Search: folded words of people, initiatives and offers in FTS5 tables without content.

Text is folded in Python before it is indexed (`model/text.fold`), and so is the question; user
text never reaches the query language. A word is also kept without spelled-out umlauts, so that
`muller` finds Müller as `mueller` does, and a phone number also as one run of digits, with and
without its area code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.text import phone_words, search_words
from ehrenamt_desktop.store.journal import Note

TABLES: Mapping[Kind, str] = {
    Kind.PERSON: "person_search",
    Kind.INITIATIVE: "initiative_search",
    Kind.OFFER: "offer_search",
}

_SOURCES: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: (
        "SELECT r.id, r.id, r.first_name, r.last_name, r.title, r.street, r.postcode, r.city, "
        "r.email, r.profession, p.name, p.municipality "
        "FROM person r LEFT JOIN place p ON p.id = r.place_id WHERE r.id IN ({ids})",
        "SELECT r.person_id, t.label FROM person_term r JOIN term t ON t.id = r.term_id "
        "WHERE r.relation <> 'no' AND r.person_id IN ({ids})",
    ),
    Kind.INITIATIVE: (
        "SELECT r.id, r.id, r.name, r.parent_body, r.street, r.postcode, r.city, r.email, "
        "p.name, p.municipality "
        "FROM initiative r LEFT JOIN place p ON p.id = r.place_id WHERE r.id IN ({ids})",
        "SELECT r.initiative_id, r.first_name, r.last_name, r.email FROM contact_person r "
        "WHERE r.initiative_id IN ({ids})",
    ),
    Kind.OFFER: (
        "SELECT r.id, r.id, r.title, r.teaser, r.location, r.teaches, i.name, p.name, "
        "p.municipality FROM offer r JOIN initiative i ON i.id = r.initiative_id "
        "LEFT JOIN place p ON p.id = r.place_id WHERE r.id IN ({ids})",
        "SELECT r.offer_id, t.label FROM offer_term r JOIN term t ON t.id = r.term_id "
        "WHERE r.offer_id IN ({ids})",
    ),
}
_PHONES: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("SELECT r.id, r.phone, r.mobile FROM person r WHERE r.id IN ({ids})",),
    Kind.INITIATIVE: (
        "SELECT r.id, r.phone FROM initiative r WHERE r.id IN ({ids})",
        "SELECT r.initiative_id, r.phone FROM contact_person r WHERE r.initiative_id IN ({ids})",
    ),
    Kind.OFFER: (),
}
_AFFECTED: Mapping[Kind, tuple[tuple[Kind, str], ...]] = {
    Kind.INITIATIVE: ((Kind.OFFER, "SELECT id FROM offer WHERE initiative_id IN ({ids})"),),
    Kind.TERM: (
        (Kind.PERSON, "SELECT person_id FROM person_term WHERE term_id IN ({ids})"),
        (Kind.OFFER, "SELECT offer_id FROM offer_term WHERE term_id IN ({ids})"),
    ),
    Kind.PLACE: (
        (Kind.PERSON, "SELECT id FROM person WHERE place_id IN ({ids})"),
        (Kind.INITIATIVE, "SELECT id FROM initiative WHERE place_id IN ({ids})"),
        (Kind.OFFER, "SELECT id FROM offer WHERE place_id IN ({ids})"),
    ),
}
_OWNERS: Mapping[Kind, tuple[Kind, str]] = {
    Kind.PERSON_TERM: (Kind.PERSON, "person_id"),
    Kind.CONTACT: (Kind.INITIATIVE, "initiative_id"),
    Kind.OFFER_TERM: (Kind.OFFER, "offer_id"),
}


def refresh(connection: Connection, notes: Iterable[Note]) -> None:
    """Write the words of all people, initiatives and offers whom a step touched anew.

    Args:
        connection: the open transaction.
        notes: what the step did.
    """
    touched: dict[Kind, set[int]] = {}
    for note in notes:
        touched.setdefault(note.kind, set()).add(note.record_id)
        if note.kind in _OWNERS:
            target, column = _OWNERS[note.kind]
            touched.setdefault(target, set()).add(int(note.whole[column]))
    wanted = {kind: set(touched.get(kind, set())) for kind in TABLES}
    for kind, queries in _AFFECTED.items():
        for target, query in queries:
            for row in _run(connection, query, sorted(touched.get(kind, set()))):
                wanted[target].add(int(row[0]))
    reindex(connection, wanted)


def reindex(connection: Connection, wanted: Mapping[Kind, set[int]]) -> None:
    """Write the words of the given records anew; records gone or in the trash lose theirs."""
    for kind, ids in wanted.items():
        table = TABLES[kind]
        ordered = sorted(ids)
        for start in range(0, len(ordered), 500):
            chunk = ordered[start : start + 500]
            words = _words(connection, kind, chunk)
            marks = ",".join(str(one) for one in chunk)
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid IN ({marks})")
            rows = [(one, " ".join(words[one])) for one in _live(connection, kind, marks)]
            if rows:
                connection.exec_driver_sql(f"INSERT INTO {table}(rowid, words) VALUES (?, ?)", rows)


def rebuild(connection: Connection) -> None:
    """Write the words of every record anew into empty tables (after a migration)."""
    for kind, table in TABLES.items():
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
        ids = {int(row[0]) for row in connection.exec_driver_sql(f"SELECT id FROM {kind.value}")}
        reindex(connection, {kind: ids})
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('optimize')")


def _live(connection: Connection, kind: Kind, marks: str) -> list[int]:
    """Which of the records are there and not in the trash."""
    query = f"SELECT id FROM {kind.value} WHERE id IN ({marks}) AND trashed_at IS NULL"
    return [int(row[0]) for row in connection.exec_driver_sql(query)]


def _words(connection: Connection, kind: Kind, ids: list[int]) -> dict[int, list[str]]:
    words: dict[int, list[str]] = {}
    for query in _SOURCES[kind]:
        for row in _run(connection, query, ids):
            text = " ".join(str(cell) for cell in row[1:] if cell not in (None, ""))
            words.setdefault(int(row[0]), []).extend(search_words(text))
    for query in _PHONES[kind]:
        for row in _run(connection, query, ids):
            runs = [run for cell in row[1:] for run in phone_words(cell or "")]
            words.setdefault(int(row[0]), []).extend(runs)
    return words


def _run(connection: Connection, query: str, ids: list[int]) -> Iterable[Any]:
    for start in range(0, len(ids), 500):
        marks = ",".join(str(one) for one in ids[start : start + 500])
        yield from connection.exec_driver_sql(query.format(ids=marks))
