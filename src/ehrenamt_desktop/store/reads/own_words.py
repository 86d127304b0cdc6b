"""What the office wrote into a field before, the most frequent first."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

FIELDS = ("street", "city", "title", "profession", "referral")
"""Fields of a person that complete themselves; none of them tells who somebody is."""

MANY = 3000
"""Different words that are kept in memory."""

_HOUSE = re.compile(r"\s+\d+\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d+\s?[a-zA-Z]?)?$")


def own_words(connection: Any, field: str) -> tuple[str, ...]:
    """The words of a field, once each; streets without their house numbers.

    Raises:
        KeyError: it is none of `FIELDS`.
    """
    if field not in FIELDS:
        raise KeyError(field)
    statement = f"SELECT {field}, count(*) FROM person WHERE {field} <> '' GROUP BY 1"
    counted: Counter[str] = Counter()
    for words, times in connection.execute(statement):
        counted[_HOUSE.sub("", words) if field == "street" else words] += times
    return tuple(words for words, _ in counted.most_common(MANY))
