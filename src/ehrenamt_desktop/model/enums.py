"""The closed vocabularies of the field: English members, stored values, German labels as data.

`codes` are the upper-case words of the field brief and of common lists; imports accept value, label
and codes alike. Open vocabularies (areas, activities, skills …) are terms in the store.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from ehrenamt_desktop.model.text import fold


class Labelled(StrEnum):
    """An enum whose members carry a German label and the codes an import may use."""

    label: str
    codes: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", *codes: str) -> Self:
        """Make a member from its stored value, its German label and import codes."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.codes = codes
        return member

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The member whose value, label or code equals `text` (case and umlauts folded)."""
        wanted = fold(text)
        if not wanted:
            return None
        for member in cls:
            names = (str(member.value), member.label, *member.codes)
            if wanted in (fold(name) for name in names):
                return member
        return None


class Kind(Labelled):
    """The kinds of records the program keeps; values are the table names."""

    PERSON = "person", "Person"
    PERSON_TERM = "person_term", "Angabe zum Profil"
    CREDENTIAL = "credential", "Nachweis"
    CONSENT = "consent", "Einwilligung"
    INITIATIVE = "initiative", "Initiative"
    CONTACT = "contact_person", "Ansprechperson"
    OFFER = "offer", "Angebot"
    OFFER_TERM = "offer_term", "Angabe zum Angebot"
    PLACEMENT = "placement", "Vermittlung"
    STATUS_EVENT = "status_event", "Statuswechsel"
    FOLLOW_UP = "follow_up", "Wiedervorlage"
    INTERACTION = "interaction", "Gespräch"
    POSTING = "posting", "Aushang oder Ausdruck"
    PLACE = "place", "Ort"
    TERM = "term", "Begriff"
    LEGAL = "legal_parameter", "Rechtliche Größe"
    USER = "user", "Benutzer"
    SETTING = "setting", "Einstellung"
    SAVED_VIEW = "saved_view", "Ansicht"
    HOUSEHOLD = "household", "Haushalt"
    NOT_A_DOUBLE = "not_a_double", "Verschiedene Personen"
    MERGED_PERSON = "merged_person", "Zusammengeführte Person"
    FOUNDING_STEP = "founding_step", "Schritt der Gründung"
    INTEREST = "interest", "Interesse an einer Gründung"
    OFFER_ROUND = "offer_round", "Bestätigungsrunde"
    OFFER_QUESTION = "offer_question", "Nachfrage zum Angebot"


class OfferAnswer(Labelled):
    """What a body says of one of its offers in a confirmation round."""

    UNCHANGED = "unchanged", "unverändert"
    CHANGED = "changed", "geändert"
    DROPPED = "dropped", "entfällt"


class Salutation(Labelled):
    """How a person is addressed; the rest gets a neutral greeting."""

    MS = "ms", "Frau", "F", "w", "weiblich", "female", "Mrs", "Ms"
    MR = "mr", "Herr", "M", "m", "männlich", "male", "Herrn", "Mr"
    NEUTRAL = "neutral", "divers", "d", "diverse"
    NONE = "none", "keine Angabe", "unbekannt", "k. A."


class Channel(Labelled):
    """The way somebody prefers to be reached."""

    PHONE = "phone", "Telefon", "phone"
    MOBILE = "mobile", "Mobil", "Handy", "cell"
    EMAIL = "email", "E-Mail", "Mail"
    LETTER = "letter", "Brief", "Post"


class Occupation(Labelled):
    """Working status; asked only where it matters, never scored."""

    SCHOOL = "school", "Schule", "Schüler", "Schülerin"
    TRAINING = "training", "Ausbildung oder Studium", "Ausbildung", "Studium"
    EMPLOYED = "employed", "erwerbstätig", "berufstätig"
    JOB_SEEKER = "job_seeker", "arbeitsuchend", "SGB III", "arbeitslos"
    BASIC_SECURITY = "basic_security", "Grundsicherung", "SGB II", "Bürgergeld"
    FAMILY = "family", "Elternzeit oder Haushalt", "Elternzeit", "Haushalt"
    RETIRED = "retired", "Rente oder Pension", "Rente", "Pension", "Ruhestand"
    OTHER = "other", "Sonstiges"


class PersonStatus(Labelled):
    """What a human decides about a person; in placement and active are derived."""

    SEEKING = "seeking", "sucht", "INTERESSENT", "IN_BERATUNG", "aktiv", "active", "open"
    PAUSED = "paused", "pausiert", "PAUSIERT"
    ENDED = "ended", "beendet", "BEENDET", "NUR_INFO", "WEITERVERWIESEN", "closed"


class PersonStage(Labelled):
    """Where a person stands, derived from status and placements."""

    SEEKING = "seeking", "sucht"
    PROPOSED = "proposed", "in Vermittlung"
    ACTIVE = "active", "läuft"
    PAUSED = "paused", "pausiert"
    ENDED = "ended", "beendet"


class LegalBasis(Labelled):
    """On which ground a person's data is kept; decided by the office, never assumed."""

    OPEN = "open", "Rechtsgrundlage offen"
    CONSENT = "consent", "Einwilligung"
    PUBLIC_TASK = "public_task", "Öffentliche Aufgabe"


