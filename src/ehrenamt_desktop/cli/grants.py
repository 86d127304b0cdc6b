"""Grant programmes on the terminal: which take applications, and who may apply."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from ehrenamt_desktop.cli.call import office_of, put_json
from ehrenamt_desktop.model.grants import Candidate, ProgrammeRow
from ehrenamt_desktop.model.text import day


def grants(call: argparse.Namespace) -> int:
    """List the programmes, or the initiatives beside one of them."""
    with office_of(call) as office:
        rows = office.grants.programmes(call.as_of)
        found = office.grants.candidates(call.programme) if call.programme is not None else None
    if found is not None:
        _tell_candidates(found, as_json=call.json)
    elif call.json:
        put_json({"programmes": [_content(one) for one in rows]})
    else:
        for one in rows:
            until = f"bis {day(one.closes_on)}" if one.closes_on else ""
            doubt = f"zu prüfen: {one.doubt}" if one.doubt else ""
            parts = (one.window.label, until, one.sums, doubt)
            print(f"{one.id:>4}  {one.name}: {', '.join(part for part in parts if part)}")
    return 0


def _tell_candidates(found: tuple[Candidate, ...], *, as_json: bool) -> None:
    if as_json:
        put_json({"initiatives": [{**one._asdict(), "fit": one.fit.value} for one in found]})
        return
    for one in found:
        print(f"{one.id:>4}  {one.fit.label:<11} {one.name}: {one.reason}")


def _content(row: ProgrammeRow) -> dict[str, Any]:
    values = row._asdict() | {"window": row.window.value}
    del values["version"]
    return {
        key: value.isoformat() if isinstance(value, dt.date) else value
        for key, value in values.items()
    }
