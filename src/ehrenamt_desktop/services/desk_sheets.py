"""Sheets for the desk and to take along: one offer, who came, whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.desk_sheets import CallEntry, Meeting, OfferSheet
from ehrenamt_desktop.model.enums import OfferKind, OfferStage, PaperKind
from ehrenamt_desktop.model.hours import hours
from ehrenamt_desktop.model.paper_rows import BoardOffer
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rows import OfferDetail
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.model.text import count, tidy
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import papers

MOST = 500
"""Rows of a sheet that is carried about."""
LONGEST = 160
"""Characters of a title or reason."""
NOUNS = {"people": ("Person", "Personen"), "initiatives": ("Initiative", "Initiativen")}


class DeskSheets:
    """Use cases on sheets."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def offer_sheet(self, path: Path, offer_id: int, progress: Progress = QUIET) -> int:
        """Print one offer on a page to take along; returns the paper's number.

        Raises:
            DomainError: the offer may not be handed out.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.offer_sheet import offer_sheet

        self._begin(path)
        detail = self._lists.offer(offer_id)
        away = detail.trashed_on is not None
        if away or detail.row.stage not in (OfferStage.OPEN, OfferStage.UPCOMING):
            stage = "im Papierkorb" if away else detail.row.stage.label
            raise DomainError(f"Dieses Angebot ist {stage}. Ein Blatt gibt es nur zu offenen.")
        with self._store.read() as connection:
            public = papers.public_side(connection, offer_id)
        sheet = _offer(detail, public)
        offer_sheet(path, self._lists.office_info(), sheet, clock.today(), progress)
        return self._remember(
            PaperKind.OFFER_SHEET, f"Angebotsblatt zu Angebot Nr. {offer_id}", path, 1,
            offers=str(offer_id),
        )  # fmt: skip

    def attendance(
        self,
        path: Path,
        meeting: Meeting,
        person_ids: Sequence[int] = (),
        empty: int | None = None,
        progress: Progress = QUIET,
    ) -> int:
        """Print a sheet to sign; returns the paper's number.

        Args:
            path: the PDF to make.
            meeting: what it is for.
            person_ids: who is expected; without anybody the page is filled with empty rows.
            empty: rows without a name; None fills a page, or adds a few below names.
            progress: told after each page.

        Raises:
            InvalidDraft: the title is missing, a text is too long or there are too many rows.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.attendance import attendance, rows_of_a_page

        self._begin(path)
        _check("title", meeting.title)
        names = [entry.name for entry in self._people(person_ids)]
        if empty is None:
            empty = 5 if names else rows_of_a_page(meeting)
        if not 0 < len(names) + empty <= MOST:
            raise InvalidDraft((FieldError("empty", f"Bitte wählen Sie 1 bis {MOST} Zeilen."),))
        attendance(path, self._lists.office_info(), meeting, names, empty, progress)
        title = f"{PaperKind.ATTENDANCE.label}: {tidy(meeting.title)}"
        return self._remember(PaperKind.ATTENDANCE, title, path, len(names))

    def call_sheet(
        self,
        path: Path,
        noun: str,
        numbers: Sequence[int],
        reason: str,
        progress: Progress = QUIET,
    ) -> int:
        """Print whom to phone; returns the paper's number.

        Args:
            path: the PDF to make.
            noun: `people` or `initiatives`.
            numbers: their records, in the order of the sheet.
            reason: why they are called.
            progress: told after each page.

        Raises:
            InvalidDraft: the reason is missing or too long.
            DomainError: nobody is named, or too many.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.call_sheet import call_sheet

        self._begin(path)
        _check("reason", reason)
        found = self._people(numbers) if noun == "people" else self._initiatives(numbers)
        entries = list(found)
        if not 0 < len(entries) <= MOST:
            one, many = NOUNS[noun]
            raise DomainError(f"Bitte wählen Sie 1 bis {MOST} {many if MOST > 1 else one} aus.")
        call_sheet(path, self._lists.office_info(), reason, entries, clock.today(), progress)
        amount = count(len(entries), *NOUNS[noun])
        title = f"{PaperKind.CALL_SHEET.label} ({amount}): {tidy(reason)}"
        return self._remember(PaperKind.CALL_SHEET, title, path, len(entries), purpose=reason)

    def of_view(self, noun: str, view: str) -> list[int]:
        """The records of a saved view, in its order.

        Raises:
            DomainError: there is no such view.
        """
        from ehrenamt_desktop.services.views import Views

        wanted = view.casefold()
        kept = next((one for one in Views(self._store).all(noun)
                     if one.name.casefold() == wanted), None)  # fmt: skip
        if kept is None:
            raise DomainError(f"Eine Ansicht „{view}“ gibt es nicht. Bitte wählen Sie eine andere.")
        query = ListQuery(text=kept.view.text, filters=kept.view.filters)
        found: list[int] = getattr(self._lists, noun).ids(query)
        return found

    def _begin(self, path: Path) -> None:
        expect_suffix(path, ".pdf")
        self._store.hold()

    def _people(self, numbers: Sequence[int]) -> Iterator[CallEntry]:
        for row in self._lists.people.rows(list(dict.fromkeys(numbers))):
            name = full_name("", row.first_name, row.last_name)
            yield CallEntry(row.id, name, row.phone, row.place)

    def _initiatives(self, numbers: Sequence[int]) -> Iterator[CallEntry]:
        for row in self._lists.initiatives.rows(list(dict.fromkeys(numbers))):
            yield CallEntry(row.id, row.name, row.phone, row.contact)

    def _remember(
        self,
        kind: PaperKind,
        title: str,
        path: Path,
        rows: int,
        *,
        offers: str = "",
        purpose: str = "",
    ) -> int:
        with self._store.write(f"{kind.label} gedruckt") as unit:
            posting = Posting(
                kind=kind, title=title[:200], rows=rows, printed_on=clock.today(), offers=offers,
                purpose=tidy(purpose), path=str(path.absolute()),
            )  # fmt: skip
            unit.add(posting)
            unit.flush()
            return int(posting.id or 0)


def _check(key: str, text: str) -> None:
    if not tidy(text):
        raise InvalidDraft((FieldError(key, "Bitte füllen Sie dieses Feld aus."),))
    if len(text) > LONGEST:
        most = f"Bitte kürzen Sie den Text auf höchstens {LONGEST} Zeichen."
        raise InvalidDraft((FieldError(key, most),))


def _offer(detail: OfferDetail, public: BoardOffer) -> OfferSheet:
    """What the public may know; of help for one person only its public words."""
    helps = public.kind is OfferKind.HELP_REQUEST
    values = detail.values
    told = public.teaser if helps else str(values["description"] or public.teaser)
    weekly = values["hours_per_week"]
    known = (
        ("Wo", public.where),
        ("Wann", public.when),
        ("Wie viel", f"etwa {hours(float(str(weekly)))} pro Woche" if weekly else ""),
        ("Das brauchen Sie", public.needs),
        ("Einarbeitung", "" if helps else str(values["induction"] or "")),
        ("Fortbildung", "" if helps else str(values["training"] or "")),
        ("Das lernen Sie dabei", "" if helps else str(values["teaches"] or "")),
        ("Auslagen", "werden erstattet" if values["expense_refund"] else ""),
    )
    facts = tuple((label, words) for label, words in known if tidy(words))
    return OfferSheet(public.number, public.title, detail.row.initiative, told, facts)
