"""The short code of an offer on a tick-off sheet: its number and a letter that finds slips.

The letter is the number modulo 23, as on Spanish identity cards: 23 is prime, so every wrong digit
and every swapped pair of neighbours gives another letter. A sheet that comes back late names the
same offer still.
"""

from __future__ import annotations

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""23 letters; I, O and Q are left out since they look like digits or like each other."""

LONGEST = 7
"""Digits of a number; with the letter the code fits the eight characters that are kept."""


def code_of(offer_id: int) -> str:
    """`214H` for offer 214."""
    return f"{offer_id}{LETTERS[offer_id % len(LETTERS)]}"


def offer_of(code: str) -> int | None:
    """The offer that a typed code means; None where digits and letter do not agree."""
    typed = "".join(code.split()).upper()
    digits, letter = typed[:-1], typed[-1:]
    if not (digits.isascii() and digits.isdigit() and len(digits) <= LONGEST):
        return None
    number = int(digits)
    return number if letter == LETTERS[number % len(LETTERS)] else None
