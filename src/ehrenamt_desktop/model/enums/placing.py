"""Words about placements and what follows from them: contacts, follow-ups, talks."""

from ehrenamt_desktop.model.enums.labelled import Labelled


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


class PassingWay(Labelled):
    """How a contact reached the initiative."""

    EMAIL = "email", "E-Mail"
    CALL = "call", "Anruf"
    LETTER = "letter", "Brief"
    PERSONAL = "personal", "persönlich"


class FollowUpKind(Labelled):
    """What a dated reminder asks for."""

    ASK_PERSON = "ask_person", "Nachfragen bei der Person"
    ASK_INITIATIVE = "ask_initiative", "Nachfragen bei der Initiative"
    ASK_BOTH = "ask_both", "Nachfragen bei beiden"
    CONFIRM_OFFER = "confirm_offer", "Angebot abfragen"
    ANSWER_DUE = "answer_due", "Rückmeldung zum Vorschlag"
    HANG_UP = "hang_up", "Aushang aufhängen"
    TAKE_DOWN = "take_down", "Aushang abnehmen"
    DELETE_EXPORT = "delete_export", "Liste löschen"
    GRANT_DEADLINE = "grant_deadline", "Förderfrist"
    GRANT_EVIDENCE = "grant_evidence", "Verwendungsnachweis"
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
