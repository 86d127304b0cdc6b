"""What may stand on a notice board: nothing that names or reaches somebody who did not agree.

The free text of an offer is read before it is published. A firm finding keeps the offer from being
published; the others are for the coordinator to look at, since words like `Sommer` are names too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ehrenamt_desktop.model.rules import publishing_patterns as patterns
from ehrenamt_desktop.model.rules.publishing_words import ORDINARY, PARTICLES
from ehrenamt_desktop.model.text import cut, fold

BOARD_FIELDS = ("title", "teaser", "location", "time_text", "requirements")
"""Free text that can stand on a notice board; all findings in it are firm unless they may err."""

FREE_FIELDS = (*BOARD_FIELDS, "description")
"""All free text that is read before publishing."""

_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:[-'’][^\W\d_]+)*")
_EXCERPT = 60
LONGEST = 8000
"""Signs that are read; no field takes more."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """Somebody in the store; `agreed` people may be named in public."""

    first: str
    last: str
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text that should not be published.

    Attributes:
        key: the field.
        words: what was found there.
        sentence: why it should not stand there.
        advice: what to do.
        firm: keeps the offer from being published; else the coordinator decides.
    """

    key: str
    words: str
    sentence: str
    advice: str
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the texts.

    Attributes:
        as_of: the day, for dates far back.
        helped: help for one person: place and address are private as well.
        helped_name: the name of that person.
        names: people and contact persons whose names occur.
        places: names of villages, folded; for a help request those that must not be named.
        public: folded words that are public: the body's name, place names.
        silent_contact: the contact person whom the offer would name but who did not agree.
    """

    as_of: dt.date
    helped: bool = False
    helped_name: str = ""
    names: tuple[KnownName, ...] = ()
    places: frozenset[str] = field(default_factory=frozenset)
    public: frozenset[str] = field(default_factory=frozenset)
    silent_contact: str = ""


def findings(text: str) -> tuple[str, ...]:
    """German sentences on what should not be published in `text`, judged by its form alone."""
    return tuple(dict.fromkeys(one.sentence for one in _forms("", text[:LONGEST], firm=True)))


def check(texts: Mapping[str, str], context: Context) -> tuple[Finding, ...]:
    """Everything in an offer's free text that should not be published, field by field."""
    found: list[Finding] = []
    for key in FREE_FIELDS:
        text = texts.get(key, "")[:LONGEST]
        if text:
            found.extend(_once(_in_field(key, text, context)))
    if context.silent_contact:
        found.append(
            Finding(
                "publish_contact", context.silent_contact,
                "Die Ansprechperson soll genannt werden, hat aber nicht eingewilligt.",
                "Tragen Sie ihre Einwilligung bei der Initiative ein (Ansprechpersonen, „Ändern "
                "…“) oder nehmen Sie den Haken weg.",
            )
        )  # fmt: skip
    return tuple(found)


def name_candidates(texts: Iterable[str]) -> frozenset[str]:
    """Folded words that could be a surname, to look up in the store: capitalised, with particles.

    `Dietzels` is looked up as `dietzel` too.
    """
    found: set[str] = set()
    for text in texts:
        before: list[str] = []
        for match in _WORD.finditer(text[:LONGEST]):
            word = match[0]
            if word[:1].isupper() and len(word) > 2:
                folded = fold(word)
                found.update(" ".join((*before[-take:], folded)) for take in range(len(before) + 1))
                if folded.endswith("s"):
                    found.add(folded[:-1])
            before = [*before, fold(word)] if fold(word) in PARTICLES else []
    found.discard("")
    return frozenset(found)


def _in_field(key: str, text: str, context: Context) -> Iterator[Finding]:
    board = key in BOARD_FIELDS
    yield from _forms(key, text, firm=board)
    yield from _helped(key, text, context)
    yield from _named(key, text, context, board=board)
    for words in patterns.old_dates(text, context.as_of):
        yield Finding(
            key, words, "Dieses Datum liegt weit zurück: Ist es ein Geburtsdatum?",
            "Ein Geburtsdatum bitte streichen.", firm=False,
        )  # fmt: skip
    if key == "location":
        return  # a public meeting point; that of a helped person reaches no board
    for words in patterns.streets(text):
        yield Finding(
            key, words, "Hier steht eine Anschrift.",
            "Ist es die Wohnung einer Person, bitte streichen. Ein öffentlicher Treffpunkt "
            "gehört in das Feld „Treffpunkt“.", firm=context.helped and board,
        )  # fmt: skip


