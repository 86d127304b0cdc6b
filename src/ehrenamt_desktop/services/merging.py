"""Merging two people who are one: everything is carried over, as one step that can be undone.

Whatever refers to the record that goes is turned to the one that stays: every foreign key to a
person that the tables know, so a table that comes later is carried too. The record that goes is
deleted; its number and its key in a foreign list stay findable (`MergedPerson`), so that importing
the list again finds the one that stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint, func
from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model import limits
from ehrenamt_desktop.model.doubles import BOTH, KEEP, LOSE, MergeField, MergePreview, Side
from ehrenamt_desktop.model.enums import (
    Kind,
    LegalBasis,
    PersonStatus,
    PlacementState,
    TermRelation,
)
from ehrenamt_desktop.model.records.base import Record
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import (
    MergedPerson,
    NotADouble,
    Person,
    PersonDraft,
    PersonTerm,
)
from ehrenamt_desktop.model.records.placement import Placement, StatusEvent
from ehrenamt_desktop.model.text import cut, day
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.people import (
    APART,
    guardian_agreed,
    refuse_minor,
    refuse_more,
    sort_key,
)
from ehrenamt_desktop.services.records import apply, expect, find, find_free, moved
from ehrenamt_desktop.store import bulk
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.records import METADATA
from ehrenamt_desktop.store.unit import Unit

ADDRESS = ("street", "postcode", "city", "place_id")
"""Fields that belong together: a street goes with its town."""

JOINED = frozenset(
    {"adviser_note", "prior_engagement", "hobbies", "reachable_note", "profession", "access_needs",
     "outcome", "referral"}
)  # fmt: skip
"""Texts of both records that are put together unless one is chosen."""

NOTED = ("last_name", "first_name", "phone", "mobile", "email", "street", "postcode", "city",
         "birth_date", "birth_year")  # fmt: skip
"""Fields whose other value is written into the note, so that nothing known gets lost."""

FIELDS = tuple(key for key in PersonDraft.model_fields if key not in APART)


class Merging:
    """Use cases on two records of one person."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(self, keep: int, lose: int) -> MergePreview:
        """What merging would do; nothing is changed.

        Raises:
            DomainError: one is gone or in the trash, or both are the same record.
        """
        _refuse_same(keep, lose)
        with self._store.write("Vorschau") as unit:
            one, other = find(unit, Person, keep), find(unit, Person, lose)
            parts = tuple(
                (Kind(table.name).label, amount)
                for table, column in references()
                if table.name != NotADouble.__tablename__
                and (amount := _amount(unit, column, lose))
            )
            return MergePreview(
                _side(one), _side(other), (int(one.version or 0), int(other.version or 0)),
                tuple(_fields(one, other)), parts, _twice(unit, keep, lose),
            )  # fmt: skip

    def merge(
        self,
        keep: int,
        lose: int,
        choices: Mapping[str, str] | None = None,
        versions: tuple[int, int] | None = None,
    ) -> None:
        """Put one record into another and let it go.

        Args:
            keep: the person that stays.
            lose: the record that goes into it.
            choices: field key → whose value stays; what is not named goes as the preview proposes.
            versions: the versions the preview was made from.

        Raises:
            DomainError: one is gone, in the trash or was changed in between.
            InvalidDraft: the merged person may not be kept so, as a minor without consent.
        """
        _refuse_same(keep, lose)
        with self._store.write("Personen zusammengeführt") as unit:
            one, other = find_free(unit, keep), find_free(unit, lose)
            expect(one, versions[0] if versions else None)
            expect(other, versions[1] if versions else None)
            values, note = _merged(one, other, choices or {})
            created = min(one.created_at, other.created_at)
            household = one.household_id or other.household_id
            origin = other.source, other.source_key
            _carry(unit, keep, lose)
            one, other = find(unit, Person, keep), find(unit, Person, lose)
            unit.delete(other)
            unit.flush()
            unit.add(MergedPerson(person_id=keep, number=lose, source=origin[0],
                                  source_key=origin[1]))  # fmt: skip
            draft = validate(PersonDraft, values | {"adviser_note": note})
            before = one.status
            apply(one, draft, leave=APART)
            one.sort_key, one.created_at, one.household_id = sort_key(draft), created, household
            unit.flush()
            refuse_minor(draft, guardian_agreed(unit, keep))
            if any(_amount(unit, column, keep) for table, column in references() if _held(table)):
                refuse_more(unit, one)
            moved(unit, Kind.PERSON, keep, before, one.status, clock.today(),
                  "mit einem anderen Datensatz zusammengeführt")  # fmt: skip


