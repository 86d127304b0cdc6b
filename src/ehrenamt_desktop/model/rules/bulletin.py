"""Open offers as plain text for the municipal bulletin, no longer than its editors allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehrenamt_desktop.model.paper_rows import BoardOffer, OfficeInfo
from ehrenamt_desktop.model.rules.board import BY_ARRANGEMENT, CLEARED
from ehrenamt_desktop.model.text import count, cut, tidy

Group = tuple[str, Sequence[BoardOffer]]
SHORTEST = 200
"""The least limit, in characters: a title, one offer and whom to call."""

_FULL, _SHORT, _TITLES = range(3)


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What goes to the bulletin.

    Attributes:
        title: the first line.
        parts: headings with the lines below them.
        call: whom to call, the last line.
        shown: the numbers of the offers in it.
        left_out: how many found no room.
    """

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    call: str
    shown: tuple[int, ...]
    left_out: int

    @property
    def text(self) -> str:
        """All of it as plain text."""
        blocks = [self.title]
        blocks += ["\n".join((heading, *lines) if heading else lines)
                   for heading, lines in self.parts]  # fmt: skip
        return "\n\n".join([*blocks, self.call])

    @property
    def length(self) -> int:
        """Characters with blanks and line ends, as editors count."""
        return len(self.text)


def bulletin(office: OfficeInfo, title: str, groups: Sequence[Group], limit: int = 0) -> Bulletin:
    """Word offers for the bulletin, as fully as the limit allows.

    First the teaser and what is needed go, then place and time, at last whole offers from the end,
    and the text says how many.

    Args:
        office: whom to call.
        title: the first line.
        groups: headings with their offers; a single group has no heading.
        limit: characters with blanks; 0 means as long as it takes.
    """
    total = sum(len(offers) for _, offers in groups)
    for detail in (_FULL, _SHORT, _TITLES):
        made = _made(office, title, groups, detail, total)
        if not limit or made.length <= limit:
            return made
    low, high = 0, total - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _made(office, title, groups, _TITLES, middle).length <= limit:
            low = middle
        else:
            high = middle - 1
    return _made(office, title, groups, _TITLES, low)


def _made(
    office: OfficeInfo, title: str, groups: Sequence[Group], detail: int, room: int
) -> Bulletin:
    """With the first `room` offers, in that detail."""
    parts: list[tuple[str, tuple[str, ...]]] = []
    shown: list[int] = []
    for heading, offers in groups:
        taken = offers[: room - len(shown)]
        if taken:
            shown += [offer.number for offer in taken]
            named = tidy(heading) if len(groups) > 1 else ""
            parts.append((named, tuple(_line(offer, detail) for offer in taken)))
    left = sum(len(offers) for _, offers in groups) - len(shown)
    return Bulletin(tidy(title), tuple(parts), _call(office, left), tuple(shown), left)


def _line(offer: BoardOffer, detail: int) -> str:
    head = f"Nr. {offer.number} {cut(tidy(offer.title), 120)}"
    if detail == _TITLES:
        return head
    where, when = tidy(offer.where) or tidy(offer.place), tidy(offer.when)
    facts = ", ".join(one for one in (where, when) if one and one != BY_ARRANGEMENT)
    if detail == _SHORT:
        return f"{head}: {facts}" if facts else head
    needs = tidy(offer.needs)
    said = [
        _sentence(head),
        _sentence(tidy(offer.teaser)),
        _sentence(f"Wo und wann: {facts}" if facts else "Ort und Zeit nach Absprache"),
        _sentence(f"Sie brauchen: {needs}" if needs and needs != CLEARED else ""),
    ]
    return " ".join(one for one in said if one)


def _sentence(words: str) -> str:
    return words if not words or words.endswith((".", "!", "?", "…")) else f"{words}."


def _call(office: OfficeInfo, left: int) -> str:
    more = f"Dazu {count(left, 'weiteres Angebot', 'weitere Angebote')}. " if left else ""
    reach = [f"Telefon {tidy(office.phone)}", tidy(office.email), tidy(office.hours)]
    return (
        f"{more}Ein Anruf genügt, bitte nennen Sie die Nummer. {tidy(office.name)}: "
        f"{', '.join(one for one in reach if one)}."
    )
