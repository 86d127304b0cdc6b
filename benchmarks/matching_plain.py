"""The same work in plain Python: one pair after the other, terms as bits of whole numbers."""

from __future__ import annotations

import heapq
import math
from typing import Any

from benchmarks.matching_columns import Columns
from ehrenamt_desktop.model.rules.time_grid import WEEK

Record = dict[str, Any]


def records(columns: Columns) -> list[Record]:
    """A dictionary for each row; columns of bits become one whole number each."""
    merged: dict[str, list[Any]] = {}
    for name, values in columns.items():
        base = name.rstrip("0123456789")
        if name == base or values.dtype != "uint64":
            merged[name] = values.tolist()
        else:
            part = [one << 64 * int(name[len(base) :]) for one in values.tolist()]
            before = merged.get(base, [0] * len(part))
            merged[base] = [a | b for a, b in zip(before, part, strict=True)]
    return [dict(zip(merged, row, strict=True)) for row in zip(*merged.values(), strict=True)]


def best(person: Record, offers: list[Record], k: int) -> list[float]:
    """The scores of the `k` best offers for a person, falling."""
    found = (score(person, one) for one in offers)
    return heapq.nlargest(k, (one for one in found if one is not None))


def score(p: Record, o: Record) -> float | None:
    """The score of a pair under equal weights; None when a gate blocks."""
    km, limit = p["ways"][o["place"]], _least(p["max_km"], o["max_km"])
    if not _possible(p, o, km, limit):
        return None
    cover = _cover(p, o)
    rhythm = p["rhythms"][o["rhythm"]]
    mine = (
        _best(p["areas"] and o["areas"], p["area"] & o["area"], p["kin_area"] & o["area"])
        + (_share(p["wish"] & o["doing"], o["doings"]) if p["wished"] and o["doings"] else 0.5)
        + _best(p["groups"] and o["groups"], p["grp"] & o["grp"], p["kin_grp"] & o["grp"])
        + cover
        + _way(o, km, limit)
        + (0.5 if math.isnan(rhythm) else rhythm)
        + (_share(p["motive"] & o["motive"], p["motives"]) if _driven(p, o) else 0.5)
    ) / 7
    theirs = (_skills(p, o) + _experience(p, o) + cover + _language(p, o) + _start(p, o)) / 5
    mean = 2 * mine * theirs / (mine + theirs) if mine + theirs else 0.0
    return mean - 0.05 * float(o["crowding"])


def _possible(p: Record, o: Record, km: float, limit: float) -> bool:
    if not p["ready"] or not o["open"] or p["refuse"] & o["about"] or p["disproven"] & o["proof"]:
        return False
    low, high = p["age_low"], p["age_high"]
    if low >= 0:
        if (o["min_age"] >= 0 and high < o["min_age"]) or (0 <= o["max_age"] < low):
            return False
        if low < 18 and ((high <= 14 and not o["light"]) or (high < 18 and o["long"])):
            return False
    if p["grid"] & WEEK and o["grid"] & WEEK and not p["grid"] & o["grid"]:
        return False
    return bool(o["remote"] or not km > limit)


def _driven(p: Record, o: Record) -> bool:
    return bool(p["motives"] and o["motives"])


def _least(one: float, other: float) -> float:
    if math.isnan(one):
        return other
    return one if math.isnan(other) else min(one, other)


def _share(common: int, whole: float) -> float:
    return common.bit_count() / whole


def _best(known: bool, same: int, kin: int) -> float:
    return (1.0 if same else 0.5 if kin else 0.0) if known else 0.5


def _cover(p: Record, o: Record) -> float:
    if not (p["grid"] & WEEK and o["grid"] & WEEK) or math.isnan(o["hours"]):
        return 0.5
    if o["hours"] <= 0:
        return 1.0
    given = _least(p["hours"], 4 * (p["grid"] & o["grid"] & WEEK).bit_count())
    return min(1.0, given / float(o["hours"]))


def _way(o: Record, km: float, limit: float) -> float:
    limit = 20.0 if math.isnan(limit) else limit
    if o["remote"]:
        return 1.0
    if math.isnan(km):
        return 0.5
    if km > limit:
        return 0.0
    return 1.0 if km <= 3 else (limit - km) / max(limit - 3, 1e-9)


def _skills(p: Record, o: Record) -> float:
    if not o["wanted"]:
        return 1.0
    if not all(p[f"told{n}"] or not o[f"asks{n}"] for n in range(3)):
        return 0.5
    whole = (p["able"] & o["must"]).bit_count() * 2 + (p["able"] & o["may"]).bit_count()
    half = (p["half"] & o["must"]).bit_count() + (p["half"] & o["may"]).bit_count() / 2
    return float((whole + half) / o["wanted"])


def _experience(p: Record, o: Record) -> float:
    if not o["acts"] or not (p["done"] or p["engaged"]):
        return 0.5
    return max(_share(p["act"] & o["act"], o["acts"]), 0.5 if p["engaged"] else 0.0)


def _language(p: Record, o: Record) -> float:
    if o["level"] < 0:
        return 1.0
    if not p["speaks"]:
        return 0.5
    has = p["languages"][o["language"]]
    if has >= o["level"]:
        return 1.0
    return 0.5 if has in (0, o["level"] - 1) else 0.0


def _start(p: Record, o: Record) -> float:
    if math.isnan(p["begins"]):
        return 0.5
    return 1 - min(1.0, max(0.0, float(p["begins"] - o["start"]) / 90))
