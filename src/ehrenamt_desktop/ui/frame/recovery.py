"""After a crash: asks once, in the bar, whether what was typed comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.unsaved import Unsaved
from ehrenamt_desktop.ui.frame.tab_specs import tab_of
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tasks import Lane

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow


def offer_unsaved(window: MainWindow) -> None:
    """Look for forms that were not kept when the program ended, and offer them."""
    lists = window.desk.office.lists
    window.desk.tasks.run(
        Lane.READ, lists.unsaved, lambda found: _ask(window, found), key="unsaved"
    )


def _ask(window: MainWindow, found: tuple[Unsaved, ...]) -> None:
    if not found:
        return
    latest = found[0].saved_at
    day = "heute" if latest.date() == clock.today() else f"{latest:%d.%m.%Y}"
    names = ", ".join(dict.fromkeys(one.words for one in found))
    window.desk.notices.info(
        f"Nicht gespeicherte Eingaben von {day}, {latest:%H:%M} Uhr: {names}.",
        Action("Wiederherstellen", lambda: _restore(window, found)),
        Action("Verwerfen", lambda: _drop(window, found)),
    )


def _restore(window: MainWindow, found: tuple[Unsaved, ...]) -> None:
    """Put the latest of each kind back; earlier ones are offered at the next start."""
    for one in {one.kind: one for one in reversed(found)}.values():
        if one.kind is Kind.INTERACTION:
            _restore_talk(window, one)
        else:
            window.show_tab(tab_of(one.kind))
            window.current().restore(one)


def _restore_talk(window: MainWindow, unsaved: Unsaved) -> None:
    """Open the record the talk is with, and the talk as it was typed."""
    from ehrenamt_desktop.ui.record.talk_dialog import owner_of, talk_again

    ((column, owner),) = owner_of(unsaved.values).items()
    kind = Kind.PERSON if column == "person_id" else Kind.INITIATIVE
    lists, number = window.desk.office.lists, unsaved.number
    window.open_record(kind, owner)
    window.desk.tasks.run(
        Lane.READ,
        lambda: None if number is None else lists.talk(number),
        lambda talk: talk_again(window.desk, unsaved, talk, window.current()).open(),
    )


def _drop(window: MainWindow, found: tuple[Unsaved, ...]) -> None:
    office, keys = window.desk.office, [one.key for one in found]
    window.desk.tasks.run(Lane.WRITE, lambda: office.autosaves.drop(keys), lambda _: None)
