"""The dialog that notes a talk, or plans one, with a person or an initiative."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import InteractionKind, InteractionState, Kind
from ehrenamt_desktop.model.rows import TalkDetail
from ehrenamt_desktop.model.unsaved import Unsaved
from ehrenamt_desktop.ui.kit import form_draft
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.record.autosaver import Autosaver
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog
from ehrenamt_desktop.ui.record.talk_form import TalkHelp
from ehrenamt_desktop.ui.record.talk_specs import TALK

OWNERS = ("person_id", "initiative_id")


def owner_of(values: Mapping[str, object]) -> dict[str, int]:
    """Whom a talk is with: the column and the number."""
    return {key: int(str(values[key])) for key in OWNERS if values.get(key) is not None}


def new_talk(desk: Desk, owner: Mapping[str, int], parent: QWidget) -> EntryDialog:
    """Asks for a talk or an appointment.

    Args:
        desk: where to keep and to tell.
        owner: whom it is with: `person_id` or `initiative_id` and the number.
        parent: Qt's owner.
    """
    made, _ = _dialog(desk, owner, None, parent)
    return made


def talk_again(
    desk: Desk, unsaved: Unsaved, talk: TalkDetail | None, parent: QWidget
) -> EntryDialog:
    """Shows what was typed about a talk before the program ended; nothing is saved yet.

    Args:
        desk: where to keep and to tell.
        unsaved: what was typed.
        talk: the talk that was being changed; None for a new one.
        parent: Qt's owner.
    """
    made, autosaver = _dialog(desk, owner_of(unsaved.values), talk, parent)
    autosaver.adopt(unsaved.key)
    form_draft.put_back(made.form, unsaved.changes)
    autosaver.keep()
    return made


def _dialog(
    desk: Desk, owner: Mapping[str, int], talk: TalkDetail | None, parent: QWidget
) -> tuple[EntryDialog, Autosaver]:
    values: Mapping[str, object] = {
        "kind": InteractionKind.CALL, "state": InteractionState.HELD, "on": clock.today(),
    }  # fmt: skip

    def keep(given: dict[str, object]) -> None:
        if talk is None:
            desk.office.interactions.add({**given, **owner})
        else:
            desk.office.interactions.change(talk.id, given, talk.version)

    made = EntryDialog(
        "Gespräch eintragen" if talk is None else "Gespräch ändern", "talk", TALK, Vocabulary(),
        values if talk is None else talk.values, desk, keep, parent,
        name="talk", said="Das Gespräch ist eingetragen.",
    )  # fmt: skip
    TalkHelp(desk, made.form, talk.id if talk else None)
    number = talk.id if talk else None
    autosaver = Autosaver(
        desk, Kind.INTERACTION, lambda: made.form, lambda: (number, owner), made
    )  # fmt: skip
    made.form.changed.connect(autosaver.follow)
    made.finished.connect(autosaver.forget)
    return made, autosaver
