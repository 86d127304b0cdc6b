"""What a criterion says in the detail: a short German phrase beside its bar."""

from __future__ import annotations

from collections.abc import Callable

from ehrenamt_desktop.matching.arrays import LEVELS
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.model.enums import TermKind, TermRelation, TermRole
from ehrenamt_desktop.model.matches import Criterion
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.text import day, number

ASK = "noch nachfragen"
NOT_STATED = "im Angebot nicht angegeben"
_SPOKEN_OF = {
    Criterion.FIELD: (TermKind.AREA,),
    Criterion.ACTIVITY: (TermKind.ACTIVITY, TermKind.SKILL),
    Criterion.TARGET_GROUP: (TermKind.TARGET_GROUP,),
    Criterion.MOTIVE: (TermKind.MOTIVE,),
    Criterion.EXPERIENCE: (TermKind.ACTIVITY,),
}
"""The terms by which an offer speaks of a criterion."""
FITS_FROM = 0.75
"""From this value on a criterion is said to fit."""


def sentence(criterion: Criterion, value: float | None, pair: Pair) -> str:
    """The phrase of a criterion for its value; None is unknown."""
    if value is None:
        return NOT_STATED if offer_is_silent(criterion, pair) else ASK
    return _SENTENCES[criterion](value, pair)


def shared(pair: Pair, *kinds: TermKind) -> list[int]:
    """What the offer is about that the person wishes, itself or a broader term."""
    wishes = pair.wishes(*kinds)
    return [one for one in pair.about(*kinds) if any(pair.covers(mine, one) for mine in wishes)]


def brought(pair: Pair) -> list[int]:
    """What the offer asks for that the person has, itself or a narrower term."""
    mine = pair.has(TermKind.SKILL, TermKind.MOBILITY, TermKind.PROOF)
    return [one for one in pair.wanted() if any(pair.covers(one, has) for has in mine)]


def common_times(pair: Pair) -> str:
    """`Di + Do`, or `Mo vormittags` when there is one daypart only."""
    grid = pair.person.time_grid & pair.offer.time_grid & time_grid.WEEK
    parts = time_grid.parts(grid)
    if len(parts) == 1:
        return time_grid.text(grid)
    return " + ".join(time_grid.DAYS[at] for at in sorted({at for at, _ in parts}))


def offer_is_silent(criterion: Criterion, pair: Pair) -> bool:
    """Whether a criterion is unknown because the offer says nothing about it."""
    offer = pair.offer
    if criterion in _SPOKEN_OF:
        return not pair.about(*_SPOKEN_OF[criterion])
    return {
        Criterion.TIME: not offer.time_grid & time_grid.WEEK or offer.hours_per_week is None,
        Criterion.DISTANCE: offer.place is None,
        Criterion.RHYTHM: offer.rhythm is None,
    }.get(criterion, False)


def _term(kind: TermKind) -> Callable[[float, Pair], str]:
    def phrase(value: float, pair: Pair) -> str:
        theirs, mine = pair.about(kind), pair.wishes(kind)
        same = [one for one in theirs if one in mine]
        if value >= 1.0:
            return pair.labels(same)
        if value > 0.0:
            kin = [one for one in theirs if any(pair.words.related(one, wish) for wish in mine)]
            near = " (verwandt)" if kind is TermKind.AREA else ""
            return f"{pair.labels(kin)}{near}"
        return f"{pair.labels(theirs)}: nicht gewünscht"

    return phrase


def _activity(value: float, pair: Pair) -> str:
    kinds = (TermKind.ACTIVITY, TermKind.SKILL)
    wished, theirs = shared(pair, *kinds), pair.about(*kinds)
    if not wished:
        return f"{pair.labels(theirs)}: nicht gewünscht"
    rest = [one for one in theirs if one not in wished]
    return pair.labels(wished) + (f"; auch {pair.labels(rest)}" if value < 1.0 and rest else "")