class TermKind(Labelled):
    """The open vocabularies kept as terms."""

    AREA = "area", "Bereich"
    ACTIVITY = "activity", "Tätigkeit"
    TARGET_GROUP = "target_group", "Zielgruppe"
    SKILL = "skill", "Kenntnis"
    LANGUAGE = "language", "Sprache"
    MOTIVE = "motive", "Motivation"
    MOBILITY = "mobility", "Mobilität"
    PROOF = "proof", "Nachweis"


class TermRelation(Labelled):
    """How a person relates to a term."""

    WISH = "wish", "möchte"
    NO = "no", "möchte nicht"
    HAS = "has", "kann oder hat"


class TermRole(Labelled):
    """How an offer relates to a term."""

    ABOUT = "about", "gehört dazu"
    REQUIRED = "required", "erforderlich"
    WISHED = "wished", "erwünscht"


class Level(Labelled):
    """How well a language or skill is known; members stand in rising order."""

    BASIC = "basic", "Grundkenntnisse", "A1", "A2", "wenig"
    GOOD = "good", "gut", "B1", "B2", "mittel"
    VERY_GOOD = "very_good", "sehr gut", "C1", "C2", "fließend"
    NATIVE = "native", "Muttersprache", "Erstsprache"


class ConsentScope(Labelled):
    """What somebody agreed to."""

    STORAGE = "storage", "Speicherung und Beratung"
    HANDOVER = "handover", "Weitergabe an Initiativen"
    LETTERS = "letters", "Aufnahme in Serienbriefe"
    EMAIL_INFO = "email_info", "Informationen per E-Mail"
    PHOTO = "photo", "Fotos"
    SPECIAL = "special", "Besondere Angaben"
    ACTIVITY = "activity", "Teilnahme am Engagement"
    PUBLISH_CONTACT = "publish_contact", "Veröffentlichung als Ansprechperson"


class ConsentForm(Labelled):
    """In which form a consent was given."""

    WRITTEN = "written", "schriftlich"
    ELECTRONIC = "electronic", "elektronisch"
    ORAL = "oral", "mündlich, mit Vermerk"


class InitiativeType(Labelled):
    """What kind of body an initiative is (agencies' usual list of carriers)."""

    ASSOCIATION = "association", "Eingetragener Verein", "VEREIN_EV", "Verein", "e. V."
    LOOSE_ASSOCIATION = "loose_association", "Verein ohne Eintragung", "VEREIN_NICHT_EV"
    MUNICIPALITY = "municipality", "Kommune oder Ortsbeirat", "KOMMUNE", "Gemeinde"
    UNION = "union", "Zweckverband", "ZWECKVERBAND"
    COUNTY = "county", "Landkreis", "LANDKREIS"
    CHURCH = "church", "Kirche", "KIRCHE", "Kirchengemeinde"
    WELFARE = "welfare", "Wohlfahrtsverband", "WOHLFAHRT"
    SCHOOL = "school", "Schule oder Kita", "SCHULE_KITA"
    CARE = "care", "Pflege oder Gesundheit", "PFLEGE_GESUNDHEIT"
    RESCUE = "rescue", "Feuerwehr oder Rettungsdienst", "FEUERWEHR_RETTUNG"
    FOUNDATION = "foundation", "Stiftung", "STIFTUNG"
    COOPERATIVE = "cooperative", "Genossenschaft oder gGmbH", "GENOSSENSCHAFT_GGMBH"
    GROUP = "group", "Initiative oder Gruppe", "INITIATIVE", "Gruppe"
    COMPANY = "company", "Unternehmen", "UNTERNEHMEN", "Firma"
    JOB_CENTRE = "job_centre", "Jobcenter oder Arbeitsagentur", "JOBCENTER_AGENTUR"
    OTHER = "other", "Sonstiges", "SONSTIGE"


