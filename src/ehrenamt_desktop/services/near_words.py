"""Words like a typed one: slips of the finger, and names that sound the same.

Pure functions over folded words (`model/text.fold`). RapidFuzz counts the slips; its distance
takes two swapped letters for one (optimal string alignment).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

MANY = 8
"""Near words taken for one typed word."""

SHORT, LONG = 4, 6
"""Letters from which one, and from which two slips are forgiven."""

BEGUN = 5
"""Letters from which a slip is forgiven in a word that is not typed to its end."""

PHONE = 7
"""Digits from which a kept number is a phone number with its area code."""

TAIL = 4
"""Digits of its end that a phone number is found by."""

_SPOKEN = (
    (re.compile("sch"), "s"), (re.compile("ph"), "f"), (re.compile("th|dt"), "t"),
    (re.compile("ck"), "k"), (re.compile("t?z|ts"), "z"), (re.compile("[ae][iy]"), "ei"),
    (re.compile("ae"), "e"), (re.compile("ie|y"), "i"), (re.compile("v"), "f"),
    (re.compile("c|q"), "k"), (re.compile("(?<=[aeiou])h"), ""), (re.compile("d$"), "t"),
    (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


class Words(NamedTuple):
    """The words of all records, by length; whole phone numbers, each between two line ends."""

    letters: Mapping[int, tuple[str, ...]]
    phones: str


def sort_words(words: Iterable[str]) -> Words:
    """Words of letters by their length, phone numbers in one text."""
    letters: dict[int, set[str]] = {}
    phones: set[str] = set()
    for word in words:
        if word.isalpha():
            if len(word) >= SHORT - 1:
                letters.setdefault(len(word), set()).add(word)
        elif len(word) >= PHONE and word.isdigit():
            phones.add(word)
    joined = "\n".join(["", *phones, ""])
    return Words({length: tuple(some) for length, some in letters.items()}, joined)


def spoken(word: str) -> str:
    """How a German name sounds, roughly: `meier`, `maier` and `mayer` alike."""
    for pattern, sound in _SPOKEN:
        word = pattern.sub(sound, word)
    return word


def slips(word: str) -> int:
    """How many slips a word of that length is forgiven."""
    return 0 if len(word) < SHORT else 1 if len(word) < LONG else 2


def is_kept(word: str, words: Words) -> bool:
    """Whether a record holds exactly this word."""
    return word in words.letters.get(len(word), ())


def alike(word: str, words: Words) -> list[str]:
    """Kept words that sound like it and differ by two letters at most."""
    own = spoken(word)
    return [one for one, _ in _within(word, _of_length(words, len(word), 2), 2)
            if one != word and spoken(one) == own]  # fmt: skip


def near(word: str, words: Words) -> list[str]:
    """Kept words within the forgiven slips or of the same sound, the nearest first.

    Where words of one slip or of the same sound are found, those of two are left out. A word that
    resembles none may be the beginning of one.
    """
    if not word.isalpha() or not slips(word):
        return []
    own = spoken(word)
    ranked: list[tuple[int, int, str]] = []
    for one, distance in _within(word, _of_length(words, len(word), 2), 2):
        same = spoken(one) == own
        if one != word and (same or distance <= slips(word)):
            ranked.append((1 if same else distance, abs(len(one) - len(word)), one))
    best = min(ranked, default=(0, 0, ""))[0]
    close = sorted(entry for entry in ranked if entry[0] == best)
    return [one for *_, one in close[:MANY]] or _begun(word, words)


def parts(word: str, words: Words) -> list[tuple[str, str]]:
    """Two kept words that make up this one: `karlheinz` of Karl-Heinz."""
    cuts = range(SHORT - 1, len(word) - SHORT + 2)
    both = [(word[:cut], word[cut:]) for cut in cuts]
    return [pair for pair in both if all(is_kept(part, words) for part in pair)]


def ending(run: str, words: Words) -> list[str]:
    """Phone numbers that end with these digits."""
    if len(run) < TAIL:
        return []
    found: list[str] = []
    at = words.phones.find(run + "\n")
    while at >= 0 and len(found) < MANY:
        found.append(words.phones[words.phones.rfind("\n", 0, at + 1) + 1 : at + len(run)])
        at = words.phones.find(run + "\n", at + 1)
    return list(dict.fromkeys(found))


def _begun(word: str, words: Words) -> list[str]:
    if len(word) < BEGUN:
        return []
    size = len(word)
    longer = [one for length, some in words.letters.items() if length > size for one in some]
    heads = {one[:cut] for cut in (size, size + 1) for one in longer}
    return [one for one, _ in _within(word, heads, 1)[:MANY] if one != word]


def _of_length(words: Words, length: int, more: int) -> list[str]:
    lengths = range(length - more, length + more + 1)
    return [one for some in lengths for one in words.letters.get(some, ())]


def _within(word: str, words: Collection[str], distance: int) -> list[tuple[str, int]]:
    """Words within a distance, the nearest first."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, words, scorer=OSA.distance, score_cutoff=distance, limit=None)
    return [(one, int(away)) for one, away, _ in found]
