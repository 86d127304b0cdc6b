"""How the commands of the library are called."""

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
from ehrenamt_desktop.model.enums import DocumentAudience, DocumentKind, HandOutWay


def add_documents(commands: argparse._SubParsersAction[Parser]) -> None:
    """Papers added, listed, searched, and read without the library."""
    command = commands.add_parser("documents", help="Unterlagen: hinzufügen, auflisten, suchen.")
    deeds = command.add_subparsers(required=True, metavar="WAS", parser_class=Parser)
    _add_adding(deeds)
    deed = command_of(deeds, "list", "Nennt die Unterlagen mit Ausgabe, Gültigkeit und Stand.")
    deed.add_argument("--due", action="store_true", help="nur, was zu prüfen oder abgelaufen ist")
    as_of_option(deed)
    json_option(deed)
    deed.set_defaults(run=later("documents", "list_"))
    deed = command_of(deeds, "search", "Sucht in Titeln, Stichwörtern und im Text der Unterlagen.")
    deed.add_argument("words", metavar="WORTE")
    as_of_option(deed)
    json_option(deed)
    deed.set_defaults(run=later("documents", "search"))
    _add_handing_out(deeds)
    deed = deeds.add_parser(
        "text", help="Zeigt den Text eines Papiers, ohne es zu öffnen.",
        description="Zeigt den Text eines Papiers (PDF, Word, Excel, OpenDocument, E-Mail, Text).",
    )  # fmt: skip
    deed.add_argument("file", type=Path, metavar="DATEI")
    json_option(deed)
    deed.set_defaults(run=later("documents", "text"))


def _add_handing_out(deeds: argparse._SubParsersAction[Parser]) -> None:
    deed = command_of(deeds, "pack", "Schlägt Unterlagen vor, oder händigt sie aus (--out).")
    whom = deed.add_mutually_exclusive_group(required=True)
    for name in ("person", "placement", "initiative", "offer"):
        whom.add_argument(f"--{name}", type=number, metavar="NR")
    deed.add_argument("--document", type=number, action="append", metavar="NUMMER",
                      help="nur diese Unterlagen, in dieser Reihenfolge")  # fmt: skip
    deed.add_argument("--way", choices=[one.value for one in HandOutWay], default="by_hand",
                      help="by_hand, post, mail oder folder")  # fmt: skip
    deed.add_argument("--out", type=Path, metavar="DATEI.pdf|.eml|ORDNER")
    json_option(deed)
    deed.set_defaults(run=later("hand_outs", "pack"))
    deed = command_of(deeds, "recall", "Wer alte Ausgaben hat; mit --out Briefe mit der neuen.")
    deed.add_argument("--document", type=number, metavar="NUMMER", help="nur diese Unterlage")
    deed.add_argument("--out", type=Path, metavar="DATEI.pdf")
    json_option(deed)
    deed.set_defaults(run=later("hand_outs", "recall"))
    deed = command_of(deeds, "rules", "Nennt die Regeln: wann welche Unterlage vorgeschlagen wird.")
    json_option(deed)
    deed.set_defaults(run=later("hand_outs", "rules"))


def add_forms(kinds: argparse._SubParsersAction[Parser]) -> None:
    """The office's own forms, as papers to print."""
    kind = command_of(kinds, "form", "Ein eigenes Formular; ohne Namen die Liste der Formulare.")
    kind.add_argument("name", nargs="?", metavar="NAME")
    kind.add_argument("--person", type=number, metavar="NR", help="für wen es ausgefüllt wird")
    kind.add_argument("--initiative", type=number, metavar="NR")
    kind.add_argument("--offer", type=number, metavar="NR")
    kind.add_argument("--out", type=Path, metavar="DATEI.pdf")
    kind.set_defaults(run=later("hand_outs", "form"))


def _add_adding(deeds: argparse._SubParsersAction[Parser]) -> None:
    deed = command_of(deeds, "add", "Fügt Dateien oder Ordner hinzu; dieselbe Datei nur einmal.")
    deed.add_argument("files", type=Path, nargs="+", metavar="DATEI|ORDNER")
    deed.add_argument("--document", type=number, metavar="NUMMER",
                      help="als neue Ausgabe dieser Unterlage")  # fmt: skip
    deed.add_argument("--accept", action="store_true",
                      help="vorgeschlagene neue Ausgaben übernehmen")  # fmt: skip
    deed.add_argument("--title", default="", metavar="TITEL", help="Titel einer neuen Unterlage")
    deed.add_argument("--kind", default="", choices=[one.value for one in DocumentKind])
    deed.add_argument("--audience", default="", choices=[one.value for one in DocumentAudience])
    deed.add_argument("--label", default="", metavar="FASSUNG", help="zum Beispiel „Stand 03/2026“")
    deed.add_argument("--valid-from", type=day, metavar="TAG")
    deed.add_argument("--valid-until", type=day, metavar="TAG")
    deed.add_argument("--review-on", type=day, metavar="TAG", help="wann sie zu prüfen ist")
    deed.add_argument("--source", default="", metavar="ADRESSE", help="woher sie kommt (https://…)")
    json_option(deed)
    deed.set_defaults(run=later("documents", "add"))
