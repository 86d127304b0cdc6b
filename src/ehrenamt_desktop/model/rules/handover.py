"""May a person's contact be passed on, and may a minor's data be kept? A hard stop, no override."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ehrenamt_desktop.model.enums import ConsentScope, LegalBasis
from ehrenamt_desktop.model.rules.age import Age
from ehrenamt_desktop.model.text import fold

CALL_BACK_FIELDS = frozenset(
    {
        "salutation", "title", "first_name", "last_name", "birth_year", "birth_date",
        "phone", "mobile", "guardian_name", "guardian_phone", "guardian2_name",
        "guardian2_phone", "status", "legal_basis",
        "guardian_consent_on", "guardian_consent_form",
    }
)  # fmt: skip
"""What may be kept of a minor before the guardian agreed: a name and a call-back number."""

ENDED = (
    "Die Person ist im Archiv. Bitte holen Sie sie zuerst zurück, bevor Sie weiter für sie "
    "vermitteln."
)


@dataclass(frozen=True, slots=True)
class ConsentFact:
    """A consent as far as the rules need it; `recipient` empty means any initiative."""

    scope: ConsentScope
    given_on: dt.date
    withdrawn_on: dt.date | None = None
    by_guardian: bool = False
    recipient: str = ""

    def holds(self, as_of: dt.date) -> bool:
        """Whether it was given and not withdrawn on `as_of`."""
        return self.given_on <= as_of and (self.withdrawn_on is None or self.withdrawn_on > as_of)

    def reaches(self, initiative: str) -> bool:
        """Whether it covers passing something on to this initiative."""
        return not self.recipient or fold(self.recipient) == fold(initiative)


def handover_refusal(
    age: Age,
    basis: LegalBasis,
    consents: Iterable[ConsentFact],
    as_of: dt.date,
    *,
    by_public_task: bool = False,
    initiative: str = "",
) -> str | None:
    """Why the contact must not be passed on, as a German sentence; None if it may.

    A consent that names a recipient counts for that `initiative` only, a guardian's only for a
    minor. A minor needs the guardian's consent to the hand-over and, apart from it, to the
    activity.
    `by_public_task` is the office's decision that passing on rests on Art. 6(1)(e) GDPR with
    § 3 HDSIG; a guardian's consent is needed all the same.
    """
    valid = [one for one in consents if one.holds(as_of) and one.reaches(initiative)]
    if basis is LegalBasis.OPEN:
        return (
            "Die Rechtsgrundlage für diese Person ist noch offen. Bitte klären Sie im Datensatz, "
            "worauf die Speicherung beruht, bevor Sie den Kontakt weitergeben."
        )
    if not age.known:
        return (
            "Es ist nicht bekannt, ob die Person volljährig ist. Bitte tragen Sie das "
            "Geburtsjahr ein, bevor Sie den Kontakt weitergeben."
        )
    if age.may_be_minor:
        return _minor_refusal(age, valid)
    own = {one.scope for one in valid if not one.by_guardian}
    if by_public_task or ConsentScope.HANDOVER in own:
        return None
    return (
        "Die Person hat der Weitergabe an Initiativen noch nicht zugestimmt. Bitte holen Sie die "
        "Einwilligung ein und tragen Sie sie im Datensatz ein."
    )


def _minor_refusal(age: Age, valid: list[ConsentFact]) -> str | None:
    if age.low != age.high and age.high is not None and age.high >= 18:
        return (
            "Die Person kann noch minderjährig sein. Bitte tragen Sie das genaue Geburtsdatum "
            "ein, bevor Sie den Kontakt weitergeben."
        )
    given = {one.scope for one in valid if one.by_guardian}
    missing = [
        scope.label
        for scope in (ConsentScope.HANDOVER, ConsentScope.ACTIVITY)
        if scope not in given
    ]
    if not missing:
        return None
    words = " und ".join(f"„{label}“" for label in missing)
    return (
        f"Die Person ist minderjährig. Es fehlt die Einwilligung der Sorgeberechtigten: {words}. "
        "Bitte tragen Sie sie im Datensatz ein, bevor Sie den Kontakt weitergeben."
    )


def keeping_refusal(age: Age, filled: Iterable[str], guardian_agreed: bool) -> str | None:
    """Why a minor's data must not be kept, as a German sentence; None if it may.

    Args:
        age: the possible ages on the day of entry.
        filled: keys of the fields that carry a value.
        guardian_agreed: whether a guardian's consent to keeping is recorded or being recorded.
    """
    if not age.may_be_minor or guardian_agreed:
        return None
    if set(filled) <= CALL_BACK_FIELDS:
        return None
    return (
        "Die Person ist oder kann minderjährig sein. Ohne Einwilligung der Sorgeberechtigten "
        "dürfen nur Name und Rückrufnummer gespeichert werden. Bitte tragen Sie das Datum der "
        "Einwilligung ein oder leeren Sie die übrigen Felder."
    )
