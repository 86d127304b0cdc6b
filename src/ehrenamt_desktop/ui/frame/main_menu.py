"""What the menu of the window holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ehrenamt_desktop.ui.frame.about import AboutDialog
from ehrenamt_desktop.ui.frame.elsewhere import elsewhere, look_commands
from ehrenamt_desktop.ui.frame.keys_dialog import KeysDialog
from ehrenamt_desktop.ui.frame.many import change_many, list_letters, mail_many
from ehrenamt_desktop.ui.frame.menus import add_commands, add_looks, make_action
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.theme import Look
from ehrenamt_desktop.ui.protection.menu import protection_commands
from ehrenamt_desktop.ui.safety.menu import safety_commands

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow

NOT_SOUGHT = frozenset({"main.find", "main.open_menu"})
"""Commands that make no sense where commands are sought."""


class MainMenu:
    """The submenus from Datei to Hilfe, and the keys that have no entry."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        self._window = window
        self._file(menu.addMenu("&Datei"))
        self._edit(menu.addMenu("&Bearbeiten"))
        self._view(menu.addMenu("&Ansicht"))
        add_commands(menu.addMenu("&Sicherheit"), window, safety_commands(window))
        add_commands(menu.addMenu("Da&tenschutz"), window, protection_commands(window))
        self._help(menu.addMenu("&Hilfe"))
        for command in self._silent():
            make_action(window, command)

    def commands(self) -> list[Command]:
        """All commands, for the list of keys."""
        return [*self._file_commands(), *self._edit_commands(), *self._view_commands(),
                *safety_commands(self._window), *protection_commands(self._window),
                *self._help_commands(), *self._silent()]  # fmt: skip

    def _file(self, menu: QMenu) -> None:
        add_commands(menu, self._window, self._file_commands())

    def _edit(self, menu: QMenu) -> None:
        for action in (self._window.equipment.undo.undo, self._window.equipment.undo.redo):
            menu.addAction(action)
            self._window.addAction(action)
        menu.addSeparator()
        add_commands(menu, self._window, self._edit_commands())

    def _view(self, menu: QMenu) -> None:
        add_looks(menu, Look(self._window.device.get("look", "system")), self._window.dress)
        menu.addSeparator()
        add_commands(menu, self._window, self._view_commands())

    def _help(self, menu: QMenu) -> None:
        add_commands(menu, self._window, self._help_commands())

    def palette(self) -> list[Command]:
        """All that can be done now, each once: of the shown tab, the menu, the other tabs."""
        window = self._window
        all_commands = [
            *window.current().commands(),
            *window.equipment.undo.commands(),
            *self.commands(),
            *look_commands(window),
            *elsewhere(window),
        ]
        found: dict[str, Command] = {}
        for one in all_commands:
            found.setdefault(one.name, one)
        return [one for name, one in found.items() if name not in NOT_SOUGHT]

    def _file_commands(self) -> list[Command]:
        window = self._window
        return [
            Command("Einlesen …", ("Ctrl+I",), self._import, "main.import",
                    "importieren Import Excel CSV Liste laden übernehmen"),
            Command("Liste ausgeben …", (), self._export, "main.export",
                    "exportieren Export Excel CSV PDF speichern"),
            Command("Serienbrief, Etiketten …", (), lambda: list_letters(window), "main.letters",
                    "Serienbrief Word Haushalt Anschriften Adressen Etiketten Rundschreiben"),
            Command("E-Mail an mehrere …", (), lambda: mail_many(window), "main.mail",
                    "Rundmail Newsletter Bcc Verteiler Adressen kopieren Mail schreiben"),
            Command("Angaben zum Büro …", (), self._describe_office, "main.describe_office",
                    "Adresse Absender Einstellungen"),
            Command("Briefkopf …", (), self._edit_letterhead, "main.letterhead",
                    "Logo Farbe Fuß Briefpapier Absender Datenschutz Verantwortlich"),
            Command("Brieftexte …", (), self._edit_letter_texts, "main.letter_texts",
                    "Vorlage Textbaustein Anschreiben Einladung Dank Absage Platzhalter"),
            Command("Wann nachfragen? …", (), self._plan_asking, "main.plan_asking",
                    "Nachfragen Tage Einstellungen Wiedervorlage"),
            Command("Drucken …", ("Ctrl+P",), lambda: window.current().print_(), "main.print",
                    "Ausdruck Papier"),
            Command("Beenden", ("Ctrl+Q",), window.close, "main.quit", "schließen verlassen"),
        ]  # fmt: skip

    def _edit_commands(self) -> list[Command]:
        window = self._window
        return [
            Command("Neu …", ("Ctrl+N",), lambda: window.current().new(), "main.new",
                    "anlegen hinzufügen eintragen"),
            Command("Neue Person", ("Ctrl+Shift+N",), self._new_person, "main.new_person",
                    "anlegen aufnehmen hinzufügen Freiwillige"),
            Command("Anrufnotiz …", ("Ctrl+Shift+A",), self._note_call, "main.call_note",
                    "Anruf Telefon Rückruf notieren Telefonnotiz"),
            Command("Speichern", ("Ctrl+S",), lambda: window.current().save(), "main.save",
                    "sichern behalten"),
            Command("Doppelte Personen …", (), self._show_doubles, "main.doubles",
                    "Dubletten Duplikate zusammenführen zweimal eingetragen gleich"),
            Command("Viele ändern …", ("Ctrl+Shift+E",), lambda: change_many(window),
                    "main.mass_edit", "Massenänderung alle mehrere auf einmal Sammeländerung"),
            Command("Anerkennung …", (), self._show_recognition, "main.recognition",
                    "Ehrung Ehrenamts-Card Jubiläum rundes Jahr Dank Empfang Juleica Würdigung"),
            Command("Papierkorb …", (), self._show_trash, "main.trash",
                    "gelöscht löschen wiederherstellen"),
        ]  # fmt: skip

    def _view_commands(self) -> list[Command]:
        return [
            Command("Sichtschutz", ("F8",), _toggle_mask, "main.mask",
                    "Namen verbergen ausblenden Besuch Datenschutz"),
        ]  # fmt: skip

    def _help_commands(self) -> list[Command]:
        return [
            Command("Handbuch", ("F1",), self._show_handbook, "main.handbook",
                    "Hilfe Anleitung Erklärung"),
            Command("Tastenkürzel", ("Ctrl+F1",), self._show_keys, "main.keys",
                    "Tasten Tastatur Kürzel Shortcuts"),
            Command("Über Ehrenamt Desktop", (), self._show_about, "main.about",
                    "Version Lizenz Programm"),
        ]  # fmt: skip

    def _silent(self) -> list[Command]:
        window = self._window
        tabs = [
            Command(spec.title, (f"Alt+{number}", f"Ctrl+{number}"),
                    partial(window.show_tab, spec.name), f"main.go.{spec.name}",
                    "gehe zu zeigen Liste")
            for number, spec in enumerate(TABS, start=1)
        ]  # fmt: skip
        return [
            *tabs,
            Command("Überall suchen", ("Ctrl+K",), self._focus_search, "main.find"),
            Command("In der Liste suchen", ("Ctrl+F",), lambda: window.current().focus_search(),
                    "main.search_list", "filtern finden"),
            Command("Menü", ("F10",), window.bar.open_menu, "main.open_menu"),
        ]  # fmt: skip

    def _focus_search(self) -> None:
        self._window.equipment.hits.call()

    def _new_person(self) -> None:
        self._window.show_tab("people")
        self._window.current().new()

    def _note_call(self) -> None:
        from ehrenamt_desktop.ui.intake.call_dialog import note_call

        note_call(self._window.desk, self._window)

    def _import(self) -> None:
        from ehrenamt_desktop.ui.lists.import_dialog import ImportDialog

        ImportDialog(self._window.desk, self._window).show()

    def _export(self) -> None:
        from ehrenamt_desktop.ui.lists.export_dialog import ExportDialog
        from ehrenamt_desktop.ui.lists.seen_list import seen_in

        window = self._window
        seen = seen_in(window.current(), window.desk.office.lists)
        ExportDialog(window.desk, seen, window).show()

    def _show_recognition(self) -> None:
        from ehrenamt_desktop.ui.people.recognition_dialog import RecognitionDialog

        RecognitionDialog(self._window.desk, self._window).show()

    def _show_doubles(self) -> None:
        from ehrenamt_desktop.ui.doubles.review_dialog import ReviewDialog

        dialog = ReviewDialog(self._window.desk, self._window)
        dialog.show()
        dialog.load()

    def _show_trash(self) -> None:
        from ehrenamt_desktop.ui.trash.trash_dialog import TrashDialog

        TrashDialog(self._window.desk, self._window).open()

    def _plan_asking(self) -> None:
        from ehrenamt_desktop.ui.office.asking_dialog import AskingPlanDialog

        AskingPlanDialog(self._window.desk, self._window).load()

    def _describe_office(self) -> None:
        from ehrenamt_desktop.ui.office.details_dialog import OfficeDialog

        dialog = OfficeDialog(self._window.desk, self._window)
        dialog.kept.connect(self._window.foot.refresh)
        dialog.load()

    def _edit_letterhead(self) -> None:
        from ehrenamt_desktop.ui.office.letterhead_dialog import LetterheadDialog

        LetterheadDialog(self._window.desk, self._window).load()

    def _edit_letter_texts(self) -> None:
        from ehrenamt_desktop.ui.letters.texts_dialog import TextsDialog

        TextsDialog(self._window.desk, self._window).load()

    def _show_handbook(self) -> None:
        from ehrenamt_desktop.ui.help.calls import open_for

        open_for(self._window)

    def _show_keys(self) -> None:
        commands = [*self.commands(), *self._window.equipment.undo.commands(all_of_them=True)]
        KeysDialog(commands, self._window.desk, self._window).open()

    def _show_about(self) -> None:
        AboutDialog(self._window).open()


def _toggle_mask() -> None:
    privacy.mask(not privacy.masked())
