"""What is how important: order of the criteria, deduction, versions; tried out on the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.weighing import ALL_EQUAL, Weighing, WeightVersion
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of, scroll, vbox
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tab_order import reveal
from ehrenamt_desktop.ui.kit.text_inputs import LineInput
from ehrenamt_desktop.ui.matching.expert_balance import BalanceField
from ehrenamt_desktop.ui.matching.expert_order import OrderList
from ehrenamt_desktop.ui.matching.expert_versions import VersionList

HINT = (
    "Die Liste zeigt sofort, was eine Änderung bewirkt. Sie gilt für alle Listen, sobald Sie sie "
    "übernehmen."
)
WAYS = (("equal", ALL_EQUAL), ("ranked", "Nach Reihenfolge"))
NAME = "Name der Fassung"
NAME_LENGTH = 120


class WeightsPanel(QWidget):
    """Shows the version that counts, and a draft that differs from it."""

    tried = Signal(object)
    keep_wanted = Signal(object, str)
    restore_wanted = Signal(int)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Wichtigkeit der Kriterien")
        self._kept = self._draft = Weighing()
        self.back = button("Zurück", name=f"{name}.close", icon="undo")
        self.way = SegmentStrip(WAYS, name=f"{name}.way")
        self.way.setAccessibleName("Wie die Kriterien zählen")
        self.lists = {
            side: OrderList(f"{name}.{side.value}", f"{side.label}, das Wichtigste zuerst")
            for side in Side
        }
        self.balance = BalanceField(name)
        self.name = LineInput()
        self.name.setObjectName(f"{name}.name")
        self.name.setAccessibleName(NAME)
        self.name.setPlaceholderText("freiwillig")
        self.name.setMaxLength(NAME_LENGTH)
        self.keep = button("Übernehmen", name=f"{name}.keep", primary=True)
        self.drop = button("Verwerfen", name=f"{name}.drop")
        self.versions = VersionList(name)
        self._lay_out(name)
        self._connect()
        self._refresh()

    @property
    def draft(self) -> Weighing | None:
        """What is tried out; None when it is what counts."""
        return None if self._draft == self._kept else self._draft

    def show_versions(self, versions: Sequence[WeightVersion]) -> None:
        """Show the versions; what is tried out stays."""
        untouched = self.draft is None
        self._kept = versions[0].weighing
        if untouched:
            self._draft = self._kept
        self.versions.show_versions(versions)
        self._refresh()

    def forget_draft(self) -> None:
        """Show what counts."""
        self._draft = self._kept
        self.name.clear()
        self._refresh()

    def enter(self) -> None:
        """Put the focus on the first list, and the panel where it can be seen."""
        self.lists[Side.PERSON].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, partial(reveal, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, name: str) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(label(HINT, "soft", wrap=True))
        column.addWidget(self.way)
        for side, one in self.lists.items():
            column.addWidget(label(side.label, "heading", wrap=True))
            column.addWidget(one)
            column.addWidget(_row(*self._movers(name, side)))
        column.addWidget(self.balance)
        column.addWidget(self.versions)
        column.addStretch(1)
        head = hbox(label("Wichtigkeit der Kriterien", "title", wrap=True), self.back)
        head.setStretch(0, 1)
        naming = hbox(label_of(self.name, NAME), self.name)
        whole = vbox(head, scroll(inside, name=f"{name}.scroll"), naming)
        whole.addWidget(_row(self.keep, self.drop))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _movers(self, name: str, side: Side) -> list[QWidget]:
        made: list[QWidget] = []
        for key, words, keys, step in (
            ("up", "Wichtiger", "Alt+↑", -1), ("down", "Weniger wichtig", "Alt+↓", 1),
        ):  # fmt: skip
            one = button(words, name=f"{name}.{side.value}.{key}")
            one.setToolTip(keys)
            one.setAccessibleName(f"{words} ({side.short})")
            one.setAccessibleDescription(f"{side.label}; Taste in der Liste: {keys}")
            one.clicked.connect(partial(self.lists[side].move_chosen, step))
            made.append(one)
        return made

    def _connect(self) -> None:
        self.way.changed.connect(self._choose_way)
        for side, one in self.lists.items():
            one.moved.connect(lambda at, to, side=side: self._try(self._draft.moved(side, at, to)))
        self.balance.changed.connect(lambda value: self._try(self._draft.balanced(value)))
        self.keep.clicked.connect(
            lambda: self.keep_wanted.emit(self._draft, self.name.text().strip())
        )
        self.drop.clicked.connect(lambda: self._try(self._kept))
        self.versions.restore_wanted.connect(self.restore_wanted)
        self.back.clicked.connect(self.closed)

    def _choose_way(self, way: str) -> None:
        self._try(self._draft.ranked() if way == "ranked" else self._draft.levelled())

    def _try(self, draft: Weighing) -> None:
        if draft != self._draft:
            self._draft = draft
            self._refresh()
            self.tried.emit(draft)

    def _refresh(self) -> None:
        self.way.set_current("ranked" if self._draft.is_ranked else "equal")
        weights = self._draft.weights()
        for side, one in self.lists.items():
            one.show_order([
                (criterion.label, weights[side, criterion])
                for criterion in self._draft.of_side(side)
            ])  # fmt: skip
        self.balance.show_value(self._draft.balance)
        parts = (self.keep, self.drop, self.name)
        leaves = self.draft is None and any(part.hasFocus() for part in parts)
        for part in parts:
            part.setEnabled(self.draft is not None)
        if leaves:  # what is switched off would hand the focus on to the tabs of the window
            self.lists[Side.PERSON].setFocus(Qt.FocusReason.OtherFocusReason)


def _row(*parts: QWidget) -> QWidget:
    made = QWidget()
    flow = FlowLayout(made)
    for part in parts:
        flow.addWidget(part)
    return made
