"""Matching, proposing and placing."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import office_of, put_json
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import EndReason, PlacementState
from ehrenamt_desktop.model.matches import MatchList, as_json


def match(call: argparse.Namespace) -> int:
    """Show the best offers for a person, or people for an offer."""
    with office_of(call) as office:
        if call.person is not None:
            found = office.matching.offers_for(
                call.person, call.as_of, call.top, call.search, examined=call.json
            )
        else:
            found = office.matching.people_for(
                call.offer, call.as_of, call.top, call.search, examined=call.json
            )
    if call.json:
        put_json(as_json(found))
    else:
        _show(found)
    return 0


def _show(found: MatchList) -> None:
    print(f"{found.name} (Nr. {found.number})")
    for one in found.matches:
        print(f"{one.number:>6}  {one.word.label:<18}  {one.title} · {one.subtitle}")
        print(f"{'':>28}{one.reason_text}")
    for near in found.near:
        print(f"{near.number:>6}  {'passt fast':<18}  {near.title} · {near.sentence}")
    for question in found.questions:
        print(f"Noch nachfragen: {question.sentence}")


def propose(call: argparse.Namespace) -> int:
    """Propose an offer to a person."""
    with office_of(call) as office:
        (number,) = office.placements.propose(call.person, [call.offer], call.on, call.reason)
    print(f"Vorgeschlagen: Vermittlung Nr. {number}")
    return 0


def place(call: argparse.Namespace) -> int:
    """Take a placement to its next state."""
    state = PlacementState.parse(call.state)
    if state is None:
        words = ", ".join(one.value for one in PlacementState)
        raise DomainError(f"Den Status „{call.state}“ gibt es nicht. Möglich sind: {words}.")
    reason = EndReason.parse(call.reason) if call.reason else None
    if call.reason and reason is None:
        words = ", ".join(one.value for one in EndReason)
        raise DomainError(f"Den Grund „{call.reason}“ gibt es nicht. Möglich sind: {words}.")
    with office_of(call) as office:
        office.placements.move(call.placement, state, call.on, reason)
    print(f"Vermittlung Nr. {call.placement}: {state.label}")
    return 0
