"""What can be called: commands, their options and the functions that carry them out."""

from __future__ import annotations

import argparse
from pathlib import Path

from ehrenamt_desktop import __version__
from ehrenamt_desktop.cli.document_parser import add_documents, add_forms
from ehrenamt_desktop.cli.erasure_parser import add_erasures
from ehrenamt_desktop.cli.options import (
    Parser,
    as_of_option,
    command_of,
    day,
    json_option,
    later,
    number,
    store_options,
)
from ehrenamt_desktop.cli.protection_parser import add_privacy_papers, add_protection
from ehrenamt_desktop.cli.safety_parser import add_safety
from ehrenamt_desktop.model.enums import CertificateKind

NOUNS = ("people", "initiatives", "offers")


def build() -> Parser:
    """The parser of all commands; `cli/opening` reads the call that only opens the window."""
    parser = Parser(prog="ehrenamt-desktop", description="Das Programm für die Ehrenamtsagentur.")
    parser.add_argument("--version", action="version", version=__version__)
    store_options(parser, required=False)
    parser.set_defaults(run=later("show", "window"))
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", parser_class=Parser)
    for add in (
        add_safety, add_protection, add_erasures, _add_lists, _add_placing, _add_papers,
        _add_reports, add_documents, _add_show,
    ):  # fmt: skip
        add(commands)
    return parser


def _add_lists(commands: argparse._SubParsersAction[Parser]) -> None:
    command = command_of(commands, "import", "Liest eine Liste ein (Excel, ODS, CSV, vCard).")
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
    as_of_option(command)
    json_option(command)
    command.set_defaults(run=later("lists", "import_"))
    command = command_of(
        commands, "export", "Schreibt eine Liste (Excel, CSV, PDF; Personen auch vCard)."
    )
    command.add_argument("noun", choices=(*NOUNS, "placements"))
    command.add_argument("file", type=Path, metavar="DATEI")
    command.add_argument("--purpose", default="", metavar="ZWECK",
                         help="wofür die Liste ist; dann steht sie unter Unterlagen")  # fmt: skip
    command.add_argument("--delete-on", type=day, metavar="TAG",
                         help="erinnert ans Löschen der Datei; sonst in 30 Tagen")  # fmt: skip
    command.set_defaults(run=later("lists", "export"))
    command = command_of(commands, "grants", "Nennt Förderprogramme, oder wer Anträge stellt.")
    command.add_argument("--programme", type=number, metavar="NR", help="die Initiativen dazu")
    as_of_option(command)
    json_option(command)
    command.set_defaults(run=later("grants", "grants"))
    command = command_of(commands, "doubles", "Nennt Personen, die doppelt eingetragen sind.")
    json_option(command)
    command.set_defaults(run=later("doubles", "doubles"))
    command = command_of(commands, "recognition", "Nennt, wem zu danken ist, und wofür.")
    json_option(command)
    command.set_defaults(run=later("recognition", "honours"))


def _add_placing(commands: argparse._SubParsersAction[Parser]) -> None:
    command = command_of(commands, "match", "Zeigt passende Angebote oder Personen.")
    subject = command.add_mutually_exclusive_group(required=True)
    subject.add_argument("--person", type=number, metavar="NR")
    subject.add_argument("--offer", type=number, metavar="NR")
    command.add_argument("--top", type=number, default=None, metavar="ANZAHL")
    command.add_argument("--search", default="", metavar="WORTE",
                         help="zeigt nur, was zu diesen Worten passt")  # fmt: skip
    as_of_option(command)
    json_option(command)
    command.set_defaults(run=later("placing", "match"))
    command = command_of(commands, "propose", "Schlägt einer Person ein Angebot vor.")
    command.add_argument("--person", type=number, required=True, metavar="NR")
    command.add_argument("--offer", type=number, required=True, metavar="NR")
    command.add_argument("--on", type=day, metavar="TAG")
    command.add_argument("--reason", default="", metavar="GRUND",
                         help="warum trotz einer Voraussetzung, die nicht passt")  # fmt: skip
    command.set_defaults(run=later("placing", "propose"))
    command = command_of(commands, "place", "Führt eine Vermittlung weiter.")
    command.add_argument("--placement", type=number, required=True, metavar="NR")
    command.add_argument("--state", required=True, metavar="STATUS")
    command.add_argument("--on", type=day, metavar="TAG")
    command.add_argument("--reason", metavar="GRUND")
    command.set_defaults(run=later("placing", "place"))


