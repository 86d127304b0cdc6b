"""„Kontakt weitergeben“: who gets what, which way, and on which consent it rests, in one panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import PassingWay
from ehrenamt_desktop.model.passing import PassingPart, PassingPlan, PassingWish, Recipient
from ehrenamt_desktop.model.rows import ConsentRow
from ehrenamt_desktop.model.rules.passing import way
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, hbox, label, label_of
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput, ChoiceInput

NAME = "placement.pass_on_panel"
_TASK = "Die Weitergabe beruht auf der öffentlichen Aufgabe der Agentur."
_FOLLOWS = {
    PassingWay.EMAIL: "Danach öffnet sich der Entwurf in Ihrem E-Mail-Programm; wann nachgefragt "
    "wird, merkt sich das Programm.",
}
_LATER = "Wann nachgefragt wird, merkt sich das Programm."


class PassOnDialog(Dialog):
    """Enter passes the contact on; where that is not allowed it says why and leads there."""

    consents_wanted = Signal()

    def __init__(self, plans: Sequence[PassingPlan], parent: QWidget | None = None) -> None:
        """Build the panel for the first of `plans`; with several one can be chosen."""
        super().__init__("Kontakt weitergeben", parent, name=NAME, accept="Kontakt weitergeben")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.plans = tuple(plans)
        self.plan = self.plans[0]
        self._ticks: dict[str, CheckInput] = {}
        self.recipient, self.way = _choice(), _choice()
        self.recipient.setObjectName(f"{NAME}.recipient")
        self.way.setObjectName(f"{NAME}.way")
        self.recipient.setAccessibleName("An")
        self.way.setAccessibleName("Weg")
        for one in PassingWay:
            self.way.addItem(one.label, one.value)
        self._address = label("", "soft", wrap=True, name=f"{NAME}.address")
        self._follows = label("", "soft", wrap=True)
        self._parts = QGridLayout()
        self._ground = QVBoxLayout()
        self._lead = self._lead_button()
        self._lay_out()
        self.recipient.currentIndexChanged.connect(self._show_recipient)
        self.way.currentIndexChanged.connect(self._show_way)
        self._show_plan(0)

    def wish(self) -> PassingWish:
        """What is chosen."""
        ticked = tuple(key for key, one in self._ticks.items() if one.isChecked())
        return PassingWish(self._to().contact_id, PassingWay(self.way.currentData()), ticked)

    def _lay_out(self) -> None:
        if len(self.plans) > 1:
            which = self._which()
            self.body.addWidget(label_of(which, "Angebot"))
            self.body.addWidget(which)
        else:
            self.body.addWidget(label(self.plan.offer, "heading", wrap=True))
        self.body.addWidget(label(self.plan.person, "strong", wrap=True, private=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.setVerticalSpacing(theme.GRID)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate((("An", self.recipient), ("Weg", self.way))):
            grid.addWidget(label_of(field, words), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self._address, 2, 1)
        self.body.addLayout(grid)
        self.body.addWidget(label("Diese Angaben gehen an die Initiative:", wrap=True))
        self._parts.setHorizontalSpacing(2 * theme.GRID)
        self._parts.setColumnStretch(1, 1)
        self.body.addLayout(self._parts)
        self.body.addLayout(self._ground)
        self.body.addWidget(self._follows)
        self.body.addStretch(1)
        self.buttons.insertWidget(0, self._lead)

    def _which(self) -> ChoiceInput:
        made = _choice()
        made.setObjectName(f"{NAME}.offer")
        made.setAccessibleName("Angebot")
        for one in self.plans:
            made.addItem(f"{one.offer}, {one.initiative}")
        made.currentIndexChanged.connect(self._show_plan)
        return made

    def _lead_button(self) -> QPushButton:
        made = button("Person und Einwilligungen öffnen", name=f"{NAME}.consents", icon="person")
        made.clicked.connect(self._go)
        made.hide()
        return made

    def _show_plan(self, place: int) -> None:
        self.plan = plan = self.plans[place]
        self.recipient.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.recipient.clear()
        for one in plan.recipients:
            self.recipient.addItem(one.words)
        self.recipient.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._show_parts(plan.parts if plan.refusal is None else ())
        self._show_ground()
        self._show_recipient()

    def _show_parts(self, parts: Sequence[PassingPart]) -> None:
        clear_layout(self._parts)
        self._ticks = {}
        for row, part in enumerate(parts):
            tick = CheckInput(part.label)
            tick.setObjectName(f"{NAME}.part.{part.key}")
            tick.setChecked(part.ticked)
            tick.setEnabled(not part.fixed)
            tick.setAccessibleName(f"{part.label} weitergeben")
            self._ticks[part.key] = tick
            self._parts.addWidget(tick, row, 0)
            self._parts.addWidget(label(part.value, wrap=True, private=True), row, 1)

    def _show_recipient(self) -> None:
        self.way.setCurrentIndex(self.way.findData(way(self._to()).value))
        self._show_way()

    def _show_way(self) -> None:
        chosen = PassingWay(self.way.currentData())
        self._address.setText(self._to().address(chosen) or _none(chosen))
        self._follows.setText(_FOLLOWS.get(chosen, _LATER))
        missing = chosen is PassingWay.EMAIL and not self._to().email
        self.accept_button.setEnabled(self.plan.refusal is None and not missing)

    def _show_ground(self) -> None:
        """The consent, or the sentence that refuses."""
        clear_layout(self._ground)
        refusal = self.plan.refusal
        name, colour = ("shield", "green") if refusal is None else ("warning", "red")
        words = refusal or _consent_words(self.plan.consent)
        text = label(words, wrap=True, name=f"{NAME}.ground")
        self._ground.addLayout(_signed(name, colour, text))
        for words in self.plan.warnings:
            self._ground.addLayout(_signed("warning", "amber", label(words, wrap=True)))
        self._lead.setVisible(refusal is not None)
        self.accept_button.setDefault(refusal is None)
        self._lead.setDefault(refusal is not None)
        if refusal is not None:
            self._lead.setFocus()

    def _to(self) -> Recipient:
        return self.plan.recipients[max(0, self.recipient.currentIndex())]

    def _go(self) -> None:
        self.reject()
        self.consents_wanted.emit()


def _signed(name: str, colour: str, words: QLabel) -> QHBoxLayout:
    """Words behind a sign."""
    sign = QLabel()
    sign.setPixmap(icons.pixmap(name, colour, round(theme.em() * 1.3)))
    row = hbox(sign, words)
    row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    row.setStretch(1, 1)
    return row


def _choice() -> ChoiceInput:
    """A list that shrinks with its panel, however long its entries are."""
    made = ChoiceInput()
    made.setSizeAdjustPolicy(ChoiceInput.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made


def _none(chosen: PassingWay) -> str:
    return {
        PassingWay.EMAIL: "Hier ist keine E-Mail-Adresse eingetragen.",
        PassingWay.CALL: "Hier ist keine Telefonnummer eingetragen.",
    }.get(chosen, "")


def _consent_words(consent: ConsentRow | None) -> str:
    if consent is None:
        return _TASK
    who = f" von {consent.guardian_name or 'den Sorgeberechtigten'}" if consent.by_guardian else ""
    return (
        f"Darf weitergegeben werden: Einwilligung{who} vom {day(consent.given_on)}, "
        f"{consent.form.label}."
    )
