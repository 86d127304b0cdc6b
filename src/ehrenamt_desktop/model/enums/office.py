"""What the office keeps and makes: kinds of records and papers, costs, users, law."""

from ehrenamt_desktop.model.enums.labelled import Labelled


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
    WEIGHT_SET = "weight_set", "Gewichtung"
    PASSED_CONTACT = "passed_contact", "Weitergegebener Kontakt"
    HOUR_ENTRY = "hour_entry", "Stunden"
    LETTER_TEXT = "letter_text", "Brieftext"
    LETTERHEAD = "letterhead", "Briefkopf"
    BOARD = "board", "Schaukasten"
    COST = "cost", "Ausgabe"
    TARGET = "target", "Jahresziel"
    EDITION = "edition", "Berichtsausgabe"
    EDITION_CASE = "edition_case", "Fall einer Berichtsausgabe"
    GRANT_PROGRAMME = "grant_programme", "Förderprogramm"
    GRANT_APPLICATION = "grant_application", "Förderantrag"
    DOCUMENT = "document", "Unterlage"
    DOCUMENT_EDITION = "document_edition", "Ausgabe einer Unterlage"
    DOCUMENT_RULE = "document_rule", "Regel zum Aushändigen"
    HAND_OUT = "hand_out", "Ausgehändigte Unterlagen"
    HAND_OUT_ITEM = "hand_out_item", "Ausgehändigte Unterlage"
    TRAINING = "training", "Schulung"
    TRAINING_DAY = "training_day", "Termin einer Schulung"
    TRAINING_PAPER = "training_paper", "Unterlage einer Schulung"
    ATTENDANCE = "attendance", "Anmeldung"
    RESOURCE = "resource", "Ausleihbares"
    LENDING = "lending", "Ausleihe"
    RELATION = "relation", "Beziehung"
    EXPERIENCE = "experience", "Erfahrung"
    ACTOR = "actor", "Stelle außerhalb"
    REFERRAL = "referral", "Weiterverweisung"
    OUTREACH = "outreach", "Öffentlichkeitsarbeit"
    PLAN = "plan", "Weg"
    PLAN_STEP = "plan_step", "Schritt eines Weges"
    COMPETENCE = "competence", "Kompetenz"
    STATEMENT_REPLY = "statement_reply", "Antwort auf eine Aussage"
    ERASURE = "erasure", "Löschung"
    PAST_CASE = "past_case", "Früherer Fall"


class PaperKind(Labelled):
    """The papers and lists this program makes."""

    OFFER_LIST = "offer_list", "Aushang"
    POSTER = "poster", "Plakat"
    BULLETIN = "bulletin", "Mitteilungsblatt"
    WEB_PAGE = "web_page", "Webseite"
    BOARD_ROUND = "board_round", "Rundgang"
    LETTER = "letter", "Brief"
    PROPOSAL_LETTER = "proposal_letter", "Vorschlagsbrief"
    TALK_SHEET = "talk_sheet", "Gesprächszettel"
    COUNCIL_LIST = "council_list", "Gremienliste"
    COUNCIL_PAGE = "council_page", "Gremienvorlage"
    ANNUAL_REPORT = "annual_report", "Jahresbericht"
    FUNDING_REPORT = "funding_report", "Verwendungsnachweis"
    GAP_REPORT = "gap_report", "Lückenbericht"
    LIST_EXPORT = "list_export", "Liste"
    ROUND_CALLS = "round_calls", "Telefonliste"
    ROUND_LETTERS = "round_letters", "Briefe zur Abfrage"
    REPLY_SLIP = "reply_slip", "Rückmeldezettel"
    SERIAL_LETTER = "serial_letter", "Serienbrief"
    LABELS = "labels", "Etiketten"
    CERTIFICATE = "certificate", "Bescheinigung"
    CARD_LETTER = "card_letter", "Begleitschreiben Ehrenamts-Card"
    OFFER_SHEET = "offer_sheet", "Angebotsblatt"
    ATTENDANCE = "attendance", "Teilnahmeliste"
    CALL_SHEET = "call_sheet", "Anrufliste"
    STATEMENTS = "statements", "Aussagen für junge Leute"
    PACK = "pack", "Ausgehändigte Unterlagen"
    DISCLOSURE = "disclosure", "Auskunft nach Art. 15 DSGVO"


