"""The parts of a record: its own columns, terms, proofs, consents, contacts and course."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ehrenamt_desktop.model.enums import (
    ConsentForm,
    ConsentScope,
    InitiativeStatus,
    InteractionState,
    Kind,
    Labelled,
    Level,
    OfferStatus,
    PersonStatus,
    PlacementState,
    TermKind,
)
from ehrenamt_desktop.model.rows import (
    ConsentRow,
    ContactRow,
    CredentialRow,
    HistoryRow,
    InteractionRow,
    TermValue,
)
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.store.reads.cells import day, some_day
from ehrenamt_desktop.store.reads.work import interactions

_STATES: Mapping[Kind, type[Labelled]] = {
    Kind.PERSON: PersonStatus,
    Kind.INITIATIVE: InitiativeStatus,
    Kind.OFFER: OfferStatus,
    Kind.PLACEMENT: PlacementState,
}


def record(connection: Any, kind: Kind, number: int) -> dict[str, Any] | None:
    """A record's columns by name, dates and truth values typed; None if it is gone.

    Members of enums stay text; they compare equal to their member.
    """
    columns = connection.execute(f'PRAGMA table_info("{kind.value}")').fetchall()
    cells = connection.execute(f'SELECT * FROM "{kind.value}" WHERE id = ?', (number,)).fetchone()
    if cells is None:
        return None
    return {column[1]: _typed(column[2], cell) for column, cell in zip(columns, cells, strict=True)}


def _typed(declared: str, cell: Any) -> Any:
    if declared == "DATE":
        return day(cell)
    if declared == "BOOLEAN" and cell is not None:
        return bool(cell)
    return cell


def terms_of(connection: Any, kind: Kind, number: int) -> tuple[TermValue, ...]:
    """The chosen terms of a person or an offer, in the catalogue's order."""
    table, owner, relation = (
        ("person_term", "person_id", "relation")
        if kind is Kind.PERSON
        else ("offer_term", "offer_id", "role")
    )
    statement = (
        f"SELECT t.id, t.kind, t.label, x.{relation}, x.level FROM {table} x "
        f"JOIN term t ON t.id = x.term_id WHERE x.{owner} = ? ORDER BY t.kind, t.rank, t.id"
    )
    return tuple(
        TermValue(
            term_id=cells[0],
            kind=TermKind(cells[1]),
            label=cells[2],
            relation=cells[3],
            level=Level(cells[4]) if cells[4] else None,
        )
        for cells in connection.execute(statement, (number,))
    )


def credentials_of(connection: Any, person_id: int) -> tuple[CredentialRow, ...]:
    """The proofs of a person, the newest first."""
    statement = (
        "SELECT r.id, r.term_id, t.label, r.held, r.issued_on, r.valid_until, r.verified_on, "
        "r.verified_by FROM credential r JOIN term t ON t.id = r.term_id WHERE r.person_id = ? "
        "ORDER BY t.rank, r.issued_on DESC, r.id DESC"
    )
    return tuple(
        CredentialRow(
            id=cells[0],
            term_id=cells[1],
            label=cells[2],
            held=bool(cells[3]),
            issued_on=day(cells[4]),
            valid_until=day(cells[5]),
            verified_on=day(cells[6]),
            verified_by=cells[7],
        )
        for cells in connection.execute(statement, (person_id,))
    )


def consents_of(connection: Any, person_id: int) -> tuple[ConsentRow, ...]:
    """The consents of a person, withdrawn ones too, in the order they were given."""
    statement = (
        "SELECT id, scope, given_on, form, by_guardian, guardian_name, recipient, withdrawn_on, "
        "text_version FROM consent WHERE person_id = ? ORDER BY given_on, id"
    )
    return tuple(
        ConsentRow(
            id=cells[0],
            scope=ConsentScope(cells[1]),
            given_on=some_day(cells[2]),
            form=ConsentForm(cells[3]),
            by_guardian=bool(cells[4]),
            guardian_name=cells[5],
            recipient=cells[6],
            withdrawn_on=day(cells[7]),
            text_version=cells[8],
        )
        for cells in connection.execute(statement, (person_id,))
    )


