"""New stores, safety copies and the check."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import Line, office_of, passphrase_of, put_json, store_of


def new(call: argparse.Namespace) -> int:
    """Make an empty office."""
    from ehrenamt_desktop.services.office import create_office

    code = create_office(store_of(call), passphrase=passphrase_of(call))
    kind = "verschlüsselt" if code is not None else "ohne Kennwort, unverschlüsselt"
    print(f"Angelegt ({kind}): {store_of(call)}")
    if code is not None:
        print(f"Wiederherstellungscode (bitte ausdrucken und einschließen): {code}")
    return 0


def backup(call: argparse.Namespace) -> int:
    """Make a checked copy."""
    with office_of(call) as office:
        folder = office.backups.make(call.to, Line())
    print(f"Gesichert und geprüft: {folder}")
    return 0


def restore(call: argparse.Namespace) -> int:
    """Make a new store from a backup."""
    from ehrenamt_desktop.services.backups import restore as restore_backup

    restore_backup(call.backup, store_of(call), passphrase_of(call))
    print(f"Wiederhergestellt und geprüft: {store_of(call)}")
    return 0


def check(call: argparse.Namespace) -> int:
    """Check a store; exit code 1 if a fault was found."""
    from ehrenamt_desktop.services.backups import check_store

    report = check_store(store_of(call), passphrase_of(call))
    if call.json:
        put_json(report.as_json())
    elif report.sound:
        total = sum(report.counts.values())
        print(f"Der Bestand ist in Ordnung ({total} Einträge geprüft).")
    else:
        print("\n".join(report.faults))
    return 0 if report.sound else 1
