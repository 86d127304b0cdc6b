"""What may stand on a notice board: nothing that names or reaches a helped person."""

from __future__ import annotations

import re

_TITLES = r"(?:Frau|Fr\.|Herrn?|Hr\.|Familie|Fam\.)"
_TITLE_NAME = re.compile(rf"\b{_TITLES}\s+(?:(?:Dr\.|von|van|zu)\s+)*[A-ZÄÖÜ][\w.\-]*")
_INITIALS = re.compile(rf"\b{_TITLES}\s+[A-ZÄÖÜ]\.")
_CLOCK = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\b\d{1,2}[.:]\d{2}\b")
"""Dates and times of day, which are no phone numbers."""
_PHONE = re.compile(r"(?<![\d.])(?:\+49|0)[\d\s/()\-–.]{5,}\d")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_AGE = re.compile(
    r"\b(?:\d{1,3}[- ]?jährige[nrs]?|(?:ist|bin)\s+\d{1,3}\s+Jahre|\d{1,3}\s+Jahre\s+alt)\b", re.I
)


def findings(text: str) -> tuple[str, ...]:
    """German sentences on what should not be published in `text`; empty if nothing was found."""
    checks = (
        (_INITIALS, "Ein abgekürzter Name wie „Frau K.“ kann eine Person erkennbar machen."),
        (_TITLE_NAME, "Hier steht ein Name. Auf Aushängen stehen keine Namen."),
        (_PHONE, "Hier steht eine Telefonnummer. Auf Aushängen steht nur die der Agentur."),
        (_EMAIL, "Hier steht eine E-Mail-Adresse. Auf Aushängen steht nur die der Agentur."),
        (_AGE, "Hier steht ein Alter. Auf Aushängen steht kein Alter einer Person."),
    )
    timeless = _CLOCK.sub(" ; ", text)
    return tuple(
        sentence
        for pattern, sentence in checks
        if pattern.search(timeless if pattern is _PHONE else text)
    )
