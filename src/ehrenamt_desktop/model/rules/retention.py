"""How long people's data is kept (domain brief 3.9: no statutory period, the office decides)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.rules.helping import months_after

KEY = "retention"
"""The setting that holds the rules."""

SILENCE_MONTHS = 6
"""Months after which an archive that did not answer lets the office delete (HArchivG)."""

LONGEST = 600
"""The most months that can be set."""


class RetentionRule(Labelled):
    """Which period runs."""

    ENQUIRY = "enquiry", "Anfrage ohne Beratung"
    COUNSELLED = "counselled", "Beraten, nicht vermittelt"
    PLACED = "placed", "Nach dem Ende der letzten Vermittlung"


class Retention(NamedTuple):
    """The periods in months, and what was agreed with the archive.

    Attributes:
        enquiry: after the last contact of somebody who only asked.
        counselled: after the last contact of somebody who was never placed.
        placed: after the end of the last placement.
        archive: the archive that is offered the records.
        waiver: file number of its general waiver; empty where there is none.
    """

    enquiry: int = 6
    counselled: int = 12
    placed: int = 24
    archive: str = ""
    waiver: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, Any] | None) -> Retention:
        """What the setting says, the brief's periods where it says nothing."""
        said = {key: value for key, value in (kept or {}).items() if key in cls._fields}
        return cls(**said)

    def months(self, rule: RetentionRule) -> int:
        """How long data under a rule is kept."""
        return int(getattr(self, rule.value))


class KeptFacts(NamedTuple):
    """What decides how long somebody's data is kept.

    Attributes:
        number: of the person.
        created: the day the record was made.
        contact: the last talk or appointment, also one ahead.
        counselled: whether there was a consultation or a proposal.
        under_way: whether a placement or a proposal is under way.
        ended: the end of the last placement that had begun.
    """

    number: int
    created: dt.date
    contact: dt.date | None
    counselled: bool
    under_way: bool
    ended: dt.date | None


def due(facts: KeptFacts, rules: Retention) -> tuple[RetentionRule, dt.date] | None:
    """Under which rule and from which day somebody's data is to go; None while it is needed."""
    if facts.under_way:
        return None
    last = max(facts.created, facts.contact or facts.created)
    rule = RetentionRule.COUNSELLED if facts.counselled else RetentionRule.ENQUIRY
    found = rule, months_after(last, rules.months(rule))
    if facts.ended is None:
        return found
    placed = RetentionRule.PLACED, months_after(facts.ended, rules.placed)
    return max(found, placed, key=lambda one: one[1])