def _forms(key: str, text: str, *, firm: bool) -> Iterator[Finding]:
    """What is seen by its form, without the store."""
    if match := patterns.INITIAL.search(text):
        yield Finding(
            key, match[0], "Ein abgekürzter Name wie „Frau K.“ kann eine Person erkennbar machen.",
            "Schreiben Sie „eine Nachbarin“ oder „ein älterer Herr“.", firm,
        )  # fmt: skip
    if match := patterns.TITLED.search(text):
        yield Finding(
            key, match[0], "Hier steht ein Name. Auf Aushängen stehen keine Namen.",
            "Lassen Sie den Namen weg oder nennen Sie die Funktion: „der Vorstand“.", firm,
        )  # fmt: skip
    for words in patterns.phones(text):
        yield Finding(
            key, words,
            "Hier steht eine Telefonnummer. Auf Aushängen steht nur die der Agentur.",
            "Streichen Sie die Nummer; die der Agentur druckt das Programm dazu.", firm,
        )  # fmt: skip
    for match in patterns.EMAIL.finditer(text):
        yield Finding(
            key, match[0],
            "Hier steht eine E-Mail-Adresse. Auf Aushängen steht nur die der Agentur.",
            "Streichen Sie die Adresse.", firm,
        )  # fmt: skip
    for words in patterns.births(text):
        yield Finding(
            key, words, "Hier steht ein Geburtsdatum oder ein Geburtsjahr.",
            "Streichen Sie die Angabe.", firm,
        )  # fmt: skip
    for words in patterns.ages(text):
        yield Finding(
            key, words, "Hier steht ein Alter. Auf Aushängen steht kein Alter einer Person.",
            "Schreiben Sie „ein älterer Herr“ oder „ein Schulkind“.", firm,
        )  # fmt: skip


def _helped(key: str, text: str, context: Context) -> Iterator[Finding]:
    """The helped person's name and village stay private, wherever they stand."""
    if not context.helped:
        return
    secret = {
        word for word in fold(context.helped_name).split()
        if len(word) > 2 and word not in PARTICLES
    }  # fmt: skip
    for match in _WORD.finditer(text):
        words = set(fold(match[0]).split())
        words |= {word[:-1] for word in words if word.endswith("s")}
        if words & secret:
            yield Finding(
                key, match[0], "Hier steht der Name der Person, der geholfen wird.",
                "Streichen Sie den Namen; er steht nur im nicht öffentlichen Teil.",
            )  # fmt: skip
        elif fold(match[0]) in context.places and key in ("title", "teaser"):
            yield Finding(
                key, match[0],
                "Beim Hilfegesuch steht auf dem Aushang nur die Gemeinde, nicht der Ortsteil.",
                "Streichen Sie den Ortsteil; die Gemeinde druckt das Programm dazu.",
            )  # fmt: skip


def _named(key: str, text: str, context: Context, *, board: bool) -> Iterator[Finding]:
    """Names of people the store knows: full names firmly, surnames alone as a question."""
    tokens = [(match[0], _chain(match[0])) for match in _WORD.finditer(text)]
    folded = f" {' '.join(word for _, word in tokens)} "
    for known in context.names:
        first, last = _chain(known.first), _chain(known.last)
        if known.agreed or not last:
            continue
        if first and any(
            f" {one}{end} " in folded
            for one in (f"{first} {last}", *(() if last in ORDINARY else (f"{last} {first}",)))
            for end in ("", "s")
        ):
            yield Finding(
                key, f"{known.first} {known.last}", "Hier steht der Name einer Person im Bestand.",
                "Streichen Sie den Namen. Eine Ansprechperson darf genannt werden, wenn ihre "
                "Einwilligung eingetragen ist.", board,
            )  # fmt: skip
            continue
        if last in ORDINARY or last in context.public or last in PARTICLES:
            continue
        alone = next((word for word, one in tokens if _is(one, last) and word[:1].isupper()), "")
        if not alone and " " in last and f" {last} " in folded:
            alone = known.last
        if alone:
            yield Finding(
                key, alone, "So heißt jemand im Bestand. Ist hier diese Person gemeint?",
                "Einen Namen bitte streichen; ein gewöhnliches Wort darf bleiben.", firm=False,
            )  # fmt: skip
    if (match := patterns.KIN.search(text)) and fold(match["name"]) not in ORDINARY:
        yield Finding(
            key, match[0], "Hier könnte ein Name stehen.", "Einen Namen bitte streichen.",
            firm=False,
        )  # fmt: skip


def _chain(words: str) -> str:
    """Folded words; what hyphens join stays one word: `Anna-Koch-Schule` names no Anna Koch."""
    return " ".join(fold(match[0]).replace(" ", "-") for match in _WORD.finditer(words))


def _is(word: str, name: str) -> bool:
    return word in (name, f"{name}s")


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Each place once, firm findings first; a name found twice says so once."""
    seen: set[tuple[str, str]] = set()
    named: set[str] = set()
    for one in sorted(found, key=lambda one: not one.firm):
        words = fold(one.words)
        mark = (words, one.sentence)
        if mark in seen or (not one.firm and words in named):
            continue
        seen.add(mark)
        named.add(words)
        named.update(words.split())
        yield Finding(one.key, cut(one.words, _EXCERPT), one.sentence, one.advice, one.firm)
