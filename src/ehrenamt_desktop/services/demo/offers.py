"""Invented offers and help requests, each in every stage and freshness."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ehrenamt_desktop.model.enums import (
    Commitment,
    InitiativeStatus,
    Level,
    OfferKind,
    OfferStatus,
    Rhythm,
    TermKind,
    TermRole,
)
from ehrenamt_desktop.model.rules.stages import FRESH_DAYS, STALE_DAYS
from ehrenamt_desktop.model.rules.time_grid import parts
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.demo import names
from ehrenamt_desktop.services.demo.initiatives import InitiativePlan
from ehrenamt_desktop.services.demo.stock import (
    Home,
    Stock,
    grid,
    moment,
    stamps,
    texts,
    weekday_before,
    weighted,
)

ONE_OFF = frozenset({Rhythm.ONCE})
MONTHS = {
    "ferienspiele": 7, "sternsinger": 1, "denkmaltag": 9, "weihnachtsmarkt": 12,
    "freibad_arbeit": 4, "freibad_aufsicht": 5, "freibad_kiosk": 5, "kirmes_aufbau": 8,
    "lehrstellenboerse": 3, "friedhof_hecke": 3, "amphibien": 2, "saftpresse": 9,
    "kleiderbasar": 3, "theater_kostuem": 1, "theater_technik": 1, "sportplatz": 4,
    "obstbaumschnitt": 2, "wegezeichen": 4,
}  # fmt: skip
"""Month in which a task of the season begins."""

ROOMS = {
    "kirche": "Gemeindehaus", "kirche_kath": "Pfarrheim", "sportverein": "Turnhalle",
    "feuerwehr": "Feuerwehrhaus", "buecherei": "Stadtbücherei", "dgh": "Dorfgemeinschaftshaus",
    "heimatverein": "Heimatstube", "museum": "Heimatstube", "jugendraum": "Jugendraum",
    "grundschule": "Grundschule", "schulfoerder": "Grundschule", "gesamtschule": "Gesamtschule",
    "kita": "Kindertagesstätte", "pflegeheim": "Seniorenheim", "tagespflege": "Tagespflege",
    "freibad": "Freibad", "dorfladen": "Dorfladen", "chor": "Dorfgemeinschaftshaus",
    "musikzug": "Probenraum", "tafel": "Ausgabestelle", "kleiderstube": "Kleiderstube",
    "weltladen": "Weltladen", "stadtarchiv": "Stadtarchiv", "bergwerk": "Besucherstollen",
    "mehrgeneration": "Haus der Generationen", "seniorenkreis": "Dorfgemeinschaftshaus",
    "schuetzen": "Schützenhaus", "reparatur": "Dorfgemeinschaftshaus",
    "landfrauen": "Dorfgemeinschaftshaus", "rotkreuz": "Mehrzweckhalle",
}  # fmt: skip
"""Where a body usually meets."""

TRANSIT = (
    "Bushaltestelle 200 m entfernt",
    "Bürgerbus hält vor der Tür",
    "Bahnhof zehn Minuten zu Fuß",
    "Mitfahrgelegenheit nach Absprache",
)
STATUSES = (
    (OfferStatus.PUBLISHED, 77),
    (OfferStatus.ARCHIVED, 9),
    (OfferStatus.PAUSED, 7),
    (OfferStatus.DRAFT, 7),
)
EXPIRED_SHARE = 0.06
FRESHNESS = ((2, FRESH_DAYS - 3, 46), (FRESH_DAYS + 4, STALE_DAYS - 4, 32),
             (STALE_DAYS + 6, 420, 22))  # fmt: skip
"""Days since the last confirmation, from and to, with their weight."""


@dataclass(slots=True)
class OfferPlan:
    """One offer to be kept, and what the history of placements needs of it.

    `field_terms` are its areas and activities, `about` every term it belongs to; `opened` and
    `closed` bound the days on which it was proposed, `proposed` counts how often; `taken` holds
    the first and last days of its running placements, an open end being `dt.date.max`.
    """

    initiative: InitiativePlan
    home: Home
    values: dict[str, Any]
    terms: list[tuple[int, TermRole, Level | None]]
    proofs: tuple[int, ...]
    skills: tuple[int, ...]
    about: tuple[int, ...]
    field_terms: tuple[int, ...]
    opened: dt.date
    closed: dt.date
    events: list[tuple[OfferStatus, dt.date]]
    id: int = 0
    taken: list[tuple[dt.date, dt.date]] = field(default_factory=list)
    proposed: int = 0

    def free(self, start: dt.date, end: dt.date) -> bool:
        """Whether a place is free over the whole span, whatever order spans were taken in."""
        total: int | None = self.values["places_total"]
        if total is None:
            return True
        return sum(first <= end and last >= start for first, last in self.taken) < total


def plans(
    rng: random.Random, stock: Stock, initiatives: Sequence[InitiativePlan], wanted: int
) -> list[OfferPlan]:
    """So many offers, spread over patterns and initiatives."""
    pairs = _pairs(rng, initiatives, wanted)
    return [_plan(rng, stock, pattern, carrier) for pattern, carrier in pairs]


def _pairs(
    rng: random.Random, initiatives: Sequence[InitiativePlan], wanted: int
) -> list[tuple[dict[str, Any], InitiativePlan]]:
    """Patterns with carriers, every pattern and every carrier about equally often."""
    patterns: Sequence[dict[str, Any]] = texts("offers")["offer"]
    by_key: dict[str, list[InitiativePlan]] = {}
    for one in initiatives:
        by_key.setdefault(one.key, []).append(one)
    pairs = [
        (pattern, one)
        for pattern in patterns
        for key in pattern["initiative"]
        for one in by_key.get(key, ())
        if one.values["status"] is not InitiativeStatus.FOUNDING
    ]
    rng.shuffle(pairs)
    used: Counter[str] = Counter()
    carried: Counter[int] = Counter()
    ranked = []
    for at, (pattern, one) in enumerate(pairs):
        help_first = 0 if pattern["kind"] == "offer" else 1
        ranked.append((used[pattern["key"]] * 2 + carried[id(one)] + help_first, at))
        used[pattern["key"]] += 1
        carried[id(one)] += 1
    order = [at for _, at in sorted(ranked)]
    return [pairs[order[at % len(order)]] for at in range(wanted)] if order else []


def _plan(
    rng: random.Random, stock: Stock, pattern: dict[str, Any], carrier: InitiativePlan
) -> OfferPlan:
    status = _status(rng, carrier)
    values = _task(rng, pattern, carrier)
    entered, closed, events = _course(rng, stock, status, carrier, values)
    if pattern["kind"] == "help_request":
        _helped(rng, values, entered)
    _season(rng, stock, pattern, values, status)
    ends = [day for day in (values["valid_until"], values["ends_on"]) if day is not None]
    terms = _terms(stock, pattern)
    return OfferPlan(
        initiative=carrier,
        home=carrier.home,
        values=values | stamps(moment(entered, rng)),
        terms=terms,
        proofs=_proofs(stock, pattern),
        skills=tuple(stock.terms(TermKind.SKILL, pattern["skills_required"])),
        about=tuple(term for term, role, _ in terms if role is TermRole.ABOUT),
        field_terms=_field_terms(stock, pattern),
        opened=entered,
        closed=min([closed, *ends]),
        events=events,
    )


def _status(rng: random.Random, carrier: InitiativePlan) -> OfferStatus:
    if carrier.values["status"] is InitiativeStatus.ENDED:
        return OfferStatus.ARCHIVED
    if carrier.values["status"] is InitiativeStatus.DORMANT:
        return OfferStatus.PAUSED
    return weighted(rng, STATUSES)


def _task(rng: random.Random, pattern: dict[str, Any], carrier: InitiativePlan) -> dict[str, Any]:
    """What is to be done, where, when and under which conditions."""
    helped = pattern["kind"] == "help_request"
    return {
        "kind": OfferKind(pattern["kind"]),
        "title": pattern["title"],
        "sort_key": fold(pattern["title"])[:240],
        "teaser": pattern["teaser"],
        "description": pattern["description"],
        "location": "" if helped or pattern["remote"] else ROOMS.get(carrier.key, ""),
        "place_id": carrier.home.id,
        "accessible": pattern["accessible"] if rng.random() < 0.8 else None,
        "transit_note": rng.choice(TRANSIT) if not helped and rng.random() < 0.25 else "",
        "places_total": pattern["places_total"] if rng.random() < 0.92 else None,
        "hours_per_week": pattern["hours_per_week"],
        "rhythm": Rhythm.parse(pattern["rhythm"]),
        "commitment": Commitment.parse(pattern["commitment"]),
        "time_grid": grid(tuple(pattern["times"])),
        "time_text": pattern["time_text"],
        "requirements": pattern["requirements_text"],
        "min_age": pattern["min_age"],
        "max_age": pattern.get("max_age"),
        "max_km": None,
        "needs_efz": pattern["needs_efz"],
        "needs_ifsg": pattern["needs_ifsg"],
        "needs_nda": pattern["needs_nda"],
        "remote": pattern["remote"],
        "fit_youth": pattern["fit_youth"],
        "fit_job_seeker": pattern["fit_jobseeker"],
        "fit_group": pattern["fit_group"],
        "trial_possible": pattern["trial_possible"],
        "induction": pattern["induction"],
        "expense_refund": pattern["expense_refund"],
        "allowance_month": pattern["allowance_month"] or None,
        "starts_on": None,
        "ends_on": None,
    }


def _course(
    rng: random.Random, stock: Stock, status: OfferStatus, carrier: InitiativePlan,
    values: dict[str, Any],
) -> tuple[dt.date, dt.date, list[tuple[OfferStatus, dt.date]]]:  # fmt: skip
    """When it was entered, until when it was open, and its changes of status."""
    values["status"] = status
    values["valid_until"] = values["confirmed_on"] = None
    if status is OfferStatus.DRAFT:
        entered = weekday_before(stock.as_of - dt.timedelta(days=rng.randrange(1, 25)))
        values["entered_on"] = entered
        return entered, entered - dt.timedelta(days=1), [(status, entered)]
    span = (stock.as_of - carrier.since).days
    aged = int(span * (1 - 0.8 * rng.random() ** 1.5))
    if status is OfferStatus.ARCHIVED:
        aged = max(aged, min(span, 200))
    entered = weekday_before(stock.as_of - dt.timedelta(days=aged))
    events = [(OfferStatus.DRAFT, entered), (OfferStatus.PUBLISHED, entered)]
    values["entered_on"] = entered
    if status is OfferStatus.PUBLISHED:
        _confirm(rng, stock, values)
        return values["entered_on"], stock.as_of, _moved(events, values["entered_on"])
    latest = (stock.as_of - entered).days
    least = 1 if status is OfferStatus.PAUSED else min(60, latest)
    closed = weekday_before(
        max(entered, stock.as_of - dt.timedelta(days=rng.randint(least, max(least, latest // 2))))
    )
    closed = max(entered, closed)
    events.append((status, closed))
    return entered, closed, events


def _moved(
    events: list[tuple[OfferStatus, dt.date]], entered: dt.date
) -> list[tuple[OfferStatus, dt.date]]:
    return [(status, entered) for status, _ in events]


def _confirm(rng: random.Random, stock: Stock, values: dict[str, Any]) -> None:
    """Date the last confirmation so that all three kinds of freshness occur; some run out."""
    low, high, _ = rng.choices(FRESHNESS, weights=[one[2] for one in FRESHNESS])[0]
    confirmed = weekday_before(stock.as_of - dt.timedelta(days=rng.randint(low, high)))
    if confirmed > values["entered_on"]:
        values["confirmed_on"] = confirmed
    elif rng.random() < 0.6:
        values["entered_on"] = confirmed
    if rng.random() < EXPIRED_SHARE:
        days = rng.randrange(3, 90)
        values["valid_until"] = max(values["entered_on"], stock.as_of - dt.timedelta(days=days))
    elif rng.random() < 0.35:
        values["valid_until"] = stock.as_of + dt.timedelta(days=rng.randrange(20, 330))


def _helped(rng: random.Random, values: dict[str, Any], entered: dt.date) -> None:
    """Who is helped: kept inside only, with their consent; many prefer that only the body knows."""
    if rng.random() < 0.5:
        return
    one = names.name(rng, rng.randint(1938, 1960))
    secret = f"{one.first} {one.last}"
    public = " ".join(str(values[key]) for key in ("title", "teaser", "time_text", "requirements"))
    if set(fold(secret).split()) & set(fold(public).split()):
        return
    values["helped_name"] = secret
    values["helped_consent_on"] = entered


def _season(
    rng: random.Random, stock: Stock, pattern: dict[str, Any], values: dict[str, Any],
    status: OfferStatus,
) -> None:  # fmt: skip
    """A task of one day or one season gets its dates; a past one is no longer open."""
    month = MONTHS.get(pattern["key"])
    once = values["rhythm"] in ONE_OFF
    if month is None and not once:
        return
    past = status is OfferStatus.ARCHIVED or (
        values["valid_until"] is not None and values["valid_until"] < stock.as_of
    )
    if past:
        return
    if month is None:
        first = stock.as_of + dt.timedelta(days=rng.randrange(10, 60))
    else:
        year = stock.as_of.year + (month <= stock.as_of.month)
        first = dt.date(year, month, rng.randint(4, 20))
    days = parts(values["time_grid"])
    weekday = days[0][0] if days else first.weekday()
    values["starts_on"] = first + dt.timedelta(days=(weekday - first.weekday()) % 7)
    values["valid_until"] = None
    if once:
        last = max((day for day, _ in days), default=weekday)
        values["ends_on"] = values["starts_on"] + dt.timedelta(days=(last - weekday) % 7)


def _terms(stock: Stock, pattern: dict[str, Any]) -> list[tuple[int, TermRole, Level | None]]:
    areas = [pattern["area"], *([pattern["sub_area"]] if pattern.get("sub_area") else [])]
    about = [
        *stock.terms(TermKind.AREA, areas),
        *stock.terms(TermKind.ACTIVITY, pattern["activities"]),
        *stock.terms(TermKind.TARGET_GROUP, pattern["target_groups"]),
        *stock.terms(TermKind.MOTIVE, pattern["motives"]),
    ]
    chosen: dict[tuple[int, TermRole], Level | None] = {
        (term, TermRole.ABOUT): None for term in about
    }
    for term in stock.terms(TermKind.SKILL, pattern["skills_required"]):
        chosen[term, TermRole.REQUIRED] = None
    for term in _proofs(stock, pattern):
        chosen[term, TermRole.REQUIRED] = None
    for text in pattern["languages"]:
        term, level = stock.language(text)
        chosen[term, TermRole.REQUIRED] = level
    for term in stock.terms(TermKind.SKILL, pattern["skills_wished"]):
        if (term, TermRole.REQUIRED) not in chosen:
            chosen[term, TermRole.WISHED] = None
    return [(term, role, level) for (term, role), level in chosen.items()]


def _field_terms(stock: Stock, pattern: dict[str, Any]) -> tuple[int, ...]:
    """The area and what is done: what somebody chooses a task by."""
    areas = [pattern["area"], *([pattern["sub_area"]] if pattern.get("sub_area") else [])]
    return (
        *stock.terms(TermKind.AREA, areas),
        *stock.terms(TermKind.ACTIVITY, pattern["activities"]),
    )


def _proofs(stock: Stock, pattern: dict[str, Any]) -> tuple[int, ...]:
    codes = list(pattern.get("proofs", ()))
    if pattern.get("licence"):
        codes.append(f"LICENCE_{pattern['licence']}")
    return tuple(stock.terms(TermKind.PROOF, codes))
