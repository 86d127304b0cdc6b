"""A period: first and last day, with the usual half-years and years ready to be chosen."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.ui.kit.fields import DateEditor, InputError
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of, vbox


class PeriodFields(QWidget):
    """Two dates, and a button for each usual period."""

    chosen = Signal()
    """A usual period was chosen."""

    def __init__(self, today: dt.date, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = DateEditor(Limit(required=True, optional=False))
        self.end = DateEditor(Limit(required=True, optional=False))
        self.start.set_names(f"{name}.start", "Von")
        self.end.set_names(f"{name}.end", "Bis")
        flow = FlowLayout()
        for words, start, end in usual_periods(today):
            one = button(words, name=f"{name}.period.{start:%Y%m%d}")
            one.clicked.connect(lambda _=False, a=start, b=end: self._choose(a, b))
            flow.addWidget(one)
        self.problem = label("", "error", wrap=True, name=f"{name}.problem")
        self.problem.hide()
        fields = (label_of(self.start.input, "von"), self.start, label_of(self.end.input, "bis"))
        self.setLayout(vbox(label("Zeitraum", "soft"), flow, hbox(*fields, self.end), self.problem))
        _, first, last = usual_periods(today)[0]
        self.set_period(first, last)

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

    def read(self) -> tuple[dt.date, dt.date] | None:
        """First and last day; None, and what is wrong is said below, if they are no period."""
        try:
            found = self.period()
        except InputError as error:
            self._say(error.sentence)
            return None
        self._say("")
        return found

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        for one in (self.start, self.end):
            one.input.setAccessibleDescription(sentence)

    def _choose(self, start: dt.date, end: dt.date) -> None:
        self.set_period(start, end)
        self.chosen.emit()

    def set_period(self, start: dt.date, end: dt.date) -> None:
        """Show a period."""
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
