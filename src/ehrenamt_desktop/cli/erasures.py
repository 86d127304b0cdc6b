"""Erasure without a window: who is due, what the archive is offered and says, the last step."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import Line, office_of, put_json
from ehrenamt_desktop.model.enums import ArchiveAnswer
from ehrenamt_desktop.model.text import count, day


def list_(call: argparse.Namespace) -> int:
    """Name who is due, by number only."""
    with office_of(call) as office:
        rows = office.erasures.listed(call.as_of)
    if call.json:
        put_json({"people": [
            {"id": one.id, "stage": one.stage.value, "why": one.why, "since": one.since.isoformat()}
            for one in rows
        ]})  # fmt: skip
        return 0
    for one in rows:
        print(f"Nr. {one.id}: {one.stage.label}, {one.why}, seit {day(one.since)}")
    print(f"{count(len(rows), 'Person', 'Personen')}.")
    return 0


def request(call: argparse.Namespace) -> int:
    """Note that a person asked to be erased."""
    with office_of(call) as office:
        office.erasures.request(call.person, call.on)
    print("Die Löschung ist vorgemerkt.")
    return 0


def offer(call: argparse.Namespace) -> int:
    """Offer people to the archive."""
    with office_of(call) as office:
        made = office.erasures.offer(call.people, call.to, Line())
    print(f"Geschrieben: {made}")
    return 0


def hand_over(call: argparse.Namespace) -> int:
    """Write the records for the archive."""
    with office_of(call) as office:
        made = office.erasures.hand_over(call.people, call.to, Line())
    print(f"Geschrieben: {made}")
    return 0


def answer(call: argparse.Namespace) -> int:
    """Note what the archive said."""
    with office_of(call) as office:
        office.erasures.answer(
            call.people, ArchiveAnswer(call.answer), call.on, call.file_number
        )  # fmt: skip
    print("Die Antwort ist eingetragen; die Personen sind freigegeben.")
    return 0


def keep(call: argparse.Namespace) -> int:
    """Take people back."""
    with office_of(call) as office:
        office.erasures.keep(call.people)
    print("Die Personen bleiben.")
    return 0


def run(call: argparse.Namespace) -> int:
    """Erase people for good."""
    with office_of(call) as office:
        done = office.erasures.erase(call.people, call.letters, call.confirm, Line())
        office.backups.keep()
    print(f"{count(done.people, 'Person', 'Personen')} gelöscht.")
    if done.path is not None:
        print(f"{count(done.letters, 'Brief', 'Briefe')} an Empfänger: {done.path}")
    for one in done.files:
        print(f"Liegt noch außerhalb, bitte löschen: {one}")
    return 0
