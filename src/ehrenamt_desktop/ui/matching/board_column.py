"""One column of the board: a state, its cards, and a place to drop one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.placement_board import RECENT_DAYS
from ehrenamt_desktop.model.placement_board import BoardColumn as Content
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import button, label, restyle, vbox
from ehrenamt_desktop.ui.kit.tab_order import reveal_current
from ehrenamt_desktop.ui.matching.card_delegate import CardDelegate
from ehrenamt_desktop.ui.matching.card_model import CardModel, dragged

LETTERS = {
    Qt.Key.Key_K: PlacementState.PASSED_ON,
    Qt.Key.Key_L: PlacementState.RUNNING,
    Qt.Key.Key_B: PlacementState.ENDED,
}
"""Keys of the steps: Kontakt weitergeben, läuft, beenden."""


class CardView(QListView):
    """The cards; arrows move, letters and Strg+→ take the chosen placement on."""

    chosen = Signal(object)
    step_wanted = Signal(object)
    further_wanted = Signal(int)
    beside_wanted = Signal(int)
    opened = Signal()
    menu_wanted = Signal(object)

    def __init__(self, state: PlacementState) -> None:
        super().__init__()
        self.setObjectName(f"placements.board.{state.value}")
        self.setAccessibleDescription(
            "Pfeiltasten bewegen; K gibt den Kontakt weiter, L lässt laufen, B beendet, "
            "Strg+Rechts geht einen Schritt weiter."
        )
        self.cards = CardModel(self)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setProperty("cards", "true")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.selectionModel().currentChanged.connect(self._tell)

    def number(self) -> int | None:
        """The chosen placement of this column."""
        return self.cards.number(self.currentIndex().row())

    def choose(self, row: int | None) -> None:
        """Choose a card, or none."""
        flags = QItemSelectionModel.SelectionFlag
        index = QModelIndex() if row is None else self.cards.index(row)
        wanted = flags.Clear if row is None else flags.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps and neighbours; a letter never jumps to a card that begins with it."""
        key, plain = event.key(), not event.modifiers()
        turn = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if turn and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.further_wanted.emit(turn)
        elif turn:
            self.beside_wanted.emit(turn)
        elif plain and key in LETTERS:
            self.step_wanted.emit(LETTERS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Menu:
            self.menu_wanted.emit(self._corner())
        elif not plain or not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The steps of the card under the mouse."""
        if self.indexAt(event.pos()).isValid():
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first card."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self.choose(0)
        self._tell(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are as wide as the column."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """Two cards."""
        return QSize(theme.em() * 8, theme.line_height() * 11)

    def _corner(self) -> object:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def _tell(self, index: QModelIndex) -> None:
        reveal_current(self)
        if index.isValid():
            self.chosen.emit(self.cards.number(index.row()))


class BoardColumn(QFrame):
    """A heading with its count, the cards, and what the list shows beyond them."""

    dropped = Signal(int, object)
    hovered = Signal(object)
    all_wanted = Signal(object)

    def __init__(self, state: PlacementState, *, folded: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = state
        self.setObjectName(f"placements.board.column.{state.value}")
        self.setAcceptDrops(True)
        self.view = CardView(state)
        self.heading = label("", "strong", wrap=True)
        self.fold = button("Zeigen", name=f"placements.board.fold.{state.value}", flat=True)
        if not folded:
            self.fold.hide()
        self.more = button(
            "Alle in der Liste", name=f"placements.board.more.{state.value}", flat=True
        )
        self.more.hide()
        self._rest = 0
        column = vbox(self.heading, self.fold, self.view, self.more, 0, margin=theme.GRID)
        column.setStretchFactor(self.view, 1)
        self.setLayout(column)
        self.fold.clicked.connect(lambda: self.unfold(open_=not self.view.isVisibleTo(self)))
        self.more.clicked.connect(lambda: self.all_wanted.emit(self.state))
        self._foldable = folded
        self._mark(over=False)
        if folded:
            self.unfold(open_=False)

    def unfold(self, *, open_: bool) -> None:
        """Show or hide the cards; a folded column still takes drops."""
        self.view.setVisible(open_)
        self.fold.setText("Einklappen" if open_ else "Zeigen")
        name = f"{self.state.label}: {'einklappen' if open_ else 'zeigen'}"
        self.fold.setAccessibleName(name)
        self.more.setVisible(open_ and self._rest > 0)
        self.setMaximumWidth(16_777_215 if open_ else theme.em() * 9)
        self.updateGeometry()

    def stop_at(self, *, here: bool) -> None:
        """Whether Tab comes to these cards; the board is one stop, arrows go from card to card."""
        none, click = Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.ClickFocus
        away = click if self.view.cards.rowCount() else none
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else away)

    def show_content(self, content: Content) -> None:
        """Show other cards."""
        lately = f" (letzte {RECENT_DAYS} Tage)" if self._foldable else ""
        words = f"{self.state.label} {content.total}{lately}"
        self.heading.setText(words)
        self.view.setAccessibleName(words)
        self.view.cards.show(content.rows, content.warnings)
        self._rest = content.total - len(content.rows)
        self.more.setText(f"{self._rest} weitere in der Liste")
        self.more.setVisible(self._rest > 0 and self.view.isVisibleTo(self))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards of this board; the line below says what a drop would need."""
        if dragged(event.mimeData()) is not None:
            self._mark(over=True)
            self.hovered.emit(self.state)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on taking it."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._mark(over=False)
        self.hovered.emit(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the step."""
        self._mark(over=False)
        number = dragged(event.mimeData())
        if number is not None:
            event.acceptProposedAction()
            self.dropped.emit(number, self.state)

    def _mark(self, *, over: bool) -> None:
        self.setProperty("card", "chosen" if over else "true")
        restyle(self)
