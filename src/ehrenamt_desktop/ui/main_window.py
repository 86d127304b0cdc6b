"""The main window: hosts tabs, menu, notices and foot; knows nothing of the field."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.frame.equipment import Equipment
from ehrenamt_desktop.ui.frame.foot import Foot
from ehrenamt_desktop.ui.frame.tab_page import TabPage
from ehrenamt_desktop.ui.frame.tab_specs import TABS, tab_of
from ehrenamt_desktop.ui.frame.top_bar import TopBar
from ehrenamt_desktop.ui.kit import tab_order, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.kit.panels import scroll, vbox
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.tasks import BackgroundTasks

TITLE = "Ehrenamt Desktop"

REST = 300
"""Milliseconds after the first tab before menu, keys and writing services are made ready."""


class MainWindow(QMainWindow):
    """Tabs are built when they are first shown, the first one right after the first paint."""

    def __init__(self, desk: Desk, notice_bar: NoticeBar, device: Device) -> None:
        super().__init__()
        self.setObjectName("main")
        self.setWindowTitle(TITLE)
        self.desk = desk
        self.device = device
        self.wanted_copy: Path | None = None
        self._tabs: dict[str, Tab] = {}
        self._started = False
        self.equipment = Equipment(self)
        self.menu = QMenu(self)
        self.bar = TopBar(self.menu)
        self.foot = Foot(desk.office, desk.tasks)
        self._stack = QStackedWidget()
        self._pages = {spec.name: TabPage() for spec in TABS}
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._notice_frame = QWidget()
        self._notice_frame.setLayout(vbox(notice_bar, margin=theme.GRID))
        centre = QWidget()
        column = vbox(self.bar, self._notice_frame, self._stack, self.foot, gap=0)
        column.setStretch(2, 1)
        centre.setLayout(column)
        self.setCentralWidget(centre)
        self._connect(notice_bar)
        self._restore_geometry()

    def tab(self, name: str) -> Tab:
        """The tab of that name, built when first asked for."""
        if name not in self._tabs:
            spec = next(one for one in TABS if one.name == name)
            made = spec.make(self.desk)
            self._tabs[name] = made
            self._pages[name].hold(scroll(made, name=f"main.page.{name}", sideways=True))
        return self._tabs[name]

    def current(self) -> Tab:
        """The shown tab."""
        return self.tab(self.current_name())

    def current_name(self) -> str:
        """The name of the shown tab."""
        return TABS[self._stack.currentIndex()].name

    def show_tab(self, name: str) -> None:
        """Show a tab."""
        self.bar.show_current(name)
        self._stack.setCurrentWidget(self._pages[name])
        self.tab(name).enter()

    def open_record(self, kind: Kind, number: int) -> None:
        """Show one record in its tab."""
        self.show_tab(tab_of(kind))
        self.current().open_record(kind, number)

    def show_list(self, kind: Kind, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show a list with these filters."""
        self.show_tab(tab_of(kind))
        self.current().show_list(kind, filters)

    def begin(self, kind: Kind, values: Mapping[str, object]) -> None:
        """Show the form of a new record in its tab, with these values in it."""
        self.show_tab(tab_of(kind))
        self.current().begin(kind, values)

    def show_match(self, kind: Kind, number: int) -> None:
        """Show what fits a person or an offer."""
        self.show_tab("matching")
        self.current().match_for(kind, number)

    def is_dirty(self) -> bool:
        """Whether something typed is not saved."""
        return any(one.is_dirty() for one in self._tabs.values())

    def dress(self, look: theme.Look) -> None:
        """Put on another look; tabs are built anew, unless something typed would be lost."""
        if self.is_dirty():
            self.desk.notices.warning("Bitte speichern Sie Ihre Eingaben, bevor Sie umstellen.")
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, look)
        self.device.set("look", look.value)
        for name in self._tabs:
            self._pages[name].clear()
        self._tabs.clear()
        self.bar.retint()
        self.foot.refresh()
        self.show_tab(self.current_name())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye does."""
        return tab_order.go(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint comes first, then the first tab, then what it did not need."""
        super().paintEvent(event)
        if not self._started:
            self._started = True
            QTimer.singleShot(0, self.start)

    def start(self) -> None:
        """Build the first tab; menu, keys and writing services come when its rows stand."""
        self.show_tab(self.current_name())
        QTimer.singleShot(REST, self, self.equipment.complete)

    def event(self, event: QEvent) -> bool:
        """The first key brings what it may call; Qt asks here before it looks for shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self.equipment.complete()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hits do not follow a window that changes its size."""
        super().resizeEvent(event)
        self.equipment.hide_hits()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask only when something typed would be lost; what a locked window holds is kept."""
        question = "Es gibt Eingaben, die noch nicht gespeichert sind."
        dirty = self.is_dirty() and not self.equipment.locked
        if dirty and not self.desk.notices.ask(question, "Verwerfen und beenden", "Zurück"):
            event.ignore()
            return
        self.device.set("window", self.saveGeometry().toBase64().toStdString())
        super().closeEvent(event)

    def restore(self, copy: Path) -> None:
        """Close, so that this safety copy takes the place of the store."""
        if self.close():
            self.wanted_copy = copy

    def refresh_facts(self) -> None:
        """Read what foot and menu say."""
        self.foot.refresh()
        self.equipment.keeper.refresh()
        self.equipment.undo.refresh()

    def _connect(self, notice_bar: NoticeBar) -> None:
        navigator = self.desk.navigator
        navigator.open_requested.connect(self.open_record)
        navigator.list_requested.connect(self.show_list)
        navigator.begin_requested.connect(self.begin)
        navigator.match_requested.connect(self.show_match)
        navigator.tab_requested.connect(self.show_tab)
        self.bar.wanted.connect(self.show_tab)
        self.menu.aboutToShow.connect(self.equipment.complete)
        self.bar.show_current(TABS[0].name)
        notice_bar.opened.connect(self._notice_frame.show)
        notice_bar.closed.connect(self._notice_frame.hide)
        self._notice_frame.hide()
        if isinstance(self.desk.tasks, BackgroundTasks):
            self.desk.tasks.long_work.connect(notice_bar.show_work)

    def _restore_geometry(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(1366, room.width()), min(768, room.height()))
        kept = self.device.get("window")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
