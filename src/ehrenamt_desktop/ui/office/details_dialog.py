"""Angaben zum Büro: what stands on boards, letters and lists about the office itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import FieldError
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane

SPECS = (
    FieldSpec("name", "Name der Agentur", wide=True,
              hint="Steht auf allen Papieren: Kopf des Aushangs, Briefkopf, Listen."),
    FieldSpec("carrier", "Träger", wide=True,
              hint="Steht auf Aushängen, im Briefkopf und als Herausgeber auf Listen."),
    FieldSpec("street", "Straße und Hausnummer", hint="Briefe und Aushänge"),
    FieldSpec("room", "Gebäude und Zimmer", hint="Briefe und Aushänge, z. B. „Rathaus, Zimmer 12“"),
    FieldSpec("postcode", "PLZ", hint="Absenderzeile der Briefe"),
    FieldSpec("city", "Ort", hint="Briefe und Aushänge"),
    FieldSpec("phone", "Telefon *", hint="Steht groß auf jedem Aushang, dazu in Briefen."),
    FieldSpec("email", "E-Mail", hint="Nur in Briefen"),
    FieldSpec("hours", "Sprechzeiten", wide=True,
              hint="Briefe und Aushänge, z. B. Mo und Do 9–12 Uhr"),
    FieldSpec("coordinator", "Ihr Name", wide=True,
              hint="Ansprechperson und Unterschrift in Briefen, nicht auf Aushängen"),
)  # fmt: skip
NO_PHONE = "Ohne Telefonnummer lässt sich kein Aushang drucken. Bitte tragen Sie sie ein."
NO_NAME = "Bitte tragen Sie ein, wie die Agentur heißt."


class OfficeDialog(Dialog):
    """Reads what is kept, opens, keeps what was typed."""

    kept = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Angaben zum Büro", parent, name="office", width_em=44)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.form = RecordForm("", SPECS, Vocabulary(), name="office")
        self.body.addWidget(
            label(
                "So stellt sich Ihr Büro auf Papieren vor. Unter jedem Feld steht, wo.", wrap=True
            )
        )
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.accept_button.setObjectName("office.save")

    def load(self) -> None:
        """Read the kept details, then open."""
        self._desk.tasks.run(Lane.READ, self._desk.office.lists.office_info, self._show)

    def confirm(self) -> None:
        """Keep the details, or say what is missing."""
        values = self.form.submit()
        if values is None:
            return
        details = {key: str(value or "").strip() for key, value in values.items()}
        missing = _missing(details)
        if missing:
            self.form.show_errors(missing)
            return
        office = self._desk.office
        self.accept_button.setEnabled(False)
        self._desk.tasks.run(
            Lane.WRITE, lambda: office.settings.set("office", details), self._saved, self._refuse
        )

    def reject(self) -> None:
        """Close; ask first when something typed would be lost."""
        question = "Ihre Änderungen an den Angaben zum Büro sind noch nicht gespeichert."
        if self.form.is_dirty() and not self._desk.notices.ask(question, "Verwerfen", "Zurück"):
            return
        super().reject()

    def _show(self, info: OfficeInfo) -> None:
        self.form.load({spec.key: getattr(info, spec.key) for spec in SPECS})
        self.show()
        self.form.focus_first()

    def _saved(self, _: Any) -> None:
        self.form.settle()
        self.accept()
        self.kept.emit()
        self._desk.notices.success("Die Angaben zum Büro sind gespeichert.")

    def _refuse(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self.form.refuse(error, self._desk.notices)


def _missing(details: dict[str, str]) -> list[FieldError]:
    """What papers cannot do without."""
    found = []
    if not details["name"]:
        found.append(FieldError("name", NO_NAME))
    if not any(sign.isdigit() for sign in details["phone"]):
        found.append(FieldError("phone", NO_PHONE))
    return found
