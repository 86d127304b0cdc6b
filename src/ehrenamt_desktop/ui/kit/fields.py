"""Editors of plain values: what is shown, what comes out, what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import label, restyle
from ehrenamt_desktop.ui.kit.text_inputs import BlockInput, CheckInput, ChoiceInput, LineInput

UNKNOWN = "–"
"""What an empty choice shows."""


class InputError(ValueError):
    """What was typed is no value; the German sentence stands under the field."""

    @property
    def sentence(self) -> str:
        """The German sentence."""
        return str(self.args[0])


class Editor(QWidget):
    """Base of all editors. `set_value` does not emit `changed`; typing does.

    `implies` tells values of other fields that follow from what was typed here, by key.
    """

    changed = Signal()
    implies = Signal(object)

    def __init__(self, limit: Limit) -> None:
        super().__init__()
        self.limit = limit
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.GRID)
        self.input: QWidget = self

    def value(self) -> object:
        """The present value.

        Raises:
            InputError: what was typed is no value.
        """
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value; raw values of the store are understood."""
        raise NotImplementedError

    def take_input(self, widget: QWidget, *, stretch: int = 1) -> None:
        """Make `widget` the part that gets focus, name and the mark of an error."""
        self.input = widget
        self.row.addWidget(widget, stretch)
        self.setFocusProxy(widget)

    def tell(self, *_: object) -> None:
        """Emit `changed`, whatever the input's own signal carries."""
        self.changed.emit()

    def set_names(self, name: str, spoken: str) -> None:
        """Set object name and accessible name of the part that gets the focus."""
        self.setObjectName(f"{name}.editor")
        self.input.setObjectName(name)
        self.input.setAccessibleName(spoken)

    def mark_wrong(self, wrong: bool) -> None:
        """Show or take away the mark of an error."""
        self.input.setProperty("wrong", "true" if wrong else "false")
        restyle(self.input)


class LineEditor(Editor):
    """One line; an empty one is None where the draft allows it, else empty text."""

    def __init__(self, limit: Limit, unit: str = "") -> None:
        super().__init__(limit)
        self.line = LineInput()
        if limit.max_length:
            self.line.setMaxLength(limit.max_length)
        self.take_input(self.line)
        if unit:
            self.row.addWidget(label(unit, "soft"))
            self.line.setMaximumWidth(theme.em() * 9)
            self.row.addStretch(1)
        self.line.textEdited.connect(self.tell)

    def value(self) -> object:
        """The text without blanks at its ends."""
        return self.typed() or (None if self.limit.optional else "")

    def set_value(self, value: object) -> None:
        """Show a text."""
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def typed(self) -> str:
        """What was typed."""
        return self.line.text().strip()


class BlockEditor(Editor):
    """Several lines."""

    def __init__(self, limit: Limit, lines: int = 3) -> None:
        super().__init__(limit)
        self.block = BlockInput(lines)
        self.take_input(self.block)
        self._silent = False
        self.block.textChanged.connect(self._tell)

    def value(self) -> object:
        """The text.

        Raises:
            InputError: it is too long.
        """
        typed = self.block.toPlainText().strip()
        longest = self.limit.max_length
        if longest and len(typed) > longest:
            raise InputError(f"Bitte kürzen Sie den Text auf höchstens {longest} Zeichen.")
        return typed or (None if self.limit.optional else "")

    def set_value(self, value: object) -> None:
        """Show a text."""
        self._silent = True
        self.block.setPlainText("" if value is None else str(value))
        self._silent = False

    def _tell(self) -> None:
        if not self._silent:
            self.changed.emit()


class DateEditor(LineEditor):
    """A date typed the German way; `heute` and `morgen` are understood."""

    FORM = "Bitte geben Sie ein Datum in der Form TT.MM.JJJJ ein."

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.line.setPlaceholderText("TT.MM.JJJJ")
        self.line.setMinimumWidth(theme.em() * 8)
        self.line.setMaximumWidth(theme.em() * 12)
        self.row.addStretch(1)
        self.line.editingFinished.connect(self._tidy)

    def value(self) -> object:
        """The date or None.

        Raises:
            InputError: it is no date.
        """
        typed = self.typed()
        if not typed:
            return None
        day = read_day(typed)
        if day is None:
            raise InputError(self.FORM)
        return day

    def set_value(self, value: object) -> None:
        """Show a date, also from ISO text."""
        if isinstance(value, str):
            value = text.parse_day(value[:10]) or value
        self.line.setText(text.day(value) if isinstance(value, dt.date) else str(value or ""))

    def _tidy(self) -> None:
        day = read_day(self.typed())
        if day is not None:
            self.line.setText(text.day(day))


