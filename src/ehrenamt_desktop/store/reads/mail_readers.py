"""People and initiatives as e-mail needs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.model.enums import InitiativeStatus, LegalBasis, PersonStatus
from ehrenamt_desktop.model.group_mail import Reader
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store.reads.addressees import CHUNK
from ehrenamt_desktop.store.reads.cells import day

_AGREED = (
    "EXISTS (SELECT 1 FROM consent c WHERE c.person_id = r.id AND c.scope = 'email_info' "
    "AND c.given_on <= :as_of AND (c.withdrawn_on IS NULL OR c.withdrawn_on > :as_of) "
    "AND c.by_guardian = {})"
)
_PEOPLE = (
    "SELECT r.id, r.title, r.first_name, r.last_name, r.email, r.status, r.legal_basis, "
    f"{_AGREED.format(0)}, {_AGREED.format(1)}, r.birth_date, r.birth_year, "
    "r.restricted_on IS NOT NULL "
    "FROM person r WHERE r.trashed_at IS NULL AND r.id IN "
)
_BODIES = (
    "SELECT r.id, r.name, r.email, r.status FROM initiative r "
    "WHERE r.trashed_at IS NULL AND r.id IN "
)


def readers(connection: Any, noun: str, ids: Sequence[int], as_of: str) -> list[Reader]:
    """The given records outside the trash, in that order; `as_of` is an ISO date."""
    found: dict[int, Reader] = {}
    statement, make = (_BODIES, _body) if noun == "initiatives" else (_PEOPLE, _person)
    values = {} if noun == "initiatives" else {"as_of": as_of}
    for start in range(0, len(ids), CHUNK):
        chosen = ",".join(str(int(one)) for one in ids[start : start + CHUNK])
        for cells in connection.execute(f"{statement}({chosen})", values):
            found[cells[0]] = make(cells)
    return [found[one] for one in ids if one in found]


def _person(cells: Sequence[Any]) -> Reader:
    return Reader(
        id=cells[0],
        name=full_name(cells[1], cells[2], cells[3]),
        email=cells[4],
        status=PersonStatus(cells[5]),
        basis=LegalBasis(cells[6]),
        agreed=bool(cells[7]),
        guardian=bool(cells[8]),
        birth=(day(cells[9]), cells[10]),
        restricted=bool(cells[11]),
    )


def _body(cells: Sequence[Any]) -> Reader:
    return Reader(cells[0], cells[1], cells[2], InitiativeStatus(cells[3]))
