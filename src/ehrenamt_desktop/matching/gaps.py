"""The gaps of the whole office: offers that fit nobody, people nothing fits, wishes, proofs.

Everybody meets every offer in blocks; only gates are asked, since what is possible is not weighed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ehrenamt_desktop.matching import gap_sentences, gates
from ehrenamt_desktop.matching.arrays import Codes, Flags, Floats, Offers, People, TermTable
from ehrenamt_desktop.matching.gap_terms import ProofTally, WishTally
from ehrenamt_desktop.matching.lists import Setting
from ehrenamt_desktop.matching.meeting import CROSSING
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.gaps import (
    OUTSIDE,
    GapReport,
    GateCount,
    OfferGap,
    PersonGap,
)
from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.model.progress import QUIET, Progress

BLOCK = 128
"""People looked at together."""
NEAREST = 100
"""Offers among which it is counted what would open them for a person."""
_GATES = tuple(Gate)
_PROOF = _GATES.index(Gate.PROOF)


@dataclass(slots=True)
class _Tally:
    """What is counted over all blocks, by offer."""

    fits: Codes
    shut: Codes
    person_gaps: list[PersonGap] = field(default_factory=list)


def find_gaps(
    people: Sequence[PersonFacts],
    offers: Sequence[OfferFacts],
    setting: Setting,
    progress: Progress = QUIET,
) -> GapReport:
    """The gaps between these people and these offers.

    Args:
        people: who looks for something.
        offers: what has a free place.
        setting: words and day; weights do not matter.
        progress: told after each block.

    Raises:
        Cancelled: the user stopped.
    """
    table = TermTable(setting.words)
    columns = Offers.of(offers, table, setting.as_of)
    none = np.zeros(len(offers), dtype=np.int64)
    tally = _Tally(none, np.zeros((len(_GATES), len(offers)), dtype=np.int64))
    wishes = WishTally(offers, setting.words)
    proofs = ProofTally(offers, setting)
    for start in range(0, len(people), BLOCK):
        progress.step(start, len(people), "Lücken werden gesucht")
        some = people[start : start + BLOCK]
        rows = People.of(some, table, setting.as_of)
        km = CROSSING.kilometres(rows.places, columns.places)
        shut = gates.answers(rows, columns, km) == gates.BLOCK
        blocks = shut.sum(axis=0)
        tally.fits += (blocks == 0).sum(axis=0)
        tally.shut += shut.sum(axis=1)
        if offers:
            tally.person_gaps += _person_gaps(some, offers, shut, blocks, km, setting)
        wishes.add(some, blocks == 0)
        proofs.add(some, blocks == shut[_PROOF])
    progress.step(len(people), len(people), "Lücken werden gesucht")
    return GapReport(
        as_of=setting.as_of,
        people=len(people),
        offers=len(offers),
        offer_gaps=_offer_gaps(people, offers, tally, setting),
        person_gaps=tuple(sorted(tally.person_gaps, key=lambda one: (-one.opens, one.id))),
        wishes=wishes.rows(),
        proofs=proofs.rows(),
    )


def _offer_gaps(
    people: Sequence[PersonFacts], offers: Sequence[OfferFacts], tally: _Tally, setting: Setting
) -> tuple[OfferGap, ...]:
    found = []
    for at in np.flatnonzero(tally.fits == 0).tolist() if people else ():
        offer, amounts = offers[at], tally.shut[:, at].tolist()
        ranked = sorted(range(len(_GATES)), key=lambda gate: (-amounts[gate], gate))
        counts = tuple(GateCount(_GATES[gate], amounts[gate]) for gate in ranked if amounts[gate])
        pair = Pair(people[0], offer, setting.words, setting.as_of, float("nan"))
        found.append(
            OfferGap(
                id=offer.number,
                title=offer.title,
                initiative=offer.initiative,
                municipality=offer.place.municipality if offer.place is not None else "",
                gates=counts,
                verbs=gap_sentences.verbs(counts[0].gate, pair),
                people=len(people),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.gates[0].amount, one.id)))


def _person_gaps(
    people: Sequence[PersonFacts],
    offers: Sequence[OfferFacts],
    shut: Flags,
    blocks: Codes,
    km: Floats,
    setting: Setting,
) -> list[PersonGap]:
    """The people of a block whom nothing fits, each with what would open most."""
    found = []
    for at in np.flatnonzero((blocks > 0).all(axis=1)).tolist():
        alone = shut[:, at] & (blocks[at] == 1)
        opens = alone.sum(axis=1)
        gate, amount = int(opens.argmax()), int(opens.max())
        if amount:
            nearest = np.flatnonzero(alone[gate])
            nearest = nearest[np.argsort(km[at, nearest], kind="stable")][:NEAREST]
            pairs = [
                Pair(people[at], offers[one], setting.words, setting.as_of, float(km[at, one]))
                for one in nearest.tolist()
            ]
            why = gap_sentences.person_why(_GATES[gate], pairs, amount)
        else:
            often = shut[:, at].sum(axis=1)
            gate = int(often.argmax())
            why = gap_sentences.several_why(_GATES[gate], int(often[gate]), len(offers))
        found.append(_person_gap(people[at], _GATES[gate], amount, why))
    return found


def _person_gap(person: PersonFacts, gate: Gate, opens: int, why: str) -> PersonGap:
    place = person.place
    return PersonGap(
        id=person.number,
        name=person.name,
        place=place.label if place is not None else "",
        municipality=place.municipality if place is not None and place.member else OUTSIDE,
        gate=gate,
        opens=opens,
        why=why,
    )
