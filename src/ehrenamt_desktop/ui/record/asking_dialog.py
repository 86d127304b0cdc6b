"""The mask „Nachfragen“ in a dialog, where no list has room for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.record.asking_panel import AskingPanel


class AskingDialog(Dialog):
    """Closes when the answers are kept."""

    def __init__(self, panel: AskingPanel, parent: QWidget | None = None) -> None:
        super().__init__("Nachfragen", parent, name="asking", width_em=52)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = panel
        if len(panel.blocks) == 1:
            self.body.addWidget(label(panel.blocks[0].heading(), "strong", wrap=True, private=True))
        self.body.addWidget(panel)
        self.body.addStretch(1)
        panel.settled.connect(self.accept)
        panel.closed.connect(self.reject)
        panel.setFocus()

    def confirm(self) -> None:
        """Keep what was said."""
        self.panel.confirm()
