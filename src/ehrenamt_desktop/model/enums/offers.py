"""Words about initiatives and their offers."""

from ehrenamt_desktop.model.enums.labelled import Labelled


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


class OfferAnswer(Labelled):
    """What a body says of one of its offers in a confirmation round."""

    UNCHANGED = "unchanged", "unverändert"
    CHANGED = "changed", "geändert"
    DROPPED = "dropped", "entfällt"


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
