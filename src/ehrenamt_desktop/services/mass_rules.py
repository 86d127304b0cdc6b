"""Why a record of many stays as it is: the same rules as for one."""

from __future__ import annotations

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import LegalBasis, OfferStatus, PersonStatus
from ehrenamt_desktop.model.mass import ADD_WISH, REMOVE_WISH, OfferMove, Value
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.handover import keeping_refusal
from ehrenamt_desktop.model.rules.restriction import LEFT_OUT
from ehrenamt_desktop.store.reads.mass import MassFacts

TRASHED = "Liegt im Papierkorb."
UNWANTED = "Die Person möchte das ausdrücklich nicht."
UNDER_WAY = "Für diese Person läuft noch eine Vermittlung oder ein Vorschlag."
NO_CONSENT = "Es ist keine gültige Einwilligung zur Speicherung eingetragen."
NOT_OUT = "Nur ein veröffentlichtes Angebot lässt sich pausieren."
ONE_BY_ONE = "Kommt aus dem Archiv: bitte einzeln zurückholen."
MINOR = (
    "Kann minderjährig sein: Ohne Einwilligung der Sorgeberechtigten wird nur die Rückrufnummer "
    "gespeichert."
)


def refusal(noun: str, key: str, facts: MassFacts, value: Value) -> str:
    """The reason in a sentence; empty where the record may be changed."""
    if facts.trashed:
        return TRASHED
    if noun == "people":
        return _of_person(key, facts, value)
    if noun == "offers" and key == "status":
        return _of_offer(facts, value)
    return ""


def _of_person(key: str, facts: MassFacts, value: Value) -> str:
    if facts.restricted:
        return LEFT_OUT
    possible = age(*facts.birth, clock.today())
    kept = "terms" if key == ADD_WISH else key
    if key != REMOVE_WISH and keeping_refusal(possible, {kept}, facts.guardian):
        return MINOR
    if key == ADD_WISH and facts.unwanted:
        return UNWANTED
    if key == "status" and value is PersonStatus.ENDED and facts.under_way:
        return UNDER_WAY
    agreed = facts.guardian if possible.may_be_minor else facts.agreed
    if key == "legal_basis" and value is LegalBasis.CONSENT and not agreed:
        return NO_CONSENT
    return ""


def _of_offer(facts: MassFacts, value: Value) -> str:
    if value is OfferMove.PAUSED and facts.status not in (OfferStatus.PUBLISHED, OfferMove.PAUSED):
        return NOT_OUT
    if value is OfferMove.DRAFT and facts.status == OfferStatus.ARCHIVED:
        return ONE_BY_ONE
    return ""