def contacts_of(connection: Any, initiative_id: int) -> tuple[ContactRow, ...]:
    """The people who speak for an initiative, deputies last."""
    numbers = connection.execute(
        "SELECT id FROM contact_person WHERE initiative_id = ? ORDER BY deputy, id",
        (initiative_id,),
    ).fetchall()
    rows = (record(connection, Kind.CONTACT, number) for (number,) in numbers)
    consents = _public_consents(connection, initiative_id)
    return tuple(
        ContactRow(
            id=cells["id"],
            version=cells["version"],
            name=full_name(cells["title"], cells["first_name"], cells["last_name"]),
            function=cells["function"],
            phone=cells["phone"],
            email=cells["email"],
            deputy=bool(cells["deputy"]),
            values=cells | consents.get(cells["id"], {}),
            publish_consent_on=consents.get(cells["id"], {}).get("publish_consent_on"),
        )
        for cells in rows
        if cells is not None
    )


def _public_consents(connection: Any, initiative_id: int) -> dict[int, dict[str, Any]]:
    """By contact: since when and in which form they agreed to be named in public."""
    statement = (
        "SELECT k.contact_id, k.given_on, k.form FROM consent k "
        "JOIN contact_person c ON c.id = k.contact_id WHERE c.initiative_id = ? "
        "AND k.scope = 'publish_contact' AND k.withdrawn_on IS NULL ORDER BY k.id"
    )
    return {
        cells[0]: {"publish_consent_on": day(cells[1]), "publish_consent_form": cells[2]}
        for cells in connection.execute(statement, (initiative_id,))
    }


def history_of(connection: Any, kind: Kind, number: int) -> tuple[HistoryRow, ...]:
    """Statuses, talks and placements of a record, the latest first."""
    lines = _statuses(connection, kind, number)
    column = {Kind.PERSON: "person_id", Kind.INITIATIVE: "initiative_id"}.get(kind)
    if column is not None:
        found = interactions(connection, f"r.{column} = :number", {"number": number})
        lines.extend(_talk(row) for row in found)
    lines.sort(key=lambda line: line.on)
    return tuple(reversed(lines))


def _talk(row: InteractionRow) -> HistoryRow:
    title = f"{row.kind.label}: {row.subject}" if row.subject else row.kind.label
    if row.state is not InteractionState.HELD:
        title = f"{title} ({row.state.label})"
    facts = (
        f"{row.at:%H:%M} Uhr" if row.at else "",
        count(row.minutes, "Minute", "Minuten") if row.minutes else "",
        row.channel.label if row.channel else "",
        row.place,
    )
    return HistoryRow(
        row.on, Kind.INTERACTION, title, row.note, row.id, row.state,
        " · ".join(fact for fact in facts if fact), row.paper,
    )  # fmt: skip


def _statuses(connection: Any, kind: Kind, number: int) -> list[HistoryRow]:
    """Status events of the record, and of the placements it takes part in."""
    own = "SELECT e.kind, e.to_state, e.\"on\", e.reason, '' FROM status_event e "
    lines = [
        _status(cells)
        for cells in connection.execute(
            f"{own} WHERE e.kind = ? AND e.record_id = ?", (kind.value, number)
        )
    ]
    column = {Kind.PERSON: "m.person_id", Kind.OFFER: "m.offer_id"}.get(kind, "o.initiative_id")
    statement = (
        'SELECT e.kind, e.to_state, e."on", e.reason, o.title FROM status_event e '
        "JOIN placement m ON e.kind = 'placement' AND m.id = e.record_id "
        f"JOIN offer o ON o.id = m.offer_id WHERE {column} = ?"
    )
    lines.extend(_status(cells) for cells in connection.execute(statement, (number,)))
    return lines


def _status(cells: Any) -> HistoryRow:
    kind = Kind(cells[0])
    label = _STATES[kind](cells[1]).label
    title = f"{label}: {cells[4]}" if cells[4] else f"Status: {label}"
    return HistoryRow(some_day(cells[2]), kind, title, cells[3])
