"""How the commands of safe keeping are called."""

from __future__ import annotations

import argparse
from pathlib import Path

from ehrenamt_desktop.cli.options import Parser, command_of, json_option, later
from ehrenamt_desktop.model.enums import Role


def add_safety(commands: argparse._SubParsersAction[Parser]) -> None:
    """New stores, keys, safety copies and the check."""
    command = command_of(commands, "new", "Legt einen leeren Bestand an.")
    command.set_defaults(run=later("safety", "new"))
    command.add_argument("--sheet", type=Path, metavar="DATEI.pdf",
                         help="der Wiederherstellungscode als Blatt")  # fmt: skip
    _add_keys(commands)
    command = command_of(commands, "backup", "Sichert den Bestand in einen neuen Ordner.")
    command.add_argument("--to", type=Path, required=True, metavar="ORDNER")
    command.set_defaults(run=later("safety", "backup"))
    command = command_of(commands, "restore", "Stellt eine Sicherung als neuen Bestand her.")
    command.add_argument("backup", type=Path, metavar="SICHERUNG")
    ways = command.add_mutually_exclusive_group()
    ways.add_argument("--preview", action="store_true",
                      help="nur zeigen, was sie enthält und was heute da ist")  # fmt: skip
    ways.add_argument("--replace", action="store_true",
                      help="an die Stelle des Bestands setzen; der bleibt daneben")  # fmt: skip
    command.set_defaults(run=later("safety", "restore"))
    command = command_of(commands, "hand-over", "Übergibt den Arbeitsplatz; hier wird gelesen.")
    command.add_argument("--to", type=Path, required=True, metavar="ORDNER")
    command.add_argument("--whom", required=True, metavar="NAME", help="wer ihn bekommt")
    command.set_defaults(run=later("safety", "hand_over"))
    command = command_of(commands, "take-back", "Nimmt einen übergebenen Arbeitsplatz zurück.")
    ways = command.add_mutually_exclusive_group(required=True)
    ways.add_argument("returned", type=Path, nargs="?", metavar="RÜCKGABE")
    ways.add_argument("--without", action="store_true",
                      help="ohne Rückgabe: was dort eingetragen wurde, ist aufgegeben")  # fmt: skip
    command.add_argument("--preview", action="store_true", help="nur prüfen, nichts ändern")
    command.set_defaults(run=later("safety", "take_back"))
    command = command_of(commands, "check", "Prüft den Bestand.")
    json_option(command)
    command.set_defaults(run=later("safety", "check"))


def _add_keys(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser("keys", help="Kennwörter und Wiederherstellungscode.")
    kinds = command.add_subparsers(required=True, metavar="WAS", parser_class=Parser)
    kind = command_of(kinds, "list", "Nennt, wer ein Kennwort hat.")
    json_option(kind)
    kind.set_defaults(run=later("keys", "list_"))
    kind = command_of(kinds, "change", "Ändert das Kennwort, mit dem Sie öffnen.")
    kind.add_argument("--new-file", type=Path, required=True, metavar="DATEI",
                      help="Datei mit dem neuen Kennwort")  # fmt: skip
    kind.set_defaults(run=later("keys", "change"))
    kind = command_of(kinds, "add", "Gibt noch jemandem ein Kennwort, höchstens vieren.")
    kind.add_argument("--user", required=True, metavar="NAME", help="wem es gehört")
    kind.add_argument("--role", choices=[one.value for one in Role], default=Role.STAND_IN.value,
                      help="coordinator, stand_in oder reader (nur lesen)")  # fmt: skip
    kind.add_argument("--new-file", type=Path, required=True, metavar="DATEI",
                      help="Datei mit dem neuen Kennwort")  # fmt: skip
    kind.set_defaults(run=later("keys", "add"))
    kind = command_of(kinds, "remove", "Nimmt jemandem das Kennwort.")
    kind.add_argument("--user", required=True, metavar="NAME", help="wem es gehört")
    kind.set_defaults(run=later("keys", "remove"))
    kind = command_of(kinds, "new-code", "Macht einen neuen Wiederherstellungscode.")
    kind.add_argument("--out", type=Path, metavar="DATEI.pdf", help="als Blatt; sonst nur genannt")
    kind.set_defaults(run=later("keys", "new_code"))
