"""The talk sheet of a person: chosen offers with what fits and what is to be clarified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PaperKind, PersonStatus
from ehrenamt_desktop.model.matches import (
    Answer,
    Criterion,
    CriterionValue,
    Match,
    MatchList,
    ReasonKind,
    Side,
)  # fmt: skip
from ehrenamt_desktop.model.paper_rows import TalkOffer, TalkSheet
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rules.handover import ENDED
from ehrenamt_desktop.model.rules.restriction import RESTRICTED
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.matching import Matching
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import papers

PROPOSED = 3
"""Offers on a sheet when none are chosen: the best of the list."""
SHOWN = 300
"""Rows of the list in which chosen offers are looked for: as many as the window shows."""
FITS_FROM = 0.75
MIND_BELOW = 0.35
NOTICE = "Datenschutzhinweis mitgegeben am:"
"""Stands first among the questions until it is noted on the person (Art. 13 GDPR)."""
_TOLD = (Criterion.TARGET_GROUP, Criterion.RHYTHM, Criterion.MOTIVE)
"""Criteria whose phrase says something to the person herself when they fit."""
_MINDED = (Criterion.DISTANCE, Criterion.RHYTHM, Criterion.TIME, Criterion.SKILLS, Criterion.START)
"""Criteria a person should know of when they do not fit."""


class TalkSheets:
    """Use cases on talk sheets."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)
        self._matching = Matching(store)

    def talk_sheet(
        self, path: Path, person_id: int, offer_ids: Sequence[int], progress: Progress = QUIET
    ) -> int:
        """Print the sheet for a talk; returns the paper's number.

        Without `offer_ids` the three best offers stand on it.

        Raises:
            DomainError: nothing fits, more offers than a page holds, the person is archived.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.talk_sheet import talk_sheet

        expect_suffix(path, ".pdf")
        self._store.hold()
        person = self._lists.person(person_id)
        if person.values["status"] == PersonStatus.ENDED:
            raise DomainError(ENDED)
        if person.values["restricted_on"] is not None:
            raise DomainError(RESTRICTED)
        found = self._matching.offers_for(person_id, top=SHOWN, rested=False)
        chosen = tuple(dict.fromkeys(offer_ids)) or _best(found)
        told = self._matching.standings(person_id, chosen, found.as_of)
        refusals = {one: (told[one].refusal if one in told else None) or "" for one in chosen}
        values = person.values
        title, first, last = (str(values[key]) for key in ("title", "first_name", "last_name"))
        sheet = TalkSheet(
            name=full_name(title, first, last),
            offers=tuple(self._offer(number, found, refusals[number]) for number in chosen),
            questions=(
                *((NOTICE,) if values["notice_on"] is None else ()),
                *(one.sentence for one in found.questions if one.subject is Side.PERSON),
            ),
        )
        today = clock.today()
        talk_sheet(path, self._lists.office_info(), sheet, today, progress)
        with self._store.write("Gesprächszettel gedruckt") as unit:
            posting = Posting(
                kind=PaperKind.TALK_SHEET,
                title=f"Gesprächszettel für Person Nr. {person_id}",
                person_id=person_id,
                offers=" ".join(str(number) for number in chosen),
                rows=len(chosen),
                printed_on=today,
                path=str(path.absolute()),
            )
            unit.add(posting)
            unit.flush()
            return int(posting.id or 0)

    def _offer(self, number: int, found: MatchList, refusal: str) -> TalkOffer:
        detail = self._lists.offer(number)
        with self._store.read() as connection:
            public = papers.public_side(connection, number)
        match = next((one for one in found.matches if one.number == number), None)
        return TalkOffer(
            number=number,
            title=public.title,
            initiative=detail.row.initiative,
            where=public.where,
            when=public.when,
            fits=tuple(_fits(match)) if match else (),
            clarify=tuple(_clarify(match)) if match else (),
            mind=tuple(_mind(match)) if match else (refusal,),
        )


def _best(found: MatchList) -> tuple[int, ...]:
    if not found.matches:
        raise DomainError(
            "Zurzeit passt kein Angebot. Bitte sehen Sie unter „Passt fast“ nach, was fehlt."
        )
    return tuple(one.number for one in found.matches[:PROPOSED])


def _fits(match: Match) -> Iterator[str]:
    """The fragments of the reason line, then what else speaks to the person."""
    told = [part.text for part in match.reason if part.kind is ReasonKind.FITS]
    yield from told
    for one in match.criteria:
        known = one.side is Side.PERSON and one.name in _TOLD and one.value is not None
        if known and (one.value or 0.0) >= FITS_FROM and not any(one.sentence in t for t in told):
            yield _told_of(one)


def _clarify(match: Match) -> Iterator[str]:
    """Rules nobody can answer yet, then what was not said of either side."""
    open_gates = [gate for gate in match.gates if gate.answer is Answer.UNKNOWN]
    yield from (gate.sentence for gate in open_gates)
    named = [gate.name.label for gate in open_gates]
    for one in match.criteria:
        if one.value is None and one.name.label not in named:
            named.append(one.name.label)
            yield _told_of(one)


def _mind(match: Match) -> Iterator[str]:
    """What does not fit well and is no reason to keep silent about the offer."""
    named: list[Criterion] = []
    for one in match.criteria:
        poor = one.value is not None and one.value < MIND_BELOW
        if poor and one.name in _MINDED and one.name not in named:
            named.append(one.name)
            yield _told_of(one)


def _told_of(one: CriterionValue) -> str:
    between = " – " if ":" in one.sentence else ": "
    return f"{one.name.label}{between}{one.sentence}"
