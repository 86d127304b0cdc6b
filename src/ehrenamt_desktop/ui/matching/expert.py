"""What stands behind „Erweitert“ of one way to match: weights tried out, and the comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.columns.comparison import comparison_columns
from ehrenamt_desktop.model.comparison import LEAST, MOST
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import Match, MatchList, Side
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.weighing import Weighing, WeightVersion
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.taking_back import latest, take_back
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.matching.expert_compare import ComparisonView
from ehrenamt_desktop.ui.matching.expert_mode import ExpertMode
from ehrenamt_desktop.ui.matching.expert_weights import WeightsPanel
from ehrenamt_desktop.ui.matching.match_detail import MatchDetail

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office
    from ehrenamt_desktop.ui.matching.match_list import MatchListView

FROM_THE_LIST = "Bitte nehmen Sie die Fassung von vorher aus der Liste."
TICK = "Wählen Sie dafür zwei bis vier mit der Leertaste aus."


@dataclass(frozen=True, slots=True)
class ExpertView:
    """How the list is asked for.

    Attributes:
        is_open: whether each row says how firm its place is.
        weighing: what is tried out; None for what counts.
        anew: whether facts may have changed since the list before.
    """

    is_open: bool
    weighing: Weighing | None
    anew: bool

    def listed(
        self, office: Office, side: Side, number: int, top: int | None, search: str
    ) -> MatchList:
        """The list of a person or an offer."""
        matching = office.matching
        if self.anew or not self.is_open:
            ask = matching.offers_for if side is Side.PERSON else matching.people_for
            found = ask(number, top=top, search=search, examined=self.is_open)
            if self.weighing is None:
                return found
        return matching.weighed(side, number, self.weighing, top, search)


class Expert(QObject):
    """Wires the tools to the detail; asks for the list anew when they change it."""

    anew_wanted = Signal()
    again_wanted = Signal()
    compared = Signal(bool)

    def __init__(
        self, name: str, desk: Desk, detail: MatchDetail, chosen: Callable[[], Sequence[Match]],
        owner: Callable[[], str], *, private: bool,
    ) -> None:  # fmt: skip
        """Build the tools.

        Args:
            name: prefix of object names.
            desk: collaborators.
            detail: the pane that gives room to the weights.
            chosen: the ticked matches in the order of the list.
            owner: whose list it is.
            private: whether their titles are names of people.
        """
        super().__init__(detail)
        self._desk = desk
        self._detail = detail
        self._chosen = chosen
        self._owner = owner
        self.mode = ExpertMode.of(desk.bus)
        self.weights = WeightsPanel(f"{name}.weights")
        self.comparison = ComparisonView(f"{name}.comparison", private=private)
        self.comparison.hide()
        detail.take_tools(self.weights)
        numbers = detail.numbers
        numbers.set_open(self.mode.is_open)
        numbers.toggle.toggled.connect(self.mode.set_open)
        self.mode.changed.connect(self._turn)
        numbers.weights.clicked.connect(self.open_weights)
        numbers.compare.clicked.connect(self.compare)
        self.weights.tried.connect(self.again_wanted)
        self.weights.keep_wanted.connect(self._keep)
        self.weights.restore_wanted.connect(self._restore)
        self.weights.closed.connect(self.close_weights)
        self.comparison.closed.connect(self.close_comparison)
        self.comparison.print_wanted.connect(self.print_comparison)
        self.show_ticked(0)

    def view(self, *, anew: bool) -> ExpertView:
        """How the list is asked for now."""
        return ExpertView(self.mode.is_open, self.weights.draft, anew)

    def show_ticked(self, amount: int) -> None:
        """Offer the comparison when as many are ticked as it takes."""
        compare = self._detail.numbers.compare
        compare.setText(f"{amount} vergleichen …" if amount else "Vergleichen …")
        compare.setEnabled(LEAST <= amount <= MOST)
        compare.setToolTip(TICK)
        compare.setAccessibleDescription(TICK)

    def open_weights(self) -> None:
        """Show the order of the criteria in place of the pair."""
        self._detail.show_tools(shown=True)
        self.weights.enter()
        self._load()

    def close_weights(self) -> None:
        """Show the pair again; what was tried out is forgotten."""
        if self.weights.draft is not None:
            self.weights.forget_draft()
            self.again_wanted.emit()
        self._detail.show_tools(shown=False)
        self._detail.numbers.weights.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare(self) -> None:
        """Show what is ticked side by side."""
        self.comparison.show_matches(self._chosen())
        self.comparison.show()
        self.compared.emit(not self.comparison.isHidden())
        self.comparison.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_comparison(self) -> None:
        """Ask where the comparison goes and write it as it is shown."""
        files = self._desk.files
        path = files.save("Vergleich speichern", f"Vergleich {clock.today().isoformat()}", ".pdf")
        if path is None:
            return
        (matches, rows), facts = self.comparison.compared, {"Für": self._owner()}
        self._desk.tasks.run_long(
            "Vergleich wird geschrieben",
            lambda progress: self._desk.office.exports.table(
                path, "Vergleich", comparison_columns(matches), rows, facts, progress
            ),
            lambda _: self._desk.notices.success(
                "Der Vergleich ist gespeichert.", *paper_actions(files, path)
            ),
        )

    def close_comparison(self) -> None:
        """Show the list again."""
        if not self.comparison.isHidden():
            self.comparison.hide()
            self.compared.emit(not self.comparison.isHidden())

    def refresh(self, changes: tuple[Change, ...]) -> None:
        """Show the versions again when one was kept or taken back."""
        if touches(changes, Kind.WEIGHT_SET):
            self._load()

    def pictures(self, view: MatchListView) -> Iterator[str]:
        """Open the weights, then the comparison of the first rows; at the end all is as before."""
        was_open = self.mode.is_open
        self.mode.set_open(wanted=True)
        self.open_weights()
        yield "wichtigkeit"
        self.close_weights()
        rows = range(min(MOST - 1, len([line for line in view.lines() if line.match])))
        for row in rows:
            view.tick_row(row)
        if len(rows) >= LEAST:
            self.compare()
            yield "vergleich"
            self.close_comparison()
        view.untick()
        self.mode.set_open(was_open)

    def _turn(self, is_open: bool) -> None:
        self._detail.numbers.set_open(is_open)
        if not is_open and self.weights.draft is not None:
            self.weights.forget_draft()
        self.anew_wanted.emit()

    def _load(self) -> None:
        self._read(self.weights.show_versions)

    def _read(self, show: Callable[[tuple[WeightVersion, ...]], None]) -> None:
        office = self._desk.office
        self._desk.tasks.run(
            Lane.READ, lambda: _versions(office), show, key=self.weights.objectName()
        )

    def _keep(self, weighing: Weighing, name: str) -> None:
        office = self._desk.office
        self._write(lambda: office.weights.keep(weighing, name))

    def _restore(self, number: int) -> None:
        office = self._desk.office
        self._write(lambda: office.weights.restore(number))

    def _write(self, deed: Callable[[], int]) -> None:
        office = self._desk.office

        def work() -> int:
            deed()
            return latest(office)

        self._desk.tasks.run(Lane.WRITE, work, self._kept)

    def _kept(self, step: int) -> None:
        self._read(self._show_kept)
        words = "Die neue Wichtigkeit gilt ab jetzt in allen Listen."
        self._desk.notices.success(words, Action("Rückgängig", lambda: self._undo(step)))

    def _show_kept(self, versions: tuple[WeightVersion, ...]) -> None:
        self.weights.show_versions(versions)
        self.weights.forget_draft()
        self.again_wanted.emit()

    def _undo(self, step: int) -> None:
        office = self._desk.office
        self._desk.tasks.run(
            Lane.WRITE, lambda: take_back(office, (step,), FROM_THE_LIST),
            lambda _: self._desk.notices.info("Es gilt wieder die Fassung von vorher."),
        )  # fmt: skip


def _versions(office: Office) -> tuple[WeightVersion, ...]:
    """Read on the task's thread, which also imports what is needed."""
    return office.weights.versions()
