"""Whole records for the pane beside a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ehrenamt_desktop.model.enums import Kind, LegalBasis, PersonStatus
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rows import (
    ConsentRow,
    InitiativeDetail,
    OfferDetail,
    OfferRow,
    PersonDetail,
    PlacementRow,
)
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.handover import ENDED, ConsentFact, handover_refusal
from ehrenamt_desktop.model.rules.helping import helped_until
from ehrenamt_desktop.model.rules.restriction import RESTRICTED
from ehrenamt_desktop.store.reads import (
    catalogue,
    founding,
    helped,
    initiatives,
    legal,
    offers,
    parts,
    passed,
    people,
    placements,
)
from ehrenamt_desktop.store.reads.cells import stamp_day
from ehrenamt_desktop.store.reads.listing import ids
from ehrenamt_desktop.store.reads.work import follow_ups


def person(connection: Any, number: int, as_of: dt.date) -> PersonDetail | None:
    """A person with everything that belongs to it; None if it is gone."""
    values = parts.record(connection, Kind.PERSON, number)
    if values is None:
        return None
    return PersonDetail(
        id=number,
        version=values["version"],
        row=people.rows(connection, [number])[0],
        values=values,
        place=catalogue.place(connection, values["place_id"]),
        terms=parts.terms_of(connection, Kind.PERSON, number),
        credentials=parts.credentials_of(connection, number),
        consents=parts.consents_of(connection, number),
        placements=_placements(connection, "person", number),
        follow_ups=follow_ups(
            connection,
            "r.done_on IS NULL AND r.id IN (SELECT id FROM follow_up WHERE person_id = :number "
            "UNION SELECT f.id FROM placement x JOIN follow_up f ON f.placement_id = x.id "
            "WHERE x.person_id = :number)",
            {"number": number},
        ),
        history=parts.history_of(connection, Kind.PERSON, number),
        handover_refusal=refusal(connection, number, as_of),
        trashed_on=_trashed_on(values),
        interests=founding.interests_of(connection, number),
        legal_hints=legal.hints_for(connection, number, values["occupation"], as_of),
        passed=passed.passed(connection, Kind.PERSON, number),
    )


def refusal(connection: Any, person_id: int, as_of: dt.date, initiative: str = "") -> str | None:
    """Why a person's contact must not be passed on (to an initiative), or None if it may."""
    values = parts.record(connection, Kind.PERSON, person_id)
    if values is None:
        return "Die Person gibt es nicht mehr."
    if values["status"] == PersonStatus.ENDED:
        return ENDED
    if values["restricted_on"] is not None:
        return RESTRICTED
    facts = [fact(one) for one in parts.consents_of(connection, person_id)]
    basis = catalogue.setting(connection, "legal_basis.handover")
    return handover_refusal(
        age(values["birth_date"], values["birth_year"], as_of),
        LegalBasis(values["legal_basis"]),
        facts,
        as_of,
        by_public_task=basis == LegalBasis.PUBLIC_TASK.value,
        initiative=initiative,
    )


def fact(one: ConsentRow) -> ConsentFact:
    """A consent as the rules see it."""
    return ConsentFact(one.scope, one.given_on, one.withdrawn_on, one.by_guardian, one.recipient)


def initiative(connection: Any, number: int, as_of: dt.date) -> InitiativeDetail | None:
    """An initiative with everything that belongs to it; None if it is gone."""
    values = parts.record(connection, Kind.INITIATIVE, number)
    if values is None:
        return None
    return InitiativeDetail(
        id=number,
        version=values["version"],
        row=initiatives.rows(connection, [number], as_of.isoformat())[0],
        values=values,
        place=catalogue.place(connection, values["place_id"]),
        contacts=parts.contacts_of(connection, number),
        offers=_offers(connection, number, as_of, trashed=bool(values["trashed_at"])),
        placements=_placements(connection, "initiative", number),
        follow_ups=follow_ups(
            connection,
            "r.done_on IS NULL AND r.kind <> 'ask_person' AND "
            "coalesce(r.initiative_id, o.initiative_id) = :number",
            {"number": number},
        ),
        history=parts.history_of(connection, Kind.INITIATIVE, number),
        trashed_on=_trashed_on(values),
        founding=founding.steps(connection, number, values["status"]),
        interests=founding.interests_in(connection, number),
    )


def offer(connection: Any, number: int, as_of: dt.date) -> OfferDetail | None:
    """An offer with everything that belongs to it; None if it is gone."""
    values = parts.record(connection, Kind.OFFER, number)
    if values is None:
        return None
    return OfferDetail(
        id=number,
        version=values["version"],
        row=offers.rows(connection, [number], as_of.isoformat())[0],
        values=values,
        place=catalogue.place(connection, values["place_id"]),
        terms=parts.terms_of(connection, Kind.OFFER, number),
        contacts=parts.contacts_of(connection, values["initiative_id"]),
        placements=_placements(connection, "offer", number),
        follow_ups=follow_ups(
            connection,
            "r.done_on IS NULL AND coalesce(r.offer_id, m.offer_id) = :number",
            {"number": number},
        ),
        history=parts.history_of(connection, Kind.OFFER, number),
        trashed_on=_trashed_on(values),
        helped_until=_helped_until(connection, values, as_of),
        elsewhere=_elsewhere(connection, number, values["series_id"] or number, as_of),
    )


def _placements(connection: Any, key: str, number: int) -> tuple[PlacementRow, ...]:
    query = ListQuery(filters={key: (str(number),)})
    found = ids(connection, placements.SPEC, query, {})
    return tuple(placements.rows(connection, found))


def _helped_until(connection: Any, values: Mapping[str, Any], as_of: dt.date) -> dt.date | None:
    """See `OfferDetail.helped_until`; None where nothing is known of a helped person."""
    if not (values["helped_name"] or values["helped_phone"]):
        return None
    found = helped.one(connection, values["id"])
    return helped_until(found.put_away_on, found.ends_on, as_of)


def _elsewhere(connection: Any, number: int, first: int, as_of: dt.date) -> tuple[OfferRow, ...]:
    """The same offer in other villages, by village."""
    statement = (
        "SELECT r.id FROM offer r LEFT JOIN place p ON p.id = r.place_id "
        "WHERE (r.id = :first OR r.series_id = :first) AND r.id <> :number "
        "AND r.trashed_at IS NULL ORDER BY p.sort_key, r.id"
    )
    found = connection.execute(statement, {"first": first, "number": number})
    return tuple(offers.rows(connection, [row[0] for row in found], as_of.isoformat()))


def _trashed_on(values: Mapping[str, Any]) -> dt.date | None:
    return stamp_day(values["trashed_at"]) if values["trashed_at"] else None


def _offers(
    connection: Any, initiative_id: int, as_of: dt.date, *, trashed: bool
) -> tuple[OfferRow, ...]:
    """The offers of an initiative; of one in the trash those that lie there too."""
    today = as_of.isoformat()
    part = {"trash": ("yes",)} if trashed else {}
    query = ListQuery(filters={"initiative": (str(initiative_id),), **part})
    found = ids(connection, offers.SPEC, query, {"as_of": today})
    return tuple(offers.rows(connection, found, today))
