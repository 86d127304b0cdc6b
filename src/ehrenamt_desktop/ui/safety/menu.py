"""The submenu Sicherheit: keys, locks, safety copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.safety.backup_elsewhere import make_backup

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow


def safety_commands(window: MainWindow) -> list[Command]:
    """Its entries in their order; dialogs are imported when they are wanted."""
    desk = window.desk

    def change() -> None:
        from ehrenamt_desktop.ui.safety.keys_passphrase import change_passphrase

        change_passphrase(desk, window)

    def show_keys() -> None:
        from ehrenamt_desktop.ui.safety.keys_passphrase import has_keys
        from ehrenamt_desktop.ui.safety.keys_slots import SlotsDialog

        if has_keys(desk):
            SlotsDialog(desk, window).load()

    def copies() -> None:
        from ehrenamt_desktop.ui.safety.backup_dialog import BackupDialog

        BackupDialog(window).open()

    def check() -> None:
        from ehrenamt_desktop.ui.safety.backup_dialog import check_store

        check_store(window)

    return [
        *_lock_commands(window),
        *_handing_commands(window),
        Command("Sicherungen …", (), copies, "main.backups",
                "Sicherungskopie Wiederherstellen zurückspielen zweiter Ort Probe Backup"),
        Command("Sicherung in einen Ordner …", (), lambda: make_backup(desk),
                "main.backup", "jetzt sichern Datensicherung Stick Stift"),
        Command("Bestand prüfen", (), check, "main.check",
                "Datenbank prüfen beschädigt Fehler suchen"),
        Command("Kennwort ändern …", (), change, "main.passphrase",
                "Passwort Passphrase Schlüssel neues Kennwort setzen"),
        Command("Kennwörter und Schlüssel …", (), show_keys, "main.slots",
                "Vertretung Leserecht Wiederherstellungscode Blatt Schlüsselbund merken"),
    ]  # fmt: skip


def _lock_commands(window: MainWindow) -> list[Command]:
    def lock() -> None:
        from ehrenamt_desktop.ui.safety.lock import lock_now

        lock_now(window)

    def later() -> None:
        from ehrenamt_desktop.ui.safety.lock_dialog import LockDialog

        LockDialog(window).open()

    return [
        Command("Sperren", ("Ctrl+L",), lock, "main.lock",
                "abschließen weggehen Pause Bildschirmsperre Schlüssel"),
        Command("Von selbst sperren …", (), later, "main.lock_later",
                "Bildschirmsperre Minuten Pause automatisch Leerlauf"),
    ]  # fmt: skip


def _handing_commands(window: MainWindow) -> list[Command]:
    def hand_over() -> None:
        from ehrenamt_desktop.ui.safety.handing_over import hand_over

        hand_over(window)

    def take_back() -> None:
        from ehrenamt_desktop.ui.safety.handing_back import take_back

        take_back(window)

    return [
        Command("Arbeitsplatz übergeben …", (), hand_over, "main.hand_over",
                "Laptop Vertretung Urlaub mitnehmen unterwegs Übergabe"),
        Command("Arbeitsplatz zurücknehmen …", (), take_back, "main.take_back",
                "Laptop Vertretung Rückgabe Übergabe zurück"),
    ]  # fmt: skip
