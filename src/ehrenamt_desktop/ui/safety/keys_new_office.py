"""A new office: who it is, who answers for the data, its passphrase, where its store lies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.errors import EhrenamtError, FieldError
from ehrenamt_desktop.model.enums import LegalBasis, Purpose
from ehrenamt_desktop.model.privacy import PrivacyDetails
from ehrenamt_desktop.services.first_start import Founded, found_office
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.files import Files
from ehrenamt_desktop.ui.kit.panels import label, vbox
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.office.details_dialog import NO_PHONE
from ehrenamt_desktop.ui.protection.privacy_details import details_of, privacy_specs
from ehrenamt_desktop.ui.safety.new_passphrase import NewPassphrase

OFFICE, DATA = "Ihr Büro", "Wer für die Daten verantwortlich ist"
SPECS = (
    FieldSpec("name", "Name der Agentur *", wide=True, group=OFFICE,
              hint="Steht auf allen Papieren und auf dem Wiederherstellungsblatt."),
    FieldSpec("carrier", "Träger", wide=True, group=OFFICE),
    FieldSpec("street", "Straße und Hausnummer", group=OFFICE),
    FieldSpec("room", "Gebäude und Zimmer", group=OFFICE),
    FieldSpec("postcode", "PLZ", group=OFFICE),
    FieldSpec("city", "Ort", group=OFFICE),
    FieldSpec("phone", "Telefon *", group=OFFICE, hint="Steht groß auf jedem Aushang."),
    FieldSpec("email", "E-Mail", group=OFFICE),
    *privacy_specs(DATA),
)  # fmt: skip
NO_NAME = "Bitte tragen Sie ein, wie die Agentur heißt."
NO_CONTROLLER = "Bitte tragen Sie ein, wer für die Daten verantwortlich ist."
ABOUT = (
    "Diese Angaben stehen auf Papieren und in den Datenschutzhinweisen. Alles lässt sich später "
    "ändern. Welche Rechtsgrundlage gilt, entscheidet die verantwortliche Stelle; solange sie "
    "offen ist, sagt das Programm es."
)
ENCRYPTED = (
    "Der Bestand ist eine Datei mit allen Personen, Initiativen und Angeboten. Er wird mit Ihrem "
    "Kennwort verschlüsselt. Legen Sie ihn auf diesen Computer, nicht auf ein Netzlaufwerk."
)
SUFFIX = ".ehrenamt"


class NewOfficeDialog(Dialog):
    """Two pages: the office, then the passphrase. What was made is in `founded` and `path`."""

    def __init__(self, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(
            "Neues Büro einrichten", parent, name="new_office", accept="Weiter", width_em=48
        )  # fmt: skip
        self._files = files
        self.path: Path | None = None
        self.founded: Founded | None = None
        self.form = RecordForm(
            "", SPECS, Vocabulary(), name="new_office",
            groups=(FieldGroup(OFFICE), FieldGroup(DATA)),
        )  # fmt: skip
        self.form.load({one.value: LegalBasis.OPEN for one in Purpose})
        self.new = NewPassphrase("new_office")
        self.problem = label("", "error", wrap=True, name="new_office.problem")
        self.problem.hide()
        self.first, self.second = QWidget(), QWidget()
        self.first.setLayout(vbox(label(ABOUT, wrap=True), self.form))
        about = label(ENCRYPTED, wrap=True)
        heading = label("Ihr Kennwort", "heading")
        self.second.setLayout(vbox(heading, about, self.new, self.problem))
        self.body.addWidget(self.first)
        self.body.addWidget(self.second)
        self.body.addStretch(1)
        self.show_page(first=True)

    @property
    def passphrase(self) -> str:
        """The passphrase of the new store."""
        return self.new.typed()

    def confirm(self) -> None:
        """To the second page, then make the office."""
        if self.first.isHidden():
            self._found()
        else:
            self._to_passphrase()

    def reject(self) -> None:
        """Back to the first page, then out."""
        if self.first.isHidden():
            self.show_page(first=True)
        else:
            super().reject()

    def show_page(self, *, first: bool) -> None:
        """The page about the office, or that of the passphrase."""
        self.first.setVisible(first)
        self.second.setHidden(first)
        self.accept_button.setText("Weiter" if first else "Bestand anlegen …")
        self.cancel_button.setText("Abbrechen" if first else "Zurück")

    def _to_passphrase(self) -> None:
        values = self.form.submit()
        if values is None:
            return
        missing = _missing(values)
        if missing:
            self.form.show_errors(missing)
            return
        self.show_page(first=False)
        self.new.first.setFocus()

    def _found(self) -> None:
        problem = self.new.problem()
        if problem:
            self._tell(problem)
            return
        path = self._files.save("Neuen Bestand anlegen", "Ehrenamtsagentur", SUFFIX)
        if path is None:
            return
        details, privacy = _said(self.form.submit() or {})
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.founded = found_office(path, self.passphrase, details, privacy)
        except EhrenamtError as error:
            self._tell(error.sentence)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.path = path
        self.accept()

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.new.first.setAccessibleDescription(sentence)


def _missing(values: Mapping[str, Any]) -> list[FieldError]:
    found = []
    if not str(values.get("name") or "").strip():
        found.append(FieldError("name", NO_NAME))
    if not any(sign.isdigit() for sign in str(values.get("phone") or "")):
        found.append(FieldError("phone", NO_PHONE))
    if not str(values.get("controller") or "").strip():
        found.append(FieldError("controller", NO_CONTROLLER))
    return found


def _said(values: Mapping[str, Any]) -> tuple[dict[str, str], PrivacyDetails]:
    """What was typed, as papers and as notices want it."""
    asked = {spec.key for spec in privacy_specs()}
    words = {key: str(value or "").strip() for key, value in values.items() if key not in asked}
    return words, details_of(values)
