"""What is done with many records of the list on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehrenamt_desktop.model.mass import FIELDS

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow

NO_LIST = (
    "Bitte öffnen Sie zuerst eine Liste mit Personen, Initiativen oder Angeboten. Geändert werden "
    "die markierten Einträge oder alle, die sie zeigt."
)
EMPTY = "Diese Liste zeigt gerade keinen Eintrag."


NO_PEOPLE = (
    "Bitte öffnen Sie zuerst die Liste der Personen. Einen Brief bekommen die markierten Personen "
    "oder alle, die sie zeigt."
)


def change_many(window: MainWindow) -> None:
    """Ask which field of the marked or shown records becomes what."""
    from ehrenamt_desktop.ui.lists.mass_edit_dialog import Chosen, MassEditDialog
    from ehrenamt_desktop.ui.lists.seen_list import chosen_in

    desk = window.desk
    noun, marked, shown = chosen_in(window.current(), desk.office.lists)
    if noun not in FIELDS:
        desk.notices.info(NO_LIST)
    elif not shown:
        desk.notices.info(EMPTY)
    else:
        MassEditDialog(desk, Chosen(noun, tuple(marked), tuple(shown)), window).open()


def list_letters(window: MainWindow) -> None:
    """Ask who of the marked or shown people gets a letter, and write the list for Word."""
    from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog
    from ehrenamt_desktop.ui.lists.seen_list import chosen_in

    desk = window.desk
    noun, marked, shown = chosen_in(window.current(), desk.office.lists)
    if noun != "people":
        desk.notices.info(NO_PEOPLE)
    elif not shown:
        desk.notices.info(EMPTY)
    else:
        LetterDialog(desk, tuple(marked), tuple(shown), window).open()
