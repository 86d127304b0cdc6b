"""Notices, register, measures, threshold check and breach sheet, filled in from the settings."""

from __future__ import annotations

import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import Kind, PrivacyPaperKind, Purpose
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.privacy import (
    GROUNDS,
    KEY,
    MATCHING,
    NO_PROCESSORS,
    PrivacyDetails,
    kept,
    rights,
)
from ehrenamt_desktop.model.privacy_paper import Part, PrivacyPaper
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.initiative import ContactPerson
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.rules.retention import KEY as RETENTION
from ehrenamt_desktop.model.rules.retention import Retention
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.services.settings import keep_setting
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue
from ehrenamt_desktop.store.reads.held import held

FILE = "privacy.toml"
OPEN = "noch nicht eingetragen (Menü „Datenschutz“, „Angaben zum Datenschutz …“)"
NO_CONTROLLER = "Bitte tragen Sie ein, wer für die Daten verantwortlich ist."
LATER = "Dieser Tag liegt in der Zukunft."
SHOWN = 12
"""Lists named on the breach sheet; the rest as a number."""


class PrivacyPapers:
    """Use cases on the papers of data protection."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def details(self) -> PrivacyDetails:
        """What the office said."""
        with self._store.read() as connection:
            return PrivacyDetails.of(catalogue.setting(connection, KEY))

    def keep(self, details: PrivacyDetails) -> None:
        """Keep what the office says; every paper printed from now on says it too.

        Raises:
            InvalidDraft: nobody answers for the data.
        """
        if not details.controller.strip():
            raise InvalidDraft((FieldError("controller", NO_CONTROLLER),))
        with self._store.write("Angaben zum Datenschutz geändert") as unit:
            keep_setting(unit, KEY, details.as_setting())

    def paper(self, kind: PrivacyPaperKind) -> PrivacyPaper:
        """A paper with everything filled in."""
        with self._store.read() as connection:
            details = PrivacyDetails.of(catalogue.setting(connection, KEY))
            rules = Retention.of(catalogue.setting(connection, RETENTION))
            said = _words(details, catalogue.office_info(connection), rules)
            counted = _counted(connection)
        return _filled(_texts()[kind.value], said, counted)

    def version(self, kind: Kind = Kind.PERSON) -> str:
        """The version of the notice that people, or contact persons, get today."""
        return self.paper(_NOTICES[kind]).version

    def write(self, kind: PrivacyPaperKind, path: Path, progress: Progress = QUIET) -> int:
        """Write a paper as PDF; returns the number of its pages.

        Raises:
            DomainError: the file is no PDF.
            Cancelled: the user stopped; nothing was made.
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports.privacy_paper import privacy_paper

        expect_suffix(path, ".pdf")
        with self._store.read() as connection:
            office = catalogue.office_info(connection)
        return privacy_paper(path, office, self.paper(kind), clock.today(), progress)

    def handed(self, kind: Kind, number: int, on: dt.date) -> str:
        """Note that somebody was given today's version of the notice; returns the version.

        Args:
            kind: a person or a contact person.
            number: which.
            on: the day it was handed over or sent.

        Raises:
            DomainError: the record is gone or lies in the trash.
            InvalidDraft: the day is in the future.
        """
        if on > clock.today():
            raise InvalidDraft((FieldError("on", LATER),))
        version = self.version(kind)
        with self._store.write("Datenschutzhinweis ausgehändigt") as unit:
            one: Person | ContactPerson = find(unit, _RECORDS[kind], number)
            one.notice_on, one.notice_version = on, version
        return version


_NOTICES: Mapping[Kind, PrivacyPaperKind] = {
    Kind.PERSON: PrivacyPaperKind.NOTICE,
    Kind.CONTACT: PrivacyPaperKind.CONTACTS,
}
_RECORDS: Mapping[Kind, type[Person] | type[ContactPerson]] = {
    Kind.PERSON: Person,
    Kind.CONTACT: ContactPerson,
}


@cache
def _texts() -> Mapping[str, Any]:
    content: dict[str, Any] = tomllib.loads((resources() / FILE).read_text(encoding="utf-8"))
    return content


def _words(details: PrivacyDetails, office: OfficeInfo, rules: Retention) -> dict[str, str]:
    """What stands for the names in braces; the same until the office changes something."""
    address = f"{office.postcode} {office.city}".strip()
    own = (office.name, office.room, office.street, address, office.phone, office.email)
    return {
        "controller": details.controller or OPEN,
        "officer": details.officer or OPEN,
        "authority": details.authority,
        "processors": details.processors or NO_PROCESSORS,
        "office": ", ".join(part.strip() for part in own if part.strip()),
        "matching": MATCHING,
        "kept": kept(rules),
        "rights": " ".join(rights(details.authority)),
        **{one.value: GROUNDS[details.basis(one)] for one in Purpose},
    }


def _counted(connection: Any) -> dict[str, str]:
    """How many the store speaks of today, and which lists lie about."""
    found = held(connection)
    lists = [f"Nr. {one.number} vom {day(one.on)}, {one.rows} Zeilen" for one in found.lists]
    more = len(lists) - SHOWN
    named = lists[:SHOWN] + ([f"und {more} weitere"] if more > 0 else [])
    return {
        "people": str(found.people),
        "contacts": str(found.contacts),
        "exports": "; ".join(named) or "keine",
    }


def _filled(
    text: Mapping[str, Any], words: Mapping[str, str], counted: Mapping[str, str]
) -> PrivacyPaper:
    """The paper; its version follows its wording and the settings, not what is counted."""
    said = {**words, **counted}
    parts = tuple(
        Part(
            part["title"],
            _each(part.get("text", ()), said),
            tuple((label, _said(value, said)) for label, value in part.get("rows", ())),
            _each(part.get("ticks", ()), said),
            tuple(part.get("blanks", ())),
        )
        for part in text["part"]
    )
    digest = hashlib.sha256(repr((text, sorted(words.items()))).encode()).hexdigest()[:4]
    version = f"{_texts()['words']}-{digest}"
    return PrivacyPaper(text["title"], text["about"], text["norm"], version, parts)


def _each(texts: Iterable[str], said: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_said(one, said) for one in texts)


def _said(text: str, said: Mapping[str, str]) -> str:
    return text.format_map(said)
