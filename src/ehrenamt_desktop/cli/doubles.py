"""People who were entered twice."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import Line, office_of, put_json
from ehrenamt_desktop.model.text import count, number


def doubles(call: argparse.Namespace) -> int:
    """List the pairs of people that are taken for one."""
    with office_of(call) as office:
        pairs = office.doubles.pairs(Line())
    if call.json:
        put_json({
            "pairs": [
                {"a": one.a.number, "b": one.b.number, "score": one.score, "reason": one.reason}
                for one in pairs
            ]
        })  # fmt: skip
        return 0
    for one in pairs:
        print(f"{number(one.score, 2):>5}  Nr. {one.a.number} {one.a.name} ({one.a.about})")
        print(f"{'':>7}Nr. {one.b.number} {one.b.name} ({one.b.about}): {one.reason}")
    print(count(len(pairs), "Paar", "Paare") if pairs else "Keine Person steht doppelt.")
    return 0
