"""What a report to council or funders is written from: figures as they may be shown.

Everything here is already protected (`model/rules/small_counts`): a writer prints `Shown.text` or
the number behind it and never needs to hide anything. A report that is kept is an edition; one with
the number 0 is a draft.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.enums import Labelled


class Unit(Labelled):
    """What a figure is counted in."""

    COUNT = "count", "Anzahl"
    SHARE = "share", "Prozent"
    DAYS = "days", "Tage"
    HOURS = "hours", "Stunden"
    EURO = "euro", "Euro"


class Block(Labelled):
    """The parts of a report, in their order; an annual workbook has a sheet for each."""

    TALKS = "talks", "Anfragen und Beratung"
    PLACING = "placing", "Vermittlung"
    OFFERS = "offers", "Angebote"
    PARTNERS = "partners", "Initiativen"
    GOALS = "goals", "Jugend und Arbeit"
    REACH = "reach", "Öffentlichkeitsarbeit"
    MONEY = "money", "Kosten und Förderung"


class Shown(NamedTuple):
    """A figure as it may be shown.

    Attributes:
        amount: the number; a share from 0 to 1; None where there is none to show.
        unit: what it is counted in.
        why: why there is none (`geschützt`, `erst ab 30.06.2027`); empty otherwise.
        part: of a share, how many it is about; None unless it is one.
        whole: of a share, of how many.
    """

    amount: float | None
    unit: Unit = Unit.COUNT
    why: str = ""
    part: int | None = None
    whole: int | None = None

    @property
    def text(self) -> str:
        """`1.240`, `43 %`, `31 Tage`, `1.250,00 €`, `geschützt`, `–`."""
        if self.amount is None:
            return self.why or "–"
        return amount_text(self.amount, self.unit)

    @property
    def long(self) -> str:
        """Like `text`, a share with what it is of: `43 % (6 von 14)`."""
        if self.amount is None or self.whole is None:
            return self.text
        return f"{self.text} ({grouped(self.part or 0)} von {grouped(self.whole)})"


NONE = Shown(None)


class FigureLine(NamedTuple):
    """A figure with what it was a year before and what it was to be.

    Attributes:
        key: the key of its definition (`model/figures`).
        name: as it is printed.
        block: the part of the report.
        unit: what it is counted in.
        estimate: whether it is estimated; say so beside it.
        now: in the period of the report.
        before: in the same period a year earlier.
        target: what it was to be in the year; None without a target.
        towns: a value for each of `FigureReport.towns`; empty where the figure is not cut so.
        towns_before: the same a year earlier.
        ages: a value for each of `FigureReport.ages`; empty where the figure is not cut so.
        grid: for each of `towns` a value for each of `ages`; empty where the figure is not cut so.
        town_targets: what it was to be in each of `towns`; empty where the figure is not cut so.
    """

    key: str
    name: str
    block: Block
    unit: Unit
    estimate: bool
    now: Shown
    before: Shown
    target: float | None = None
    towns: tuple[Shown, ...] = ()
    towns_before: tuple[Shown, ...] = ()
    ages: tuple[Shown, ...] = ()
    grid: tuple[tuple[Shown, ...], ...] = ()
    town_targets: tuple[float | None, ...] = ()

    @property
    def heading(self) -> str:
        """The name with what must be said beside it."""
        return f"{self.name} (geschätzt)" if self.estimate else self.name

    @property
    def target_text(self) -> str:
        """The target as `Shown.text` writes figures; empty without one."""
        return "" if self.target is None else amount_text(self.target, self.unit)


class Part(NamedTuple):
    """One line of a split: a label and how many."""

    label: str
    shown: Shown


class Split(NamedTuple):
    """A figure parted by one feature: reasons of ending, working status and the like.

    Attributes:
        key: stable name (`end_reasons`).
        figure: key of the figure that is parted.
        title: as it is printed.
        block: the part of the report.
        total: the figure itself.
        parts: its parts in their order; those that are 0 stay away.
    """

    key: str
    figure: str
    title: str
    block: Block
    total: Shown
    parts: tuple[Part, ...]


class AreaLine(NamedTuple):
    """A field of engagement: what is offered, what is sought, what came about.

    Somebody who wishes several fields counts in each, so columns have no total.
    """

    area: str
    offers: Shown
    seekers: Shown
    placements: Shown


class SpendingLine(NamedTuple):
    """What was spent on one kind, in euro: for each of `FigureReport.towns`, in common, in all."""

    kind: str
    towns: tuple[float, ...]
    common: float
    total: float
    before: float


class Series(NamedTuple):
    """A figure over the years, the earliest first; for charts."""

    key: str
    name: str
    unit: Unit
    points: tuple[Part, ...]


class DefinitionLine(NamedTuple):
    """How a figure is counted, in words.

    Attributes:
        key: its key.
        name: as it is printed.
        unit: label of what it is counted in.
        words: the definition.
        source: where the definition comes from.
        cut: by what it is parted, in words.
        changed: what was changed since the last edition, in words; empty if nothing.
    """

    key: str
    name: str
    unit: str
    words: str
    source: str
    cut: str
    changed: str = ""


class FigureReport(NamedTuple):
    """The figures of a period as they leave the office.

    Attributes:
        number: number of the edition; 0 for a draft.
        title: of the report.
        start: first day of the period.
        end: last day, included.
        on: day on which it was counted.
        before_start: first day of the period to compare with.
        before_end: last day of it.
        towns: headings of the columns by municipality; the last is what lies outside.
        ages: headings of the columns by age group.
        lines: the figures in their order.
        splits: figures parted by one feature.
        areas: fields of engagement.
        spending: what was spent.
        series: figures over up to five years.
        definitions: how the figures are counted.
        notes: what must be said beside the figures (small counts, what cannot be counted yet).
        hash: fingerprint of definitions and figures, 64 hexadecimal digits; empty for a draft.
    """

    number: int
    title: str
    start: dt.date
    end: dt.date
    on: dt.date
    before_start: dt.date
    before_end: dt.date
    towns: tuple[str, ...]
    ages: tuple[str, ...]
    lines: tuple[FigureLine, ...]
    splits: tuple[Split, ...]
    areas: tuple[AreaLine, ...]
    spending: tuple[SpendingLine, ...]
    series: tuple[Series, ...]
    definitions: tuple[DefinitionLine, ...]
    notes: tuple[str, ...]
    hash: str = ""

    def line(self, key: str) -> FigureLine | None:
        """The line of a figure."""
        return next((one for one in self.lines if one.key == key), None)

    @property
    def period(self) -> str:
        """`01.01.2026 bis 31.12.2026`."""
        return f"{text.day(self.start)} bis {text.day(self.end)}"

    @property
    def stamp(self) -> str:
        """`Ausgabe 3 vom 22.11.2026, Prüfsumme 1a2b3c4d`, or that it is a draft."""
        if not self.number:
            return f"Entwurf vom {text.day(self.on)}"
        return f"Ausgabe {self.number} vom {text.day(self.on)}, Prüfsumme {self.hash[:8]}"


class EditionRow(NamedTuple):
    """An edition in the list of editions."""

    id: int
    number: int
    kind: str
    title: str
    start: dt.date
    end: dt.date
    on: dt.date
    hash: str


class ChangedWords(NamedTuple):
    """A figure whose definition is another today than in an edition."""

    key: str
    name: str
    then: str
    now: str


class CaseRow(NamedTuple):
    """A record that was counted: what opens on a click, with generalised attributes.

    `label` is read from today's record; `gelöscht` where there is none any more.
    """

    id: int
    kind: str
    record: int
    label: str
    municipality: str
    age_group: str
    area: str
    quarter: str
    gone: bool = False


def amount_text(amount: float, unit: Unit) -> str:
    """A number with its unit: `1.240`, `43 %`, `31 Tage`, `1.250,00 €`, `820 Stunden`."""
    if unit is Unit.SHARE:
        return f"{grouped(amount * 100)} %"
    if unit is Unit.EURO:
        return f"{grouped(amount, 2)} €"
    if unit is Unit.DAYS:
        return f"{grouped(amount)} {'Tag' if amount == 1 else 'Tage'}"
    if unit is Unit.HOURS:
        return f"{grouped(amount)} {'Stunde' if amount == 1 else 'Stunden'}"
    return grouped(amount)


def grouped(amount: float, places: int = 0) -> str:
    """A number in German: `1.240`, `1.250,50`; halves are rounded up."""
    shifted = int(abs(amount) * 10**places + 0.5 + 1e-9)
    whole, rest = divmod(shifted, 10**places)
    sign = "-" if amount < 0 and shifted else ""
    decimals = f",{rest:0{places}d}" if places else ""
    return f"{sign}{whole:,}".replace(",", ".") + decimals
