"""Printed papers and reports."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ehrenamt_desktop.cli.call import Line, office_of
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.text import fold

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office


def offer_list(call: argparse.Namespace) -> int:
    """Print the notice-board list of a place or of all."""
    with office_of(call) as office:
        place_id = _place(office, call.place) if call.place else None
        office.papers.offer_list(call.out, place_id, call.as_of, Line())
    print(f"Gedruckt: {call.out}")
    return 0


def letter(call: argparse.Namespace) -> int:
    """Print the letter that proposes offers to a person."""
    with office_of(call) as office:
        office.papers.proposal_letter(call.out, call.person, call.offer, Line())
    print(f"Gedruckt: {call.out}")
    return 0


def council(call: argparse.Namespace) -> int:
    """Write the council list of a period."""
    with office_of(call) as office:
        office.papers.council_list(
            call.out, call.start, call.end, call.municipality, progress=Line()
        )
    print(f"Geschrieben: {call.out}")
    return 0


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
