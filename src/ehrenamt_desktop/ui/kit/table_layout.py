"""Which columns a table shows, in which order and how wide; the user's choice is never hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QTableView

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.views import Layout
from ehrenamt_desktop.ui.kit import theme

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.kit.frozen_column import FrozenColumn

REST = 200
"""Milliseconds after the last drag before the choice is told."""

WIDEST = 40
"""Most that fitting to the content gives a column, in heights of the base text."""


class TableLayout(QObject):
    """Lays the sections of a table's header.

    The first view follows the room: its columns share the width and the last ones give way when
    it gets narrow. Once columns or widths were chosen, all of them stay and the table scrolls.
    The first column always stands first.
    """

    changed = Signal()

    def __init__(self, view: QTableView, columns: Sequence[Column[Any]]) -> None:
        super().__init__(view)
        self._view = view
        self._columns = tuple(columns)
        self._places = {one.key: place for place, one in enumerate(self._columns)}
        self._layout = Layout()
        self._busy = False
        self._shared: object = None
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._settle)
        heads = view.horizontalHeader()
        heads.setSectionsMovable(True)
        heads.setFirstSectionMovable(False)
        heads.setResizeContentsPrecision(0)
        heads.sectionResized.connect(self._note_width)
        heads.sectionMoved.connect(self._note_order)
        heads.sectionHandleDoubleClicked.connect(self.fit)
        self._frozen: FrozenColumn | None = None
        view.horizontalScrollBar().valueChanged.connect(self._freeze)
        self._lay()

    @property
    def layout(self) -> Layout:
        """Columns and widths as they were chosen."""
        return self._layout

    @layout.setter
    def layout(self, layout: Layout) -> None:
        self._layout = self.known(layout)
        self._lay()

    def known(self, layout: Layout) -> Layout:
        """The layout without columns that this table does not have; its first column first."""
        keys = [key for key in layout.columns if key in self._places]
        first = self._columns[0].key
        columns = (first, *(key for key in keys if key != first)) if keys else ()
        widths = {key: width for key, width in layout.widths.items() if key in self._places}
        sorts = tuple((key, turned) for key, turned in layout.sorts if key in self._places)
        return Layout(columns, widths, sorts)

    def chosen(self) -> tuple[str, ...]:
        """The columns that are wanted, from left to right."""
        return self._layout.columns or tuple(one.key for one in self._columns if one.shown)

    def visible(self) -> list[int]:
        """The places of the columns that stand in the table now, from left to right."""
        heads = self._view.horizontalHeader()
        every = (heads.logicalIndex(visual) for visual in range(len(self._columns)))
        return [place for place in every if not self._view.isColumnHidden(place)]

    def share(self) -> None:
        """Give each column its width in the room there is."""
        places = [self._places[key] for key in self.chosen()]
        room = self._view.viewport().width()
        asked = (room, theme.em(), places, self._layout)
        if asked == self._shared:
            return
        self._shared = asked
        with self._laying():
            if self._layout.own:
                widths = self._own_widths(places, room)
            else:
                widths = self._first_widths(places, room)
            for place in range(len(self._columns)):
                self._view.setColumnHidden(place, place not in widths)
            for place, width in widths.items():
                self._view.setColumnWidth(place, width)

    def fit(self, place: int) -> None:
        """Make a column as wide as the content in sight."""
        self._view.resizeColumnToContents(place)
        most = WIDEST * theme.em()
        if self._view.columnWidth(place) > most:
            self._view.setColumnWidth(place, most)

    def mark(self, sorts: tuple[tuple[str, bool], ...]) -> None:
        """Point at the one column that the list is ordered by; several are numbered instead."""
        heads = self._view.horizontalHeader()
        alone = len(sorts) == 1 and sorts[0][0] in self._places
        heads.setSortIndicatorShown(alone)
        if alone:
            orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
            heads.setSortIndicator(self._places[sorts[0][0]], orders[sorts[0][1]])

    def _own_widths(self, places: list[int], room: int) -> dict[int, int]:
        kept = self._layout.widths
        widths = {
            place: round(kept[key] * theme.em() / 100)
            if (key := self._columns[place].key) in kept
            else self._natural(place)
            for place in places
        }
        spare = room - sum(widths.values())
        if spare > 0:
            free = [place for place in places if self._columns[place].key not in kept]
            for place, more in zip(free, _parts(spare, [widths[one] for one in free]), strict=True):
                widths[place] += more
            if not free:
                widths[places[-1]] += spare
        return widths

    def _first_widths(self, places: list[int], room: int) -> dict[int, int]:
        heads = self._view.horizontalHeader()
        columns = [self._columns[place] for place in places]
        least = [
            max(round(min(one.width, 12) * theme.em() * 0.55), heads.sectionSizeHint(place))
            for place, one in zip(places, columns, strict=True)
        ]
        fitting = len(columns)
        while fitting > 2 and sum(least[:fitting]) > room:
            fitting -= 1
        shares = shared([one.width for one in columns[:fitting]], least[:fitting], room)
        return dict(zip(places, shares, strict=False))

    def _natural(self, place: int) -> int:
        """Room for the wanted number of signs and for the heading."""
        signs = self._view.fontMetrics().averageCharWidth() * self._columns[place].width
        heading = self._view.horizontalHeader().sectionSizeHint(place)
        return max(signs + 2 * theme.GRID, heading)

    def _lay(self) -> None:
        self._shared = None
        heads = self._view.horizontalHeader()
        chosen = self.chosen()
        others = (one.key for one in self._columns if one.key not in chosen)
        with self._laying():
            for visual, key in enumerate((*chosen, *others)):
                heads.moveSection(heads.visualIndex(self._places[key]), visual)
        self.share()

    def _note_width(self, _place: int, before: int, after: int) -> None:
        if self._busy or not before or not after:
            return
        widths = {
            self._columns[place].key: max(1, round(self._view.columnWidth(place) * 100 / em))
            for em in (theme.em(),)
            for place in self.visible()
        }
        self._layout = self._layout._replace(widths={**self._layout.widths, **widths})
        self._timer.start()

    def _note_order(self) -> None:
        if self._busy:
            return
        heads = self._view.horizontalHeader()
        wanted = self.chosen()
        order = sorted(wanted, key=lambda key: heads.visualIndex(self._places[key]))
        self._layout = self._layout._replace(columns=tuple(order))
        self._timer.start()

    def _settle(self) -> None:
        self._lay()
        self.changed.emit()

    def _freeze(self, sideways: int) -> None:
        """Keep the first column in sight while the table is scrolled sideways."""
        if sideways and self._frozen is None:
            from ehrenamt_desktop.ui.kit.frozen_column import FrozenColumn

            self._frozen = FrozenColumn(self._view)
        if self._frozen is not None:
            self._frozen.come(beside=bool(sideways))

    @contextmanager
    def _laying(self) -> Iterator[None]:
        """What happens to the header meanwhile is not the user's doing."""
        before, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = before


def shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Shares of `room` px in proportion to `wanted`, none below its `least`."""
    shares = list(least)
    free = set(range(len(wanted)))
    while free:
        whole = sum(wanted[one] for one in free)
        left = room - sum(least[one] for one in range(len(wanted)) if one not in free)
        short = {one for one in free if left * wanted[one] // whole < least[one]}
        if not short:
            for one in free:
                shares[one] = left * wanted[one] // whole
            break
        free -= short
    return shares


def _parts(spare: int, widths: Sequence[int]) -> list[int]:
    """`spare` px in proportion to widths."""
    whole = sum(widths)
    return [spare * width // whole for width in widths]
