"""From pairs of the overview to proposals, as one step with one way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.assignment import PairRow, RefusedPairs
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.taking_back import latest, take_back
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.matching.overview_dialogs import RefusalDialog


class PairProposals:
    """Proposes pairs; where some are refused, it names them and offers to propose the rest."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent

    def propose(self, rows: Sequence[PairRow], done: Callable[[], None]) -> None:
        """Propose these pairs; `done` is called when they are kept."""
        if not rows:
            return

        office = self._desk.office

        def work(progress: Progress) -> tuple[int, int]:
            return len(office.assignments.propose(rows, progress)), latest(office)

        def tell(made: tuple[int, int]) -> None:
            amount, step = made
            words = f"{count(amount, 'Vorschlag', 'Vorschläge')} gemacht."
            undo = Action("Rückgängig", lambda: self._take_back(step))
            self._desk.notices.success(words, undo)
            done()

        self._desk.tasks.run_long(
            "Vorschläge werden gemacht",
            work,
            tell,
            lambda error: self._refuse(rows, done, error),
        )

    def _take_back(self, step: int) -> None:
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: take_back(self._desk.office, (step,)),
            lambda _: self._desk.notices.info("Die Vorschläge sind zurückgenommen."),
        )

    def _refuse(self, rows: Sequence[PairRow], done: Callable[[], None], error: Exception) -> None:
        if not isinstance(error, RefusedPairs):
            self._desk.notices.error(error)
            return
        refused = {(one.person_id, one.offer_id) for one in error.pairs}
        rest = [row for row in rows if (row.id, row.offer_id) not in refused]
        dialog = RefusalDialog(error, len(rest), self._parent)
        dialog.accepted.connect(lambda: self.propose(rest, done))
        dialog.open()
