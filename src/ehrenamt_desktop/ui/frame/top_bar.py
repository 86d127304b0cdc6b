"""The bar at the top: the tabs, the search over everything, the menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button
from ehrenamt_desktop.ui.kit.search_box import SearchBox
from ehrenamt_desktop.ui.kit.strips import StripButton, reserve


class TopBar(QFrame):
    """Tells which tab is wanted; ← and → go from tab to tab."""

    wanted = Signal(str)

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "true")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self.search = SearchBox("Suchen oder Befehl … (Strg+K)", "main.search")
        self.search.setMinimumWidth(theme.em() * 21)
        self.search.setMaximumWidth(theme.em() * 26)
        self._menu = button("", name="main.menu", flat=True)
        self._menu.setAccessibleName("Menü")
        self._menu.setToolTip("Menü (F10)")
        self._menu.setMenu(menu)
        tabs = QWidget()
        tabs.setAccessibleName("Bereiche")
        flow = FlowLayout(tabs, 0)
        for number, spec in enumerate(TABS, start=1):
            flow.addWidget(self._tab(spec.name, spec.title, number))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID, 2, theme.GRID, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(tabs, 3)
        row.addWidget(self.search, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._menu)
        self.retint()

    def retint(self) -> None:
        """Draw the icons in the colours of the present look."""
        for name, one in self._buttons.items():
            one.setIcon(icons.spaced(name, "soft", theme.em() + 4, checked="green"))
        self._menu.setIcon(icons.icon("menu", "ink"))

    def show_current(self, name: str) -> None:
        """Mark a tab as the shown one."""
        self._buttons[name].setChecked(True)
        for other, one in self._buttons.items():
            stop = Qt.FocusPolicy.StrongFocus if other == name else Qt.FocusPolicy.ClickFocus
            one.setFocusPolicy(stop)

    def open_menu(self) -> None:
        """Open the menu by key."""
        self._menu.showMenu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → show the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = next((name for name, one in self._buttons.items() if one.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        names = list(self._buttons)
        there = names[(names.index(here) + step) % len(names)]
        self.wanted.emit(there)
        self._buttons[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab(self, name: str, title: str, number: int) -> QPushButton:
        made = StripButton(title)
        made.setObjectName(f"main.tab.{name}")
        made.setProperty("tab", "true")
        made.setCheckable(True)
        made.setAutoExclusive(True)  # announced as one of several, not as a mark to set
        made.setIconSize(icons.space_of(theme.em() + 4))
        reserve(made, 2 * theme.em() + theme.GRID)
        made.setToolTip(f"{title} (Alt+{number})")
        made.clicked.connect(lambda: self.wanted.emit(name))
        self._group.addButton(made)
        self._buttons[name] = made
        return made
