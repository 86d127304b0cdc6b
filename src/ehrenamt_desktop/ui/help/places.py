"""Which page and heading of the handbook belongs to what is on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.services.handbook import CONTENTS
from ehrenamt_desktop.ui.kit.strips import SegmentStrip, TabStrip

Place = tuple[str, str]

PLACES: dict[str, Place] = {
    # panels and lists that have the focus
    "start.finish": ("start", "andere-wiedervorlagen"),
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
    "matching.offers.weights": ("vermittlung", "was-wie-wichtig-ist"),
    "matching.people.weights": ("vermittlung", "was-wie-wichtig-ist"),
    "matching.offers.comparison": ("vermittlung", "vergleichen"),
    "matching.people.comparison": ("vermittlung", "vergleichen"),
    # dialogs
    "first": ("einrichten", ""),
    "new_office": ("einrichten", "neues-büro"),
    "sheet": ("einrichten", "wiederherstellungsblatt"),
    "recover": ("einrichten", "kennwort-vergessen"),
    "unlock": ("sichern", "wenn-das-programm-den-bestand-nicht-öffnet"),
    "hand_over": ("technik", "arbeitsplatz-übergeben"),
    "take_back": ("technik", "zurücknehmen"),
    "lock_later": ("schutz", "sperren"),
    "lock.cover": ("schutz", "sperren"),
    "backups": ("sichern", "wiederherstellen"),
    "slots": ("schutz", "kennwort-und-schlüssel"),
    "add_slot": ("schutz", "kennwort-und-schlüssel"),
    "own": ("schutz", "kennwort-und-schlüssel"),
    "passphrase": ("schutz", "kennwort-und-schlüssel"),
    "privacy.dialog": ("datenschutz", "angaben-zum-datenschutz"),
    "notice.dialog": ("datenschutz", "datenschutzhinweis-aushändigen"),
    "restrict.dialog": ("auskunft", "einschränken-art-18"),
    "erasures": ("aufbewahrung", "wer-fällig-ist"),
    "erasure_request.dialog": ("aufbewahrung", "wer-fällig-ist"),
    "archive_answer.dialog": ("aufbewahrung", "dem-archiv-anbieten"),
    "retention.dialog": ("aufbewahrung", "wer-fällig-ist"),
    "lift.dialog": ("auskunft", "einschränken-art-18"),
    "keys": ("tastatur", ""),
    "about": ("index", ""),
    "office": ("buero", ""),
    "preview": ("drucken", "vorschau"),
    "letterhead": ("buero", "briefkopf"),
    "asking_plan": ("start", "wann-nachgefragt-wird"),
    "asking": ("start", "so-beantworten-sie-eine-nachfrage"),
    "import": ("einlesen", ""),
    "export": ("listen", "ausgeben-was-sie-sehen"),
    "mass_edit": ("listen", "viele-auf-einmal-ändern"),
    "letter": ("drucken", "brief-schreiben"),
    "offer_sheet": ("bescheinigungen", "blätter-zum-mitnehmen-unterschreiben-und-abhaken"),
    "attendance": ("bescheinigungen", "blätter-zum-mitnehmen-unterschreiben-und-abhaken"),
    "call_sheet": ("bescheinigungen", "blätter-zum-mitnehmen-unterschreiben-und-abhaken"),
    "card": ("bescheinigungen", "ehrenamts-card"),
    "recognition": ("wege", "anerkennung"),
    "statements": ("wege", "aussagen"),
    "certificate": ("bescheinigungen", "bescheinigung-schreiben"),
    "letter_texts": ("drucken", "brieftexte"),
    "letters": ("drucken", "serienbriefe"),
    "mail": ("drucken", "e-mail-an-mehrere"),
    "columns": ("listen", "spalten-wählen"),
    "view": ("listen", "ansichten-speichern"),
    "trash": ("papierkorb", "wiederherstellen"),
    "doubles": ("doppelte", ""),
    "merge": ("doppelte", "zusammenführen"),
    "call": ("start", "anrufnotiz"),
    "start.calls": ("start", "anrufnotiz"),
    "reminder": ("start", "etwas-eigenes-vormerken"),
    "board": ("drucken", "aushang"),
    "poster": ("drucken", "plakat"),
    "boards": ("drucken", "schaukästen-und-rundgang"),
    "case": ("drucken", "schaukästen-und-rundgang"),
    "bulletin": ("drucken", "mitteilungsblatt-und-webseite"),
    "report": ("drucken", "berichte-für-gremium-und-fördergeber"),
    "consent": ("personen", "einwilligungen"),
    "programme": ("foerderung", "programme"),
    "adding": ("bibliothek", "hinzufügen"),
    "sources": ("bibliothek", "angaben"),
    "hand_out": ("aushaendigen", ""),
    "recall": ("aushaendigen", "alte-ausgaben-austauschen"),
    "rules": ("aushaendigen", "regeln"),
    "rule": ("aushaendigen", "regeln"),
    "paper": ("bibliothek", "angaben"),
    "edition": ("bibliothek", "ausgaben"),
    "grant": ("foerderung", "anträge"),
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
    "placements.board": ("vermittlungen", "die-tafel"),
    "placement.hours_panel": ("vermittlungen", "stunden"),
    "step": ("vermittlungen", ""),
    "follow_up": ("start", "so-beantworten-sie-eine-nachfrage"),
    "matching.offers.reason": ("vermittlung", "vorschlagen"),
    "matching.people.reason": ("vermittlung", "vorschlagen"),
    "overview.group": ("gesamtuebersicht", "eine-gruppe-an-einem-tag"),
    "overview.choice": ("gesamtuebersicht", "ändern-was-vorgeschlagen-ist"),
    "overview.refused": ("gesamtuebersicht", "alle-vorschlagen"),
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
    "matching.overview:gaps": ("luecken", ""),
    "matching.overview:fairness": ("luecken", "verteilung"),
    "matching.views:overview": ("gesamtuebersicht", ""),
    "matching.views": ("vermittlung", ""),
    "documents.views:grants": ("foerderung", ""),
    "documents.views:library": ("bibliothek", ""),
    "cost": ("auswertung", "kosten"),
    "figures.views:costs": ("auswertung", "kosten"),
    "figures.views:targets": ("auswertung", "jahresziele"),
    "figures.views:editions": ("auswertung", "berichte"),
    "figures.views": ("auswertung", ""),
    # tabs
    "tab:start": ("start", ""),
    "tab:people": ("personen", ""),
    "tab:initiatives": ("initiativen", ""),
    "tab:matching": ("vermittlung", ""),
    "tab:documents": ("unterlagen", ""),
    "tab:figures": ("auswertung", ""),
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
