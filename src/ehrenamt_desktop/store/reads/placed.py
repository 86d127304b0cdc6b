"""Who was ever proposed what, and for whom more may be kept."""

from __future__ import annotations

from typing import Any

from ehrenamt_desktop.model.enums import PlacementState


def placed(connection: Any) -> list[tuple[int, int, PlacementState]]:
    """Person, offer and state of every placement."""
    states = {one.value: one for one in PlacementState}
    return [
        (person, offer, states[state])
        for person, offer, state in connection.execute(
            "SELECT person_id, offer_id, state FROM placement"
        )
    ]


def guarded(connection: Any) -> set[int]:
    """The people whose guardian agreed to the data being kept."""
    found = connection.execute(
        "SELECT person_id FROM consent WHERE scope = 'storage' AND by_guardian = 1 "
        "AND withdrawn_on IS NULL"
    )
    return {cells[0] for cells in found}
