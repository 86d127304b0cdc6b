"""The masks of a paper and of one of its editions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.documents import EditionRow
from ehrenamt_desktop.model.enums import DocumentAudience, DocumentKind, RecallWeight
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec
from ehrenamt_desktop.ui.record.form_dialog import FormDialog

WHAT, WHENCE, MORE = "Unterlage", "Woher sie kommt", "Mehr"
PAPER = (
    FieldSpec("title", "Titel", group=WHAT, wide=True),
    FieldSpec("kind", "Art", FieldKind.CHOICE, group=WHAT, choices=DocumentKind),
    FieldSpec("audience", "Für", FieldKind.CHOICE, group=WHAT, choices=DocumentAudience),
    FieldSpec("why", "Wozu", group=WHAT, wide=True,
              hint="Ein Satz, der beim Aushändigen dabeisteht."),
    FieldSpec("keywords", "Stichwörter", group=WHAT, wide=True,
              hint="Andere Wörter, unter denen man sie sucht."),
    FieldSpec("issuer", "Herausgeber", group=WHENCE, wide=True),
    FieldSpec("source_url", "Internetadresse", group=WHENCE, wide=True,
              hint="Dort wird nachgesehen, ob es eine neue Ausgabe gibt."),
    FieldSpec("county", "Nur im Landkreis", group=WHENCE,
              hint="Leer: Sie gilt überall."),
    FieldSpec("review_months", "Prüfen alle", FieldKind.INTEGER, group=WHENCE, unit="Monate"),
    FieldSpec("weight", "Wenn es eine neue Ausgabe gibt", FieldKind.CHOICE, group=MORE,
              choices=RecallWeight),
    FieldSpec("language", "Sprache", group=MORE),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, group=MORE, wide=True),
)  # fmt: skip
EDITION = (
    FieldSpec("label", "Bezeichnung", wide=True, hint="Zum Beispiel „Stand 03/2026“."),
    FieldSpec("valid_from", "Gilt ab", FieldKind.DATE),
    FieldSpec("valid_until", "Gilt bis", FieldKind.DATE),
    FieldSpec("review_on", "Prüfen am", FieldKind.DATE),
    FieldSpec("checked_on", "Geprüft am", FieldKind.DATE),
    FieldSpec("checked_by", "Geprüft von"),
    FieldSpec("source_url", "Internetadresse", wide=True),
)  # fmt: skip


def paper_form(values: Mapping[str, Any], parent: QWidget | None) -> FormDialog:
    """All fields of a paper; empty values make a new one."""
    usual = {
        "kind": DocumentKind.FORM, "audience": DocumentAudience.VOLUNTEERS, "language": "Deutsch",
        "weight": RecallWeight.SHOULD, "review_months": 12,
    }  # fmt: skip
    return FormDialog(
        "Unterlage ändern" if values else "Neue Unterlage", PAPER, {**usual, **values}, parent,
        name="paper", noun="document",
        groups=(FieldGroup(WHAT), FieldGroup(WHENCE), FieldGroup(MORE, more=True)), width_em=42,
    )  # fmt: skip


def edition_form(row: EditionRow, parent: QWidget | None) -> FormDialog:
    """What is known of an edition."""
    values = {spec.key: getattr(row, spec.key) for spec in EDITION}
    return FormDialog(
        "Ausgabe ändern", EDITION, values, parent, name="edition",
        noun="document_edition", text=f"Datei: {row.file_name}", width_em=38,
    )  # fmt: skip
