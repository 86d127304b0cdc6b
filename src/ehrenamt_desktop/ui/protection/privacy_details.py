"""Who answers for the data and on which ground: the fields, and the dialog that keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.enums import LegalBasis, Purpose
from ehrenamt_desktop.model.privacy import PrivacyDetails
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog

BASIS = "Rechtsgrundlage: "


def privacy_specs(group: str = "") -> tuple[FieldSpec, ...]:
    """What a new office is asked."""
    return (
        FieldSpec("controller", "Verantwortlich (Art. 4 Nr. 7 DSGVO) *", wide=True, group=group,
                  hint="Name und Anschrift, meist des Zweckverbands oder der Gemeinde"),
        FieldSpec("officer", "Datenschutzbeauftragte Person", wide=True, group=group,
                  hint="Name oder Stelle, Anschrift, Telefon. Fragen Sie im Rathaus, wer das ist."),
        *(FieldSpec(one.value, BASIS + one.label, FieldKind.CHOICE, choices=LegalBasis, group=group)
          for one in Purpose),
    )  # fmt: skip


SPECS = (
    *privacy_specs(),
    FieldSpec("authority", "Aufsicht", FieldKind.BLOCK, wide=True,
              hint="Bei wem man sich beschweren kann; in Hessen steht es schon da."),
    FieldSpec("processors", "Wer in Ihrem Auftrag arbeitet (Art. 28 DSGVO)", FieldKind.BLOCK,
              wide=True, hint="Etwa die IT-Betreuung mit Zugang zum Rechner. Leer: niemand."),
)  # fmt: skip


def details_of(values: Mapping[str, Any]) -> PrivacyDetails:
    """What was typed."""
    said = {key: str(values.get(key) or "").strip()
            for key in ("controller", "officer", "authority", "processors")}  # fmt: skip
    bases = {one.value: values.get(one.value) or LegalBasis.OPEN for one in Purpose}
    return PrivacyDetails.of({**said, "bases": bases})


def shown(details: PrivacyDetails) -> dict[str, object]:
    """What the fields show."""
    return {
        "controller": details.controller,
        "officer": details.officer,
        "authority": details.authority,
        "processors": details.processors,
        **{one.value: details.basis(one) for one in Purpose},
    }


def privacy_dialog(desk: Desk, details: PrivacyDetails, parent: QWidget) -> EntryDialog:
    """Asks for everything the papers of data protection name."""
    return EntryDialog(
        "Angaben zum Datenschutz", "", SPECS, Vocabulary(), shown(details), desk,
        lambda given: desk.office.privacy_papers.keep(details_of(given)),
        parent, name="privacy", said="Die Angaben zum Datenschutz sind gespeichert.",
    )  # fmt: skip


def open_privacy(desk: Desk, parent: QWidget) -> None:
    """Read what is kept, then open the dialog."""
    desk.tasks.run(
        Lane.READ,
        desk.office.privacy_papers.details,
        lambda details: privacy_dialog(desk, details, parent).open(),
    )
