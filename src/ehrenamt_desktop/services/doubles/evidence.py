"""What two records say for and against being one person, each piece in bits.

A bit doubles the odds. Names come first and are judged in `judge.py`; here stand birth, numbers,
mail and address. A slip agrees less, a contradiction counts against, what is unknown says nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

from ehrenamt_desktop.model import likeness
from ehrenamt_desktop.model.text import digits
from ehrenamt_desktop.services.doubles.names import SLIPS, words
from ehrenamt_desktop.services.doubles.rarity import Rarity
from ehrenamt_desktop.services.doubles.sketch import Sketch

GENERATION = 12
"""Years from which two people of one name in one house are parent and child."""


YEAR = 5.8
"""Bits of one year of birth: people of 60 years come to the office."""

SECOND = 4.0
"""Bits from which a number, a mail or an address counts beside the name."""

STRONG = 8.0
"""Bits from which a number, a mail or an address puts two records under one roof."""


class Piece(NamedTuple):
    """One piece of evidence: its bits, and the German words for the reason if it speaks for."""

    bits: float = 0.0
    words: str = ""


NOTHING = Piece()


def birth(a: Sketch, b: Sketch) -> Piece:
    """Date or year of birth."""
    if a.day and b.day:
        return _days(a.day, b.day)
    if not (a.year and b.year):
        return NOTHING
    apart = abs(a.year - b.year)
    if not apart:
        return Piece(YEAR, "gleiches Geburtsjahr")
    if apart == 1:
        return Piece(-0.5)
    slip = OSA.distance(str(a.year), str(b.year)) == 1
    if slip:
        return Piece(-2.0 if apart < GENERATION else -9.0)
    return Piece(-10.0)


def _days(a: str, b: str) -> Piece:
    if a == b:
        return Piece(14.0, "gleiches Geburtsdatum")
    far = abs(int(a[:4]) - int(b[:4])) >= GENERATION
    turned = a[:4] == b[:4] and a[4:6] == b[6:] and a[6:] == b[4:6]
    if turned or OSA.distance(a, b) == 1:
        return Piece(2.0 if far else 7.0, "fast gleiches Geburtsdatum")
    if a[:4] == b[:4]:
        return Piece(-2.0 if a[4:6] == b[4:6] or a[6:] == b[6:] else -5.0)
    return Piece(-1.0 if a[4:] == b[4:] and not far else -12.0)


def phone(a: Sketch, b: Sketch, rarity: Rarity) -> Piece:
    """Numbers: a mobile says more than a landline, which a house shares."""
    for run in a.mobiles:
        if run in b.mobiles:
            return Piece(rarity.contact(run, 13.0), "gleiche Mobilnummer")
    for run in a.landlines:
        if run in b.landlines:
            most = 10.0 if len(run) >= likeness.MIN_PHONE else 5.0
            return Piece(rarity.contact(run, most), "gleiche Telefonnummer")
    near = _near_number(a, b)
    if near.bits or (a.mobiles and b.mobiles):
        return near
    return Piece(-1.5) if a.landlines and b.landlines else NOTHING


def other_mobile(a: Sketch, b: Sketch) -> float:
    """Bits against people who each have a mobile of their own, unless one is a slip of the other.

    A landline they share does not settle that: parents and children do.
    """
    if not (a.mobiles and b.mobiles) or set(a.mobiles) & set(b.mobiles):
        return 0.0
    slip = any(OSA.distance(one, other) == 1 for one in a.mobiles for other in b.mobiles)
    return 0.0 if slip else -3.5


def _near_number(a: Sketch, b: Sketch) -> Piece:
    """Numbers without the area code, or with one wrong digit."""
    best = NOTHING
    for one, other, most in (
        *((one, other, 9.0) for one in a.mobiles for other in b.mobiles),
        *((one, other, 5.5) for one in a.landlines for other in b.landlines),
    ):
        short, long = sorted((one, other), key=len)
        if len(short) >= 4 and long.endswith(short):
            best = max(best, Piece(min(9.0, len(short) + 2.0), "gleiche Telefonnummer"))
        elif len(short) >= 7 and OSA.distance(one, other, score_cutoff=1) <= 1:
            best = max(best, Piece(most, "fast gleiche Telefonnummer"))
    return best


def post(a: Sketch, b: Sketch, rarity: Rarity) -> Piece:
    """The e-mail address."""
    if not (a.mail and b.mail):
        return NOTHING
    if a.mail == b.mail:
        return Piece(rarity.contact(a.mail, 14.0), "gleiche E-Mail-Adresse")
    local, other = a.mail.partition("@")[0], b.mail.partition("@")[0]
    numbered = digits(a.mail) != digits(b.mail)
    begins = a.mail[0] == b.mail[0]  # a.meier and b.meier are two
    if begins and not numbered and OSA.distance(a.mail, b.mail) <= (2 if len(a.mail) > 14 else 1):
        return Piece(7.0, "fast gleiche E-Mail-Adresse")
    if local == other and len(local) >= 7:
        return Piece(6.0, "ähnliche E-Mail-Adresse")
    return Piece(-1.5)


def address(a: Sketch, b: Sketch, rarity: Rarity) -> Piece:
    """Street and house number."""
    if not (a.street and b.street):
        return NOTHING
    alike = words(a.street, b.street)
    apart = bool(a.postcode and b.postcode and a.postcode != b.postcode)
    if apart and OSA.distance(a.postcode, b.postcode) > 1:
        return Piece(-1.0)
    if alike < SLIPS:
        return Piece(-1.0)
    if not (a.house and b.house):
        return Piece(5.0 if alike == 1.0 else 3.0, "gleiche Straße")
    if a.house == b.house:
        whole = rarity.house(a, 10.0 if alike == 1.0 else 8.0)
        return Piece(whole - (3.0 if apart else 0.0), "gleiche Anschrift")
    near = OSA.distance(a.house, b.house) == 1
    return Piece(3.0 if near else 0.0)


def town(a: Sketch, b: Sketch, rarity: Rarity) -> Piece:
    """The village, where the street is not known."""
    if a.place and b.place:
        if a.place != b.place:
            return Piece(-1.5)
        return Piece(rarity.town(str(a.place)), "gleicher Ortsteil")
    if a.town and b.town:
        if words(a.town, b.town) < SLIPS:
            return Piece(-1.5)
        return Piece(rarity.town(a.town), "gleicher Ort")
    if a.postcode and b.postcode:
        return Piece(2.0, "gleiche Postleitzahl") if a.postcode == b.postcode else Piece(-1.5)
    return NOTHING
