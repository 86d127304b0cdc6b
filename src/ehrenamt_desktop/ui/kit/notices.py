"""The one door for messages: a bar, a question, a dialog when the environment or the program fails.

Errors climb four rungs: a field error stands under its field, a rule of the field in the bar, a
failing environment in a dialog with a way out, a bug in a dialog with a report to copy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

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
        if isinstance(error, Cancelled):
            self.info(error.sentence)
        elif isinstance(error, StoreUnavailable):
            show_unavailable(error, self._bar.window())
        elif isinstance(error, EhrenamtError):
            self.warning(error.sentence)
        else:
            show_bug(error, self._bar.window())

    def ask(self, question: str, yes: str, no: str = "Abbrechen") -> bool:
        """See `Notices.ask`."""
        box = _box(QMessageBox.Icon.Question, question, self._bar.window())
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse)
        box.setEscapeButton(refuse)
        box.exec()
        return box.clickedButton() is agree

    def _show(self, look: str, text: str, actions: tuple[Action, ...]) -> None:
        self._bar.show_notice(look, text, [(one.label, self._guard(one.run)) for one in actions])

    def _guard(self, run: Callable[[], None]) -> Callable[[], None]:
        def guarded() -> None:
            try:
                run()
            except EhrenamtError as error:
                self.error(error)

        return guarded


def show_unavailable(error: StoreUnavailable, parent: QWidget | None = None) -> None:
    """Tell that the environment fails; the sentence names the way out."""
    box = _box(QMessageBox.Icon.Warning, error.sentence, parent)
    box.addButton("Schließen", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def show_bug(error: BaseException, parent: QWidget | None = None) -> None:
    """Tell that the program failed, with a report that holds no personal data."""
    from ehrenamt_desktop.ui.kit.bug_report import report

    text = report(error)
    box = _box(
        QMessageBox.Icon.Critical,
        "Im Programm ist ein Fehler aufgetreten. Was bereits gespeichert war, ist gespeichert.",
        parent,
    )
    box.setInformativeText(
        "Bitte kopieren Sie den Fehlerbericht und schicken Sie ihn an Ihre Betreuung. "
        "Er enthält keine personenbezogenen Daten."
    )
    box.setDetailedText(text)
    copy = box.addButton("Bericht kopieren", QMessageBox.ButtonRole.ActionRole)
    box.addButton("Schließen", QMessageBox.ButtonRole.RejectRole)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    box.exec()


def _box(icon: QMessageBox.Icon, text: str, parent: QWidget | None) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle("Ehrenamt Desktop")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
