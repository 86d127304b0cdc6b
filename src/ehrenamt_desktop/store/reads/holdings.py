"""Everything the store holds of one person, found by the schema: no table can be forgotten.

Rows that name the person, rows that name such rows, and rows that name them by kind and number.
A new table stands in it by its foreign keys; one that has none must be named in `APART`, else a
test fails.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ehrenamt_desktop.model.text import digits
from ehrenamt_desktop.store.records import METADATA

Row = dict[str, Any]

NAMED_BY_KIND: Mapping[str, tuple[str, str]] = {
    "status_event": ("kind", "record_id"),
    "erasure": ("kind", "record_id"),
    "edition_case": ("kind", "record"),
}
"""Tables that name a record by its kind and its number."""

BY_HAND = frozenset({"journal_entry", "autosave", "household"})
"""Tables that are looked through in their own way."""

APART: Mapping[str, str] = {
    "actor": "Stellen außerhalb, an die verwiesen wird",
    "board": "Stellen, an denen Aushänge hängen",
    "contact_person": "Ansprechpersonen von Initiativen bekommen eine eigene Auskunft",
    "cost": "Ausgaben des Büros",
    "document": "Unterlagen der Bibliothek",
    "document_edition": "Ausgaben von Unterlagen",
    "document_rule": "Regeln zum Aushändigen",
    "edition": "herausgegebene Zahlen ohne Bezug zu Personen",
    "experience": "Erfahrungen von Initiativen",
    "founding_step": "Schritte einer Gründung",
    "grant_application": "Förderanträge von Initiativen",
    "grant_programme": "Förderprogramme",
    "initiative": "Vereine und Träger",
    "journal_step": "Namen der Schritte; was sie änderten, steht in den Änderungen",
    "legal_parameter": "Zahlen aus Gesetzen",
    "letter_text": "Textvorlagen",
    "letterhead": "Briefkopf",
    "offer": "Angebote von Initiativen",
    "offer_question": "Fragen an Initiativen",
    "offer_round": "Fragen an Initiativen",
    "offer_term": "Begriffe zu Angeboten",
    "outreach": "Öffentlichkeitsarbeit des Büros",
    "past_case": "Zahlen, die niemanden mehr erkennen lassen",
    "place": "Orte",
    "relation": "Beziehungen zwischen Initiativen",
    "resource": "was Initiativen verleihen",
    "saved_view": "gespeicherte Ansichten von Listen",
    "setting": "Einstellungen",
    "target": "Jahresziele",
    "term": "Begriffe des Katalogs",
    "training": "Schulungen und Treffen",
    "training_day": "Termine von Schulungen",
    "training_paper": "Unterlagen von Schulungen",
    "user": "wer das Programm bedient",
    "weight_set": "Gewichtung der Vermittlung",
}
"""Tables that hold nothing of a person who looks for a task, and what they hold."""


def holdings(connection: Any, person_id: int) -> dict[str, list[Row]]:
    """The rows by table in the order of the schema; values as they are stored.

    Call notes that no record is linked with come along where the phone number is the person's.
    """
    numbers: dict[str, list[int]] = {"person": [person_id]}
    found: dict[str, list[Row]] = {}
    for table in METADATA.sorted_tables:
        name = table.name
        if name == "person":
            found[name] = _rows(connection, name, "id = ?", (person_id,))
        elif name not in APART and name not in BY_HAND and name not in NAMED_BY_KIND:
            ways = [
                (column.name, key.column.table.name)
                for column in table.columns
                for key in column.foreign_keys
                if numbers.get(key.column.table.name)
            ]
            found[name] = _that_name(connection, name, ways, numbers)
            numbers[name] = [int(row["id"]) for row in found[name]]
    found["interaction"] += _unlinked_calls(connection, found["person"])
    for name, (kind, record) in NAMED_BY_KIND.items():
        found[name] = list(_by_kind(connection, name, kind, record, numbers))
    found["household"] = _rows(
        connection, "household", "id = (SELECT household_id FROM person WHERE id = ?)", (person_id,)
    )
    found["journal_entry"] = _journal(connection, [person_id, *_former(found)])
    found["autosave"] = [row for row in _rows(connection, "autosave") if _about(row, numbers)]
    return {name: rows for name, rows in found.items() if rows}


def gone(connection: Any, entry: Row) -> bool:
    """Whether the record that an entry of the journal is about is there no more."""
    table = METADATA.tables[entry["kind"]].name
    statement = f'SELECT 1 FROM "{table}" WHERE id = ?'
    return connection.execute(statement, (entry["record_id"],)).fetchone() is None


def _rows(connection: Any, table: str, where: str = "1", values: Any = ()) -> list[Row]:
    cursor = connection.execute(f'SELECT * FROM "{table}" WHERE {where} ORDER BY id', values)
    names = [one[0] for one in cursor.description]
    return [dict(zip(names, cells, strict=True)) for cells in cursor.fetchall()]


def _that_name(
    connection: Any, table: str, ways: list[tuple[str, str]], numbers: Mapping[str, list[int]]
) -> list[Row]:
    if not ways:
        return []
    where = " OR ".join(
        f'"{column}" IN ({",".join(map(str, numbers[target]))})' for column, target in ways
    )
    return _rows(connection, table, where)


def _by_kind(
    connection: Any, table: str, kind: str, record: str, numbers: Mapping[str, list[int]]
) -> Iterator[Row]:
    for name, known in numbers.items():
        marks = ",".join(map(str, known))
        yield from _rows(connection, table, f'"{kind}" = ? AND "{record}" IN ({marks})', (name,))


def _unlinked_calls(connection: Any, people: list[Row]) -> list[Row]:
    own = {digits(str(one[key] or "")) for one in people for key in ("phone", "mobile")} - {""}
    unlinked = "person_id IS NULL AND initiative_id IS NULL AND caller_phone <> ''"
    rows = _rows(connection, "interaction", unlinked) if own else []
    return [row for row in rows if digits(row["caller_phone"]) in own]


def _former(found: Mapping[str, list[Row]]) -> list[int]:
    """Numbers of records that went into this one."""
    return [int(row["number"]) for row in found.get("merged_person", ())]


def _journal(connection: Any, numbers: list[int]) -> list[Row]:
    seen: dict[int, Row] = {}
    for number in numbers:
        for row in _rows(connection, "journal_entry", "subjects LIKE ?", (f"% {number} %",)):
            seen[row["id"]] = row
    return [seen[number] for number in sorted(seen)]


def _about(form: Row, numbers: Mapping[str, list[int]]) -> bool:
    """Whether a form that is not kept yet is about one of the records."""
    held = json.loads(form["content"])
    return held.get("number") in numbers.get(str(held.get("kind")), ())
