"""Words about grant programmes and applications."""

from ehrenamt_desktop.model.enums.labelled import Labelled


class GrantState(Labelled):
    """Where an application stands."""

    PLANNED = "planned", "geplant"
    APPLIED = "applied", "beantragt"
    GRANTED = "granted", "bewilligt"
    SETTLED = "settled", "abgerechnet"
    REFUSED = "refused", "abgelehnt"
    WITHDRAWN = "withdrawn", "zurückgezogen"


class GrantWindow(Labelled):
    """Whether a programme takes applications, derived from its dates."""

    ENDING = "ending", "endet bald"
    OPEN = "open", "offen"
    UPCOMING = "upcoming", "beginnt später"
    UNKNOWN = "unknown", "Frist unklar"
    CLOSED = "closed", "abgelaufen"


class GrantFit(Labelled):
    """Whether a body may apply."""

    FITS = "fits", "passt"
    ASK = "ask", "zu klären"
    NOT = "not", "passt nicht"
