"""Words about people: how they are addressed and reached, what they may and know."""

from ehrenamt_desktop.model.enums.labelled import Labelled


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


class Newcomer(Labelled):
    """Whether somebody volunteers for the first time."""

    FIRST = "first", "zum ersten Mal engagiert"
    BEFORE = "before", "schon früher engagiert"


class RestrictionGround(Labelled):
    """Why data may only be kept (Art. 18(1) GDPR)."""

    CONTESTED = "contested", "Ob die Angaben stimmen, wird geprüft (Buchst. a)"
    UNLAWFUL = "unlawful", "Zu Unrecht verarbeitet, Löschung nicht gewünscht (Buchst. b)"
    CLAIMS = "claims", "Für Rechtsansprüche aufzuheben (Buchst. c)"
    OBJECTION = "objection", "Über einen Widerspruch ist noch nicht entschieden (Buchst. d)"


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
