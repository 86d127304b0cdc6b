"""An Excel list of 100,000 rows and 12 columns beside openpyxl write-only with the same cells.

Called with a name it is the measured process itself: `ours` writes the list as the program does,
`openpyxl` the same typed and styled cells, each style composed once and handed on, which is the
fastest way its own interface allows.
"""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.results import Result, result, say
from benchmarks.watching import Watcher
from ehrenamt_desktop.model.columns.base import Column

ROWS = 100_000
REPEATS = 3
RIGHT = ("number", "places", "hours")
DATES = ("confirmed", "until")


class Thing(NamedTuple):
    """A row with the types that lists have."""

    number: int
    title: str
    initiative: str
    place: str
    municipality: str
    area: str
    stage: str
    confirmed: dt.date
    until: dt.date | None
    places: int
    hours: float
    phone: str


KEYS = Thing._fields


def run() -> list[Result]:
    """Both in turn, each in a fresh process."""
    taken: dict[str, list[tuple[float, float]]] = {"ours": [], "openpyxl": []}
    for _ in range(REPEATS):
        for who, found in taken.items():
            found.append(_measured(who))
    ours, theirs = (statistics.median(one for one, _ in taken[who]) for who in taken)
    peak, other = (statistics.median(one for _, one in taken[who]) for who in taken)
    say(f"100,000 × 12: ours {ours:.2f} s, {peak:.0f} MB; openpyxl {theirs:.2f} s, {other:.0f} MB")
    name = "Excel list of 100,000 rows and 12 columns"
    return [
        result(
            f"{name}, beside openpyxl", ours / theirs, f"openpyxl {theirs:.1f} s", ours / theirs
        ),
        result(f"{name}, memory", peak, f"openpyxl {other:.0f} MB", peak / other),
    ]


def _measured(who: str) -> tuple[float, float]:
    """Seconds without the imports, and the peak of the whole process in MB."""
    call = [sys.executable, "-m", "benchmarks.workbook", who]
    with (
        subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as process,
        Watcher(process.pid) as watcher,
    ):
        told, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(f"{who} ended with {process.returncode}")
    return float(told), watcher.peak


def things() -> Iterator[Thing]:
    """The rows, made while they are written."""
    for n in range(ROWS):
        yield Thing(
            n + 1, f"Kindern beim Lesen zuhören {n}", f"Förderverein {n % 900}", "Ulfen", "Sontra",
            "Kindergarten und Schule", "veröffentlicht", dt.date(2026, 1 + n % 12, 1 + n % 28),
            dt.date(2027, 1 + n % 12, 1 + n % 28) if n % 3 else None, n % 9, n % 40 / 4,
            f"05653 {9000 + n}",
        )  # fmt: skip


def ours(path: Path) -> None:
    """As the program does it."""
    from ehrenamt_desktop.reports.sheet import write_list

    def column(key: str) -> Column[Thing]:
        read = attrgetter(key)
        return Column(
            key, key, lambda one: str(read(one) or ""), value=read,
            align="right" if key in RIGHT else "left",
        )  # fmt: skip

    write_list(path, "Angebote", [column(key) for key in KEYS], things(), {"Stand": "23.11.2026"})


def openpyxl(path: Path) -> None:
    """Bare openpyxl in its write-only mode."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("Angebote")
    looks = []
    for key in KEYS:
        cell: Any = WriteOnlyCell(sheet, "")
        cell.font = Font(name="Calibri", size=11)
        side = "right" if key in RIGHT else "left"
        cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
        cell.border = Border(bottom=Side(style="hair", color="FFAEBAB4"))
        if key in DATES:
            cell.number_format = "dd.mm.yyyy"
        looks.append(cell._style)  # noqa: SLF001 - composing it per cell takes three times as long
    sheet.append(list(KEYS))
    for row in things():
        cells: list[Any] = []
        for index, look in enumerate(looks):
            kept: Any = row[index]
            cell = WriteOnlyCell(sheet, kept)
            cell._style = look  # noqa: SLF001 - as above
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def main(who: str) -> None:
    """Write once and tell the seconds."""
    import ehrenamt_desktop.reports.sheet  # noqa: F401 - imported before the clock starts

    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        {"ours": ours, "openpyxl": openpyxl}[who](Path(folder) / "list.xlsx")
        print(time.perf_counter() - begun)


if __name__ == "__main__":
    main(sys.argv[1])
