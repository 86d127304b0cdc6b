"""Wann nachfragen: after how many days running placements are asked about, and whom."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import FollowUpKind, Labelled
from ehrenamt_desktop.model.rules.placing import AskingPlan, Turn
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.telling import tell


class Whom(Labelled):
    """Who is asked; values as the reminder keeps them."""

    BOTH = FollowUpKind.ASK_BOTH.value, "beide"
    PERSON = FollowUpKind.ASK_PERSON.value, "die Person"
    INITIATIVE = FollowUpKind.ASK_INITIATIVE.value, "die Initiative"


SPECS = (
    FieldSpec("first", "Erste Nachfrage nach", FieldKind.INTEGER, unit="Tagen",
              hint="Üblich sind vier bis sechs Wochen."),
    FieldSpec("first_whom", "Gefragt wird beim ersten Mal", FieldKind.CHOICE, choices=Whom),
    FieldSpec("later", "Zweite Nachfrage nach", FieldKind.INTEGER, unit="Tagen",
              hint="Üblich ist ein halbes Jahr: 182 Tage."),
    FieldSpec("later_whom", "Gefragt wird beim zweiten Mal", FieldKind.CHOICE, choices=Whom),
)  # fmt: skip
ABOUT = (
    "Gezählt wird ab dem Tag, an dem ein Engagement läuft. Was schon vorgemerkt ist, behält seinen "
    "Tag."
)
MISSING = "Bitte füllen Sie dieses Feld aus."


class AskingPlanDialog(Dialog):
    """Reads the plan, opens, keeps what was typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Wann nachfragen?", parent, name="asking_plan", width_em=40)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.form = RecordForm("", SPECS, Vocabulary(), name="asking_plan")
        self.body.addWidget(label(ABOUT, wrap=True))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read the kept plan, then open."""
        self._desk.tasks.run(Lane.READ, self._desk.office.asking.plan, self._show)

    def confirm(self) -> None:
        """Keep the plan, or say what is wrong."""
        values = self.form.submit()
        if values is None:
            return
        missing = [FieldError(one.key, MISSING) for one in SPECS if not values.get(one.key)]
        if missing:
            self.form.show_errors(missing)
            return
        plan = AskingPlan(
            Turn(values["first"], FollowUpKind(values["first_whom"].value)),
            Turn(values["later"], FollowUpKind(values["later_whom"].value)),
        )
        self._desk.tasks.run(
            Lane.WRITE, lambda: self._desk.office.asking.set_plan(plan), self._saved, self._refuse
        )

    def _show(self, plan: AskingPlan) -> None:
        self.form.load(
            {
                "first": plan.first.days,
                "first_whom": Whom(plan.first.whom.value),
                "later": plan.later.days,
                "later_whom": Whom(plan.later.whom.value),
            }
        )
        self.show()
        self.form.focus_first()

    def _saved(self, _: Any) -> None:
        self.form.settle()
        self.accept()
        tell(self._desk, "Gespeichert. Das gilt für alle Engagements, die von nun an beginnen.")

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, InvalidDraft):
            self.form.show_errors(error.fields)
        else:
            self.form.refuse(error, self._desk.notices)
