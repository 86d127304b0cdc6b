"""What is still open between two sides, in words: how far it can move a pair, and where."""

from __future__ import annotations

from collections.abc import Sequence

from ehrenamt_desktop.matching.ranking import word
from ehrenamt_desktop.model.matches import CriterionValue, Side

_DATIVE = {Side.PERSON: "der Person", Side.OFFER: "der Initiative"}
_SHARES = ((1.0 - 1e-9, "alles"), (0.75, "das meiste"), (0.5, "gut die Hälfte"))
"""Words for a known share of the weight, from the share on."""


def range_of(low: float, high: float) -> str:
    """Between which words a pair lies; one sentence.

    Args:
        low: the score if all unknowns were at their worst.
        high: the score if all unknowns were at their best.
    """
    if high - low < 1e-9:
        return "Das Ergebnis steht fest: Es ist nichts mehr offen."
    worst, best = word(low, 1.0), word(high, 1.0)
    if worst is best:
        return f"Bleibt bei „{worst.label}“, wie die offenen Angaben auch ausfallen."
    return f"Je nach den offenen Angaben: von „{worst.label}“ bis „{best.label}“."


def coverage_of(criteria: Sequence[CriterionValue]) -> str:
    """What share of the weight is known on each side, and which criteria are open."""
    known = {
        side: sum(one.weight for one in criteria if one.side is side and one.value is not None)
        for side in Side
    }
    words = [f"bei {_DATIVE[side]} {_share(value)}" for side, value in known.items()]
    sentence = f"Bekannt ist {' und '.join(words)}."
    missing = [f"{one.name.label} ({one.side.short})" for one in criteria if one.value is None]
    return f"{sentence} Offen: {', '.join(missing)}." if missing else sentence


def _share(known: float) -> str:
    return next((words for least, words in _SHARES if known >= least), "weniger als die Hälfte")
