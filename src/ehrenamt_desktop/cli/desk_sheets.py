"""Sheets to take along, to sign and to phone along; letters and sheets that ask."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import Line, office_of
from ehrenamt_desktop.model.desk_sheets import Meeting
from ehrenamt_desktop.model.matches import Side


def offer_sheet(call: argparse.Namespace) -> int:
    """Print one offer on a page."""
    with office_of(call) as office:
        office.desk_sheets.offer_sheet(call.out, call.offer, Line())
    print(f"Gedruckt: {call.out}")
    return 0


def attendance(call: argparse.Namespace) -> int:
    """Print a sheet to sign."""
    meeting = Meeting(call.title, call.on, call.time, call.where)
    with office_of(call) as office:
        sheets = office.desk_sheets
        people = sheets.of_view("people", call.view) if call.view else ()
        sheets.attendance(call.out, meeting, people, call.rows, Line())
    print(f"Gedruckt: {call.out}")
    return 0


def call_sheet(call: argparse.Namespace) -> int:
    """Print whom to phone."""
    with office_of(call) as office:
        sheets = office.desk_sheets
        numbers = sheets.of_view(call.noun, call.view)
        sheets.call_sheet(call.out, call.noun, numbers, call.reason, Line())
    print(f"Gedruckt: {call.out}")
    return 0


def statements(call: argparse.Namespace) -> int:
    """Print the page of statements for the young."""
    with office_of(call) as office:
        office.statements.write(call.out, Line())
    print(f"Gedruckt: {call.out}")
    return 0


def reply_slip(call: argparse.Namespace) -> int:
    """Print the letter of a follow-up to one side, with its slip."""
    with office_of(call) as office:
        office.reply_slips.write(call.out, call.follow_up, Side(call.side), Line())
    print(f"Gedruckt: {call.out}")
    return 0


def offer_round(call: argparse.Namespace) -> int:
    """Print the letters or the phone list of the round of offers; begin one if none is open."""
    with office_of(call) as office:
        rounds = office.rounds
        if rounds.current() is None:
            rounds.begin()
        (rounds.letters if call.by == "letter" else rounds.phone_list)(call.out, Line())
    print(f"Gedruckt: {call.out}")
    return 0
