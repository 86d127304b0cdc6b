"""Everything the store holds of a contact person (Art. 15 GDPR), and nothing of volunteers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]

NAMING: Mapping[str, str] = {
    "attendance": "id, training_id, state, invited_on, signed_up_on, confirmed_on, attended, "
    "certificate_on, note",
    "consent": "*",
    "offer": "id, title, publish_contact",
    "passed_contact": 'id, "on", recipient, address, way',
}
"""Tables that name a contact person, and the columns that do not speak of others."""

_JOURNAL = (
    "SELECT e.*, s.at, s.action FROM journal_entry e JOIN journal_step s ON s.id = e.step_id "
    "WHERE (e.kind = 'contact_person' AND e.record_id = :number) OR (e.kind = 'consent' "
    "AND e.record_id IN (SELECT id FROM consent WHERE contact_id = :number)) ORDER BY e.id DESC"
)


def contact_holdings(connection: Any, contact_id: int) -> dict[str, list[Row]]:
    """The rows by table, the contact first; changes carry their moment and what was done."""
    found = {
        "contact_person": _rows(
            connection, "SELECT * FROM contact_person WHERE id = :number", contact_id
        )
    }
    for table, columns in NAMING.items():
        found[table] = _rows(
            connection,
            f'SELECT {columns} FROM "{table}" WHERE contact_id = :number ORDER BY id',
            contact_id,
        )
    found["journal_entry"] = _rows(connection, _JOURNAL, contact_id)
    return {table: rows for table, rows in found.items() if rows}


def _rows(connection: Any, statement: str, number: int) -> list[Row]:
    cursor = connection.execute(statement, {"number": number})
    names = [one[0] for one in cursor.description]
    return [dict(zip(names, cells, strict=True)) for cells in cursor.fetchall()]
