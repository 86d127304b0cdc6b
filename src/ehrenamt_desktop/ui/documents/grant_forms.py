"""The masks of a grant programme and of an application."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.enums import GrantState, Mark
from ehrenamt_desktop.model.grants import ApplicationRow, euro
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.record.form_dialog import FormDialog

WHAT, WHO, WHEN, MORE = "Programm", "Wer darf Anträge stellen?", "Fristen", "Angaben prüfen"
PROGRAMME = (
    FieldSpec("name", "Name", group=WHAT, wide=True),
    FieldSpec("funder", "Förderer", group=WHAT, wide=True),
    FieldSpec("purpose", "Wofür", FieldKind.BLOCK, group=WHAT, wide=True),
    FieldSpec("least", "Betrag von (Euro)", group=WHAT),
    FieldSpec("most", "Betrag bis (Euro)", group=WHAT),
    FieldSpec("own_share", "Eigenanteil", FieldKind.NUMBER, group=WHAT, unit="%"),
    FieldSpec("portal", "Internetseite", group=WHAT, wide=True,
              hint="Zum Beispiel https://www.beispiel.de"),
    FieldSpec("for_nonprofits", "Vereine, Verbände, Stiftungen", FieldKind.CHECK, group=WHO),
    FieldSpec("for_groups", "Gruppen ohne Rechtsform", FieldKind.CHECK, group=WHO),
    FieldSpec("for_public", "Kommunen, Zweckverbände, Landkreise", FieldKind.CHECK, group=WHO),
    FieldSpec("for_agencies", "Freiwilligenagenturen", FieldKind.CHECK, group=WHO),
    FieldSpec("rural_only", "Nur im ländlichen Raum", FieldKind.CHECK, group=WHO),
    FieldSpec("limits", "Ausnahmen", FieldKind.BLOCK, group=WHO, wide=True),
    FieldSpec("rolling", "Anträge jederzeit möglich", FieldKind.CHECK, group=WHEN, wide=True),
    FieldSpec("opens_on", "Anträge ab", FieldKind.DATE, group=WHEN),
    FieldSpec("closes_on", "Anträge bis", FieldKind.DATE, group=WHEN),
    FieldSpec("lead_days", "Erinnern vor der Frist", FieldKind.INTEGER, group=WHEN, unit="Tage"),
    FieldSpec("evidence", "Nachweis", FieldKind.BLOCK, group=WHEN, wide=True,
              hint="Was nach der Förderung vorzulegen ist, und bis wann."),
    FieldSpec("mark", "Angaben", FieldKind.CHOICE, group=MORE, choices=Mark),
    FieldSpec("checked_on", "Zuletzt geprüft am", FieldKind.DATE, group=MORE),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, group=MORE, wide=True),
)  # fmt: skip
APPLICATION = (
    FieldSpec("initiative_id", "Initiative", FieldKind.RECORD, source="initiatives", wide=True,
              hint="Ohne Angabe stellt die Agentur den Antrag selbst."),
    FieldSpec("title", "Wofür", wide=True, hint="Bitte keine Namen von Personen."),
    FieldSpec("state", "Stand", FieldKind.CHOICE, choices=GrantState),
    FieldSpec("applied_on", "Beantragt am", FieldKind.DATE),
    FieldSpec("applied", "Beantragt (Euro)"),
    FieldSpec("decided_on", "Entschieden am", FieldKind.DATE),
    FieldSpec("granted", "Bewilligt (Euro)"),
    FieldSpec("evidence_due", "Verwendungsnachweis bis", FieldKind.DATE),
    FieldSpec("evidence_on", "Nachweis eingereicht am", FieldKind.DATE),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, wide=True),
)  # fmt: skip


def programme_form(values: Mapping[str, Any], parent: QWidget | None) -> FormDialog:
    """All fields of a programme; empty values make a new one."""
    shown = {"lead_days": 42, "mark": Mark.UNVERIFIED, **values}
    shown |= {"least": _typed(values.get("least_cents")), "most": _typed(values.get("most_cents"))}
    title = "Förderprogramm ändern" if values else "Neues Förderprogramm"
    return FormDialog(
        title, PROGRAMME, shown, parent, name="programme", required=("name", "lead_days", "mark"),
        groups=(FieldGroup(WHAT), FieldGroup(WHO), FieldGroup(WHEN), FieldGroup(MORE)),
        width_em=40,
    )  # fmt: skip


def application_form(
    row: ApplicationRow | None, vocabulary: Vocabulary, parent: QWidget | None
) -> FormDialog:
    """All fields of an application; without a row a new one."""
    values: dict[str, Any] = {"state": GrantState.PLANNED}
    if row is not None:
        sums = {"applied": _typed(row.applied_cents), "granted": _typed(row.granted_cents)}
        values = row._asdict() | sums
    title = "Förderantrag eintragen" if row is None else "Förderantrag ändern"
    return FormDialog(
        title, APPLICATION, values, parent, name="grant", required=("title", "state"),
        vocabulary=vocabulary, width_em=40,
    )  # fmt: skip


def _typed(cents: int | None) -> str:
    """A sum as it would be typed: `5.000` or `12,50`."""
    return euro(cents).replace("€", "").replace("\u00a0", " ").strip().removesuffix(",00")
