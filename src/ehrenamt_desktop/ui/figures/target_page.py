"""Jahresziele: what each figure is to reach in a year, in all or in one municipality."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.figure_rows import Block, Unit
from ehrenamt_desktop.model.figures import FIGURES, Definition
from ehrenamt_desktop.model.money import TargetRow
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of, scroll, vbox
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

NAME = "figures.targets"
ALL = "Alle Gemeinden"
_UNITS = {Unit.SHARE: "%", Unit.DAYS: "Tage", Unit.HOURS: "Std.", Unit.EURO: "€", Unit.COUNT: ""}
MEANING = (
    "Ziele stehen in der Auswertung und in den Berichten neben den Zahlen. Ein leeres Feld heißt: "
    "kein Ziel."
)

LOSE = "Die eingetragenen Ziele sind noch nicht gespeichert. Sollen sie verworfen werden?"


class TargetPage(QWidget):
    """Year and municipality above, a field for each figure below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[str, object] = {}
        year = clock.today().year
        self.year = _choice("Jahr", "year", [str(one) for one in range(year + 1, year - 3, -1)])
        self.year.setCurrentIndex(1)
        self.town = _choice("Gemeinde", "town", [ALL])
        self.save_button = button("Ziele speichern", name=f"{NAME}.save", primary=True)
        self._room = vbox()
        self._form: RecordForm | None = None
        years = vbox(label_of(self.year, "Jahr"), self.year)
        towns = vbox(label_of(self.town, "Gemeinde"), self.town)
        head = hbox(years, towns, 0, self.save_button, gap=16)
        head.setStretch(2, 1)
        head.setAlignment(self.save_button, Qt.AlignmentFlag.AlignBottom)
        column = vbox(label(MEANING, "soft", wrap=True), head, self._room)
        column.setStretch(2, 1)
        self.setLayout(column)
        self._chosen = (self.year.currentIndex(), self.town.currentIndex())
        self.year.activated.connect(lambda _: self._turn())
        self.town.activated.connect(lambda _: self._turn())
        self.save_button.clicked.connect(self.save)

    @property
    def form(self) -> RecordForm:
        """The fields; made when they are first looked at."""
        if self._form is None:
            self._form = _form()
            self._room.addWidget(scroll(self._form))
        return self._form

    def look(self) -> None:
        """Show the targets of the chosen year and municipality."""
        year = int(self.year.currentText())
        self._desk.tasks.run(Lane.READ, lambda: self._desk.office.money.targets(year), self._show)

    def save(self) -> None:
        """Keep what stands in the fields."""
        values = self.form.submit()
        if values is None:
            return
        year, town = int(self.year.currentText()), self._town()
        wanted = {key: _stored(key, values[key]) for key in self._kept}
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.money.set_targets(year, wanted, town),
            partial(self._saved, year, town),
            lambda error: self.form.refuse(error, self._desk.notices),
        )

    def is_dirty(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._form is not None and self._form.is_dirty()

    def focus_search(self) -> None:
        """Go to the year."""
        self.year.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The fields."""
        self._open()
        yield "jahresziele", self

    def showEvent(self, event: QShowEvent) -> None:
        """Show this year when the page is first looked at."""
        super().showEvent(event)
        if self._form is None:
            self._open()

    def _turn(self) -> None:
        """Show another year or municipality, unless something typed would be lost."""
        if self.is_dirty() and not self._desk.notices.ask(LOSE, "Verwerfen"):
            self.year.setCurrentIndex(self._chosen[0])
            self.town.setCurrentIndex(self._chosen[1])
            return
        self._chosen = (self.year.currentIndex(), self.town.currentIndex())
        self.look()

    def _open(self) -> None:
        self._desk.tasks.run(Lane.READ, self._desk.office.lists.municipalities, self._fill_towns)
        self.look()

    def _fill_towns(self, towns: tuple[str, ...]) -> None:
        if self.town.count() == 1:
            self.town.addItems(list(towns))

    def _town(self) -> str:
        return self.town.currentText() if self.town.currentIndex() > 0 else ""

    def _show(self, rows: tuple[TargetRow, ...]) -> None:
        kept = {one.figure: one.value for one in rows if one.municipality == self._town()}
        self._kept = {one.key: _typed(one, kept.get(one.key)) for one in FIGURES}
        self.form.load(self._kept)

    def _saved(self, year: int, town: str, _: object) -> None:
        self.form.settle()
        self._desk.notices.success(f"Die Ziele {year} für {town or 'alle Gemeinden'} gelten.")


def _choice(words: str, name: str, entries: list[str]) -> ChoiceInput:
    made = ChoiceInput()
    made.setObjectName(f"{NAME}.{name}")
    made.setAccessibleName(words)
    made.addItems(entries)
    return made


def _form() -> RecordForm:
    specs = [
        FieldSpec(one.key, one.heading, FieldKind.NUMBER, group=one.block.label,
                  unit=_UNITS[one.unit])
        for one in FIGURES
    ]  # fmt: skip
    groups = [FieldGroup(one.label) for one in Block]
    return RecordForm("", specs, Vocabulary(), name="target", groups=groups)


def _typed(figure: Definition, value: float | None) -> float | None:
    """As it stands in the field: shares in per cent."""
    if value is None or figure.unit is not Unit.SHARE:
        return value
    return round(value * 100, 2)


def _stored(key: str, value: object) -> float | None:
    if not isinstance(value, (int, float)):
        return None
    share = next(one for one in FIGURES if one.key == key).unit is Unit.SHARE
    return value / 100 if share else float(value)
