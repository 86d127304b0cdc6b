"""The forms of a person, as data: the full one in four parts, the quick one as the paper sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ehrenamt_desktop.model.enums import TermKind, TermRelation
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec

WISH, NO, HAS = (one.value for one in TermRelation)
INTERESTS = (TermKind.AREA, TermKind.ACTIVITY, TermKind.TARGET_GROUP)

CONTACT = "Kontakt"
WISHES = "Wünsche"
TIME = "Zeit und Weg"
KNOWLEDGE = "Kenntnisse und Nachweise"
MORE_CONTACT = "Mehr zum Kontakt"
MORE_TIME = "Mehr zu Zeit und Weg"
MORE_WISHES = "Mehr zu den Wünschen"
STANDING = "Status"
OFFICE = "Für das Büro"

GUARDIAN_KEYS = (
    "guardian_name",
    "guardian_phone",
    "guardian_consent_on",
    "guardian_consent_form",
)
SECOND_GUARDIAN_KEYS = ("guardian2_name", "guardian2_phone")  # fmt: skip

_SALUTATION = FieldSpec("salutation", "Anrede", FieldKind.CHOICE)
_LAST = FieldSpec("last_name", "Nachname")
_FIRST = FieldSpec("first_name", "Vorname")
_PHONE = FieldSpec("phone", "Telefon")
_EMAIL = FieldSpec("email", "E-Mail")
_YEAR = FieldSpec("birth_year", "Geburtsjahr", FieldKind.INTEGER)
_PLACE = FieldSpec("place_id", "Ortsteil", FieldKind.PLACE)
_INTERESTS = FieldSpec("terms", "Interessen", FieldKind.TERMS, wide=True, term_kinds=INTERESTS,
                       relation=WISH)  # fmt: skip
_GRID = FieldSpec("time_grid", "Zeiten", FieldKind.TIME_GRID, wide=True)
_HOURS = FieldSpec("hours_per_week", "Stunden pro Woche, höchstens", FieldKind.NUMBER, unit="Std.")
_KM = FieldSpec("max_km", "Weg, höchstens", FieldKind.NUMBER, unit="km")
_GUARDIAN = (
    FieldSpec("guardian_name", "Sorgeberechtigte Person"),
    FieldSpec("guardian_phone", "Telefon der sorgeberechtigten Person"),
    FieldSpec("guardian_consent_on", "Einwilligung der Sorgeberechtigten am", FieldKind.DATE,
              hint="Ohne sie werden nur Name und Rückrufnummer gespeichert."),
    FieldSpec("guardian_consent_form", "Form dieser Einwilligung", FieldKind.CHOICE),
)  # fmt: skip
_SECOND_GUARDIAN = (
    FieldSpec("guardian2_name", "Zweite sorgeberechtigte Person"),
    FieldSpec("guardian2_phone", "Telefon der zweiten Person"),
)
_CONSENT = (
    FieldSpec("consent_on", "Einwilligung vom", FieldKind.DATE, hint="„heute“ genügt."),
    FieldSpec("consent_handover", "Darf an Initiativen weitergegeben werden", FieldKind.CHECK),
)
_ADDRESS = (
    FieldSpec("street", "Straße und Hausnummer"),
    FieldSpec("postcode", "Postleitzahl"),
    FieldSpec("city", "Ort"),
)
_MORE_CONTACT = (
    FieldSpec("mobile", "Mobil"),
    FieldSpec("title", "Titel"),
    FieldSpec("birth_date", "Geburtsdatum", FieldKind.DATE),
    FieldSpec("preferred_channel", "Am liebsten erreichbar über", FieldKind.CHOICE),
    FieldSpec("reachable_note", "Erreichbar", hint="Zum Beispiel: vormittags"),
    FieldSpec("occupation", "Berufliche Situation", FieldKind.CHOICE),
)
_NOT = FieldSpec("terms", "Möchte nicht", FieldKind.TERMS, wide=True, term_kinds=INTERESTS,
                 relation=NO)  # fmt: skip
_MOTIVE = FieldSpec("terms", "Motivation", FieldKind.TERMS, wide=True,
                    term_kinds=(TermKind.MOTIVE,), relation=WISH)  # fmt: skip
_MORE_TIME = (
    FieldSpec("rhythm", "Wie oft", FieldKind.CHOICE),
    FieldSpec("commitment", "Wie lange", FieldKind.CHOICE),
    FieldSpec("available_from", "Ab", FieldKind.DATE),
    FieldSpec("available_until", "Bis", FieldKind.DATE),
    FieldSpec("terms", "Mobilität", FieldKind.TERMS, wide=True, term_kinds=(TermKind.MOBILITY,),
              relation=HAS),
    FieldSpec("wanted_places", "Gewünschte Einsatzorte", wide=True,
              hint="Zum Beispiel: nur Sontra und Ulfen"),
)  # fmt: skip
_KNOWLEDGE = (
    FieldSpec("terms", "Kenntnisse", FieldKind.TERMS, wide=True,
              term_kinds=(TermKind.SKILL, TermKind.ACTIVITY), relation=HAS, levels=True),
    FieldSpec("terms", "Sprachen", FieldKind.TERMS, wide=True, term_kinds=(TermKind.LANGUAGE,),
              relation=HAS, levels=True),
    FieldSpec("profession", "Beruf oder Ausbildung"),
    FieldSpec("hobbies", "Hobbys"),
    FieldSpec("first_engagement", "Engagiert sich zum ersten Mal", FieldKind.YES_NO),
    FieldSpec("prior_engagement", "Bisheriges Engagement", FieldKind.BLOCK, wide=True),
)  # fmt: skip
_STANDING = (
    FieldSpec("status", "Status", FieldKind.CHOICE),
    FieldSpec("legal_basis", "Rechtsgrundlage", FieldKind.CHOICE),
)
_SPECIAL = FieldSpec("access_needs", "Hinweise zur Barrierefreiheit", FieldKind.BLOCK, wide=True,
                     hint="Nur mit der Einwilligung „Besondere Angaben“.")  # fmt: skip
_OFFICE = (
    FieldSpec("referral", "Aufmerksam geworden durch"),
    FieldSpec("outcome", "Ergebnis der Beratung"),
    FieldSpec("rests_until", "Keine Vorschläge bis", FieldKind.DATE),
    FieldSpec("adviser_note", "Notiz", FieldKind.BLOCK, wide=True),
)


def _in(group: str, *specs: FieldSpec) -> tuple[FieldSpec, ...]:
    return tuple(replace(one, group=group) for one in specs)


PROFILE = (
    *_in(
        CONTACT,
        _SALUTATION,
        _FIRST,
        _LAST,
        _YEAR,
        _PHONE,
        _EMAIL,
        _PLACE,
        *_ADDRESS,
        *_GUARDIAN,
        *_SECOND_GUARDIAN,
    ),
    *_in(WISHES, _INTERESTS, _NOT),
    *_in(TIME, _GRID, _HOURS, _KM),
    *_in(KNOWLEDGE, *_KNOWLEDGE),
    *_in(STANDING, *_STANDING),
    *_in(MORE_CONTACT, *_MORE_CONTACT),
    *_in(MORE_WISHES, _MOTIVE),
    *_in(MORE_TIME, *_MORE_TIME),
    *_in(OFFICE, *_OFFICE, _SPECIAL),
)
PROFILE_GROUPS = (
    FieldGroup(CONTACT), FieldGroup(WISHES), FieldGroup(TIME), FieldGroup(KNOWLEDGE),
    FieldGroup(STANDING),
    FieldGroup(MORE_CONTACT, more=True), FieldGroup(MORE_WISHES, more=True),
    FieldGroup(MORE_TIME, more=True), FieldGroup(OFFICE, more=True),
)  # fmt: skip


def fields_named(names: Sequence[str]) -> tuple[FieldSpec, ...]:
    """Fields of the full form by name, without their groups."""
    known = {one.name: one for one in PROFILE}
    return tuple(replace(known[name], group="") for name in names)


QUICK = (
    _SALUTATION, _FIRST, _LAST, _YEAR, *_GUARDIAN, _PLACE, _PHONE, _EMAIL, _INTERESTS, _GRID,
    _HOURS, *_CONSENT,
    *_in(CONTACT, *_ADDRESS, *_MORE_CONTACT),
    *_in(WISHES, _NOT, _MOTIVE),
    *_in(TIME, _KM, *_MORE_TIME),
    *_in(KNOWLEDGE, *_KNOWLEDGE),
    *_in(OFFICE, *_OFFICE),
)  # fmt: skip
"""At most twelve fields in the order of the paper sheet; guardians show for minors only."""
QUICK_GROUPS = tuple(
    FieldGroup(title, more=True) for title in (CONTACT, WISHES, TIME, KNOWLEDGE, OFFICE)
)

CONSENT = (
    FieldSpec("scope", "Wofür", FieldKind.CHOICE, wide=True),
    FieldSpec("given_on", "Gegeben am", FieldKind.DATE, hint="„heute“ genügt."),
    FieldSpec("form", "Form", FieldKind.CHOICE),
    FieldSpec("text_version", "Fassung des Textes", hint="Zum Beispiel: Blatt 2026-10"),
    FieldSpec("recipient", "Nur für", hint="Leer: für alle Initiativen.", wide=True),
    FieldSpec("by_guardian", "Durch Sorgeberechtigte", FieldKind.CHECK),
    FieldSpec("guardian_name", "Name der sorgeberechtigten Person"),
)
PROOF = (
    FieldSpec("term_id", "Nachweis", FieldKind.RECORD, source="proofs", wide=True),
    FieldSpec("held", "Liegt vor", FieldKind.CHECK, wide=True),
    FieldSpec("issued_on", "Ausgestellt am", FieldKind.DATE),
    FieldSpec("valid_until", "Gültig bis", FieldKind.DATE),
    FieldSpec("verified_on", "Gesehen am", FieldKind.DATE, hint="Nur gesehene Nachweise zählen."),
    FieldSpec("verified_by", "Gesehen von"),
)
