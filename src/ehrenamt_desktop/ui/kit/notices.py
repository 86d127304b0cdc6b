"""The one door for messages: a bar, a question, a dialog when the environment or the program fails.

Errors climb four rungs: a field error stands under its field, a rule of the field in the bar, a
failing environment in a dialog with a way out, a bug in a dialog with a report to copy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from ehrenamt_desktop.errors import Cancelled, EhrenamtError, StoreUnavailable
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar


class Action(NamedTuple):
    """Something a notice offers to do."""

    label: str
    run: Callable[[], None]


class Notices(Protocol):
    """What tabs use."""

    def info(self, text: str, *actions: Action) -> None:
        """Say something worth knowing."""

    def success(self, text: str, *actions: Action) -> None:
        """Say that something worked, with what can follow."""

    def warning(self, text: str, *actions: Action) -> None:
        """Say what did not work and what to do next."""

    def error(self, error: BaseException) -> None:
        """Show an error on its rung."""

    def ask(self, question: str, yes: str, no: str = "Abbrechen") -> bool:
        """Ask before something is lost; True means `yes`."""

    def clear(self) -> None:
        """Take the bar away."""


class DeskNotices:
    """The notices of the running program."""

    def __init__(self, bar: NoticeBar) -> None:
        self._bar = bar

    def info(self, text: str, *actions: Action) -> None:
        """See `Notices.info`."""
        self._show("info", text, actions)

    def success(self, text: str, *actions: Action) -> None:
        """See `Notices.success`."""
        self._show("success", text, actions)

    def warning(self, text: str, *actions: Action) -> None:
        """See `Notices.warning`."""
        self._show("warning", text, actions)

    def clear(self) -> None:
        """See `Notices.clear`."""
        self._bar.clear()

    def error(self, error: BaseException) -> None:
        """See `Notices.error`."""
        from ehrenamt_desktop.ui.kit import boxes  # loaded when the first is wanted

        if isinstance(error, Cancelled):
            self.info(error.sentence)
        elif isinstance(error, StoreUnavailable):
            boxes.show_unavailable(error, self._bar.window())
        elif isinstance(error, EhrenamtError):
            self.warning(error.sentence)
        else:
            boxes.show_bug(error, self._bar.window())

    def ask(self, question: str, yes: str, no: str = "Abbrechen") -> bool:
        """See `Notices.ask`."""
        from ehrenamt_desktop.ui.kit import boxes  # loaded when the first is wanted

        return boxes.ask(question, yes, no, self._bar.window())

    def _show(self, look: str, text: str, actions: tuple[Action, ...]) -> None:
        self._bar.show_notice(look, text, [(one.label, self._guard(one.run)) for one in actions])

    def _guard(self, run: Callable[[], None]) -> Callable[[], None]:
        def guarded() -> None:
            try:
                run()
            except EhrenamtError as error:
                self.error(error)

        return guarded
