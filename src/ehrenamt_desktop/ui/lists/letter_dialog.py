"""Serienbrief-Liste: who gets a letter, who shares one, and the file that Word reads."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.letters import Addressee, LetterPlan, household_name
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of, vbox
from ehrenamt_desktop.ui.kit.strips import SegmentStrip, TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput, LineInput
from ehrenamt_desktop.ui.lists.export_dialog import MASKED, WARNING
from ehrenamt_desktop.ui.lists.line_table import LineTable
from ehrenamt_desktop.ui.lists.plan_words import Line

KINDS = ((".xlsx", "Excel"), (".csv", "CSV"))
PARTS = (("letters", "Briefe"), ("refused", "Außen vor"), ("households", "Haushalte"))
HEADINGS = {
    "letters": ("Nr.", "Ort", "Empfänger und Briefanrede"),
    "refused": ("Nr.", "Ergebnis", "Warum nicht?"),
    "households": ("Zahl", "Haushalt", "Wer zusammen wohnt"),
}
NOBODY = "Keine dieser Personen darf einen Serienbrief bekommen."


class Group(NamedTuple):
    """People of one address; `household` is the number of one that is joined."""

    people: tuple[Addressee, ...]
    name: str
    household: int | None = None


class Found(NamedTuple):
    """What the people of a list come to."""

    plan: LetterPlan
    groups: tuple[Group, ...]


class LetterDialog(Dialog):
    """Shows the letters; joins and parts households; writes the list."""

    def __init__(
        self,
        desk: Desk,
        marked: tuple[int, ...],
        shown: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Serienbrief-Liste", parent, name="letters", accept="Liste speichern …", width_em=52
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._ids = {"marked": marked, "shown": shown}
        self._found = Found(LetterPlan((), ()), ())
        self._build_choices(len(marked), len(shown))
        self._build_page()
        self.accept_button.setObjectName("letters.run")
        self.look()

    def ids(self) -> tuple[int, ...]:
        """The people who are looked at."""
        return self._ids[self.extent.current()]

    def look(self) -> None:
        """Look anew who gets a letter."""
        lists, ids, shared = self._desk.office, self.ids(), self.shared.isChecked()
        self._desk.tasks.run(
            Lane.READ,
            lambda: _found(lists.letter_lists.plan(ids, per_household=shared),
                           *lists.letter_lists.households(ids)),
            self._show, key="letters",
        )  # fmt: skip

    def confirm(self) -> None:
        """Ask for the file and write it; while names are blanked, nothing leaves."""
        if privacy.masked():
            self._say(MASKED)
            return
        suffix, desk, ids, shared = (
            self.kinds.current(), self._desk, self.ids(), self.shared.isChecked(),
        )  # fmt: skip
        name = f"Serienbrief-Liste {clock.today():%Y-%m-%d}"
        path = desk.files.save("Serienbrief-Liste speichern", name, suffix)
        if path is None:
            return

        def work(progress: Progress) -> int:
            rows = desk.office.letter_lists.write(
                ids, path, per_household=shared, progress=progress
            )
            desk.office.papers.remember(PaperKind.LIST_EXPORT, "Serienbrief-Liste", path, rows)
            return rows

        desk.tasks.run_long("Die Liste wird geschrieben …", work, partial(_tell, desk, path))
        self.accept()

    def join_or_part(self) -> None:
        """Join the chosen people, or part the chosen household."""
        group = self._group()
        if group is None:
            return
        households, name = self._desk.office.households, self.name.text()
        numbers = [one.id for one in group.people]
        number = group.household
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: (
                households.join(numbers, name) if number is None else households.part(number)
            ),
            lambda _: self.look(), self._refused,
        )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the rows from the start."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.width(), min(theme.em() * 44, room.height() - 6 * theme.GRID))

    def _build_choices(self, marked: int, shown: int) -> None:
        extents = [("shown", f"Alle der Liste ({shown})")]
        if marked:
            extents.insert(0, ("marked", f"Markierte ({marked})"))
        self.extent = SegmentStrip(extents, name="letters.extent")
        self.extent.setAccessibleName("An wen?")
        self.extent.set_current("marked" if marked > 1 else "shown")
        self.extent.changed.connect(lambda _: self.look())
        self.shared = CheckInput("Ein Brief je Haushalt")
        self.shared.setObjectName("letters.shared")
        self.shared.toggled.connect(lambda _: self.look())
        self.kinds = SegmentStrip(KINDS, name="letters.kind")
        self.kinds.setAccessibleName("Art der Datei")
        for part in (label("An wen?", "soft"), self.extent, self.shared,
                     label("Art der Datei", "soft"), self.kinds):  # fmt: skip
            self.body.addWidget(part)

    def _build_page(self) -> None:
        self.counts = label("", "heading", wrap=True, name="letters.counts")
        self.parts = TabStrip(PARTS, name="letters.parts")
        self.parts.changed.connect(lambda _: self._show_part())
        self.table = LineTable("letters.rows", "Briefe")
        self.table.setMinimumHeight(theme.line_height() * 6)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self.name = LineInput()
        self.name.setObjectName("letters.household")
        self.name.setAccessibleName("Name in der Anschrift")
        self.join_button = button("Verbinden", name="letters.join")
        self.join_button.clicked.connect(self.join_or_part)
        row = hbox(self.name, self.join_button)
        row.setStretch(0, 1)
        self.household = QWidget()
        self.household.setLayout(vbox(label_of(self.name, "Name in der Anschrift"), row))
        self.refusal = label("", "error", wrap=True, name="letters.refusal")
        self.refusal.hide()
        warning = label(WARNING, "soft", wrap=True, name="letters.warning")
        column = vbox(self.counts, self.parts, frame, self.household, self.refusal, warning)
        column.setStretch(2, 1)
        self.body.addLayout(column, 1)

    def _show(self, found: Found) -> None:
        self._found = found
        plan = found.plan
        sent = sum(len(one.numbers) for one in plan.letters)
        self.counts.setText(
            f"{count(len(plan.letters), 'Brief', 'Briefe')} an {count(sent, 'Person', 'Personen')}"
            + (f", {len(plan.refused)} außen vor" if plan.refused else "")
        )
        amounts = (len(plan.letters), len(plan.refused), len(found.groups))
        for (key, title), amount in zip(PARTS, amounts, strict=True):
            self.parts.set_title(key, f"{title} {amount}")
        self.accept_button.setEnabled(bool(plan.letters))
        self.accept_button.setToolTip("" if plan.letters else NOBODY)
        self._say("")
        self._show_part()

    def _show_part(self) -> None:
        part = self.parts.current()
        lines = {"letters": _letters, "refused": _refused, "households": _households}[part]
        self.table.setAccessibleName(dict(PARTS)[part])
        self.table.show_lines(HEADINGS[part], lines(self._found, masked=privacy.masked()))
        self._offer()

    def _group(self) -> Group | None:
        row = self.table.currentIndex().row()
        groups = self._found.groups
        there = self.parts.current() == "households" and 0 <= row < len(groups)
        return groups[row] if there else None

    def _offer(self) -> None:
        """Offer to join or to part what is chosen."""
        group = self._group()
        self.household.setVisible(group is not None and not privacy.masked())
        if group is not None:
            joined = group.household is not None
            self.name.setText(group.name)
            self.name.setReadOnly(joined)
            self.join_button.setText("Trennen" if joined else "Verbinden")

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self._say(error.sentence)
        else:
            self._desk.notices.error(error)

    def _say(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))


def _found(
    plan: LetterPlan,
    proposals: list[tuple[Addressee, ...]],
    joined: dict[tuple[int, str], list[Addressee]],
) -> Found:
    groups = [Group(people, household_name(people)) for people in proposals]
    groups += [Group(tuple(people), name, number) for (number, name), people in joined.items()]
    return Found(plan, tuple(groups))


def _letters(found: Found, *, masked: bool) -> list[Line]:
    return [
        Line((", ".join(map(str, one.numbers)), one.city,
              privacy.DOTS if masked else f"{one.name}: {one.greeting}"))
        for one in found.plan.letters
    ]  # fmt: skip


def _refused(found: Found, *, masked: bool) -> list[Line]:
    return [
        Line((str(number), "kein Brief", reason if masked else f"{name}: {reason}"), Tone.LATE)
        for number, name, reason in found.plan.refused
    ]


def _households(found: Found, *, masked: bool) -> list[Line]:
    return [_household(group, masked=masked) for group in found.groups]


def _household(group: Group, *, masked: bool) -> Line:
    names = ", ".join(one.name for one in group.people)
    first = group.people[0]
    words = privacy.DOTS if masked else f"{names} – {first.street}, {first.city}"
    state = ("verbunden", Tone.GOOD) if group.household is not None else ("möglich", Tone.SOFT)
    return Line((str(len(group.people)), state[0], words), state[1])


def _tell(desk: Desk, path: Path, rows: int) -> None:
    letters = count(rows, "Brief", "Briefe")
    desk.notices.success(
        f"Die Serienbrief-Liste ist gespeichert ({letters}).", *paper_actions(desk.files, path)
    )