def _twice(unit: Unit, one: int, other: int) -> tuple[str, ...]:
    """The offers for which both have a placement under way."""
    open_of = {
        number: set(unit.exec(
            select(Placement.offer_id).where(
                col(Placement.person_id) == number, col(Placement.state) != PlacementState.ENDED
            )
        ))
        for number in (one, other)
    }  # fmt: skip
    shared = sorted(open_of[one] & open_of[other])
    return tuple(unit.exec(select(Offer.title).where(col(Offer.id).in_(shared))))


def references() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column of every table that names a person."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            if any(key.column.table.name == "person" for key in column.foreign_keys):
                yield table, column


def _held(table: Table) -> bool:
    """Whether rows of a table are more than a name and a call-back number."""
    return table.name in {"credential", "person_term", "placement"}


def _refuse_same(keep: int, lose: int) -> None:
    if keep == lose:
        raise DomainError("Das ist derselbe Datensatz. Bitte wählen Sie zwei verschiedene aus.")


def _amount(unit: Unit, column: Column[Any], number: int) -> int:
    query = select(func.count()).select_from(column.table).where(column == number)
    return int(unit.exec(query).one())


def _side(person: Person) -> Side:
    name = ", ".join(part for part in (person.last_name, person.first_name) if part)
    born = day(person.birth_date) or str(person.birth_year or "")
    return Side(int(person.id or 0), name, " · ".join(one for one in (born, person.city) if one))


def _fields(one: Person, other: Person) -> Iterator[MergeField]:
    """The fields in which two people differ, each with a proposal."""
    home = _home(one, other)
    for key in FIELDS:
        a, b = getattr(one, key), getattr(other, key)
        if a == b or (_empty(key, a) and _empty(key, b)):
            continue
        joined = key in JOINED and not _empty(key, a) and not _empty(key, b)
        fits = joined and len(_together(a, b, key)) <= (limits.of("person")[key].max_length or 0)
        choices = (KEEP, LOSE, BOTH) if fits else (KEEP, LOSE)
        if fits:
            chosen = BOTH
        elif key in ADDRESS:
            chosen = home if not _empty(key, b if home == LOSE else a) else _filled(key, a)
        else:
            chosen = _filled(key, a)
        yield MergeField(key, a, b, choices, chosen)


def _home(one: Person, other: Person) -> str:
    """Whose address stays: the one with a street."""
    return LOSE if other.street and not one.street else KEEP


def _filled(key: str, a: object) -> str:
    if key == "status":
        return LOSE if a is PersonStatus.ENDED else KEEP
    if key == "legal_basis":
        return LOSE if a is LegalBasis.OPEN else KEEP
    return LOSE if _empty(key, a) else KEEP


def _empty(key: str, value: object) -> bool:
    return value is None or value == "" or (key == "time_grid" and value == 0)


def _together(a: str, b: str, key: str) -> str:
    if b in a:
        return a
    if a in b:
        return b
    return f"{a}\n{b}" if key in {"adviser_note", "prior_engagement"} else f"{a}; {b}"


def _merged(one: Person, other: Person, choices: Mapping[str, str]) -> tuple[dict[str, Any], str]:
    """The values of the merged person, and the note with what was not chosen."""
    values = {key: getattr(one, key) for key in FIELDS}
    left: list[str] = []
    for field in _fields(one, other):
        wanted = choices.get(field.key, field.chosen)
        if wanted not in field.choices:
            raise DomainError("Diese Auswahl gibt es nicht. Bitte öffnen Sie die Vorschau neu.")
        if wanted == BOTH:
            values[field.key] = _together(str(field.keep), str(field.lose), field.key)
            continue
        values[field.key] = field.lose if wanted == LOSE else field.keep
        lost = field.keep if wanted == LOSE else field.lose
        if field.key in NOTED and not _empty(field.key, lost):
            left.append(day(lost) if hasattr(lost, "isoformat") else str(lost))  # type: ignore[arg-type]
    if values["birth_date"] is None or values["birth_date"].year != values["birth_year"]:
        values["birth_date"] = _dated(values, one, other, choices)
    most = limits.of("person")["adviser_note"].max_length or 0
    said = f"Zusammengeführt mit Nr. {other.id}. Dort stand: {', '.join(left)}" if left else ""
    note = "\n".join(part for part in (values["adviser_note"], said) if part)
    return values, cut(note, most)


