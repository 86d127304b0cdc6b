"""What is done with many records of the list on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehrenamt_desktop.model.mass import FIELDS

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog
    from ehrenamt_desktop.ui.lists.mail_dialog import MailDialog
    from ehrenamt_desktop.ui.main_window import MainWindow

NO_LIST = (
    "Bitte öffnen Sie zuerst eine Liste mit Personen, Initiativen oder Angeboten. Geändert werden "
    "die markierten Einträge oder alle, die sie zeigt."
)
EMPTY = "Diese Liste zeigt gerade keinen Eintrag."


NO_READERS = (
    "Bitte öffnen Sie zuerst die Liste der Personen oder der Initiativen. Einen Brief oder eine "
    "E-Mail bekommen die markierten oder alle, die sie zeigt."
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
    """Ask who of the marked or shown gets a letter, and write letters, labels or the list."""
    from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog

    _for_readers(window, LetterDialog)


def mail_many(window: MainWindow) -> None:
    """Ask who of the marked or shown gets an e-mail, and prepare it in batches."""
    from ehrenamt_desktop.ui.lists.mail_dialog import MailDialog

    _for_readers(window, MailDialog)


def _for_readers(window: MainWindow, dialog: type[LetterDialog] | type[MailDialog]) -> None:
    from ehrenamt_desktop.ui.lists.seen_list import chosen_in

    desk = window.desk
    noun, marked, shown = chosen_in(window.current(), desk.office.lists)
    if noun not in ("people", "initiatives"):
        desk.notices.info(NO_READERS)
    elif not shown:
        desk.notices.info(EMPTY)
    else:
        dialog(desk, noun, tuple(marked), tuple(shown), window).open()
