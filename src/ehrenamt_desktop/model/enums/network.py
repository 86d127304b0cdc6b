"""Words about trainings, the network of initiatives, and ways of people."""

from ehrenamt_desktop.model.enums.labelled import Labelled


class TrainingKind(Labelled):
    """What people are invited to."""

    TRAINING = "training", "Schulung"
    EXCHANGE = "exchange", "Austauschtreffen"
    INFORMATION = "information", "Informationsabend"
    VOLUNTEER_DAY = "volunteer_day", "Freiwilligentag"


class TrainingStatus(Labelled):
    """What a human decided about a training; that it is full or over follows from the rest."""

    PLANNED = "planned", "in Planung"
    ANNOUNCED = "announced", "ausgeschrieben"
    HELD = "held", "durchgeführt"
    CANCELLED = "cancelled", "abgesagt"


class SignUpState(Labelled):
    """Where somebody stands with a training."""

    INVITED = "invited", "eingeladen"
    SIGNED_UP = "signed_up", "angemeldet"
    WAITING = "waiting", "auf der Warteliste"
    DECLINED = "declined", "abgesagt"


class ResourceKind(Labelled):
    """What can be lent or shared."""

    ROOM = "room", "Raum"
    VEHICLE = "vehicle", "Fahrzeug"
    TENT = "tent", "Zelt und Möbel"
    TECHNOLOGY = "technology", "Technik"
    TOOL = "tool", "Werkzeug und Gerät"
    KNOW_HOW = "know_how", "Wissen und Können"
    OTHER = "other", "Sonstiges"


class RelationKind(Labelled):
    """How one initiative stands to another; `codes` hold the words of the other side."""

    SUPPORTS = "supports", "unterstützt", "wird unterstützt von"
    SHARES_ROOM = "shares_room", "teilt Räume mit", "teilt Räume mit"
    UMBRELLA = "umbrella", "ist Dach von", "gehört zu"
    MENTORS = "mentors", "ist Mentor für", "hat als Mentor"


class ActorKind(Labelled):
    """Bodies outside that people and initiatives are sent on to."""

    COORDINATION = "coordination", "Koordinierungsstelle"
    AGENCY = "agency", "Freiwilligenagentur"
    ASSOCIATION = "association", "Verband oder Netzwerk"
    PILOTS = "pilots", "Engagement-Lotsen"
    JOB_CENTRE = "job_centre", "Jobcenter oder Arbeitsagentur"
    SCHOOL = "school", "Schule"
    YOUTH = "youth", "Jugendarbeit"
    NEWSPAPER = "newspaper", "Zeitung"
    OTHER = "other", "Sonstige Stelle"


class OutreachKind(Labelled):
    """How the agency showed itself in public."""

    PRESS = "press", "Pressebericht"
    EVENT = "event", "Veranstaltung"
    STAND = "stand", "Infostand"
    RADIO = "radio", "Rundfunk"
    ONLINE = "online", "Beitrag im Netz"


class PlanOutcome(Labelled):
    """How a way back to work ended."""

    WORK = "work", "Arbeitsaufnahme"
    APPRENTICESHIP = "apprenticeship", "Ausbildung oder Umschulung"
    VOLUNTEERING = "volunteering", "dauerhaftes Engagement"
    STOPPED = "stopped", "abgebrochen"


class StepKind(Labelled):
    """What a step of a plan is."""

    TRAINING = "training", "Schulung"
    TRIAL = "trial", "Schnuppern"
    PLACEMENT = "placement", "Einsatz"
    REFERENCE = "reference", "Bescheinigung"
    OTHER = "other", "Sonstiges"


class StatementAnswer(Labelled):
    """What somebody says to a plain statement."""

    AGREE = "agree", "stimmt"
    NEUTRAL = "neutral", "teils, teils"
    DISAGREE = "disagree", "stimmt nicht"
    SKIPPED = "skipped", "weiter"
