"""The trash: records that are out of the way, and back with everything that belongs to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind, PlacementState
from ehrenamt_desktop.model.records.initiative import Initiative
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.records.placement import Placement
from ehrenamt_desktop.model.rows import TrashRow
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import trash
from ehrenamt_desktop.store.unit import Unit

RECORDS: dict[Kind, type[Person] | type[Initiative] | type[Offer]] = {
    Kind.INITIATIVE: Initiative,
    Kind.OFFER: Offer,
    Kind.PERSON: Person,
}
"""What can lie in the trash, in the order in which it is restored: an offer after its body."""

Named = tuple[Kind, int]


class Trash:
    """Use cases on the trash."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, kind: Kind, numbers: Sequence[int]) -> None:
        """Put records into the trash, as one step; an initiative takes its offers along.

        Records that lie there already stay as they are.

        Raises:
            DomainError: one is gone or has a placement under way; nothing is put away then.
        """
        wanted = list(dict.fromkeys(numbers))
        with self._store.write(_named(kind, len(wanted), "in den Papierkorb gelegt")) as unit:
            for number in wanted:
                record = find(unit, RECORDS[kind], number, trashed=True)
                if record.trashed_at is None:
                    _refuse_under_way(unit, kind, number)
                    stamp = _free_stamp(unit, kind, number)
                    _stamp([record, *_offers(unit, kind, number, None)], stamp)

    def restore(self, kind: Kind, numbers: Sequence[int]) -> None:
        """Take records of one kind back; see `restore_all`."""
        self.restore_all([(kind, number) for number in numbers])

    def restore_all(self, records: Iterable[Named]) -> None:
        """Take records back, as one step; an initiative brings the offers it took along.

        Raises:
            DomainError: one is gone, or is an offer whose initiative stays in the trash.
        """
        wanted = list(dict.fromkeys(records))
        kinds = {kind for kind, _ in wanted}
        words = "aus dem Papierkorb geholt"
        action = (
            _named(kinds.pop(), len(wanted), words) if len(kinds) == 1
            else f"{len(wanted)} Datensätze {words}"
        )  # fmt: skip
        with self._store.write(action) as unit:
            for kind in RECORDS:
                for number in (one for named, one in wanted if named is kind):
                    _restore(unit, kind, number)

    def contents(self) -> tuple[TrashRow, ...]:
        """What lies in the trash, the latest first."""
        with self._store.read() as connection:
            return trash.contents(connection)


def _named(kind: Kind, amount: int, words: str) -> str:
    """`Person in den Papierkorb gelegt`, `3 Personen in den Papierkorb gelegt`."""
    many = {Kind.PERSON: "Personen", Kind.INITIATIVE: "Initiativen", Kind.OFFER: "Angebote"}
    one = kind.label if amount == 1 else count(amount, kind.label, many[kind])
    return f"{one} {words}"


def _restore(unit: Unit, kind: Kind, number: int) -> None:
    record = find(unit, RECORDS[kind], number, trashed=True)
    if record.trashed_at is None:
        return
    if isinstance(record, Offer):
        body = find(unit, Initiative, record.initiative_id, trashed=True)
        if body.trashed_at is not None:
            raise DomainError(
                f"Die Initiative „{body.name}“ liegt selbst im Papierkorb. Bitte stellen Sie "
                "zuerst die Initiative wieder her."
            )
    _stamp([record, *_offers(unit, kind, number, record.trashed_at)], None)


def _offers(unit: Unit, kind: Kind, number: int, stamp: dt.datetime | None) -> list[Offer]:
    """The offers of an initiative that have this stamp."""
    if kind is not Kind.INITIATIVE:
        return []
    found = unit.exec(select(Offer).where(col(Offer.initiative_id) == number))
    return [one for one in found if one.trashed_at == stamp]


def _free_stamp(unit: Unit, kind: Kind, number: int) -> dt.datetime:
    """The moment, told apart from that of offers which lie in the trash already."""
    stamp = clock.now()
    while _offers(unit, kind, number, stamp):
        stamp += dt.timedelta(microseconds=1)
    return stamp


def _stamp(records: Iterable[Person | Initiative | Offer], stamp: dt.datetime | None) -> None:
    for one in records:
        one.trashed_at = stamp


def _refuse_under_way(unit: Unit, kind: Kind, number: int) -> None:
    """Make sure that no placement is under way.

    Raises:
        DomainError: one is; it says which.
    """
    owner = {
        Kind.PERSON: col(Placement.person_id) == number,
        Kind.OFFER: col(Placement.offer_id) == number,
        Kind.INITIATIVE: col(Offer.initiative_id) == number,
    }[kind]
    found = unit.exec(
        select(Placement, Offer.title)
        .join(Offer, col(Offer.id) == col(Placement.offer_id))
        .where(owner, col(Placement.state) != PlacementState.ENDED)
        .order_by(col(Placement.id))
    ).first()
    if found is not None:
        placement, title = found
        raise DomainError(
            f"{kind.label} Nr. {number} kann nicht in den Papierkorb: Die Vermittlung Nr. "
            f"{placement.id} („{title}“, Status: {placement.state.label}) ist noch nicht beendet. "
            "Bitte beenden Sie sie zuerst."
        )
