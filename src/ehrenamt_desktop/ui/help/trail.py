"""The way through the handbook: back and forward."""

from __future__ import annotations

from ehrenamt_desktop.ui.help.places import Place


class Trail:
    """Places in the order they were looked at."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def go(self, place: Place) -> None:
        """A new place; what lay ahead is forgotten."""
        if self._at >= 0 and self._places[self._at] == place:
            return
        self._places[self._at + 1 :] = [place]
        self._at += 1

    def back(self) -> Place | None:
        """The place before, if there is one."""
        return self._move(-1)

    def forward(self) -> Place | None:
        """The place that was left by going back."""
        return self._move(1)

    def can_go(self, step: int) -> bool:
        """Whether there is a place `step` further."""
        return 0 <= self._at + step < len(self._places)

    def _move(self, step: int) -> Place | None:
        if not self.can_go(step):
            return None
        self._at += step
        return self._places[self._at]
