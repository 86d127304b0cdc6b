"""The columns of the gaps on the screen, with exact counts; paper has its own (`reports`)."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.gaps import OfferGap, PersonGap, ProofGap, Ref, WishGap


def _idea(row: WishGap) -> str:
    if row.initiative_id is not None:
        return "in Gründung"
    return "Idee" if row.idea else ""


OFFER_GAP_COLUMNS: tuple[Column[OfferGap], ...] = (
    Column("title", "Angebot", lambda row: row.title, width=30),
    Column("why", "Woran es liegt", lambda row: row.why, width=52),
    Column("others", "Außerdem", lambda row: row.others, width=30),
    Column("initiative", "Initiative", lambda row: row.initiative, width=26, shown=False),
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=16, shown=False),
)
PERSON_GAP_COLUMNS: tuple[Column[PersonGap], ...] = (
    Column("name", "Person", lambda row: row.name, width=22),
    Column("why", "Was am meisten öffnen würde", lambda row: row.why, width=58),
    Column("opens", "Angebote", lambda row: str(row.opens), value=lambda row: row.opens,
           align="right", width=11),
    Column("place", "Ortsteil", lambda row: row.place, width=22),
)  # fmt: skip
WISH_GAP_COLUMNS: tuple[Column[WishGap], ...] = (
    Column("area", "Bereich", lambda row: row.area, width=34),
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=24),
    Column("people", "Personen", lambda row: str(row.amount), value=lambda row: row.amount,
           align="right", width=11),
    Column("idea", "Initiative", _idea, width=14,
           tone=lambda row: Tone.UNDER_WAY if row.initiative_id is not None else Tone.GOOD),
)  # fmt: skip
PROOF_GAP_COLUMNS: tuple[Column[ProofGap], ...] = (
    Column("proof", "Nachweis", lambda row: row.proof, width=26),
    Column("people", "Personen", lambda row: str(len(row.people)),
           value=lambda row: len(row.people), align="right", width=11),
    Column("unasked", "davon nicht gefragt", lambda row: str(row.unasked),
           value=lambda row: row.unasked, align="right", width=20),
    Column("offers", "Angebote", lambda row: str(len(row.offers)),
           value=lambda row: len(row.offers), align="right", width=11),
    Column("pairs", "Möglichkeiten", lambda row: str(row.pairs), value=lambda row: row.pairs,
           align="right", width=15),
)  # fmt: skip
WHO_COLUMNS: tuple[Column[Ref], ...] = (
    Column("name", "Person", lambda row: row.name, width=28),
)  # fmt: skip
WHAT_COLUMNS: tuple[Column[Ref], ...] = (
    Column("title", "Angebot", lambda row: row.name, width=28),
)  # fmt: skip
