"""Reports of figures as plain JSON values and back: what an edition keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from ehrenamt_desktop.model.figure_rows import (
    AreaLine,
    Block,
    DefinitionLine,
    FigureLine,
    FigureReport,
    Part,
    Series,
    Shown,
    SpendingLine,
    Split,
    Unit,
)
from ehrenamt_desktop.model.shield import Printed

Plain = Mapping[str, Any]


def plain(value: Any) -> Any:
    """A row and all it holds as lists, mappings, texts and numbers."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: plain(part) for key, part in value._asdict().items()}
    if isinstance(value, frozenset):
        return sorted(plain(part) for part in value)
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    return value


def report(value: Plain) -> FigureReport:
    """A report from `plain`."""
    return FigureReport(
        number=value["number"],
        title=value["title"],
        start=_day(value["start"]),
        end=_day(value["end"]),
        on=_day(value["on"]),
        before_start=_day(value["before_start"]),
        before_end=_day(value["before_end"]),
        towns=tuple(value["towns"]),
        ages=tuple(value["ages"]),
        lines=tuple(_line(one) for one in value["lines"]),
        splits=tuple(_split(one) for one in value["splits"]),
        areas=tuple(_area(one) for one in value["areas"]),
        spending=tuple(
            SpendingLine(**{**one, "towns": tuple(one["towns"])}) for one in value["spending"]
        ),
        series=tuple(
            Series(one["key"], one["name"], Unit(one["unit"]), _parts(one["points"]))
            for one in value["series"]
        ),
        definitions=tuple(DefinitionLine(**one) for one in value["definitions"]),
        notes=tuple(value["notes"]),
        hash=value["hash"],
    )


def printed(value: Plain) -> Printed:
    """A printed table from `plain`."""
    return Printed(
        value["name"],
        _day(value["start"]),
        _day(value["end"]),
        tuple(tuple(row) for row in value["counts"]),
        frozenset((row, column) for row, column in value["hidden"]),
    )


def _line(one: Plain) -> FigureLine:
    return FigureLine(
        one["key"],
        one["name"],
        Block(one["block"]),
        Unit(one["unit"]),
        one["estimate"],
        _shown(one["now"]),
        _shown(one["before"]),
        one["target"],
        _row(one["towns"]),
        _row(one["towns_before"]),
        _row(one["ages"]),
        tuple(_row(cells) for cells in one["grid"]),
        tuple(one["town_targets"]),
    )


def _split(one: Plain) -> Split:
    block = Block(one["block"])
    total = _shown(one["total"])
    return Split(one["key"], one["figure"], one["title"], block, total, _parts(one["parts"]))


def _area(one: Plain) -> AreaLine:
    cells = (_shown(one[key]) for key in ("offers", "seekers", "placements"))
    return AreaLine(one["area"], *cells)


def _parts(parts: Sequence[Plain]) -> tuple[Part, ...]:
    return tuple(Part(one["label"], _shown(one["shown"])) for one in parts)


def _row(cells: Sequence[Plain]) -> tuple[Shown, ...]:
    return tuple(_shown(one) for one in cells)


def _shown(one: Plain) -> Shown:
    return Shown(one["amount"], Unit(one["unit"]), one["why"], one["part"], one["whole"])


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
