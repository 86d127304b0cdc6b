"""The fields of people, initiatives and offers in foreign lists: labels, kinds and header words.

One table as data: the German label is the heading of an export, and label, key and synonyms are the
headings an import understands (case, umlauts, blanks and signs do not matter). Fields that are only
read (`written` False) are joined into others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from ehrenamt_desktop.model.enums import (
    Channel,
    Commitment,
    InitiativeStatus,
    InitiativeType,
    Labelled,
    Occupation,
    OfferKind,
    OfferStatus,
    PersonStatus,
    Rhythm,
    Salutation,
    TermKind,
    TermRelation,
    TermRole,
)


class FieldKind(Enum):
    """How a cell of a field is read and written."""

    NUMBER = "number"
    LINE = "line"
    BLOCK = "block"
    PHONE = "phone"
    POSTCODE = "postcode"
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    YES_NO = "yes_no"
    CHOICE = "choice"
    GRID = "grid"
    PLACE = "place"
    TERMS = "terms"
    PROOFS = "proofs"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a noun.

    Attributes:
        key: English name; that of the draft's field where there is one.
        label: German name; heading of the export.
        kind: how its cells are read and written.
        synonyms: further headings that mean this field.
        choices: the enum of a choice.
        term_kind: the vocabulary of terms.
        relation: how terms relate to the record.
        required: a list without it cannot be imported.
        written: whether it is exported; else it is only read.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    synonyms: tuple[str, ...] = ()
    choices: type[Labelled] | None = None
    term_kind: TermKind | None = None
    relation: TermRelation | TermRole | None = None
    required: bool = False
    written: bool = True


def _line(key: str, label: str, *synonyms: str, required: bool = False) -> Field:
    return Field(key, label, FieldKind.LINE, synonyms, required=required)


def _of(kind: FieldKind, key: str, label: str, *synonyms: str) -> Field:
    return Field(key, label, kind, synonyms)


def _choice(key: str, label: str, choices: type[Labelled], *synonyms: str) -> Field:
    return Field(key, label, FieldKind.CHOICE, synonyms, choices=choices)


def _terms(
    key: str, label: str, kind: TermKind, relation: TermRelation | TermRole, *synonyms: str
) -> Field:
    return Field(key, label, FieldKind.TERMS, synonyms, term_kind=kind, relation=relation)


def _read_only(kind: FieldKind, key: str, label: str, *synonyms: str) -> Field:
    return Field(key, label, kind, synonyms, written=False)


_NUMBER = _of(FieldKind.NUMBER, "number", "Nr.", "Nr", "Nummer", "Datensatz-Nr.")
_SOURCE_KEY = _read_only(
    FieldKind.LINE,
    "source_key",
    "Kennung",
    "external id",
    "externe ID",
    "source key",
    "Fremdnummer",
)
_HOUSE_NUMBER = _read_only(
    FieldKind.LINE, "house_number", "Hausnummer", "Haus-Nr.", "house no", "street number"
)
_STREET = _line("street", "Straße", "Straße und Hausnummer", "Strasse Nr", "Straße/Nr.", "address",
                "Anschrift", "street address", "Adresse")  # fmt: skip
_POSTCODE = _of(FieldKind.POSTCODE, "postcode", "PLZ", "Postleitzahl", "postal code", "zip",
                "zip code", "post code")  # fmt: skip
_CITY = _line("city", "Ort", "Wohnort", "Stadt", "town", "location", "Gemeinde", "municipality")
_PLACE = _of(FieldKind.PLACE, "place", "Ortsteil", "Stadtteil", "district", "village", "Ortschaft")
_PHONE = _of(FieldKind.PHONE, "phone", "Telefon", "Telefonnummer", "Tel.", "telephone",
             "phone number", "Festnetz", "Telefon privat", "home phone")  # fmt: skip
_EMAIL = _line(
    "email", "E-Mail", "E-Mail-Adresse", "Mail", "Mailadresse", "email address", "e-mail 1"
)
_LATITUDE = _read_only(FieldKind.DECIMAL, "latitude", "Breitengrad", "lat", "Breite")
_LONGITUDE = _read_only(FieldKind.DECIMAL, "longitude", "Längengrad", "lon", "lng", "Länge")
_SOURCE = _read_only(FieldKind.LINE, "source", "Quelle", "Datenquelle")

PERSON_FIELDS: tuple[Field, ...] = (
    _NUMBER,
    _choice("salutation", "Anrede", Salutation, "Geschlecht", "gender", "sex"),
    _line("title", "Titel", "akademischer Titel", "academic title"),
    _line("first_name", "Vorname", "Vornamen", "Rufname", "first name", "given name", "forename"),
    _line("last_name", "Nachname", "Familienname", "Zuname", "last name", "surname", "family name"),
    _read_only(FieldKind.LINE, "full_name", "Name", "Vor- und Nachname", "Name, Vorname",
               "full name", "Vorname Nachname", "Nachname, Vorname"),
    _of(FieldKind.DATE, "birth_date", "Geburtsdatum", "geboren am", "geboren", "Geb.-Datum",
        "Geb.", "date of birth", "DOB", "birthday", "birthdate", "Geburtstag"),
    _of(FieldKind.INTEGER, "birth_year", "Geburtsjahr", "Jahrgang", "year of birth", "birth year"),
    _STREET,
    _HOUSE_NUMBER,
    _POSTCODE,
    _CITY,
    _PLACE,
    _PHONE,
    _of(FieldKind.PHONE, "mobile", "Mobil", "Handy", "Mobiltelefon", "Mobilnummer", "Handynummer",
        "mobile phone", "cell", "cell phone"),
    _EMAIL,
    _choice("preferred_channel", "Bevorzugter Weg", Channel, "bevorzugter Kontakt",
            "preferred channel", "contact preference", "Kontaktweg"),
    _line("reachable_note", "Erreichbarkeit", "erreichbar", "reachable", "Erreichbar am besten"),
    _choice("occupation", "Berufliche Situation", Occupation, "Erwerbsstatus", "employment status",
            "occupation status"),
    _line("profession", "Beruf", "Beruf oder Ausbildung", "Beruf/Ausbildung", "profession",
          "job title"),
    _line("hobbies", "Hobbys", "Hobbies", "Hobby"),
    _of(FieldKind.BLOCK, "prior_engagement", "Bisheriges Engagement", "Vorerfahrung",
        "prior engagement", "experience", "Erfahrungen", "bisheriges Ehrenamt"),
    _of(FieldKind.YES_NO, "first_engagement", "Zum ersten Mal engagiert", "erstmals engagiert",
        "first time volunteer", "neu im Ehrenamt"),
    _terms("areas", "Bereiche", TermKind.AREA, TermRelation.WISH, "Bereich", "Interessen",
           "Interesse", "Interessenbereiche", "Interessensbereiche", "interests", "category",
           "categories", "Engagementbereiche", "Handlungsfelder", "areas of interest"),
    _terms("activities", "Tätigkeiten", TermKind.ACTIVITY, TermRelation.WISH, "Tätigkeit",
           "Tätigkeitsart", "activities", "activity"),
    _terms("target_groups", "Zielgruppen", TermKind.TARGET_GROUP, TermRelation.WISH, "Zielgruppe",
           "target groups", "target group"),
    _terms("not_areas", "Möchte nicht: Bereiche", TermKind.AREA, TermRelation.NO,
           "Bereiche lieber nicht"),
    _terms("not_activities", "Möchte nicht: Tätigkeiten", TermKind.ACTIVITY, TermRelation.NO,
           "Tätigkeiten lieber nicht"),
    _terms("not_target_groups", "Möchte nicht: Zielgruppen", TermKind.TARGET_GROUP,
           TermRelation.NO, "Zielgruppen lieber nicht", "lieber nicht"),
    _terms("motives", "Motivation", TermKind.MOTIVE, TermRelation.WISH, "Motive", "Beweggründe",
           "motivation"),
    _terms("practice", "Erfahrung mit", TermKind.ACTIVITY, TermRelation.HAS),
    _terms("skills", "Kenntnisse", TermKind.SKILL, TermRelation.HAS, "Kenntnis", "Fähigkeiten",
           "skills", "Fertigkeiten", "Kompetenzen"),
    _terms("languages", "Sprachen", TermKind.LANGUAGE, TermRelation.HAS, "Sprache",
           "Sprachkenntnisse", "languages", "language"),
    _terms("mobility", "Mobilität", TermKind.MOBILITY, TermRelation.HAS, "transport",
           "mobility"),
    Field("proofs", "Nachweise", FieldKind.PROOFS, ("Nachweis", "Qualifikationen", "certificates",
          "credentials"), term_kind=TermKind.PROOF),
    _of(FieldKind.GRID, "time_grid", "Zeiten", "verfügbar", "Verfügbarkeit", "availability",
        "Einsatzzeiten", "Wochentage", "Zeitraster"),
    _of(FieldKind.DECIMAL, "hours_per_week", "Stunden pro Woche", "Stunden/Woche", "Wochenstunden",
        "hours per week", "Zeitumfang", "Std. pro Woche"),
    _choice("rhythm", "Rhythmus", Rhythm, "Häufigkeit", "frequency", "recurrence"),
    _choice("commitment", "Dauer", Commitment, "Bindung", "commitment", "duration"),
    _of(FieldKind.DATE, "available_from", "Frühester Beginn", "verfügbar ab", "ab wann",
        "available from"),
    _of(FieldKind.DATE, "available_until", "Befristet bis", "verfügbar bis", "available until"),
    _of(FieldKind.DECIMAL, "max_km", "Größte Entfernung (km)", "max. Entfernung", "max km",
        "Umkreis", "Umkreis (km)", "radius", "Entfernung", "maximale Entfernung"),
    _line("guardian_name", "Sorgeberechtigte", "Sorgeberechtigter", "Erziehungsberechtigte",
          "guardian", "guardian name", "Eltern"),
    _of(FieldKind.PHONE, "guardian_phone", "Telefon der Sorgeberechtigten", "guardian phone"),
    _of(FieldKind.CONSENT, "storage_consent_on", "Einwilligung Speicherung am",
        "Einwilligung Speicherung", "Einwilligung vom", "Einwilligung am", "Datenschutz vom",
        "consent date", "Einwilligung"),
    _of(FieldKind.CONSENT, "handover_consent_on", "Einwilligung Weitergabe am",
        "Einwilligung Weitergabe"),
    _of(FieldKind.CONSENT, "guardian_consent_on", "Einwilligung der Sorgeberechtigten am",
        "Einwilligung der Sorgeberechtigten", "Einwilligung Eltern", "guardian consent"),
    _line("referral", "Aufmerksam durch", "aufmerksam geworden durch", "referral"),
    _of(FieldKind.BLOCK, "adviser_note", "Interne Notiz", "Notiz", "Notizen", "Bemerkung",
        "Bemerkungen", "note", "notes", "comments", "Anmerkung", "Anmerkungen"),
    _of(FieldKind.DATE, "rests_until", "Keine Vorschläge bis", "ruht bis"),
    _choice("status", "Status", PersonStatus, "state"),
    _LATITUDE,
    _LONGITUDE,
    _SOURCE_KEY,
    _SOURCE,
)  # fmt: skip
"""Fields of a person. The legal basis is not among them: imported people start with an open one."""

INITIATIVE_FIELDS: tuple[Field, ...] = (
    _NUMBER,
    _line("name", "Name", "Initiative", "Organisation", "Organisationsname", "Einrichtung",
          "Einrichtungsname", "Verein", "Vereinsname", "organization", "organisation name",
          "organization name", "Name der Initiative", "Name der Einrichtung", required=True),
    _choice("type", "Art", InitiativeType, "Organisationstyp", "Typ", "type", "organisation type",
            "Rechtsform"),
    _line("legal_form", "Rechtsform im Wortlaut"),
    _line("parent_body", "Träger", "übergeordneter Träger", "parent", "parent organisation"),
    _of(FieldKind.YES_NO, "nonprofit", "Gemeinnützig", "Gemeinnützigkeit", "nonprofit"),
    _of(FieldKind.DATE, "exemption_until", "Freistellungsbescheid bis", "Freistellung bis"),
    _STREET,
    _HOUSE_NUMBER,
    _POSTCODE,
    _CITY,
    _PLACE,
    _PHONE,
    _EMAIL,
    _line("website", "Internet", "Webseite", "Website", "Homepage", "URL", "web", "Internetseite"),
    _of(FieldKind.BLOCK, "purpose", "Zweck", "Beschreibung", "Aufgaben", "description", "purpose",
        "Über uns"),
    _of(FieldKind.INTEGER, "volunteers", "Zahl der Ehrenamtlichen", "Ehrenamtliche",
        "Anzahl Ehrenamtliche", "volunteers"),
    _line("accident_insurer", "Unfallversicherung", "gesetzliche Unfallversicherung",
          "accident insurer"),
    _line("liability_cover", "Haftpflicht", "Haftpflichtversicherung", "liability cover"),
    _of(FieldKind.DATE, "protection_agreed_on", "Schutzvereinbarung vom", "Vereinbarung § 72a vom"),
    _of(FieldKind.DATE, "cooperation_since", "Kooperation seit", "Kooperationsvereinbarung vom"),
    _line("contact_name", "Ansprechperson", "Ansprechpartner", "Ansprechpartnerin", "contact",
          "contact person", "Kontaktperson", "contact name"),
    _line("contact_function", "Funktion der Ansprechperson", "Funktion", "contact function"),
    _of(FieldKind.PHONE, "contact_phone", "Telefon der Ansprechperson", "contact phone"),
    _line("contact_email", "E-Mail der Ansprechperson", "contact email"),
    _of(FieldKind.BLOCK, "note", "Interne Notiz", "Notiz", "Bemerkung", "Bemerkungen", "notes",
        "comments", "Anmerkung"),
    _choice("status", "Status", InitiativeStatus, "state"),
    _LATITUDE,
    _LONGITUDE,
    _SOURCE_KEY,
    _SOURCE,
)  # fmt: skip

OFFER_FIELDS: tuple[Field, ...] = (
    _NUMBER,
    _choice("kind", "Art des Angebots", OfferKind, "Angebotsart"),
    _line("initiative", "Initiative", "Organisation", "Einrichtung", "Einrichtungsname", "Verein",
          "Träger", "Anbieter", "organization", "organisation name", "organization name",
          "Name der Initiative", required=True),
    _line("title", "Titel", "Angebot", "Angebotsname", "Bezeichnung", "Aufgabe", "name",
          "opportunity", "Titel des Angebots", required=True),
    _line("teaser", "Kurztext", "Kurzbeschreibung", "teaser", "summary", "Kurztext (Aushang)"),
    _of(FieldKind.BLOCK, "description", "Beschreibung", "Langtext", "description", "Text",
        "Aufgabenbeschreibung"),
    _line("location", "Einsatzort", "location", "Einsatzstelle", "Ort des Einsatzes", "Treffpunkt",
          "venue"),
    _read_only(FieldKind.POSTCODE, "postcode", "PLZ", "Postleitzahl", "postal code", "zip",
               "zip code", "post code"),
    _read_only(FieldKind.LINE, "city", "Ort", "Stadt", "town", "city", "Gemeinde"),
    _PLACE,
    _of(FieldKind.YES_NO, "accessible", "Barrierefrei", "accessible", "rollstuhlgerecht"),
    _line("transit_note", "Bus und Bahn", "ÖPNV", "Anfahrt", "public transport"),
    _terms("areas", "Bereiche", TermKind.AREA, TermRole.ABOUT, "Bereich", "category", "categories",
           "Kategorie", "Kategorien", "Handlungsfeld", "Handlungsfelder", "Engagementbereich"),
    _terms("activities", "Tätigkeiten", TermKind.ACTIVITY, TermRole.ABOUT, "Tätigkeit",
           "Tätigkeitsart", "activities", "activity"),
    _terms("target_groups", "Zielgruppen", TermKind.TARGET_GROUP, TermRole.ABOUT, "Zielgruppe",
           "target groups", "target group"),
    _terms("motives", "Motivation", TermKind.MOTIVE, TermRole.ABOUT, "Motive"),
    _terms("skills_required", "Kenntnisse erforderlich", TermKind.SKILL, TermRole.REQUIRED,
           "Qualifikation", "required skills", "erforderliche Kenntnisse"),
    _terms("skills_wished", "Kenntnisse erwünscht", TermKind.SKILL, TermRole.WISHED, "Kenntnisse",
           "skills", "erwünschte Kenntnisse"),
    _terms("languages_required", "Sprachen erforderlich", TermKind.LANGUAGE, TermRole.REQUIRED),
    _terms("languages_wished", "Sprachen erwünscht", TermKind.LANGUAGE, TermRole.WISHED, "Sprachen",
           "languages", "Sprache"),
    _terms("mobility_required", "Mobilität erforderlich", TermKind.MOBILITY, TermRole.REQUIRED,
           "Führerschein"),
    _terms("mobility_wished", "Mobilität erwünscht", TermKind.MOBILITY, TermRole.WISHED),
    _terms("proofs_required", "Nachweise erforderlich", TermKind.PROOF, TermRole.REQUIRED,
           "Nachweise"),
    _terms("proofs_wished", "Nachweise erwünscht", TermKind.PROOF, TermRole.WISHED),
    _of(FieldKind.INTEGER, "places_total", "Plätze", "Plätze gesamt", "Anzahl Plätze",
        "gesuchte Personen", "Anzahl Gesuche", "Bedarf", "places", "volunteers needed",
        "vacancies"),
    _of(FieldKind.DECIMAL, "hours_per_week", "Stunden pro Woche", "Stunden/Woche", "Zeitumfang",
        "hours per week", "Std. pro Woche"),
    _choice("rhythm", "Rhythmus", Rhythm, "Häufigkeit", "frequency", "recurrence",
            "recurrence type"),
    _choice("commitment", "Dauer", Commitment, "commitment", "duration"),
    _of(FieldKind.GRID, "time_grid", "Zeiten", "Wochentage", "Einsatzzeiten", "Zeitraster",
        "days and times"),
    _line("time_text", "Zeiten in Worten", "Zeitangabe", "Uhrzeit", "time"),
    _of(FieldKind.DATE, "starts_on", "Beginn", "ab", "Startdatum", "start date", "starts on",
        "Start"),
    _of(FieldKind.DATE, "ends_on", "Ende", "bis", "Enddatum", "end date", "ends on"),
    _line("requirements", "Anforderungen", "Voraussetzungen", "requirements"),
    _of(FieldKind.INTEGER, "min_age", "Mindestalter", "min age", "minimum age", "Alter ab"),
    _of(FieldKind.INTEGER, "max_age", "Höchstalter", "max age", "maximum age", "Alter bis"),
    _of(FieldKind.DECIMAL, "max_km", "Größte Entfernung (km)", "max. Entfernung", "Umkreis"),
    _of(FieldKind.YES_NO, "needs_efz", "Führungszeugnis", "erweitertes Führungszeugnis",
        "needs efz", "background check"),
    _of(FieldKind.YES_NO, "needs_ifsg", "Belehrung IfSG", "IfSG", "Infektionsschutzbelehrung"),
    _of(FieldKind.YES_NO, "needs_measles", "Masernschutz", "Masernnachweis", "Masernimpfung"),
    _of(FieldKind.YES_NO, "needs_nda", "Verschwiegenheit", "Schweigepflicht"),
    _of(FieldKind.YES_NO, "remote", "Von zu Hause möglich", "online", "remote", "virtual",
        "online möglich", "ortsunabhängig"),
    _of(FieldKind.YES_NO, "fit_youth", "Für Jugendliche geeignet", "für Jugendliche"),
    _of(FieldKind.YES_NO, "fit_job_seeker", "Für Arbeitsuchende geeignet", "für Arbeitsuchende"),
    _of(FieldKind.YES_NO, "fit_group", "Für Gruppen geeignet", "für Gruppen"),
    _of(FieldKind.YES_NO, "trial_possible", "Schnuppern möglich", "Probezeit möglich",
        "Schnuppertermin"),
    _line("induction", "Einarbeitung", "induction", "Einführung"),
    _line("training", "Fortbildung", "Fortbildungen", "Schulung", "training"),
    _line("teaches", "Das lernt man dabei", "Lerninhalte", "Kompetenzen", "skills gained"),
    _of(FieldKind.YES_NO, "expense_refund", "Auslagenersatz", "Fahrtkostenersatz",
        "expense refund"),
    _of(FieldKind.DECIMAL, "allowance_month", "Aufwandsentschädigung (€ im Monat)",
        "Aufwandsentschädigung"),
    _of(FieldKind.DATE, "entered_on", "Erfasst am", "erstellt", "erstellt am", "angelegt am",
        "created", "created on", "created date"),
    _of(FieldKind.DATE, "confirmed_on", "Zuletzt bestätigt", "bestätigt am", "bearbeitet",
        "zuletzt bearbeitet", "confirmed on", "last modified", "last modified date", "updated"),
    _of(FieldKind.DATE, "valid_until", "Gültig bis", "valid until", "expires", "Ablaufdatum"),
    _of(FieldKind.YES_NO, "publish_contact", "Ansprechperson nennen"),
    _choice("status", "Status", OfferStatus, "state"),
    _of(FieldKind.DATE, "paused_until", "Pausiert bis", "Pause bis"),
    _LATITUDE,
    _LONGITUDE,
    _SOURCE_KEY,
    _SOURCE,
)  # fmt: skip
"""Fields of an offer. What is known of a helped person is never imported or exported."""

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "people": PERSON_FIELDS,
    "initiatives": INITIATIVE_FIELDS,
    "offers": OFFER_FIELDS,
}
"""The fields by noun, as the command line names it."""


def written(noun: str) -> tuple[Field, ...]:
    """The fields of an export, in order."""
    return tuple(field for field in FIELDS[noun] if field.written)


@cache
def by_key(noun: str) -> Mapping[str, Field]:
    """The fields of a noun by key."""
    return {field.key: field for field in FIELDS[noun]}
