"""Who gets a letter, who does not and why, who shares one: the same look for every way out."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.letters import Addressee, LetterPlan, household_name
from ehrenamt_desktop.model.serial import SerialWish
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of, vbox
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import LineInput
from ehrenamt_desktop.ui.lists.line_table import LineTable
from ehrenamt_desktop.ui.lists.plan_words import Line

PARTS = (("letters", "Briefe"), ("refused", "Außen vor"), ("households", "Haushalte"))
HEADINGS = {
    "letters": ("Nr.", "PLZ und Ort", "Empfänger und Briefanrede"),
    "refused": ("Nr.", "Ergebnis", "Warum nicht?"),
    "households": ("Zahl", "Haushalt", "Wer zusammen wohnt"),
}
RECORDS = {"people": ("Person", "Personen"), "initiatives": ("Initiative", "Initiativen")}


class Group(NamedTuple):
    """People of one address; `household` is the number of one that is joined."""

    people: tuple[Addressee, ...]
    name: str
    household: int | None = None


class Found(NamedTuple):
    """What the records of a list come to."""

    plan: LetterPlan
    groups: tuple[Group, ...]


class Recipients(NamedTuple):
    """Whose letters are meant; with the name of a text those that its words allow."""

    noun: str
    ids: tuple[int, ...]
    shared: bool
    text: str = ""


class RecipientsPage(QWidget):
    """Shows the letters; joins and parts households."""

    looked = Signal(bool)
    """Somebody gets a letter, or nobody does."""

    def __init__(self, desk: Desk, noun: str) -> None:
        super().__init__()
        self._desk = desk
        self.wanted = Recipients(noun, (), shared=False)
        self._found = Found(LetterPlan((), ()), ())
        self._build()

    @property
    def plan(self) -> LetterPlan:
        """The letters that are shown."""
        return self._found.plan

    def look(self, wanted: Recipients | None = None) -> None:
        """Look anew who gets a letter."""
        self.wanted = wanted or self.wanted
        office, (noun, ids, shared, text) = self._desk.office, self.wanted

        def work() -> Found:
            letters = office.serial_letters
            if text:
                wish = SerialWish(text, per_household=shared)
                plan = office.serial_print.plan(ids, wish, noun=noun)
            else:
                plan = letters.plan(ids, noun=noun, per_household=shared)
            return _found(plan, *(letters.households(ids) if noun == "people" else ([], {})))

        self._desk.tasks.run(Lane.READ, work, self._show, key="letters")

    def say(self, sentence: str) -> None:
        """Say what stands in the way; nothing takes the sentence away."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def refuse(self, error: Exception) -> None:
        """Say a sentence of the rules here, anything else where bugs are told."""
        if isinstance(error, EhrenamtError):
            self.say(error.sentence)
        else:
            self._desk.notices.error(error)

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
            lambda _: self.look(), self.refuse,
        )  # fmt: skip

    def _build(self) -> None:
        self.counts = label("", "heading", wrap=True, name="letters.counts")
        self.parts = TabStrip(
            [one for one in PARTS if self.wanted.noun == "people" or one[0] != "households"],
            name="letters.parts",
        )
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
        self.reasons = label("", "soft", wrap=True, name="letters.reasons")
        column = vbox(self.counts, self.reasons, self.parts, frame, self.household, self.refusal)
        column.setStretch(3, 1)
        self.setLayout(column)

    def _show(self, found: Found) -> None:
        self._found = found
        plan, one_many = found.plan, RECORDS[self.wanted.noun]
        sent = sum(len(one.numbers) for one in plan.letters)
        self.counts.setText(
            f"{count(len(plan.letters), 'Brief', 'Briefe')} an {count(sent, *one_many)}"
            + (f", {len(plan.refused)} außen vor" if plan.refused else "")
        )
        self.reasons.setText(plan.reasons)
        amounts = (len(plan.letters), len(plan.refused), len(found.groups))
        for (key, title), amount in zip(PARTS, amounts, strict=True):
            if key != "households" or self.wanted.noun == "people":
                self.parts.set_title(key, f"{title} {amount}")
        self.say("")
        self.looked.emit(bool(plan.letters))
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
        Line((", ".join(map(str, one.numbers)), f"{one.postcode} {one.city}",
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
