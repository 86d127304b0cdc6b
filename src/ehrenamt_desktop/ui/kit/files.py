"""The one file chooser, and what can be done with a finished file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import paths
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.ui.kit.links import open_link
from ehrenamt_desktop.ui.kit.notices import Action

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

OPENED = (
    ".pdf", ".xlsx", ".csv", ".eml", ".docx", ".html", ".odt", ".ods", ".txt", ".jpg", ".png",
)  # fmt: skip
"""What is handed to the system's programs; nothing that could run."""

_NAMES = {
    ".pdf": "PDF-Dateien", ".xlsx": "Excel-Arbeitsmappen", ".csv": "CSV-Listen",
    ".xls": "ältere Excel-Dateien", ".ods": "OpenDocument-Tabellen", ".vcf": "Adresskarten",
    ".ehrenamt": "Bestände", ".tsv": "Listen mit Tabulatoren", ".txt": "Textlisten",
    ".html": "Webseiten", ".png": "PNG-Bilder", ".jpg": "JPEG-Bilder", ".jpeg": "JPEG-Bilder",
    ".toml": "Zuordnungsdateien", ".ics": "Kalenderdateien", ".eml": "E-Mail-Entwürfe",
    ".docx": "Word-Dateien", ".odt": "OpenDocument-Texte",
}  # fmt: skip


class Files(Protocol):
    """What tabs use."""

    def save(self, title: str, suggested: str, suffix: str) -> Path | None:
        """Ask where to write; the name ends in `suffix`. None: the user changed her mind."""

    def open(self, title: str, suffixes: Sequence[str]) -> Path | None:
        """Ask for a file to read."""

    def open_many(self, title: str, suffixes: Sequence[str]) -> tuple[Path, ...]:
        """Ask for files to read; none: the user changed her mind."""

    def folder(self, title: str) -> Path | None:
        """Ask for a folder."""

    def launch(self, path: Path) -> None:
        """Open a finished paper with the system's program."""

    def show(self, path: Path) -> None:
        """Show a finished PDF in the program, anything else with the system's program."""

    def print(self, path: Path) -> None:
        """Print a finished PDF."""

    def reveal(self, path: Path) -> None:
        """Show the folder of a finished paper."""

    def mail(self, link: str) -> None:
        """Open a draft in the mail program; `link` begins with `mailto:`."""

    def web(self, link: str) -> None:
        """Open a page in the browser; `link` begins with `https://` or `http://`."""


class DeskFiles:
    """The chooser of the running program; remembers the last folder per purpose."""

    def __init__(self, device: Device, parent: Callable[[], QWidget | None]) -> None:
        self._device = device
        self._parent = parent

    def save(self, title: str, suggested: str, suffix: str) -> Path | None:
        """See `Files.save`."""
        start = self._last(suffix) / suggested
        chosen, _ = _chooser().getSaveFileName(
            self._parent(), title, str(with_suffix(str(start), suffix)), filter_text([suffix])
        )
        return self._remember(suffix, with_suffix(chosen, suffix)) if chosen else None

    def open(self, title: str, suffixes: Sequence[str]) -> Path | None:
        """See `Files.open`."""
        chosen, _ = _chooser().getOpenFileName(
            self._parent(), title, str(self._last("open")), filter_text(suffixes)
        )
        return self._remember("open", Path(chosen)) if chosen else None

    def open_many(self, title: str, suffixes: Sequence[str]) -> tuple[Path, ...]:
        """See `Files.open_many`."""
        chosen, _ = _chooser().getOpenFileNames(
            self._parent(), title, str(self._last("open")), filter_text(suffixes)
        )
        return tuple(self._remember("open", Path(one)) for one in chosen)

    def folder(self, title: str) -> Path | None:
        """See `Files.folder`."""
        chosen = _chooser().getExistingDirectory(self._parent(), title, str(self._last("folder")))
        if not chosen:
            return None
        self._device.set_folder("folder", Path(chosen))
        return Path(chosen)

    def launch(self, path: Path) -> None:
        """See `Files.launch`.

        Raises:
            BadFile: the file is gone, of a kind that is not opened, or not what its name says.
        """
        if path.suffix.lower() not in OPENED:
            raise BadFile("Diese Art von Datei wird von hier aus nicht geöffnet.")
        _present(path)
        from ehrenamt_desktop.services.disguise import expect_kind

        expect_kind(path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show(self, path: Path) -> None:
        """See `Files.show`.

        Raises:
            BadFile: the file is gone, broken or of a kind that is not opened.
        """
        if path.suffix.lower() != ".pdf":
            self.launch(path)
            return
        from ehrenamt_desktop.ui.preview.preview_window import PreviewWindow

        _present(path)
        PreviewWindow(path, self, self._parent()).show()

    def print(self, path: Path) -> None:
        """See `Files.print`.

        Raises:
            BadFile: the file is gone or cannot be printed from here.
        """
        from ehrenamt_desktop.ui.kit.printing import print_pdf

        _present(path)
        print_pdf(path, self._parent())

    def reveal(self, path: Path) -> None:
        """See `Files.reveal`.

        Raises:
            BadFile: the folder is gone.
        """
        if not path.parent.is_dir():
            raise BadFile("Der Ordner ist nicht mehr vorhanden.")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def mail(self, link: str) -> None:
        """See `Files.mail`."""
        open_link(link, ("mailto",))

    def web(self, link: str) -> None:
        """See `Files.web`."""
        open_link(link, ("https", "http"))

    def _last(self, purpose: str) -> Path:
        return self._device.folder(purpose) or paths.documents_folder()

    def _remember(self, purpose: str, path: Path) -> Path:
        self._device.set_folder(purpose, path.parent)
        return path


def paper_actions(files: Files, path: Path) -> tuple[Action, ...]:
    """`Ansehen · Drucken · Ordner` for a finished PDF, `Öffnen · Ordner` for other papers."""
    folder = Action("Ordner", lambda: files.reveal(path))
    if path.suffix.lower() != ".pdf":
        return Action("Öffnen", lambda: files.show(path)), folder
    see = Action("Ansehen", lambda: files.show(path))
    return see, Action("Drucken", lambda: files.print(path)), folder


def with_suffix(chosen: str, suffix: str) -> Path:
    """The chosen name, ending in `suffix` (`liste` and `liste.v2` keep their words)."""
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def filter_text(suffixes: Sequence[str]) -> str:
    """The chooser's filter: all wanted kinds first, then each."""
    single = [f"{_NAMES.get(one, one)} (*{one})" for one in suffixes]
    if len(suffixes) == 1:
        return single[0]
    return ";;".join([f"Passende Dateien ({' '.join('*' + one for one in suffixes)})", *single])


def _present(path: Path) -> None:
    if not path.is_file():
        raise BadFile("Die Datei ist nicht mehr vorhanden. Bitte erstellen Sie sie neu.")


def _chooser() -> type[QFileDialog]:
    """Qt's chooser; its names are loaded when it is first asked for, not with the window."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog
