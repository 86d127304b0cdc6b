"""The Ehrenamts-Card: which conditions of the right county are met, open or not met.

Domain brief 3.8: five hours a week over all places, at least three years, no flat allowance beyond
expenses; the county of the person's home issues the card. In Hersfeld-Rotenburg only hours within
the county count. The figures are dated parameters (`resources/law.toml`). A hint, never a refusal:
the county decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.certificates import Engagement
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.legal import LegalRow
from ehrenamt_desktop.model.rules.benefits import source
from ehrenamt_desktop.model.text import day, number

HOURS = "ecard_stunden"
WERRA_MEISSNER, HERSFELD_ROTENBURG = "Werra-Meißner-Kreis", "Kreis Hersfeld-Rotenburg"
YEARS = {
    WERRA_MEISSNER: "ecard_jahre_werra_meissner",
    HERSFELD_ROTENBURG: "ecard_jahre_hersfeld_rotenburg",
}
WITHIN = (HERSFELD_ROTENBURG,)
"""Counties that count only hours within the county."""


class Standing(Labelled):
    """How it stands with a condition."""

    MET = "met", "erfüllt"
    OPEN = "open", "offen"
    MISSED = "missed", "nicht erfüllt"


class Declared(NamedTuple):
    """Engagement elsewhere, as the person says; `paid` means a flat allowance beyond expenses."""

    where: str = ""
    hours: float | None = None
    since: dt.date | None = None
    paid: bool | None = None

    @property
    def any(self) -> bool:
        """Whether something was said."""
        return bool(self.where or self.hours or self.since)


class Condition(NamedTuple):
    """One condition: how it stands, why, and where it comes from."""

    name: str
    standing: Standing
    sentence: str
    source: str


def conditions(
    county: str,
    engagements: Sequence[Engagement],
    declared: Declared,
    figures: Mapping[str, LegalRow],
    as_of: dt.date,
) -> tuple[Condition, ...]:
    """The conditions of the county in which the person lives, in a fixed order.

    Args:
        county: of the person's home; empty if it is not known.
        engagements: placements that began.
        declared: engagement elsewhere.
        figures: figures of law by key.
        as_of: the day.
    """
    running = [one for one in engagements if one.runs(as_of)]
    return (
        _home(county, figures),
        _hours(county, running, declared, figures.get(HOURS)),
        _years(engagements, declared, figures.get(YEARS.get(county, "")), as_of),
        _unpaid(running, declared, figures.get(HOURS)),
    )


def _home(county: str, figures: Mapping[str, LegalRow]) -> Condition:
    row = figures.get(YEARS.get(county, ""))
    if not county:
        words = "Der Wohnort ist nicht eingetragen. Danach richtet sich, welcher Kreis ausstellt."
        return Condition("Wohnort", Standing.OPEN, words, "")
    if county not in YEARS:
        words = f"Zuständig: {county}. Dessen Bedingungen sind hier nicht hinterlegt."
        return Condition("Wohnort", Standing.OPEN, words, "")
    return Condition("Wohnort", Standing.MET, f"Zuständig: {county}.", source(row) if row else "")


def _hours(
    county: str, running: Sequence[Engagement], declared: Declared, row: LegalRow | None
) -> Condition:
    name = "Stunden pro Woche"
    if row is None:
        return Condition(name, Standing.OPEN, "Wie viele verlangt werden, ist offen.", "")
    counted = [one for one in running if county not in WITHIN or one.county in ("", county)]
    total = sum(one.hours or 0.0 for one in counted) + (declared.hours or 0.0)
    unsure = any(one.hours is None or (county in WITHIN and not one.county) for one in counted)
    said = f"Zusammen {number(total, 2)} von {row.value} Stunden pro Woche."
    if len(counted) < len(running):
        said += " Stunden außerhalb des Kreises zählen nicht."
    sure = sum(one.hours or 0.0 for one in counted if county not in WITHIN or one.county)
    if sure + (declared.hours or 0.0) >= float(row.value):
        return Condition(name, Standing.MET, said, source(row))
    if unsure or (declared.any and declared.hours is None):
        said += " Nicht alle Stunden sind bekannt."
        return Condition(name, Standing.OPEN, said, source(row))
    return Condition(name, Standing.MISSED, said, source(row))


def _years(
    engagements: Sequence[Engagement],
    declared: Declared,
    row: LegalRow | None,
    as_of: dt.date,
) -> Condition:
    name = "Dauer"
    if row is None:
        return Condition(name, Standing.OPEN, "Wie lange verlangt wird, ist offen.", "")
    begins = [one.started_on for one in engagements if one.runs(as_of)]
    begins += [declared.since] if declared.since else []
    since = min(begins, default=None)
    wanted = int(row.value)
    if since is not None and years_after(since, wanted) <= as_of:
        said = f"Seit {day(since)}, also mindestens {wanted} Jahre."
        return Condition(name, Standing.MET, said, source(row))
    earlier = min((one.started_on for one in engagements), default=None)
    if earlier is not None and (since is None or earlier < since):
        said = f"Früheres Engagement seit {day(earlier)}: War es ohne längere Unterbrechung?"
        return Condition(name, Standing.OPEN, said, source(row))
    if since is None or (declared.any and declared.since is None):
        said = f"Verlangt sind {wanted} Jahre. Seit wann engagiert sich die Person?"
        return Condition(name, Standing.OPEN, said, source(row))
    said = f"Seit {day(since)}; {wanted} Jahre sind es am {day(years_after(since, wanted))}."
    return Condition(name, Standing.MISSED, said, source(row))


def _unpaid(running: Sequence[Engagement], declared: Declared, row: LegalRow | None) -> Condition:
    name, where = "Ohne Aufwandsentschädigung", source(row) if row else ""
    paid = list(_paid(running, declared))
    if paid:
        said = f"Über die Auslagen hinaus wird gezahlt: {', '.join(paid)}."
        return Condition(name, Standing.MISSED, said, where)
    unknown = any(one.allowance is None for one in running)
    if unknown or (declared.any and declared.paid is None) or not (running or declared.any):
        said = "Wird eine Pauschale über die Auslagen hinaus gezahlt? Bitte fragen."
        return Condition(name, Standing.OPEN, said, where)
    return Condition(name, Standing.MET, "Es wird keine Pauschale gezahlt.", where)


def _paid(running: Sequence[Engagement], declared: Declared) -> Iterator[str]:
    for one in running:
        if one.allowance:
            yield f"„{one.title}“ {number(one.allowance, 2)} Euro im Monat"
    if declared.paid:
        yield declared.where or "anderes Engagement"


def years_after(since: dt.date, years: int) -> dt.date:
    """The same day some years later; a 29 February becomes the first of March."""
    try:
        return since.replace(year=since.year + years)
    except ValueError:
        return dt.date(since.year + years, 3, 1)
