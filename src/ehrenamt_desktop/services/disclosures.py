"""The disclosure of everything that is kept of a person (Art. 15 and 20 GDPR)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.exchange import cards_out
from ehrenamt_desktop.model.columns.disclosure import LABELS, NOT_THEIRS, TITLES
from ehrenamt_desktop.model.disclosure import (
    FORMAT,
    Chapter,
    Disclosure,
    Recipient,
)
from ehrenamt_desktop.model.enums import (
    Kind,
    Salutation,
)
from ehrenamt_desktop.model.exports import ExportReason
from ehrenamt_desktop.model.privacy import MATCHING
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.rules.salutation import address_line, full_name
from ehrenamt_desktop.services.contact_disclosure import contact_disclosure
from ehrenamt_desktop.services.disclosure_words import frame, holding
from ehrenamt_desktop.services.edit_words import EditWords
from ehrenamt_desktop.services.edits import Edits
from ehrenamt_desktop.services.export_log import ExportLog
from ehrenamt_desktop.services.lists import GONE, Lists
from ehrenamt_desktop.services.whole_folder import filling
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads.holdings import Row, gone, holdings
from ehrenamt_desktop.store.reads.passed import passed

NAME, CONTACT_NAME = "auskunft-{number}", "auskunft-ansprechperson-{number}"
"""Of the folder; no name of a person."""

KEEP_DAYS = 14
"""Days until the office's own copy of the files is to be deleted."""

PURPOSE = "Auskunft nach Art. 15 DSGVO"
NOBODY = "Ihre Angaben wurden niemandem weitergegeben."


