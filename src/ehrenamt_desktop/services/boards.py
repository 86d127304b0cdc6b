"""The boards of the villages and the round that hangs sheets up and takes them down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.boards import BoardRow, RoundStop
from ehrenamt_desktop.model.enums import FollowUpKind, FollowUpResult, PaperKind
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.board import Board, BoardDraft
from ehrenamt_desktop.model.records.placement import FollowUp
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.services.board_papers import expect_suffix
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.records import apply, expect, find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import boards

NOTHING = "Im Augenblick ist an keinem Schaukasten etwas zu tun."
DEEDS = (FollowUpKind.HANG_UP, FollowUpKind.TAKE_DOWN)


class Boards:
    """Use cases on boards."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def rows(self, as_of: dt.date | None = None) -> tuple[BoardRow, ...]:
        """The boards in use, by place."""
        with self._store.read() as connection:
            return boards.rows(connection, as_of or clock.today())

    def save(
        self,
        values: Mapping[str, object],
        board_id: int | None = None,
        version: int | None = None,
    ) -> int:
        """Enter a board or change it; returns its number.

        Raises:
            InvalidDraft: a field is wrong.
            ConflictError: it was changed elsewhere in between.
            DomainError: it is gone.
        """
        draft = validate(BoardDraft, {**values, "note": values.get("note") or ""})
        title = "Schaukasten eingetragen" if board_id is None else "Schaukasten geändert"
        with self._store.write(title) as unit:
            if board_id is None:
                board = Board(**draft.model_dump())
                unit.add(board)
            else:
                board = find(unit, Board, board_id)
                expect(board, version)
                apply(board, draft)
            unit.flush()
            return int(board.id or 0)

    def remove(self, board_id: int) -> None:
        """Take a board out of use; what hung there stays remembered.

        Raises:
            DomainError: it is gone.
        """
        with self._store.write("Schaukasten entfernt") as unit:
            find(unit, Board, board_id).active = False

    def round(self, as_of: dt.date | None = None) -> tuple[RoundStop, ...]:
        """Where something is to be hung up or taken down, by place."""
        with self._store.read() as connection:
            return boards.stops(connection, as_of or clock.today())

    def done(self, reminders: Sequence[int]) -> None:
        """Enter what was done on a round, as one step; what is done already stays as it is.

        Raises:
            DomainError: a number is no deed of a round.
        """
        today = clock.today()
        with self._store.write("Rundgang eingetragen") as unit:
            for number in reminders:
                reminder = find(unit, FollowUp, number)
                if reminder.kind not in DEEDS or reminder.posting_id is None:
                    raise DomainError("Das gehört zu keinem Rundgang.")
                if reminder.done_on is None:
                    reminder.done_on = today
                    reminder.result = FollowUpResult.DONE
                    if reminder.kind is FollowUpKind.TAKE_DOWN:
                        find(unit, Posting, reminder.posting_id).taken_down_on = today

    def paper(self, path: Path, as_of: dt.date | None = None, progress: Progress = QUIET) -> int:
        """Print the list for the round; returns the paper's number.

        Raises:
            DomainError: there is nothing to do.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.board_round import board_round

        expect_suffix(path, ".pdf")
        day = as_of or clock.today()
        stops = self.round(day)
        if not stops:
            raise DomainError(NOTHING)
        self._store.hold()
        board_round(path, self._lists.office_info(), stops, day, progress)
        with self._store.write("Rundgang gedruckt") as unit:
            posting = Posting(
                kind=PaperKind.BOARD_ROUND,
                title=f"Rundgang: {count(len(stops), 'Schaukasten', 'Schaukästen')}",
                rows=len(stops),
                printed_on=clock.today(),
                path=str(path.absolute()),
            )
            unit.add(posting)
            unit.flush()
            return int(posting.id or 0)
