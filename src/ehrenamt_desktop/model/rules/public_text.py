"""What may stand on a notice board: nothing that names or reaches a helped person."""

from __future__ import annotations

import re

_TITLE_NAME = re.compile(r"\b(?:Frau|Herrn?|Familie|Fam\.)\s+[A-ZÄÖÜ][\w.\-]*")
_INITIALS = re.compile(r"\b(?:Frau|Herrn?)\s+[A-ZÄÖÜ]\.")
_PHONE = re.compile(r"(?<![\d.])(?:\+49|0)[\d\s/()\-–.]{5,}\d")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_AGE = re.compile(r"\b(?:\d{1,3}[- ]?jährige[nrs]?|(?:ist|bin)\s+\d{1,3}\s+Jahre)\b", re.I)


def findings(text: str) -> tuple[str, ...]:
    """German sentences on what should not be published in `text`; empty if nothing was found."""
    checks = (
        (_INITIALS, "Ein abgekürzter Name wie „Frau K.“ kann eine Person erkennbar machen."),
        (_TITLE_NAME, "Hier steht ein Name. Auf Aushängen stehen keine Namen."),
        (_PHONE, "Hier steht eine Telefonnummer. Auf Aushängen steht nur die der Agentur."),
        (_EMAIL, "Hier steht eine E-Mail-Adresse. Auf Aushängen steht nur die der Agentur."),
        (_AGE, "Hier steht ein Alter. Auf Aushängen steht kein Alter einer Person."),
    )
    return tuple(sentence for pattern, sentence in checks if pattern.search(text))
