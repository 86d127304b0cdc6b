"""From the question to the sheet: asks what is to be pinned up and tells when it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.rows import OfferRow
from ehrenamt_desktop.model.sheets import BoardCuts, SheetChoice
from ehrenamt_desktop.ui.documents.boards_dialog import BoardsDialog
from ehrenamt_desktop.ui.documents.new_papers import BoardDialog, PosterDialog
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import SourceLookup
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.tasks import Lane

Work = Callable[[Progress], int]


class BoardMaker:
    """Makes sheets and posters for a tab.

    `made` is told the number of each finished paper.
    """

    def __init__(self, tab: Tab, made: Callable[[int], object]) -> None:
        self._tab = tab
        self._made = made

    def ask(self) -> None:
        """Ask what the sheet is for."""
        self._tab.tasks.run(Lane.READ, self._tab.office.lists.board_cuts, self._ask)

    def ask_poster(self) -> None:
        """Ask which offer the poster is for."""
        self._tab.tasks.run(Lane.READ, self._tab.office.lists.board_cuts, self._ask_poster)

    def show_boards(self) -> None:
        """Show the boards and what is to be done there."""
        self.boards_dialog().open()

    def boards_dialog(self) -> BoardsDialog:
        """The register of boards with the round."""
        tab = self._tab
        desk = Desk(tab.office, tab.tasks, tab.bus, tab.notices, tab.files, tab.navigator)
        dialog = BoardsDialog(desk, tab)
        dialog.look()
        return dialog

    def commands(self) -> tuple[Command, ...]:
        """What can be pinned up."""
        return (
            Command("Aushang …", (), self.ask, "documents.board",
                    "Angebotsliste Schaukasten Brett PDF drucken Großdruck Leichte Sprache A3"),
            Command("Plakat mit Abreißzetteln …", (), self.ask_poster, "documents.poster",
                    "Aushang Angebot Zettel Schaukasten drucken"),
            Command("Schaukästen und Rundgang …", (), self.show_boards, "documents.boards",
                    "Schaukasten Brett aufhängen abnehmen Runde Liste"),
        )  # fmt: skip

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The dialogs."""
        board = BoardDialog(self._tab.office.lists.board_cuts(), self._tab)
        board.open()
        yield "aushang", board
        poster = self._poster_dialog(BoardCuts())
        poster.open()
        yield "plakat", poster
        boards = self.boards_dialog()
        boards.open()
        yield "schaukaesten", boards

    def make(self, choice: SheetChoice, name: str, *, at_once: bool = False) -> None:
        """Make a sheet as a file of the coordinator's choice.

        Args:
            choice: what it is for.
            name: the same in words.
            at_once: go on to the printer when it is made.
        """
        path = self._tab.files.save("Aushang speichern", f"Aushang {name}", ".pdf")
        if path is None:
            return

        def work(progress: Progress) -> int:
            return self._tab.office.papers.sheet(path, choice, progress=progress)

        sentence = f"Der Aushang „{name}“ ist fertig."
        self._run("Der Aushang wird erstellt …", work, path, sentence, at_once=at_once)

    def make_poster(self, asked: PosterDialog) -> None:
        """Make the poster that was asked for."""
        number, strips = asked.number(), asked.strips()
        size, variant = asked.fields.size_chosen(), asked.fields.variant()
        board = asked.fields.board()
        path = self._tab.files.save("Plakat speichern", f"Plakat Angebot {number}", ".pdf")
        if path is None:
            return

        def work(_: Progress) -> int:
            return self._tab.office.papers.poster(
                path, number, strips=strips, size=size, variant=variant, board_id=board
            )

        self._run("Das Plakat wird erstellt …", work, path, "Das Plakat ist fertig.")

    def _run(
        self, title: str, work: Work, path: Path, sentence: str, *, at_once: bool = False
    ) -> None:
        files, notices = self._tab.files, self._tab.notices

        def done(number: int) -> None:
            self._made(number)
            notices.success(sentence, *paper_actions(files, path))
            if at_once:
                try:
                    files.print(path)
                except BadFile as error:
                    notices.error(error)

        self._tab.tasks.run_long(title, work, done)

    def _ask(self, cuts: BoardCuts) -> None:
        dialog = BoardDialog(cuts, self._tab)
        dialog.accepted.connect(lambda: self.make(dialog.choice(), _short(dialog)))
        dialog.open()

    def _ask_poster(self, cuts: BoardCuts) -> None:
        dialog = self._poster_dialog(cuts)
        dialog.accepted.connect(lambda: self.make_poster(dialog))
        dialog.open()

    def _poster_dialog(self, cuts: BoardCuts) -> PosterDialog:
        offers = SourceLookup(self._tab.office.lists.offers, _label)
        return PosterDialog(offers, cuts.boards, self._tab)


def _short(dialog: BoardDialog) -> str:
    """`Ulfen`, not `Ulfen (Sontra)`: the name of a file."""
    return dialog.words().partition(" (")[0]


def _label(row: OfferRow) -> str:
    return f"Nr. {row.id} · {row.title} ({row.stage.label})"
