"""Which entries of a list are meant: the marked ones, or all that are shown."""

from __future__ import annotations

from ehrenamt_desktop.ui.kit.strips import SegmentStrip


class ExtentStrip(SegmentStrip):
    """Begins with the marked ones when there are several; without marked ones there is no choice.

    Args:
        marked: how many are marked.
        shown: how many the list shows.
        question: what a screen reader says.
        name: of the object.
    """

    def __init__(self, marked: int, shown: int, question: str, name: str) -> None:
        extents = [("shown", f"Alle der Liste ({shown})")]
        if marked:
            extents.insert(0, ("marked", f"Markierte ({marked})"))
        super().__init__(extents, name=name)
        self.setAccessibleName(question)
        self.set_current("marked" if marked > 1 else "shown")
