"""The placements as a board: four columns; the line below says what the next step still needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.placement_board import BoardColumn as Content
from ehrenamt_desktop.model.placement_detail import PlacementDetail
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, scroll
from ehrenamt_desktop.ui.kit.search_box import SearchBox
from ehrenamt_desktop.ui.kit.tips import tip
from ehrenamt_desktop.ui.matching.board_column import BoardColumn, CardView

STEP_KEYS = {
    PlacementState.PASSED_ON: "K",
    PlacementState.RUNNING: "L",
    PlacementState.ENDED: "B",
}
_HELP = "Karte wählen und ziehen, oder mit der Tastatur: K weitergeben, L läuft, B beenden."


class Board(QWidget):
    """Tells which placement is looked at and which step is wanted; moves nothing itself."""

    chosen = Signal(int)
    step_wanted = Signal(int, object)
    opened = Signal()
    list_wanted = Signal(object)
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("placements.board")
        self._detail: PlacementDetail | None = None
        self.search = SearchBox("Person, Angebot oder Initiative …", "placements.board.search")
        self.as_list = button("Als Liste", name="placements.board.as_list")
        self.hint = label(_HELP, "soft", wrap=True, name="placements.board.hint")
        self.columns = {
            state: BoardColumn(state, folded=state is PlacementState.ENDED, parent=self)
            for state in PlacementState
        }
        self._lay_out()
        self._connect()

    def show_columns(self, columns: Sequence[Content]) -> None:
        """Show other cards; the chosen one stays chosen, wherever it went."""
        number, focused = self.number(), self._focused()
        for one in columns:
            self.columns[one.state].show_content(one)
        if number is not None:
            self.choose(number, focus=focused is not None)
        self._stop()

    def choose(self, number: int, *, focus: bool = False) -> None:
        """Choose a placement's card, if it is shown."""
        for one in self.columns.values():
            row = one.view.cards.row_of(number)
            one.view.blockSignals(True)  # noqa: FBT003 - Qt's signature
            one.view.choose(row)
            one.view.blockSignals(False)  # noqa: FBT003 - Qt's signature
            if row is not None and focus:
                one.view.setFocus()
        self._stop()

    def number(self) -> int | None:
        """The chosen placement."""
        found = (one.view.number() for one in self.columns.values())
        return next((one for one in found if one is not None), None)

    def show_detail(self, detail: PlacementDetail | None) -> None:
        """Say what the chosen placement needs for its next step."""
        self._detail = detail
        self._say(None)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()

    def minimumSizeHint(self) -> QSize:
        """Headings, two cards of a column and the line below; more columns scroll."""
        return QSize(theme.em() * 20, theme.line_height() * 21)

    def _lay_out(self) -> None:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for one in self.columns.values():
            row.addWidget(one, 1)
        top = hbox(self.search, self.as_list)
        top.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(top)
        column.addWidget(scroll(inside, name="placements.board.scroll", sideways=True), 1)
        column.addWidget(self.hint)

    def _connect(self) -> None:
        self.search.searched.connect(self.searched)
        self.search.going_down.connect(lambda: self._first().setFocus())
        self.as_list.clicked.connect(lambda: self.list_wanted.emit(None))
        for state, column in self.columns.items():
            column.dropped.connect(self.step_wanted)
            column.hovered.connect(self._say)
            column.all_wanted.connect(self.list_wanted)
            view = column.view
            view.chosen.connect(partial(self._alone, state))
            view.step_wanted.connect(self._step)
            view.further_wanted.connect(self._further)
            view.beside_wanted.connect(partial(self._beside, state))
            view.opened.connect(self.opened)
            view.menu_wanted.connect(self._menu)

    def _alone(self, state: PlacementState, number: int) -> None:
        """One card is chosen on the whole board."""
        for other, one in self.columns.items():
            if other is not state:
                one.view.choose(None)
        self._detail = None
        self.hint.setText(_HELP)
        self._stop()
        self.chosen.emit(number)

    def _stop(self) -> None:
        """Tab comes to the chosen card, without one to the first there is."""
        shown = (one.view for one in self.columns.values() if one.view.isVisibleTo(self))
        home = next((one for one in shown if one.number() is not None), self._first())
        for one in self.columns.values():
            one.stop_at(here=one.view is home and one.view.cards.rowCount() > 0)

    def _step(self, state: PlacementState) -> None:
        number = self.number()
        if number is not None:
            self.step_wanted.emit(number, state)

    def _further(self, turn: int) -> None:
        """One column on; backwards the rules refuse with their sentence."""
        states = list(PlacementState)
        here = next((one for one in states if self.columns[one].view.number() is not None), None)
        if here is not None:
            place = min(max(states.index(here) + turn, 0), len(states) - 1)
            self._step(states[place])

    def _beside(self, state: PlacementState, turn: int) -> None:
        states = list(PlacementState)
        place = states.index(state) + turn
        while 0 <= place < len(states):
            view = self.columns[states[place]].view
            if view.isVisible() and view.cards.rowCount():
                row = min(self.columns[state].view.currentIndex().row(), view.cards.rowCount() - 1)
                view.setFocus()
                view.choose(max(row, 0))
                return
            place += turn

    def _menu(self, at: QPoint) -> None:
        """The steps of the chosen card; what is barred says why."""
        menu = QMenu(self)
        for state, key in STEP_KEYS.items():
            refusal = self._detail.refusals.get(state) if self._detail else None
            action = menu.addAction(f"{state.label} …\t{key}")
            action.setToolTip(tip(refusal or ""))
            action.triggered.connect(partial(self._step, state))
        menu.setToolTipsVisible(True)
        menu.popup(at)

    def _say(self, over: PlacementState | None) -> None:
        """What the step to a column needs, or the next one of the chosen card."""
        detail = self._detail
        if detail is None:
            self.hint.setText(_HELP)
            return
        state = over or next(iter(detail.next_states), None)
        if state is None:
            words = detail.refusals[PlacementState.PROPOSED]
        else:
            missing = detail.refusals.get(state)
            words = f"{state.label}: {missing or _free(state)}"
        self.hint.setText(" ".join([words, *detail.warnings]))
        for one in self.columns.values():
            one.view.setAccessibleDescription(f"{self.hint.text()} {_HELP}")

    def _focused(self) -> CardView | None:
        return next((one.view for one in self.columns.values() if one.view.hasFocus()), None)

    def _first(self) -> CardView:
        shown = (one.view for one in self.columns.values() if one.view.isVisibleTo(self))
        filled = (one for one in shown if one.cards.rowCount())
        return next(filled, self.columns[PlacementState.PROPOSED].view)


def _free(state: PlacementState) -> str:
    """What is said of a step that nothing bars."""
    asked = "nach dem Grund wird gefragt" if state is PlacementState.ENDED else "nichts fehlt"
    return f"{asked}, mit {STEP_KEYS[state]} oder durch Ziehen."
