"""The form of a person: what depends on another field shows and fills itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import FieldError
from ehrenamt_desktop.model.rows import TermValue
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.ui.intake.paste import BlockPaste
from ehrenamt_desktop.ui.intake.place_filler import PlaceFiller
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.people.person_specs import (
    GUARDIAN_KEYS,
    PROFILE,
    PROFILE_GROUPS,
    QUICK,
    QUICK_GROUPS,
    SECOND_GUARDIAN_KEYS,
)


class PersonForm(RecordForm):
    """Asks for a guardian only when the person can be under age; its places fill themselves."""

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        vocabulary: Vocabulary,
        groups: Sequence[FieldGroup],
    ) -> None:
        super().__init__("person", specs, vocabulary, name="person", groups=groups)
        self._filler = PlaceFiller(self, vocabulary.places)
        self._paste: BlockPaste | None = None
        self.changed.connect(self._show_guardian)
        self._show_guardian()

    def load(self, values: Mapping[str, Any], terms: Iterable[TermValue] = ()) -> None:
        """Show a record, or an empty one for `{}`."""
        self._filler.rest()
        super().load(values, terms)
        self._filler.reset()
        if self._paste is not None:
            self._paste.close()
        self._show_guardian()

    def take_blocks(self, vocabulary: Vocabulary) -> None:
        """Let pasted address blocks fill this form."""
        self._paste = BlockPaste(self, vocabulary, "person")

    def show_errors(self, fields: Sequence[FieldError]) -> None:
        """Show sentences; those of a guardian's fields make them visible."""
        if any(one.key in GUARDIAN_KEYS for one in fields):
            self._show_guardian(wanted=True)
        super().show_errors(fields)

    def _show_guardian(self, *, wanted: bool = False) -> None:
        born, year = self._value("birth_date"), self._value("birth_year")
        possible = age(
            born if isinstance(born, dt.date) else None,
            year if isinstance(year, int) else None,
            clock.today(),
        )
        filled = any(self._value(key) for key in self._guardian_keys())
        for key in self._guardian_keys():
            self._boxes[key].setVisible(wanted or filled or possible.may_be_minor)

    def _guardian_keys(self) -> list[str]:
        """Those this form has; a second guardian is asked for in the full one only."""
        return [key for key in (*GUARDIAN_KEYS, *SECOND_GUARDIAN_KEYS) if key in self._boxes]

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
    made = PersonForm(QUICK, vocabulary, QUICK_GROUPS)
    made.take_blocks(vocabulary)
    return made
