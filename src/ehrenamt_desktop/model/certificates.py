"""What a certificate says of somebody's engagement: only what is recorded, or was added by hand."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ehrenamt_desktop.model.enums import CertificateKind, OfferKind, Rhythm
from ehrenamt_desktop.model.hours import hours
from ehrenamt_desktop.model.text import count, day, month, number

ESTIMATED = "geschätzt, nicht aufgezeichnet"


class Engagement(NamedTuple):
    """A placement that began, as certificates and the card need it.

    Units: `agreed` and `wanted` hours a week, of the placement and of the offer; `recorded` hours
    in `recorded_months` months from `first_month` to `last_month`; `allowance` euro a month.
    """

    id: int
    title: str
    body: str
    kind: OfferKind
    started_on: dt.date
    ended_on: dt.date | None
    agreed: float | None
    wanted: float | None
    recorded: float
    recorded_months: int
    first_month: dt.date | None
    last_month: dt.date | None
    allowance: float | None
    time_text: str
    rhythm: Rhythm | None
    teaser: str
    activities: tuple[str, ...]
    skills: tuple[int, ...]
    county: str

    @property
    def hours(self) -> float | None:
        """Hours a week: as agreed, else as the offer says; None if neither is known."""
        return self.agreed if self.agreed is not None else self.wanted

    def runs(self, as_of: dt.date) -> bool:
        """Whether it goes on after that day."""
        return self.started_on <= as_of and (self.ended_on is None or self.ended_on > as_of)


class Activity(NamedTuple):
    """What one placement is called on the paper; all words may be changed by hand."""

    placement_id: int
    title: str
    body: str
    period: str
    extent: str
    times: str
    payment: str
    tasks: str


class Certificate(NamedTuple):
    """All words of one certificate."""

    kind: CertificateKind
    name: str
    born: str
    address: str
    school: str
    activities: tuple[Activity, ...]
    competences: tuple[str, ...]
    proofs: tuple[str, ...]
    words: str
    rules: tuple[str, ...]
    signer: str

    def kept(self) -> str:
        """As JSON, to be kept with the paper."""
        plain = self._asdict()
        plain["kind"] = self.kind.value
        plain["activities"] = [one._asdict() for one in self.activities]
        return json.dumps(plain, ensure_ascii=False)


class Proposal(NamedTuple):
    """What the records say for a certificate.

    `choice` are all placements that began, the latest first; `skills` the terms that both the
    offers ask for and the person has.
    """

    certificate: Certificate
    choice: tuple[Engagement, ...]
    skills: tuple[int, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """What is to be asked before it is printed."""
        return tuple(questions(self.certificate))


def read(kept: str) -> Certificate:
    """A certificate from what was kept of it."""
    plain: Mapping[str, Any] = json.loads(kept)
    lists = {key: tuple(plain[key]) for key in ("competences", "proofs", "rules")}
    activities = tuple(Activity(**one) for one in plain["activities"])
    kind = CertificateKind(plain["kind"])
    return Certificate(**{**plain, **lists, "kind": kind, "activities": activities})


def period(one: Engagement) -> str:
    """`seit 1. März 2024`, as a span of days once it ended."""
    if one.ended_on is None:
        return f"seit {day(one.started_on)}"
    return f"{day(one.started_on)} bis {day(one.ended_on)}"


def extent(one: Engagement) -> str:
    """Recorded hours where there are any, else the agreed ones, marked as an estimate."""
    if one.recorded and one.first_month and one.last_month:
        span = _month(one.first_month)
        if one.last_month != one.first_month:
            span += f" bis {_month(one.last_month)}"
        months = count(one.recorded_months, "Monat", "Monaten")
        return f"{hours(one.recorded)}, aufgezeichnet in {months} ({span})"
    if one.hours:
        return f"etwa {hours(one.hours)} pro Woche ({ESTIMATED})"
    return ""


def payment(one: Engagement) -> str:
    """What is paid, where that is known."""
    if one.allowance is None:
        return ""
    if one.allowance == 0:
        return "unentgeltlich"
    return f"Aufwandsentschädigung von {number(one.allowance, 2)} Euro im Monat"


def times(one: Engagement) -> str:
    """When, as the offer says."""
    return one.time_text or (one.rhythm.label if one.rhythm else "")


def questions(said: Certificate) -> Iterator[str]:
    """What is still open on a certificate and could be said."""
    if said.kind is not CertificateKind.THANKS:
        for one in said.activities:
            yield from _open_parts(said.kind, one)
    if said.kind is CertificateKind.COMPETENCE and not said.competences:
        yield "Welche Kompetenzen haben sich gezeigt?"
    if said.kind is CertificateKind.SCHOOL and not said.school:
        yield "Welche Schule und welche Klasse?"
    if not said.born and said.kind in (CertificateKind.AUTHORITY, CertificateKind.SCHOOL):
        yield "Wann ist die Person geboren?"
    if not said.signer:
        yield "Wer unterschreibt?"


def _open_parts(kind: CertificateKind, one: Activity) -> Iterator[str]:
    if not one.extent:
        yield f"Wie viele Stunden waren es? ({one.title})"
    elif ESTIMATED in one.extent:
        yield f"Stimmt die geschätzte Zahl der Stunden? ({one.title})"
    if not one.tasks:
        yield f"Was waren die Aufgaben? ({one.title})"
    if kind is CertificateKind.AUTHORITY and not one.payment:
        yield f"Wird etwas gezahlt? ({one.title})"


def _month(first: dt.date) -> str:
    return f"{month(first.month)} {first.year}"
