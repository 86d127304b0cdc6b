"""One typed text, hits of every kind: by name, number, phone, and by words that come near."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from ehrenamt_desktop.model.calls import CallRow
from ehrenamt_desktop.model.enums import DocumentKind, Kind
from ehrenamt_desktop.model.findings import Found, Hit
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rules.salutation import list_name
from ehrenamt_desktop.model.text import MAX_QUESTION, day, digits, fold, phone_words, search_words
from ehrenamt_desktop.services import near_words
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import (
    asking,
    calls,
    documents,
    finding,
    initiatives,
    offers,
    people,
)
from ehrenamt_desktop.store.reads.finding import Groups
from ehrenamt_desktop.store.reads.listing import ListSpec

EACH = 5
"""Hits shown of each kind."""

LOOKED_AT = 200
"""Answers of a list among which those named so come first."""

TOO_LONG = 10
"""Digits from which a text is a phone number, not the number of a record."""

FEW = 3
"""Hits below which words that come near are sought as well."""

ACROSS = 3
"""Letters of each word from which person and offer of a placement are sought together."""

BODIES = 500
"""Initiatives whose contacts are looked through."""

UNNAMED = 2
"""The rank of a record whose name does not hold the words."""

SLIP = re.compile(r"n\s*\d{1,7}\s*[a-z]", re.IGNORECASE)
"""The code of a reply slip, as `services/reply_slips` makes it."""

NUMBERED = re.compile(r"(?:nr\.?|nummer|#)\s*(\d{1,9})", re.IGNORECASE)
SPECS: tuple[tuple[Kind, str, ListSpec], ...] = (
    (Kind.PERSON, "person_search", people.SPEC),
    (Kind.INITIATIVE, "initiative_search", initiatives.SPEC),
    (Kind.OFFER, "offer_search", offers.SPEC),
)


class _Asked(NamedTuple):
    """A typed text: its words with alternatives, the number it may be, what a name begins with."""

    groups: Groups
    number: int = 0
    beginning: str = ""
    text: str = ""

    @property
    def by_words(self) -> bool:
        """Whether any word counts; a single letter is sought at the beginning of names only."""
        return len(self.beginning) != 1


SOUGHT = ("", "archived", "restricted")
"""The parts of a list in which somebody is found; the trash has its own window."""


class Finding:
    """The search over everything; keeps all words in memory to know those that come near."""

    def __init__(self, store: Store, lists: Lists) -> None:
        self._store = store
        self._lists = lists
        self._words: tuple[int, near_words.Words] | None = None
        self._papers: tuple[object, list[tuple[Hit, list[str]]]] | None = None
        self._calls: tuple[object, list[tuple[CallRow, list[str]]]] | None = None

    def warm(self) -> None:
        """Read the kept words anew if something was written since (0.2 s at 100,000 people)."""
        if self._words is None or self._words[0] != self._store.generation:
            with self._store.read() as connection:
                words = near_words.sort_words(finding.all_words(connection))
                self._words = (self._store.seen(), words)

    def find(self, text: str) -> Found:
        """The first hits of each kind; hits by words that come near stand last."""
        asked = text[:MAX_QUESTION].strip()
        numbered = NUMBERED.fullmatch(asked)
        if numbered:
            return Found(tuple(self._numbered(int(numbered[1]))))
        if SLIP.fullmatch(asked):
            slips = self._slip(asked)
            if slips:
                return Found(slips)
        typed = self._understood(asked)
        if not typed.groups:
            return Found()
        with self._store.read() as connection:
            hits = self._collect(connection, typed)
            if len(hits) >= FEW or _phone(asked):
                return Found(tuple(hits))
            wider = self._wider(typed, found=bool(hits))
            more = [hit for groups in wider for hit in self._collect(connection, groups)]
        seen = {(hit.kind, hit.number) for hit in hits}
        added = {(hit.kind, hit.number): hit._replace(near=True) for hit in more}
        fresh = [hit for key, hit in added.items() if key not in seen]
        return Found((*hits, *fresh), _meant(fresh, typed, wider))

    def records(self, wanted: Iterable[tuple[Kind, int]]) -> list[Hit]:
        """Hits for known records, in that order; those that are gone are left out."""
        return [hit for kind, number in wanted for hit in self._rows(kind, [number])]

    def _collect(self, connection: Any, asked: _Asked) -> list[Hit]:
        hits: list[Hit] = []
        named: dict[Kind, list[int]] = {}
        for kind, table, spec in SPECS:
            found = finding.matches(connection, table, asked.groups) if asked.by_words else []
            best = _best(connection, spec, found, asked)
            named[kind] = [number for number, rank in best.items() if rank < UNNAMED]
            hits += self._rows(kind, list(best)[:EACH])
            if kind is Kind.INITIATIVE:
                hits += _contacts(connection, found, asked)
        hits += self._rows(Kind.PLACEMENT, self._placements(connection, named, asked))
        hits += self._call_notes(connection, asked)
        papers = [asked.number] if asked.number else []
        papers += self._lists.postings.ids(ListQuery(text=asked.text))[:EACH]
        hits += self._rows(Kind.POSTING, list(dict.fromkeys(papers))[:EACH])
        hits += self._library(connection, asked)
        if asked.number:
            hits.sort(key=lambda hit: _standing(hit, asked.number))
        return hits

    def _slip(self, code: str) -> tuple[Hit, ...]:
        """What a reply slip with this code asks; nothing if it is answered, or never was one."""
        with self._store.read() as connection:
            number = asking.by_code(connection, "".join(code.split()).upper())
            asked = asking.asked(connection, number) if number is not None else None
        if asked is None:
            return ()
        words = f"Rückmeldung: {asked.person}"
        target = (Kind.FOLLOW_UP, asked.number)
        return (Hit(Kind.FOLLOW_UP, asked.number, words, asked.offer, target, private=True),)

    def _call_notes(self, connection: Any, asked: _Asked) -> list[Hit]:
        """Call notes by caller, number and concern; their words are kept until a step is made."""
        state = self._store.state()
        if self._calls is None or self._calls[0] != state:
            noted = [(row, _words_of(row)) for row in calls.every(connection)]
            self._calls = (state, noted)
        if not asked.by_words:
            return []
        found = (row for row, own in self._calls[1] if _begins(asked.groups, own))
        return [_call(row) for row in islice(found, EACH)]

    def _library(self, connection: Any, asked: _Asked) -> list[Hit]:
        """Papers of the library by title and keywords, kept until a step is made."""
        state = self._store.state()
        if self._papers is None or self._papers[0] != state:
            rows = documents.titles(connection)
            self._papers = (state, [(_document(row), search_words(f"{row[1]} {row[3]}"))
                                    for row in rows])  # fmt: skip
        if not asked.by_words:
            return []
        found = (hit for hit, own in self._papers[1] if _begins(asked.groups, own))
        return list(islice(found, EACH))

    def _placements(
        self, connection: Any, named: dict[Kind, list[int]], asked: _Asked
    ) -> list[int]:
        if asked.number:
            return [asked.number]
        ids = finding.placements_of(connection, named[Kind.PERSON], named[Kind.OFFER], EACH)
        words = [word for group in asked.groups for word in group]
        if not ids and len(asked.groups) > 1 and min(map(len, words)) >= ACROSS:
            ids = finding.placements_across(connection, asked.groups, EACH)
        return ids

    def _numbered(self, number: int) -> list[Hit]:
        """The records of that number."""
        with self._store.read() as connection:
            kinds = [kind for kind, _, spec in SPECS if finding.is_open(connection, spec, number)]
            found = self.records((kind, number) for kind in (*kinds, Kind.PLACEMENT, Kind.POSTING))
        return sorted(found, key=lambda hit: _standing(hit, number))

    def _wider(self, asked: _Asked, *, found: bool) -> list[_Asked]:
        """The same question with words that come near; nothing if there are none."""
        words = self._kept()
        groups = [_widened(group, words, found=found) for group in asked.groups]
        wider = [_Asked(groups, text=asked.text)] if groups != list(asked.groups) else []
        if found:
            return wider
        first = [group[0] for group in asked.groups]
        if len(first) > 1:
            wider.append(_Asked([("".join(first),)], text=asked.text))
        for place, word in enumerate(first):
            for pair in near_words.parts(word, words):
                both = [(part,) for part in pair]
                wider.append(
                    _Asked([*groups[:place], *both, *groups[place + 1 :]], text=asked.text)
                )
        return wider

    def _understood(self, text: str) -> _Asked:
        """A text of digits is a number, the beginning of a phone number, or its end."""
        asked = _asked(text)
        run = _phone(text)
        return (
            asked._replace(groups=[(run, *near_words.ending(run, self._kept()))]) if run else asked
        )

    def _kept(self) -> near_words.Words:
        """The kept words, read when they are first asked for."""
        if self._words is None:
            self.warm()
        return self._words[1] if self._words else near_words.sort_words(())

    def _rows(self, kind: Kind, ids: Sequence[int]) -> list[Hit]:
        source: Any = getattr(self._lists, _SOURCES[kind][0])
        return [_SOURCES[kind][1](row) for row in source.rows(ids)] if ids else []


def _standing(hit: Hit, number: int) -> int:
    """Who is meant by a number: an offer first, since boards, letters and sheets name it."""
    if hit.number != number or hit.kind is Kind.CONTACT:
        return 2
    return 0 if hit.kind is Kind.OFFER else 1


def _words_of(row: CallRow) -> list[str]:
    return [*search_words(f"{row.name} {row.who} {row.concern}"), *phone_words(row.phone)]


def _asked(text: str) -> _Asked:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < TOO_LONG else 0
    words = fold(text).split()
    return _Asked([(word,) for word in dict.fromkeys(words)], number, " ".join(words), text)


def _phone(text: str) -> str:
    """The digits of a text that holds no letter."""
    return "" if any(sign.isalpha() for sign in text) else digits(text)


def _best(connection: Any, spec: ListSpec, numbers: list[int], asked: _Asked) -> dict[int, int]:
    """Numbers of a list with their ranks: that number first, then those named so, then more."""
    best: dict[int, int] = {}
    if asked.number and finding.is_open(connection, spec, asked.number):
        best[asked.number] = 0
    for extent in (one for one in SOUGHT if one in spec.extents):
        if len(best) >= EACH or not (numbers or asked.beginning):
            continue
        names = dict(finding.in_order(connection, spec, extent, numbers, LOOKED_AT))
        if asked.beginning:
            names |= dict(finding.named(connection, spec, extent, asked.beginning, EACH))
        ranks = {one: _rank(name, asked) for one, name in names.items()}
        for one in sorted(names, key=lambda number: (ranks[number], names[number])):
            best.setdefault(one, ranks[one])
    return best


def _rank(name: str, asked: _Asked) -> int:
    if asked.beginning and name.startswith(asked.beginning):
        return 0
    return 1 if _begins(asked.groups, name.split()) else UNNAMED


def _begins(groups: Groups, parts: Sequence[str]) -> bool:
    """Whether one word of each group begins one of the parts."""
    return all(any(part.startswith(tuple(group)) for part in parts) for group in groups)


def _widened(group: Sequence[str], words: near_words.Words, *, found: bool) -> tuple[str, ...]:
    """A word with those that come near; beside hits a word that is kept is taken as meant."""
    word = group[0]
    kept = found and near_words.is_kept(word, words)
    more = near_words.alike(word, words) if kept else near_words.near(word, words)
    return (word, *more[: near_words.MANY])


def _meant(hits: Sequence[Hit], asked: _Asked, wider: Sequence[_Asked]) -> tuple[str, ...]:
    """The near words as they stand in the first hit's name."""
    if not hits:
        return ()
    typed = {word for group in asked.groups for word in group}
    near = tuple(word for one in wider for group in one.groups for word in group
                 if word not in typed and word.isalpha())  # fmt: skip
    if not near:
        return ()
    for hit in hits:
        parts = re.split(r"[\s,;·/()-]+", hit.words)
        meant = [part for part in parts
                 if any(word.startswith(near) for word in search_words(part))]  # fmt: skip
        if meant:
            return tuple(meant)
    return ()


