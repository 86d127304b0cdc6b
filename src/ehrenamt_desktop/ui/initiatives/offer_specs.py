"""The form of an offer in its parts, as data."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import TermKind, TermRole
from ehrenamt_desktop.model.rules.publishing import BOARD_FIELDS
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec

ABOUT, REQUIRED, WISHED = (role.value for role in TermRole)
KNOWN = (TermKind.SKILL, TermKind.LANGUAGE, TermKind.PROOF, TermKind.ACTIVITY)

TASK = "Aufgabe"
WHERE = "Ort und Zeit"
NEEDS = "Voraussetzungen"
FRAME = "Rahmen"
PRIVATE = "Nicht öffentlich (nur beim Hilfegesuch)"

PUBLIC_KEYS = BOARD_FIELDS
"""Fields whose words can stand on a notice board."""
HELPED_KEYS = ("helped_name", "helped_phone", "helped_consent_on")

FIELDS = (
    FieldSpec("title", "Titel", group=TASK, wide=True,
              hint="Eine Tätigkeit, keine Berufsbezeichnung: „Bürgerbus fahren“"),
    FieldSpec("initiative_id", "Initiative", FieldKind.RECORD, group=TASK, source="initiatives",
              wide=True),
    FieldSpec("contact_id", "Ansprechperson", FieldKind.RECORD, group=TASK, source="contacts"),
    FieldSpec("publish_contact", "Ansprechperson im Vorschlagsbrief nennen", FieldKind.CHECK,
              group=TASK),
    FieldSpec("kind", "Art", FieldKind.CHOICE, group=TASK),
    FieldSpec("teaser", "Ein Satz für den Aushang", group=TASK, wide=True),
    FieldSpec("terms", "Bereich, Tätigkeit, Zielgruppe", FieldKind.TERMS, group=TASK, wide=True,
              term_kinds=(TermKind.AREA, TermKind.ACTIVITY, TermKind.TARGET_GROUP, TermKind.MOTIVE),
              relation=ABOUT),
    FieldSpec("description", "Beschreibung", FieldKind.BLOCK, group=TASK, wide=True),
    FieldSpec("place_id", "Ortsteil", FieldKind.PLACE, group=WHERE),
    FieldSpec("location", "Treffpunkt", group=WHERE),
    FieldSpec("time_text", "Zeit in Worten", group=WHERE, hint="So steht es auf dem Aushang."),
    FieldSpec("hours_per_week", "Stunden pro Woche", FieldKind.NUMBER, group=WHERE, unit="Std."),
    FieldSpec("time_grid", "Zeiten", FieldKind.TIME_GRID, group=WHERE, wide=True),
    FieldSpec("rhythm", "Wie oft", FieldKind.CHOICE, group=WHERE),
    FieldSpec("commitment", "Wie lange", FieldKind.CHOICE, group=WHERE),
    FieldSpec("starts_on", "Beginn", FieldKind.DATE, group=WHERE),
    FieldSpec("ends_on", "Ende", FieldKind.DATE, group=WHERE),
    FieldSpec("requirements", "Sie brauchen", group=NEEDS, wide=True,
              hint="Mit Ihren Worten; steht auf dem Aushang."),
    FieldSpec("terms", "Erforderlich", FieldKind.TERMS, group=NEEDS, wide=True, term_kinds=KNOWN,
              relation=REQUIRED, levels=True),
    FieldSpec("terms", "Erwünscht", FieldKind.TERMS, group=NEEDS, wide=True, term_kinds=KNOWN,
              relation=WISHED, levels=True),
    FieldSpec("min_age", "Mindestalter", FieldKind.INTEGER, group=NEEDS, unit="Jahre"),
    FieldSpec("max_age", "Höchstalter", FieldKind.INTEGER, group=NEEDS, unit="Jahre"),
    FieldSpec("max_km", "Weg, höchstens", FieldKind.NUMBER, group=NEEDS, unit="km"),
    FieldSpec("needs_efz", "Träger verlangt ein Führungszeugnis", FieldKind.CHECK, group=NEEDS),
    FieldSpec("needs_ifsg", "Belehrung nach Infektionsschutzgesetz", FieldKind.CHECK, group=NEEDS),
    FieldSpec("needs_measles", "Masernschutz nachweisen", FieldKind.CHECK, group=NEEDS),
    FieldSpec("needs_nda", "Verschwiegenheit", FieldKind.CHECK, group=NEEDS),
    FieldSpec("places_total", "Plätze", FieldKind.INTEGER, group=FRAME,
              hint="Leer: Zahl nicht bekannt."),
    FieldSpec("trial_possible", "Schnuppertermin möglich", FieldKind.YES_NO, group=FRAME),
    FieldSpec("induction", "Einarbeitung", group=FRAME, wide=True),
    FieldSpec("training", "Fortbildung", group=FRAME, wide=True),
    FieldSpec("teaches", "Das lernt man dabei", group=FRAME, wide=True,
              hint="Für Bewerbung und Zeugnis, zum Beispiel: Umgang mit Kasse und Kunden"),
    FieldSpec("expense_refund", "Auslagen werden erstattet", FieldKind.YES_NO, group=FRAME),
    FieldSpec("allowance_month", "Aufwandsentschädigung im Monat", FieldKind.NUMBER, group=FRAME,
              unit="Euro"),
    FieldSpec("accessible", "Barrierefrei erreichbar", FieldKind.YES_NO, group=FRAME),
    FieldSpec("transit_note", "Mit Bus und Bahn", group=FRAME),
    FieldSpec("remote", "Von zu Hause aus möglich", FieldKind.CHECK, group=FRAME),
    FieldSpec("fit_youth", "Auch für Jugendliche", FieldKind.CHECK, group=FRAME),
    FieldSpec("fit_job_seeker", "Auch bei Arbeitsuche", FieldKind.CHECK, group=FRAME),
    FieldSpec("fit_group", "Auch für Gruppen", FieldKind.CHECK, group=FRAME),
    FieldSpec("entered_on", "Eingegangen am", FieldKind.DATE, group=FRAME),
    FieldSpec("confirmed_on", "Zuletzt bestätigt am", FieldKind.DATE, group=FRAME),
    FieldSpec("valid_until", "Gültig bis", FieldKind.DATE, group=FRAME),
    FieldSpec("helped_name", "Wem geholfen wird", group=PRIVATE,
              hint="Erscheint auf keinem Aushang."),
    FieldSpec("helped_phone", "Telefon dieser Person", group=PRIVATE),
    FieldSpec("helped_consent_on", "Einwilligung dieser Person vom", FieldKind.DATE,
              group=PRIVATE),
)  # fmt: skip
GROUPS = (
    FieldGroup(TASK), FieldGroup(WHERE), FieldGroup(NEEDS), FieldGroup(FRAME, more=True),
    FieldGroup(PRIVATE, more=True),
)  # fmt: skip

LABELS = {one.key: one.label for one in FIELDS}