class TimeEditor(LineEditor):
    """A time of day: `9`, `9:30`, `9.30`, `0930`."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.line.setPlaceholderText("09:30")
        self.line.setMaximumWidth(theme.em() * 7)
        self.row.addWidget(label("Uhr", "soft"))
        self.row.addStretch(1)

    def value(self) -> object:
        """The time or None.

        Raises:
            InputError: it is no time.
        """
        typed = self.typed()
        if not typed:
            return None
        found = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*Uhr)?", typed)
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:
            raise InputError("Bitte geben Sie eine Uhrzeit in der Form 09:30 ein.")
        return dt.time(hour, minute)

    def set_value(self, value: object) -> None:
        """Show a time, also from ISO text."""
        shown = value.strftime("%H:%M") if isinstance(value, dt.time) else str(value or "")[:5]
        self.line.setText(shown)


class NumberEditor(LineEditor):
    """A number with a decimal comma; `whole` accepts whole numbers only."""

    def __init__(self, limit: Limit, unit: str = "", *, whole: bool = False) -> None:
        super().__init__(limit, unit)
        self._whole = whole
        if not unit:
            self.line.setMaximumWidth(theme.em() * 9)
            self.row.addStretch(1)

    def value(self) -> object:
        """The number or None.

        Raises:
            InputError: it is no number or outside its bounds.
        """
        typed = self.typed().replace("\u2212", "-")
        if not typed:
            return None
        if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?", typed):
            typed = typed.replace(".", "")
        if not re.fullmatch(r"[+-]?\d+([.,]\d+)?", typed):
            raise InputError(self._sentence())
        number = float(typed.replace(",", "."))
        if self._whole and not number.is_integer():
            raise InputError(self._sentence())
        self._check_bounds(number)
        return int(number) if self._whole else number

    def set_value(self, value: object) -> None:
        """Show a number with a comma."""
        if isinstance(value, int | float):
            value = text.number(value, 2)
        self.line.setText(str(value or ""))

    def _sentence(self) -> str:
        wanted = "eine ganze Zahl" if self._whole else "eine Zahl"
        return f"Bitte geben Sie {wanted} ein."

    def _check_bounds(self, number: float) -> None:
        low, high = self.limit.low, self.limit.high
        if low is not None and number < low:
            raise InputError(f"Bitte geben Sie einen Wert ab {text.number(low)} ein.")
        if high is not None and number > high:
            raise InputError(f"Bitte geben Sie einen Wert bis {text.number(high)} ein.")


class ChoiceEditor(Editor):
    """One member of an enum, by its label."""

    def __init__(self, limit: Limit, members: type[Enum]) -> None:
        super().__init__(limit)
        self.box = ChoiceInput()
        self._members: list[Enum | None] = list(members)
        if limit.optional:
            self._members.insert(0, None)
        for member in self._members:
            self.box.addItem(UNKNOWN if member is None else getattr(member, "label", member.name))
        self.take_input(self.box)
        self.box.activated.connect(self.tell)

    def value(self) -> object:
        """The member or None."""
        return self._members[self.box.currentIndex()]

    def set_value(self, value: object) -> None:
        """Show a member, also by its stored value; an unknown one shows as empty."""
        wanted = value.value if isinstance(value, Enum) else value
        places = [
            place
            for place, member in enumerate(self._members)
            if (member.value if member is not None else None) == (wanted or None)
        ]
        self.box.setCurrentIndex(places[0] if places else 0)


class _Answer(Labelled):
    """A question that may be open."""

    YES = "yes", "ja"
    NO = "no", "nein"


class YesNoEditor(ChoiceEditor):
    """Yes, no or unknown; unknown is never no."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit, _Answer)
        if limit.optional:
            self.box.setItemText(0, "unbekannt")

    def value(self) -> object:
        """True, False or None."""
        chosen = super().value()
        return None if chosen is None else chosen is _Answer.YES

    def set_value(self, value: object) -> None:
        """Show True, False or None; 1 and 0 are understood."""
        super().set_value(None if value is None else _Answer.YES if value else _Answer.NO)


class CheckEditor(Editor):
    """A mark to set; its label stands beside it."""

    def __init__(self, limit: Limit, words: str) -> None:
        super().__init__(limit)
        self.box = CheckInput(words)
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.take_input(self.box, stretch=0)
        self.row.addStretch(1)
        self.box.clicked.connect(self.tell)

    def value(self) -> object:
        """True or False."""
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        """Set or clear the mark."""
        self.box.setChecked(bool(value))


def read_day(typed: str) -> dt.date | None:
    """A typed date; `heute` and `morgen` count from the office's today."""
    word = typed.strip().casefold()
    if word in ("heute", "morgen"):
        return clock.today() + dt.timedelta(days=1 if word == "morgen" else 0)
    return text.parse_day(typed)
