"""Why a list with personal data is written, and when its file is to be deleted."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.exports import (
    KEEP_DAYS,
    LONGEST_PURPOSE,
    PURPOSES,
    ExportReason,
    checked,
)
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.ui.kit.fields import DateEditor, InputError
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, label_of, vbox
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

HINT = "An dem Tag erinnert Sie die Seite „Start“ daran, die Datei zu löschen."


class ReasonFields(QWidget):
    """Two entries, and a button for each usual purpose."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.purpose = LineInput()
        self.purpose.setObjectName(f"{name}.purpose")
        self.purpose.setMaxLength(LONGEST_PURPOSE)
        self.delete_on = DateEditor(Limit(required=True, optional=False))
        self.delete_on.set_names(f"{name}.delete_on", "Datei löschen am")
        self.delete_on.set_value(clock.today() + dt.timedelta(days=KEEP_DAYS))
        usual = FlowLayout()
        for number, words in enumerate(PURPOSES):
            one = button(words, name=f"{name}.purpose.{number}", flat=True)
            one.clicked.connect(lambda _=False, words=words: self.purpose.setText(words))
            usual.addWidget(one)
        self.problem = label("", "error", wrap=True, name=f"{name}.problem")
        self.problem.hide()
        self.setLayout(
            vbox(
                label_of(self.purpose, "Wofür ist die Datei?"), self.purpose, usual,
                label_of(self.delete_on.input, "Datei löschen am"), self.delete_on,
                label(HINT, "soft", wrap=True), self.problem,
            )
        )  # fmt: skip

    def read(self) -> ExportReason | None:
        """What is entered; None, and what is wrong is said below, if it cannot be kept."""
        try:
            day = self.delete_on.value()
            found = checked(
                self.purpose.text(), day if isinstance(day, dt.date) else None, clock.today()
            )
        except InvalidDraft as error:
            self._say(" ".join(one.sentence for one in error.fields), error.fields[0].key)
            return None
        except InputError as error:
            self._say(error.sentence, "delete_on")
            return None
        self._say("")
        return found

    def _say(self, sentence: str, field: str = "") -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if field:
            (self.purpose if field == "purpose" else self.delete_on.input).setFocus()
