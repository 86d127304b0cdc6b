"""E-Mail an mehrere: who gets one, in which batches, and the three ways into a mail program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.errors import BadFile, EhrenamtError
from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.group_mail import (
    BATCH,
    LARGEST_BATCH,
    GroupMessage,
    MailAddress,
    MailPlan,
    as_text,
)
from ehrenamt_desktop.model.letters import reasons_of
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import kept_layouts, privacy, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import button, label, label_of
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import BlockInput, CheckInput, LineInput
from ehrenamt_desktop.ui.lists.extent_strip import ExtentStrip
from ehrenamt_desktop.ui.lists.line_table import LineTable
from ehrenamt_desktop.ui.lists.plan_words import Line

KEPT = "mail.batch"
PARTS = (("batches", "Sendungen"), ("refused", "Außen vor"))
HEADINGS = {
    "batches": ("Nr.", "Stand", "Adressen"),
    "refused": ("Nr.", "Ergebnis", "Warum nicht?"),
}
MASKED = (
    "Der Sichtschutz ist an. Die Adressen stünden offen: Bitte schalten Sie ihn erst mit F8 aus."
)
HINT = (
    "Alle Adressen stehen im Feld „Bcc“: Niemand sieht die der anderen. "
    "Gesendet wird aus Ihrem E-Mail-Programm."
)
TOO_LONG = (
    "Für einen Aufruf sind es zu viele Adressen. Bitte wählen Sie weniger je Sendung, „Adressen "
    "kopieren“ oder „Als Dateien speichern …“."
)
WRONG_SIZE = f"Bitte tragen Sie eine Zahl von 1 bis {LARGEST_BATCH} ein."


class MailDialog(Dialog):
    """Shows the batches; copies, opens or saves them; remembers whom a message went to."""

    def __init__(
        self,
        desk: Desk,
        noun: str,
        marked: tuple[int, ...],
        shown: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "E-Mail an mehrere", parent, name="mail", accept="Adressen kopieren",
            cancel="Schließen", width_em=48,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._noun = desk, noun
        self._ids = {"marked": marked, "shown": shown}
        self._plan = MailPlan((), ())
        self._done: dict[int, str] = {}
        self._build(len(marked), len(shown))
        self.accept_button.setObjectName("mail.copy")
        self.look()

    def look(self) -> None:
        """Look anew who gets an e-mail."""
        mail, ids, noun = self._desk.office, self._ids[self.extent.current()], self._noun
        self._desk.tasks.run(
            Lane.READ, lambda: mail.group_mail.plan(ids, noun=noun), self._show, key="mail"
        )

    def confirm(self) -> None:
        """Copy the addresses of the chosen batch; the dialog stays for the next one."""
        batch = self._batch()
        if batch:
            QApplication.clipboard().setText(as_text(batch))
            self._finish("kopiert", batch)

    def open_draft(self) -> None:
        """Open the mail program with the chosen batch."""
        batch, number = self._batch(), self._number()
        if not batch:
            return
        desk, plan, message, size = self._desk, self._plan, self._message(), self._size()

        def opened(link: str) -> None:
            if not link:
                self._say(TOO_LONG)
                return
            try:
                desk.files.mail(link)
            except BadFile as error:
                self._say(error.sentence)
            else:
                self._finish("geöffnet", batch)

        desk.tasks.run(
            Lane.READ, lambda: desk.office.group_mail.link(plan, message, size, number), opened,
            self._refused,
        )  # fmt: skip

    def save(self) -> None:
        """Write a draft file for each batch."""
        if not self._batch():
            return
        desk, plan, message, size = self._desk, self._plan, self._message(), self._size()
        folder = desk.files.folder("Ordner für die Entwürfe")
        if folder is None:
            return

        def saved(path: Path) -> None:
            batches = plan.batches(size)
            fresh = [one for number, one in enumerate(batches) if number not in self._done]
            self._note(tuple(address for batch in fresh for address in batch))
            self._done |= dict.fromkeys(range(len(batches)), "gespeichert")
            show = Action("Ordner", lambda: desk.files.reveal(path))
            words = count(len(batches), "Entwurf ist", "Entwürfe sind")
            desk.notices.success(f"{words} gespeichert.", show)
            self._show_part()

        desk.tasks.run(
            Lane.WRITE, lambda: desk.office.group_mail.write(folder, plan, message, size), saved,
            self._refused,
        )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the rows from the start."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.width(), min(theme.em() * 44, room.height() - 6 * theme.GRID))

    def _build(self, marked: int, shown: int) -> None:
        self.extent = ExtentStrip(marked, shown, "An wen?", "mail.extent")
        self.extent.changed.connect(lambda _: self.look())
        self.subject, self.amount = LineInput(), LineInput()
        self.subject.setObjectName("mail.subject")
        self.subject.setMaxLength(200)
        self.words = BlockInput(4)
        self.words.setObjectName("mail.words")
        self.amount.setObjectName("mail.size")
        self.amount.setMaxLength(3)
        self.amount.setMaximumWidth(self.amount.fontMetrics().averageCharWidth() * 16)
        self.amount.setText(kept_layouts.kept_text(KEPT) or str(BATCH))
        self._kept_size = self._size()
        self.amount.editingFinished.connect(self._keep_size)
        self.noted = CheckInput("Bei jeder und jedem in den Verlauf eintragen")
        self.noted.setObjectName("mail.noted")
        self.noted.setChecked(True)
        for part in (label("An wen?", "soft"), self.extent,
                     label_of(self.subject, "Betreff"), self.subject,
                     label_of(self.words, "Text (kann leer bleiben)"), self.words,
                     label_of(self.amount, "Adressen je Sendung"), self.amount,
                     self.noted):  # fmt: skip
            self.body.addWidget(part)
        self._build_batches()

    def _build_batches(self) -> None:
        self.counts = label("", "heading", wrap=True, name="mail.counts")
        self.parts = TabStrip(PARTS, name="mail.parts")
        self.parts.changed.connect(lambda _: self._show_part())
        self.table = LineTable("mail.rows", "Sendungen")
        self.table.setMinimumHeight(theme.line_height() * 4)
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self.open_button = button("E-Mail-Programm öffnen", name="mail.open", icon="mail")
        self.open_button.clicked.connect(self.open_draft)
        self.save_button = button("Als Dateien speichern …", name="mail.save")
        self.save_button.clicked.connect(self.save)
        flow = FlowLayout()
        flow.addWidget(self.open_button)
        flow.addWidget(self.save_button)
        self.refusal = label("", "error", wrap=True, name="mail.refusal")
        self.refusal.hide()
        self.reasons = label("", "soft", wrap=True, name="mail.reasons")
        for part in (self.counts, self.reasons, self.parts):
            self.body.addWidget(part)
        self.body.addWidget(frame, 1)
        self.body.addLayout(flow)
        self.body.addWidget(self.refusal)
        self.body.addWidget(label(HINT, "soft", wrap=True, name="mail.hint"))

    def _show(self, plan: MailPlan) -> None:
        self._plan = plan
        self._done.clear()
        some = bool(plan.addresses)
        left = f", {len(plan.refused)} außen vor" if plan.refused else ""
        self.counts.setText(f"{count(len(plan.addresses), 'Adresse', 'Adressen')}{left}")
        self.reasons.setText(reasons_of(plan.refused))
        for one in (self.accept_button, self.open_button, self.save_button):
            one.setEnabled(some)
        self._say("")
        self._show_part()

    def _show_part(self) -> None:
        part, row = self.parts.current(), self.table.currentIndex().row()
        batches = self._plan.batches(self._size())
        for (key, title), amount in zip(
            PARTS, (len(batches), len(self._plan.refused)), strict=True
        ):
            self.parts.set_title(key, f"{title} {amount}")
        lines = (
            [_batch_line(number, one, self._done.get(number, ""), masked=privacy.masked())
             for number, one in enumerate(batches)]
            if part == "batches"
            else [_refused_line(*one, masked=privacy.masked()) for one in self._plan.refused]
        )  # fmt: skip
        self.table.setAccessibleName(dict(PARTS)[part])
        self.table.show_lines(HEADINGS[part], lines)
        if lines:
            self.table.selectRow(min(max(0, row), len(lines) - 1))

    def _number(self) -> int:
        """The chosen batch; the first that is not done yet where none can be chosen."""
        row = self.table.currentIndex().row()
        if self.parts.current() == "batches" and row >= 0:
            return row
        return next((one for one in range(len(self._plan.batches(self._size())))
                     if one not in self._done), 0)  # fmt: skip

    def _batch(self) -> tuple[MailAddress, ...]:
        """The addresses of the chosen batch; none while names are blanked."""
        if privacy.masked():
            self._say(MASKED)
            return ()
        if not self._size_read():
            self._say(WRONG_SIZE)
            return ()
        batches = self._plan.batches(self._size())
        return batches[min(self._number(), len(batches) - 1)] if batches else ()

    def _finish(self, state: str, batch: tuple[MailAddress, ...]) -> None:
        number = self._number()
        fresh = number not in self._done
        self._done[number] = state
        if fresh:
            self._note(batch)
        self._say("")
        self._show_part()
        if number + 1 < self.table.model().rowCount() and self.parts.current() == "batches":
            self.table.selectRow(number + 1)

    def _note(self, addresses: tuple[MailAddress, ...]) -> None:
        if addresses and self.noted.isChecked():
            desk, message, noun = self._desk, self._message(), self._noun
            desk.tasks.run(
                Lane.WRITE, lambda: desk.office.group_mail.note(addresses, message, noun=noun),
                lambda _: None, self._refused,
            )  # fmt: skip

    def _size_read(self) -> int:
        typed = self.amount.text().strip()
        good = typed.isascii() and typed.isdigit() and 1 <= int(typed) <= LARGEST_BATCH
        return int(typed) if good else 0

    def _size(self) -> int:
        return self._size_read() or BATCH

    def _keep_size(self) -> None:
        if self._size_read() == self._kept_size:
            return
        if self._size_read():
            self._kept_size = self._size()
            kept_layouts.keep_text(KEPT, str(self._kept_size))
            self._done.clear()
            self._say("")
        else:
            self._say(WRONG_SIZE)
        self._show_part()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self._say(error.sentence)
        else:
            self._desk.notices.error(error)

    def _say(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _message(self) -> GroupMessage:
        return GroupMessage(self.subject.text(), self.words.toPlainText())


def _batch_line(number: int, batch: tuple[MailAddress, ...], state: str, *, masked: bool) -> Line:
    words = count(len(batch), "Adresse", "Adressen")
    shown = privacy.DOTS if masked else ", ".join(one.email for one in batch[:3])
    more = " …" if len(batch) > 3 else ""
    tone = Tone.GOOD if state else Tone.SOFT
    return Line((str(number + 1), state or "offen", f"{words}: {shown}{more}"), tone)


def _refused_line(number: int, name: str, reason: str, *, masked: bool) -> Line:
    return Line((str(number), "keine E-Mail", reason if masked else f"{name}: {reason}"), Tone.LATE)
