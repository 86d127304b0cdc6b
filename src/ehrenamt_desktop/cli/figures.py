"""The figures of a period on the terminal."""

from __future__ import annotations

import argparse
from typing import Any

from ehrenamt_desktop.cli.call import Line, office_of, put_json
from ehrenamt_desktop.model.figure_rows import FigureLine, FigureReport, Shown


def figures(call: argparse.Namespace) -> int:
    """Print all figures of a period."""
    with office_of(call) as office:
        if call.internal:
            report = office.figures.look(call.start, call.end)
        else:
            report = office.figures.report(call.start, call.end, progress=Line())
    if call.json:
        put_json(_content(report))
    else:
        _print(report)
    return 0


def _print(report: FigureReport) -> None:
    print(report.period)
    width = max(len(one.heading) for one in report.lines)
    for one in report.lines:
        target = f"   Ziel {one.target_text}" if one.target is not None else ""
        print(f"{one.heading:<{width}}  {one.now.long:>20}   Vorjahr {one.before.text}{target}")
    for note in report.notes:
        print(note)


def _content(report: FigureReport) -> dict[str, Any]:
    return {
        "period": {"from": report.start.isoformat(), "to": report.end.isoformat()},
        "figures": [_figure(one, report) for one in report.lines],
        "splits": {
            one.key: {part.label: _value(part.shown) for part in one.parts} for one in report.splits
        },
        "notes": list(report.notes),
    }


def _figure(one: FigureLine, report: FigureReport) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name,
        "unit": one.unit.value,
        "value": _value(one.now),
        "before": _value(one.before),
        "target": one.target,
        "municipalities": dict(zip(report.towns, map(_value, one.towns), strict=False)),
        "ages": dict(zip(report.ages, map(_value, one.ages), strict=False)),
    }


def _value(shown: Shown) -> float | str:
    """The number, or why there is none."""
    return shown.text if shown.amount is None else shown.amount
