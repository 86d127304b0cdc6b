"""Which page and heading of the handbook belongs to what is on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.services.handbook import CONTENTS
from ehrenamt_desktop.ui.kit.strips import SegmentStrip, TabStrip

Place = tuple[str, str]

PLACES: dict[str, Place] = {
    # panels and lists that have the focus
    "start.finish": ("start", "so-erledigen-sie-eine-nachfrage"),
    "start.postpone": ("start", "verschieben"),
    "person.trash_bar": ("papierkorb", "wiederherstellen"),
    "initiative.trash_bar": ("papierkorb", "wiederherstellen"),
    "offer.trash_bar": ("papierkorb", "wiederherstellen"),
    "people.filters": ("listen", "suchen-und-filtern"),
    "initiatives.filters": ("listen", "suchen-und-filtern"),
    "offers.filters": ("listen", "suchen-und-filtern"),
    "placements.filters": ("listen", "suchen-und-filtern"),
    "documents.filters": ("listen", "suchen-und-filtern"),
    "main.search": ("suchen", ""),
    "main.hits": ("suchen", ""),
    # dialogs
    "first": ("einrichten", "bestand-anlegen"),
    "code": ("sichern", "kennwort-und-wiederherstellungscode"),
    "unlock": ("sichern", "wenn-das-programm-den-bestand-nicht-öffnet"),
    "keys": ("tastatur", ""),
    "about": ("index", ""),
    "office": ("buero", ""),
    "import": ("einlesen", ""),
    "export": ("listen", "ausgeben-was-sie-sehen"),
    "mass_edit": ("listen", "viele-auf-einmal-ändern"),
    "letters": ("drucken", "serienbriefe"),
    "columns": ("listen", "spalten-wählen"),
    "view": ("listen", "ansichten-speichern"),
    "trash": ("papierkorb", "wiederherstellen"),
    "doubles": ("doppelte", ""),
    "merge": ("doppelte", "zusammenführen"),
    "call": ("start", "anrufnotiz"),
    "start.calls": ("start", "anrufnotiz"),
    "reminder": ("start", "etwas-eigenes-vormerken"),
    "board": ("drucken", "aushang"),
    "council": ("drucken", "gremienliste"),
    "consent": ("personen", "einwilligungen"),
    "proof": ("personen", "nachweise"),
    "talk": ("personen", "gespräche-und-termine"),
    "contact": ("initiativen", "initiative-anlegen"),
    "placement.history": ("personen", "änderungen-nachlesen"),
    "initiative.founding": ("initiativen", "in-gründung"),
    "initiative.interests": ("initiativen", "in-gründung"),
    "founding_step": ("initiativen", "in-gründung"),
    "interest": ("initiativen", "in-gründung"),
    "next_step": ("initiativen", "in-gründung"),
    "placement.pass_on_panel": ("vermittlungen", "wann-der-kontakt-nicht-weitergegeben-wird"),
    "placement": ("vermittlungen", ""),
    "step": ("vermittlungen", ""),
    "follow_up": ("start", "so-erledigen-sie-eine-nachfrage"),
    "matching.offers.reason": ("vermittlung", "vorschlagen"),
    "matching.people.reason": ("vermittlung", "vorschlagen"),
    "help": (CONTENTS, ""),
    # parts of a tab
    "person.course:changes": ("personen", "änderungen-nachlesen"),
    "initiative.course:changes": ("personen", "änderungen-nachlesen"),
    "offer.course:changes": ("personen", "änderungen-nachlesen"),
    "person.parts:new": ("personen", "aufnehmen"),
    "person.parts:course": ("personen", "gespräche-und-termine"),
    "person.parts": ("personen", "ansehen-und-ändern"),
    "initiative.parts:new": ("initiativen", "initiative-anlegen"),
    "offer.parts:new": ("angebote", "angebot-anlegen"),
    "initiatives.views:offers": ("angebote", ""),
    "initiatives.views:round": ("angebote", "angebote-abfragen"),
    "matching.views:placements": ("vermittlungen", ""),
    "matching.views": ("vermittlung", ""),
    # tabs
    "tab:start": ("start", ""),
    "tab:people": ("personen", ""),
    "tab:initiatives": ("initiativen", ""),
    "tab:matching": ("vermittlung", ""),
    "tab:documents": ("unterlagen", ""),
}
"""Names of widgets, `strip:part` and `tab:name`, the most telling first. A name also stands for all
names below it: `start.finish` for `start.finish.note`."""


def place_of(window: QWidget) -> Place:
    """Page and anchor for what `window` shows and what has the focus in it."""
    names = set(_names(window))
    for key, place in PLACES.items():
        if any(name == key or name.startswith((f"{key}.", f"{key}:")) for name in names):
            return place
    return CONTENTS, ""


def _names(window: QWidget) -> Iterator[str]:
    widget: QWidget | None = window.focusWidget()
    while widget is not None and widget is not window:
        yield widget.objectName()
        widget = widget.parentWidget()
    yield window.objectName()
    shown = getattr(window, "current_name", None)
    if shown is None:
        return
    yield f"tab:{shown()}"
    for strip in window.findChildren(QWidget):
        if isinstance(strip, SegmentStrip | TabStrip):
            around = strip.parentWidget()
            if around is not None and around.isVisible():
                part = strip.current() if strip.isVisible() else "new"
                yield f"{strip.objectName()}:{part}"
