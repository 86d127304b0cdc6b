"""Talks, calls, visits and appointments around invented people and initiatives."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from functools import cache
from typing import Any

from ehrenamt_desktop.model.enums import (
    FollowUpKind,
    InteractionKind,
    InteractionState,
    PersonStatus,
)
from ehrenamt_desktop.services.demo.initiatives import InitiativePlan
from ehrenamt_desktop.services.demo.offers import OfferPlan
from ehrenamt_desktop.services.demo.people import PersonPlan
from ehrenamt_desktop.services.demo.placements import PlacementPlan
from ehrenamt_desktop.services.demo.stock import Stock, moment, stamps, texts, weekday_on_or_after

ROOMS = ("Rathaus Sontra, Beratungszimmer", "Rathaus Sontra, Büro der Agentur", "am Telefon",
         "Bürgerbüro Herleshausen", "Gemeindeverwaltung Nentershausen")  # fmt: skip
TIMES = (dt.time(9, 0), dt.time(10, 30), dt.time(14, 0), dt.time(15, 30), dt.time(16, 30))

TODAY = (
    (dt.time(9, 30), "Erstes Gespräch", "Rathaus Sontra, Beratungszimmer"),
    (dt.time(11, 0), "Vorschläge besprechen", "Rathaus Sontra, Beratungszimmer"),
    (dt.time(14, 30), "Gespräch nach dem Schnuppertermin", "Rathaus Sontra, Büro der Agentur"),
)
"""Appointments of the day the data is made for."""

CALLS = (
    (-6, "Bogen nachreichen", "Der Aufnahmebogen kam ohne Zeiten zurück. Bitte nachfragen."),
    (-2, "Rückruf versprochen", "Wollte wissen, ob die Fahrtkosten erstattet werden."),
    (0, "Rückruf wegen des Wochentags", "Donnerstag wäre lieber als Dienstag."),
    (0, "Einwilligung zurückholen", "Der Vordruck liegt seit letzter Woche zur Unterschrift vor."),
    (1, "Fragen, ob der erste Termin passt", "Der Termin ist vereinbart, der Weg war noch offen."),
    (3, "Neue Angebote in der Nähe anbieten", "Die bisherigen lagen zu weit weg."),
    (6, "Nach dem Urlaub melden", "War bis zum Ende der Woche verreist."),
)
"""Reminders the coordinator set by hand: days from the day the data is made for, title, note."""


@cache
def _lines(kind: str, about: str) -> Sequence[dict[str, Any]]:
    return [one for one in texts("talks")["talk"] if one["kind"] == kind and one["about"] == about]


def of_person(
    rng: random.Random, stock: Stock, person: PersonPlan, talk_on: dt.date
) -> list[dict[str, Any]]:
    """The first contact, the long talk and a call now and then."""
    found = [_talk(rng, "first_contact", person.entered)]
    if person.call_back or talk_on > stock.as_of:
        return found
    missed = rng.random() < 0.06
    long = _talk(rng, "consultation", talk_on)
    long.update(at=rng.choice(TIMES), place=rng.choices(ROOMS, weights=(50, 20, 14, 9, 7))[0])
    if missed:
        long.update(state=InteractionState.MISSED, minutes=None, note="", subject="")
    found.append(long)
    day = talk_on
    while rng.random() < 0.45:
        day = weekday_on_or_after(day + dt.timedelta(days=rng.randrange(10, 200)))
        if day > stock.as_of or person.values["status"] is PersonStatus.ENDED:
            break
        found.append(_talk(rng, rng.choices(("call", "visit"), weights=(9, 1))[0], day))
    return found


def of_placement(rng: random.Random, one: PlacementPlan) -> list[dict[str, Any]]:
    """The calls made when reminders were due; each is kept with whom it was made to."""
    found = []
    for talk in one.talks:
        state = InteractionState.HELD if talk["reached"] else InteractionState.MISSED
        found.append(
            {
                "kind": InteractionKind.CALL,
                "state": state,
                "on": talk["on"],
                "minutes": 5,
                "subject": talk["subject"],
                "note": talk["note"],
                "about": talk["side"],
                **stamps(moment(talk["on"], rng)),
            }
        )
    return found


def of_initiative(rng: random.Random, stock: Stock, one: InitiativePlan) -> list[dict[str, Any]]:
    """The first talk with a body and the contacts that followed."""
    day = weekday_on_or_after(one.since)
    found = [_talk(rng, "first_contact", day, "initiative")]
    while rng.random() < 0.62:
        day = weekday_on_or_after(day + dt.timedelta(days=rng.randrange(20, 300)))
        if day > stock.as_of:
            break
        kind = rng.choices(("call", "visit", "consultation"), weights=(7, 2, 1))[0]
        found.append(_talk(rng, kind, day, "initiative"))
    return found


def appointments(stock: Stock, person_ids: Sequence[int]) -> list[dict[str, Any]]:
    """Today's appointments and two of the next days."""
    at = dt.datetime.combine(stock.as_of - dt.timedelta(days=4), dt.time(10), dt.UTC)
    planned = [(stock.as_of, *one) for one in TODAY]
    for days in (2, 4):
        day = weekday_on_or_after(stock.as_of + dt.timedelta(days=days))
        planned.append((day, dt.time(10, 0), "Erstes Gespräch", ROOMS[0]))
    return [
        {
            "kind": InteractionKind.CONSULTATION,
            "state": InteractionState.PLANNED,
            "on": day,
            "at": time,
            "minutes": 60,
            "place": room,
            "subject": subject,
            "person_id": person_id,
            **stamps(at),
        }
        for (day, time, subject, room), person_id in zip(planned, person_ids, strict=False)
    ]


def calls(stock: Stock, person_ids: Sequence[int]) -> list[dict[str, Any]]:
    """Reminders set by hand: some overdue, some due today, some in the next days."""
    at = dt.datetime.combine(stock.as_of - dt.timedelta(days=9), dt.time(11), dt.UTC)
    return [
        {
            "kind": FollowUpKind.CALL,
            "due_on": stock.as_of + dt.timedelta(days=days),
            "title": title,
            "note": note,
            "person_id": person_id,
            **stamps(at),
        }
        for (days, title, note), person_id in zip(CALLS, person_ids, strict=False)
    ]


def confirmations(
    rng: random.Random, stock: Stock, offers: Sequence[OfferPlan]
) -> list[dict[str, Any]]:
    """Reminders to ask whether an offer is still current: due half a year after the last time."""
    found = []
    for offer in offers:
        last = offer.values["confirmed_on"] or offer.values["entered_on"]
        due = weekday_on_or_after(last + dt.timedelta(days=183))
        if offer.closed < stock.as_of or due > stock.as_of + dt.timedelta(days=60):
            continue
        if rng.random() < 0.4:
            continue
        if due < stock.as_of - dt.timedelta(days=10):
            due = stock.as_of + dt.timedelta(days=rng.randrange(-5, 15))
        found.append(
            {
                "kind": FollowUpKind.CONFIRM_OFFER,
                "due_on": due,
                "offer_id": offer.id,
                "initiative_id": offer.initiative.id,
                **stamps(moment(last, rng)),
            }
        )
    return found


def _talk(rng: random.Random, kind: str, day: dt.date, about: str = "person") -> dict[str, Any]:
    line = rng.choice(_lines(kind, about))
    return {
        "kind": InteractionKind(kind),
        "state": InteractionState.HELD,
        "on": day,
        "minutes": line["minutes"],
        "note": line["text"],
        "about": about,
        **stamps(moment(day, rng)),
    }
