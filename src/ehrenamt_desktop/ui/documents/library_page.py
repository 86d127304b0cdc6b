"""Bibliothek: every paper the office hands out, its editions, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ehrenamt_desktop.model.columns.documents import DOCUMENT_COLUMNS, EDITION_COLUMNS
from ehrenamt_desktop.model.documents import DocumentRow, EditionRow
from ehrenamt_desktop.model.enums import DocumentState, Kind
from ehrenamt_desktop.model.hand_out import Used
from ehrenamt_desktop.model.queries import Change, ListQuery
from ehrenamt_desktop.ui.documents.adding_dialog import AddingDialog
from ehrenamt_desktop.ui.documents.library_card import LibraryCard, badges, title
from ehrenamt_desktop.ui.documents.library_forms import edition_form, paper_form
from ehrenamt_desktop.ui.documents.library_menu import adding_menu, more_button, round_pictures
from ehrenamt_desktop.ui.documents.library_source import FILTERS, LibrarySource
from ehrenamt_desktop.ui.documents.paper_files import PaperFiles, Shown
from ehrenamt_desktop.ui.documents.paper_preview import PaperPreview
from ehrenamt_desktop.ui.hand_out.recall_dialog import RecallDialog
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.panels import (
    EmptyState,
    button,
    clear_layout,
    scroll,
    vbox,
)
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.form_dialog import FormDialog
from ehrenamt_desktop.ui.record.telling import tell

NAME = "library"
KINDS = (Kind.DOCUMENT, Kind.DOCUMENT_EDITION, Kind.DOCUMENT_RULE, Kind.HAND_OUT_ITEM)
PARTS = (("preview", "Vorschau"), ("facts", "Angaben"), ("editions", "Ausgaben"))
ADDED = (".pdf", ".docx", ".odt", ".xlsx", ".ods", ".jpg", ".jpeg", ".png", ".txt", ".eml")


class _Opened(NamedTuple):
    """What is read of a paper."""

    row: DocumentRow
    values: dict[str, Any]
    editions: tuple[EditionRow, ...]
    used: Used

    def shown(self) -> EditionRow | DocumentRow | None:
        """What can be opened: an edition whose file is there, else the office's own form."""
        current = self.current()
        if current is not None:
            return current if current.there else None
        return self.row if self.row.own_form else None

    def current(self) -> EditionRow | None:
        """The edition that is handed out, or the newest one where none is."""
        first = self.editions[0] if self.editions else None
        return next((one for one in self.editions if one.current), first)


