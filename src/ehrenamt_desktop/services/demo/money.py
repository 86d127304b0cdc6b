"""What the demonstration office spent in two years, and what it wants to reach in this one."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from ehrenamt_desktop.model.enums import CostKind
from ehrenamt_desktop.model.records.report import Cost, Target
from ehrenamt_desktop.services.demo.stock import moment, stamps
from ehrenamt_desktop.store.bulk import insert_rows
from ehrenamt_desktop.store.unit import Unit

REGULAR = (
    (CostKind.PAPER, "Druck der Aushänge und Porto", "", 2_900, 8_900),
    (CostKind.PUBLICITY, "Anzeige im Mitteilungsblatt", "", 4_500, 12_000),
    (CostKind.TRAVEL, "Fahrt zum Sprechtag in Herleshausen", "Herleshausen", 1_200, 1_900),
    (CostKind.TRAVEL, "Fahrt zum Sprechtag in Nentershausen", "Nentershausen", 1_500, 2_300),
    (CostKind.OFFICE, "Büromaterial", "", 1_800, 6_400),
    (CostKind.RECOGNITION, "Dankeschön-Abend im Bürgerhaus", "Sontra", 18_000, 32_000),
    (CostKind.TRAINING, "Fortbildung Kassel", "", 9_000, 21_000),
)
"""Kind, what for, municipality, least and most cents."""
TARGETS = (
    ("consult_first", "", 60.0), ("placements", "", 40.0), ("placements", "Sontra", 20.0),
    ("rate_cohort", "", 0.5), ("followup_rate", "", 0.9), ("offers_active", "", 60.0),
)  # fmt: skip


def spend(unit: Unit, rng: random.Random, as_of: dt.date) -> None:
    """Enter some costs in each quarter of two years, and this year's targets."""
    first = as_of.replace(year=as_of.year - 1, month=1, day=1)
    days = [first + dt.timedelta(days=one) for one in range(20, (as_of - first).days, 91)]
    rows: list[dict[str, Any]] = []
    for day in days:
        for kind, note, town, least, most in rng.sample(REGULAR, 4):
            on = day + dt.timedelta(days=rng.randrange(0, 60))
            if on <= as_of:
                rows.append(
                    {
                        "on": on, "kind": kind, "note": note, "municipality": town,
                        "cents": rng.randrange(least, most), **stamps(moment(on, rng)),
                    }
                )  # fmt: skip
    insert_rows(unit, Cost, rows)
    begun = stamps(moment(as_of.replace(month=1, day=1), rng))
    insert_rows(
        unit,
        Target,
        [{"year": as_of.year, "figure": figure, "municipality": town, "value": value, **begun}
         for figure, town, value in TARGETS],
    )  # fmt: skip
