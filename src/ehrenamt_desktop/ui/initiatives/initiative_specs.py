"""The forms of an initiative and its contacts, as data."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import InitiativeStatus
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec

REACH = "Erreichbarkeit"
MORE = "Zusammenarbeit"

FIELDS = (
    FieldSpec("name", "Name", wide=True),
    FieldSpec("type", "Art", FieldKind.CHOICE),
    FieldSpec("status", "Status", FieldKind.CHOICE),
    FieldSpec("purpose", "Worum geht es?", FieldKind.BLOCK, wide=True),
    FieldSpec("phone", "Telefon", group=REACH),
    FieldSpec("email", "E-Mail", group=REACH),
    FieldSpec("website", "Internetseite", group=REACH, wide=True),
    FieldSpec("place_id", "Ortsteil", FieldKind.PLACE, group=REACH),
    FieldSpec("street", "Straße und Hausnummer", group=REACH),
    FieldSpec("postcode", "Postleitzahl", group=REACH),
    FieldSpec("city", "Ort", group=REACH),
    FieldSpec("legal_form", "Rechtsform", group=MORE, hint="Zum Beispiel: e. V., GbR, gGmbH"),
    FieldSpec("parent_body", "Träger oder Dachverband", group=MORE),
    FieldSpec("volunteers", "Freiwillige", FieldKind.INTEGER, group=MORE),
    FieldSpec("nonprofit", "Gemeinnützig", FieldKind.YES_NO, group=MORE),
    FieldSpec("exemption_until", "Freistellungsbescheid gültig bis", FieldKind.DATE, group=MORE),
    FieldSpec("accident_insurer", "Unfallversicherung", group=MORE),
    FieldSpec("liability_cover", "Haftpflichtversicherung", group=MORE),
    FieldSpec("protection_agreed_on", "Schutzvereinbarung vom", FieldKind.DATE, group=MORE),
    FieldSpec("cooperation_since", "Zusammenarbeit seit", FieldKind.DATE, group=MORE),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, group=MORE, wide=True),
)
GROUPS = (FieldGroup(REACH), FieldGroup(MORE, more=True))
DEFAULTS = {"status": InitiativeStatus.ACTIVE}
CONTACT = (
    FieldSpec("salutation", "Anrede", FieldKind.CHOICE),
    FieldSpec("title", "Titel"),
    FieldSpec("last_name", "Nachname"),
    FieldSpec("first_name", "Vorname"),
    FieldSpec("function", "Funktion", hint="Zum Beispiel: Vorsitz, Kasse", wide=True),
    FieldSpec("phone", "Telefon"),
    FieldSpec("email", "E-Mail"),
    FieldSpec("deputy", "Nur in Vertretung", FieldKind.CHECK, wide=True),
    FieldSpec("publish_consent_on", "Darf öffentlich genannt werden, Einwilligung vom",
              FieldKind.DATE, hint="Leer: keine Einwilligung."),
    FieldSpec("publish_consent_form", "Form der Einwilligung", FieldKind.CHOICE),
)  # fmt: skip
INTEREST = (
    FieldSpec("person_id", "Person", FieldKind.RECORD, source="people", wide=True,
              hint="Name eintippen und auswählen."),
    FieldSpec("on", "Seit", FieldKind.DATE),
    FieldSpec("note", "Was sie beitragen möchte", wide=True),
)  # fmt: skip
STEP = (
    FieldSpec("done_on", "Erledigt am", FieldKind.DATE, hint="Leer: noch offen."),
    FieldSpec("note", "Notiz", wide=True),
)
NEXT_STEP = (
    FieldSpec("title", "Was ist zu tun?", wide=True),
    FieldSpec("due_on", "Bis wann", FieldKind.DATE),
)
