"""Papers that say what somebody did, and the Ehrenamts-Card."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import Line, office_of, put_json
from ehrenamt_desktop.model.enums import CertificateKind
from ehrenamt_desktop.model.rules.card import Declared
from ehrenamt_desktop.model.text import count, day


def certificate(call: argparse.Namespace) -> int:
    """Print a certificate as the records say it; what they leave open is named."""
    kind = CertificateKind(call.kind)
    with office_of(call) as office:
        proposal = office.certificates.proposal(call.person, kind, call.placement or ())
        said = proposal.certificate
        competences = tuple(call.competence) or said.competences
        said = said._replace(school=call.school or said.school, competences=competences)
        office.certificates.write(call.out, call.person, said, Line())
    print(f"Gedruckt: {call.out}")
    for question in proposal.questions:
        print(f"Noch offen: {question}")
    return 0


def card(call: argparse.Namespace) -> int:
    """Say which conditions of the Ehrenamts-Card are met; with a file, print the letter."""
    declared = Declared(call.where, call.hours, call.since, call.paid)
    with office_of(call) as office:
        check = office.cards.check(call.person, declared)
        if call.out is not None:
            letter = office.cards.letter(call.person, declared)
            to = "\n".join([letter.to, *(call.to or ())])
            office.cards.write(call.out, call.person, letter._replace(to=to), Line())
    for one in check.conditions:
        beside = f" ({one.source})" if one.source else ""
        print(f"{one.name}: {one.standing.label}. {one.sentence}{beside}")
    if call.out is not None:
        print(f"Gedruckt: {call.out}")
    return 0


def honours(call: argparse.Namespace) -> int:
    """List who may be thanked, for what, since or from when."""
    with office_of(call) as office:
        rows = office.recognition.listed()
    if call.json:
        put_json({
            "honours": [
                {"person": one.person_id, "kind": one.honour.value, "what": one.what,
                 "on": one.on.isoformat() if one.on else None, "ask": one.more}
                for one in rows
            ]
        })  # fmt: skip
        return 0
    for one in rows:
        on = f", {day(one.on)}" if one.on else ""
        ask = f" Noch zu fragen: {one.more}." if one.more else ""
        print(f"Nr. {one.person_id} {one.name}: {one.honour.label}{on}. {one.what}.{ask}")
    print(count(len(rows), "Anlass", "Anlässe") if rows else "Zurzeit steht hier niemand.")
    return 0