def _dated(
    values: Mapping[str, Any], one: Person, other: Person, choices: Mapping[str, str]
) -> Any:
    """The date of birth that goes with the chosen year; a chosen date brings its year."""
    if "birth_year" not in choices or "birth_date" in choices:
        return values["birth_date"]
    dates = (one.birth_date, other.birth_date)
    return next((one for one in dates if one and one.year == values["birth_year"]), None)


def _carry(unit: Unit, keep: int, lose: int) -> None:
    """Turn everything that names one person to another."""
    kinds = {str(kind.__tablename__): kind for kind in _records(Record)}
    _carry_told_apart(unit, keep, lose)
    _drop_contradictions(unit, keep, lose)
    for table, column in references():
        if table.name != NotADouble.__tablename__:
            _turn(unit, kinds[table.name], column.name, keep, lose)
    events = unit.exec(
        select(StatusEvent.id).where(
            col(StatusEvent.kind) == Kind.PERSON, col(StatusEvent.record_id) == lose
        )
    )
    rows = [{"id": number, "record_id": keep} for number in events]
    bulk.update_rows(unit, StatusEvent, rows)


def _records(kind: type[Record]) -> Iterator[type[Record]]:
    for one in kind.__subclasses__():
        if hasattr(one, "__table__"):
            yield one
        yield from _records(one)


def _turn(unit: Unit, kind: type[Record], column: str, keep: int, lose: int) -> None:
    """Turn the rows of one table; where both have the same, the one that stays is completed."""
    owner = getattr(kind, column)
    theirs = list(unit.exec(select(kind).where(owner == lose)))
    mine = list(unit.exec(select(kind).where(owner == keep))) if theirs else []
    wanted = []
    for row in theirs:
        twin = next((one for one in mine if _same(kind, one, row, column)), None)
        if twin is None:
            wanted.append({"id": row.id, column: keep})
            continue
        for name in _own_columns(kind, column):
            if getattr(twin, name) in (None, "") and getattr(row, name) not in (None, ""):
                setattr(twin, name, getattr(row, name))
        unit.delete(row)
    unit.flush()
    bulk.update_rows(unit, kind, wanted)


def _same(kind: type[Record], one: Record, other: Record, column: str) -> bool:
    """Whether two rows could not both belong to one person."""
    table: Table = kind.__table__  # type: ignore[attr-defined]
    for rule in table.constraints:
        names = [part.name for part in rule.columns] if isinstance(rule, UniqueConstraint) else []
        if column in names:
            rest = [name for name in names if name != column]
            if all(getattr(one, name) == getattr(other, name) for name in rest):
                return True
    return False


def _own_columns(kind: type[Record], column: str) -> list[str]:
    table: Table = kind.__table__  # type: ignore[attr-defined]
    shared = set(Record.model_fields) | {column}
    return [one.name for one in table.columns if one.name not in shared]


def _drop_contradictions(unit: Unit, keep: int, lose: int) -> None:
    """A wish of the one that goes yields to a refusal of the one that stays, and the reverse."""
    against = {TermRelation.WISH: TermRelation.NO, TermRelation.NO: TermRelation.WISH}
    mine = unit.exec(select(PersonTerm).where(col(PersonTerm.person_id) == keep))
    said = {(one.term_id, one.relation) for one in mine}
    for row in unit.exec(select(PersonTerm).where(col(PersonTerm.person_id) == lose)).all():
        if row.relation in against and (row.term_id, against[row.relation]) in said:
            unit.delete(row)
    unit.flush()


def _carry_told_apart(unit: Unit, keep: int, lose: int) -> None:
    """Whom the one was told from, the other is too; the two themselves no longer are."""
    rows = list(unit.exec(
        select(NotADouble).where(
            (col(NotADouble.person_id) == lose) | (col(NotADouble.other_id) == lose)
        )
    ))  # fmt: skip
    known = {(one.person_id, one.other_id) for one in unit.exec(select(NotADouble))}
    for row in rows:
        other = row.other_id if row.person_id == lose else row.person_id
        pair = (min(keep, other), max(keep, other))
        if other == keep or pair in known:
            unit.delete(row)
        else:
            row.person_id, row.other_id = pair
    unit.flush()
