from __future__ import annotations

import datetime as dt
import locale

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.exchange import dates

FIRST = dt.date(2011, 6, 5)
ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["5.6.2011", "05.06.2011", "05. 06. 2011", "5.6.11", "2011-06-05", "2011-06-05T10:30:00Z",
     "2011-06-05 10:30", "05.06.2011 08:00", "5. Juni 2011", "5 June 2011", "5. Jun. 2011",
     "So, 5.6.2011", "Sonntag, 5. Juni 2011", "am 5.6.2011", "geb. am 5.6.2011", "* 5.6.2011",
     "5.6.2011.", "5.Juni 2011", "2011/06/05", "den 5. Juni 2011"],
)  # fmt: skip
def test_reads_what_people_write(text: str) -> None:
    assert dates.read(text) == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "06/05/2011",
        "31.02.2011",
        "2011",
        "gestern",
        "5.6.",
        "1.13.2011",
        "So",
        "am",
        "Juni 2011",
        "22000",
    ],
)
def test_guesses_nothing(text: str) -> None:
    assert dates.read(text) is None


@pytest.mark.parametrize(
    ("text", "pattern"),
    [("June 05 2011", "%B %d %Y"), ("Juni 5 2011", "%B %d %Y"), ("Jun 05, 2011", "%b %d, %Y"),
     ("06/05/2011", "%m/%d/%Y"), ("05-06-11", "%d-%m-%y"), ("1307263000", "unix"),
     ("June  05   2011", "%B %d %Y"), ("2011-06-05 07:08:09", "%Y-%m-%d %H:%M:%S")],
)  # fmt: skip
def test_reads_named_formats(text: str, pattern: str) -> None:
    assert dates.is_format(pattern)
    assert dates.read(text, pattern) == FIRST


def test_a_named_format_is_the_only_one() -> None:
    assert dates.read("05.06.2011", "%B %d %Y") is None
    assert dates.read(FIRST, "%B %d %Y") == FIRST
    assert dates.read(dt.datetime.fromisoformat("2011-06-05T23:59"), "unix") == FIRST


def test_stamps_are_days_in_berlin() -> None:
    assert dates.read(1735686000, "unix") == dt.date(2025, 1, 1)  # 31 Dec., 23:00 UTC
    assert dates.read("12345678901234", "unix") is None


@pytest.mark.parametrize("pattern", ["", "%d.%m", "%B %Y", "%d %B %b %Y", "%d.%m.%Y %Z", "Jahr"])
def test_what_is_no_format(pattern: str) -> None:
    assert not dates.is_format(pattern)


@given(st.dates(dt.date(1971, 1, 1), dt.date(2069, 12, 31)))
def test_months_are_read_whatever_the_language(day: dt.date) -> None:
    assert locale.setlocale(locale.LC_TIME) is not None
    name = ENGLISH[day.month - 1]
    assert dates.read(f"{name} {day.day:02d} {day.year}", "%B %d %Y") == day
    assert dates.read(f"{name[:3]} {day.day} {day.year}", "%b %d %Y") == day


@given(st.text(max_size=20), st.sampled_from(["", "unix", "%B %d %Y", "%d.%m.%y"]))
def test_any_text_is_a_date_or_none(text: str, pattern: str) -> None:
    found = dates.read(text, pattern)
    assert found is None or isinstance(found, dt.date)