class Disclosures:
    """Use cases on disclosures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, person_id: int) -> Disclosure:
        """What is kept of a person, in words and as it is stored.

        Raises:
            DomainError: there is no such person.
        """
        with self._store.read() as connection:
            held = holdings(connection, person_id)
            if "person" not in held:
                raise DomainError(GONE)
            rows = {table: list(_own(table, kept)) for table, kept in held.items()}
            rows["journal_entry"] = _alone(connection, held, person_id)
            said = frame(connection)
            words = EditWords(connection)
            recipients = [
                Recipient(one.on, one.recipient or one.initiative, one.parts)
                for one in passed(connection, Kind.PERSON, person_id)
            ]  # fmt: skip
            chapters = tuple(
                Chapter(title, tuple(holding(table, row, words) for row in rows[table]))
                for table, title in TITLES.items()
                if table in rows and table != "journal_entry"
            )
        own = rows["person"][0]
        return Disclosure(
            number=person_id,
            lines=_lines(own),
            **said,
            matching=MATCHING,
            receivers=NOBODY,
            recipients=tuple(recipients),
            sources=_sources(own),
            chapters=chapters,
            edits=tuple(_told(one) for one in Edits(self._store).of(Kind.PERSON, person_id)),
            rows=rows,
            labels=LABELS,
            titles=TITLES,
        )

    def write(self, person_id: int, parent: Path, progress: Progress = QUIET) -> Path:
        """Write the disclosure as PDF, JSON and address card into a new folder; returns it.

        It stands in the person's course, and a reminder asks for the copy to be deleted.

        Raises:
            DomainError: there is no such person.
            Cancelled: the user stopped; nothing was made.
            StoreUnavailable: the folder cannot be written.
        """
        self._store.hold()
        found = self.of(person_id)
        title = f"Auskunft, Person Nr. {person_id}"
        return self._write(found, NAME, title, parent, ("people", person_id), progress)

    def of_contact(self, contact_id: int) -> Disclosure:
        """What is kept of a contact person; nothing of the volunteers she was told of.

        Raises:
            DomainError: there is no such contact person.
        """
        with self._store.read() as connection:
            return contact_disclosure(connection, contact_id)

    def write_contact(self, contact_id: int, parent: Path, progress: Progress = QUIET) -> Path:
        """Write the disclosure of a contact person; it stands in the initiative's course.

        Raises:
            DomainError: there is no such contact person.
            Cancelled: the user stopped; nothing was made.
            StoreUnavailable: the folder cannot be written.
        """
        self._store.hold()
        found = self.of_contact(contact_id)
        body = int(found.rows[Kind.CONTACT.value][0]["initiative_id"])
        title = f"Auskunft, Ansprechperson Nr. {contact_id}"
        return self._write(found, CONTACT_NAME, title, parent, ("initiatives", body), progress)

    def _write(
        self,
        found: Disclosure,
        naming: str,
        title: str,
        parent: Path,
        course: tuple[str, int],
        progress: Progress,
    ) -> Path:
        from ehrenamt_desktop.reports.disclosure import disclosure

        office = Lists(self._store).office_info()
        if not parent.is_dir():
            raise StoreUnavailable(f"Den Ordner „{parent.name}“ gibt es nicht.")
        name = naming.format(number=found.number)
        with filling(parent, name) as (folder, final):
            disclosure(folder / f"{name}.pdf", office, found, progress)
            told = json.dumps(as_json(found), ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(told + "\n", encoding="utf-8")
            cards_out.write(folder / f"{name}.vcf", [_card(found)])
        reason = ExportReason(PURPOSE, clock.today() + dt.timedelta(days=KEEP_DAYS))
        ExportLog(self._store).keep(title, final, len(found.rows), reason, disclosed=course)
        return final


def as_json(found: Disclosure) -> dict[str, Any]:
    """The disclosure as one structured object; its data stands there as it is stored."""
    return {
        "format": FORMAT,
        "stand": found.on.isoformat(),
        "verantwortlich": found.controller,
        "zwecke": {one.label: one.value for one in found.purposes},
        "empfaenger": [
            {"tag": one.on.isoformat(), "wer": one.name, "angaben": one.parts}
            for one in found.recipients
        ],
        "herkunft": list(found.sources),
        "bezeichnungen": {
            found.titles[table]: dict(found.labels[table])
            for table in found.rows
            if table in found.titles
        },
        "daten": {table: [dict(row) for row in rows] for table, rows in found.rows.items()},
    }


def _own(table: str, kept: Sequence[Row]) -> Iterator[Row]:
    """The rows without what speaks of others."""
    left = NOT_THEIRS.get(table, frozenset())
    for row in kept:
        yield {key: value for key, value in row.items() if key not in left}


def _alone(connection: Any, held: Mapping[str, Sequence[Row]], person_id: int) -> list[Row]:
    """The changes that speak of nobody else, as one of a talk that belongs to another now."""
    own = {str(person_id), *(str(row["number"]) for row in held.get("merged_person", ()))}
    numbers = {(table, row["id"]) for table, rows in held.items() for row in rows}
    return [
        row
        for row in held.get("journal_entry", ())
        if set(row["subjects"].split()) <= own
        and ((row["kind"], row["record_id"]) in numbers or gone(connection, row))
    ]


def _lines(own: Mapping[str, Any]) -> tuple[str, ...]:
    salutation = Salutation(own["salutation"]) if own["salutation"] else None
    lines = (
        address_line(salutation),
        full_name(own["title"], own["first_name"], own["last_name"]),
        own["street"],
        f"{own['postcode']} {own['city']}".strip(),
    )
    return tuple(one for one in lines if one)


def _sources(own: Mapping[str, Any]) -> tuple[str, ...]:
    """Where the data is from (Art. 15(1)(g) GDPR)."""
    listed = (f"aus der Liste „{own['source']}“",) if own["source"] else ()
    return (*listed, "von Ihnen selbst, am Telefon, auf einem Bogen oder im Gespräch")


def _told(edit: Any) -> str:
    what = f"{edit.label}: " if edit.label else ""
    return f"{edit.at:%d.%m.%Y, %H:%M} Uhr, {edit.action}. {what}{edit.before} → {edit.after}"


def _card(found: Disclosure) -> dict[str, str]:
    own = next(iter(found.rows.values()))[0]
    keys = ("title", "first_name", "last_name", "street", "postcode", "city", "phone", "mobile",
            "email")  # fmt: skip
    return {"number": str(found.number), **{key: str(own.get(key) or "") for key in keys}}
