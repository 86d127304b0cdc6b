"""The change bus: one signal for every committed step, fed from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from ehrenamt_desktop.model.enums import Kind
    from ehrenamt_desktop.model.queries import Change


class ChangeBus(QObject):
    """Tells the desk, on the window's thread, which records a step touched."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def publish(self, changes: tuple[Change, ...]) -> None:
        """Announce a step; may be called from any thread."""
        self._arrived.emit(changes)

    @Slot(object)
    def _deliver(self, changes: tuple[Change, ...]) -> None:
        self.changed.emit(changes)


def touches(changes: tuple[Change, ...], *kinds: Kind) -> bool:
    """Whether a step touched records of one of the kinds."""
    return any(change.kind in kinds for change in changes)
