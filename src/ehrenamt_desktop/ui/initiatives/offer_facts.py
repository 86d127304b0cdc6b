"""An offer in words: head, overview, and what a notice board would say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.columns.offers import CLOCK_TONES, OFFER_COLUMNS, clock_words, places
from ehrenamt_desktop.model.columns.placements import PLACEMENT_COLUMNS
from ehrenamt_desktop.model.enums import (
    Commitment,
    OfferKind,
    OfferStage,
    Rhythm,
    TermRole,
)
from ehrenamt_desktop.model.rows import OfferDetail, OfferRow, PlacementRow, PlaceRow
from ehrenamt_desktop.model.rules import board
from ehrenamt_desktop.model.rules.stages import review_due
from ehrenamt_desktop.model.text import day, number
from ehrenamt_desktop.ui.initiatives.initiative_facts import joined
from ehrenamt_desktop.ui.record.head import Mark

_STAGE = next(one for one in OFFER_COLUMNS if one.key == "stage")
_STATE = next(one for one in PLACEMENT_COLUMNS if one.key == "state")
_PAPERS = (
    ("needs_efz", "Führungszeugnis, verlangt vom Träger"),
    ("needs_ifsg", "Belehrung nach Infektionsschutzgesetz"),
    ("needs_measles", "Masernschutz"),
    ("needs_nda", "Verschwiegenheit"),
)


@dataclass(frozen=True, slots=True)
class BoardWords:
    """What a notice board says of an offer."""

    title: str
    teaser: str
    where: str
    when: str
    needs: str


def belongs(detail: OfferDetail) -> str:
    """`Nr. 214 · Heimatverein Ulfen · Ulfen (Sontra)`."""
    return joined(f"Nr. {detail.id}", detail.row.initiative, detail.row.place)


def marks(detail: OfferDetail) -> list[Mark]:
    """The badges: stage, clock, free places, kind."""
    row = detail.row
    tone = _STAGE.tone(row) if _STAGE.tone else Tone.PLAIN
    if row.confirmed_on:
        confirmed = f"zuletzt bestätigt am {day(row.confirmed_on)}"
    else:
        confirmed = f"noch nie bestätigt, eingegangen am {day(detail.values['entered_on'])}"  # type: ignore[arg-type]
    until = detail.values["paused_until"]
    paused = f" bis {day(until)}" if until and row.stage is OfferStage.PAUSED else ""  # type: ignore[arg-type]
    found = [
        Mark(f"{row.stage.label}{paused}", tone),
        Mark(f"{clock_words(row.freshness)}, {confirmed}", CLOCK_TONES[row.freshness], "clock"),
        Mark(f"freie Plätze: {places(row)}"),
    ]
    if row.kind is OfferKind.HELP_REQUEST:
        found.append(Mark(row.kind.label, Tone.UNDER_WAY, "shield"))
    return found


def lines(detail: OfferDetail) -> list[tuple[str, str, bool]]:
    """Keys, words and whether Sichtschutz blanks them."""
    values, named = detail.values, {one.id: one for one in detail.contacts}
    contact = named.get(int(str(values["contact_id"] or 0)))
    about, required, wished = (_terms(detail, role) for role in TermRole)
    return [
        ("Ansprechperson", joined(contact.name, contact.phone) if contact else "", True),
        ("Beschreibung", str(values["description"]), False),
        ("Bereich", about, False),
        ("Erforderlich", required, False),
        ("Erwünscht", wished, False),
        ("Alter", _ages(values), False),
        ("Nachweise", joined(*(words for key, words in _PAPERS if values[key])), False),
        ("Umfang", _extent(values), False),
        ("Dauer", _span(values), False),
        ("Termine des Angebots", _dates(values), False),
        ("Einarbeitung", str(values["induction"]), False),
        ("Fortbildung", str(values["training"]), False),
        ("Das lernt man dabei", str(values["teaches"]), False),
        ("Auslagen", _money(values), False),
        ("Bus und Bahn", str(values["transit_note"]), False),
        ("Wem geholfen wird", joined(str(values["helped_name"]), str(values["helped_phone"])),
         True),
        ("Aufbewahrung", _kept(detail), False),
    ]  # fmt: skip


def board_words(values: Mapping[str, Any], place: PlaceRow | None) -> BoardWords:
    """What a notice board would say; understands raw values of the store and of the form."""
    rhythm = Rhythm(values["rhythm"]) if values["rhythm"] else None
    name, municipality = (place.name, place.municipality) if place else ("", "")
    kind = OfferKind(values["kind"])
    return BoardWords(
        title=str(values["title"]),
        teaser=str(values["teaser"]),
        where=board.where(kind, values["location"], name, municipality, bool(values["remote"])),
        when=board.when(
            values["time_text"], int(values["time_grid"] or 0), rhythm, values["starts_on"],
            values["ends_on"],
        ),
        needs=board.needs(values["requirements"], values["min_age"], values["trial_possible"]),
    )  # fmt: skip


def village(row: OfferRow) -> tuple[str, str, Mark]:
    """Where, free places, stage."""
    tone = _STAGE.tone(row) if _STAGE.tone else Tone.PLAIN
    words = f"freie Plätze: {places(row)}"
    return row.place or "ohne Ortsteil", words, Mark(row.stage.label, tone)


def placement(row: PlacementRow) -> tuple[str, str, Mark]:
    """Who, since when, state."""
    due = f"nächste Nachfrage {day(row.next_due)}" if row.next_due else ""
    tone = _STATE.tone(row) if _STATE.tone else Tone.PLAIN
    words = joined(f"seit {day(row.since)}", due, row.end_reason.label if row.end_reason else "")
    return row.person, words, Mark(row.state.label, tone)


def _terms(detail: OfferDetail, role: TermRole) -> str:
    return joined(
        *(
            f"{one.label} ({one.level.label})" if one.level else one.label
            for one in detail.terms
            if one.relation == role.value
        )
    )


def _extent(values: Mapping[str, Any]) -> str:
    hours, rhythm, commitment = values["hours_per_week"], values["rhythm"], values["commitment"]
    return ", ".join(
        part
        for part in (
            f"{number(hours)} Stunden pro Woche" if hours else "",
            Rhythm(rhythm).label if rhythm else "",
            Commitment(commitment).label if commitment else "",
        )
        if part
    )


def _span(values: Mapping[str, Any]) -> str:
    begin, end = values["starts_on"], values["ends_on"]
    return ", ".join(
        part
        for part in (
            f"ab {day(begin)}" if begin else "",
            f"bis {day(end)}" if end else "",
        )
        if part
    )


def _kept(detail: OfferDetail) -> str:
    """How long the helped person's name may be kept; it goes by itself (`services/ageing.py`)."""
    until = detail.helped_until
    return f"Name und Telefon werden nach dem {day(until)} von selbst gelöscht" if until else ""


def _dates(values: Mapping[str, Any]) -> str:
    """The four dates of the clock: entered, confirmed, review due, valid until."""
    entered, confirmed, valid = (
        values[key] for key in ("entered_on", "confirmed_on", "valid_until")
    )
    due = review_due(confirmed, entered)
    return ", ".join(
        part
        for part in (
            f"eingegangen {day(entered)}" if entered else "",
            f"bestätigt {day(confirmed)}" if confirmed else "",
            f"wieder abfragen ab {day(due)}" if due else "",
            f"gültig bis {day(valid)}" if valid else "",
        )
        if part
    )


def _ages(values: Mapping[str, Any]) -> str:
    low, high = values["min_age"], values["max_age"]
    if low is None and high is None:
        return ""
    if high is None:
        return f"ab {low} Jahren"
    return f"bis {high} Jahre" if low is None else f"{low} bis {high} Jahre"


def _money(values: Mapping[str, Any]) -> str:
    refund = {True: "werden erstattet", False: "werden nicht erstattet"}
    month = values["allowance_month"]
    return joined(
        refund.get(values["expense_refund"], ""),
        f"Aufwandsentschädigung {number(month)} Euro im Monat" if month else "",
    )
