"""What the gates say, in German, and what would open a pair that one of them blocks."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence

from ehrenamt_desktop.matching.arrays import proven, valid
from ehrenamt_desktop.matching.gates import ACCOMPANIED_BELOW, LIGHT_AGE
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.model.enums import OfferStage, PersonStatus, TermRelation, TermRole
from ehrenamt_desktop.model.facts import PersonFacts
from ehrenamt_desktop.model.matches import Answer, Gate
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.rules.salutation import dative
from ehrenamt_desktop.model.text import count, day, number

_DAY_NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_PART_NAMES = ("vormittag", "nachmittag", "abend")
_CLOSED = {
    OfferStage.DRAFT: "Das Angebot ist noch ein Entwurf.",
    OfferStage.PAUSED: "Das Angebot ist zurzeit pausiert.",
    OfferStage.ARCHIVED: "Das Angebot liegt im Archiv.",
}
_REOPENED = {
    OfferStage.DRAFT: "sobald das Angebot veröffentlicht ist",
    OfferStage.PAUSED: "sobald das Angebot nicht mehr pausiert ist",
    OfferStage.ARCHIVED: "wenn das Angebot aus dem Archiv geholt wird",
}


def sentence(gate: Gate, answer: Answer, pair: Pair) -> str:
    """The sentence of a gate for its answer."""
    return _SENTENCES[gate](answer, pair)


def opening(gate: Gate, pair: Pair) -> str:
    """What would open the gate that blocks the pair, as the end of "Passt fast: …"."""
    return _OPENINGS[gate](pair)


def refusal(shut: Sequence[Gate], pair: Pair) -> str | None:
    """Why the pair is not possible, by the gates that block it; None without any."""
    if not shut:
        return None
    if len(shut) > 1:
        return "Mehrere Bedingungen sind nicht erfüllt."
    return f"Passen würde es nur so: {opening(shut[0], pair).rstrip('.')}."


def age_limits(low: int | None, high: int | None) -> str:
    """`ab 16 Jahren`, `bis 60 Jahre`, `von 16 bis 60 Jahren`."""
    if low is not None and high is not None:
        return f"von {low} bis {high} Jahren"
    return f"ab {low} Jahren" if low is not None else f"bis {high} Jahre"


def _open(answer: Answer, pair: Pair) -> str:
    offer, stage = pair.offer, pair.offer.stage(pair.as_of)
    if answer is Answer.OK:
        if stage is OfferStage.UPCOMING:
            return f"Das Angebot ist veröffentlicht und beginnt am {day(offer.starts_on)}."
        return "Das Angebot ist veröffentlicht."
    ends = [one for one in (offer.ends_on, offer.valid_until) if one is not None]
    if stage is OfferStage.EXPIRED and ends:
        return f"Das Angebot ist am {day(min(ends))} abgelaufen."
    return _CLOSED[stage]


def _free_place(answer: Answer, pair: Pair) -> str:
    total, free = pair.offer.places_total, pair.offer.free
    if total is None or free is None:
        if answer is Answer.OK:
            return "Die Zahl der Plätze ist nicht angegeben."
        busy = count(pair.offer.occupied, "Person ist", "Personen sind")
        return f"Die Zahl der Plätze ist nicht angegeben; {busy} schon tätig."
    if answer is Answer.BLOCK:
        return "Der Platz ist besetzt." if total == 1 else "Alle Plätze sind besetzt."
    if total == 1:
        return "Der Platz ist frei."
    return f"{free} von {total} Plätzen {'ist' if free == 1 else 'sind'} frei."


def _person(answer: Answer, pair: Pair) -> str:
    if answer is Answer.OK:
        return f"{pair.person.polite} sucht eine Aufgabe."
    return away(pair.person, pair.as_of)


def away(person: PersonFacts, as_of: dt.date) -> str:
    """Why nothing is proposed to somebody on a day, who is not ready for it."""
    if person.status is PersonStatus.ENDED:
        return f"Die Vermittlung von {dative(person.polite)} ist beendet."
    if person.status is PersonStatus.PAUSED:
        return f"{person.polite} pausiert zurzeit."
    rest = person.rest(as_of)
    if rest is not None and rest != person.rests_until:
        open_ones = count(len(person.waiting), "Vorschlag", "Vorschläge")
        return (
            f"{person.polite} hat noch {open_ones} ohne Antwort und bekommt bis zum {day(rest)} "
            "keine neuen."
        )
    if rest is not None:
        return f"{person.polite} soll bis zum {day(rest)} keine neuen Vorschläge bekommen."
    return f"{person.polite} hatte nur bis zum {day(person.available_until)} Zeit."


def _age(answer: Answer, pair: Pair) -> str:
    low, high = pair.offer.min_age, pair.offer.max_age
    if low is None and high is None:
        return "Das Angebot hat keine Altersgrenze."
    limits = age_limits(low, high)
    if answer is Answer.OK:
        return f"Die Altersgrenze ({limits}) ist eingehalten."
    if answer is Answer.BLOCK:
        return f"Das Angebot gilt nur für Personen {limits}."
    return f"Das Angebot gilt für Personen {limits}; das Alter ist nicht genau bekannt."


def _youth(answer: Answer, pair: Pair) -> str:
    age = pair.person.age(pair.as_of)
    if age.low is None:
        return "Das Alter ist nicht bekannt; auf Minderjährigkeit deutet nichts hin."
    if age.surely_adult:
        return f"{pair.person.polite} ist volljährig."
    if answer is Answer.OK:
        return "Die Aufgabe ist für Jugendliche geeignet."
    if age.low < ACCOMPANIED_BELOW and answer is Answer.UNKNOWN:
        return "Unter 13 Jahren nur in Begleitung. Bitte mit der Initiative klären."
    if age.low <= LIGHT_AGE:
        return (
            "Bis 14 Jahre nur leichte Aufgaben zwischen 8 und 18 Uhr, höchstens 2 Stunden am Tag "
            "und nicht während der Schulzeit."
        )
    if answer is Answer.BLOCK:
        return "Für Jugendliche sind höchstens 40 Stunden pro Woche erlaubt."
    if not pair.offer.fit_youth:
        return "Bitte mit der Initiative klären, ob die Aufgabe für Jugendliche geeignet ist."
    return "Für Jugendliche nur zwischen 6 und 20 Uhr. Bitte mit der Initiative klären."


def _proof(answer: Answer, pair: Pair) -> str:
    needed = pair.needed_proofs()
    if not needed:
        return "Es ist kein Nachweis nötig."
    if answer is Answer.OK:
        return (
            f"{_proofs(pair, needed)} liegt vor."
            if len(needed) == 1
            else (f"{_proofs(pair, needed)} liegen vor.")
        )
    return " ".join(text for one in needed if (text := _proof_state(pair, one)))


def _proof_state(pair: Pair, term_id: int) -> str:
    """What is wrong with one proof; empty when nothing is."""
    label, entry = f"Nachweis „{pair.words.label(term_id)}“", pair.proof(term_id)
    if entry is None:
        return f"{label}: nicht bekannt, ob vorhanden."
    if proven(entry, pair.as_of):
        return ""
    if valid(entry, pair.as_of):
        return f"{label}: vorhanden, aber noch nicht eingesehen."
    if entry.held:
        return f"{label}: abgelaufen am {day(entry.valid_until)}."
    return f"{label}: nicht vorhanden."


def _proofs(pair: Pair, ids: list[int]) -> str:
    quoted = [f"„{pair.words.label(one)}“" for one in ids]
    if len(quoted) == 1:
        return f"Nachweis {quoted[0]}"
    return f"Nachweise {', '.join(quoted[:-1])} und {quoted[-1]}"


def _time(answer: Answer, pair: Pair) -> str:
    mine, theirs = pair.person.time_grid, pair.offer.time_grid
    if answer is Answer.UNKNOWN:
        if not theirs & time_grid.WEEK:
            return "Im Angebot sind keine Zeiten angegeben."
        return f"Es ist nicht bekannt, wann {pair.person.polite} Zeit hat."
    if answer is Answer.BLOCK:
        return f"Gebraucht wird Hilfe zu anderen Zeiten: {time_grid.text(theirs)}."
    return f"Gemeinsame Zeiten: {time_grid.text(mine & theirs)}."


def _distance(answer: Answer, pair: Pair) -> str:
    if pair.offer.remote:
        return "Die Aufgabe geht von zu Hause aus."
    if math.isnan(pair.km):
        if pair.offer.place is None:
            return "Der Einsatzort ist nicht bekannt."
        return "Der Wohnort ist nicht bekannt."
    way = "Die Aufgabe ist im Ort" if pair.same_place else f"{number(pair.km)} km Luftlinie"
    if answer is Answer.BLOCK:
        return f"{way}, höchstens {number(pair.limit)} km sind gewünscht."
    if pair.limit is None:
        return f"{way}; eine Grenze ist nicht angegeben."
    return f"{way}." if pair.same_place else f"{way} von höchstens {number(pair.limit)}."


def _unwanted(answer: Answer, pair: Pair) -> str:
    if answer is Answer.OK:
        return f"{pair.person.polite} hat nichts davon ausgeschlossen."
    return f"{pair.person.polite} möchte nicht: {pair.labels(_refused(pair))}."


def _refused(pair: Pair) -> list[int]:
    refused = [one for one in pair.person.ids(TermRelation.NO) if one in pair.words.terms]
    about = [one for one in pair.offer.ids(TermRole.ABOUT) if one in pair.words.terms]
    return [one for one in refused if any(pair.covers(one, other) for other in about)]


def _open_again(pair: Pair) -> str:
    stage = pair.offer.stage(pair.as_of)
    return _REOPENED.get(stage, "wenn die Initiative das Angebot verlängert")


def _person_again(pair: Pair) -> str:
    person = pair.person
    rest = person.rest(pair.as_of)
    if person.status is PersonStatus.SEEKING and rest is not None:
        return f"ab dem {day(rest + dt.timedelta(days=1))}"
    return f"sobald {person.polite} wieder Zeit hat"


def _other_age(pair: Pair) -> str:
    least, high = pair.offer.min_age, pair.person.age(pair.as_of).high
    if least is not None and high is not None and high < least:
        return age_limits(least, None)
    return f"wenn die Altersgrenze ({age_limits(None, pair.offer.max_age)}) nicht streng gilt"


def _with_proof(pair: Pair) -> str:
    bad = []
    for one in pair.needed_proofs():
        entry = pair.proof(one)
        if entry is not None and not valid(entry, pair.as_of):
            bad.append(one)
    return (
        f"mit {_proofs(pair, bad)}"
        if len(bad) == 1
        else ("mit den Nachweisen " + _proofs(pair, bad).removeprefix("Nachweise "))
    )


def _at_times(pair: Pair) -> str:
    parts = time_grid.parts(pair.offer.time_grid)
    days = {at for at, _ in parts}
    if len(parts) == 1:
        return f"an einem {_DAY_NAMES[parts[0][0]]}{_PART_NAMES[parts[0][1]]}"
    if len(days) == 1:
        return f"an einem {_DAY_NAMES[parts[0][0]]}"
    return f"zu diesen Zeiten: {time_grid.text(pair.offer.time_grid)}"


_SENTENCES: dict[Gate, Callable[[Answer, Pair], str]] = {
    Gate.OPEN: _open,
    Gate.FREE_PLACE: _free_place,
    Gate.PERSON: _person,
    Gate.AGE: _age,
    Gate.YOUTH: _youth,
    Gate.PROOF: _proof,
    Gate.TIME: _time,
    Gate.DISTANCE: _distance,
    Gate.UNWANTED: _unwanted,
}
_OPENINGS: dict[Gate, Callable[[Pair], str]] = {
    Gate.OPEN: _open_again,
    Gate.FREE_PLACE: lambda _: "sobald ein Platz frei wird",
    Gate.PERSON: _person_again,
    Gate.AGE: _other_age,
    Gate.YOUTH: lambda _: "mit Zeiten, die für Jugendliche erlaubt sind",
    Gate.PROOF: _with_proof,
    Gate.TIME: _at_times,
    Gate.DISTANCE: lambda pair: f"wenn {number(pair.km)} km nicht zu weit sind",
    Gate.UNWANTED: lambda pair: f"falls doch infrage kommt: {pair.labels(_refused(pair))}",
}
