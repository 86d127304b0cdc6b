"""The facts of matching as plain columns: terms as bits, 64 to a column, for peers without arrays.

What is known of one record stands in its row: the ways to every place, how its rhythm goes with
every other, as a list. So the peers need no join beside the one of people with offers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ehrenamt_desktop.matching import criteria, gates
from ehrenamt_desktop.matching.arrays import RHYTHMS, Offers, People, amounts, named

Columns = dict[str, Any]


def bits(name: str, marks: Any) -> Columns:
    """Columns `name0`, `name1` … of 64 marks each."""
    found: Columns = {}
    for at in range(0, marks.shape[1], 64):
        part = (marks[:, at : at + 64] > 0).astype(np.uint64)
        weights = np.left_shift(np.uint64(1), np.arange(part.shape[1], dtype=np.uint64))
        found[f"{name}{at // 64}"] = (part * weights).sum(axis=1, dtype=np.uint64)
    return found


def people_columns(people: People, offers: Offers) -> Columns:
    """A row for each person."""
    ways = people.places.between(offers.places)[people.places.position]
    table = np.array([[criteria.rhythm_value(a, b) for b in RHYTHMS]
                      for a in RHYTHMS], dtype=float)  # fmt: skip
    return {
        "i": np.arange(len(people.ready), dtype=np.int32),
        "ready": people.ready,
        "age_low": people.age_low.astype(np.int16),
        "age_high": people.age_high.astype(np.int16),
        "max_km": people.max_km,
        "grid": people.grid.astype(np.int32),
        "hours": people.hours,
        "begins": people.available_from,
        "engaged": people.engaged_before,
        "areas": named(people.areas),
        "groups": named(people.groups),
        "wished": named(people.wishes),
        "motives": amounts(people.motives),
        "done": named(people.activities),
        "speaks": (people.languages >= 0).any(axis=1),
        **{f"told{at}": one for at, one in enumerate(people.told)},
        **bits("area", people.areas),
        **bits("kin_area", people.areas_kin),
        **bits("grp", people.groups),
        **bits("kin_grp", people.groups_kin),
        **bits("wish", people.wishes),
        **bits("motive", people.motives),
        **bits("able", people.abilities == 1),
        **bits("half", people.abilities == 0.5),
        **bits("act", people.activities),
        **bits("proven", people.proven),
        **bits("disproven", people.disproven),
        **bits("refuse", people.refuses),
        "ways": ways,
        "rhythms": table[people.rhythm],
        "languages": people.languages,
    }


def offer_columns(offers: Offers) -> Columns:
    """A row for each offer; it demands one language at most."""
    light, long = gates.youth_limits(offers)
    demanded = offers.languages.max(axis=1, initial=-1)
    return {
        "j": np.arange(len(offers.open), dtype=np.int32),
        "open": offers.open & offers.has_place,
        "min_age": offers.min_age.astype(np.int16),
        "max_age": offers.max_age.astype(np.int16),
        "place": offers.places.position.astype(np.int32) % (len(offers.places.places) + 1),
        "max_km": offers.max_km,
        "remote": offers.remote,
        "grid": offers.grid.astype(np.int32),
        "hours": offers.hours,
        "rhythm": offers.rhythm.astype(np.int32),
        "start": offers.start,
        "crowding": offers.crowding,
        "light": light,
        "long": long,
        "areas": named(offers.areas),
        "groups": named(offers.groups),
        "doings": amounts(offers.doings),
        "motives": named(offers.motives),
        "acts": amounts(offers.activities),
        "wanted": amounts(offers.wanted),
        "needed": amounts(offers.proofs),
        "language": np.where(demanded >= 0, offers.languages.argmax(axis=1), 0).astype(np.int32),
        "level": demanded.astype(np.int32),
        **{f"asks{at}": one for at, one in enumerate(offers.asks)},
        **bits("area", offers.areas),
        **bits("grp", offers.groups),
        **bits("doing", offers.doings),
        **bits("motive", offers.motives),
        **bits("act", offers.activities),
        **bits("must", offers.wanted == 2),
        **bits("may", offers.wanted == 1),
        **bits("proof", offers.proofs),
        **bits("about", offers.about),
    }
