"""The dialog that notes when somebody was given the privacy notice (Art. 13 and 14 GDPR)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog

SPECS = (
    FieldSpec("on", "Ausgehändigt oder geschickt am", FieldKind.DATE, wide=True,
              hint="Vermerkt wird die Fassung von heute; gedruckt wird im Menü „Datenschutz“."),
)  # fmt: skip


def notice_dialog(desk: Desk, kind: Kind, number: int, parent: QWidget) -> EntryDialog:
    """Asks for the day; an empty one is today."""
    return EntryDialog(
        "Datenschutzhinweis ausgehändigt", "", SPECS, Vocabulary(), {"on": clock.today()}, desk,
        lambda given: desk.office.privacy_papers.handed(kind, number, given["on"] or clock.today()),
        parent, name="notice", said="Der Datenschutzhinweis ist vermerkt.",
    )  # fmt: skip
