"""The gap report as it may leave the house: small counts protected, nobody named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.gaps import IDEA_FROM, GapReport, OfferGap, ProofGap, WishGap
from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.rules import small_counts
from ehrenamt_desktop.model.text import count, day

TITLE = "Lückenbericht"

LEGEND: Mapping[str, str] = {
    "Wer zählt": "Personen, die suchen, nicht ruhen, auf keine Antwort warten und nirgends dabei "
    "sind; Angebote mit einem Platz, der weder besetzt noch jemandem vorgeschlagen ist.",
    "Woran es liegt": "Die Voraussetzung, an der die meisten Personen scheitern. Eine Person kann "
    "an mehreren scheitern. Was nicht bekannt ist, steht niemandem im Weg.",
    "Was am meisten öffnen würde": "Die Voraussetzung, ohne die den Personen die meisten Angebote "
    "passen würden; fehlt überall mehreres, die häufigste.",
    "Bereich": "Gewünschter Bereich nach der Gliederung des Freiwilligensurveys, in dem der Person "
    "zurzeit nichts passt. Wer mehrere Bereiche wünscht, zählt in jedem.",
    "Gemeinde": "Bei Personen die Gemeinde des Wohnortes, bei Angeboten die des Einsatzortes.",
    "Idee": f"Ab {IDEA_FROM} Personen mit demselben Wunsch lohnt es, eine Initiative zu gründen.",
    "Nachweis": "Was einer Person als Einziges fehlt; nicht gefragte Personen zählen mit.",
    "Möglichkeiten": "Paare aus Person und Angebot, die mit dem Nachweis möglich würden.",
    "Kleine Zahlen": f"1 und 2 stehen als „{small_counts.SMALL}“; „fast alle“ heißt alle bis auf "
    f"1 oder 2. Wo eine Summe dabeisteht: {small_counts.NOTE}",
}


_WITHHELD = "Woran es liegt, steht hier nicht, damit niemand erkennbar wird."


class GateLine(NamedTuple):
    """How many people a gate keeps from everything."""

    gate: str
    people: str


class Table(NamedTuple):
    """One part of the report; `empty` is said where there is nothing."""

    title: str
    about: str
    columns: tuple[Column[Any], ...]
    rows: Sequence[Any]
    empty: str


def summary(found: GapReport) -> str:
    """What the report is about, small counts protected."""
    if small_counts.is_small(found.people):
        free = count(found.offers, "Angebot hat", "Angebote haben")
        return f"{small_counts.SMALL} Personen suchen etwas, {free} einen freien Platz."
    return found.summary


def facts(found: GapReport, office: OfficeInfo) -> Mapping[str, str]:
    """What stands above and on the last sheet."""
    return {
        "Stand": day(found.as_of),
        "Herausgeber": office.carrier or office.name,
        "Auskunft": f"{office.name}, {office.phone}".strip(", "),
    }


def tables(found: GapReport) -> tuple[Table, ...]:
    """The four parts in the order of the screen."""
    gates, amount = _gates(found)
    none = f"{amount} von {small_counts.under(found.people)} Personen passt zurzeit nichts."
    none = none[0].upper() + none[1:]
    return (
        Table(
            "Angebote, zu denen niemand passt",
            f"{len(found.offer_gaps)} von {count(found.offers, 'Angebot', 'Angeboten')}",
            OFFER_COLUMNS,
            sorted(found.offer_gaps, key=_offer_rank),
            "Zu jedem Angebot passt jemand.",
        ),
        Table("Personen, zu denen nichts passt", none, GATE_COLUMNS, gates,
              f"{none} {_WITHHELD}" if found.person_gaps else "Zu jeder Person passt etwas."),
        Table(
            "Wünsche, die kein Angebot erfüllt",
            f"Ab {IDEA_FROM} Personen in einer Gemeinde ist das eine Idee für eine Initiative.",
            WISH_COLUMNS,
            sorted(found.wishes, key=lambda one: (-_rank(one.amount), one.area_id)),
            "Jeder Wunsch hat ein Angebot.",
        ),
        Table(
            "Nachweise, die fehlen",
            "Was eine Schulung öffnen würde: Diese Nachweise fehlen als Einziges.",
            PROOF_COLUMNS,
            sorted(found.proofs, key=lambda one: (-_rank(len(one.people)), one.id)),
            "Kein Nachweis allein hält jemanden ab.",
        ),
    )  # fmt: skip


def _rank(amount: int) -> int:
    """What orders a list: small counts are alike, or the order would tell them apart."""
    return 1 if small_counts.is_small(amount) else amount


def _offer_rank(row: OfferGap) -> tuple[int, int]:
    amount = row.gates[0].amount
    alike = row.people if small_counts.is_small(row.people - amount) else _rank(amount)
    return -alike, row.id


def _gates(found: GapReport) -> tuple[list[GateLine], str]:
    """How many people each gate keeps away, and how many they are."""
    amounts = Counter(one.gate for one in found.person_gaps)
    gates = [one for one in Gate if one in amounts]
    if not gates:
        return [], "0"
    (shown,), total = small_counts.protected([amounts[one] for one in gates])
    if total is None:
        return [], small_counts.under(len(found.person_gaps))
    lines = [
        GateLine(one.label, small_counts.text(amount))
        for one, amount in zip(gates, shown, strict=True)
    ]
    return lines, str(total)


def _why(row: OfferGap) -> str:
    first = row.gates[0]
    some = small_counts.share(first.amount, row.people, "Person", "Personen")
    return f"{first.gate.label}: {some} {row.verbs[1]}"


def _others(row: OfferGap) -> str:
    return ", ".join(f"{one.gate.label} {_some(one.amount, row.people)}" for one in row.gates[1:])


def _some(amount: int, total: int) -> str:
    """A part of a total, without the noun."""
    if small_counts.is_small(total - amount):
        return "fast alle"
    return small_counts.under(amount)


def _unasked(row: ProofGap) -> str:
    if small_counts.is_small(len(row.people)):
        return small_counts.HIDDEN
    return _some(row.unasked, len(row.people))


def _pairs(row: ProofGap) -> str:
    return small_counts.HIDDEN if small_counts.is_small(len(row.people)) else str(row.pairs)


def _cell(amount: int) -> str | int:
    """A count as Excel keeps it: a number unless it is protected."""
    return small_counts.SMALL if small_counts.is_small(amount) else amount


def _idea(row: WishGap) -> str:
    if row.initiative_id is not None:
        return "in Gründung"
    return "ja" if row.idea else ""


OFFER_COLUMNS: tuple[Column[OfferGap], ...] = (
    Column("title", "Angebot", lambda row: row.title, width=34),
    Column("initiative", "Initiative", lambda row: row.initiative, width=28),
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=19),
    Column("why", "Woran es liegt", _why, width=52),
    Column("others", "Außerdem", _others, width=30),
)
GATE_COLUMNS: tuple[Column[GateLine], ...] = (
    Column("gate", "Was am meisten öffnen würde", lambda row: row.gate, width=40),
    Column("people", "Personen", lambda row: row.people, align="right", width=14),
)
WISH_COLUMNS: tuple[Column[WishGap], ...] = (
    Column("area", "Bereich", lambda row: row.area, width=44),
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=24),
    Column("people", "Personen", lambda row: small_counts.under(row.amount),
           value=lambda row: _cell(row.amount), align="right", width=14),
    Column("idea", "Idee", _idea, width=14),
)  # fmt: skip
PROOF_COLUMNS: tuple[Column[ProofGap], ...] = (
    Column("proof", "Nachweis", lambda row: row.proof, width=36),
    Column("people", "Personen", lambda row: small_counts.under(len(row.people)),
           value=lambda row: _cell(len(row.people)), align="right", width=14),
    Column("unasked", "davon nicht gefragt", _unasked, align="right", width=20),
    Column("offers", "Angebote", lambda row: str(len(row.offers)),
           value=lambda row: len(row.offers), align="right", width=14),
    Column("pairs", "Möglichkeiten", _pairs, align="right", width=16),
)  # fmt: skip
