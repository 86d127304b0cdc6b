"""Gaps by word: wishes for a field that nothing serves, proofs that alone are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from ehrenamt_desktop.matching.arrays import Flags, valid
from ehrenamt_desktop.matching.lists import Setting
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import TermKind, TermRelation, TermRole
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.gaps import OUTSIDE, ProofGap, Ref, WishGap


class WishTally:
    """Counts wishes for a field in which nothing fits the person.

    Fields are those at the top of the tree: somebody who wishes for neighbourly help is served by
    anything in the social field.
    """

    def __init__(self, offers: Sequence[OfferFacts], words: Vocabulary) -> None:
        self._words = words
        self._fields = [_fields(one.ids(TermRole.ABOUT), words) for one in offers]
        self._of: dict[int, Flags] = {}
        for field in {one for fields in self._fields for one in fields}:
            self._of[field] = np.array([field in fields for fields in self._fields], dtype=bool)
        self._found: dict[tuple[int, str], list[Ref]] = defaultdict(list)

    def add(self, people: Sequence[PersonFacts], fits: Flags) -> None:
        """Count a block; `fits` is people × offers."""
        for person, mine in zip(people, fits, strict=True):
            place = person.place
            where = place.municipality if place is not None and place.member else OUTSIDE
            for field in _fields(person.ids(TermRelation.WISH), self._words):
                served = field in self._of and bool((self._of[field] & mine).any())
                if not served:
                    self._found[field, where].append(Ref(person.number, person.name))

    def rows(self) -> tuple[WishGap, ...]:
        """The unserved wishes, those of most people first."""
        order = list(self._words.terms)
        ranked = sorted(
            self._found.items(),
            key=lambda one: (-len(one[1]), order.index(one[0][0]), one[0][1] == OUTSIDE, one[0][1]),
        )
        return tuple(
            WishGap(at, field, self._words.label(field), where, tuple(people))
            for at, ((field, where), people) in enumerate(ranked, start=1)
        )


class ProofTally:
    """Counts pairs from which one proof alone keeps the person away, or may do so.

    A proof nobody has asked for yet counts, too: the person needs it all the same.
    """

    def __init__(self, offers: Sequence[OfferFacts], setting: Setting) -> None:
        self._setting = setting
        self._all = [Ref(one.number, one.title) for one in offers]
        words = setting.words
        needed = [
            frozenset(words.of_kind(one.ids(TermRole.REQUIRED), TermKind.PROOF)) for one in offers
        ]
        self._asking = {
            proofs: np.array([one == proofs for one in needed], dtype=bool)
            for proofs in dict.fromkeys(needed)
            if proofs
        }
        self._people: dict[int, list[Ref]] = defaultdict(list)
        self._unasked: dict[int, int] = defaultdict(int)
        self._pairs: dict[int, int] = defaultdict(int)
        self._offers: dict[int, Flags] = {}

    def add(self, people: Sequence[PersonFacts], possible: Flags) -> None:
        """Count a block; `possible` is people × offers: nothing but proofs is in the way."""
        if not self._asking:
            return
        for person, mine in zip(people, possible, strict=True):
            held = {one.term_id for one in person.proofs if valid(one, self._setting.as_of)}
            held.update(person.ids(TermRelation.HAS))
            found: dict[int, Flags] = {}
            for proofs, asking in self._asking.items():
                missing = proofs - held
                if len(missing) == 1:
                    proof, opened = next(iter(missing)), mine & asking
                    found[proof] = found[proof] | opened if proof in found else opened
            self._count(person, found)

    def _count(self, person: PersonFacts, found: Mapping[int, Flags]) -> None:
        """Count what each proof would open for one person."""
        known = {one.term_id for one in person.proofs}
        for proof, opened in found.items():
            amount = int(np.count_nonzero(opened))
            if amount:
                self._people[proof].append(Ref(person.number, person.name))
                self._unasked[proof] += proof not in known
                self._pairs[proof] += amount
                self._offers[proof] = self._offers.get(proof, np.zeros_like(opened)) | opened

    def rows(self) -> tuple[ProofGap, ...]:
        """The proofs, the one that opens most first."""
        ranked = sorted(self._pairs, key=lambda one: (-self._pairs[one], one))
        return tuple(
            ProofGap(
                id=one,
                proof=self._setting.words.label(one),
                people=tuple(self._people[one]),
                unasked=self._unasked[one],
                offers=tuple(self._all[at] for at in np.flatnonzero(self._offers[one]).tolist()),
                pairs=self._pairs[one],
            )
            for one in ranked
        )


def _fields(ids: Sequence[int], words: Vocabulary) -> frozenset[int]:
    """The topmost fields of the fields among some terms."""
    return frozenset(
        ([one, *words.ancestors(one)])[-1] for one in words.of_kind(ids, TermKind.AREA)
    )