def _recipients(kind: argparse.ArgumentParser) -> None:
    kind.add_argument("noun", choices=("people", "initiatives"))
    some = kind.add_mutually_exclusive_group()
    some.add_argument("--view", default="", metavar="ANSICHT", help="nur diese Ansicht der Liste")
    some.add_argument("--number", type=number, action="append", metavar="NR", help="nur diese")
    kind.add_argument("--households", action="store_true", help="einer je Haushalt")


def _add_serial(kinds: argparse._SubParsersAction[Parser]) -> None:
    kind = command_of(kinds, "serial", "Ein Serienbrief an alle einer Liste.")
    _recipients(kind)
    kind.add_argument("--text", required=True, metavar="BRIEFTEXT", help="Titel oder Name")
    kind.add_argument("--answer", action="append", default=[], metavar="FRAGE=ANTWORT",
                      help="was der Brieftext fragt, mehrmals möglich")  # fmt: skip
    kind.add_argument("--single", action="store_true",
                      help="jeder Brief als eigene Datei in einem neuen Ordner")  # fmt: skip
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf|ORDNER")
    kind.set_defaults(run=later("serial", "letters"))
    kind = command_of(kinds, "labels", "Etiketten mit den Anschriften einer Liste.")
    _recipients(kind)
    kind.add_argument("--sheet", default="3475", metavar="BLATT",
                      help="die Nummer auf der Packung: 3475, 3474, L7160 …")  # fmt: skip
    kind.add_argument("--start", type=number, default=1, metavar="NR",
                      help="das erste freie Etikett des Blattes")  # fmt: skip
    for name, way in (("--right", "nach rechts"), ("--down", "nach unten")):
        kind.add_argument(name, type=float, default=0.0, metavar="MM", help=f"{way} verschieben")
    kind.add_argument("--trial", action="store_true", help="nur die Umrisse, zum Ausmessen")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("serial", "labels"))


def _add_papers(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser("print", help="Druckt ein Papier als PDF.")
    kinds = command.add_subparsers(required=True, metavar="PAPIER", parser_class=Parser)
    _add_boards(kinds)
    kind = command_of(kinds, "letter", "Ein Brief: Vorschläge an eine Person, oder ein Brieftext.")
    whom = kind.add_mutually_exclusive_group(required=True)
    whom.add_argument("--person", type=number, metavar="NR")
    whom.add_argument("--initiative", type=number, metavar="NR")
    kind.add_argument("--offer", type=number, action="append", metavar="NR",
                      help="Vorschläge; ohne sie ein Brieftext")  # fmt: skip
    kind.add_argument("--text", default="", metavar="NAME", help="der Brieftext")
    kind.add_argument("--answer", action="append", default=[], metavar="FRAGE=ANTWORT",
                      help="was der Brieftext fragt")  # fmt: skip
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf|.docx")
    kind.set_defaults(run=later("papers", "letter"))
    kind = command_of(kinds, "talk-sheet", "Der Gesprächszettel für eine Person.")
    kind.add_argument("--person", type=number, required=True, metavar="NR")
    kind.add_argument(
        "--offer", type=number, action="append", metavar="NR", help="sonst die drei besten"
    )
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("papers", "talk_sheet"))
    kind = command_of(kinds, "letterhead", "Ein Musterbrief mit dem Briefkopf des Büros.")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("papers", "letterhead"))
    add_forms(kinds)
    _add_serial(kinds)
    _add_recognition(kinds)
    add_privacy_papers(kinds)


def _add_recognition(kinds: argparse._SubParsersAction[Parser]) -> None:
    kind = command_of(kinds, "certificate", "Eine Bescheinigung über das Engagement einer Person.")
    kind.add_argument("--kind", required=True, choices=[one.value for one in CertificateKind],
                      help="engagement, competence, authority, school oder thanks")  # fmt: skip
    kind.add_argument("--person", type=number, required=True, metavar="NR")
    kind.add_argument("--placement", type=number, action="append", metavar="NR",
                      help="nur diese Vermittlung; sonst alle, die begonnen haben")  # fmt: skip
    kind.add_argument("--competence", action="append", default=[], metavar="WORT",
                      help="eine Kompetenz; sonst die des Profils, die gefragt waren")  # fmt: skip
    kind.add_argument("--school", default="", metavar="SCHULE", help="Schule und Klasse")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("recognition", "certificate"))
    kind = command_of(
        kinds, "card", "Die Ehrenamts-Card: was erfüllt ist, und das Begleitschreiben."
    )
    kind.add_argument("--person", type=number, required=True, metavar="NR")
    kind.add_argument("--where", default="", metavar="STELLE", help="Engagement anderswo")
    kind.add_argument("--hours", type=float, metavar="STUNDEN", help="dort pro Woche")
    kind.add_argument("--since", type=day, metavar="TAG", help="dort seit")
    kind.add_argument("--paid", action=argparse.BooleanOptionalAction,
                      help="ob dort eine Pauschale gezahlt wird")  # fmt: skip
    kind.add_argument("--to", action="append", metavar="ZEILE",
                      help="Straße, dann PLZ und Ort des Kreises, je einmal")  # fmt: skip
    kind.add_argument("--out", type=Path, metavar="DATEI.pdf", help="sonst wird nur geprüft")
    kind.set_defaults(run=later("recognition", "card"))
    _add_desk_sheets(kinds)