class InitiativeStatus(Labelled):
    """What a human decides about an initiative."""

    FOUNDING = "founding", "in Gründung", "ANGEFRAGT"
    ACTIVE = "active", "aktiv", "KOOPERATION"
    DORMANT = "dormant", "ruhend", "RUHEND"
    ENDED = "ended", "beendet", "BEENDET"


class OfferKind(Labelled):
    """An ordinary offer, or help for one person carried by a body."""

    OFFER = "offer", "Angebot"
    HELP_REQUEST = "help_request", "Hilfegesuch", "Nachbarschaftshilfe"


class OfferStatus(Labelled):
    """What a human decides about an offer."""

    DRAFT = "draft", "Entwurf", "ENTWURF", "ZU_PRUEFEN", "pending"
    PUBLISHED = "published", "veröffentlicht", "AKTIV", "approved", "active", "aktiv"
    PAUSED = "paused", "pausiert", "PAUSIERT"
    ARCHIVED = "archived", "Archiv", "ARCHIVIERT", "archiviert"


class OfferStage(Labelled):
    """Where an offer stands, derived from status, dates and placements."""

    DRAFT = "draft", "Entwurf"
    OPEN = "open", "offen"
    UPCOMING = "upcoming", "beginnt später"
    FULL = "full", "besetzt"
    EXPIRED = "expired", "abgelaufen"
    PAUSED = "paused", "pausiert"
    ARCHIVED = "archived", "Archiv"


class Freshness(Labelled):
    """How long ago an offer was confirmed as current."""

    FRESH = "fresh", "in den letzten 3 Monaten bestätigt"
    AGEING = "ageing", "vor 3 bis 6 Monaten"
    STALE = "stale", "seit über 6 Monaten nicht bestätigt"


class Rhythm(Labelled):
    """How often a task comes."""

    ONCE = "once", "einmalig", "EINMALIG", "onetime"
    OCCASIONAL = "occasional", "gelegentlich", "GELEGENTLICH", "ab und zu"
    MONTHLY = "monthly", "monatlich", "MONATLICH"
    FORTNIGHTLY = "fortnightly", "alle zwei Wochen", "14TAEGIG", "14-täglich"
    WEEKLY = "weekly", "jede Woche", "WOECHENTLICH", "wöchentlich", "ongoing"
    SEVERAL = "several", "mehrmals pro Woche", "MEHRMALS_WOCHE"
    FLEXIBLE = "flexible", "flexibel", "FLEXIBEL"
    ON_CALL = "on_call", "auf Abruf", "AUF_ABRUF"


class Commitment(Labelled):
    """For how long a task binds."""

    EVENT = "event", "einzelner Einsatz", "EINSATZ"
    PROJECT = "project", "Projekt bis 3 Monate", "PROJEKT"
    SHORT = "short", "3 bis 6 Monate", "KURZ"
    MEDIUM = "medium", "6 bis 12 Monate", "MITTEL"
    LONG = "long", "über 12 Monate", "LANG"
    OPEN_ENDED = "open_ended", "unbefristet", "UNBEFRISTET"


