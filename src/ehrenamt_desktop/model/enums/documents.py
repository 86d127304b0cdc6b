"""Words about the papers of the library and their handing out."""

from ehrenamt_desktop.model.enums.labelled import Labelled


class DocumentKind(Labelled):
    """What a paper of the library is (domain brief 4.1)."""

    FORM = "form", "Formular", "F"
    LEAFLET = "leaflet", "Merkblatt", "M"
    APPLICATION = "application", "Antrag", "A"
    AGREEMENT = "agreement", "Vereinbarung", "V"
    CERTIFICATE = "certificate", "Bescheinigung", "B"
    OTHER = "other", "Sonstiges"


class DocumentAudience(Labelled):
    """Who is given a paper."""

    VOLUNTEERS = "volunteers", "Freiwillige"
    INITIATIVES = "initiatives", "Initiativen"
    EVERYONE = "everyone", "alle"
    OFFICE = "office", "das Büro"


class DocumentState(Labelled):
    """How current a paper is, derived from the dates of its newest edition."""

    CURRENT = "current", "gültig"
    REVIEW = "review", "zu prüfen"
    EXPIRED = "expired", "abgelaufen"
    UPCOMING = "upcoming", "gilt später"
    MISSING = "missing", "noch nicht hinterlegt"
    OWN = "own", "eigenes Formular"
    ARCHIVED = "archived", "abgelegt"


class RecallWeight(Labelled):
    """How much it matters that nobody goes on using an old edition; members in falling order."""

    MUST = "must", "muss ausgetauscht werden"
    SHOULD = "should", "sollte ausgetauscht werden"
    MAY = "may", "zur Kenntnis"


class RuleField(Labelled):
    """What a rule of handing out asks about (domain brief 4.3)."""

    ALWAYS = "always", "immer"
    UNDER_AGE = "under_age", "das Alter unter … Jahren liegt"
    NEEDS_CLEARANCE = "needs_clearance", "ein Führungszeugnis verlangt wird"
    NEEDS_HYGIENE = "needs_hygiene", "mit Lebensmitteln umgegangen wird"
    NEEDS_SECRECY = "needs_secrecy", "Verschwiegenheit verlangt wird"
    PUBLIC_BODY = "public_body", "die Einsatzstelle Kommune oder Zweckverband ist"
    TARGET_GROUP = "target_group", "die Zielgruppe … ist"
    ACTIVITY = "activity", "die Tätigkeit … ist"
    OCCUPATION = "occupation", "die Person … ist"
    ALLOWANCE = "allowance", "eine Pauschale gezahlt wird"
    CARD_ELIGIBLE = "card_eligible", "die Ehrenamts-Card in Frage kommt"
    BODY_TYPE = "body_type", "die Initiative … ist"
    FOUNDING = "founding", "die Initiative in Gründung ist"
    PLACED = "placed", "eine Vermittlung läuft"
    ENDED = "ended", "eine Vermittlung beendet ist"


class HandOutWay(Labelled):
    """How papers reached somebody."""

    BY_HAND = "by_hand", "ausgehändigt"
    POST = "post", "mit der Post"
    MAIL = "mail", "per E-Mail"
    FOLDER = "folder", "als Ordner"
