"""What people have promised their time to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ehrenamt_desktop.model.rules.double_booking import Booking, warnings
from ehrenamt_desktop.store.reads.cells import day

_BOOKINGS = (
    "SELECT m.id, m.person_id, m.state, o.title, o.time_grid, "
    "coalesce(m.hours_per_week, o.hours_per_week), o.starts_on, o.ends_on, p.hours_per_week "
    "FROM placement m JOIN offer o ON o.id = m.offer_id JOIN person p ON p.id = m.person_id "
    "WHERE m.person_id IN ({people}) AND m.state <> 'ended'"
)
_TAKEN = ("passed_on", "running")


class _Held(NamedTuple):
    booking: Booking
    taken: bool
    gives: float | None


def double_booked(
    connection: Any, people: Sequence[int], placements: Iterable[int]
) -> dict[int, tuple[str, ...]]:
    """By placement what to mind about the person's time; placements without a warning are left out.

    Args:
        connection: to read from.
        people: whose placements they are.
        placements: those that are looked at; they count as if they were taken on.
    """
    held: dict[int, list[_Held]] = defaultdict(list)
    wanted = set(placements)
    numbers = ",".join(str(int(one)) for one in dict.fromkeys(people))
    for cells in connection.execute(_BOOKINGS.format(people=numbers)):
        booking = Booking(cells[0], cells[3], cells[4] or 0, cells[5], day(cells[6]), day(cells[7]))
        held[cells[1]].append(_Held(booking, cells[2] in _TAKEN, cells[8]))
    found = {
        one.booking.placement_id: warnings(
            one.booking, [other.booking for other in theirs if other.taken], one.gives
        )
        for theirs in held.values()
        for one in theirs
        if one.booking.placement_id in wanted
    }
    return {number: told for number, told in found.items() if told}


def people_of(connection: Any, placements: Sequence[int]) -> list[int]:
    """Whose placements these are."""
    numbers = ",".join(str(int(one)) for one in placements)
    found = connection.execute(f"SELECT DISTINCT person_id FROM placement WHERE id IN ({numbers})")
    return [cells[0] for cells in found]
