"""A person as doubles are judged by: names in words, numbers in digits, made once per record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ehrenamt_desktop.model import likeness
from ehrenamt_desktop.model.text import fold


class Sketch(NamedTuple):
    """What is compared of one person.

    Attributes:
        number: the person's number, 0 for one who is only typed yet.
        first, last: folded words of the names.
        mark: 1 for "sen.", 2 for "jun.", 0 for neither.
        sex: the salutation if it tells.
        day: day of birth as `YYYYMMDD`, or empty.
        year: year of birth, 0 if unknown.
        mobiles, landlines: digits.
        street, house, postcode, town, place: the address; `place` is the Ortsteil's number.
    """

    number: int
    first: tuple[str, ...]
    last: tuple[str, ...]
    mark: int
    sex: str
    day: str
    year: int
    mobiles: tuple[str, ...]
    landlines: tuple[str, ...]
    mail: str
    street: str
    house: str
    postcode: str
    town: str
    place: int


def sketch(number: int, values: Mapping[str, Any]) -> Sketch:
    """The sketch of a person's columns; dates as text or dates, missing columns as unknown."""
    first_text, last_text = _text(values, "first_name"), _text(values, "last_name")
    if not first_text and "," in last_text:
        last_text, first_text = (part.strip() for part in last_text.split(",", 1))
    last, mark = likeness.last_words(last_text)
    first: tuple[str, ...]
    if not first_text and len(last) == 2 and likeness.is_first_name(last[0]):
        first, last, second = last[:1], last[1:], 0
    else:
        first, second = likeness.first_words(first_text)
    _, third = likeness.first_words(_text(values, "title"))
    runs = likeness.phones(_text(values, "phone"), _text(values, "mobile"))
    way, house = likeness.street(_text(values, "street"))
    day = _text(values, "birth_date").replace("-", "")
    sex = _text(values, "salutation")
    return Sketch(
        number, first, last, mark or second or third,
        sex if sex in {"mr", "ms"} else "",
        day, int(day[:4] or values.get("birth_year") or 0),
        tuple(one for one in runs if likeness.is_mobile(one)),
        tuple(one for one in runs if not likeness.is_mobile(one)),
        likeness.mail(_text(values, "email")), way, house,
        fold(_text(values, "postcode")), likeness.bare(fold(_text(values, "city"))),
        int(values.get("place_id") or 0),
    )  # fmt: skip


def _text(values: Mapping[str, Any], key: str) -> str:
    found = values.get(key)
    if found is None:
        return ""
    return str(getattr(found, "value", found))
