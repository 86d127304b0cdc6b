"""The dialog that notes a talk, or plans one, with a person or an initiative."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import InteractionKind, InteractionState
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog
from ehrenamt_desktop.ui.record.talk_form import TalkHelp
from ehrenamt_desktop.ui.record.talk_specs import TALK


def new_talk(desk: Desk, owner: Mapping[str, int], parent: QWidget) -> EntryDialog:
    """Asks for a talk or an appointment.

    Args:
        desk: where to keep and to tell.
        owner: whom it is with: `person_id` or `initiative_id` and the number.
        parent: Qt's owner.
    """
    values = {
        "kind": InteractionKind.CALL, "state": InteractionState.HELD, "on": clock.today(),
    }  # fmt: skip
    made = EntryDialog(
        "Gespräch eintragen", "talk", TALK, Vocabulary(), values, desk,
        lambda given: desk.office.interactions.add({**given, **owner}), parent,
        name="talk", said="Das Gespräch ist eingetragen.",
    )  # fmt: skip
    TalkHelp(desk, made.form)
    return made
