"""What a contact person is told about the data kept of her (Art. 15 GDPR)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.columns.disclosure import CONTACT_LABELS, CONTACT_TITLES
from ehrenamt_desktop.model.disclosure import Chapter, Disclosure
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.services.disclosure_words import frame, holding
from ehrenamt_desktop.services.edit_words import NOTHING, EditWords
from ehrenamt_desktop.services.lists import GONE
from ehrenamt_desktop.store.reads.contact_holdings import contact_holdings

RECEIVERS = (
    "Freiwillige, denen wir Ihre Initiative vorgeschlagen haben und die Sie ansprechen sollten. "
    "Wer im Einzelnen, hält das Programm nicht fest. Öffentlich genannt werden Sie nur mit Ihrer "
    "Einwilligung."
)
KEPT = "Solange Sie für die Initiative ansprechbar sind. Danach wird Ihr Eintrag entfernt."
SOURCES = ("von Ihnen selbst, von Ihrer Initiative oder aus dem, was sie veröffentlicht",)
_JOURNAL = "journal_entry"


def contact_disclosure(connection: Any, contact_id: int) -> Disclosure:
    """What is kept of a contact person.

    Raises:
        DomainError: there is no such contact person.
    """
    rows = contact_holdings(connection, contact_id)
    if Kind.CONTACT.value not in rows:
        raise DomainError(GONE)
    words = EditWords(connection)
    own = rows[Kind.CONTACT.value][0]
    body = words.value(Kind.OFFER, "initiative_id", own["initiative_id"])
    return Disclosure(
        number=contact_id,
        lines=(full_name(own["title"], own["first_name"], own["last_name"]), body),
        **(frame(connection) | {"kept": KEPT}),
        matching="",
        receivers=RECEIVERS,
        recipients=(),
        sources=SOURCES,
        chapters=tuple(
            Chapter(
                CONTACT_TITLES[table],
                tuple(holding(table, row, words, CONTACT_LABELS) for row in found),
            )
            for table, found in rows.items()
            if table != _JOURNAL
        ),
        edits=tuple(line for row in rows.get(_JOURNAL, ()) for line in _changes(row, words)),
        rows=rows,
        labels=CONTACT_LABELS,
        titles=CONTACT_TITLES,
    )


def _changes(row: Mapping[str, Any], words: EditWords) -> Iterator[str]:
    """`23.11.2026, Ansprechperson geändert. Telefon: – → 05653 1`, a line for each field."""
    kind = Kind(row["kind"])
    before, after = (json.loads(row[key] or "{}") for key in ("before", "after"))
    for key in dict.fromkeys((*before, *after)):
        label = CONTACT_LABELS[kind.value].get(key)
        was, now = (words.value(kind, key, side.get(key)) for side in (before, after))
        if label and was != now and (was, now) != (NOTHING, NOTHING):
            day = words.value(Kind.PERSON, "created_at", row["at"])
            yield f"{day}, {row['action']}. {label}: {was} → {now}"
