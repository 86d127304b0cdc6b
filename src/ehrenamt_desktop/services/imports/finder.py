"""Which kept record a row of a foreign list means, and which ones it might mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ehrenamt_desktop.model.text import digits, fold
from ehrenamt_desktop.services.imports.kept import Kept

MAX_DOUBLES = 3
"""Suspected doubles named for one row."""

_SHORTEST_PHONE = 5  # digits


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row says of the record it means.

    Attributes:
        number: the number of this program, if the row has one.
        source: where the list came from.
        source_key: its key there.
        values: table column → value; for an offer also `initiative_name`.
    """

    number: int | None
    source: str
    source_key: str | None
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found: the record, or why the row is refused, or records it might mean."""

    kept: Kept | None = None
    by_name: bool = False
    problem: str = ""
    doubles: tuple[int, ...] = ()


class Finder:
    """An index over records by number, source key and name; planned records join it."""

    def __init__(self, noun: str, records: Iterable[Kept]) -> None:
        self._noun = noun
        self._numbers: dict[int, Kept] = {}
        self._keys: dict[tuple[str, str], Kept] = {}
        self._names: dict[str, list[Kept]] = {}
        self._mails: dict[str, list[Kept]] = {}
        for kept in records:
            self.add(kept)

    def add(self, kept: Kept) -> None:
        """Make a record findable."""
        if kept.id is not None:
            self._numbers[kept.id] = kept
        if kept.source_key:
            self._keys.setdefault((kept.source, kept.source_key), kept)
        for number, source, key in kept.former:
            self._numbers[number] = kept
            if key:
                self._keys.setdefault((source, key), kept)
        name = self._name(kept.values)
        if name:
            self._names.setdefault(name, []).append(kept)
        mail = fold(str(kept.values.get("email") or ""))
        if mail and self._noun == "people":
            self._mails.setdefault(mail, []).append(kept)

    def find(self, wanted: Wanted) -> Hit:
        """The record a row means: by number, else source key, else name and a second mark."""
        if wanted.number is not None and wanted.number in self._numbers:
            kept = self._numbers[wanted.number]
            if self._agrees(kept, wanted):
                return Hit(kept)
            return Hit(
                problem=f"Unter Nr. {wanted.number} ist ein anderer Datensatz gespeichert. Bitte "
                "berichtigen Sie die Nummer oder leeren Sie diese Zelle."
            )
        if wanted.source_key:
            known = self._keys.get((wanted.source, wanted.source_key))
            if known is not None:
                return Hit(known)
        name = self._name(wanted.values)
        named = [
            kept
            for kept in self._names.get(name, [])
            if self._name(kept.values) == name and not self._other_key(kept, wanted)
        ]
        for kept in named:
            if self._same(kept, wanted):
                return Hit(kept, by_name=True)
        return Hit(doubles=self._doubles(named, wanted))

    def _name(self, values: Mapping[str, Any]) -> str:
        if self._noun == "people":
            return fold(f"{values.get('last_name') or ''} {values.get('first_name') or ''}")
        if self._noun == "initiatives":
            return fold(str(values.get("name") or ""))
        parts = (values.get("title"), values.get("initiative_name"))
        return "|".join(fold(str(part or "")) for part in parts)

    def _agrees(self, kept: Kept, wanted: Wanted) -> bool:
        """Whether a row with this number speaks of this record: some name or mark is the same."""
        keys = {
            "people": ("last_name", "first_name", "email"),
            "initiatives": ("name", "email", "phone"),
            "offers": ("title",),
        }[self._noun]
        given = [key for key in keys if wanted.values.get(key)]
        return (
            not given
            or any(_equal(kept, wanted, key) for key in given)
            or _second_mark(kept, wanted)
        )

    def _other_key(self, kept: Kept, wanted: Wanted) -> bool:
        """Two keys of one source are two records."""
        return bool(
            wanted.source_key
            and kept.source_key
            and kept.source == wanted.source
            and kept.source_key != wanted.source_key
        )

    def _same(self, kept: Kept, wanted: Wanted) -> bool:
        if self._noun == "people":
            return not _contradicts(kept, wanted, "birth_date") and (
                _second_mark(kept, wanted) or _says_nothing_new(kept, wanted)
            )
        if self._noun == "initiatives":
            return not _contradicts(kept, wanted, "postcode")
        return kept.values.get("starts_on") == wanted.values.get("starts_on")

    def _doubles(self, named: list[Kept], wanted: Wanted) -> tuple[int, ...]:
        found = [kept for kept in named if not _contradicts(kept, wanted, "birth_date")]
        mail = fold(str(wanted.values.get("email") or ""))
        if mail:
            found += [kept for kept in self._mails.get(mail, []) if kept not in found]
        numbers = dict.fromkeys(one.id for one in found if one.id is not None and not one.trashed)
        return tuple(numbers)[:MAX_DOUBLES]


def _second_mark(kept: Kept, wanted: Wanted) -> bool:
    """Birth date, a phone number or the e-mail address are the same."""
    born = wanted.values.get("birth_date")
    if born is not None and kept.values.get("birth_date") == born:
        return True
    if _phones(kept.values) & _phones(wanted.values):
        return True
    mail = fold(str(wanted.values.get("email") or ""))
    return bool(mail) and mail == fold(str(kept.values.get("email") or ""))


def _phones(values: Mapping[str, Any]) -> set[str]:
    numbers = {digits(str(values.get(key) or "")) for key in ("phone", "mobile")}
    return {number for number in numbers if len(number) >= _SHORTEST_PHONE}


def _equal(kept: Kept, wanted: Wanted, key: str) -> bool:
    return fold(str(kept.values.get(key) or "")) == fold(str(wanted.values[key]))


def _contradicts(kept: Kept, wanted: Wanted, key: str) -> bool:
    mine, theirs = kept.values.get(key), wanted.values.get(key)
    return bool(mine and theirs and mine != theirs)


def _says_nothing_new(kept: Kept, wanted: Wanted) -> bool:
    """Whether all that the row says beyond the name is kept already."""
    beyond = {key: value for key, value in wanted.values.items() if value not in (None, "")}
    return all(kept.values.get(key) == value for key, value in beyond.items())