def _add_desk_sheets(kinds: argparse._SubParsersAction[Parser]) -> None:
    kind = command_of(kinds, "offer-sheet", "Ein Angebot auf einer Seite zum Mitnehmen.")
    kind.add_argument("--offer", type=number, required=True, metavar="NR")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("desk_sheets", "offer_sheet"))
    kind = command_of(kinds, "attendance", "Eine Teilnahmeliste zum Unterschreiben.")
    kind.add_argument("--title", required=True, metavar="ANLASS")
    kind.add_argument("--on", type=day, metavar="TAG")
    kind.add_argument("--time", default="", metavar="UHRZEIT")
    kind.add_argument("--where", default="", metavar="ORT")
    kind.add_argument("--view", default="", metavar="ANSICHT", help="Namen aus dieser Ansicht")
    kind.add_argument("--rows", type=number, metavar="ANZAHL", help="leere Zeilen")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("desk_sheets", "attendance"))
    kind = command_of(kinds, "statements", "Das Blatt „Was passt zu mir?“ für junge Leute.")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("desk_sheets", "statements"))
    kind = command_of(kinds, "reply-slip", "Der Brief zu einer Nachfrage, mit Rückmeldezettel.")
    kind.add_argument("--follow-up", type=number, required=True, metavar="NR")
    kind.add_argument("--side", choices=("person", "offer"), default="person",
                      help="wer gefragt wird: die Person oder die Initiative")  # fmt: skip
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("desk_sheets", "reply_slip"))
    kind = command_of(kinds, "offer-round", "Die Abfrage der Angebote: Briefe oder Telefonliste.")
    kind.add_argument("--by", choices=("letter", "phone"), default="letter", help="auf welchem Weg")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("desk_sheets", "offer_round"))
    kind = command_of(kinds, "call-sheet", "Eine Anrufliste mit Kästchen und Notizzeilen.")
    kind.add_argument("noun", choices=("people", "initiatives"))
    kind.add_argument("--view", required=True, metavar="ANSICHT", help="wer darauf steht")
    kind.add_argument("--reason", required=True, metavar="ANLASS", help="warum Sie anrufen")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    kind.set_defaults(run=later("desk_sheets", "call_sheet"))


def _add_boards(kinds: argparse._SubParsersAction[Parser]) -> None:
    kind = command_of(kinds, "offer-list", "Die Angebotsliste für den Aushang.")
    _part(kind)
    _sheet(kind)
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    as_of_option(kind)
    kind.set_defaults(run=later("papers", "offer_list"))
    kind = command_of(kinds, "poster", "Das Plakat zu einem Angebot, mit Zetteln zum Abreißen.")
    kind.add_argument("--offer", type=number, required=True, metavar="NR")
    kind.add_argument("--strips", type=number, default=8, metavar="ANZAHL", help="8 bis 10")
    _sheet(kind)
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    as_of_option(kind)
    kind.set_defaults(run=later("papers", "poster"))
    kind = command_of(kinds, "board-round", "Der Rundgang: was aufzuhängen und abzunehmen ist.")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    as_of_option(kind)
    kind.set_defaults(run=later("papers", "board_round"))
    kind = command_of(kinds, "web-page", "Die offenen Angebote als Seite für die Gemeinde.")
    _part(kind)
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.html")
    as_of_option(kind)
    kind.set_defaults(run=later("papers", "web_page"))
    kind = command_of(kinds, "bulletin", "Der Text für das Mitteilungsblatt.")
    _part(kind).add_argument("--offer", type=number, action="append", metavar="NR",
                             help="nur diese Angebote")  # fmt: skip
    kind.add_argument("--limit", type=number, default=0, metavar="ZEICHEN", help="so lang darf er")
    kind.add_argument("--out", type=Path, metavar="DATEI.docx", help="sonst zeigt er den Text")
    as_of_option(kind)
    kind.set_defaults(run=later("papers", "bulletin"))


