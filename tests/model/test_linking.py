"""Who may be noted as interested in a founding without being asked first."""

from __future__ import annotations

import datetime as dt

import pytest

from ehrenamt_desktop.model.enums import ConsentScope, LegalBasis
from ehrenamt_desktop.model.rules.age import Age
from ehrenamt_desktop.model.rules.founding import linking_refusal
from ehrenamt_desktop.model.rules.handover import ConsentFact

DAY = dt.date(2026, 11, 23)
OWN = ConsentFact(ConsentScope.STORAGE, DAY)
GUARDIAN = ConsentFact(ConsentScope.STORAGE, DAY, by_guardian=True)
GONE = ConsentFact(ConsentScope.STORAGE, DAY, withdrawn_on=DAY)
OTHER = ConsentFact(ConsentScope.LETTERS, DAY)
ADULT, CHILD = Age(40, 40), Age(16, 17)


@pytest.mark.parametrize(
    ("age", "basis", "consents", "word"),
    [
        (ADULT, LegalBasis.CONSENT, [OWN], None),
        (ADULT, LegalBasis.PUBLIC_TASK, [], None),
        (ADULT, LegalBasis.OPEN, [OWN], "Rechtsgrundlage"),
        (ADULT, LegalBasis.CONSENT, [OTHER, GONE], "Speicherung"),
        (CHILD, LegalBasis.CONSENT, [GUARDIAN], None),
        (CHILD, LegalBasis.PUBLIC_TASK, [OWN], "Sorgeberechtigten"),
        (Age(None, None), LegalBasis.CONSENT, [OWN], None),
    ],
)
def test_linking(age, basis, consents, word):
    refusal = linking_refusal(age, basis, consents, DAY)
    assert (refusal is None) if word is None else (word in refusal)
