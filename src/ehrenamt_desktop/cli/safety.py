"""New stores, safety copies and the check."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from ehrenamt_desktop.cli.call import Line, office_of, passphrase_of, put_json, store_of
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.columns.backups import COMPARED


def new(call: argparse.Namespace) -> int:
    """Make an empty office."""
    from ehrenamt_desktop.services.new_office import create_office

    code = create_office(store_of(call), passphrase=passphrase_of(call))
    kind = "verschlüsselt" if code is not None else "ohne Kennwort, unverschlüsselt"
    print(f"Angelegt ({kind}): {store_of(call)}")
    if code is not None and call.sheet is not None:
        with office_of(call) as office:
            office.keys.write_sheet(code, call.sheet)
        print(f"Bitte ausdrucken, einschließen und die Datei löschen: {call.sheet}")
    elif code is not None:
        print(f"Wiederherstellungscode (bitte ausdrucken und einschließen): {code}")
    return 0


def backup(call: argparse.Namespace) -> int:
    """Make a checked copy."""
    with office_of(call) as office:
        folder = office.backups.make(call.to, Line())
    print(f"Gesichert und geprüft: {folder}")
    return 0


def restore(call: argparse.Namespace) -> int:
    """Make a new store from a backup, put it in place of its own, or show the difference."""
    from ehrenamt_desktop.services.backups import replace
    from ehrenamt_desktop.services.backups import restore as restore_backup

    if call.preview:
        return _preview(call)
    if call.replace:
        with office_of(call) as office:
            if office.read_only:
                raise DomainError(office.store.refused)
            office.backups.keep()
            path, key = office.path, office.store.key
        aside = replace(call.backup, path, key)
        print(f"Wiederhergestellt und geprüft: {path}\nDer frühere Bestand: {aside}")
        return 0
    missing = restore_backup(call.backup, store_of(call), passphrase_of(call))
    print(f"Wiederhergestellt und geprüft: {store_of(call)}")
    if missing:
        print(
            f"{missing} Unterlagen liegen dieser Sicherung nicht bei. Bitte legen Sie die Dateien "
            "in der Bibliothek noch einmal hinzu."
        )
    return 0


def hand_over(call: argparse.Namespace) -> int:
    """Seal a copy for another desk; from then on this store is for reading."""
    with office_of(call) as office:
        folder = office.handing.hand_over(call.to, call.whom, Line())
    print(f"Übergeben und geprüft: {folder}")
    return 0


def take_back(call: argparse.Namespace) -> int:
    """Put what comes back in place of the store, when nothing is missing in it."""
    from ehrenamt_desktop.services.backups import replace

    if call.without and call.preview:
        raise DomainError("„--preview“ prüft eine Rückgabe; „--without“ hat keine.")
    with office_of(call) as office:
        if call.without:
            office.handing.go_on_here()
            print("Hier kann wieder gearbeitet werden.")
            return 0
        found = office.handing.examine(call.returned)
        path, key = office.path, office.store.key
    steps = "ein Schritt" if found.steps == 1 else f"{found.steps} Schritte"
    print(f"Vollständig; dort gemacht: {steps}.")
    _compare(found.then, found.now)
    if not call.preview:
        aside = replace(call.returned, path, key)
        print(f"Zurückgenommen und geprüft: {path}\nDer frühere Bestand: {aside}")
    return 0


def _compare(then: Mapping[str, int], now: Mapping[str, int]) -> None:
    for kind, words in COMPARED:
        print(f"{words:<15}{then[kind.value]:>8}   jetzt {now[kind.value]:>8}")


def _preview(call: argparse.Namespace) -> int:
    with office_of(call) as office:
        found = {one.table: one for one in office.backups.difference(call.backup)}
    for kind, words in COMPARED:
        one = found[kind.value]
        print(f"{words:<15}{one.then:>8}   heute {one.now:>8}")
    return 0


def check(call: argparse.Namespace) -> int:
    """Check a store; exit code 1 if a fault was found."""
    from ehrenamt_desktop.services.backups import check_store, verdict_of

    report = check_store(store_of(call), passphrase_of(call))
    if call.json:
        put_json(report.as_json())
    else:
        print(verdict_of(report).sentence)
    return 0 if report.sound else 1
