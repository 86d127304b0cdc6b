"""The office's own versions of letter texts, and what is known of whom a letter goes to."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ehrenamt_desktop.model.enums import LetterTo
from ehrenamt_desktop.model.letter_text import LetterText, parted
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.store.reads.letter_address import body_address

_NEWEST = """
SELECT id, name, title, purpose, subject, closing, body FROM letter_text
WHERE id IN (SELECT max(id) FROM letter_text GROUP BY name) ORDER BY title, id
"""


def own_texts(connection: Any) -> list[LetterText]:
    """The newest version of each name; one without a body says that the shipped text counts."""
    return [
        LetterText(
            name, title, LetterTo(purpose), subject, closing, parted(body), int(number)
        )
        for number, name, title, purpose, subject, closing, body in connection.execute(_NEWEST)
    ]  # fmt: skip


def letter_address(
    connection: Any, initiative_id: int, *, posted: bool = True
) -> LetterAddress | None:
    """Where a letter to a body goes; None where a `posted` one has no complete address."""
    cells = connection.execute(
        "SELECT i.name, i.street, i.postcode, i.city, c.salutation, c.title, c.first_name, "
        "c.last_name FROM initiative i LEFT JOIN contact_person c ON c.id = (SELECT x.id "
        "FROM contact_person x WHERE x.initiative_id = i.id ORDER BY x.deputy, x.id LIMIT 1) "
        "WHERE i.id = ? AND i.trashed_at IS NULL",
        (initiative_id,),
    ).fetchone()
    if cells is None or (posted and not all(cells[1:4])):
        return None
    name, street, postcode, city = cells[:4]
    return body_address(name, street, postcode, city, tuple(cells[4:8]))


def email_of(connection: Any, initiative_id: int) -> str:
    """The address of whom letters to a body go to, else of the body; "" without one."""
    found = connection.execute(
        "SELECT coalesce(nullif(c.email, ''), i.email) FROM initiative i "
        "LEFT JOIN contact_person c ON c.id = (SELECT x.id FROM contact_person x "
        "WHERE x.initiative_id = i.id "
        "ORDER BY x.deputy, x.id LIMIT 1) WHERE i.id = ?",
        (initiative_id,),
    ).fetchone()
    return str(found[0] or "") if found else ""


def engagement(connection: Any, person_id: int) -> str:
    """What somebody does: `„Bürgerbus fahren“ (Bürgerbus Sontra e. V.)`; empty for nothing."""
    rows = connection.execute(
        "SELECT o.title, i.name FROM placement m JOIN offer o ON o.id = m.offer_id "
        "JOIN initiative i ON i.id = o.initiative_id "
        "WHERE m.person_id = ? AND m.state = 'running' ORDER BY m.started_on, m.id",
        (person_id,),
    )
    return " und ".join(f"„{title}“ ({body})" for title, body in rows)


def appointment(connection: Any, column: str, number: int, as_of: dt.date) -> str:
    """The next planned one: `26.11.2026 um 10:00 Uhr, Rathaus Sontra`; empty without one.

    Args:
        connection: an open read.
        column: `person_id` or `initiative_id`.
        number: of the person or initiative.
        as_of: appointments before this day are over.
    """
    found = connection.execute(
        f"SELECT \"on\", at, place FROM interaction WHERE {column} = ? AND state = 'planned' "
        'AND "on" >= ? ORDER BY "on", at LIMIT 1',
        (number, as_of.isoformat()),
    ).fetchone()
    if found is None:
        return ""
    on, at, place = found
    when = day(dt.date.fromisoformat(on)) + (f" um {at[:5]} Uhr" if at else "")
    return ", ".join(part for part in (when, place) if part)
