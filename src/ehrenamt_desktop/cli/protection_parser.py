"""How the commands of data protection are called."""

from __future__ import annotations

import argparse
from pathlib import Path

from ehrenamt_desktop.cli.options import Parser, command_of, day, json_option, later, number
from ehrenamt_desktop.model.enums import PrivacyPaperKind, RestrictionGround


def add_protection(commands: argparse._SubParsersAction[Parser]) -> None:
    """What people may ask for about their data."""
    command = command_of(
        commands, "restrict", "Lässt die Angaben einer Person nur noch aufbewahren (Art. 18)."
    )
    command.add_argument("person", type=number, metavar="NUMMER")
    ways = command.add_mutually_exclusive_group(required=True)
    ways.add_argument("--ground", choices=[one.value for one in RestrictionGround],
                      help="warum, nach Art. 18 Abs. 1 DSGVO")  # fmt: skip
    ways.add_argument("--lift", type=day, metavar="TAG",
                      help="aufheben; an diesem Tag wurde die Person unterrichtet")  # fmt: skip
    command.add_argument("--note", default="", metavar="TEXT", help="worum es geht")
    command.set_defaults(run=later("protection", "restrict"))
    command = command_of(
        commands, "disclose", "Schreibt auf, was über eine Person gespeichert ist (Art. 15)."
    )
    whose = command.add_mutually_exclusive_group(required=True)
    whose.add_argument("person", type=number, nargs="?", metavar="NUMMER")
    whose.add_argument("--contact", type=number, metavar="NUMMER",
                       help="eine Ansprechperson einer Initiative")  # fmt: skip
    command.add_argument("--to", type=Path, required=True, metavar="ORDNER",
                         help="hier entsteht ein Ordner mit PDF, JSON und Adresskarte")  # fmt: skip
    command.set_defaults(run=later("protection", "disclose"))
    command = command_of(
        commands, "age-out", "Löscht, was nicht länger aufbewahrt werden darf; sonst von selbst."
    )
    command.add_argument("--sure", action="store_true",
                         help="auch, wenn ungewöhnlich viel auf einmal zu löschen ist")  # fmt: skip
    command.add_argument("--undo-days", type=number, metavar="TAGE",
                         help="so lange lassen sich Schritte rückgängig machen")  # fmt: skip
    command.add_argument("--history-months", type=number, metavar="MONATE",
                         help="so lange lassen sich Änderungen nachlesen")  # fmt: skip
    json_option(command)
    command.set_defaults(run=later("ageing", "age_out"))


def add_privacy_papers(kinds: argparse._SubParsersAction[Parser]) -> None:
    """Add `print privacy-notice`, `register`, `measures`, `threshold` and `breach`."""
    kind = command_of(kinds, "privacy-notice", "Der Datenschutzhinweis (Art. 13 und 14).")
    kind.add_argument("--for", dest="kind", default=PrivacyPaperKind.NOTICE.value,
                      choices=[PrivacyPaperKind.NOTICE.value, PrivacyPaperKind.CONTACTS.value],
                      help="notice: für Freiwillige, contacts: für Ansprechpersonen")  # fmt: skip
    _out(kind)
    for name, words in _PAPERS.items():
        kind = command_of(kinds, name, words)
        kind.set_defaults(kind=name)
        _out(kind)


_PAPERS = {
    "register": "Das Verzeichnis der Verarbeitungstätigkeiten (Art. 30).",
    "measures": "Die technischen und organisatorischen Maßnahmen (Art. 32).",
    "threshold": "Die Schwellwertprüfung zur Folgenabschätzung (Art. 35).",
    "breach": "Das Meldeblatt bei einer Datenpanne (Art. 33).",
}


def _out(kind: argparse.ArgumentParser) -> None:
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("protection", "privacy_paper"))
