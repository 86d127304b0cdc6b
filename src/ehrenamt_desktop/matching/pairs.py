"""One pair with all that its sentences speak of."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass, field

from ehrenamt_desktop.matching.arrays import valid
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import TermKind, TermRelation, TermRole
from ehrenamt_desktop.model.facts import OfferFacts, PairFact, PersonFacts, ProofFact
from ehrenamt_desktop.model.text import number

Found = dict[object, list[int]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and an offer on a day; `km` between them is NaN when unknown.

    `mine` and `theirs` keep what was found out about the person and the offer: the sentences ask
    for the same again and again. Pairs of one person may share the first, of one offer the second.
    """

    person: PersonFacts
    offer: OfferFacts
    words: Vocabulary
    as_of: dt.date
    km: float
    before: PairFact | None = None
    mine: Found = field(default_factory=dict, repr=False, compare=False)
    theirs: Found = field(default_factory=dict, repr=False, compare=False)

    @property
    def limit(self) -> float | None:
        """The stricter of the two limits in kilometres; None when neither side names one."""
        return min(
            (km for km in (self.person.max_km, self.offer.max_km) if km is not None), default=None
        )

    @property
    def distance(self) -> str:
        """`4,9 km`, `im Ort`, `von zu Hause aus`; empty when unknown."""
        if self.offer.remote:
            return "von zu Hause aus"
        if math.isnan(self.km):
            return ""
        return "im Ort" if self.same_place else f"{number(self.km)} km"

    @property
    def same_place(self) -> bool:
        """Whether both are in the same Ortsteil."""
        here, there = self.person.place, self.offer.place
        return here is not None and there is not None and here.id == there.id

    def wishes(self, *kinds: TermKind) -> list[int]:
        """The person's wishes of these kinds."""
        return _once(
            self.mine,
            (TermRelation.WISH, kinds),
            lambda: self.words.of_kind(self.person.ids(TermRelation.WISH), *kinds),
        )

    def has(self, *kinds: TermKind) -> list[int]:
        """What the person can or has of these kinds, valid proofs among them."""

        def find() -> list[int]:
            proofs = [one.term_id for one in self.person.proofs if valid(one, self.as_of)]
            found = self.words.of_kind([*self.person.ids(TermRelation.HAS), *proofs], *kinds)
            return list(dict.fromkeys(found))

        return _once(self.mine, (TermRelation.HAS, kinds), find)

    def about(self, *kinds: TermKind) -> list[int]:
        """What the offer is about, of these kinds."""
        return _once(
            self.theirs,
            (TermRole.ABOUT, kinds),
            lambda: self.words.of_kind(self.offer.ids(TermRole.ABOUT), *kinds),
        )

    def wanted(self) -> list[int]:
        """Skills, means of travel and wished proofs the offer asks for; required ones first."""
        return _once(self.theirs, TermRole.WISHED, self._wanted)

    def _wanted(self) -> list[int]:
        kinds = (TermKind.SKILL, TermKind.MOBILITY)
        required = self.words.of_kind(self.offer.ids(TermRole.REQUIRED), *kinds)
        wished = self.words.of_kind(self.offer.ids(TermRole.WISHED), *kinds, TermKind.PROOF)
        gated = self.needed_proofs()
        return [one for one in dict.fromkeys([*required, *wished]) if one not in gated]

    def needed_proofs(self) -> list[int]:
        """The proofs the offer cannot do without."""
        return self.words.of_kind(self.offer.ids(TermRole.REQUIRED), TermKind.PROOF)

    def proof(self, term_id: int) -> ProofFact | None:
        """The person's best entry on a proof: a valid one first, seen before unseen."""
        entries = [one for one in self.person.proofs if one.term_id == term_id]
        if term_id in self.person.ids(TermRelation.HAS):
            entries.append(ProofFact(term_id))
        entries.sort(key=lambda one: (not valid(one, self.as_of), one.verified_on is None))
        return entries[0] if entries else None

    def labels(self, ids: list[int]) -> str:
        """The words of some terms: `Vorlesen, Basteln`."""
        return ", ".join(self.words.label(one) for one in ids)

    def covers(self, mine: int, theirs: int) -> bool:
        """Whether a term of the person is the offer's term or a broader one."""
        return mine == theirs or mine in self.words.ancestors(theirs)


def _once(before: Found, key: object, find: Callable[[], list[int]]) -> list[int]:
    """What was found before under this key, or is found now."""
    found = before.get(key)
    if found is None:
        found = before[key] = find()
    return found
