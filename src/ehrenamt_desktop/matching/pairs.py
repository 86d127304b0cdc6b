"""One pair with all that its sentences speak of."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from ehrenamt_desktop.matching.arrays import valid
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import TermKind, TermRelation, TermRole
from ehrenamt_desktop.model.facts import OfferFacts, PairFact, PersonFacts, ProofFact
from ehrenamt_desktop.model.text import number


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and an offer on a day; `km` between them is NaN when unknown."""

    person: PersonFacts
    offer: OfferFacts
    words: Vocabulary
    as_of: dt.date
    km: float
    before: PairFact | None = None

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
        return self.words.of_kind(self.person.ids(TermRelation.WISH), *kinds)

    def has(self, *kinds: TermKind) -> list[int]:
        """What the person can or has of these kinds, valid proofs among them."""
        proofs = [one.term_id for one in self.person.proofs if valid(one, self.as_of)]
        found = self.words.of_kind([*self.person.ids(TermRelation.HAS), *proofs], *kinds)
        return list(dict.fromkeys(found))

    def about(self, *kinds: TermKind) -> list[int]:
        """What the offer is about, of these kinds."""
        return self.words.of_kind(self.offer.ids(TermRole.ABOUT), *kinds)

    def wanted(self) -> list[int]:
        """Skills, means of travel and wished proofs the offer asks for; required ones first."""
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
