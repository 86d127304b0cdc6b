"""PLZ, Ort and Ortsteil fill each other; what was typed by hand stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.places import county_words, place_of, town_of
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.kit.pick_field import PlaceEditor
from ehrenamt_desktop.ui.kit.record_form import RecordForm

PLACE, CODE, CITY = "place_id", "postcode", "city"
CODE_DIGITS = 5


class PlaceFiller(QObject):
    """Fills empty fields, and those it filled itself, when another of the three changes."""

    def __init__(self, form: RecordForm, places: Sequence[PlaceRow]) -> None:
        super().__init__(form)
        self._form = form
        self._places = tuple(places)
        self._by_number = {place.id: place for place in places}
        self._own: dict[str, object] = {}
        self._seen: dict[str, object] = {}
        self._resting = False
        form.changed.connect(self._follow)

    def rest(self) -> None:
        """Fill nothing until `reset`: another record is being loaded."""
        self._resting = True

    def reset(self) -> None:
        """Take the shown values as they are: another record was loaded."""
        self._resting = False
        self._own = {}
        self._seen = self._values()
        self._follow_code()

    def _follow(self) -> None:
        if self._resting:
            return
        now = self._values()
        moved = [key for key in (PLACE, CODE, CITY) if now[key] != self._seen.get(key)]
        self._seen = now
        if PLACE in moved and self._place() is not None:
            self._from_place()
        elif moved and PLACE not in moved:
            self._from_town()
        self._seen = self._values()
        self._follow_code()

    def _from_place(self) -> None:
        place = self._place()
        if place is not None:
            self._fill(CODE, place.postal_code)
            self._fill(CITY, place.municipality)

    def _from_town(self) -> None:
        code, city = str(self._seen[CODE] or ""), str(self._seen[CITY] or "")
        if len(code) == CODE_DIGITS:
            self._fill(CITY, town_of(self._places, code))
            city = str(self._values()[CITY] or "")
        if len(code) in (0, CODE_DIGITS):
            found = place_of(self._places, code, city)
            if found is not None:
                self._fill(PLACE, found.id)
                self._fill(CODE, found.postal_code)

    def _fill(self, key: str, value: object) -> None:
        known = self._values()[key]
        if value and (known in (None, "") or known == self._own.get(key)):
            self._form.editor(key).set_value(value)
            self._own[key] = value

    def _place(self) -> PlaceRow | None:
        number = self._values()[PLACE]
        return self._by_number.get(number) if isinstance(number, int) else None

    def _values(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for key in (PLACE, CODE, CITY):
            try:
                found[key] = self._form.editor(key).value()
            except InputError:
                found[key] = "?"
        return found

    def _follow_code(self) -> None:
        """Offer the places of the postcode first; say the county."""
        editor = self._form.editor(PLACE)
        if isinstance(editor, PlaceEditor):
            editor.near = str(self._seen[CODE] or "")
        self._form.note_at(PLACE, county_words(self._place()))
