"""What the window needs only after its first rows: undo, hits, menu and keys, writing services.

It comes a moment after the first paint, or at once with the first key or the menu.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.ui.kit import icons, singletons
from ehrenamt_desktop.ui.kit.tasks import Lane

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.frame.daily import Daily
    from ehrenamt_desktop.ui.frame.main_menu import MainMenu
    from ehrenamt_desktop.ui.frame.quick_search import QuickSearch
    from ehrenamt_desktop.ui.frame.undo import UndoActions
    from ehrenamt_desktop.ui.initiatives.round_prompt import RoundPrompt
    from ehrenamt_desktop.ui.main_window import MainWindow
    from ehrenamt_desktop.ui.safety.keeper import Keeper
    from ehrenamt_desktop.ui.safety.lock import DeskLock


class Equipment:
    """Made when it is first asked for; imports nothing before."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._whole = False

    @cached_property
    def undo(self) -> UndoActions:
        """Undo and redo."""
        from ehrenamt_desktop.ui.frame.undo import UndoActions

        desk = self._window.desk
        return UndoActions(
            desk.office, desk.tasks, desk.bus, desk.notices,
            lambda: self._window.current().is_dirty(), self._window,
        )  # fmt: skip

    @cached_property
    def hits(self) -> QuickSearch:
        """What the search over everything finds."""
        from ehrenamt_desktop.ui.frame.board_commands import board_commands
        from ehrenamt_desktop.ui.frame.quick_search import QuickSearch
        from ehrenamt_desktop.ui.frame.view_commands import view_commands

        window = self._window
        return QuickSearch(
            window.bar.search, window.desk, self.commands.palette,
            lambda: [*board_commands(window), *view_commands(window)],
            window.centralWidget() or window,
        )  # fmt: skip

    @cached_property
    def commands(self) -> MainMenu:
        """What menu and keys can do."""
        from ehrenamt_desktop.ui.frame.main_menu import MainMenu

        return MainMenu(self._window, self._window.menu)

    @cached_property
    def prompt(self) -> RoundPrompt:
        """What asks after a talk whether the offers of a body still hold."""
        from ehrenamt_desktop.ui.initiatives.round_prompt import RoundPrompt

        return RoundPrompt(self._window.desk, self._window)

    @cached_property
    def daily(self) -> Daily:
        """What is done once a day."""
        from ehrenamt_desktop.ui.frame.daily import Daily

        return Daily(self._window.desk, self._window)

    @cached_property
    def keeper(self) -> Keeper:
        """What makes safety copies by itself."""
        from ehrenamt_desktop.ui.safety.keeper import Keeper

        window = self._window
        return Keeper(window.desk, window.device, window.foot.show_backup, window)

    @cached_property
    def lock(self) -> DeskLock:
        """What locks the program."""
        from ehrenamt_desktop.ui.safety.lock import DeskLock

        return DeskLock(self._window)

    @property
    def locked(self) -> bool:
        """Whether the program is locked now."""
        return "lock" in self.__dict__ and self.lock.locked

    def hide_hits(self) -> None:
        """Hits do not follow a window that changes its size."""
        if self._whole:
            self.hits.hide()

    def complete(self) -> None:
        """Make everything ready."""
        if self._whole:
            return
        singletons.keep()
        QApplication.setWindowIcon(icons.app_icon())
        _ = self.commands, self.hits, self.prompt
        self._whole = True
        desk = self._window.desk
        desk.tasks.run(Lane.WRITE, lambda: _warm(desk.office), self._tell)
        self.daily.begin()
        self.keeper.begin()
        self.lock.begin()

    def _tell(self, _: None) -> None:
        from ehrenamt_desktop.ui.frame.recovery import offer_unsaved
        from ehrenamt_desktop.ui.safety.handing_back import remind_of_handing
        from ehrenamt_desktop.ui.safety.keys_slots import remind_of_sheet

        self._window.refresh_facts()
        remind_of_sheet(self._window.desk, self._window)
        offer_unsaved(self._window)
        remind_of_handing(self._window)


def _warm(office: object) -> None:
    """Import the writing services in the background, so that the first save is quick."""
    for name in ("history", "people", "initiatives", "offers", "placements", "follow_ups"):
        getattr(office, name)
