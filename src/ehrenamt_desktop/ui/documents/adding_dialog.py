"""Unterlagen hinzufügen: what each file is and what becomes of it, before anything is added."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.documents import Choice, DocumentRow, Found
from ehrenamt_desktop.model.enums import DocumentAudience, DocumentKind
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, SourceLookup, Vocabulary
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.record_model import Source
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tasks import Lane, LongWork
from ehrenamt_desktop.ui.lists.work_bar import WorkBar
from ehrenamt_desktop.ui.record.telling import tell

NAME = "adding"
NEW, EDITION, LEAVE = "new", "edition", "leave"
FATES = ((NEW, "Neue Unterlage"), (EDITION, "Neue Ausgabe von …"), (LEAVE, "Weglassen"))
EMPTY_ONLY = (
    "Bitte nehmen Sie nur leere Vordrucke und Merkblätter auf, keine ausgefüllten Formulare: Was "
    "hier liegt, wird ausgehändigt."
)
FIELDS = (
    FieldSpec("document_id", "Von welcher Unterlage?", FieldKind.RECORD, source="documents",
              wide=True),
    FieldSpec("title", "Titel", wide=True),
    FieldSpec("kind", "Art", FieldKind.CHOICE, choices=DocumentKind),
    FieldSpec("audience", "Für", FieldKind.CHOICE, choices=DocumentAudience),
    FieldSpec("label", "Bezeichnung der Ausgabe", hint="Zum Beispiel „Stand 03/2026“."),
    FieldSpec("source_url", "Internetadresse"),
    FieldSpec("valid_from", "Gilt ab", FieldKind.DATE),
    FieldSpec("valid_until", "Gilt bis", FieldKind.DATE),
)  # fmt: skip
OF_PAPER = ("title", "kind", "audience")
OF_EDITION = ("label", "source_url", "valid_from", "valid_until")


class _File(NamedTuple):
    """A file that was looked at, and what is to become of it."""

    id: int
    found: Found
    fate: str
    values: dict[str, object]
    document: str = ""

    def usable(self) -> bool:
        return not self.found.refused and self.found.known is None

    def words(self) -> str:
        """What becomes of it, and why."""
        if self.found.refused:
            return self.found.refused
        if self.found.known is not None:
            return f"ist schon da: „{self.found.known.title}“"
        if self.fate == LEAVE:
            return "wird weggelassen"
        if self.fate == EDITION:
            reason = self.found.proposal.reason if self.found.proposal is not None else ""
            said = f"neue Ausgabe von „{self.document}“" if self.document else "neue Ausgabe"
            return f"{said} ({reason})" if reason else said
        return "neue Unterlage"

    def tone(self) -> Tone:
        if self.found.refused:
            return Tone.LATE
        if self.found.known is not None or self.fate == LEAVE:
            return Tone.SOFT
        return Tone.UNDER_WAY if self.fate == EDITION else Tone.GOOD


COLUMNS: tuple[Column[_File], ...] = (
    Column("file", "Datei", lambda row: row.found.name, width=30),
    Column("fate", "Was geschieht", lambda row: row.words(), width=52, tone=lambda row: row.tone()),
    Column("text", "Text", lambda row: _text_of(row.found), width=14),
)  # fmt: skip


class AddingDialog(Dialog):
    """Files and their fates; the chosen one is described below the list."""

    added = Signal(int)
    """The paper of the first file that was added."""

    def __init__(
        self,
        desk: Desk,
        papers: Source[DocumentRow],
        document: DocumentRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Start empty; `look` fills the list.

        Args:
            desk: the collaborators.
            papers: the library, to choose from.
            document: the paper that gets a new edition, if it is settled.
            parent: Qt's owner.
        """
        super().__init__(
            "Unterlagen hinzufügen", parent, name=NAME, accept="Hinzufügen", width_em=66
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._document = document
        self._known = SourceLookup(papers, lambda row: str(row.title))
        self._files: dict[int, _File] = {}
        self._shown: int | None = None
        self._work: LongWork | None = None
        self._rows: RowsSource[_File] = RowsSource(COLUMNS)
        self.bar = WorkBar(NAME)
        self.table = RecordTable(
            self._rows, COLUMNS, desk.tasks, name=f"{NAME}.table", label="Dateien",
            empty="Die Dateien werden gelesen …",
        )  # fmt: skip
        self.table.setMinimumHeight(theme.em() * 10)
        self.fate = SegmentStrip(FATES, name=f"{NAME}.fate")
        self.fate.setAccessibleName("Was soll mit der Datei geschehen?")
        words = Vocabulary(records={"documents": self._known})
        self.form = RecordForm("", FIELDS, words, name=NAME)
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        self.body.addWidget(label(EMPTY_ONLY, "soft", wrap=True))
        for part in (self.bar, self.table, self.fate, self.form, self.problem):
            self.body.addWidget(part)
        self.body.setStretch(2, 1)
        self.table.selected.connect(self._choose)
        self.fate.changed.connect(self._decide)
        self._show(None)

    def look(self, paths: Sequence[Path]) -> None:
        """Read the files, with a way to stop."""
        office = self._desk.office
        watched = self._work = LongWork("Die Dateien werden gelesen …")
        self.accept_button.setEnabled(False)
        self.bar.watch(watched)
        self._desk.tasks.run(
            Lane.WRITE, lambda: office.library.look(paths, watched), self._fill, self._stopped,
            key=NAME,
        )  # fmt: skip

    def confirm(self) -> None:
        """Add what is to be added, as one step."""
        if self._work is not None or not self._keep(redraw=False):
            return
        chosen = [one for one in self._files.values() if one.usable() and one.fate != LEAVE]
        if not chosen:
            return
        choices = [_choice(one) for one in chosen]

        def work() -> tuple[int, int]:
            library = self._desk.office.library
            editions = library.add(choices)
            return len(editions), library.edition(editions[0]).document_id

        self._desk.tasks.run(Lane.WRITE, work, self._done, self._refuse)

    def reject(self) -> None:
        """Stop the reading, or close."""
        if self._work is not None:
            self._work.cancel()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the rows from the start."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.width(), min(theme.em() * 50, room.height() - 6 * theme.GRID))

    def _fill(self, found: tuple[Found, ...]) -> None:
        self._work = None
        self.bar.hide()
        self._files = {
            number: _proposed(number, one, self._document)
            for number, one in enumerate(found, start=1)
        }
        self._put()
        first = next((one.id for one in self._files.values() if one.usable()), None)
        if first is not None:
            self.table.select_id(first)

    def _stopped(self, error: Exception) -> None:
        self._work = None
        self.bar.hide()
        if not isinstance(error, Cancelled):
            self._refuse(error)

    def _put(self) -> None:
        self._rows.put(list(self._files.values()))
        self.table.reload()
        amount = sum(one.usable() and one.fate != LEAVE for one in self._files.values())
        self.accept_button.setEnabled(bool(amount))
        self.accept_button.setText(
            f"{count(amount, 'Datei', 'Dateien')} hinzufügen" if amount else "Hinzufügen"
        )

    def _choose(self, number: int | None) -> None:
        if number == self._shown or number is None:
            return
        if self._shown is not None and not self._keep():
            self.table.select_id(self._shown)
            return
        self._show(self._files.get(number))

    def _show(self, file: _File | None) -> None:
        usable = file is not None and file.usable()
        self._shown = file.id if file is not None and usable else None
        self.fate.setVisible(usable)
        self.form.setVisible(usable)
        if file is None or not usable:
            return
        self.fate.set_current(file.fate)
        self.form.load(file.values)
        self._fit(file.fate)

    def _fit(self, fate: str) -> None:
        for spec in FIELDS:
            wanted = {"document_id": fate == EDITION}.get(
                spec.key, fate == NEW if spec.key in OF_PAPER else fate != LEAVE
            )
            self.form.show_field(spec.key, shown=wanted)

    def _decide(self, fate: str) -> None:
        if self._shown is None:
            return
        self._files[self._shown] = self._files[self._shown]._replace(fate=fate)
        self._fit(fate)
        self._keep(quiet=True)
        self._put()

    def _keep(self, *, quiet: bool = False, redraw: bool = True) -> bool:
        """Keep what was typed for the shown file; whether it can stay like this.

        A list that is about to close is not asked anew: its answer would come too late.
        """
        if self._shown is None:
            return True
        file = self._files[self._shown]
        values = self.form.values() if quiet else self.form.submit()
        if values is None:
            return False
        missing = {NEW: "title", EDITION: "document_id"}.get(file.fate)
        if not quiet and missing and not values[missing]:
            self.problem.setText("Bitte füllen Sie das erste Feld aus.")
            self.problem.show()
            return False
        self.problem.hide()
        number = values["document_id"]
        document = self._known.label(int(str(number))) if number else ""
        self._files[file.id] = file._replace(values=values, document=document)
        if redraw and not quiet:
            self._put()
        return True

    def _done(self, kept: tuple[int, int]) -> None:
        amount, document = kept
        tell(self._desk, f"{count(amount, 'Datei', 'Dateien')} hinzugefügt.")
        self.added.emit(document)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.form.refuse(error, self._desk.notices)


def _proposed(number: int, found: Found, document: DocumentRow | None) -> _File:
    """What the program would do with a file."""
    values: dict[str, object] = {
        "title": found.title, "kind": DocumentKind.FORM, "audience": DocumentAudience.VOLUNTEERS,
        "document_id": None, "label": "", "source_url": "", "valid_from": None,
        "valid_until": None,
    }  # fmt: skip
    if document is not None:
        settled = values | {"document_id": document.id, "source_url": document.source_url}
        return _File(number, found, EDITION, settled, document.title)
    if found.proposal is not None:
        settled = values | {"document_id": found.proposal.document_id}
        return _File(number, found, EDITION, settled, found.proposal.title)
    return _File(number, found, NEW, values)


def _choice(file: _File) -> Choice:
    values = {key: "" if value is None else value for key, value in file.values.items()}
    dates = {key: file.values[key] for key in ("valid_from", "valid_until")}
    edition = {key: values[key] for key in OF_EDITION} | dates
    if file.fate == EDITION:
        return Choice(file.found, int(str(file.values["document_id"])), edition)
    paper = {key: values[key] for key in (*OF_PAPER, "source_url")}
    return Choice(file.found, paper, edition)


def _text_of(found: Found) -> str:
    if found.text is None:
        return ""
    return "lesbar" if found.text.readable else "nicht lesbar"
