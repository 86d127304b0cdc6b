"""Open XML workbooks with all their sheets, as a `Book`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehrenamt_desktop.exchange import spots
from ehrenamt_desktop.exchange.package import Package
from ehrenamt_desktop.exchange.sheet_stream import SheetStream
from ehrenamt_desktop.exchange.sheets import Row
from ehrenamt_desktop.exchange.table import Grid
from ehrenamt_desktop.model.imports import Sheet


class XlsxBook:
    """Streams a sheet each time it is asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._streams: dict[int, SheetStream] = {}

    def choices(self) -> Sequence[Sheet]:
        """Its sheets of cells."""
        return [Sheet(part.name, part.hidden) for part in self._package.sheets]

    def rows(self, at: int) -> Iterator[Row]:
        """The rows of a sheet that hold something."""
        stream = self._streams[at] = SheetStream(self._package, self._package.sheets[at])
        return stream.rows()

    def remarks(self, at: int) -> tuple[list[str], Grid]:
        """What the sheet that was read to its end should be known for."""
        stream = self._streams[at]
        said = spots.hidden_rows(stream.hidden_rows)
        if self._package.linked:
            said.append(
                "Die Tabelle holt Werte aus anderen Dateien; gelesen wird, was zuletzt in ihr "
                "gespeichert wurde."
            )
        return said, Grid((), tuple(stream.merged), tuple(stream.hidden_columns))
