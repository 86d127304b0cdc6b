"""Notice and register name everything that is kept of a person: a new column needs a word there."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.model.enums import PrivacyPaperKind
from ehrenamt_desktop.model.records.person import PersonBase

SAID = {
    "Anrede": {"salutation", "title"},
    "Name": {"first_name", "last_name"},
    "Geburtsjahr": {"birth_year", "birth_date"},
    "Anschrift": {"street", "postcode", "city", "place_id"},
    "Telefon": {"phone", "mobile", "preferred_channel", "reachable_note"},
    "E-Mail": {"email"},
    "Beruf": {"occupation", "profession"},
    "bisheriges Engagement": {"prior_engagement", "first_engagement"},
    "Wünsche": {"wanted_places", "hobbies"},
    "Zeiten": {"time_grid", "hours_per_week", "rhythm", "commitment", "available_from",
               "available_until", "rests_until"},
    "Wege": {"max_km"},
    "Sorgeberechtigten": {"guardian_name", "guardian_phone", "guardian2_name", "guardian2_phone"},
    "Barrierefreiheit": {"access_needs"},
    "Gespräch": {"adviser_note", "referral", "outcome"},
    "Vermittlungen": {"status"},
    "Einwilligung": {"legal_basis"},
}  # fmt: skip


def test_every_column_has_a_word():
    assert set().union(*SAID.values()) == set(PersonBase.model_fields)


@pytest.mark.parametrize("kind", [PrivacyPaperKind.NOTICE, PrivacyPaperKind.REGISTER])
def test_every_word_is_said(office, kind):
    said = " ".join(str(part) for part in office.privacy_papers.paper(kind).parts)
    assert [word for word in SAID if word not in said] == []
