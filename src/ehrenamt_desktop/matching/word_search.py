"""Search inside a ranked list: words by their German stem, and through the catalogue.

A typed word is found in the title, the body and the place, in the words of the catalogue that the
record carries (a broader word covers a narrower one), and in text that says the same with another
word of the catalogue: „mit Kindern arbeiten“ finds „Hausaufgaben mit Schülern“. It narrows what is
shown and never blocks anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import TermRelation
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.rows import TermRow
from ehrenamt_desktop.model.text import MAX_QUESTION, fold

BEGINNING = 3
"""Letters from which the beginning of a word is enough."""
ENDING = 3
"""Letters from which a typed word is found at the end of a compound: `bus` in `Bürgerbus`."""
UNTYPED = 3
"""Letters that may still be missing at the end of a word of the catalogue."""
_WORD = re.compile(r"[^\W_]+")
FILLERS = frozenset(
    _WORD.findall(
        """mit für bei beim von vom zu zum zur in im an am auf aus und oder ohne um der die das den
        dem des ein eine einen einem einer etwas was wo gern gerne ich wir mich mir möchte möchten
        will arbeiten arbeit machen tun helfen hilfe unterstützen mithelfen mitmachen sein haben
        engagieren ehrenamt ehrenamtlich aufgabe tätigkeit angebot angebote"""
    )
)
"""Words that tell nothing of a task; they count only when nothing else was typed."""

_FOLDED = frozenset(fold(one) for one in FILLERS)
_german = stemmer("german")


@dataclass(frozen=True, slots=True)
class _Word:
    """One typed word: as it is spelled, its stem, and what the catalogue knows of it.

    Attributes:
        terms: terms that it names, and those below them.
        like: stems of words that the catalogue takes for the same.
    """

    spelled: str
    stem: str
    terms: frozenset[int]
    like: frozenset[str]

    def is_in(self, words: tuple[tuple[str, str], ...]) -> bool:
        """Whether a text, as spelled words with their stems, says it."""
        return any(
            stem == self.stem
            or stem in self.like
            or (len(self.stem) >= BEGINNING and stem.startswith(self.stem))
            or spelled.startswith(self.spelled)
            or (len(self.spelled) >= ENDING and spelled.endswith(self.spelled))
            or (len(self.stem) > ENDING and stem.endswith(self.stem))
            for spelled, stem in words
        )


class WordSearch:
    """A typed question, ready to be held against any number of records."""

    def __init__(self, vocabulary: Vocabulary, question: str) -> None:
        words = _words(question[:MAX_QUESTION])
        telling = [
            one for at, one in enumerate(words) if not _fills(one, last=at == len(words) - 1)
        ]
        typed = telling or words
        stems = [stem for _, stem in typed]
        self._words = [_known(one, stems, vocabulary) for one in typed]

    def fits(self, text: str, terms: Iterable[int]) -> bool:
        """Whether a record with this text and these terms answers every typed word."""
        spelled, carried = _stems(text), frozenset(terms)
        return all(not one.terms.isdisjoint(carried) or one.is_in(spelled) for one in self._words)

    def fits_pair(self, pair: Pair, subject: Side) -> bool:
        """Whether the other one of a pair answers; `subject` is whose list it is."""
        place = pair.offer.place if subject is Side.PERSON else pair.person.place
        where = place.label if place is not None else ""
        if subject is Side.PERSON:
            offer = pair.offer
            terms = [one.term_id for one in offer.terms]
            return self.fits(f"{offer.title} {offer.initiative} {where}", terms)
        person = pair.person
        terms = person.ids(TermRelation.WISH, TermRelation.HAS)
        terms += [one.term_id for one in person.proofs if one.held]
        return self.fits(f"{person.name} {where}", terms)


def _words(text: str) -> list[tuple[str, str]]:
    return list(_stems(text))


@lru_cache(maxsize=65_536)
def _stems(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text, each folded as it is spelled, and its folded stem."""
    return tuple((fold(word), _stem(word)) for word in _WORD.findall(text.casefold()))


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return fold(_german.stemWord(word))


def _fills(word: tuple[str, str], *, last: bool) -> bool:
    """Whether a word tells nothing; the last one may not be typed to its end."""
    spelled, _ = word
    begun = last and len(spelled) >= BEGINNING
    return spelled in _FOLDED or (begun and any(one.startswith(spelled) for one in _FOLDED))


def _known(word: tuple[str, str], typed: list[str], vocabulary: Vocabulary) -> _Word:
    """A typed word with what the catalogue knows of it, beside the stems of all typed words."""
    spelled, stem = word
    named = {
        key
        for key, term in vocabulary.terms.items()
        if any(
            any(_close(stem, one) for one in name)
            and all(any(_close(other, one) for other in typed) for one in name)
            for name in _names(term)
        )
    }
    below = {key for key in vocabulary.terms if not named.isdisjoint(vocabulary.ancestors(key))}
    like = set()
    for key in named:
        alone = {name[0] for name in _names(vocabulary.terms[key]) if len(name) == 1}
        like |= alone if stem in alone else set()
    return _Word(spelled, stem, frozenset(named | below), frozenset(like))


def _close(typed: str, stem: str) -> bool:
    """Whether a typed stem is a stem of the catalogue, or all but its last letters."""
    far = len(stem) - len(typed)
    return typed == stem or (
        0 < far <= UNTYPED and len(typed) >= BEGINNING and stem.startswith(typed)
    )


def _names(term: TermRow) -> Iterator[tuple[str, ...]]:
    """The stems of each name of a term: the label and the synonyms, without filling words."""
    for name in (term.label, *term.synonyms):
        stems = tuple(stem for spelled, stem in _stems(name) if spelled not in _FOLDED)
        if stems:
            yield stems
