"""The keys of the desk by where they work: those of commands, and those that have no command."""

from __future__ import annotations

from collections.abc import Sequence

from ehrenamt_desktop.ui.kit.commands import Command, german_keys

EVERYWHERE = "Überall"
Row = tuple[str, str]
"""Words and keys."""

GROUPS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (EVERYWHERE, (
        ("Suchfeld leeren, Hinweis oder Treffer schließen", "Esc"),
        ("Zum nächsten Feld", "Tabulator"),
        ("Zum vorigen Feld", "Umschalt+Tabulator"),
        ("Langen Text blättern", "Bild auf, Bild ab"),
    )),
    ("Überall suchen", (
        ("Treffer wählen", "↑ ↓"),
        ("Treffer öffnen, Befehl ausführen", "Eingabe"),
        ("Nur Befehle zeigen", ">"),
        ("Schließen, zurück zur Arbeit", "Esc"),
    )),
    ("Listen", (
        ("Nächste oder vorige Zeile", "↑ ↓"),
        ("Eintrag öffnen", "Eingabe"),
        ("Aus dem Suchfeld in die Liste", "↓"),
        ("Alle Filter entfernen, wenn das Suchfeld leer ist", "Esc"),
        ("Markierte Einträge in den Papierkorb legen", "Strg+Entf"),
        ("Danach auch nach dieser Spalte sortieren", "Umschalt+Klick auf eine Überschrift"),
        ("Beim Wählen der Spalten: Spalte verschieben", "Alt+↑ Alt+↓"),
    )),
    ("Datensatz und Formulare", (
        ("Person speichern und Angebote suchen", "Strg+Eingabe"),
        ("Getipptes zurücknehmen", "Strg+Z"),
    )),
    ("Anrufnotiz", (
        ("Als Person aufnehmen", "Alt+P"),
        ("Als Initiative anlegen", "Alt+I"),
    )),
    ("Nachfragen auf der Seite Start", (
        ("Läuft weiter, noch aktuell", "L"),
        ("Nicht erreicht", "N"),
        ("Es gibt Schwierigkeiten", "S"),
        ("Beendet, nicht mehr aktuell", "B"),
        ("Erledigt, abgenommen", "E"),
        ("Zufriedenheit", "1 bis 5"),
    )),
)  # fmt: skip


def rows_of(commands: Sequence[Command]) -> list[Row]:
    """Words and keys of all commands that have keys."""
    return [
        (one.title.rstrip(" …"), " oder ".join(german_keys(key) for key in one.keys))
        for one in commands
        if one.keys
    ]


def table(commands: Sequence[Command]) -> list[tuple[str, list[Row]]]:
    """Everything by heading; commands work everywhere."""
    own = rows_of(commands)
    return [(heading, [*(own if heading == EVERYWHERE else []), *rows]) for heading, rows in GROUPS]