def _part(kind: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    some = kind.add_mutually_exclusive_group()
    some.add_argument("--place", metavar="ORT", help="ein Ortsteil; sonst alle")
    some.add_argument("--municipality", default="", metavar="GEMEINDE", help="nur diese Gemeinde")
    some.add_argument("--field", default="", metavar="BEREICH", help="nur dieser Bereich")
    return some


def _sheet(kind: argparse.ArgumentParser) -> None:
    kind.add_argument("--format", choices=("a4", "a3"), default="a4", help="das Papier")
    kind.add_argument("--variant", choices=("usual", "large", "plain", "youth"), default="usual",
                      help="Standard, Großdruck, Leichte Sprache, Jugend")  # fmt: skip


def _add_reports(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser("report", help="Schreibt einen Bericht als Excel oder PDF.")
    kinds = command.add_subparsers(required=True, metavar="BERICHT", parser_class=Parser)
    kind = _report(kinds, "council", "Die Gremienliste (Excel) oder die Gremienvorlage (PDF).")
    kind.add_argument("--municipality", default="", metavar="GEMEINDE",
                      help="nur diese Gemeinde, in der Gremienliste")  # fmt: skip
    kind.add_argument("--body", default="", metavar="GREMIUM", help="sonst die Verbandsversammlung")
    kind.add_argument("--meeting", default="", metavar="SITZUNG", help="wann es tagt, in Worten")
    kind.add_argument("--proposal", default="", metavar="SATZ",
                      help="Beschlussvorschlag; sonst nur zur Kenntnis")  # fmt: skip
    kind.set_defaults(run=later("reports", "council"))
    kind = _report(kinds, "annual", "Der Jahresbericht (PDF) oder die Jahresmappe (Excel).")
    kind.set_defaults(run=later("reports", "annual"))
    kind = _report(kinds, "funding", "Der Verwendungsnachweis: Ausgaben und erreichte Ziele.")
    kind.set_defaults(run=later("reports", "funding"))
    kind = command_of(kinds, "gaps", "Der Lückenbericht: wo nichts zusammenpasst.")
    kind.add_argument("--as-of", type=day, default=None, metavar="TAG", help="sonst heute")
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf|.xlsx")
    kind.set_defaults(run=later("reports", "gaps"))
    kind = command_of(kinds, "figures", "Nennt alle Kennzahlen, geschützt wie auf Papier.")
    kind.add_argument("--from", type=day, required=True, dest="start", metavar="TAG")
    kind.add_argument("--to", type=day, required=True, dest="end", metavar="TAG")
    kind.add_argument("--internal", action="store_true",
                      help="auch kleine Zahlen zeigen; nicht zum Weitergeben")  # fmt: skip
    json_option(kind)
    kind.set_defaults(run=later("figures", "figures"))


def _report(
    kinds: argparse._SubParsersAction[Parser], name: str, help_: str
) -> argparse.ArgumentParser:
    """A report of a period with the coordinator's sentences."""
    kind = command_of(kinds, name, help_)
    kind.add_argument("--from", type=day, required=True, dest="start", metavar="TAG")
    kind.add_argument("--to", type=day, required=True, dest="end", metavar="TAG")
    kind.add_argument("--sentence", action="append", default=[], metavar="SATZ",
                      help="was Sie dazu sagen, bis zu dreimal")  # fmt: skip
    kind.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf|.xlsx")
    return kind


def _add_show(commands: argparse._SubParsersAction[Parser]) -> None:
    command = command_of(commands, "demo", "Zeigt die Hauptaufgabe mit Vorführdaten.")
    command.add_argument("--out", type=Path, required=True, metavar="ORDNER")
    command.add_argument("--people", type=number, default=120, metavar="ANZAHL")
    command.add_argument("--initiatives", type=number, default=45, metavar="ANZAHL")
    command.add_argument("--offers", type=number, default=70, metavar="ANZAHL")
    command.add_argument("--seed", type=number, default=1, metavar="ZAHL")
    command.set_defaults(run=later("show", "demo"))
    command = command_of(commands, "screenshots", "Bildet jede Ansicht mit Vorführdaten ab.")
    command.add_argument("--out", type=Path, required=True, metavar="ORDNER")
    command.set_defaults(run=later("show", "screenshots"))
