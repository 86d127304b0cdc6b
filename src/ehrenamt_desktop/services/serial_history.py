"""The course of everybody a serial letter or a group message went to, inside one step."""

from __future__ import annotations

from collections.abc import Iterable

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import InteractionKind
from ehrenamt_desktop.model.records.placement import Interaction
from ehrenamt_desktop.model.text import cut
from ehrenamt_desktop.store import bulk
from ehrenamt_desktop.store.unit import Unit


def note_all(
    unit: Unit,
    kind: InteractionKind,
    subject: str,
    noun: str,
    numbers: Iterable[int],
    posting_id: int | None = None,
) -> int:
    """Keep one interaction for each person or initiative; returns how many.

    Args:
        unit: the open step.
        kind: a letter or an e-mail.
        subject: what it was about.
        noun: `people` or `initiatives`.
        numbers: whose course it is.
        posting_id: the paper, so that each course leads to it.
    """
    key = "initiative_id" if noun == "initiatives" else "person_id"
    fixed = {
        "kind": kind,
        "on": clock.today(),
        "subject": cut(subject, 200),
        "posting_id": posting_id,
    }
    return len(bulk.insert_rows(unit, Interaction, [{key: one, **fixed} for one in numbers]))
