"""Records on their way out, as the window and the command line show them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop.model.enums import ArchiveAnswer, Labelled


class ErasureStage(Labelled):
    """How far a record is."""

    PROPOSED = "proposed", "fällig"
    OFFERED = "offered", "beim Archiv"
    RELEASED = "released", "freigegeben"


class ErasureRow(NamedTuple):
    """One person on the way out.

    Attributes:
        id: the number of the person.
        name: while there is one.
        place: the village.
        stage: how far it is.
        why: the rule, or that the person asked for it.
        since: the day the period was over, or the person asked.
        reply_by: a month after the person asked (Art. 12(3) GDPR); None else.
        offered_on: when the archive was offered it.
        answer: what the archive said.
        file_number: of the answer.
        recipients: how many bodies received the contact.
    """

    id: int
    name: str
    place: str
    stage: ErasureStage
    why: str
    since: dt.date
    reply_by: dt.date | None = None
    offered_on: dt.date | None = None
    answer: ArchiveAnswer | None = None
    file_number: str = ""
    recipients: int = 0


class Erased(NamedTuple):
    """What an erasure came to.

    Attributes:
        people: how many are gone.
        letters: how many letters to bodies were written (Art. 19 GDPR), and where.
        files: papers about these people alone that lie outside the store and are still there.
    """

    people: int
    letters: int
    path: Path | None
    files: tuple[Path, ...]
