"""Doubles among people: warned of while typing, listed for review, told apart for good."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import select

from ehrenamt_desktop.model import likeness
from ehrenamt_desktop.model.doubles import DoublePair, LikelyPerson, Side
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.records.person import NotADouble, Person
from ehrenamt_desktop.model.text import day, parse_day
from ehrenamt_desktop.services.doubles import bodies, search
from ehrenamt_desktop.services.doubles.judge import HINT
from ehrenamt_desktop.services.doubles.rarity import Rarity
from ehrenamt_desktop.services.doubles.sketch import sketch
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import doubles
from ehrenamt_desktop.store.traces import word

MOST = 3
"""People or initiatives named while somebody types."""

BEGINNING, MOST_WORDS = 3, 6
"""Signs of a word that must be typed without a slip, and words of a name that are looked at."""

_SOUGHT = (
    "first_name", "last_name", "title", "salutation", "birth_date", "birth_year", "street",
    "postcode", "city", "place_id", "phone", "mobile", "email",
)  # fmt: skip


class Doubles:
    """Use cases on people who may have been entered twice."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pairs(self, progress: Progress | None = None) -> list[DoublePair]:
        """Every pair that is taken for one person, the surest first; each is a claim.

        People in the trash and pairs told apart are left out.
        """
        with self._store.read() as connection:
            rows = doubles.people(connection)
            known = doubles.told_apart(connection)
        by_number = {int(row["id"]): row for row in rows}
        return [
            DoublePair(_side(by_number[one.a]), _side(by_number[one.b]), one.score, one.reason)
            for one in search.pairs(rows, known, progress)
        ]

    def like(
        self, values: Mapping[str, Any], apart_from: int | None = None
    ) -> tuple[LikelyPerson, ...]:
        """The people who may be the one that is being typed, the likeliest first.

        Args:
            values: fields of a person as far as they are filled.
            apart_from: the number of the person whose form it is.
        """
        typed = {key: values.get(key) for key in _SOUGHT}
        if not typed["last_name"]:
            return ()
        asked = sketch(apart_from or 0, typed)
        with self._store.read() as connection:
            words = sorted(word(key) for key in likeness.keys(typed))
            rows = [row for row in doubles.sharing(connection, words) if row["id"] != apart_from]
            rarity = Rarity.counted(
                doubles.amount(connection),
                {one: doubles.bearers(connection, one) for one in asked.last},
                {one: doubles.bearers(connection, one) for one in asked.first},
            )
            known = doubles.told_apart(connection) if apart_from else set()
        found = [
            pair for pair in search.likely(asked, rows, rarity, HINT)
            if (pair.a, pair.b) not in known
        ]  # fmt: skip
        by_number = {int(row["id"]): row for row in rows}
        return tuple(
            LikelyPerson(_side(by_number[other]), pair.score, pair.reason)
            for pair in found[:MOST]
            for other in (pair.a, pair.b)
            if other in by_number
        )

    def like_initiative(
        self, values: Mapping[str, Any], apart_from: int | None = None
    ) -> tuple[LikelyPerson, ...]:
        """The initiatives that may be the one that is being typed, by name."""
        name = str(values.get("name") or "")
        beginnings = sorted({word[:BEGINNING] for word in bodies.telling(name)[:MOST_WORDS]})
        with self._store.read() as connection:
            rows = doubles.bodies(connection, beginnings)
        others = [row for row in rows if row["id"] != apart_from]
        return tuple(bodies.likely(name, others)[:MOST])

    def tell_apart(self, one: int, other: int) -> None:
        """Remember that two people are two; they are no longer listed.

        Raises:
            DomainError: one is gone or lies in the trash.
        """
        low, high = sorted((one, other))
        with self._store.write("Als verschieden gemerkt") as unit:
            for number in (low, high):
                find(unit, Person, number)
            pair = (NotADouble.person_id == low, NotADouble.other_id == high)
            if unit.exec(select(NotADouble).where(*pair)).first() is None:
                unit.add(NotADouble(person_id=low, other_id=high))


def _side(row: Mapping[str, Any]) -> Side:
    name = ", ".join(part for part in (row["last_name"], row["first_name"]) if part)
    born = day(parse_day(row["birth_date"] or "")) or str(row["birth_year"] or "")
    about = (born, row["city"], row["phone"] or row["mobile"] or row["email"])
    return Side(int(row["id"]), name, " · ".join(part for part in about if part))
