"""Erasure (Art. 17 GDPR) with the archive: proposed, offered, released, gone without a trace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import (
    ArchiveAnswer,
    ErasureReason,
    FollowUpKind,
    Kind,
)
from ehrenamt_desktop.model.erasures import Erased, ErasureRow, ErasureStage
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.erasure import Erasure, PastCase
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.records.placement import FollowUp
from ehrenamt_desktop.model.records.term import Term
from ehrenamt_desktop.model.rules import ageing
from ehrenamt_desktop.model.rules.helping import months_after
from ehrenamt_desktop.model.rules.retention import (
    KEY,
    LONGEST,
    SILENCE_MONTHS,
    Retention,
    due,
)
from ehrenamt_desktop.model.text import count, tidy
from ehrenamt_desktop.services.archive_papers import ArchivePapers
from ehrenamt_desktop.services.office import FOLDER
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.services.settings import keep_setting
from ehrenamt_desktop.store import erased_list, erasing
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue, past_cases, retention
from ehrenamt_desktop.store.unit import Unit

OFFERED = "Dem Archiv angeboten (HArchivG)"
"""Why the data of somebody is restricted meanwhile."""

ASKED = "Verlangen der Person (Art. 17 DSGVO)"
REPLY_MONTHS = 1
"""Months within which the office answers a request (Art. 12(3) GDPR)."""

BRAKE = 25
"""People who can be erased at once without saying how many."""

UNDER_WAY = (
    "Für Person Nr. {} läuft noch eine Vermittlung oder ein Vorschlag. Bitte beenden Sie das "
    "zuerst."
)
NOT_OFFERED = "Person Nr. {} ist dem Archiv noch nicht angeboten."
NOT_RELEASED = (
    "Person Nr. {} ist noch nicht freigegeben: Bitte tragen Sie zuerst ein, was das Archiv "
    "geantwortet hat, oder das Aktenzeichen seines Verzichts."
)
TOO_SOON = (
    "Das Archiv hat sechs Monate Zeit. Ohne Antwort kann Person Nr. {} erst nach dem {} gelöscht "
    "werden."
)
NO_NUMBER = "Bitte tragen Sie das Aktenzeichen der Antwort oder des Verzichts ein."
NO_FOLDER = (
    "Von diesen Personen wurden Angaben weitergegeben. Bitte wählen Sie einen Ordner für die "
    "Briefe, die die Empfänger um Löschung bitten (Art. 19 DSGVO)."
)
MANY = (
    "Das sind {} auf einmal. Bitte bestätigen Sie die Zahl, damit nichts aus Versehen gelöscht "
    "wird."
)


class Erasures:
    """Use cases on people on their way out."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._papers = ArchivePapers(store)

    def rules(self) -> Retention:
        """The periods, and what was agreed with the archive."""
        with self._store.read() as connection:
            return Retention.of(catalogue.setting(connection, KEY))

    def set_rules(self, values: Mapping[str, Any]) -> None:
        """Keep the periods in months, the archive's name and waiver, and the journal's terms.

        Raises:
            InvalidDraft: a period is no whole number from 1 on.
        """
        wrong = [
            FieldError(key, f"Bitte geben Sie Monate von 1 bis {LONGEST} ein.")
            for key in ("enquiry", "counselled", "placed")
            if not isinstance(values.get(key), int) or not 1 <= values[key] <= LONGEST
        ]
        wrong += ageing.refusals(values)
        if wrong:
            raise InvalidDraft(tuple(wrong))
        known = {key: values[key] for key in ("enquiry", "counselled", "placed")}
        words = {key: tidy(str(values.get(key) or ""))[:120] for key in ("archive", "waiver")}
        with self._store.write("Aufbewahrung geändert") as unit:
            keep_setting(unit, KEY, known | words)
            keep_setting(unit, ageing.KEY, {key: values[key] for key in ageing.LONGEST})

    def listed(self, as_of: dt.date | None = None) -> tuple[ErasureRow, ...]:
        """Who is on the way out, those who asked first, then by how long it is overdue."""
        today = as_of or clock.today()
        with self._store.read() as connection:
            rules = Retention.of(catalogue.setting(connection, KEY))
            rows = {
                one.number: (found[0].label, found[1])
                for one in retention.facts(connection)
                if (found := due(one, rules)) is not None and found[1] <= today
            }
            open_ = {
                cells[0]: cells[1:]
                for cells in connection.execute(
                    "SELECT record_id, reason, rule, requested_on, proposed_on, offered_on, "
                    "answer, file_number, released_on FROM erasure "
                    "WHERE kind = 'person' AND done_on IS NULL"
                )
            }
            named = retention.names(connection, {*rows, *open_})
        made = [
            _row(number, named[number], rows.get(number), open_.get(number))
            for number in {*rows, *open_}
            if number in named
        ]
        return tuple(sorted(made, key=lambda one: (one.reply_by is None, one.since, one.id)))

    def request(self, person_id: int, on: dt.date | None = None, note: str = "") -> None:
        """Note that a person asked to be erased; the archive is offered the record all the same.

        Raises:
            DomainError: the person is gone, or something is under way.
        """
        with self._store.write("Löschung verlangt") as unit:
            find(unit, Person, person_id, trashed=True)
            one = _record(unit, person_id)
            one.reason, one.rule = ErasureReason.REQUEST, ASKED
            one.requested_on, one.note = on or clock.today(), tidy(note)[:1000]

    def offer(self, numbers: Sequence[int], parent: Path, progress: Progress = QUIET) -> Path:
        """Offer records to the archive: a list as PDF and CSV, the data restricted meanwhile.

        Returns:
            The folder that was made.

        Raises:
            DomainError: nobody is named, somebody is gone or has a placement under way.
            Cancelled: the user stopped; nothing changed.
            StoreUnavailable: the folder cannot be written.
        """
        rows = self._chosen(numbers)
        folder = self._papers.offer(rows, self.rules().archive, parent, progress)
        today = clock.today()
        with self._store.write("Dem Archiv angeboten") as unit:
            for one in rows:
                record = _record(unit, one.id, one.why)
                record.offered_on = record.offered_on or today
                person = find(unit, Person, one.id, trashed=True)
                if person.restricted_on is None:
                    person.restricted_on, person.restriction = today, OFFERED
            unit.add(FollowUp(
                kind=FollowUpKind.OTHER, due_on=months_after(today, SILENCE_MONTHS),
                title=f"Antwort des Archivs auf das Angebot vom {today:%d.%m.%Y} "
                f"({count(len(rows), 'Person', 'Personen')})",
            ))  # fmt: skip
        return folder

    def hand_over(self, numbers: Sequence[int], parent: Path, progress: Progress = QUIET) -> Path:
        """Write the records that the archive takes, each as PDF and CSV; returns the folder.

        Raises:
            DomainError: somebody was not offered to the archive.
            StoreUnavailable: the folder cannot be written.
        """
        rows = self._chosen(numbers)
        for one in rows:
            if one.offered_on is None:
                raise DomainError(NOT_OFFERED.format(one.id))
        return self._papers.hand_over(rows, self.rules().archive, parent, progress)

    def answer(
        self,
        numbers: Sequence[int],
        answer: ArchiveAnswer,
        on: dt.date | None = None,
        file_number: str = "",
    ) -> None:
        """Note what the archive said; the records are released by it.

        Raises:
            InvalidDraft: an answer or a waiver without its file number.
            DomainError: somebody was not offered, or silence has not lasted six months yet.
        """
        told, today = tidy(file_number)[:80], on or clock.today()
        if answer is ArchiveAnswer.WAIVER:
            told = told or self.rules().waiver
        if not told and answer is not ArchiveAnswer.SILENCE:
            raise InvalidDraft((FieldError("file_number", NO_NUMBER),))
        with self._store.write(f"Antwort des Archivs: {answer.label}") as unit:
            for one in self._chosen(numbers):
                record = _record(unit, one.id, one.why)
                if record.offered_on is None and answer is not ArchiveAnswer.WAIVER:
                    raise DomainError(NOT_OFFERED.format(one.id))
                if answer is ArchiveAnswer.SILENCE:
                    _refuse_soon(record, one.id, today)
                record.answer, record.answered_on = answer, today
                record.file_number, record.released_on = told, today

    def keep(self, numbers: Sequence[int]) -> None:
        """Take people off the way out; what only the archive's offer restricted is free again.

        Raises:
            DomainError: somebody is gone.
        """
        with self._store.write("Löschung zurückgenommen") as unit:
            for number in dict.fromkeys(numbers):
                person = find(unit, Person, number, trashed=True)
                if person.restriction == OFFERED:
                    person.restricted_on, person.restriction = None, ""
                kept = _kept(unit, number)
                if kept is not None:
                    unit.delete(kept)

    def erase(
        self,
        numbers: Sequence[int],
        letters: Path | None = None,
        confirmed: int | None = None,
        progress: Progress = QUIET,
    ) -> Erased:
        """Erase people who are released: rows, journal, words, forms, log; figures keep cases.

        Letters that ask those who received a contact to delete it are written before. The list
        beside the safety copies knows them from now on, so that no copy brings them back.

        Args:
            numbers: the people.
            letters: the folder for the letters; needed where somebody's contact was passed on.
            confirmed: how many they are, said again; needed above `BRAKE`.
            progress: told after each person.

        Raises:
            DomainError: somebody is not released, has a placement under way, letters have no
                folder, or the number of people was not confirmed.
            Cancelled: the user stopped; nobody is gone.
            StoreUnavailable: a folder cannot be written.
        """
        self._store.hold()
        rows = self._chosen(numbers)
        for one in rows:
            if one.stage is not ErasureStage.RELEASED:
                raise DomainError(NOT_RELEASED.format(one.id))
        if len(rows) > BRAKE and confirmed != len(rows):
            raise DomainError(MANY.format(count(len(rows), "Person", "Personen")))
        if letters is None and any(one.recipients for one in rows):
            raise DomainError(NO_FOLDER)
        with self._store.read() as connection:
            files = tuple(
                Path(path) for one in rows for path in retention.papers(connection, one.id)
            )
            made = dict(connection.execute("SELECT id, created_at FROM person"))
        wrote, path = self._papers.letters(rows, letters) if letters is not None else (0, None)
        self._list((one.id, made[one.id]) for one in rows)
        self._remove([one.id for one in rows], progress)
        left = tuple(one for one in dict.fromkeys(files) if one.exists())
        return Erased(len(rows), wrote, path, left)

    def replay(self, folders: Iterable[Path] = ()) -> int:
        """Erase again whom an older copy brought back; returns how many.

        Raises:
            StoreUnavailable: the list beside the copies is damaged.
        """
        places = dict.fromkeys((self._folder, *folders))
        with self._store.read() as connection:
            known = connection.execute("SELECT id, created_at FROM person ORDER BY id").fetchall()
        found = erased_list.on_list(places, self._store.key, known)
        if found:
            self._list(found)
            self._remove([number for number, _ in found], QUIET)
        return len(found)

    @property
    def _folder(self) -> Path:
        return self._store.path.parent / FOLDER

    def _list(self, people: Iterable[erased_list.Person]) -> None:
        erased_list.add(self._folder, [erased_list.mark(self._store.key, one) for one in people])

    def _remove(self, numbers: Sequence[int], progress: Progress) -> None:
        today = clock.today()
        with self._store.write("Personen gelöscht") as unit:
            areas = {one.label: one.id for one in unit.exec(select(Term)).all()}
            for place, number in enumerate(numbers):
                progress.step(place, len(numbers), f"Nr. {number}")
                raw = erasing.raw(unit.connection())
                for event in list(past_cases.events(raw, number, today)):
                    unit.add(PastCase(
                        kind=event.figure, quarter=event.quarter, until_quarter=event.until,
                        age_group=event.age_group, municipality=event.municipality,
                        area_id=areas.get(event.area), mark=event.mark, amount=event.amount,
                    ))  # fmt: skip
                record = _record(unit, number)
                record.done_on, record.note = today, ""
                erasing.erase_person(unit, number)
            erasing.settle(unit.connection())
        erasing.empty_log(self._store.path, self._store.key)
        progress.step(len(numbers), len(numbers))

    def _chosen(self, numbers: Sequence[int]) -> list[ErasureRow]:
        """The rows of these people, also of those whose period still runs.

        Raises:
            DomainError: nobody is named, somebody is gone or has a placement under way.
        """
        wanted = list(dict.fromkeys(numbers))
        if not wanted:
            raise DomainError("Bitte wählen Sie mindestens eine Person.")
        known = {one.id: one for one in self.listed()}
        with self._store.read() as connection:
            for number in wanted:
                found = retention.facts(connection, number)
                if not found:
                    raise DomainError(f"Person Nr. {number} gibt es nicht mehr.")
                if found[0].under_way:
                    raise DomainError(UNDER_WAY.format(number))
                if number not in known:
                    raise DomainError(
                        f"Für Person Nr. {number} läuft die Frist noch, und sie hat keine Löschung "
                        "verlangt."
                    )
        return [known[number] for number in wanted]


