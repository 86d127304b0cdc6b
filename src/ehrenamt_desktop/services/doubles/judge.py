"""Whether two records are one person: names first, then what else speaks for and against.

The evidence is added up in bits against the odds that any two people are one (Fellegi and Sunter,
A Theory for Record Linkage, 1969). Two things depend on each other and are not simply added: who
shares a surname also shares a house, a number and often a mail address. So under one roof only the
first name and the birth decide.
"""

from __future__ import annotations

from typing import NamedTuple

from ehrenamt_desktop.services.doubles import evidence, names
from ehrenamt_desktop.services.doubles.evidence import NOTHING, STRONG, Piece
from ehrenamt_desktop.services.doubles.names import Likeness
from ehrenamt_desktop.services.doubles.rarity import Rarity
from ehrenamt_desktop.services.doubles.sketch import Sketch

CLAIM = 3.0
"""Bits from which a pair is a claim: 8 to 1, the prior odds already counted in."""

HINT = 1.0
"""Bits from which a pair is worth a quiet hint while typing."""

ROOF = 6.2
"""Bits of two records of one surname under one roof with the same first name, before anything is
known of birth: parents and children of one name are rarer than people entered twice."""


class Pair(NamedTuple):
    """Two people who may be one; `a` is the lower number."""

    a: int
    b: int
    score: float
    reason: str
    bits: float


def judge(a: Sketch, b: Sketch, rarity: Rarity) -> Pair | None:
    """The pair, if there is anything in it; see `CLAIM` for what is claimed."""
    alike = names.compare(a.first, a.last, b.first, b.last)
    if 0 <= alike.first < names.INITIAL or (alike.first < 0 and alike.last < names.SLIPS):
        return None
    if a.mark and b.mark and a.mark != b.mark:
        return None
    born = evidence.birth(a, b)
    shared = (
        evidence.phone(a, b, rarity), evidence.post(a, b, rarity), evidence.address(a, b, rarity),
    )  # fmt: skip
    village = NOTHING if shared[2].bits > 0 else evidence.town(a, b, rarity)
    against = _against(a, b, shared, village)
    bits = born.bits + against
    if alike.last and any(one.bits >= STRONG for one in shared):
        bits += _under_one_roof(a, b, alike, shared)
    else:
        bits += _apart(a, b, alike, shared, village, rarity) - rarity.prior
    if not _second(alike, born, shared, village) or alike.first < 0:
        bits = min(bits, CLAIM - 1.0)
    if bits < HINT:
        return None
    low, high = sorted((a.number, b.number))
    return Pair(low, high, _score(bits), _reason(alike, born, shared, village), bits)


def _apart(
    a: Sketch, b: Sketch, alike: Likeness, shared: tuple[Piece, ...], village: Piece, rarity: Rarity
) -> float:
    """Names, numbers and addresses as far as they are independent of each other."""
    last = rarity.last(a.last, b.last)
    first = rarity.first(a.first, b.first) if a.first and b.first else 0.0
    if alike.swapped:
        last = max(last, 6.0)
    surname = last - _loss(alike.last) if alike.last else -5.0
    given = min(first, 3.0) if alike.first == names.INITIAL else first - _loss(alike.first)
    roof = sorted((max(0.0, one.bits) for one in shared), reverse=True)
    if alike.last:
        roof = sorted([surname, *roof], reverse=True)
        surname = 0.0
    return surname + given + roof[0] + 0.5 * sum(roof[1:]) + max(0.0, village.bits)


def _under_one_roof(a: Sketch, b: Sketch, alike: Likeness, shared: tuple[Piece, ...]) -> float:
    """Bits of one surname, one roof and one first name; a mobile is rarely shared."""
    strong = sum(one.bits >= STRONG for one in shared) + bool(set(a.mobiles) & set(b.mobiles))
    weak = {names.SHORT: 0.6, names.SLIP: 0.8, names.SLIPS: 1.8, names.INITIAL: 2.5, -1.0: 3.5}
    return ROOF + (strong - 1) - sum(weak.get(one, 0.0) for one in (alike.first, alike.last))


def _against(a: Sketch, b: Sketch, shared: tuple[Piece, ...], village: Piece) -> float:
    """Bits that speak against the pair; who moves changes street, village and landline at once."""
    number, mail, house = (min(0.0, one.bits) for one in shared)
    home = min(house, village.bits, 0.0)
    bits = mail + min(number, home) + evidence.other_mobile(a, b)
    if a.sex and b.sex and a.sex != b.sex:
        bits -= 5.0
    if a.mark != b.mark:
        bits -= 3.0
    return bits


def _second(alike: Likeness, born: Piece, shared: tuple[Piece, ...], village: Piece) -> bool:
    """Whether more than the name speaks for the pair.

    A year of birth needs the village beside it, a new surname two pieces of evidence.
    """
    said = sum(one.bits >= evidence.SECOND for one in shared)
    said += born.bits > evidence.YEAR or (born.bits == evidence.YEAR and village.bits >= 0)
    return said >= (1 if alike.last else 2)


def _loss(likeness: float) -> float:
    """Bits an alike name says less than an equal one."""
    return {names.SAME: 0.0, names.SHORT: 0.7, names.SLIP: 2.0, names.PART: 1.5}.get(likeness, 3.0)


def _score(bits: float) -> float:
    """From 0 to 1; a claim has 0.9 and more."""
    return round(1 / (1 + 2 ** -((bits - CLAIM) / 2 + 3.17)), 3)


def _reason(alike: Likeness, born: Piece, shared: tuple[Piece, ...], village: Piece) -> str:
    said = [_name_words(alike)]
    said += [one.words for one in (born, *shared, village) if one.bits > 0 and one.words]
    return ", ".join(said)


def _name_words(alike: Likeness) -> str:
    if alike.swapped:
        return "Vor- und Nachname vertauscht"
    if alike.first < 0:
        return "gleicher Nachname" if alike.last == names.SAME else "ähnlicher Nachname"
    if alike.exact:
        return "gleicher Name"
    if not alike.last:
        return "gleicher Vorname" if alike.first == names.SAME else "ähnlicher Vorname"
    if alike.last in (names.PART, 0.75, 0.7):
        return "ein Teil des Nachnamens gleich"
    return "ähnlicher Name"
