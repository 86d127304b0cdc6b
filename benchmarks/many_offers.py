"""Thousands of offers in a store: copies of those it holds, each elsewhere and at other times.

Each has the words of another one. Rows go straight into the tables; lists and search are not asked
for them.
"""

from __future__ import annotations

import random
from pathlib import Path

from ehrenamt_desktop.store.connection import connect

VARIED = ("place_id", "time_grid", "hours_per_week", "rhythm", "places_total", "status")
RHYTHMS = ("once", "occasional", "monthly", "fortnightly", "weekly", "several", None)


def add_offers(path: Path, key: bytes | None, amount: int, seed: int = 7) -> None:
    """Fill a store up to that many published offers, the same ones for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - invented data
    connection = connect(path, key)
    try:
        connection.execute("BEGIN IMMEDIATE")
        columns = [row[1] for row in connection.execute("PRAGMA table_info(offer)")]
        kept = ", ".join(f'"{one}"' for one in columns if one not in ("id", *VARIED))
        names = ", ".join(VARIED)
        places = [row[0] for row in connection.execute("SELECT id FROM place WHERE member")]
        known = [row[0] for row in connection.execute("SELECT id FROM offer WHERE kind = 'offer'")]
        (last,) = connection.execute("SELECT max(id) FROM offer").fetchone()
        for number in range(last + 1, amount + 1):
            varied = (
                rng.choice(places), rng.getrandbits(21) if rng.random() < 0.8 else 0,
                rng.choice((1.0, 2.0, 3.0, None)), rng.choice(RHYTHMS),
                rng.choice((1, 2, 4, None)), "published",
            )  # fmt: skip
            connection.execute(
                f"INSERT INTO offer (id, {names}, {kept}) "  # noqa: S608 - names of columns
                f"SELECT ?, ?, ?, ?, ?, ?, ?, {kept} FROM offer WHERE id = ?",
                (number, *varied, rng.choice(known)),
            )
            connection.execute(
                "INSERT INTO offer_term (version, created_at, changed_at, source, offer_id, "
                "term_id, role, level) SELECT version, created_at, changed_at, source, ?, term_id, "
                "role, level FROM offer_term WHERE offer_id = ?",
                (number, rng.choice(known)),
            )
        connection.execute("UPDATE offer SET valid_until = NULL, ends_on = NULL")
        connection.execute("COMMIT")
    finally:
        connection.close()