class CertificateKind(Labelled):
    """The papers that say what somebody did."""

    ENGAGEMENT = "engagement", "Bescheinigung über das Engagement"
    COMPETENCE = "competence", "Kompetenznachweis"
    AUTHORITY = "authority", "Bescheinigung für Agentur für Arbeit oder Jobcenter"
    SCHOOL = "school", "Zeugnisbeiblatt"
    THANKS = "thanks", "Dankurkunde"


class LetterTo(Labelled):
    """Whom a letter is written to."""

    PERSON = "person", "Person"
    INITIATIVE = "initiative", "Initiative"
    ANYONE = "anyone", "Person oder Initiative"


class CostKind(Labelled):
    """What money was spent on; the kinds a proof of use of funds asks for."""

    STAFF = "staff", "Personal"
    OFFICE = "office", "Büro und Technik"
    PAPER = "paper", "Druck und Porto"
    PUBLICITY = "publicity", "Öffentlichkeitsarbeit"
    TRAINING = "training", "Schulung und Fortbildung"
    TRAVEL = "travel", "Fahrten"
    INSURANCE = "insurance", "Versicherung"
    RECOGNITION = "recognition", "Anerkennung"
    OTHER = "other", "Sonstiges"


class ErasureReason(Labelled):
    """Why a record is to be erased."""

    REQUEST = "request", "Verlangen der Person"
    WITHDRAWN = "withdrawn", "Einwilligung widerrufen"
    RETENTION = "retention", "Aufbewahrung abgelaufen"


class ArchiveAnswer(Labelled):
    """What the archive said to records it was offered (HArchivG)."""

    TAKEN = "taken", "übernommen"
    DECLINED = "declined", "nicht archivwürdig"
    WAIVER = "waiver", "allgemeiner Verzicht"
    SILENCE = "silence", "keine Antwort"


class Role(Labelled):
    """What a user may do."""

    COORDINATOR = "coordinator", "Koordination"
    STAND_IN = "stand_in", "Vertretung"
    READER = "reader", "nur lesen"


class Purpose(Labelled):
    """What people's data is used for; each has a legal basis of its own."""

    ADVISE = "advise", "Aufnehmen, beraten und vermitteln"
    PASS_ON = "pass_on", "Kontakt an eine Initiative weitergeben"
    INVITE = "invite", "Briefe und Einladungen"
    REPORT = "report", "Zählen und berichten"


class PrivacyPaperKind(Labelled):
    """The papers of data protection."""

    NOTICE = "notice", "Datenschutzhinweis für Freiwillige"
    CONTACTS = "contacts", "Datenschutzhinweis für Ansprechpersonen"
    REGISTER = "register", "Verzeichnis der Verarbeitungstätigkeiten"
    MEASURES = "measures", "Technische und organisatorische Maßnahmen"
    THRESHOLD = "threshold", "Schwellwertprüfung"
    BREACH = "breach", "Meldeblatt bei einer Datenpanne"


class Strength(Labelled):
    """How long a passphrase withstands guessing."""

    TOO_WEAK = "too_weak", "zu schwach"
    WEAK = "weak", "schwach"
    FAIR = "fair", "mittel"
    GOOD = "good", "gut"
    VERY_GOOD = "very_good", "sehr gut"


class Mark(Labelled):
    """How sure a figure of law is."""

    VERIFIED = "verified", "belegt", "V"
    UNVERIFIED = "unverified", "zu prüfen", "U"
