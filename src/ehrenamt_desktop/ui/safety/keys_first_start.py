"""The first start: a new office, a store that is there, a backup, or invented people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.errors import EhrenamtError, WrongPassphrase
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import Files
from ehrenamt_desktop.ui.kit.panels import button, label

SUFFIX = ".ehrenamt"
WAYS = (
    ("new", "Neues Büro einrichten …", "Name, Anschrift, Kennwort: zehn Minuten."),
    ("open", "Vorhandenen Bestand öffnen …",
     "Eine Datei auf „.ehrenamt“; die auf „.schluessel“ liegt daneben."),
    ("restore", "Sicherung wiederherstellen …",
     "Ein Ordner „sicherung-…“ oder „uebergabe-…“. Er bleibt, wie er ist."),
    ("sample", "Mit Beispieldaten umsehen",
     "Erfundene Personen und Vereine, ohne Kennwort. Nichts davon bleibt."),
)  # fmt: skip


class StartDialog(Dialog):
    """Four ways; `path` holds the store to open, `passphrase` what was typed for it."""

    def __init__(self, files: Files, problem: str = "", parent: QWidget | None = None) -> None:
        """Build the dialog.

        Args:
            files: the chooser.
            problem: why the last store could not be opened.
            parent: Qt's owner.
        """
        super().__init__("Ehrenamt Desktop", parent, name="first", cancel="Beenden")
        self._files = files
        self.path: Path | None = None
        self.passphrase: str | None = None
        self.accept_button.hide()
        self.problem = label(problem, "error", wrap=True, name="first.problem")
        self.problem.setVisible(bool(problem))
        self.body.addWidget(label("Willkommen", "title"))
        self.body.addWidget(self.problem)
        deeds = {"new": self._found, "open": self._open, "restore": self._restore,
                 "sample": self._look_around}  # fmt: skip
        self.ways = {}
        for name, words, about in WAYS:
            way = button(words, name=f"first.{name}", primary=name == "new")
            way.setAccessibleDescription(about)
            way.clicked.connect(deeds[name])
            self.body.addWidget(way)
            self.body.addWidget(label(about, "small", wrap=True))
            self.ways[name] = way
        self.body.addStretch(1)
        self.ways["new"].setDefault(True)
        self.ways["new"].setFocus()

    def _found(self) -> None:
        from ehrenamt_desktop.ui.safety.keys_new_office import NewOfficeDialog

        dialog = NewOfficeDialog(self._files, self)
        dialog.accepted.connect(lambda: self._founded(dialog.path, dialog.passphrase))
        self._dialog = dialog
        dialog.open()

    def _founded(self, path: Path | None, passphrase: str) -> None:
        """Show the sheet of a new office, then open it."""
        from ehrenamt_desktop.services.first_start import mark_sheet
        from ehrenamt_desktop.ui.safety.keys_sheet import SheetDialog

        founded = self._dialog.founded
        if path is None or founded is None:
            return
        self.path, self.passphrase = path, passphrase

        def checked() -> None:
            self._try(lambda: mark_sheet(path, passphrase))

        sheet = SheetDialog(founded.code, founded.sheet, self._files, checked, self)
        sheet.finished.connect(lambda _: self.accept())
        sheet.open()

    def _open(self) -> None:
        path = self._files.open("Bestand öffnen", [SUFFIX])
        if path is not None:
            self.path = path
            self.accept()

    def _restore(self) -> None:
        """Put a backup back as a new store; ask for its passphrase only where it has one."""
        from ehrenamt_desktop.services.backups import restore

        folder = self._files.folder("Ordner der Sicherung wählen")
        target = self._files.save("Wohin?", "Ehrenamtsagentur", SUFFIX) if folder else None
        if folder is None or target is None:
            return
        try:
            restore(folder, target)
        except WrongPassphrase:
            self._restore_locked(folder, target)
        except EhrenamtError as error:
            self._tell(error.sentence)
        else:
            self.path = target
            self.accept()

    def _restore_locked(self, folder: Path, target: Path) -> None:
        from ehrenamt_desktop.services.backups import restore
        from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog

        def put_back(typed: str) -> str:
            restore(folder, target, typed)
            return typed

        dialog = UnlockDialog(target, put_back, self)
        dialog.forgotten.hide()

        def done() -> None:
            self.path, self.passphrase = target, str(dialog.opened)
            self.accept()

        dialog.accepted.connect(done)
        dialog.open()

    def _look_around(self) -> None:
        from ehrenamt_desktop.services.first_start import look_around

        def made() -> None:
            self.path = look_around()

        if self._try(made):
            self.accept()

    def _try(self, deed: Callable[[], None]) -> bool:
        """Do something that takes a moment; what goes wrong is said."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            deed()
        except EhrenamtError as error:
            self._tell(error.sentence)
            return False
        finally:
            QApplication.restoreOverrideCursor()
        return True

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.ways["new"].setAccessibleDescription(sentence)
