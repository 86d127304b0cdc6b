"""What people may ask for about their data, and the papers of data protection."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import Line, office_of
from ehrenamt_desktop.model.enums import PrivacyPaperKind, RestrictionGround


def disclose(call: argparse.Namespace) -> int:
    """Write the disclosure of a person's or a contact person's data into a folder."""
    with office_of(call) as office:
        if call.contact is None:
            made = office.disclosures.write(call.person, call.to, Line())
        else:
            made = office.disclosures.write_contact(call.contact, call.to, Line())
    print(f"Geschrieben: {made}")
    return 0


def restrict(call: argparse.Namespace) -> int:
    """Restrict the processing of a person's data, or lift it."""
    with office_of(call) as office:
        if call.lift is not None:
            office.restrictions.lift(call.person, call.lift)
            print("Die Einschränkung ist aufgehoben.")
        else:
            ground = RestrictionGround(call.ground)
            office.restrictions.restrict(call.person, ground, call.note)
            print("Die Verarbeitung ist eingeschränkt.")
    return 0


def privacy_paper(call: argparse.Namespace) -> int:
    """Print a notice, the register, the measures, the threshold check or the breach sheet."""
    with office_of(call) as office:
        office.privacy_papers.write(PrivacyPaperKind(call.kind), call.out, Line())
    print(f"Gedruckt: {call.out}")
    return 0
