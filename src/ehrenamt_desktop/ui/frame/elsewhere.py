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
    Elsewhere("documents", "documents.board", "Aushang drucken …",
              "Angebotsliste Schaukasten Brett PDF"),
    Elsewhere("documents", "documents.council", "Gremienliste …",
              "Bericht Statistik Parlament Vorstand Excel"),
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
