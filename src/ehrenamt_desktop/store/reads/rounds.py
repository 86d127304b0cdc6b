"""The round in which bodies are asked for their offers; the offer's table is called `r`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from ehrenamt_desktop.model.enums import Freshness, OfferAnswer
from ehrenamt_desktop.model.rounds import AskedBody, DueBody, Question, Round
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store.reads.cells import day
from ehrenamt_desktop.store.reads.letter_address import body_address
from ehrenamt_desktop.store.reads.stages import FRESHNESS, OFFER_STAGE, PLACE_LABEL

ON_SHOW = f"({OFFER_STAGE} IN ('open', 'upcoming', 'full') AND r.trashed_at IS NULL)"
"""Offers that must be true: pinned up, or taken by somebody at present."""

DUE = f"{ON_SHOW} AND {FRESHNESS} <> 'fresh' AND i.trashed_at IS NULL"
"""What a round asks for.

A round comes every half year, so that an offer confirmed four months ago is asked for as well:
it would be red long before the next one.
"""

_DUE_IDS = (
    f"SELECT r.id FROM offer r JOIN initiative i ON i.id = r.initiative_id WHERE {DUE} "
    "ORDER BY r.id"
)

_QUESTIONS = (
    f"SELECT i.id, q.id, r.id, q.code, r.title, {PLACE_LABEL}, {FRESHNESS}, "
    "coalesce(r.confirmed_on, r.entered_on), q.asked_on, q.answer, q.answered_on, q.note, "
    "CASE WHEN r.trashed_at IS NOT NULL OR i.trashed_at IS NOT NULL THEN 'im Papierkorb' "
    "WHEN r.status = 'archived' THEN 'im Archiv' "
    "WHEN r.confirmed_on >= o.started_on THEN 'noch aktuell' ELSE '' END, r.confirmed_on, "
    "i.name, i.street, i.postcode, i.city, i.phone, i.email, "
    "c.salutation, c.title, c.first_name, c.last_name, c.function, c.phone, c.email "
    "FROM offer_question q JOIN offer_round o ON o.id = q.round_id "
    "JOIN offer r ON r.id = q.offer_id JOIN initiative i ON i.id = r.initiative_id "
    "LEFT JOIN place p ON p.id = r.place_id "
    "LEFT JOIN contact_person c ON c.id = (SELECT x.id FROM contact_person x "
    "WHERE x.initiative_id = i.id ORDER BY x.deputy, x.id LIMIT 1) "
    "WHERE q.round_id = :round ORDER BY i.sort_key, i.id, r.sort_key, r.id"
)


def due_offers(connection: Any, as_of: dt.date) -> list[int]:
    """The numbers of the offers that a round on `as_of` asks for."""
    found = connection.execute(_DUE_IDS, {"as_of": as_of.isoformat()})
    return [row[0] for row in found]


def open_round(connection: Any, as_of: dt.date) -> Round | None:
    """The round that was begun and not closed; None without one."""
    head = connection.execute(
        "SELECT id, started_on FROM offer_round WHERE closed_on IS NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if head is None:
        return None
    values = {"round": head[0], "as_of": as_of.isoformat()}
    rows = connection.execute(_QUESTIONS, values).fetchall()
    bodies = tuple(_body(list(some), as_of) for _, some in groupby(rows, key=lambda row: row[0]))
    started = day(head[1])
    return Round(head[0], started or as_of, bodies)


def talked_to(connection: Any, talk_ids: Sequence[int], as_of: dt.date) -> list[DueBody]:
    """Bodies with a talk among `talk_ids` that was held on `as_of`, and their due offers.

    A body somebody talked to before on that day was asked then; letters are no talks.
    """
    found = []
    for number in talk_ids:
        row = connection.execute(
            "SELECT i.id, i.name FROM interaction t JOIN initiative i ON i.id = t.initiative_id "
            "WHERE t.id = :talk AND t.state = 'held' AND t.\"on\" = :as_of "
            "AND t.kind NOT IN ('letter', 'note') AND i.trashed_at IS NULL AND NOT EXISTS "
            "(SELECT 1 FROM interaction x WHERE x.initiative_id = i.id AND x.state = 'held' "
            "AND x.kind NOT IN ('letter', 'note') AND x.\"on\" = t.\"on\" AND x.id < t.id)",
            {"talk": number, "as_of": as_of.isoformat()},
        ).fetchone()
        if row is not None:
            due = connection.execute(
                "SELECT r.id FROM offer r JOIN initiative i ON i.id = r.initiative_id "
                f"WHERE i.id = :body AND {DUE} ORDER BY r.id",
                {"body": row[0], "as_of": as_of.isoformat()},
            )
            offers = tuple(one[0] for one in due)
            found += [DueBody(as_of, row[0], row[1], offers)] if offers else []
    return found


def _body(rows: Sequence[Any], as_of: dt.date) -> AskedBody:
    first = rows[0]
    name, street, postcode, city, phone, email = first[14:20]
    title, given, family, function, own_phone, own_email = (one or "" for one in first[21:27])
    return AskedBody(
        id=first[0],
        name=name,
        contact=full_name(title, given, family),
        function=function,
        phone=own_phone or phone,
        email=own_email or email,
        address=body_address(name, street, postcode, city, (first[20], title, given, family)),
        missing="" if street and postcode and city else "Anschrift nicht vollständig",
        questions=tuple(_question(row, as_of) for row in rows),
    )


def _question(row: Sequence[Any], as_of: dt.date) -> Question:
    answer = OfferAnswer(row[9]) if row[9] else None
    settled_on = day(row[10]) or (day(row[13]) if row[12] == "noch aktuell" else None)
    asked_on, settled = day(row[8]), answer.label if answer else row[12]
    return Question(
        id=row[1],
        offer_id=row[2],
        code=row[3],
        title=row[4],
        place=row[5],
        freshness=Freshness(row[6]),
        confirmed_on=day(row[7]),
        asked_on=asked_on,
        answer=answer,
        settled_on=settled_on,
        settled=settled,
        note=row[11],
        waits=(as_of - asked_on).days if asked_on and not settled else None,
    )
