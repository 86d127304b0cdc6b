"""How the commands of erasure are called."""

from __future__ import annotations

import argparse
from pathlib import Path

from ehrenamt_desktop.cli.options import (
    Parser,
    as_of_option,
    command_of,
    day,
    json_option,
    later,
    number,
)
from ehrenamt_desktop.model.enums import ArchiveAnswer


def add_erasures(commands: argparse._SubParsersAction[Parser]) -> None:
    """Who is due, the way through the archive, the last step."""
    command = commands.add_parser("erase", help="Aufbewahrung, Archiv und Löschung (Art. 17).")
    kinds = command.add_subparsers(required=True, metavar="WAS", parser_class=Parser)
    kind = command_of(kinds, "list", "Nennt, wer fällig ist oder die Löschung verlangt hat.")
    as_of_option(kind)
    json_option(kind)
    kind.set_defaults(run=later("erasures", "list_"))
    kind = command_of(kinds, "request", "Merkt vor, dass eine Person die Löschung verlangt.")
    kind.add_argument("person", type=number, metavar="NUMMER")
    kind.add_argument("--on", type=day, metavar="TAG", help="wann; sonst heute")
    kind.set_defaults(run=later("erasures", "request"))
    for name, words in (
        ("offer", "Bietet Personen dem Archiv an: Liste als PDF und CSV."),
        ("hand-over", "Gibt angebotene Datensätze für das Archiv aus."),
    ):
        kind = _people(kinds, name, words)
        kind.add_argument("--to", type=Path, required=True, metavar="ORDNER")
        kind.set_defaults(run=later("erasures", name.replace("-", "_")))
    kind = _people(kinds, "answer", "Trägt ein, was das Archiv geantwortet hat.")
    kind.add_argument("--answer", required=True, choices=[one.value for one in ArchiveAnswer])
    kind.add_argument("--on", type=day, metavar="TAG", help="wann; sonst heute")
    kind.add_argument("--file-number", default="", metavar="AKTENZEICHEN")
    kind.set_defaults(run=later("erasures", "answer"))
    kind = _people(kinds, "keep", "Nimmt Personen von der Löschung zurück.")
    kind.set_defaults(run=later("erasures", "keep"))
    kind = _people(kinds, "run", "Löscht freigegebene Personen endgültig.")
    kind.add_argument("--letters", type=Path, metavar="ORDNER",
                      help="für die Briefe an die Empfänger (Art. 19)")  # fmt: skip
    kind.add_argument("--confirm", type=number, metavar="ANZAHL",
                      help="wie viele es sind, wenn es viele sind")  # fmt: skip
    kind.set_defaults(run=later("erasures", "run"))


def _people(
    kinds: argparse._SubParsersAction[Parser], name: str, words: str
) -> argparse.ArgumentParser:
    kind = command_of(kinds, name, words)
    kind.add_argument("people", type=number, nargs="+", metavar="NUMMER")
    return kind
