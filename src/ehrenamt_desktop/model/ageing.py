"""What went because its time was over, in words."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.text import count, day

_MUCH = "Das ist ungewöhnlich viel auf einmal."


class AgedOut(NamedTuple):
    """What went, or would go while `held` says why it did not.

    Attributes:
        clearances: placements that lose both days of the clearance certificate.
        helped: help requests that lose name and phone of the helped person.
        steps: steps of the journal that go.
        held: why the program asks first; empty where it does not.
    """

    clearances: int = 0
    helped: int = 0
    steps: int = 0
    held: str = ""

    @property
    def anything(self) -> bool:
        """Whether there is something to delete."""
        return bool(self.clearances or self.helped or self.steps)

    @property
    def words(self) -> str:
        """`3 Namen in Hilfegesuchen, 2 alte Änderungen`; empty for nothing."""
        words = (
            (self.clearances, "Führungszeugnis-Angabe", "Führungszeugnis-Angaben"),
            (self.helped, "Name in Hilfegesuchen", "Namen in Hilfegesuchen"),
            (self.steps, "alte Änderung", "alte Änderungen"),
        )
        return ", ".join(count(*one) for one in words if one[0])

    @property
    def question(self) -> str:
        """What is asked before anything of it goes."""
        return f"Nach Ablauf der Fristen zu löschen: {self.words}. {self.held}"


def why_held(last_on: dt.date | None, today: dt.date, *, jumped: bool) -> str:
    """Why the program asks first, in a sentence."""
    if not jumped or last_on is None:
        return _MUCH
    return (
        f"Zuletzt wurde am {day(last_on)} geprüft, nach der Uhr dieses Rechners ist heute der "
        f"{day(today)}. Bitte löschen Sie nur, wenn das stimmt."
    )
