"""The form of a person: what depends on another field shows and fills itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import FieldError
from ehrenamt_desktop.model.rows import TermValue
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.people.person_specs import (
    GUARDIAN_KEYS,
    PROFILE,
    PROFILE_GROUPS,
    QUICK,
    QUICK_GROUPS,
)

FROM_PLACE = (("postcode", "postal_code"), ("city", "municipality"))
"""Fields an Ortsteil fills while they are empty, and where their words come from."""


class PersonForm(RecordForm):
    """Asks for a guardian only when the person can be under age; an Ortsteil names its town."""

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        vocabulary: Vocabulary,
        groups: Sequence[FieldGroup],
    ) -> None:
        super().__init__("person", specs, vocabulary, name="person", groups=groups)
        self._places = {place.id: place for place in vocabulary.places}
        self._shown_place: object = None
        self.changed.connect(self._follow)
        self._show_guardian()

    def load(self, values: Mapping[str, Any], terms: Iterable[TermValue] = ()) -> None:
        """Show a record, or an empty one for `{}`."""
        super().load(values, terms)
        self._shown_place = values.get("place_id")
        self._show_guardian()

    def show_errors(self, fields: Sequence[FieldError]) -> None:
        """Show sentences; those of a guardian's fields make them visible."""
        if any(one.key in GUARDIAN_KEYS for one in fields):
            self._show_guardian(wanted=True)
        super().show_errors(fields)

    def _follow(self) -> None:
        self._show_guardian()
        place = self._value("place_id")
        if place != self._shown_place:
            self._shown_place = place
            self._fill_town(place)

    def _fill_town(self, number: object) -> None:
        place = self._places.get(number) if isinstance(number, int) else None
        if place is None:
            return
        for key, source in FROM_PLACE:
            if not self._value(key):
                self.editor(key).set_value(getattr(place, source))

    def _show_guardian(self, *, wanted: bool = False) -> None:
        born, year = self._value("birth_date"), self._value("birth_year")
        possible = age(
            born if isinstance(born, dt.date) else None,
            year if isinstance(year, int) else None,
            clock.today(),
        )
        filled = any(self._value(key) for key in GUARDIAN_KEYS)
        for key in GUARDIAN_KEYS:
            self._boxes[key].setVisible(wanted or filled or possible.may_be_minor)

    def _value(self, key: str) -> object:
        try:
            return self.editor(key).value()
        except InputError:
            return None


def profile_form(vocabulary: Vocabulary) -> PersonForm:
    """The full form of a kept person."""
    return PersonForm(PROFILE, vocabulary, PROFILE_GROUPS)


def quick_form(vocabulary: Vocabulary) -> PersonForm:
    """The form of a new person, in the order of the paper sheet."""
    return PersonForm(QUICK, vocabulary, QUICK_GROUPS)
