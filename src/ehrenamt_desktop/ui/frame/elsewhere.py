"""Commands of tabs that are not shown: they lead there and do it; and the looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction

from ehrenamt_desktop.ui.frame.menus import LOOKS
from ehrenamt_desktop.ui.kit.commands import Command

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow


class Elsewhere(NamedTuple):
    """A command by its name in its tab; a tab not built yet cannot be asked for its words."""

    tab: str
    name: str
    title: str
    words: str = ""


ELSEWHERE = (
    Elsewhere("initiatives", "initiatives.new_initiative", "Neue Initiative",
              "anlegen Verein Gruppe Organisation Träger"),
    Elsewhere("initiatives", "initiatives.new_offer", "Neues Angebot",
              "anlegen Einsatz Aufgabe Ehrenamt"),
    Elsewhere("initiatives", "initiatives.offers", "Angebote", "Liste zeigen"),
    Elsewhere("initiatives", "initiatives.round", "Angebote abfragen …",
              "Abfrage Bestätigung bestätigen aktuell Telefonliste"),
    Elsewhere("matching", "matching.offers", "Angebote für eine Person",
              "passende vermitteln vorschlagen Brief"),
    Elsewhere("matching", "matching.people", "Personen für ein Angebot",
              "passende vermitteln vorschlagen"),
    Elsewhere("matching", "matching.placements", "Vermittlungen", "Liste zeigen laufende"),
    Elsewhere("matching", "matching.overview", "Gesamtübersicht", "alle zuordnen verteilen Büro"),
    Elsewhere("matching", "matching.gaps", "Lücken",
              "Lückenbericht Bericht offene Wünsche fehlende Nachweise Schulung Excel PDF"),
    Elsewhere("matching", "matching.fairness", "Verteilung",
              "Alter Gemeinde Gerechtigkeit benachteiligt Statistik"),
    Elsewhere("documents", "documents.board", "Aushang …",
              "Angebotsliste Schaukasten Brett PDF drucken Großdruck Leichte Sprache A3"),
    Elsewhere("documents", "documents.poster", "Plakat mit Abreißzetteln …",
              "Aushang Angebot Zettel Schaukasten drucken"),
    Elsewhere("documents", "documents.boards", "Schaukästen und Rundgang …",
              "Schaukasten Brett aufhängen abnehmen Runde Liste"),
    Elsewhere("documents", "documents.bulletin", "Text für das Mitteilungsblatt …",
              "kopieren Gemeindeblatt Zeitung Presse Word"),
    Elsewhere("documents", "documents.web", "Seite für die Webseite …",
              "Internet HTML Homepage Gemeinde online"),
    Elsewhere("documents", "report.council_page", "Gremienvorlage …",
              "Verbandsversammlung Sitzung Beschluss Bericht"),
    Elsewhere("documents", "report.council_list", "Gremienliste …",
              "Bericht Statistik Parlament Vorstand Excel"),
    Elsewhere("documents", "report.annual", "Jahresbericht …", "Statistik Jahr Zahlen"),
    Elsewhere("documents", "report.funding", "Verwendungsnachweis …",
              "Förderung Kosten Zuschuss Bericht"),
    Elsewhere("figures", "figures.numbers", "Kennzahlen",
              "Auswertung Statistik zählen Vermittlungsquote Vorjahr"),
    Elsewhere("figures", "figures.costs", "Kosten", "Geld Euro Register Verwendungsnachweis"),
    Elsewhere("figures", "figures.targets", "Jahresziele", "Ziel Plan Soll"),
    Elsewhere("figures", "figures.editions", "Berichte",
              "Ausgabe Prüfsumme eingefroren herausgegeben Gremium Jahresbericht"),
    Elsewhere("figures", "figures.new_cost", "Kosten eintragen …", "Beleg"),
    Elsewhere("people", "people.later", "Später vervollständigen",
              "unvollständig fehlt fehlende Angaben ergänzen Lücken"),
    Elsewhere("start", "start.new_reminder", "Neue Wiedervorlage",
              "Erinnerung Termin Aufgabe nachfragen"),
)  # fmt: skip


def elsewhere(window: MainWindow) -> list[Command]:
    """The commands of all tabs that need no record."""
    return [
        Command(one.title, (), partial(_go, window, one), one.name, one.words) for one in ELSEWHERE
    ]


def look_commands(window: MainWindow) -> list[Command]:
    """The looks of the menu."""
    found = {look: window.findChild(QAction, f"main.look.{look.value}") for look in LOOKS}
    return [
        Command(f"Aussehen: {LOOKS[look]}", (), action.trigger, action.objectName(),
                "Ansicht Farben Kontrast Modus nachts dark light Design")
        for look, action in found.items() if action is not None
    ]  # fmt: skip


def _go(window: MainWindow, wanted: Elsewhere) -> None:
    window.show_tab(wanted.tab)
    for one in window.current().commands():
        if one.name == wanted.name:
            one.run()