def _contacts(connection: Any, numbers: list[int], asked: _Asked) -> list[Hit]:
    hits: list[Hit] = []
    for cells in finding.contacts(connection, numbers[:BODIES]):
        number, initiative, first, last, function, body, phone, email = cells
        own = [*search_words(f"{first} {last} {email}"), *phone_words(phone or "")]
        around = search_words(body)
        if _begins(asked.groups, own + around) and any(
            _begins([group], own) for group in asked.groups
        ):
            more = " · ".join(part for part in (function, body) if part)
            target = (Kind.INITIATIVE, initiative)
            hits.append(
                Hit(Kind.CONTACT, number, list_name(first, last), more, target, private=True)
            )
    return hits[:EACH]


def _call(row: CallRow) -> Hit:
    more = f"{day(row.on)} · {'offen' if row.waiting_since else 'erledigt'}"
    target = row.target or (Kind.INTERACTION, row.id)
    return Hit(Kind.INTERACTION, row.id, row.name or row.phone, more, target, private=True)


def _person(row: Any) -> Hit:
    words = list_name(row.first_name, row.last_name)
    return Hit(Kind.PERSON, row.id, words, _where(row), (Kind.PERSON, row.id), private=True)


def _initiative(row: Any) -> Hit:
    return Hit(Kind.INITIATIVE, row.id, row.name, _where(row), (Kind.INITIATIVE, row.id))


