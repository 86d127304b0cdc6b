"""People and initiatives as letters need them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ehrenamt_desktop.model.enums import InitiativeStatus, LegalBasis, PersonStatus, Salutation
from ehrenamt_desktop.model.letters import Addressee, Body
from ehrenamt_desktop.store.reads.cells import day

_AGREED = (
    "EXISTS (SELECT 1 FROM consent c WHERE c.person_id = r.id AND c.scope = 'letters' "
    "AND c.given_on <= :as_of AND (c.withdrawn_on IS NULL OR c.withdrawn_on > :as_of) "
    "AND c.by_guardian = {})"
)
_PEOPLE = (
    "SELECT r.id, r.salutation, r.title, r.first_name, r.last_name, r.street, r.postcode, r.city, "
    "r.birth_date, r.birth_year, r.status, r.legal_basis, "
    f"{_AGREED.format(0)}, {_AGREED.format(1)}, r.restricted_on IS NOT NULL, h.id, h.name "
    "FROM person r LEFT JOIN household h ON h.id = r.household_id "
    "WHERE r.trashed_at IS NULL AND r.id IN "
)
_BODIES = (
    "SELECT r.id, r.name, r.street, r.postcode, r.city, r.status, "
    "c.salutation, c.title, c.first_name, c.last_name "
    "FROM initiative r LEFT JOIN contact_person c ON c.id = (SELECT x.id FROM contact_person x "
    "WHERE x.initiative_id = r.id ORDER BY x.deputy, x.id LIMIT 1) "
    "WHERE r.trashed_at IS NULL AND r.id IN "
)
CHUNK = 500


def addressees(connection: Any, ids: Sequence[int], as_of: str) -> list[Addressee]:
    """The given people outside the trash, in that order; `as_of` is an ISO date."""
    found: dict[int, Addressee] = {}
    for start in range(0, len(ids), CHUNK):
        chosen = ",".join(str(int(one)) for one in ids[start : start + CHUNK])
        rows = connection.execute(f"{_PEOPLE}({chosen})", {"as_of": as_of})
        found.update((one.id, one) for one in _read(rows))
    return [found[one] for one in ids if one in found]


def bodies(connection: Any, ids: Sequence[int]) -> list[Body]:
    """The given initiatives outside the trash, in that order, each with its first contact."""
    found: dict[int, Body] = {}
    for start in range(0, len(ids), CHUNK):
        chosen = ",".join(str(int(one)) for one in ids[start : start + CHUNK])
        for cells in connection.execute(f"{_BODIES}({chosen})"):
            salutation = Salutation(cells[6]) if cells[6] else None
            contact = (salutation, cells[7] or "", cells[8] or "", cells[9] or "")
            number, name, street, postcode, city, status = cells[:6]
            where = (street, postcode, city)
            found[number] = Body(number, name, *where, InitiativeStatus(status), contact)
    return [found[one] for one in ids if one in found]


def members(connection: Any, household: int) -> list[int]:
    """The numbers of the people of a household."""
    question = "SELECT id FROM person WHERE household_id = ? ORDER BY id"
    return [int(row[0]) for row in connection.execute(question, (household,))]


def _read(rows: Any) -> Iterator[Addressee]:
    for cells in rows:
        yield Addressee(
            id=cells[0],
            salutation=Salutation(cells[1]) if cells[1] else None,
            title=cells[2],
            first_name=cells[3],
            last_name=cells[4],
            street=cells[5],
            postcode=cells[6],
            city=cells[7],
            birth=(day(cells[8]), cells[9]),
            status=PersonStatus(cells[10]),
            basis=LegalBasis(cells[11]),
            agreed=bool(cells[12]),
            guardian=bool(cells[13]),
            restricted=bool(cells[14]),
            household=(cells[15], cells[16]) if cells[15] is not None else None,
        )
