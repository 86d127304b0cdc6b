"""What changes keys asks for the passphrase again: nobody does it at a desk left open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import label, label_of
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.safety.new_passphrase import secret_line

T = TypeVar("T")
OWN = "Ihr Kennwort"


class OwnDialog(Dialog):
    """Asks for the passphrase and does one thing with it; a wrong one can be typed again."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        about: str,
        accept: str,
        deed: Callable[[str], Any] | None = None,
        done: Callable[[Any], None] | None = None,
        parent: QWidget | None = None,
        *,
        name: str = "own",
        words: str = OWN,
    ) -> None:
        """Build the dialog.

        Args:
            desk: the collaborators.
            title: of the window.
            about: what will happen.
            accept: the word of the main button.
            deed: what is done with the passphrase, on the write lane.
            done: what follows, with what the deed gave.
            parent: Qt's owner.
            name: object name.
            words: above the line of the passphrase.
        """
        super().__init__(title, parent, name=name, accept=accept, width_em=38)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._deed = deed
        self._done = done
        self.old = secret_line(f"{name}.old", words)
        self.problem = label("", "error", wrap=True, name=f"{name}.problem")
        self.problem.hide()
        self.body.addWidget(label(about, wrap=True))
        self.body.addWidget(label_of(self.old, words))
        self.body.addWidget(self.old)
        self.body.addWidget(self.problem)
        self.body.addStretch(1)

    def add(self, *parts: QWidget) -> None:
        """Put further entries above the problem."""
        for part in parts:
            self.body.insertWidget(self.body.indexOf(self.problem), part)

    def confirm(self) -> None:
        """Do what the dialog is for."""
        deed, done = self._deed, self._done
        if deed is not None:
            own = self.old.text()
            self.attempt(lambda: deed(own), done or (lambda _: None))

    def attempt(self, deed: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do it behind the window; say what is wrong, or close."""
        self.problem.hide()
        self.accept_button.setEnabled(False)

        def finish(result: T) -> None:
            self.accept()
            done(result)

        self._desk.tasks.run(Lane.WRITE, deed, finish, self._refuse)

    def tell(self, sentence: str) -> None:
        """Say what is wrong."""
        self.problem.setText(sentence)
        self.problem.show()
        self.old.setAccessibleDescription(sentence)

    def _refuse(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        if isinstance(error, EhrenamtError):
            self.tell(error.sentence)
            self.old.selectAll()
            self.old.setFocus()
        else:
            self._desk.notices.error(error)
