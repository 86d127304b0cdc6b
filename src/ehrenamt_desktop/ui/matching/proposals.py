"""From ticked rows to proposals and their letter, with one way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, EhrenamtError
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.files import Files, paper_actions
from ehrenamt_desktop.ui.kit.notices import Action, Notices
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office

_MOVED_ON = (
    "Seitdem wurde weitergearbeitet. Bitte machen Sie die Schritte einzeln mit Strg+Z rückgängig."
)


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
        """Propose offers to a person, then ask where the letter goes and write it."""

        def write(proposed: Proposed) -> None:
            done()
            self._letter(person_id, offer_ids, proposed)

        self._keep([(person_id, offer_ids)], others, write, "", None)

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
            steps = []
            for person_id, offer_ids in pairs:
                self._office.placements.propose(person_id, offer_ids, override_reason=reason)
                steps.append(self._latest())
            return Proposed(tuple(steps), words)

        self._tasks.run(Lane.WRITE, work, done, failed)

    def _letter(self, person_id: int, offer_ids: list[int], proposed: Proposed) -> None:
        day = clock.today().isoformat()
        name = f"Vorschlagsbrief Nr. {person_id} {day}"
        path = self._files.save("Vorschlagsbrief speichern", name, ".pdf")
        if path is None:
            again = Action("Brief drucken …", lambda: self._letter(person_id, offer_ids, proposed))
            words = f"{proposed.words} Der Brief ist noch nicht gedruckt."
            self._notices.info(words, again, self._undo(proposed))
            return
        self._tasks.run_long(
            "Vorschlagsbrief wird geschrieben",
            lambda progress: self._write(path, person_id, offer_ids, progress),
            lambda step: self._written(path, Proposed((*proposed.steps, step), proposed.words)),
            lambda error: self._not_written(error, proposed),
        )

    def _write(self, path: Path, person_id: int, offer_ids: list[int], progress: object) -> int:
        self._office.papers.proposal_letter(path, person_id, offer_ids, progress)  # type: ignore[arg-type]
        return self._latest()

    def _written(self, path: Path, proposed: Proposed) -> None:
        words = f"{proposed.words} Der Brief ist gespeichert."
        self._notices.success(words, *paper_actions(self._files, path), self._undo(proposed))

    def _not_written(self, error: Exception, proposed: Proposed) -> None:
        if not isinstance(error, EhrenamtError):
            self._notices.error(error)
            return
        words = f"{proposed.words} Der Brief fehlt noch: {error.sentence}"
        self._notices.warning(words, self._undo(proposed))

    def _latest(self) -> int:
        step = self._office.history.next_undo()
        return step.id if step else 0

    def _undo(self, proposed: Proposed) -> Action:
        return Action("Rückgängig", lambda: self._take_back(proposed))

    def _take_back(self, proposed: Proposed) -> None:
        def work() -> None:
            for step in reversed(proposed.steps):
                if self._latest() != step:
                    raise DomainError(_MOVED_ON)
                self._office.history.undo()

        def tell(_: None) -> None:
            self._notices.info("Der Vorschlag ist zurückgenommen.")

        self._tasks.run(Lane.WRITE, work, tell)
