"""How a list is looked at: columns, widths and order (`Layout`), with search and filters (`View`).

Both become plain data for the file of this computer and for the store. Reading them back never
fails: what is wrong or of another time is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

MOST = 100
"""Columns, order keys, filters, and values of a filter that are read back."""

LONGEST = 400
"""Signs of a text that are read back."""

WIDEST = 10_000
"""Hundredths of a line's height; no column is wider."""


class Layout(NamedTuple):
    """The look of a list.

    Attributes:
        columns: keys of the shown columns from left to right; none means the first view.
        widths: chosen widths in hundredths of the height of the base text, by column.
        sorts: keys of the order with whether each is turned round; none means the list's own.
    """

    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = MappingProxyType({})
    sorts: tuple[tuple[str, bool], ...] = ()

    @property
    def own(self) -> bool:
        """Whether columns or widths were chosen; else they follow the room there is."""
        return bool(self.columns or self.widths)

    def plain(self) -> dict[str, Any]:
        """Lists, texts and numbers that JSON holds."""
        return {
            "columns": list(self.columns),
            "widths": dict(self.widths),
            "sorts": [list(one) for one in self.sorts],
        }

    @classmethod
    def read(cls, plain: object) -> Layout:
        """The layout of plain data."""
        parts = plain if isinstance(plain, dict) else {}
        widths = {
            key: width
            for key, width in _pairs(parts.get("widths"))
            if type(width) is int and 0 < width <= WIDEST
        }
        sorts = {
            one[0]: one[1]
            for one in _list(parts.get("sorts"))
            if isinstance(one, list) and len(one) == 2
            and isinstance(one[0], str) and isinstance(one[1], bool)
        }  # fmt: skip
        return cls(_texts(parts.get("columns")), widths, tuple(sorts.items()))


class View(NamedTuple):
    """What a named view keeps.

    Attributes:
        text: search words.
        filters: accepted values by filter, as `ListQuery.filters`.
        layout: the look.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    layout: Layout = Layout()

    def plain(self) -> dict[str, Any]:
        """Lists, texts and numbers that JSON holds."""
        filters = {key: list(values) for key, values in self.filters.items() if values}
        return {"text": self.text, "filters": filters, "layout": self.layout.plain()}

    @classmethod
    def read(cls, plain: object) -> View:
        """The view of plain data."""
        parts = plain if isinstance(plain, dict) else {}
        text = parts.get("text")
        filters = {key: _texts(values) for key, values in _pairs(parts.get("filters"))}
        return cls(
            text[:LONGEST] if isinstance(text, str) else "",
            {key: values for key, values in filters.items() if values},
            Layout.read(parts.get("layout")),
        )


class ViewRow(NamedTuple):
    """A saved view; `lost` names filters that its list does not know any more."""

    id: int
    name: str
    view: View
    lost: tuple[str, ...] = ()


def _list(plain: object) -> list[Any]:
    return plain[:MOST] if isinstance(plain, list) else []


def _texts(plain: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in _list(plain) if isinstance(one, str)))


def _pairs(plain: object) -> list[tuple[str, Any]]:
    found = plain.items() if isinstance(plain, dict) else ()
    return [(key, value) for key, value in found if isinstance(key, str)][:MOST]
