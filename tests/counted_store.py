"""A small store that can be counted by hand; each line says what it adds in the first half of 2025.

Persons: 1 Sontra 75 years, 2 Sontra 65, 3 Sontra (Ulfen) 35, 4 Herleshausen 17, 5 Herleshausen 22,
6 without place and age, 7 in the trash (never counts).
"""

from __future__ import annotations

import datetime as dt

from sqlmodel import select
from tests.make_office import place_id, term_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import (
    CostKind,
    EndReason,
    FollowUpKind,
    GrantState,
    HandOutWay,
    InitiativeStatus,
    Kind,
    Occupation,
    OfferStatus,
    PaperKind,
    PersonStatus,
    PlacementState,
    Salutation,
    TermKind,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.records.document import Document, HandOut, HandOutItem
from ehrenamt_desktop.model.records.grant import GrantApplication, GrantProgramme
from ehrenamt_desktop.model.records.hours import HourEntry
from ehrenamt_desktop.model.records.initiative import Initiative
from ehrenamt_desktop.model.records.offer import Offer, OfferTerm
from ehrenamt_desktop.model.records.person import Person, PersonTerm
from ehrenamt_desktop.model.records.placement import FollowUp, Interaction, Placement, StatusEvent
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.records.report import Cost, Target
from ehrenamt_desktop.services.office import Office

START, END = dt.date(2025, 1, 1), dt.date(2025, 6, 30)
ENTRY = dt.date(2025, 1, 2)


def on(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def fill(office: Office) -> None:
    """Put everything into an empty office."""
    with office.store.write("Von Hand gezählt") as unit:
        _people(office, unit)
        _bodies(office, unit)
        _talks(unit)
        _placements(unit)
        _paper(office, unit)


def _people(office, unit):
    people = (
        ("Sontra", 1950, Occupation.RETIRED, Salutation.MS),
        ("Sontra", 1960, Occupation.BASIC_SECURITY, Salutation.MR),
        ("Ulfen", 1990, Occupation.JOB_SEEKER, Salutation.MS),
        ("Herleshausen", 2008, Occupation.SCHOOL, None),
        ("Herleshausen", 2003, None, None),
        (None, None, None, None),
        ("Sontra", 1950, Occupation.RETIRED, Salutation.MS),
    )
    for at, (place, born, work, said) in enumerate(people, 1):
        unit.add(
            Person(
                id=at, first_name="Ida", last_name=f"P{at}", sort_key=f"p{at}", birth_year=born,
                place_id=place and place_id(office, place), occupation=work, salutation=said,
                first_engagement={1: False, 5: True}.get(at),
                trashed_at=clock.now() if at == 7 else None,
            )
        )  # fmt: skip
        _state(unit, Kind.PERSON, at, None, PersonStatus.SEEKING, ENTRY)
    _state(unit, Kind.PERSON, 6, PersonStatus.SEEKING, PersonStatus.PAUSED, on("2025-06-01"))
    unit.flush()
    sport = term_id(office, TermKind.AREA, "SPORT")
    unit.add(PersonTerm(person_id=5, term_id=sport, relation=TermRelation.WISH))


def _state(unit, kind, number, before, after, day):
    unit.add(
        StatusEvent(kind=kind, record_id=number, from_state=before and before.value,
                    to_state=after.value, on=day)
    )  # fmt: skip


def _bodies(office, unit):
    active, founding = InitiativeStatus.ACTIVE, InitiativeStatus.FOUNDING
    bodies = (  # number 4 is active no more on the last day
        (1, [(None, active, ENTRY)]),
        (2, [(None, founding, ENTRY), (founding, active, on("2025-03-01"))]),
        (3, [(None, active, on("2024-12-01"))]),
        (4, [(None, active, ENTRY), (active, InitiativeStatus.DORMANT, on("2025-02-01"))]),
    )
    for number, course in bodies:
        unit.add(
            Initiative(id=number, name=f"B{number}", sort_key=f"b{number}", status=course[-1][1],
                       place_id=place_id(office, "Sontra"))
        )  # fmt: skip
        for before, after, day in course:
            _state(unit, Kind.INITIATIVE, number, before, after, day)
    unit.flush()
    ulfen = place_id(office, "Ulfen")
    offers = (  # number 2 ran out a day before the last day, 3 is a draft, 4 names no places
        {"places_total": 4, "hours_per_week": 7.0, "place_id": ulfen},
        {"places_total": 9, "valid_until": on("2025-06-29")},
        {"places_total": 9, "status": OfferStatus.DRAFT},
        {"ends_on": END},
    )
    for number, values in enumerate(offers, 1):
        status = values.pop("status", OfferStatus.PUBLISHED)
        unit.add(
            Offer(id=number, title=f"A{number}", sort_key=f"a{number}", initiative_id=1,
                  status=status, **values)
        )  # fmt: skip
        _state(unit, Kind.OFFER, number, None, status, ENTRY)
    unit.flush()
    school = term_id(office, TermKind.AREA, "SCHULE")
    unit.add(OfferTerm(offer_id=1, term_id=school, role=TermRole.ABOUT))


def _talks(unit):
    talks = (
        ("first_contact", "2025-01-05", 1, {}),  # contacts_people
        ("first_contact", "2025-06-30", 6, {}),  # contacts_people
        ("first_contact", "2024-12-31", 2, {}),
        ("first_contact", "2025-02-01", 3, {"state": "planned"}),
        ("first_contact", "2025-02-01", None, {"initiative_id": 1}),  # contacts_bodies
        ("consultation", "2025-01-10", 1, {"minutes": 60}),  # consult_first, _all
        ("consultation", "2025-03-10", 1, {"minutes": 30, "channel": "phone"}),  # consult_all
        ("consultation", "2024-12-01", 2, {}),
        ("consultation", "2025-02-01", 2, {}),  # consult_all
        ("consultation", "2025-01-01", 3, {"minutes": 45}),  # consult_first, _all
        ("consultation", "2025-05-01", 4, {}),  # consult_first, _all
        ("consultation", "2025-06-30", 5, {}),  # consult_first, _all
        ("consultation", "2025-07-01", 6, {}),
        ("consultation", "2025-02-02", 7, {}),
    )
    for kind, day, person, values in talks:
        fields = {"state": "held", **values}
        unit.add(Interaction(kind=kind, on=on(day), person_id=person, subject="", **fields))


def _placements(unit):
    rows = (
        (1, "2025-01-11", "2025-02-01", None, None, None),
        (2, "2024-12-20", "2025-01-15", "2025-04-15", EndReason.WORK_FOUND, 3.5),
        (2, "2025-04-20", "2025-05-01", None, None, None),
        (3, "2025-03-01", None, "2025-03-20", EndReason.DECLINED, None),
        (4, "2025-06-01", "2025-10-01", None, None, None),  # 153 days after the talk
        (5, "2025-06-30", "2026-02-01", None, None, None),  # 216 days after the talk
        (7, "2025-02-03", "2025-02-10", None, None, None),
    )
    for at, (person, proposed, started, ended, reason, weekly) in enumerate(rows, 1):
        state = PlacementState.RUNNING if started else PlacementState.PROPOSED
        unit.add(
            Placement(
                id=at, person_id=person, offer_id=1, proposed_on=on(proposed),
                state=PlacementState.ENDED if ended else state,
                started_on=started and on(started), ended_on=ended and on(ended),
                end_reason=reason, hours_per_week=weekly,
            )
        )  # fmt: skip
    unit.flush()
    unit.add(HourEntry(placement_id=1, month=on("2025-02-01"), hours=10))
    asks = (
        (FollowUpKind.ASK_PERSON, "2025-03-01", "2025-03-02", {"person_id": 1}),
        (FollowUpKind.ASK_INITIATIVE, "2025-05-01", None, {"placement_id": 1}),
        (FollowUpKind.ASK_BOTH, "2025-06-30", "2025-07-03", {"person_id": 2}),
        (FollowUpKind.CALL, "2025-03-01", None, {"person_id": 1}),
        (FollowUpKind.ASK_BOTH, "2025-07-01", None, {"person_id": 1}),
    )
    for kind, due, done, values in asks:
        unit.add(FollowUp(kind=kind, due_on=on(due), done_on=done and on(done), **values))


def _paper(office, unit):
    for kind, day in (
        (PaperKind.OFFER_LIST, "2025-04-01"),
        (PaperKind.OFFER_LIST, "2025-07-01"),
        (PaperKind.PROPOSAL_LETTER, "2025-04-01"),
    ):
        place = place_id(office, "Ulfen")
        unit.add(Posting(kind=kind, title="Blatt", printed_on=on(day), place_id=place))
    for kind, day, cents, town in (
        (CostKind.PAPER, "2025-02-01", 10050, "Sontra"),
        (CostKind.STAFF, "2025-03-01", 20000, ""),
        (CostKind.STAFF, "2025-07-01", 5000, ""),
    ):
        unit.add(Cost(kind=kind, on=on(day), cents=cents, municipality=town))
    unit.add(GrantProgramme(id=99, name="Dorfgeld"))
    unit.flush()
    for body, state, applied, decided, cents in (
        (1, GrantState.GRANTED, "2025-01-10", "2025-03-01", 500000),
        (2, GrantState.SETTLED, "2024-11-10", "2025-06-30", 120050),
        (1, GrantState.REFUSED, "2025-02-10", "2025-04-01", None),
        (None, GrantState.APPLIED, "2025-06-30", None, None),
        (1, GrantState.GRANTED, "2025-07-01", "2025-08-01", 90000),
    ):
        unit.add(
            GrantApplication(
                programme_id=99, initiative_id=body, title="Vorhaben", state=state,
                applied_on=on(applied), decided_on=decided and on(decided), granted_cents=cents,
            )
        )  # fmt: skip
    _hand_outs(unit)
    unit.add(Target(year=2025, figure="placements", value=12))
    unit.add(Target(year=2025, figure="placements", municipality="Sontra", value=6))


def _hand_outs(unit):
    """Five papers for people who count (one form among leaflets), two for an initiative."""
    kinds = {one.source_key: one.id for one in unit.exec(select(Document)).all()}
    leaflet, form = kinds["merkblatt_versicherung"], kinds["einwilligung"]
    for day, whom, papers in (
        ("2025-01-10", {"person_id": 1}, (leaflet, form)),
        ("2025-06-30", {"person_id": 4}, (leaflet, leaflet, leaflet)),
        ("2025-07-01", {"person_id": 1}, (leaflet,)),  # too late
        ("2025-03-01", {"person_id": 7}, (leaflet,)),  # in the trash
        ("2025-03-01", {"initiative_id": 1}, (leaflet, form)),
    ):
        given = HandOut(on=on(day), way=HandOutWay.BY_HAND, **whom)
        unit.add(given)
        unit.flush()
        for one in papers:
            unit.add(HandOutItem(hand_out_id=given.id, document_id=one))
