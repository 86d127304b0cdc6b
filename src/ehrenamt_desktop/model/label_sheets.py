"""Sheets of labels: their geometry in mm from the upper left corner of A4.

Source: domain brief 5.2 (glabels templates, rounded). Where the source names a range, the value
that leaves equal margins on both sides is taken; nominal values differ by up to 0.5 mm from maker
to maker, which is what `LabelWish.right` and `down` are for.
"""

from __future__ import annotations

from typing import NamedTuple

LARGEST_SHIFT = 5.0
"""Millimetres a print may be shifted: text stays 5 mm from the edge of its label."""


class LabelSheet(NamedTuple):
    """A sheet of labels; lengths in mm.

    Attributes:
        key: how the command line and the settings name it.
        title: makers and numbers, as printed on the box.
        width: of one label.
        height: of one label.
        columns: labels side by side.
        rows: labels one below the other.
        left: left edge of the first label.
        top: upper edge of the first label.
        across: from the left edge of one label to that of the next.
        down: from the upper edge of one label to that of the next.
        spine: for the back of a folder: name in large letters, no address.
    """

    key: str
    title: str
    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    across: float
    down: float
    spine: bool = False

    @property
    def places(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Left and upper edge of a label; places count from 0, row by row."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.across, self.top + row * self.down

    @property
    def words(self) -> str:
        """`Avery L7160 (63,5 × 38,1 mm, 21 je Blatt)`."""
        size = f"{self.width:g} × {self.height:g}".replace(".", ",")
        return f"{self.title} ({size} mm, {self.places} je Blatt)"


SHEETS: tuple[LabelSheet, ...] = (
    LabelSheet("3475", "Avery Zweckform 3475 / 3490", 70, 36, 3, 8, 0, 4.4, 70, 36),
    LabelSheet("3474", "Avery Zweckform 3474, Herma 4464", 70, 37, 3, 8, 0, 0, 70, 37),
    LabelSheet("L7160", "Avery L7160", 63.5, 38.1, 3, 7, 7.25, 15.15, 66, 38.1),
    LabelSheet("L7161", "Avery L7161", 63.5, 46.6, 3, 6, 7.4, 8.1, 65.9, 46.7),
    LabelSheet("L7162", "Avery L7162", 99.1, 33.9, 2, 8, 4, 13, 102.5, 33.9),
    LabelSheet("L7163", "Avery L7163", 99.1, 38.1, 2, 7, 4.65, 15.2, 101.6, 38.1),
    LabelSheet("3659", "Avery Zweckform 3659", 97, 42.3, 2, 6, 8, 21.2, 96.7, 42.5),
    LabelSheet("4760", "Zweckform 4760, Ordnerrücken", 192, 38, 1, 7, 9, 15.4, 192, 38, spine=True),
    LabelSheet(
        "4761", "Zweckform 4761, Ordnerrücken", 192, 61, 1, 4, 8.8, 26.5, 192, 61, spine=True
    ),
)


class LabelWish(NamedTuple):
    """How labels are to be printed.

    Attributes:
        sheet: the key of a sheet.
        start: the first label that is still on the sheet, from 1.
        right: how far the print is shifted to the right, in mm; negative to the left.
        down: how far it is shifted down, in mm; negative up.
    """

    sheet: str = SHEETS[0].key
    start: int = 1
    right: float = 0.0
    down: float = 0.0


def sheet_of(key: str) -> LabelSheet | None:
    """The sheet of a key, written in any case."""
    return next((one for one in SHEETS if one.key.casefold() == key.strip().casefold()), None)
