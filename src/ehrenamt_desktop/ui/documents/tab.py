"""Unterlagen: the papers this program made, to be opened and printed again, and new ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.model.columns.postings import POSTING_COLUMNS
from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.ui.documents.detail import PaperCard
from ehrenamt_desktop.ui.documents.new_papers import BoardDialog, PeriodDialog
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.panels import button, hbox
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.tasks import Lane

Work = Callable[[Progress], int]
Deed = Callable[[], None]
SHOWN = frozenset({"printed", "kind", "title", "rows"})
COLUMNS = tuple(column._replace(shown=column.key in SHOWN) for column in POSTING_COLUMNS)
FILTERS = (
    Filter("kind", "Art", options_of(PaperKind)),
    Filter("hanging", "Aushang", (Option("yes", "hängt aus"),)),
)


class DocumentsTab(Tab):
    """List left, paper right."""

    kinds: ClassVar[tuple[Kind, ...]] = (Kind.POSTING,)

    def build(self) -> None:
        """Put list and card together."""
        self.board_button = button("Aushang drucken …", name="documents.board", icon="print")
        self.council_button = button("Gremienliste …", name="documents.council")
        self.board_button.clicked.connect(self.new)
        self.council_button.clicked.connect(self.ask_period)
        self.list = ListPane(
            self.office.lists.postings, COLUMNS, self.tasks, self.bus, name="documents",
            label="Papiere", search="Papiere durchsuchen", kinds=(Kind.POSTING,), filters=FILTERS,
            empty="Hier erscheinen die Aushänge, Briefe und Listen, die Sie erstellen.",
        )  # fmt: skip
        self.list.add_action(self.board_button)
        self.list.add_action(self.council_button)
        self.paper = PaperCard()
        self.paper.setMinimumWidth(theme.em() * 22)
        row = hbox(self.list, self.paper, gap=2 * theme.GRID, margin=2 * theme.GRID)
        row.setStretch(0, 3)
        row.setStretch(1, 2)
        self.setLayout(row)
        self.list.selected.connect(self._show)
        self.list.opened.connect(self._open_row)
        self.list.table.counted.connect(lambda _: self._show(self.list.table.selected_id()))
        self.paper.open_wanted.connect(self._launch)
        self.paper.print_wanted.connect(self._print)
        self.paper.folder_wanted.connect(self._reveal)
        self.paper.down_wanted.connect(self._take_down)

    def open_record(self, kind: Kind, number: int) -> None:
        """Show one paper; other kinds are not shown here."""
        if kind in self.kinds:
            self.list.table.select_id(number)

    def show_list(self, kind: Kind, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show the papers with these filters."""
        if kind in self.kinds:
            self.list.set_filters(filters)

    def focus_search(self) -> None:
        """Go to the search box."""
        self.list.focus_search()

    def new(self) -> None:
        """Ask for the place of a new notice-board list."""
        self.tasks.run(Lane.READ, self.office.lists.board_places, self._ask_place)

    def ask_period(self) -> None:
        """Ask for the period and municipality of a new council list."""
        self.tasks.run(Lane.READ, self.office.lists.municipalities, self._ask_period)

    def make_board(self, place: PlaceRow | None, *, at_once: bool = False) -> None:
        """Make the list of a place, or of all, as a file of the coordinator's choice.

        Args:
            place: for which board; None means all places.
            at_once: go on to the printer when it is made.
        """
        name = place.name if place else "alle Orte"
        path = self.files.save("Aushang speichern", f"Aushang {name}", ".pdf")
        if path is None:
            return

        def work(progress: Progress) -> int:
            return self.office.papers.offer_list(
                path, place.id if place else None, progress=progress
            )

        sentence = f"Der Aushang „{name}“ ist fertig."
        self._make("Der Aushang wird erstellt …", work, path, sentence, at_once=at_once)

    def make_council(self, start: dt.date, end: dt.date, municipality: str = "") -> None:
        """Write the council list of a period, of one municipality or of all."""
        path = self.files.save("Gremienliste speichern", f"Gremienliste {start:%Y-%m}", ".xlsx")
        if path is None:
            return

        def work(progress: Progress) -> int:
            return self.office.papers.council_list(path, start, end, municipality, progress)

        self._make("Die Liste wird erstellt …", work, path, "Die Gremienliste ist fertig.")

    def print_(self) -> None:
        """Print the chosen paper."""
        number = self.list.table.selected_id()
        row = self.list.table.row(number) if number is not None else None
        if row is not None:
            self._print(Path(row.path))

    def commands(self) -> Sequence[Command]:
        """New papers."""
        return (
            Command("Aushang drucken …", (), self.new, "documents.board",
                    "Angebotsliste Schaukasten Brett PDF"),
            Command("Gremienliste …", (), self.ask_period, "documents.council",
                    "Bericht Statistik Parlament Vorstand Excel"),
        )  # fmt: skip

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The two dialogs."""
        board = BoardDialog(self.office.lists.board_places(), self)
        board.open()
        yield "aushang", board
        period = PeriodDialog(clock.today(), self.office.lists.municipalities(), self)
        period.open()
        yield "gremienliste", period

    def _make(
        self, title: str, work: Work, path: Path, sentence: str, *, at_once: bool = False
    ) -> None:
        def done(number: int) -> None:
            self.list.table.select_id(number)
            self.notices.success(sentence, *paper_actions(self.files, path))
            if at_once:
                self._print(path)

        self.tasks.run_long(title, work, done)

    def _ask_place(self, places: tuple[PlaceRow, ...]) -> None:
        dialog = BoardDialog(places, self)
        dialog.accepted.connect(lambda: self.make_board(dialog.place()))
        dialog.open()

    def _ask_period(self, municipalities: tuple[str, ...]) -> None:
        dialog = PeriodDialog(clock.today(), municipalities, self)
        dialog.accepted.connect(lambda: self.make_council(*dialog.period(), dialog.municipality()))
        dialog.open()

    def _show(self, number: int | None) -> None:
        row = self.list.table.row(number) if number is not None else None
        self.paper.show_paper(row)

    def _open_row(self, number: int) -> None:
        row = self.list.table.row(number)
        if row is not None:
            self._launch(Path(row.path))

    def _launch(self, path: Path) -> None:
        self._try(lambda: self.files.launch(path))

    def _print(self, path: Path) -> None:
        self._try(lambda: self.files.print(path))

    def _reveal(self, path: Path) -> None:
        self._try(lambda: self.files.reveal(path))

    def _try(self, deed: Deed) -> None:
        try:
            deed()
        except BadFile as error:
            self.notices.error(error)

    def _take_down(self, number: int) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: self.office.papers.taken_down(number),
            lambda _: self.notices.success("Der Aushang ist als abgenommen eingetragen."),
        )
