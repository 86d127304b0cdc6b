"""What can be called: commands, their options and the functions that carry them out."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from ehrenamt_desktop import __version__
from ehrenamt_desktop.model.text import parse_day

NOUNS = ("people", "initiatives", "offers")


class Parser(argparse.ArgumentParser):
    """A parser whose refusal is a German sentence; exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and where help is."""
        self.print_usage(sys.stderr)
        self.exit(2, f"Der Aufruf stimmt nicht ({message}). Hilfe zeigt „{self.prog} --help“.\n")


def build() -> Parser:
    """The parser of all commands; `cli/opening` reads the call that only opens the window."""
    parser = Parser(prog="ehrenamt-desktop", description="Das Programm für die Ehrenamtsagentur.")
    parser.add_argument("--version", action="version", version=__version__)
    _store(parser, required=False)
    parser.set_defaults(run=_later("show", "window"))
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", parser_class=Parser)
    for add in (_add_safety, _add_lists, _add_placing, _add_papers, _add_show):
        add(commands)
    return parser


def _later(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """The function of a command, imported when it is called."""

    def run(call: argparse.Namespace) -> int:
        command = getattr(import_module(f"ehrenamt_desktop.cli.{module}"), name)
        return int(command(call) or 0)

    return run


def day(text: str) -> dt.date:
    """A date of an option, `2026-11-22` or `22.11.2026`."""
    found = parse_day(text)
    if found is None or not 1900 <= found.year <= 2200:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Datum von 1900 bis 2200")
    return found


def number(text: str) -> int:
    """A number of a record, or an amount: 1 or more."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**63):
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl ab 1")
    return int(text)