def _offer(row: Any) -> Hit:
    more = f"{row.initiative} · {_where(row)}"
    return Hit(Kind.OFFER, row.id, row.title, more, (Kind.OFFER, row.id))


def _placement(row: Any) -> Hit:
    more = f"{row.offer} · {row.state.label} seit {day(row.since)} · Nr. {row.id}"
    target = (Kind.PLACEMENT, row.id)
    return Hit(Kind.PLACEMENT, row.id, row.person, more, target, private=True)


def _paper(row: Any) -> Hit:
    more = f"{row.kind.label} · {day(row.printed_on)} · Nr. {row.id}"
    return Hit(Kind.POSTING, row.id, row.title, more, (Kind.POSTING, row.id))


def _document(row: tuple[int, str, str, str]) -> Hit:
    number, title, kind, _ = row
    return Hit(Kind.DOCUMENT, number, title, DocumentKind(kind).label, (Kind.DOCUMENT, number))


def _where(row: Any) -> str:
    return f"{row.place} · Nr. {row.id}" if row.place else f"Nr. {row.id}"


_SOURCES: Mapping[Kind, tuple[str, Callable[[Any], Hit]]] = {
    Kind.PERSON: ("people", _person),
    Kind.INITIATIVE: ("initiatives", _initiative),
    Kind.OFFER: ("offers", _offer),
    Kind.PLACEMENT: ("placements", _placement),
    Kind.POSTING: ("postings", _paper),
}
