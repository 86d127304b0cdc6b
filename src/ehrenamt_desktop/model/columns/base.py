"""What a column is."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Generic, Literal, NamedTuple, TypeVar

Align = Literal["left", "right", "center"]
Row = TypeVar("Row")


class Tone(Enum):
    """The meaning of a colour; the words beside it say the same."""

    PLAIN = "plain"
    SOFT = "soft"
    GOOD = "good"
    SOON = "soon"
    LATE = "late"
    UNDER_WAY = "under_way"


class Column(NamedTuple, Generic[Row]):
    """One column of a list of `Row`.

    Attributes:
        key: stable English name; also the name of its sort order in `store/reads`.
        title: German heading.
        text: what a cell shows.
        value: a real date or number for Excel; None means the text.
        align: side the text stands on.
        width: wanted width in characters.
        tone: colour meaning of a cell.
        shown: whether it stands in the first view.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    value: Callable[[Row], object] | None = None
    align: Align = "left"
    width: int = 16
    tone: Callable[[Row], Tone] | None = None
    shown: bool = True
