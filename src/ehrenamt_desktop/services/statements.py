"""The statements of the young: on one page, and on the screen as the beginning of a talk."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import (
    PaperKind,
    PersonStatus,
    StatementAnswer,
    TermKind,
    TermRelation,
)
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.person import PersonTerm
from ehrenamt_desktop.model.records.plan import StatementReply
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rules.handover import ENDED
from ehrenamt_desktop.model.statements import MOST_DOUBLED, Reply, Statement, wishes
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.people import refuse_more
from ehrenamt_desktop.services.records import find_free
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

FILE = "statements.toml"
TOO_MANY = f"Bitte nehmen Sie höchstens {MOST_DOUBLED} Aussagen doppelt."
NOTHING = "Bitte beantworten Sie mindestens eine Aussage."


class Statements:
    """Use cases on statements."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def listed(self) -> tuple[Statement, ...]:
        """All statements in their order, with the terms this office has for them."""
        known = {(one.kind, one.code): one for one in self._lists.terms()}
        text = (resources() / FILE).read_text(encoding="utf-8")
        made = []
        for entry in tomllib.loads(text)["statement"]:
            keys = (one.split(":") for one in entry["terms"])
            terms = [known[key] for kind, code in keys if (key := (TermKind(kind), code)) in known]
            numbers, words = (one.id for one in terms), (one.label for one in terms)
            made.append(Statement(entry["key"], entry["text"], tuple(numbers), tuple(words)))
        return tuple(made)

    def said(self, person_id: int) -> dict[str, Reply]:
        """What a person said last, by statement."""
        with self._store.read() as connection:
            rows = connection.execute(
                "SELECT statement, answer, doubled FROM statement_reply WHERE person_id = ?",
                (person_id,),
            ).fetchall()
        return {key: Reply(StatementAnswer(answer), bool(twice)) for key, answer, twice in rows}

    def save(
        self, person_id: int, replies: Mapping[str, Reply], left_out: Iterable[int] = ()
    ) -> int:
        """Keep what was said and add the wishes that follow, in one step; returns how many.

        Wishes are only added: what the profile says already stays, and what somebody does not
        want is not turned round.

        Args:
            person_id: who was asked.
            replies: by statement; those left out or skipped are not kept.
            left_out: terms that follow but are not wanted.

        Raises:
            DomainError: nothing was answered, too much counts twice, the person is restricted or
                archived, or the guardian of a minor has not agreed.
        """
        kept = {
            key: one for key, one in replies.items() if one.answer is not StatementAnswer.SKIPPED
        }
        if not kept:
            raise DomainError(NOTHING)
        if sum(one.doubled for one in kept.values()) > MOST_DOUBLED:
            raise DomainError(TOO_MANY)
        wanted = wishes(self.listed(), kept)
        refused = frozenset(left_out)
        with self._store.write("Aussagen festgehalten") as unit:
            person = find_free(unit, person_id)
            if person.status is PersonStatus.ENDED:
                raise DomainError(ENDED)
            refuse_more(unit, person)
            _replace(unit, person_id, kept)
            return _add_wishes(unit, person_id, [one for one in wanted if one not in refused])

    def write(self, path: Path, progress: Progress = QUIET) -> int:
        """Print the page of statements, without any name on it; returns the paper's number.

        Raises:
            DomainError: the file does not end in `.pdf`.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.statements import statements

        expect_suffix(path, ".pdf")
        self._store.hold()
        rows = [one.text for one in self.listed()]
        statements(path, self._lists.office_info(), rows, progress)
        with self._store.write(f"{PaperKind.STATEMENTS.label} gedruckt") as unit:
            posting = Posting(
                kind=PaperKind.STATEMENTS,
                title=PaperKind.STATEMENTS.label,
                rows=len(rows),
                printed_on=clock.today(),
                path=str(path.absolute()),
            )
            unit.add(posting)
            unit.flush()
            return int(posting.id or 0)


def _replace(unit: Unit, person_id: int, replies: Mapping[str, Reply]) -> None:
    """Make these the person's replies; unchanged ones keep their number and their day."""
    query = select(StatementReply).where(col(StatementReply.person_id) == person_id)
    before = {one.statement: one for one in unit.exec(query)}
    for key, one in before.items():
        if key not in replies:
            unit.delete(one)
    for key, reply in replies.items():
        one = before.get(key) or StatementReply(
            person_id=person_id, statement=key, answer=reply.answer, on=clock.today()
        )
        if key in before and (one.answer, one.doubled) == tuple(reply):
            continue
        one.answer, one.doubled, one.on = reply.answer, reply.doubled, clock.today()
        unit.add(one)
    unit.flush()


def _add_wishes(unit: Unit, person_id: int, wanted: Iterable[int]) -> int:
    query = select(PersonTerm.term_id).where(
        col(PersonTerm.person_id) == person_id,
        col(PersonTerm.relation).in_((TermRelation.WISH, TermRelation.NO)),
    )
    known = set(unit.exec(query))
    new = [number for number in wanted if number not in known]
    for number in new:
        unit.add(PersonTerm(person_id=person_id, term_id=number, relation=TermRelation.WISH))
    unit.flush()
    return len(new)
