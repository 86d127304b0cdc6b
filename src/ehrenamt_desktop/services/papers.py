"""Papers: what is pinned up, and proposal letters.

Each finished paper is remembered: "Unterlagen" shows it, and an old sheet gets taken down.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import (
    InteractionKind,
    OfferKind,
    OfferStage,
    PaperKind,
)
from ehrenamt_desktop.model.matches import MatchList, ReasonKind
from ehrenamt_desktop.model.paper_rows import BoardOffer, LetterOffer
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.placement import Interaction
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rows import OfferDetail
from ehrenamt_desktop.services.board_papers import expect_suffix
from ehrenamt_desktop.services.letter_texts import LetterTexts
from ehrenamt_desktop.services.matching import Matching
from ehrenamt_desktop.services.person_address import person_address
from ehrenamt_desktop.services.public_papers import PublicPapers
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import papers

__all__ = ["Papers", "expect_suffix"]


class Papers(PublicPapers):
    """Use cases on papers."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._matching = Matching(store)

    def proposal_letter(
        self, path: Path, person_id: int, offer_ids: Sequence[int], progress: Progress = QUIET
    ) -> int:
        """Print the letter that proposes offers to a person; returns the paper's number.

        Raises:
            DomainError: the address is not complete, or it is open on which ground the person's
                data is kept.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.letter import Letter, letters

        self._begin(path, ".pdf")
        person = self._lists.person(person_id)
        address = person_address(person)
        found = self._matching.offers_for(person_id, rested=False)
        offers = [self._letter_offer(number, found) for number in dict.fromkeys(offer_ids)]
        if not offers:
            raise DomainError("Bitte wählen Sie mindestens ein Angebot für den Brief.")
        letter = Letter(address, "", offers, clock.today(), our_sign=f"EA-{person_id}")
        text = LetterTexts(self._store).text("vorschlag")
        letters(path, self._lists.office_info(), [letter], text, progress=progress)
        today = clock.today()
        with self._store.write("Vorschlagsbrief gedruckt") as unit:
            posting = Posting(
                kind=PaperKind.PROPOSAL_LETTER,
                title=f"Vorschlagsbrief an Person Nr. {person_id}",
                person_id=person_id,
                offers=" ".join(str(offer.number) for offer in offers),
                rows=len(offers),
                printed_on=today,
                path=str(path.absolute()),
            )
            unit.add(posting)
            titles = ", ".join(f"„{offer.title}“" for offer in offers)
            unit.add(
                Interaction(
                    kind=InteractionKind.LETTER,
                    on=today,
                    subject="Vorschlagsbrief",
                    note=titles[:4000],
                    person_id=person_id,
                )
            )
            unit.flush()
            return int(posting.id or 0)

    def _letter_offer(self, number: int, found: MatchList) -> LetterOffer:
        detail = self._lists.offer(number)
        away = detail.trashed_on is not None
        if away or detail.row.stage not in (OfferStage.OPEN, OfferStage.UPCOMING):
            stage = "im Papierkorb" if away else detail.row.stage.label
            sentence = f"„{detail.row.title}“ kann nicht vorgeschlagen werden: Das Angebot ist"
            raise DomainError(f"{sentence} {stage}.")
        with self._store.read() as connection:
            public = papers.public_side(connection, number)
            contact = papers.public_contact(connection, number)
        match = next((one for one in found.matches if one.number == number), None)
        reasons = match.reason if match else ()
        return LetterOffer(
            number=number,
            title=public.title,
            initiative=detail.row.initiative,
            text=_told(detail, public),
            where=public.where,
            when=public.when,
            reasons=tuple(part.text for part in reasons if part.kind is ReasonKind.FITS),
            contact=contact,
        )

    def remember(self, kind: PaperKind, title: str, path: Path, rows: int) -> int:
        """Keep a paper that was made; returns its number."""
        with self._store.write(f"{kind.label} erstellt") as unit:
            posting = Posting(
                kind=kind,
                title=title,
                rows=rows,
                printed_on=clock.today(),
                path=str(path.absolute()),
            )
            unit.add(posting)
            unit.flush()
            return int(posting.id or 0)


def _told(detail: OfferDetail, public: BoardOffer) -> str:
    """What a letter says of an offer; of help for one person only its public words."""
    if public.kind is OfferKind.HELP_REQUEST:
        return public.teaser
    return str(detail.values["description"] or public.teaser)
