"""The reason line of a row: two or three fragments, both sides in view, and the subtitle."""

from __future__ import annotations

from collections.abc import Sequence

from ehrenamt_desktop.matching.criteria import NEAR_KM
from ehrenamt_desktop.matching.criterion_sentences import (
    FITS_FROM,
    brought,
    common_times,
    offer_is_silent,
    shared,
)
from ehrenamt_desktop.matching.gates import ANSWERS
from ehrenamt_desktop.matching.hindrances import Values, hindrances
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.model.enums import PlacementState, TermKind
from ehrenamt_desktop.model.matches import Answer, Criterion, Gate, ReasonKind, ReasonPart, Side
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.text import day

MOST = 3
_GATES = tuple(Gate)
_KINDS = {kind: at for at, kind in enumerate(ReasonKind)}
_ASKED = "Noch nachfragen"
_HOME = "im eigenen Ort"
_UNKNOWNS = (
    (Side.PERSON, Criterion.TIME, "Zeit?"),
    (Side.PERSON, Criterion.ACTIVITY, "Tätigkeit?"),
    (Side.PERSON, Criterion.FIELD, "Bereich?"),
    (Side.PERSON, Criterion.RHYTHM, "Wie oft?"),
    (Side.OFFER, Criterion.LANGUAGE, "Sprache?"),
    (Side.OFFER, Criterion.START, "Beginn?"),
    (Side.PERSON, Criterion.TARGET_GROUP, "Zielgruppe?"),
    (Side.PERSON, Criterion.MOTIVE, "Motivation?"),
    (Side.OFFER, Criterion.EXPERIENCE, "Erfahrung?"),
)


def line(pair: Pair, answers: Sequence[int], values: Values) -> tuple[ReasonPart, ...]:
    """The fragments: what fits best, what is to be asked, what speaks against it, a note.

    Args:
        pair: who and what.
        answers: codes of the gates in the order of `Gate`.
        values: the criteria; None is unknown.
    """
    fits = fitting(pair, values)
    asks = _asks(pair, answers, values)
    against = hindrances(pair, values)
    notes = _notes(pair)
    placed = notes[:1] if pair.before is not None else []
    chosen = [*fits[:1], *placed, *against[:1], *asks[:1], *fits[1:2], *notes[len(placed) :],
              *fits[2:], *asks[1:]]  # fmt: skip
    chosen = chosen[:MOST] or [ReasonPart(ReasonKind.NOTE, "wenig Übereinstimmung")]
    return tuple(sorted(chosen, key=lambda part: _KINDS[part.kind]))


def subtitle(where: str, pair: Pair) -> str:
    """`Förderverein Stadtbücherei Sontra · 4,9 km`."""
    return " · ".join(part for part in (where, pair.distance) if part)


def fitting(pair: Pair, values: Values) -> list[ReasonPart]:
    """What fits, the best first."""

    def fit(side: Side, criterion: Criterion) -> bool:
        value = values[side, criterion]
        return value is not None and value >= FITS_FROM

    found: list[str] = []
    wished = shared(pair, TermKind.ACTIVITY, TermKind.SKILL)
    if wished and (values[Side.PERSON, Criterion.ACTIVITY] or 0.0) > 0.0:
        able = wished[0] in pair.has(TermKind.ACTIVITY, TermKind.SKILL)
        both = "gewünscht und gekonnt" if able else "gewünscht"
        found.append(f"{pair.words.label(wished[0])} {both}")
    elif fit(Side.PERSON, Criterion.FIELD):
        found.append(f"{pair.labels(shared(pair, TermKind.AREA)[:1])} gewünscht")
    near = _way(pair)
    if near == _HOME and found:
        found[0] += f", {near}"
        near = ""
    if fit(Side.PERSON, Criterion.TIME):
        found.append(f"Zeit passt: {common_times(pair)}")
    if fit(Side.OFFER, Criterion.SKILLS) and (skills := brought(pair)):
        found.append(f"Kenntnisse passen: {pair.labels(skills[:2])}")
    if near:
        found.append(near)
    if fit(Side.PERSON, Criterion.TARGET_GROUP):
        group = [
            one for one in pair.about(TermKind.TARGET_GROUP)
            if one in pair.wishes(TermKind.TARGET_GROUP)
        ]  # fmt: skip
        found.append(f"Zielgruppe passt: {pair.labels(group[:1])}")
    return [ReasonPart(ReasonKind.FITS, text) for text in found]


def _way(pair: Pair) -> str:
    """Why the way is no obstacle; empty when it is one, or when nothing is known."""
    if pair.offer.remote:
        return "von zu Hause aus möglich"
    if pair.same_place:
        return _HOME
    return "kurzer Weg" if pair.km <= NEAR_KM else ""


def _asks(pair: Pair, answers: Sequence[int], values: Values) -> list[ReasonPart]:
    found: list[str] = []
    states = dict(zip(_GATES, (ANSWERS[code] for code in answers), strict=True))
    if states[Gate.PROOF] is Answer.UNKNOWN:
        for one in pair.needed_proofs():
            entry = pair.proof(one)
            label = pair.words.label(one)
            if entry is None:
                found.append(f"{label}? {_ASKED}")
            elif entry.verified_on is None:
                found.append(f"{label}: noch nicht eingesehen")
    if states[Gate.AGE] is Answer.UNKNOWN:
        found.append(f"Alter? {_ASKED}")
    if states[Gate.YOUTH] is Answer.UNKNOWN:
        found.append("Für Jugendliche geeignet? Noch klären")
    if values[Side.OFFER, Criterion.SKILLS] is None:
        found.append(f"{pair.labels(pair.wanted()[:1])}? {_ASKED}")
    if values[Side.PERSON, Criterion.DISTANCE] is None:
        found.append(f"{'Wohnort' if pair.offer.place else 'Einsatzort'}? {_ASKED}")
    if not pair.offer.time_grid & time_grid.WEEK and not pair.offer.time_is_free:
        found.append("Zeiten? Bei der Initiative nachfragen")
    found += [
        f"{text} {_ASKED}"
        for side, one, text in _UNKNOWNS
        if values[side, one] is None and not offer_is_silent(one, pair)
    ]
    return [ReasonPart(ReasonKind.ASK, text) for text in found]


def _notes(pair: Pair) -> list[ReasonPart]:
    found: list[str] = []
    if pair.before is not None:
        found.append(
            {
                PlacementState.PROPOSED: f"schon vorgeschlagen am {day(pair.before.on)}",
                PlacementState.PASSED_ON: f"Kontakt weitergegeben am {day(pair.before.on)}",
                PlacementState.RUNNING: f"läuft seit {day(pair.before.on)}",
                PlacementState.ENDED: f"früherer Vorschlag, beendet am {day(pair.before.on)}",
            }[pair.before.state]
        )
    if pair.offer.trial_possible:
        found.append("Schnuppertermin möglich")
    if pair.offer.induction:
        found.append("mit Einarbeitung")
    return [ReasonPart(ReasonKind.NOTE, text) for text in found]
