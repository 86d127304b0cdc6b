"""Whether „Erweitert“ is open: the same for both ways to match, remembered by this computer."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import QObject, Signal

from ehrenamt_desktop.ui.kit.kept_layouts import keep_text, kept_text

KEY = "matching.expert"
OPEN = "open"


class ExpertMode(QObject):
    """One for each window."""

    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open = kept_text(KEY) == OPEN

    @classmethod
    def of(cls, owner: QObject) -> Self:
        """The mode that belongs to what a window shares, such as its bus."""
        return owner.findChild(cls) or cls(owner)

    @property
    def is_open(self) -> bool:
        """Whether numbers and tools are shown."""
        return self._open

    def set_open(self, wanted: bool) -> None:
        """Open or fold in the whole window."""
        if wanted != self._open:
            self._open = wanted
            keep_text(KEY, OPEN if wanted else "")
            self.changed.emit(wanted)
