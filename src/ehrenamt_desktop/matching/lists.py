"""The ranked list for one person or one offer, with reasons, near misses and questions."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching import gate_sentences, gates
from ehrenamt_desktop.matching.arrays import (
    Flags,
    Floats,
    Offers,
    People,
    TermTable,
    is_ready,
    taken,
)
from ehrenamt_desktop.matching.pairs import Found, Pair
from ehrenamt_desktop.matching.questions import POOL, Asking
from ehrenamt_desktop.matching.ranking import Policy, Ties, ranked, scores, weigh
from ehrenamt_desktop.matching.rosters import Roster, offer_roster, people_roster
from ehrenamt_desktop.matching.rows import (
    Row,
    blocked_of,
    match_of,
    near_of,
    opening_of,
    plain,
)
from ehrenamt_desktop.matching.stability import firmness
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.facts import OfferFacts, PairFact, PersonFacts
from ehrenamt_desktop.model.matches import (
    Gate,
    Match,
    MatchList,
    Question,
    Side,
)

TOP = 50
NEAR = 20
BLOCKED = 20
OPENINGS = 100
"""Near misses among which what would open them is counted."""
NEAR_LOOKED_AT = max(NEAR, OPENINGS)
_WAITING = (Gate.OPEN, Gate.FREE_PLACE, Gate.PERSON)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a list is made with.

    `before` holds the latest placement of the list's subject by the number of the other record;
    pairs that already run are left out of the list.
    """

    words: Vocabulary
    as_of: dt.date
    policy: Policy = field(default_factory=Policy)
    before: Mapping[int, PairFact] = field(default_factory=dict)

    def others(self, ties: Ties) -> npt.NDArray[np.intp]:
        """The positions of those that do not already run together with the subject."""
        running = PlacementState.RUNNING
        with_it = [number for number, one in self.before.items() if one.state is running]
        if not with_it:
            return np.arange(len(ties.number))
        return np.flatnonzero(~np.isin(ties.number, with_it))


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whose list it is."""

    side: Side
    number: int
    name: str
    away: str = ""


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Positions of the others: possible ones, near misses and blocked ones, each best first.

    There are `total` possible ones, `near_total` near misses and `shut` blocked ones; only so many
    as are looked at are in order. Of the blocked ones those with fewest gates in the way are first.
    """

    possible: list[int]
    near: list[int]
    blocked: list[int]
    total: int
    near_total: int
    shut: int

    @classmethod
    def of(
        cls,
        score: Floats,
        answers: gates.Answers,
        ties: Ties,
        seen: Flags | None = None,
        first: int | None = None,
    ) -> _Ranking:
        """Ranks the possible pairs, all or the `first`, and those that gates block.

        Only those `seen` count. Near misses that somebody can open come before those that only
        time opens.
        """
        blocked = answers == gates.BLOCK
        blocks = blocked.sum(axis=0, dtype=np.int8)
        if seen is not None:
            blocks = np.where(seen, blocks, -1)
        waits = blocked[[list(Gate).index(gate) for gate in _WAITING]].any(axis=0)
        groups = (blocks == 0, (blocks == 1) & ~waits, (blocks == 1) & waits)
        among = [np.flatnonzero(group) for group in groups]
        total, *nears = (len(one) for one in among)
        possible = ties.order(score, among[0], total if first is None else first)
        near, waiting = (ties.order(score, one, NEAR_LOOKED_AT) for one in among[1:])
        far = np.flatnonzero(blocks > 1)
        blocked_ones = ties.order(score - 2.0 * blocks, far, BLOCKED)
        nearest = [*near, *waiting][:NEAR_LOOKED_AT]
        return cls(possible, nearest, blocked_ones, total, sum(nears), len(far))


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of a subject with their values: weights are applied to them again and again.

    `answers` has the gates and `values` the criteria on the first axis, the others on the second.
    """

    subject: _Subject
    setting: Setting
    answers: gates.Answers
    values: Floats
    crowding: Floats
    ties: Ties
    pair: Callable[[int], Pair]
    ask: Callable[[Policy, list[int], Floats], tuple[Question, ...]]

    @classmethod
    def of_person(
        cls, person: PersonFacts, offers: Roster[OfferFacts, Offers], setting: Setting
    ) -> Pairs:
        """A person with all offers that do not run with them."""
        table, others = offers.table, setting.others(offers.ties)
        found = scores(People.of([person], table, setting.as_of), offers.rows, setting.policy)

        mine: Found = {}

        def pair(at: int) -> Pair:
            offer, km = offers.facts[others[at]], float(found.km[0, others[at]])
            before = setting.before.get(offer.number)
            return Pair(person, offer, setting.words, setting.as_of, km, before, mine)

        def ask(policy: Policy, best: list[int], score: Floats) -> tuple[Question, ...]:
            asking = Asking(table, policy, setting.as_of)
            pool = others[best]
            known = [offers.facts[at] for at in pool]
            return asking.for_person(person, known, taken(offers.rows, pool), score)

        ready = is_ready(person, setting.as_of)
        away = "" if ready else gate_sentences.away(person, setting.as_of)
        return cls(
            _Subject(Side.PERSON, person.number, person.name, away),
            setting,
            _only(found.answers[:, 0], others),
            _only(found.values[:, 0], others),
            _only(offers.rows.crowding, others),
            offers.ties.only(others),
            pair,
            ask,
        )

    @classmethod
    def of_offer(
        cls, offer: OfferFacts, people: Roster[PersonFacts, People], setting: Setting
    ) -> Pairs:
        """An offer with all people that do not run with it."""
        table, others = people.table, setting.others(people.ties)
        column = Offers.of([offer], table, setting.as_of)
        found = scores(people.rows, column, setting.policy)

        theirs: Found = {}

        def pair(at: int) -> Pair:
            person, km = people.facts[others[at]], float(found.km[others[at], 0])
            before = setting.before.get(person.number)
            return Pair(person, offer, setting.words, setting.as_of, km, before, theirs=theirs)

        def ask(policy: Policy, best: list[int], score: Floats) -> tuple[Question, ...]:
            asking = Asking(table, policy, setting.as_of)
            pool = others[best]
            known = [people.facts[at] for at in pool]
            return asking.for_offer(offer, known, taken(people.rows, pool), score)

        return cls(
            _Subject(Side.OFFER, offer.number, offer.title),
            setting,
            _only(found.answers[..., 0], others),
            _only(found.values[..., 0], others),
            np.full(len(others), column.crowding[0]),
            people.ties.only(others),
            pair,
            ask,
        )

    @property
    def key(self) -> tuple[Side, int, dt.date]:
        """Whose list it is, on which day."""
        return self.subject.side, self.subject.number, self.setting.as_of

    def listed(
        self, policy: Policy, top: int = TOP, search: str = "", *, examined: bool = False
    ) -> MatchList:
        """The list by some weights, with sentences for the shown rows only.

        A `search` narrows what is shown; order, near misses and questions stay as they are. Where
        the list is `examined`, each shown row says whether its place is firm.
        """
        score, balance = weigh(self.values, self.crowding, policy)
        shown = ranked(score)
        first = None if examined else max(top, POOL)
        whole = ranking = _Ranking.of(score, self.answers, self.ties, None, first)
        if search.strip():
            ranking = _Ranking.of(score, self.answers, self.ties, self._seen(search), first)

        def row(at: int) -> Row:
            return self._row(at, float(shown[at]), float(balance[at]))

        pool = whole.possible[:POOL]
        near = [row(at) for at in ranking.near]
        opened = Counter(opening_of(one)[1] for one in near[:OPENINGS])
        matches = tuple(match_of(row(at), policy) for at in ranking.possible[:top])
        return MatchList(
            subject=self.subject.side,
            number=self.subject.number,
            name=self.subject.name,
            matches=self._firm(matches, policy, whole.possible) if examined else matches,
            total=ranking.total,
            near=tuple(near_of(one, policy) for one in near[:NEAR]),
            near_total=ranking.near_total,
            openings=tuple(opened.most_common()),
            blocked=ranking.shut,
            blocked_rows=tuple(blocked_of(row(at)) for at in ranking.blocked),
            questions=self.ask(policy, pool, score[pool]),
            as_of=self.setting.as_of,
            searched=search.strip(),
            whole=len(score),
            away=self.subject.away,
        )

    def _seen(self, search: str) -> Flags:
        """Which of the others answer a typed search."""
        from ehrenamt_desktop.matching.word_search import WordSearch

        sought, side = WordSearch(self.setting.words, search), self.subject.side
        others = range(len(self.crowding))
        return np.array([sought.fits_pair(self.pair(at), side) for at in others], dtype=bool)

    def _firm(
        self, matches: tuple[Match, ...], policy: Policy, ranked: Sequence[int]
    ) -> tuple[Match, ...]:
        shown = [match.number for match in matches]
        judged = firmness(self.values, self.crowding, self.ties, policy, ranked, shown)
        return tuple(
            replace(match, stable=one.stable, stable_sentence=one.sentence)
            for match, one in zip(matches, judged, strict=True)
        )

    def _row(self, at: int, *numbers: float) -> Row:
        pair = self.pair(at)
        codes, values = plain(self.answers[:, at], self.values[:, at])
        if self.subject.side is Side.PERSON:
            offer = pair.offer
            return Row(offer.number, offer.title, offer.initiative, pair, codes, values, *numbers)
        person = pair.person
        where = person.place.label if person.place is not None else ""
        return Row(person.number, person.name, where, pair, codes, values, *numbers)


def _only(table: npt.NDArray[Any], others: npt.NDArray[np.intp]) -> npt.NDArray[Any]:
    """These others of a table; mostly that is all of them, and nothing is copied."""
    return table if len(others) == table.shape[-1] else table[..., others]


def offers_for(
    person: PersonFacts,
    offers: Sequence[OfferFacts],
    setting: Setting,
    top: int = TOP,
    search: str = "",
) -> MatchList:
    """The best `top` offers for a person; the order of `offers` does not matter."""
    roster = offer_roster(offers, TermTable(setting.words), setting.as_of)
    return Pairs.of_person(person, roster, setting).listed(setting.policy, top, search)


def people_for(
    offer: OfferFacts,
    people: Sequence[PersonFacts],
    setting: Setting,
    top: int = TOP,
    search: str = "",
) -> MatchList:
    """The best `top` people for an offer; the order of `people` does not matter."""
    roster = people_roster(people, TermTable(setting.words), setting.as_of)
    return Pairs.of_offer(offer, roster, setting).listed(setting.policy, top, search)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an offer stands in a person's list: its score and, if possible, its place from 1."""

    score: float
    rank: int | None
    refusal: str | None


def standings(
    person: PersonFacts,
    offers: Roster[OfferFacts, Offers],
    setting: Setting,
    numbers: Sequence[int],
) -> dict[int, Standing]:
    """Where some offers stand among all; the refusal is a sentence, None for possible ones."""
    pairs = Pairs.of_person(person, offers, setting)
    score = ranked(weigh(pairs.values, pairs.crowding, setting.policy)[0])
    ranking = _Ranking.of(score, pairs.answers, pairs.ties)
    places = {at: place for place, at in enumerate(ranking.possible, start=1)}
    every = list(Gate)
    made = {}
    for at in np.flatnonzero(np.isin(pairs.ties.number, list(numbers))).tolist():
        shut = [every[one] for one in np.flatnonzero(pairs.answers[:, at] == gates.BLOCK)]
        refusal = gate_sentences.refusal(shut, pairs.pair(at))
        made[int(pairs.ties.number[at])] = Standing(float(score[at]), places.get(at), refusal)
    return made
