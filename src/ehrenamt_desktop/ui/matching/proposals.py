"""From ticked rows to proposals and their letter, with one way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.files import Files, paper_actions
from ehrenamt_desktop.ui.kit.notices import Action, Notices
from ehrenamt_desktop.ui.kit.taking_back import latest, take_back
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner
from ehrenamt_desktop.ui.matching.talk_papers import SHEET, Printed, file_name, write_both

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was proposed: numbers of the steps that undo would take back, the latest last."""

    steps: tuple[int, ...]
    words: str


class Proposals:
    """Proposes, prints and takes back; everything on the write lane."""

    def __init__(self, office: Office, tasks: TaskRunner, notices: Notices, files: Files) -> None:
        self._office = office
        self._tasks = tasks
        self._notices = notices
        self._files = files

    def propose(
        self,
        pairs: Sequence[tuple[int, list[int]]],
        others: tuple[str, str],
        done: Callable[[], None],
        *,
        reason: str = "",
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Propose offers to people without a letter.

        Args:
            pairs: people with the offers to propose to them.
            others: the words for one and for many of what was ticked.
            done: called when all are kept.
            reason: why a near miss is proposed all the same.
            failed: takes a refusal; without it the notices do.
        """

        def tell(proposed: Proposed) -> None:
            done()
            self._notices.success(proposed.words, self._undo(proposed))

        self._keep(pairs, others, tell, reason, failed)

    def propose_and_print(
        self, person_id: int, offer_ids: list[int], others: tuple[str, str],
        done: Callable[[], None],
    ) -> None:  # fmt: skip
        """Propose offers to a person, then ask where letter and talk sheet go and write them."""

        def write(proposed: Proposed) -> None:
            done()
            self._papers(person_id, offer_ids, proposed)

        self._keep([(person_id, offer_ids)], others, write, "", None)

    def print_sheet(self, person_id: int, offer_ids: list[int]) -> None:
        """Ask where the talk sheet goes and write it; nothing is proposed."""
        name = file_name(SHEET, person_id)
        path = self._files.save("Gesprächszettel speichern", name, ".pdf")
        if path is None:
            return

        def tell(_: int) -> None:
            actions = paper_actions(self._files, path)
            self._notices.success("Der Gesprächszettel ist gespeichert.", *actions)

        self._tasks.run_long(
            "Gesprächszettel wird geschrieben",
            lambda progress: self._office.talk_sheets.talk_sheet(
                path, person_id, offer_ids, progress
            ),
            tell,
        )

    def _keep(
        self,
        pairs: Sequence[tuple[int, list[int]]],
        others: tuple[str, str],
        done: Callable[[Proposed], None],
        reason: str,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        words = f"{count(max(len(pairs), *(len(o) for _, o in pairs)), *others)} vorgeschlagen."

        def work() -> Proposed:
            placements = self._office.placements
            numbers = placements.propose_pairs(pairs, override_reason=reason)
            step = latest(self._office)
            mind = placements.time_warnings(numbers)
            return Proposed((step,), " ".join([words, *mind]))

        self._tasks.run(Lane.WRITE, work, done, failed)

    def _papers(self, person_id: int, offer_ids: list[int], proposed: Proposed) -> None:
        name = file_name("Vorschlagsbrief", person_id)
        path = self._files.save("Brief und Gesprächszettel speichern", name, ".pdf")
        if path is None:
            again = Action("Drucken …", lambda: self._papers(person_id, offer_ids, proposed))
            words = f"{proposed.words} Brief und Gesprächszettel sind noch nicht gedruckt."
            self._notices.info(words, again, self._undo(proposed))
            return
        self._tasks.run_long(
            "Brief und Gesprächszettel werden geschrieben",
            lambda progress: write_both(self._office, path, person_id, offer_ids, progress),
            lambda printed: self._printed(printed, proposed),
        )

    def _printed(self, printed: Printed, proposed: Proposed) -> None:
        whole = Proposed((*proposed.steps, *printed.steps), proposed.words)
        actions = (*self._actions([path for _, path in printed.files]), self._undo(whole))
        words = f"{proposed.words} {printed.words}"
        if printed.missing:
            self._notices.warning(words, *actions)
        else:
            self._notices.success(words, *actions)

    def _actions(self, paths: list[Path]) -> tuple[Action, ...]:
        """`Ansehen · Drucken · Ordner` for all papers together."""

        def each(deed: Callable[[Path], None]) -> None:
            for path in paths:
                deed(path)

        if not paths:
            return ()
        return (
            Action("Ansehen", partial(each, self._files.show)),
            Action("Drucken", partial(each, self._files.print)),
            Action("Ordner", lambda: self._files.reveal(paths[0])),
        )

    def _undo(self, proposed: Proposed) -> Action:
        return Action("Rückgängig", lambda: self._take_back(proposed))

    def _take_back(self, proposed: Proposed) -> None:
        def tell(_: str) -> None:
            self._notices.info("Der Vorschlag ist zurückgenommen.")

        self._tasks.run(Lane.WRITE, lambda: take_back(self._office, proposed.steps), tell)