class LibraryPage(QWidget):
    """Papers left; how the chosen one looks, what is known of it, its editions right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setAcceptDrops(True)
        self._desk = desk
        self._files = PaperFiles(desk)
        self._opened: _Opened | None = None
        source = LibrarySource(lambda text: desk.office.library.rows(text=text))
        self.list = ListPane(
            source, DOCUMENT_COLUMNS, desk.tasks, desk.bus, name=NAME, label="Bibliothek",
            search="Titel, Stichwörter und Texte durchsuchen", kinds=KINDS, filters=FILTERS,
            empty="Keine Unterlage gefunden.",
        )  # fmt: skip
        self._source = source
        self._editions: RowsSource[EditionRow] = RowsSource(EDITION_COLUMNS)
        self.editions = RecordTable(
            self._editions, EDITION_COLUMNS, desk.tasks, name=f"{NAME}.editions",
            label="Ausgaben", empty="Noch ist keine Ausgabe hinterlegt.",
        )  # fmt: skip
        self.card = LibraryCard()
        self.preview = PaperPreview(desk)
        self.strip = TabStrip(PARTS, name=f"{NAME}.parts")
        self.add_button = button("Hinzufügen", name=f"{NAME}.add", icon="plus", primary=True)
        self.add_button.setMenu(adding_menu(self))
        self.open_button = button("Öffnen", name=f"{NAME}.open", icon="open")
        self.save_button = button("Speichern unter …", name=f"{NAME}.save")
        self.print_button = button("Drucken …", name=f"{NAME}.print", icon="print")
        self.change_button = button("Ausgabe ändern …", name=f"{NAME}.edition.change")
        self.remove_button = button("Ausgabe löschen", name=f"{NAME}.edition.remove")
        self._lay_out()
        self._connect()

    def open(self, number: int) -> None:
        """Show a paper."""
        self.list.table.select_id(number)

    def focus_search(self) -> None:
        """Go to the search box."""
        self.list.focus_search()

    def new(self) -> None:
        """Ask for a paper without a file."""
        self._ask_paper({})

    def print_(self) -> None:
        """Print the shown paper, if it is a PDF."""
        self._with_file(self._files.print)

    def add_files(self) -> None:
        """Ask which files are to be added."""
        self.add(self._desk.files.open_many("Unterlagen hinzufügen", ADDED))

    def add_folder(self) -> None:
        """Ask for a folder whose files are to be added."""
        folder = self._desk.files.folder("Ordner mit Unterlagen wählen")
        if folder is not None:
            self.add((folder,))

    def add(self, paths: Sequence[Path], document: DocumentRow | None = None) -> None:
        """Look at files, then ask what becomes of them; `document` gets a new edition."""
        if not paths:
            return
        dialog = AddingDialog(self._desk, self._source, document, self)
        dialog.added.connect(self.open)
        dialog.open()
        dialog.look(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls() and all(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        event.acceptProposedAction()
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls()])

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The three parts of a paper that is there, and both masks."""
        number = next((row.id for row in self._source.rows(self._source.ids(ListQuery()))
                       if row.edition_id is not None), None)  # fmt: skip
        if number is not None:
            self.open(number)
        for key, name in (("preview", "bibliothek"), ("facts", "bibliothek-angaben"),
                          ("editions", "bibliothek-ausgaben")):  # fmt: skip
            self._turn(key)
            yield name, self
        self._turn("preview")
        mask = paper_form(self._opened.values if self._opened else {}, self)
        mask.open()
        yield "unterlage", mask
        mask.close()
        edition = self._opened.current() if self._opened else None
        if edition is not None:
            other = edition_form(edition, self)
            other.open()
            yield "ausgabe-einer-unterlage", other
            other.close()
        adding = AddingDialog(self._desk, self._source, None, self)
        adding.open()
        adding.look([self._desk.office.copies.opened(edition)] if edition is not None else [])
        yield "unterlagen-hinzufuegen", adding
        adding.close()
        yield from round_pictures(self._desk, self)

    def _lay_out(self) -> None:
        self.list.add_action(more_button(self._desk, self))
        self.list.add_action(self.add_button)
        self._head = QWidget()
        self._heading = vbox()
        self._head.setLayout(self._heading)
        facts = QWidget()
        facts.setLayout(vbox(self.card))
        self._parts = {
            "preview": _part((self.print_button, self.save_button, self.open_button), self.preview),
            "facts": scroll(facts, name=f"{NAME}.facts"),
            "editions": _part((self.remove_button, self.change_button), self.editions),
        }
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        self._empty = EmptyState(
            "Wählen Sie links eine Unterlage, oder ziehen Sie Dateien hierher.", icon="documents"
        )
        right = QWidget()
        right.setMinimumWidth(theme.em() * 22)
        side = vbox(self._empty, self._head, self.strip, self._stack)
        side.setStretch(3, 1)
        right.setLayout(side)
        outer = vbox(SideBySide(self.list, right, (52, 48)))
        self.setLayout(outer)
        self._put(None)

    def _connect(self) -> None:
        self.list.selected.connect(self._choose)
        self.list.opened.connect(lambda _: self._with_file(self._files.open))
        self.list.table.filled.connect(self._choose_first)
        self.strip.changed.connect(self._turn)
        self.open_button.clicked.connect(partial(self._with_file, self._files.open))
        self.save_button.clicked.connect(partial(self._with_file, self._files.save))
        self.print_button.clicked.connect(self.print_)
        self.card.change_wanted.connect(
            lambda: self._ask_paper(self._opened.values if self._opened else {})
        )
        self.card.edition_wanted.connect(self._add_edition)
        self.preview.file_wanted.connect(self._add_edition)
        self.card.checked_wanted.connect(self._checked)
        self.card.away_wanted.connect(self._put_away)
        self.card.source_wanted.connect(self._desk.files.web)
        self.card.recall_wanted.connect(lambda one: RecallDialog(self._desk, one, self).open())
        self.editions.selected.connect(self._choose_edition)
        self.editions.opened.connect(lambda _: self._ask_edition())
        self.change_button.clicked.connect(self._ask_edition)
        self.remove_button.clicked.connect(self._remove)
        self._desk.bus.changed.connect(self._touched)

    def _turn(self, key: str) -> None:
        self.strip.set_current(key)
        self._stack.setCurrentWidget(self._parts[key])

    def _choose_first(self) -> None:
        first = self.list.table.model().index(0, 0)
        if self._opened is None and first.isValid():
            self.list.table.setCurrentIndex(first)

    def _choose(self, number: int | None) -> None:
        if number is None:
            return

        def work() -> _Opened | None:
            library = self._desk.office.library
            row = next(iter(self._source.rows([number])), None)
            if row is None:
                return None
            used = self._desk.office.document_rules.used(number)
            return _Opened(row, library.document(number), library.editions(number), used)

        self._desk.tasks.run(Lane.READ, work, self._put, key=f"{NAME}.open")

    def _put(self, opened: _Opened | None) -> None:
        self._opened = opened
        self._empty.setVisible(opened is None)
        for part in (self._head, self.strip, self._stack):
            part.setVisible(opened is not None)
        if opened is None:
            return
        clear_layout(self._heading)
        self._heading.addWidget(title(opened.row))
        self._heading.addLayout(badges(opened.row))
        self.card.show_paper(opened.row, opened.values, opened.used)
        self._editions.put(opened.editions)
        self.editions.reload()
        current = opened.current()
        shown = opened.shown()
        if isinstance(shown, DocumentRow):
            self.preview.show_form(shown.own_form)
        else:
            self.preview.show_edition(current)
        for one in (self.open_button, self.save_button):
            one.setVisible(shown is not None)
        self.print_button.setVisible(
            shown is not None and (isinstance(shown, DocumentRow) or shown.format == "pdf")
        )
        if current is not None and self._edition() is None:
            self.editions.select_id(current.id)
        self._choose_edition(self.editions.selected_id())

    def _choose_edition(self, number: int | None) -> None:
        for one in (self.change_button, self.remove_button):
            one.setEnabled(number is not None)

    def _edition(self) -> EditionRow | None:
        number = self.editions.selected_id()
        if self._opened is None or number is None:
            return None
        return next((one for one in self._opened.editions if one.id == number), None)

    def _ask_paper(self, values: dict[str, Any]) -> None:
        dialog = paper_form(values, self)
        number, version = values.get("id"), values.get("version")
        dialog.submitted.connect(
            partial(
                self._keep, dialog, "Die Unterlage ist gespeichert.",
                lambda typed: self._desk.office.library.save(typed, number, version),
            )
        )  # fmt: skip
        dialog.open()

    def _ask_edition(self) -> None:
        row = self._edition()
        if row is None:
            return
        dialog = edition_form(row, self)
        dialog.submitted.connect(
            partial(
                self._keep, dialog, "Die Ausgabe ist gespeichert.",
                lambda typed: self._desk.office.library.change(typed, row.id, row.version),
            )
        )  # fmt: skip
        dialog.open()

    def _keep(
        self, dialog: FormDialog, sentence: str, work: Callable[[dict[str, object]], object],
        values: dict[str, object],
    ) -> None:  # fmt: skip
        def kept(number: object) -> None:
            dialog.accept()
            tell(self._desk, sentence)
            if isinstance(number, int):
                self.open(number)

        self._desk.tasks.run(
            Lane.WRITE, lambda: work(values), kept,
            lambda error: dialog.refuse(error, self._desk.notices),
        )  # fmt: skip

    def _add_edition(self) -> None:
        if self._opened is not None:
            path = self._desk.files.open("Neue Ausgabe hinzufügen", ADDED)
            if path is not None:
                self.add((path,), self._opened.row)

    def _checked(self) -> None:
        current = self._opened.current() if self._opened else None
        if current is not None:
            self._step(
                lambda: self._desk.office.library.checked([current.id]),
                "Die Unterlage ist geprüft.",
            )

    def _put_away(self) -> None:
        if self._opened is not None:
            row = self._opened.row
            back = row.state is DocumentState.ARCHIVED
            self._step(
                lambda: self._desk.office.library.put_away(row.id, back=back),
                "Die Unterlage ist wieder da." if back else "Die Unterlage ist abgelegt.",
            )

    def _remove(self) -> None:
        row = self._edition()
        if row is not None:
            self._step(
                lambda: self._desk.office.library.remove(row.id), "Die Ausgabe ist gelöscht."
            )

    def _step(self, work: Callable[[], object], sentence: str) -> None:
        self._desk.tasks.run(Lane.WRITE, work, lambda _: tell(self._desk, sentence))

    def _with_file(self, deed: Callable[[Shown], None]) -> None:
        shown = self._opened.shown() if self._opened else None
        if shown is not None:
            deed(shown)

    def _touched(self, changes: tuple[Change, ...]) -> None:
        if self._opened is not None and touches(changes, *KINDS):
            self._choose(self._opened.row.id)


def _part(deeds: Sequence[QWidget], below: QWidget) -> QWidget:
    made = QWidget()
    row = FlowLayout()
    for one in reversed(deeds):
        row.addWidget(one)
    column = vbox(row, below)
    column.setStretch(1, 1)
    made.setLayout(column)
    return made
