"""The dialogs that ask what a new paper is about; they give values and make nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.fields import DateEditor, InputError
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

ALL_PLACES = "Alle Orte"
ALL_MUNICIPALITIES = "Alle Gemeinden"


class BoardDialog(Dialog):
    """For which place is the sheet? Only places with offers are named."""

    def __init__(self, places: Sequence[PlaceRow], parent: QWidget | None = None) -> None:
        super().__init__("Aushang drucken", parent, name="board", accept="Weiter …", width_em=30)
        self._places: list[PlaceRow | None] = [None, *places]
        self.box = ChoiceInput()
        self.box.setObjectName("board.place")
        self.box.setAccessibleName("Ortsteil")
        for place in self._places:
            self.box.addItem(ALL_PLACES if place is None else place.label)
        if places:
            self.box.setCurrentIndex(1)
        self.body.addWidget(label_of(self.box, "Ortsteil"))
        self.body.addWidget(self.box)
        self.body.addWidget(
            label(
                "Zur Wahl stehen die Orte mit offenen Angeboten. Ein Blatt mit wenigen Angeboten "
                "wird mit denen der Nachbarorte gefüllt.",
                "small",
                wrap=True,
            )
        )
        self.body.addStretch(1)
        self.box.setFocus()

    def place(self) -> PlaceRow | None:
        """The chosen place; None means all."""
        return self._places[self.box.currentIndex()]

    def choose(self, place_id: int | None) -> None:
        """Choose a place by its number."""
        for number, place in enumerate(self._places):
            if (place.id if place else None) == place_id:
                self.box.setCurrentIndex(number)


class PeriodDialog(Dialog):
    """For which period and municipality is the council list? Half-years stand ready."""

    def __init__(
        self, today: dt.date, municipalities: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("Gremienliste", parent, name="council", accept="Weiter …", width_em=30)
        self.start = DateEditor(Limit(required=True, optional=False))
        self.end = DateEditor(Limit(required=True, optional=False))
        self.start.set_names("council.start", "Von")
        self.end.set_names("council.end", "Bis")
        flow = FlowLayout()
        for words, start, end in usual_periods(today):
            one = button(words, name=f"council.period.{start:%Y%m%d}")
            one.clicked.connect(lambda _=False, a=start, b=end: self._set(a, b))
            flow.addWidget(one)
        self.problem = label("", "error", wrap=True, name="council.problem")
        self.problem.hide()
        self.body.addWidget(label("Zeitraum", "soft"))
        self.body.addLayout(flow)
        fields = (label_of(self.start.input, "von"), self.start, label_of(self.end.input, "bis"))
        self.body.addLayout(hbox(*fields, self.end))
        self.body.addWidget(self.problem)
        self.box = ChoiceInput()
        self.box.setObjectName("council.municipality")
        self.box.setAccessibleName("Gemeinde")
        for name in (ALL_MUNICIPALITIES, *municipalities):
            self.box.addItem(name)
        self.body.addWidget(label_of(self.box, "Gemeinde"))
        self.body.addWidget(self.box)
        self.body.addStretch(1)
        _, first, last = usual_periods(today)[0]
        self._set(first, last)

    def period(self) -> tuple[dt.date, dt.date]:
        """First and last day.

        Raises:
            InputError: a date is missing or wrong, or the end lies before the start.
        """
        start, end = self.start.value(), self.end.value()
        if not isinstance(start, dt.date) or not isinstance(end, dt.date):
            raise InputError("Bitte geben Sie Beginn und Ende des Zeitraums ein.")
        if end < start:
            raise InputError("Das Ende liegt vor dem Beginn.")
        return start, end

    def municipality(self) -> str:
        """The chosen municipality; empty means all."""
        return self.box.currentText() if self.box.currentIndex() > 0 else ""

    def confirm(self) -> None:
        """Close when the period is one."""
        try:
            self.period()
        except InputError as error:
            self.problem.setText(error.sentence)
            self.problem.show()
            for one in (self.start, self.end):
                one.input.setAccessibleDescription(error.sentence)
            return
        self.accept()

    def _set(self, start: dt.date, end: dt.date) -> None:
        self.start.set_value(start)
        self.end.set_value(end)


def usual_periods(today: dt.date) -> list[tuple[str, dt.date, dt.date]]:
    """This half-year, the one before, this year, last year: words, first and last day."""
    first = dt.date(today.year, 1 if today.month <= 6 else 7, 1)
    before = dt.date(first.year if first.month == 7 else first.year - 1,
                     1 if first.month == 7 else 7, 1)  # fmt: skip
    return [
        (_half(first), first, _half_end(first)),
        (_half(before), before, _half_end(before)),
        (str(today.year), dt.date(today.year, 1, 1), dt.date(today.year, 12, 31)),
        (str(today.year - 1), dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31)),
    ]


def _half(first: dt.date) -> str:
    return f"{1 if first.month == 1 else 2}. Halbjahr {first.year}"


def _half_end(first: dt.date) -> dt.date:
    return dt.date(first.year, 6, 30) if first.month == 1 else dt.date(first.year, 12, 31)
