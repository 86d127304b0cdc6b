"""Every closed vocabulary has a German label and a stored value that stays (design 4)."""

from __future__ import annotations

import re
from enum import Enum

import pytest

from ehrenamt_desktop.model import enums

VOCABULARIES = [
    thing
    for name, thing in vars(enums).items()
    if isinstance(thing, type)
    and issubclass(thing, Enum)
    and not name.startswith("_")
    and len(thing)
]


def test_there_are_vocabularies():
    assert len(VOCABULARIES) > 10


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda one: one.__name__)
class TestVocabulary:
    def test_every_member_has_a_label(self, vocabulary):
        for member in vocabulary:
            assert member.label, member
            assert member.label == member.label.strip(), member
            assert "_" not in member.label, f"{member!r} shows its code"
            assert not re.search("[\"'\u0000-\u001f]", member.label), f"{member!r}: use „…“"

    def test_labels_differ(self, vocabulary):
        labels = [member.label for member in vocabulary]
        assert len(set(labels)) == len(labels)

    def test_values_are_plain_codes(self, vocabulary):
        for member in vocabulary:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", member.value, re.ASCII), member

    def test_values_labels_and_codes_lead_back(self, vocabulary):
        for member in vocabulary:
            for word in (member.value, member.label, *member.codes):
                assert vocabulary.parse(word) is member, word
