"""Age as a range: exact with a date of birth, two years wide when only the year is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

MAJORITY = 18


@dataclass(frozen=True, slots=True)
class Age:
    """Smallest and largest possible age in full years; both None when nothing is known."""

    low: int | None
    high: int | None

    @property
    def known(self) -> bool:
        """Whether anything is known."""
        return self.low is not None

    @property
    def may_be_minor(self) -> bool:
        """Whether the person can be under 18 as far as known facts go (unknown: no facts)."""
        return self.low is not None and self.low < MAJORITY

    @property
    def surely_adult(self) -> bool:
        """Whether the person is 18 or older beyond doubt."""
        return self.low is not None and self.low >= MAJORITY


UNKNOWN = Age(None, None)


def age(birth_date: dt.date | None, birth_year: int | None, as_of: dt.date) -> Age:
    """The age in full years on `as_of`; a year alone leaves a range of two values."""
    if birth_date is not None:
        had_birthday = (as_of.month, as_of.day) >= (birth_date.month, birth_date.day)
        exact = as_of.year - birth_date.year - (0 if had_birthday else 1)
        return Age(exact, exact)
    if birth_year is not None:
        return Age(as_of.year - birth_year - 1, as_of.year - birth_year)
    return UNKNOWN
