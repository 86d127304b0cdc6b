"""Who may open the store: passphrases of several people, and the recovery code."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import office_of, passphrase_in, passphrase_of, put_json
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Role


def list_(call: argparse.Namespace) -> int:
    """Name the passphrases there are."""
    with office_of(call) as office:
        found = office.keys.all()
    if call.json:
        put_json({"keys": [{"user": one.user, "role": one.role.value} for one in found]})
    else:
        for one in found:
            print(f"{one.user} ({one.role.label})")
    return 0


def change(call: argparse.Namespace) -> int:
    """Put a new passphrase in place of the one that opens the store."""
    new = passphrase_in(call.new_file)
    with office_of(call) as office:
        office.keys.change_passphrase(_own(call), new)
    print("Das Kennwort ist geändert.")
    return 0


def add(call: argparse.Namespace) -> int:
    """Give somebody else a passphrase."""
    new = passphrase_in(call.new_file)
    with office_of(call) as office:
        office.keys.add(_own(call), call.user, Role(call.role), new)
    print(f"Angelegt: {call.user} ({Role(call.role).label}).")
    return 0


def remove(call: argparse.Namespace) -> int:
    """Take a passphrase away."""
    with office_of(call) as office:
        wanted = [one for one in office.keys.all() if one.user.casefold() == call.user.casefold()]
        if not wanted:
            raise DomainError(f"„{call.user}“ hat kein Kennwort. „keys list“ nennt alle.")
        office.keys.remove(_own(call), wanted[0].number)
    print(f"Entfernt: {wanted[0].user}.")
    return 0


def new_code(call: argparse.Namespace) -> int:
    """Make a new recovery code: on a sheet, or told."""
    with office_of(call) as office:
        code = office.keys.new_code(_own(call))
        if call.out is not None:
            office.keys.write_sheet(code, call.out)
    if call.out is not None:
        print(f"Bitte ausdrucken, einschließen und die Datei löschen: {call.out}")
    else:
        print(f"Wiederherstellungscode (bitte ausdrucken und einschließen): {code}")
    return 0


def _own(call: argparse.Namespace) -> str:
    return passphrase_of(call) or ""