def _store(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    # a default on the subcommand would hide what stood before it
    absent = None if not required else argparse.SUPPRESS
    parser.add_argument("--store", type=Path, metavar="DATEI", default=absent,
                        help="der Bestand (….ehrenamt)")  # fmt: skip
    parser.add_argument("--passphrase-file", type=Path, metavar="DATEI", default=absent,
                        help="Datei mit dem Kennwort; sonst gilt EHRENAMT_PASSPHRASE")  # fmt: skip


def _command(
    commands: argparse._SubParsersAction[Parser], name: str, text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    _store(command)
    return command


def _as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of", type=day, metavar="TAG", help="Stichtag, sonst heute")


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="ein Objekt als JSON ausgeben")


def _add_safety(commands: argparse._SubParsersAction[Parser]) -> None:
    command = _command(commands, "new", "Legt einen leeren Bestand an.")
    command.set_defaults(run=_later("safety", "new"))
    command = _command(commands, "backup", "Sichert den Bestand in einen neuen Ordner.")
    command.add_argument("--to", type=Path, required=True, metavar="ORDNER")
    command.set_defaults(run=_later("safety", "backup"))
    command = _command(commands, "restore", "Stellt eine Sicherung als neuen Bestand her.")
    command.add_argument("backup", type=Path, metavar="SICHERUNG")
    command.set_defaults(run=_later("safety", "restore"))
    command = _command(commands, "check", "Prüft den Bestand.")
    _json(command)
    command.set_defaults(run=_later("safety", "check"))


def _add_lists(commands: argparse._SubParsersAction[Parser]) -> None:
    command = _command(commands, "import", "Liest eine Liste ein (Excel, ODS, CSV, vCard).")
    command.add_argument("noun", choices=NOUNS)
    command.add_argument("file", type=Path, metavar="DATEI")
    command.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts ändern")
    command.add_argument("--strict", action="store_true",
                         help="nichts ändern, wenn eine Zeile abgewiesen würde")  # fmt: skip
    command.add_argument("--mapping", type=Path, metavar="DATEI", help="Zuordnung der Spalten")
    command.add_argument("--sheet", default="", metavar="BLATT",
                         help="das Blatt der Tabelle, sonst das am besten passende")  # fmt: skip
    command.add_argument("--errors", type=Path, metavar="DATEI.xlsx",
                         help="abgewiesene Zeilen mit Grund")  # fmt: skip
    _as_of(command)
    _json(command)
    command.set_defaults(run=_later("lists", "import_"))
    command = _command(
        commands, "export", "Schreibt eine Liste (Excel, CSV, PDF; Personen auch vCard)."
    )
    command.add_argument("noun", choices=(*NOUNS, "placements"))
    command.add_argument("file", type=Path, metavar="DATEI")
    command.set_defaults(run=_later("lists", "export"))
    command = _command(commands, "doubles", "Nennt Personen, die doppelt eingetragen sind.")
    _json(command)
    command.set_defaults(run=_later("doubles", "doubles"))


def _add_placing(commands: argparse._SubParsersAction[Parser]) -> None:
    command = _command(commands, "match", "Zeigt passende Angebote oder Personen.")
    subject = command.add_mutually_exclusive_group(required=True)
    subject.add_argument("--person", type=number, metavar="NR")
    subject.add_argument("--offer", type=number, metavar="NR")
    command.add_argument("--top", type=number, default=None, metavar="ANZAHL")
    _as_of(command)
    _json(command)
    command.set_defaults(run=_later("placing", "match"))
    command = _command(commands, "propose", "Schlägt einer Person ein Angebot vor.")
    command.add_argument("--person", type=number, required=True, metavar="NR")
    command.add_argument("--offer", type=number, required=True, metavar="NR")
    command.add_argument("--on", type=day, metavar="TAG")
    command.add_argument("--reason", default="", metavar="GRUND",
                         help="warum trotz einer Voraussetzung, die nicht passt")  # fmt: skip
    command.set_defaults(run=_later("placing", "propose"))
    command = _command(commands, "place", "Führt eine Vermittlung weiter.")
    command.add_argument("--placement", type=number, required=True, metavar="NR")
    command.add_argument("--state", required=True, metavar="STATUS")
    command.add_argument("--on", type=day, metavar="TAG")
    command.add_argument("--reason", metavar="GRUND")
    command.set_defaults(run=_later("placing", "place"))


def _add_papers(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser("print", help="Druckt ein Papier als PDF.")
    kinds = command.add_subparsers(required=True, metavar="PAPIER", parser_class=Parser)
    kind = _command(kinds, "offer-list", "Die Angebotsliste für den Aushang.")
    kind.add_argument("--place", metavar="ORT", help="ein Ortsteil; sonst alle")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    _as_of(kind)
    kind.set_defaults(run=_later("papers", "offer_list"))
    kind = _command(kinds, "letter", "Der Brief mit Vorschlägen an eine Person.")
    kind.add_argument("--person", type=number, required=True, metavar="NR")
    kind.add_argument("--offer", type=number, required=True, action="append", metavar="NR")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=_later("papers", "letter"))
    command = commands.add_parser("report", help="Schreibt einen Bericht als Excel.")
    kinds = command.add_subparsers(required=True, metavar="BERICHT", parser_class=Parser)
    kind = _command(kinds, "council", "Die Gremienliste je Gemeinde und Bereich.")
    kind.add_argument("--from", type=day, required=True, dest="start", metavar="TAG")
    kind.add_argument("--to", type=day, required=True, dest="end", metavar="TAG")
    kind.add_argument("--municipality", default="", metavar="GEMEINDE", help="nur diese Gemeinde")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.xlsx")
    kind.set_defaults(run=_later("papers", "council"))


def _add_show(commands: argparse._SubParsersAction[Parser]) -> None:
    command = _command(commands, "demo", "Zeigt die Hauptaufgabe mit Vorführdaten.")
    command.add_argument("--out", type=Path, required=True, metavar="ORDNER")
    command.add_argument("--people", type=number, default=120, metavar="ANZAHL")
    command.add_argument("--initiatives", type=number, default=45, metavar="ANZAHL")
    command.add_argument("--offers", type=number, default=70, metavar="ANZAHL")
    command.add_argument("--seed", type=number, default=1, metavar="ZAHL")
    command.set_defaults(run=_later("show", "demo"))
    command = _command(commands, "screenshots", "Bildet jede Ansicht mit Vorführdaten ab.")
    command.add_argument("--out", type=Path, required=True, metavar="ORDNER")
    command.set_defaults(run=_later("show", "screenshots"))
