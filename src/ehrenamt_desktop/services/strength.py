"""How long a passphrase withstands somebody who holds the files: said as it is.

zxcvbn knows English words and patterns. German words look like chance to it, so it also gets those
of this program, and every run of letters counts at most as much as a word of a large dictionary.
"""

from __future__ import annotations

import math
import re
import tomllib
from functools import cache
from typing import NamedTuple

from ehrenamt_desktop import paths
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Strength

LEAST = 10
"""Characters of a passphrase."""

ADVICE = f"Mindestens {LEAST} Zeichen, am besten vier oder fünf Wörter, die nicht zusammengehören."
GUESSES_PER_SECOND = 10_000
"""Of somebody with several computers, for a key derived slowly (zxcvbn: offline, slow hashing)."""

DICTIONARY = 50_000
"""Words of a large German dictionary; a longer run of letters counts as several."""

WORD = 9
"""Letters of a long word: a compound counts as its parts."""

JUDGED = 72
"""Characters that are looked at; zxcvbn takes longer with every one."""

DAY = 24 * 3600
YEAR = 365 * DAY
_BOUNDS = (
    (YEAR * 10_000, Strength.VERY_GOOD),
    (YEAR * 10, Strength.GOOD),
    (30 * DAY, Strength.FAIR),
    (DAY, Strength.WEAK),
)
_TIMES = (
    (YEAR * 1000, "Jahrtausenden"), (YEAR * 100, "Jahrhunderten"), (2 * YEAR, "Jahren"),
    (60 * DAY, "Monaten"), (2 * DAY, "Tagen"), (3600, "Stunden"),
)  # fmt: skip


class Judgement(NamedTuple):
    """What is to be thought of a passphrase."""

    strength: Strength
    sentence: str

    @property
    def enough(self) -> bool:
        """Whether it is taken."""
        return self.strength is not Strength.TOO_WEAK


def judge(passphrase: str) -> Judgement:
    """How strong a passphrase is, in words that are true."""
    if not passphrase:
        return Judgement(Strength.TOO_WEAK, ADVICE)
    if len(passphrase) < LEAST:
        sentence = f"Noch zu kurz: {len(passphrase)} von mindestens {LEAST} Zeichen."
        return Judgement(Strength.TOO_WEAK, sentence)
    seconds = _guesses(passphrase[:JUDGED]) / GUESSES_PER_SECOND
    strength = next((word for least, word in _BOUNDS if seconds >= least), Strength.TOO_WEAK)
    time = next((word for least, word in _TIMES if seconds >= least), "weniger als einer Stunde")
    sentence = f"{strength.label.capitalize()}: Wer die Dateien hat, errät es in {time}."
    if strength in (Strength.TOO_WEAK, Strength.WEAK):
        sentence += " Besser sind vier oder fünf Wörter, die nicht zusammengehören."
    return Judgement(strength, sentence)


def refuse_weak(passphrase: str) -> None:
    """Make sure that a new passphrase is not guessed within a day.

    Raises:
        DomainError: it is too weak; the sentence says why.
    """
    found = judge(passphrase)
    if not found.enough:
        raise DomainError(f"Dieses Kennwort schützt den Bestand nicht. {found.sentence}")


def _guesses(passphrase: str) -> float:
    """Guesses until it is found: zxcvbn's figure, bounded by that of a guesser of words."""
    from zxcvbn import zxcvbn

    found = float(zxcvbn(passphrase, user_inputs=list(_known_words()))["guesses"])
    return min(found, _guesses_by_word(passphrase))


def _guesses_by_word(passphrase: str) -> float:
    """Guesses of somebody who tries German words, digits and signs."""
    bits = 0.0
    for run in re.findall(r"[^\W\d_]+|\d+|[\W_]", passphrase):
        if run[0].isalpha():
            words = math.ceil(len(run) / WORD)
            bits += min(words * math.log2(DICTIONARY), len(run) * math.log2(60))
        elif run[0].isdigit():
            bits += len(run) * math.log2(10)
        else:
            bits += 1 if run == " " else math.log2(30)
    return math.pow(2.0, min(bits, 1000.0))


@cache
def _known_words() -> tuple[str, ...]:
    """Words that a guesser who knows the office would try first."""
    resources = paths.resources()
    weak = (resources / "weak_words.txt").read_text(encoding="utf-8").split()
    places = (resources / "places.csv").read_text(encoding="utf-8")
    named = tomllib.loads((resources / "first_names.toml").read_text(encoding="utf-8"))
    names = " ".join(str(value) for value in named.values())
    found = dict.fromkeys(weak)
    found.update(dict.fromkeys(re.findall(r"[^\W\d_]{3,}", f"{places} {names}".casefold())))
    return tuple(found)