class PlacementState(Labelled):
    """The four states of a placement; trial and getting to know are dates on it."""

    PROPOSED = "proposed", "Vorgeschlagen", "VORGESCHLAGEN"
    PASSED_ON = "passed_on", "Kontakt weitergegeben", "KONTAKT_WEITERGEGEBEN"
    RUNNING = "running", "Läuft", "VERMITTELT", "AKTIV_BESTAETIGT"
    ENDED = "ended", "Beendet", "REGULAER_BEENDET", "ABGEBROCHEN", "NICHT_ZUSTANDE_GEKOMMEN"


class EndReason(Labelled):
    """Why a placement ended or never came about."""

    COMPLETED = "completed", "wie vereinbart abgeschlossen", "befristet abgeschlossen"
    NO_TIME = "no_time", "zeitliche Gründe", "zeitlich"
    HEALTH = "health", "gesundheitliche Gründe", "Gesundheit"
    MOVED = "moved", "Umzug"
    WORK_FOUND = "work_found", "Arbeit aufgenommen", "Arbeitsaufnahme"
    EXPECTATIONS = "expectations", "Erwartungen nicht erfüllt", "Erwartung nicht erfüllt"
    NO_ANSWER = "no_answer", "Initiative meldet sich nicht", "Organisation meldet sich nicht"
    TAKEN = "taken", "Platz schon besetzt"
    REQUIREMENTS = "requirements", "Voraussetzungen passen nicht", "Anforderungen passen nicht"
    DECLINED = "declined", "Person möchte nicht"
    UNKNOWN = "unknown", "unbekannt"


class FollowUpKind(Labelled):
    """What a dated reminder asks for."""

    ASK_PERSON = "ask_person", "Nachfragen bei der Person"
    ASK_INITIATIVE = "ask_initiative", "Nachfragen bei der Initiative"
    CONFIRM_OFFER = "confirm_offer", "Angebot abfragen"
    ANSWER_DUE = "answer_due", "Rückmeldung zum Vorschlag"
    TAKE_DOWN = "take_down", "Aushang abnehmen"
    CALL = "call", "Anrufen"
    OTHER = "other", "Erledigen"


class FollowUpResult(Labelled):
    """What a follow-up brought."""

    GOES_ON = "goes_on", "läuft weiter"
    PROBLEM = "problem", "es gibt Schwierigkeiten"
    NOT_REACHED = "not_reached", "nicht erreicht"
    ENDED = "ended", "beendet"
    DONE = "done", "erledigt"


class InteractionKind(Labelled):
    """What a contact with somebody was."""

    FIRST_CONTACT = "first_contact", "Erstkontakt"
    CONSULTATION = "consultation", "Beratungsgespräch"
    CALL = "call", "Anruf"
    EMAIL = "email", "E-Mail"
    LETTER = "letter", "Brief"
    VISIT = "visit", "Besuch"
    NOTE = "note", "Notiz"


class TalkChannel(Labelled):
    """The way a talk took place."""

    IN_PERSON = "in_person", "persönlich", "vor Ort"
    PHONE = "phone", "am Telefon", "Telefon"
    VIDEO = "video", "per Video", "Video"
    EMAIL = "email", "per E-Mail", "E-Mail"
    LETTER = "letter", "per Brief", "Brief"


class InteractionState(Labelled):
    """Whether a talk lies ahead, took place or was missed."""

    PLANNED = "planned", "geplant"
    HELD = "held", "geführt"
    MISSED = "missed", "nicht erschienen"


class PaperKind(Labelled):
    """The papers and lists this program makes."""

    OFFER_LIST = "offer_list", "Aushang"
    PROPOSAL_LETTER = "proposal_letter", "Vorschlagsbrief"
    COUNCIL_LIST = "council_list", "Gremienliste"
    LIST_EXPORT = "list_export", "Liste"
    ROUND_CALLS = "round_calls", "Telefonliste"
    ROUND_LETTERS = "round_letters", "Briefe zur Abfrage"


class Role(Labelled):
    """What a user may do."""

    COORDINATOR = "coordinator", "Koordination"
    READER = "reader", "nur lesen"


class Mark(Labelled):
    """How sure a figure of law is."""

    VERIFIED = "verified", "belegt", "V"
    UNVERIFIED = "unverified", "zu prüfen", "U"
