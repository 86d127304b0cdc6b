"""„Kontakt weitergeben“: who gets what, and on which consent it rests, in one panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ehrenamt_desktop.model.placement_detail import PlacementDetail
from ehrenamt_desktop.model.rows import ConsentRow
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import KeyValues, button, hbox, label

_TASK = "Die Weitergabe beruht auf der öffentlichen Aufgabe der Agentur."


class PassOnDialog(Dialog):
    """Enter passes the contact on; where that is not allowed it says why and leads there."""

    consents_wanted = Signal()

    def __init__(self, detail: PlacementDetail, parent: QWidget | None = None) -> None:
        super().__init__(
            "Kontakt weitergeben", parent, name="placement.pass_on_panel",
            accept="Kontakt weitergeben",
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(label(detail.row.offer, "heading", wrap=True))
        self.body.addWidget(label(f"An {detail.recipient}", "strong", wrap=True))
        if detail.refusal is None:
            self._show_data(detail.contact_data)
        self.body.addWidget(self._ground(detail))
        self.body.addStretch(1)
        if detail.refusal is not None:
            self._refuse()

    def _show_data(self, data: Sequence[tuple[str, str]]) -> None:
        self.body.addWidget(label("Diese Angaben gehen an die Initiative:", wrap=True))
        rows = KeyValues()
        for key, value in data:
            rows.add(key, value, private=True)
        self.body.addWidget(rows)

    def _ground(self, detail: PlacementDetail) -> QWidget:
        """The consent, or the sentence that refuses."""
        name, colour = ("shield", "green") if detail.refusal is None else ("warning", "red")
        sign = QLabel()
        sign.setPixmap(icons.pixmap(name, colour, round(theme.em() * 1.3)))
        words = detail.refusal or _consent_words(detail.consent)
        text = label(words, wrap=True, name="placement.pass_on_panel.ground")
        made = QWidget()
        row = hbox(sign, text)
        row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        made.setLayout(row)
        return made

    def _refuse(self) -> None:
        self.accept_button.setEnabled(False)
        self.accept_button.setDefault(False)
        way = button("Person und Einwilligungen öffnen", name="placement.pass_on_panel.consents",
                     icon="person")  # fmt: skip
        way.clicked.connect(self._lead)
        way.setDefault(True)
        self.buttons.insertWidget(0, way)
        way.setFocus()

    def _lead(self) -> None:
        self.reject()
        self.consents_wanted.emit()


def _consent_words(consent: ConsentRow | None) -> str:
    if consent is None:
        return _TASK
    who = f" von {consent.guardian_name or 'den Sorgeberechtigten'}" if consent.by_guardian else ""
    return (
        f"Darf weitergegeben werden: Einwilligung{who} vom {day(consent.given_on)}, "
        f"{consent.form.label}."
    )