def _row(
    number: int,
    named: tuple[str, str, int],
    period: tuple[str, dt.date] | None,
    kept: Sequence[Any] | None,
) -> ErasureRow:
    name, place, recipients = named
    if kept is None:
        rule, since = period or ("", clock.today())
        return ErasureRow(number, name, place, ErasureStage.PROPOSED, rule, since,
                          recipients=recipients)  # fmt: skip
    reason, rule, requested, proposed, offered, answer, file_number, released = kept
    asked = dt.date.fromisoformat(requested) if requested else None
    stage = (
        ErasureStage.RELEASED if released
        else ErasureStage.OFFERED if offered else ErasureStage.PROPOSED
    )  # fmt: skip
    begun = asked or (period[1] if period else None) or dt.date.fromisoformat(proposed)
    wanted = asked is not None and ErasureReason(reason) is ErasureReason.REQUEST
    return ErasureRow(
        number, name, place, stage, rule, begun,
        months_after(begun, REPLY_MONTHS) if wanted else None,
        dt.date.fromisoformat(offered) if offered else None,
        ArchiveAnswer(answer) if answer else None, file_number, recipients,
    )  # fmt: skip


def _kept(unit: Unit, number: int) -> Erasure | None:
    found = select(Erasure).where(
        col(Erasure.kind) == Kind.PERSON, col(Erasure.record_id) == number
    )
    return unit.exec(found).first()


def _record(unit: Unit, number: int, rule: str = "") -> Erasure:
    """The record of somebody on the way out; a new one begins today."""
    record = _kept(unit, number)
    if record is None:
        record = Erasure(
            kind=Kind.PERSON, record_id=number, reason=ErasureReason.RETENTION, rule=rule,
            proposed_on=clock.today(),
        )  # fmt: skip
        unit.add(record)
    return record


def _refuse_soon(record: Erasure, number: int, today: dt.date) -> None:
    first = months_after(record.offered_on or today, SILENCE_MONTHS)
    if today < first:
        raise DomainError(TOO_SOON.format(number, f"{first:%d.%m.%Y}"))
