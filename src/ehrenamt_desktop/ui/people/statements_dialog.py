"""Aussagen: a talk with somebody young begins with plain statements, which fill the wishes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.enums import StatementAnswer
from ehrenamt_desktop.model.statements import Reply, Statement, wishes
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, label
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput

NAME = "statements"
TITLE = "Aussagen"
PAPER = "Aussagen für junge Leute"
ABOUT = (
    "Lesen Sie die Sätze gemeinsam, oder tragen Sie das Blatt ein. Was stimmt, wird zum Interesse; "
    "„stimmt nicht“ schließt nichts aus. Der Rest ergibt sich im Gespräch."
)
NOTHING_YET = "Noch keine. Wählen Sie „stimmt“ bei einem Satz."
CHOICES = tuple((one.value, one.label) for one in StatementAnswer)


class Found(NamedTuple):
    """What the dialog begins with."""

    statements: tuple[Statement, ...]
    said: dict[str, Reply]


class StatementRow(QWidget):
    """One sentence with its answers."""

    changed = Signal()

    def __init__(self, statement: Statement, said: Reply | None) -> None:
        super().__init__()
        self.key = statement.key
        name = f"{NAME}.{statement.key}"
        self.answer = SegmentStrip(CHOICES, name=name)
        self.answer.setAccessibleName(statement.text)
        self.twice = CheckInput("zählt doppelt")
        self.twice.setObjectName(f"{name}.twice")
        self.twice.setAccessibleName(f"Zählt doppelt: {statement.text}")
        self.answer.set_current((said.answer if said else StatementAnswer.SKIPPED).value)
        self.twice.setChecked(said is not None and said.doubled)
        line = FlowLayout()
        line.addWidget(self.answer)
        line.addWidget(self.twice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GRID)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(label(statement.text, "strong", wrap=True))
        column.addLayout(line)
        self.answer.changed.connect(lambda _: self._follow())
        self.twice.toggled.connect(lambda _: self.changed.emit())
        self._follow()

    def reply(self) -> Reply:
        """What is chosen."""
        return Reply(StatementAnswer(self.answer.current()), self.twice.isChecked())

    def _follow(self) -> None:
        """Nothing counts twice that was not answered."""
        skipped = self.answer.current() == StatementAnswer.SKIPPED.value
        if skipped:
            self.twice.setChecked(False)
        self.twice.setEnabled(not skipped)
        self.changed.emit()


class StatementsDialog(Dialog):
    """Reads the statements, opens, keeps the answers with the wishes that follow."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, name=NAME, accept="Übernehmen", width_em=52)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._person = desk, person_id
        self._statements: tuple[Statement, ...] = ()
        self._left_out: set[int] = set()
        self.rows: list[StatementRow] = []
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        self._sentences = QVBoxLayout()
        self.wishes = QVBoxLayout()
        self.wishes.setSpacing(theme.GRID // 2)
        sheet = button("Als Blatt drucken …", name=f"{NAME}.print", icon="print")
        sheet.clicked.connect(self.print_sheet)
        self.buttons.insertWidget(0, sheet)
        self.body.addWidget(label(ABOUT, "soft", wrap=True))
        self.body.addLayout(self._sentences)
        self.body.addWidget(label("Daraus werden Interessen", "heading"))
        self.body.addLayout(self.wishes)
        self.body.addWidget(self.problem)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read statements and what was said before, then open."""
        self._desk.tasks.run(Lane.WRITE, self._read, self._begin)

    def confirm(self) -> None:
        """Keep what was said."""
        replies = {one.key: one.reply() for one in self.rows}
        office, person, left_out = self._desk.office, self._person, frozenset(self._left_out)
        self._desk.tasks.run(
            Lane.WRITE, lambda: office.statements.save(person, replies, left_out), self._kept,
            self._refuse,
        )  # fmt: skip

    def print_sheet(self) -> None:
        """Ask for a file and write the page without a name."""
        print_statements(self._desk, lambda _: None)

    def _read(self) -> Found:
        """On the write lane, which imports the service."""
        service = self._desk.office.statements
        return Found(service.listed(), service.said(self._person))

    def _begin(self, found: Found) -> None:
        self._statements = found.statements
        for one in found.statements:
            row = StatementRow(one, found.said.get(one.key))
            row.changed.connect(self._follow)
            self.rows.append(row)
            self._sentences.addWidget(row)
        self._follow()
        self.show()

    def _follow(self) -> None:
        """Show which interests follow; one that is not wanted can be taken out."""
        self.problem.hide()
        words = {
            number: text
            for one in self._statements
            for number, text in zip(one.terms, one.words, strict=True)
        }
        clear_layout(self.wishes)
        found = wishes(self._statements, {one.key: one.reply() for one in self.rows})
        for number in found:
            box = CheckInput(words[number])
            box.setObjectName(f"{NAME}.wish.{number}")
            box.setChecked(number not in self._left_out)
            box.toggled.connect(lambda on, number=number: self._take(number, on=on))
            self.wishes.addWidget(box)
        if not found:
            self.wishes.addWidget(label(NOTHING_YET, "soft", wrap=True))

    def _take(self, number: int, *, on: bool) -> None:
        if on:
            self._left_out.discard(number)
        else:
            self._left_out.add(number)

    def _kept(self, added: int) -> None:
        self.accept()
        more = count(added, "neues Interesse", "neue Interessen") if added else "nichts Neues"
        self._desk.notices.success(f"Die Antworten sind festgehalten: {more} im Profil.")

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, EhrenamtError):
            self._desk.notices.error(error)
            return
        self.problem.setText(error.sentence)
        self.problem.show()


def print_statements(desk: Desk, made: Callable[[int], object]) -> None:
    """Ask for a file, write the page of statements and offer to look at it; `made` is told."""
    path = desk.files.save("Blatt speichern", PAPER, ".pdf")
    if path is None:
        return

    def done(number: int) -> None:
        made(number)
        desk.notices.success("Das Blatt ist fertig.", *paper_actions(desk.files, path))

    desk.tasks.run(Lane.WRITE, lambda: desk.office.statements.write(path), done)