def _time(value: float, pair: Pair) -> str:
    if value >= 1.0:
        return "Zeit passt"
    if value <= 0.0:
        return "keine gemeinsame Zeit"
    given = value * (pair.offer.hours_per_week or 0.0)
    return f"{number(given)} von {number(pair.offer.hours_per_week)} Std. pro Woche"


def _distance(_: float, pair: Pair) -> str:
    if pair.offer.remote or pair.same_place:
        return pair.distance
    if pair.limit is None:
        return f"{pair.distance}, keine Grenze angegeben"
    return f"{pair.distance} von höchstens {number(pair.limit)}"


def _rhythm(_: float, pair: Pair) -> str:
    mine, theirs = pair.person.rhythm, pair.offer.rhythm
    if theirs is None or mine is None:
        return ASK
    return theirs.label if mine is theirs else f"{theirs.label} (gewünscht: {mine.label})"


def _motive(_: float, pair: Pair) -> str:
    kind = TermKind.MOTIVE
    mine = list(dict.fromkeys([*pair.wishes(kind), *pair.has(kind)]))
    given = [one for one in mine if one in pair.about(kind)]
    return pair.labels(given) if given else f"gewünscht: {pair.labels(mine)}"


def _skills(value: float, pair: Pair) -> str:
    wanted = pair.wanted()
    if not wanted:
        return "keine außer dem Nachweis" if pair.needed_proofs() else "keine"
    has = brought(pair)
    missing = [one for one in wanted if one not in has]
    if not missing:
        return pair.labels(has)
    # 0 < value without an exact hit: a broader skill counted half.
    state = "zum Teil" if value > 0.0 and not has else "nicht genannt"
    lacks = f"{state}: {pair.labels(missing)}"
    return f"{pair.labels(has)}; {lacks}" if has else lacks


def _experience(_: float, pair: Pair) -> str:
    done = [one for one in pair.about(TermKind.ACTIVITY) if one in pair.has(TermKind.ACTIVITY)]
    if done:
        return pair.labels(done)
    return "war schon engagiert" if pair.person.engaged_before else "noch keine in dieser Aufgabe"


def _language(_: float, pair: Pair) -> str:
    spoken = {one.term_id: one for one in pair.person.terms if one.relation is TermRelation.HAS}
    demands = [
        one
        for one in pair.offer.terms
        if one.role is not TermRole.ABOUT and pair.words.of_kind([one.term_id], TermKind.LANGUAGE)
    ]
    if not demands:
        return "keine besonderen Sprachkenntnisse nötig"
    phrases = []
    for one in {demand.term_id: demand for demand in demands}.values():
        label, mine = pair.words.label(one.term_id), spoken.get(one.term_id)
        level = mine.level.label if mine and mine.level else "vorhanden"
        wanted, given = LEVELS.index(one.level), LEVELS.index(mine.level) if mine else -1
        asked = f" (gewünscht: {one.level.label})" if one.level and given < wanted else ""
        phrases.append(f"{label}: {level if mine else 'nicht genannt'}{asked}")
    return ", ".join(phrases)


def _start(value: float, pair: Pair) -> str:
    wanted = max(pair.offer.starts_on or pair.as_of, pair.as_of)
    begins = f"ab {day(wanted)}" if wanted > pair.as_of else "ab sofort"
    if value >= 1.0:
        return begins
    return f"{begins} gebraucht, frei ab {day(pair.person.available_from)}"


_SENTENCES: dict[Criterion, Callable[[float, Pair], str]] = {
    Criterion.FIELD: _term(TermKind.AREA),
    Criterion.ACTIVITY: _activity,
    Criterion.TARGET_GROUP: _term(TermKind.TARGET_GROUP),
    Criterion.TIME: _time,
    Criterion.DISTANCE: _distance,
    Criterion.RHYTHM: _rhythm,
    Criterion.MOTIVE: _motive,
    Criterion.SKILLS: _skills,
    Criterion.EXPERIENCE: _experience,
    Criterion.LANGUAGE: _language,
    Criterion.START: _start,
}
