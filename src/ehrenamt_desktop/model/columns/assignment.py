"""The columns of the overview: pairs that were found, people without one, choices of a person."""

from __future__ import annotations

from ehrenamt_desktop.model.assignment import Choice, EventOffer, LeftRow, PairRow
from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.matches import FitWord

_WORDS = list(FitWord)
_TONES = {
    FitWord.VERY_GOOD: Tone.GOOD,
    FitWord.GOOD: Tone.GOOD,
    FitWord.PARTLY: Tone.SOON,
    FitWord.TOO_LITTLE: Tone.SOFT,
}


def _rank(row: PairRow) -> str:
    return f"{row.rank}. in der Liste" if row.rank else ""


def _free(row: Choice) -> str:
    if row.now:
        return "jetzt vorgesehen"
    return "frei" if row.free else "vergeben"


PAIR_COLUMNS: tuple[Column[PairRow], ...] = (
    Column("person", "Person", lambda row: row.person, width=20),
    Column("offer", "Angebot", lambda row: row.offer, width=28),
    Column("word", "Passung", lambda row: row.word.label,
           value=lambda row: _WORDS.index(row.word), width=17,
           tone=lambda row: _TONES[row.word]),
    Column("reason", "Warum", lambda row: row.reason, width=44),
    Column("fixed", "Fest", lambda row: "fest" if row.fixed else "", width=6),
    Column("initiative", "Initiative", lambda row: row.initiative, width=26, shown=False),
    Column("place", "Ortsteil", lambda row: row.place, width=22, shown=False),
    Column("rank", "Rang", _rank, value=lambda row: row.rank, width=16, shown=False),
)  # fmt: skip

GROUP_COLUMNS = tuple(one for one in PAIR_COLUMNS if one.key != "fixed")
"""In a group no pair is held."""

EVENT_COLUMNS: tuple[Column[EventOffer], ...] = (
    Column("title", "Angebot", lambda row: row.title, width=34),
    Column("places", "Freie Plätze", lambda row: str(row.places), value=lambda row: row.places,
           align="right", width=13),
    Column("initiative", "Initiative", lambda row: row.initiative, width=30),
    Column("place", "Ortsteil", lambda row: row.place, width=22),
)  # fmt: skip

LEFT_COLUMNS: tuple[Column[LeftRow], ...] = (
    Column("person", "Person", lambda row: row.person, width=18),
    Column("reason", "Warum ohne Angebot", lambda row: row.reason, width=44),
    Column("place", "Ortsteil", lambda row: row.place, width=22, shown=False),
)

CHOICE_COLUMNS: tuple[Column[Choice], ...] = (
    Column("offer", "Angebot", lambda row: row.offer, width=30),
    Column("word", "Passung", lambda row: row.word.label,
           value=lambda row: _WORDS.index(row.word), width=17,
           tone=lambda row: _TONES[row.word]),
    Column("free", "Platz", _free, width=18,
           tone=lambda row: Tone.PLAIN if row.free or row.now else Tone.SOON),
    Column("initiative", "Initiative", lambda row: row.initiative, width=26),
)  # fmt: skip
