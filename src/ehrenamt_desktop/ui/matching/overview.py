"""Gesamtübersicht: the whole office at once, in pages behind an inner strip."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button, hbox, vbox
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.matching.fairness_page import FairnessPage
from ehrenamt_desktop.ui.matching.gap_page import GapPage
from ehrenamt_desktop.ui.matching.overview_group import GroupDialog
from ehrenamt_desktop.ui.matching.overview_pairs import OverviewPairs
from ehrenamt_desktop.ui.matching.overview_proposals import PairProposals


class OverviewPage(Protocol):
    """What a page of the overview can do beside being a widget."""

    def focus_search(self) -> None:
        """Go to the search field, or to what is used first."""

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """Its views and dialogs, shown one after the other, with their names."""


PAGES = (("pairs", "Zuordnung"), ("gaps", "Lücken"), ("fairness", "Verteilung"))
"""The pages: key and title."""
EXPERT = ("fairness",)
"""Pages that wait behind „Erweitert“."""
MAKERS: Mapping[str, Callable[[Desk], OverviewPage]] = {
    "pairs": OverviewPairs, "gaps": GapPage, "fairness": FairnessPage,
}  # fmt: skip
"""Each page is made when it is first shown."""


class Overview(QWidget):
    """Zuordnung and what else is looked at over the whole office."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: dict[str, OverviewPage] = {}
        self.strip = TabStrip(PAGES, name="matching.overview")
        self.strip.changed.connect(self.show_page)
        self._stack = QStackedWidget()
        self.group = button("Gruppe an einem Tag …", name="matching.overview.group")
        self.group.clicked.connect(self.open_group)
        self.expert = button("Erweitert …", name="matching.overview.advanced", flat=True)
        self.expert.setCheckable(True)
        self.expert.setAccessibleDescription("Zeigt, wie Vermittlungen verteilt sind.")
        self.expert.toggled.connect(self._show_expert)
        self._show_expert(shown=False)
        self._proposals = PairProposals(desk, self)
        head = hbox(self.strip, self.expert, self.group)
        head.setStretch(0, 1)
        outer = vbox(head, self._stack)
        outer.setStretch(1, 1)
        self.setLayout(outer)

    def page(self, key: str) -> OverviewPage:
        """One page."""
        if key not in self._pages:
            made = self._pages[key] = MAKERS[key](self._desk)
            self._stack.addWidget(made)  # type: ignore[arg-type]
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Turn to a page."""
        self.strip.set_current(key)
        self._stack.setCurrentWidget(self.page(key))  # type: ignore[arg-type]

    def open_page(self, key: str) -> None:
        """Turn to a page, also to one behind „Erweitert“."""
        if key in EXPERT:
            self.expert.setChecked(True)
        self.show_page(key)

    def _show_expert(self, shown: bool) -> None:
        """Show or hide what is looked at rarely."""
        for key in EXPERT:
            self.strip.set_shown(key, shown)
        if not shown and self.strip.current() in EXPERT:
            self.show_page(PAGES[0][0])

    def open_group(self) -> GroupDialog:
        """Let a group be sent to the offers of one day."""
        dialog = GroupDialog(self._desk, self)
        dialog.wanted.connect(lambda rows: self._proposals.propose(rows, lambda: None))
        dialog.open()
        return dialog

    def focus_search(self) -> None:
        """Go to the search field of the shown page."""
        self.page(self.strip.current()).focus_search()

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """Every page and what it shows of itself."""
        self.expert.setChecked(True)
        for key, _ in PAGES:
            self.show_page(key)
            for name, shown in self.page(key).pictures():
                yield f"gesamt-{name}", shown
        yield "gesamt-gruppe", self.open_group()
        dialog = self.open_group()
        dialog.calculate()
        yield "gesamt-einteilung", dialog
        self.show_page(PAGES[0][0])

    def showEvent(self, event: QShowEvent) -> None:
        """Make the chosen page when the view is first looked at."""
        super().showEvent(event)
        self.show_page(self.strip.current())
