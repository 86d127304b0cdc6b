"""Volunteering beside unemployment benefits and tax allowances: hints with norm and day, no advice.

Domain brief 3.1–3.4. The figures are dated parameters (`resources/law.toml`); here stand only the
rules that compare them with what a person does. A hint never stops anything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ehrenamt_desktop.model.enums import Mark, Occupation
from ehrenamt_desktop.model.legal import LegalHint, LegalRow
from ehrenamt_desktop.model.text import day, number

NEAR_HOURS = 12.0
"""Hours a week from which the limit is worth a look (15 from the law, domain brief 3.3)."""
REPORT, REFUND = "alo_meldung_stunden", "alo_auslagenpauschale"
SMALL, COACH = "ehrenamtspauschale", "uebungsleiter"
BASIC, BASIC_NAME = "sgb2_frei_jahr", "sgb2_name"
PRACTICE = "Richtwert der Jobcenter, kein Gesetz"


@dataclass(frozen=True, slots=True)
class Engagement:
    """What somebody does at one place.

    Attributes:
        hours: hours a week; None if not known.
        allowance: euro a month; None if none is paid or known.
        begins: first day.
        ends: last day; None while it goes on.
        private: whether it helps one private person.
    """

    hours: float | None
    allowance: float | None
    begins: dt.date
    ends: dt.date | None = None
    private: bool = False

    def runs(self, as_of: dt.date) -> bool:
        """Whether it goes on after that day."""
        return self.begins <= as_of and (self.ends is None or self.ends > as_of)


def weekly_hours(engagements: Iterable[Engagement], as_of: dt.date) -> float:
    """Hours a week of all that goes on; unknown ones count nothing."""
    return sum(one.hours or 0.0 for one in engagements if one.runs(as_of))


def monthly_allowance(engagements: Iterable[Engagement], as_of: dt.date) -> float:
    """Euro a month of all that goes on."""
    return sum(one.allowance or 0.0 for one in engagements if one.runs(as_of))


def yearly_allowance(engagements: Iterable[Engagement], year: int) -> float:
    """Euro of a calendar year over all places; every month touched counts whole.

    What goes on is counted to the end of the year.
    """
    return sum((one.allowance or 0.0) * _months(one, year) for one in engagements)


def hints(
    occupation: Occupation | None,
    engagements: Sequence[Engagement],
    figures: Mapping[str, LegalRow],
    as_of: dt.date,
) -> tuple[LegalHint, ...]:
    """What is worth knowing; empty for nearly everybody. A figure that is missing says nothing."""
    found = [_allowances(engagements, figures, as_of)]
    if occupation is Occupation.JOB_SEEKER:
        found += [
            _report(engagements, figures, as_of),
            _refund(engagements, figures, as_of),
            _private(engagements, figures, as_of),
        ]
    if occupation is Occupation.BASIC_SECURITY:
        found += [_rule_of_thumb(engagements, figures, as_of), _free(engagements, figures, as_of)]
    return tuple(one for one in found if one is not None)


def _report(
    engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> LegalHint | None:
    row, hours = figures.get(REPORT), weekly_hours(engagements, as_of)
    if row is None or hours < NEAR_HOURS:
        return None
    return LegalHint(
        f"Zusammen {number(hours)} Stunden pro Woche. Ab {row.value} Stunden pro Woche ist das "
        "Engagement der Agentur für Arbeit zu melden.",
        source(row),
    )


def _rule_of_thumb(
    engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> LegalHint | None:
    row, hours = figures.get(REPORT), weekly_hours(engagements, as_of)
    if row is None or hours < NEAR_HOURS:
        return None
    return LegalHint(
        f"Zusammen {number(hours)} Stunden pro Woche. Eine feste Grenze gibt es bei "
        f"{_benefit(figures)} nicht; {row.value} Stunden gelten den Jobcentern als Richtwert.",
        source(row, norm=PRACTICE),
    )


def _refund(
    engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> LegalHint | None:
    row, paid = figures.get(REFUND), monthly_allowance(engagements, as_of)
    if row is None or paid <= _euro(row):
        return None
    return LegalHint(
        f"Zusammen {_money(paid)} im Monat. Als pauschaler Auslagenersatz bleiben "
        f"{_money(_euro(row))} im Monat ohne Folgen, mehr nur mit Belegen.",
        source(row),
    )


def _free(
    engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> LegalHint | None:
    row, paid = figures.get(BASIC), yearly_allowance(engagements, as_of.year)
    if row is None or paid <= _euro(row):
        return None
    return LegalHint(
        f"{as_of.year} zusammen {_money(paid)}. Bei {_benefit(figures)} sind "
        f"{_money(_euro(row))} im Kalenderjahr frei, der Rest zählt als Einkommen.",
        source(row),
    )


def _private(
    engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> LegalHint | None:
    row = figures.get(REPORT)
    if row is None or not any(one.private and one.runs(as_of) for one in engagements):
        return None
    return LegalHint(
        "Hilfe für eine einzelne private Person gilt nicht als Ehrenamt im Sinn dieser Vorschrift.",
        source(row),
    )


def _allowances(
    engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> LegalHint | None:
    """Sums over all places against the tax allowances, which hold for the person."""
    small, coach = figures.get(SMALL), figures.get(COACH)
    paid = yearly_allowance(engagements, as_of.year)
    if small is None or coach is None or paid <= _euro(small):
        return None
    return LegalHint(
        f"{as_of.year} zusammen {_money(paid)} Aufwandsentschädigung. Steuerfrei sind im Jahr "
        f"{_money(_euro(small))} ({small.label}) oder {_money(_euro(coach))} ({coach.label}); "
        "beides gilt je Person über alle Stellen.",
        f"{source(small)}; {coach.norm}",
    )


def source(row: LegalRow, norm: str = "") -> str:
    """`§ 3 Nr. 26a EStG, Stand 22.11.2026`, with `zu prüfen` for what no source proves."""
    parts = [norm or row.norm]
    if row.checked_on is not None:
        parts.append(f"Stand {day(row.checked_on)}")
    if row.mark is Mark.UNVERIFIED:
        parts.append(row.mark.label)
    return ", ".join(parts)


def _months(one: Engagement, year: int) -> int:
    first = max(one.begins, dt.date(year, 1, 1))
    last = min(one.ends or dt.date.max, dt.date(year, 12, 31))
    return last.month - first.month + 1 if first <= last else 0


def _benefit(figures: Mapping[str, LegalRow]) -> str:
    row = figures.get(BASIC_NAME)
    return row.value if row is not None else "Grundsicherung"


def _euro(row: LegalRow) -> float:
    return float(row.value.replace(",", "."))


def _money(value: float) -> str:
    """`1.080 Euro`."""
    whole = f"{round(value, 2):,.2f}".removesuffix(".00")
    return whole.translate(str.maketrans(",.", ".,")) + " Euro"
