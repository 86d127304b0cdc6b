"""From the question to what others publish: the bulletin's text and the page for the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.sheets import BoardCuts
from ehrenamt_desktop.ui.documents.bulletin_dialog import BulletinDialog
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.tasks import Lane


class PublicMaker:
    """Hands open offers on for a tab; `made` is told the number of each finished paper."""

    def __init__(self, tab: Tab, made: Callable[[int], object]) -> None:
        self._tab = tab
        self._made = made

    def commands(self) -> tuple[Command, ...]:
        """What can be handed on."""
        return (
            Command("Text für das Mitteilungsblatt …", (), self.ask, "documents.bulletin",
                    "kopieren Gemeindeblatt Zeitung Presse Word"),
            Command("Seite für die Webseite …", (), self.make_page, "documents.web",
                    "Internet HTML Homepage Gemeinde online"),
        )  # fmt: skip

    def ask(self, numbers: Sequence[int] = ()) -> None:
        """Show the text and ask for what and how long; `numbers` name the offers at first."""
        self._tab.tasks.run(
            Lane.READ, self._tab.office.lists.board_cuts, lambda cuts: self._ask(cuts, numbers)
        )

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The dialog."""
        dialog = BulletinDialog(self._tab.office.lists.board_cuts(), self._tab)
        dialog.limit.setText("900")
        dialog.show_bulletin(self._tab.office.papers.bulletin(dialog.choice(), dialog.longest()))
        dialog.open()
        yield "mitteilungsblatt", dialog

    def make_page(self) -> None:
        """Write the page of all open offers."""
        path = self._tab.files.save("Seite speichern", "Offene Angebote", ".html")
        if path is None:
            return

        def work(_: Progress) -> int:
            return self._tab.office.papers.web_page(path)

        def done(number: int) -> None:
            self._made(number)
            actions = paper_actions(self._tab.files, path)
            self._tab.notices.success("Die Seite ist fertig.", *actions)

        self._tab.tasks.run_long("Die Seite wird geschrieben …", work, done)

    def _ask(self, cuts: BoardCuts, numbers: Sequence[int]) -> None:
        dialog = BulletinDialog(cuts, self._tab)
        dialog.numbers.setText(", ".join(str(one) for one in numbers))
        dialog.wanted.connect(lambda: self._look(dialog))
        dialog.accepted.connect(lambda: self._copy(dialog))
        dialog.word_wanted.connect(lambda: self._write(dialog))
        self._look(dialog)
        dialog.open()

    def _look(self, dialog: BulletinDialog) -> None:
        choice, limit = dialog.choice(), dialog.longest()

        def failed(error: Exception) -> None:
            if isinstance(error, DomainError):
                dialog.show_problem(error.sentence)
            else:
                self._tab.notices.error(error)

        self._tab.tasks.run(
            Lane.READ,
            lambda: self._tab.office.papers.bulletin(choice, limit),
            dialog.show_bulletin,
            failed,
            key="bulletin",
        )

    def _copy(self, dialog: BulletinDialog) -> None:
        made = dialog.made
        if made is None:
            return
        QGuiApplication.clipboard().setText(made.text)

        def done(number: int) -> None:
            self._made(number)
            self._tab.notices.success("Der Text ist kopiert. Fügen Sie ihn mit Strg+V ein.")

        self._tab.tasks.run(Lane.WRITE, lambda: self._tab.office.papers.copied(made), done)

    def _write(self, dialog: BulletinDialog) -> None:
        made = dialog.made
        path = self._tab.files.save("Text speichern", "Mitteilungsblatt", ".docx")
        if made is None or path is None:
            return

        def done(number: int) -> None:
            self._made(number)
            dialog.reject()
            actions = paper_actions(self._tab.files, path)
            self._tab.notices.success("Die Word-Datei ist fertig.", *actions)

        self._tab.tasks.run(
            Lane.WRITE, lambda: self._tab.office.papers.bulletin_docx(path, made), done
        )
