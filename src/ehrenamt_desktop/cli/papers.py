"""Printed papers and reports."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehrenamt_desktop.cli.call import Line, office_of
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind, TermKind
from ehrenamt_desktop.model.sheets import SheetChoice, SheetSize, SheetVariant
from ehrenamt_desktop.model.text import fold

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office


def offer_list(call: argparse.Namespace) -> int:
    """Print the notice-board list of a place, a municipality, a field or of all."""
    with office_of(call) as office:
        office.papers.sheet(call.out, _choice(office, call), call.as_of, Line())
    print(f"Gedruckt: {call.out}")
    return 0


def poster(call: argparse.Namespace) -> int:
    """Print the poster of an offer with strips to tear off."""
    with office_of(call) as office:
        office.papers.poster(
            call.out, call.offer, call.as_of,
            strips=call.strips, size=SheetSize(call.format), variant=SheetVariant(call.variant),
        )  # fmt: skip
    print(f"Gedruckt: {call.out}")
    return 0


def letter(call: argparse.Namespace) -> int:
    """Print a letter: one that proposes offers to a person, or one with a text of the office."""
    if bool(call.offer) is bool(call.text) or (call.offer and call.person is None):
        raise DomainError(
            "Bitte nennen Sie entweder --person mit --offer (Vorschläge) oder --text (Brieftext)."
        )
    with office_of(call) as office:
        if call.offer:
            office.papers.proposal_letter(call.out, call.person, call.offer, Line())
        else:
            _write(office, call)
    print(f"Gedruckt: {call.out}")
    return 0


def _write(office: Office, call: argparse.Namespace) -> None:
    kind, number = (
        (Kind.PERSON, call.person) if call.initiative is None
        else (Kind.INITIATIVE, call.initiative)
    )  # fmt: skip
    parts = [answer.partition("=") for answer in call.answer]
    answers = {f"?{question.strip()}": words.strip() for question, _, words in parts}
    draft = office.letters.draft(kind, number, call.text, answers)
    office.letters.write(kind, number, draft, call.out)


def talk_sheet(call: argparse.Namespace) -> int:
    """Print the sheet for the talk with a person."""
    with office_of(call) as office:
        office.talk_sheets.talk_sheet(call.out, call.person, call.offer or (), Line())
    print(f"Gedruckt: {call.out}")
    return 0


def letterhead(call: argparse.Namespace) -> int:
    """Print a sample letter with the office's head and foot."""
    with office_of(call) as office:
        office.letterheads.sample_paper(call.out)
    print(f"Gedruckt: {call.out}")
    return 0


def board_round(call: argparse.Namespace) -> int:
    """Print what is to be hung up and taken down at which board."""
    with office_of(call) as office:
        office.boards.paper(call.out, call.as_of, Line())
    print(f"Gedruckt: {call.out}")
    return 0


def web_page(call: argparse.Namespace) -> int:
    """Write the page of open offers for the municipality's site."""
    with office_of(call) as office:
        office.papers.web_page(call.out, _choice(office, call), call.as_of)
    print(f"Geschrieben: {call.out}")
    return 0


def bulletin(call: argparse.Namespace) -> int:
    """Write the text for the municipal bulletin, as Word file or to the terminal."""
    with office_of(call) as office:
        wanted = call.offer or _choice(office, call)
        made = office.papers.bulletin(wanted, call.limit, call.as_of)
        if call.out is None:
            office.papers.copied(made)
            print(made.text)
            return 0
        office.papers.bulletin_docx(call.out, made)
    print(f"Geschrieben: {call.out} ({made.length} Zeichen)")
    return 0


def _choice(office: Office, call: argparse.Namespace) -> SheetChoice:
    """What a sheet is for: words become the names in the store."""
    towns = office.lists.municipalities()
    areas = [term.label for term in office.lists.terms(TermKind.AREA) if term.parent_id is None]
    return SheetChoice(
        place_id=_place(office, call.place) if call.place else None,
        municipality=_named(call.municipality, towns, "Gemeinde"),
        area=_named(call.field, areas, "Bereich"),
        size=SheetSize(getattr(call, "format", SheetSize.A4)),
        variant=SheetVariant(getattr(call, "variant", SheetVariant.USUAL)),
    )


def _named(text: str, names: Sequence[str], noun: str) -> str:
    """The name that is meant; empty stays empty."""
    found = [name for name in names if fold(name) == fold(text)] if text else [""]
    if not found:
        known = ", ".join(names)
        raise DomainError(f"{noun} „{text}“ ist nicht bekannt. Es gibt: {known}.")
    return found[0]


def _place(office: Office, text: str) -> int:
    """The number of a place named by its name, its label or its number."""
    places = office.lists.places()
    wanted = fold(text)
    for names in (
        {place.id: str(place.id) for place in places},
        {place.id: fold(place.label) for place in places},
        {place.id: fold(place.name) for place in places},
    ):
        found = [place for place in places if names[place.id] == wanted]
        if len(found) == 1:
            return found[0].id
        if found:
            labels = ", ".join(f"„{place.label}“" for place in found)
            raise DomainError(f"„{text}“ gibt es mehrmals: {labels}. Bitte nennen Sie eines davon.")
    raise DomainError(f"Den Ort „{text}“ gibt es nicht. Bitte prüfen Sie die Schreibweise.")
