"""Serienbrief: who gets a letter, what is printed, and for whom it is remembered."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.serial import SerialRun, SerialWish
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput
from ehrenamt_desktop.ui.lists.export_dialog import MASKED, WARNING
from ehrenamt_desktop.ui.lists.extent_strip import ExtentStrip
from ehrenamt_desktop.ui.lists.label_panel import LabelPanel
from ehrenamt_desktop.ui.lists.reason_fields import ReasonFields
from ehrenamt_desktop.ui.lists.recipients_page import RECORDS, Recipients, RecipientsPage
from ehrenamt_desktop.ui.lists.text_panel import TextPanel

LETTERS, LABELS = "letters", "labels"
KINDS = (
    (LETTERS, "Briefe"),
    (LABELS, "Etiketten"),
    (".xlsx", "Liste für Word (Excel)"),
    (".csv", "Liste (CSV)"),
)
ACTIONS = {LETTERS: "Briefe speichern …", LABELS: "Etiketten speichern …"}
NO_TEXT = "Bitte wählen Sie einen Brieftext."
UNANSWERED = "Bitte beantworten Sie erst, was der Brieftext fragt."
NOBODY = "Niemand in dieser Liste darf oder kann einen Brief bekommen."


class Done(NamedTuple):
    """Whose letters were written, for labels in the same order."""

    noun: str
    ids: tuple[int, ...]
    shared: bool


class LetterDialog(Dialog):
    """Shows who gets a letter and writes what is wanted."""

    def __init__(
        self,
        desk: Desk,
        noun: str,
        marked: tuple[int, ...],
        shown: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Serienbrief", parent, name="letters", accept="Weiter …", width_em=52)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._noun = noun
        self._ids = {"marked": marked, "shown": shown}
        self._build(len(marked), len(shown))
        self.accept_button.setObjectName("letters.run")
        self.follow()
        desk.tasks.run(
            Lane.READ, lambda: desk.office.serial_print.texts(noun), self.texts.show_texts
        )

    def ids(self) -> tuple[int, ...]:
        """The records that are looked at."""
        return self._ids[self.extent.current()]

    def look(self) -> None:
        """Look anew who gets a letter."""
        chosen = self.texts.chosen() if self.kinds.current() == LETTERS else None
        text = chosen.name if chosen is not None else ""
        self.page.look(Recipients(self._noun, self.ids(), self.shared.isChecked(), text))

    def confirm(self) -> None:
        """Ask for the file and write it; while names are blanked, nothing leaves."""
        if privacy.masked():
            self.page.say(MASKED)
            return
        try:
            done = {LETTERS: self._letters, LABELS: self._labels}.get(
                self.kinds.current(), self._list
            )()
        except DomainError as error:
            self.page.say(error.sentence)
            return
        if done:
            self.accept()

    def sample(self) -> None:
        """Show the first letter."""
        wish, desk, (noun, ids, *_) = self._wish(), self._desk, self.page.wanted
        if privacy.masked():
            self.page.say(MASKED)
        elif wish is not None:
            desk.tasks.run(
                Lane.READ, lambda: desk.office.serial_print.sample(ids, wish, noun=noun),
                self.texts.show_page, self.page.refuse,
            )  # fmt: skip

    def trial(self) -> None:
        """Write the outlines of the sheet."""
        try:
            wish = self.labels.wish()
        except DomainError as error:
            self.page.say(error.sentence)
            return
        desk = self._desk
        path = desk.files.save("Probedruck speichern", f"Probedruck {wish.sheet}", ".pdf")
        if path is not None:
            desk.tasks.run(
                Lane.WRITE, lambda: desk.office.labels.trial(path, wish),
                lambda _: desk.notices.success("Der Probedruck ist gespeichert.",
                                               *paper_actions(desk.files, path)),
                self.page.refuse,
            )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the rows from the start."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.width(), min(theme.em() * 48, room.height() - 6 * theme.GRID))

    def _build(self, marked: int, shown: int) -> None:
        self.extent = ExtentStrip(marked, shown, "An wen?", "letters.extent")
        self.extent.changed.connect(lambda _: self.look())
        self.shared = CheckInput("Ein Brief je Haushalt")
        self.shared.setObjectName("letters.shared")
        self.shared.toggled.connect(lambda _: self.look())
        self.kinds = SegmentStrip(KINDS, name="letters.kind")
        self.kinds.setAccessibleName("Was wird gemacht?")
        self.kinds.changed.connect(lambda _: self.follow())
        self.texts = TextPanel()
        self.texts.changed.connect(self.look)
        self.texts.sample_wanted.connect(self.sample)
        self.labels = LabelPanel()
        self.labels.trial_wanted.connect(self.trial)
        self.reason = ReasonFields("letters")
        self.page = RecipientsPage(self._desk, self._noun)
        self.page.looked.connect(self._allow)
        self.warning = label(WARNING, "soft", wrap=True, name="letters.warning")
        for part in (label("An wen?", "soft"), self.extent, self.shared,
                     label("Was wird gemacht?", "soft"), self.kinds, self.texts, self.labels,
                     self.reason):  # fmt: skip
            self.body.addWidget(part)
        if self._noun != "people":
            self.shared.hide()
        self.body.addWidget(self.page, 1)
        self.body.addWidget(self.warning)

    def follow(self) -> None:
        """Show what belongs to the chosen way."""
        kind = self.kinds.current()
        self.texts.setVisible(kind == LETTERS)
        self.labels.setVisible(kind == LABELS)
        self.reason.setVisible(kind.startswith("."))
        self.warning.setVisible(kind.startswith("."))
        self.accept_button.setText(ACTIONS.get(kind, "Liste speichern …"))
        self.look()

    def _allow(self, somebody: bool) -> None:
        self.accept_button.setEnabled(somebody)
        self.accept_button.setToolTip("" if somebody else NOBODY)

    def _wish(self) -> SerialWish | None:
        text = self.texts.chosen()
        if text is None:
            return None
        return SerialWish(
            text.name, self.texts.answers(), self.shared.isChecked(), self.texts.single.isChecked()
        )

    def _letters(self) -> bool:
        wish, desk, (noun, ids, *_) = self._wish(), self._desk, self.page.wanted
        open_one = self.texts.unanswered()
        if wish is None or open_one is not None:
            self.page.say(UNANSWERED if wish else NO_TEXT)
            (open_one or self.texts.text).setFocus()
            return False
        path = (
            desk.files.folder("Ordner für die Briefe")
            if wish.single
            else desk.files.save(
                "Briefe speichern", f"Serienbrief {clock.today():%Y-%m-%d}", ".pdf"
            )
        )
        if path is None:
            return False
        desk.tasks.run_long(
            "Die Briefe werden geschrieben …",
            lambda progress: desk.office.serial_print.write(
                path, ids, wish, noun=noun, progress=progress
            ),
            partial(_tell_run, desk, Done(noun, ids, wish.per_household), self.parentWidget()),
        )
        return True

    def _labels(self) -> bool:
        wish, desk, (noun, ids, shared, _) = self.labels.wish(), self._desk, self.page.wanted
        path = desk.files.save("Etiketten speichern", f"Etiketten {clock.today():%Y-%m-%d}", ".pdf")
        if path is None:
            return False
        desk.tasks.run_long(
            "Die Etiketten werden geschrieben …",
            lambda progress: desk.office.labels.write(
                path, ids, wish, noun=noun, per_household=shared, progress=progress
            ),
            partial(_tell_labels, desk, path),
        )
        return True

    def _list(self) -> bool:
        desk, (noun, ids, shared, _) = self._desk, self.page.wanted
        reason = self.reason.read()
        if reason is None:
            return False
        name = f"Serienbrief-Liste {clock.today():%Y-%m-%d}"
        path = desk.files.save("Serienbrief-Liste speichern", name, self.kinds.current())
        if path is None:
            return False

        def work(progress: Progress) -> int:
            rows = desk.office.serial_letters.write_list(
                ids, path, noun=noun, per_household=shared, progress=progress
            )
            desk.office.export_log.keep("Serienbrief-Liste", path, rows, reason)
            return rows

        desk.tasks.run_long("Die Liste wird geschrieben …", work, partial(_tell, desk, path))
        return True


def _tell_run(desk: Desk, done: Done, parent: QWidget | None, run: SerialRun) -> None:
    def labels() -> None:
        dialog = LetterDialog(desk, done.noun, (), done.ids, parent)
        dialog.shared.setChecked(done.shared)
        dialog.kinds.set_current(LABELS)
        dialog.follow()
        dialog.open()

    files = desk.files
    shown = (
        (Action("Ordner", lambda: files.reveal(run.path)),)
        if run.path.is_dir()
        else paper_actions(files, run.path)
    )
    reached = count(run.reached, *RECORDS[done.noun])
    desk.notices.success(
        f"{count(run.letters, 'Brief ist', 'Briefe sind')} gespeichert und bei {reached} im "
        "Verlauf eingetragen.",
        *shown, Action("Etiketten dazu …", labels),
    )  # fmt: skip


def _tell(desk: Desk, path: Path, rows: int) -> None:
    letters = count(rows, "Brief", "Briefe")
    desk.notices.success(
        f"Die Serienbrief-Liste ist gespeichert ({letters}).", *paper_actions(desk.files, path)
    )


def _tell_labels(desk: Desk, path: Path, rows: int) -> None:
    desk.notices.success(
        f"{count(rows, 'Etikett ist', 'Etiketten sind')} gespeichert. Bitte drucken Sie ohne "
        "Anpassung der Größe („Tatsächliche Größe“).",
        *paper_actions(desk.files, path),
    )
