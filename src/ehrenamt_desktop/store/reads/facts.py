"""What matching needs of all people and offers, in a handful of statements for any number."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ehrenamt_desktop.model.enums import (
    Kind,
    Level,
    OfferStatus,
    PersonStatus,
    PlacementState,
    Rhythm,
    Salutation,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.facts import (
    OfferFacts,
    OfferTermFact,
    PairFact,
    PersonFacts,
    PersonTermFact,
    ProofFact,
)
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.salutation import full_name, polite_name
from ehrenamt_desktop.model.rules.stages import OCCUPYING, UNDER_WAY
from ehrenamt_desktop.store.reads import catalogue
from ehrenamt_desktop.store.reads.cells import day, some_day

_PERSON = (
    "SELECT r.id, r.salutation, r.title, r.first_name, r.last_name, r.status, r.birth_date, "
    "r.birth_year, r.place_id, r.max_km, r.time_grid, r.hours_per_week, r.rhythm, "
    "r.available_from, r.available_until, r.rests_until, r.prior_engagement <> '' FROM person r"
)
_OFFER = (
    "SELECT r.id, r.title, i.name, r.status, r.starts_on, r.ends_on, r.valid_until, "
    "r.places_total, r.min_age, r.max_age, r.max_km, r.remote, r.fit_youth, r.place_id, "
    "r.time_grid, r.hours_per_week, r.rhythm, r.trial_possible, r.induction, r.paused_until "
    "FROM offer r JOIN initiative i ON i.id = r.initiative_id"
)
Fact = TypeVar("Fact")


def people(connection: Any, number: int | None = None) -> list[PersonFacts]:
    """Everybody neither ended, restricted nor in the trash, or the one with this number."""
    live = "r.status <> 'ended' AND r.restricted_on IS NULL AND r.trashed_at IS NULL"
    which, numbers = _which(number, live, "r.id")
    own, _ = _which(number, "1", "x.person_id")
    places = {one.id: one for one in catalogue.places(connection)}
    names = ("person_term", "person_id", "relation")
    terms = _terms(connection, names, own, numbers, _person_term)
    proofs: dict[int, list[ProofFact]] = defaultdict(list)
    for owner, term, held, until, seen in connection.execute(
        "SELECT x.person_id, coalesce(t.merged_into_id, t.id), x.held, x.valid_until, "
        f"x.verified_on FROM credential x JOIN term t ON t.id = x.term_id WHERE {own} "
        "ORDER BY x.person_id, x.id",
        numbers,
    ):
        proofs[owner].append(ProofFact(term, bool(held), day(until), day(seen)))
    proposals = _proposals(connection, own, numbers)
    return [
        _person(
            cells,
            places,
            tuple(terms[cells[0]]),
            tuple(proofs[cells[0]]),
            proposals.get(cells[0], (None, ())),
        )
        for cells in connection.execute(f"{_PERSON} WHERE {which}", numbers)
    ]


def offers(connection: Any, number: int | None = None) -> list[OfferFacts]:
    """Every offer outside archive and trash, or the one with this number wherever it stands."""
    which, numbers = _which(number, "r.status <> 'archived' AND r.trashed_at IS NULL", "r.id")
    own, _ = _which(number, "1", "x.offer_id")
    places = {one.id: one for one in catalogue.places(connection)}
    names = ("offer_term", "offer_id", "role")
    terms = _terms(connection, names, own, numbers, _offer_term)
    counts = {
        cells[0]: (cells[1], cells[2])
        for cells in connection.execute(
            f"SELECT x.offer_id, sum(x.state IN ({_states(OCCUPYING)})), "
            f"sum(x.state IN ({_states(UNDER_WAY)})) FROM placement x WHERE {own} "
            "GROUP BY x.offer_id",
            numbers,
        )
    }
    proposed = _last_proposed(connection, own, numbers)
    return [
        _offer(
            cells,
            places,
            tuple(terms[cells[0]]),
            counts.get(cells[0], (0, 0)),
            proposed.get(cells[0]),
        )
        for cells in connection.execute(f"{_OFFER} WHERE {which}", numbers)
    ]


def pairs(connection: Any, kind: Kind, number: int) -> dict[int, PairFact]:
    """The latest placement of a person or an offer with each other record, by its number."""
    mine, other = ("person_id", "offer_id") if kind is Kind.PERSON else ("offer_id", "person_id")
    return {
        cells[0]: PairFact(PlacementState(cells[1]), some_day(cells[2]))
        for cells in connection.execute(
            f"SELECT x.{other}, x.state, coalesce(x.ended_on, x.started_on, x.passed_on_on, "
            f"x.proposed_on) FROM placement x WHERE x.{mine} = ? ORDER BY x.id",
            (number,),
        )
    }


def _person_term(term_id: int, relation: str, level: Level | None) -> PersonTermFact:
    return PersonTermFact(term_id, TermRelation(relation), level)


def _offer_term(term_id: int, role: str, level: Level | None) -> OfferTermFact:
    return OfferTermFact(term_id, TermRole(role), level)


def _which(number: int | None, otherwise: str, column: str) -> tuple[str, tuple[int, ...]]:
    return (otherwise, ()) if number is None else (f"{column} = ?", (number,))


def _states(states: tuple[PlacementState, ...]) -> str:
    return ", ".join(f"'{state.value}'" for state in states)


def _terms(
    connection: Any,
    names: tuple[str, str, str],
    own: str,
    numbers: tuple[int, ...],
    make: Callable[[int, str, Level | None], Fact],
) -> dict[int, list[Fact]]:
    """The chosen terms by record, in the order they were chosen; merged ones as the kept one.

    Equal choices share one object: most of a big office's choices are the same few hundred.
    """
    table, owner, relation = names
    found: dict[int, list[Fact]] = defaultdict(list)
    made: dict[tuple[int, str, str | None], Fact] = {}
    for number, *choice in connection.execute(
        f"SELECT x.{owner}, coalesce(t.merged_into_id, t.id), x.{relation}, x.level "
        f"FROM {table} x JOIN term t ON t.id = x.term_id WHERE {own} ORDER BY x.{owner}, x.id",
        numbers,
    ):
        key = (choice[0], choice[1], choice[2])
        fact = made.get(key)
        if fact is None:
            fact = made[key] = make(key[0], key[1], Level(key[2]) if key[2] else None)
        found[number].append(fact)
    return found


def _last_proposed(connection: Any, own: str, numbers: tuple[int, ...]) -> dict[int, Any]:
    return {
        cells[0]: day(cells[1])
        for cells in connection.execute(
            f"SELECT x.offer_id, max(x.proposed_on) FROM placement x WHERE {own} "
            "GROUP BY x.offer_id",
            numbers,
        )
    }


def _proposals(
    connection: Any, own: str, numbers: tuple[int, ...]
) -> dict[int, tuple[Any, tuple[dt.date, ...]]]:
    """By person the day of the last proposal, and of those that are without an answer."""
    return {
        cells[0]: (
            day(cells[1]),
            tuple(some_day(one) for one in (cells[2] or "").split(",") if one),
        )
        for cells in connection.execute(
            "SELECT x.person_id, max(x.proposed_on), group_concat(CASE WHEN "
            f"x.state = '{PlacementState.PROPOSED.value}' THEN x.proposed_on END) "
            f"FROM placement x WHERE {own} GROUP BY x.person_id",
            numbers,
        )
    }


def _person(
    cells: Any,
    places: Mapping[int, PlaceRow],
    terms: tuple[PersonTermFact, ...],
    proofs: tuple[ProofFact, ...],
    proposals: tuple[Any, tuple[dt.date, ...]],
) -> PersonFacts:
    salutation = Salutation(cells[1]) if cells[1] else None
    return PersonFacts(
        number=cells[0],
        name=full_name(*cells[2:5]),
        polite=polite_name(salutation, *cells[2:5]),
        status=PersonStatus(cells[5]),
        birth_date=day(cells[6]),
        birth_year=cells[7],
        place=places.get(cells[8]),
        max_km=cells[9],
        time_grid=cells[10],
        hours_per_week=cells[11],
        rhythm=Rhythm(cells[12]) if cells[12] else None,
        available_from=day(cells[13]),
        available_until=day(cells[14]),
        rests_until=day(cells[15]),
        engaged_before=bool(cells[16]),
        last_proposed_on=proposals[0],
        terms=terms,
        proofs=proofs,
        waiting=proposals[1],
    )


def _offer(
    cells: Any,
    places: Mapping[int, PlaceRow],
    terms: tuple[OfferTermFact, ...],
    counts: tuple[int, int],
    proposed: Any,
) -> OfferFacts:
    return OfferFacts(
        number=cells[0],
        title=cells[1],
        initiative=cells[2],
        status=OfferStatus(cells[3]),
        paused_until=day(cells[19]),
        starts_on=day(cells[4]),
        ends_on=day(cells[5]),
        valid_until=day(cells[6]),
        places_total=cells[7],
        occupied=counts[0],
        open_proposals=counts[1],
        last_proposed_on=proposed,
        min_age=cells[8],
        max_age=cells[9],
        max_km=cells[10],
        remote=bool(cells[11]),
        fit_youth=bool(cells[12]),
        place=places.get(cells[13]),
        time_grid=cells[14],
        hours_per_week=cells[15],
        rhythm=Rhythm(cells[16]) if cells[16] else None,
        trial_possible=None if cells[17] is None else bool(cells[17]),
        induction=cells[18],
        terms=terms,
    )
