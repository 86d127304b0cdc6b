"""Unterlagen: what this program printed, the library, grants, one behind the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.model.columns.postings import POSTING_COLUMNS
from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.sheets import SheetChoice
from ehrenamt_desktop.ui.documents.board_maker import BoardMaker
from ehrenamt_desktop.ui.documents.detail import PaperCard
from ehrenamt_desktop.ui.documents.grants_page import GrantsPage
from ehrenamt_desktop.ui.documents.library_menu import rounds
from ehrenamt_desktop.ui.documents.library_page import LibraryPage
from ehrenamt_desktop.ui.documents.paper_menu import PaperGroup, paper_button
from ehrenamt_desktop.ui.documents.public_maker import PublicMaker
from ehrenamt_desktop.ui.documents.sheet_maker import SheetMaker
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.panels import hbox, vbox
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.reports.maker import ReportMaker

Deed = Callable[[], None]
VIEWS = (("papers", "Ausdrucke"), ("library", "Bibliothek"), ("grants", "Förderung"))
SHOWN = frozenset({"printed", "kind", "title", "rows"})
COLUMNS = tuple(column._replace(shown=column.key in SHOWN) for column in POSTING_COLUMNS)
FILTERS = (
    Filter("kind", "Art", options_of(PaperKind)),
    Filter("hanging", "Aushang", (Option("yes", "hängt aus"), Option("due", "jetzt abnehmen"))),
    Filter("kept", "Listen", (Option("yes", "noch zu löschen"),)),
)


class DocumentsTab(Tab):
    """Ausdrucke | Bibliothek | Förderung; list left, paper or programme right."""

    kinds: ClassVar[tuple[Kind, ...]] = (Kind.POSTING, Kind.DOCUMENT, Kind.GRANT_PROGRAMME)

    def build(self) -> None:
        """Put list and card together."""
        self.list = ListPane(
            self.office.lists.postings, COLUMNS, self.tasks, self.bus, name="documents",
            label="Papiere", search="Papiere durchsuchen", kinds=(Kind.POSTING,), filters=FILTERS,
            empty="Hier erscheinen die Aushänge, Briefe und Listen, die Sie erstellen.",
        )  # fmt: skip
        self.boards = BoardMaker(self, self.list.table.select_id)
        self.sheets = SheetMaker(self, self.list.table.select_id)
        self.public = PublicMaker(self, self.list.table.select_id)
        self.reports = ReportMaker(self, self.list.table.select_id)
        self.new_button = paper_button(self._groups())
        self.list.add_action(self.new_button)
        self.paper = PaperCard()
        self.paper.setMinimumWidth(theme.em() * 22)
        row = hbox(self.list, self.paper, gap=2 * theme.GRID)
        row.setStretch(0, 3)
        row.setStretch(1, 2)
        self._papers = QWidget()
        self._papers.setLayout(row)
        self.strip = SegmentStrip(VIEWS, name="documents.views")
        self.strip.changed.connect(self.turn)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._papers)
        outer = vbox(self.strip, self._stack, gap=theme.GRID + 4, margin=2 * theme.GRID)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self.list.selected.connect(self._show)
        self.list.opened.connect(self._open_row)
        self.list.table.counted.connect(lambda _: self._show(self.list.table.selected_id()))
        self.paper.open_wanted.connect(self._launch)
        self.paper.print_wanted.connect(self._print)
        self.paper.folder_wanted.connect(self._reveal)
        self.paper.down_wanted.connect(self._take_down)
        self.paper.deleted_wanted.connect(self._deleted)

    @cached_property
    def grants(self) -> GrantsPage:
        """The page of the grants, made when it is first looked at."""
        made = GrantsPage(self._desk())
        made.letter_wanted.connect(self._write_to)
        self._stack.addWidget(made)
        return made

    @cached_property
    def library(self) -> LibraryPage:
        """The page of the library, made when it is first looked at."""
        made = LibraryPage(self._desk())
        self._stack.addWidget(made)
        return made

    def turn(self, key: str) -> None:
        """Show what was printed, the library or the grants."""
        self.strip.set_current(key)
        self._stack.setCurrentWidget(self._page(key))

    def open_record(self, kind: Kind, number: int) -> None:
        """Show one paper or grant programme; other kinds are not shown here."""
        if kind is Kind.GRANT_PROGRAMME:
            self.turn("grants")
            self.grants.open(number)
        elif kind is Kind.DOCUMENT:
            self.turn("library")
            self.library.open(number)
        elif kind in self.kinds:
            self.turn("papers")
            self.list.table.select_id(number)

    def show_list(self, kind: Kind, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show the papers with these filters."""
        if kind is Kind.POSTING:
            self.turn("papers")
            self.list.set_filters(filters)
        elif kind is Kind.DOCUMENT:
            self.turn("library")
            self.library.list.set_filters(filters)

    def focus_search(self) -> None:
        """Go to the search box of the papers, or to the list of programmes."""
        shown = self._page(self.strip.current())
        (shown if isinstance(shown, LibraryPage | GrantsPage) else self.list).focus_search()

    def new(self) -> None:
        """Ask for a new notice-board list, files for the library, or a new programme."""
        if self.strip.current() == "grants":
            self.grants.new()
        elif self.strip.current() == "library":
            self.library.add_files()
        else:
            self.boards.ask()

    def make_board(self, place: PlaceRow, *, at_once: bool = False) -> None:
        """Make the usual list of a place; see `BoardMaker.make`."""
        self.boards.make(SheetChoice(place.id), place.name, at_once=at_once)

    def print_(self) -> None:
        """Show the chosen paper; from there it goes to the printer. One of the library prints."""
        if self.strip.current() == "library":
            self.library.print_()
            return
        number = self.list.table.selected_id()
        row = self.list.table.row(number) if number is not None else None
        if row is None:
            super().print_()
        else:
            self._launch(Path(row.path))

    def commands(self) -> Sequence[Command]:
        """New papers, and the grants."""
        words = "Förderprogramm Antrag Zuschuss Geld Frist Verwendungsnachweis"
        grants = Command("Förderung", (), lambda: self.turn("grants"), "documents.grants", words)
        sought = "Formular Merkblatt Vordruck Antrag Unterlage Datei hinterlegt Ausgabe Fassung"
        papers = Command(
            "Bibliothek", (), lambda: self.turn("library"), "documents.library", sought
        )
        made = (one for group in self._groups() for one in group.commands)
        return (*made, papers, *rounds(self._desk(), self), grants)

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The dialogs."""
        yield from self.boards.pictures()
        yield from self.public.pictures()
        yield from self.sheets.pictures()
        yield from self.reports.pictures()
        self.turn("library")
        yield from self.library.pictures()
        self.turn("grants")
        yield from self.grants.pictures()
        self.turn("papers")

    def _page(self, key: str) -> QWidget:
        if key == "grants":
            return self.grants
        return self.library if key == "library" else self._papers

    def _desk(self) -> Desk:
        return Desk(self.office, self.tasks, self.bus, self.notices, self.files, self.navigator)

    def _groups(self) -> tuple[PaperGroup, ...]:
        """All new papers; a further kind of paper is one more group or command here."""
        return (
            PaperGroup(
                "Aushänge und Öffentlichkeit", (*self.boards.commands(), *self.public.commands())
            ),
            PaperGroup("Blätter", self.sheets.commands()),
            PaperGroup("Berichte", self.reports.commands()),
        )

    def _write_to(self, initiatives: tuple[int, ...]) -> None:
        from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog

        LetterDialog(self._desk(), "initiatives", (), initiatives, self).open()

    def _show(self, number: int | None) -> None:
        row = self.list.table.row(number) if number is not None else None
        self.paper.show_paper(row)

    def _open_row(self, number: int) -> None:
        row = self.list.table.row(number)
        if row is not None:
            self._launch(Path(row.path))

    def _launch(self, path: Path) -> None:
        self._try(lambda: self.files.show(path))

    def _print(self, path: Path) -> None:
        self._try(lambda: self.files.print(path))

    def _reveal(self, path: Path) -> None:
        self._try(lambda: self.files.reveal(path))

    def _try(self, deed: Deed) -> None:
        try:
            deed()
        except BadFile as error:
            self.notices.error(error)

    def _deleted(self, number: int) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: self.office.export_log.deleted(number),
            lambda _: self.notices.success("Die Liste ist als gelöscht eingetragen."),
        )

    def _take_down(self, number: int) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: self.office.papers.taken_down(number),
            lambda _: self.notices.success("Der Aushang ist als abgenommen eingetragen."),
        )
